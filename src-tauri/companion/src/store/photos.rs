//! The patient's photos: what is known of them. The pictures are files beside the store.

use super::procedures::{name, number};
use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// One photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// The treatment that the patient said it belongs to; none where it follows from the day, and where that one was forgotten.
    pub procedure: Option<String>,
    /// When it was taken.
    pub taken: DateTime<Utc>,
    /// The SHA-256 of the picture's bytes in hexadecimal digits: its file's name.
    pub hash: String,
    /// Pixels from side to side.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// What became of a photo that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is new, or was deleted and is there again.
    Added,
    /// The same picture is there already; it stays as it is.
    There,
}

impl Store {
    /// Every photo that was not deleted, each with its number, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn photos(&self) -> Result<Vec<(u32, Photo)>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT f.id, p.id, f.taken_ms, f.hash, f.width, f.height
                 FROM photo AS f LEFT JOIN procedure AS p ON p.id = f.procedure AND p.forgotten_ms IS NULL
                 WHERE f.deleted_ms IS NULL
                 ORDER BY f.taken_ms DESC, f.id DESC",
            )?;
            let rows = select.query_map([], |row| {
                let photo = Photo {
                    procedure: row.get::<_, Option<i64>>(1)?.map(name),
                    taken: instant(row.get(2)?)?,
                    hash: row.get(3)?,
                    width: row.get(4)?,
                    height: row.get(5)?,
                };
                Ok((row.get(0)?, photo))
            })?;
            rows.collect()
        })
    }

    /// The hashes of all photos, also of those that can still be brought back.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn photo_hashes(&self) -> Result<BTreeSet<String>, Problem> {
        self.read(|connection| {
            connection.prepare_cached("SELECT hash FROM photo")?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Keeps a photo whose files are written. `None` where the treatment that it is said to belong to is not there.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep_photo(&mut self, photo: &Photo, now: DateTime<Utc>) -> Result<Option<Kept>, Problem> {
        self.write(|transaction| {
            let Some(procedure) = entered(transaction, photo.procedure.as_deref())? else { return Ok(None) };
            let known: Option<Option<i64>> = transaction
                .query_row("SELECT deleted_ms FROM photo WHERE hash = ?1", [&photo.hash], |row| row.get(0))
                .optional()?;
            match known {
                Some(None) => return Ok(Some(Kept::There)),
                Some(Some(_)) => transaction.execute(
                    "UPDATE photo SET deleted_ms = NULL, procedure = ?2, taken_ms = ?3 WHERE hash = ?1",
                    params![photo.hash, procedure, millis(photo.taken)],
                )?,
                None => transaction.execute(
                    "INSERT INTO photo (procedure, taken_ms, hash, width, height, added_ms)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![
                        procedure,
                        millis(photo.taken),
                        photo.hash,
                        photo.width,
                        photo.height,
                        millis(now)
                    ],
                )?,
            };
            Ok(Some(Kept::Added))
        })
    }

    /// Corrects when a photo was taken, and to which treatment it belongs; false where there is no such photo, or treatment.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn correct_photo(
        &mut self,
        id: u32,
        taken: DateTime<Utc>,
        procedure: Option<&str>,
    ) -> Result<bool, Problem> {
        self.write(|transaction| {
            let Some(procedure) = entered(transaction, procedure)? else { return Ok(false) };
            let changed = transaction.execute(
                "UPDATE photo SET taken_ms = ?2, procedure = ?3 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, millis(taken), procedure],
            )?;
            Ok(changed == 1)
        })
    }

    /// Deletes a photo, so that it can be brought back; false where there is no such photo.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn delete_photo(&mut self, id: u32, now: DateTime<Utc>) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE photo SET deleted_ms = ?2 WHERE id = ?1 AND deleted_ms IS NULL",
                params![id, millis(now)],
            )?;
            Ok(changed == 1)
        })
    }

    /// Brings a deleted photo back; false where it is gone.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn restore_photo(&mut self, id: u32) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE photo SET deleted_ms = NULL WHERE id = ?1 AND deleted_ms IS NOT NULL",
                [id],
            )?;
            Ok(changed == 1)
        })
    }

    /// Takes away for good what is known of photos that were deleted before an instant.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub fn clear_photos(&mut self, gone: DateTime<Utc>) -> Result<(), Problem> {
        // Most of the time there is none, and a write would make everybody else look at the file again.
        let any = self.read(|connection| {
            connection
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM photo WHERE deleted_ms < ?1)")?
                .query_row([millis(gone)], |row| row.get(0))
        })?;
        if any {
            self.write(|transaction| {
                transaction.execute("DELETE FROM photo WHERE deleted_ms < ?1", [millis(gone)])
            })?;
        }
        Ok(())
    }
}

/// The row of a treatment that was not forgotten, where one is named; `None` where the named one is not there.
fn entered(connection: &Connection, named: Option<&str>) -> rusqlite::Result<Option<Option<i64>>> {
    let Some(named) = named else { return Ok(Some(None)) };
    let Some(id) = number(named) else { return Ok(None) };
    connection
        .query_row("SELECT id FROM procedure WHERE id = ?1 AND forgotten_ms IS NULL", [id], |row| row.get(0))
        .optional()
}
