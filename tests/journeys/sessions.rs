//! Her course: what was, what is booked, what prepares it, and the days she wants for herself.

use super::story::{Story, at, form};
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use companion::Problem;
use companion::contract::{ProcedureForm, Question};
use serde_json::{Value, json};

pub fn ask(story: &mut Story, question: Value) -> Result<Value, Problem> {
    let question: Question = serde_json::from_value(question).unwrap();
    let reply = story.window.ask(question, story.now, story.zone);
    story.look();
    reply
}

pub fn course(story: &mut Story) -> Value {
    ask(story, json!({ "ask": "course" })).unwrap()
}

pub fn book(story: &mut Story, at: &str) -> Result<Value, Problem> {
    ask(story, json!({ "ask": "book", "procedure": "p1", "at": at }))
}

pub fn suppose(story: &mut Story, at: &str) -> Result<Value, Problem> {
    ask(story, json!({ "ask": "suppose", "procedure": "p1", "at": at }))
}

fn cancel(story: &mut Story) -> Value {
    ask(story, json!({ "ask": "cancel_session", "procedure": "p1" })).unwrap()
}

/// The second of four sessions, entered an hour later.
pub fn treated(ended: &str) -> Story {
    let mut story = Story::begins(&ended.replace("T15:", "T16:"), Berlin);
    story.enters(&form(ended, Berlin)).unwrap();
    story
}

/// The moments and titles of the notices since `from`.
fn titles(story: &Story, from: usize) -> Vec<String> {
    story.told(from).iter().map(|line| line.split(": ").next().unwrap().to_owned()).collect()
}

/// Some members of an object, in a list.
pub fn pick(value: &Value, members: &[&str]) -> Value {
    members.iter().map(|name| value[*name].clone()).collect()
}

pub fn code(problem: Problem) -> (String, Option<String>) {
    (problem.code, problem.field)
}

#[test]
fn the_course_says_what_was_and_between_which_dates_the_next_may_be() {
    let mut story = treated("2026-03-27T15:10");
    let reply = course(&mut story);
    assert_eq!(pick(&reply, &["zone", "today", "draft"]), json!(["Europe/Berlin", "2026-03-27", true]));
    assert_eq!(
        reply["courses"],
        json!([{
            "id": "p1",
            "zone": "Europe/Berlin",
            "areas": ["face"],
            "session": 2,
            "sessions": 4,
            "done": [{ "session": 2, "ended": "2026-03-27T14:10:00Z" }],
            "per_year": [1, 2],
            "next": {
                "maintenance": false,
                "earliest": "2026-04-27",
                "middle": "2026-05-12",
                "latest": "2026-05-27",
                "over": false,
                "booked": null,
                "open": [],
            },
        }])
    );
    assert_eq!(reply["readiness"].as_array().unwrap().len(), 10);
    assert_eq!(reply["doings"], json!(["sun", "make-up", "sport", "swimming", "alcohol"]));
    story.until("2026-05-27T23:00");
    assert_eq!(course(&mut story)["courses"][0]["next"]["over"], false);
    story.until("2026-05-28T00:00");
    assert_eq!(course(&mut story)["courses"][0]["next"]["over"], true);
}

