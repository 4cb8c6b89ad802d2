//! macOS's own notices, over the crate that notify-rust's feature `preview-macos-un` stands on. notify-rust itself waits for an
//! answer on a blocked thread that nothing can end, and takes a main thread that is busy at that moment for one that is not
//! there. Called directly, answers are futures, of which the newest [`KEPT`] are waited for.
//!
//! The system wants the program inside a bundle; outside, no notice is shown, and the agent says so.

use super::desk::{Inbox, Order, Tell};
use super::{About, Slip, pressed};
use crate::Event;
use mac_usernotifications::{Action, Notification, NotificationHandle, block_on_main, request_auth};
use std::collections::VecDeque;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How long the system may take before somebody hears of it. It takes long where it asks the person for leave.
const LIMIT: Duration = Duration::from_secs(10);

/// How many shown notices can be answered at a time.
const KEPT: usize = 8;

/// Runs the program on a thread of its own: the system delivers answers on the main thread, which has to stand by for them. It
/// looks up once a second while it does.
pub fn attended(run: impl FnOnce() -> ExitCode + Send + 'static) -> ExitCode {
    let (ended, end) = tokio::sync::oneshot::channel();
    let started = std::thread::Builder::new().name("agent".into()).spawn(move || ended.send(run()));
    match started {
        // A panic drops `ended` unsent.
        Ok(_) => block_on_main(end).unwrap_or(ExitCode::FAILURE),
        Err(_) => ExitCode::FAILURE,
    }
}

pub(super) async fn serve(mut inbox: Inbox, tell: Tell) {
    let mut waiters: VecDeque<(String, JoinHandle<()>)> = VecDeque::new();
    while let Some(order) = inbox.recv().await {
        let Order::Show(slip) = order else {
            // The notices themselves stay until the person closes them; nobody listens to them any more.
            waiters.drain(..).for_each(|(_, waiter)| waiter.abort());
            continue;
        };
        let shown = {
            let call = show(&slip);
            tokio::pin!(call);
            match timeout(LIMIT, &mut call).await {
                Ok(shown) => shown,
                Err(_) => {
                    tell(Event::Slow);
                    call.await
                }
            }
        };
        match shown {
            Err(reason) => tell(Event::NotShown(slip.about, reason)),
            Ok(handle) => {
                // The earlier notice of this identity is replaced, and its answer with it.
                waiters.retain(|(identity, waiter)| *identity != slip.identity && !waiter.is_finished());
                waiters.push_back((
                    slip.identity.clone(),
                    tokio::spawn(wait(handle, slip.about, Arc::clone(&tell))),
                ));
                while waiters.len() > KEPT {
                    if let Some((_, oldest)) = waiters.pop_front() {
                        oldest.abort();
                    }
                }
                tell(Event::Shown(slip.about, String::new(), 0));
            }
        }
    }
}

/// Asks the system to show a slip.
async fn show(slip: &Slip) -> Result<NotificationHandle, String> {
    // The system asks the person the first time only, and afterwards answers at once.
    if !request_auth().await.map_err(|error| error.to_string())? {
        return Err("notices of Aftercare are switched off in System Settings".into());
    }
    // A notice without a button would be looked for twice a second until it is gone.
    let mut notification = Notification::new()
        .title(&slip.title)
        .message(&slip.body)
        .id(&format!("aftercare-{}", slip.identity))
        .action(Action::button("open", &slip.open));
    for (press, label) in &slip.buttons {
        notification = notification.action(Action::button(press.name(), label));
    }
    notification.send().await.map_err(|error| error.to_string())
}

async fn wait(handle: NotificationHandle, about: About, tell: Tell) {
    // An error says that nobody will answer any more: the notice was replaced.
    let Ok(response) = handle.response().await else { return };
    // Closing a notice is no answer.
    if response.close_reason.is_none() {
        tell(pressed(about, &response.action_identifier));
    }
}
