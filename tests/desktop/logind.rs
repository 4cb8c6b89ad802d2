//! logind on a system bus of the test's own, as far as the agent speaks with it.

use super::bus::{Driven, driven};
use super::stage::{Desktop, wait_for};
use futures_lite::StreamExt;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::sync::{Arc, Mutex, PoisonError};
use zbus::message::Type;
use zbus::{Connection, MessageStream};

const NAME: &str = "org.freedesktop.login1";

/// Who asked to be waited for: what for, who, why, how; and whether the lock was let go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The arguments.
    pub asked: (String, String, String, String),
    /// Nobody holds it any more.
    pub free: bool,
}

type Locks = Arc<Mutex<Vec<Lock>>>;

/// It gives locks, and says what a test lets it say.
pub struct Logind {
    runtime: Driven,
    bus: Connection,
    locks: Locks,
}

impl Logind {
    /// Starts a system bus with it.
    pub fn start(desktop: &Desktop) -> Logind {
        let (runtime, locks) = (driven(), Locks::default());
        let address = desktop.start_system_bus();
        let connected =
            async { zbus::connection::Builder::address(address.as_str()).name(NAME).build().await };
        let bus = runtime.handle.block_on(connected).expect("logind");
        let (mut messages, here, given) = (MessageStream::from(&bus), bus.clone(), Arc::clone(&locks));
        runtime.handle.spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                let header = message.header();
                let inhibit = header.message_type() == Type::MethodCall
                    && header.member().is_some_and(|member| member.as_str() == "Inhibit");
                if inhibit {
                    let lock = lock(&given, message.body().deserialize().expect("four texts"));
                    here.reply(&header, &zbus::OwnedFd::from(lock)).await.expect("an answer");
                }
            }
        });
        Logind { runtime, bus, locks }
    }

    /// Says that something is about to be, or is not any more.
    pub fn says(&self, signal: &str, so: bool) {
        let manager = "org.freedesktop.login1.Manager";
        let told = self.bus.emit_signal(None::<&str>, "/org/freedesktop/login1", manager, signal, &so);
        self.runtime.handle.block_on(told).expect("a signal");
    }

    /// The locks it gave so far.
    pub fn locks(&self) -> Vec<Lock> {
        self.locks.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until it gave so many locks.
    pub fn nth_lock(&self, count: usize) -> Lock {
        wait_for("a lock", || self.locks().get(count - 1).cloned())
    }
}

/// A lock is a pipe: who holds it keeps its end open.
fn lock(given: &Locks, asked: (String, String, String, String)) -> OwnedFd {
    let (mut end, held) = std::io::pipe().expect("a pipe");
    let mut locks = given.lock().unwrap_or_else(PoisonError::into_inner);
    let number = locks.len();
    locks.push(Lock { asked, free: false });
    let given = Arc::clone(given);
    std::thread::spawn(move || {
        // Nothing is ever written: it ends when nobody holds the other end.
        drop(end.read_to_end(&mut Vec::new()));
        given.lock().unwrap_or_else(PoisonError::into_inner)[number].free = true;
    });
    held.into()
}
