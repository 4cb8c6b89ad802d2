//! due -> show -> ledger.
//!
//! [`Companion::look`] decides and begins; the agent shows; [`Companion::shown`] finishes. A crash in between shows the same
//! notice once more under the same identity, because a showing that was begun is found again by its lines.

use crate::board::utc;
use crate::contract::Answered;
use crate::problem::Problem;
use crate::store::{Said, Showing, Via};
use crate::words::Words;
use crate::{Companion, Signal};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use plan::{Answer, Cause, Delivered, Occurrence, Plan, Row, Slot, local};
use std::collections::BTreeMap;

/// Something may have been done this long before it was due, and not earlier: that was for the slot before.
const EARLY: TimeDelta = TimeDelta::hours(12);

/// One notice, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its row and identity in the ledger.
    pub showing: Showing,
    /// The headline.
    pub title: String,
    /// The rest, as plain text.
    pub body: String,
    /// Done answers something on it.
    pub done: bool,
    /// The occurrences it tells of: key and due.
    pub lines: Vec<(String, DateTime<Utc>)>,
}

/// An occurrence with the plan it belongs to.
pub(crate) type Told<'p> = (&'p Plan, &'p Occurrence);

impl Companion {
    /// Looks at every plan: records what was missed, and begins the notices that are to be shown now.
    ///
    /// `hold`: nothing is recorded as missed, because the clock was set forward a moment ago and may have been set wrong.
    ///
    /// # Errors
    /// Where the store cannot be read or written; nothing is shown then, and the next look finds it again.
    pub fn look(&mut self, now: DateTime<Utc>, zone: Tz, hold: bool) -> Result<Vec<Notice>, Problem> {
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        let mut fresh = Vec::new();
        let mut again = Vec::new();
        let mut missed: Vec<(String, DateTime<Utc>, Cause)> = Vec::new();
        for (_, plan) in plans.iter() {
            let due = plan.due(now, &delivered);
            fresh.extend(due.fresh.into_iter().map(|occurrence| (plan, occurrence)));
            again.extend(due.again.into_iter().map(|occurrence| (plan, occurrence)));
            missed.extend(due.missed.into_iter().map(|(one, cause)| (one.key.clone(), one.due, cause)));
        }
        if !missed.is_empty() && !hold {
            self.store.pass_over(&missed, now)?;
        }
        // What comes again comes alone with its like, and is not late: it was there before.
        let away = fresh.iter().filter(|(_, occurrence)| occurrence.late(now)).count() > 1;
        let groups: Vec<(Vec<Told<'_>>, bool)> = std::iter::once((fresh, away))
            .chain(self.as_they_stood(again)?.into_iter().map(|group| (group, false)))
            .filter(|(group, _)| !group.is_empty())
            .collect();
        let quiet = plans.iter().any(|(_, plan)| plan.is_quiet(now));
        let idle = groups.is_empty() && (quiet || self.store.waiting_since()?.is_none());
        if idle {
            return Ok(Vec::new());
        }
        let lines: Vec<Vec<(String, DateTime<Utc>)>> = groups
            .iter()
            .map(|(group, _)| {
                group.iter().map(|(_, occurrence)| (occurrence.key.clone(), occurrence.due)).collect()
            })
            .collect();
        let showings = self.store.begin(&lines, now)?;
        let details = self.details()?;
        let notices = groups.iter().zip(lines).zip(showings).map(|(((group, away), lines), showing)| {
            let (title, body) = told(&self.words, group, &plans, details, now, *away);
            let done = group.iter().any(|(plan, occurrence)| occurrence.done_on_notice(plan));
            Notice { showing, title, body, done, lines }
        });
        Ok(notices.collect())
    }

    /// Looks at every plan as [`Companion::look`] does, records what was missed, and begins nothing: for while a notice is on
    /// its way to a server that does not answer.
    ///
    /// # Errors
    /// Where the store cannot be read or written; the next look finds it again.
    pub fn pass_over(&mut self, now: DateTime<Utc>, zone: Tz, hold: bool) -> Result<(), Problem> {
        if hold {
            return Ok(());
        }
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        let missed: Vec<_> = plans
            .iter()
            .flat_map(|(_, plan)| plan.due(now, &delivered).missed)
            .map(|(one, cause)| (one.key.clone(), one.due, cause))
            .collect();
        if missed.is_empty() { Ok(()) } else { self.store.pass_over(&missed, now) }
    }

    /// What comes again, in the notices in which it stood before: each replaces its own, and nothing stands there twice.
    fn as_they_stood<'p>(&self, again: Vec<Told<'p>>) -> Result<Vec<Vec<Told<'p>>>, Problem> {
        let mut groups: BTreeMap<Option<i64>, Vec<Told<'p>>> = BTreeMap::new();
        for (plan, occurrence) in again {
            let identity = self.store.identity(&(occurrence.key.clone(), occurrence.due))?;
            groups.entry(identity).or_default().push((plan, occurrence));
        }
        Ok(groups.into_values().collect())
    }

    /// Records that the notification server took a notice.
    ///
    /// # Errors
    /// Where the store cannot be written; the notice is shown once more then, under the same identity.
    pub fn shown(
        &mut self,
        notice: i64,
        at: DateTime<Utc>,
        server: &str,
        server_id: u32,
    ) -> Result<(), Problem> {
        self.store.finish(notice, at, server, server_id)?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// The next instant at which a look may find something new.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn next_wake(&self, now: DateTime<Utc>, zone: Tz) -> Result<Option<DateTime<Utc>>, Problem> {
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        Ok(plans.iter().filter_map(|(_, plan)| plan.next_wake(now, &delivered)).min())
    }

    /// Records what the patient pressed on a notice. *Done* answers what is to be done or put on; *Later* puts off all of it
    /// that is open.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn answer_notice(
        &mut self,
        notice: i64,
        what: Answered,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), Problem> {
        let lines = self.store.lines(notice)?;
        let plans = self.plans(zone)?;
        let decide = |delivered: &Delivered| {
            let answered =
                lines.into_iter().filter_map(|(key, due)| {
                    // A line that a correction took out of the plan has nothing left to answer.
                    let (plan, occurrence) = find(&plans, &key)?;
                    let counts = what != Answered::Done || occurrence.done_on_notice(plan);
                    (counts && is_news(&delivered.told_at(occurrence, due), what, None, now))
                        .then_some(Said { key, due, what, done: None })
                });
            answered.collect()
        };
        if self.store.say(Via::Notice, now, decide)? {
            Signal::Changed.raise(&self.folder);
        }
        Ok(())
    }

    /// Records what the patient did about one occurrence, in the window. Saying the same twice is saying it once.
    ///
    /// `done_at`: when it was done, where that was earlier than now, as a wall time in the zone: `2026-03-28T08:00`.
    ///
    /// # Errors
    /// `not-found` where no plan has it, `too-early-to-answer` where it is not due yet; `answer-not-a-time`, `answer-in-future`
    /// and `answer-too-early` where it cannot have been done at `done_at`.
    pub fn answer(
        &mut self,
        key: &str,
        what: Answered,
        done_at: Option<&str>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), Problem> {
        let plans = self.plans(zone)?;
        let (plan, occurrence) = find(&plans, key).ok_or_else(|| Problem::new("not-found"))?;
        if !occurrence.answerable(plan) {
            return Err(Problem::new("not-found"));
        }
        if now < occurrence.due.min(occurrence.own) {
            return Err(Problem::new("too-early-to-answer"));
        }
        let done = match done_at {
            Some(typed) if what == Answered::Done => Some(when_done(typed, plan, occurrence, now, zone)?),
            Some(_) => return Err(Problem::new("answer-not-a-time").about("at")),
            None => None,
        };
        let decide = |delivered: &Delivered| {
            let said = Said { key: key.to_owned(), due: occurrence.due, what, done };
            is_news(&delivered.of(occurrence), what, done, now).then_some(said).into_iter().collect()
        };
        if self.store.say(Via::Window, now, decide)? {
            Signal::Changed.raise(&self.folder);
        }
        Ok(())
    }
}

