//! Content lines of RFC 5545: folded at 75 octets, texts escaped, ended by CR and LF.
//!
//! The calendar libraries that can be had write the present time and a random identity where neither may stand, or count an octet
//! too few in what they fold; both would be seen in every file.

use chrono::{DateTime, NaiveDateTime, Utc};

/// The most octets of a line, without its end.
const MOST: usize = 75;

/// The lines of a calendar, as they are written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    written: String,
}

impl Lines {
    /// A component with what `write` puts into it.
    pub(super) fn component(&mut self, name: &str, write: impl FnOnce(&mut Lines)) {
        self.line("BEGIN", name);
        write(self);
        self.line("END", name);
    }

    /// A line whose value needs no escaping. `name` has the parameters with it.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = MOST;
        while rest.len() > room {
            let mut end = room;
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let (now, later) = rest.split_at(end);
            self.written.push_str(now);
            self.written.push_str("\r\n ");
            rest = later;
            // The space that a folded line begins with is one of its octets.
            room = MOST - 1;
        }
        self.written.push_str(rest);
        self.written.push_str("\r\n");
    }

    /// A line whose value is a text for people.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A line whose value is an instant.
    pub(super) fn instant(&mut self, name: &str, instant: DateTime<Utc>) {
        self.line(name, &instant.format("%Y%m%dT%H%M%SZ").to_string());
    }

    /// A line whose value is a wall time; whose, the parameters or the component say.
    pub(super) fn wall(&mut self, name: &str, wall: NaiveDateTime) {
        self.line(name, &wall.format("%Y%m%dT%H%M%S").to_string());
    }

    /// All of it.
    pub(super) fn written(self) -> String {
        self.written
    }
}

/// A text as RFC 5545 has it in 3.3.11: no control character but the tab may stand in one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(sign),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", text);
        lines.written()
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(
            written("a, b; c\\d\r\ne\nf\rg\u{0}\u{1b}\u{7f}\th: \"i\""),
            "SUMMARY:a\\, b\\; c\\\\d\\ne\\nf\\ng\th: \"i\"\r\n"
        );
    }

    /// Whatever its length: no line has more than 75 octets, none is cut inside a character, and unfolded it is as it was.
    #[test]
    fn lines_are_folded_at_75_octets() {
        for part in ["x", "é", "老", "🧴", "a🧴é老 "] {
            for count in 0..200 {
                let text = part.repeat(count);
                let folded = written(&text);
                let unended = folded.strip_suffix("\r\n").unwrap();
                for line in unended.split("\r\n") {
                    assert!(line.len() <= 75, "{} octets: {line}", line.len());
                }
                assert_eq!(unended.replace("\r\n ", ""), format!("SUMMARY:{text}"));
            }
        }
        // Not one octet earlier than needed.
        let lengths = |count| -> Vec<usize> {
            written(&"x".repeat(count)).split_terminator("\r\n").map(str::len).collect()
        };
        assert_eq!(lengths(67), [75]);
        assert_eq!(lengths(68), [75, 2]);
        assert_eq!(lengths(67 + 74), [75, 75]);
        assert_eq!(lengths(67 + 75), [75, 75, 2]);
    }
}
