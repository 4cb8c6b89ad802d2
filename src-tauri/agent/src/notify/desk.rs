//! Where the agent hands in its slips. Who shows them works on a thread of its own.

use super::{Notifier, Slip, here};
use crate::Event;
use std::sync::Arc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Tells the agent what becomes of its slips.
pub(super) type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// What the agent hands in.
pub(super) enum Order {
    /// A slip to be shown.
    Show(Slip),
    /// All that stands on the screen is to be taken away.
    Withdraw,
}

/// The orders as they come.
pub(super) type Inbox = UnboundedReceiver<Order>;

/// Shows slips as the system shows notices.
pub struct Desk {
    orders: UnboundedSender<Order>,
    tell: Tell,
}

impl Desk {
    /// Starts; `tell` gets what becomes of the slips.
    ///
    /// # Errors
    /// Where the system gives no thread or no runtime.
    pub fn start(tell: impl Fn(Event) + Send + Sync + 'static) -> std::io::Result<Desk> {
        let (orders, inbox) = unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let tell: Tell = Arc::new(tell);
        let told = Arc::clone(&tell);
        std::thread::Builder::new()
            .name("notify".into())
            .spawn(move || runtime.block_on(here::serve(inbox, told)))?;
        Ok(Desk { orders, tell })
    }
}

impl Notifier for Desk {
    fn show(&mut self, slip: Slip) {
        let about = slip.about;
        if self.orders.send(Order::Show(slip)).is_err() {
            // The thread ended, which only a panic in a library can bring about. The slip gets its answer all the same.
            (self.tell)(Event::NotShown(about, "the notification thread is gone".into()));
            (self.tell)(Event::Broken);
        }
    }

    fn withdraw(&mut self) {
        // A thread that ended listens to nothing any more.
        drop(self.orders.send(Order::Withdraw));
    }
}
