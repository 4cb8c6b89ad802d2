//! `aftercare-agent`: one loop, whose inbox is its timer.

use aftercare_agent::{Agent, Desk, Event, LONGEST_NAP, boot_time};
use companion::program::beside;
use companion::{Problem, Program, Role, Signal, Watch, clock, in_words};
use std::fs::File;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

const PROGRAM: Program = Program { name: "aftercare-agent", usage: USAGE };

const USAGE: &str = "\
Reminds of your clinic's aftercare instructions by the system's notifications.

  aftercare-agent [--data DIR]

--data DIR or AFTERCARE_DATA names the data folder; the default is the platform's own.
";

/// A program that asks whether an agent lives holds the lock for a moment; an agent that starts just then tries again.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

fn main() -> ExitCode {
    match PROGRAM.data_folder() {
        Ok(Some(folder)) => run(&folder),
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
    let (events, inbox) = channel();
    let desk = Desk::start({
        let events = events.clone();
        move |event| tell(&events, event)
    });
    let desk = match desk {
        Ok(desk) => desk,
        Err(error) => {
            PROGRAM.complain(&format!("cannot start: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let mut agent = Agent::new(folder, desk, |what| PROGRAM.complain(what), open_window);
    let mut watch = listen(folder, &events);
    loop {
        let nap = agent.turn(clock::now(), boot_time(), clock::zone());
        match inbox.recv_timeout(nap) {
            Ok(event) => agent.hear(event, clock::now(), clock::zone()),
            Err(RecvTimeoutError::Timeout) => {}
            // `events` lives in this function.
            Err(RecvTimeoutError::Disconnected) => return ExitCode::FAILURE,
        }
        if watch.is_none() {
            watch = listen(folder, &events);
        }
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

/// Hears when another program wrote to the store. Without it the next look comes within 30 seconds.
fn listen(folder: &Path, events: &Sender<Event>) -> Option<Watch> {
    let events = events.clone();
    let heard = move |signal| {
        if signal == Signal::Changed {
            tell(&events, Event::Changed);
        }
    };
    Signal::listen(folder, heard).ok()
}

fn tell(events: &Sender<Event>, event: Event) {
    // The inbox lives as long as the loop, and the loop as long as the program.
    drop(events.send(event));
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
