//! Tells the patient, window or no window. It links no toolkit and no webview.
//!
//! [`Agent`] decides what happens next and is driven from outside: [`Agent::turn`] at a moment, [`Agent::hear`] for what came
//! in between. The program around it (`main.rs`) has one loop, whose only sleep is the wait for the next message.

mod agent;
mod notify;
mod wake;

pub use agent::{Agent, Event, LONGEST_NAP};
pub use notify::{Desk, Notifier, Slip};
pub use wake::{Clocks, boot_time};
