//! The computer is off, the patient travels, the notification server is gone, the agent is killed.

use super::story::{Server, Story, form};
use chrono_tz::America::New_York;
use chrono_tz::Asia::Tokyo;
use chrono_tz::Europe::Berlin;

#[test]
fn after_a_night_and_a_morning_off_there_is_one_notice() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-05T19:00");
    let before = story.seen.len();
    story.computer_off();
    story.until("2026-06-06T11:30");
    story.computer_on();
    story.look();
    assert_eq!(
        story.told(before),
        [
            // The evening's care is over its time; of each instruction the newest that is of use.
            "Sat 06 Jun 11:30 While you were away: • Stay out of the sun • Wash with bottled water • Soothe your skin • Take a \
             photo for yourself"
        ]
    );
    assert_eq!(
        story.ledger("bottled-water"),
        ["p1/bottled-water/2026-06-05T20:00: shown 0, off", "p1/bottled-water/2026-06-06T08:00: shown 1"]
    );
    let missed = story.today().reminders.missed;
    assert_eq!(
        missed.iter().map(|missed| (missed.title.as_str(), missed.cause.as_str())).collect::<Vec<_>>(),
        [("Wash with bottled water", "off"), ("How is your skin today?", "off"), ("Soothe your skin", "off")]
    );
}

#[test]
fn of_several_days_off_the_newest_is_shown_and_the_rest_has_its_cause() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-07T09:00");
    story.computer_off();
    story.until("2026-06-09T08:30");
    story.computer_on();
    story.look();
    assert_eq!(
        story.ledger("bottled-water").last().unwrap(),
        "p1/bottled-water/release: shown 0, off",
        "six hours after its end a release of six hours' use is not told any more"
    );
    assert_eq!(
        story.ledger("anti-inflammatories"),
        [
            "p1/anti-inflammatories/start: shown 1",
            "p1/anti-inflammatories/2026-06-07T08:00: shown 1",
            "p1/anti-inflammatories/2026-06-09T08:00: shown 1"
        ]
    );
    assert_eq!(story.ledger("sport"), ["p1/sport/release: shown 1"], "told within its day, a day late");
}

#[test]
fn after_a_flight_each_local_date_and_time_rings_once() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-09T09:10");
    let windows = |story: &Story| -> Vec<String> {
        story.today().procedures[0].not_yet.iter().map(|line| format!("{} {}", line.id, line.until)).collect()
    };
    let at_home = windows(&story);
    // Over there it is ten past three in the morning of the same day, and eight o'clock comes a second time.
    story.zone = New_York;
    assert_eq!(windows(&story), at_home, "travel moves no window");
    let before = story.seen.len();
    story.until("2026-06-09T19:00");
    let slots = |story: &Story, from: usize| -> Vec<String> {
        story.told(from).iter().filter(|line| line.contains("08:00")).cloned().collect()
    };
    assert_eq!(slots(&story, before), Vec::<String>::new());
    story.until("2026-06-10T08:10");
    assert_eq!(slots(&story, before).len(), 1);
    // And on to the east: the night is skipped, the evening of the same date has not rung yet.
    story.zone = Tokyo;
    let before = story.seen.len();
    story.until("2026-06-10T22:30");
    let evening: Vec<String> =
        story.ledger("soothe").into_iter().filter(|row| row.contains("10T20:00")).collect();
    assert_eq!((story.seen.len() > before, evening.len()), (true, 1));
}

#[test]
fn without_a_notification_server_the_window_has_it_and_the_notice_comes_later() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.server = Server::Gone;
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.minutes(10);
    let today = story.today();
    assert_eq!(today.reminders.waiting_since.as_deref(), Some("2026-06-05T14:10:00Z"));
    assert!(today.procedures[0].not_yet.iter().any(|line| line.id == "anti-inflammatories"));
    story.server_returns();
    story.look();
    assert_eq!(story.seen.len(), 1);
    assert_eq!(story.today().reminders.waiting_since, None);
}

#[test]
fn a_crash_between_showing_and_recording_shows_once_more_under_the_same_identity() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.window.enter(&form("2026-06-05T15:10", Berlin), story.now).unwrap();
    let on_the_screen = story.crashes_while_showing();
    assert_eq!(on_the_screen.len(), 1);
    story.computer_on();
    story.look();
    story.look();
    assert_eq!(story.seen.len(), 1);
    assert_eq!(story.seen[0].slip, on_the_screen[0]);
}

#[test]
fn a_clock_that_is_set_back_rings_nothing_twice() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-06T08:05");
    let before = story.seen.len();
    story.now -= chrono::TimeDelta::hours(1);
    story.until("2026-06-06T08:30");
    assert_eq!(story.told(before), Vec::<String>::new());
}

#[test]
fn with_no_treatment_the_agent_waits_and_a_forgotten_one_is_silent() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.minutes(600);
    assert!(story.seen.is_empty());
    story.now = super::story::at("2026-06-06T16:10", Berlin);
    let id = story.enters(&form("2026-06-06T15:10", Berlin)).unwrap();
    story.window.forget(&id, story.now).unwrap();
    let before = story.seen.len();
    story.until("2026-06-20T12:00");
    assert_eq!((story.seen.len(), story.today().procedures.len()), (before, 0));
}
