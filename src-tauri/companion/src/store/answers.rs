//! What the patient did about occurrences, and the ledger as the decisions read it.

use super::{Parts, Store, instant, millis};
use crate::contract::Answered;
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use plan::{Answer, Cause, Delivered};
use rusqlite::{Connection, params};

/// Where an answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// On the notice itself.
    Notice,
    /// In the window.
    Window,
}

/// One answer to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The occurrence's key.
    pub key: String,
    /// Its due moment.
    pub due: DateTime<Utc>,
    /// What was done.
    pub what: Answered,
    /// When it was done, where that was before it was said.
    pub done: Option<DateTime<Utc>>,
}

fn word(what: Answered) -> &'static str {
    match what {
        Answered::Done => "done",
        Answered::Skipped => "skipped",
        Answered::Later => "later",
        Answered::Undone => "undone",
    }
}

impl Store {
    /// Saves answers, all or none. `decide` sees the ledger as it is at that moment, and nobody writes in between: a notice and
    /// the window may be pressed at once. False where there was nothing to save.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub fn say(
        &mut self,
        via: Via,
        now: DateTime<Utc>,
        decide: impl FnOnce(&Delivered) -> Vec<Said>,
    ) -> Result<bool, Problem> {
        let via = match via {
            Via::Notice => "notice",
            Via::Window => "window",
        };
        self.write(|transaction| {
            let answers = decide(&delivered(transaction)?);
            let mut insert = transaction.prepare_cached(
                "INSERT INTO answer (procedure, instruction, slot, due_ms, what, at_ms, via, done_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?;
            for said in &answers {
                let parts = Parts::of(&said.key);
                let (what, due) = (word(said.what), millis(said.due));
                insert.execute(params![
                    parts.procedure,
                    parts.instruction,
                    parts.slot,
                    due,
                    what,
                    millis(now),
                    via,
                    said.done.map(millis)
                ])?;
            }
            Ok(!answers.is_empty())
        })
    }

    /// Saves what a look decided not to show; what was decided before stands.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn pass_over(
        &mut self,
        missed: &[(String, DateTime<Utc>, Cause)],
        now: DateTime<Utc>,
    ) -> Result<(), Problem> {
        self.write(|transaction| {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO passed_over (procedure, instruction, slot, due_ms, cause, at_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT DO NOTHING",
            )?;
            for (key, due, cause) in missed {
                let parts = Parts::of(key);
                let (due, cause) = (millis(*due), cause.word());
                insert.execute(params![
                    parts.procedure,
                    parts.instruction,
                    parts.slot,
                    due,
                    cause,
                    millis(now)
                ])?;
            }
            Ok(())
        })
    }

    /// Everything that was shown, answered or passed over, of every treatment that was ever entered.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn delivered(&self) -> Result<Delivered, Problem> {
        self.read(delivered)
    }
}

/// One line on the screen.
struct Showing {
    key: String,
    due: DateTime<Utc>,
    at: DateTime<Utc>,
    /// The newest answer by then.
    said: i64,
}

fn delivered(connection: &Connection) -> rusqlite::Result<Delivered> {
    let mut delivered = Delivered::default();
    // In the order in which it happened, which a clock that was set does not tell.
    let mut select = connection.prepare_cached(
        "SELECT l.procedure, l.instruction, l.slot, l.due_ms, n.shown_ms, n.said
         FROM notice AS n JOIN notice_line AS l ON l.notice = n.id
         WHERE n.shown_ms IS NOT NULL
         ORDER BY n.said, n.shown_ms, n.id",
    )?;
    let mut rows = select.query([])?;
    let mut showings = Vec::new();
    while let Some(row) = rows.next()? {
        showings.push(Showing {
            key: key_of(row)?,
            due: instant(row.get(3)?)?,
            at: instant(row.get(4)?)?,
            said: row.get(5)?,
        });
    }
    let mut showings = showings.into_iter().peekable();
    let mut answers = connection.prepare_cached(
        "SELECT procedure, instruction, slot, due_ms, what, coalesce(done_ms, at_ms), id FROM answer ORDER BY id",
    )?;
    let mut rows = answers.query([])?;
    while let Some(row) = rows.next()? {
        let (at, id) = (instant(row.get(5)?)?, row.get::<_, i64>(6)?);
        while let Some(showing) = showings.next_if(|showing| showing.said < id) {
            delivered.row(&showing.key, showing.due).show(showing.at);
        }
        // A daily slot counts by its name: the last word stands, also where a flight has moved it since the word before.
        if !matches!(row.get_ref(2)?.as_str()?, "start" | "release") {
            delivered.unanswer(&key_of(row)?);
        }
        let answer = match row.get_ref(4)?.as_str()? {
            "done" => Some((Answer::Done, at)),
            "skipped" => Some((Answer::Skipped, at)),
            "later" => Some((Answer::Later, at)),
            // Taken back.
            _ => None,
        };
        at_row(&mut delivered, row)?.say(answer);
    }
    for showing in showings {
        delivered.row(&showing.key, showing.due).show(showing.at);
    }
    let mut passed = connection
        .prepare_cached("SELECT procedure, instruction, slot, due_ms, cause, at_ms FROM passed_over")?;
    let mut rows = passed.query([])?;
    while let Some(row) = rows.next()? {
        let at = instant(row.get(5)?)?;
        let cause = match row.get_ref(4)?.as_str()? {
            "window closed" => Cause::WindowClosed,
            "superseded" => Cause::Superseded,
            _ => Cause::Off,
        };
        at_row(&mut delivered, row)?.missed = Some((cause, at));
    }
    Ok(delivered)
}

/// The row that the first four columns name.
fn at_row<'d>(delivered: &'d mut Delivered, row: &rusqlite::Row<'_>) -> rusqlite::Result<&'d mut plan::Row> {
    let due = instant(row.get(3)?)?;
    Ok(delivered.row(&key_of(row)?, due))
}

fn key_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<String> {
    Ok(Parts::key(row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?))
}
