//! The photos.

use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every photo.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Photos {
    /// Now, by the same clock that plans.
    pub now: String,
    /// The computer's IANA zone; every moment is told in it.
    pub zone: String,
    /// Every treatment, newest first.
    pub procedures: Vec<PhotoPlan>,
    /// Newest first.
    pub photos: Vec<Photo>,
}

/// A treatment as the photos need it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PhotoPlan {
    /// Its id.
    pub id: String,
    /// When it ended.
    pub ended: String,
    /// Where.
    pub areas: Vec<String>,
    /// Which session this was.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
}

/// One photo.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Photo {
    /// Its number.
    pub id: u32,
    /// The treatment it belongs to, by its day or as the patient said; none where no treatment is entered.
    pub procedure: Option<String>,
    /// The patient said so.
    pub said: bool,
    /// The day of that treatment; the day of the treatment itself is 1, and those before it are 0 and less.
    pub day: Option<i32>,
    /// When it was taken.
    pub at: String,
    /// When it was taken, as a clock showed it where the computer is: `2026-03-28T20:00`.
    pub wall: String,
    /// What the picture is asked for by.
    pub hash: String,
    /// Pixels from side to side.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// When a photo was taken and to which treatment it belongs, as the patient corrects it.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(deny_unknown_fields)]
pub struct PhotoForm {
    /// A wall time where the computer is, `2026-03-28T20:00`.
    pub at: String,
    /// The treatment; none: the one that the day belongs to.
    pub procedure: Option<String>,
}

/// How far the photos are that are being taken in, or what became of them.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq, TS)]
pub struct Import {
    /// Grows with every change, so that an answer that comes late undoes nothing.
    pub change: u32,
    /// It is not over.
    pub runs: bool,
    /// The patient ended it before its end.
    pub stopped: bool,
    /// So many files are behind it.
    pub done: u32,
    /// Of so many; 0 where there is nothing to tell.
    pub of: u32,
    /// So many photos are new.
    pub added: u32,
    /// So many were there already.
    pub there: u32,
    /// What could not be taken.
    pub refused: Vec<Refused>,
}

/// A file that could not be taken.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, TS)]
pub struct Refused {
    /// Its name, without its folder.
    pub name: String,
    /// Why.
    pub problem: Problem,
}
