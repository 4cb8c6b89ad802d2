//! Something looks wrong, and she calls: the clinic's contact, the emergency number, and what to say.

use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use companion::contract::{ContactForm, Question};
use companion::{Companion, Problem, answer_without_store};
use serde_json::{Value, json};

const KNOWN: &str =
    "AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IT LT LU LV MT NL NZ PL PT RO SE SI SK US";

fn ask(story: &mut Story, question: Value) -> Result<Value, Problem> {
    let question: Question = serde_json::from_value(question).unwrap();
    story.window.ask(question, story.now, story.zone)
}

fn warnings(story: &mut Story) -> Value {
    ask(story, json!({ "ask": "warnings" })).unwrap()
}

/// The window is closed and opened again.
fn reopen(story: &mut Story) {
    story.window = Companion::open(story.folder()).unwrap();
}

fn clinic() -> Value {
    json!({
        "name": "Dr. Example, Dermatology",
        "phone": "+49 (0)30 555 01-42 ext. 7",
        "hours": "Mon to Thu 8:00 to 18:00\nFri 8:00 to 13:00",
        "out_of_hours": "Call 116 117",
    })
}

fn with(field: &str, text: &str) -> Value {
    let mut contact = clinic();
    contact[field] = json!(text);
    contact
}

#[test]
fn what_she_writes_down_of_the_clinic_is_there_when_she_needs_it() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    let nothing = json!({ "name": "", "phone": "", "hours": "", "out_of_hours": "" });
    assert_eq!(warnings(&mut story)["contact"], nothing);

    let mut typed = clinic();
    typed["name"] = json!("  Dr. Example, Dermatology ");
    typed["hours"] = json!("Mon to Thu 8:00 to 18:00\r\nFri 8:00 to 13:00\n");
    let reply = ask(&mut story, json!({ "ask": "contact", "form": typed })).unwrap();
    assert_eq!(reply["contact"], clinic());
    reopen(&mut story);
    assert_eq!(warnings(&mut story), reply);

    // Another clinic, of which she has the number alone.
    let other = json!({ "name": "", "phone": "030/5550142", "hours": "", "out_of_hours": "" });
    ask(&mut story, json!({ "ask": "contact", "form": other })).unwrap();
    reopen(&mut story);
    assert_eq!(warnings(&mut story)["contact"], other);
}

/// Before she has agreed to anything there is a number to write down.
#[test]
fn the_contact_needs_no_consent() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Companion::open(folder.path()).unwrap();
    let contact: ContactForm = serde_json::from_value(clinic()).unwrap();
    window.set_contact(&contact).unwrap();
    let now = super::story::at("2026-06-05T16:10", Berlin);
    assert_eq!(window.warnings(now, Berlin).contact, Some(contact));
    assert!(!window.start(now, Berlin).unwrap().agreed);
}

#[test]
fn numbers_are_kept_as_people_write_them() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    for phone in [
        "112",
        "+1 (415) 555-0142",
        "030/5550142",
        "020 7946 0991 x12",
        "0800\u{a0}555\u{2011}0142",
        "01.42.68.53.00, poste 4",
        "٠٣٠ ٥٥٥ ٠١٤٢",
        "*116117#",
    ] {
        let reply = ask(&mut story, json!({ "ask": "contact", "form": with("phone", phone) })).unwrap();
        assert_eq!(reply["contact"]["phone"], phone);
    }
}

#[test]
fn what_is_no_number_or_hides_something_is_refused_at_its_field() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    ask(&mut story, json!({ "ask": "contact", "form": clinic() })).unwrap();
    let long = "Ä".repeat(81);
    let longer = "x".repeat(301);
    let cases = [
        ("phone", "see the card", "phone-not-a-number"),
        ("phone", "Tel. 030 555 0142", "phone-not-a-number"),
        ("phone", "12", "phone-not-a-number"),
        ("phone", "030 555 <0142>", "phone-not-a-number"),
        ("phone", "030 555 0142\n030 555 0143", "contact-hidden-signs"),
        ("phone", "\u{202D}030 555 0142", "contact-hidden-signs"),
        ("name", "Dr. \u{202E}elpmaxE", "contact-hidden-signs"),
        ("hours", "8:00\u{7}", "contact-hidden-signs"),
        ("out_of_hours", "Call \u{2067}116 117", "contact-hidden-signs"),
        ("name", &long, "contact-too-long"),
        ("phone", &"1".repeat(41), "contact-too-long"),
        ("hours", &longer, "contact-too-long"),
        ("out_of_hours", &longer, "contact-too-long"),
    ];
    for (field, typed, code) in cases {
        let refused = ask(&mut story, json!({ "ask": "contact", "form": with(field, typed) })).unwrap_err();
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), (code, Some(field)), "{typed:?}");
        assert_eq!(warnings(&mut story)["contact"], clinic(), "{typed:?} was kept");
    }
    let most = json!({ "ask": "contact", "form": with("name", &"Ä".repeat(80)) });
    ask(&mut story, most).unwrap();
}

