//! May I …?

use crate::Companion;
use crate::contract::May;
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A longer question is no question, and no list of ingredients either. In characters.
const LONGEST: usize = 100_000;

impl Companion {
    /// The verdict on a question or on a pasted list.
    ///
    /// # Errors
    /// `ask-empty`, `ask-too-long`, `no-procedure`; where the store cannot be read.
    pub fn may(&self, asked: &str, _now: DateTime<Utc>, _zone: Tz) -> Result<May, Problem> {
        if asked.trim().is_empty() {
            return Err(Problem::new("ask-empty").about("asked"));
        }
        if asked.chars().count() > LONGEST {
            return Err(Problem::new("ask-too-long").about("asked"));
        }
        Err(Problem::new("no-procedure"))
    }

    /// At most eight names of which one word begins with what was typed.
    #[must_use]
    pub fn suggest(&self, _typed: &str) -> Vec<String> {
        Vec::new()
    }
}
