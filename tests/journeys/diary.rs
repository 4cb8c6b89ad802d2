//! She keeps a diary: one minute a day, several times a day, the day before too. It keeps what she says, and judges nothing.

use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use companion::contract::Question;
use companion::{Companion, Problem};
use serde_json::{Value, json};

fn ask(story: &mut Story, question: Value) -> Result<Value, Problem> {
    let question: Question = serde_json::from_value(question).unwrap();
    story.window.ask(question, story.now, story.zone)
}

fn diary(story: &mut Story) -> Value {
    ask(story, json!({ "ask": "diary" })).unwrap()
}

fn keep(story: &mut Story, form: &Value) -> Result<Value, Problem> {
    ask(story, json!({ "ask": "check_in", "form": form }))
}

/// A check of the first treatment, with one thing other than nothing.
fn check(field: &str, value: Value) -> Value {
    let mut form = json!({ "procedure": "p1", "at": null, "ratings": {}, "signs": [], "note": "" });
    form[field] = value;
    form
}

/// The first evening.
fn evening() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-05T20:00");
    story
}

/// What a check says, without its number.
fn said(reply: &Value) -> Vec<Value> {
    let checks = reply["checks"].as_array().unwrap();
    checks
        .iter()
        .map(|one| json!([one["at"], one["hours"], one["ratings"], one["signs"], one["note"]]))
        .collect()
}

/// What is wrong with a form: code and field.
fn refused(story: &mut Story, form: &Value) -> (String, Option<String>) {
    let problem = keep(story, form).unwrap_err();
    (problem.code, problem.field)
}

