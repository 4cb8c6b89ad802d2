//! Windows and macOS, over notify-rust's own backends. One thread asks the system for one thing at a time.

use super::{Notifier, Slip};
use crate::Event;
use companion::contract::Answered;
use notify_rust::Notification;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

/// Shows slips by the system's own notifications.
#[derive(Debug)]
pub struct Desk {
    slips: Sender<Slip>,
}

impl Desk {
    /// Starts; `tell` gets what becomes of the slips.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(tell: impl Fn(Event) + Send + Sync + 'static) -> std::io::Result<Desk> {
        let (slips, inbox) = channel::<Slip>();
        let tell = Arc::new(tell);
        std::thread::Builder::new().name("notify".into()).spawn(move || {
            for slip in inbox {
                let mut notification = Notification::new();
                notification.appname("Aftercare").summary(&slip.title).body(&slip.body);
                // Windows ignores urgency and keeps nothing on screen without a button, so there is always one.
                notification.action("default", &slip.open);
                for (action, label) in [("done", &slip.done), ("later", &slip.later)] {
                    if let Some(label) = label {
                        notification.action(action, label);
                    }
                }
                match notification.show() {
                    Err(error) => tell(Event::NotShown(slip.notice, error.to_string())),
                    Ok(handle) => {
                        tell(Event::Shown(slip.notice, String::new(), 0));
                        wait(handle, slip.notice, Arc::clone(&tell));
                    }
                }
            }
        })?;
        Ok(Desk { slips })
    }
}

fn wait(
    handle: notify_rust::NotificationHandle,
    notice: i64,
    tell: Arc<impl Fn(Event) + Send + Sync + 'static>,
) {
    let waiting = std::thread::Builder::new().name("answer".into()).spawn(move || {
        handle.wait_for_action(|action| match action {
            "done" => tell(Event::Pressed(notice, Answered::Done)),
            "later" => tell(Event::Pressed(notice, Answered::Later)),
            "default" => tell(Event::Opened),
            _ => {}
        });
    });
    // Without a thread the notice stands there all the same; its buttons do nothing, and the window has them, too.
    drop(waiting);
}

impl Notifier for Desk {
    fn show(&mut self, slip: Slip) {
        // The thread lives as long as the program.
        drop(self.slips.send(slip));
    }
}
