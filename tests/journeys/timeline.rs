//! The picture of the plans, as the window asks for it.

use super::story::{Story, at, form};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use companion::contract::Question;
use plan::local;
use serde_json::Value;

/// The answer to the window's question.
fn timeline(story: &mut Story) -> Value {
    story.window.ask(Question::Timeline {}, story.now, story.zone).unwrap()
}

/// An instant of the answer as the clock on the wall says it.
fn wall(instant: &Value) -> String {
    let instant: DateTime<Utc> = instant.as_str().unwrap().parse().unwrap();
    local::wall(instant, Berlin).format("%a %d %b %H:%M").to_string()
}

/// One plan as a patient would read it: a line for each bar.
fn read(plan: &Value) -> String {
    let next = match &plan["next_session"] {
        Value::Null => format!("next {}", plan["next_between"]),
        booked => format!("next {}", wall(booked)),
    };
    let session = format!("session {} of {}", plan["session"], plan["sessions"]);
    let head = format!("{} {} {}, {session}, {next}", plan["id"], wall(&plan["ended"]), plan["areas"]);
    let bars = plan["bars"].as_array().unwrap().iter().map(|bar| {
        let line = &bar["line"];
        let text = |field: &str| line[field].as_str().unwrap().to_owned();
        let weight = if line["rule"].as_bool().unwrap() { "rule" } else { "advice" };
        let prepares = if bar["prepares"].as_bool().unwrap() { ", before the session" } else { "" };
        let reminders = bar["reminders"].as_array().unwrap();
        let told = match reminders.first() {
            Some(first) => format!(", {} reminders from {}", reminders.len(), wall(first)),
            None => String::new(),
        };
        format!(
            "  {} to {}: {} ({} {weight}{prepares}{told})",
            wall(&line["from"]),
            wall(&line["until"]),
            text("title"),
            text("kind"),
        )
    });
    std::iter::once(head).chain(bars).collect::<Vec<_>>().join("\n")
}

fn read_all(answer: &Value) -> String {
    answer["procedures"].as_array().unwrap().iter().map(read).collect::<Vec<_>>().join("\n\n")
}

/// The first was of the neck with plasma, on skin that stains easily, and its next session is booked; the second is of the face,
/// three weeks later, in the week in which the clocks go forward.
#[test]
fn two_treatments_are_two_pictures_the_newest_first() {
    let mut story = Story::begins("2026-03-06T12:00", Berlin);
    let mut neck = form("2026-03-06T11:00", Berlin);
    neck.areas = vec!["neck".into(), "decolletage".into()];
    neck.device = "roller".into();
    neck.depth_mm = None;
    (neck.prp, neck.pih_prone, neck.antibiotic) = (true, true, true);
    neck.session = 1;
    neck.next_session = Some("2026-05-05T10:00".into());
    story.enters(&neck).unwrap();
    story.until("2026-03-27T16:00");
    story.enters(&form("2026-03-27T15:10", Berlin)).unwrap();

    let answer = timeline(&mut story);
    assert_eq!(answer["now"], "2026-03-27T15:00:00.000Z");
    assert_eq!(answer["zone"], "Europe/Berlin");
    insta::assert_snapshot!(read_all(&answer));

    let sport = answer["procedures"][0]["bars"]
        .as_array()
        .unwrap()
        .iter()
        .find(|bar| bar["line"]["id"] == "sport")
        .unwrap();
    assert_eq!(
        *sport,
        serde_json::json!({
            "line": {
                "id": "sport",
                "kind": "avoid",
                "rule": false,
                "title": "No hard sport",
                "short": "Hard sport",
                "text": "No sport that makes you sweat for 3 days. A calm walk is fine.",
                "why": null,
                "release": "You may do sport again.",
                "source": ["practice"],
                "from": "2026-03-27T14:10:00Z",
                "until": "2026-03-30T14:10:00Z",
            },
            "prepares": false,
            "reminders": ["2026-03-30T14:10:00Z"],
        })
    );
}

/// A date that is cancelled takes its preparation out of the picture, and what has to be booked comes back.
#[test]
fn a_booked_session_brings_its_preparation_into_the_picture() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    let mut treatment = form("2026-06-05T15:10", Berlin);
    let id = story.enters(&treatment).unwrap();
    let names = |answer: &Value, prepares: bool| -> Vec<String> {
        let bars = answer["procedures"][0]["bars"].as_array().unwrap();
        let wanted = bars.iter().filter(|bar| bar["prepares"] == prepares);
        wanted.map(|bar| bar["line"]["id"].as_str().unwrap().to_owned()).collect()
    };
    let unbooked = timeline(&mut story);
    assert_eq!(names(&unbooked, true), Vec::<String>::new());
    assert!(names(&unbooked, false).contains(&"book-next-session".to_owned()));
    assert_eq!(unbooked["procedures"][0]["next_between"], serde_json::json!(["2026-07-05", "2026-08-05"]));

    treatment.next_session = Some("2026-07-14T10:00".into());
    story.window.correct(&id, &treatment, story.now).unwrap();
    let booked = timeline(&mut story);
    assert_eq!(
        names(&booked, true),
        [
            "before-medicine-list",
            "appointment",
            "before-sun",
            "before-anti-inflammatories",
            "before-retinoids",
            "before-ready"
        ]
    );
    assert!(!names(&booked, false).contains(&"book-next-session".to_owned()));
    assert_eq!(booked["procedures"][0]["next_session"], "2026-07-14T08:00:00Z");

    treatment.next_session = None;
    story.window.correct(&id, &treatment, story.now).unwrap();
    assert_eq!(timeline(&mut story), unbooked);
}

/// What has nothing more to say goes; the newest stays, so that the patient finds what was.
#[test]
fn the_newest_picture_stays_after_its_end() {
    let mut story = Story::begins("2026-01-06T12:00", Berlin);
    assert_eq!(timeline(&mut story)["procedures"], serde_json::json!([]));
    for ended in ["2026-01-05T11:00", "2026-01-06T11:00"] {
        let mut last = form(ended, Berlin);
        last.session = 4;
        story.window.enter(&last, story.now).unwrap();
    }
    let ids = |answer: &Value| -> Vec<String> {
        let plans = answer["procedures"].as_array().unwrap();
        plans.iter().map(|plan| plan["id"].as_str().unwrap().to_owned()).collect()
    };
    let early = timeline(&mut story);
    assert_eq!(ids(&early), ["p2", "p1"]);
    let bars = early["procedures"][1]["bars"].as_array().unwrap();
    let soothe = bars.iter().find(|bar| bar["line"]["id"] == "soothe").unwrap();
    assert_eq!(
        wall(&soothe["reminders"][0]),
        "Tue 06 Jan 20:00",
        "nothing was to be told before it was entered"
    );

    story.now = at("2026-12-01T12:00", Berlin);
    let late = timeline(&mut story);
    assert_eq!(ids(&late), ["p2"]);
    assert_eq!(late["procedures"][0]["next_between"], Value::Null);
}
