//! Done, Skip, Later, Undo: on the notice, in the window, and both at once.

use super::story::{SOOTHE, Story, WASH, form, has_done, second_morning};
use chrono_tz::Europe::Berlin;
use companion::contract::Answered::{Done, Later, Skipped, Undone};

#[test]
fn without_an_answer_a_rule_comes_once_more_and_never_again() {
    let mut story = second_morning();
    let before = story.seen.len();
    let first = story.seen.last().unwrap().slip.clone();
    story.until("2026-06-06T14:00");
    assert_eq!(
        story.told(before),
        ["Sat 06 Jun 09:00 Morning care: • Wash with bottled water • Soothe your skin"],
        "alone with its like: the prohibitions are not repeated"
    );
    assert_eq!(
        story.seen.last().unwrap().slip.identity,
        first.identity,
        "it replaces what still stands there"
    );
}

#[test]
fn done_on_the_notice_stops_the_repeat_and_undo_brings_it_back() {
    let mut story = second_morning();
    story.presses(Done);
    assert_eq!(story.today().procedures[0].do_now.iter().filter(|todo| todo.answer == Some(Done)).count(), 2);
    story.until("2026-06-06T10:00");
    let quiet = story.seen.len();
    story.answers(SOOTHE, Undone);
    assert_eq!(
        story.told(quiet),
        [
            "Sat 06 Jun 10:00 Soothe your skin: Put on the aloe cream your clinic gave you. Use it each time your skin feels dry or tight."
        ]
    );
    assert_eq!(
        (
            story.ledger("bottled-water").last().unwrap().as_str(),
            story.ledger("soothe").last().unwrap().as_str()
        ),
        ("p1/bottled-water/2026-06-06T08:00: shown 1, Done", "p1/soothe/2026-06-06T08:00: shown 2")
    );
}

#[test]
fn done_on_a_notice_leaves_its_checks_open() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-05T20:00");
    story.presses(Done);
    let board = story.today().procedures.remove(0);
    let state: Vec<_> = board.do_now.iter().map(|todo| (todo.line.id.as_str(), todo.answer)).collect();
    assert_eq!(
        state,
        [("bottled-water", Some(Done)), ("evening-check", None), ("photo", None), ("soothe", Some(Done))]
    );
}

#[test]
fn a_notice_of_prohibitions_alone_has_no_done() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    assert!(!has_done(&story.seen[0].slip));
    assert_eq!(
        story.told(0),
        ["Fri 05 Jun 16:10 Aftercare: • No ibuprofen-type medicines • Only what the clinic gave you"]
    );
}

#[test]
fn later_is_half_an_hour_and_never_past_its_use() {
    let mut story = second_morning();
    let before = story.seen.len();
    story.presses(Later);
    story.until("2026-06-06T08:29");
    assert_eq!(story.told(before), Vec::<String>::new());
    story.until("2026-06-06T12:00");
    assert_eq!(story.seen.len(), before + 1, "what was put off comes back once, and an answer is an answer");
    assert!(story.told(before)[0].starts_with("Sat 06 Jun 08:30 Morning care: • Stay out of the sun"));

    // Six hours after eight there is no use in the morning's washing.
    story.until("2026-06-06T13:45");
    story.answers(WASH, Later);
    let before = story.seen.len();
    story.until("2026-06-06T15:00");
    assert_eq!(story.told(before), Vec::<String>::new());
}

#[test]
fn the_same_answer_from_both_sides_is_one_answer() {
    let mut story = second_morning();
    story.presses(Done);
    let first = story.window.ledger(story.now, Berlin).unwrap();
    story.now += chrono::TimeDelta::seconds(20);
    story.answers(WASH, Done);
    story.presses(Done);
    // Later on something that is done changes nothing.
    story.presses(Later);
    let key = |rows: &[(String, _, plan::Row)]| rows.iter().find(|(key, _, _)| key == WASH).unwrap().2.answer;
    assert_eq!(key(&story.window.ledger(story.now, Berlin).unwrap()), key(&first));
}

#[test]
fn skip_is_an_answer_and_an_early_tick_keeps_the_notice_away() {
    let mut story = second_morning();
    story.answers(WASH, Skipped);
    story.answers(SOOTHE, Done);
    let before = story.seen.len();
    story.until("2026-06-06T12:00");
    assert_eq!(story.told(before), Vec::<String>::new());
    let refused =
        story.window.answer("p1/soothe/2026-06-06T20:00", Done, None, story.now, Berlin).unwrap_err();
    assert_eq!(refused.code, "too-early-to-answer");
    for unknown in [
        "",
        "p1",
        "p9/soothe/2026-06-06T08:00",
        "p1/soothe/start",
        "p1/sun-strict/2026-06-06T08:00",
        "p1/soothe/../x",
    ] {
        assert_eq!(
            story.window.answer(unknown, Done, None, story.now, Berlin).unwrap_err().code,
            "not-found",
            "{unknown}"
        );
    }
}

#[test]
fn a_button_pressed_before_the_agent_has_looked_is_not_lost() {
    let mut story = second_morning();
    // Another agent: it has not opened the store yet when the patient presses.
    story.computer_on();
    story.presses(Done);
    assert_eq!(story.ledger("soothe").last().unwrap(), "p1/soothe/2026-06-06T08:00: shown 1, Done");
}