impl Companion {
    /// What an occurrence is called where it stands alone.
    pub(crate) fn title_of(&self, plan: &Plan, occurrence: &Occurrence) -> String {
        title(&self.words, &[(plan, occurrence)], occurrence.due)
    }
}

/// The instant at which something was done, as the patient typed it.
fn when_done(
    typed: &str,
    plan: &Plan,
    occurrence: &Occurrence,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<DateTime<Utc>, Problem> {
    let wall = local::typed(typed).ok_or_else(|| Problem::new("answer-not-a-time").about("at"))?;
    let done = local::instant(wall, zone);
    if done > now {
        return Err(Problem::new("answer-in-future").about("at"));
    }
    let earliest = (occurrence.own.min(occurrence.due) - EARLY).max(plan.procedure().ended);
    if done < earliest {
        return Err(Problem::new("answer-too-early").about("at").with("earliest", utc(earliest)));
    }
    Ok(done)
}

/// The occurrence of a key.
pub(crate) fn find<'p>(plans: &'p [(String, Plan)], key: &str) -> Option<Told<'p>> {
    plans.iter().find_map(|(_, plan)| Some((plan, plan.occurrence(key)?)))
}

/// Whether an answer changes anything. A notice and the window may both be pressed; the second press is the same answer.
fn is_news(row: &Row, what: Answered, done: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    match (row.answer, what) {
        (None, Answered::Undone) => false,
        // Done at another time than was said before.
        (Some((Answer::Done, before)), Answered::Done) => done.is_some_and(|done| done != before),
        (Some((Answer::Done, _)), Answered::Later)
        | (Some((Answer::Skipped, _)), Answered::Skipped | Answered::Later) => false,
        // Put off again counts only once it has come back, or where the clock was set back since.
        (Some((Answer::Later, at)), Answered::Later) => now < at || row.came_back(at),
        _ => true,
    }
}

