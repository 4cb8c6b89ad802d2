//! The rules of one kind of treatment: what a protocol file says (schema 1, explained at the head of
//! `protocols/microneedling.toml`).

mod check;
mod read;
pub(crate) mod table;

use crate::Step;
use crate::local::Quiet;
use crate::procedure::Trait;
use chrono::NaiveTime;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// One thing wrong (or odd) with a protocol file: where, which field, what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    /// For example `instruction "sun-strict" until`.
    pub field: String,
    /// A sentence for the author of the file.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.field.is_empty() {
            write!(f, "line {}: {}", self.line, self.what)
        } else {
            write!(f, "line {}: {}: {}", self.line, self.field, self.what)
        }
    }
}

/// A text in one or more languages; English is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// The text in a language, or in English where it is not translated.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.0.get(language).or_else(|| self.0.get("en")).map_or("", String::as_str)
    }
}

/// Words in one or more languages, a list in each.
pub type Lists = BTreeMap<String, Vec<String>>;

/// What an instruction asks of the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not until the window ends.
    Avoid,
    /// To be done.
    Do,
    /// To be put on the skin.
    Apply,
    /// What is usual in this window.
    Expect,
    /// To be looked at.
    Check,
    /// Good to know.
    Learn,
}

impl Kind {
    /// Every kind, by its word in a protocol.
    pub const ALL: [(&'static str, Kind); 6] = [
        ("avoid", Kind::Avoid),
        ("do", Kind::Do),
        ("apply", Kind::Apply),
        ("expect", Kind::Expect),
        ("check", Kind::Check),
        ("learn", Kind::Learn),
    ];

    /// The word in a protocol.
    #[must_use]
    pub fn word(self) -> &'static str {
        Kind::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The patient can answer it with Done.
    #[must_use]
    pub fn answerable(self) -> bool {
        matches!(self, Kind::Do | Kind::Apply | Kind::Check)
    }
}

/// How much an instruction weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Its lack does harm.
    Rule,
    /// It helps.
    Advice,
}

impl Weight {
    /// The word in a protocol.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Weight::Rule => "rule",
            Weight::Advice => "advice",
        }
    }
}

/// What a window is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The moment the treatment ended.
    Procedure,
    /// The booked start of the next session; without one there is no window.
    NextSession,
}

/// Where in the app something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// In the diary's check.
    Diary,
}

impl Opens {
    /// Every such place, by its word in a protocol.
    pub const ALL: [(&'static str, Opens); 1] = [("diary", Opens::Diary)];

    /// The word in a protocol.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Opens::Diary => "diary",
        }
    }
}

/// What an instruction depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The clinic prescribed an antibiotic cream.
    AntibioticPrescribed,
    /// Sessions are left and none is booked.
    SessionUnbooked,
}

/// When an instruction's patient is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remind {
    /// Daily wall times, ascending.
    pub at: Vec<NaiveTime>,
    /// Only on these local days counted from the anchor's local date.
    pub on_days: Option<Vec<i32>>,
    /// No slot before anchor + from.
    pub from: Option<Step>,
    /// One notice at the window's start.
    pub start: bool,
    /// One at its end.
    pub release: bool,
    /// Every so often while a mode is on; the mode's word. A plan has none of these before [`crate::Plan::outdoors`].
    pub every: Option<(Step, String)>,
}

/// What changes for a procedure with a trait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// In place of the window's start.
    pub from: Option<Step>,
    /// In place of the window's end.
    pub until: Option<Step>,
    /// In place of `remind.from`.
    pub remind_from: Option<Step>,
    /// In place of the title.
    pub title: Option<Text>,
    /// In place of the text.
    pub text: Option<Text>,
    /// In place of the release text.
    pub release: Option<Text>,
    /// The instruction is dropped.
    pub off: bool,
}

/// One line of a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// Unique in its protocol.
    pub id: String,
    /// What it asks.
    pub kind: Kind,
    /// How much it weighs.
    pub weight: Weight,
    /// What its window is counted from.
    pub anchor: Anchor,
    /// The window's start.
    pub from: Step,
    /// The first moment after the window.
    pub until: Step,
    /// When the patient is told.
    pub remind: Option<Remind>,
    /// How long after its due moment a notice may still be shown.
    pub useful_for: Option<Step>,
    /// What it depends on.
    pub only_if: Option<Condition>,
    /// Where in the app it is done, if there is a place for it.
    pub opens: Option<Opens>,
    /// What changes with a trait.
    pub variants: BTreeMap<Trait, Variant>,
    /// The least sun protection factor, for the lookups.
    pub min_spf: Option<u32>,
    /// Seed numbers, `practice` or `design`.
    pub source: Vec<String>,
    /// What to do or not to do.
    pub title: Text,
    /// The thing itself; an instruction with one stands on the Not yet board.
    pub short: Option<Text>,
    /// The instruction.
    pub text: Text,
    /// The reason.
    pub why: Option<Text>,
    /// What is said at the window's end.
    pub release: Option<Text>,
    /// What a patient types when asking "May I …?".
    pub asks: Lists,
}

