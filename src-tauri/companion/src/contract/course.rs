//! The course of sessions, and the days that the patient wants to keep free.

use super::{Bar, Line};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The courses of sessions, and what is around them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Course {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// The date there.
    pub today: String,
    /// The course with the newest session first.
    pub courses: Vec<CourseView>,
    /// The days to be kept free that are not over, soonest first.
    pub free: Vec<Free>,
    /// What a day can be kept free for, as far as the rules in use have to do with it: words for `FreeForm.doing`.
    pub doings: Vec<String>,
    /// "Is your skin ready?"
    pub readiness: Vec<Ready>,
    /// No clinic has signed these texts off.
    pub draft: bool,
}

/// One course.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CourseView {
    /// The last treatment of it: the one that a next session is booked after.
    pub id: String,
    /// The zone of that treatment: a session is booked as a wall time there.
    pub zone: String,
    /// Where it was.
    pub areas: Vec<String>,
    /// Which session it was.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
    /// The sessions that were entered, oldest first.
    pub done: Vec<Sitting>,
    /// How many times a year there is a single session after the last one, from and to, where the rules in use speak of any.
    pub per_year: Option<(u32, u32)>,
    /// The next session; none where the course is over and the rules in use speak of no maintenance.
    pub next: Option<NextSession>,
}

/// One session that took place.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sitting {
    /// Its number; of maintenance that of the last session.
    pub session: u32,
    /// When it ended.
    pub ended: String,
}

/// The next session of a course.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NextSession {
    /// It comes after the last session of the course.
    pub maintenance: bool,
    /// The earliest local date.
    pub earliest: String,
    /// The date in the middle, which is no advice.
    pub middle: String,
    /// The latest local date.
    pub latest: String,
    /// The latest date is over.
    pub over: bool,
    /// Where it is booked.
    pub booked: Option<Booked>,
    /// Where there are days to be kept free: the dates from today on, in runs from and to, on which it would touch none of them.
    pub open: Vec<(String, String)>,
}

/// A booked session.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Booked {
    /// When it begins.
    pub at: String,
    /// The same as a wall time in the course's zone, `2026-05-05T10:00`.
    pub wall: String,
    /// The dates from today to it; negative where it is over.
    pub days: i32,
    /// It has begun, or is over.
    pub begun: bool,
    /// Where its date lies beside the interval.
    pub place: Place,
    /// What prepares it, each with its reminders, by its beginning.
    pub preparation: Vec<Bar>,
    /// From when on it is time for the readiness list, where the rules in use say so.
    pub ready_from: Option<String>,
}

/// Where a date lies beside the interval of the next session.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Before the earliest date.
    Early,
    /// Within.
    Within,
    /// After the latest date.
    Late,
}

/// What would follow if a session were booked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Supposed {
    /// When it would begin.
    pub at: String,
    /// Where its date lies beside the interval.
    pub place: Place,
    /// The days to be kept free that it would touch, each with what stands against it.
    pub free: Vec<Free>,
}

/// Days to be kept free, as the patient types them.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(deny_unknown_fields)]
pub struct FreeForm {
    /// The first day, `2026-05-12`.
    pub from: String,
    /// The last day; none: it is one day.
    pub until: Option<String>,
    /// What they are for, in the patient's own words.
    pub name: String,
    /// What the patient will do then: words of `Course.doings`.
    pub doing: Vec<String>,
}

/// Days to be kept free.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Free {
    /// Their number.
    pub id: u32,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// What they are for.
    pub name: String,
    /// What the patient will do then.
    pub doing: Vec<String>,
    /// What stands against them: the rules first.
    pub clashes: Vec<Clash>,
}

/// One thing that stands against days to be kept free.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Clash {
    /// What it is.
    pub what: Against,
    /// The course whose next session brings it; none: a treatment that was brings it.
    pub course: Option<String>,
    /// The instruction with its window; the session itself has none.
    pub line: Option<Line>,
}

/// What stands against days to be kept free.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The session itself is then.
    Session,
    /// A rule before the session.
    Before,
    /// A rule after a treatment.
    After,
    /// What is usual on the skin after a treatment.
    Usual,
}

/// One question of "Is your skin ready?".
#[derive(Clone, Debug, Serialize, TS)]
pub struct Ready {
    /// Its id.
    pub id: String,
    /// The sign in words.
    pub sign: String,
    /// Where it is from: seed numbers, `practice`, `design`.
    pub source: Vec<String>,
}
