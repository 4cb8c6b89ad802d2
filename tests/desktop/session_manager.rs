//! A desktop's session manager on the session bus, as far as the agent speaks with it.

use super::bus::{Driven, driven};
use super::stage::{Desktop, wait_for};
use futures_lite::StreamExt;
use std::sync::{Arc, Mutex, PoisonError};
use zbus::message::Type;
use zbus::{Connection, MessageStream, OwnedObjectPath};

const NAME: &str = "org.gnome.SessionManager";
const CLIENT: &str = "/org/gnome/SessionManager/Client1";

/// What one of the session's programs said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It wants to be told, by this name.
    Here(String),
    /// The session may end.
    Yes(bool),
}

/// It tells what a test lets it tell, and hears the answers.
pub struct SessionManager {
    runtime: Driven,
    bus: Connection,
    said: Arc<Mutex<Vec<Said>>>,
}

impl SessionManager {
    /// Takes its name on the session bus.
    pub fn start(desktop: &Desktop) -> SessionManager {
        let (runtime, said) = (driven(), Arc::default());
        let address = desktop.bus_address();
        let connected = async { zbus::connection::Builder::address(address.as_str()).build().await };
        let bus = runtime.handle.block_on(connected).expect("a session bus");
        let (mut messages, here, heard) = (MessageStream::from(&bus), bus.clone(), Arc::clone(&said));
        runtime.handle.spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                let header = message.header();
                let called = header.member().filter(|_| header.message_type() == Type::MethodCall);
                match called.map(|member| member.as_str()) {
                    Some("RegisterClient") => {
                        let (name, _): (String, String) = message.body().deserialize().expect("two texts");
                        note(&heard, Said::Here(name));
                        let client = OwnedObjectPath::try_from(CLIENT).expect("a path");
                        here.reply(&header, &client).await.expect("an answer");
                    }
                    Some("EndSessionResponse") => {
                        let (yes, _): (bool, String) = message.body().deserialize().expect("an answer");
                        note(&heard, Said::Yes(yes));
                        here.reply(&header, &()).await.expect("an answer");
                    }
                    _ => {}
                }
            }
        });
        // It hears before anybody can find it.
        runtime.handle.block_on(bus.request_name(NAME)).expect("the name");
        SessionManager { runtime, bus, said }
    }

    /// Asks, tells or takes back, as it does with each of the session's programs.
    pub fn says(&self, signal: &str) {
        let interface = "org.gnome.SessionManager.ClientPrivate";
        let told = async {
            match signal {
                "CancelEndSession" => {
                    self.bus.emit_signal(None::<&str>, CLIENT, interface, signal, &()).await
                }
                _ => self.bus.emit_signal(None::<&str>, CLIENT, interface, signal, &0_u32).await,
            }
        };
        self.runtime.handle.block_on(told).expect("a signal");
    }

    /// What was said so far.
    pub fn said(&self) -> Vec<Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until so much was said.
    pub fn nth_said(&self, count: usize) -> Said {
        wait_for("a word to the session manager", || self.said().get(count - 1).cloned())
    }
}

fn note(said: &Mutex<Vec<Said>>, word: Said) {
    said.lock().unwrap_or_else(PoisonError::into_inner).push(word);
}
