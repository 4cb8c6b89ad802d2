//! What is said on the session bus about notices, and a notification server whose manners a test chooses.

use super::stage::{Desktop, wait_for};
use futures_lite::StreamExt;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use zbus::OwnedVariant;
use zbus::message::Type;
use zbus::{Connection, Message, MessageStream};

const SERVER: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What a notification server is asked to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The server's number of the notice that it replaces; 0 for none.
    pub replaces: u32,
    /// Its headline.
    pub title: String,
    /// The rest, as it is sent.
    pub body: String,
    /// The actions it may be answered with, without their labels.
    pub actions: Vec<String>,
    /// The identity in the hints.
    pub tag: String,
    /// It stays until it is closed: a rule that vanishes after seconds is a rule not read.
    pub stays: bool,
    /// The server's number for it, once it has answered.
    pub number: Option<u32>,
}

type Arguments = (String, u32, String, String, String, Vec<String>, BTreeMap<String, OwnedVariant>, i32);

impl Call {
    fn of(message: &Message) -> Option<Call> {
        let header = message.header();
        let notify = header.message_type() == Type::MethodCall
            && header.member().is_some_and(|member| member.as_str() == "Notify");
        if !notify {
            return None;
        }
        let (_, replaces, _, title, body, actions, hints, timeout): Arguments =
            message.body().deserialize().expect("the arguments of Notify");
        let actions = actions.chunks(2).map(|pair| pair[0].clone()).collect();
        let tag = hints.get("x-dunst-stack-tag").and_then(|tag| tag.downcast_ref::<String>().ok());
        let (stays, tag) = (timeout == 0, tag.unwrap_or_default());
        Some(Call { replaces, title, body, actions, tag, stays, number: None })
    }
}

type Calls = Arc<Mutex<Vec<Call>>>;

