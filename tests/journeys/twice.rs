//! Nothing stands on the screen twice, nothing comes when its time is over, and no word of the patient is lost: what the simulator
//! found, told as stories.

use super::story::{SOOTHE, Seen, Server, Story, WASH, at, form, number, second_morning};
use aftercare_agent::About;
use chrono::TimeDelta;
use chrono_tz::Europe::{Berlin, London};
use companion::contract::Answered::{Done, Later, Skipped, Undone};

#[test]
fn what_comes_again_after_a_flight_replaces_what_stands_there() {
    let mut story = second_morning();
    let first = story.seen.last().unwrap().slip.clone();
    story.zone = London;
    story.until("2026-06-06T10:00");
    let again = story.seen.last().unwrap();
    assert_eq!(again.at, at("2026-06-06T08:00", London), "an hour later, when it is eight over there");
    assert_eq!((again.slip.identity.clone(), again.slip.replaces.is_some()), (first.identity, true));
}

#[test]
fn two_notices_that_were_put_off_come_back_as_two() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.presses(Later);
    story.now += TimeDelta::minutes(1);
    let other = story.enters(&form("2026-06-05T15:20", Berlin)).unwrap();
    story.now -= TimeDelta::minutes(1);
    story.presses(Later);
    let identities = |seen: &[Seen]| seen.iter().map(|one| one.slip.identity.clone()).collect::<Vec<_>>();
    let (before, stood) = (story.seen.len(), identities(&story.seen));
    assert_eq!((before, other.as_str()), (2, "p2"));
    story.until("2026-06-05T16:41");
    assert_eq!(identities(&story.seen[before..]), stood, "each takes the place in which it stood");
}

#[test]
fn an_answer_can_be_taken_back_after_a_flight() {
    let mut story = second_morning();
    story.presses(Done);
    story.zone = London;
    story.until("2026-06-06T08:30");
    let before = story.seen.len();
    story.answers(SOOTHE, Undone);
    assert_eq!(story.told(before).len(), 1, "what is not done after all is told again");
}

#[test]
fn what_is_put_off_after_the_clock_was_set_back_comes_back() {
    let mut story = second_morning();
    story.until("2026-06-06T09:00");
    story.now -= TimeDelta::minutes(40);
    story.presses(Later);
    let before = story.seen.len();
    story.until("2026-06-06T08:55");
    assert_eq!(story.told(before).len(), 1);
    assert!(story.told(before)[0].starts_with("Sat 06 Jun 08:50 "), "{:?}", story.told(before));
}

#[test]
fn after_the_clock_was_set_back_a_notice_replaces_its_last_showing() {
    let mut story = second_morning();
    story.until("2026-06-06T08:20");
    story.answers(SOOTHE, Later);
    story.until("2026-06-06T08:55");
    story.now -= TimeDelta::minutes(50);
    story.answers(WASH, Later);
    story.until("2026-06-06T08:40");
    let last = story.seen.last().unwrap();
    assert_eq!(
        last.at,
        at("2026-06-06T08:35", Berlin),
        "before the other came back, by the clock on the wall"
    );
    let last = number(last.slip.about);
    story.answers(WASH, Later);
    story.until("2026-06-06T09:10");
    let again = &story.seen.last().unwrap().slip;
    assert_eq!(
        again.replaces,
        Some((":1.7".into(), last)),
        "what was shown last, whatever the clock said then"
    );
}

#[test]
fn a_hanging_server_is_not_given_what_is_over_when_it_wakes_up() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-06T08:00");
    // At nine the morning comes again; at the same moment another treatment is entered, and the server hangs.
    story.until("2026-06-06T08:59");
    story.server = Server::Hanging;
    story.now += TimeDelta::minutes(1);
    story.enters(&form("2026-06-05T15:20", Berlin)).unwrap();
    let before = story.seen.len();
    story.answers(SOOTHE, Done);
    story.answers("p1/bottled-water/2026-06-06T08:00", Done);
    story.minutes(30);
    story.server_wakes();
    assert_eq!(story.seen.len(), before + 1, "{:?}", story.told(before));
    story.minutes(5);
    assert_eq!(story.seen.len(), before + 1, "what was done meanwhile is not told again");
}

/// Between the showing of a notice and its recording the disk fills up: the server takes its time to answer.
#[test]
fn a_notice_that_could_not_be_recorded_is_not_shown_again_and_holds_nothing_up() {
    let mut story = second_morning();
    story.until("2026-06-06T08:59");
    story.server = Server::Hanging;
    story.now += TimeDelta::minutes(1);
    // A notice of the new treatment, and behind it the morning's, which comes again.
    story.enters(&form("2026-06-05T15:20", Berlin)).unwrap();
    let before = story.seen.len();
    let file = rusqlite::Connection::open(story.window.folder().join("aftercare.db")).unwrap();
    file.execute_batch(
        "CREATE TRIGGER full BEFORE UPDATE ON notice BEGIN SELECT raise(ABORT, 'the disk is full'); END",
    )
    .unwrap();
    story.server_wakes();
    story.minutes(1);
    let about_us = story.seen.iter().filter(|seen| seen.slip.about == About::Trouble).count();
    assert_eq!(
        (story.seen.len(), about_us),
        (before + 2, 1),
        "the notice once, and once that it is not recorded"
    );
    file.execute_batch("DROP TRIGGER full").unwrap();
    story.minutes(1);
    let told: Vec<&str> = story.seen[before..].iter().map(|seen| seen.slip.identity.as_str()).collect();
    let morning = story.seen[before - 1].slip.identity.as_str();
    assert_eq!((told.len(), told[2]), (3, morning), "{:?}", story.told(before));
    assert!(told[0] != morning && told[1] == "trouble", "{told:?}");
}

#[test]
fn a_later_that_comes_after_skip_changes_nothing_though_a_flight_moved_the_moment() {
    // The session a week later has its start of preparation at 21:00, which is quiet: the patient is told at 07:30.
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    let mut booked = form("2026-06-05T15:10", Berlin);
    booked.next_session = Some("2026-06-13T22:00".into());
    story.enters(&booked).unwrap();
    story.until("2026-06-07T07:30");
    let key = "p1/before-anti-inflammatories/start";
    story.answers(key, Skipped);
    let stood = story.seen.iter().rposition(|seen| seen.slip.body.contains("Ask about ibuprofen")).unwrap();
    // Elsewhere it is not quiet at that hour, and the moment is another one.
    story.zone = London;
    story.look();
    let before = story.seen.len();
    story.presses_on(stood, Later);
    story.zone = Berlin;
    story.until("2026-06-07T10:30");
    let again = story.seen[before..].iter().filter(|seen| seen.slip.body.contains("Ask about ibuprofen"));
    assert_eq!(again.count(), 0, "{:?}", story.told(before));
}
