//! "I'm going outside": a treatment in Berlin on Friday 19 June 2026 at 15:10, the weekend after it, and the fortnight's last day.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use plan::local::{self, Quiet};
use plan::outdoors::{self, Outing};
use plan::protocol::DEFAULT_TEXT;
use plan::{Answer, Delivered, Here, Occurrence, Plan, Procedure, Protocol, place};
use std::sync::Arc;

/// A clock in Berlin.
fn at(wall: &str) -> DateTime<Utc> {
    local::instant(local::typed(wall).unwrap(), Berlin)
}

fn clock(instant: DateTime<Utc>) -> String {
    local::wall(instant, Berlin).format("%a %H:%M").to_string()
}

fn treated(id: &str, recorded: &str) -> Procedure {
    Procedure {
        id: id.into(),
        ended: at("2026-06-19T15:10"),
        zone: Berlin,
        traits: Default::default(),
        antibiotic: false,
        next_session: None,
        sessions_left: true,
        recorded: at(recorded),
    }
}

fn plan() -> Plan {
    Plan::new(Protocol::built_in(), treated("p1", "2026-06-19T16:00"), &Here::at(Berlin))
}

/// From a moment on, until the outing ends by itself.
fn out(number: u32, begun: &str) -> Outing {
    let begun = at(begun);
    Outing { number, begun, until: outdoors::end(begun, place::of_zone(Berlin).as_ref()).at }
}

fn back(outing: Outing, until: &str) -> Outing {
    Outing { until: at(until), ..outing }
}

fn again<'p>(plan: &'p Plan, one: &&'p Occurrence) -> bool {
    one.instruction(plan) == "sunscreen-again"
}

/// What is to be told of outings: the key, and when it is due.
fn told(plan: &Plan) -> Vec<String> {
    let outings = plan.occurrences().iter().filter(|one| again(plan, one));
    outings.map(|one| format!("{} {}", one.key, clock(one.due))).collect()
}

/// Looks every minute, and nobody answers. What was shown and missed of the outings, and when.
fn looks(plan: &Plan, from: &str, until: &str, delivered: &mut Delivered) -> Vec<String> {
    let mut seen = Vec::new();
    let mut now = at(from);
    while now < at(until) {
        let due = plan.due(now, delivered);
        for one in due.fresh.into_iter().chain(due.again) {
            delivered.row(&one.key, one.due).show(now);
            if again(plan, &one) {
                seen.push(format!("{} {}", clock(now), one.key));
            }
        }
        for (one, cause) in due.missed {
            delivered.row(&one.key, one.due).missed = Some((cause, now));
            if again(plan, &one) {
                seen.push(format!("{} {} missed: {}", clock(now), one.key, cause.word()));
            }
        }
        now += TimeDelta::minutes(1);
    }
    seen
}

#[test]
fn every_two_hours_until_the_sun_has_set() {
    let outing = out(1, "2026-06-21T10:00");
    let sunset = clock(outing.until);
    assert!(("Sun 21:30".."Sun 21:37").contains(&sunset.as_str()), "{sunset}");
    let plan = plan().outdoors(&[outing]);
    assert_eq!(
        told(&plan),
        [
            "p1/sunscreen-again/101 Sun 12:00",
            "p1/sunscreen-again/102 Sun 14:00",
            "p1/sunscreen-again/103 Sun 16:00",
            "p1/sunscreen-again/104 Sun 18:00",
            "p1/sunscreen-again/105 Sun 20:00",
        ]
    );
    let first = plan.occurrence("p1/sunscreen-again/101").unwrap();
    assert_eq!(
        (first.own, first.due, first.useful_until, first.window_until, first.since),
        (first.due, first.due, at("2026-06-21T13:00"), outing.until, outing.begun)
    );
    assert!(first.done_on_notice(&plan) && first.told());
    let order: Vec<_> = plan.occurrences().iter().map(|one| (one.due, one.key.as_str())).collect();
    assert!(order.is_sorted());
}

