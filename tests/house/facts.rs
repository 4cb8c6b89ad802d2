//! Every fact of the seeds is shown somewhere, or there is a reason why not: `tests/golden/facts.md` is whole, and true.

use super::fluent::languages;
use super::sources::{code, none, text};
use plan::Protocol;
use plan::protocol::DEFAULT_TEXT;
use std::collections::{BTreeMap, BTreeSet};

/// The seeds by number, and how many facts each has.
const SEEDS: [(&str, usize); 5] = [("000", 23), ("001", 15), ("002", 20), ("003", 14), ("004", 25)];

/// What the app does with a fact.
const USES: [&str; 9] = ["WINDOW", "REMIND", "EXPECT", "CHECK", "SESSION", "EDU", "RECORD", "DISC", "NONE"];

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fact {
    id: String,
    says: String,
    uses: Vec<String>,
    shown: Shown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    /// Kind and name of each place.
    At(Vec<(String, String)>),
    /// The reason why it is shown nowhere.
    Not(String),
}

/// The rows of a table, in order.
fn read(table: &str) -> Result<Vec<Fact>, String> {
    table.lines().filter(|line| line.starts_with("| F")).map(row).collect()
}

fn row(line: &str) -> Result<Fact, String> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [id, says, uses, places] = cells[..] else { return Err(format!("not four cells: {line}")) };
    let shown = match places.strip_prefix("not shown: ") {
        Some(reason) => Shown::Not(reason.to_owned()),
        None => {
            Shown::At(places.split(", ").map(place).collect::<Option<_>>().ok_or_else(|| line.to_owned())?)
        }
    };
    let uses = uses.split(", ").map(str::to_owned).collect();
    Ok(Fact { id: id.to_owned(), says: says.to_owned(), uses, shown })
}

/// `` `words:learn-what` ``.
fn place(written: &str) -> Option<(String, String)> {
    let (kind, name) = written.strip_prefix('`')?.strip_suffix('`')?.split_once(':')?;
    Some((kind.to_owned(), name.to_owned()))
}

/// Every place that a fact may name, by kind and name, with where its text is from; `None` where a place names no source.
type Places = BTreeMap<(String, String), Option<BTreeSet<String>>>;

fn places() -> Places {
    let protocol = Protocol::built_in();
    let mut out = Places::new();
    let mut add = |kind: &str, name: &str, source: Option<Vec<String>>| {
        out.insert((kind.to_owned(), name.to_owned()), source.map(BTreeSet::from_iter));
    };
    for id in languages()["en"].keys() {
        add("words", id, None);
    }
    for (title, source) in cards() {
        add("words", &title, Some(source));
    }
    for one in &protocol.instructions {
        add("instruction", &one.id, Some(one.source.clone()));
    }
    for one in &protocol.readiness {
        add("readiness", &one.id, Some(one.source.clone()));
    }
    for one in &protocol.symptoms {
        add("symptom", &one.id, Some(one.source.clone()));
    }
    for one in &protocol.warnings {
        add("warning", &one.id, None);
    }
    for field in ["usual", "default", "most", "interval", "maintenance"] {
        add("sessions", field, None);
    }
    let form =
        serde_json::to_value(crate::journeys::story::form("2026-03-27T15:10", chrono_tz::UTC)).unwrap();
    for field in form.as_object().unwrap().keys() {
        add("form", field, None);
    }
    out
}

/// The cards of the screen about the treatment, as `learn.ts` lists them: the id of the title, and where it is from.
fn cards() -> Vec<(String, Vec<String>)> {
    let listed = code(&text("ui/src/learn.ts"));
    let entries = listed.lines().filter(|line| line.trim().starts_with("{ title:"));
    let cards: Vec<(String, Vec<String>)> = entries
        .map(|line| {
            let mut words = line.split('\'').skip(1).step_by(2).map(str::to_owned);
            let (title, said) = (words.next().unwrap(), words.next().unwrap());
            assert_eq!(said, format!("{title}-text"), "a card has its title's text");
            (title, words.collect())
        })
        .collect();
    assert_eq!(cards.len(), listed.matches("source: ['").count(), "a card a line");
    cards
}

