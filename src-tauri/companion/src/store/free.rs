//! The days that the patient wants to keep free.

use super::{Store, millis};
use crate::problem::Problem;
use chrono::{DateTime, NaiveDate, Utc};
use plan::local;
use rusqlite::types::Type;
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeSet;

/// Days to be kept free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFree {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// What they are for, in the patient's own words.
    pub name: String,
    /// What the patient will do then, each by its word.
    pub doing: BTreeSet<String>,
}

impl Store {
    /// All that was not deleted and is not over on a date, each with its number, by its days.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn kept_free(&self, today: NaiveDate) -> Result<Vec<(u32, KeptFree)>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT id, from_day, until_day, name FROM kept_free
                 WHERE deleted_ms IS NULL AND until_day >= ?1
                 ORDER BY from_day, until_day, id",
            )?;
            let mut rows = select.query([today.to_string()])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let id = row.get(0)?;
                let days = KeptFree {
                    from: day(1, &row.get::<_, String>(1)?)?,
                    until: day(2, &row.get::<_, String>(2)?)?,
                    name: row.get(3)?,
                    doing: doing(connection, id)?,
                };
                out.push((id, days));
            }
            Ok(out)
        })
    }

    /// Keeps days free; returns their number. What was deleted before `gone` is gone for good with it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep_free(&mut self, days: &KeptFree, gone: DateTime<Utc>) -> Result<u32, Problem> {
        self.write(|transaction| {
            clear(transaction, gone)?;
            transaction.execute(
                "INSERT INTO kept_free (from_day, until_day, name) VALUES (?1, ?2, ?3)",
                params![days.from.to_string(), days.until.to_string(), days.name],
            )?;
            let id = transaction.query_row("SELECT last_insert_rowid()", [], |row| row.get(0))?;
            fill(transaction, id, days)?;
            Ok(id)
        })
    }

    /// Puts other days in the place of some; false where there are none of this number.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn correct_free(&mut self, id: u32, days: &KeptFree) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE kept_free SET from_day = ?2, until_day = ?3, name = ?4 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, days.from.to_string(), days.until.to_string(), days.name],
            )?;
            if changed == 1 {
                transaction.execute("DELETE FROM kept_free_doing WHERE kept_free = ?1", [id])?;
                fill(transaction, id, days)?;
            }
            Ok(changed == 1)
        })
    }

    /// Deletes days, so that they can be brought back; false where there are none of this number. What was deleted before `gone`
    /// is gone for good with it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn delete_free(&mut self, id: u32, now: DateTime<Utc>, gone: DateTime<Utc>) -> Result<bool, Problem> {
        self.write(|transaction| {
            clear(transaction, gone)?;
            let changed = transaction.execute(
                "UPDATE kept_free SET deleted_ms = ?2 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, millis(now)],
            )?;
            Ok(changed == 1)
        })
    }

    /// Brings deleted days back; false where they are gone.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn restore_free(&mut self, id: u32) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE kept_free SET deleted_ms = NULL WHERE id = ?1 AND deleted_ms IS NOT NULL",
                [id],
            )?;
            Ok(changed == 1)
        })
    }
}

/// A date from the store; a text that is none means that the file is not what we wrote.
fn day(column: usize, text: &str) -> rusqlite::Result<NaiveDate> {
    let wrong = || rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "not a date".into());
    local::typed_date(text).ok_or_else(wrong)
}

fn doing(connection: &Connection, id: u32) -> rusqlite::Result<BTreeSet<String>> {
    connection
        .prepare_cached("SELECT doing FROM kept_free_doing WHERE kept_free = ?1")?
        .query_map([id], |row| row.get(0))?
        .collect()
}

/// Takes away for good what was deleted before an instant.
fn clear(transaction: &Transaction<'_>, gone: DateTime<Utc>) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM kept_free WHERE deleted_ms < ?1", [millis(gone)])?;
    Ok(())
}

fn fill(transaction: &Transaction<'_>, id: u32, days: &KeptFree) -> rusqlite::Result<()> {
    let mut doing =
        transaction.prepare_cached("INSERT INTO kept_free_doing (kept_free, doing) VALUES (?1, ?2)")?;
    for one in &days.doing {
        doing.execute(params![id, one])?;
    }
    Ok(())
}
