//! Windows' own notices, over the crate that notify-rust stands on there. notify-rust itself waits for an answer on a blocked
//! thread that nothing can end, one per notice, and hears the first event alone: a press that comes after the notice moved to
//! the notification centre would be lost. Called directly, it brings each answer by a call, and nothing waits.
//!
//! Two things that this crate does not offer: a notice does not replace an earlier one of its identity, and nobody tells that
//! the person has switched our notices off.

use super::{Notifier, Slip, pressed};
use crate::Event;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use tauri_winrt_notification::{Duration, Scenario, Toast};
use winreg::RegKey;
use winreg::enums::HKEY_CURRENT_USER;

/// Who we are to the system. Without a name of its own a program's notices would be told as PowerShell's.
const APP: &str = "org.aftercare.Aftercare";

type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// Shows slips by the system's own notices.
pub struct Desk {
    slips: Sender<Slip>,
    tell: Tell,
    /// How often everything was withdrawn: a notice from before is not listened to.
    withdrawn: Arc<AtomicU32>,
}

impl Desk {
    /// Starts; `tell` gets what becomes of the slips.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(tell: impl Fn(Event) + Send + Sync + 'static) -> std::io::Result<Desk> {
        let (slips, inbox) = channel::<Slip>();
        let tell: Tell = Arc::new(tell);
        let withdrawn = Arc::new(AtomicU32::new(0));
        let (told, before) = (Arc::clone(&tell), Arc::clone(&withdrawn));
        std::thread::Builder::new().name("notify".into()).spawn(move || {
            let mut registered = register();
            for slip in inbox {
                if registered.is_err() {
                    registered = register();
                }
                told(
                    match registered
                        .as_ref()
                        .map_err(ToString::to_string)
                        .and_then(|()| show(&slip, &told, &before))
                    {
                        Ok(()) => Event::Shown(slip.about, String::new(), 0),
                        Err(reason) => Event::NotShown(slip.about, reason),
                    },
                );
            }
        })?;
        Ok(Desk { slips, tell, withdrawn })
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

    /// This crate has no way to take a notice off the screen.
    fn withdraw(&mut self) {
        self.withdrawn.fetch_add(1, Ordering::Relaxed);
    }
}

/// Tells the system our name, and our picture where it lies beside the program. Notices of a name that it does not know are not
/// shown, and nobody says so.
fn register() -> std::io::Result<()> {
    let person = RegKey::predef(HKEY_CURRENT_USER);
    let (key, _) = person.create_subkey(format!(r"Software\Classes\AppUserModelId\{APP}"))?;
    key.set_value("DisplayName", &"Aftercare")?;
    let picture = std::env::current_exe()?.with_file_name("aftercare.png");
    if picture.is_file() {
        key.set_value("IconUri", &picture.as_os_str())?;
    }
    Ok(())
}

fn show(slip: &Slip, tell: &Tell, withdrawn: &Arc<AtomicU32>) -> Result<(), String> {
    let (tell, about) = (Arc::clone(tell), slip.about);
    let (withdrawn, then) = (Arc::clone(withdrawn), withdrawn.load(Ordering::Relaxed));
    // A rule that vanishes after seconds is a rule not read: a reminder stays until it is answered. Without a button it would
    // not, so there is always one.
    let mut toast = Toast::new(APP)
        .title(&slip.title)
        .text1(&slip.body)
        .scenario(Scenario::Reminder)
        .duration(Duration::Long)
        .add_button(&slip.open, "open")
        .on_activated(move |action| {
            if withdrawn.load(Ordering::Relaxed) == then {
                tell(pressed(about, action.as_deref().unwrap_or_default()));
            }
            Ok(())
        });
    for (press, label) in &slip.buttons {
        toast = toast.add_button(label, press.name());
    }
    toast.show().map_err(|error| error.to_string())
}
