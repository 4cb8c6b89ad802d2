//! The agent's mind: look, show, record, nap.

use crate::notify::{About, Notifier, Press, Slip};
use crate::wake::Clocks;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use companion::contract::Answered;
use companion::store::Met;
use companion::words::Words;
use companion::{Before, Companion, Notice, Problem, Signal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The longest nap. The clock of a nap stands still while the computer sleeps, so after a resume it takes this long at most
/// until the wall clock is looked at.
pub const LONGEST_NAP: Duration = Duration::from_secs(30);

/// How often the agent notes that it looks.
const BEAT: Duration = Duration::from_secs(60);

/// One log-out is told in several steps, and what comes next is said once for all of them. A desktop asks for a minute at most
/// whether to log out.
const ONE_END: TimeDelta = TimeDelta::minutes(5);

/// What comes in between two looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The store was written by somebody.
    Changed,
    /// The computer woke up, or its clock was set.
    Woke,
    /// The computer is about to sleep.
    Sleeps,
    /// The computer or the session is about to end, and waits a little for whoever holds on. One end may be told several times.
    GoesOff(Hold),
    /// It stays on after all.
    StaysOn,
    /// The notification server took a slip: the server's unique bus name, and its number for it.
    Shown(About, String, u32),
    /// The notification server did not take it, for this reason. Of each slip that the notifier is given comes this or
    /// [`Event::Shown`], once.
    NotShown(About, String),
    /// The notification server lets a slip wait for its answer.
    Slow,
    /// The patient pressed a button.
    Pressed(About, Press),
    /// The patient clicked a notice.
    Opened,
    /// Another notification server is there, or one at all, or one that was silent speaks again, or the one that was asked
    /// is gone.
    NewServer,
    /// Which notification server is there.
    Met(Met),
    /// The notifier does not work any more; a new one is needed.
    Broken,
}

/// While it is kept, the computer waits a little with going off. The system decides how long at most.
#[derive(Clone, Default)]
pub struct Hold(Option<Arc<dyn Send + Sync>>);

impl Hold {
    /// Holds on as long as `lock` lives.
    pub(crate) fn by(lock: impl Send + Sync + 'static) -> Hold {
        Hold(Some(Arc::new(lock)))
    }
}

impl std::fmt::Debug for Hold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Hold(on)" } else { "Hold" })
    }
}

/// What it holds is nobody's business: two events of going off are the same event.
impl PartialEq for Hold {
    fn eq(&self, _: &Hold) -> bool {
        true
    }
}

impl Eq for Hold {}

/// What is told before the computer goes off.
struct Farewell {
    /// All that keeps the computer waiting: one step of an end must not let go what another one gave.
    holds: Vec<Hold>,
    /// What is told, until the notifier has it.
    slip: Option<Slip>,
    /// Since when.
    at: DateTime<Utc>,
}

/// A notice that the server took: the notice, when, the server's unique bus name, and its number for it.
type Taken = (i64, DateTime<Utc>, String, u32);

