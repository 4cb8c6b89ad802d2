//! Every word of the app is in `ui/words/*.ftl`, in every language, with the same variables, and is said somewhere.

use super::fluent::{Messages, languages};
use super::sources::{below, code, none};
use companion::problem::CODES;
use companion::words::Words;
use std::collections::BTreeSet;

/// One place where a message is said.
struct Said {
    id: String,
    /// What it is given; `None` where that is not written there.
    variables: Option<BTreeSet<String>>,
    place: String,
}

fn english() -> Messages {
    languages().remove("en").unwrap()
}

/// The window's own sources; the invented data of its tests speaks through the same words.
fn screens() -> Vec<(String, String)> {
    below("ui/src/", &[".ts", ".svelte"]).into_iter().map(|(name, text)| (name, code(&text))).collect()
}

/// The Rust that speaks to a person.
fn rust() -> Vec<(String, String)> {
    ["src-tauri/companion/src/", "src-tauri/agent/src/", "src-tauri/src/", "src-tauri/cli/src/"]
        .iter()
        .flat_map(|folder| below(folder, &[".rs"]))
        .map(|(name, text)| (name, code(&text)))
        .collect()
}

fn place(name: &str, text: &str, at: usize) -> String {
    format!("{name}:{}", text[..at].matches('\n').count() + 1)
}

/// The text in quotes at the beginning, and what comes after.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|quote| ['\'', '"'].contains(quote))?;
    text[1..].split_once(quote)
}

/// Every `start` that begins a word of its own, and what comes after it.
fn calls<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    let whole = move |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
    text.match_indices(start)
        .filter(move |(at, _)| whole(*at))
        .map(move |(at, _)| (at, &text[at + start.len()..]))
}

/// The names of an object's members: `{ a, b: …, 'c': … }`. `None` where it is no object, or spreads another.
fn members(text: &str) -> Option<BTreeSet<String>> {
    let text = text.trim_start().strip_prefix('{')?;
    let (mut depth, mut names, mut name) = (0, BTreeSet::new(), String::new());
    let mut key = true;
    for c in text.chars() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' if depth == 0 => {
                names.insert(name.trim().to_owned());
                names.remove("");
                return (!names.iter().any(|name| name.starts_with("..."))).then_some(names);
            }
            '}' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                names.insert(std::mem::take(&mut name).trim().to_owned());
                key = true;
                continue;
            }
            ':' if depth == 0 => key = false,
            _ => {}
        }
        if key && depth == 0 && c != ':' {
            name.push(c);
        }
    }
    None
}

/// What is said in the window: `t('id', { … })`, and `{ id: 'id', vars: { … } }`, which is said elsewhere.
fn said_in_the_window() -> Vec<Said> {
    let mut out = Vec::new();
    for (name, text) in screens() {
        for (at, rest) in calls(&text, "t(") {
            let Some((id, rest)) = quoted(rest) else { continue };
            let rest = rest.trim_start();
            let variables = match rest.strip_prefix(',') {
                Some(rest) => members(rest),
                None => rest.starts_with(')').then(BTreeSet::new),
            };
            out.push(Said { id: id.to_owned(), variables, place: place(&name, &text, at) });
        }
        for (at, rest) in calls(&text, "id: ") {
            let Some((id, rest)) = quoted(rest) else { continue };
            let Some(rest) = rest.trim_start_matches([',', ' ', '\n']).strip_prefix("vars: ") else {
                continue;
            };
            out.push(Said { id: id.to_owned(), variables: members(rest), place: place(&name, &text, at) });
        }
    }
    assert!(out.len() > 50, "the window says more than {}", out.len());
    out
}

/// What is said in a notice: `say("id")`, `say_of("id", "variable", …)`.
fn said_in_notices() -> Vec<Said> {
    let mut out = Vec::new();
    for (name, text) in rust() {
        for (at, rest) in calls(&text, "say(") {
            let Some((id, _)) = quoted(rest) else { continue };
            out.push(Said {
                id: id.to_owned(),
                variables: Some(BTreeSet::new()),
                place: place(&name, &text, at),
            });
        }
        for (at, rest) in calls(&text, "say_of(") {
            let Some((id, rest)) = quoted(rest) else { continue };
            let variable = quoted(rest.trim_start_matches([',', ' ', '\n']))
                .map(|(name, _)| BTreeSet::from([name.to_owned()]));
            out.push(Said { id: id.to_owned(), variables: variable, place: place(&name, &text, at) });
        }
        // `say(match …)`: whatever begins like a notice's message is one.
        for (at, _) in text.match_indices("\"notice-") {
            let Some((id, _)) = quoted(&text[at..]) else { continue };
            out.push(Said { id: id.to_owned(), variables: None, place: place(&name, &text, at) });
        }
    }
    assert!(out.len() > 5, "notices say more than {}", out.len());
    out
}

#[test]
fn what_is_said_is_written_with_the_same_variables() {
    let english = english();
    let mut wrong = Vec::new();
    for said in said_in_the_window().into_iter().chain(said_in_notices()) {
        match (english.get(&said.id), &said.variables) {
            (None, _) => wrong.push(format!("{}: there is no message {}", said.place, said.id)),
            (Some(message), Some(variables)) if message.variables != *variables => wrong.push(format!(
                "{}: {} is given {variables:?} and says {:?}",
                said.place, said.id, message.variables
            )),
            _ => {}
        }
    }
    none(&wrong, "what is said and what is written differ");
}

