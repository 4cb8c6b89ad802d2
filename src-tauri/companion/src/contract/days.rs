//! The next days at a glance.

use serde::Serialize;
use ts_rs::TS;

/// The next days at a glance.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Days {
    /// Now, by the same clock that plans.
    pub now: String,
    /// No clinic has signed these rules off.
    pub draft: bool,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// When the computer is usually on again if it goes off now, where that can be told.
    pub back: Option<String>,
    /// The last instant that is told of.
    pub until: String,
    /// What is open now.
    pub open: Vec<DaysLine>,
    /// What comes, by moment.
    pub moments: Vec<DaysMoment>,
    /// Prohibitions that hold all the time until then, soonest end first.
    pub stays: Vec<DaysStay>,
    /// Every treatment that one of the lines is about: its id, and where it was, newest first.
    pub treatments: Vec<DaysTreatment>,
}

/// What comes at one moment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DaysMoment {
    /// When.
    pub at: String,
    /// What: first what is to be done, then what ends, then what begins.
    pub lines: Vec<DaysLine>,
}

/// What a line tells of.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum DaysWhat {
    /// Something to do, to look at, or to know.
    Told,
    /// A prohibition ends.
    Ends,
    /// It ends for some treatments; for others the same thing is still not allowed.
    EndsForSome,
    /// A prohibition begins.
    Begins,
}

/// One thing of a moment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DaysLine {
    /// What it tells of.
    pub what: DaysWhat,
    /// What to do; of a prohibition the thing itself.
    pub title: String,
    /// The instruction, or what is said at the prohibition's end.
    pub text: String,
    /// The treatments it is about.
    pub of: Vec<String>,
}

/// A prohibition that goes on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DaysStay {
    /// The thing itself.
    pub title: String,
    /// The first instant after it, of the treatment for which it holds longest.
    pub until: String,
    /// The treatments it is about.
    pub of: Vec<String>,
}

/// A treatment, as far as its lines must be told from another's.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DaysTreatment {
    /// Its id.
    pub id: String,
    /// Where it was.
    pub areas: Vec<String>,
    /// Day 1 is the day of the treatment.
    pub day: i32,
}

/// What is due before the computer is usually on again; offered in the evening.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Offer {
    /// How many things come.
    pub lines: u32,
    /// When the computer is usually on again, where that can be told; else the next day counts.
    pub back: Option<String>,
}