#[test]
fn a_session_is_booked_and_reminded_of_then_moved_then_cancelled() {
    let mut story = treated("2026-03-27T15:10");
    story.until("2026-04-20T18:00");
    let booked = book(&mut story, "2026-05-05T10:00").unwrap();
    let next = &booked["courses"][0]["next"]["booked"];
    assert_eq!(
        pick(next, &["at", "wall", "days", "begun", "place", "ready_from"]),
        json!(["2026-05-05T08:00:00Z", "2026-05-05T10:00", 15, false, "within", "2026-05-03T08:00:00Z"])
    );
    let preparation: Vec<Value> = next["preparation"]
        .as_array()
        .unwrap()
        .iter()
        .map(|bar| json!([bar["line"]["from"], bar["line"]["title"], bar["reminders"]]))
        .collect();
    assert_eq!(
        preparation,
        [
            json!([
                "2026-04-20T08:00:00Z",
                "Your next session is coming",
                ["2026-04-21T08:00:00Z", "2026-05-03T08:00:00Z"]
            ]),
            json!(["2026-04-21T08:00:00Z", "Tell your clinic what you take", ["2026-04-21T08:00:00Z"]]),
            json!(["2026-04-21T08:00:00Z", "No tan, no sunburn", ["2026-04-21T08:00:00Z"]]),
            json!([
                "2026-04-28T08:00:00Z",
                "Ask about ibuprofen and acne medicines",
                ["2026-04-28T08:00:00Z"]
            ]),
            json!(["2026-04-28T08:00:00Z", "Pause retinoid creams", ["2026-04-28T08:00:00Z"]]),
            json!([
                "2026-05-03T08:00:00Z",
                "Is your skin ready?",
                ["2026-05-03T16:00:00Z", "2026-05-04T16:00:00Z"]
            ]),
            json!(["2026-05-04T08:00:00Z", "Plan for tomorrow", ["2026-05-04T16:00:00Z"]]),
        ]
    );

    // Two weeks before, the preparation begins.
    let before = story.seen.len();
    story.until("2026-04-21T10:30");
    assert_eq!(
        story.told(before),
        [
            "Tue 21 Apr 10:00 Morning care: • Your next session is coming • Tell your clinic what you take • No tan, no sunburn"
        ]
    );

    // The clinic moves it by three days. What had begun two weeks before begins anew then, once.
    story.until("2026-04-21T12:00");
    let before = story.seen.len();
    book(&mut story, "2026-05-08T16:30").unwrap();
    story.until("2026-04-24T10:30");
    assert_eq!(
        titles(&story, before),
        ["Fri 24 Apr 10:00 Morning care"],
        "the day of the first reminder; the rest of it begins with the hour of the session"
    );
    story.until("2026-04-24T17:00");
    assert_eq!(
        story.told(before).last().unwrap(),
        "Fri 24 Apr 16:30 Aftercare: • Tell your clinic what you take • No tan, no sunburn"
    );

    // Moved to the hour it has, nothing happens at all.
    let before = story.seen.len();
    let rows = story.ledger("before-sun");
    book(&mut story, "2026-05-08T16:30").unwrap();
    assert_eq!((titles(&story, before), story.ledger("before-sun")), (vec![], rows));

    // Cancelled, nothing of it comes; to book is what is reminded of again.
    story.until("2026-04-25T09:00");
    let before = story.seen.len();
    let cancelled = cancel(&mut story);
    assert_eq!(cancelled["courses"][0]["next"]["booked"], Value::Null);
    story.until("2026-05-28T12:00");
    let told = story.told(before).join("\n");
    assert!(!told.contains("session is coming") && !told.contains("Is your skin ready?"), "{told}");
    assert!(told.contains("Wed 27 May 10:00 Book your next session"), "{told}");
}

#[test]
fn what_was_cancelled_and_booked_again_repeats_nothing() {
    let mut story = treated("2026-03-27T15:10");
    story.until("2026-04-20T18:00");
    book(&mut story, "2026-05-05T10:00").unwrap();
    story.until("2026-04-21T14:00");
    let before = story.seen.len();
    cancel(&mut story);
    book(&mut story, "2026-05-05T10:00").unwrap();
    story.until("2026-04-23T12:00");
    assert_eq!(titles(&story, before), [""; 0]);
    // What lies ahead comes as before.
    story.until("2026-05-03T10:30");
    assert_eq!(titles(&story, before).last().unwrap(), "Sun 03 May 10:00 Your next session is coming");
}

