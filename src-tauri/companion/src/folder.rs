//! The data folder: where it is, who serves it, and how its programs wake each other.

use crate::problem::Problem;
use notify::Watcher;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// The platform's own place, for a person who named no other.
///
/// # Errors
/// `data-folder` where the system names no place for a person's data.
pub fn default_folder() -> Result<PathBuf, Problem> {
    if let Some(named) = std::env::var_os("AFTERCARE_DATA").filter(|named| !named.is_empty()) {
        return Ok(named.into());
    }
    platforms_own().ok_or_else(|| {
        Problem::new("data-folder")
            .with("folder", "?")
            .with("reason", "the system names no place for it; use --data DIR")
    })
}

/// The platform's own place, whatever the environment names: the folder that an agent serves which nobody told another.
pub(crate) fn platforms_own() -> Option<PathBuf> {
    dirs::data_local_dir().map(|base| base.join("aftercare"))
}

/// Makes a folder where it is missing, for this person's eyes alone. Whichever program comes first makes the data folder.
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A role that one program at a time has for a data folder, held as long as the file is open. The system lets go of it when
/// the program ends, however it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Tells the patient.
    Agent,
    /// Is the window.
    Window,
}

impl Role {
    fn file(self) -> &'static str {
        match self {
            Role::Agent => "agent.lock",
            Role::Window => "window.lock",
        }
    }

    /// Takes the role; `None` where another program has it.
    ///
    /// # Errors
    /// `data-folder` where the folder cannot be written.
    pub fn take(self, folder: &Path) -> Result<Option<File>, Problem> {
        let wrong = |error: std::io::Error| {
            Problem::new("data-folder").with("folder", folder.display()).with("reason", error)
        };
        make_private(folder).map_err(wrong)?;
        let file = File::options()
            .create(true)
            .write(true)
            .truncate(false)
            .open(folder.join(self.file()))
            .map_err(wrong)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(wrong(error)),
        }
    }

    /// Whether a program has the role now.
    #[must_use]
    pub fn taken(self, folder: &Path) -> bool {
        File::open(folder.join(self.file()))
            .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

/// Where the signals are: beside the store, every write to it would wake whoever listens.
const SIGNALS: &str = "signals";

/// What one program of a data folder tells the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The store was written.
    Changed,
    /// The window is wanted.
    Show,
}

impl Signal {
    fn file(self) -> &'static str {
        match self {
            Signal::Changed => "changed",
            Signal::Show => "show",
        }
    }

    /// Tells the others. It only makes them quicker: whoever misses it looks at the store within 30 seconds, so a failure is
    /// no one's problem.
    pub fn raise(self, folder: &Path) {
        let signals = folder.join(SIGNALS);
        let file = signals.join(self.file());
        if std::fs::write(&file, b".").is_err() && make_private(&signals).is_ok() {
            drop(std::fs::write(file, b"."));
        }
    }

    /// Listens as long as the watch is kept.
    ///
    /// # Errors
    /// The system's words where a folder cannot be watched; looking every 30 seconds does without.
    pub fn listen(folder: &Path, heard: impl Fn(Signal) + Send + 'static) -> Result<Watch, String> {
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if !matches!(event.kind, notify::EventKind::Modify(_) | notify::EventKind::Create(_)) {
                return;
            }
            for signal in [Signal::Changed, Signal::Show] {
                if event.paths.iter().any(|path| path.file_name().is_some_and(|name| name == signal.file())) {
                    heard(signal);
                }
            }
        })
        .map_err(|error| error.to_string())?;
        let signals = folder.join(SIGNALS);
        make_private(&signals).map_err(|error| error.to_string())?;
        watcher.watch(&signals, notify::RecursiveMode::NonRecursive).map_err(|error| error.to_string())?;
        Ok(Watch { _watcher: watcher })
    }
}

/// Listens to the signals of a data folder until it is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: notify::RecommendedWatcher,
}
