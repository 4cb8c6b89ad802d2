//! Calling other programs, and speaking to the person at the terminal.

use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Why a command ended early: one line for the person.
#[derive(Debug)]
pub struct Stop {
    /// What is wrong, and what to do about it.
    pub line: String,
}

impl Stop {
    /// Ends the command with this line.
    pub fn new(line: impl Into<String>) -> Stop {
        Stop { line: line.into() }
    }
}

/// Prints a line. A reader that went away (`| head`) is no reason to fail.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a line on standard error.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A command that starts in `folder`, without what cargo told this program about itself: a cargo inside a cargo would
/// otherwise see other variables than one called by hand, and build things twice.
pub fn command(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_about_us) {
            command.env_remove(name);
        }
    }
    command
}

fn is_about_us(name: &str) -> bool {
    name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_PRIMARY_PACKAGE"
}

/// The cargo that started this program, in `folder`.
pub fn cargo(folder: &Path) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), folder)
}

/// npm in `folder`.
pub fn npm(folder: &Path) -> Command {
    // On Windows npm is a script, which is not found by its bare name.
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

/// Runs to the end with the terminal's output, and nothing to read: no step may wait for an answer.
///
/// # Errors
/// If it does not start, or ends with anything but success.
pub fn run(command: &mut Command) -> Result<(), Stop> {
    attended(command.stdin(Stdio::null()))
}

/// Runs to the end, with the terminal's keys too.
///
/// # Errors
/// If it does not start, or ends with anything but success.
pub fn attended(command: &mut Command) -> Result<(), Stop> {
    let name = shown(command);
    let status = command.status().map_err(|e| not_started(&name, &e))?;
    if status.success() { Ok(()) } else { Err(Stop::new(format!("`{name}` failed ({})", ending(status)))) }
}

/// Runs to the end and gives what it printed on standard output; its errors go to the terminal.
///
/// # Errors
/// If it does not start, ends with anything but success, or prints what is not UTF-8.
pub fn output(command: &mut Command) -> Result<String, Stop> {
    let name = shown(command);
    let output =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|e| not_started(&name, &e))?;
    if !output.status.success() {
        return Err(Stop::new(format!("`{name}` failed ({})", ending(output.status))));
    }
    String::from_utf8(output.stdout).map_err(|_| Stop::new(format!("`{name}` printed what is not UTF-8")))
}

/// What a small question to another program gives: its standard output, or nothing if it is missing or fails.
pub fn ask(program: &str, args: &[&str]) -> Option<String> {
    ask_with(Command::new(program).args(args))
}

/// The same for a command that was prepared.
pub fn ask_with(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be started at all, whatever it then says.
pub fn exists(program: &str, arg: &str) -> bool {
    Command::new(program)
        .arg(arg)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// The command as one would type it, without the folders in the program's name.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_stem().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}

fn not_started(name: &str, error: &std::io::Error) -> Stop {
    Stop::new(format!("`{name}` does not start: {error}"))
}

fn ending(status: ExitStatus) -> String {
    status.code().map_or_else(|| "ended by a signal".into(), |code| format!("exit code {code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        assert_eq!(shown(Command::new("/usr/bin/npm").args(["run", "build"])), "npm run build");
    }

    #[test]
    fn what_cannot_start_is_said_in_one_line() {
        let stop = run(&mut Command::new("/nowhere/to-be-found")).unwrap_err();
        assert!(stop.line.starts_with("`to-be-found` does not start: "), "{}", stop.line);
        assert!(!exists("/nowhere/to-be-found", "--version"));
        assert_eq!(ask("/nowhere/to-be-found", &[]), None);
    }

    #[test]
    fn only_what_cargo_said_about_this_program_is_left_out() {
        assert!(is_about_us("CARGO_PKG_VERSION") && is_about_us("CARGO_MANIFEST_DIR"));
        assert!(
            !is_about_us("CARGO_HOME")
                && !is_about_us("CARGO_TARGET_DIR")
                && !is_about_us("CARGO_PROFILE_DEV")
        );
    }
}
