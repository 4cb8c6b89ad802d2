//! What tells whether reminders can be relied on: when an agent looked, which notification server it met, and the tests.

use super::{Store, instant, millis};
use crate::problem::Problem;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, params};

/// Less than this between two looks is no time without reminders.
pub(crate) const GAP: TimeDelta = TimeDelta::minutes(2);

/// Why no agent looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The computer was off.
    Off,
    /// It was asleep.
    Asleep,
    /// It ran, and no agent did.
    Stopped,
}

impl Why {
    /// The word in the store and in the contract.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Why::Off => "off",
            Why::Asleep => "asleep",
            Why::Stopped => "stopped",
        }
    }

    pub(super) fn of(word: &str) -> Why {
        match word {
            "off" => Why::Off,
            "asleep" => Why::Asleep,
            _ => Why::Stopped,
        }
    }
}

/// [from, until): no agent looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The last look before it.
    pub from: DateTime<Utc>,
    /// The first look after it.
    pub until: DateTime<Utc>,
    /// Why.
    pub why: Why,
}

/// The present stretch of looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    /// When the agent began that is looking, or looked last.
    pub since: DateTime<Utc>,
    /// Its newest look.
    pub beat: DateTime<Utc>,
}

/// A notification server as the agent met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Its name; `None` where no server was there.
    pub name: Option<String>,
    /// Its version.
    pub version: String,
    /// It shows buttons.
    pub actions: bool,
    /// It keeps notices until they are closed.
    pub keeps: bool,
}

/// A test notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Its number.
    pub id: u32,
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// When the server took it.
    pub shown: Option<DateTime<Utc>>,
    /// Why the server did not take it.
    pub refused: Option<String>,
    /// What the patient said.
    pub seen: Option<bool>,
}

impl Store {
    /// Notes that an agent looks. `after`: this look begins a new stretch, because of what went before.
    ///
    /// It is not made certain against a power cut, so that the disk may sleep: what is lost then is a minute.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn beat(&mut self, now: DateTime<Utc>, after: Option<Why>) -> Result<(), Problem> {
        let durable = |store: &Store, level: &str| {
            store.read(|connection| connection.pragma_update(None, "synchronous", level))
        };
        durable(self, "NORMAL")?;
        let written = self.write(|transaction| {
            let moved = match after {
                Some(_) => 0,
                None => transaction.execute(
                    "UPDATE watch SET beat_ms = ?1 WHERE id = (SELECT max(id) FROM watch)",
                    [millis(now)],
                )?,
            };
            if moved == 0 {
                transaction.execute(
                    "INSERT INTO watch (begun_ms, beat_ms, after) VALUES (?1, ?1, ?2)",
                    params![millis(now), after.unwrap_or(Why::Stopped).word()],
                )?;
            }
            Ok(())
        });
        durable(self, "FULL")?;
        written
    }

    /// The present stretch of looks, or the last one.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn watch(&self) -> Result<Option<Watch>, Problem> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    // A computer that wakes up has the same agent as before.
                    "SELECT (SELECT begun_ms FROM watch WHERE after <> 'asleep' ORDER BY id DESC LIMIT 1), beat_ms
                     FROM watch ORDER BY id DESC LIMIT 1",
                )?
                .query_row([], |row| {
                    let beat = instant(row.get(1)?)?;
                    let since = row.get::<_, Option<i64>>(0)?.map(instant).transpose()?.unwrap_or(beat);
                    Ok(Watch { since, beat })
                })
                .optional()
        })
    }

    /// The times in which no agent looked and that ended after `from`, in order.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn absences(&self, from: DateTime<Utc>) -> Result<Vec<Absence>, Problem> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT before, begun_ms, after FROM (
                     SELECT id, lag(beat_ms) OVER (ORDER BY id) AS before, begun_ms, after FROM watch
                 )
                 WHERE begun_ms - before >= ?1 AND begun_ms > ?2
                 ORDER BY id",
            )?;
            let mut rows = select.query([GAP.num_milliseconds(), millis(from)])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let (from, until) = (instant(row.get(0)?)?, instant(row.get(1)?)?);
                out.push(Absence { from, until, why: Why::of(row.get_ref(2)?.as_str()?) });
            }
            Ok(out)
        })
    }

    /// Notes which notification server is there.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn meet(&mut self, met: &Met, now: DateTime<Utc>) -> Result<(), Problem> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO server (id, name, version, actions, keeps, met_ms) VALUES (1, ?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version,
                     actions = excluded.actions, keeps = excluded.keeps, met_ms = excluded.met_ms",
                params![met.name, met.version, met.actions, met.keeps, millis(now)],
            )?;
            Ok(())
        })
    }

    /// The notification server as it was last met, and when.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn met(&self) -> Result<Option<(Met, DateTime<Utc>)>, Problem> {
        self.read(|connection| {
            connection
                .prepare_cached("SELECT name, version, actions, keeps, met_ms FROM server")?
                .query_row([], |row| {
                    let met = Met {
                        name: row.get(0)?,
                        version: row.get(1)?,
                        actions: row.get(2)?,
                        keeps: row.get(3)?,
                    };
                    Ok((met, instant(row.get(4)?)?))
                })
                .optional()
        })
    }

    /// Asks for a test notice.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn ask_test(&mut self, now: DateTime<Utc>) -> Result<(), Problem> {
        self.write(|transaction| {
            transaction.execute("INSERT INTO test (asked_ms) VALUES (?1)", [millis(now)])?;
            Ok(())
        })
    }

    /// The newest test notice.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn test(&self) -> Result<Option<Trial>, Problem> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, asked_ms, shown_ms, refused, seen FROM test ORDER BY id DESC LIMIT 1",
                )?
                .query_row([], |row| {
                    Ok(Trial {
                        id: row.get(0)?,
                        asked: instant(row.get(1)?)?,
                        shown: row.get::<_, Option<i64>>(2)?.map(instant).transpose()?,
                        refused: row.get(3)?,
                        seen: row.get(4)?,
                    })
                })
                .optional()
        })
    }

    /// Notes what became of a test notice: shown now, or refused for a reason.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn finish_test(&mut self, id: u32, refused: Option<&str>, now: DateTime<Utc>) -> Result<(), Problem> {
        let shown = refused.is_none().then(|| millis(now));
        self.write(|transaction| {
            transaction.execute(
                "UPDATE test SET shown_ms = ?2, refused = ?3 WHERE id = ?1",
                params![id, shown, refused],
            )?;
            Ok(())
        })
    }

    /// Notes whether the patient saw a test notice. False where there is no such test that was shown.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn answer_test(&mut self, id: u32, seen: bool, now: DateTime<Utc>) -> Result<bool, Problem> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE test SET seen = ?2, seen_ms = ?3 WHERE id = ?1 AND shown_ms IS NOT NULL",
                params![id, seen, millis(now)],
            )?;
            Ok(changed > 0)
        })
    }
}
