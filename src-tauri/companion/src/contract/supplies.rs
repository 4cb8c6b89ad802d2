//! What the window draws as the list of what is still needed.

use serde::Serialize;
use ts_rs::TS;

/// What all plans still need, from now to their end.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Supplies {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// No clinic has signed these rules off.
    pub draft: bool,
    /// The treatments that still need something, newest first.
    pub treatments: Vec<SuppliedTreatment>,
    /// What is needed: first what is counted, then the rest, what ends soonest first.
    pub supplies: Vec<Supply>,
}

/// A treatment that still needs something.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SuppliedTreatment {
    /// Its id.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// Where.
    pub areas: Vec<String>,
}

/// One thing that is needed, by one treatment or several.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Supply {
    /// The instruction's id.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The instruction.
    pub text: String,
    /// How often and until when; one where it is the same for all of its treatments.
    pub needs: Vec<Need>,
}

/// How often something is needed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Need {
    /// Ids of treatments.
    pub of: Vec<String>,
    /// How many times are left; none where it is done when it is needed.
    pub times: Option<u32>,
    /// The instruction's first instant.
    pub from: String,
    /// The first instant after it.
    pub until: String,
}
