//! The notification server of a freedesktop session, on a thread and a runtime of its own.
//!
//! * Every call has a time limit ([`LIMIT`]). A notice that the server has not answered by then is not sent a second time while
//!   that server sleeps: when it wakes up it would show both. The wait goes on until the answer comes, the server is another
//!   one, or the server answers something that was asked later.
//! * Who the server is, is watched in one place. When it changes, every waiter of the old one is dropped: the new one counts its
//!   notices anew, and an old waiter would take a stranger's button for ours.
//! * The connection that sent a notice stays open while the notice may be answered (GNOME closes a notice with its sender), for
//!   the newest [`KEPT`] of them.

use super::{About, Notifier, Press, Slip};
use crate::{Event, wake};
use notify_rust::{Hint, Notification, NotificationResponse, Timeout};
use std::collections::VecDeque;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;

/// How long a call may take.
const LIMIT: Duration = Duration::from_secs(10);

/// How long to wait before looking for a session bus that was not there.
const NO_BUS: Duration = Duration::from_secs(30);

/// How many shown notices can be answered at a time.
const KEPT: usize = 8;

/// How long to let a silent server be before asking it whether it is awake.
const BETWEEN_PROBES: Duration = Duration::from_secs(5);

/// How long an answer may take once the server has answered a later question.
const LAST: Duration = Duration::from_secs(1);

const SILENT: &str = "the notification server does not answer";

const SERVER: &str = "org.freedesktop.Notifications";

type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// Shows slips on the session's notification server.
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
            .spawn(move || runtime.block_on(serve(inbox, told)))?;
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

/// What the server said to a slip, late or in time, and to which call.
type Answer = (u64, Slip, Result<(u32, notify_rust::NotificationHandle), String>);

async fn serve(mut inbox: UnboundedReceiver<Slip>, tell: Tell) {
    let (owners, mut owner_changes) = unbounded_channel();
    tokio::spawn(watch(owners));
    wake::listen(&tell);
    let (answers, mut answered) = unbounded_channel::<Answer>();
    let mut server = Server::default();
    loop {
        tokio::select! {
            slip = inbox.recv() => match slip {
                Some(slip) => server.ask(slip, &answers, &tell),
                None => return,
            },
            Some(answer) = answered.recv() => server.answered(answer, &tell),
            Some(owner) = owner_changes.recv() => server.changed(owner, &tell),
        }
    }
}

/// The notification server as far as it is known, and what it was asked.
#[derive(Default)]
struct Server {
    /// Its unique bus name.
    owner: Option<String>,
    /// The bus has said who it is.
    watched: bool,
    /// How many calls there were.
    calls: u64,
    /// The call that is under way: which one, for which notice.
    pending: Option<(u64, About, JoinHandle<()>)>,
    /// Notices that can be answered: identity and waiter.
    waiters: VecDeque<(String, JoinHandle<()>)>,
}

impl Server {
    fn ask(&mut self, slip: Slip, answers: &UnboundedSender<Answer>, tell: &Tell) {
        if self.pending.is_some() {
            tell(Event::NotShown(slip.about, SILENT.into()));
            return;
        }
        let replaces = slip.replaces.clone().filter(|(owner, _)| Some(owner) == self.owner.as_ref());
        self.calls += 1;
        let (answers, slow, number, about) = (answers.clone(), Arc::clone(tell), self.calls, slip.about);
        let call = tokio::spawn(async move {
            let answer =
                patiently(show(&slip, replaces.map(|(_, number)| number)), || slow(Event::Slow)).await;
            // The receiver lives as long as this runtime.
            drop(answers.send((number, slip, answer)));
        });
        self.pending = Some((number, about, call));
    }

    fn answered(&mut self, (call, slip, answer): Answer, tell: &Tell) {
        // The answer of a server that went away was on its way when its notice was given back.
        if self.pending.as_ref().is_none_or(|(pending, _, _)| *pending != call) {
            return;
        }
        self.pending = None;
        match answer {
            Err(reason) => tell(Event::NotShown(slip.about, reason)),
            Ok((number, handle)) => {
                let owner = self.owner.clone().unwrap_or_default();
                self.drop_waiter(&slip.identity);
                let (tell_later, about) = (Arc::clone(tell), slip.about);
                let waiter = tokio::spawn(async move {
                    let mut acted = false;
                    handle
                        .wait_for_action_async(|response: &NotificationResponse| {
                            acted = !matches!(response, NotificationResponse::Closed(_));
                            pressed(about, response, &tell_later);
                        })
                        .await;
                    // Some servers take a notice away with its answer, some leave that to us.
                    if acted {
                        drop(timeout(LIMIT, handle.close_async()).await);
                    }
                });
                self.waiters.push_back((slip.identity, waiter));
                self.waiters.retain(|(_, waiter)| !waiter.is_finished());
                while self.waiters.len() > KEPT {
                    if let Some((_, oldest)) = self.waiters.pop_front() {
                        oldest.abort();
                    }
                }
                tell(Event::Shown(slip.about, owner, number));
            }
        }
    }

