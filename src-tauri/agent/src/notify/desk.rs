//! Where the agent hands in its slips. Who shows them works on a thread of its own.

use super::{Notifier, Slip, here};
use crate::Event;
use std::sync::Arc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Tells the agent what becomes of its slips.
pub(super) type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// The slips as they come.
pub(super) type Inbox = UnboundedReceiver<Slip>;

/// Shows slips as the system shows notices.
pub struct Desk {
    slips: UnboundedSender<Slip>,
    tell: Tell,
}

impl Desk {
    /// Starts; `tell` gets what becomes of the slips.
    ///
    /// # Errors
    /// Where the system gives no thread or no runtime.
    pub fn start(tell: impl Fn(Event) + Send + Sync + 'static) -> std::io::Result<Desk> {
        let (slips, inbox) = unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let tell: Tell = Arc::new(tell);
        let told = Arc::clone(&tell);
        std::thread::Builder::new()
            .name("notify".into())
            .spawn(move || runtime.block_on(here::serve(inbox, told)))?;
        Ok(Desk { slips, tell })
    }
}

impl Notifier for Desk {
    fn show(&mut self, slip: Slip) {
        if let Err(unsent) = self.slips.send(slip) {
            // The thread ended, which only a panic in a library can bring about. The slip gets its answer all the same.
            (self.tell)(Event::NotShown(unsent.0.about, "the notification thread is gone".into()));
            (self.tell)(Event::Broken);
        }
    }
}
