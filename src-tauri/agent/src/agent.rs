//! The agent's mind: look, show, record, nap.

use crate::notify::{Notifier, Slip};
use crate::wake::Clocks;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use companion::contract::Answered;
use companion::words::Words;
use companion::{Companion, Notice, Problem, Signal};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest nap. The clock of a nap stands still while the computer sleeps, so after a resume it takes this long at most
/// until the wall clock is looked at.
pub const LONGEST_NAP: Duration = Duration::from_secs(30);

/// What comes in between two looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The store was written by somebody.
    Changed,
    /// The notification server took a notice: its slip, the server's unique bus name, and the server's number for it.
    Shown(i64, String, u32),
    /// The notification server did not take it, for this reason. Of each slip that the notifier is given comes this or
    /// [`Event::Shown`], once.
    NotShown(i64, String),
    /// The notification server lets a notice wait for its answer.
    Slow,
    /// The patient pressed a button on a notice.
    Pressed(i64, Answered),
    /// The patient clicked a notice.
    Opened,
    /// Another notification server is there, or one at all, or the one that was asked is gone.
    NewServer,
}

/// A notice that the server took: the notice, when, the server's unique bus name, and its number for it.
type Taken = (i64, DateTime<Utc>, String, u32);

/// The slip of a notice that is about the agent itself.
const OWN: i64 = -1;

/// Looks, shows and records for one data folder.
pub struct Agent<N> {
    folder: PathBuf,
    companion: Option<Companion>,
    notifier: N,
    clocks: Clocks,
    /// On its way to the server: the notifier has it, and will say what became of it. What was begun together with it is found
    /// by the next look, which decides anew: a server may take hours for the first.
    on_its_way: Option<i64>,
    /// Taken by the server and not written down yet.
    taken: Option<Taken>,
    /// When the notifier last gave a notice back. It is not tried again at once, or a server that is gone would keep the
    /// processor busy.
    refused: Option<DateTime<Utc>>,
    /// What was last told as a trouble, so that it is told once.
    told: Option<String>,
    /// A trouble to be shown as a notice, until the server took it.
    trouble: Option<Slip>,
    /// The notifier has it, and will say what became of it.
    trouble_given: bool,
    complain: Box<dyn FnMut(&str) + Send>,
    open_window: Box<dyn FnMut(&Path) + Send>,
}

impl<N: Notifier> Agent<N> {
    /// An agent for a data folder. `complain` gets a sentence for the log, `open_window` is called when a notice is clicked.
    pub fn new(
        folder: &Path,
        notifier: N,
        complain: impl FnMut(&str) + Send + 'static,
        open_window: impl FnMut(&Path) + Send + 'static,
    ) -> Agent<N> {
        Agent {
            folder: folder.to_path_buf(),
            companion: None,
            notifier,
            clocks: Clocks::default(),
            on_its_way: None,
            taken: None,
            refused: None,
            told: None,
            trouble: None,
            trouble_given: false,
            complain: Box::new(complain),
            open_window: Box::new(open_window),
        }
    }

    /// Looks, and says how long to nap at most. `boot` is the time since the computer started, where it is known.
    pub fn turn(&mut self, now: DateTime<Utc>, boot: Option<Duration>, zone: Tz) -> Duration {
        let hold = self.clocks.set_forward(now, boot);
        match self.look(now, zone, hold) {
            Ok(next) => {
                self.trouble = None;
                nap(now, next)
            }
            Err(problem) => {
                self.say_trouble(&problem, now);
                // The file may be put right under our feet; the next look opens it anew.
                self.companion = None;
                LONGEST_NAP
            }
        }
    }

    fn look(&mut self, now: DateTime<Utc>, zone: Tz, hold: bool) -> Result<Option<DateTime<Utc>>, Problem> {
        self.write_down()?;
        let companion = opened(&mut self.companion, &self.folder)?;
        // While a notice is on its way nothing is decided: the server is asked for one thing at a time, so that a server that
        // hangs for hours finds one notice when it wakes up, and not a pile.
        if self.on_its_way.is_none()
            && !rests(self.refused, now)
            && let Some(notice) = companion.look(now, zone, hold)?.first()
        {
            self.on_its_way = Some(notice.showing.notice);
            self.notifier.show(slip(notice, companion.words()));
        }
        companion.next_wake(now, zone)
    }

