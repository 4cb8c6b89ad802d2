//! What a patient reads: the claims of the default protocol, and the words that must not be in it.

use super::fluent::languages;
use super::sources::none;
use plan::Protocol;
use plan::protocol::{DEFAULT_TEXT, Text};
use std::collections::BTreeSet;

/// How often a table begins in the default protocol.
fn count(header: &str) -> usize {
    DEFAULT_TEXT.lines().filter(|line| *line == header).count()
}

#[test]
fn the_default_protocol_is_whole() {
    let checked = Protocol::parse(DEFAULT_TEXT).unwrap();
    assert_eq!(checked.warnings, [], "the default protocol is odd");
    let protocol = checked.protocol;
    assert_eq!(protocol, *Protocol::built_in());
    assert_eq!(
        (protocol.id.as_str(), protocol.status.as_str()),
        ("microneedling", "awaiting clinical sign-off")
    );
    let found = (
        protocol.instructions.len(),
        protocol.readiness.len(),
        protocol.symptoms.len(),
        protocol.warnings.len(),
    );
    assert_eq!(found, (44, 10, 6, 24), "instructions, readiness signs, symptoms, warning signs");
    let written =
        (count("[[instruction]]"), count("[[readiness]]"), count("[[symptom]]"), count("[[warning]]"));
    assert_eq!(written, found);
    assert_eq!(protocol.levels.keys().collect::<Vec<_>>(), ["call-24h", "emergency", "next-visit", "today"]);
}

/// Each line of the protocol is from somewhere. What is from a seed alone is a seed's; a design of the app says so.
#[test]
fn every_line_says_where_it_is_from() {
    const SOURCES: [&str; 7] = ["000", "001", "002", "003", "004", "practice", "design"];
    let protocol = Protocol::built_in();
    let lines = protocol.instructions.iter().map(|one| (&one.id, &one.source));
    let lines = lines.chain(protocol.readiness.iter().map(|one| (&one.id, &one.source)));
    let lines = lines.chain(protocol.symptoms.iter().map(|one| (&one.id, &one.source)));
    for (id, source) in lines {
        assert!(!source.is_empty(), "{id} is from nowhere");
        assert!(source.iter().all(|one| SOURCES.contains(&one.as_str())), "{id} is from {source:?}");
        assert!(
            source.is_sorted() && source.iter().collect::<BTreeSet<_>>().len() == source.len(),
            "{id}: {source:?}"
        );
    }
}

/// Every text of the default protocol that a patient may read, in every language, and which one it is.
fn texts() -> Vec<(String, String)> {
    let protocol = Protocol::built_in();
    let mut out = Vec::new();
    let mut add = |name: String, text: Option<&Text>| {
        for (language, words) in text.into_iter().flat_map(|text| &text.0) {
            out.push((format!("{name}.{language}"), words.clone()));
        }
    };
    for one in &protocol.instructions {
        add(format!("{} title", one.id), Some(&one.title));
        add(format!("{} short", one.id), one.short.as_ref());
        add(format!("{} text", one.id), Some(&one.text));
        add(format!("{} why", one.id), one.why.as_ref());
        add(format!("{} release", one.id), one.release.as_ref());
        for (name, variant) in &one.variants {
            add(format!("{} {name:?} title", one.id), variant.title.as_ref());
            add(format!("{} {name:?} text", one.id), variant.text.as_ref());
            add(format!("{} {name:?} release", one.id), variant.release.as_ref());
        }
    }
    for one in &protocol.readiness {
        add(format!("readiness {}", one.id), Some(&one.sign));
    }
    for one in &protocol.symptoms {
        add(format!("symptom {}", one.id), Some(&one.question));
    }
    for one in &protocol.warnings {
        add(format!("warning {}", one.id), Some(&one.sign));
    }
    for (id, one) in &protocol.levels {
        add(format!("level {id} title"), Some(&one.title));
        add(format!("level {id} action"), Some(&one.action));
    }
    for one in &protocol.instructions {
        for (language, words) in &one.asks {
            out.extend(words.iter().map(|word| (format!("{} asks.{language}", one.id), word.clone())));
        }
    }
    let lists = plan::lookup::Lists::built_in();
    for rule in &lists.rules {
        out.extend(rule.text.0.iter().map(|(tag, words)| (format!("rule {}.{tag}", rule.id), words.clone())));
    }
    for (list, text) in &lists.unknown {
        out.extend(text.0.iter().map(|(tag, words)| (format!("{list:?} UNKNOWN.{tag}"), words.clone())));
    }
    for (country, number) in &protocol.emergency_numbers {
        out.push((format!("emergency number {country}"), number.clone()));
    }
    out
}

/// Words that judge, promise or frighten. A word is refused in every form.
const NEVER: [&str; 8] = ["normal", "abnormal", "healthy", "infect", "safe", "unsafe", "diagnos", "risk"];

/// Where one may stand all the same, whole, and why.
const MAY_STAND: [(&str, &str); 2] = [
    ("does not diagnose", "what the app says of itself"),
    ("A skin infection", "a sign that a clinic asks for, in its own words"),
];

fn judges(text: &str) -> bool {
    let mut text = text.to_owned();
    for (allowed, _) in MAY_STAND {
        text = text.replace(allowed, "");
    }
    let text = text.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric());
    words().any(|word| NEVER.iter().any(|never| word.starts_with(never))) || text.contains("healing well")
}

#[test]
fn no_text_judges_promises_or_frightens() {
    let mut texts = texts();
    for (tag, messages) in languages() {
        texts.extend(messages.into_iter().map(|(id, message)| (format!("{tag}.ftl {id}"), message.words)));
    }
    assert!(texts.len() > 400, "there is more to read than {}", texts.len());
    let found: Vec<String> =
        texts.iter().filter(|(_, text)| judges(text)).map(|(name, text)| format!("{name}: {text}")).collect();
    none(&found, "words that are never in a text for patients");
    for (allowed, reason) in MAY_STAND {
        assert!(
            texts.iter().any(|(_, text)| text.contains(allowed)),
            "{allowed:?} ({reason}) stands nowhere any more"
        );
    }
}

/// Garbled words of the seeds, and one that could make somebody stop a steroid.
#[test]
fn the_seeds_mistakes_are_not_repeated() {
    const MISTAKES: [&str; 5] =
        ["bactrian", "inflammatory medicine", "fortune iodine", "painless", "microbeads"];
    let found: Vec<String> = texts()
        .into_iter()
        .filter(|(_, text)| {
            let text = text.to_lowercase().replace("anti-inflammatory", "");
            MISTAKES.iter().any(|mistake| text.contains(mistake))
        })
        .map(|(name, text)| format!("{name}: {text}"))
        .collect();
    none(&found, "a seed's mistake");
}

#[test]
fn the_word_list_finds_what_it_is_for() {
    for text in [
        "This is normal.",
        "It is perfectly SAFE",
        "You are infected",
        "at risk",
        "a diagnosis",
        "You are healing well.",
    ] {
        assert!(judges(text), "{text}");
    }
    for text in ["It does not diagnose", "A skin infection, or a cold sore", "Brisk walks", "usual"] {
        assert!(!judges(text), "{text}");
    }
}
