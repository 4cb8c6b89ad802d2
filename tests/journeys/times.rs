//! The patient chooses other times of day, or other quiet hours: they hold from then on, nothing comes twice, and nothing is
//! lost.

use super::story::{Story, form};
use chrono_tz::Europe::{Berlin, London};
use companion::contract::Answered::{Done, Undone};
use companion::contract::{QuietHours, Times};

const WASH: &str = "p1/bottled-water/2026-06-06T08:00";

fn morning(at: &str) -> Times {
    Times { morning: Some(at.into()), ..Times::default() }
}

fn quiet(from: &str, until: &str) -> Times {
    Times { quiet: Some(QuietHours { from: from.into(), until: until.into() }), ..Times::default() }
}

fn chooses(story: &mut Story, times: &Times) {
    story.window.choose_times(times, story.now).unwrap();
    story.look();
}

/// A treatment on the afternoon of 5 June; the evening of that day was told and answered.
fn treated() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-05T20:00");
    story.presses(Done);
    story
}

/// When the care of the skin was told until these moments, each notice answered at once, so that none comes again.
fn told(story: &mut Story, until: &[&str]) -> Vec<String> {
    let from = story.seen.len();
    for at in until {
        let before = story.seen.len();
        story.until(at);
        (before..story.seen.len()).for_each(|notice| story.presses_on(notice, Done));
    }
    care(story, from)
}

/// When the care of the skin was told since a notice: wall time, and the notice's title.
fn care(story: &Story, from: usize) -> Vec<String> {
    let short = |line: &String| line.split(": ").next().unwrap().to_owned();
    story.told(from).iter().filter(|line| line.contains("Soothe your skin")).map(short).collect()
}

#[test]
fn a_morning_that_is_moved_before_it_came_comes_at_its_new_time_once_and_keeps_its_name() {
    let mut story = treated();
    story.until("2026-06-06T07:00");
    chooses(&mut story, &morning("09:30"));
    // The choice is in the store, and not in the memory of an agent.
    story.computer_off();
    story.computer_on();
    let all =
        told(&mut story, &["2026-06-06T08:30", "2026-06-06T09:30", "2026-06-06T20:00", "2026-06-07T09:30"]);
    assert_eq!(
        all,
        ["Sat 06 Jun 09:30 Morning care", "Sat 06 Jun 20:00 Evening care", "Sun 07 Jun 09:30 Morning care"]
    );
    assert_eq!(
        story.ledger("bottled-water"),
        [
            "p1/bottled-water/2026-06-05T20:00: shown 1, Done",
            "p1/bottled-water/2026-06-06T08:00: shown 1, Done",
            "p1/bottled-water/2026-06-06T20:00: shown 1, Done",
            "p1/bottled-water/2026-06-07T08:00: shown 1, Done",
        ]
    );
}

#[test]
fn what_was_told_is_not_told_again_by_new_times_and_is_answered_where_it_stands() {
    let mut story = treated();
    story.until("2026-06-06T08:10");
    chooses(&mut story, &morning("09:30"));
    // It is on the screen since eight, and can be answered now, and taken back.
    story.answers(WASH, Done);
    story.answers(WASH, Undone);
    story.presses(Done);
    let all = told(&mut story, &["2026-06-06T19:59", "2026-06-06T20:00", "2026-06-07T09:30"]);
    assert_eq!(all, ["Sat 06 Jun 20:00 Evening care", "Sun 07 Jun 09:30 Morning care"]);
    assert_eq!(
        story.ledger("bottled-water")[1..3],
        [
            "p1/bottled-water/2026-06-06T08:00: shown 1, Done",
            "p1/bottled-water/2026-06-06T20:00: shown 1, Done"
        ],
        "one row each, where it was told"
    );
}

