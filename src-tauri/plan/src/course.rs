//! Which treatments belong together, when the next session may be, and what follows the last one.

mod free;

pub use free::{Clash, Occasion, Supposed};

use crate::Plan;
use crate::local::{date, shift, step};
use crate::protocol::Kind;
use crate::step::Step;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The local dates between which the next session may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first possible date.
    pub earliest: NaiveDate,
    /// The last.
    pub latest: NaiveDate,
}

/// Where a date lies beside an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the earliest date.
    Early,
    /// From the earliest to the latest date.
    Within,
    /// After the latest date.
    Late,
}

impl Interval {
    /// The date in the middle; where two are, the later one. It is a place in the interval and no advice.
    #[must_use]
    pub fn middle(&self) -> NaiveDate {
        let half = TimeDelta::days(((self.latest - self.earliest).num_days() + 1) / 2);
        self.earliest.checked_add_signed(half).unwrap_or(self.latest)
    }

    /// Where a date lies.
    #[must_use]
    pub fn place(&self, day: NaiveDate) -> Place {
        if day < self.earliest {
            Place::Early
        } else if day > self.latest {
            Place::Late
        } else {
            Place::Within
        }
    }
}

impl Plan {
    /// Earliest and latest date of the next session, counted from the treatment's local date (seed 004: one to two months).
    #[must_use]
    pub fn next_session_between(&self) -> Interval {
        self.between(self.protocol.sessions.interval)
    }

    /// Earliest and latest date of a single session after the last one of the course, where the protocol speaks of any (seed 004:
    /// once or twice a year).
    #[must_use]
    pub fn maintenance_between(&self) -> Option<Interval> {
        self.protocol.sessions.maintenance.as_ref().map(|maintenance| self.between(maintenance.interval))
    }

    /// From when on it is time to see whether the skin is ready for the booked session: when the last check before it begins.
    #[must_use]
    pub fn ready_from(&self) -> Option<DateTime<Utc>> {
        let checks = self.windows().filter(|window| window.prepares() && window.kind() == Kind::Check);
        checks.map(|window| window.from).max()
    }

    fn between(&self, (earliest, latest): (Step, Step)) -> Interval {
        let zone = self.procedure.zone;
        let ended = self.procedure.ended;
        let on = |distance: Step| match distance {
            Step::Hours(_) => date(step(ended, distance, zone), zone),
            Step::Days(_) | Step::Months(_) => shift(date(ended, zone), distance),
        };
        Interval { earliest: on(earliest), latest: on(latest) }
    }
}

/// One session that took place, as far as its course is to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The id of its procedure.
    pub procedure: String,
    /// When it ended.
    pub ended: DateTime<Utc>,
    /// Where it was.
    pub areas: BTreeSet<String>,
    /// Session n …
    pub number: u32,
    /// … of m.
    pub of: u32,
}

impl Session {
    /// Whether it goes on with the course of which another was the last so far: an area is treated again, under a greater number;
    /// or, after the last of a course, under the same one.
    fn follows(&self, last: &Session) -> bool {
        let maintains = last.number == last.of && (self.number, self.of) == (last.number, last.of);
        !self.areas.is_disjoint(&last.areas) && (last.number < self.number || maintains)
    }
}

/// The courses that sessions make, the one with the newest session first; in each its sessions in their order.
///
/// Nobody is asked which course a treatment belongs to: a session goes on with the newest course that it can follow, else it
/// begins one.
#[must_use]
pub fn courses(mut sessions: Vec<Session>) -> Vec<Vec<Session>> {
    sessions.sort_by(|a, b| a.ended.cmp(&b.ended).then_with(|| a.procedure.cmp(&b.procedure)));
    let mut courses: Vec<Vec<Session>> = Vec::new();
    for session in sessions {
        let can = |course: &&mut Vec<Session>| course.last().is_some_and(|last| session.follows(last));
        let newest = courses.iter_mut().filter(can).max_by_key(|course| course.last().map(|last| last.ended));
        match newest {
            Some(course) => course.push(session),
            None => courses.push(vec![session]),
        }
    }
    courses.sort_by_key(|course| Reverse(course.last().map(|last| last.ended)));
    courses
}
