//! The picture of a plan: its windows in the order in which they end.

use crate::Companion;
use crate::board::{as_line, utc};
use crate::contract::{Bar, PlanView, Timeline};
use crate::problem::Problem;
use crate::store::Version;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use plan::protocol::Kind;
use plan::{Plan, Window};
use std::cmp::Reverse;
use std::collections::BTreeMap;

impl Companion {
    /// The pictures of the plans that still have something to say, newest first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn timeline(&self, now: DateTime<Utc>, zone: Tz) -> Result<Timeline, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let newest = plans.iter().map(|(_, plan)| plan.procedure().ended).max();
        let mut told: Vec<(&Plan, &Version)> = procedures
            .iter()
            .zip(plans.iter())
            .filter_map(|((_, versions), (_, plan))| Some((plan, versions.last()?)))
            .filter(|(plan, version)| plan.speaks(now) || Some(version.ended) == newest)
            .collect();
        told.sort_by_key(|(_, version)| Reverse(version.ended));
        Ok(Timeline {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            procedures: told.into_iter().map(|(plan, version)| self.plan_view(plan, version)).collect(),
        })
    }

    fn plan_view(&self, plan: &Plan, version: &Version) -> PlanView {
        let between = plan.next_session_between();
        PlanView {
            id: plan.procedure().id.clone(),
            ended: utc(version.ended),
            areas: version.areas.clone(),
            device: version.device.clone(),
            depth_mm: version.depth_mm,
            session: version.session,
            sessions: version.sessions,
            draft: self.draft(),
            next_session: plan.procedure().next_session.map(utc),
            next_between: plan
                .procedure()
                .sessions_left
                .then(|| (between.earliest.to_string(), between.latest.to_string())),
            bars: bars(plan, self.words.language(), lasts_by_itself),
        }
    }
}

/// The windows of a plan that count, by their end, each with its reminders.
pub(crate) fn bars(plan: &Plan, language: &str, counts: impl Fn(&Window<'_>) -> bool) -> Vec<Bar> {
    let mut reminders: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for occurrence in plan.occurrences().iter().filter(|one| one.told()) {
        reminders.entry(occurrence.instruction(plan)).or_default().push(utc(occurrence.due));
    }
    let mut windows: Vec<Window<'_>> = plan.windows().filter(|window| counts(window)).collect();
    windows.sort_by_key(|window| (window.until, window.from, window.id()));
    let bar = |window: Window<'_>| Bar {
        line: as_line(&window, language),
        prepares: window.prepares(),
        reminders: reminders.remove(window.id()).unwrap_or_default(),
    };
    windows.into_iter().map(bar).collect()
}

/// What is only good to know asks nothing of the patient and ends nothing; what is told outside alone begins with an outing.
fn lasts_by_itself(window: &Window<'_>) -> bool {
    window.kind() != Kind::Learn && !window.on_demand()
}
