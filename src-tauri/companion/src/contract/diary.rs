//! The diary.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The one-minute check, as the patient fills it in.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckForm {
    /// The treatment it is about.
    pub procedure: String,
    /// When it was so: a wall time where the computer is, `2026-03-28T20:00`; none: now, or where a check is corrected when
    /// it was.
    pub at: Option<String>,
    /// 0 to 10 by the symptom's id; what was passed over is not there.
    pub ratings: BTreeMap<String, u32>,
    /// The ids of the warning signs that were ticked.
    pub signs: Vec<String>,
    /// In the patient's own words.
    pub note: String,
}

/// The diary.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Diary {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// Every treatment, newest first.
    pub procedures: Vec<DiaryPlan>,
    /// What is asked, in the protocol's order.
    pub symptoms: Vec<Symptom>,
    /// The most characters of a note.
    pub note_most: u32,
    /// Every check, newest first.
    pub checks: Vec<Check>,
}

/// A treatment as the diary needs it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiaryPlan {
    /// Its id.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// What it was done with.
    pub device: String,
    /// Where.
    pub areas: Vec<String>,
    /// Which session this was.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
    /// Until when each symptom is usual, by its id, where the protocol says so.
    pub usual_until: BTreeMap<String, String>,
}

/// A symptom that the diary asks for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Symptom {
    /// Its id.
    pub id: String,
    /// What the patient is asked.
    pub question: String,
    /// Hours since the treatment and the upper edge of the usual, 0 to 10; straight lines between, nothing after the last.
    pub typical: Vec<(f64, f64)>,
    /// Where that is from: seed numbers, `practice`, `design`.
    pub source: Vec<String>,
}

/// One check that was kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Check {
    /// Its number.
    pub id: u32,
    /// The treatment it is about.
    pub procedure: String,
    /// When it was so.
    pub at: String,
    /// Hours since the treatment ended, to a tenth, rounded down.
    pub hours: f64,
    /// 0 to 10 by the symptom's id.
    pub ratings: BTreeMap<String, u32>,
    /// The warning signs that were ticked, in the protocol's order.
    pub signs: Vec<String>,
    /// In the patient's own words.
    pub note: String,
}