fn read(calls: &Calls) -> Vec<Call> {
    calls.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Waits until the last of so many calls was answered.
fn nth(count: usize, calls: impl Fn() -> Vec<Call>) -> Call {
    wait_for(&format!("notice {count}; there are {:?}", calls()), || {
        calls().get(count - 1).filter(|call| call.number.is_some()).cloned()
    })
}

/// A runtime on a thread of its own, until it is dropped.
pub struct Driven {
    /// Spawns on it, and waits for what is spawned.
    pub handle: Handle,
    _until_dropped: oneshot::Sender<()>,
}

/// A runtime on a thread of its own.
pub fn driven() -> Driven {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let handle = runtime.handle().clone();
    let (_until_dropped, dropped) = oneshot::channel::<()>();
    // Nothing is sent: it ends when the sender does.
    std::thread::spawn(move || drop(runtime.block_on(dropped)));
    Driven { handle, _until_dropped }
}

async fn connect(address: &str) -> Connection {
    zbus::connection::Builder::address(address).build().await.expect("a session bus")
}

/// Hears everything on the bus.
pub struct Ear {
    calls: Calls,
    _runtime: Driven,
}

impl Ear {
    /// Listens from now on.
    pub fn on(desktop: &Desktop) -> Ear {
        let (runtime, calls) = (driven(), Calls::default());
        let heard = Arc::clone(&calls);
        let mut messages = runtime.handle.block_on(async {
            let bus = connect(&desktop.bus_address()).await;
            let monitor = zbus::fdo::MonitoringProxy::new(&bus).await.expect("a proxy");
            let messages = MessageStream::from(&bus);
            monitor.become_monitor(&[], 0).await.expect("an ear");
            messages
        });
        runtime.handle.spawn(async move {
            // Which call waits for an answer: who asked, and the number of the question.
            let mut waiting: Vec<(String, u32, usize)> = Vec::new();
            while let Some(Ok(message)) = messages.next().await {
                let header = message.header();
                let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(call) = Call::of(&message) {
                    let sender = header.sender().map(ToString::to_string).unwrap_or_default();
                    waiting.push((sender, header.primary().serial_num().get(), heard.len()));
                    heard.push(call);
                } else if let (Some(serial), Some(to)) = (header.reply_serial(), header.destination()) {
                    let asked =
                        waiting.iter().find(|(from, asked, _)| from == to.as_str() && *asked == serial.get());
                    if let (Some((_, _, at)), Ok(number)) = (asked, message.body().deserialize()) {
                        heard[*at].number = Some(number);
                    }
                }
            }
        });
        Ear { calls, _runtime: runtime }
    }

    /// What servers were asked to show so far.
    pub fn calls(&self) -> Vec<Call> {
        read(&self.calls)
    }

    /// Waits until a server took so many notices; the last of them.
    pub fn nth(&self, count: usize) -> Call {
        nth(count, || self.calls())
    }
}

/// What an odd server does with a notice.
#[derive(Clone, Copy, Debug)]
pub enum Manner {
    /// Takes it under this number.
    Take(u32),
    /// Takes it under this number after a while.
    TakeLate(u32, Duration),
    /// Answers with an error.
    Refuse,
    /// Goes away without an answer.
    Vanish,
}

/// A notification server that does as a test wishes.
pub struct Odd {
    runtime: Driven,
    calls: Calls,
    closed: Arc<Mutex<Vec<u32>>>,
    bus: Connection,
    serving: JoinHandle<()>,
}

impl Odd {
    /// A server with these abilities; `manner` decides by the count of notices before.
    pub fn start(
        desktop: &Desktop,
        abilities: &'static [&'static str],
        manner: impl Fn(usize) -> Manner + Send + Sync + 'static,
    ) -> Odd {
        let (runtime, calls) = (driven(), Calls::default());
        let heard = Arc::clone(&calls);
        let closed = Arc::<Mutex<Vec<u32>>>::default();
        let taken_away = Arc::clone(&closed);
        let bus = runtime.handle.block_on(connect(&desktop.bus_address()));
        let mut messages = MessageStream::from(&bus);
        runtime.handle.block_on(bus.request_name(SERVER)).expect("the server's name");
        let here = bus.clone();
        let serving = runtime.handle.spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                let header = message.header();
                let Some(member) = header.member().filter(|_| header.message_type() == Type::MethodCall)
                else {
                    continue;
                };
                let Some(call) = Call::of(&message) else {
                    let answered = match member.as_str() {
                        "GetCapabilities" => here.reply(&header, &abilities.to_vec()).await,
                        "GetServerInformation" => here.reply(&header, &("odd", "tests", "1", "1.2")).await,
                        "CloseNotification" => {
                            let number = message.body().deserialize().expect("a number");
                            taken_away.lock().unwrap_or_else(PoisonError::into_inner).push(number);
                            here.reply(&header, &()).await
                        }
                        _ => here.reply(&header, &()).await,
                    };
                    answered.expect("an answer");
                    continue;
                };
                let before = read(&heard).len();
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(call);
                let take = async |number: u32| {
                    heard.lock().unwrap_or_else(PoisonError::into_inner)[before].number = Some(number);
                    here.reply(&header, &number).await.expect("an answer");
                };
                match manner(before) {
                    Manner::Take(number) => take(number).await,
                    Manner::TakeLate(number, late) => {
                        let (here, heard, message) = (here.clone(), Arc::clone(&heard), message.clone());
                        tokio::spawn(async move {
                            tokio::time::sleep(late).await;
                            heard.lock().unwrap_or_else(PoisonError::into_inner)[before].number =
                                Some(number);
                            here.reply(&message.header(), &number).await.expect("an answer");
                        });
                    }
                    Manner::Refuse => {
                        let what = ("org.freedesktop.DBus.Error.Failed", "not today");
                        here.reply_error(&header, what.0, &what.1).await.expect("an answer");
                    }
                    Manner::Vanish => {
                        here.release_name(SERVER).await.expect("the name given up");
                        return;
                    }
                }
            }
        });
        Odd { runtime, calls, closed, bus, serving }
    }

    /// What it was asked to show so far.
    pub fn calls(&self) -> Vec<Call> {
        read(&self.calls)
    }

    /// Waits until it took so many notices; the last of them.
    pub fn nth(&self, count: usize) -> Call {
        nth(count, || self.calls())
    }

    /// The numbers of the notices that it was asked to take away.
    pub fn closed(&self) -> Vec<u32> {
        self.closed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says that an action was pressed on a notice.
    pub fn press(&self, number: u32, action: &str) {
        self.runtime.handle.block_on(press(&self.bus, number, action));
    }
}

async fn press(bus: &Connection, number: u32, action: &str) {
    let to = None::<&str>;
    bus.emit_signal(to, PATH, SERVER, "ActionInvoked", &(number, action)).await.expect("a signal");
}

impl Drop for Odd {
    fn drop(&mut self) {
        self.serving.abort();
        // Given up at once and in order, as by a server that ends; it may have done so itself.
        drop(self.runtime.handle.block_on(self.bus.release_name(SERVER)));
    }
}
