//! The facts as they stand in the tables, for the patient to take along.

use super::{Parts, Store, Why, instant};
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// An occurrence: its key and its due moment.
type Line = (String, DateTime<Utc>);

/// What was told and what was said, row by row.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Every answer, in the order in which it was given.
    pub answers: Vec<Given>,
    /// Every notice, in the order in which it was begun.
    pub notices: Vec<Told>,
    /// What was decided not to be shown, by its moment.
    pub passed_over: Vec<PassedOver>,
    /// Every test notice, in the order of asking.
    pub tests: Vec<Tested>,
    /// Every stretch of time in which an agent looked: its beginning, its newest look, and what went before it.
    pub watches: Vec<(DateTime<Utc>, DateTime<Utc>, Why)>,
    /// What was chosen, by name.
    pub settings: BTreeMap<String, String>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Given {
    /// The occurrence.
    pub line: Line,
    /// `done`, `skipped`, `later` or `undone`.
    pub what: String,
    /// When it was given.
    pub at: DateTime<Utc>,
    /// When it was done, where that was before.
    pub done: Option<DateTime<Utc>>,
    /// `notice` or `window`.
    pub via: String,
}

/// One notice.
#[derive(Clone, Debug)]
pub struct Told {
    /// When it was begun.
    pub begun: DateTime<Utc>,
    /// When the notification server took it.
    pub shown: Option<DateTime<Utc>>,
    /// The occurrences it told of.
    pub lines: Vec<Line>,
}

/// One occurrence that was not shown.
#[derive(Clone, Debug)]
pub struct PassedOver {
    /// The occurrence.
    pub line: Line,
    /// `off`, `window closed` or `superseded`.
    pub cause: String,
    /// When that was decided.
    pub at: DateTime<Utc>,
}

/// One test notice.
#[derive(Clone, Debug)]
pub struct Tested {
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// When the server took it.
    pub shown: Option<DateTime<Utc>>,
    /// Why the server did not take it.
    pub refused: Option<String>,
    /// What the patient said, and when.
    pub seen: Option<(bool, DateTime<Utc>)>,
}

impl Store {
    /// Every row of what was told and said, and every setting.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn facts(&self) -> Result<Facts, Problem> {
        self.read(|connection| {
            Ok(Facts {
                answers: rows(connection, ANSWERS, given)?,
                notices: notices(connection)?,
                passed_over: rows(connection, PASSED_OVER, passed_over)?,
                tests: rows(connection, TESTS, tested)?,
                watches: rows(connection, WATCHES, watch)?,
                settings: rows(connection, SETTINGS, |row| Ok((row.get(0)?, row.get(1)?)))?
                    .into_iter()
                    .collect(),
            })
        })
    }
}

const ANSWERS: &str =
    "SELECT procedure, instruction, slot, due_ms, what, at_ms, done_ms, via FROM answer ORDER BY id";
const NOTICES: &str = "SELECT id, begun_ms, shown_ms FROM notice ORDER BY id";
const LINES: &str = "SELECT procedure, instruction, slot, due_ms, notice FROM notice_line
                     ORDER BY notice, procedure, instruction, slot, due_ms";
const PASSED_OVER: &str = "SELECT procedure, instruction, slot, due_ms, cause, at_ms FROM passed_over
                           ORDER BY due_ms, procedure, instruction, slot";
const TESTS: &str = "SELECT asked_ms, shown_ms, refused, seen, seen_ms FROM test ORDER BY id";
const WATCHES: &str = "SELECT begun_ms, beat_ms, after FROM watch ORDER BY id";
const SETTINGS: &str = "SELECT name, value FROM setting";

fn rows<T>(
    connection: &Connection,
    query: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(query)?.query_map([], read)?.collect()
}

fn given(row: &Row<'_>) -> rusqlite::Result<Given> {
    let (what, at, done, via) = (row.get(4)?, instant(row.get(5)?)?, maybe(row, 6)?, row.get(7)?);
    Ok(Given { line: line(row)?, what, at, done, via })
}

fn passed_over(row: &Row<'_>) -> rusqlite::Result<PassedOver> {
    Ok(PassedOver { line: line(row)?, cause: row.get(4)?, at: instant(row.get(5)?)? })
}

fn tested(row: &Row<'_>) -> rusqlite::Result<Tested> {
    let (asked, shown, refused) = (instant(row.get(0)?)?, maybe(row, 1)?, row.get(2)?);
    Ok(Tested { asked, shown, refused, seen: row.get::<_, Option<bool>>(3)?.zip(maybe(row, 4)?) })
}

fn watch(row: &Row<'_>) -> rusqlite::Result<(DateTime<Utc>, DateTime<Utc>, Why)> {
    Ok((instant(row.get(0)?)?, instant(row.get(1)?)?, Why::of(row.get_ref(2)?.as_str()?)))
}

fn notices(connection: &Connection) -> rusqlite::Result<Vec<Told>> {
    let mut lines =
        rows(connection, LINES, |row| Ok((row.get::<_, i64>(4)?, line(row)?)))?.into_iter().peekable();
    rows(connection, NOTICES, |row| {
        let id: i64 = row.get(0)?;
        let mut told = Told { begun: instant(row.get(1)?)?, shown: maybe(row, 2)?, lines: Vec::new() };
        while let Some((_, line)) = lines.next_if(|(notice, _)| *notice == id) {
            told.lines.push(line);
        }
        Ok(told)
    })
}

/// The occurrence that the first four columns name.
fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let key = Parts::key(row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
    Ok((key, instant(row.get(3)?)?))
}

fn maybe(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get::<_, Option<i64>>(column)?.map(instant).transpose()
}
