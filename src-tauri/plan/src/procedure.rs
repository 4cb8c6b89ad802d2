//! One treatment that took place, and where and how the patient lives.

use crate::local::Quiet;
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Something about a procedure that changes the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// Plasma of the patient's own blood was put on (seeds 000 and 004).
    Prp,
    /// The skin gets dark marks easily (post-inflammatory hyperpigmentation).
    PihProne,
}

impl Trait {
    /// Every trait, by its word in a protocol.
    pub const ALL: [(&'static str, Trait); 2] = [("prp", Trait::Prp), ("pih_prone", Trait::PihProne)];

    /// The trait of a word.
    #[must_use]
    pub fn named(word: &str) -> Option<Trait> {
        Trait::ALL.iter().find(|(name, _)| *name == word).map(|(_, found)| *found)
    }
}

/// One treatment, as far as a plan needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// The first part of every key.
    pub id: String,
    /// When the treatment ended: the anchor of most rules.
    pub ended: DateTime<Utc>,
    /// Where it took place: calendar steps keep the wall time of this zone.
    pub zone: Tz,
    /// What about it changes the rules.
    pub traits: BTreeSet<Trait>,
    /// The clinic prescribed an antibiotic cream.
    pub antibiotic: bool,
    /// The start of the next session, where one is booked.
    pub next_session: Option<DateTime<Utc>>,
    /// The course has sessions left.
    pub sessions_left: bool,
    /// When the patient entered it like this. Nothing that was due before is notified.
    pub recorded: DateTime<Utc>,
}

/// Where the patient is, and the times of day the patient chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// The computer's zone: daily slots are wall times here.
    pub zone: Tz,
    /// In place of the protocol's `morning`.
    pub morning: Option<NaiveTime>,
    /// In place of the protocol's `evening`.
    pub evening: Option<NaiveTime>,
    /// In place of the protocol's quiet hours.
    pub quiet: Option<Quiet>,
}

impl Here {
    /// In a zone, at the protocol's own times.
    #[must_use]
    pub fn at(zone: Tz) -> Here {
        Here { zone, morning: None, evening: None, quiet: None }
    }
}
