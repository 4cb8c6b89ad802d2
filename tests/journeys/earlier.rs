//! "I did it at eight": answers that are given later than what they tell of, and are put right.

use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use companion::Problem;
use companion::contract::Answered::{Done, Later, Skipped, Undone};

const WASH: &str = "p1/bottled-water/2026-06-06T08:00";

/// Treated on Friday at 15:10; it is Saturday, 11 o'clock, and nobody has answered.
fn saturday() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-06T11:00");
    story
}

/// The patient says in the window when it was done.
fn did(story: &mut Story, at: &str) -> Result<(), Problem> {
    story.window.answer(WASH, Done, Some(at), story.now, Berlin)
}

fn answered(story: &Story) -> Option<String> {
    let rows = story.window.ledger_in_words(story.now, Berlin).unwrap().rows;
    rows.into_iter().find(|row| row.key == WASH).unwrap().answered
}

#[test]
fn what_was_done_at_eight_stands_at_eight_and_the_time_can_be_put_right() {
    let mut story = saturday();
    did(&mut story, "2026-06-06T08:00").unwrap();
    assert_eq!(answered(&story).as_deref(), Some("2026-06-06T06:00:00Z"));
    did(&mut story, "2026-06-06T07:40").unwrap();
    assert_eq!(answered(&story).as_deref(), Some("2026-06-06T05:40:00Z"));
    // A second press without a time changes nothing.
    story.answers(WASH, Done);
    assert_eq!(answered(&story).as_deref(), Some("2026-06-06T05:40:00Z"));
    story.answers(WASH, Undone);
    assert_eq!(answered(&story), None);
    assert_eq!(story.ledger("bottled-water")[1], format!("{WASH}: shown 2"));
}

#[test]
fn a_time_that_cannot_be_is_refused_in_words_and_changes_nothing() {
    let mut story = saturday();
    for (typed, code) in [
        ("2026-06-06T11:01", "answer-in-future"),
        ("2026-06-05T19:59", "answer-too-early"),
        ("2026-06-05T15:09", "answer-too-early"),
        ("8 o'clock", "answer-not-a-time"),
        ("2026-06-06T25:00", "answer-not-a-time"),
        ("", "answer-not-a-time"),
    ] {
        let refused = did(&mut story, typed).unwrap_err();
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), (code, Some("at")), "{typed:?}");
    }
    let earliest = did(&mut story, "2026-06-05T16:00").unwrap_err();
    assert_eq!(earliest.detail["earliest"], "2026-06-05T18:00:00Z");
    for what in [Later, Skipped, Undone] {
        let refused =
            story.window.answer(WASH, what, Some("2026-06-06T08:00"), story.now, Berlin).unwrap_err();
        assert_eq!(refused.code, "answer-not-a-time", "only what was done was done at a time");
    }
    assert_eq!(answered(&story), None);
    // Twelve hours before it was due, and this very minute.
    did(&mut story, "2026-06-05T20:00").unwrap();
    did(&mut story, "2026-06-06T11:00").unwrap();
}

#[test]
fn what_was_missed_can_be_said_to_be_done() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.computer_off();
    story.now = super::story::at("2026-06-06T19:00", Berlin);
    story.computer_on();
    story.look();
    assert_eq!(story.ledger("bottled-water")[1], format!("{WASH}: shown 0, off"));
    did(&mut story, "2026-06-06T08:10").unwrap();
    assert_eq!(answered(&story).as_deref(), Some("2026-06-06T06:10:00Z"));
}

#[test]
fn the_hour_that_a_clock_has_twice_is_the_first_of_the_two() {
    let zone: Tz = Berlin;
    let mut story = Story::begins("2026-10-24T15:30", zone);
    story.enters(&form("2026-10-24T15:10", zone)).unwrap();
    story.until("2026-10-25T08:00");
    let key = "p1/bottled-water/2026-10-25T08:00";
    story.window.answer(key, Done, Some("2026-10-25T02:30"), story.now, zone).unwrap();
    let rows = story.window.ledger_in_words(story.now, zone).unwrap().rows;
    let row = rows.iter().find(|row| row.key == key).unwrap();
    assert_eq!(row.answered.as_deref(), Some("2026-10-25T00:30:00Z"));
}

#[test]
fn both_the_notice_and_the_window_at_once_are_one_answer() {
    let mut story = saturday();
    story.presses(Done);
    story.answers(WASH, Done);
    story.presses(Done);
    let first = answered(&story);
    story.minutes(30);
    story.answers(WASH, Done);
    // A Later that comes after Done, from a notice that still stands, does not open it again.
    story.presses(Later);
    assert_eq!((answered(&story), first.as_deref()), (first.clone(), Some("2026-06-06T09:00:00Z")));
}
