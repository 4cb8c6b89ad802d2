//! A look: what to show now, what to show again, what was missed, and when to look again.

use crate::protocol::Weight;
use crate::{Answer, Cause, Delivered, Occurrence, Plan, Row, Slot};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// *Later* is this long.
pub const LATER: TimeDelta = TimeDelta::minutes(30);

/// What has no answer is shown once more after this long.
pub const REPEAT: TimeDelta = TimeDelta::minutes(60);

/// From this long after its due moment an occurrence is late.
pub const LATE: TimeDelta = TimeDelta::seconds(60);

/// What one look decides for one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due<'p> {
    /// To be shown for the first time.
    pub fresh: Vec<&'p Occurrence>,
    /// To be shown again: without an answer for an hour, or *Later* for half an hour.
    pub again: Vec<&'p Occurrence>,
    /// Not to be shown; newly decided by this look.
    pub missed: Vec<(&'p Occurrence, Cause)>,
}

impl Due<'_> {
    /// There is nothing to show and nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fresh.is_empty() && self.again.is_empty() && self.missed.is_empty()
    }
}

impl Occurrence {
    /// The patient may be told of it at all: it was not yet due when the plan came to hold it, or it is a start that was
    /// still open and useful then.
    #[must_use]
    pub fn told(&self) -> bool {
        self.due >= self.since || self.welcome
    }

    /// The window has ended for it; starts and releases may be shown after.
    fn closed(&self, now: DateTime<Utc>) -> bool {
        matches!(self.slot, Slot::At(_) | Slot::Nth(_)) && self.window_until <= now
    }

    /// How late it would be shown now: what the patient entered just now is not late.
    #[must_use]
    pub fn late(&self, now: DateTime<Utc>) -> bool {
        now - self.due.max(self.since) >= LATE
    }
}

impl Plan {
    /// Looks. Inside quiet hours nothing is shown or decided.
    #[must_use]
    pub fn due(&self, now: DateTime<Utc>, delivered: &Delivered) -> Due<'_> {
        let mut due = Due::default();
        if self.is_quiet(now) {
            return due;
        }
        let mut lines: BTreeMap<usize, Vec<&Occurrence>> = BTreeMap::new();
        for occurrence in self.occurrences.iter().take_while(|one| one.due <= now) {
            lines.entry(occurrence.instruction).or_default().push(occurrence);
        }
        for line in lines.values() {
            self.look_at(line, now, delivered, &mut due);
        }
        due
    }

    /// Decides for one instruction. `line` holds its occurrences that are due, oldest first.
    fn look_at<'p>(
        &self,
        line: &[&'p Occurrence],
        now: DateTime<Utc>,
        delivered: &Delivered,
        due: &mut Due<'p>,
    ) {
        // Set once a newer occurrence of the instruction has the patient's attention.
        let mut superseded = false;
        for (age, occurrence) in line.iter().rev().enumerate() {
            let row = delivered.of(occurrence);
            if row.shown.is_empty() && !snoozed(&row) {
                let answered = row.answer.is_some();
                if answered {
                    superseded = true;
                } else if occurrence.told() {
                    let cause = if occurrence.useful_until <= now {
                        Some(Cause::Off)
                    } else if occurrence.closed(now) {
                        Some(Cause::WindowClosed)
                    } else if superseded {
                        Some(Cause::Superseded)
                    } else {
                        due.fresh.push(occurrence);
                        superseded = true;
                        None
                    };
                    // What a look decided once stands in the ledger with its moment.
                    if let (Some(cause), None) = (cause, row.missed) {
                        due.missed.push((occurrence, cause));
                    }
                }
            } else {
                // Only the newest of an instruction comes again.
                if age == 0 && self.again_at(occurrence, &row).is_some_and(|at| at <= now) {
                    let useful = now < occurrence.useful_until && !occurrence.closed(now);
                    if useful {
                        due.again.push(occurrence);
                    }
                }
                superseded = true;
            }
        }
    }

    /// When an occurrence that was shown, or put off, comes again, if ever.
    fn again_at(&self, occurrence: &Occurrence, row: &Row) -> Option<DateTime<Utc>> {
        let last = row.shown.last().copied();
        let at = match (row.answer, last) {
            (Some((Answer::Later, at)), _) => (!row.came_back(at)).then_some(at + LATER)?,
            (Some(_), _) => return None,
            (None, Some(last)) => {
                let weighs = self.protocol.instructions[occurrence.instruction].weight == Weight::Rule;
                let once = row.shown.len() == 1;
                (weighs && once && occurrence.answerable(self)).then_some(last + REPEAT)?
            }
            (None, None) => return None,
        };
        let at = self.after_quiet(at.max(occurrence.due));
        (at < occurrence.useful_until && !occurrence.closed(at)).then_some(at)
    }

    /// The next instant at which a look may find something new, if there is one.
    #[must_use]
    pub fn next_wake(&self, now: DateTime<Utc>, delivered: &Delivered) -> Option<DateTime<Utc>> {
        let mut wake: Option<DateTime<Utc>> = None;
        let mut sooner = |at: DateTime<Utc>| wake = Some(wake.map_or(at, |best| best.min(at)));
        // Of what is due, only the newest of each instruction can come again.
        let mut newest: BTreeMap<usize, &Occurrence> = BTreeMap::new();
        for occurrence in &self.occurrences {
            if occurrence.due > now {
                let row = delivered.of(occurrence);
                if row.shown.is_empty() && row.answer.is_none() {
                    sooner(occurrence.due);
                    // Occurrences are by due: nothing later is sooner.
                    break;
                }
                if let Some(at) = self.again_at(occurrence, &row) {
                    sooner(at.max(occurrence.due));
                }
            } else {
                newest.insert(occurrence.instruction, occurrence);
            }
        }
        let quiet = self.is_quiet(now);
        for occurrence in newest.values() {
            let row = delivered.of(occurrence);
            if let Some(at) = self.again_at(occurrence, &row) {
                if at > now {
                    sooner(at);
                } else if quiet {
                    sooner(self.after_quiet(now));
                }
            } else if quiet && row.shown.is_empty() && row.answer.is_none() && occurrence.told() {
                sooner(self.after_quiet(now));
            }
        }
        wake
    }
}

/// Put off before it was ever shown: the window lists things before their notice.
fn snoozed(row: &Row) -> bool {
    matches!(row.answer, Some((Answer::Later, _)))
}
