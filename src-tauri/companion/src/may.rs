//! What the window asks with May I …?, from the plans that still speak to the shapes of the contract.

use crate::Companion;
use crate::board::utc;
use crate::contract::{May, MayMatch, MayPart, Verdict};
use crate::problem::Problem;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use plan::{Plan, lookup};

/// A longer question is no question, and no list of ingredients either. In characters.
const LONGEST: usize = 100_000;

/// How many names are offered while somebody types.
const NAMES: usize = 8;

impl Companion {
    /// The verdict on a question or on a pasted list, after every treatment that still has something to say; after the newest
    /// where none has.
    ///
    /// # Errors
    /// `ask-empty`, `ask-too-long`, `no-procedure`; where the store cannot be read.
    pub fn may(&self, asked: &str, now: DateTime<Utc>, zone: Tz) -> Result<May, Problem> {
        check(asked)?;
        let plans = self.plans(zone)?;
        let newest = plans.iter().map(|(_, plan)| plan.procedure().ended).max();
        let newest = newest.ok_or_else(|| Problem::new("no-procedure"))?;
        let speaks = plans.iter().any(|(_, plan)| plan.speaks(now));
        let counts = |plan: &Plan| if speaks { plan.speaks(now) } else { plan.procedure().ended == newest };
        let counting: Vec<&(String, Plan)> = plans.iter().filter(|(_, plan)| counts(plan)).collect();
        let areas = self.areas_of(&counting)?;
        let counting: Vec<&Plan> = counting.into_iter().map(|(_, plan)| plan).collect();
        let reply = lookup::may_i(asked, &counting, now, self.words.language());
        Ok(May {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            asked: asked.to_owned(),
            verdict: reply.verdict().into(),
            until: reply.until().map(utc),
            parts: reply.parts.into_iter().map(|part| as_part(part, &areas)).collect(),
            draft: self.draft(),
        })
    }

    /// The names that begin like what is being typed.
    #[must_use]
    pub fn suggest(&self, typed: &str) -> Vec<String> {
        lookup::beginning_with(typed, &self.protocol, self.words.language(), NAMES)
    }

    /// The areas of each of some treatments.
    fn areas_of(&self, plans: &[&(String, Plan)]) -> Result<Vec<Vec<String>>, Problem> {
        let procedures = self.store.procedures()?;
        let areas = |id: &str| {
            let versions = procedures.iter().find(|(name, _)| name == id).and_then(|(_, all)| all.last());
            versions.map(|version| version.areas.clone()).unwrap_or_default()
        };
        Ok(plans.iter().map(|(id, _)| areas(id)).collect())
    }
}

/// A question that can be answered at all.
///
/// # Errors
/// `ask-empty`, `ask-too-long`.
pub fn check(asked: &str) -> Result<(), Problem> {
    if asked.trim().is_empty() {
        return Err(Problem::new("ask-empty").about("asked"));
    }
    if asked.chars().count() > LONGEST {
        return Err(Problem::new("ask-too-long").about("asked"));
    }
    Ok(())
}

fn as_part(part: lookup::Part, areas: &[Vec<String>]) -> MayPart {
    MayPart {
        asked: part.asked,
        verdict: part.verdict.into(),
        until: part.until.map(utc),
        matches: part.matches.into_iter().map(|one| as_match(one, areas)).collect(),
        did_you_mean: part.did_you_mean,
    }
}

fn as_match(one: lookup::Match, areas: &[Vec<String>]) -> MayMatch {
    let mut areas: Vec<String> = one.plans.iter().flat_map(|plan| areas[*plan].clone()).collect();
    areas.sort();
    areas.dedup();
    MayMatch {
        name: one.name,
        kind: one.kind.word().to_owned(),
        verdict: one.verdict.into(),
        never_stop: one.never_stop,
        until: one.until.map(utc),
        from: one.from.map(utc),
        before_session: one.before_session,
        text: one.text,
        why: one.why,
        source: one.source,
        areas,
    }
}

impl From<lookup::Verdict> for Verdict {
    fn from(verdict: lookup::Verdict) -> Verdict {
        match verdict {
            lookup::Verdict::Ask => Verdict::Ask,
            lookup::Verdict::NotBefore => Verdict::NotBefore,
            lookup::Verdict::Unknown => Verdict::Unknown,
            lookup::Verdict::Yes => Verdict::Yes,
        }
    }
}
