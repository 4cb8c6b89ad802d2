//! Whether reminders can be relied on: what the agent notes about itself, and what the person can read of it.

use crate::autostart::{self, State};
use crate::board::{WAITING, utc};
use crate::contract::{self, Away, Health, LastNotice};
use crate::deliver::find;
use crate::problem::Problem;
use crate::store::{Absence, GAP, Met, Why};
use crate::{Companion, Role, Signal};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::Plan;
use std::time::Duration;

/// A test that no agent and no server took by then is not tried any more: it would come when nobody waits for it.
const TEST_FOR: TimeDelta = TimeDelta::seconds(60);

/// How far back times without reminders are told.
const TOLD: TimeDelta = TimeDelta::days(7);

/// What went before a look of an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Another look, a moment ago.
    Look,
    /// The computer was asleep.
    Sleep,
    /// The agent was not running.
    Start,
}

impl Companion {
    /// Notes that an agent looks, so that it can be told from when to when none did. `boot`: the time since the computer
    /// started, where it is known.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn beat(
        &mut self,
        now: DateTime<Utc>,
        boot: Option<Duration>,
        before: Before,
    ) -> Result<(), Problem> {
        let after = match before {
            Before::Look => None,
            Before::Sleep => Some(Why::Asleep),
            Before::Start => {
                let started = boot.and_then(|boot| now.checked_sub_signed(TimeDelta::from_std(boot).ok()?));
                let last = self.store.watch()?.map(|watch| watch.beat);
                let off = started.zip(last).is_some_and(|(started, last)| last < started);
                Some(if off { Why::Off } else { Why::Stopped })
            }
        };
        self.store.beat(now, after)
    }

    /// Nobody has noted that an agent looks: it is the first day, or everything was deleted since.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn is_unwatched(&self) -> Result<bool, Problem> {
        Ok(self.store.watch()?.is_none())
    }

    /// Notes which notification server the agent met.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn met(&mut self, server: &Met, now: DateTime<Utc>) -> Result<(), Problem> {
        self.store.meet(server, now)?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Asks the agent for a real notice, to see whether it can be seen.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn ask_test(&mut self, now: DateTime<Utc>) -> Result<(), Problem> {
        self.store.ask_test(now)?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// The test notice that is to be shown now.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn wanted_test(&self, now: DateTime<Utc>) -> Result<Option<u32>, Problem> {
        let test = self.store.test()?;
        let wanted = |test: &crate::store::Trial| {
            test.shown.is_none() && test.refused.is_none() && !is_over(test.asked, now)
        };
        Ok(test.filter(wanted).map(|test| test.id))
    }

    /// Records what became of a test notice: the notification server took it, or refused it for a reason.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn tested(&mut self, test: u32, refused: Option<&str>, now: DateTime<Utc>) -> Result<(), Problem> {
        self.store.finish_test(test, refused, now)?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Records whether the patient saw a test notice.
    ///
    /// # Errors
    /// `not-found` where no such test was shown.
    pub fn seen(&mut self, test: u32, seen: bool, now: DateTime<Utc>) -> Result<(), Problem> {
        if !self.store.answer_test(test, seen, now)? {
            return Err(Problem::new("not-found"));
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// The person wants reminders to start at login.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn autostart_wanted(&self) -> Result<bool, Problem> {
        Ok(self.store.setting("autostart")?.as_deref() == Some("yes"))
    }

    /// Lets reminders start at login, or not.
    ///
    /// # Errors
    /// `autostart` where the system does not let it be; where the store cannot be written.
    pub fn set_autostart(&mut self, on: bool) -> Result<(), Problem> {
        self.store.set(&[("autostart", if on { "yes" } else { "no" })])?;
        autostart::set(&self.folder, on)?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Whether reminders can be relied on.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn health(&self, now: DateTime<Utc>, zone: Tz) -> Result<Health, Problem> {
        let agent = Role::Agent.taken(&self.folder);
        let watch = self.store.watch()?;
        let mut away = self.store.absences(now - TOLD)?;
        // The one that lasts.
        let looked = watch.map(|watch| watch.beat).filter(|looked| !agent && now - *looked >= GAP);
        away.extend(looked.map(|from| Absence { from, until: now, why: Why::Stopped }));
        let test = self.store.test()?.map(|test| contract::Test {
            over: test.shown.is_none() && test.refused.is_none() && is_over(test.asked, now),
            id: test.id,
            asked: utc(test.asked),
            shown: test.shown.map(utc),
            refused: test.refused,
            seen: test.seen,
        });
        let waiting = self.store.waiting_since()?.filter(|begun| now - *begun >= WAITING);
        Ok(Health {
            now: utc(now),
            zone: zone.name().to_owned(),
            agent,
            since: watch.filter(|_| agent).map(|watch| utc(watch.since)),
            looked: watch.map(|watch| utc(watch.beat)),
            away: away.iter().rev().map(as_away).collect(),
            server: self.store.met()?.map(|(met, at)| contract::Server {
                name: met.name,
                version: met.version,
                actions: met.actions,
                keeps: met.keeps,
                met: utc(at),
            }),
            waiting_since: waiting.map(utc),
            last: self.last_notice(&self.plans(zone)?)?,
            autostart: autostart_word(autostart::state(&self.folder)).to_owned(),
            test,
        })
    }

    fn last_notice(&self, plans: &[(String, Plan)]) -> Result<Option<LastNotice>, Problem> {
        let Some((notice, at)) = self.store.last_notice()? else { return Ok(None) };
        let delivered = self.delivered()?;
        let lines = self.store.lines(notice)?;
        // What a correction took out of the plan has no words any more.
        let told: Vec<_> = lines.iter().filter_map(|(key, _)| find(plans, key)).collect();
        let answers = told.iter().filter_map(|(_, one)| delivered.of(one).answer);
        let answer = answers.max_by_key(|(_, at)| *at);
        Ok(Some(LastNotice {
            at: utc(at),
            lines: told
                .iter()
                .map(|(plan, one)| plan.window_of(one).title(self.words.language()).to_owned())
                .collect(),
            answerable: told.iter().any(|(plan, one)| one.answerable(plan)),
            answer: answer.map(|(answer, _)| crate::board::as_answered(answer)),
            answered: answer.map(|(_, at)| utc(at)),
        }))
    }

    /// The time without reminders that [due, useful_until) fell into.
    pub(crate) fn away(
        absences: &[Absence],
        due: DateTime<Utc>,
        useful_until: DateTime<Utc>,
    ) -> Option<Away> {
        let over = |absence: &&Absence| absence.from < useful_until && due < absence.until;
        absences.iter().find(over).map(as_away)
    }
}

fn autostart_word(state: State) -> &'static str {
    match state {
        State::On => "on",
        State::Off => "off",
        State::SwitchedOff => "switched_off",
        State::Stale => "stale",
        State::Unit => "unit",
        State::NotHere => "not_here",
    }
}

/// Nobody took it in time. A clock that was set back makes an old test look like one to come.
fn is_over(asked: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < asked || now - asked >= TEST_FOR
}

fn as_away(absence: &Absence) -> Away {
    Away { from: utc(absence.from), until: utc(absence.until), why: absence.why.word().to_owned() }
}
