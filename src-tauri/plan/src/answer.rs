//! What was told, what was answered, what was passed over: the ledger as the decisions read it.

use crate::{LATER, Occurrence, Slot};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// What the patient did about an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done.
    Done,
    /// Not this time.
    Skipped,
    /// In 30 minutes.
    Later,
}

/// Why an occurrence was never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The computer was off, or quiet hours lasted longer than its use.
    Off,
    /// Its window had ended.
    WindowClosed,
    /// A newer occurrence of the same instruction was shown in its place.
    Superseded,
}

impl Cause {
    /// The word on the command line and in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Cause::Off => "off",
            Cause::WindowClosed => "window closed",
            Cause::Superseded => "superseded",
        }
    }
}

/// What is known about one key at one due moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// When it was shown, ascending.
    pub shown: Vec<DateTime<Utc>>,
    /// The answer that stands, and when it was given. One that was taken back does not stand.
    pub answer: Option<(Answer, DateTime<Utc>)>,
    /// What a look decided, and when.
    pub missed: Option<(Cause, DateTime<Utc>)>,
    /// Of `shown` what came after the last word of the patient, in the order in which it happened: a clock that was set
    /// back does not tell.
    since: Vec<DateTime<Utc>>,
}

impl Row {
    /// It was shown, after everything else that is known.
    pub fn show(&mut self, at: DateTime<Utc>) {
        let place = self.shown.partition_point(|shown| *shown <= at);
        self.shown.insert(place, at);
        self.since.push(at);
    }

    /// The patient said something, or took it back, after everything else that is known.
    pub fn say(&mut self, answer: Option<(Answer, DateTime<Utc>)>) {
        self.answer = answer;
        self.since.clear();
    }

    /// What was put off at this instant has come back.
    #[must_use]
    pub fn came_back(&self, put_off: DateTime<Utc>) -> bool {
        self.since.iter().any(|shown| *shown >= put_off + LATER)
    }
}

/// All rows, by key and due together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    rows: BTreeMap<String, BTreeMap<DateTime<Utc>, Row>>,
}

impl Delivered {
    /// The row of a key at a due moment, made where there is none.
    pub fn row(&mut self, key: &str, due: DateTime<Utc>) -> &mut Row {
        if !self.rows.contains_key(key) {
            self.rows.insert(key.to_owned(), BTreeMap::new());
        }
        self.rows.entry(key.to_owned()).or_default().entry(due).or_default()
    }

    /// Takes back what was answered under a key, whatever its moment was.
    pub fn unanswer(&mut self, key: &str) {
        for row in self.rows.get_mut(key).into_iter().flat_map(BTreeMap::values_mut) {
            row.say(None);
        }
    }

    /// Every row, by key, then due.
    pub fn rows(&self) -> impl Iterator<Item = (&str, DateTime<Utc>, &Row)> {
        self.rows.iter().flat_map(|(key, dues)| dues.iter().map(move |(due, row)| (key.as_str(), *due, row)))
    }

    /// The row of a key at a due moment, where there is one.
    #[must_use]
    pub fn at(&self, key: &str, due: DateTime<Utc>) -> Option<&Row> {
        self.rows.get(key)?.get(&due)
    }

    /// What is known about an occurrence.
    ///
    /// A start, a release or one of an outing counts by key and due together: a corrected date makes it a new one. A daily slot
    /// counts by its key alone: a local date and time rings once, wherever the patient has flown in between.
    #[must_use]
    pub fn of(&self, occurrence: &Occurrence) -> Row {
        self.told_at(occurrence, occurrence.due)
    }

    /// The same of an occurrence as it was told before: quiet hours elsewhere may have moved it since.
    #[must_use]
    pub fn told_at(&self, occurrence: &Occurrence, due: DateTime<Utc>) -> Row {
        let Some(dues) = self.rows.get(&occurrence.key) else { return Row::default() };
        match occurrence.slot {
            Slot::Start | Slot::Release | Slot::Nth(_) => dues.get(&due).cloned().unwrap_or_default(),
            Slot::At(_) => {
                let mut all = Row::default();
                for row in dues.values() {
                    all.shown.extend(&row.shown);
                    all.since.extend(&row.since);
                    let newer = |a: Option<DateTime<Utc>>, b: Option<DateTime<Utc>>| b.is_some() && b >= a;
                    if newer(all.answer.map(|a| a.1), row.answer.map(|a| a.1)) {
                        all.answer = row.answer;
                    }
                    if newer(all.missed.map(|m| m.1), row.missed.map(|m| m.1)) {
                        all.missed = row.missed;
                    }
                }
                all.shown.sort_unstable();
                all
            }
        }
    }
}
