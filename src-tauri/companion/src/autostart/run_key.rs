//! The entry of Windows: a value under the person's own `Run` key.
//!
//! Source: "Run and RunOnce Registry Keys" (Microsoft). `StartupApproved` is what Task Manager and Settings write and is not
//! documented: twelve bytes, the first one odd where the person switched the entry off.

use super::{Entry, NO_AGENT, State, judge, wrong};
use crate::problem::Problem;
use std::ffi::{OsStr, OsString};
use std::io::{Error, ErrorKind};
use std::path::PathBuf;
use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, KEY_SET_VALUE};

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

/// The value's name in both.
const NAME: &str = "Aftercare";

/// What the entry should start.
#[derive(Clone, Debug)]
pub(super) struct Home {
    agent: Option<PathBuf>,
}

impl Home {
    /// The home of the person who runs this program.
    pub(super) fn of_person(agent: Option<PathBuf>) -> Option<Home> {
        Some(Home { agent })
    }

    pub(super) fn state(&self) -> State {
        let person = RegKey::predef(HKEY_CURRENT_USER);
        let command = person.open_subkey(RUN).and_then(|run| run.get_value::<OsString, _>(NAME));
        let entry = match command {
            Ok(command) => Some(Entry { starts: program(&command), switched_off: switched_off(&person) }),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            // Something is there that is no command.
            Err(_) => Some(Entry { starts: None, switched_off: false }),
        };
        judge(entry, self.agent.as_deref())
    }

    pub(super) fn write(&self) -> Result<(), Problem> {
        let agent = self.agent.as_deref().ok_or_else(|| wrong(RUN, NO_AGENT))?;
        // A path cannot hold a quotation mark there.
        let mut command = OsString::from("\"");
        command.push(agent);
        command.push("\"");
        let person = RegKey::predef(HKEY_CURRENT_USER);
        let written = person.create_subkey(RUN).and_then(|(run, _)| run.set_value(NAME, &command));
        written.map_err(|error| wrong(RUN, error))?;
        // Without a value there it is approved.
        forget(&person, APPROVED)
    }

    pub(super) fn remove(&self) -> Result<(), Problem> {
        let person = RegKey::predef(HKEY_CURRENT_USER);
        forget(&person, RUN)?;
        forget(&person, APPROVED)
    }
}

/// The program of a command that is nothing but a quoted path.
fn program(command: &OsStr) -> Option<PathBuf> {
    let path = command.to_str()?.strip_prefix('"')?.strip_suffix('"')?;
    Some(path).filter(|path| !path.contains('"')).map(PathBuf::from)
}

fn switched_off(person: &RegKey) -> bool {
    let approved = person.open_subkey(APPROVED).and_then(|approved| approved.get_raw_value(NAME));
    approved.is_ok_and(|value| value.bytes.first().is_some_and(|first| first % 2 == 1))
}

/// Removes our value from a key, where it is.
fn forget(person: &RegKey, key: &str) -> Result<(), Problem> {
    let gone = |error: &Error| error.kind() == ErrorKind::NotFound;
    match person.open_subkey_with_flags(key, KEY_SET_VALUE).and_then(|key| key.delete_value(NAME)) {
        Err(error) if !gone(&error) => Err(wrong(key, error)),
        _ => Ok(()),
    }
}