#[test]
fn what_she_is_asked_and_what_is_usual_stand_there_before_the_first_check() {
    let mut story = evening();
    let reply = diary(&mut story);
    let asked: Vec<&str> =
        reply["symptoms"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(asked, ["redness", "soreness", "tenderness", "bruising", "swelling", "flaking"]);
    assert_eq!(reply["symptoms"][0]["question"], "How red is your skin?");
    assert_eq!(
        reply["symptoms"][0]["typical"],
        json!([[0.0, 7.0], [6.0, 7.0], [24.0, 5.0], [48.0, 3.0], [72.0, 1.0], [168.0, 0.0]])
    );
    // 72 hours, and seven days by the calendar.
    let until = &reply["procedures"][0]["usual_until"];
    assert_eq!(
        (&until["redness"], &until["flaking"]),
        (&json!("2026-06-08T13:10:00Z"), &json!("2026-06-12T13:10:00Z"))
    );
    assert_eq!(reply["checks"], json!([]));
}

#[test]
fn several_checks_a_day_stand_newest_first_and_the_next_window_knows_them() {
    let mut story = evening();
    let first = json!({
        "procedure": "p1",
        "at": null,
        "ratings": { "redness": 6, "soreness": 0 },
        "signs": ["spreading-red", "fever"],
        "note": "  Warm.\r\nA little tight. 🌿 ",
    });
    keep(&mut story, &first).unwrap();
    story.until("2026-06-06T08:00");
    keep(&mut story, &check("ratings", json!({ "redness": 5 }))).unwrap();
    // Yesterday at six, which she had forgotten.
    let mut earlier = check("note", json!("Like a sunburn."));
    earlier["at"] = json!("2026-06-05T18:00");
    let reply = keep(&mut story, &earlier).unwrap();

    let expected = [
        json!(["2026-06-06T06:00:00Z", 16.8, { "redness": 5 }, [], ""]),
        // The signs stand as the protocol has them.
        json!(["2026-06-05T18:00:00Z", 4.8, { "redness": 6, "soreness": 0 }, ["spreading-red", "fever"], "Warm.\nA little tight. 🌿"]),
        json!(["2026-06-05T16:00:00Z", 2.8, {}, [], "Like a sunburn."]),
    ];
    assert_eq!(said(&reply), expected);
    story.window = Companion::open(story.folder()).unwrap();
    assert_eq!(said(&diary(&mut story)), expected);
}

#[test]
fn a_check_is_corrected_deleted_and_brought_back() {
    let mut story = evening();
    let kept = keep(&mut story, &check("signs", json!(["fever"]))).unwrap();
    let id = kept["checks"][0]["id"].clone();

    let better = json!({ "procedure": "p1", "at": "2026-06-05T19:30", "ratings": { "swelling": 3 }, "signs": [], "note": "No fever." });
    let corrected = ask(&mut story, json!({ "ask": "correct_check", "id": id, "form": better })).unwrap();
    assert_eq!(said(&corrected), [json!(["2026-06-05T17:30:00Z", 4.3, { "swelling": 3 }, [], "No fever."])]);
    assert_eq!(corrected["checks"][0]["id"], id);
    // Only what she changes changes: the time that is not typed stays, also when that is long ago.
    story.until("2026-06-06T09:00");
    let same =
        json!({ "procedure": "p1", "at": null, "ratings": { "swelling": 2 }, "signs": [], "note": "" });
    let kept = ask(&mut story, json!({ "ask": "correct_check", "id": id, "form": same })).unwrap();
    assert_eq!(said(&kept), [json!(["2026-06-05T17:30:00Z", 4.3, { "swelling": 2 }, [], ""])]);
    let corrected = ask(&mut story, json!({ "ask": "correct_check", "id": id, "form": better })).unwrap();

    let deleted = ask(&mut story, json!({ "ask": "delete_check", "id": id })).unwrap();
    assert_eq!(deleted["checks"], json!([]));
    // What is deleted cannot be corrected, and not be deleted once more.
    for question in [
        json!({ "ask": "correct_check", "id": id, "form": better }),
        json!({ "ask": "delete_check", "id": id }),
    ] {
        assert_eq!(ask(&mut story, question).unwrap_err().code, "not-found");
    }
    let restored = ask(&mut story, json!({ "ask": "restore_check", "id": id })).unwrap();
    assert_eq!(restored["checks"], corrected["checks"]);
    assert_eq!(ask(&mut story, json!({ "ask": "restore_check", "id": id })).unwrap_err().code, "not-found");
}

#[test]
fn what_was_deleted_some_time_ago_is_gone_for_good() {
    let mut story = evening();
    for note in ["the first", "the second"] {
        keep(&mut story, &check("note", json!(note))).unwrap();
    }
    let [second, first] = [0, 1].map(|place| diary(&mut story)["checks"][place]["id"].clone());
    ask(&mut story, json!({ "ask": "delete_check", "id": first })).unwrap();
    story.until("2026-06-05T22:00");
    keep(&mut story, &check("note", json!("the third"))).unwrap();
    assert_eq!(
        ask(&mut story, json!({ "ask": "restore_check", "id": first })).unwrap_err().code,
        "not-found"
    );

    ask(&mut story, json!({ "ask": "delete_check", "id": second })).unwrap();
    let reply = ask(&mut story, json!({ "ask": "restore_check", "id": second })).unwrap();
    assert_eq!(reply["checks"][1]["note"], "the second");
    story.until("2026-06-05T22:10");
    ask(&mut story, json!({ "ask": "delete_check", "id": second })).unwrap();
    story.until("2026-06-06T08:00");
    let third = reply["checks"][0]["id"].clone();
    ask(&mut story, json!({ "ask": "delete_check", "id": third })).unwrap();
    assert_eq!(
        ask(&mut story, json!({ "ask": "restore_check", "id": second })).unwrap_err().code,
        "not-found"
    );
    ask(&mut story, json!({ "ask": "restore_check", "id": third })).unwrap();
}

#[test]
fn what_cannot_be_is_refused_with_its_field_and_nothing_is_kept() {
    let mut story = evening();
    let code = |code: &str, field: Option<&str>| (code.to_owned(), field.map(str::to_owned));
    let mut nobody = check("note", json!("text"));
    nobody["procedure"] = json!("p2");
    assert_eq!(refused(&mut story, &nobody), code("not-found", Some("procedure")));
    for (typed, wrong) in [
        ("yesterday", "check-not-a-time"),
        ("2026-06-05T20:01", "check-in-future"),
        ("9999-12-31T23:59", "check-in-future"),
        ("2026-06-05T15:09", "check-before-treatment"),
    ] {
        let mut form = check("note", json!("text"));
        form["at"] = json!(typed);
        assert_eq!(refused(&mut story, &form), code(wrong, Some("at")), "{typed}");
    }
    for ratings in
        [json!({ "redness": 11 }), json!({ "redness": 4_000_000_000u32 }), json!({ "happiness": 3 })]
    {
        assert_eq!(refused(&mut story, &check("ratings", ratings)), code("check-rating", Some("ratings")));
    }
    assert_eq!(refused(&mut story, &check("signs", json!(["doom"]))), code("not-found", Some("signs")));
    for nothing in ["", " \r\n\t "] {
        assert_eq!(refused(&mut story, &check("note", json!(nothing))), code("check-empty", None));
    }
    let book = "ä".repeat(100_000);
    assert_eq!(refused(&mut story, &check("note", json!(book))), code("check-note-too-long", Some("note")));
    assert_eq!(diary(&mut story)["checks"], json!([]));

    // The longest note, with all that a keyboard has, comes back as it was typed.
    let note = format!("\u{202E}=1+1{}", "é👩‍⚕️\n'\"<b>".repeat(400));
    let reply = keep(&mut story, &check("note", json!(note))).unwrap();
    assert_eq!(reply["checks"][0]["note"], json!(note));
}

/// The board says which of the things to do are done in the diary, as the protocol has it; the rest of the evening is not.
#[test]
fn the_evening_check_is_done_in_the_diary() {
    let mut story = evening();
    let board = ask(&mut story, json!({ "ask": "today" })).unwrap();
    let todos = board["procedures"][0]["do_now"].as_array().unwrap();
    let mut opens: Vec<(&str, &Value)> =
        todos.iter().map(|todo| (todo["line"]["id"].as_str().unwrap(), &todo["opens"])).collect();
    opens.sort_by_key(|(id, _)| *id);
    let diary = json!("diary");
    assert_eq!(
        opens,
        [
            ("bottled-water", &Value::Null),
            ("evening-check", &diary),
            ("photo", &Value::Null),
            ("soothe", &Value::Null)
        ]
    );
}

#[test]
fn each_treatment_has_its_own_checks_and_a_forgotten_one_takes_them_along() {
    let mut story = evening();
    keep(&mut story, &check("ratings", json!({ "redness": 6 }))).unwrap();
    story.until("2026-06-06T12:00");
    story.enters(&form("2026-06-06T11:00", Berlin)).unwrap();
    let mut second = check("ratings", json!({ "redness": 7 }));
    second["procedure"] = json!("p2");
    let reply = keep(&mut story, &second).unwrap();
    let of: Vec<(&Value, &Value)> =
        reply["checks"].as_array().unwrap().iter().map(|one| (&one["procedure"], &one["hours"])).collect();
    assert_eq!(of, [(&json!("p2"), &json!(1.0)), (&json!("p1"), &json!(4.8))]);
    let order: Vec<&Value> = reply["procedures"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(order, [&json!("p2"), &json!("p1")]);

    ask(&mut story, json!({ "ask": "forget", "id": "p2" })).unwrap();
    assert_eq!(said(&diary(&mut story)).len(), 1);
    assert_eq!(refused(&mut story, &second).0, "not-found");
}
