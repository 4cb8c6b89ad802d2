//! Start of the agent at login: one entry of the person's own, in the form that the system has for it.
//!
//! Without the agent nobody is reminded, so [`State::On`] is said only where the entry starts this installation's agent and
//! nothing switches it off. Window, agent and command line read the same state; agent and window mend the entry at their
//! start, because a program that was moved or installed anew leaves one behind that starts nothing.
//!
//! Own code and not the crate `auto-launch` (0.6.0): that one quotes no path, does not see what an entry starts, and knows
//! neither `Hidden`, `XDG_CONFIG_HOME` nor a unit that is there already.

#[cfg(any(all(unix, not(target_os = "macos")), test))]
mod desktop_entry;
#[cfg(any(target_os = "macos", test))]
mod launch_agent;
#[cfg(unix)]
mod own_file;
#[cfg(windows)]
mod run_key;

use crate::folder;
use crate::problem::Problem;
use crate::program::beside;
use std::path::{Path, PathBuf};

#[cfg(unix)]
use own_file::Home;
#[cfg(windows)]
use run_key::Home;

/// Whether the agent starts at login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The entry is there and starts this installation's agent.
    On,
    /// There is no entry.
    Off,
    /// The entry is there, and the system's own settings switched it off.
    SwitchedOff,
    /// The entry starts something else than this installation's agent.
    Stale,
    /// A systemd user unit starts the agent, so no entry is needed.
    Unit,
    /// This data folder is not the platform's own, which is the one that an agent serves at login; or the system knows no
    /// such thing.
    NotHere,
}

/// Whether the agent starts at login for this data folder.
#[must_use]
pub fn state(folder: &Path) -> State {
    home(folder).map_or(State::NotHere, |home| home.state())
}

/// Writes the entry, or removes it; says what came of it. Writing also undoes what the system's settings switched off: the
/// person said so in our window. Where a unit starts the agent, nothing is written.
///
/// # Errors
/// `autostart` where the entry cannot be written or removed, or this installation has no agent.
pub fn set(folder: &Path, on: bool) -> Result<State, Problem> {
    home(folder).map_or(Ok(State::NotHere), |home| home.set(on))
}

/// Writes the entry where it is wanted and is missing or stale. What the system's settings switched off stays so: that was
/// the person, too.
///
/// # Errors
/// As [`set`].
pub fn mend(folder: &Path, wanted: bool) -> Result<State, Problem> {
    home(folder).map_or(Ok(State::NotHere), |home| home.mend(wanted))
}

/// Where the person's entry is and what it should start; `None` where there is nothing to be had.
fn home(folder: &Path) -> Option<Home> {
    if folder::platforms_own().as_deref() != Some(folder) {
        return None;
    }
    Home::of_person(beside("aftercare-agent"))
}

impl Home {
    fn set(&self, on: bool) -> Result<State, Problem> {
        if !on {
            self.remove()?;
        } else if self.state() != State::Unit {
            self.write()?;
        }
        Ok(self.state())
    }

    fn mend(&self, wanted: bool) -> Result<State, Problem> {
        let state = self.state();
        if !wanted || !matches!(state, State::Off | State::Stale) {
            return Ok(state);
        }
        self.write()?;
        Ok(self.state())
    }
}

/// What an entry that is there says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The program that it starts, where it starts just one and without arguments.
    starts: Option<PathBuf>,
    /// The system's settings switched it off.
    switched_off: bool,
}

/// What an entry comes to, beside the agent that this installation has.
fn judge(entry: Option<Entry>, agent: Option<&Path>) -> State {
    let Some(entry) = entry else { return State::Off };
    let ours = match (entry.starts, agent) {
        (Some(starts), Some(agent)) => same(&starts, agent),
        _ => false,
    };
    match (entry.switched_off, ours) {
        (true, _) => State::SwitchedOff,
        (false, true) => State::On,
        (false, false) => State::Stale,
    }
}

/// Whether two paths are one program that is there. An entry may name it through a link.
fn same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// What could not be done, and where.
fn wrong(place: impl std::fmt::Display, reason: impl ToString) -> Problem {
    Problem::new("autostart").with("folder", place).with("reason", reason)
}

/// No entry is written that would start nothing.
const NO_AGENT: &str = "the program aftercare-agent is not beside this one";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_the_person_named_has_no_start_at_login() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let here = (state(folder), set(folder, true), mend(folder, true), set(folder, false));
        assert_eq!(here, (State::NotHere, Ok(State::NotHere), Ok(State::NotHere), Ok(State::NotHere)));
    }
}