/// The times of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Slots at this time follow the patient's own morning.
    pub morning: NaiveTime,
    /// Slots at this time follow the patient's own evening.
    pub evening: NaiveTime,
    /// When nothing is shown.
    pub quiet: Quiet,
}

/// The course of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sessions {
    /// How many are usual, from and to.
    pub usual: (u32, u32),
    /// How many when nobody said otherwise.
    pub default: u32,
    /// More than this is a typing error.
    pub most: u32,
    /// Earliest and latest next session, from the treatment.
    pub interval: (Step, Step),
    /// After the last session: how many times a year, and how far apart.
    pub maintenance: Option<Maintenance>,
}

/// Single sessions after the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maintenance {
    /// From and to, times a year.
    pub per_year: (u32, u32),
    /// Earliest and latest, from the last session.
    pub interval: (Step, Step),
}

/// How urgent a warning sign is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// A headline.
    pub title: Text,
    /// The fixed message.
    pub action: Text,
}

/// One warning sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Unique.
    pub id: String,
    /// One of the levels.
    pub level: String,
    /// The sign in words.
    pub sign: Text,
}

/// One question of "Is your skin ready?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Unique.
    pub id: String,
    /// Where it is from.
    pub source: Vec<String>,
    /// The sign in words.
    pub sign: Text,
}

/// Something the patient rates from 0 to 10.
#[derive(Clone, Debug, PartialEq)]
pub struct Symptom {
    /// Unique.
    pub id: String,
    /// Where it is from.
    pub source: Vec<String>,
    /// Marks the chart.
    pub usual_end: Option<Step>,
    /// Hours since the treatment and the upper edge of the usual, straight lines between.
    pub typical: Vec<(f64, f64)>,
    /// What the patient is asked.
    pub question: Text,
}

/// The rules of one kind of treatment.
#[derive(Clone, Debug, PartialEq)]
pub struct Protocol {
    /// Its name for programs.
    pub id: String,
    /// Its version, as its author writes it.
    pub version: String,
    /// Its state, in the author's words.
    pub status: String,
    /// The devices it covers.
    pub devices: Vec<String>,
    /// The deepest needle it covers, in millimetres.
    pub max_needle_mm: f64,
    /// The areas it covers.
    pub areas: Vec<String>,
    /// The times of a day.
    pub day: Day,
    /// Its lines, in the file's order.
    pub instructions: Vec<Instruction>,
    /// The course of sessions.
    pub sessions: Sessions,
    /// "Is your skin ready?"
    pub readiness: Vec<Readiness>,
    /// What is rated.
    pub symptoms: Vec<Symptom>,
    /// The levels of the warning signs.
    pub levels: BTreeMap<String, Level>,
    /// The warning signs.
    pub warnings: Vec<Warning>,
    /// Emergency numbers by region (`EU`, `GB`, …) and `fallback`.
    pub emergency_numbers: BTreeMap<String, String>,
}

/// The one instruction that no plan is without.
pub const MANDATORY: &str = "prescribed-medicines";

/// Levels from the most urgent; a protocol's own level comes after them.
pub const URGENCY: [&str; 4] = ["emergency", "today", "call-24h", "next-visit"];

/// A protocol that was read, with what its author may want to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The protocol.
    pub protocol: Protocol,
    /// What is legal but odd, by line.
    pub warnings: Vec<Fault>,
}

impl Protocol {
    /// Reads and checks a protocol file.
    ///
    /// # Errors
    /// Every fault of the file, by line.
    pub fn parse(text: &str) -> Result<Checked, Vec<Fault>> {
        let mut checked = read::read(text, Some(&DEFAULT))?;
        checked.protocol.complete(&DEFAULT);
        Ok(checked)
    }

    /// What Aftercare knows when no clinic has given it a protocol of its own.
    #[must_use]
    pub fn built_in() -> Arc<Protocol> {
        Arc::clone(&DEFAULT)
    }

    /// Fills in what a file may lack.
    fn complete(&mut self, default: &Protocol) {
        if !self.instructions.iter().any(|one| one.id == MANDATORY) {
            self.instructions.extend(default.instructions.iter().filter(|one| one.id == MANDATORY).cloned());
        }
        if self.warnings.is_empty() {
            self.warnings.clone_from(&default.warnings);
        }
        if self.readiness.is_empty() {
            self.readiness.clone_from(&default.readiness);
        }
        if self.symptoms.is_empty() {
            self.symptoms.clone_from(&default.symptoms);
        }
        for (id, level) in &default.levels {
            self.levels.entry(id.clone()).or_insert_with(|| level.clone());
        }
        if self.emergency_numbers.is_empty() {
            self.emergency_numbers.clone_from(&default.emergency_numbers);
        }
    }
}

/// The default protocol's file, as it stands.
pub const DEFAULT_TEXT: &str = include_str!("../protocols/microneedling.toml");

#[allow(clippy::panic, reason = "the file is compiled in, and a test reads it")]
static DEFAULT: LazyLock<Arc<Protocol>> = LazyLock::new(|| match read::read(DEFAULT_TEXT, None) {
    Ok(checked) => Arc::new(checked.protocol),
    Err(faults) => panic!("the built-in protocol is wrong: {faults:?}"),
});
