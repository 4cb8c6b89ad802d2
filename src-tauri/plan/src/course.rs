//! The course of sessions.

use crate::Plan;
use crate::local::{date, shift, step};
use crate::step::Step;
use chrono::NaiveDate;

/// The local dates between which the next session may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first possible date.
    pub earliest: NaiveDate,
    /// The last.
    pub latest: NaiveDate,
}

impl Plan {
    /// Earliest and latest date of the next session, counted from the treatment's local date (seed 004: one to two months).
    #[must_use]
    pub fn next_session_between(&self) -> Interval {
        let (earliest, latest) = self.protocol.sessions.interval;
        let zone = self.procedure.zone;
        let ended = self.procedure.ended;
        let on = |distance: Step| match distance {
            Step::Hours(_) => date(step(ended, distance, zone), zone),
            Step::Days(_) | Step::Months(_) => shift(date(ended, zone), distance),
        };
        Interval { earliest: on(earliest), latest: on(latest) }
    }
}
