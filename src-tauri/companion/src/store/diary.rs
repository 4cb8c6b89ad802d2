//! What the patient wrote down of the skin.

use super::procedures::{name, number};
use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::{BTreeMap, BTreeSet};

/// One check of the skin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// The treatment it is about.
    pub procedure: String,
    /// When it was so.
    pub at: DateTime<Utc>,
    /// 0 to 10 by the symptom's id; what was passed over is not there.
    pub ratings: BTreeMap<String, u8>,
    /// The ids of the warning signs that were ticked.
    pub signs: BTreeSet<String>,
    /// In the patient's own words.
    pub note: String,
}

impl Store {
    /// Every check that was not deleted, of treatments that were not forgotten, each with its number, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn check_ins(&self) -> Result<Vec<(u32, CheckIn)>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT c.id, c.procedure, c.at_ms, c.note
                 FROM check_in AS c JOIN procedure AS p ON p.id = c.procedure
                 WHERE c.deleted_ms IS NULL AND p.forgotten_ms IS NULL
                 ORDER BY c.at_ms DESC, c.id DESC",
            )?;
            let mut rows = select.query([])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let id: u32 = row.get(0)?;
                let check = CheckIn {
                    procedure: name(row.get(1)?),
                    at: instant(row.get(2)?)?,
                    ratings: ratings(connection, id)?,
                    signs: signs(connection, id)?,
                    note: row.get(3)?,
                };
                out.push((id, check));
            }
            Ok(out)
        })
    }

    /// Keeps a check; returns its number. `None` where there is no such treatment. What was deleted before `gone` is gone for good
    /// with it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn check_in(&mut self, check: &CheckIn, gone: DateTime<Utc>) -> Result<Option<u32>, Problem> {
        self.write(|transaction| {
            clear(transaction, gone)?;
            let Some(procedure) = entered(transaction, &check.procedure)? else { return Ok(None) };
            transaction.execute(
                "INSERT INTO check_in (procedure, at_ms, note) VALUES (?1, ?2, ?3)",
                params![procedure, millis(check.at), check.note],
            )?;
            let id = transaction.query_row("SELECT last_insert_rowid()", [], |row| row.get(0))?;
            fill(transaction, id, check)?;
            Ok(Some(id))
        })
    }

    /// Puts another in the place of a check; false where there is no such check, or no such treatment.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn correct_check_in(&mut self, id: u32, check: &CheckIn) -> Result<bool, Problem> {
        self.write(|transaction| {
            let Some(procedure) = entered(transaction, &check.procedure)? else { return Ok(false) };
            let changed = transaction.execute(
                "UPDATE check_in SET procedure = ?2, at_ms = ?3, note = ?4 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, procedure, millis(check.at), check.note],
            )?;
            if changed == 1 {
                transaction.execute("DELETE FROM check_in_rating WHERE check_in = ?1", [id])?;
                transaction.execute("DELETE FROM check_in_sign WHERE check_in = ?1", [id])?;
                fill(transaction, id, check)?;
            }
            Ok(changed == 1)
        })
    }

    /// Deletes a check, so that it can be brought back; false where there is no such check. What was deleted before `gone` is
    /// gone for good with it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn delete_check_in(
        &mut self,
        id: u32,
        now: DateTime<Utc>,
        gone: DateTime<Utc>,
    ) -> Result<bool, Problem> {
        self.write(|transaction| {
            clear(transaction, gone)?;
            let changed = transaction.execute(
                "UPDATE check_in SET deleted_ms = ?2 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, millis(now)],
            )?;
            Ok(changed == 1)
        })
    }

    /// Brings a deleted check back; false where it is gone.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn restore_check_in(&mut self, id: u32) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE check_in SET deleted_ms = NULL WHERE id = ?1 AND deleted_ms IS NOT NULL",
                [id],
            )?;
            Ok(changed == 1)
        })
    }
}

fn ratings(connection: &Connection, id: u32) -> rusqlite::Result<BTreeMap<String, u8>> {
    connection
        .prepare_cached("SELECT symptom, rating FROM check_in_rating WHERE check_in = ?1")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn signs(connection: &Connection, id: u32) -> rusqlite::Result<BTreeSet<String>> {
    connection
        .prepare_cached("SELECT sign FROM check_in_sign WHERE check_in = ?1")?
        .query_map([id], |row| row.get(0))?
        .collect()
}

/// The row of a treatment that was not forgotten.
fn entered(transaction: &Transaction<'_>, procedure: &str) -> rusqlite::Result<Option<i64>> {
    let Some(id) = number(procedure) else { return Ok(None) };
    transaction
        .query_row("SELECT id FROM procedure WHERE id = ?1 AND forgotten_ms IS NULL", [id], |row| row.get(0))
        .optional()
}

/// Takes away for good what was deleted before an instant.
fn clear(transaction: &Transaction<'_>, gone: DateTime<Utc>) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM check_in WHERE deleted_ms < ?1", [millis(gone)])?;
    Ok(())
}

fn fill(transaction: &Transaction<'_>, id: u32, check: &CheckIn) -> rusqlite::Result<()> {
    let mut rating = transaction
        .prepare_cached("INSERT INTO check_in_rating (check_in, symptom, rating) VALUES (?1, ?2, ?3)")?;
    for (symptom, value) in &check.ratings {
        rating.execute(params![id, symptom, value])?;
    }
    let mut sign =
        transaction.prepare_cached("INSERT INTO check_in_sign (check_in, sign) VALUES (?1, ?2)")?;
    for one in &check.signs {
        sign.execute(params![id, one])?;
    }
    Ok(())
}
