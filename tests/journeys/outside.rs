//! "I'm going outside": from the rule that is shown first to the sunset that ends it.

use super::story::{Story, form};
use aftercare_agent::Press;
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use companion::contract::Answered::Done;
use companion::contract::Outdoors;

fn outdoors(story: &Story) -> Outdoors {
    story.today().outdoors
}

/// Treated on Friday afternoon.
fn friday() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story
}

#[test]
fn sunscreen_is_reminded_of_every_two_hours_until_the_sun_is_down() {
    let mut story = friday();
    story.until("2026-06-08T14:00");
    let before = outdoors(&story);
    assert_eq!((before.offered, before.rule.is_none(), before.since), (true, true, None));
    assert_eq!((before.place.as_deref(), before.sunset), (Some("Europe/Berlin"), true));

    story.window.go_out(story.now, Berlin).unwrap();
    // Going out twice is going out once.
    story.window.go_out(story.now, Berlin).unwrap();
    let out = outdoors(&story);
    assert_eq!(out.since.as_deref(), Some("2026-06-08T12:00:00Z"));
    assert_eq!(out.next.as_deref(), Some("2026-06-08T14:00:00Z"));
    assert!(out.sunset && out.until.starts_with("2026-06-08T19:2"), "{}", out.until);

    let quiet = story.seen.len();
    story.until("2026-06-08T16:05");
    // It has a Done of its own.
    assert!(story.seen.last().unwrap().slip.buttons.iter().any(|(press, _)| *press == Press::Done));
    story.presses(Done);
    story.until("2026-06-08T23:00");
    let told: Vec<String> =
        story.told(quiet).into_iter().filter(|line| line.contains("more sunscreen")).collect();
    assert_eq!(
        told,
        [
            "Mon 08 Jun 16:00 Time for more sunscreen: Two hours have passed. If you are still outside, put on more sunscreen now.",
            "Mon 08 Jun 18:00 Time for more sunscreen: Two hours have passed. If you are still outside, put on more sunscreen now.",
            "Mon 08 Jun 20:00 Evening care: • Time for more sunscreen • Wash gently • Soothe your skin • How is your skin today? • Take a photo for yourself",
        ]
        .map(str::to_owned)
    );
    let over = outdoors(&story);
    assert_eq!((over.since, over.next), (None, None));
    assert_eq!(
        story.ledger("sunscreen-again"),
        [
            "p1/sunscreen-again/101: shown 1, Done",
            "p1/sunscreen-again/102: shown 1",
            "p1/sunscreen-again/103: shown 1"
        ]
    );
}

#[test]
fn within_the_first_two_days_the_rule_comes_first_and_who_is_back_is_left_alone() {
    let mut story = friday();
    story.until("2026-06-06T16:00");
    let rule = outdoors(&story).rule.expect("a rule");
    assert_eq!((rule.id.as_str(), rule.until.as_str()), ("sun-strict", "2026-06-07T13:10:00Z"));
    story.window.go_out(story.now, Berlin).unwrap();
    story.minutes(30);
    story.window.come_back(story.now).unwrap();
    story.window.come_back(story.now).unwrap();
    assert_eq!(outdoors(&story).since, None);
    let quiet = story.seen.len();
    story.until("2026-06-06T19:30");
    assert_eq!(story.told(quiet), [""; 0]);
    // Out again: another outing, with its own numbers.
    story.window.go_out(story.now, Berlin).unwrap();
    assert_eq!(outdoors(&story).since.as_deref(), Some("2026-06-06T17:30:00Z"));
}

#[test]
fn the_patient_chooses_the_place_and_where_none_is_known_it_ends_after_eight_hours() {
    let mut story = friday();
    story.until("2026-06-08T14:00");
    story.window.go_out(story.now, Berlin).unwrap();
    let berlin = outdoors(&story).until;
    story.window.place("Europe/Lisbon", story.now).unwrap();
    let lisbon = outdoors(&story);
    assert_eq!(lisbon.place.as_deref(), Some("Europe/Lisbon"));
    assert_ne!(lisbon.until, berlin);
    assert_eq!(story.window.place("Atlantis", story.now).unwrap_err().code, "place-unknown");
    assert_eq!(outdoors(&story).place.as_deref(), Some("Europe/Lisbon"));

    let mut story = Story::begins("2026-06-05T16:10", Tz::UTC);
    story.enters(&form("2026-06-05T15:10", Tz::UTC)).unwrap();
    story.until("2026-06-08T14:00");
    story.window.go_out(story.now, Tz::UTC).unwrap();
    let out = outdoors(&story);
    assert_eq!((out.place, out.sunset, out.until.as_str()), (None, false, "2026-06-08T22:00:00Z"));
}

#[test]
fn nothing_is_offered_where_no_treatment_reminds_of_it() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    assert!(!outdoors(&story).offered);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    assert!(outdoors(&story).offered);
    story.now = super::story::at("2026-06-19T15:10", Berlin);
    assert!(!outdoors(&story).offered, "the two weeks are over");
}
