//! What the window reads of a question "May I …?".

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is said to a question, from the one that binds least.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing known speaks against it now.
    Yes,
    /// Not before a moment that is told.
    NotBefore,
    /// The clinic is to be asked.
    Ask,
    /// Nothing here knows it: the clinic is to be asked.
    Unknown,
}

/// The verdict on a question or on a pasted list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct May {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// What was asked, as it was typed.
    pub asked: String,
    /// The strictest part's.
    pub verdict: Verdict,
    /// The strictest part's.
    pub until: Option<String>,
    /// Everything that was asked for, strictest first; what was asked twice is here once.
    pub parts: Vec<MayPart>,
    /// No clinic has signed these texts off.
    pub draft: bool,
}

/// One thing that was asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MayPart {
    /// As it was typed.
    pub asked: String,
    /// The strictest match's.
    pub verdict: Verdict,
    /// The strictest match's; of several as strict, the latest.
    pub until: Option<String>,
    /// Everything known of it, strictest first.
    pub matches: Vec<MayMatch>,
    /// Names that are written like it; only where nothing matched. Offered, never answered.
    pub did_you_mean: Vec<String>,
}

/// One thing known of what was asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MayMatch {
    /// Its own name, for example `ibuprofen` for a brand of it; of an instruction its title.
    pub name: String,
    /// `medicine`, `ingredient` or `instruction`.
    pub kind: String,
    /// What this says.
    pub verdict: Verdict,
    /// It is never to be stopped because of this app; stands before everything else.
    pub never_stop: bool,
    /// From when on it is no longer forbidden.
    pub until: Option<String>,
    /// It is still to come: not now, but from this moment on.
    pub from: Option<String>,
    /// `until` is the start of the booked session; afterwards it begins anew.
    pub before_session: bool,
    /// What is said about it.
    pub text: String,
    /// The reason, where one is known.
    pub why: Option<String>,
    /// Seed numbers, `practice` or `design`.
    pub source: Vec<String>,
    /// The areas of the treatment it is counted from; with more than one treatment they tell them apart.
    pub areas: Vec<String>,
}
