//! The next days at a glance, before the computer goes off.

use super::story::{SOOTHE, Story, WASH, form};
use aftercare_agent::{About, Event, Hold};
use chrono_tz::Europe::Berlin;
use companion::contract::{Answered, Days, DaysLine};
use plan::local;

/// A first evening: treated at ten past three.
fn evening() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-05T20:30");
    story
}

fn wall(story: &Story, instant: &str) -> String {
    local::wall(instant.parse().unwrap(), story.zone).format("%a %H:%M").to_string()
}

fn lines(lines: &[DaysLine]) -> String {
    lines.iter().map(|line| format!("{:?} {}", line.what, line.title)).collect::<Vec<_>>().join(", ")
}

/// The card as a person reads it.
fn card(story: &Story, days: &Days) -> Vec<String> {
    let open = (!days.open.is_empty()).then(|| format!("open: {}", lines(&days.open)));
    let moments = days.moments.iter().map(|one| format!("{} {}", wall(story, &one.at), lines(&one.lines)));
    let stays = days.stays.iter().map(|one| format!("{} until {}", one.title, wall(story, &one.until)));
    let end = format!("end {}", wall(story, &days.until));
    open.into_iter().chain(moments).chain([end]).chain(stays).collect()
}

fn days(story: &Story) -> Days {
    story.window.days(story.now, story.zone).unwrap()
}

/// The computer is off in three nights and days; the agent is there in the evenings.
fn three_days_at_work(story: &mut Story) {
    for day in 5..8 {
        story.until(&format!("2026-06-0{day}T21:00"));
        story.restarts(&format!("2026-06-0{}T18:3{day}", day + 1));
        story.boot = None;
    }
}

#[test]
fn the_card_tells_of_three_days() {
    let story = evening();
    assert!(days(&story).draft);
    insta::assert_debug_snapshot!(card(&story, &days(&story)));
}

#[test]
fn what_is_answered_is_not_on_the_card() {
    let mut story = evening();
    story.until("2026-06-06T08:10");
    let open = |story: &Story| days(story).open.iter().map(|line| line.title.clone()).collect::<Vec<_>>();
    assert_eq!(open(&story), ["Take a photo for yourself", "Wash with bottled water", "Soothe your skin"]);
    story.answers(WASH, Answered::Done);
    story.answers(SOOTHE, Answered::Skipped);
    assert_eq!(open(&story), ["Take a photo for yourself"]);
}

#[test]
fn a_prohibition_that_ends_for_one_area_alone_is_told_so() {
    let mut story = evening();
    story.until("2026-06-06T12:00");
    let neck =
        companion::contract::ProcedureForm { areas: vec!["neck".into()], ..form("2026-06-06T11:00", Berlin) };
    story.enters(&neck).unwrap();
    let days = days(&story);
    let sun: Vec<String> = days
        .moments
        .iter()
        .flat_map(|one| one.lines.iter().map(move |line| (one, line)))
        .filter(|(_, line)| line.title == "Sun")
        .map(|(one, line)| format!("{} {:?} {} {:?}", wall(&story, &one.at), line.what, line.text, line.of))
        .collect();
    assert_eq!(
        sun,
        [
            "Sun 15:10 EndsForSome  [\"p1\"]",
            "Mon 11:00 Ends The 48 hours are over. You may be outside again: shade first, sunscreen always. [\"p2\"]"
        ]
    );
    let who: Vec<_> = days.treatments.iter().map(|one| (one.id.as_str(), one.day)).collect();
    assert_eq!(who, [("p2", 1), ("p1", 2)]);
}

#[test]
fn three_evenings_tell_when_the_computer_is_usually_on_again() {
    let mut story = evening();
    assert_eq!(days(&story).back, None);
    three_days_at_work(&mut story);
    story.until("2026-06-08T20:50");
    let back = days(&story).back.map(|back| wall(&story, &back));
    assert_eq!(back.as_deref(), Some("Tue 18:30"));
    // Offered in the evening, with what comes before.
    let offer = story.today().offer.unwrap();
    assert_eq!((offer.lines, offer.back.map(|back| wall(&story, &back))), (3, Some("Tue 18:30".into())));
    story.until("2026-06-09T16:59");
    assert!(story.today().offer.is_none());
}

#[test]
fn before_the_computer_goes_off_it_is_told_what_comes() {
    let mut story = evening();
    let from = story.seen.len();
    story.hears(Event::GoesOff(Hold::default()));
    assert_eq!(story.seen[from].slip.about, About::Farewell);
    insta::assert_debug_snapshot!(story.told(from));
    // The look is noted, so that the time off is known to the second.
    let health = story.window.health(story.now, story.zone).unwrap();
    assert_eq!(health.looked.unwrap(), "2026-06-05T18:30:00Z");
}

#[test]
fn nothing_is_told_in_the_quiet_hours_or_where_nothing_comes() {
    let mut story = evening();
    story.until("2026-06-05T21:40");
    let from = story.seen.len();
    story.hears(Event::GoesOff(Hold::default()));
    assert_eq!(story.told(from), [""; 0]);

    let mut fresh = Story::begins("2026-06-05T16:10", Berlin);
    fresh.hears(Event::GoesOff(Hold::default()));
    assert_eq!(fresh.told(0), [""; 0]);
    assert!(fresh.today().offer.is_none());
}

#[test]
fn who_wants_no_details_gets_none_in_passing() {
    let mut story = evening();
    story.window.agree(false, story.now).unwrap();
    let from = story.seen.len();
    story.hears(Event::GoesOff(Hold::default()));
    assert_eq!(story.told(from), ["Fri 05 Jun 20:30 Skin care reminder: Open Aftercare for the rest."]);
}
