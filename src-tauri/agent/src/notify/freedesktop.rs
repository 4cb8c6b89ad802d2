//! The notification server of a freedesktop session, on a thread and a runtime of its own.
//!
//! * Before each notice the server is asked what it can do. One that has not answered within [`LIMIT`] hangs, and does not get
//!   the notice: it would show it whenever it wakes up, useful or not. The notice is given back, and told anew once the server
//!   speaks.
//! * A notice that was sent and not answered within [`LIMIT`] is not sent a second time while that server sleeps: when it wakes
//!   up it would show both. The wait goes on until the answer comes, the server is another one, or the server answers something
//!   that was asked later.
//! * Who the server is, is watched in one place. When it changes, every waiter of the old one ends: the new one counts its
//!   notices anew, and an old waiter would take a stranger's button for ours. A press that comes before that news is compared
//!   with who the server is now.
//! * The connection that sent a notice stays open while the notice may be answered (GNOME closes a notice with its sender), for
//!   the newest [`KEPT`] of them.

use super::desk::{Inbox, Order, Tell};
use super::{About, Slip, pressed};
use crate::{Event, wake};
use companion::store::Met;
use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse, Timeout};
use std::collections::VecDeque;
use std::future::{Future, pending};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
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

const PATH: &str = "/org/freedesktop/Notifications";

/// What became of a call.
enum Answer {
    /// The server took the notice: who it is, its number for the notice, and the connection to keep.
    Taken(String, u32, Box<NotificationHandle>),
    /// It did not, for this reason.
    Refused(String),
    /// It has not even said what it can do, so it was not given the notice.
    Silent,
    /// A server that was silent speaks again.
    Awake,
}

