//! What a plan still needs, as text: the default protocol from day to day, and the corners of small ones.

use super::custom_protocols::{instruction, protocol};
use super::timeline::{Told, wall};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use insta::assert_snapshot;
use plan::{Answer, Delivered, Plan, Protocol, Trait, local};
use std::sync::Arc;

fn at(text: &str) -> DateTime<Utc> {
    local::instant(wall(text), Berlin)
}

/// The whole list at a wall time.
fn list(plan: &Plan, now: &str, delivered: &Delivered) -> String {
    let told = |instant| local::wall(instant, Berlin).format("%a %d %b %H:%M");
    let lines = plan.supplies(at(now), delivered).into_iter().map(|supply| {
        let times = supply.times.map_or("when needed".into(), |times| format!("{times} times"));
        let window = supply.window;
        format!(
            "{} ({}): {times}, {} to {}",
            window.title("en"),
            window.id(),
            told(window.from),
            told(window.until)
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn default(told: &Told<'_>, now: &str) -> String {
    list(&told.plan(Protocol::built_in()), now, &Delivered::default())
}

#[test]
fn day_one() {
    assert_snapshot!(default(&Told::at("2026-03-27T15:10", Berlin), "2026-03-27T16:10"));
}

#[test]
fn day_two() {
    assert_snapshot!(default(&Told::at("2026-03-27T15:10", Berlin), "2026-03-28T12:00"));
}

#[test]
fn day_seven() {
    assert_snapshot!(default(&Told::at("2026-03-27T15:10", Berlin), "2026-04-02T12:00"));
}

#[test]
fn day_one_with_plasma_and_an_antibiotic_on_skin_that_gets_dark_marks() {
    let traits = &[Trait::Prp, Trait::PihProne];
    let told = Told { traits, antibiotic: true, ..Told::at("2026-03-27T15:10", Berlin) };
    assert_snapshot!(default(&told, "2026-03-27T16:10"));
}

#[test]
fn in_the_last_hours_only_what_is_left() {
    let plan = Told::at("2026-03-27T15:10", Berlin).plan(Protocol::built_in());
    let mut delivered = Delivered::default();
    let morning = "Put on sunscreen (sunscreen): 1 times, Fri 27 Mar 15:10 to Fri 10 Apr 15:10";
    let outside =
        "Time for more sunscreen (sunscreen-again): when needed, Sat 28 Mar 15:10 to Fri 10 Apr 15:10";
    for now in ["2026-04-09T20:00", "2026-04-10T08:00", "2026-04-10T15:09"] {
        assert_eq!(list(&plan, now, &delivered), format!("{morning}\n{outside}"), "{now}");
    }
    let last = plan.occurrences().iter().find(|one| one.key == "plan/sunscreen/2026-04-10T08:00").unwrap();
    delivered.row(&last.key, last.due).say(Some((Answer::Done, at("2026-04-10T08:10"))));
    assert_eq!(list(&plan, "2026-04-10T08:10", &delivered), outside);
    assert_eq!(list(&plan, "2026-04-10T15:10", &delivered), "");
}

fn small(quiet: [&str; 2], instructions: &str) -> Plan {
    let read = Protocol::parse(&protocol(quiet, instructions)).unwrap();
    Told::at("2026-06-12T12:00", Berlin).plan(Arc::new(read.protocol))
}

/// Of several slots that could be done now only the newest is asked for; one that was answered is not needed any more, and one
/// that was put off is.
#[test]
fn what_stands_on_the_board_counts_until_it_is_answered() {
    let often = "remind = { at = [\"14:00\", \"15:00\", \"16:00\"] }\nuseful_for = \"PT6H\"";
    let plan = small(["00:00", "00:00"], &instruction("often", "PT0H", "PT24H", often));
    let mut delivered = Delivered::default();
    let times = |now: &str, delivered: &Delivered| {
        plan.supplies(at(now), delivered).first().and_then(|one| one.times)
    };
    assert_eq!(times("2026-06-12T13:59", &delivered), Some(3));
    assert_eq!(times("2026-06-12T14:00", &delivered), Some(3));
    assert_eq!(times("2026-06-12T15:00", &delivered), Some(2));
    assert_eq!(times("2026-06-12T21:59", &delivered), Some(1));
    assert_eq!(times("2026-06-12T22:00", &delivered), None);
    let at_three = plan.occurrences().iter().find(|one| one.due == at("2026-06-12T15:00")).unwrap();
    for (answer, left) in [(Answer::Later, Some(2)), (Answer::Done, Some(1)), (Answer::Skipped, Some(1))] {
        delivered.row(&at_three.key, at_three.due).say(Some((answer, at("2026-06-12T15:10"))));
        assert_eq!(times("2026-06-12T15:10", &delivered), left, "{answer:?}");
    }
}

/// A slot that quiet hours left no notice is done all the same; one that never comes does not make a need.
#[test]
fn quiet_hours_take_no_need_away() {
    let evening = "remind = { at = [\"22:00\"] }\nuseful_for = \"PT6H\"";
    let plan = small(["21:30", "14:00"], &instruction("evening", "PT0H", "PT24H", evening));
    assert_eq!((plan.occurrences().len(), plan.day_list().len()), (0, 1));
    let line = "Title (evening): 1 times, Fri 12 Jun 12:00 to Sat 13 Jun 12:00";
    for now in ["2026-06-12T12:00", "2026-06-12T22:00", "2026-06-13T11:59"] {
        assert_eq!(list(&plan, now, &Delivered::default()), line, "{now}");
    }
    assert_eq!(list(&plan, "2026-06-13T12:00", &Delivered::default()), "");
}

/// No times of day: a start and an end alone, slots that miss the window, nothing at all. And what asks for nothing is left out.
#[test]
fn what_has_no_times_is_needed_now_and_then() {
    let start = instruction(
        "start",
        "PT0H",
        "PT10H",
        "remind = { start = true, release = true }\nuseful_for = \"PT1H\"",
    );
    let missed =
        instruction("missed", "PT2H", "PT3H", "remind = { at = [\"20:00\"] }\nuseful_for = \"PT1H\"");
    let silent = instruction("silent", "PT1H", "PT2H", "");
    let check = instruction("check", "PT0H", "PT24H", "").replace("\"do\"", "\"check\"");
    let counted =
        instruction("counted", "PT0H", "PT24H", "remind = { at = [\"20:00\"] }\nuseful_for = \"PT1H\"");
    let plan = small(["00:00", "00:00"], &[start, missed, silent, check, counted].concat());
    assert_snapshot!(list(&plan, "2026-06-12T12:30", &Delivered::default()));
}
