//! The diary: the one-minute check, kept, corrected, deleted and brought back. It keeps what the patient says, and judges nothing.

use crate::board::{tenths, utc};
use crate::contract::{Check, CheckForm, Diary, DiaryPlan, Symptom};
use crate::problem::Problem;
use crate::store::CheckIn;
use crate::{Companion, Signal};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::{Plan, local};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The most characters of a note: some pages. A whole book belongs elsewhere.
const MOST_OF_NOTE: u32 = 5000;

/// The highest rating.
const MOST: u32 = 10;

/// So long a deleted check can be brought back.
const UNDO: TimeDelta = TimeDelta::hours(1);

impl Companion {
    /// The diary.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn diary(&self, now: DateTime<Utc>, zone: Tz) -> Result<Diary, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let mut told: Vec<(DateTime<Utc>, DiaryPlan)> = procedures
            .into_iter()
            .zip(plans.iter())
            .filter_map(|((id, versions), (_, plan))| {
                let version = versions.into_iter().next_back()?;
                let view = DiaryPlan {
                    id,
                    ended: utc(version.ended),
                    device: version.device,
                    areas: version.areas,
                    session: version.session,
                    sessions: version.sessions,
                    usual_until: self.usual_until(plan),
                };
                Some((version.ended, view))
            })
            .collect();
        told.sort_by_key(|(ended, _)| Reverse(*ended));
        let language = self.words.language();
        let symptom = |one: &plan::protocol::Symptom| Symptom {
            id: one.id.clone(),
            question: one.question.get(language).to_owned(),
            typical: one.typical.clone(),
            source: one.source.clone(),
        };
        Ok(Diary {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            checks: self.checks(&plans)?,
            procedures: told.into_iter().map(|(_, view)| view).collect(),
            symptoms: self.protocol.symptoms.iter().map(symptom).collect(),
            note_most: MOST_OF_NOTE,
        })
    }

    /// Keeps a check; returns its number.
    ///
    /// # Errors
    /// What is wrong with the form, by field: `not-found` for a treatment or a sign that is not there, `check-not-a-time`,
    /// `check-in-future`, `check-before-treatment`, `check-rating`, `check-note-too-long`, and `check-empty` where nothing was
    /// said; or where the store cannot be written.
    pub fn check_in(&mut self, form: &CheckForm, now: DateTime<Utc>, zone: Tz) -> Result<u32, Problem> {
        let check = self.check(form, now, now, zone)?;
        let id = self.store.check_in(&check, now - UNDO)?.ok_or_else(|| Problem::new("not-found"))?;
        Signal::Changed.raise(&self.folder);
        Ok(id)
    }

    /// Puts another in the place of a check. Where the form says no time, it keeps its own.
    ///
    /// # Errors
    /// As [`Companion::check_in`]; `not-found` also where there is no such check.
    pub fn correct_check_in(
        &mut self,
        id: u32,
        form: &CheckForm,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), Problem> {
        let before = self.store.check_ins()?.into_iter().find(|(one, _)| *one == id);
        let (_, before) = before.ok_or_else(|| Problem::new("not-found"))?;
        let check = self.check(form, before.at, now, zone)?;
        let known = self.store.correct_check_in(id, &check)?;
        self.changed(known)
    }

    /// Deletes a check. For an hour at least it can be brought back.
    ///
    /// # Errors
    /// `not-found`, or where the store cannot be written.
    pub fn delete_check_in(&mut self, id: u32, now: DateTime<Utc>) -> Result<(), Problem> {
        let known = self.store.delete_check_in(id, now, now - UNDO)?;
        self.changed(known)
    }

    /// Brings a deleted check back.
    ///
    /// # Errors
    /// `not-found` where it is gone for good, or where the store cannot be written.
    pub fn restore_check_in(&mut self, id: u32) -> Result<(), Problem> {
        let known = self.store.restore_check_in(id)?;
        self.changed(known)
    }

    /// Tells the other programs what changed, if it was there to be changed.
    pub(crate) fn changed(&self, known: bool) -> Result<(), Problem> {
        if !known {
            return Err(Problem::new("not-found"));
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    fn usual_until(&self, plan: &Plan) -> BTreeMap<String, String> {
        let procedure = plan.procedure();
        let end = |step| utc(local::step(procedure.ended, step, procedure.zone));
        let symptoms = self.protocol.symptoms.iter();
        symptoms.filter_map(|one| Some((one.id.clone(), end(one.usual_end?)))).collect()
    }

    fn checks(&self, plans: &[(String, Plan)]) -> Result<Vec<Check>, Problem> {
        let order = |id: &str| self.protocol.warnings.iter().position(|sign| sign.id == id);
        let view = |(id, check): (u32, CheckIn)| {
            let (_, plan) = plans.iter().find(|(procedure, _)| *procedure == check.procedure)?;
            let mut signs: Vec<String> = check.signs.into_iter().collect();
            signs.sort_by_key(|sign| order(sign).unwrap_or(usize::MAX));
            Some(Check {
                id,
                at: utc(check.at),
                hours: tenths((check.at - plan.procedure().ended).num_seconds()),
                procedure: check.procedure,
                ratings: check.ratings.into_iter().map(|(symptom, value)| (symptom, value.into())).collect(),
                signs,
                note: check.note,
            })
        };
        Ok(self.store.check_ins()?.into_iter().filter_map(view).collect())
    }

    /// What was filled in, if all of it can be. `else_at`: when it was, where the form does not say.
    fn check(
        &self,
        form: &CheckForm,
        else_at: DateTime<Utc>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<CheckIn, Problem> {
        let plans = self.plans(zone)?;
        let (_, plan) = plans
            .iter()
            .find(|(id, _)| *id == form.procedure)
            .ok_or_else(|| Problem::new("not-found").about("procedure"))?;
        let at = match form.at.as_deref() {
            None => else_at,
            Some(typed) => {
                let wall = local::typed(typed).ok_or_else(|| Problem::new("check-not-a-time").about("at"))?;
                local::instant(wall, zone)
            }
        };
        if at > now {
            return Err(Problem::new("check-in-future").about("at"));
        }
        if at < plan.procedure().ended {
            return Err(Problem::new("check-before-treatment").about("at"));
        }
        let mut ratings = BTreeMap::new();
        for (symptom, rating) in &form.ratings {
            let known = self.protocol.symptoms.iter().any(|one| one.id == *symptom);
            match u8::try_from(*rating) {
                Ok(value) if known && *rating <= MOST => ratings.insert(symptom.clone(), value),
                _ => return Err(Problem::new("check-rating").about("ratings").with("most", MOST)),
            };
        }
        let signs: BTreeSet<String> = form.signs.iter().cloned().collect();
        let known = |sign: &String| self.protocol.warnings.iter().any(|one| one.id == *sign);
        if !signs.iter().all(known) {
            return Err(Problem::new("not-found").about("signs"));
        }
        let note = form.note.trim().replace("\r\n", "\n");
        if note.chars().count() > MOST_OF_NOTE as usize {
            return Err(Problem::new("check-note-too-long").about("note").with("most", MOST_OF_NOTE));
        }
        if ratings.is_empty() && signs.is_empty() && note.is_empty() {
            return Err(Problem::new("check-empty"));
        }
        Ok(CheckIn { procedure: form.procedure.clone(), at, ratings, signs, note })
    }
}
