//! From a plan to what the window draws.

use crate::contract::{Answered, Board, Line, Missed, Next, Reminders, Today, Todo};
use crate::deliver::{find, holds_elsewhere, line, title};
use crate::problem::Problem;
use crate::store::Version;
use crate::{Companion, Role};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::protocol::{Kind, Weight};
use plan::{Answer, Cause, Delivered, Plan, Window};

/// A showing that was begun this long ago and is not finished waits; before, it is just on its way.
pub(crate) const WAITING: TimeDelta = TimeDelta::seconds(5);

/// An instant as the contract writes it.
pub(crate) fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl Companion {
    /// The board of today.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn today(&self, now: DateTime<Utc>, zone: Tz) -> Result<Today, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        let newest = plans.iter().map(|(_, plan)| plan.procedure().ended).max();
        let mut boards: Vec<(DateTime<Utc>, Board)> = Vec::new();
        for ((_, versions), (_, plan)) in procedures.iter().zip(plans.iter()) {
            let ended = plan.procedure().ended;
            // One that has nothing left to say stays only as the newest: the person comes back to something known.
            if let Some(version) = versions.last()
                && (plan.speaks(now) || Some(ended) == newest)
            {
                boards.push((ended, self.board(version, plan, &plans, &delivered, now)));
            }
        }
        boards.sort_by_key(|(ended, _)| std::cmp::Reverse(*ended));
        Ok(Today {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            procedures: boards.into_iter().map(|(_, board)| board).collect(),
            reminders: self.reminders(&plans, &delivered, now)?,
            outdoors: self.outdoors(&plans, &delivered, now, zone)?,
            offer: self.offer(&plans, &delivered, now, zone)?,
        })
    }

    fn board(
        &self,
        version: &Version,
        plan: &Plan,
        all: &[(String, Plan)],
        delivered: &Delivered,
        now: DateTime<Utc>,
    ) -> Board {
        let language = self.words.language();
        let today = plan.today(now, delivered);
        let between = plan.next_session_between();
        let mut marks: Vec<DateTime<Utc>> = plan
            .windows()
            .filter(|window| window.kind() == Kind::Avoid && window.weight() == Weight::Rule)
            .filter(|window| window.from <= plan.last_release())
            .map(|window| window.until)
            .collect();
        marks.sort();
        marks.dedup();
        // Of what ends at the same moment the weightiest stands first: it is drawn large.
        let mut not_yet = today.not_yet;
        not_yet.sort_by_key(|window| {
            (window.until, window.weight() != Weight::Rule, window.kind() != Kind::Avoid)
        });
        let lines = |windows: &[Window<'_>]| windows.iter().map(|window| as_line(window, language)).collect();
        Board {
            id: plan.procedure().id.clone(),
            ended: utc(version.ended),
            day: i32::try_from(today.day).unwrap_or(i32::MAX),
            hours: tenths(today.seconds),
            device: version.device.clone(),
            depth_mm: version.depth_mm,
            areas: version.areas.clone(),
            prp: version.prp,
            session: version.session,
            sessions: version.sessions,
            next_session: plan.procedure().next_session.map(utc),
            next_between: plan
                .procedure()
                .sessions_left
                .then(|| (between.earliest.to_string(), between.latest.to_string())),
            draft: self.draft(),
            until: utc(plan.last_release()),
            marks: marks.into_iter().map(utc).collect(),
            not_yet: lines(&not_yet),
            released: lines(&today.released),
            do_now: today
                .do_now
                .iter()
                .map(|doing| {
                    let answer = doing.row.answer;
                    let window = plan.window_of(doing.occurrence);
                    Todo {
                        key: doing.occurrence.key.clone(),
                        line: as_line(&window, language),
                        opens: window.opens().map(|opens| opens.word().to_owned()),
                        due: utc(doing.due),
                        useful_until: utc(doing.until),
                        answer: answer.map(|(answer, _)| as_answered(answer)),
                        answered: answer.map(|(_, at)| utc(at)),
                    }
                })
                .collect(),
            usual: lines(&today.usual),
            good_to_know: lines(&today.good_to_know),
            next: today.next.map(|next| {
                let told: Vec<_> = next.occurrences.iter().map(|occurrence| (plan, *occurrence)).collect();
                Next {
                    at: utc(next.at),
                    title: title(&self.words, &told, next.at),
                    lines: told
                        .iter()
                        .map(|one| line(&self.words, *one, holds_elsewhere(*one, all, next.at)))
                        .collect(),
                }
            }),
        }
    }

    fn reminders(
        &self,
        plans: &[(String, Plan)],
        delivered: &Delivered,
        now: DateTime<Utc>,
    ) -> Result<Reminders, Problem> {
        let waiting = self.store.waiting_since()?.filter(|begun| now - *begun >= WAITING);
        let absences = self.store.absences(now - TimeDelta::hours(24))?;
        let mut missed: Vec<Missed> = delivered
            .rows()
            .filter_map(|(key, due, row)| {
                let (cause, _) = row.missed.filter(|(cause, _)| *cause != Cause::Superseded)?;
                let recent = row.shown.is_empty() && row.answer.is_none() && now - due < TimeDelta::hours(24);
                let (plan, occurrence) = find(plans, key).filter(|_| recent)?;
                let useful_until = due + (occurrence.useful_until - occurrence.due);
                Some(Missed {
                    key: key.to_owned(),
                    title: self.title_of(plan, occurrence),
                    due: utc(due),
                    cause: cause.word().to_owned(),
                    away: Companion::away(&absences, due, useful_until),
                })
            })
            .collect();
        missed.sort_by(|a, b| b.due.cmp(&a.due).then_with(|| a.key.cmp(&b.key)));
        Ok(Reminders { agent: Role::Agent.taken(&self.folder), waiting_since: waiting.map(utc), missed })
    }
}

/// Hours with one decimal, rounded down: 25.99 hours are not yet 26.
#[must_use]
pub fn tenths(seconds: i64) -> f64 {
    seconds.div_euclid(360) as f64 / 10.0
}

pub(crate) fn as_line(window: &Window<'_>, language: &str) -> Line {
    Line {
        id: window.id().to_owned(),
        kind: window.kind().word().to_owned(),
        rule: window.weight() == Weight::Rule,
        title: window.title(language).to_owned(),
        short: window.short(language).to_owned(),
        text: window.text(language).to_owned(),
        why: window.why(language).map(str::to_owned),
        release: window.release(language).map(str::to_owned),
        source: window.source().to_vec(),
        from: utc(window.from),
        until: utc(window.until),
    }
}

pub(crate) fn as_answered(answer: Answer) -> Answered {
    match answer {
        Answer::Done => Answered::Done,
        Answer::Skipped => Answered::Skipped,
        Answer::Later => Answered::Later,
    }
}
