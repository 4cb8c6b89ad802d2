//! May I …? in the window: nobody treated yet, one treatment, two at once, and long after.

use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use companion::contract::{May, Question, Verdict};

/// Treated on Friday at 15:10; it is an hour later.
fn friday() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story
}

fn ask(story: &Story, asked: &str) -> May {
    story.window.may(asked, story.now, Berlin).unwrap()
}

#[test]
fn before_a_treatment_is_entered_there_is_nothing_to_count_from() {
    let story = Story::begins("2026-06-05T16:10", Berlin);
    let refused = |asked: &str| {
        let problem = story.window.may(asked, story.now, Berlin).unwrap_err();
        (problem.code, problem.field)
    };
    assert_eq!(refused("ibuprofen"), ("no-procedure".into(), None));
    assert_eq!(refused(" \n"), ("ask-empty".into(), Some("asked".into())));
    assert_eq!(refused(&"é".repeat(100_001)), ("ask-too-long".into(), Some("asked".into())));
    assert_eq!(refused(&"é".repeat(100_000)), ("no-procedure".into(), None));
    // The names are there all the same.
    assert_eq!(story.window.suggest("nurofen p"), ["Nurofen Plus"]);
}

/// The whole answer as it goes to the window.
#[test]
fn a_brand_is_answered_with_its_moment_its_reason_and_its_source() {
    let mut story = friday();
    let reply = story.window.ask(Question::May { asked: "Nurofen".into() }, story.now, Berlin).unwrap();
    assert_eq!(
        reply,
        serde_json::json!({
            "now": "2026-06-05T14:10:00.000Z",
            "zone": "Europe/Berlin",
            "asked": "Nurofen",
            "verdict": "not_before",
            "until": "2026-06-19T13:10:00Z",
            "parts": [{
                "asked": "Nurofen",
                "verdict": "not_before",
                "until": "2026-06-19T13:10:00Z",
                "matches": [{
                    "name": "ibuprofen",
                    "kind": "medicine",
                    "verdict": "not_before",
                    "never_stop": false,
                    "until": "2026-06-19T13:10:00Z",
                    "from": null,
                    "before_session": false,
                    "text": "This is an anti-inflammatory pain medicine. Your plan says to skip it for two weeks. If a \
                             doctor told you to take it, do not stop. Call your clinic.",
                    "why": "Your skin builds collagen by healing a small wound. These medicines slow that down.",
                    "source": ["004", "practice"],
                    "areas": ["face"],
                }],
                "did_you_mean": [],
            }],
            "draft": true,
        })
    );
    let names = story.window.ask(Question::Suggest { typed: "nurof".into() }, story.now, Berlin).unwrap();
    assert_eq!(names, serde_json::json!(["Nurofen", "Nurofen Plus", "Nurofen Cold & Flu"]));
}

#[test]
fn it_is_released_at_the_moment_that_was_told() {
    let mut story = friday();
    story.until("2026-06-19T15:09");
    assert_eq!(ask(&story, "Nurofen").verdict, Verdict::NotBefore);
    story.until("2026-06-19T15:10");
    let reply = ask(&story, "Nurofen");
    assert_eq!((reply.verdict, reply.until), (Verdict::Yes, None));
    assert_eq!(
        reply.parts[0].matches[0].text,
        "The two weeks are over. You may take these medicines again as the label says."
    );
}

/// The face on Friday, the hands a week later: what the face may again, the hands may not yet.
#[test]
fn of_two_treatments_the_stricter_answers_and_says_which_it_is() {
    let mut story = friday();
    story.until("2026-06-12T16:10");
    let mut hands = form("2026-06-12T15:10", Berlin);
    hands.areas = vec!["hands".into()];
    story.enters(&hands).unwrap();
    let told = |asked: &str| -> Vec<(Option<String>, Vec<String>)> {
        let matches = ask(&story, asked).parts.remove(0).matches;
        matches.into_iter().map(|one| (one.until, one.areas)).collect()
    };
    let at = |until: &str, area: &str| (Some(until.to_owned()), vec![area.to_owned()]);
    assert_eq!(told("Nurofen"), [at("2026-06-26T13:10:00Z", "hands"), at("2026-06-19T13:10:00Z", "face")]);
    assert_eq!(told("sauna"), [at("2026-06-17T13:10:00Z", "hands")]);
    assert_eq!(told("warfarin"), [(None, vec!["face".to_owned(), "hands".to_owned()])]);
}

/// Years later no plan speaks any more; the newest treatment still answers.
#[test]
fn long_after_nothing_is_forbidden_and_the_clinic_is_still_asked() {
    let mut story = friday();
    story.until("2027-06-05T16:10");
    assert_eq!(ask(&story, "Nurofen").verdict, Verdict::Yes);
    assert_eq!(ask(&story, "warfarin").verdict, Verdict::Ask);
    assert_eq!(ask(&story, "something else").verdict, Verdict::Unknown);
}
