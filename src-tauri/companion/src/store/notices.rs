//! Showings: begun before the notification server is asked, finished when it took the notice.

use super::{Parts, Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// One showing that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    /// Its row.
    pub notice: i64,
    /// Showings with the same identity replace each other.
    pub identity: i64,
    /// The server and its number for the last showing of this identity, if it was shown.
    pub last: Option<(String, u32)>,
}

type Line = (String, DateTime<Utc>);

impl Store {
    /// Begins showings, one per list of lines, and drops those that were begun earlier and have become pointless.
    ///
    /// Lines that were begun before and never shown keep their identity, and lines that were shown before keep theirs, so
    /// that a notice replaces itself instead of standing there twice.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn begin(&mut self, notices: &[Vec<Line>], now: DateTime<Utc>) -> Result<Vec<Showing>, Problem> {
        self.write(|transaction| {
            let mut kept = Vec::new();
            let mut out = Vec::with_capacity(notices.len());
            for lines in notices {
                let mut earlier = None;
                for line in lines {
                    earlier = earlier.or(latest_with(transaction, line)?);
                }
                let unfinished = earlier.filter(|earlier| !earlier.shown && !kept.contains(&earlier.notice));
                let (notice, identity) = match (unfinished, earlier) {
                    (Some(same), _) => {
                        transaction.execute("DELETE FROM notice_line WHERE notice = ?1", [same.notice])?;
                        (same.notice, same.identity)
                    }
                    (None, earlier) => insert(transaction, earlier.map(|earlier| earlier.identity), now)?,
                };
                let mut add = transaction.prepare_cached(
                    "INSERT INTO notice_line (notice, procedure, instruction, slot, due_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?;
                for (key, due) in lines {
                    let parts = Parts::of(key);
                    add.execute(params![notice, parts.procedure, parts.instruction, parts.slot, millis(*due)])?;
                }
                kept.push(notice);
                out.push(Showing { notice, identity, last: last_shown(transaction, identity)? });
            }
            let mut stale = transaction.prepare("SELECT id FROM notice WHERE shown_ms IS NULL")?;
            let stale: Vec<i64> = stale.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for notice in stale.iter().filter(|notice| !kept.contains(notice)) {
                transaction.execute("DELETE FROM notice WHERE id = ?1", [notice])?;
            }
            Ok(out)
        })
    }

    /// Notes that the server took a notice.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn finish(
        &mut self,
        notice: i64,
        at: DateTime<Utc>,
        server: &str,
        server_id: u32,
    ) -> Result<(), Problem> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE notice SET shown_ms = ?2, server = ?3, server_id = ?4,
                     said = (SELECT coalesce(max(id), 0) FROM answer)
                 WHERE id = ?1",
                params![notice, millis(at), server, server_id],
            )?;
            Ok(())
        })
    }

    /// Since when the oldest notice waits that was begun and not shown.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn waiting_since(&self) -> Result<Option<DateTime<Utc>>, Problem> {
        self.read(|connection| {
            let begun: Option<i64> = connection.query_row(
                "SELECT min(begun_ms) FROM notice WHERE shown_ms IS NULL",
                [],
                |row| row.get(0),
            )?;
            begun.map(instant).transpose()
        })
    }

    /// The notice that was shown last, and when.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn last_notice(&self) -> Result<Option<(i64, DateTime<Utc>)>, Problem> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, shown_ms FROM notice WHERE shown_ms IS NOT NULL ORDER BY shown_ms DESC, id DESC LIMIT 1",
                )?
                .query_row([], |row| Ok((row.get(0)?, instant(row.get(1)?)?)))
                .optional()
        })
    }

    /// The identity under which a line was last begun or shown.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn identity(&self, line: &Line) -> Result<Option<i64>, Problem> {
        self.read(|connection| Ok(latest_with(connection, line)?.map(|latest| latest.identity)))
    }

    /// The lines of a notice.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn lines(&self, notice: i64) -> Result<Vec<Line>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT procedure, instruction, slot, due_ms FROM notice_line WHERE notice = ?1
                 ORDER BY procedure, instruction, slot",
            )?;
            let mut rows = select.query([notice])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let key = Parts::key(row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
                out.push((key, instant(row.get(3)?)?));
            }
            Ok(out)
        })
    }
}

#[derive(Clone, Copy)]
struct Earlier {
    notice: i64,
    identity: i64,
    shown: bool,
}

/// A daily slot is the same line at whatever moment it was shown: after a flight it comes again elsewhere.
fn latest_with(connection: &Connection, (key, due): &Line) -> rusqlite::Result<Option<Earlier>> {
    let parts = Parts::of(key);
    connection
        .prepare_cached(
            "SELECT n.id, n.identity, n.shown_ms IS NOT NULL
             FROM notice_line AS l JOIN notice AS n ON n.id = l.notice
             WHERE l.procedure = ?1 AND l.instruction = ?2 AND l.slot = ?3
                   AND (l.due_ms = ?4 OR l.slot NOT IN ('start', 'release'))
             ORDER BY n.id DESC LIMIT 1",
        )?
        .query_row(params![parts.procedure, parts.instruction, parts.slot, millis(*due)], |row| {
            Ok(Earlier { notice: row.get(0)?, identity: row.get(1)?, shown: row.get(2)? })
        })
        .optional()
}

/// A new showing: of an identity that was shown before, or of its own.
fn insert(
    transaction: &Transaction<'_>,
    identity: Option<i64>,
    now: DateTime<Utc>,
) -> rusqlite::Result<(i64, i64)> {
    transaction.execute(
        "INSERT INTO notice (identity, begun_ms) VALUES (?1, ?2)",
        params![identity.unwrap_or(0), millis(now)],
    )?;
    let notice = transaction.last_insert_rowid();
    if identity.is_none() {
        transaction.execute("UPDATE notice SET identity = id WHERE id = ?1", [notice])?;
    }
    Ok((notice, identity.unwrap_or(notice)))
}

/// By number, because the clock may have been set back between two showings.
fn last_shown(transaction: &Transaction<'_>, identity: i64) -> rusqlite::Result<Option<(String, u32)>> {
    transaction
        .prepare_cached(
            "SELECT server, server_id FROM notice
             WHERE identity = ?1 AND shown_ms IS NOT NULL AND server IS NOT NULL AND server_id IS NOT NULL
             ORDER BY id DESC LIMIT 1",
        )?
        .query_row([identity], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}
