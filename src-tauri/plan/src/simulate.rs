//! A plan played through, with the decisions of the agent itself: what would be shown, and what missed.

use crate::{Answer, Cause, Delivered, LATE, Plan};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// One notice of a simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// When.
    pub at: DateTime<Utc>,
    /// What it told of, sorted.
    pub keys: Vec<String>,
    /// At least one of them was due a minute or more before.
    pub late: bool,
}

/// What a simulation brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simulation {
    /// By instant.
    pub shown: Vec<Shown>,
    /// By key.
    pub missed: Vec<(String, Cause)>,
}

impl Plan {
    /// Plays the plan from one instant to another, the computer off during each [from, until) of `off`, every notice answered
    /// at once. Only what is due in that time counts.
    ///
    /// A look happens at each due moment, when the computer comes on, and at the end of quiet hours that a look fell into.
    #[must_use]
    pub fn simulate(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        off: &[(DateTime<Utc>, DateTime<Utc>)],
    ) -> Simulation {
        let mut plan = self.clone();
        plan.occurrences.retain(|one| from <= one.due && one.due < until);
        // The plan is entered when the treatment ends: that is a look, and there is none before.
        let entered = plan.procedure.recorded;
        let moments =
            plan.occurrences.iter().map(|one| one.due).chain(off.iter().map(|(_, on)| *on)).chain([entered]);
        let mut looks: BTreeSet<DateTime<Utc>> =
            moments.filter(|at| from <= *at && entered <= *at && *at < until).collect();
        let mut delivered = Delivered::default();
        let mut simulation = Simulation::default();
        while let Some(now) = looks.pop_first() {
            if off.iter().any(|(begin, end)| *begin <= now && now < *end) {
                continue;
            }
            if plan.is_quiet(now) {
                looks.extend(Some(plan.after_quiet(now)).filter(|end| *end < until));
                continue;
            }
            let due = plan.due(now, &delivered);
            let decided = due.fresh.iter().chain(&due.again);
            let mut keys: Vec<String> = decided.clone().map(|one| one.key.clone()).collect();
            keys.sort();
            let late = decided.clone().any(|one| now - one.due >= LATE);
            for one in decided {
                let row = delivered.row(&one.key, one.due);
                row.show(now);
                row.say(Some((Answer::Done, now)));
            }
            for (one, cause) in due.missed {
                delivered.row(&one.key, one.due).missed = Some((cause, now));
                simulation.missed.push((one.key.clone(), cause));
            }
            if !keys.is_empty() {
                simulation.shown.push(Shown { at: now, keys, late });
            }
        }
        for one in plan.occurrences.iter().filter(|one| one.told() && one.useful_until <= until) {
            let row = delivered.of(one);
            if row.shown.is_empty() && row.missed.is_none() {
                simulation.missed.push((one.key.clone(), Cause::Off));
            }
        }
        simulation.missed.sort();
        simulation
    }
}
