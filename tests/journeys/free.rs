//! The days that she wants for herself, and the rules that would break them.

use super::sessions::{ask, book, code, course, pick, suppose, treated};
use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use companion::Problem;
use serde_json::{Value, json};

fn free(from: &str, until: Option<&str>, name: &str, doing: &[&str]) -> Value {
    json!({ "from": from, "until": until, "name": name, "doing": doing })
}

fn keep_free(story: &mut Story, form: &Value) -> Result<Value, Problem> {
    ask(story, json!({ "ask": "keep_free", "form": form }))
}

/// What stands against the days to be kept free: name, what, the thing, from, until.
fn clashes(free: &Value) -> Vec<Value> {
    let days = free.as_array().unwrap();
    let clash = |day: &Value, one: &Value| {
        let line = &one["line"];
        json!([day["name"], one["what"], line["short"], line["from"], line["until"]])
    };
    days.iter()
        .flat_map(|day| day["clashes"].as_array().unwrap().iter().map(move |one| clash(day, one)))
        .collect()
}

#[test]
fn days_are_kept_free_corrected_deleted_and_brought_back() {
    let mut story = treated("2026-03-27T15:10");
    let kept = keep_free(&mut story, &free("2026-05-30", None, "  Anna's wedding ", &["make-up", "alcohol"]))
        .unwrap();
    keep_free(&mut story, &free("2026-05-09", Some("2026-05-16"), "Beach", &[])).unwrap();
    let said = |reply: &Value| -> Vec<Value> {
        let days = reply["free"].as_array().unwrap().iter();
        days.map(|one| pick(one, &["id", "from", "until", "name", "doing"])).collect()
    };
    let wedding = json!([1, "2026-05-30", "2026-05-30", "Anna's wedding", ["make-up", "alcohol"]]);
    let beach = json!([2, "2026-05-09", "2026-05-16", "Beach", []]);
    assert_eq!(said(&kept), std::slice::from_ref(&wedding));
    assert_eq!(said(&course(&mut story)), [beach.clone(), wedding.clone()]);

    let moved = free("2026-05-31", Some("2026-05-31"), "Wedding", &["sport"]);
    let corrected = ask(&mut story, json!({ "ask": "correct_free", "id": 1, "form": moved })).unwrap();
    let wedding = json!([1, "2026-05-31", "2026-05-31", "Wedding", ["sport"]]);
    assert_eq!(said(&corrected), [beach.clone(), wedding.clone()]);

    let deleted = ask(&mut story, json!({ "ask": "delete_free", "id": 2 })).unwrap();
    assert_eq!(said(&deleted), std::slice::from_ref(&wedding));
    for wrong in
        [json!({ "ask": "delete_free", "id": 2 }), json!({ "ask": "correct_free", "id": 2, "form": moved })]
    {
        assert_eq!(ask(&mut story, wrong).unwrap_err().code, "not-found");
    }
    let restored = ask(&mut story, json!({ "ask": "restore_free", "id": 2 })).unwrap();
    assert_eq!(said(&restored), [beach.clone(), wedding.clone()]);
    assert_eq!(ask(&mut story, json!({ "ask": "restore_free", "id": 2 })).unwrap_err().code, "not-found");

    // More than an hour later the next deletion takes it away for good.
    ask(&mut story, json!({ "ask": "delete_free", "id": 2 })).unwrap();
    story.until("2026-03-27T17:30");
    ask(&mut story, json!({ "ask": "delete_free", "id": 1 })).unwrap();
    assert_eq!(ask(&mut story, json!({ "ask": "restore_free", "id": 2 })).unwrap_err().code, "not-found");
    assert_eq!(said(&ask(&mut story, json!({ "ask": "restore_free", "id": 1 })).unwrap()), [wedding]);

    // A day that is over is told no more.
    story.until("2026-06-01T00:00");
    assert_eq!(course(&mut story)["free"], json!([]));
}

#[test]
fn what_cannot_be_kept_free_is_refused_with_words() {
    let mut story = treated("2026-03-27T15:10");
    let long = "x".repeat(81);
    for (form, expected, field) in [
        (free("", None, "Beach", &[]), "free-not-a-day", "from"),
        (free("2026-02-30", None, "Beach", &[]), "free-not-a-day", "from"),
        (free("2026-5-1", None, "Beach", &[]), "free-not-a-day", "from"),
        (free("2026-05-01", Some(""), "Beach", &[]), "free-not-a-day", "until"),
        (free("2026-05-02", Some("2026-05-01"), "Beach", &[]), "free-order", "until"),
        (free("2026-03-26", None, "Beach", &[]), "free-in-past", "from"),
        (free("2026-03-20", Some("2026-03-26"), "Beach", &[]), "free-in-past", "until"),
        (free("2028-03-28", None, "Beach", &[]), "free-too-far", "from"),
        (free("2026-05-01", Some("2026-08-01"), "Beach", &[]), "free-too-long", "until"),
        (free("2026-05-01", None, " \t ", &[]), "free-name-missing", "name"),
        (free("2026-05-01", None, &long, &[]), "free-name-too-long", "name"),
        (free("2026-05-01", None, "Be\u{202e}ach", &[]), "contact-hidden-signs", "name"),
        (free("2026-05-01", None, "Be\nach", &[]), "contact-hidden-signs", "name"),
        (free("2026-05-01", None, "Beach", &["flying"]), "not-found", "doing"),
    ] {
        let wrong = (expected.to_owned(), Some(field.to_owned()));
        assert_eq!(code(keep_free(&mut story, &form).unwrap_err()), wrong, "{form}");
        let correct = json!({ "ask": "correct_free", "id": 1, "form": form });
        assert_eq!(code(ask(&mut story, correct).unwrap_err()), wrong, "{form}");
    }
    // What has begun and is not over can be kept free, and a name in any script.
    keep_free(&mut story, &free("2026-03-20", Some("2026-03-27"), "חתונה 🎉", &[])).unwrap();
    assert_eq!(course(&mut story)["free"][0]["name"], "חתונה 🎉");
}

