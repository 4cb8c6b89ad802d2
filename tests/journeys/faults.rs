//! A fault in the agent ends a round, and not the reminders.

use super::story::{Story, form};
use aftercare_agent::{Event, Notifier, Slip, Surroundings, reside};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Each round has the next of these notifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Panics,
    EndsAtOnce,
    Shows,
}

struct Desk {
    kind: Kind,
    events: Sender<Event>,
    shown: Arc<Mutex<Vec<Slip>>>,
}

impl Notifier for Desk {
    fn show(&mut self, slip: Slip) {
        match self.kind {
            Kind::Panics => panic!("a fault that nobody foresaw"),
            Kind::EndsAtOnce => {
                let gone = Event::NotShown(slip.about, "the notification thread is gone".into());
                self.events.send(gone).unwrap();
            }
            Kind::Shows => {
                self.events.send(Event::Shown(slip.about, ":1.7".into(), 1)).unwrap();
                self.shown.lock().unwrap().push(slip);
            }
        }
        self.events.send(Event::Broken).unwrap();
    }

    fn withdraw(&mut self) {}
}

#[derive(Clone)]
struct Rounds {
    kinds: Arc<Mutex<Vec<Kind>>>,
    shown: Arc<Mutex<Vec<Slip>>>,
    said: Arc<Mutex<Vec<String>>>,
    now: DateTime<Utc>,
}

impl Surroundings<Desk> for Rounds {
    fn notifier(&self, events: Sender<Event>) -> std::io::Result<Desk> {
        let kind = self.kinds.lock().unwrap().remove(0);
        Ok(Desk { kind, events, shown: Arc::clone(&self.shown) })
    }

    fn clock(&self) -> (DateTime<Utc>, Option<Duration>, Tz) {
        (self.now, None, Berlin)
    }

    fn complain(&self, what: &str) {
        self.said.lock().unwrap().push(what.to_owned());
    }

    fn open_window(&self, _: &Path) {}

    fn again(&self) -> bool {
        !self.kinds.lock().unwrap().is_empty()
    }
}

#[test]
fn after_a_panic_and_after_a_notifier_that_ended_the_notice_comes_all_the_same() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.computer_off();
    story.window.enter(&form("2026-06-05T15:10", Berlin), story.now).unwrap();

    let rounds = Rounds {
        kinds: Arc::new(Mutex::new(vec![Kind::Panics, Kind::EndsAtOnce, Kind::Shows])),
        shown: Arc::default(),
        said: Arc::default(),
        now: story.now,
    };
    reside(story.folder(), &rounds);
    let said = rounds.said.lock().unwrap().clone();
    assert_eq!(said[0], "a fault in the agent; beginning anew");
    assert_eq!(said.last().unwrap(), "the notifier ended; beginning anew");
    let shown = rounds.shown.lock().unwrap().clone();
    assert_eq!(shown.len(), 1, "{said:?}");
    assert_eq!(shown[0].title, "Aftercare");
}
