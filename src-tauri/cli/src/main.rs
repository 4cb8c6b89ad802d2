//! `aftercarectl`: the plan and the ledger on the command line, for clinics, scripts and tests.
//!
//! Errors are one line on standard error. Exit code 2: the input was wrong; 1: something failed.

mod args;
mod ask;
mod doctor;
mod export;
mod ledger;
mod plan_command;
mod protocol;
mod simulate;
mod today;

use args::Args;
use companion::Problem;
use std::io::Write;
use std::process::ExitCode;

/// How a command ends when it does not end well.
#[derive(Debug)]
pub enum Failure {
    /// The input was wrong: exit code 2.
    Input(String),
    /// Something failed: exit code 1.
    Failed(String),
    /// Help was asked for in the middle of a command; that is no failure.
    Help,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::Failed(companion::words::Words::of("en").problem(&problem))
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Failure {
        Failure::Input(error.to_string())
    }
}

const USAGE: &str = "\
Aftercare on the command line. Shows your clinic's aftercare instructions at the right time; it does not diagnose.

  aftercarectl plan --ended 2026-03-27T15:10 --zone Europe/Berlin [--protocol FILE] [--trait prp] [--trait pih_prone]
                    [--antibiotic] [--next-session 2026-05-05T10:00] --json
  aftercarectl simulate (the arguments of plan) --from 2026-03-27T00:00:00Z --until 2026-04-27T00:00:00Z
                    [--off 2026-03-28T06:00:00Z/2026-03-28T12:00:00Z]... --json
  aftercarectl [--data DIR] ask \"Nurofen\" [--at 2026-03-28T12:00:00Z] [the arguments of plan] [--json]
  aftercarectl [--data DIR] today --json
  aftercarectl [--data DIR] ledger --json
  aftercarectl [--data DIR] doctor [--json]
  aftercarectl [--data DIR] export ics [--neutral] | html [--notes] | json | csv | csv-reminders [--out FILE] [--json]
  aftercarectl protocol check FILE

--data DIR or AFTERCARE_DATA names the data folder; the default is the platform's own.
export writes to standard output, or with --out to a new file; one that is there is left as it is. ics: what lies ahead, as a
calendar (--neutral: nothing that others may not read). html: a page for the doctor (--notes: with the diary's notes). json:
everything, one object. csv: the diary; csv-reminders: what was reminded. In csv a cell that could begin a formula has an
apostrophe before it. --json prints one object about the file, or with it.
Exit code 2: the input was wrong; 1: something failed.
";

fn main() -> ExitCode {
    let (text, code) = match run() {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(Failure::Help) => (USAGE.to_owned(), ExitCode::SUCCESS),
        Err(Failure::Input(what)) => return complain(&what, 2),
        Err(Failure::Failed(what)) => return complain(&what, 1),
    };
    // A reader that went away (`| head`) is no failure of ours.
    match std::io::stdout().write_all(text.as_bytes()).and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => complain(&error.to_string(), 1),
        _ => code,
    }
}

fn complain(what: &str, code: u8) -> ExitCode {
    let mut stderr = std::io::stderr();
    // Nowhere is left to complain when standard error is gone; the exit code still tells.
    drop(writeln!(stderr, "aftercarectl: {what}"));
    ExitCode::from(code)
}

fn run() -> Result<String, Failure> {
    let mut args = Args::new();
    match args.command()?.as_deref() {
        Some("plan") => plan_command::run(args),
        Some("simulate") => simulate::run(args),
        Some("ask") => ask::run(args),
        Some("today") => today::run(args),
        Some("export") => export::run(args),
        Some("doctor") => doctor::run(args),
        Some("ledger") => ledger::run(args),
        Some("protocol") => protocol::run(args),
        Some("help") => Err(Failure::Help),
        Some("version") => Ok(format!("aftercarectl {}\n", env!("CARGO_PKG_VERSION"))),
        Some(other) => {
            Err(Failure::Input(format!("there is no command {other:?}; aftercarectl --help lists them")))
        }
        None => Err(Failure::Input("say what to do; aftercarectl --help lists the commands".into())),
    }
}