#[test]
fn what_is_written_is_said() {
    let mut literals: BTreeSet<String> = BTreeSet::new();
    for (_, text) in screens().iter().chain(&rust()) {
        for quote in ['\'', '"'] {
            literals.extend(text.split(quote).map(str::to_owned));
        }
    }
    let english = english();
    let within: BTreeSet<&String> = english.values().flat_map(|message| &message.messages).collect();
    let unsaid: Vec<String> = english
        .keys()
        .filter(|id| !id.strip_prefix("problem-").is_some_and(|code| CODES.contains(&code)))
        .filter(|id| !literals.contains(*id) && !within.contains(id))
        .cloned()
        .collect();
    none(&unsaid, "nobody says these messages");
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let languages = languages();
    let english = &languages["en"];
    let mut wrong = Vec::new();
    for (tag, messages) in &languages {
        for (id, message) in english {
            match messages.get(id) {
                None => wrong.push(format!("{tag}.ftl lacks {id}")),
                Some(other) if other.variables != message.variables => {
                    wrong.push(format!(
                        "{tag}.ftl: {id} says {:?}, English {:?}",
                        other.variables, message.variables
                    ));
                }
                Some(_) => {}
            }
        }
        for id in messages.keys().filter(|id| !english.contains_key(*id)) {
            wrong.push(format!("{tag}.ftl has {id}, which English lacks"));
        }
        assert_eq!(Words::of(tag).language(), tag, "notices do not speak {tag}");
    }
    none(&wrong, "languages differ");
}

/// The codes, their words, and what each place that makes one gives to them.
#[test]
fn every_problem_has_words() {
    let english = english();
    let mut wrong = Vec::new();
    let worded: BTreeSet<&str> = english.keys().filter_map(|id| id.strip_prefix("problem-")).collect();
    assert_eq!(worded, CODES.iter().copied().collect(), "codes and words differ");
    assert!(CODES.is_sorted(), "the codes are in order");

    for (name, text) in rust() {
        for (at, rest) in calls(&text, "Problem::new(") {
            let Some((code, rest)) = quoted(rest) else { continue };
            // Details are added right there, or to the variable two lines on; never in another function.
            let end = [rest.find("Problem::new("), rest.find("\n}")]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(rest.len());
            let details = rest[..end].split(".with(").skip(1);
            let given: BTreeSet<String> =
                details.filter_map(|rest| Some(quoted(rest)?.0.to_owned())).collect();
            let said = english.get(&format!("problem-{code}")).map(|message| message.variables.clone());
            if said.as_ref() != Some(&given) {
                wrong.push(format!(
                    "{}: {code} is given {given:?} and says {said:?}",
                    place(&name, &text, at)
                ));
            }
        }
    }
    // The window finds some of the same problems by itself, before it asks.
    for (name, text) in screens() {
        for (at, rest) in calls(&text, "problem(") {
            let Some((code, rest)) = quoted(rest) else { continue };
            if !CODES.contains(&code) {
                // Its own problems stand in `words.ts` with the message each is told by.
                let own = super::sources::text("ui/src/words.ts");
                assert!(
                    own.contains(&format!("'{code}': '")),
                    "{}: nobody words {code}",
                    place(&name, &text, at)
                );
                continue;
            }
            let given = quoted(rest.trim_start_matches([',', ' ']))
                .map(|(_, rest)| members(rest.trim_start_matches([',', ' '])).unwrap_or_default());
            let said = english[&format!("problem-{code}")].variables.clone();
            if given.as_ref() != Some(&said) {
                wrong.push(format!(
                    "{}: {code} is given {given:?} and says {said:?}",
                    place(&name, &text, at)
                ));
            }
        }
    }
    none(&wrong, "what a problem is given and what its words say differ");
}

/// A code that nobody makes has words that nobody reads.
#[test]
fn every_problem_is_made_somewhere() {
    let mut unmade: BTreeSet<&str> = CODES.iter().copied().collect();
    for (_, text) in rust() {
        for (_, rest) in calls(&text, "Problem::new(") {
            if let Some((code, _)) = quoted(rest) {
                unmade.remove(code);
            }
        }
    }
    assert!(unmade.is_empty(), "nobody makes these problems: {unmade:?}");
}

/// A form offers devices and areas by id. Each has words in the window, also those that it offers only to refuse them.
#[test]
fn every_choice_has_words() {
    let folder = tempfile::tempdir().unwrap();
    let companion = companion::Companion::open(folder.path()).unwrap();
    let start = companion.start("2026-03-27T15:10:00Z".parse().unwrap(), chrono_tz::Europe::Berlin).unwrap();
    let english = english();
    for (kind, choices) in [("device", start.protocol.devices), ("area", start.protocol.areas)] {
        assert!(choices.len() > 3);
        for choice in choices {
            let id = format!("{kind}-{}", choice.id);
            assert!(english.contains_key(&id), "{id} has no words");
        }
    }
}

#[test]
fn the_scanners_read_what_they_are_for() {
    let named = |text: &str| members(text).map(|names| names.into_iter().collect::<Vec<_>>().join(" "));
    assert_eq!(named("{ a, b: f(c, { d: e }), c: x ? y : z })").as_deref(), Some("a b c"));
    assert_eq!(named("{}").as_deref(), Some(""));
    assert_eq!(named("{ ...rest, a }"), None);
    assert_eq!(named("vars)"), None);
    assert_eq!(quoted(" 'it', {"), Some(("it", ", {")));
    let found: Vec<&str> = calls("at('x') t('y') $t('z')", "t(").map(|(_, rest)| &rest[1..2]).collect();
    assert_eq!(found, ["y"]);
}
