//! Names that are written like what was typed: offered, never answered.

use super::fold::fold;
use super::{Lists, Question};
use crate::Protocol;
use strsim::damerau_levenshtein;

/// How many names are offered.
const MOST: usize = 5;

/// How many letters may be wrong. In a short word any letter makes another word.
fn tolerance(key: &str) -> Option<usize> {
    match key.chars().filter(|c| *c != ' ').count() {
        0..=3 => None,
        4..=5 => Some(1),
        6..=10 => Some(2),
        // No name is longer; what is, is no name.
        11..=80 => Some(3),
        _ => None,
    }
}

/// Names that are at most so many typing errors away, the nearest first: a letter wrong, missing, doubled, or two turned round.
pub(super) fn near(key: &str, question: &Question<'_>) -> Vec<String> {
    let Some(most) = tolerance(key) else { return Vec::new() };
    let length = key.chars().count();
    let letters = counted(key);
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut look = |folded: &str, written| {
        let comparable =
            folded.len().abs_diff(length) <= most && differing(&letters, &counted(folded)) <= 2 * most;
        // A name itself is not a typing error of it: further down a list it just does not count.
        if comparable && folded != key {
            let errors = damerau_levenshtein(folded, key);
            if errors <= most {
                found.push((errors, written));
            }
        }
    };
    for name in &question.lists.index.spellings {
        look(&name.folded, name.written.as_str());
    }
    for plan in question.plans {
        for word in plan.protocol().instructions.iter().flat_map(|one| one.asks_in(question.language)) {
            look(&fold(word), word);
        }
    }
    found.sort();
    let mut out: Vec<String> = Vec::new();
    for (_, name) in found {
        if out.len() < MOST && !out.iter().any(|other| fold(other) == fold(name)) {
            out.push(name.to_owned());
        }
    }
    out
}

/// How often each letter stands in a word. Comparing these is quick and leaves few names to compare letter by letter.
fn counted(text: &str) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for byte in text.bytes() {
        let count = &mut counts[usize::from(byte % 32)];
        *count = count.saturating_add(1);
    }
    counts
}

/// A letter wrong is two that differ, a letter missing one.
fn differing(one: &[u8; 32], other: &[u8; 32]) -> usize {
    one.iter().zip(other).map(|(a, b)| usize::from(a.abs_diff(*b))).sum()
}

/// Names of which one word begins with what was typed: the name itself first, then the shorter, then by the alphabet. They are
/// written as on packs.
#[must_use]
pub fn beginning_with(typed: &str, protocol: &Protocol, language: &str, most: usize) -> Vec<String> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let begins = |folded: &str| {
        folded.starts_with(&typed)
            || folded.match_indices(' ').any(|(at, _)| folded[at + 1..].starts_with(&typed))
    };
    let asks = protocol.instructions.iter().flat_map(|one| one.asks_in(language));
    let asks: Vec<(String, &str)> = asks.map(|word| (fold(word), word.as_str())).collect();
    let names = Lists::built_in().index.spellings.iter();
    let names = names.map(|name| (name.folded.as_str(), name.written.as_str()));
    let names = names.chain(asks.iter().map(|(folded, word)| (folded.as_str(), *word)));
    let mut found: Vec<(bool, usize, &str, &str)> = names
        .filter(|(folded, _)| begins(folded))
        .map(|(folded, written)| (folded != typed, folded.chars().count(), folded, written))
        .collect();
    found.sort();
    found.dedup_by_key(|one| one.2);
    found.into_iter().take(most).map(|one| one.3.to_owned()).collect()
}
