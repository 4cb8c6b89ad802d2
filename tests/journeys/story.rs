//! A patient's computer: one data folder, the agent with a notifier that listens, the window's questions, and a clock that
//! the story moves.

use aftercare_agent::{About, Agent, Event, Notifier, Press, Slip};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use companion::contract::{Answered, ProcedureForm, Today};
use companion::{Companion, Problem, Role};
use plan::local;
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

/// One notice as the patient saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When.
    pub at: DateTime<Utc>,
    /// What the server got.
    pub slip: Slip,
}

/// A notification server that listens.
#[derive(Clone, Debug, Default)]
pub struct Listener {
    given: Arc<Mutex<Vec<Slip>>>,
    withdrawn: Arc<Mutex<usize>>,
}

impl Notifier for Listener {
    fn show(&mut self, slip: Slip) {
        self.given.lock().unwrap().push(slip);
    }

    fn withdraw(&mut self) {
        *self.withdrawn.lock().unwrap() += 1;
    }
}

/// How the notification server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// It takes every notice.
    Up,
    /// There is none.
    Gone,
    /// It does not answer; what it was given it shows when it wakes up.
    Hanging,
}

/// The whole of it.
pub struct Story {
    folder: TempDir,
    agent: Option<Agent<Listener>>,
    /// Held as long as the agent runs.
    role: Option<File>,
    listener: Listener,
    /// The window's side.
    pub window: Companion,
    /// The clock on the wall.
    pub now: DateTime<Utc>,
    /// Where the computer is.
    pub zone: Tz,
    /// Time since the computer started, where the story tells of it.
    pub boot: Option<Duration>,
    /// How the notification server is.
    pub server: Server,
    /// What a hanging server was given.
    held: Vec<Slip>,
    /// Every notice so far.
    pub seen: Vec<Seen>,
}

/// The number that the server gives a notice.
pub fn number(about: About) -> u32 {
    match about {
        About::Notice(notice) => u32::try_from(notice).unwrap(),
        About::Test(test) => 1000 + test,
        About::Trouble => 9,
        About::Farewell => 8,
    }
}

/// Whether a slip has the button Done.
pub fn has_done(slip: &Slip) -> bool {
    slip.buttons.iter().any(|(press, _)| *press == Press::Done)
}

/// Two of the occurrences of [`Story::second_morning`].
pub const WASH: &str = "p1/bottled-water/2026-06-06T08:00";
pub const SOOTHE: &str = "p1/soothe/2026-06-06T08:00";

/// A treatment of the face with a pen, as most are.
pub fn form(ended: &str, zone: Tz) -> ProcedureForm {
    ProcedureForm {
        ended: ended.into(),
        zone: zone.name().into(),
        device: "pen".into(),
        depth_mm: Some(1.5),
        areas: vec!["face".into()],
        prp: false,
        antibiotic: false,
        pih_prone: false,
        session: 2,
        sessions: 4,
        next_session: None,
    }
}

/// A wall time in a zone as an instant.
pub fn at(wall: &str, zone: Tz) -> DateTime<Utc> {
    local::instant(NaiveDateTime::parse_from_str(wall, "%Y-%m-%dT%H:%M").unwrap(), zone)
}

/// Day two, eight in the morning: wash, soothe, and the prohibitions that remind.
pub fn second_morning() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", chrono_tz::Europe::Berlin);
    story.enters(&form("2026-06-05T15:10", chrono_tz::Europe::Berlin)).unwrap();
    story.until("2026-06-06T08:00");
    story
}

