//! What the person chose, and everything deleted.

use super::Start;
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer's own settings say.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How the window looks. It is known before the first thing is drawn.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq, TS)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// The size of all text in per cent; one of `Settings.text_sizes`.
    pub text_size: u32,
}

impl Default for Look {
    fn default() -> Look {
        Look { theme: Theme::System, text_size: 100 }
    }
}

/// What the person chose.
#[derive(Clone, Debug, Serialize, PartialEq, TS)]
pub struct Settings {
    /// Notices say what to do; else they are discreet.
    pub details: bool,
    /// How the window looks.
    pub look: Look,
    /// The text sizes to choose from, in per cent.
    pub text_sizes: Vec<u32>,
    /// The times of day in use, where they are the person's own.
    pub times: Times,
    /// The times of day of the rules in use.
    pub plan: PlanTimes,
    /// The longest that quiet hours may be, in hours.
    pub quiet_most: u32,
    /// The data folder.
    pub folder: String,
}

/// Times of day that the person chose: wall times where the computer is, `08:00`. None: as the rules say.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// Morning care.
    pub morning: Option<String>,
    /// Evening care.
    pub evening: Option<String>,
    /// Quiet hours.
    pub quiet: Option<QuietHours>,
}

/// The times of day of the rules in use.
#[derive(Clone, Debug, Serialize, PartialEq, TS)]
pub struct PlanTimes {
    /// Morning care.
    pub morning: String,
    /// Evening care.
    pub evening: String,
    /// Quiet hours.
    pub quiet: QuietHours,
}

/// Hours without reminders, perhaps over midnight. Where both are equal there are none.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The first quiet time.
    pub from: String,
    /// The first time that is not quiet any more.
    pub until: String,
}

/// What is there after everything was deleted.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Deleted {
    /// As on the first day.
    pub start: Start,
    /// What could not be taken away, in words for the person.
    pub left: Vec<Problem>,
}
