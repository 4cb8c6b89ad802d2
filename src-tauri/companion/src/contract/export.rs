//! What the patient takes along.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What there is to take along.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    /// What lies ahead, as a calendar.
    Calendar,
    /// A page for the doctor.
    Doctor,
    /// The diary as a table.
    Diary,
    /// What was reminded, as a table.
    Reminders,
    /// Everything that was entered, shown and chosen.
    Everything,
}

/// What the patient wants to take along.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportForm {
    /// What.
    pub kind: ExportKind,
    /// A calendar says nothing that others may not read.
    pub neutral: bool,
    /// A page for the doctor holds the notes of the diary.
    pub notes: bool,
    /// The photos that a page for the doctor holds.
    pub photos: Vec<u32>,
}

/// What there is to export.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Export {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// Until when a calendar reaches; none: nothing lies ahead.
    pub ahead: Option<String>,
    /// How many treatments are entered.
    pub treatments: u32,
    /// How many checks the diary has.
    pub checks: u32,
    /// How many of them have a note.
    pub notes: u32,
    /// How many photos there are.
    pub photos: u32,
    /// How many of them a page for the doctor holds at most.
    pub most_photos: u32,
    /// How many reminders have come due.
    pub reminders: u32,
}

/// The calendar as a picture for the phone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Code {
    /// How many events it has.
    pub events: u32,
    /// When the last of them begins.
    pub until: String,
    /// Daily care is among them.
    pub daily: bool,
    /// None: there is more than a picture holds.
    pub picture: Option<Picture>,
}

/// A text as a picture for the phone.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TextCode {
    /// None: it is more than a picture holds.
    pub picture: Option<Picture>,
}

/// A QR picture: dark squares on a light ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Picture {
    /// Its width and height, the free space around it included.
    pub size: u32,
    /// The dark squares, as an SVG path.
    pub path: String,
}

/// What became of a file that was to be saved.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Saved {
    /// The file; none where the patient chose no place for it.
    pub file: Option<String>,
}
