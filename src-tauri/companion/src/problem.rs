//! What can go wrong, with a code for the program and words for the person.
//!
//! The words are in `ui/words/*.ftl` under `problem-<code>`; the details fill their variables. Nobody matches English text.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// For the program. Its words are `problem-<code>`.
    pub code: String,
    /// The form's field it is about, where there is one.
    pub field: Option<String>,
    /// What the words' variables stand for.
    pub detail: BTreeMap<String, String>,
}

/// Every code there is. A code exists only if someone acts on it or words it.
pub const CODES: &[&str] = &[
    "answer-in-future",
    "answer-not-a-time",
    "answer-too-early",
    "area-missing",
    "area-not-covered",
    "ask-empty",
    "ask-too-long",
    "autostart",
    "booking-in-past",
    "booking-not-a-time",
    "booking-too-far",
    "check-before-treatment",
    "check-empty",
    "check-in-future",
    "check-not-a-time",
    "check-note-too-long",
    "check-rating",
    "contact-hidden-signs",
    "contact-too-long",
    "country-unknown",
    "data-folder",
    "depth-not-a-depth",
    "depth-not-covered",
    "device-not-covered",
    "ended-in-future",
    "ended-not-a-time",
    "ended-too-long-ago",
    "export-exists",
    "export-failed",
    "export-nothing",
    "export-photo-gone",
    "export-photos-many",
    "free-in-past",
    "free-name-missing",
    "free-name-too-long",
    "free-not-a-day",
    "free-order",
    "free-too-far",
    "free-too-long",
    "login-left",
    "no-procedure",
    "no-window",
    "not-a-question",
    "not-agreed",
    "not-found",
    "phone-not-a-number",
    "photo-damaged",
    "photo-gone",
    "photo-heic",
    "photo-in-future",
    "photo-not-a-file",
    "photo-not-a-time",
    "photo-not-kept",
    "photo-too-early",
    "photo-too-large",
    "photo-too-many-points",
    "photo-unknown",
    "photo-unreadable",
    "photos-left",
    "place-unknown",
    "quiet-too-long",
    "session-before-treatment",
    "session-not-a-time",
    "session-number",
    "store-damaged",
    "store-failed",
    "store-newer",
    "time-not-a-time",
    "times-order",
    "too-early-to-answer",
    "traces-left",
    "zone-unknown",
];

impl Problem {
    /// A problem with no details.
    #[must_use]
    pub fn new(code: &'static str) -> Problem {
        debug_assert!(CODES.contains(&code), "{code} is not in the list of codes");
        Problem { code: code.into(), field: None, detail: BTreeMap::new() }
    }

    /// The same, about one field of a form.
    #[must_use]
    pub fn about(mut self, field: &str) -> Problem {
        self.field = Some(field.into());
        self
    }

    /// The same, with one more detail.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Problem {
        self.detail.insert(name.into(), value.to_string());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.detail {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
