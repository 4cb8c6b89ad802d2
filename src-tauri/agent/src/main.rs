//! `aftercare-agent`: becomes the one agent of a data folder, and serves it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use aftercare_agent::{Desk, Event, LONGEST_NAP, Surroundings, attended, boot_time, reside};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use companion::program::beside;
use companion::{Problem, Program, Role, clock, in_words};
use std::fs::File;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::Sender;
use std::time::Duration;

const PROGRAM: Program = Program { name: "aftercare-agent", usage: USAGE };

const USAGE: &str = "\
Reminds of your clinic's aftercare instructions by the system's notifications.

  aftercare-agent [--data DIR]

There is one for each data folder: where another one serves it already, this one says so and ends, which is no failure.
--data DIR or AFTERCARE_DATA names the data folder; the default is the platform's own.
";

/// A program that asks whether an agent lives holds the lock for a moment; an agent that starts just then tries again.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// How long to rest after a fault: long enough that one which comes back at once keeps no processor busy.
const BREATH: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    match PROGRAM.data_folder() {
        Ok(Some(folder)) => attended(move || run(&folder)),
        Ok(None) => ExitCode::SUCCESS,
        Err(what) => {
            PROGRAM.complain(&what);
            ExitCode::from(2)
        }
    }
}

fn run(folder: &Path) -> ExitCode {
    let _lock = match lock(folder) {
        Some(lock) => lock,
        None => {
            // What was asked for is the case, so this is no failure: systemd and launchd would start a failed one for ever.
            PROGRAM.complain("another aftercare-agent already serves this data folder");
            return ExitCode::SUCCESS;
        }
    };
    PROGRAM.mend_autostart(folder);
    // What a panic says may hold what the patient entered, and the log is not the place for that.
    std::panic::set_hook(Box::new(|panic| {
        PROGRAM.complain(&match panic.location() {
            Some(place) => format!("a fault at {}:{}", place.file(), place.line()),
            None => "a fault".into(),
        });
    }));
    reside(folder, &Here);
    ExitCode::FAILURE
}

/// This program and this computer.
#[derive(Clone, Copy)]
struct Here;

impl Surroundings<Desk> for Here {
    fn notifier(&self, events: Sender<Event>) -> std::io::Result<Desk> {
        // The loop that hears it may be over; the next one asks anew.
        Desk::start(move |event| drop(events.send(event)))
    }

    fn clock(&self) -> (DateTime<Utc>, Option<Duration>, Tz) {
        (clock::now(), boot_time(), clock::zone())
    }

    fn complain(&self, what: &str) {
        PROGRAM.complain(what);
    }

    fn open_window(&self, folder: &Path) {
        open_window(folder);
    }

    fn again(&self) -> bool {
        std::thread::sleep(BREATH);
        true
    }
}

/// Becomes the folder's agent; `None` where another one is. A folder that cannot be written yet is waited for: it may be on a
/// disk that is not there yet.
fn lock(folder: &Path) -> Option<File> {
    let mut told: Option<Problem> = None;
    let mut tries = 0;
    loop {
        match Role::Agent.take(folder) {
            Ok(Some(lock)) => return Some(lock),
            Ok(None) => {
                tries += 1;
                if tries == TRIES {
                    return None;
                }
                std::thread::sleep(BETWEEN_TRIES);
            }
            Err(problem) => {
                if told.as_ref() != Some(&problem) {
                    PROGRAM.complain(&in_words(&problem));
                    told = Some(problem);
                }
                std::thread::sleep(LONGEST_NAP);
            }
        }
    }
}

/// Opens the window, or lets the one that is there come to the front.
fn open_window(folder: &Path) {
    if Role::Window.taken(folder) {
        return;
    }
    let program = beside("aftercare").unwrap_or_else(|| "aftercare".into());
    let mut command = Command::new(&program);
    command.arg("--data").arg(folder).stdin(Stdio::null()).stdout(Stdio::null());
    match command.spawn() {
        // Somebody has to wait for it, or it stays behind as a zombie when it is closed.
        Ok(mut child) => drop(std::thread::Builder::new().name("window".into()).spawn(move || child.wait())),
        Err(error) => {
            PROGRAM.complain(&format!("the window could not be opened: {}: {error}", program.display()))
        }
    }
}
