//! The board of today.

use crate::local::date;
use crate::protocol::Kind;
use crate::{Answer, Delivered, Occurrence, Plan, Row, Window};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// What is on the board at one instant.
#[derive(Clone, Debug)]
pub struct Today<'p> {
    /// Day 1 is the local date of the treatment.
    pub day: i64,
    /// Seconds since the treatment ended.
    pub seconds: i64,
    /// Every running prohibition, soonest release first.
    pub not_yet: Vec<Window<'p>>,
    /// What was released in the last 24 hours, newest first.
    pub released: Vec<Window<'p>>,
    /// What can be done now, oldest first; what was just done among it.
    pub do_now: Vec<Doing<'p>>,
    /// What is usual now, soonest end first.
    pub usual: Vec<Window<'p>>,
    /// Running advice and things to know that have no moment of their own.
    pub good_to_know: Vec<Window<'p>>,
    /// The next notice.
    pub next: Option<Next<'p>>,
}

/// Something to be done.
#[derive(Clone, Debug)]
pub struct Doing<'p> {
    /// The occurrence.
    pub occurrence: &'p Occurrence,
    /// When it came up: its due moment, or its own instant where quiet hours left it no notice.
    pub due: DateTime<Utc>,
    /// Until when it makes sense.
    pub until: DateTime<Utc>,
    /// What the patient did about it.
    pub row: Row,
}

impl Doing<'_> {
    /// It waits for the patient.
    #[must_use]
    pub fn open(&self) -> bool {
        !settled(&self.row)
    }
}

/// The next notice of a plan.
#[derive(Clone, Debug)]
pub struct Next<'p> {
    /// When.
    pub at: DateTime<Utc>,
    /// What it speaks of.
    pub occurrences: Vec<&'p Occurrence>,
}

impl Plan {
    /// The board at an instant.
    #[must_use]
    pub fn today(&self, now: DateTime<Utc>, delivered: &Delivered) -> Today<'_> {
        let ended = self.procedure.ended;
        let mut not_yet = Vec::new();
        let mut released = Vec::new();
        let mut usual = Vec::new();
        let mut good_to_know = Vec::new();
        for window in self.windows() {
            let forbids = window.forbids();
            if window.holds(now) {
                match window.kind() {
                    _ if forbids => not_yet.push(window),
                    Kind::Expect => usual.push(window),
                    Kind::Learn => good_to_know.push(window),
                    _ if !window.reminds() => good_to_know.push(window),
                    _ => {}
                }
            } else if forbids && window.until <= now && now - window.until < TimeDelta::hours(24) {
                released.push(window);
            }
        }
        let soonest = |a: &Window<'_>, b: &Window<'_>| a.until.cmp(&b.until).then_with(|| a.id().cmp(b.id()));
        not_yet.sort_by(soonest);
        usual.sort_by(soonest);
        released.sort_by(|a, b| b.until.cmp(&a.until).then_with(|| a.id().cmp(b.id())));
        Today {
            day: (date(now, self.here) - date(ended, self.procedure.zone)).num_days() + 1,
            seconds: (now - ended).num_seconds(),
            not_yet,
            released,
            do_now: self.do_now(now, delivered),
            usual,
            good_to_know,
            next: self.next(now, delivered),
        }
    }

    /// Of each instruction the newest slot that still makes sense, answered or not.
    pub(crate) fn do_now(&self, now: DateTime<Utc>, delivered: &Delivered) -> Vec<Doing<'_>> {
        let mut newest: BTreeMap<usize, Doing<'_>> = BTreeMap::new();
        let due = self.occurrences.iter().map(|one| (one.due, one.useful_until.min(one.window_until), one));
        // The day's list has no notice: it stands there from its own instant until its window closes.
        let listed = self.day_list.iter().map(|one| (one.own, one.window_until, one));
        for (from, until, occurrence) in due.chain(listed) {
            if from <= now && now < until && occurrence.answerable(self) {
                let row = delivered.of(occurrence);
                newest.insert(occurrence.instruction, Doing { occurrence, due: from, until, row });
            }
        }
        let mut doing: Vec<Doing<'_>> = newest.into_values().collect();
        doing.sort_by(|a, b| a.due.cmp(&b.due).then_with(|| a.occurrence.key.cmp(&b.occurrence.key)));
        doing
    }

    fn next(&self, now: DateTime<Utc>, delivered: &Delivered) -> Option<Next<'_>> {
        let coming = |one: &&Occurrence| one.due > now && one.told() && !settled(&delivered.of(one));
        let at = self.occurrences.iter().find(coming)?.due;
        let occurrences = self.occurrences.iter().filter(|one| one.due == at).filter(coming).collect();
        Some(Next { at, occurrences })
    }

    /// Whether the plan still has something to say: a window that is open or to come.
    #[must_use]
    pub fn speaks(&self, now: DateTime<Utc>) -> bool {
        self.spans.iter().any(|span| now < span.until)
    }

    /// An occurrence by its key, of the plan or of its day's list; of several moments of one key, the latest.
    #[must_use]
    pub fn occurrence(&self, key: &str) -> Option<&Occurrence> {
        self.occurrences.iter().chain(&self.day_list).rev().find(|one| one.key == key)
    }

    /// When the last prohibition that is counted from the treatment ends; the treatment's own end where there is none.
    #[must_use]
    pub fn last_release(&self) -> DateTime<Utc> {
        let ends = self.windows().filter(Window::forbids).map(|window| window.until);
        ends.max().unwrap_or(self.procedure.ended)
    }
}

pub(crate) fn settled(row: &Row) -> bool {
    matches!(row.answer, Some((Answer::Done | Answer::Skipped, _)))
}
