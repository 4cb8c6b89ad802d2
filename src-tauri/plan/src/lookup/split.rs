//! A pasted list in its parts: as its own commas, semicolons, lines and bullets part it.

use super::fold::fold;
use super::wording::{Small, is_closing, is_opening};

/// The parts of a text, as they were typed, in its order. `known` says whether a text is a name, whole.
///
/// A slash parts two names only where the whole is not one itself. A text without a part is one part.
pub(super) fn parts<'t>(text: &'t str, small: &Small, known: impl Fn(&str) -> bool) -> Vec<&'t str> {
    let mut out = Vec::new();
    for piece in cut(text) {
        for piece in at_brackets(piece) {
            at_slashes(unlabelled(piece, small), &known, &mut out);
        }
    }
    let says_something = |piece: &&str| {
        let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
        // A number by itself is one of a numbered list.
        letters > 0 || piece.chars().filter(|c| c.is_numeric()).count() > 3
    };
    out.retain(says_something);
    if out.len() > 1 {
        out.retain(|piece| !small.labels.contains(&fold(piece).as_str()));
    }
    if out.is_empty() {
        out.push(text.trim());
    }
    out
}

/// Cuts at what parts a list. A comma inside a number does not: 1,2-hexanediol.
fn cut(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut begun = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let parts = match c {
            ',' | '，' => {
                let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                // "1, 2-hexanediol": nothing but a number stands before the comma.
                let number = || text[begun..at].trim_start().bytes().all(|b| b.is_ascii_digit());
                let next = text[after..].chars().next();
                let next = if inside(before) && number() {
                    text[after..].trim_start_matches(' ').chars().next()
                } else {
                    next
                };
                !(inside(before) && inside(next))
            }
            ';' | '；' | '؛' | '、' | '،' | '|' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}'
            | '\u{2028}' | '\u{2029}' => true,
            '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '·' | '∙' | '⋅' | '・' => {
                true
            }
            _ => false,
        };
        if parts {
            out.push(&text[begun..at]);
            begun = after;
        }
        before = Some(c);
    }
    out.push(&text[begun..]);
    out
}

/// Cuts at brackets that a comma left without their other half, "Parfum (Limonene", and at "(and)", which is a comma.
fn at_brackets(piece: &str) -> Vec<&str> {
    let mut open = Vec::new();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (at, c) in piece.char_indices() {
        let after = at + c.len_utf8();
        if is_opening(c) {
            open.push((at, after));
        } else if is_closing(c) {
            match open.pop() {
                None => cuts.push((at, after)),
                Some((begun, inside)) if piece[inside..at].trim().eq_ignore_ascii_case("and") => {
                    cuts.push((begun, after));
                }
                Some(_) => {}
            }
        }
    }
    cuts.extend(open);
    cuts.sort_unstable();
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut begun = 0;
    for (at, after) in cuts {
        // What stands inside a pair that is itself a cut was cut with it.
        out.push(piece.get(begun..at).unwrap_or_default());
        begun = begun.max(after);
    }
    out.push(&piece[begun..]);
    out
}

/// Cuts at slashes where the whole is no name. Between spaces a slash always parts; without them only where a part is a name,
/// and never in a polymer, whose slashes join.
fn at_slashes<'t>(piece: &'t str, known: &impl Fn(&str) -> bool, out: &mut Vec<&'t str>) {
    let piece = unmarked(piece.trim());
    if !piece.contains('/') || known(piece) {
        out.push(piece);
        return;
    }
    for piece in piece.split(" / ").map(str::trim) {
        let polymer = || fold(piece).split(' ').any(|word| word.ends_with("polymer"));
        if piece.contains('/') && !known(piece) && !polymer() && piece.split('/').any(known) {
            out.extend(piece.split('/').map(|piece| unmarked(piece.trim())));
        } else {
            out.push(piece);
        }
    }
}

/// Without the mark or the number of a line of a list.
fn unmarked(piece: &str) -> &str {
    let unmarked = piece.trim_start_matches(['-', '–', '—', '*', '+']);
    if unmarked.len() < piece.len() && unmarked.starts_with(char::is_whitespace) {
        return unmarked.trim_start();
    }
    let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    match piece[digits..].strip_prefix('.') {
        Some(rest) if (1..=3).contains(&digits) && rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => piece,
    }
}

/// Without the word that a list begins with: "Ingredients: …".
fn unlabelled<'t>(piece: &'t str, small: &Small) -> &'t str {
    match piece.split_once([':', '：']) {
        Some((label, rest)) if label.len() <= 60 && small.labels.contains(&fold(label).as_str()) => rest,
        _ => piece,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::wording::ENGLISH;

    fn split(text: &str) -> Vec<&str> {
        let names =
            ["aqua", "water", "retinol", "lactic acid", "glycolic acid", "caprylic capric triglyceride"];
        let known = |piece: &str| names.contains(&fold(piece).as_str());
        parts(text, &ENGLISH, known)
    }

    #[test]
    fn a_list_is_parted_where_it_says_so() {
        for (text, meant) in [
            ("retinol", &["retinol"] as &[&str]),
            ("Ingredients: Aqua, Glycerin;Retinol\nParfum", &["Aqua", "Glycerin", "Retinol", "Parfum"]),
            ("Ingredients\n• Aqua\n• Retinol.", &["Aqua", "Retinol."]),
            ("1. Aqua\n2. Retinol", &["Aqua", "Retinol"]),
            ("- Aqua\n- Retinol", &["Aqua", "Retinol"]),
            ("1,2-Hexanediol, Aqua", &["1,2-Hexanediol", "Aqua"]),
            ("Aqua, 1, 2-Hexanediol", &["Aqua", "1, 2-Hexanediol"]),
            (
                "Aqua,2-bromo-2-nitropropane-1,3-diol,Retinol",
                &["Aqua", "2-bromo-2-nitropropane-1,3-diol", "Retinol"],
            ),
            ("Aqua / Water / Eau", &["Aqua", "Water", "Eau"]),
            ("Aqua/Water/Eau", &["Aqua", "Water", "Eau"]),
            ("Caprylic/Capric Triglyceride", &["Caprylic/Capric Triglyceride"]),
            ("Lactic Acid/Glycolic Acid Copolymer", &["Lactic Acid/Glycolic Acid Copolymer"]),
            ("Lactic Acid/Glycolic Acid", &["Lactic Acid", "Glycolic Acid"]),
            ("Parfum (Limonene, Linalool)", &["Parfum", "Limonene", "Linalool"]),
            ("Zinc Oxide (nano), Aqua", &["Zinc Oxide (nano)", "Aqua"]),
            ("Aqua (and) Retinol", &["Aqua", "Retinol"]),
            ("May contain [+/- CI 77891, CI 77491]", &["+/- CI 77891", "CI 77491"]),
            (" ,;, ", &[",;,"]),
            ("💊", &["💊"]),
        ] {
            assert_eq!(split(text), meant, "{text}");
        }
    }

    #[test]
    fn what_was_pasted_by_mistake_takes_no_time() {
        for text in ["(".repeat(100_000), "(a)".repeat(30_000), "a/".repeat(50_000), "1,".repeat(50_000)] {
            assert!(!split(&text).is_empty());
        }
    }
}
