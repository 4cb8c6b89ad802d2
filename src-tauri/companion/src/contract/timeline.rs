//! What the window draws as the picture of a plan.

use super::Line;
use serde::Serialize;
use ts_rs::TS;

/// The pictures of the plans.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Timeline {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// One per treatment that still has something to say, newest first; the newest also when all of it has ended.
    pub procedures: Vec<PlanView>,
}

/// One treatment's plan.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanView {
    /// The treatment's id, the first part of every key.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// Where.
    pub areas: Vec<String>,
    /// What it was done with.
    pub device: String,
    /// Needle length in millimetres.
    pub depth_mm: Option<f64>,
    /// Which session this was.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
    /// No clinic has signed these rules off.
    pub draft: bool,
    /// The booked next session.
    pub next_session: Option<String>,
    /// The local dates between which the next session may lie, where sessions are left.
    pub next_between: Option<(String, String)>,
    /// One per window that lasts whatever the patient does, soonest end first. What is only good to know has none.
    pub bars: Vec<Bar>,
}

/// One window of a plan.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Bar {
    /// Its instruction.
    pub line: Line,
    /// It prepares the booked next session.
    pub prepares: bool,
    /// When the patient is or was to be told of it, in order.
    pub reminders: Vec<String>,
}
