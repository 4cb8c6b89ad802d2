//! Can reminders be relied on? What the agent notes about itself, the test notice, and the ledger in words.

use super::story::{Server, Story, at, form};
use aftercare_agent::{About, Event, Press};
use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use companion::contract::Answered::{Done, Later};
use companion::contract::{Health, LedgerRow};
use companion::store::Met;
use std::time::Duration;

fn health(story: &Story) -> Health {
    story.window.health(story.now, Berlin).unwrap()
}

/// A treatment on Friday afternoon; the agent has been looking since.
fn friday() -> Story {
    let mut story = Story::begins("2026-06-05T16:00", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story
}

/// The rows of a day and an instruction, as the window tells them.
fn rows(story: &Story, instruction: &str, day: &str) -> Vec<LedgerRow> {
    let ledger = story.window.ledger_in_words(story.now, Berlin).unwrap();
    let wanted = |row: &LedgerRow| row.key.contains(instruction) && row.due.starts_with(day);
    ledger.rows.into_iter().filter(wanted).collect()
}

#[test]
fn it_is_told_from_when_to_when_the_computer_was_asleep_or_off_or_no_agent_ran() {
    let mut story = friday();
    story.boot = Some(Duration::from_secs(3600));
    story.until("2026-06-05T22:10");
    assert_eq!(health(&story).since.as_deref(), Some("2026-06-05T14:00:00Z"));
    assert_eq!(health(&story).away.len(), 0);

    // The lid is closed until the next morning.
    story.sleeps_until("2026-06-06T09:05");
    // The computer is off over Sunday.
    story.until("2026-06-06T23:00");
    story.computer_off();
    story.now = at("2026-06-08T07:45", Berlin);
    story.boot = Some(Duration::from_secs(60));
    story.computer_on();
    story.look();
    // Somebody ends the agent for a while.
    story.until("2026-06-08T10:00");
    story.computer_off();
    story.now = at("2026-06-08T10:30", Berlin);
    story.passes(TimeDelta::minutes(30));
    let lasts = health(&story).away.remove(0);
    assert_eq!((lasts.from.as_str(), lasts.until.as_str()), ("2026-06-08T08:00:00Z", "2026-06-08T08:30:00Z"));
    story.computer_on();
    story.look();

    let told: Vec<String> = health(&story)
        .away
        .iter()
        .map(|away| format!("{} to {}: {}", away.from, away.until, away.why))
        .collect();
    assert_eq!(
        told,
        [
            "2026-06-08T08:00:00Z to 2026-06-08T08:30:00Z: stopped",
            "2026-06-06T21:00:00Z to 2026-06-08T05:45:00Z: off",
            "2026-06-05T20:10:00Z to 2026-06-06T07:05:00Z: asleep",
        ]
    );
    // The agent that runs now began after the last end of one; sleep is no end.
    assert_eq!(health(&story).since.as_deref(), Some("2026-06-08T08:30:00Z"));

    // What was missed meanwhile says so.
    let [evening] = &rows(&story, "/soothe/", "2026-06-07T18:00")[..] else { panic!("one row") };
    let away = evening.away.as_ref().map(|away| (away.from.as_str(), away.until.as_str(), away.why.as_str()));
    assert_eq!(
        (evening.missed.as_deref(), evening.decided.as_deref(), away),
        (
            Some("off"),
            Some("2026-06-08T05:45:00Z"),
            Some(("2026-06-06T21:00:00Z", "2026-06-08T05:45:00Z", "off"))
        )
    );
}

#[test]
fn a_clock_that_is_set_is_no_absence() {
    let mut story = friday();
    story.boot = Some(Duration::from_secs(3600));
    story.look();
    for minutes in [360, -60, -360, 525_600] {
        story.now += TimeDelta::minutes(minutes);
        story.look();
    }
    assert_eq!(health(&story).away.len(), 0);
}

#[test]
fn a_test_is_a_success_only_when_the_patient_says_so() {
    let mut story = friday();
    assert!(health(&story).test.is_none());
    story.window.ask_test(story.now).unwrap();
    let waiting = health(&story).test.unwrap();
    assert_eq!((waiting.shown, waiting.refused, waiting.over, waiting.seen), (None, None, false, None));

    story.look();
    assert_eq!(story.seen.last().unwrap().slip.about, About::Test(1));
    assert_eq!(story.seen.last().unwrap().slip.title, "Test reminder");
    let shown = health(&story).test.unwrap();
    assert_eq!((shown.shown.is_some(), shown.seen), (true, None), "shown is not seen");

    story.window.seen(1, false, story.now).unwrap();
    assert_eq!(health(&story).test.unwrap().seen, Some(false));

    // The next one is pressed on the notice itself.
    let before = story.seen.len();
    story.window.ask_test(story.now).unwrap();
    story.look();
    story.look();
    assert_eq!(story.seen.len(), before + 1, "a test comes once");
    story.hears(Event::Pressed(About::Test(2), Press::Seen));
    assert_eq!(health(&story).test.unwrap().seen, Some(true));
    assert_eq!(story.window.seen(3, true, story.now).unwrap_err().code, "not-found");
}

#[test]
fn a_test_that_nobody_takes_says_why_or_is_over_and_does_not_come_later() {
    let mut story = friday();
    story.server = Server::Gone;
    story.window.ask_test(story.now).unwrap();
    // Not seen is not an answer to what was not shown.
    assert_eq!(story.window.seen(1, true, story.now).unwrap_err().code, "not-found");
    story.look();
    let refused = health(&story).test.unwrap();
    assert_eq!(refused.refused.as_deref(), Some("there is no notification server"));
    story.server_returns();
    assert_eq!(story.seen.iter().filter(|seen| seen.slip.about == About::Test(1)).count(), 0);

    story.computer_off();
    story.window.ask_test(story.now).unwrap();
    story.now += TimeDelta::seconds(61);
    assert!(health(&story).test.unwrap().over);
    story.computer_on();
    story.look();
    assert_eq!(story.seen.iter().filter(|seen| matches!(seen.slip.about, About::Test(_))).count(), 0);
}

#[test]
fn the_server_is_named_as_it_was_met_and_the_last_notice_with_its_answer() {
    let mut story = friday();
    assert!(health(&story).server.is_none());
    let met = Met { name: Some("dunst".into()), version: "1.9".into(), actions: true, keeps: false };
    story.hears(Event::Met(met));
    let server = health(&story).server.unwrap();
    assert_eq!(
        (server.name.as_deref(), server.version.as_str(), server.actions, server.keeps),
        (Some("dunst"), "1.9", true, false)
    );
    story.hears(Event::Met(Met { name: None, version: String::new(), actions: false, keeps: false }));
    assert_eq!(health(&story).server.unwrap().name, None);

    story.until("2026-06-06T08:00");
    let last = health(&story).last.unwrap();
    assert!(last.lines.contains(&"Wash with bottled water".to_owned()), "{:?}", last.lines);
    assert_eq!((last.at.as_str(), last.answerable, last.answer), ("2026-06-06T06:00:00Z", true, None));
    story.minutes(4);
    story.presses(Done);
    let last = health(&story).last.unwrap();
    assert_eq!((last.answer, last.answered.as_deref()), (Some(Done), Some("2026-06-06T06:04:00Z")));
}

#[test]
fn the_ledger_tells_what_is_planned_shown_answered_and_missed() {
    let mut story = friday();
    story.until("2026-06-06T08:03");
    story.answers("p1/soothe/2026-06-06T08:00", Later);
    story.until("2026-06-06T08:40");
    let [soothe] = &rows(&story, "/soothe/", "2026-06-06T06:00")[..] else { panic!("one row") };
    assert_eq!(soothe.shown, ["2026-06-06T06:00:00Z", "2026-06-06T06:33:00Z"]);
    assert_eq!((soothe.answer, soothe.answerable), (Some(Later), true));
    assert_eq!((soothe.title.as_str(), &soothe.areas[..]), ("Soothe your skin", &["face".to_owned()][..]));

    let ledger = story.window.ledger_in_words(story.now, Berlin).unwrap();
    let dues: Vec<&str> = ledger.rows.iter().map(|row| row.due.as_str()).collect();
    assert!(dues.is_sorted_by(|a, b| a >= b), "newest first");
    let planned = ledger.rows.iter().filter(|row| row.due > ledger.now).collect::<Vec<_>>();
    assert!(planned.iter().all(|row| row.shown.is_empty() && row.missed.is_none() && !row.answerable));
    assert!(planned.iter().any(|row| row.key == "p1/sun-strict/release"), "what comes is there, too");
}
