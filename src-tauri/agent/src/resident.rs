//! The loop around the agent: one inbox, which is its timer, too. A fault ends a round and not the program.

use crate::notify::Notifier;
use crate::{Agent, Event};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use companion::{Signal, Watch};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// What the loop needs from the program around it.
pub trait Surroundings<N> {
    /// A notifier that tells what becomes of its slips.
    ///
    /// # Errors
    /// Where the system gives no thread for it.
    fn notifier(&self, events: Sender<Event>) -> io::Result<N>;
    /// The wall clock, the time since the computer started where it is known, and the zone.
    fn clock(&self) -> (DateTime<Utc>, Option<Duration>, Tz);
    /// One sentence for the log.
    fn complain(&self, what: &str);
    /// A notice was clicked.
    fn open_window(&self, folder: &Path);
    /// After a fault: waits a moment, and says whether to begin anew. What is due meanwhile is that late.
    fn again(&self) -> bool;
}

/// Serves a data folder. After a fault in the loop or in the notifier it begins anew, as long as the surroundings want it: all
/// that counts is in the store.
pub fn reside<N: Notifier, S: Surroundings<N> + Clone + Send + 'static>(folder: &Path, surroundings: &S) {
    loop {
        // Nothing of the round that failed is used again.
        match catch_unwind(AssertUnwindSafe(|| round(folder, surroundings))) {
            Ok(why) => surroundings.complain(&format!("{why}; beginning anew")),
            Err(_) => surroundings.complain("a fault in the agent; beginning anew"),
        }
        if !surroundings.again() {
            return;
        }
    }
}

/// Serves until something breaks, and says what.
fn round<N: Notifier, S: Surroundings<N> + Clone + Send + 'static>(
    folder: &Path,
    surroundings: &S,
) -> String {
    let (events, inbox) = channel();
    let notifier = match surroundings.notifier(events.clone()) {
        Ok(notifier) => notifier,
        Err(error) => return format!("no notifier: {error}"),
    };
    let (log, open) = (surroundings.clone(), surroundings.clone());
    let complain = move |what: &str| log.complain(what);
    let mut agent = Agent::new(folder, notifier, complain, move |folder| open.open_window(folder));
    let mut watch = listen(folder, &events);
    loop {
        let (now, boot, zone) = surroundings.clock();
        let nap = agent.turn(now, boot, zone);
        match inbox.recv_timeout(nap) {
            Ok(Event::Broken) => return "the notifier ended".into(),
            Ok(event) => {
                let (now, _, zone) = surroundings.clock();
                agent.hear(event, now, zone);
            }
            Err(RecvTimeoutError::Timeout) => {}
            // `events` lives in this function.
            Err(RecvTimeoutError::Disconnected) => return "the inbox is gone".into(),
        }
        if watch.is_none() {
            watch = listen(folder, &events);
        }
    }
}

/// Hears when another program wrote to the store. Without it the next look comes within 30 seconds.
fn listen(folder: &Path, events: &Sender<Event>) -> Option<Watch> {
    let events = events.clone();
    let heard = move |signal| {
        if signal == Signal::Changed {
            // Nobody hears it between two rounds, and the next one begins with a look.
            drop(events.send(Event::Changed));
        }
    };
    Signal::listen(folder, heard).ok()
}
