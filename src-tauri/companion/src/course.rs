//! The course of sessions: what was, what is booked, and what prepares it.

use crate::board::utc;
use crate::contract::{Booked, Course, CourseView, NextSession, Place, Ready, Sitting, Supposed};
use crate::free::Kept;
use crate::problem::Problem;
use crate::store::Version;
use crate::timeline::bars;
use crate::{Companion, Signal, entering};
use chrono::{DateTime, Months, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::course::{self, Interval, Occasion, Session};
use plan::{Plan, local};
use std::collections::BTreeMap;

/// How far ahead a session can be booked, in years: further is a typing error.
const YEARS: u32 = 2;

/// So long after its last session a course is told of; then only while it is the newest, or something is booked.
const TOLD: TimeDelta = TimeDelta::days(731);

/// A treatment with its plan.
type Planned<'c> = (&'c Version, &'c Plan);

impl Companion {
    /// The courses of sessions, and the days to be kept free.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn course(&self, now: DateTime<Utc>, zone: Tz) -> Result<Course, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let kept = self.kept_free(now, zone)?;
        let occasions: Vec<Occasion> = kept.iter().map(|one| one.occasion.clone()).collect();
        let mut told = Vec::new();
        let mut booked: Vec<(&str, &Plan, DateTime<Utc>)> = Vec::new();
        for (place, course) in course::courses(sessions(&procedures)).into_iter().enumerate() {
            let Some((version, plan)) =
                course.last().and_then(|last| find(&procedures, &plans, &last.procedure))
            else {
                continue;
            };
            let ahead = version.next_session.filter(|next| *next > now);
            if place > 0 && ahead.is_none() && now - version.ended > TOLD {
                continue;
            }
            booked.extend(ahead.map(|next| (plan.procedure().id.as_str(), plan, next)));
            told.push(self.course_view(&course, (version, plan), &occasions, now, zone));
        }
        let language = self.words.language();
        let ready = |one: &plan::protocol::Readiness| Ready {
            id: one.id.clone(),
            sign: one.sign.get(language).to_owned(),
            source: one.source.clone(),
        };
        Ok(Course {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            today: local::date(now, zone).to_string(),
            courses: told,
            free: kept.iter().map(|one| self.free_view(one, &plans, &booked)).collect(),
            doings: self.doings(),
            readiness: self.protocol.readiness.iter().map(ready).collect(),
            draft: self.draft(),
        })
    }

    /// Books the next session after a treatment, or moves it: a wall time in the treatment's zone. Its preparation is planned anew;
    /// what keeps its moment is not repeated.
    ///
    /// # Errors
    /// `not-found`; `booking-not-a-time`, `booking-in-past`, `booking-too-far` or `session-before-treatment`, by field; or where
    /// the store cannot be written.
    pub fn book(&mut self, procedure: &str, at: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        let version = self.newest(procedure)?;
        let next = bookable(&version, at, now)?;
        self.save_session(procedure, version, Some(next), now)
    }

    /// Cancels the booked session of a treatment; with it goes its preparation.
    ///
    /// # Errors
    /// `not-found`; or where the store cannot be written.
    pub fn cancel_session(&mut self, procedure: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        let version = self.newest(procedure)?;
        self.save_session(procedure, version, None, now)
    }

    /// What would follow if a session were booked at a wall time in the treatment's zone. Nothing is booked by that.
    ///
    /// # Errors
    /// As [`Companion::book`].
    pub fn suppose(
        &self,
        procedure: &str,
        at: &str,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Supposed, Problem> {
        let version = self.newest(procedure)?;
        let next = bookable(&version, at, now)?;
        let plans = self.plans(zone)?;
        let (_, plan) =
            plans.iter().find(|(id, _)| id == procedure).ok_or_else(|| Problem::new("not-found"))?;
        let interval = interval(&version, plan).unwrap_or_else(|| plan.next_session_between());
        let touched = |one: &Kept| {
            let view = self.free_view(one, &[], &[(procedure, plan, next)]);
            (!view.clashes.is_empty()).then_some(view)
        };
        Ok(Supposed {
            at: utc(next),
            place: interval.place(local::date(next, plan.procedure().zone)).into(),
            free: self.kept_free(now, zone)?.iter().filter_map(touched).collect(),
        })
    }

    /// The newest version of a treatment.
    fn newest(&self, procedure: &str) -> Result<Version, Problem> {
        let procedures = self.store.procedures()?;
        let found = procedures.into_iter().find(|(id, _)| id == procedure);
        found.and_then(|(_, mut versions)| versions.pop()).ok_or_else(|| Problem::new("not-found"))
    }

    fn save_session(
        &mut self,
        procedure: &str,
        version: Version,
        next_session: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<(), Problem> {
        if version.next_session == next_session {
            return Ok(());
        }
        if !self.store.correct(procedure, &Version { recorded: now, next_session, ..version })? {
            return Err(Problem::new("not-found"));
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    fn course_view(
        &self,
        course: &[Session],
        (version, plan): Planned<'_>,
        occasions: &[Occasion],
        now: DateTime<Utc>,
        zone: Tz,
    ) -> CourseView {
        let next = interval(version, plan).map(|interval| {
            let today = local::date(now, plan.procedure().zone);
            // Where nothing is booked, a session ends when the last one did: a clinic is open at the same hours.
            let anchor = version.next_session.unwrap_or(version.ended);
            let time = local::wall(anchor, plan.procedure().zone).time();
            let open = if occasions.is_empty() {
                Vec::new()
            } else {
                plan.open_days(interval, today, time, occasions)
            };
            NextSession {
                maintenance: version.session >= version.sessions,
                earliest: interval.earliest.to_string(),
                middle: interval.middle().to_string(),
                latest: interval.latest.to_string(),
                over: interval.latest < today,
                booked: version.next_session.map(|next| self.booked(plan, interval, next, now, zone)),
                open: open.iter().map(|(from, until)| (from.to_string(), until.to_string())).collect(),
            }
        });
        let sitting = |one: &Session| Sitting { session: one.number, ended: utc(one.ended) };
        CourseView {
            id: plan.procedure().id.clone(),
            zone: plan.procedure().zone.name().to_owned(),
            areas: version.areas.clone(),
            session: version.session,
            sessions: version.sessions,
            done: course.iter().map(sitting).collect(),
            per_year: self.protocol.sessions.maintenance.as_ref().map(|one| one.per_year),
            next,
        }
    }

    fn booked(
        &self,
        plan: &Plan,
        interval: Interval,
        next: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Booked {
        let there = plan.procedure().zone;
        let mut preparation = bars(plan, self.words.language(), |window| window.prepares());
        preparation.sort_by(|a, b| (&a.line.from, &a.line.until).cmp(&(&b.line.from, &b.line.until)));
        let days = (local::date(next, zone) - local::date(now, zone)).num_days();
        Booked {
            at: utc(next),
            wall: entering::wall(next, there),
            days: i32::try_from(days).unwrap_or(i32::MAX),
            begun: next <= now,
            place: interval.place(local::date(next, there)).into(),
            preparation,
            ready_from: plan.ready_from().map(utc),
        }
    }
}

/// The treatments that another session of their course followed, each with the end of that session.
pub(crate) fn followed(procedures: &[(String, Vec<Version>)]) -> BTreeMap<String, DateTime<Utc>> {
    let courses = course::courses(sessions(procedures));
    let pairs = courses.iter().flat_map(|course| course.windows(2));
    pairs.map(|pair| (pair[0].procedure.clone(), pair[1].ended)).collect()
}

fn sessions(procedures: &[(String, Vec<Version>)]) -> Vec<Session> {
    let session = |(id, versions): &(String, Vec<Version>)| {
        let version = versions.last()?;
        Some(Session {
            procedure: id.clone(),
            ended: version.ended,
            areas: version.areas.iter().cloned().collect(),
            number: version.session,
            of: version.sessions,
        })
    };
    procedures.iter().filter_map(session).collect()
}

fn find<'c>(
    procedures: &'c [(String, Vec<Version>)],
    plans: &'c [(String, Plan)],
    id: &str,
) -> Option<Planned<'c>> {
    let (_, versions) = procedures.iter().find(|(name, _)| name == id)?;
    let (_, plan) = plans.iter().find(|(name, _)| name == id)?;
    Some((versions.last()?, plan))
}

/// The dates for the next session after a treatment, or for the maintenance after the last one.
fn interval(version: &Version, plan: &Plan) -> Option<Interval> {
    if version.session < version.sessions {
        Some(plan.next_session_between())
    } else {
        // A session that is booked all the same is told of also where the rules in use speak of none.
        plan.maintenance_between().or_else(|| version.next_session.map(|_| plan.next_session_between()))
    }
}

/// The instant of a session as it was typed, if it can be booked.
fn bookable(version: &Version, typed: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, Problem> {
    let wall = local::typed(typed).ok_or_else(|| Problem::new("booking-not-a-time").about("at"))?;
    let next = local::instant(wall, entering::zone(version));
    if next <= now {
        return Err(Problem::new("booking-in-past").about("at"));
    }
    // A clock that was set back makes a treatment that is still to come.
    if next <= version.ended {
        return Err(Problem::new("session-before-treatment").about("at"));
    }
    if now.checked_add_months(Months::new(12 * YEARS)).is_some_and(|most| next > most) {
        return Err(Problem::new("booking-too-far").about("at").with("years", YEARS));
    }
    Ok(next)
}

impl From<course::Place> for Place {
    fn from(place: course::Place) -> Place {
        match place {
            course::Place::Early => Place::Early,
            course::Place::Within => Place::Within,
            course::Place::Late => Place::Late,
        }
    }
}
