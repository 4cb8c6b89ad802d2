//! Times of day hold from when they were chosen.

use super::{Instant, Known, Laws};
use crate::simulator::script::DayTimes;
use chrono::{NaiveTime, TimeDelta};
use plan::local::Quiet;
use plan::{Here, Plan, Procedure};

impl Laws {
    /// The patient chose other times of day.
    pub fn chooses(&mut self, times: &DayTimes, at: Instant) {
        let time = |minutes: i64| NaiveTime::MIN + TimeDelta::minutes(minutes);
        let here = Here {
            zone: self.zone,
            morning: times.morning.map(time),
            evening: times.evening.map(time),
            quiet: times.quiet.map(|(from, until)| Quiet { start: time(from), end: time(until) }),
        };
        self.chosen.push((at, here));
        self.plan();
    }

    /// The times of day that count for a treatment, each from its moment on. Nothing is told from before it was entered, so of
    /// the choices before only the last counts.
    fn times(&self, entered: Instant) -> Vec<(Instant, Here)> {
        let mut all = vec![(Instant::MIN_UTC, Here::at(self.zone))];
        all.extend(self.chosen.iter().map(|(at, here)| (*at, Here { zone: self.zone, ..here.clone() })));
        let first = all.iter().rposition(|(at, _)| *at <= entered).unwrap_or(0);
        all.split_off(first)
    }

    /// The plan of a treatment by all the times that counted, and since when each moment stands in it.
    pub(super) fn plan_by_times(&self, versions: &[Procedure]) -> Option<(Plan, Known)> {
        let mut whole: Option<(Plan, Known)> = None;
        for (at, here) in self.times(versions.first()?.recorded) {
            let (plan, known) = self.plan_under(versions, &here)?;
            whole = Some(match whole {
                None => (plan, known),
                Some((earlier, before)) => {
                    let at_once = plan.after_quiet(at);
                    // What the new times would have had in the past comes now, what was due until now keeps its moment.
                    let anew = known.into_iter().map(|((key, due), (since, told))| {
                        if due > at {
                            ((key, due), (since, told))
                        } else {
                            ((key, at_once), (since, told || at_once >= since))
                        }
                    });
                    let mut all: Known = anew.collect();
                    all.extend(before.into_iter().filter(|((_, due), _)| *due <= at));
                    (plan.chosen(at, &earlier), all)
                }
            });
        }
        whole
    }
}