#[test]
fn what_was_answered_before_its_time_is_not_told_at_the_new_one() {
    let mut story = treated();
    chooses(&mut story, &morning("09:30"));
    story.until("2026-06-06T09:30");
    story.presses(Done);
    // She tries times to and fro.
    for at in ["10:00", "11:30", "09:45"] {
        chooses(&mut story, &morning(at));
    }
    assert_eq!(told(&mut story, &["2026-06-06T19:00"]), [""; 0]);
    chooses(&mut story, &Times::default());
    assert_eq!(told(&mut story, &["2026-06-06T19:59"]), [""; 0]);
}

#[test]
fn a_morning_that_is_moved_into_the_past_comes_at_once_and_is_not_late() {
    let mut story = treated();
    chooses(&mut story, &morning("09:30"));
    story.until("2026-06-06T08:40");
    let before = story.seen.len();
    chooses(&mut story, &Times::default());
    story.presses(Done);
    told(&mut story, &["2026-06-06T19:00", "2026-06-06T20:00", "2026-06-07T08:00"]);
    assert_eq!(
        care(&story, before),
        ["Sat 06 Jun 08:40 Morning care", "Sat 06 Jun 20:00 Evening care", "Sun 07 Jun 08:00 Morning care"]
    );
    // Nothing of the days before the choice is missed now.
    assert_eq!(story.today().reminders.missed.len(), 0);
}

#[test]
fn quiet_hours_that_end_sooner_let_what_waits_come() {
    let mut story = treated();
    story.until("2026-06-06T18:00");
    chooses(&mut story, &quiet("19:00", "07:30"));
    assert_eq!(told(&mut story, &["2026-06-06T21:00"]), [""; 0], "the evening waits");
    let before = story.seen.len();
    chooses(&mut story, &Times::default());
    assert_eq!(care(&story, before), ["Sat 06 Jun 21:00 Evening care"]);
    story.presses(Done);
    assert_eq!(told(&mut story, &["2026-06-07T08:00"]), ["Sun 07 Jun 08:00 Morning care"]);
}

#[test]
fn quiet_hours_that_begin_sooner_let_what_is_to_come_wait_for_their_end() {
    let mut story = treated();
    story.until("2026-06-06T19:50");
    story.presses(Done);
    chooses(&mut story, &quiet("19:30", "06:00"));
    assert_eq!(
        told(&mut story, &["2026-06-07T06:00", "2026-06-07T08:00"]),
        ["Sun 07 Jun 06:00 Morning care", "Sun 07 Jun 08:00 Morning care"],
        "the evening at six, where it is still of use"
    );
}

/// The end of a rule is told by its key and its moment together: a moment that new quiet hours moved would be another one.
#[test]
fn what_came_at_the_end_of_quiet_hours_does_not_come_at_the_end_of_new_ones() {
    let mut story = Story::begins("2026-06-05T22:10", Berlin);
    story.enters(&form("2026-06-05T21:40", Berlin)).unwrap();
    story.until("2026-06-07T07:29");
    let before = story.seen.len();
    story.until("2026-06-07T07:30");
    assert!(story.told(before).concat().contains("Make-up"), "{:?}", story.told(before));
    let before = story.seen.len();
    chooses(&mut story, &quiet("22:00", "09:00"));
    story.until("2026-06-07T12:00");
    let after = story.told(before);
    assert!(after[0].starts_with("Sun 07 Jun 09:00 "), "{after:?}");
    assert!(!after.concat().contains("Make-up"), "{after:?}");
}

#[test]
fn times_hold_where_the_patient_is() {
    let mut story = treated();
    story.until("2026-06-06T08:10");
    story.presses(Done);
    chooses(&mut story, &morning("09:30"));
    story.zone = London;
    assert_eq!(
        told(&mut story, &["2026-06-06T19:00", "2026-06-06T20:00", "2026-06-07T09:30"]),
        ["Sat 06 Jun 20:00 Evening care", "Sun 07 Jun 09:30 Morning care"]
    );

    // Chosen before it came, it comes there.
    let mut story = treated();
    story.until("2026-06-06T07:40");
    chooses(&mut story, &morning("09:30"));
    story.zone = London;
    assert_eq!(told(&mut story, &["2026-06-06T09:30"]), ["Sat 06 Jun 09:30 Morning care"]);
}