#[test]
fn each_is_shown_once() {
    let plan = plan().outdoors(&[out(1, "2026-06-21T10:00")]);
    let mut delivered = Delivered::default();
    let mut shown = looks(&plan, "2026-06-21T09:00", "2026-06-21T16:30", &mut delivered);
    assert_eq!(plan.next_wake(at("2026-06-21T16:29"), &delivered), Some(at("2026-06-21T18:00")));
    shown.extend(looks(&plan, "2026-06-21T16:30", "2026-06-22T10:00", &mut delivered));
    assert_eq!(
        shown,
        [
            "Sun 12:00 p1/sunscreen-again/101",
            "Sun 14:00 p1/sunscreen-again/102",
            "Sun 16:00 p1/sunscreen-again/103",
            "Sun 18:00 p1/sunscreen-again/104",
            "Sun 20:00 p1/sunscreen-again/105",
        ]
    );
}

#[test]
fn coming_back_ends_it() {
    let outing = back(out(1, "2026-06-21T10:00"), "2026-06-21T13:00");
    assert_eq!(told(&plan().outdoors(&[outing])), ["p1/sunscreen-again/101 Sun 12:00"]);
    // Back in the very moment: there is nothing to put on sunscreen for. Out again: counted from then.
    let outings = [
        back(out(1, "2026-06-21T10:00"), "2026-06-21T12:00"),
        back(out(2, "2026-06-21T12:30"), "2026-06-21T17:00"),
    ];
    let plan = plan().outdoors(&outings);
    assert_eq!(told(&plan), ["p1/sunscreen-again/201 Sun 14:30", "p1/sunscreen-again/202 Sun 16:30"]);
    assert_eq!(told(&plan.outdoors(&outings)).len(), 2, "planned twice is planned once");
}

#[test]
fn what_was_not_shown_outside_is_not_shown_inside() {
    let plan = plan().outdoors(&[back(out(1, "2026-06-21T10:00"), "2026-06-21T12:20")]);
    // The computer was off until the patient was back; the hour of its use is not over.
    assert_eq!(
        looks(&plan, "2026-06-21T12:20", "2026-06-21T15:00", &mut Delivered::default()),
        ["Sun 12:20 p1/sunscreen-again/101 missed: window closed"]
    );
    // Put off while outside, it does not follow the patient home either.
    let one = plan.occurrence("p1/sunscreen-again/101").unwrap();
    let mut delivered = Delivered::default();
    delivered.row(&one.key, one.due).shown.push(one.due);
    delivered.row(&one.key, one.due).say(Some((Answer::Later, at("2026-06-21T12:01"))));
    assert_eq!(looks(&plan, "2026-06-21T12:02", "2026-06-21T15:00", &mut delivered), [""; 0]);
    let longer = plan_until("2026-06-21T13:00");
    assert_eq!(
        looks(&longer, "2026-06-21T12:02", "2026-06-21T15:00", &mut delivered),
        ["Sun 12:31 p1/sunscreen-again/101"]
    );
}

fn plan_until(until: &str) -> Plan {
    plan().outdoors(&[back(out(1, "2026-06-21T10:00"), until)])
}

#[test]
fn on_day_one_there_is_none_before_the_window_opens() {
    // It opens on Saturday at 15:10.
    let plan = plan().outdoors(&[back(out(1, "2026-06-20T09:00"), "2026-06-20T20:00")]);
    assert_eq!(told(&plan), ["p1/sunscreen-again/104 Sat 17:00", "p1/sunscreen-again/105 Sat 19:00"]);
}

#[test]
fn on_the_last_day_there_is_none_after_the_window_has_closed() {
    // It closes on Friday 3 July at 15:10.
    let plan = plan().outdoors(&[out(7, "2026-07-03T10:00")]);
    assert_eq!(told(&plan), ["p1/sunscreen-again/701 Fri 12:00", "p1/sunscreen-again/702 Fri 14:00"]);
    let last = plan.occurrence("p1/sunscreen-again/702").unwrap();
    assert_eq!(last.window_until, at("2026-07-03T15:10"));
    assert!(plan.reminds_outdoors(at("2026-06-19T15:10")) && plan.reminds_outdoors(at("2026-07-03T15:09")));
    assert!(!plan.reminds_outdoors(at("2026-07-03T15:10")));
    assert_eq!(told(&plan.outdoors(&[out(8, "2026-07-04T10:00")])).len(), 2, "the day after has none");
}

