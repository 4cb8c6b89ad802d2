//! Small protocols of a clinic's own, each for one corner of the rules of time.

use super::timeline::{Told, timeline};
use chrono_tz::Europe::Berlin;
use insta::assert_snapshot;
use plan::{Protocol, Trait};
use std::sync::Arc;

/// The least that a protocol must say, but for its instructions.
pub fn protocol(quiet: [&str; 2], instructions: &str) -> String {
    let [start, end] = quiet;
    format!(
        r#"schema = 1
id = "small"
version = "1"
status = "a test"
devices = ["pen"]
max_needle_mm = 1.5
areas_covered = ["face"]
[day]
morning = "08:00"
evening = "20:00"
quiet = ["{start}", "{end}"]
[sessions]
interval = ["P1M", "P2M"]
{instructions}"#
    )
}

/// One instruction; `rest` is whatever else it says.
pub fn instruction(id: &str, from: &str, until: &str, rest: &str) -> String {
    format!(
        r#"
[[instruction]]
id = "{id}"
kind = "do"
weight = "rule"
from = "{from}"
until = "{until}"
title.en = "Title"
text.en = "Text"
{rest}
"#
    )
}

fn read(text: &str) -> Arc<Protocol> {
    match Protocol::parse(text) {
        Ok(checked) => Arc::new(checked.protocol),
        Err(faults) => {
            panic!("{}\n{text}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
    }
}

fn story(quiet: [&str; 2], instructions: &str, told: &Told<'_>) -> String {
    timeline(&told.plan(read(&protocol(quiet, instructions))))
}

/// What the default's night is not: the same three lines under other quiet hours.
fn three_lines() -> String {
    instruction(
        "midday",
        "PT0H",
        "P3D",
        "remind = { at = [\"12:00\", \"13:30\", \"14:00\"] }\nuseful_for = \"PT6H\"",
    ) + &instruction(
        "ends",
        "PT0H",
        "PT22H",
        "remind = { start = true, release = true }\nuseful_for = \"PT1H\"",
    ) + &instruction("evening", "PT0H", "P2D", "remind = { at = [\"22:00\"] }\nuseful_for = \"PT6H\"")
}

#[test]
fn quiet_at_midday() {
    assert_snapshot!(story(["12:00", "14:00"], &three_lines(), &Told::at("2026-06-10T15:10", Berlin)));
}

/// Start and end are the same: nothing is quiet, also not at that time.
#[test]
fn never_quiet() {
    assert_snapshot!(story(["22:00", "22:00"], &three_lines(), &Told::at("2026-06-10T15:10", Berlin)));
}

#[test]
fn quiet_from_evening_to_noon() {
    assert_snapshot!(story(["18:00", "12:00"], &three_lines(), &Told::at("2026-06-10T19:10", Berlin)));
}

/// The slot of 03:00 waits for the end of the quiet hours. On the last night the window closes before that: the day's list
/// has the slot, and nothing else.
#[test]
fn slots_in_the_night() {
    let lines = instruction("night", "PT0H", "PT62H", "remind = { at = [\"03:00\"] }\nuseful_for = \"PT6H\"");
    assert_snapshot!(story(["21:30", "07:30"], &lines, &Told::at("2026-03-27T15:10", Berlin)));
}

/// Three slots of a night come to the same moment: the latest remains. On the last morning that moment is also the release's,
/// and the window is closed by then: the release remains, and the day's list has the slots.
#[test]
fn several_moments_that_become_one() {
    let rest = "remind = { at = [\"01:00\", \"03:00\", \"23:00\"], start = true, release = true }\nuseful_for = \"PT6H\"";
    let lines = instruction("night", "PT0H", "PT60H", rest);
    assert_snapshot!(story(["21:30", "07:30"], &lines, &Told::at("2026-03-27T17:10", Berlin)));
}

/// In the gap of 29 March 02:30 is 03:00, where 03:00 is already: one remains. In the fold of 25 October 02:30 is the first
/// of the two.
#[test]
fn slots_in_gap_and_fold() {
    let rest = "remind = { at = [\"02:30\", \"03:00\"] }\nuseful_for = \"PT2H\"";
    let lines = instruction("night", "PT0H", "P3D", rest);
    let spring = story(["22:00", "22:00"], &lines, &Told::at("2026-03-27T15:10", Berlin));
    let autumn = story(["22:00", "22:00"], &lines, &Told::at("2026-10-23T15:10", Berlin));
    assert_snapshot!(spring + "\n---\n\n" + &autumn);
}

/// Months keep the day where there is one, else it is the last: from 31 January these are 28 February and 30 April. A use of a
/// month does the same.
#[test]
fn windows_of_months() {
    let lines = instruction(
        "later",
        "P1M",
        "P3M",
        "remind = { on_days = [30, 31, 60, 89], at = [\"10:00\"], start = true, release = true }\nuseful_for = \"P1M\"",
    );
    assert_snapshot!(story(["21:30", "07:30"], &lines, &Told::at("2026-01-31T15:10", Berlin)));
}

/// A use of days ends at the same wall time, whatever the clocks do in between.
#[test]
fn useful_for_days() {
    let lines = instruction(
        "days",
        "PT0H",
        "P3D",
        "remind = { at = [\"10:00\"], start = true }\nuseful_for = \"P2D\"",
    ) + &instruction(
        "hours",
        "PT0H",
        "P3D",
        "remind = { at = [\"10:00\"], start = true }\nuseful_for = \"PT48H\"",
    );
    assert_snapshot!(story(["21:30", "07:30"], &lines, &Told::at("2026-03-27T15:10", Berlin)));
}

/// Days before a booked session, and the whole minutes of its morning: the window ends when the session starts.
#[test]
fn days_before_a_session() {
    let rest = "anchor = \"next_session\"\nremind = { on_days = [-3, -1, 0], at = [\"09:00\", \"11:00\"], start = true }\nuseful_for = \"P1D\"";
    let lines = instruction("before", "-P3D", "PT0H", rest);
    let told = Told { next_session: Some("2026-03-31T10:00"), ..Told::at("2026-03-01T15:10", Berlin) };
    assert_snapshot!(story(["21:30", "07:30"], &lines, &told));
}

/// What begins and ends in one night comes to the same moment as its end: the release remains. What begins in it and has
/// slots there begins: the start remains.
#[test]
fn a_window_inside_the_night() {
    let lines = instruction(
        "short",
        "PT0H",
        "PT2H",
        "remind = { start = true, release = true }\nuseful_for = \"PT6H\"",
    ) + &instruction(
        "long",
        "PT0H",
        "PT24H",
        "remind = { at = [\"23:00\", \"03:00\"], start = true }\nuseful_for = \"PT6H\"",
    );
    assert_snapshot!(story(["21:30", "07:30"], &lines, &Told::at("2026-03-27T22:00", Berlin)));
}

/// Of two traits the later end and the later first slot win, whichever is written in hours and whichever in days, and whichever
/// trait comes first. An end that comes before the start drops the instruction, and so does `off`.
#[test]
fn two_traits_on_one_line() {
    let slots =
        "remind = { at = [\"08:00\", \"20:00\"], from = \"PT4H\", release = true }\nuseful_for = \"PT6H\"\n";
    let one = "variant.prp.until = \"PT46H\"\nvariant.prp.remind_from = \"PT12H\"\nvariant.pih_prone.until = \"P2D\"\nvariant.pih_prone.remind_from = \"P1D\"";
    let other = "variant.prp.until = \"P2D\"\nvariant.prp.remind_from = \"P1D\"\nvariant.pih_prone.until = \"PT46H\"\nvariant.pih_prone.remind_from = \"PT12H\"";
    let lines = instruction("one", "PT0H", "PT24H", &format!("{slots}{one}"))
        + &instruction("other", "PT0H", "PT24H", &format!("{slots}{other}"))
        + &instruction("emptied", "PT4H", "PT24H", "variant.prp.until = \"PT4H\"")
        + &instruction("off", "PT0H", "PT24H", "variant.pih_prone.off = true")
        + &instruction("starts-later", "PT0H", "PT24H", "variant.prp.from = \"PT12H\"");
    let traits = &[Trait::Prp, Trait::PihProne];
    assert_snapshot!(story(
        ["21:30", "07:30"],
        &lines,
        &Told { traits, ..Told::at("2026-03-28T15:10", Berlin) }
    ));
}

/// Only what the schema requires: the one mandatory instruction is filled in, with its window, and nobody is reminded.
#[test]
fn the_least_there_can_be() {
    let text = protocol(["21:30", "07:30"], &instruction("one", "PT0H", "PT48H", ""));
    let checked = Protocol::parse(&text).unwrap();
    assert_eq!(checked.warnings, []);
    let default = Protocol::built_in();
    assert_eq!(checked.protocol.warnings, default.warnings);
    assert_eq!(checked.protocol.levels, default.levels);
    assert_eq!(checked.protocol.readiness, default.readiness);
    assert_eq!(checked.protocol.symptoms, default.symptoms);
    assert_eq!(checked.protocol.emergency_numbers, default.emergency_numbers);
    assert_snapshot!(timeline(&Told::at("2026-03-27T15:10", Berlin).plan(Arc::new(checked.protocol))));
}
