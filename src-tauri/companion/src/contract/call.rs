//! What is needed to call about a warning sign.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The warning signs, their fixed messages, and what is needed to call.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Warnings {
    /// Most urgent first.
    pub levels: Vec<Level>,
    /// In the protocol's order.
    pub signs: Vec<Sign>,
    /// The number to call, or words for it.
    pub emergency: String,
    /// No clinic has signed these texts off.
    pub draft: bool,
    /// The country of that number (ISO 3166), where it is one of `countries`.
    pub country: Option<String>,
    /// The countries whose number is known, by code.
    pub countries: Vec<String>,
    /// The patient chose the country; else it is the system's region.
    pub chosen: bool,
    /// What the patient wrote down of the clinic; none where the store cannot be read.
    pub contact: Option<ContactForm>,
    /// What to say of each treatment that still runs, and of the newest, newest first.
    pub cards: Vec<Card>,
}

/// How urgent a sign is, and what to do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Level {
    /// `emergency`, `today`, `call-24h`, `next-visit`.
    pub id: String,
    /// A headline.
    pub title: String,
    /// The fixed message.
    pub action: String,
}

/// One warning sign.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sign {
    /// Its id.
    pub id: String,
    /// Its level's id.
    pub level: String,
    /// The sign in words.
    pub sign: String,
}

/// What the patient wrote down of the clinic. Empty where nothing was written.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    /// The clinic's or the doctor's name.
    pub name: String,
    /// The number to call, as people write it.
    pub phone: String,
    /// When somebody answers there; may have several lines.
    pub hours: String,
    /// What to do when nobody does; may have several lines.
    pub out_of_hours: String,
}

/// What a clinic asks about one treatment on the phone. The window counts the hours on from `ended`.
#[derive(Clone, Debug, Serialize, PartialEq, TS)]
pub struct Card {
    /// The treatment's id.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// What it was done with.
    pub device: String,
    /// Needle length in millimetres, where the patient knows it.
    pub depth_mm: Option<f64>,
    /// Where.
    pub areas: Vec<String>,
    /// With plasma of the patient's own blood.
    pub prp: bool,
    /// The clinic prescribed an antibiotic cream.
    pub antibiotic: bool,
    /// Which session this was, from 1.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
}
