//! The commands as lists of steps, each with a heading and its time.

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::call::{self, Stop};
use crate::place::{self, Place};
use crate::setup::{self, Extent};
use crate::tools::{self, Need};
use crate::ui;

/// The packages whose programs a patient's machine gets: the window, the agent, the command line.
pub const PROGRAMS: [&str; 3] = ["aftercare", "aftercare-agent", "aftercarectl"];

/// Builds what changed and starts the window with `args`. The exit code is the window's.
///
/// # Errors
/// If the machine cannot be set up, something does not compile, or the window does not start.
pub fn run(place: &Place, args: &[OsString]) -> Result<ExitCode, Stop> {
    tools::check(Need::NodeAndC)?;
    setup::set_up(place, Extent::Build)?;
    ui::install(place)?;
    ui::build(place)?;
    call::run(call::cargo(&place.root).arg("build").args(packages()))?;
    let window = place.program("debug", PROGRAMS[0]);
    let status = std::process::Command::new(&window)
        .args(args)
        .status()
        .map_err(|e| Stop::new(format!("{} does not start: {e}", window.display())))?;
    if status.success() {
        return Ok(ExitCode::SUCCESS);
    }
    match status.code() {
        Some(code) => Ok(ExitCode::from(u8::try_from(code).unwrap_or(1))),
        None => Err(Stop::new(format!("the window was ended by a signal ({status})"))),
    }
}

