//! What every program of Aftercare does at its edges: its arguments, and its complaints.

use crate::autostart::{self, State};
use crate::problem::Problem;
use crate::words::Words;
use crate::{Companion, default_folder, system_language};
use std::io::Write;
use std::path::{Path, PathBuf};

/// One program of Aftercare.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// Its name, as it is typed.
    pub name: &'static str,
    /// What `--help` says.
    pub usage: &'static str,
}

impl Program {
    /// The data folder that the arguments, the environment or the platform name; `None` where only help was asked for, and given.
    ///
    /// # Errors
    /// A sentence about an argument that is wrong.
    pub fn data_folder(&self) -> Result<Option<PathBuf>, String> {
        use lexopt::Arg::{Long, Short};
        let mut parser = lexopt::Parser::from_env();
        let mut folder = None;
        while let Some(arg) = parser.next().map_err(|error| error.to_string())? {
            match arg {
                Long("data") => {
                    let named: PathBuf = parser.value().map_err(|error| error.to_string())?.into();
                    if named.as_os_str().is_empty() {
                        return Err("--data needs a folder".into());
                    }
                    folder = Some(named);
                }
                Long("help") | Short('h') => return say(self.usage),
                Long("version") => return say(&format!("{} {}\n", self.name, env!("CARGO_PKG_VERSION"))),
                other => {
                    return Err(format!("{}; {} --help says what there is", other.unexpected(), self.name));
                }
            }
        }
        match folder {
            Some(folder) => Ok(Some(folder)),
            None => default_folder().map(Some).map_err(|problem| in_words(&problem)),
        }
    }

    /// Mends the start at login as the person wished, which agent and window do whenever they start. What is wrong is complained
    /// of; reminders work without, until the computer is started again.
    pub fn mend_autostart(&self, folder: &Path) {
        if autostart::state(folder) == State::NotHere {
            return;
        }
        // A store that cannot be read is told by the first look, or by the page.
        let Ok(wanted) = Companion::open(folder).and_then(|companion| companion.autostart_wanted()) else {
            return;
        };
        if let Err(problem) = autostart::mend(folder, wanted) {
            self.complain(&in_words(&problem));
        }
    }

    /// One line on standard error.
    pub fn complain(&self, what: &str) {
        // Where nobody reads standard error there is nobody to tell.
        drop(writeln!(std::io::stderr(), "{}: {what}", self.name));
    }
}

/// Another program of this installation, by its name without an ending: the one in the folder of the running program. `None`
/// where it is not there.
#[must_use]
pub fn beside(name: &str) -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.to_path_buf();
    Some(folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))).filter(|path| path.is_file())
}

/// A problem in the system's language.
#[must_use]
pub fn in_words(problem: &Problem) -> String {
    Words::of(&system_language()).problem(problem)
}

fn say(text: &str) -> Result<Option<PathBuf>, String> {
    std::io::stdout().write_all(text.as_bytes()).map(|()| None).map_err(|error| error.to_string())
}
