//! What the window reads of the ledger, and of whether reminders can be relied on.

use super::Answered;
use serde::Serialize;
use ts_rs::TS;

/// A time in which no agent looked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Away {
    /// The last look before it.
    pub from: String,
    /// The first look after it.
    pub until: String,
    /// `asleep` and `off` are the computer's, `stopped` is the agent's own.
    pub why: String,
}

/// Everything that was or will be told.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Ledger {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// By due, newest first, up to a week ahead.
    pub rows: Vec<LedgerRow>,
}

/// One occurrence, and what became of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LedgerRow {
    /// Its key.
    pub key: String,
    /// The treatment's areas; with more than one treatment they tell them apart.
    pub areas: Vec<String>,
    /// What it says.
    pub title: String,
    /// When it was or will be due.
    pub due: String,
    /// When it was shown, in order.
    pub shown: Vec<String>,
    /// The answer that stands.
    pub answer: Option<Answered>,
    /// When it was done, or said.
    pub answered: Option<String>,
    /// Why it was not shown: `off`, `window closed` or `superseded`.
    pub missed: Option<String>,
    /// When that was decided; not yet, where no look has.
    pub decided: Option<String>,
    /// The time without reminders that it fell into, where one is known.
    pub away: Option<Away>,
    /// It can be answered now.
    pub answerable: bool,
}

/// Whether reminders can be relied on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Health {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone.
    pub zone: String,
    /// An agent runs.
    pub agent: bool,
    /// Since when it has been running without an end.
    pub since: Option<String>,
    /// Its last look, to about a minute.
    pub looked: Option<String>,
    /// The last week's times in which no agent looked, newest first.
    pub away: Vec<Away>,
    /// The system's notification server as the agent last met it.
    pub server: Option<Server>,
    /// Since when a notice waits because the server did not take it.
    pub waiting_since: Option<String>,
    /// The last notice that was shown.
    pub last: Option<LastNotice>,
    /// Start at login: `on`, `off`, `switched_off` (by the desktop's settings), `stale` (it starts another program), `unit` (the
    /// system's service starts it) or `not_here`.
    pub autostart: String,
    /// The last test notice.
    pub test: Option<Test>,
}

/// A notification server.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Server {
    /// Its name, as it says; none where no server was there.
    pub name: Option<String>,
    /// Its version, as it says.
    pub version: String,
    /// It shows buttons.
    pub actions: bool,
    /// It keeps notices until they are closed.
    pub keeps: bool,
    /// When the agent met it.
    pub met: String,
}

/// The last notice that was shown.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LastNotice {
    /// When.
    pub at: String,
    /// What it told of.
    pub lines: Vec<String>,
    /// There was something to answer.
    pub answerable: bool,
    /// The answer that stands.
    pub answer: Option<Answered>,
    /// When it was given.
    pub answered: Option<String>,
}

/// A test notice. Only the patient knows whether it could be seen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Test {
    /// Its number.
    pub id: u32,
    /// When it was asked for.
    pub asked: String,
    /// When the notification server took it.
    pub shown: Option<String>,
    /// Why it did not take it.
    pub refused: Option<String>,
    /// Nobody took it in time; the agent does not try it any more.
    pub over: bool,
    /// What the patient said.
    pub seen: Option<bool>,
}
