//! What `aftercarectl simulate` foretells is what the agent does.

use super::story::{Story, at, form};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use companion::contract::Answered::Done;
use plan::{Here, Plan, Procedure, Protocol};
use std::collections::BTreeMap;

/// Every notice of the ledger: when, and the instructions and slots it told of.
fn shown(story: &Story) -> BTreeMap<DateTime<Utc>, Vec<String>> {
    let mut shown: BTreeMap<DateTime<Utc>, Vec<String>> = BTreeMap::new();
    for (key, _, row) in story.window.ledger(story.now, Berlin).unwrap() {
        for at in row.shown {
            shown.entry(at).or_default().push(key.replacen("p1/", "plan/", 1));
        }
    }
    shown.values_mut().for_each(|keys| keys.sort());
    shown
}

#[test]
fn the_agent_does_what_the_simulation_foretold() {
    let ended = at("2026-03-27T15:10", Berlin);
    let (begin, end) = (at("2026-03-28T22:00", Berlin), at("2026-03-30T09:30", Berlin));
    let mut story = Story::begins("2026-03-27T15:10", Berlin);
    story.enters(&form("2026-03-27T15:10", Berlin)).unwrap();
    let until = at("2026-04-20T00:00", Berlin);
    let mut told = 0;
    while let Some(next) = story.window.next_wake(story.now, Berlin).unwrap().filter(|next| *next < until) {
        // Off for a night and a day, through the change of the clocks.
        story.now = if begin <= next && next < end { end } else { next };
        story.look();
        for keys in shown(&story).values().skip(told).cloned().collect::<Vec<_>>() {
            for key in keys {
                // What cannot be answered comes only once anyway.
                drop(story.window.answer(&key.replacen("plan/", "p1/", 1), Done, None, story.now, Berlin));
            }
        }
        told = shown(&story).len();
    }
    let procedure = Procedure {
        id: "plan".into(),
        ended,
        zone: Berlin,
        traits: Default::default(),
        antibiotic: false,
        next_session: None,
        sessions_left: true,
        recorded: ended,
    };
    let plan = Plan::new(Protocol::built_in(), procedure, &Here::at(Berlin));
    let simulation = plan.simulate(ended, until, &[(begin, end)]);
    let foretold: BTreeMap<_, _> = simulation.shown.iter().map(|one| (one.at, one.keys.clone())).collect();
    assert_eq!(shown(&story), foretold);
    let missed: Vec<(String, &str)> = story
        .window
        .ledger(until, Berlin)
        .unwrap()
        .into_iter()
        .filter_map(|(key, _, row)| Some((key.replacen("p1/", "plan/", 1), row.missed?.0.word())))
        .collect();
    let mut missed: Vec<_> = missed.into_iter().collect();
    missed.sort();
    let foretold: Vec<_> = simulation.missed.into_iter().map(|(key, cause)| (key, cause.word())).collect();
    assert_eq!(missed, foretold);
}
