//! What the agent holds: threads, files and memory.

use super::patient::{Patient, berlin, ledger};
use super::stage::Desktop;
use chrono::TimeDelta;
use std::fs;
use std::time::Duration;

/// How many files more it may hold: a connection for each notice that stands on the screen.
const FILES: usize = 10;

/// How much memory more it may hold, in kB: what a connection for each notice that stands on the screen takes.
const MEMORY: usize = 1024;

/// What a process holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Threads.
    pub threads: usize,
    /// Open files, sockets among them.
    pub files: usize,
    /// Resident memory, in kB.
    pub memory: usize,
}

impl Held {
    /// What a process holds now.
    pub fn by(process: u32) -> Held {
        let count =
            |folder: &str| fs::read_dir(format!("/proc/{process}/{folder}")).expect("a process").count();
        let status = fs::read_to_string(format!("/proc/{process}/status")).expect("a process");
        let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
        let memory = memory.and_then(|number| number.parse().ok()).expect("a number");
        Held { threads: count("task"), files: count("fd"), memory }
    }

    /// Ends where it is more than before.
    fn has_not_grown_since(&self, before: Held) {
        let grown = self.threads > before.threads
            || self.files > before.files + FILES
            || self.memory > before.memory + MEMORY;
        assert!(!grown, "{before:?} became {self:?}");
    }
}

/// Prints what a process held twice. Ends where it is more at the end.
pub fn compare(first: &str, before: Held, then: &str, after: Held) {
    for (when, held) in [(first, before), (then, after)] {
        let Held { threads, files, memory } = held;
        println!("  {when:<20} {threads} threads, {files} files, {memory} kB resident");
    }
    after.has_not_grown_since(before);
}

/// Shows at least so many notices by the agent; what it held after the first forty, and at the end. They are closed now and
/// then, which is no answer.
pub fn after_notices(count: usize) -> (Held, Held) {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let mut patient = Patient::enter(&desktop, "ida");
    let agent = desktop.serve(&patient.data);
    let mut before = None;
    loop {
        let (moment, keys) = patient.next(&desktop);
        let shown = patient.shown();
        desktop.wake_at(moment, &patient.data);
        patient.wait_for(&keys, &shown);
        let notices = server.shown().len();
        if notices >= 40 && before.is_none() {
            before = Some(Held::by(agent.id()));
        }
        if notices >= count {
            break;
        }
        if notices.is_multiple_of(10) {
            server.clear(&desktop);
        }
    }
    (before.expect("forty notices"), Held::by(agent.id()))
}

/// What a day brought.
#[derive(Debug)]
pub struct Day {
    /// What the agent held after the first hour.
    pub early: Held,
    /// What it held at the end.
    pub late: Held,
    /// How many notices came.
    pub notices: usize,
    /// How many occurrences were answered on them.
    pub answered: usize,
}

/// Lets the second day pass in steps of 30 seconds, in which notices come and are answered.
pub fn day() -> Day {
    const STEP: TimeDelta = TimeDelta::seconds(30);
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let patient = Patient::enter(&desktop, "jan");
    let agent = desktop.serve(&patient.data);
    let (mut early, mut seen) = (None, 0);
    for step in 1..=2880 {
        desktop.wake_at(berlin("06-11 07:00") + STEP * step, &patient.data);
        // So long does a look take at most; without a pause several steps would be one look.
        std::thread::sleep(Duration::from_millis(25));
        let shown = server.shown();
        if let Some(newest) = shown.last().filter(|_| shown.len() > seen) {
            seen = shown.len();
            server.press(&desktop, "Done", &newest.title);
        }
        if step == 120 {
            early = Some(Held::by(agent.id()));
        }
    }
    let rows = ledger(&desktop, &patient.data);
    Day {
        early: early.expect("an hour"),
        late: Held::by(agent.id()),
        notices: seen,
        answered: rows.iter().filter(|row| !row[2].is_null()).count(),
    }
}