/// Everything that must hold. Ends at the first step that fails.
///
/// # Errors
/// If the machine cannot be set up, or a step fails.
pub fn test(place: &Place) -> Result<(), Stop> {
    tools::check(Need::NodeAndC)?;
    let ui_folder = place.at("ui");
    let npm = |args: &[&str]| call::run(call::npm(&ui_folder).args(args));
    let cargo = |args: &[&str]| call::run(call::cargo(&place.root).args(args));

    let mut steps = Steps::default();
    steps.step("set-up", || setup::set_up(place, Extent::Test))?;
    steps.step("npm packages", || ui::install(place))?;
    steps.step("UI build", || ui::build(place))?;
    steps.step("rustfmt", || cargo(&["fmt", "--all", "--check"]))?;
    steps.step("svelte-check and types", || npm(&["run", "check"]))?;
    steps.step("eslint", || npm(&["run", "lint"]))?;
    steps.step("UI tests", || npm(&["test"]))?;
    steps.step("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    steps.step("rustdoc", || {
        call::run(
            call::cargo(&place.root)
                .args(["doc", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    })?;
    // The desktop tests start these programs. Built together with the tests, they have the same features of the same
    // dependencies, and nothing is compiled twice.
    steps.step("programs", || cargo(&["build", "--workspace", "--lib", "--bins", "--tests"]))?;
    steps.step("Rust tests", || cargo(&["test", "--workspace"]))?;
    steps.summary();
    Ok(())
}

/// The screens alone, in a browser, on invented data.
///
/// # Errors
/// If Node or a package is missing, or the server fails.
pub fn dev(place: &Place) -> Result<(), Stop> {
    tools::check(Need::Node)?;
    ui::install(place)?;
    // The server listens to keys, and some servers end when there are none to listen to.
    call::attended(call::npm(&place.at("ui")).args(["run", "dev"]))
}

/// The benchmarks: the plan by itself, exports of ten years, the real window beside an empty one, and the real agent with a real notification server.
///
/// # Errors
/// If one does not compile, or fails.
pub fn bench(place: &Place) -> Result<(), Stop> {
    tools::check(Need::NodeAndC)?;
    setup::set_up(place, Extent::Test)?;
    ui::install(place)?;
    ui::build(place)?;
    let cargo = |args: &[&str]| call::run(call::cargo(&place.root).args(args));
    let programs = ["build", "--release", "--package", "aftercare-agent", "--package", "aftercare", "--bins"];
    cargo(&programs)?;
    // The empty window beside which Today is measured.
    cargo(&["build", "--release", "--package", "aftercare", "--example", "empty"])?;
    cargo(&["bench", "--package", "plan"])?;
    cargo(&["bench", "--package", "tests", "--bench", "export"])?;
    cargo(&["bench", "--package", "tests", "--bench", "window"])?;
    cargo(&["bench", "--package", "tests", "--bench", "photos"])?;
    cargo(&["bench", "--package", "tests", "--bench", "agent"])
}

/// What takes minutes: all subjects, or the one that is named.
///
/// # Errors
/// If something does not compile, there is no such subject, or what must hold does not.
pub fn soak(place: &Place, subject: Option<&OsStr>) -> Result<(), Stop> {
    tools::check(Need::NodeAndC)?;
    setup::set_up(place, Extent::Test)?;
    let cargo = || call::cargo(&place.root);
    let programs = ["build", "--release", "--package", "aftercare-agent", "--package", "aftercarectl"];
    call::run(cargo().args(programs))?;
    call::run(cargo().args(["bench", "--package", "tests", "--bench", "soak", "--"]).args(subject))
}

/// Every screen in every state as pictures; the first word is the folder, those behind it the screens, where not all are
/// wanted. Nobody measures here, so that nothing needs to be built for release.
///
/// # Errors
/// If something does not compile, there is no such screen, or a state cannot be reached.
pub fn screens(place: &Place, words: &[OsString]) -> Result<(), Stop> {
    tools::check(Need::NodeAndC)?;
    setup::set_up(place, Extent::Test)?;
    ui::install(place)?;
    ui::build(place)?;
    let cargo = || call::cargo(&place.root);
    call::run(cargo().arg("build").args(packages()))?;
    // Where this command was called, and not where cargo starts the program.
    let here = std::env::current_dir().map_err(|e| Stop::new(format!("this folder cannot be read: {e}")))?;
    let folder = words.first().map_or_else(|| place.target.join("screens"), |folder| here.join(folder));
    let mut take = cargo();
    take.args(["bench", "--profile", "dev", "--package", "tests", "--bench", "screens", "--"]);
    call::run(take.arg(folder).args(words.iter().skip(1)))
}

/// Writes `ui/src/contract.ts`.
///
/// # Errors
/// If the table of questions does not compile.
pub fn contract(place: &Place) -> Result<(), Stop> {
    let mut example = call::cargo(&place.root);
    example.args(["run", "--quiet", "--package", "companion", "--example", "contract"]);
    let text = call::output(&mut example)?;
    if text.trim().is_empty() {
        return Err(Stop::new("the example `contract` printed nothing"));
    }
    let written = place::write_if_changed(&place.at("ui/src/contract.ts"), text.as_bytes())?;
    call::say(if written { "ui/src/contract.ts is written" } else { "ui/src/contract.ts is up to date" });
    Ok(())
}

/// `--package` for each of the programs.
pub fn packages() -> impl Iterator<Item = &'static str> {
    PROGRAMS.into_iter().flat_map(|name| ["--package", name])
}

/// The steps that were taken, with how long each took.
#[derive(Default)]
struct Steps {
    taken: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn step(&mut self, name: &'static str, action: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
        call::say(&format!("\n=== {name}"));
        self.time(name, action).inspect_err(|_| self.summary())
    }

    fn time(&mut self, name: &'static str, action: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
        let before = now();
        let result = action();
        self.taken.push((name, now().duration_since(before)));
        result.map_err(|stop| Stop::new(format!("stopped at {name}: {}", stop.line)))
    }

    fn summary(&self) {
        call::say("\n=== times");
        for (name, time) in &self.taken {
            call::say(&format!("{name:<24}{:>8.1} s", time.as_secs_f64()));
        }
        let all: Duration = self.taken.iter().map(|(_, time)| *time).sum();
        call::say(&format!("{:<24}{:>8.1} s", "together", all.as_secs_f64()));
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "how long a step takes is no wall time, and nobody's plan hangs on it"
)]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_names_itself_and_keeps_its_time() {
        let mut steps = Steps::default();
        assert!(steps.time("first", || Ok(())).is_ok());
        let stop = steps.time("second", || Err(Stop::new("no"))).unwrap_err();
        assert_eq!(stop.line, "stopped at second: no");
        assert_eq!(steps.taken.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["first", "second"]);
    }

    #[test]
    fn every_program_is_built() {
        assert_eq!(packages().count(), 2 * PROGRAMS.len());
    }
}
