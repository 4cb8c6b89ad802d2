//! What a name may be wrapped in: small words of a question, an amount, a synonym in brackets. All of it is taken off by fixed
//! tables, and what is left must be a name, whole.

use super::fold::keys;

/// The small words of one language. What stands here is only ever taken off, never understood.
pub(super) struct Small {
    /// Before a name, folded; the longer of two that begin alike stands first.
    pub(super) before: &'static [&'static str],
    /// After a name, folded.
    pub(super) after: &'static [&'static str],
    /// What a list begins with, folded.
    pub(super) labels: &'static [&'static str],
    /// A thing for the sun, folded.
    pub(super) sunscreens: &'static [&'static str],
    /// What may stand beside it, word by word, folded.
    pub(super) beside: &'static [&'static str],
}

/// English. Another language is another such table.
pub(super) const ENGLISH: Small = Small {
    before: &[
        "am i allowed to",
        "is it alright to",
        "is it all right to",
        "is it okay to",
        "is it fine to",
        "is it safe to",
        "is it ok to",
        "when can i",
        "when may i",
        "may i",
        "can i",
        "could i",
        "should i",
        "go to the",
        "go to a",
        "go for a",
        "go to",
        "put on",
        "take",
        "use",
        "apply",
        "wear",
        "have",
        "drink",
        "eat",
        "do",
        "try",
        "get",
        "the",
        "some",
        "any",
        "my",
        "an",
        "a",
    ],
    after: &["already", "please", "again", "today", "yet", "now"],
    labels: &[
        "ingredients",
        "ingredients inci",
        "inci",
        "active ingredients",
        "active ingredient",
        "inactive ingredients",
        "other ingredients",
        "may contain",
    ],
    sunscreens: &["sunscreen", "sun screen", "sun cream", "suncream", "sunblock", "sun block", "sun lotion"],
    beside: &[
        "cream", "lotion", "gel", "spray", "stick", "fluid", "milk", "mineral", "with", "uvb", "pa", "plus",
    ],
};

/// A longer text is no question: nothing is taken off it, word by word.
const MOST_WORDS: usize = 16;

/// Every way to read a text as one name, from the most literal: groups of keys that count alike.
pub(super) fn readings(text: &str, small: &Small) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let bare = without_amounts(text);
    let unnumbered = without_number(&bare);
    let mut texts = vec![text, bare.as_str()];
    texts.extend(unnumbered);
    texts.dedup();
    for text in texts {
        let keys = keys(text);
        let unwrapped: Vec<Vec<String>> = keys.iter().map(|key| unwrapped(key, small)).collect();
        out.push(keys);
        out.extend(unwrapped.into_iter().flatten().map(|key| vec![key]));
    }
    out
}

/// A folded question without its small words, one taken off after the other.
pub(super) fn unwrapped(key: &str, small: &Small) -> Vec<String> {
    let mut out = Vec::new();
    if key.split(' ').take(MOST_WORDS + 1).count() > MOST_WORDS {
        return out;
    }
    let mut front = Some(key);
    while let Some(text) = front {
        let mut back = Some(text);
        while let Some(text) = back {
            out.push(text.to_owned());
            back = small.after.iter().find_map(|word| text.strip_suffix(word)?.strip_suffix(' '));
        }
        front = small.before.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
    }
    // The text as it was is not without anything.
    out.remove(0);
    out
}

/// Units in which packs and labels say how much there is, the longer of two that begin alike first.
const UNITS: [&str; 14] = ["%", "‰", "％", "mg", "mcg", "ml", "µg", "μg", "ug", "kg", "iu", "ie", "ppm", "g"];

