//! The board of today.

use super::{Answered, Away, Offer};
use serde::Serialize;
use ts_rs::TS;

/// The board of today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Today {
    /// Now, by the same clock that plans. The window counts on from here.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// One board per treatment that still has something to say, newest first.
    pub procedures: Vec<Board>,
    /// Whether reminders come.
    pub reminders: Reminders,
    /// Going outside.
    pub outdoors: Outdoors,
    /// In the evening, where something comes before the computer is usually on again.
    pub offer: Option<Offer>,
}

/// Going outside: while it lasts, sunscreen is reminded of every so often.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Outdoors {
    /// A treatment still has such reminders.
    pub offered: bool,
    /// The rule that is shown before one goes out, where one says to stay in.
    pub rule: Option<Line>,
    /// Since when the patient is outside, if so.
    pub since: Option<String>,
    /// When it ends by itself: the one that lasts, else one that would begin now.
    pub until: String,
    /// That end is the sunset; else it is the most that one lasts.
    pub sunset: bool,
    /// The next reminder of the one that lasts.
    pub next: Option<String>,
    /// The place whose sunset counts, where one is known.
    pub place: Option<String>,
}

/// Whether reminders come.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reminders {
    /// The agent is running.
    pub agent: bool,
    /// Since when a notice waits because the system's notification service did not take it.
    pub waiting_since: Option<String>,
    /// Occurrences that passed unseen in the last day, newest first.
    pub missed: Vec<Missed>,
}

/// An occurrence that was not shown in its time.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Missed {
    /// Its key.
    pub key: String,
    /// The instruction's title.
    pub title: String,
    /// When it was due.
    pub due: String,
    /// `off` or `window closed`.
    pub cause: String,
    /// The time without reminders that it fell into, where one is known.
    pub away: Option<Away>,
}

/// One treatment today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Board {
    /// The treatment's id, the first part of every key.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// Day 1 is the day of the treatment.
    pub day: i32,
    /// Hours since the treatment ended, to a tenth, rounded down.
    pub hours: f64,
    /// What it was done with.
    pub device: String,
    /// Needle length in millimetres.
    pub depth_mm: Option<f64>,
    /// Where.
    pub areas: Vec<String>,
    /// With plasma of the patient's own blood.
    pub prp: bool,
    /// Which session this was.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
    /// The booked next session.
    pub next_session: Option<String>,
    /// The local dates between which the next session may lie, where sessions are left.
    pub next_between: Option<(String, String)>,
    /// No clinic has signed these rules off.
    pub draft: bool,
    /// When the last prohibition ends.
    pub until: String,
    /// When a prohibition of weight `rule` ends, each moment once, in order.
    pub marks: Vec<String>,
    /// Every running prohibition, soonest release first.
    pub not_yet: Vec<Line>,
    /// What was released in the last 24 hours, newest first.
    pub released: Vec<Line>,
    /// What is to be done now, what was just done, and what is left of the day.
    pub do_now: Vec<Todo>,
    /// What is usual at this hour.
    pub usual: Vec<Line>,
    /// Running advice without a time of its own.
    pub good_to_know: Vec<Line>,
    /// The next notice.
    pub next: Option<Next>,
}

/// One instruction with its window.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Line {
    /// The instruction's id.
    pub id: String,
    /// `avoid`, `do`, `apply`, `expect`, `check` or `learn`.
    pub kind: String,
    /// It is a rule (its lack does harm), not only advice.
    pub rule: bool,
    /// What to do or not to do.
    pub title: String,
    /// The thing itself, for a list.
    pub short: String,
    /// The instruction.
    pub text: String,
    /// The reason.
    pub why: Option<String>,
    /// What is said at the end of the window.
    pub release: Option<String>,
    /// Where it is from: seed numbers, `practice`, `design`.
    pub source: Vec<String>,
    /// The window's first instant.
    pub from: String,
    /// The first instant after the window.
    pub until: String,
}

/// One occurrence to be done.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Todo {
    /// The occurrence.
    pub key: String,
    /// Its instruction.
    pub line: Line,
    /// Where in the window it is done, in the protocol's word: `diary`.
    pub opens: Option<String>,
    /// When it was or will be due.
    pub due: String,
    /// Until when it makes sense.
    pub useful_until: String,
    /// The last answer, if any that still stands.
    pub answer: Option<Answered>,
    /// When it was given.
    pub answered: Option<String>,
}

/// The next notice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Next {
    /// When.
    pub at: String,
    /// Its title, as the notice will have it.
    pub title: String,
    /// What it will speak of.
    pub lines: Vec<String>,
}