#[test]
fn quiet_hours_move_it_or_drop_it() {
    // Before sunrise: eight hours. 05:30 moves to 07:30, where the next one is: one remains, the latest.
    let early = plan().outdoors(&[out(1, "2026-06-21T03:30")]);
    assert_eq!(told(&early), ["p1/sunscreen-again/102 Sun 07:30", "p1/sunscreen-again/103 Sun 09:30"]);
    // 07:00 moves to 07:30, and is useful for an hour from then.
    let dawn = plan().outdoors(&[back(out(1, "2026-06-21T05:00"), "2026-06-21T08:00")]);
    assert_eq!(told(&dawn), ["p1/sunscreen-again/101 Sun 07:30"]);
    let one = dawn.occurrence("p1/sunscreen-again/101").unwrap();
    assert_eq!((one.own, one.useful_until), (at("2026-06-21T07:00"), at("2026-06-21T08:30")));
    // Shown at 07:30. The patient, still out, has the quiet hours end at 08:00: it has moved, and what has moved is as new.
    let quiet = |start: (u32, u32), end: (u32, u32)| {
        let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let here = Here { quiet: Some(Quiet { start: time(start), end: time(end) }), ..Here::at(Berlin) };
        Plan::new(Protocol::built_in(), treated("p1", "2026-06-19T16:00"), &here)
    };
    let outing = back(out(1, "2026-06-21T05:00"), "2026-06-21T08:30");
    let mut delivered = Delivered::default();
    for (plan, shown) in [
        (quiet((21, 30), (7, 30)), vec!["Sun 07:30 p1/sunscreen-again/101"]),
        (quiet((21, 30), (7, 30)), vec![]),
        (quiet((21, 30), (8, 0)), vec!["Sun 08:00 p1/sunscreen-again/101"]),
    ] {
        let plan = plan.outdoors(&[outing]);
        assert_eq!(looks(&plan, "2026-06-21T07:00", "2026-06-21T08:30", &mut delivered), shown);
    }
    // Hours in the afternoon. 16:00 would come at 18:30, when the patient is back: nothing, not even in the day's list.
    let plan = quiet((15, 30), (18, 30)).outdoors(&[back(out(1, "2026-06-21T12:00"), "2026-06-21T18:30")]);
    assert_eq!(told(&plan), ["p1/sunscreen-again/101 Sun 14:00"]);
    assert!(!plan.day_list().iter().any(|one| again(&plan, &one)));
}

#[test]
fn two_treatments_are_reminded_each() {
    let outings = [back(out(3, "2026-06-21T10:00"), "2026-06-21T15:00")];
    let first = plan().outdoors(&outings);
    assert_eq!(told(&first), ["p1/sunscreen-again/301 Sun 12:00", "p1/sunscreen-again/302 Sun 14:00"]);
    // The second was entered while outside, at 12:30, when the computer came on: what was due before is not told of it.
    let second = Plan::new(Protocol::built_in(), treated("p2", "2026-06-21T12:30"), &Here::at(Berlin));
    let second = second.outdoors(&outings);
    assert_eq!(told(&second), ["p2/sunscreen-again/301 Sun 12:00", "p2/sunscreen-again/302 Sun 14:00"]);
    let on = |plan: &Plan| looks(plan, "2026-06-21T12:30", "2026-06-21T15:00", &mut Delivered::default());
    assert_eq!(on(&first), ["Sun 12:30 p1/sunscreen-again/301", "Sun 14:00 p1/sunscreen-again/302"]);
    assert_eq!(on(&second), ["Sun 14:00 p2/sunscreen-again/302"]);
}

#[test]
fn a_correction_on_the_way_loses_nothing() {
    let corrected = Plan::new(Protocol::built_in(), treated("p1", "2026-06-21T12:10"), &Here::at(Berlin));
    let corrected = corrected.after(&plan()).outdoors(&[out(1, "2026-06-21T10:00")]);
    let seen = looks(&corrected, "2026-06-21T12:10", "2026-06-21T13:00", &mut Delivered::default());
    assert_eq!(seen, ["Sun 12:10 p1/sunscreen-again/101"], "due at 12:00, not shown yet, and still useful");
}

