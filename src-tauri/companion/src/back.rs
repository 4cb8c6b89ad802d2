//! When the computer is usually on again, from when it was on again before.

use crate::store::{Absence, Why};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use plan::local;

/// Shorter times off are a restart or a break.
const SHORTEST: TimeDelta = TimeDelta::hours(3);

/// How far back habits are looked for.
pub(crate) const HABIT: TimeDelta = TimeDelta::days(21);

/// How far from now, by the clock on the wall, another time of going off may be and still be of the same kind: one who goes to
/// work at eight comes back at another time than one who goes to bed at eleven.
const ALIKE: i64 = 4 * 60;

/// Fewer are no habit.
const FEWEST: usize = 3;

const DAY: i64 = 24 * 60;

/// When the computer is usually on again if it goes off now: the median of what followed before, on the clock on the wall,
/// to ten minutes. `None` where it was not often enough that it could be told.
pub(crate) fn usually_back(absences: &[Absence], now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
    let here = local::wall(now, zone);
    let mut returns: Vec<i64> = absences
        .iter()
        .filter(|one| one.why != Why::Stopped && one.until - one.from >= SHORTEST && now - one.from <= HABIT)
        .filter_map(|one| {
            let left = local::wall(one.from, zone);
            let back = local::wall(one.until, zone);
            (apart(minutes(left), minutes(here)) <= ALIKE)
                // Midnight in between makes the same evening another date.
                .then(|| (back - left).num_minutes() + offset(minutes(left), minutes(here)))
        })
        .collect();
    if returns.len() < FEWEST {
        return None;
    }
    returns.sort_unstable();
    let median = returns[(returns.len() - 1) / 2];
    let wall = floor(here + TimeDelta::minutes(median));
    Some(local::instant(wall, zone)).filter(|back| *back - now >= SHORTEST)
}

/// Minutes since midnight.
fn minutes(wall: NaiveDateTime) -> i64 {
    i64::from(wall.hour()) * 60 + i64::from(wall.minute())
}

/// From one time of day to another, the shorter way around the clock: `left` minus `here`, -720 to 719.
fn offset(left: i64, here: i64) -> i64 {
    (left - here + DAY / 2).rem_euclid(DAY) - DAY / 2
}

fn apart(left: i64, here: i64) -> i64 {
    offset(left, here).abs()
}

/// The full ten minutes before: nobody comes back to the minute, and sooner is the careful side.
fn floor(wall: NaiveDateTime) -> NaiveDateTime {
    let over = TimeDelta::minutes(i64::from(wall.minute() % 10)) + TimeDelta::seconds(wall.second().into());
    wall - over - TimeDelta::nanoseconds(wall.nanosecond().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn at(wall: &str) -> DateTime<Utc> {
        local::instant(local::typed(wall).unwrap(), Berlin)
    }

    fn away(from: &str, until: &str, why: Why) -> Absence {
        Absence { from: at(from), until: at(until), why }
    }

    fn nights() -> Vec<Absence> {
        vec![
            away("2026-03-22T23:10", "2026-03-23T18:32", Why::Off),
            away("2026-03-23T22:40", "2026-03-24T18:47", Why::Asleep),
            away("2026-03-25T00:20", "2026-03-25T19:20", Why::Off),
            // A restart, and a morning: neither is an evening.
            away("2026-03-25T21:00", "2026-03-25T21:05", Why::Off),
            away("2026-03-25T07:30", "2026-03-25T12:15", Why::Off),
        ]
    }

    #[test]
    fn three_evenings_are_a_habit() {
        let now = at("2026-03-26T22:30");
        assert_eq!(usually_back(&nights(), now, Berlin), Some(at("2026-03-27T18:40")));
        assert_eq!(usually_back(&nights()[1..], now, Berlin), None);
        // After midnight it is the same evening.
        assert_eq!(usually_back(&nights(), at("2026-03-27T00:30"), Berlin), Some(at("2026-03-27T18:40")));
        assert_eq!(usually_back(&nights(), at("2026-03-26T07:30"), Berlin), None);
    }

    #[test]
    fn a_habit_is_by_the_clock_on_the_wall_and_grows_old() {
        // The clocks go forward in this night.
        let now = at("2026-03-28T23:00");
        assert_eq!(usually_back(&nights(), now, Berlin), Some(at("2026-03-29T18:40")));
        assert_eq!(usually_back(&nights(), at("2026-04-20T22:30"), Berlin), None);
    }

    #[test]
    fn reminders_that_were_stopped_say_nothing_of_the_computer() {
        let stopped = nights().into_iter().map(|one| Absence { why: Why::Stopped, ..one });
        assert_eq!(usually_back(&stopped.collect::<Vec<_>>(), at("2026-03-26T22:30"), Berlin), None);
    }
}
