//! What is still needed, as the window asks for it.

use super::story::{SOOTHE, Story, WASH, form, second_morning};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use companion::contract::{Answered, Question};
use plan::{Answer, Slot, local};
use serde_json::{Value, json};

fn supplies(story: &mut Story) -> Value {
    story.window.ask(Question::Supplies {}, story.now, story.zone).unwrap()
}

/// The list as a patient would read it: a line for each thing, with whom it is for where treatments differ.
fn read(answer: &Value) -> Vec<String> {
    let wall = |instant: &Value| {
        let instant: DateTime<Utc> = instant.as_str().unwrap().parse().unwrap();
        local::wall(instant, Berlin).format("%a %d %b %H:%M").to_string()
    };
    let need = |need: &Value| {
        let of: Vec<&str> = need["of"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        let times = need["times"].as_u64().map_or("when needed".into(), |times| format!("{times} times"));
        format!("{} {times} until {}", of.join(" and "), wall(&need["until"]))
    };
    let line = |one: &Value| {
        let needs: Vec<String> = one["needs"].as_array().unwrap().iter().map(need).collect();
        format!("{}: {}", one["title"].as_str().unwrap(), needs.join("; "))
    };
    answer["supplies"].as_array().unwrap().iter().map(line).collect()
}

/// The number of times of one thing for one treatment, as the window has it; 0 where it is not on the list.
fn times(answer: &Value, id: &str, treatment: &str) -> usize {
    let supplies = answer["supplies"].as_array().unwrap().iter().filter(|one| one["id"] == id);
    let mut needs = supplies.flat_map(|one| one["needs"].as_array().unwrap());
    let found = needs.find(|need| need["of"].as_array().unwrap().contains(&json!(treatment)));
    found.map_or(0, |need| usize::try_from(need["times"].as_u64().unwrap()).unwrap())
}

/// The same, counted by hand from the plan and the answers: every slot that the patient can still tick.
fn counted(story: &Story, id: &str, treatment: &str) -> usize {
    let plans = story.window.plans(story.zone).unwrap();
    let delivered = story.window.delivered().unwrap();
    let (_, plan) = plans.iter().find(|(name, _)| name == treatment).unwrap();
    assert!(plan.day_list().is_empty(), "this story's quiet hours leave every slot its notice");
    let slots = plan.occurrences().iter().filter(|one| one.instruction(plan) == id);
    let slots: Vec<_> = slots.filter(|one| matches!(one.slot, Slot::At(_))).collect();
    let newest = slots.iter().filter(|one| one.due <= story.now).max_by_key(|one| one.due);
    let can_tick = |one: &&&plan::Occurrence| {
        let open = story.now < one.useful_until && story.now < one.window_until;
        let answer = delivered.of(one).answer.map(|(answer, _)| answer);
        (one.due > story.now || newest.is_some_and(|newest| newest.key == one.key) && open)
            && !matches!(answer, Some(Answer::Done | Answer::Skipped))
    };
    slots.iter().filter(can_tick).count()
}

#[test]
fn the_second_morning_as_the_patient_reads_it() {
    let mut story = second_morning();
    let all = [
        "Wash with bottled water: p1 3 times until Sun 07 Jun 15:10",
        "Soothe your skin: p1 13 times until Fri 12 Jun 15:10",
        "Wash gently: p1 10 times until Fri 12 Jun 15:10",
        "Put on sunscreen: p1 13 times until Fri 19 Jun 15:10",
        "Cool it down: p1 when needed until Sun 07 Jun 15:10",
        "Fresh pillowcase: p1 when needed until Mon 08 Jun 15:10",
        "Time for more sunscreen: p1 when needed until Fri 19 Jun 15:10",
    ];
    let answer = supplies(&mut story);
    assert_eq!(read(&answer), all);
    assert_eq!(answer["draft"], true);
    let face = json!([{ "id": "p1", "ended": "2026-06-05T13:10:00Z", "areas": ["face"] }]);
    assert_eq!(answer["treatments"], face);
    let wash = &answer["supplies"][0];
    assert!(wash["text"].as_str().unwrap().contains("boiled water that has cooled"), "{wash}");

    // What is done or skipped is not needed any more; what is put off, or taken back, still is.
    story.answers(WASH, Answered::Done);
    story.answers(SOOTHE, Answered::Later);
    let after = supplies(&mut story);
    assert_eq!((times(&after, "bottled-water", "p1"), times(&after, "soothe", "p1")), (2, 13));
    story.answers(SOOTHE, Answered::Skipped);
    assert_eq!(times(&supplies(&mut story), "soothe", "p1"), 12);
    story.answers(WASH, Answered::Undone);
    assert_eq!(times(&supplies(&mut story), "bottled-water", "p1"), 3);
}

/// Two weeks with an answer now and then, and the times of day chosen anew in between: at every step the list says what the plan
/// says.
#[test]
fn every_count_is_the_plans_until_nothing_is_left() {
    let mut story = Story::begins("2026-03-27T16:10", Berlin);
    let mut face = form("2026-03-27T15:10", Berlin);
    face.antibiotic = true;
    face.prp = true;
    story.enters(&face).unwrap();
    let ids = ["bottled-water", "soothe", "wash-gently", "sunscreen", "antibiotic-cream"];
    let mut before: Vec<usize> = Vec::new();
    let mut notices = 0;
    for hour in 1..=15 * 8 {
        story.minutes(3 * 60);
        // Every second notice is answered.
        for notice in notices..story.seen.len() {
            if notice % 2 == 0 && super::story::has_done(&story.seen[notice].slip) {
                story.presses_on(notice, Answered::Done);
            }
        }
        notices = story.seen.len();
        let answer = supplies(&mut story);
        let found: Vec<usize> = ids.iter().map(|id| times(&answer, id, "p1")).collect();
        let wanted: Vec<usize> = ids.iter().map(|id| counted(&story, id, "p1")).collect();
        assert_eq!(found, wanted, "after {hour} times three hours");
        assert!(before.iter().zip(&found).all(|(before, now)| now <= before), "{before:?}, then {found:?}");
        before = found;
    }
    let end = supplies(&mut story);
    assert_eq!((&end["supplies"], &end["treatments"]), (&json!([]), &json!([])));
}

/// The patient buys once: what is the same for both areas is one line, what differs is told apart, and nothing is added up.
#[test]
fn two_treatments_are_one_list() {
    let mut story = Story::begins("2026-06-01T12:00", Berlin);
    story.enters(&form("2026-06-01T11:00", Berlin)).unwrap();
    story.until("2026-06-08T12:00");
    for areas in ["neck", "hands"] {
        let mut later = form("2026-06-08T11:00", Berlin);
        later.areas = vec![areas.into()];
        later.pih_prone = areas == "hands";
        story.enters(&later).unwrap();
    }
    let answer = supplies(&mut story);
    let lines = [
        "Wash with bottled water: p2 and p3 4 times until Wed 10 Jun 11:00",
        "Put on sunscreen: p2 13 times until Mon 22 Jun 11:00; p1 8 times until Mon 15 Jun 11:00",
        "Soothe your skin: p2 and p3 14 times until Mon 15 Jun 11:00",
        "Wash gently: p2 and p3 10 times until Mon 15 Jun 11:00",
        "Put on sunscreen: p3 89 times until Sun 06 Sep 11:00",
        "Cool it down: p2 and p3 when needed until Wed 10 Jun 11:00",
        "Fresh pillowcase: p2 and p3 when needed until Thu 11 Jun 11:00",
        "Time for more sunscreen: p2 and p3 when needed until Mon 22 Jun 11:00; p1 when needed until Mon 15 Jun 11:00",
    ];
    assert_eq!(read(&answer), lines);
    let treated: Vec<&Value> =
        answer["treatments"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(treated, ["p2", "p3", "p1"]);
    for (id, treatment) in [("sunscreen", "p1"), ("sunscreen", "p2"), ("soothe", "p3")] {
        assert_eq!(times(&answer, id, treatment), counted(&story, id, treatment), "{id} of {treatment}");
    }
}

#[test]
fn without_a_treatment_nothing_is_needed() {
    let mut story = Story::begins("2026-06-01T12:00", Berlin);
    let answer = supplies(&mut story);
    assert_eq!((&answer["supplies"], &answer["treatments"]), (&json!([]), &json!([])));
}
