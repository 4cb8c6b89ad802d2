//! Times outside.

use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::params;

/// A time outside, as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// Its number.
    pub id: u32,
    /// When the patient went out.
    pub begun: DateTime<Utc>,
    /// Whose sunset ends it: an IANA zone name.
    pub place: Option<String>,
    /// When the patient came back, if the patient said so.
    pub back: Option<DateTime<Utc>>,
}

impl Store {
    /// Notes that the patient goes out.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn go_out(&mut self, place: Option<&str>, now: DateTime<Utc>) -> Result<(), Problem> {
        self.write_plan(|transaction| {
            transaction.execute(
                "INSERT INTO outing (begun_ms, place) VALUES (?1, ?2)",
                params![millis(now), place],
            )?;
            Ok(())
        })
    }

    /// Notes that the patient is back from a time outside.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn come_back(&mut self, id: u32, now: DateTime<Utc>) -> Result<(), Problem> {
        self.write_plan(|transaction| {
            transaction.execute(
                // A clock that was set back in between must not make it end before it began.
                "UPDATE outing SET back_ms = max(begun_ms, ?2) WHERE id = ?1 AND back_ms IS NULL",
                params![id, millis(now)],
            )?;
            Ok(())
        })
    }

    /// Moves a time outside to another place.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn move_outing(&mut self, id: u32, place: &str) -> Result<(), Problem> {
        self.write_plan(|transaction| {
            transaction.execute("UPDATE outing SET place = ?2 WHERE id = ?1", params![id, place])?;
            Ok(())
        })
    }

    /// Every time outside, in order.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn outings(&self) -> Result<Vec<Out>, Problem> {
        self.read(|connection| {
            let mut select =
                connection.prepare_cached("SELECT id, begun_ms, place, back_ms FROM outing ORDER BY id")?;
            let mut rows = select.query([])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                out.push(Out {
                    id: row.get(0)?,
                    begun: instant(row.get(1)?)?,
                    place: row.get(2)?,
                    back: row.get::<_, Option<i64>>(3)?.map(instant).transpose()?,
                });
            }
            Ok(out)
        })
    }
}