/// What is not as it should be in a table, for places that are there.
fn faults(facts: &[Fact], places: &Places) -> Vec<String> {
    let mut wrong = Vec::new();
    let wanted: Vec<String> = SEEDS
        .iter()
        .flat_map(|(seed, count)| (1..=*count).map(move |number| format!("F{seed}-{number:02}")))
        .collect();
    let mut found: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
    found.sort_unstable();
    if found != wanted {
        wrong.push(format!("the facts are {found:?}"));
    }
    let mut named: BTreeMap<&(String, String), BTreeSet<&str>> = BTreeMap::new();
    for fact in facts {
        let id = &fact.id;
        let seed = id.get(1..4).unwrap_or_default();
        if fact.says.is_empty() || !fact.uses.iter().all(|one| USES.contains(&one.as_str())) {
            wrong.push(format!("{id} says {:?} and is for {:?}", fact.says, fact.uses));
        }
        let all = match &fact.shown {
            Shown::Not(reason) => {
                if reason.split(' ').count() < 4 || reason.contains('`') {
                    wrong.push(format!("{id} is not shown, and {reason:?} is no reason"));
                }
                continue;
            }
            Shown::At(all) => all,
        };
        if fact.uses.iter().any(|one| one == "NONE") {
            wrong.push(format!("{id} must not be shown"));
        }
        for place in all {
            match places.get(place) {
                None => wrong.push(format!("{id}: there is no {place:?}")),
                Some(Some(source)) if !source.contains(seed) => {
                    wrong.push(format!("{id}: {place:?} is from {source:?}"));
                }
                Some(_) => drop(named.entry(place).or_default().insert(seed)),
            }
        }
        if all.iter().collect::<BTreeSet<_>>().len() < all.len() {
            wrong.push(format!("{id} names a place twice"));
        }
    }
    // And back: what says that it is from a seed is there for a fact of that seed.
    for (place, source) in places {
        let seeds = source.iter().flatten().filter(|one| SEEDS.iter().any(|(seed, _)| seed == one));
        for seed in seeds {
            if !named.get(place).is_some_and(|by| by.contains(seed.as_str())) {
                wrong.push(format!("{place:?} is from seed {seed}, and none of its facts is shown there"));
            }
        }
    }
    wrong
}

#[test]
fn every_fact_of_the_seeds_is_shown_or_has_a_reason() {
    let facts = read(&text("tests/golden/facts.md")).unwrap();
    none(&faults(&facts, &places()), "tests/golden/facts.md and the app differ");
}

/// The course of sessions names its sources as a whole.
#[test]
fn the_course_of_sessions_is_from_the_seeds_whose_facts_are_shown_there() {
    let course = DEFAULT_TEXT.split("\n[sessions]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let source = course.lines().find(|line| line.starts_with("source = ")).unwrap();
    let facts = read(&text("tests/golden/facts.md")).unwrap();
    let shown = |fact: &&Fact| matches!(&fact.shown, Shown::At(all) if all.iter().any(|(kind, _)| kind == "sessions"));
    let seeds: BTreeSet<&str> = facts.iter().filter(shown).map(|fact| &fact.id[1..4]).collect();
    let written: BTreeSet<&str> = source.split('"').skip(1).step_by(2).collect();
    assert_eq!(seeds, written);
}

/// What the table must not get away with: each line of it that is spoilt is found.
#[test]
fn a_spoilt_table_is_found() {
    let whole = text("tests/golden/facts.md");
    let places = places();
    let spoilt = |from: &str, to: &str| {
        assert_eq!(whole.matches(from).count(), 1, "{from:?} stands once");
        match read(&whole.replace(from, to)) {
            Ok(facts) => faults(&facts, &places),
            Err(fault) => vec![fault],
        }
    };
    let all = [
        ("| F000-10 | Everything has to be sterile |", "| Everything has to be sterile |"),
        ("| F000-10 |", "| F000-09 |"),
        ("`readiness:keloid`", "`readiness:keloids`"),
        (
            "`words:learn-who`, `instruction:before-ready` |\n| F001-08",
            "`words:learn-why`, `instruction:before-ready` |\n| F001-08",
        ),
        ("`form:device`", "`form:depth`"),
        ("`instruction:follow-up`", "`instruction:pillow`"),
        ("`instruction:soothe`", "`instruction:sunscreen`"),
        ("| CHECK | `readiness:infection` |", "| CHECK | not shown: nobody has asked for it yet |"),
        ("| NONE | not shown: no source supports it |", "| NONE | `words:learn-what` |"),
        ("not shown: no source supports it", "not shown: why?"),
        (
            "`instruction:daily-life` |\n| F002-16",
            "`instruction:daily-life`, `instruction:daily-life` |\n| F002-16",
        ),
        ("| RECORD | `form:device`,", "| FIELD | `form:device`,"),
    ];
    for (from, to) in all {
        assert_ne!(spoilt(from, to), [] as [String; 0], "{from:?} became {to:?}");
    }
}

/// The cards say what microneedling is. They do not promise, rank or count what it does for anybody.
#[test]
fn the_cards_claim_nothing() {
    const CLAIMS: [&str; 15] = [
        "%",
        "percent",
        "hair",
        "painless",
        "pain-free",
        "no pain",
        "better",
        "best",
        "guarantee",
        "cure",
        "fat ",
        "muscle",
        "subcutaneous",
        "laser",
        "cheap",
    ];
    let english = languages().remove("en").unwrap();
    let cards = english.iter().filter(|(id, _)| id.starts_with("learn-"));
    let found: Vec<String> = cards
        .filter(|(_, message)| {
            let said = message.words.to_lowercase().replace("percutaneous", "");
            CLAIMS.iter().any(|claim| said.contains(claim))
        })
        .map(|(id, message)| format!("{id}: {}", message.words))
        .collect();
    none(&found, "a card claims something");
}
