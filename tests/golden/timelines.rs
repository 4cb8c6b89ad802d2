//! The default protocol, from the treatment to its last word. Each story is one that a clock or a trait makes hard.

use super::timeline::{Told, timeline};
use chrono_tz::{America, Australia, Europe::Berlin, Pacific};
use insta::assert_snapshot;
use plan::{Protocol, Trait};

fn story(told: &Told<'_>) -> String {
    timeline(&told.plan(Protocol::built_in()))
}

#[test]
fn clocks_go_forward_inside_the_48_hours() {
    assert_snapshot!(story(&Told::at("2026-03-27T15:10", Berlin)));
}

#[test]
fn clocks_go_back_inside_the_48_hours() {
    assert_snapshot!(story(&Told::at("2026-10-23T15:10", Berlin)));
}

#[test]
fn plasma_was_put_on() {
    assert_snapshot!(story(&Told { traits: &[Trait::Prp], ..Told::at("2026-03-27T15:10", Berlin) }));
}

#[test]
fn skin_that_gets_dark_marks() {
    assert_snapshot!(story(&Told { traits: &[Trait::PihProne], ..Told::at("2026-03-27T15:10", Berlin) }));
}

#[test]
fn plasma_on_skin_that_gets_dark_marks() {
    let traits = &[Trait::Prp, Trait::PihProne];
    assert_snapshot!(story(&Told { traits, ..Told::at("2026-03-27T15:10", Berlin) }));
}

#[test]
fn an_antibiotic_cream_was_prescribed() {
    assert_snapshot!(story(&Told { antibiotic: true, ..Told::at("2026-03-27T15:10", Berlin) }));
}

#[test]
fn the_next_session_is_booked() {
    let next_session = Some("2026-05-05T10:00");
    assert_snapshot!(story(&Told { next_session, ..Told::at("2026-03-27T15:10", Berlin) }));
}

#[test]
fn new_york() {
    assert_snapshot!(story(&Told::at("2026-03-06T15:10", America::New_York)));
}

/// Lord Howe's clocks change by half an hour.
#[test]
fn lord_howe() {
    assert_snapshot!(story(&Told::at("2026-04-03T15:10", Australia::Lord_Howe)));
}

/// Apia went to bed on 29 December 2011 and got up on the 31st: the 30th's slots come at its first instant, midnight, which
/// is quiet.
#[test]
fn a_date_that_never_was() {
    assert_snapshot!(story(&Told::at("2011-12-29T15:10", Pacific::Apia)));
}

/// The quiet hours of the night before that date end on it, at a wall time that never was. Nothing is due before the patient's
/// clock is out of them.
#[test]
fn quiet_hours_that_end_on_a_date_that_never_was() {
    let apia = Pacific::Apia;
    for day in 10..=29 {
        for hour in ["15:10", "22:00", "23:50"] {
            let plan = Told::at(&format!("2011-12-{day}T{hour}"), apia).plan(Protocol::built_in());
            for one in plan.occurrences() {
                assert!(!plan.is_quiet(one.due), "{} is due at {}", one.key, one.due.with_timezone(&apia));
            }
        }
    }
}

/// At 02:00 the clocks jumped to 03:00: 02:30 was typed, 03:00 is meant.
#[test]
fn a_moment_that_never_was() {
    assert_snapshot!(story(&Told::at("2026-03-29T02:30", Berlin)));
    let meant = story(&Told::at("2026-03-29T03:00", Berlin));
    assert_eq!(story(&Told::at("2026-03-29T02:30", Berlin)), meant);
}

/// A month after 31 January is 28 February.
#[test]
fn the_last_day_of_january() {
    assert_snapshot!(story(&Told::at("2026-01-31T15:10", Berlin)));
}

/// Starts and releases fall into the quiet hours and move to their end.
#[test]
fn late_in_the_evening() {
    assert_snapshot!(story(&Told::at("2026-06-12T23:50", Berlin)));
}
