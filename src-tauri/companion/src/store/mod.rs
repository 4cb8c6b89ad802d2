//! The SQLite store: opened strictly, migrated forward, never guessed at.
//!
//! Several processes share it (WAL). A write counts as saved after COMMIT with `synchronous = FULL`, and not before.

mod answers;
mod diary;
mod erase;
mod facts;
mod free;
mod notices;
mod outings;
mod photos;
mod procedures;
mod reliance;
mod settings;
mod times;

pub use answers::{Said, Via};
pub use diary::CheckIn;
pub use facts::{Facts, Given, PassedOver, Tested, Told};
pub use free::KeptFree;
pub use notices::Showing;
pub use outings::Out;
pub use photos::{Kept, Photo};
pub use procedures::{Entered, Version};
pub(crate) use reliance::GAP;
pub use reliance::{Absence, Met, Trial, Watch, Why};
pub use times::Times;

use crate::folder::make_private;
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Each migration brings the file from the version of its place to the next. Never edited once landed.
const MIGRATIONS: &[&str] = &[
    include_str!("0001_begin.sql"),
    include_str!("0002_reliance.sql"),
    include_str!("0003_order.sql"),
    include_str!("0004_times.sql"),
    include_str!("0005_diary.sql"),
    include_str!("0006_photos.sql"),
    include_str!("0007_course.sql"),
];

/// "AFTC": whose file this is.
const APPLICATION_ID: i32 = 0x4146_5443;

/// Another process may be writing; nobody here holds a lock for longer than a moment.
const BUSY: Duration = Duration::from_secs(5);

/// The open store of one data folder.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    file: PathBuf,
    /// How often this connection wrote what plans are made from.
    planned: u64,
}

/// Which state of the file something was read from. Another process's write makes it another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    others: i64,
    own: u64,
}

impl Store {
    /// Opens the store of a data folder, and makes both where they are missing.
    ///
    /// # Errors
    /// `data-folder` where the folder cannot be written, `store-newer` and `store-damaged` for a file that this program does
    /// not understand; such a file is left byte for byte as it is.
    pub fn open(folder: &Path) -> Result<Store, Problem> {
        make_private(folder).map_err(|error| unwritable(folder, &error.to_string()))?;
        let file = folder.join("aftercare.db");
        refuse_newer(&file)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&file, flags)
            .map_err(|error| unwritable(folder, &error.to_string()))?;
        let mut store = Store { connection, file, planned: 0 };
        store.prepare().map_err(|problem| {
            // SQLite tells a folder without write permission only when it first writes.
            if problem.code == "store-failed" {
                let reason = problem.detail.get("reason").cloned().unwrap_or_default();
                unwritable(folder, &reason)
            } else {
                problem
            }
        })?;
        Ok(store)
    }

    fn prepare(&mut self) -> Result<(), Problem> {
        let file = self.file.clone();
        let damage = |error: rusqlite::Error| of_sql(&file, &error);
        self.connection.busy_timeout(BUSY).map_err(damage)?;
        // Until the version is known, closing must not fold a newer program's log into the file.
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(damage)?;
        let version = version(&self.connection).map_err(damage)?;
        if version > MIGRATIONS.len() {
            return Err(newer(&file));
        }
        let owner: i32 =
            self.connection.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(damage)?;
        if version > 0 && owner != APPLICATION_ID {
            return Err(damaged(&file));
        }
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(damage)?;
        self.connection
            .execute_batch(
                "PRAGMA journal_mode = WAL;
                 PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON;
                 PRAGMA trusted_schema = OFF;",
            )
            .map_err(damage)?;
        self.migrate()?;
        let sound: String =
            self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(damage)?;
        if sound == "ok" { Ok(()) } else { Err(damaged(&file)) }
    }

    fn migrate(&mut self) -> Result<(), Problem> {
        let file = self.file.clone();
        let failed = |error: rusqlite::Error| of_sql(&file, &error);
        // Two programs may come here at once; the second finds the work done.
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let version = version(&transaction).map_err(failed)?;
        for migration in MIGRATIONS.iter().skip(version) {
            transaction.execute_batch(migration).map_err(failed)?;
        }
        if version < MIGRATIONS.len() {
            transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
            transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64).map_err(failed)?;
        }
        transaction.commit().map_err(failed)
    }

    fn read<T>(&self, query: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Problem> {
        query(&self.connection).map_err(|error| of_sql(&self.file, &error))
    }

    /// Reads several things as they were at one moment: another program may write in between.
    ///
    /// # Errors
    /// What `read` says, and where the file cannot be read.
    pub(crate) fn at_one_moment<T>(
        &self,
        read: impl FnOnce(&Store) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let failed = |error: rusqlite::Error| of_sql(&self.file, &error);
        // What this connection reads from here on, it reads of one state of the file.
        let moment = self.connection.unchecked_transaction().map_err(failed)?;
        let found = read(self)?;
        moment.finish().map_err(failed)?;
        Ok(found)
    }

    /// The state of what plans are made from.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn plan_state(&self) -> Result<State, Problem> {
        Ok(State { others: self.others()?, own: self.planned })
    }

    /// The state of the whole file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn state(&self) -> Result<State, Problem> {
        Ok(State { others: self.others()?, own: self.connection.total_changes() })
    }

    /// A number that another process's write changes.
    fn others(&self) -> Result<i64, Problem> {
        self.read(|connection| {
            connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
        })
    }

    /// As [`Store::write`], for what plans are made from.
    fn write_plan<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Problem> {
        self.planned += 1;
        self.write(change)
    }

    /// Runs `change` in one transaction. It is saved when this returns.
    fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Problem> {
        let file = &self.file;
        let failed = |error: rusqlite::Error| of_sql(file, &error);
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let done = change(&transaction).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(done)
    }
}