#[test]
fn the_emergency_number_follows_the_country_she_chooses() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    let at_first = warnings(&mut story);
    assert_eq!(at_first["chosen"], json!(false));
    let countries: Vec<&str> = KNOWN.split(' ').collect();
    assert_eq!(at_first["countries"], json!(countries));

    let number =
        |reply: &Value| (reply["country"].clone(), reply["emergency"].clone(), reply["chosen"].clone());
    for (code, emergency) in [
        (json!("DE"), "112"),
        (json!("GB"), "999 (advice: 111)"),
        (json!("US"), "911"),
        (json!(null), "your local emergency number"),
    ] {
        let reply = ask(&mut story, json!({ "ask": "country", "code": code })).unwrap();
        assert_eq!(number(&reply), (code.clone(), json!(emergency), json!(true)));
        reopen(&mut story);
        assert_eq!(warnings(&mut story), reply);
    }

    for code in ["EU", "fallback", "ZZ", "de", ""] {
        let refused = ask(&mut story, json!({ "ask": "country", "code": code })).unwrap_err();
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("country-unknown", Some("code")));
    }
    assert_eq!(number(&warnings(&mut story)).0, json!(null));
}

#[test]
fn each_treatment_that_still_runs_has_its_facts_to_read_aloud() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    assert_eq!(warnings(&mut story)["cards"], json!([]));

    let mut neck = form("2026-05-30T11:00", Berlin);
    neck.areas = vec!["neck".into(), "decolletage".into()];
    neck.device = "roller".into();
    neck.depth_mm = None;
    neck.antibiotic = true;
    let mut face = form("2026-06-05T15:10", Berlin);
    face.prp = true;
    story.enters(&face).unwrap();
    story.enters(&neck).unwrap();
    let face = json!({
        "id": "p1", "ended": "2026-06-05T13:10:00Z", "device": "pen", "depth_mm": 1.5, "areas": ["face"],
        "prp": true, "antibiotic": false, "session": 2, "sessions": 4,
    });
    let neck = json!({
        "id": "p2", "ended": "2026-05-30T09:00:00Z", "device": "roller", "depth_mm": null,
        "areas": ["decolletage", "neck"], "prp": false, "antibiotic": true, "session": 2, "sessions": 4,
    });
    assert_eq!(warnings(&mut story)["cards"], json!([face, neck]));

    // A year later the newest is what she may still call about.
    story.computer_off();
    story.sleeps_until("2027-06-05T16:10");
    assert_eq!(warnings(&mut story)["cards"], json!([face]));
    story.window.forget("p1", story.now).unwrap();
    story.window.forget("p2", story.now).unwrap();
    assert_eq!(warnings(&mut story)["cards"], json!([]));
}

#[test]
fn without_a_store_the_signs_and_the_number_are_there_all_the_same() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    ask(&mut story, json!({ "ask": "contact", "form": clinic() })).unwrap();
    ask(&mut story, json!({ "ask": "country", "code": "GB" })).unwrap();
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    let whole = warnings(&mut story);

    let answer = |question: Value| answer_without_store(&serde_json::from_value(question).unwrap());
    let mut without = whole.clone();
    without["contact"] = json!(null);
    without["cards"] = json!([]);
    assert_eq!(answer(json!({ "ask": "country", "code": "GB" })).unwrap().unwrap(), without);
    let refused = answer(json!({ "ask": "country", "code": "EU" })).unwrap().unwrap_err();
    assert_eq!(refused.code, "country-unknown");
    assert!(answer(json!({ "ask": "contact", "form": clinic() })).is_none());
    assert!(answer(json!({ "ask": "today" })).is_none());

    // A file that is damaged while the window is open takes nothing away but what stood in it.
    let file = rusqlite::Connection::open(story.folder().join("aftercare.db")).unwrap();
    file.execute_batch("ALTER TABLE setting RENAME TO lost").unwrap();
    let region = answer(json!({ "ask": "warnings" })).unwrap().unwrap();
    assert_eq!(warnings(&mut story), region);
    assert_eq!(region["signs"], whole["signs"]);
    let refused = ask(&mut story, json!({ "ask": "contact", "form": clinic() })).unwrap_err();
    assert_eq!(refused.code, "store-failed");
}
