//! The next days at a glance, before the computer goes off.

use crate::Companion;
use crate::back::{HABIT, usually_back};
use crate::board::utc;
use crate::contract::{Days, DaysLine, DaysMoment, DaysStay, DaysTreatment, DaysWhat, Offer};
use crate::deliver::holds_for_another;
use crate::problem::Problem;
use chrono::{DateTime, Days as CalendarDays, NaiveTime, SecondsFormat, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use plan::{Comes, Delivered, Plan, Window, local};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The card tells of today and of so many days after it.
const DAYS: u64 = 3;

/// Where the habit is not known, the next day counts.
const NEXT: TimeDelta = TimeDelta::hours(24);

/// Evening: [from, until) by the clock on the wall, over midnight.
const EVENING: (u32, u32) = (17, 4);

/// The most lines of a notice; the rest is in the window.
const LINES: usize = 5;

/// A notice before the computer goes off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farewell {
    /// The headline.
    pub title: String,
    /// The rest, as plain text.
    pub body: String,
}

impl Companion {
    /// The next days at a glance.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn days(&self, now: DateTime<Utc>, zone: Tz) -> Result<Days, Problem> {
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        let last = local::date(now, zone).checked_add_days(CalendarDays::new(DAYS + 1));
        let end = last.map(|date| local::instant(date.and_time(NaiveTime::MIN), zone));
        let until = end.unwrap_or(now + NEXT);
        let (moments, stays) = self.coming(&plans, &delivered, now, until);
        let mut open: Vec<DaysLine> = Vec::new();
        for (id, plan) in plans.iter() {
            for doing in plan.today(now, &delivered).do_now.iter().filter(|doing| doing.open()) {
                let window = plan.window_of(doing.occurrence);
                add(&mut open, self.line(DaysWhat::Told, &window), id);
            }
        }
        let about = |id: &str| {
            let said = open.iter().chain(moments.iter().flat_map(|one| &one.lines)).map(|line| &line.of);
            said.chain(stays.iter().map(|stay| &stay.of)).any(|of| of.iter().any(|one| one == id))
        };
        let mut treatments = Vec::new();
        for (id, versions) in self.store.procedures()? {
            if let Some(version) = versions.last().filter(|_| about(&id)) {
                let there = version.zone.parse().unwrap_or(Tz::UTC);
                let day = (local::date(now, zone) - local::date(version.ended, there)).num_days() + 1;
                let view = DaysTreatment {
                    id,
                    areas: version.areas.clone(),
                    day: i32::try_from(day).unwrap_or(i32::MAX),
                };
                treatments.push((version.ended, view));
            }
        }
        treatments.sort_by_key(|(ended, _)| Reverse(*ended));
        Ok(Days {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            draft: self.draft(),
            zone: zone.name().to_owned(),
            back: self.back(now, zone)?.filter(|back| *back < until).map(utc),
            until: utc(until),
            open,
            moments,
            stays,
            treatments: treatments.into_iter().map(|(_, view)| view).collect(),
        })
    }

    /// What Today offers in the evening: the card, where something comes before the computer is usually on again.
    pub(crate) fn offer(
        &self,
        plans: &[(String, Plan)],
        delivered: &Delivered,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Option<Offer>, Problem> {
        let hour = local::wall(now, zone).hour();
        if EVENING.1 <= hour && hour < EVENING.0 {
            return Ok(None);
        }
        let back = self.back(now, zone)?;
        let (moments, _) = self.coming(plans, delivered, now, back.unwrap_or(now + NEXT));
        let lines = moments.iter().map(|moment| moment.lines.len()).sum::<usize>();
        let offer = Offer { lines: u32::try_from(lines).unwrap_or(u32::MAX), back: back.map(utc) };
        Ok(Some(offer).filter(|offer| offer.lines > 0))
    }

    /// What is told when the computer is about to go off: what comes before it is usually on again. Nothing in the quiet hours,
    /// and nothing where nothing comes.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn farewell(&self, now: DateTime<Utc>, zone: Tz) -> Result<Option<Farewell>, Problem> {
        let plans = self.plans(zone)?;
        if plans.iter().any(|(_, plan)| plan.is_quiet(now)) {
            return Ok(None);
        }
        let back = self.back(now, zone)?;
        let (moments, _) = self.coming(&plans, &*self.delivered()?, now, back.unwrap_or(now + NEXT));
        if moments.is_empty() {
            return Ok(None);
        }
        let words = &self.words;
        if !self.details()? {
            let (title, body) = (words.say("notice-discreet"), words.say("notice-discreet-body"));
            return Ok(Some(Farewell { title, body }));
        }
        let mut lines: Vec<String> = moments
            .iter()
            .map(|moment| {
                let what: Vec<String> = moment.lines.iter().map(|line| self.in_passing(line)).collect();
                let what = what.join(&words.say("list-dot"));
                words.say_with(
                    "farewell-line",
                    &[("at", &self.wall_of(&moment.at, now, zone)), ("what", &what)],
                )
            })
            .collect();
        if lines.len() > LINES {
            lines.truncate(LINES - 1);
            lines.push(words.say("farewell-more"));
        }
        let title = words.say(if back.is_some() { "farewell-title" } else { "farewell-title-day" });
        Ok(Some(Farewell { title, body: lines.join("\n") }))
    }

    fn back(&self, now: DateTime<Utc>, zone: Tz) -> Result<Option<DateTime<Utc>>, Problem> {
        Ok(usually_back(&self.store.absences(now - HABIT)?, now, zone))
    }

    /// What comes in (now, until] for all treatments, by moment; and what holds all the time. The same thing at the same moment is one
    /// line for all of them.
    fn coming(
        &self,
        plans: &[(String, Plan)],
        delivered: &Delivered,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> (Vec<DaysMoment>, Vec<DaysStay>) {
        let mut moments: BTreeMap<DateTime<Utc>, Vec<DaysLine>> = BTreeMap::new();
        let mut stays: Vec<(DateTime<Utc>, DaysStay)> = Vec::new();
        for (id, plan) in plans {
            let ahead = plan.ahead(now, until, delivered);
            for (at, comes) in ahead.comes {
                let window = comes.window();
                let what = match comes {
                    Comes::Told(..) => DaysWhat::Told,
                    Comes::Begins(_) => DaysWhat::Begins,
                    Comes::Ends(_) if holds_for_another(plans, id, window.id(), at) => DaysWhat::EndsForSome,
                    Comes::Ends(_) => DaysWhat::Ends,
                };
                add(moments.entry(at).or_default(), self.line(what, &window), id);
            }
            for window in ahead.stays {
                let title = window.short(self.words.language());
                match stays.iter_mut().find(|(_, stay)| stay.title == title) {
                    Some((end, stay)) => {
                        stay.of.push(id.clone());
                        *end = window.until.max(*end);
                    }
                    None => stays.push((
                        window.until,
                        DaysStay { title: title.to_owned(), until: String::new(), of: vec![id.clone()] },
                    )),
                }
            }
        }
        stays.sort_by_key(|(end, _)| *end);
        let told = |(at, mut lines): (DateTime<Utc>, Vec<DaysLine>)| {
            // Each plan has its own order; together it is kept by what the lines tell of.
            lines.sort_by_key(|line| line.what as u8);
            DaysMoment { at: utc(at), lines }
        };
        let stays = stays.into_iter().map(|(end, stay)| DaysStay { until: utc(end), ..stay });
        (moments.into_iter().map(told).collect(), stays.collect())
    }

    fn line(&self, what: DaysWhat, window: &Window<'_>) -> DaysLine {
        let language = self.words.language();
        let (title, text) = match what {
            DaysWhat::Told => (window.title(language), window.text(language)),
            DaysWhat::Begins => (window.short(language), window.text(language)),
            // "You may again" is not said as long as it holds for another treatment.
            DaysWhat::EndsForSome => (window.short(language), ""),
            DaysWhat::Ends => (window.short(language), window.release(language).unwrap_or_default()),
        };
        DaysLine { what, title: title.to_owned(), text: text.to_owned(), of: Vec::new() }
    }

    fn in_passing(&self, line: &DaysLine) -> String {
        let of_rule = |id| self.words.say_with(id, &[("thing", &line.title)]);
        match line.what {
            DaysWhat::Told => line.title.clone(),
            DaysWhat::Ends => of_rule("farewell-ends"),
            DaysWhat::EndsForSome => of_rule("farewell-ends-for-some"),
            DaysWhat::Begins => of_rule("farewell-begins"),
        }
    }

    /// A moment of a notice, on the clock where the computer is.
    fn wall_of(&self, at: &str, now: DateTime<Utc>, zone: Tz) -> String {
        let Ok(instant) = at.parse::<DateTime<Utc>>() else { return at.to_owned() };
        let wall = local::wall(instant, zone);
        let time = wall.format("%H:%M").to_string();
        match (wall.date() - local::date(now, zone)).num_days() {
            0 => time,
            1 => self.words.say_with("farewell-tomorrow", &[("time", &time)]),
            _ => wall.format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

fn add(lines: &mut Vec<DaysLine>, line: DaysLine, id: &str) {
    let same =
        |one: &&mut DaysLine| one.what == line.what && one.title == line.title && one.text == line.text;
    match lines.iter_mut().find(same) {
        Some(known) => known.of.push(id.to_owned()),
        None => lines.push(DaysLine { of: vec![id.to_owned()], ..line }),
    }
}
