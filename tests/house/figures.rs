//! No text's number contradicts its window: whoever changes a window without its words, or the words without the window, is
//! told here.

use super::sources::none;
use plan::protocol::{Instruction, Protocol};
use plan::{Step, Trait};
use std::collections::BTreeSet;

/// A stretch of time in words, and the same in minutes. A month is 30 days, as people count it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    words: String,
    minutes: i64,
}

const UNITS: [(&str, i64); 5] =
    [("minute", 1), ("hour", 60), ("day", 1440), ("week", 7 * 1440), ("month", 30 * 1440)];

fn number(word: &str) -> Option<i64> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" | "first" => Some(1),
        _ => word.parse().ok().or_else(|| Some(WORDS.iter().position(|one| *one == word)? as i64 + 1)),
    }
}

/// "48 hours", "two weeks", "the first week", "1 to 3 days" (its end counts), "a week".
fn stretches(text: &str) -> Vec<Stretch> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let mut out = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let Some(n) = number(&pair[0]) else { continue };
        let unit = UNITS.iter().find(|(unit, _)| pair[1] == *unit || pair[1].strip_suffix('s') == Some(unit));
        let Some((_, minutes)) = unit else { continue };
        // "the first hours" are not one hour.
        if n == 1 && pair[1].ends_with('s') {
            continue;
        }
        let range = at >= 2 && words[at - 1] == "to" && number(&words[at - 2]).is_some();
        let from = if range { at - 2 } else { at };
        out.push(Stretch { words: words[from..at + 2].join(" "), minutes: n * minutes });
    }
    out
}

fn minutes(step: Step) -> i64 {
    match step {
        Step::Hours(hours) => i64::from(hours) * 60,
        Step::Days(days) => i64::from(days) * 1440,
        Step::Months(months) => i64::from(months) * 30 * 1440,
    }
}

/// Numbers that are not about the window, each with what it is about.
const NOT_THE_WINDOW: [(&str, &str, &str); 8] = [
    ("cool-down", "10 minutes", "how long the cool pack stays on"),
    ("evening-check", "one minute", "how long the check takes"),
    ("before-day", "an hour", "how long numbing cream needs"),
    ("before-day", "30 minutes", "how long the treatment takes"),
    ("before-day", "two to three hours", "how long the visit takes"),
    ("sun-shade", "a week", "how long the skin stays sensitive; whose skin stains easily waits longer"),
    ("sunscreen", "first day", "the day before reminders begin"),
    ("book-next-session", "one to two months", "how far apart sessions are; checked below"),
];

/// What a person with these traits reads of an instruction: its texts and the minutes from the anchor at which it ends.
fn read(one: &Instruction, with: Option<Trait>) -> (Vec<&str>, i64) {
    let variant = with.and_then(|name| one.variants.get(&name));
    let title = variant.and_then(|variant| variant.title.as_ref()).unwrap_or(&one.title);
    let text = variant.and_then(|variant| variant.text.as_ref()).unwrap_or(&one.text);
    let release = variant.and_then(|variant| variant.release.as_ref()).or(one.release.as_ref());
    let texts = [Some(title), one.short.as_ref(), Some(text), one.why.as_ref(), release];
    let until = variant.and_then(|variant| variant.until).unwrap_or(one.until);
    (texts.into_iter().flatten().map(|text| text.get("en")).collect(), minutes(until))
}

#[test]
fn every_number_is_the_windows() {
    let protocol = Protocol::built_in();
    let (mut wrong, mut used, mut checked) = (Vec::new(), BTreeSet::new(), 0);
    for one in &protocol.instructions {
        for with in [None, Some(Trait::Prp), Some(Trait::PihProne)] {
            let (texts, until) = read(one, with);
            let every =
                one.remind.as_ref().and_then(|remind| remind.every.as_ref()).map(|(step, _)| minutes(*step));
            for stretch in texts.iter().flat_map(|text| stretches(text)) {
                let exception =
                    NOT_THE_WINDOW.iter().find(|(id, words, _)| *id == one.id && *words == stretch.words);
                if let Some(exception) = exception {
                    used.insert(exception);
                    continue;
                }
                checked += 1;
                if stretch.minutes != until && Some(stretch.minutes) != every {
                    let ends = until as f64 / 1440.0;
                    wrong.push(format!(
                        "{} for {with:?} says {:?} and ends after {ends} days",
                        one.id, stretch.words
                    ));
                }
            }
        }
    }
    none(&wrong, "a text and its window disagree");
    let stale: Vec<String> =
        NOT_THE_WINDOW.iter().filter(|one| !used.contains(one)).map(|one| format!("{one:?}")).collect();
    none(&stale, "these exceptions are needed no more");
    assert!(checked > 60, "only {checked} numbers were found");
}

const TELLING: [&str; 20] = [
    "sun-strict",
    "sun-shade",
    "tanning-beds",
    "sunscreen",
    "anti-inflammatories",
    "antibiotic-cream",
    "bottled-water",
    "clinic-products-only",
    "make-up",
    "strong-creams",
    "sport",
    "heat",
    "swimming",
    "shaving",
    "hair-removal",
    "alcohol",
    "other-treatments",
    "expect-redness",
    "expect-tenderness",
    "expect-flaking",
];

/// Instructions whose end is told in words. If one of them loses its number, nobody would notice a changed window any more.
#[test]
fn who_tells_the_end_keeps_telling_it() {
    let protocol = Protocol::built_in();
    let telling: Vec<&str> = protocol
        .instructions
        .iter()
        .filter(|one| {
            let (texts, until) = read(one, None);
            texts.iter().flat_map(|text| stretches(text)).any(|stretch| stretch.minutes == until)
        })
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(telling, TELLING);
}

#[test]
fn sunscreen_factors_and_sessions_are_the_fields() {
    let protocol = Protocol::built_in();
    for one in &protocol.instructions {
        for with in [None, Some(Trait::Prp), Some(Trait::PihProne)] {
            for text in read(one, with).0 {
                for after in text.split("SPF ").skip(1) {
                    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
                    assert_eq!(digits.parse().ok(), one.min_spf, "{}: {text}", one.id);
                }
            }
        }
    }
    // "Sessions are one to two months apart."
    assert_eq!(protocol.sessions.interval, (Step::Months(1), Step::Months(2)));
    let book = protocol.instructions.iter().find(|one| one.id == "book-next-session").unwrap();
    assert!(book.text.get("en").contains("one to two months apart"));
    // "On the first day stay out of the sun instead": reminders begin a day later.
    let sunscreen = protocol.instructions.iter().find(|one| one.id == "sunscreen").unwrap();
    assert_eq!(sunscreen.remind.as_ref().unwrap().from, Some(Step::Hours(24)));
}

#[test]
fn the_reader_of_numbers_reads() {
    let read = |text: &str| -> Vec<(String, i64)> {
        stretches(text).into_iter().map(|one| (one.words, one.minutes)).collect()
    };
    let day = 1440;
    assert_eq!(read("Stay inside for 48 hours."), [("48 hours".to_owned(), 2 * day)]);
    assert_eq!(read("The first week is over."), [("first week".to_owned(), 7 * day)]);
    assert_eq!(read("for three months: your skin"), [("three months".to_owned(), 90 * day)]);
    assert_eq!(read("fade in 1 to 3 days."), [("1 to 3 days".to_owned(), 3 * day)]);
    assert_eq!(read("the first hours, day 2 or 3, a few weeks, minutes to hours"), []);
}