/// A text without percentages and amounts: `retinol 0.3 %`, `ibuprofen 400mg`, `10 mg/5 ml`.
pub(super) fn without_amounts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // Inside a number nothing begins: of 1,2-hexanediol 10 % it is the 10 that goes.
        let inside = out.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
        let begins = c.is_ascii_digit() && !inside;
        match begins.then(|| amount(rest)).flatten() {
            Some(after) => {
                out.push(' ');
                rest = after;
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// What comes after an amount, where the text begins with one.
fn amount(text: &str) -> Option<&str> {
    let after = unit(number(text)?.trim_start_matches([' ', '\u{a0}', '\u{202f}']))?;
    // Of a syrup it is so much in so much.
    let per = after.trim_start().strip_prefix('/').map(str::trim_start);
    let per = per.and_then(|per| unit(number(per).unwrap_or(per).trim_start()));
    Some(per.unwrap_or(after))
}

fn number(text: &str) -> Option<&str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut at = digits(text);
    if at == 0 {
        return None;
    }
    if text[at..].starts_with(['.', ',']) && digits(&text[at + 1..]) > 0 {
        at += 1 + digits(&text[at + 1..]);
    }
    Some(&text[at..])
}

fn unit(text: &str) -> Option<&str> {
    UNITS.iter().find_map(|unit| {
        let after = text.get(unit.len()..)?;
        let same = text[..unit.len()].eq_ignore_ascii_case(unit);
        let signs = !unit.ends_with(char::is_alphanumeric);
        let ends = signs || !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        (same && ends).then_some(after)
    })
}

/// A text without the strength at its end that is written without a unit, `Ibuprofen 400`: three or four figures. Fewer can be
/// another product's number (Tylenol 3).
fn without_number(text: &str) -> Option<&str> {
    let (before, last) = text.trim_end().rsplit_once(char::is_whitespace)?;
    ((3..=4).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_digit())).then_some(before)
}

/// A text with brackets: what is outside, and what is inside each of them.
pub(super) fn bracketed(text: &str) -> Option<(String, Vec<&str>)> {
    let (mut outside, mut inside) = (String::with_capacity(text.len()), Vec::new());
    let mut depth = 0_usize;
    let mut begun = 0;
    for (at, c) in text.char_indices() {
        if is_opening(c) {
            if depth == 0 {
                begun = at + c.len_utf8();
                outside.push(' ');
            }
            depth += 1;
        } else if is_closing(c) && depth > 0 {
            depth -= 1;
            if depth == 0 {
                inside.push(&text[begun..at]);
            }
        } else if depth == 0 {
            outside.push(c);
        }
    }
    (!inside.is_empty() && depth == 0).then_some((outside, inside))
}

pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '［' | '【')
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '］' | '】')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::fold::fold;

    #[test]
    fn amounts_are_no_part_of_a_name() {
        for (written, bare) in [
            ("ibuprofen 400 mg", "ibuprofen"),
            ("Ibuprofen400MG", "ibuprofen"),
            ("retinol 0.3%", "retinol"),
            ("retinol 0,3 %", "retinol"),
            ("10% niacinamide", "niacinamide"),
            ("ibuprofen 100 mg/5 ml", "ibuprofen"),
            ("ibuprofen 20mg/ml", "ibuprofen"),
            ("vitamin c 20%", "vitamin c"),
            ("1,2-hexanediol", "1 2 hexanediol"),
            ("1,2-hexanediol 2%", "1 2 hexanediol"),
            ("c12-16 alcohols", "c12 16 alcohols"),
            ("4 gold", "4 gold"),
            ("2-o-ethyl ascorbic acid", "2 o ethyl ascorbic acid"),
            ("ASS 100", "ass 100"),
        ] {
            assert_eq!(fold(&without_amounts(written)), bare, "{written}");
        }
        assert_eq!(without_number("ibuprofen 400"), Some("ibuprofen"));
        assert_eq!(without_number("Tylenol 3"), None);
    }

    #[test]
    fn small_words_are_taken_off_one_after_the_other() {
        assert_eq!(
            unwrapped("may i take a hot bath now", &ENGLISH),
            [
                "may i take a hot bath",
                "take a hot bath now",
                "take a hot bath",
                "a hot bath now",
                "a hot bath",
                "hot bath now",
                "hot bath"
            ]
        );
        assert_eq!(unwrapped("ibuprofen", &ENGLISH), [""; 0]);
        assert_eq!(unwrapped(&"may i ".repeat(50_000), &ENGLISH), [""; 0]);
    }

    #[test]
    fn brackets_hold_synonyms() {
        assert_eq!(
            bracketed("Tocopherol (Vitamin E [nano])"),
            Some(("Tocopherol  ".into(), vec!["Vitamin E [nano]"]))
        );
        assert_eq!(bracketed("Tocopherol (Vitamin E"), None);
        assert_eq!(bracketed("Tocopherol"), None);
    }
}
