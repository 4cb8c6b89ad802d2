//! The days that keep all others free, found once more by hand: each date is planned whole, and its windows are compared with the
//! days by the calendar. And what a course is.

use crate::simulator::dice::Dice;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::course::{Interval, Occasion, Place, Session, courses};
use plan::{Here, Plan, Procedure, Protocol, Trait, local};
use std::collections::BTreeSet;

/// What somebody writes, and the instructions of the default protocol that have to do with it.
const WRITTEN: [(&str, &[&str]); 8] = [
    ("sun", &["sun-strict", "sun-shade", "before-sun"]),
    ("Two weeks on the beach", &["sun-strict", "sun-shade", "before-sun"]),
    ("A day at the lake", &["swimming"]),
    ("The company's Yoga retreat", &["sport"]),
    ("make-up for the photos", &["make-up"]),
    ("Wine tasting", &["alcohol"]),
    ("Facial", &["other-treatments"]),
    ("Anna's wedding", &[]),
];

/// What passes on the skin before another session may be.
const USUAL: [&str; 4] = ["expect-redness", "expect-soreness", "expect-tenderness", "expect-flaking"];

/// Zones with their clock changes at midnight, by half an hour, on either side of the year, or never.
const ZONES: [Tz; 6] = [
    chrono_tz::Europe::Berlin,
    chrono_tz::America::New_York,
    chrono_tz::America::Santiago,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Asia::Kolkata,
    chrono_tz::Pacific::Kiritimati,
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A treatment somewhere between 2024 and 2040.
fn treated(dice: &mut Dice) -> Procedure {
    let first: DateTime<Utc> = "2024-01-01T00:00:00Z".parse().unwrap();
    let ended = first + TimeDelta::minutes(dice.throw(16 * 365 * 1440));
    let traits = dice.pick(&[
        BTreeSet::new(),
        BTreeSet::from([Trait::Prp]),
        BTreeSet::from([Trait::PihProne]),
        BTreeSet::from([Trait::Prp, Trait::PihProne]),
    ]);
    Procedure {
        id: "p1".into(),
        ended,
        zone: dice.pick(&ZONES),
        traits,
        antibiotic: dice.percent(20),
        next_session: None,
        sessions_left: true,
        recorded: ended,
    }
}

/// Whether a session at an instant touches some days, by whole plans.
fn touches(
    treated: &Procedure,
    here: Tz,
    at: DateTime<Utc>,
    days: (NaiveDate, NaiveDate),
    ids: &[&str],
) -> bool {
    let booked = Procedure { next_session: Some(at), ..treated.clone() };
    let after = Procedure { ended: at, recorded: at, ..treated.clone() };
    let plan = |procedure| Plan::new(Protocol::built_in(), procedure, &Here::at(here));
    let (before, after) = (plan(booked), plan(after));
    let windows = before.windows().filter(|window| window.id().starts_with("before-"));
    let windows = windows.chain(after.windows().filter(|window| !window.id().starts_with("before-")));
    let mut counting = windows.filter(|window| ids.contains(&window.id()) || USUAL.contains(&window.id()));
    let on = local::date(at, here);
    let last = |until: DateTime<Utc>| local::date(until - TimeDelta::nanoseconds(1), here);
    (days.0 <= on && on <= days.1)
        || counting.any(|window| local::date(window.from, here) <= days.1 && days.0 <= last(window.until))
}

#[test]
fn the_days_that_keep_all_others_free_are_those_that_whole_plans_find() {
    let mut dice = Dice::new(20_260_505);
    let mut found = 0;
    for _ in 0..120 {
        let treated = treated(&mut dice);
        let here = if dice.percent(70) { treated.zone } else { dice.pick(&ZONES) };
        let plan = Plan::new(Protocol::built_in(), treated.clone(), &Here::at(here));
        let interval = plan.next_session_between();
        let kept: Vec<((NaiveDate, NaiveDate), &[&str], Occasion)> = (0..1 + dice.throw(3))
            .map(|_| {
                let (text, ids) = dice.pick(&WRITTEN);
                let first = interval.earliest + TimeDelta::days(dice.throw(70) - 20);
                let last = first + TimeDelta::days(dice.throw(4));
                ((first, last), ids, Occasion::new(first, last, &[text], plan.protocol(), "en"))
            })
            .collect();
        let occasions: Vec<Occasion> = kept.iter().map(|(_, _, occasion)| occasion.clone()).collect();
        // 02:30 lies in most gaps, midnight at the edge of two days.
        let time = NaiveTime::from_hms_opt(dice.pick(&[0, 2, 10, 16]), dice.pick(&[0, 30]), 0).unwrap();
        let from = interval.earliest + TimeDelta::days(dice.throw(12) - 6);
        let open = plan.open_days(interval, from, time, &occasions);
        for pair in open.windows(2) {
            assert!(pair[0].1 + Days::new(1) < pair[1].0, "two runs are one: {open:?}");
        }
        for date in interval.earliest.iter_days().take_while(|date| *date <= interval.latest) {
            let at = local::instant(date.and_time(time), treated.zone);
            let free =
                date >= from && !kept.iter().any(|(days, ids, _)| touches(&treated, here, at, *days, ids));
            let told = open.iter().any(|(first, last)| *first <= date && date <= *last);
            assert_eq!(told, free, "{date} at {time} after {treated:?}, seen from {here}: {kept:?}");
            found += usize::from(free);
        }
    }
    assert!(found > 500, "{found}");
}

#[test]
fn what_has_to_do_with_a_day_is_found_by_what_a_patient_would_ask() {
    let protocol = Protocol::built_in();
    let on = day("2026-05-12");
    for (text, ids) in WRITTEN {
        let occasion = Occasion::new(on, on, &[text], &protocol, "en");
        let ids: BTreeSet<&str> = ids.iter().copied().collect();
        let named = protocol.instructions.iter().filter(|one| ids.contains(one.id.as_str())).count();
        assert_eq!((occasion.is_known(), named), (!ids.is_empty(), ids.len()), "{text}");
    }
    // Nothing is found inside another word, nor by the small words of a name.
    for text in ["Sunday lunch", "Ginger and lemon", "Search for the keys", "", "🎉", &"a ".repeat(50_000)]
    {
        assert!(!Occasion::new(on, on, &[text], &protocol, "en").is_known(), "{text}");
    }
}

#[test]
fn the_middle_of_an_interval_and_its_ends() {
    let between = |earliest, latest| Interval { earliest: day(earliest), latest: day(latest) };
    for (earliest, latest, middle) in [
        ("2026-04-27", "2026-05-27", "2026-05-12"),
        ("2026-04-27", "2026-05-28", "2026-05-13"),
        ("2026-02-28", "2026-03-31", "2026-03-16"),
        ("2026-05-05", "2026-05-05", "2026-05-05"),
        ("2026-05-05", "2026-05-06", "2026-05-06"),
    ] {
        assert_eq!(between(earliest, latest).middle(), day(middle), "{earliest} to {latest}");
    }
    let interval = between("2026-04-27", "2026-05-27");
    for (on, place) in [
        ("2026-04-26", Place::Early),
        ("2026-04-27", Place::Within),
        ("2026-05-27", Place::Within),
        ("2026-05-28", Place::Late),
    ] {
        assert_eq!(interval.place(day(on)), place, "{on}");
    }
}

#[test]
fn sessions_of_the_same_areas_with_growing_numbers_are_one_course() {
    let session = |id: &str, month: u32, areas: &[&str], number: u32, of: u32| Session {
        procedure: id.into(),
        ended: format!("2026-{month:02}-01T12:00:00Z").parse().unwrap(),
        areas: areas.iter().map(|area| (*area).to_owned()).collect(),
        number,
        of,
    };
    let found = |sessions: Vec<Session>| -> Vec<String> {
        let ids = |course: &Vec<Session>| {
            course.iter().map(|one| one.procedure.as_str()).collect::<Vec<_>>().join(" ")
        };
        courses(sessions).iter().map(ids).collect()
    };
    assert_eq!(found(Vec::new()), [""; 0]);
    // Entered in any order; the newest course first.
    assert_eq!(
        found(vec![
            session("c", 3, &["face", "neck"], 3, 4),
            session("d", 2, &["hands"], 1, 4),
            session("a", 1, &["face"], 1, 4),
            session("b", 2, &["face"], 2, 4),
        ]),
        ["a b c", "d"]
    );
    // A number that does not grow begins another course; the same one goes on only after the last, as maintenance.
    assert_eq!(
        found(vec![
            session("a", 1, &["face"], 2, 4),
            session("b", 2, &["face"], 2, 4),
            session("c", 3, &["neck"], 4, 4),
            session("d", 9, &["neck"], 4, 4),
            session("e", 10, &["neck"], 1, 4),
        ]),
        ["e", "c d", "b", "a"]
    );
}
