//! A patient's computer: the true time and what its clock shows, sleep and power, the zone, the notification server, the screen.
//! The agent, the store and the window's side are the real ones.

mod file;
mod server;

use super::laws::{Law, Laws};
use super::script::{Server, Step};
use aftercare_agent::{About, Agent, Event, Notifier, Slip};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use companion::Companion;
pub use file::Lines;
use file::{FREE, FULL, lines, missed_at, shown_at};
use rusqlite::Connection;
use server::{Given, Standing};
use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// The longest nap there may be, in seconds.
const NAP: i64 = 30;

/// After a clock was set forward nothing is marked missed for so many seconds.
const HOLD: i64 = 600;

/// More turns than this without a nap are a spin: each notice takes two, and few are due at once.
const TURNS_AT_ONCE: usize = 40;

/// A notifier that listens.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<Slip>>>);

impl Notifier for Listener {
    fn show(&mut self, slip: Slip) {
        self.0.lock().unwrap().push(slip);
    }

    fn withdraw(&mut self) {}
}

/// What happened, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Steps of scripts.
    pub steps: u64,
    /// Turns of the agent's loop that were played.
    pub turns: u64,
    /// Notices that the patient saw.
    pub seen: u64,
    /// Of these, seen once more because a crash or a full disk lost the first.
    pub repeated: u64,
    /// Answers that the patient gave.
    pub answered: u64,
    /// Occurrences that a look noted as missed.
    pub missed: u64,
    /// Occurrences that came due in the plans as they last were.
    pub accounted: u64,
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, more: Figures) {
        self.steps += more.steps;
        self.turns += more.turns;
        self.seen += more.seen;
        self.repeated += more.repeated;
        self.answered += more.answered;
        self.missed += more.missed;
        self.accounted += more.accounted;
    }
}

/// The whole of it.
pub struct World {
    folder: TempDir,
    agent: Option<Agent<Listener>>,
    listener: Listener,
    /// The window's side.
    pub window: Companion,
    /// Reads in the file what no question tells: the lines of a notice, and what was missed.
    file: Connection,
    file_version: i64,
    /// What was noted as missed so far.
    missed: HashSet<(String, DateTime<Utc>)>,
    /// True seconds since the script began.
    truth: i64,
    began: DateTime<Utc>,
    /// What the clock on the wall is ahead, in seconds.
    ahead: i64,
    /// Seconds since the computer started, sleep included.
    boot: i64,
    pub zone: Tz,
    server: Server,
    /// The server's unique name and its last number.
    server_name: u32,
    number: u32,
    /// What a hanging server was given.
    held: Vec<Given>,
    /// What the server will say, and when.
    late: VecDeque<(i64, Given)>,
    /// The screen, newest last.
    pub screen: Vec<Standing>,
    inbox: VecDeque<Event>,
    /// Notices that the agent heard were shown and could not write down.
    unwritten: Vec<(i64, Lines)>,
    /// What is left of the nap, and how long it was meant to be.
    nap: (i64, i64),
    /// Ahead at the last turn of this agent: what was set since.
    ahead_before: Option<i64>,
    hold_until: i64,
    /// When the server last gave a notice back.
    refused: Option<i64>,
    /// When a killed agent is started again.
    starts: Option<i64>,
    /// The next notice kills the agent: before or after the server took it, and for how long.
    crash: Option<(bool, i64)>,
    disk_full: u32,
    pub laws: Laws,
    pub figures: Figures,
}

impl World {
    /// A fresh computer on which the patient has agreed.
    pub fn new(began: DateTime<Utc>, zone: Tz) -> World {
        let folder = quick_folder();
        let mut window = Companion::open(folder.path()).unwrap();
        window.agree(true, began).unwrap();
        let file = Connection::open(folder.path().join("aftercare.db")).unwrap();
        let mut world = World {
            folder,
            agent: None,
            listener: Listener::default(),
            window,
            file,
            file_version: -1,
            missed: HashSet::new(),
            truth: 0,
            began,
            ahead: 0,
            boot: 0,
            zone,
            server: Server::Up,
            server_name: 1,
            number: 0,
            held: Vec::new(),
            late: VecDeque::new(),
            screen: Vec::new(),
            inbox: VecDeque::new(),
            unwritten: Vec::new(),
            nap: (0, 0),
            ahead_before: None,
            hold_until: 0,
            refused: None,
            starts: None,
            crash: None,
            disk_full: 0,
            laws: Laws::new(zone),
            figures: Figures::default(),
        };
        world.agent_starts();
        world
    }

    /// What the clock on the wall shows.
    pub fn now(&self) -> DateTime<Utc> {
        self.began + TimeDelta::seconds(self.truth + self.ahead)
    }