pub(super) async fn serve(mut inbox: Inbox, tell: Tell) {
    let (owners, mut owner_changes) = unbounded_channel();
    tokio::spawn(watch(owners, Arc::clone(&tell)));
    wake::listen(&tell);
    let (answers, mut answered) = unbounded_channel();
    let mut server = Server::default();
    loop {
        tokio::select! {
            order = inbox.recv() => match order {
                Some(Order::Show(slip)) => server.ask(slip, &answers, &tell),
                Some(Order::Withdraw) => server.withdraw(),
                None => return,
            },
            Some((call, answer)) = answered.recv() => server.answered(call, answer, &tell),
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
    /// The call that is under way.
    pending: Option<Pending>,
    /// What was shown and may be answered, the oldest first.
    standing: VecDeque<Standing>,
}

/// A call that has no answer yet.
struct Pending {
    call: u64,
    /// What the slip is about and its identity, unless it was given back.
    slip: Option<(About, String)>,
    /// It was withdrawn while the server was asked to show it.
    withdrawn: bool,
    task: JoinHandle<()>,
}

/// A notice on the screen.
struct Standing {
    identity: String,
    /// Dropped with the notice, which tells the waiter that nobody will press anything any more. Used, it asks the waiter to take
    /// the notice away.
    waiter: oneshot::Sender<()>,
}

impl Server {
    fn ask(&mut self, slip: Slip, answers: &UnboundedSender<(u64, Answer)>, tell: &Tell) {
        if self.pending.is_some() {
            tell(Event::NotShown(slip.about, SILENT.into()));
            return;
        }
        self.calls += 1;
        let (answers, slow, call) = (answers.clone(), Arc::clone(tell), self.calls);
        let given = (slip.about, slip.identity.clone());
        let task = tokio::spawn(async move {
            // The receiver lives as long as this runtime.
            let answer = |answer| drop(answers.send((call, answer)));
            let abilities = abilities();
            tokio::pin!(abilities);
            match timeout(LIMIT, &mut abilities).await {
                Ok(Ok(server)) => {
                    // Another server counts anew: its number is a stranger's notice.
                    let last = slip.replaces.as_ref().filter(|(owner, _)| *owner == server.owner);
                    let place = last.map(|(_, number)| *number);
                    match patiently(show(&slip, &server, place), place, || slow(Event::Slow)).await {
                        Ok((number, handle)) => answer(Answer::Taken(server.owner, number, Box::new(handle))),
                        Err(reason) => answer(Answer::Refused(reason)),
                    }
                }
                Ok(Err(reason)) => answer(Answer::Refused(reason)),
                Err(_) => {
                    answer(Answer::Silent);
                    // Asked once, however long it takes: whoever hangs shall not find a pile of questions.
                    drop(abilities.await);
                    answer(Answer::Awake);
                }
            }
        });
        self.pending = Some(Pending { call, slip: Some(given), withdrawn: false, task });
    }

    fn answered(&mut self, call: u64, answer: Answer, tell: &Tell) {
        // The answer of a server that went away was on its way when its notice was given back.
        let Some(pending) = self.pending.take_if(|pending| pending.call == call) else { return };
        match (answer, pending.slip) {
            (Answer::Taken(owner, number, handle), Some((about, identity))) => {
                self.standing.retain(|one| one.identity != identity && !one.waiter.is_closed());
                let (waiter, gone) = oneshot::channel();
                tokio::spawn(wait(about, owner.clone(), *handle, gone, Arc::clone(tell)));
                self.standing.push_back(Standing { identity, waiter });
                self.standing.drain(..self.standing.len().saturating_sub(KEPT));
                if pending.withdrawn {
                    self.withdraw();
                }
                tell(Event::Shown(about, owner, number));
            }
            (Answer::Refused(reason), Some((about, _))) => tell(Event::NotShown(about, reason)),
            (Answer::Silent, Some((about, _))) => {
                tell(Event::NotShown(about, SILENT.into()));
                self.pending = Some(Pending { slip: None, ..pending });
            }
            // The notice was given back before.
            (_, _) => {
                meet(self.owner.clone(), Arc::clone(tell));
                tell(Event::NewServer);
            }
        }
    }

    fn withdraw(&mut self) {
        for standing in self.standing.drain(..) {
            // A waiter that has ended took its notice away, or the patient did.
            let _ = standing.waiter.send(());
        }
        if let Some(pending) = &mut self.pending {
            pending.withdrawn = true;
        }
    }

    fn changed(&mut self, owner: Option<String>, tell: &Tell) {
        let first = !std::mem::replace(&mut self.watched, true);
        if owner == self.owner {
            if first {
                meet(owner, Arc::clone(tell));
            }
            return;
        }
        let before = std::mem::replace(&mut self.owner, owner);
        meet(self.owner.clone(), Arc::clone(tell));
        // A server where none was before may have been started by our own call, which it has yet to answer.
        if before.is_none() {
            if !first && self.pending.is_none() {
                tell(Event::NewServer);
            }
            return;
        }
        self.standing.clear();
        if let Some(pending) = self.pending.take() {
            pending.task.abort();
            if let Some((about, _)) = pending.slip {
                tell(Event::NotShown(about, "the notification server went away".into()));
            }
        }
        if self.owner.is_some() {
            tell(Event::NewServer);
        }
    }
}

/// Waits for what the patient presses on a notice, until it is gone.
async fn wait(
    about: About,
    owner: String,
    handle: NotificationHandle,
    gone: oneshot::Receiver<()>,
    tell: Tell,
) {
    let mut press = None;
    let pressing = handle.wait_for_action_async(|response| press = action(about, response));
    tokio::select! {
        // A press that came before the news that the server is gone counts.
        biased;
        () = pressing => {}
        asked = gone => {
            // Nothing sent: its server is gone, or there is another notice in its place.
            if asked.is_ok() {
                drop(timeout(LIMIT, handle.close_async()).await);
            }
            return;
        }
    }
    let Some(event) = press else { return };
    // The news of another server comes on another connection, and may come later than a press on that server's own notices.
    let present = timeout(LIMIT, present_owner()).await.unwrap_or_default();
    if present.is_none_or(|present| present == owner) {
        tell(event);
        // Some servers take a notice away with its answer, some leave that to us.
        drop(timeout(LIMIT, handle.close_async()).await);
    }
}

fn action(about: About, response: &NotificationResponse) -> Option<Event> {
    match response {
        NotificationResponse::Default => Some(Event::Opened),
        NotificationResponse::Action(action) => Some(pressed(about, action)),
        // Closing a notice is no answer.
        NotificationResponse::Closed(_) | NotificationResponse::Reply(_) => None,
    }
}

/// Waits for the server's answer; says once that it is slow. Gives up only when the server is awake and the answer is lost.
/// `place` is the number that the notice is to have because it replaces another one.
async fn patiently(
    mut call: Showing,
    place: Option<u32>,
    slow: impl FnOnce(),
) -> Result<(u32, NotificationHandle), String> {
    let mut slow = Some(slow);
    loop {
        if let Ok(answer) = timeout(LIMIT, &mut call).await {
            return answer;
        }
        if let Some(slow) = slow.take() {
            slow();
        }
        let awake = timeout(LIMIT, abilities()).await.is_ok_and(|answer| answer.is_ok());
        if awake {
            // A bus keeps the order, so an answer that is still to come is here by now.
            if let Ok(answer) = timeout(LAST, &mut call).await {
                return answer;
            }
            // Unless the server takes its time over this one. It will be asked anew, so what comes of this is too much, but
            // for a notice that has come in the place of an earlier one: the new one will do the same.
            tokio::spawn(async move {
                if let Ok((number, handle)) = call.await
                    && place != Some(number)
                {
                    handle.close_async().await;
                }
            });
            return Err(SILENT.into());
        }
        tokio::time::sleep(BETWEEN_PROBES).await;
    }
}

/// A slip on its way to the server, and what becomes of it: the server's number for the notice, and the connection to keep.
type Showing = Pin<Box<dyn Future<Output = Result<(u32, NotificationHandle), String>> + Send>>;

/// Asks the server to show a slip, in the place of the notice with this number.
fn show(slip: &Slip, server: &Abilities, place: Option<u32>) -> Showing {
    let mut notification = Notification::new();
    notification
        .appname("Aftercare")
        .summary(&slip.title)
        .body(&if server.can("body-markup") { escape(&slip.body) } else { slip.body.clone() })
        .icon("aftercare")
        .hint(Hint::DesktopEntry("aftercare".into()))
        // dunst knows a notice by this tag even where its number was lost in a crash.
        .hint(Hint::Custom("x-dunst-stack-tag".into(), format!("aftercare-{}", slip.identity)))
        // A rule that vanishes after seconds is a rule not read.
        .timeout(Timeout::Never);
    // Where a server has no buttons the window has them; some such servers turn actions into a dialog that takes the keyboard.
    if server.can("actions") {
        notification.action("default", &slip.open);
        for (press, label) in &slip.buttons {
            notification.action(press.name(), label);
        }
    }
    if let Some(number) = place {
        notification.id(number);
    }
    Box::pin(async move {
        let handle = notification.show_async().await.map_err(|error| reason(&error.to_string()))?;
        Ok((handle.id(), handle))
    })
}

/// Who the server is, and what it says that it can do.
struct Abilities {
    owner: String,
    names: Vec<String>,
}

impl Abilities {
    fn can(&self, name: &str) -> bool {
        self.names.iter().any(|one| one == name)
    }
}

async fn abilities() -> Result<Abilities, String> {
    let ask = async {
        let bus = zbus::Connection::session().await?;
        let reply = bus.call_method(Some(SERVER), PATH, Some(SERVER), "GetCapabilities", &()).await?;
        let owner = reply.header().sender().map(ToString::to_string).unwrap_or_default();
        Ok(Abilities { owner, names: reply.body().deserialize()? })
    };
    ask.await.map_err(|error: zbus::Error| reason(&error.to_string()))
}

/// Who has the server's name at this moment.
async fn present_owner() -> Option<String> {
    let bus = zbus::Connection::session().await.ok()?;
    let proxy = DBusProxy::new(&bus).await.ok()?;
    Some(proxy.get_name_owner(BusName::try_from(SERVER).ok()?).await.ok()?.to_string())
}

/// Tells which server is there. One that hangs is met when it speaks again.
fn meet(owner: Option<String>, tell: Tell) {
    tokio::spawn(async move {
        let nobody = Met { name: None, version: String::new(), actions: false, keeps: false };
        if owner.is_none() {
            tell(Event::Met(nobody));
        } else if let Ok(Ok(server)) = timeout(LIMIT, introduction()).await {
            tell(Event::Met(server));
        }
    });
}

/// What the server says of itself.
async fn introduction() -> Result<Met, String> {
    let server = abilities().await?;
    let ask = async {
        let bus = zbus::Connection::session().await?;
        let reply = bus.call_method(Some(SERVER), PATH, Some(SERVER), "GetServerInformation", &()).await?;
        reply.body().deserialize::<(String, String, String, String)>()
    };
    let (name, _, version, _) = ask.await.map_err(|error| reason(&error.to_string()))?;
    Ok(Met { name: Some(name), version, actions: server.can("actions"), keeps: server.can("persistence") })
}

/// The first line of what a library said.
fn reason(error: &str) -> String {
    error.lines().next().unwrap_or("no reason was given").to_owned()
}

/// The body is markup where the server says so.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Tells each owner of the server's name, first the present one, for ever; and on the same connection, because each one costs
/// memory, when the session is about to end.
async fn watch(owners: UnboundedSender<Option<String>>, tell: Tell) {
    loop {
        if let Err(error) = watch_bus(&owners, &tell).await {
            log(&format!("no session bus: {}", reason(&error.to_string())));
        }
        if owners.send(None).is_err() {
            return;
        }
        tokio::time::sleep(NO_BUS).await;
    }
}

async fn watch_bus(owners: &UnboundedSender<Option<String>>, tell: &Tell) -> zbus::Result<()> {
    let bus = zbus::Connection::session().await?;
    let session = async {
        // Without it a log-out comes unannounced, and nothing else is amiss.
        drop(wake::watch_session(&bus, tell).await);
        pending::<()>().await;
    };
    tokio::select! {
        () = session => Ok(()),
        watched = watch_owner(&bus, owners) => watched,
    }
}

async fn watch_owner(bus: &zbus::Connection, owners: &UnboundedSender<Option<String>>) -> zbus::Result<()> {
    use futures_lite::StreamExt;
    let proxy = DBusProxy::new(bus).await?;
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
