//! What was told and what became of it: for the command line as rows of the plan's own kind, for the window in words.

use crate::Companion;
use crate::board::{as_answered, utc};
use crate::contract::{Ledger, LedgerRow};
use crate::deliver::find;
use crate::problem::Problem;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::{Cause, Delivered, Row};

/// How far ahead the window's ledger goes.
const AHEAD: TimeDelta = TimeDelta::days(7);

impl Companion {
    /// Every occurrence that came due so far and the patient was or would have been told of, by due, then key: what was shown,
    /// answered, or missed. What no look has decided yet is read as a look at `now` would.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn ledger(&self, now: DateTime<Utc>, zone: Tz) -> Result<Vec<(String, DateTime<Utc>, Row)>, Problem> {
        let mut delivered = Delivered::clone(&*self.delivered()?);
        for (_, plan) in self.plans(zone)?.iter() {
            let missed: Vec<(String, DateTime<Utc>, Cause)> = plan
                .due(now, &delivered)
                .missed
                .iter()
                .map(|(one, cause)| (one.key.clone(), one.due, *cause))
                .collect();
            for (key, due, cause) in missed {
                delivered.row(&key, due).missed = Some((cause, now));
            }
            for occurrence in
                plan.occurrences().iter().take_while(|one| one.due <= now).filter(|one| one.told())
            {
                // A slot that rang elsewhere under the same name has its row there.
                if delivered.of(occurrence) == Row::default() {
                    delivered.row(&occurrence.key, occurrence.due);
                }
            }
        }
        let rows = delivered.rows().map(|(key, due, row)| (key.to_owned(), due, row.clone()));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        Ok(rows)
    }

    /// The ledger in words, newest first, and what comes in the next days.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn ledger_in_words(&self, now: DateTime<Utc>, zone: Tz) -> Result<Ledger, Problem> {
        let plans = self.plans(zone)?;
        let treatments = self.store.procedures()?;
        let decided = self.delivered()?;
        let absences = self.store.absences(DateTime::<Utc>::MIN_UTC)?;
        let mut rows = self.ledger(now, zone)?;
        for (_, plan) in plans.iter() {
            let coming = plan.occurrences().iter().filter(|one| now < one.due && one.due < now + AHEAD);
            // What was shown before the clock was set back has its row already.
            let planned = coming.filter(|one| decided.at(&one.key, one.due).is_none());
            rows.extend(planned.map(|one| (one.key.clone(), one.due, Row::default())));
        }
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let rows = rows.into_iter().filter_map(|(key, due, row)| {
            // A treatment that was removed, or a moment that a correction took out of the plan, has no words any more.
            let (plan, occurrence) = find(&plans, &key)?;
            let id = &plan.procedure().id;
            let version =
                treatments.iter().find(|(name, _)| name == id).and_then(|(_, versions)| versions.last())?;
            // What was shown after all was not missed.
            let missed = row.missed.filter(|_| row.shown.is_empty());
            let useful_until = due + (occurrence.useful_until - occurrence.due);
            Some(LedgerRow {
                areas: version.areas.clone(),
                title: self.title_of(plan, occurrence),
                due: utc(due),
                shown: row.shown.iter().copied().map(utc).collect(),
                answer: row.answer.map(|(answer, _)| as_answered(answer)),
                answered: row.answer.map(|(_, at)| utc(at)),
                missed: missed.map(|(cause, _)| cause.word().to_owned()),
                decided: missed.and_then(|_| decided.at(&key, due)?.missed).map(|(_, at)| utc(at)),
                away: missed
                    .filter(|(cause, _)| *cause == Cause::Off)
                    .and_then(|_| Companion::away(&absences, due, useful_until)),
                answerable: due == occurrence.due
                    && occurrence.answerable(plan)
                    && occurrence.due.min(occurrence.own) <= now,
                key,
            })
        });
        Ok(Ledger { now: utc(now), zone: zone.name().to_owned(), rows: rows.collect() })
    }
}
