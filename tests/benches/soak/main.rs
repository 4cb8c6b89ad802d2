//! What takes minutes: the stories of the desktop tests at the length of a life. `cargo xtask soak` builds the programs first
//! and runs all subjects, `cargo xtask soak NAME` one. Each prints its figures; what must hold and does not ends it, and the
//! program fails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a subject that does not hold has failed"
)]
#![allow(dead_code, reason = "the stage belongs to the tests, which use all of it")]

#[path = "../../desktop/bus.rs"]
mod bus;
#[path = "../../desktop/costs.rs"]
mod costs;
#[path = "../../desktop/dragging.rs"]
mod dragging;
#[path = "../../desktop/hangs.rs"]
mod hangs;
#[path = "../../desktop/jumps.rs"]
mod jumps;
#[path = "../../desktop/kills.rs"]
mod kills;
mod many;
#[path = "../../desktop/notices.rs"]
mod notices;
#[path = "../../desktop/patient.rs"]
mod patient;
#[path = "../../simulator/mod.rs"]
mod simulator;
#[path = "../../desktop/stage.rs"]
mod stage;
#[path = "../../desktop/window.rs"]
mod window;

use patient::BERLIN;
use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::Duration;

/// A name to call it by, what it is, and what does it.
const SUBJECTS: [(&str, &str, fn()); 7] = [
    ("notices", "10,000 notices by one desk, dunst", notices),
    ("kills", "200 power cuts around a notice", kills),
    ("hang", "a server that hangs for 60 seconds with a notice due", hang),
    ("late", "a server that takes 14 seconds over a notice and is awake", late),
    ("clock", "the clock set by -1 h, +6 h, +10 years and back, found by the agent itself", clock),
    ("day", "the second day of a treatment in 2,880 steps, each notice answered", day),
    ("simulator", "10,000,000 steps of thrown scripts, or so many as AFTERCARE_STEPS says", scripts),
];

fn main() -> ExitCode {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    let words: Vec<String> = std::env::args().skip(1).collect();
    if !words.iter().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
    if let [many::DESK, count] = words[..] {
        many::desk(count.parse().expect("a number"));
        return ExitCode::SUCCESS;
    }
    let wanted: Vec<_> =
        SUBJECTS.iter().filter(|(name, _, _)| words.is_empty() || words.contains(name)).collect();
    if wanted.len() < words.len() {
        let names: Vec<&str> = SUBJECTS.iter().map(|(name, _, _)| *name).collect();
        eprintln!("soak: the subjects are {}", names.join(", "));
        return ExitCode::from(2);
    }
    let mut failed = Vec::new();
    for (name, what, subject) in wanted {
        println!("{name}: {what}");
        let start = companion::clock::now();
        // What went wrong is on standard error already.
        if catch_unwind(subject).is_err() {
            println!("  FAILED");
            failed.push(*name);
        }
        println!("  took                 {} s", (companion::clock::now() - start).num_seconds());
    }
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("soak: does not hold: {}", failed.join(", "));
    ExitCode::FAILURE
}

fn notices() {
    many::many(10_000);
}

fn kills() {
    // Other moments each time; the seed is printed, so that a failure can be had again.
    let seed = companion::clock::now().timestamp().unsigned_abs();
    println!("  seed                 {seed}");
    let figures = kills::killed(200, seed);
    println!("  power cuts           {}", figures.kills);
    println!("  before the notice    {}", figures.before);
    println!("  before its record    {} (each repeated under the same identity)", figures.repeats);
    println!("  occurrences due      {}, all shown and recorded once", figures.occurrences);
    println!("  notices              {}", figures.notices);
}

fn hang() {
    let took = hangs::hung(Duration::from_secs(60));
    println!("  return to recorded   {} ms", took.num_milliseconds());
}

fn late() {
    println!("  start to recorded    {:.1} s", hangs::late().num_milliseconds() as f64 / 1000.0);
}

fn clock() {
    let figures = jumps::jumped(jumps::Found::ByItself);
    println!("  next notice late by  {} ms", figures.late.num_milliseconds());
    println!("  jump found after     {:.1} s", figures.found.num_milliseconds() as f64 / 1000.0);
}

fn day() {
    let figures = costs::day();
    println!("  notices              {}", figures.notices);
    println!("  occurrences answered {}", figures.answered);
    costs::compare("after an hour", figures.early, "after a day", figures.late);
}

fn scripts() {
    let seed = companion::clock::now().timestamp().unsigned_abs();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("  first seed           {seed}");
    let steps = std::env::var("AFTERCARE_STEPS").map_or(10_000_000, |steps| steps.parse().expect("a number"));
    let figures = simulator::soak(steps, seed, threads);
    println!("  steps                {}", figures.steps);
    println!("  agent's turns        {}", figures.turns);
    println!("  notices seen         {}, {} of them again after a crash", figures.seen, figures.repeated);
    println!("  answered, missed     {}, {}", figures.answered, figures.missed);
    println!("  accounted for        {} occurrences", figures.accounted);
}
