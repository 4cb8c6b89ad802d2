//! From the first day to the next session.

use super::story::{Story, form, has_done};
use chrono_tz::Europe::Berlin;
use companion::contract::Answered;

#[test]
fn from_day_one_to_day_fourteen() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    let mut days = Vec::new();
    for day in 5..=19 {
        let before = if day == 5 { 0 } else { story.seen.len() };
        if day > 5 {
            story.until(&format!("2026-06-{day:02}T08:30"));
        }
        if story.seen.len() > before && has_done(&story.seen.last().unwrap().slip) {
            story.presses(Answered::Done);
        }
        story.until(&format!("2026-06-{day:02}T20:30"));
        if has_done(&story.seen.last().unwrap().slip) {
            story.presses(Answered::Done);
        }
        story.until(&format!("2026-06-{day:02}T23:59"));
        let today = story.today();
        let board = &today.procedures[0];
        days.push(format!("Day {}: {} not yet, {} usual", board.day, board.not_yet.len(), board.usual.len()));
        days.extend(story.told(before).into_iter().map(|line| format!("  {line}")));
    }
    insta::assert_snapshot!(days.join("\n"));
}

#[test]
fn the_clocks_change_inside_the_48_hours() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    story.enters(&form("2026-03-27T15:10", Berlin)).unwrap();
    story.until("2026-03-29T16:09");
    let sun = |story: &Story| story.today().procedures[0].not_yet.iter().any(|line| line.id == "sun-strict");
    assert!(sun(&story), "an hour of the 48 is still to come: the night was an hour shorter");
    let before = story.seen.len();
    story.until("2026-03-29T16:10");
    assert!(!sun(&story));
    assert_eq!(
        story.told(before),
        [
            "Sun 29 Mar 16:10 Aftercare: • Sun: The 48 hours are over. You may be outside again: shade first, sunscreen always. • Tap \
          water: The 48 hours are over. You may wash with tap water and a mild cleanser."
        ]
    );
}

#[test]
fn a_session_is_booked_and_its_preparation_follows() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    let mut treatment = form("2026-03-27T15:10", Berlin);
    let id = story.enters(&treatment).unwrap();
    story.until("2026-04-10T10:30");
    assert_eq!(
        story.told(story.seen.len() - 1),
        [
            "Fri 10 Apr 10:00 Book your next session: Sessions are one to two months apart. Call your clinic for a date that suits \
          your skin."
        ]
    );

    story.until("2026-04-20T18:00");
    treatment.next_session = Some("2026-05-05T10:00".into());
    story.window.correct(&id, &treatment, story.now).unwrap();
    let before = story.seen.len();
    story.until("2026-05-05T12:00");
    assert_eq!(
        story.told(before).iter().map(|line| line.split(": ").next().unwrap()).collect::<Vec<_>>(),
        [
            // 14 days before; the reminder to book has fallen silent.
            "Tue 21 Apr 10:00 Morning care",
            // A check of weight rule without an answer comes once more.
            "Tue 21 Apr 11:00 Morning care",
            "Fri 24 Apr 10:00 When you may see a change",
            "Fri 24 Apr 20:00 Evening care",
            "Tue 28 Apr 10:00 Morning care",
            "Sun 03 May 10:00 Your next session is coming",
            "Sun 03 May 11:00 Your next session is coming",
            "Sun 03 May 18:00 Is your skin ready?",
            "Sun 03 May 19:00 Is your skin ready?",
            "Mon 04 May 18:00 Evening care",
            "Mon 04 May 19:00 Is your skin ready?",
        ]
    );
    assert!(story.ledger("book-next-session").iter().all(|row| !row.contains("2026-04-24")));
}

#[test]
fn a_session_booked_late_tells_at_once_what_has_begun() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    let mut treatment = form("2026-03-27T15:10", Berlin);
    let id = story.enters(&treatment).unwrap();
    story.until("2026-04-28T12:00");
    let before = story.seen.len();
    treatment.next_session = Some("2026-05-05T10:00".into());
    story.window.correct(&id, &treatment, story.now).unwrap();
    story.look();
    // The starts of 14 days before are no longer useful; those of 7 days before began two hours ago.
    assert_eq!(
        story.told(before),
        ["Tue 28 Apr 12:00 Aftercare: • Ask about ibuprofen and acne medicines • Pause retinoid creams"]
    );
}

#[test]
fn a_treatment_entered_late_in_the_evening_waits_for_the_end_of_the_quiet_hours() {
    let mut story = Story::begins("2026-06-05T21:40", Berlin);
    story.enters(&form("2026-06-05T19:10", Berlin)).unwrap();
    assert_eq!(story.told(0), Vec::<String>::new());
    // What was of use for twelve hours of the first day is over by then.
    story.until("2026-06-06T08:30");
    assert_eq!(
        story.told(0).iter().map(|line| line.split(": ").next().unwrap()).collect::<Vec<_>>(),
        ["Sat 06 Jun 07:30 No ibuprofen-type medicines", "Sat 06 Jun 08:00 Morning care"]
    );
}

#[test]
fn a_corrected_date_plans_anew_what_lies_ahead_and_repeats_nothing() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    let mut treatment = form("2026-06-05T15:10", Berlin);
    let id = story.enters(&treatment).unwrap();
    story.until("2026-06-05T17:00");
    let before = story.seen.len();
    treatment.ended = "2026-06-05T14:00".into();
    story.window.correct(&id, &treatment, story.now).unwrap();
    story.until("2026-06-05T19:59");
    assert_eq!(story.told(before), Vec::<String>::new(), "the starts were told an hour ago");
    story.until("2026-06-07T14:00");
    assert_eq!(story.seen.last().unwrap().at, story.now, "the 48 hours end by the corrected date");
    assert_eq!(story.window.form(&id).unwrap(), treatment);
}

#[test]
fn discreet_notices_say_nothing_of_the_treatment() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.window.agree(false, story.now).unwrap();
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-06T08:00");
    assert_eq!(
        story.told(0),
        [
            "Fri 05 Jun 16:10 Skin care reminder: Open Aftercare for the rest.",
            "Fri 05 Jun 20:00 Skin care reminder: Open Aftercare for the rest.",
            "Fri 05 Jun 21:00 Skin care reminder: Open Aftercare for the rest.",
            "Sat 06 Jun 08:00 Skin care reminder: Open Aftercare for the rest.",
        ]
    );
}

#[test]
fn what_ends_for_one_area_and_not_for_another_is_not_told_as_allowed() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-10T16:10");
    let mut neck = form("2026-06-10T15:10", Berlin);
    neck.areas = vec!["neck".into()];
    story.enters(&neck).unwrap();
    let told = |story: &mut Story, until: &str| {
        let before = story.seen.len();
        story.until(until);
        story.told(before).into_iter().filter(|line| line.contains("Ibuprofen")).collect::<Vec<_>>()
    };
    story.until("2026-06-19T15:00");
    assert_eq!(
        told(&mut story, "2026-06-19T15:30"),
        [
            "Fri 19 Jun 15:10 Aftercare: • Tanning beds: this rule has ended for one of your treatments, and not yet for another. \
          Open Aftercare to see which. • Put on sunscreen: this rule has ended for one of your treatments, and not yet for another. \
          Open Aftercare to see which. • Ibuprofen and its kind: this rule has ended for one of your treatments, and not yet for \
          another. Open Aftercare to see which."
        ]
    );
    story.until("2026-06-24T15:00");
    let last = told(&mut story, "2026-06-24T15:30");
    assert!(last[0].contains("You may take these medicines again"), "{last:?}");
}