#[test]
fn whoever_works_at_night_is_reminded_when_awake() {
    let mut story = treated();
    let night =
        Times { morning: Some("16:30".into()), evening: Some("23:45".into()), ..quiet("08:00", "16:00") };
    chooses(&mut story, &night);
    let all =
        told(&mut story, &["2026-06-06T16:30", "2026-06-06T23:45", "2026-06-07T16:30", "2026-06-07T23:45"]);
    let titles = ["Sat 06 Jun 16:30 Aftercare", "Sat 06 Jun 23:45 Evening care"];
    assert_eq!(all[..2], titles);
    assert_eq!(all.len(), 4, "{all:?}");
}

/// No reminder of a treatment that is entered later knows of times that were given up before.
#[test]
fn a_treatment_that_is_entered_later_has_the_times_in_use() {
    let mut story = Story::begins("2026-06-05T12:00", Berlin);
    chooses(&mut story, &morning("10:00"));
    story.until("2026-06-05T16:10");
    chooses(&mut story, &morning("07:45"));
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    let all = told(&mut story, &["2026-06-05T20:00", "2026-06-06T07:45", "2026-06-06T19:00"]);
    assert_eq!(all, ["Fri 05 Jun 20:00 Evening care", "Sat 06 Jun 07:45 Morning care"]);
}

#[test]
fn a_correction_after_a_choice_keeps_both() {
    let mut story = treated();
    story.until("2026-06-06T08:10");
    story.presses(Done);
    chooses(&mut story, &morning("09:30"));
    let mut corrected = form("2026-06-05T15:00", Berlin);
    corrected.prp = true;
    story.window.correct("p1", &corrected, story.now).unwrap();
    let before = story.seen.len();
    story.look();
    let again = story.told(before).concat();
    assert!(!again.contains("Wash with bottled water"), "what was told at eight is not told again: {again}");
    story.until("2026-06-06T19:00");
    assert_eq!(story.ledger("bottled-water")[1], "p1/bottled-water/2026-06-06T08:00: shown 1, Done");
}

#[test]
fn times_that_make_no_sense_are_refused_at_their_field() {
    let mut story = treated();
    let evening = |at: &str| Times { evening: Some(at.into()), ..Times::default() };
    let table = [
        (morning("8:00"), "time-not-a-time", "morning"),
        (morning("24:00"), "time-not-a-time", "morning"),
        (evening("later"), "time-not-a-time", "evening"),
        (quiet("22:00", ""), "time-not-a-time", "quiet"),
        (morning("20:00"), "times-order", "morning"),
        (evening("08:00"), "times-order", "evening"),
        (Times { morning: Some("21:00".into()), ..evening("20:30") }, "times-order", "evening"),
        (quiet("20:00", "10:01"), "quiet-too-long", "quiet"),
        (quiet("08:00", "07:59"), "quiet-too-long", "quiet"),
    ];
    for (times, code, field) in table {
        let problem = story.window.choose_times(&times, story.now).unwrap_err();
        assert_eq!((problem.code.as_str(), problem.field.as_deref()), (code, Some(field)), "{times:?}");
    }
    assert_eq!(story.window.settings().unwrap().times, Times::default(), "nothing of it was saved");
    for times in [quiet("20:00", "10:00"), quiet("07:00", "07:00"), morning("00:00"), evening("23:59")] {
        story.window.choose_times(&times, story.now).unwrap();
        assert_eq!(story.window.settings().unwrap().times, times);
    }
}

#[test]
fn without_quiet_hours_nothing_waits() {
    let mut story = treated();
    chooses(&mut story, &Times { evening: Some("23:00".into()), ..quiet("00:00", "00:00") });
    assert_eq!(
        told(&mut story, &["2026-06-06T08:00", "2026-06-06T23:00"]),
        ["Sat 06 Jun 08:00 Morning care", "Sat 06 Jun 23:00 Evening care"]
    );
}
