//! Windows' own notices, over the crate that notify-rust stands on there. notify-rust itself waits for an answer on a blocked
//! thread that nothing can end, one per notice, and hears the first event alone: a press that comes after the notice moved to
//! the notification centre would be lost. Called directly, it brings each answer by a call, and nothing waits.
//!
//! Two things that this crate does not offer: a notice does not replace an earlier one of its identity, and nobody tells that
//! the person has switched our notices off.

use super::desk::{Inbox, Order, Tell};
use super::{Slip, pressed};
use crate::Event;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tauri_winrt_notification::{Duration, Scenario, Toast};
use winreg::RegKey;
use winreg::enums::HKEY_CURRENT_USER;

/// Who we are to the system. Without a name of its own a program's notices would be told as PowerShell's.
const APP: &str = "org.aftercare.Aftercare";

/// Shows slips until the agent ends.
pub(super) async fn serve(mut inbox: Inbox, tell: Tell) {
    let mut registered = register();
    // How often everything was withdrawn: a notice from before is not listened to. This crate cannot take it off the screen.
    let withdrawn = Arc::new(AtomicU32::new(0));
    while let Some(order) = inbox.recv().await {
        let Order::Show(slip) = order else {
            withdrawn.fetch_add(1, Ordering::Relaxed);
            continue;
        };
        if registered.is_err() {
            registered = register();
        }
        let known = registered.as_ref().map_err(ToString::to_string);
        tell(match known.and_then(|()| show(&slip, &tell, &withdrawn)) {
            Ok(()) => Event::Shown(slip.about, String::new(), 0),
            Err(reason) => Event::NotShown(slip.about, reason),
        });
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