/// How many migrations the file has behind it.
fn version(connection: &Connection) -> rusqlite::Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Reads the version from the file's header before SQLite touches the file: a newer file stays byte for byte as it is.
fn refuse_newer(file: &Path) -> Result<(), Problem> {
    // <https://sqlite.org/fileformat.html>: the version is a big-endian number at offset 60 of a header of 100 bytes.
    let mut header = [0; 100];
    let read = std::fs::File::open(file).and_then(|mut opened| {
        let bytes = opened.metadata()?.len();
        if bytes == 0 { Ok(false) } else { opened.read_exact(&mut header).map(|()| true) }
    });
    match read {
        Ok(false) => return Ok(()),
        Ok(true) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Err(damaged(file)),
        Err(error) => return Err(unwritable(file, &error.to_string())),
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(damaged(file));
    }
    let version = u32::from_be_bytes([header[60], header[61], header[62], header[63]]);
    if version as usize > MIGRATIONS.len() { Err(newer(file)) } else { Ok(()) }
}

fn newer(file: &Path) -> Problem {
    Problem::new("store-newer").with("file", file.display())
}

fn damaged(file: &Path) -> Problem {
    Problem::new("store-damaged").with("file", file.display())
}

fn unwritable(folder: &Path, reason: &str) -> Problem {
    Problem::new("data-folder").with("folder", folder.display()).with("reason", reason)
}

/// What an SQL error means for a person. The statement and its values stay out: they are the patient's.
fn of_sql(file: &Path, error: &rusqlite::Error) -> Problem {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => damaged(file),
        Some(code) => Problem::new("store-failed").with("reason", format!("{code:?}")),
        // A value of another type than the table allows: the file is not what we wrote.
        None => match error {
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => damaged(file),
            _ => Problem::new("store-failed").with("reason", "an unexpected answer of the data file"),
        },
    }
}

fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// An instant from the store; one that no calendar has means that the file is not what we wrote.
fn instant(millis: i64) -> rusqlite::Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis).ok_or(rusqlite::Error::IntegralValueOutOfRange(0, millis))
}

/// The parts of a key as the tables hold them.
struct Parts<'k> {
    procedure: i64,
    instruction: &'k str,
    slot: &'k str,
}

impl<'k> Parts<'k> {
    /// Takes a key apart; what is no key matches no row.
    fn of(key: &'k str) -> Parts<'k> {
        let mut parts = key.splitn(3, '/');
        let procedure = parts.next().and_then(procedures::number).unwrap_or(-1);
        Parts { procedure, instruction: parts.next().unwrap_or(""), slot: parts.next().unwrap_or("") }
    }

    fn key(procedure: i64, instruction: &str, slot: &str) -> String {
        format!("{}/{instruction}/{slot}", procedures::name(procedure))
    }
}