#[test]
fn each_day_kept_free_says_which_rule_a_session_would_break() {
    let mut story = treated("2026-03-27T15:10");
    story.until("2026-04-20T18:00");
    keep_free(&mut story, &free("2026-05-02", None, "A day at the lake", &["sun"])).unwrap();
    keep_free(&mut story, &free("2026-05-06", None, "Anna's wedding", &["make-up", "alcohol"])).unwrap();
    keep_free(&mut story, &free("2026-05-13", Some("2026-05-20"), "Beach", &[])).unwrap();

    // Before the fifth of May no tan; after it neither make-up nor a glass of wine, nor the beach.
    let supposed = suppose(&mut story, "2026-05-05T10:00").unwrap();
    let usual =
        |thing: &str, until: &str| json!(["Anna's wedding", "usual", thing, "2026-05-05T08:00:00Z", until]);
    assert_eq!(
        clashes(&supposed["free"]),
        [
            json!([
                "A day at the lake",
                "before",
                "Sun and tan",
                "2026-04-21T08:00:00Z",
                "2026-05-05T08:00:00Z"
            ]),
            json!(["Anna's wedding", "after", "Make-up", "2026-05-05T08:00:00Z", "2026-05-06T08:00:00Z"]),
            json!(["Anna's wedding", "after", "Alcohol", "2026-05-05T08:00:00Z", "2026-05-07T08:00:00Z"]),
            usual("A little sore", "2026-05-06T08:00:00Z"),
            usual("Redness", "2026-05-08T08:00:00Z"),
            usual("Tender to touch", "2026-05-08T08:00:00Z"),
        ]
    );
    // On the twelfth the wedding is over, and the beach begins the day after.
    let supposed = suppose(&mut story, "2026-05-12T10:00").unwrap();
    let things: Vec<Value> =
        clashes(&supposed["free"]).iter().map(|one| json!([one[0], one[1], one[2]])).collect();
    assert_eq!(
        things,
        [
            json!(["A day at the lake", "before", "Sun and tan"]),
            json!(["Beach", "after", "Sun"]),
            json!(["Beach", "after", "Sunbathing"]),
            json!(["Beach", "usual", "A little sore"]),
            json!(["Beach", "usual", "Redness"]),
            json!(["Beach", "usual", "Tender to touch"]),
            json!(["Beach", "usual", "Dry and flaky"]),
        ]
    );
    assert_eq!(supposed["free"][0]["clashes"][0]["line"]["source"], json!(["001", "practice"]));
    // In the middle of the beach, it is the session itself.
    let supposed = suppose(&mut story, "2026-05-14T10:00").unwrap();
    assert_eq!(clashes(&supposed["free"])[1], json!(["Beach", "session", null, null, null]));

    // Nothing is booked by that, so that nothing stands against any of them. Booked, it stands with the days themselves.
    let reply = course(&mut story);
    assert_eq!(clashes(&reply["free"]), [Value::Null; 0]);
    assert_eq!(
        reply["courses"][0]["next"]["open"],
        json!([]),
        "a week after a session something is seen, and two weeks before one there is no sun"
    );
    ask(&mut story, json!({ "ask": "delete_free", "id": 1 })).unwrap();
    let reply = course(&mut story);
    assert_eq!(reply["courses"][0]["next"]["open"], json!([["2026-04-27", "2026-04-28"]]));
    let booked = book(&mut story, "2026-05-05T10:00").unwrap();
    let against = &booked["free"][0]["clashes"][0];
    assert_eq!((&against["course"], &against["line"]["short"]), (&json!("p1"), &json!("Make-up")));
}

#[test]
fn what_was_done_already_stands_against_the_days_that_are_near() {
    let mut story = treated("2026-06-05T15:10");
    let mut neck = form("2026-06-05T15:10", Berlin);
    neck.areas = vec!["neck".into()];
    neck.ended = "2026-06-05T16:00".into();
    story.enters(&neck).unwrap();
    // A swim in three days: both areas forbid it, the later end counts, and it is told once.
    let reply = keep_free(&mut story, &free("2026-06-09", None, "Pool with the children", &[])).unwrap();
    let found = clashes(&reply["free"]);
    assert_eq!(
        found,
        [
            json!([
                "Pool with the children",
                "after",
                "Swimming",
                "2026-06-05T14:00:00Z",
                "2026-06-10T14:00:00Z"
            ]),
            json!([
                "Pool with the children",
                "usual",
                "Dry and flaky",
                "2026-06-07T14:00:00Z",
                "2026-06-12T14:00:00Z"
            ]),
        ]
    );
    assert_eq!(reply["free"][0]["clashes"][0]["course"], Value::Null);
}

#[test]
fn without_a_treatment_there_is_no_course_and_days_can_be_kept_free_all_the_same() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    assert_eq!(course(&mut story)["courses"], json!([]));
    let reply = keep_free(&mut story, &free("2026-05-09", None, "Beach", &["sun"])).unwrap();
    assert_eq!(clashes(&reply["free"]), [Value::Null; 0]);
}
