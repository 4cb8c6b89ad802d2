//! What does not count where names are compared: case, accents, punctuation, the width of letters, how a hyphen is written, and
//! how much of it there is.
//!
//! Two texts are the same name when one of their [`keys`] is the same, whole. Nothing is ever found inside another word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The plain form: `Ibu-Hexal®` is `ibu hexal`. A hyphen parts words.
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text, Hyphen::Parts, Umlaut::Bare)
}

/// The forms that a text is compared by. `Ben-u-ron` is also written `Benuron`, and `für` also `fuer`.
pub(crate) fn keys(text: &str) -> Vec<String> {
    let mut out = vec![fold(text)];
    let mut add = |key: String| {
        if !out.contains(&key) {
            out.push(key);
        }
    };
    if text.chars().any(is_hyphen) {
        add(folded(text, Hyphen::Joins, Umlaut::Bare));
    }
    if !text.is_ascii() {
        add(folded(text, Hyphen::Parts, Umlaut::Spelt));
    }
    out.retain(|key| !key.is_empty());
    out
}

#[derive(Clone, Copy, PartialEq)]
enum Hyphen {
    Parts,
    Joins,
}

#[derive(Clone, Copy, PartialEq)]
enum Umlaut {
    Bare,
    Spelt,
}

fn folded(text: &str, hyphen: Hyphen, umlaut: Umlaut) -> String {
    let once = pass(text, hyphen, umlaut);
    if once.is_ascii() {
        return once;
    }
    // What one pass takes away can bring marks together that the next puts in another order.
    let mut last = once;
    for _ in 0..4 {
        let next = pass(&last, hyphen, umlaut);
        if next == last {
            break;
        }
        last = next;
    }
    last
}

fn pass(text: &str, hyphen: Hyphen, umlaut: Umlaut) -> String {
    let mut words = Words { out: String::with_capacity(text.len()), gap: false };
    if text.is_ascii() {
        text.bytes().for_each(|byte| words.take(byte.to_ascii_lowercase().into(), hyphen));
        return words.out;
    }
    let seen = text.chars().filter(|c| !is_unseen(*c)).nfc();
    let spelt = seen.flat_map(|c| Two::of(spelling(c, umlaut).unwrap_or((c, None))));
    let bare = spelt.nfkd().filter(|c| !is_accent(*c)).flat_map(char::to_lowercase);
    for c in bare.nfkd().filter(|c| !is_accent(*c)) {
        match plain(c) {
            Some(letters) => letters.chars().for_each(|c| words.take(c, hyphen)),
            None => words.take(c, hyphen),
        }
    }
    words.out
}

/// Folded words, as they are put together: one space between two, none at the ends.
struct Words {
    out: String,
    gap: bool,
}

impl Words {
    fn take(&mut self, c: char, hyphen: Hyphen) {
        if c.is_alphanumeric() || is_combining_mark(c) || is_override(c) {
            if std::mem::take(&mut self.gap) && !self.out.is_empty() {
                self.out.push(' ');
            }
            self.out.push(c);
        } else if let Some(word) = spoken(c) {
            self.gap = true;
            word.chars().for_each(|c| self.take(c, hyphen));
            self.gap = true;
        } else if !(is_joiner(c) || hyphen == Hyphen::Joins && is_hyphen(c)) {
            self.gap = true;
        }
    }
}

/// At most two letters in place of one.
struct Two(Option<char>, Option<char>);

impl Two {
    fn of((first, second): (char, Option<char>)) -> Two {
        Two(Some(first), second)
    }
}

impl Iterator for Two {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.0.take().or_else(|| self.1.take())
    }
}

/// German umlauts as they are written where a keyboard has none.
fn spelling(c: char, umlaut: Umlaut) -> Option<(char, Option<char>)> {
    let letter = match c {
        'ä' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        'ü' | 'Ü' => 'u',
        _ => return None,
    };
    (umlaut == Umlaut::Spelt).then_some((letter, Some('e')))
}

/// Letters that no normal form takes apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

/// Signs that are words: what is called "plus" is another product.
fn spoken(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("and"),
        '+' => Some("plus"),
        _ => None,
    }
}

/// Signs inside a word that do not part it: `Goody's`, `C.I.`
fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | '.')
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '\u{ff0d}')
}

/// Accents of the letters of Europe. Marks that make another letter (the voicing of kana, Indic vowels) stay.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What a reader does not see or does not read: trade marks, soft hyphens, marks of direction, the colour of an emoji.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '®' | '™' | '©' | '℠' | 'Ⓡ' | 'ⓡ' | 'ʼ' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202c}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Turns the letters after it round: what is read is not what is written, so it is no name.
fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_folds_away() {
        for (written, plain) in [
            ("IBUPROFEN", "ibuprofen"),
            ("  Alcohol   Denat. ", "alcohol denat"),
            ("St. Joseph", "st joseph"),
            ("Goody’s", "goodys"),
            ("Nurofen®", "nurofen"),
            ("Ibuprofène", "ibuprofene"),
            ("Ibuprofe\u{301}n", "ibuprofen"),
            ("ｉｂｕｐｒｏｆｅｎ", "ibuprofen"),
            ("ibu\u{ad}pro\u{200b}fen", "ibuprofen"),
            ("\u{200f}retinol\u{200e}", "retinol"),
            ("Straße Øre Æon Łódź", "strasse ore aeon lodz"),
            ("İBUPROFEN", "ibuprofen"),
            ("Advil Cold & Sinus", "advil cold and sinus"),
            ("Panadol+", "panadol plus"),
            ("3‑O‑Ethyl", "3 o ethyl"),
            ("💊", ""),
            ("がくせい", "か\u{3099}くせい"),
        ] {
            assert_eq!(fold(written), plain, "{written}");
        }
        assert_ne!(fold("\u{202e}nurofen"), "nurofen");
        assert_ne!(fold("ibuрrofen"), "ibuprofen", "a Cyrillic letter is another letter");
    }

    #[test]
    fn a_hyphen_parts_words_or_joins_them() {
        assert_eq!(keys("Ben-u-ron"), ["ben u ron", "benuron"]);
        assert_eq!(keys("Dolormin für Frauen"), ["dolormin fur frauen", "dolormin fuer frauen"]);
        assert_eq!(keys("ibuprofen"), ["ibuprofen"]);
        assert_eq!(keys("…"), [""; 0]);
    }
}