    fn changed(&mut self, owner: Option<String>, tell: &Tell) {
        let first = !std::mem::replace(&mut self.watched, true);
        if owner == self.owner {
            return;
        }
        let before = std::mem::replace(&mut self.owner, owner);
        // A server where none was before may have been started by our own call, which it has yet to answer.
        if before.is_none() {
            if !first && self.pending.is_none() {
                tell(Event::NewServer);
            }
            return;
        }
        for (_, waiter) in self.waiters.drain(..) {
            waiter.abort();
        }
        if let Some((_, about, call)) = self.pending.take() {
            call.abort();
            tell(Event::NotShown(about, "the notification server went away".into()));
        }
        if self.owner.is_some() {
            tell(Event::NewServer);
        }
    }

    fn drop_waiter(&mut self, identity: &str) {
        for (_, waiter) in self.waiters.iter().filter(|(same, _)| same == identity) {
            waiter.abort();
        }
        self.waiters.retain(|(same, _)| same != identity);
    }
}

fn pressed(about: About, response: &NotificationResponse, tell: &Tell) {
    match response {
        NotificationResponse::Default => tell(Event::Opened),
        NotificationResponse::Action(action) => {
            tell(Press::named(action).map_or(Event::Opened, |press| Event::Pressed(about, press)));
        }
        // Closing a notice is no answer.
        NotificationResponse::Closed(_) | NotificationResponse::Reply(_) => {}
    }
}

/// Waits for the server's answer; says once that it is slow. Gives up only when the server is awake and the answer is lost.
async fn patiently<T>(
    call: impl Future<Output = Result<T, String>>,
    slow: impl FnOnce(),
) -> Result<T, String> {
    tokio::pin!(call);
    let mut slow = Some(slow);
    loop {
        if let Ok(answer) = timeout(LIMIT, &mut call).await {
            return answer;
        }
        if let Some(slow) = slow.take() {
            slow();
        }
        let awake = timeout(LIMIT, capabilities()).await.is_ok_and(|answer| answer.is_ok());
        if awake {
            // A bus keeps the order, so an answer that is still to come is here by now.
            return timeout(LAST, &mut call).await.unwrap_or_else(|_| Err(SILENT.into()));
        }
        tokio::time::sleep(BETWEEN_PROBES).await;
    }
}

/// Asks the server to show a slip.
async fn show(slip: &Slip, replaces: Option<u32>) -> Result<(u32, notify_rust::NotificationHandle), String> {
    let markup = capabilities().await?.iter().any(|capability| capability == "body-markup");
    let mut notification = Notification::new();
    notification
        .appname("Aftercare")
        .summary(&slip.title)
        .body(&if markup { escape(&slip.body) } else { slip.body.clone() })
        .icon("aftercare")
        .hint(Hint::DesktopEntry("aftercare".into()))
        // dunst knows a notice by this tag even where its number was lost in a crash.
        .hint(Hint::Custom("x-dunst-stack-tag".into(), format!("aftercare-{}", slip.identity)))
        // A rule that vanishes after seconds is a rule not read.
        .timeout(Timeout::Never)
        .action("default", &slip.open);
    for (press, label) in &slip.buttons {
        notification.action(press.name(), label);
    }
    if let Some(number) = replaces {
        notification.id(number);
    }
    let handle = notification.show_async().await.map_err(|error| reason(&error.to_string()))?;
    Ok((handle.id(), handle))
}

async fn capabilities() -> Result<Vec<String>, String> {
    let ask = async {
        let bus = zbus::Connection::session().await?;
        let reply = bus
            .call_method(Some(SERVER), "/org/freedesktop/Notifications", Some(SERVER), "GetCapabilities", &())
            .await?;
        reply.body().deserialize::<Vec<String>>()
    };
    ask.await.map_err(|error| reason(&error.to_string()))
}

/// The first line of what a library said.
fn reason(error: &str) -> String {
    error.lines().next().unwrap_or("no reason was given").to_owned()
}

/// The body is markup where the server says so.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Tells each owner of the server's name, first the present one, for ever.
async fn watch(owners: UnboundedSender<Option<String>>) {
    loop {
        if let Err(error) = watch_bus(&owners).await {
            log(&format!("no session bus: {}", reason(&error.to_string())));
        }
        if owners.send(None).is_err() {
            return;
        }
        tokio::time::sleep(NO_BUS).await;
    }
}

fn watch_bus(owners: &UnboundedSender<Option<String>>) -> impl Future<Output = zbus::Result<()>> + '_ {
    use futures_lite::StreamExt;
    async move {
        let bus = zbus::Connection::session().await?;
        let proxy = DBusProxy::new(&bus).await?;
        let mut changes = proxy.receive_name_owner_changed_with_args(&[(0, SERVER)]).await?;
        let name: BusName<'_> = BusName::try_from(SERVER)?;
        let present = proxy.get_name_owner(name).await.ok().map(|owner| owner.to_string());
        if owners.send(present).is_err() {
            return Ok(());
        }
        while let Some(change) = changes.next().await {
            let owner = change.args()?.new_owner().as_ref().map(ToString::to_string);
            if owners.send(owner).is_err() {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn log(what: &str) {
    use std::io::Write;
    // Where nobody reads standard error there is nobody to tell.
    drop(writeln!(std::io::stderr(), "aftercare-agent: {what}"));
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_body_is_never_markup() {
        assert_eq!(super::escape("<b>1 & 2</b>"), "&lt;b&gt;1 &amp; 2&lt;/b&gt;");
    }
}