#[test]
fn a_session_is_at_the_wall_time_of_its_own_zone_whatever_the_clocks_do() {
    // A treatment in New York, looked at in Berlin; its clocks have gone forward when the session is.
    let mut story = Story::begins("2026-02-10T16:00", chrono_tz::America::New_York);
    story.enters(&form("2026-02-10T15:10", chrono_tz::America::New_York)).unwrap();
    story.zone = Berlin;
    let reply = book(&mut story, "2026-03-12T02:30").unwrap();
    let view = &reply["courses"][0];
    assert_eq!(
        pick(&view["next"]["booked"], &["at", "wall", "place"]),
        json!(["2026-03-12T06:30:00Z", "2026-03-12T02:30", "within"])
    );
    assert_eq!(view["zone"], "America/New_York");
    // Fourteen days before by the calendar: before the clocks went forward, at the same wall time.
    assert_eq!(view["next"]["booked"]["preparation"][1]["line"]["from"], "2026-02-26T07:30:00Z");
    // An hour that the clocks skip is the first after it.
    let skipped = book(&mut story, "2027-03-14T02:30").unwrap();
    assert_eq!(
        pick(&skipped["courses"][0]["next"]["booked"], &["at", "wall", "place"]),
        json!(["2027-03-14T07:00:00Z", "2027-03-14T03:00", "late"])
    );
}

#[test]
fn a_date_outside_the_interval_is_kept_and_told() {
    let mut story = treated("2026-03-27T15:10");
    for (at, place) in [
        ("2026-04-26T23:59", "early"),
        ("2026-04-27T00:00", "within"),
        ("2026-05-27T23:59", "within"),
        ("2026-05-28T00:00", "late"),
    ] {
        assert_eq!(suppose(&mut story, at).unwrap()["place"], place, "{at}");
        assert_eq!(book(&mut story, at).unwrap()["courses"][0]["next"]["booked"]["place"], place, "{at}");
    }
}

#[test]
fn what_cannot_be_booked_is_refused_with_words() {
    let mut story = treated("2026-03-27T15:10");
    for (at, expected) in [
        ("", "booking-not-a-time"),
        ("2026-05-05", "booking-not-a-time"),
        ("2026-13-05T10:00", "booking-not-a-time"),
        ("2026-05-05T10:00:00Z", "booking-not-a-time"),
        ("2026-03-27T15:30", "booking-in-past"),
        ("2026-03-27T16:10", "booking-in-past"),
        ("2028-03-27T17:11", "booking-too-far"),
    ] {
        let wrong = (expected.to_owned(), Some("at".to_owned()));
        assert_eq!(code(book(&mut story, at).unwrap_err()), wrong, "{at}");
        assert_eq!(code(suppose(&mut story, at).unwrap_err()), wrong, "{at}");
    }
    for ask_of in [
        json!({ "ask": "book", "procedure": "p2", "at": "2026-05-05T10:00" }),
        json!({ "ask": "suppose", "procedure": "p01", "at": "2026-05-05T10:00" }),
        json!({ "ask": "cancel_session", "procedure": "" }),
    ] {
        assert_eq!(ask(&mut story, ask_of).unwrap_err().code, "not-found");
    }
    // A clock that was set back an hour makes the treatment one that is still to come.
    story.now = at("2026-03-27T14:10", Berlin);
    assert_eq!(code(book(&mut story, "2026-03-27T15:00").unwrap_err()).0, "session-before-treatment");
    assert_eq!(course(&mut story)["courses"][0]["next"]["booked"], Value::Null);
}

/// A treatment of some areas under a number.
fn session(ended: &str, areas: &[&str], session: u32, sessions: u32, zone: Tz) -> ProcedureForm {
    let areas = areas.iter().map(|area| (*area).to_owned()).collect();
    ProcedureForm { areas, session, sessions, ..form(ended, zone) }
}

