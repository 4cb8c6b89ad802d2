//! Signed ISO 8601 durations as a protocol writes them: `PT48H`, `P14D`, `P1M`, `-P2D`.

/// A distance from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Elapsed hours: a clock change does not shorten or lengthen them.
    Hours(i32),
    /// Calendar days: the same wall time that many days later.
    Days(i32),
    /// Calendar months: the same wall time that many months later.
    Months(i32),
}

/// Ten years in days. No aftercare is longer, and a mistyped number should not plan for centuries.
const TEN_YEARS: i32 = 3653;

impl Step {
    /// Reads a duration.
    ///
    /// # Errors
    /// Says in one sentence what is wrong.
    ///
    /// ```
    /// use plan::Step;
    /// assert_eq!(Step::parse("PT48H"), Ok(Step::Hours(48)));
    /// assert_eq!(Step::parse("-P14D"), Ok(Step::Days(-14)));
    /// assert!(Step::parse("2 weeks").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Step, String> {
        let (sign, rest) = match text.as_bytes().first() {
            Some(b'-') => (-1, &text[1..]),
            Some(b'+') => (1, &text[1..]),
            _ => (1, text),
        };
        let wrong = || {
            format!(
                "{text:?} is not a duration; write hours as \"PT48H\", days as \"P14D\" or months as \"P1M\""
            )
        };
        let number = |digits: &str, most: i32| -> Result<i32, String> {
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            match digits.parse::<i32>() {
                Ok(n) if n <= most => Ok(sign * n),
                _ => Err(format!("{text:?} is longer than ten years")),
            }
        };
        if let Some(hours) = rest.strip_prefix("PT").and_then(|rest| rest.strip_suffix('H')) {
            number(hours, TEN_YEARS * 24).map(Step::Hours)
        } else if let Some(days) = rest.strip_prefix('P').and_then(|rest| rest.strip_suffix('D')) {
            number(days, TEN_YEARS).map(Step::Days)
        } else if let Some(months) = rest.strip_prefix('P').and_then(|rest| rest.strip_suffix('M')) {
            number(months, 120).map(Step::Months)
        } else {
            Err(wrong())
        }
    }

    /// So many of this step, one after the other, counted at once: three months are not a month three times.
    pub(crate) fn times(self, count: u16) -> Step {
        let count = i32::from(count);
        match self {
            Step::Hours(n) => Step::Hours(n.saturating_mul(count)),
            Step::Days(n) => Step::Days(n.saturating_mul(count)),
            Step::Months(n) => Step::Months(n.saturating_mul(count)),
        }
    }

    /// The shortest and the longest this can be, in hours of ordinary days: a month has 28 to 31 of them.
    pub(crate) fn range(self) -> (i32, i32) {
        match self {
            Step::Hours(n) => (n, n),
            Step::Days(n) => (n * 24, n * 24),
            Step::Months(n) => {
                let (a, b) = (n * 28 * 24, n * 31 * 24);
                (a.min(b), a.max(b))
            }
        }
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, before, after) = match self {
            Step::Hours(n) => (*n, "PT", "H"),
            Step::Days(n) => (*n, "P", "D"),
            Step::Months(n) => (*n, "P", "M"),
        };
        write!(f, "{}{before}{}{after}", if number < 0 { "-" } else { "" }, number.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::Step::{self, Days, Hours, Months};

    #[test]
    fn reads_what_the_schema_allows_and_nothing_else() {
        for (text, step) in [
            ("PT0H", Hours(0)),
            ("PT48H", Hours(48)),
            ("-PT2H", Hours(-2)),
            ("P14D", Days(14)),
            ("-P15D", Days(-15)),
            ("P1M", Months(1)),
            ("+P2M", Months(2)),
        ] {
            assert_eq!(Step::parse(text), Ok(step), "{text}");
        }
        for text in [
            "",
            "-",
            "P",
            "PT",
            "PTH",
            "PD",
            "48H",
            "P48H",
            "PT2D",
            "P1W",
            "P1Y",
            "PT30M",
            "P1.5D",
            "P 1D",
            "P-1D",
            "--P1D",
            "pt48h",
            "P1DT2H",
            "P٣D",
            "P99999999999D",
            "PT87673H",
            "🙂",
        ] {
            assert!(Step::parse(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn so_many_steps_are_one_step() {
        for (step, many) in [("PT2H", "PT6H"), ("P1D", "P3D"), ("P1M", "P3M"), ("-P2D", "-P6D")] {
            assert_eq!(Step::parse(step).unwrap().times(3).to_string(), many);
        }
    }

    #[test]
    fn writes_what_it_read() {
        for text in ["PT0H", "PT48H", "-PT2H", "P14D", "-P15D", "P1M", "-P2M"] {
            assert_eq!(Step::parse(text).unwrap().to_string(), text);
        }
    }
}