    /// One step of a script.
    pub fn step(&mut self, step: &Step) -> Law {
        self.figures.steps += 1;
        match step {
            Step::Passes { seconds, walk } => self.passes(*seconds, *walk)?,
            Step::Suspend { seconds } => {
                self.truth += seconds;
                self.boot += seconds;
                self.late.iter_mut().for_each(|(at, _)| *at += seconds);
            }
            Step::Off { seconds } => {
                self.agent_dies();
                self.server_is(Server::Gone)?;
                self.truth += seconds;
                (self.boot, self.starts) = (0, None);
                self.server_is(Server::New)?;
                self.agent_starts();
                self.settle()?;
            }
            Step::ClockSet { seconds } => self.ahead += seconds,
            Step::ClockRight => self.ahead = 0,
            Step::Flight(zone) => {
                self.zone = *zone;
                self.laws.flies(*zone);
            }
            Step::Killed { after } => {
                self.agent_dies();
                self.starts = Some(self.truth + after);
            }
            Step::Crash { taken, after } => self.crash = Some((*taken, *after)),
            Step::Server(server) => {
                self.server_is(*server)?;
                self.hear_all()?;
            }
            Step::DiskFull { steps } => self.fill_disk(*steps),
            patient => self.patient(patient)?,
        }
        if self.disk_full > 0 {
            self.disk_full -= 1;
            if self.disk_full == 0 {
                self.file.execute_batch(FREE).unwrap();
            }
        }
        Ok(())
    }

    /// Everything is well again for a while; then the ledger accounts for all there was.
    pub fn ends(&mut self) -> Law {
        if self.disk_full > 0 {
            self.disk_full = 0;
            self.file.execute_batch(FREE).unwrap();
        }
        self.crash = None;
        if self.agent.is_none() {
            self.starts = None;
            self.agent_starts();
        }
        self.server_is(Server::New)?;
        self.hear_all()?;
        self.settle()?;
        let awake = (self.laws.after_quiet(self.now()) - self.now()).num_seconds();
        self.passes(awake + HOLD + 3 * NAP, false)?;
        let now = self.now();
        // What came due in a night that began meanwhile is decided at its end.
        if !self.laws.quiet(now) {
            let ledger = self.window.ledger(now, self.zone).unwrap();
            self.figures.accounted += self.laws.accounts(&ledger, now)? as u64;
        }
        Ok(())
    }

    fn agent_starts(&mut self) {
        self.agent = Some(Agent::new(self.folder.path(), self.listener.clone(), |_| {}, |_| {}));
        self.ahead_before = None;
        self.nap = (0, 0);
        self.refused = None;
    }

    fn agent_dies(&mut self) {
        self.agent = None;
        self.inbox.clear();
        self.listener.0.lock().unwrap().clear();
        self.unwritten.clear();
        self.late.clear();
        // A server that wakes up finds what a dead agent gave it.
        self.held.iter_mut().for_each(|given| given.awaited = false);
        self.screen.iter_mut().for_each(|standing| standing.heard = false);
    }

    /// Seconds pass with the computer on.
    pub fn passes(&mut self, seconds: i64, walk: bool) -> Law {
        let end = self.truth + seconds;
        loop {
            if self.agent.is_none() {
                match self.starts.filter(|at| *at <= end) {
                    Some(at) => {
                        self.clock_to(at.max(self.truth));
                        self.starts = None;
                        self.agent_starts();
                        self.settle()?;
                    }
                    None => {
                        self.clock_to(end);
                        return Ok(());
                    }
                }
                continue;
            }
            let mut next = self.truth + self.nap.0;
            if !walk && self.nap.1 == NAP {
                next += NAP * self.empty_naps(next, end);
            }
            let late = self.late.front().map(|(at, _)| *at).filter(|at| *at <= next);
            let next = late.unwrap_or(next);
            if next > end {
                let passed = end - self.truth;
                self.clock_to(end);
                self.nap.0 -= passed;
                return Ok(());
            }
            self.nap.0 -= next - self.truth;
            self.clock_to(next);
            match late.and_then(|_| self.late.pop_front()) {
                Some((_, given)) => {
                    self.answers(&given);
                    self.hear_all()?;
                }
                None => self.settle()?,
            }
        }
    }

    /// How many naps from `next` on may be left out, because nothing can happen in them.
    fn empty_naps(&self, next: i64, end: i64) -> i64 {
        let idle = self.held.is_empty() && self.late.is_empty() && self.unwritten.is_empty();
        let deaf =
            matches!(self.server, Server::Hanging | Server::Refusing | Server::Gone) || self.disk_full > 0;
        let until = match self.laws.next(self.now()) {
            _ if deaf => end,
            _ if !idle || !self.rested() => return 0,
            Some(at) => end.min(self.truth + (at - self.now()).num_seconds()),
            None => end,
        };
        ((until - 1 - next) / NAP).max(0)
    }

    fn clock_to(&mut self, truth: i64) {
        self.boot += truth - self.truth;
        self.truth = truth;
    }

    fn rested(&self) -> bool {
        self.refused.is_none_or(|at| self.truth - at >= NAP)
    }