#[test]
fn the_board_has_it_while_it_is_useful_and_the_patient_is_out() {
    let plan = plan_until("2026-06-21T14:20");
    let mut delivered = Delivered::default();
    let board = |at: DateTime<Utc>, delivered: &Delivered| -> Vec<String> {
        let doing = plan.today(at, delivered).do_now;
        let outings = doing.iter().filter(|doing| again(&plan, &doing.occurrence));
        outings.map(|doing| format!("{} until {}", doing.occurrence.key, clock(doing.until))).collect()
    };
    let first = "p1/sunscreen-again/101 until Sun 13:00";
    let second = "p1/sunscreen-again/102 until Sun 14:20";
    for (wall, expected) in [
        ("11:59", None),
        ("12:00", Some(first)),
        ("12:59", Some(first)),
        ("13:00", None),
        ("14:00", Some(second)),
        ("14:19", Some(second)),
        ("14:20", None),
    ] {
        let now = at(&format!("2026-06-21T{wall}"));
        assert_eq!(board(now, &delivered), Vec::from_iter(expected.map(str::to_owned)), "{wall}");
    }
    let next = plan.today(at("2026-06-21T12:30"), &delivered).next.unwrap();
    assert_eq!(
        (clock(next.at), next.occurrences[0].key.as_str()),
        ("Sun 14:00".into(), "p1/sunscreen-again/102")
    );
    // Ticked like any other: it stays, and is not open any more.
    let one = plan.occurrence("p1/sunscreen-again/101").unwrap();
    delivered.row(&one.key, one.due).say(Some((Answer::Done, at("2026-06-21T12:05"))));
    let today = plan.today(at("2026-06-21T12:30"), &delivered);
    let doing = today.do_now.iter().find(|doing| again(&plan, &doing.occurrence)).unwrap();
    assert!(!doing.open());
}

#[test]
fn done_before_its_notice_needs_none() {
    let plan = plan_until("2026-06-21T13:00");
    let one = plan.occurrence("p1/sunscreen-again/101").unwrap();
    let mut delivered = Delivered::default();
    delivered.row(&one.key, one.due).say(Some((Answer::Done, one.due)));
    assert_eq!(looks(&plan, "2026-06-21T12:00", "2026-06-21T15:00", &mut delivered), [""; 0]);
}

/// Which rule it is and whom it asks is the protocol's to say: the program knows no id.
#[test]
fn the_rule_that_speaks_against_it_is_shown_first() {
    let renamed =
        DEFAULT_TEXT.replace("id = \"sun-strict\"", "id = \"indoors\"").replace("sun-strict", "indoors");
    let advice = DEFAULT_TEXT.replacen("weight = \"rule\"", "weight = \"advice\"", 1);
    // A longer one that asks the same is shown in its place.
    let two = DEFAULT_TEXT.replace("\"sunbathing\", ", "\"Go outside\", ").replacen(
        "from = \"PT48H\"",
        "from = \"PT1H\"",
        1,
    );
    for (text, early, late) in [
        (DEFAULT_TEXT.to_owned(), Some("sun-strict"), None),
        (renamed, Some("indoors"), None),
        (advice, None, None),
        (two, Some("sun-shade"), Some("sun-shade")),
    ] {
        let protocol = Arc::new(Protocol::parse(&text).unwrap().protocol);
        let plan = Plan::new(protocol, treated("p1", "2026-06-19T16:00"), &Here::at(Berlin));
        let rule = |wall| plan.outside_rule(at(wall)).map(|window| window.id().to_owned());
        assert_eq!(rule("2026-06-21T15:09").as_deref(), early);
        assert_eq!(rule("2026-06-21T15:10").as_deref(), late);
        assert_eq!(rule("2026-06-19T15:09"), None, "before the treatment there is no rule");
    }
}

#[test]
fn without_an_outing_nothing_changes() {
    assert_eq!(plan().outdoors(&[]).occurrences(), plan().occurrences());
    assert_eq!(told(&plan()), [""; 0]);
    // A number that has no room in a key reminds of nothing, and breaks nothing.
    assert_eq!(told(&plan().outdoors(&[out(u32::MAX, "2026-06-21T10:00")])), [""; 0]);
}