impl Story {
    /// A fresh computer on which the patient has agreed.
    pub fn begins(now: &str, zone: Tz) -> Story {
        let folder = tempfile::tempdir().unwrap();
        let now = at(now, zone);
        let mut window = Companion::open(folder.path()).unwrap();
        window.agree(true, now).unwrap();
        let mut story = Story {
            folder,
            agent: None,
            role: None,
            listener: Listener::default(),
            window,
            now,
            zone,
            boot: None,
            server: Server::Up,
            held: Vec::new(),
            seen: Vec::new(),
        };
        story.computer_on();
        story
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The agent starts.
    pub fn computer_on(&mut self) {
        let agent = Agent::new(self.folder.path(), self.listener.clone(), |_| {}, |_| {});
        self.agent = Some(agent);
        self.role = Role::Agent.take(self.folder.path()).unwrap();
    }

    /// The agent is gone, whatever it was doing.
    pub fn computer_off(&mut self) {
        self.agent = None;
        self.role = None;
    }

    /// Enters a treatment in the window; the agent hears of it.
    pub fn enters(&mut self, form: &ProcedureForm) -> Result<String, Problem> {
        let id = self.window.enter(form, self.now)?;
        self.look();
        Ok(id)
    }

    /// One look of the agent, and all that follows from it at this moment.
    pub fn look(&mut self) {
        let Some(agent) = &mut self.agent else { return };
        agent.turn(self.now, self.boot, self.zone);
        self.take_all();
    }

    /// The server gets what the agent has for it, and the agent hears of it.
    fn take_all(&mut self) {
        let Some(agent) = &mut self.agent else { return };
        for _ in 0..50 {
            let given: Vec<Slip> = std::mem::take(&mut *self.listener.given.lock().unwrap());
            if given.is_empty() {
                return;
            }
            for slip in given {
                let about = slip.about;
                let event = match self.server {
                    Server::Up => {
                        self.seen.push(Seen { at: self.now, slip });
                        Event::Shown(about, ":1.7".into(), number(about))
                    }
                    Server::Gone => Event::NotShown(about, "there is no notification server".into()),
                    Server::Hanging => {
                        self.held.push(slip);
                        Event::Slow
                    }
                };
                agent.hear(event, self.now, self.zone);
                // The agent's loop looks again after each event.
                agent.turn(self.now, None, self.zone);
            }
        }
        panic!("the agent would spin");
    }

    /// How often the agent took all its notices off the screen.
    pub fn withdrawn(&self) -> usize {
        *self.listener.withdrawn.lock().unwrap()
    }

    /// A notification server is there again.
    pub fn server_returns(&mut self) {
        self.server = Server::Up;
        self.agent.as_mut().unwrap().hear(Event::NewServer, self.now, self.zone);
        self.look();
    }

    /// A hanging server goes on: it shows what it was given, and says so.
    pub fn server_wakes(&mut self) {
        self.server = Server::Up;
        self.listener.given.lock().unwrap().append(&mut self.held);
        self.take_all();
    }

    /// Looks, and takes the server down with the computer before anything is recorded. Returns what was on the screen.
    pub fn crashes_while_showing(&mut self) -> Vec<Slip> {
        let mut agent = self.agent.take().unwrap();
        agent.turn(self.now, self.boot, self.zone);
        std::mem::take(&mut *self.listener.given.lock().unwrap())
    }

    /// Time passes to a wall time, with a look at each moment that the agent asks for.
    pub fn until(&mut self, wall: &str) {
        let end = at(wall, self.zone);
        assert!(end >= self.now, "a story goes forward");
        self.look();
        while let Some(next) = self.window.next_wake(self.now, self.zone).unwrap().filter(|next| *next <= end)
        {
            assert!(next > self.now, "the agent would spin at {next}");
            self.naps_until(next);
        }
        self.naps_until(end);
    }

    /// The agent naps, and looks. Where the story tells of the time since start, it naps as in life: a nap is no sleep.
    fn naps_until(&mut self, end: DateTime<Utc>) {
        let nap = TimeDelta::seconds(30);
        while self.boot.is_some() && end - self.now > nap {
            self.passes(nap);
            self.now += nap;
            self.look();
        }
        self.passes(end - self.now);
        self.now = end;
        self.look();
    }

    /// The computer has been on that much longer.
    pub fn passes(&mut self, time: TimeDelta) {
        self.boot = self.boot.map(|boot| boot + time.to_std().unwrap());
    }

    /// The computer sleeps, and wakes up at a wall time.
    pub fn sleeps_until(&mut self, wall: &str) {
        let end = at(wall, self.zone);
        self.passes(end - self.now);
        self.now = end;
        self.look();
    }

    /// The computer is switched off, and started again at a wall time.
    pub fn restarts(&mut self, wall: &str) {
        self.computer_off();
        self.now = at(wall, self.zone);
        self.boot = Some(Duration::from_secs(60));
        self.computer_on();
        self.look();
    }

    /// Something comes in between two looks.
    pub fn hears(&mut self, event: Event) {
        self.agent.as_mut().unwrap().hear(event, self.now, self.zone);
        self.look();
    }

    /// Minutes pass.
    pub fn minutes(&mut self, minutes: i64) {
        let wall = local::wall(self.now + TimeDelta::minutes(minutes), self.zone);
        self.until(&wall.format("%Y-%m-%dT%H:%M").to_string());
    }

    /// The patient presses a button on the last notice.
    pub fn presses(&mut self, what: Answered) {
        self.presses_on(self.seen.len() - 1, what);
    }

    /// The patient presses a button on an earlier notice.
    pub fn presses_on(&mut self, notice: usize, what: Answered) {
        let about = self.seen[notice].slip.about;
        let press = match what {
            Answered::Done => Press::Done,
            Answered::Later => Press::Later,
            Answered::Skipped | Answered::Undone => panic!("no notice has such a button"),
        };
        self.agent.as_mut().unwrap().hear(Event::Pressed(about, press), self.now, self.zone);
        self.look();
    }

    /// The patient answers in the window.
    pub fn answers(&mut self, key: &str, what: Answered) {
        self.window.answer(key, what, None, self.now, self.zone).unwrap();
        self.look();
    }

    /// The board.
    pub fn today(&self) -> Today {
        self.window.today(self.now, self.zone).unwrap()
    }

    /// The notices since `from`, as a patient would tell of them: wall time, title, what it said.
    pub fn told(&self, from: usize) -> Vec<String> {
        let line = |seen: &Seen| {
            let wall = local::wall(seen.at, self.zone).format("%a %d %b %H:%M");
            format!("{wall} {}: {}", seen.slip.title, seen.slip.body.replace("\n", " "))
        };
        self.seen[from..].iter().map(line).collect()
    }

    /// The ledger as `key: shown n, answer, missed` for one instruction.
    pub fn ledger(&self, instruction: &str) -> Vec<String> {
        let rows = self.window.ledger(self.now, self.zone).unwrap();
        let wanted = rows.iter().filter(|(key, _, _)| key.split('/').nth(1) == Some(instruction));
        wanted
            .map(|(key, _, row)| {
                let answer = row.answer.map(|(answer, _)| format!(", {answer:?}")).unwrap_or_default();
                let missed = row.missed.map(|(cause, _)| format!(", {}", cause.word())).unwrap_or_default();
                format!("{key}: shown {}{answer}{missed}", row.shown.len())
            })
            .collect()
    }

    /// The computer is switched off, and the story goes on elsewhere: what the data folder holds goes to another one.
    pub fn moves(self, to: &Path) {
        let Story { folder, agent, role, window, .. } = self;
        // A store that nobody has open is one file.
        drop((agent, role, window));
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    }
}
