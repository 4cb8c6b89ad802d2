//! The laws of time, over every zone there is and the years 2024 to 2040: around each change of its clocks, and anywhere.
//!
//! What is expected is computed by [`super::wall_clock`], which finds wall times by looking at the clock, and by
//! [`super::second_opinion`], which reads the protocol anew. Nothing is left to chance: the same treatments are tried each time.

use super::second_opinion::{self, Treated};
use super::wall_clock::Clock;
use crate::simulator::dice::Dice;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use plan::local::{self, Quiet};
use plan::{Here, Plan, Protocol, Slot, Step, Trait};
use std::collections::BTreeSet;

/// The years in which treatments take place, and those that their plans reach.
const YEARS: std::ops::RangeInclusive<i32> = 2024..=2040;
const REACH: std::ops::RangeInclusive<i32> = 2023..=2041;

/// Dice of its own for each zone.
fn dice_of(zone: Tz) -> Dice {
    Dice::new(zone.name().bytes().fold(7, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into())))
}

/// Instants at which a treatment may end: some before and around each change of the clocks, some anywhere.
fn instants(clock: &Clock, dice: &mut Dice) -> Vec<DateTime<Utc>> {
    let mut out = Vec::new();
    let (first, last) = (day(*YEARS.start()), day(YEARS.end() + 1));
    for change in clock.changes().filter(|change| first <= *change && *change < last) {
        // Inside the 48 hours, the two weeks, the months; and the hours around the change itself.
        for reach in [60 * 3600, 15 * 86_400, 95 * 86_400] {
            out.push(change - TimeDelta::seconds(dice.throw(reach)));
        }
        out.push(change + TimeDelta::minutes(dice.throw(6 * 60) - 3 * 60));
    }
    for _ in 0..12 {
        out.push(first + TimeDelta::seconds(dice.throw((last - first).num_seconds())));
    }
    out
}

