//! What is still needed: one list over all treatments, because the patient buys once.

use crate::Companion;
use crate::board::utc;
use crate::contract::{Need, SuppliedTreatment, Supplies, Supply};
use crate::problem::Problem;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use plan::Plan;
use std::cmp::Reverse;

impl Companion {
    /// What is still to be done and put on, over all plans. Where treatments differ in how often or until when, each is told
    /// apart; nothing is added up, because one wash may serve two areas.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn supplies(&self, now: DateTime<Utc>, zone: Tz) -> Result<Supplies, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let delivered = self.delivered()?;
        let language = self.words.language();
        let mut newest_first: Vec<(&Plan, &[String])> = procedures
            .iter()
            .zip(plans.iter())
            .filter_map(|((_, versions), (_, plan))| Some((plan, versions.last()?.areas.as_slice())))
            .collect();
        newest_first.sort_by_key(|(plan, _)| Reverse(plan.procedure().ended));

        let mut treatments = Vec::new();
        let mut supplies: Vec<Supply> = Vec::new();
        for (plan, areas) in newest_first {
            let id = &plan.procedure().id;
            let needed = plan.supplies(now, &delivered);
            if !needed.is_empty() {
                let ended = utc(plan.procedure().ended);
                treatments.push(SuppliedTreatment { id: id.clone(), ended, areas: areas.to_vec() });
            }
            for plan::Supply { window, times } in needed {
                let need = Need {
                    of: vec![id.clone()],
                    times: times.map(|times| u32::try_from(times).unwrap_or(u32::MAX)),
                    from: utc(window.from),
                    until: utc(window.until),
                };
                let (title, text) = (window.title(language), window.text(language));
                let same =
                    |one: &&mut Supply| (&*one.id, &*one.title, &*one.text) == (window.id(), title, text);
                match supplies.iter_mut().find(same) {
                    Some(supply) => join(&mut supply.needs, need),
                    None => supplies.push(Supply {
                        id: window.id().to_owned(),
                        title: title.to_owned(),
                        text: text.to_owned(),
                        needs: vec![need],
                    }),
                }
            }
        }
        // A supply has at least one need, and instants of one form sort as texts.
        supplies.sort_by_key(|supply| {
            let counted = supply.needs.iter().any(|need| need.times.is_some());
            let ends = supply.needs.iter().map(|need| (need.until.clone(), need.from.clone())).min();
            (!counted, ends, supply.id.clone())
        });
        Ok(Supplies {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            draft: self.draft(),
            treatments,
            supplies,
        })
    }
}

/// Adds what a further treatment needs: to what is the same for another, else as one of its own.
fn join(needs: &mut Vec<Need>, need: Need) {
    let same = |one: &&mut Need| (one.times, &one.from, &one.until) == (need.times, &need.from, &need.until);
    match needs.iter_mut().find(same) {
        Some(other) => other.of.extend(need.of),
        None => needs.push(need),
    }
}
