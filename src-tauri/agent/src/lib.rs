//! Tells the patient, window or no window. It links no toolkit and no webview.
//!
//! [`Agent`] decides what happens next and is driven from outside: [`Agent::turn`] at a moment, [`Agent::hear`] for what came
//! in between. [`reside`] is the loop that drives it in life; its only sleep is the wait for the next message.

mod agent;
mod notify;
mod resident;
mod wake;

pub use agent::{Agent, Event, Hold, LONGEST_NAP};
pub use notify::{About, Desk, Notifier, Press, Slip, attended};
pub use resident::{Surroundings, reside};
pub use wake::{Clocks, Reading, boot_time};
