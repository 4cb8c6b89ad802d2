//! Times of day that the patient chose anew: they hold from that moment on, and what was due before keeps its own.
//!
//! Without that, a release that was told at the end of the old quiet hours would stand in the plan at the end of the new ones,
//! as if nobody had been told; and what is on the screen since eight could not be answered before half past nine.

use crate::{Occurrence, Plan, Slot, windows};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Plan {
    /// Says that this plan's times of day were chosen at an instant, in place of those of an earlier plan of the same treatment.
    ///
    /// What the earlier plan had until that instant stays as it was. What was still to come comes by the new times; where they
    /// lie in the past, at once, which means at the end of quiet hours if it is quiet. A slot of the past that only the new times
    /// would have made never was.
    #[must_use]
    pub fn chosen(mut self, at: DateTime<Utc>, earlier: &Plan) -> Plan {
        let was_due = |one: &&Occurrence| one.due <= at;
        // A slot that quiet hours left no notice stands in the list from its own instant on.
        let was_listed = |one: &&Occurrence| one.own <= at;
        let past = || earlier.occurrences.iter().filter(was_due);
        let listed = || earlier.day_list.iter().filter(was_listed);
        let over: BTreeSet<&str> = past().chain(listed()).map(|one| one.key.as_str()).collect();
        let known: BTreeSet<&str> =
            earlier.occurrences.iter().chain(&earlier.day_list).map(|one| one.key.as_str()).collect();
        // What stands for the first time in the past never was.
        let comes =
            |key: &str, moment: DateTime<Utc>| !over.contains(key) && (moment > at || known.contains(key));

        let mut day_list: Vec<Occurrence> = listed().cloned().collect();
        let fresh = std::mem::take(&mut self.day_list);
        day_list.extend(fresh.into_iter().filter(|one| comes(&one.key, one.own)));
        let mut occurrences: Vec<Occurrence> = past().cloned().collect();
        let at_once = self.after_quiet(at);
        let fresh = std::mem::take(&mut self.occurrences);
        for mut one in fresh.into_iter().filter(|one| comes(&one.key, one.due)) {
            if one.due < at {
                one.due = at_once;
                one.useful_until = windows::useful_until(&self, one.instruction, at_once);
            }
            match one.slot {
                Slot::At(_) if one.due >= one.window_until => day_list.push(one),
                Slot::Nth(_) if one.due >= one.window_until => {}
                _ => occurrences.push(one),
            }
        }
        (self.occurrences, self.day_list) = (occurrences, day_list);
        windows::arrange(&mut self.occurrences);
        windows::arrange_list(&mut self.day_list);
        self
    }
}