    /// The agent hears what there is to hear, if anything, and naps.
    pub fn hear_all(&mut self) -> Law {
        if self.inbox.is_empty() { Ok(()) } else { self.settle() }
    }

    /// An event for the agent, if it lives.
    pub fn tell(&mut self, event: Event) {
        if self.agent.is_some() {
            self.inbox.push_back(event);
        }
    }

    /// The agent's loop until it naps.
    fn settle(&mut self) -> Law {
        for _ in 0..TURNS_AT_ONCE {
            if let Some(event) = self.inbox.pop_front() {
                self.hear(event);
            }
            let (now, boot) = (self.now(), Duration::from_secs(self.boot.unsigned_abs()));
            let Some(agent) = &mut self.agent else { return Ok(()) };
            if self.ahead_before.is_some_and(|before| self.ahead - before > 60) {
                self.hold_until = self.boot + HOLD;
            } else if self.ahead_before.is_none() {
                self.hold_until = 0;
            }
            self.ahead_before = Some(self.ahead);
            let nap = agent.turn(now, Some(boot), self.zone);
            self.figures.turns += 1;
            self.decided()?;
            let given: Vec<Slip> = std::mem::take(&mut *self.listener.0.lock().unwrap());
            for slip in given {
                self.gives(slip)?;
            }
            if self.inbox.is_empty() {
                return self.naps(nap);
            }
        }
        Err("the agent spins".into())
    }

    fn hear(&mut self, event: Event) {
        let now = self.now();
        let shown = if let Event::Shown(About::Notice(notice), ..) = event { Some(notice) } else { None };
        let Some(agent) = &mut self.agent else { return };
        agent.hear(event, now, self.zone);
        if let Some(shown) = shown {
            let lines = lines(&self.file, shown);
            self.unwritten.push((shown, lines));
        }
    }

    /// What the agent wrote down in this turn.
    fn decided(&mut self) -> Law {
        let version = self.file.query_row("PRAGMA data_version", [], |row| row.get(0)).unwrap();
        if std::mem::replace(&mut self.file_version, version) == version {
            return Ok(());
        }
        for (notice, lines) in std::mem::take(&mut self.unwritten) {
            match shown_at(&self.file, notice) {
                Some(at) => self.laws.recorded(&lines, notice, at),
                None => self.unwritten.push((notice, lines)),
            }
        }
        let now = self.now();
        for (key, due, cause) in missed_at(&self.file, now) {
            // Noted earlier at the same moment, by a clock that was set back.
            if !self.missed.insert((key.clone(), due)) {
                continue;
            }
            if self.boot < self.hold_until {
                return Err(format!("{key} was marked missed, and the clock was set forward a moment ago"));
            }
            self.laws.misses(&key, due, &cause, now)?;
            self.figures.missed += 1;
        }
        Ok(())
    }

    /// The agent is about to nap: nothing is left to be told, and the nap does not pass the next moment.
    fn naps(&mut self, nap: Duration) -> Law {
        let (now, seconds) = (self.now(), nap.as_secs_f64().ceil() as i64);
        if self.agent.is_none() {
            return Ok(());
        }
        self.nap = (seconds, seconds);
        if !(1..=NAP).contains(&seconds) {
            return Err(format!("the agent naps for {nap:?}"));
        }
        if self.disk_full == 0
            && let Some((notice, _)) = self.unwritten.first()
        {
            return Err(format!("notice {notice} was shown, and is not recorded as shown"));
        }
        if self.unwritten.is_empty() && self.late.is_empty() {
            self.laws.forgets_what_no_look_wants(now);
        }
        let busy = !self.held.is_empty() || !self.late.is_empty() || !self.rested();
        let able = matches!(self.server, Server::Up | Server::New | Server::Late(_)) && self.disk_full == 0;
        if busy || !able {
            return Ok(());
        }
        if let Some((one, why)) = self.laws.must(now) {
            return Err(format!("{} is to be told ({why:?}), and the agent naps", one.key));
        }
        match self.laws.next(now) {
            Some(next) if next < now + TimeDelta::seconds(seconds) && self.laws.must(next).is_some() => {
                Err(format!("something is to be told at {next}, and the agent naps for {nap:?}"))
            }
            _ => Ok(()),
        }
    }

    fn fill_disk(&mut self, steps: u32) {
        if self.disk_full == 0 {
            self.file.execute_batch(FULL).unwrap();
        }
        // This step counts as one.
        self.disk_full = steps + 1;
    }

    /// Nothing can be written.
    pub fn disk_is_full(&self) -> bool {
        self.disk_full > 0
    }
}

/// Memory, where there is a folder of it: the store writes to the disk and waits for it.
fn quick_folder() -> TempDir {
    let memory = std::path::Path::new("/dev/shm");
    let made = tempfile::Builder::new().prefix("aftercare-").tempdir_in(memory);
    made.unwrap_or_else(|_| tempfile::tempdir().unwrap())
}