/// Title and body of a notice.
pub(crate) fn told(
    words: &Words,
    lines: &[Told<'_>],
    all: &[(String, Plan)],
    details: bool,
    at: DateTime<Utc>,
    away: bool,
) -> (String, String) {
    if !details {
        return (words.say("notice-discreet"), words.say("notice-discreet-body"));
    }
    let title = if away { words.say("notice-away") } else { title(words, lines, at) };
    let body = match lines {
        [one] => text(words, *one, holds_elsewhere(*one, all, at)),
        _ => lines
            .iter()
            .map(|one| line(words, *one, holds_elsewhere(*one, all, at)))
            .map(|text| words.say_with("notice-line", &[("text", &text)]))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    (title, body)
}

/// The headline of a notice at an instant.
pub(crate) fn title(words: &Words, lines: &[Told<'_>], at: DateTime<Utc>) -> String {
    if let [(plan, occurrence)] = lines {
        let window = plan.window_of(occurrence);
        return match occurrence.slot {
            Slot::Release => {
                words.say_with("notice-release-title", &[("thing", window.short(words.language()))])
            }
            Slot::Start | Slot::At(_) | Slot::Nth(_) => window.title(words.language()).to_owned(),
        };
    }
    let here = lines.first().map_or(Tz::UTC, |(plan, _)| plan.here());
    words.say(match at.with_timezone(&here).hour() {
        0..12 => "notice-morning",
        12..17 => "notice-mixed",
        _ => "notice-evening",
    })
}

/// A prohibition that ends for one treatment still holds after another: nobody is told then that it is allowed again.
pub(crate) fn holds_elsewhere(
    (plan, occurrence): Told<'_>,
    all: &[(String, Plan)],
    at: DateTime<Utc>,
) -> bool {
    occurrence.slot == Slot::Release
        && holds_for_another(all, &plan.procedure().id, occurrence.instruction(plan), at)
}

/// An instruction of one treatment that holds for another treatment at an instant.
pub(crate) fn holds_for_another(
    all: &[(String, Plan)],
    procedure: &str,
    instruction: &str,
    at: DateTime<Utc>,
) -> bool {
    let others = all.iter().filter(|(id, _)| id != procedure).flat_map(|(_, plan)| plan.windows());
    others.into_iter().any(|window| window.id() == instruction && window.holds(at))
}

/// What one occurrence says when it is alone.
fn text(words: &Words, (plan, occurrence): Told<'_>, elsewhere: bool) -> String {
    let window = plan.window_of(occurrence);
    let language = words.language();
    match occurrence.slot {
        Slot::Release if elsewhere => {
            words.say_with("notice-release-one", &[("thing", window.short(language))])
        }
        Slot::Release => {
            let own = window.release(language).map(str::to_owned);
            own.unwrap_or_else(|| words.say_with("notice-release", &[("thing", window.short(language))]))
        }
        Slot::Start | Slot::At(_) | Slot::Nth(_) => window.text(language).to_owned(),
    }
}

/// What one occurrence says among others.
pub(crate) fn line(words: &Words, (plan, occurrence): Told<'_>, elsewhere: bool) -> String {
    let window = plan.window_of(occurrence);
    let language = words.language();
    match (occurrence.slot, window.release(language)) {
        (Slot::Release, _) if elsewhere => text(words, (plan, occurrence), elsewhere),
        // "You may take these medicines again" needs the medicines' name where it does not stand alone.
        (Slot::Release, Some(release)) => {
            words.say_with("notice-release-line", &[("thing", window.short(language)), ("text", release)])
        }
        (Slot::Release, None) => words.say_with("notice-release", &[("thing", window.short(language))]),
        (Slot::Start | Slot::At(_) | Slot::Nth(_), _) => window.title(language).to_owned(),
    }
}
