//! The system's notices behind a trait. Nothing here ever makes the loop wait.

mod desk;
#[cfg(target_os = "linux")]
#[path = "freedesktop.rs"]
mod here;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod here;
#[cfg(windows)]
#[path = "windows.rs"]
mod here;

pub use desk::Desk;
#[cfg(target_os = "macos")]
pub use here::attended;

/// Runs the program. On macOS the main thread stands by meanwhile, because the system delivers answers there.
#[cfg(not(target_os = "macos"))]
pub fn attended(run: impl FnOnce() -> std::process::ExitCode + Send + 'static) -> std::process::ExitCode {
    run()
}

/// What a slip is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A notice, by its row in the ledger.
    Notice(i64),
    /// A test, by its number.
    Test(u32),
    /// A trouble of the agent itself.
    Trouble,
    /// What comes before the computer is on again, told before it goes off.
    Farewell,
}

/// A button on a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// It is done.
    Done,
    /// In a while.
    Later,
    /// "I see it", on a test.
    Seen,
}

impl Press {
    /// Every button, by the name that the notification server is given.
    pub(crate) const ALL: [(&'static str, Press); 3] =
        [("done", Press::Done), ("later", Press::Later), ("seen", Press::Seen)];

    /// The name that the notification server is given.
    pub(crate) fn name(self) -> &'static str {
        Press::ALL.iter().find(|(_, press)| *press == self).map_or("", |(name, _)| name)
    }

    /// The button of a name.
    pub(crate) fn named(name: &str) -> Option<Press> {
        Press::ALL.iter().find(|(known, _)| *known == name).map(|(_, press)| *press)
    }
}

/// One notice as the notification server gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What it is about; events name it.
    pub about: About,
    /// Slips with the same identity replace each other.
    pub identity: String,
    /// The headline.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// The label for opening the window.
    pub open: String,
    /// The buttons and their labels.
    pub buttons: Vec<(Press, String)>,
    /// The server and its number for the last showing of this identity.
    pub replaces: Option<(String, u32)>,
}

/// Shows slips. It returns at once; what became of a slip comes as an [`crate::Event`].
pub trait Notifier {
    /// Gives a slip to the notification server.
    fn show(&mut self, slip: Slip);

    /// Takes away what stands on the screen, where the system lets us, and listens to it no more: what it tells of was deleted,
    /// and the next notice may have the same number. A slip that is on its way gets its answer as always.
    fn withdraw(&mut self);
}

/// What the patient did, by the name of the button; a click on the notice itself has its own name on each system.
fn pressed(about: About, button: &str) -> crate::Event {
    Press::named(button).map_or(crate::Event::Opened, |press| crate::Event::Pressed(about, press))
}