/// Looks, shows and records for one data folder.
pub struct Agent<N> {
    folder: PathBuf,
    companion: Option<Companion>,
    notifier: N,
    clocks: Clocks,
    /// On its way to the server: the notifier has it, and will say what became of it. What was begun together with it is found
    /// by the next look, which decides anew: a server may take hours for the first.
    on_its_way: Option<About>,
    /// Taken by the server and not written down yet.
    taken: Option<Taken>,
    /// When the notifier last gave a notice back. It is not tried again at once, or a server that is gone would keep the
    /// processor busy.
    refused: Option<DateTime<Utc>>,
    /// What was last told as a trouble, so that it is told once.
    told: Option<String>,
    /// A trouble to be shown as a notice, until the server took it.
    trouble: Option<Slip>,
    /// The computer or the session is about to end.
    farewell: Option<Farewell>,
    /// What went before the look that is noted next.
    before: Before,
    /// When a look was last noted.
    beaten: Option<DateTime<Utc>>,
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
            farewell: None,
            before: Before::Start,
            beaten: None,
            complain: Box::new(complain),
            open_window: Box::new(open_window),
        }
    }

    /// Looks, and says how long to nap at most. `boot` is the time since the computer started, where it is known.
    pub fn turn(&mut self, now: DateTime<Utc>, boot: Option<Duration>, zone: Tz) -> Duration {
        let reading = self.clocks.read(now, boot);
        if reading.slept && self.before == Before::Look {
            self.before = Before::Sleep;
        }
        let looked = self.look(now, zone, reading.set_forward);
        match looked.and_then(|next| self.beat(now, boot).map(|()| next)) {
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
        let companion = opened(&mut self.companion, &self.folder)?;
        if self.beaten.is_some() && companion.is_unwatched()? {
            self.forget();
        }
        self.write_down()?;
        let companion = opened(&mut self.companion, &self.folder)?;
        // While a slip is on its way nothing is decided: the server is asked for one thing at a time, so that a server that
        // hangs for hours finds one notice when it wakes up, and not a pile.
        if self.on_its_way.is_none() && !rests(self.refused, now) {
            if let Some(notice) = companion.look(now, zone, hold)?.first() {
                self.on_its_way = Some(About::Notice(notice.showing.notice));
                self.notifier.show(slip(notice, companion.words()));
            }
        } else {
            // What is missed meanwhile is missed, whatever the server does.
            companion.pass_over(now, zone, hold)?;
        }
        // A person waits for a test, so a server that refused a moment ago is asked all the same.
        if self.on_its_way.is_none()
            && let Some(test) = companion.wanted_test(now)?
        {
            self.on_its_way = Some(About::Test(test));
            self.notifier.show(test_slip(test, companion.words()));
        }
        companion.next_wake(now, zone)
    }

    /// Everything was deleted, our own looks among it. What is on its way stays so: the notifier will say what became of it, and
    /// no row is there to note it.
    fn forget(&mut self) {
        self.notifier.withdraw();
        self.taken = None;
        self.trouble = None;
        self.told = None;
        self.beaten = None;
        self.before = Before::Start;
    }

    /// Notes the look, now and then.
    fn beat(&mut self, now: DateTime<Utc>, boot: Option<Duration>) -> Result<(), Problem> {
        let fresh = self.beaten.is_some_and(|at| (now - at).to_std().is_ok_and(|passed| passed < BEAT));
        if self.before == Before::Look && fresh {
            return Ok(());
        }
        opened(&mut self.companion, &self.folder)?.beat(now, boot, self.before)?;
        self.before = Before::Look;
        self.beaten = Some(now);
        Ok(())
    }

    /// Takes in what happened between two looks.
    pub fn hear(&mut self, event: Event, now: DateTime<Utc>, zone: Tz) {
        let done = match event {
            // The next look finds it. A notifier that broke is its owner's to replace.
            Event::Changed | Event::Woke | Event::Broken => Ok(()),
            Event::Sleeps => {
                self.beaten = None;
                self.beat(now, None)
            }
            Event::GoesOff(hold) => self.say_farewell(hold, now, zone),
            Event::StaysOn => {
                self.farewell = None;
                Ok(())
            }
            Event::Slow => {
                self.say_once("the notification server does not answer; what is due waits for it");
                Ok(())
            }
            Event::Shown(about, server, number) => self.shown(about, now, &server, number),
            Event::NotShown(about, reason) => self.not_shown(about, &reason, now),
            Event::Pressed(about, press) => self.pressed(about, press, now, zone),
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
            Event::Met(server) => {
                opened(&mut self.companion, &self.folder).and_then(|companion| companion.met(&server, now))
            }
        };
        if let Err(problem) = done {
            self.say_trouble(&problem, now);
            self.companion = None;
        }
    }

    fn shown(&mut self, about: About, now: DateTime<Utc>, server: &str, number: u32) -> Result<(), Problem> {
        self.refused = None;
        self.arrived(about);
        match about {
            About::Trouble => {
                self.trouble = None;
                Ok(())
            }
            // It is held on to, so that there is a moment to read it.
            About::Farewell => Ok(()),
            About::Test(test) => opened(&mut self.companion, &self.folder)?.tested(test, None, now),
            About::Notice(notice) => {
                self.taken = Some((notice, now, server.to_owned(), number));
                self.write_down()?;
                self.told = None;
                Ok(())
            }
        }
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

    fn not_shown(&mut self, about: About, reason: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        self.refused = Some(now);
        self.arrived(about);
        match about {
            About::Trouble => Ok(()),
            About::Farewell => {
                self.farewell = None;
                Ok(())
            }
            About::Test(test) => opened(&mut self.companion, &self.folder)?.tested(test, Some(reason), now),
            About::Notice(_) => {
                // It is begun and stays so in the store; the window shows it, and the next look tries again.
                self.say_once(&format!("a notice could not be shown and will be tried again: {reason}"));
                Ok(())
            }
        }
    }

    /// The notifier has said what became of it.
    fn arrived(&mut self, about: About) {
        if self.on_its_way == Some(about) {
            self.on_its_way = None;
            self.show_farewell();
        }
    }

    /// Also between a trouble and the next look: what the patient pressed must not be lost.
    fn pressed(&mut self, about: About, press: Press, now: DateTime<Utc>, zone: Tz) -> Result<(), Problem> {
        let companion = opened(&mut self.companion, &self.folder)?;
        match (about, press) {
            (About::Notice(notice), Press::Done) => {
                companion.answer_notice(notice, Answered::Done, now, zone)
            }
            (About::Notice(notice), Press::Later) => {
                companion.answer_notice(notice, Answered::Later, now, zone)
            }
            (About::Test(test), Press::Seen) => companion.seen(test, true, now),
            // No such button is on it.
            (About::Notice(_), Press::Seen) | (About::Test(_) | About::Trouble | About::Farewell, _) => {
                Ok(())
            }
        }
    }

    /// The computer or the session is about to end: notes the look, and tells what comes before it is usually on again. Holds on
    /// only as long as there is something to read.
    fn say_farewell(&mut self, hold: Hold, now: DateTime<Utc>, zone: Tz) -> Result<(), Problem> {
        self.beaten = None;
        self.beat(now, None)?;
        let one_end = |told: &&mut Farewell| (TimeDelta::zero()..ONE_END).contains(&(now - told.at));
        if let Some(told) = self.farewell.as_mut().filter(one_end) {
            told.holds.push(hold);
            return Ok(());
        }
        self.farewell = None;
        let companion = opened(&mut self.companion, &self.folder)?;
        if let Some(told) = companion.farewell(now, zone)? {
            let slip = Slip {
                about: About::Farewell,
                identity: "farewell".into(),
                title: told.title,
                body: told.body,
                open: companion.words().say("action-open"),
                buttons: Vec::new(),
                replaces: None,
            };
            self.farewell = Some(Farewell { holds: vec![hold], slip: Some(slip), at: now });
            self.show_farewell();
        }
        Ok(())
    }

    /// Shows it as soon as no other slip is on its way. It does not wait for a server that refused a moment ago: there is no later.
    fn show_farewell(&mut self) {
        if self.on_its_way.is_none()
            && let Some(slip) = self.farewell.as_mut().and_then(|told| told.slip.take())
        {
            self.on_its_way = Some(slip.about);
            self.notifier.show(slip);
        }
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
            about: About::Trouble,
            identity: "trouble".into(),
            title: words.say("notice-store-title"),
            body: sentence.clone(),
            open: words.say("action-open"),
            buttons: Vec::new(),
            replaces: None,
        });
        self.told = Some(sentence);
        self.show_trouble(now);
    }

    fn show_trouble(&mut self, now: DateTime<Utc>) {
        let may = self.on_its_way.is_none() && !rests(self.refused, now);
        if let Some(slip) = self.trouble.clone().filter(|_| may) {
            self.on_its_way = Some(slip.about);
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
    let done = notice.done.then(|| (Press::Done, words.say("action-done")));
    let later = (Press::Later, words.say("action-later"));
    Slip {
        about: About::Notice(notice.showing.notice),
        identity: notice.showing.identity.to_string(),
        title: notice.title.clone(),
        body: notice.body.clone(),
        open: words.say("action-open"),
        buttons: done.into_iter().chain([later]).collect(),
        replaces: notice.showing.last.clone(),
    }
}

fn test_slip(test: u32, words: &Words) -> Slip {
    Slip {
        about: About::Test(test),
        identity: "test".into(),
        title: words.say("notice-test-title"),
        body: words.say("notice-test-body"),
        open: words.say("action-open"),
        buttons: vec![(Press::Seen, words.say("action-seen"))],
        replaces: None,
    }
}
