//! notify-rust behind a trait. Nothing here ever makes the loop wait.

#[cfg(target_os = "linux")]
mod freedesktop;
#[cfg(not(target_os = "linux"))]
mod native;

#[cfg(target_os = "linux")]
pub use freedesktop::Desk;
#[cfg(not(target_os = "linux"))]
pub use native::Desk;

/// One notice as the notification server gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its row in the ledger; events name it.
    pub notice: i64,
    /// Slips with the same identity replace each other.
    pub identity: i64,
    /// The headline.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// The label for opening the window.
    pub open: String,
    /// The label of Done, where Done answers something.
    pub done: Option<String>,
    /// The label of Later, where there is something to put off.
    pub later: Option<String>,
    /// The server and its number for the last showing of this identity.
    pub replaces: Option<(String, u32)>,
}

/// Shows slips. It returns at once; what became of a slip comes as an [`crate::Event`].
pub trait Notifier {
    /// Gives a slip to the notification server.
    fn show(&mut self, slip: Slip);
}