    /// Takes in what happened between two looks.
    pub fn hear(&mut self, event: Event, now: DateTime<Utc>, zone: Tz) {
        let done = match event {
            // The next look finds it.
            Event::Changed => Ok(()),
            Event::Slow => {
                self.say_once("the notification server does not answer; what is due waits for it");
                Ok(())
            }
            Event::Shown(notice, server, number) => self.shown(notice, now, &server, number),
            Event::NotShown(notice, reason) => {
                self.not_shown(notice, &reason, now);
                Ok(())
            }
            // Also between a trouble and the next look: what the patient pressed must not be lost.
            Event::Pressed(notice, what) => opened(&mut self.companion, &self.folder)
                .and_then(|companion| companion.answer_notice(notice, what, now, zone)),
            Event::Opened => {
                Signal::Show.raise(&self.folder);
                (self.open_window)(&self.folder);
                Ok(())
            }
            Event::NewServer => {
                self.refused = None;
                self.show_trouble(now);
                Ok(())
            }
        };
        if let Err(problem) = done {
            self.say_trouble(&problem, now);
            self.companion = None;
        }
    }

    fn shown(&mut self, notice: i64, now: DateTime<Utc>, server: &str, number: u32) -> Result<(), Problem> {
        self.refused = None;
        if notice == OWN {
            self.trouble = None;
            self.trouble_given = false;
            return Ok(());
        }
        if self.on_its_way == Some(notice) {
            self.on_its_way = None;
        }
        self.taken = Some((notice, now, server.to_owned(), number));
        self.write_down()?;
        self.told = None;
        Ok(())
    }

    /// Writes down what the server took. Where that fails it is written down before the next look: the patient has seen it, and
    /// only a crash is a reason to show it again.
    fn write_down(&mut self) -> Result<(), Problem> {
        if let Some((notice, at, server, number)) = &self.taken {
            opened(&mut self.companion, &self.folder)?.shown(*notice, *at, server, *number)?;
            self.taken = None;
        }
        Ok(())
    }

    fn not_shown(&mut self, notice: i64, reason: &str, now: DateTime<Utc>) {
        self.refused = Some(now);
        if notice == OWN {
            self.trouble_given = false;
            return;
        }
        // It is begun and stays so in the store; the window shows it, and the next look tries again.
        if self.on_its_way == Some(notice) {
            self.on_its_way = None;
        }
        self.say_once(&format!("a notice could not be shown and will be tried again: {reason}"));
    }

    /// Says a sentence in the log, unless it was the last one.
    fn say_once(&mut self, what: &str) {
        if self.told.as_deref() != Some(what) {
            (self.complain)(what);
            self.told = Some(what.to_owned());
        }
    }

    /// Tells a trouble once, in the log and by a notice.
    fn say_trouble(&mut self, problem: &Problem, now: DateTime<Utc>) {
        self.show_trouble(now);
        let words = Words::of(&companion::system_language());
        let sentence = words.problem(problem);
        if self.told.as_deref() == Some(sentence.as_str()) {
            return;
        }
        (self.complain)(&sentence);
        self.trouble = Some(Slip {
            notice: OWN,
            identity: OWN,
            title: words.say("notice-store-title"),
            body: sentence.clone(),
            open: words.say("action-open"),
            done: None,
            later: None,
            replaces: None,
        });
        self.told = Some(sentence);
        self.show_trouble(now);
    }

    fn show_trouble(&mut self, now: DateTime<Utc>) {
        let may = !self.trouble_given && !rests(self.refused, now);
        if let Some(slip) = self.trouble.clone().filter(|_| may) {
            self.trouble_given = true;
            self.notifier.show(slip);
        }
    }
}

/// The open app, opened now where a trouble closed it.
fn opened<'c>(companion: &'c mut Option<Companion>, folder: &Path) -> Result<&'c mut Companion, Problem> {
    match companion {
        Some(open) => Ok(open),
        None => Ok(companion.insert(Companion::open(folder)?)),
    }
}

/// Whether a refusal is fresh. A clock that was set back makes it stale.
fn rests(refused: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    refused.is_some_and(|at| at <= now && (now - at).to_std().is_ok_and(|rested| rested < LONGEST_NAP))
}

/// How long to nap until the next look.
fn nap(now: DateTime<Utc>, next: Option<DateTime<Utc>>) -> Duration {
    let until = next.map(|next| (next - now).to_std().unwrap_or(Duration::ZERO));
    until.map_or(LONGEST_NAP, |until| until.min(LONGEST_NAP))
}

fn slip(notice: &Notice, words: &Words) -> Slip {
    Slip {
        notice: notice.showing.notice,
        identity: notice.showing.identity,
        title: notice.title.clone(),
        body: notice.body.clone(),
        open: words.say("action-open"),
        done: notice.done.then(|| words.say("action-done")),
        later: Some(words.say("action-later")),
        replaces: notice.showing.last.clone(),
    }
}
