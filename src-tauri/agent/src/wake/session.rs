//! What a desktop's session manager tells of a log-out: GNOME's interface, which Cinnamon, MATE and others speak, too. Where nobody
//! speaks it, a log-out comes unannounced. Interface: "GNOME Session Manager D-Bus API" (practice).

use super::listen::Tell;
use crate::{Event, Hold};
use futures_lite::StreamExt;
use std::future::pending;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;
use zbus::fdo::DBusProxy;
use zbus::message::Type;
use zbus::names::BusName;
use zbus::proxy::{MethodFlags, OwnerChangedStream};
use zbus::{Connection, MatchRule, MessageStream, OwnedObjectPath, Proxy};

const NAME: &str = "org.gnome.SessionManager";
const PATH: &str = "/org/gnome/SessionManager";
const CLIENT: &str = "org.gnome.SessionManager.ClientPrivate";

/// By this name the session manager knows the program.
const APP: &str = "aftercare-agent";

/// So long a log-out waits for whoever reads what comes. The question whether to log out has been open meanwhile, where the desktop
/// asks it, and counts.
const READ: Duration = Duration::from_secs(5);

/// Tells when the session is about to end, and that it goes on after all, whichever session manager comes or goes.
pub(crate) async fn watch_session(bus: &Connection, tell: &Tell) -> zbus::Result<()> {
    let manager = Proxy::new(bus, NAME, PATH, NAME).await?;
    let mut owners = manager.receive_owner_changed().await?;
    // That nobody has the name is an answer, too; a bus that is gone ends the stream above.
    let present = DBusProxy::new(bus).await?.get_name_owner(BusName::try_from(NAME)?).await.ok();
    let mut owner = present.map(|owner| owner.to_string());
    loop {
        let served = async {
            if owner.is_some() {
                // It is not as expected: the next one is waited for.
                drop(serve(&manager, tell).await);
            }
            pending::<()>().await;
        };
        let next = tokio::select! {
            () = served => None,
            next = another(&mut owners, owner.as_deref()) => next,
        };
        let Some(next) = next else { return Ok(()) };
        owner = next;
    }
}

/// The next owner of the name that is another one, or none; who is there already may be told once more. `None`: the bus is gone.
async fn another(owners: &mut OwnerChangedStream<'_>, than: Option<&str>) -> Option<Option<String>> {
    loop {
        let owner = owners.next().await?.map(|owner| owner.to_string());
        if owner.as_deref() != than {
            return Some(owner);
        }
    }
}

/// Is one of the session's programs, and answers as those do: never with a no.
async fn serve(manager: &Proxy<'_>, tell: &Tell) -> zbus::Result<()> {
    let bus = manager.connection();
    // Heard before it is asked for, so that nothing is missed in between.
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(NAME).interface(CLIENT).build()?;
    let mut signals = MessageStream::for_match_rule(rule, bus, None).await?;
    // Nobody is started only to be told when the session ends.
    let startup = std::env::var("DESKTOP_AUTOSTART_ID").unwrap_or_default();
    let registered =
        manager.call_with_flags("RegisterClient", MethodFlags::NO_AUTO_START, &(APP, startup)).await?;
    let Some(path): Option<OwnedObjectPath> = registered else { return Ok(()) };
    let client = Proxy::new(bus, NAME, path.clone(), CLIENT).await?;
    // Time enough to read, since the desktop asked.
    let mut enough = None;
    while let Some(signal) = signals.next().await {
        let signal = signal?;
        let header = signal.header();
        if header.path().is_none_or(|of| of.as_str() != path.as_str()) {
            continue;
        }
        match header.member().map(|member| member.as_str()) {
            // The desktop is about to ask whether to log out. There is time to read while it asks.
            Some("QueryEndSession") => {
                enough = Some(Box::pin(sleep(READ)));
                tell(Event::GoesOff(Hold::default()));
                answer(&client).await?;
            }
            Some("EndSession") => {
                // The answer is given when nobody holds on any more, or when there was time enough.
                let (hold, let_go) = oneshot::channel::<()>();
                tell(Event::GoesOff(Hold::by(hold)));
                tokio::select! {
                    _ = let_go => {}
                    () = enough.take().unwrap_or_else(|| Box::pin(sleep(READ))) => {}
                }
                answer(&client).await?;
            }
            Some("CancelEndSession") => {
                enough = None;
                tell(Event::StaysOn);
            }
            _ => {}
        }
    }
    Ok(())
}

async fn answer(client: &Proxy<'_>) -> zbus::Result<()> {
    client.call("EndSessionResponse", &(true, "")).await
}
