//! What the agent costs and how late it is, measured on the real program with a real notification server: its memory and its
//! wake-ups while it waits, and the time from due to shown of 200 notices. `cargo xtask bench` builds the programs first.
//!
//! The clock is moved to half a second before each due moment, so that the agent naps into it as it does in life.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made has failed"
)]

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use companion::contract::ProcedureForm;
use companion::{Companion, Signal};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const NOTICES: usize = 200;
const IDLE: Duration = Duration::from_secs(120);

fn main() {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    // A session bus of our own, on which dunst is the only server.
    if std::env::var_os("AFTERCARE_BENCH").is_none() {
        let status = Command::new("dbus-run-session")
            .arg("--")
            .arg(std::env::current_exe().unwrap())
            .arg("--bench")
            .env("AFTERCARE_BENCH", "1")
            .stderr(Stdio::null())
            .status()
            .expect("dbus-run-session (package dbus) is needed");
        assert!(status.success());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let display = Running::start(Command::new("Xvfb").args([":97", "-screen", "0", "800x600x24"]));
    std::thread::sleep(Duration::from_secs(1));
    let config = folder.path().join("dunstrc");
    std::fs::write(&config, "[global]\nhistory_length = 5\n").unwrap();
    let dunst = Running::start(Command::new("dunst").arg("-conf").arg(&config).env("DISPLAY", ":97"));
    std::thread::sleep(Duration::from_secs(1));
    idle(&folder.path().join("idle"));
    lateness(&folder.path().join("late"), "computer awake and idle");
    let cores = std::thread::available_parallelism().unwrap().get();
    let busy: Vec<Running> =
        (0..cores).map(|_| Running::start(Command::new("sh").args(["-c", "while :; do :; done"]))).collect();
    lateness(&folder.path().join("busy"), &format!("computer awake, all {cores} cores busy"));
    drop(busy);
    drop((dunst, display));
}

/// Memory and wake-ups of an agent that has a plan and waits.
fn idle(data: &Path) {
    let now = companion::clock::now();
    let mut window = Companion::open(data).unwrap();
    window.agree(true, now).unwrap();
    window.enter(&form(now - TimeDelta::hours(1)), now).unwrap();
    let agent = Running::start(Command::new(program("aftercare-agent")).arg("--data").arg(data));
    std::thread::sleep(Duration::from_secs(5));
    let before = wakeups(agent.0.id());
    std::thread::sleep(IDLE);
    let woken = wakeups(agent.0.id()) - before;
    let status = std::fs::read_to_string(format!("/proc/{}/status", agent.0.id())).unwrap();
    let field =
        |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("").trim().to_owned();
    println!("agent, waiting");
    println!("  resident             {} ({} of it its own)", field("VmRSS:"), field("RssAnon:"));
    println!("  threads              {}", field("Threads:"));
    println!("  wake-ups a minute    {:.1}", woken as f64 / IDLE.as_secs_f64() * 60.0);
}

/// From due to shown.
fn lateness(data: &Path, how: &str) {
    let start = companion::clock::now();
    let mut window = Companion::open(data).unwrap();
    window.agree(true, start).unwrap();
    let clock = data.join("clock");
    set(&clock, TimeDelta::zero());
    let agent = Running::start(
        Command::new(program("aftercare-agent"))
            .arg("--data")
            .arg(data)
            .env("TZ", "Europe/Berlin")
            .env("LD_PRELOAD", faketime())
            .env("FAKETIME_TIMESTAMP_FILE", &clock)
            .env("FAKETIME_NO_CACHE", "1")
            .env("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    );
    let mut moved = TimeDelta::zero();
    let mut late: Vec<f64> = Vec::new();
    let mut fake = start;
    while late.len() < NOTICES {
        // A plan runs dry of daily notices after some weeks; then there is a new treatment.
        let next = match window.next_wake(fake, Berlin).unwrap() {
            Some(next) if next - fake < TimeDelta::days(3) => next,
            _ => {
                let treated = companion::clock::now() + moved - TimeDelta::hours(1);
                window.enter(&form(treated), companion::clock::now() + moved).unwrap();
                fake = companion::clock::now() + moved;
                std::thread::sleep(Duration::from_millis(500));
                continue;
            }
        };
        moved = next - TimeDelta::milliseconds(500) - companion::clock::now();
        set(&clock, moved);
        Signal::Changed.raise(data);
        let shown = wait_for(&window, next);
        let took = (shown - next).num_microseconds().unwrap() as f64 / 1000.0;
        if took > 200.0 {
            println!("  notice {}: {took:.0} ms", late.len() + 1);
        }
        late.push(took);
        fake = next;
        // A screen full of notices that nobody closes is the server's work and not the agent's.
        drop(Command::new("dunstctl").arg("close-all").stdin(Stdio::null()).status());
    }
    drop(agent);
    late.sort_by(f64::total_cmp);
    let at = |share: f64| late[((late.len() as f64 * share).ceil() as usize).clamp(1, late.len()) - 1];
    println!("due to shown and recorded, {} notices, {how}", late.len());
    println!("  median {:.0} ms, p99 {:.0} ms, most {:.0} ms", at(0.5), at(0.99), at(1.0));
}

/// When the notice that was due at an instant was shown.
fn wait_for(window: &Companion, due: DateTime<Utc>) -> DateTime<Utc> {
    #[allow(clippy::disallowed_methods, reason = "how long the measurement itself waits")]
    let begun = Instant::now();
    loop {
        let rows = window.delivered().unwrap();
        let shown =
            rows.rows().flat_map(|(_, _, row)| row.shown.iter().copied()).filter(|at| *at >= due).min();
        if let Some(shown) = shown {
            return shown;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing was shown that was due at {due}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn form(ended: DateTime<Utc>) -> ProcedureForm {
    ProcedureForm {
        ended: plan::local::wall(ended, Berlin).format("%Y-%m-%dT%H:%M").to_string(),
        zone: "Europe/Berlin".into(),
        device: "pen".into(),
        depth_mm: None,
        areas: vec!["face".into()],
        prp: false,
        antibiotic: false,
        pih_prone: false,
        session: 1,
        sessions: 4,
        next_session: None,
    }
}

/// How often any thread of a program went to sleep of its own will.
fn wakeups(pid: u32) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    tasks
        .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok())
        .filter_map(|status| {
            status
                .lines()
                .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")?.trim().parse::<u64>().ok())
        })
        .sum()
}

/// Moves the agent's wall clock.
fn set(clock: &Path, moved: TimeDelta) {
    let seconds = moved.num_milliseconds() as f64 / 1000.0;
    std::fs::write(clock, format!("{seconds:+.3}\n")).unwrap();
}

fn program(name: &str) -> PathBuf {
    // target/release/deps/agent-… -> target/release
    let here = std::env::current_exe().unwrap();
    let program = here.ancestors().nth(2).unwrap().join(name);
    assert!(program.exists(), "{} is missing: use cargo xtask bench", program.display());
    program
}

fn faketime() -> PathBuf {
    let found = std::fs::read_dir("/usr/lib").unwrap().filter_map(|entry| {
        let library = entry.ok()?.path().join("faketime/libfaketime.so.1");
        library.exists().then_some(library)
    });
    found.last().expect("libfaketime (package faketime) is needed")
}

/// A program that ends with the measurement.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Running {
        Running(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