#[test]
fn sessions_of_an_area_make_one_course_and_other_areas_another() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    story.enters(&session("2026-03-27T15:10", &["face"], 1, 3, Berlin)).unwrap();
    book(&mut story, "2026-05-20T10:00").unwrap();
    story.until("2026-04-10T12:00");
    story.enters(&session("2026-04-10T11:00", &["hands"], 1, 2, Berlin)).unwrap();
    // She could come earlier than was booked, and this time the neck was treated, too.
    story.until("2026-05-05T12:00");
    story.enters(&session("2026-05-05T11:00", &["face", "neck"], 2, 3, Berlin)).unwrap();
    let reply = course(&mut story);
    let courses: Vec<Value> = reply["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            json!([one["id"], one["session"], one["done"], one["next"]["earliest"], one["next"]["booked"]])
        })
        .collect();
    assert_eq!(
        courses,
        [
            json!([
                "p3",
                2,
                [{ "session": 1, "ended": "2026-03-27T14:10:00Z" }, { "session": 2, "ended": "2026-05-05T09:00:00Z" }],
                "2026-06-05",
                null
            ]),
            json!(["p2", 1, [{ "session": 1, "ended": "2026-04-10T09:00:00Z" }], "2026-05-10", null]),
        ]
    );
    // Of the date that was booked for the session that has been, nothing is told any more; and nobody is asked to book it.
    let before = story.seen.len();
    story.until("2026-05-30T12:00");
    let told = story.told(before).join("\n");
    assert!(!told.contains("Your next session is coming") && !told.contains("Is your skin ready?"), "{told}");
    let asked = told.lines().filter(|line| line.contains("Book your next session"));
    let asked: Vec<&str> = asked.filter_map(|line| line.get(..16)).collect();
    // Of the hands on their day 28, of the face on its day 14; both once more.
    assert_eq!(asked, ["Fri 08 May 10:00", "Fri 08 May 11:00", "Tue 19 May 10:00", "Tue 19 May 11:00"]);
    let boards = story.today().procedures;
    let next: Vec<_> = boards.iter().map(|board| (board.id.as_str(), board.next_between.is_some())).collect();
    assert_eq!(next, [("p3", true), ("p2", true), ("p1", false)]);
}

#[test]
fn nobody_is_asked_to_book_a_session_that_has_been() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    story.enters(&session("2026-03-27T15:10", &["face"], 1, 2, Berlin)).unwrap();
    story.until("2026-04-24T09:30");
    story.enters(&session("2026-04-24T09:00", &["face"], 2, 2, Berlin)).unwrap();
    let before = story.seen.len();
    story.until("2026-06-10T12:00");
    let told = story.told(before).join("\n");
    assert!(!told.contains("Book your next session"), "{told}");
}

#[test]
fn after_the_last_session_there_is_maintenance() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    story.enters(&session("2026-03-27T15:10", &["face"], 4, 4, Berlin)).unwrap();
    let reply = course(&mut story);
    assert_eq!(
        pick(&reply["courses"][0]["next"], &["maintenance", "earliest", "middle", "latest", "booked"]),
        json!([true, "2026-09-27", "2026-12-27", "2027-03-27", null])
    );
    // Nobody is asked to book it. Once it is booked, it is prepared like any other.
    story.until("2026-09-20T12:00");
    let reply = book(&mut story, "2026-10-01T10:00").unwrap();
    let booked = &reply["courses"][0]["next"]["booked"];
    assert_eq!((&booked["place"], booked["preparation"].as_array().unwrap().len()), (&json!("within"), 7));
    story.until("2026-10-01T13:00");
    story.enters(&session("2026-10-01T12:00", &["face"], 4, 4, Berlin)).unwrap();
    let reply = course(&mut story);
    assert_eq!(reply["courses"].as_array().unwrap().len(), 1);
    assert_eq!(reply["courses"][0]["done"].as_array().unwrap().len(), 2);
    assert_eq!(reply["courses"][0]["next"]["earliest"], "2027-04-01");
}
