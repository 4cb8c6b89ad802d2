//! The times of day that the patient chose.

use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, NaiveTime, Timelike, Utc};
use plan::local::Quiet;
use rusqlite::{Row, params};

/// Times of day in place of the protocol's; `None`: as the protocol says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// In place of its morning.
    pub morning: Option<NaiveTime>,
    /// In place of its evening.
    pub evening: Option<NaiveTime>,
    /// In place of its quiet hours.
    pub quiet: Option<Quiet>,
}

impl Store {
    /// Every choice of times and when it was made, in order.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn chosen_times(&self) -> Result<Vec<(DateTime<Utc>, Times)>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT chosen_ms, morning, evening, quiet_from, quiet_until FROM chosen_times ORDER BY id",
            )?;
            let mut rows = select.query([])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let quiet = time(row, 3)?.zip(time(row, 4)?).map(|(start, end)| Quiet { start, end });
                let times = Times { morning: time(row, 1)?, evening: time(row, 2)?, quiet };
                out.push((instant(row.get(0)?)?, times));
            }
            Ok(out)
        })
    }

    /// Notes that these times count from now on.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn choose_times(&mut self, times: &Times, now: DateTime<Utc>) -> Result<(), Problem> {
        self.write_plan(|transaction| {
            transaction.execute(
                "INSERT INTO chosen_times (chosen_ms, morning, evening, quiet_from, quiet_until)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    millis(now),
                    times.morning.map(minutes),
                    times.evening.map(minutes),
                    times.quiet.map(|quiet| minutes(quiet.start)),
                    times.quiet.map(|quiet| minutes(quiet.end)),
                ],
            )?;
            Ok(())
        })
    }
}

fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// A time of day from the store; one that no clock shows means that the file is not what we wrote.
fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveTime>> {
    let Some(minutes) = row.get::<_, Option<u32>>(column)? else { return Ok(None) };
    let time = NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0);
    time.map(Some).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, minutes.into()))
}