fn day(year: i32) -> DateTime<Utc> {
    format!("{year}-01-01T00:00:00Z").parse().unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// A treatment, and where and how its patient lives, thrown.
fn treated(ended: DateTime<Utc>, zone: Tz, dice: &mut Dice) -> Treated {
    let traits = dice.pick(&[
        BTreeSet::new(),
        BTreeSet::from([Trait::Prp]),
        BTreeSet::from([Trait::PihProne]),
        BTreeSet::from([Trait::Prp, Trait::PihProne]),
    ]);
    Treated {
        ended,
        zone,
        traits,
        antibiotic: dice.throw(2) == 0,
        next_session: (dice.throw(3) == 0).then(|| ended + TimeDelta::minutes(60 + dice.throw(90 * 1440))),
        sessions_left: dice.throw(5) > 0,
    }
}

fn times(zone: Tz, dice: &mut Dice) -> Here {
    // 23:15 lies in the usual quiet hours, 21:30 and 07:30 are their ends, 02:30 lies in most gaps and folds.
    let own = [(6, 15), (7, 30), (21, 30), (23, 15), (2, 30)].map(|(hour, minute)| Some(time(hour, minute)));
    let own = [&own[..], &[None; 5]].concat();
    let quiet = [None, None, Some((23, 0, 6, 0)), Some((12, 0, 14, 0)), Some((0, 0, 0, 0))];
    let quiet = dice.pick(&quiet).map(|(a, b, c, d)| Quiet { start: time(a, b), end: time(c, d) });
    Here { zone, morning: dice.pick(&own), evening: dice.pick(&own), quiet }
}

#[test]
fn a_wall_time_is_the_instant_that_the_clock_says() {
    for zone in TZ_VARIANTS {
        let clock = Clock::new(zone, REACH);
        for change in clock.changes() {
            // Lord Howe's half hour and Antarctica's two are inside; wall times on the quarter hour and a second off.
            for quarter in -20..=20 {
                for second in [-1, 0, 1] {
                    let wall =
                        clock.shows(change) + TimeDelta::minutes(15 * quarter) + TimeDelta::seconds(second);
                    let (found, meant) = (local::instant(wall, zone), clock.instant(wall));
                    assert_eq!(found, meant, "{wall} in {zone}");
                }
            }
        }
    }
}

#[test]
fn hours_elapse_and_days_and_months_keep_the_wall_time() {
    for zone in TZ_VARIANTS {
        let (clock, mut dice) = (Clock::new(zone, REACH), dice_of(zone));
        for anchor in instants(&clock, &mut dice) {
            for hours in [-360, 1, 24, 48, 72] {
                let meant = anchor + TimeDelta::seconds(i64::from(hours) * 3600);
                assert_eq!(
                    local::step(anchor, Step::Hours(hours), zone),
                    meant,
                    "{hours} h from {anchor} in {zone}"
                );
            }
            for days in [-14, -1, 1, 2, 5, 7, 14, 28, 90, 180] {
                let meant = clock.days_after(anchor, days.into());
                assert_eq!(
                    local::step(anchor, Step::Days(days), zone),
                    meant,
                    "{days} d from {anchor} in {zone}"
                );
            }
            for months in [-1, 1, 2, 6] {
                let meant = clock.months_after(anchor, months);
                assert_eq!(
                    local::step(anchor, Step::Months(months), zone),
                    meant,
                    "{months} m from {anchor} in {zone}"
                );
            }
        }
    }
}

#[test]
fn every_plan_is_what_the_protocol_says() {
    let protocol = Protocol::built_in();
    for zone in TZ_VARIANTS {
        let (clock, mut dice) = (Clock::new(zone, REACH), dice_of(zone));
        for ended in instants(&clock, &mut dice) {
            let treated = treated(ended, zone, &mut dice);
            let here = times(zone, &mut dice);
            let plan = Plan::new(protocol.clone(), treated.procedure(), &here);
            let story = || format!("{treated:?}\n{here:?}");
            let windows: Vec<_> =
                plan.windows().map(|window| (window.from, window.id().to_owned(), window.until)).collect();
            assert_eq!(windows, second_opinion::windows(&protocol, &treated, &clock), "{}", story());
            let (occurrences, day_list) =
                second_opinion::occurrences(&protocol, &treated, &here, (&clock, &clock));
            let told: Vec<_> =
                plan.occurrences().iter().map(|one| (one.due, one.key.clone(), one.useful_until)).collect();
            assert_eq!(told, occurrences, "{}", story());
            let listed: Vec<_> = plan.day_list().iter().map(|one| (one.own, one.key.clone())).collect();
            assert_eq!(listed, day_list, "{}", story());
            laws(&plan, &clock, &here, &story);
        }
    }
}

/// What holds of any plan, whatever its protocol says.
fn laws(plan: &Plan, clock: &Clock, here: &Here, story: &dyn Fn() -> String) {
    let quiet = here.quiet.unwrap_or(plan.protocol().day.quiet);
    let mut names = BTreeSet::new();
    let mut before = None;
    for one in plan.occurrences() {
        assert!(names.insert((one.key.as_str(), one.slot)), "{} is there twice: {}", one.key, story());
        let shown = clock.shows(one.due).time();
        assert!(
            !second_opinion::within(shown, quiet.start, quiet.end),
            "{} is due at {shown}, in quiet hours: {}",
            one.key,
            story()
        );
        let place = Some((one.due, one.key.as_str()));
        assert!(before < place, "{} is out of order: {}", one.key, story());
        before = place;
        let window = plan.window_of(one);
        assert!(
            window.from <= one.own && one.own <= one.due,
            "{} is before its window: {}",
            one.key,
            story()
        );
        match one.slot {
            Slot::Start => assert_eq!(one.own, window.from, "{}: {}", one.key, story()),
            Slot::Release => assert_eq!(one.own, window.until, "{}: {}", one.key, story()),
            Slot::At(_) => assert!(one.due < window.until, "{} is after its window: {}", one.key, story()),
            Slot::Nth(_) => panic!("{} needs an outing, and there was none: {}", one.key, story()),
        }
    }
    for one in plan.day_list() {
        let window = plan.window_of(one);
        assert!(window.from <= one.own && one.own < window.until && window.until <= one.due, "{}", story());
    }
}

#[test]
fn travel_moves_no_window_and_rings_each_local_date_once() {
    let protocol = Protocol::built_in();
    for zone in TZ_VARIANTS {
        let (clock, mut dice) = (Clock::new(zone, REACH), dice_of(zone));
        for ended in instants(&clock, &mut dice).into_iter().take(4) {
            let treated = treated(ended, zone, &mut dice);
            let elsewhere = dice.pick(&TZ_VARIANTS);
            let there = times(elsewhere, &mut dice);
            let clock_there = Clock::new(elsewhere, REACH);
            let at_home = Plan::new(protocol.clone(), treated.procedure(), &Here::at(zone));
            let away = Plan::new(protocol.clone(), treated.procedure(), &there);
            let windows = |plan: &Plan| -> Vec<_> {
                plan.windows().map(|window| (window.from, window.id().to_owned(), window.until)).collect()
            };
            assert_eq!(windows(&at_home), windows(&away), "{treated:?} in {elsewhere}");
            let (occurrences, day_list) =
                second_opinion::occurrences(&protocol, &treated, &there, (&clock, &clock_there));
            let told: Vec<_> =
                away.occurrences().iter().map(|one| (one.due, one.key.clone(), one.useful_until)).collect();
            assert_eq!(told, occurrences, "{treated:?} in {elsewhere}");
            let listed: Vec<_> = away.day_list().iter().map(|one| (one.own, one.key.clone())).collect();
            assert_eq!(listed, day_list, "{treated:?} in {elsewhere}");
            laws(&away, &clock_there, &there, &|| format!("{treated:?}\n{there:?}"));
        }
    }
}

/// From each zone; with all the zones there are, more than 10,000.
const FLIGHTS: usize = 17;

#[test]
fn ten_thousand_flights_move_what_elapses_by_nothing() {
    let protocol = Protocol::built_in();
    let mut flights = 0;
    for zone in TZ_VARIANTS {
        let (clock, mut dice) = (Clock::new(zone, REACH), dice_of(zone));
        let ends = instants(&clock, &mut dice);
        // Over all the years; a zone that never changes its clocks has fewer moments than flights.
        for flight in 0..FLIGHTS {
            let treated = treated(ends[ends.len() * flight / FLIGHTS], zone, &mut dice);
            let elsewhere = dice.pick(&TZ_VARIANTS);
            let windows = |here: Tz| -> Vec<_> {
                let plan = Plan::new(protocol.clone(), treated.procedure(), &Here::at(here));
                plan.windows().map(|window| (window.id().to_owned(), window.from, window.until)).collect()
            };
            let away = windows(elsewhere);
            assert_eq!(windows(zone), away, "{treated:?} in {elsewhere}");
            for (id, from, until) in &away {
                let one = protocol.instructions.iter().find(|one| one.id == *id).unwrap();
                let own = |field: fn(&plan::protocol::Variant) -> Option<Step>| {
                    !treated.traits.iter().any(|name| one.variants.get(name).and_then(field).is_some())
                };
                let anchor = match one.anchor {
                    plan::protocol::Anchor::Procedure => treated.ended,
                    plan::protocol::Anchor::NextSession => treated.next_session.unwrap(),
                };
                let elapsed = [(one.from, *from, own(|v| v.from)), (one.until, *until, own(|v| v.until))];
                for (step, at, own) in elapsed {
                    if let (Step::Hours(hours), true) = (step, own) {
                        assert_eq!(
                            at - anchor,
                            TimeDelta::hours(hours.into()),
                            "{id}: {treated:?} in {elsewhere}"
                        );
                    }
                }
            }
            flights += 1;
        }
    }
    assert!(flights >= 10_000, "{flights} flights");
}
