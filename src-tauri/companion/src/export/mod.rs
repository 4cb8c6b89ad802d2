//! What the patient takes along: the calendar of what lies ahead, a page for the doctor, tables, and everything as JSON.
//!
//! Each is made here as bytes, from the store as it is at one moment. Where it goes is the patient's to say: [`write`] puts it
//! there whole, or not at all.

mod calendar;
mod chart;
mod code;
mod file;
mod html;
mod lines;
mod page;
mod pictures;
mod record;
mod table;

pub use file::{write, write_new};
pub use pictures::MOST_PHOTOS;
pub use table::readable;

use crate::Companion;
use crate::board::utc;
use crate::contract::{Code, Export, ExportForm, ExportKind, TextCode};
use crate::problem::Problem;
use calendar::{Calendar, Style, Treatment};
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;

/// How far an export has come, in per cent.
pub type Tell<'t> = &'t mut dyn FnMut(u32);

impl ExportKind {
    /// What the file is called if the patient calls it nothing else. It names nobody, and nothing that was entered; a neutral
    /// calendar's says nothing of skin.
    #[must_use]
    pub fn file_name(self, neutral: bool) -> &'static str {
        match self {
            ExportKind::Calendar if neutral => "reminders.ics",
            ExportKind::Calendar => "aftercare.ics",
            ExportKind::Doctor => "aftercare.html",
            ExportKind::Diary => "aftercare-diary.csv",
            ExportKind::Reminders => "aftercare-reminders.csv",
            ExportKind::Everything => "aftercare.json",
        }
    }

    /// The ending of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.file_name(false).rsplit('.').next().unwrap_or_default()
    }
}

/// A text as a picture for the phone.
#[must_use]
pub fn text_code(text: &str) -> TextCode {
    TextCode { picture: code::picture(text) }
}

impl Companion {
    /// What there is to export, so that the patient knows before anything is written.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn exportable(&self, now: DateTime<Utc>, zone: Tz) -> Result<Export, Problem> {
        self.store.at_one_moment(|store| {
            let calendar = self.calendar(Style { neutral: false, small: false, daily: true }, now, zone)?;
            let checks = store.check_ins()?;
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            Ok(Export {
                now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
                zone: zone.name().to_owned(),
                ahead: calendar.until().map(utc),
                treatments: count(store.procedures()?.len()),
                checks: count(checks.len()),
                notes: count(checks.iter().filter(|(_, check)| !check.note.is_empty()).count()),
                photos: count(store.photos()?.len()),
                most_photos: count(MOST_PHOTOS),
                reminders: count(self.ledger(now, zone)?.len()),
            })
        })
    }

    /// Makes what is asked for.
    ///
    /// # Errors
    /// `export-nothing` where there is nothing of the kind; where the store cannot be read.
    pub fn export(
        &self,
        form: &ExportForm,
        now: DateTime<Utc>,
        zone: Tz,
        tell: Tell<'_>,
    ) -> Result<Vec<u8>, Problem> {
        tell(0);
        let made = self.store.at_one_moment(|_| match form.kind {
            ExportKind::Calendar => {
                let style = Style { neutral: form.neutral, small: false, daily: true };
                let calendar = self.calendar(style, now, zone)?;
                if calendar.len() == 0 {
                    return Err(Problem::new("export-nothing"));
                }
                Ok(calendar.written(&self.words, style).into_bytes())
            }
            ExportKind::Doctor => self.page(form, now, zone, tell).map(String::into_bytes),
            ExportKind::Diary => self.diary_table(now, zone, tell),
            ExportKind::Reminders => self.reminder_table(now, zone, tell),
            ExportKind::Everything => self.record(now, zone, tell),
        })?;
        tell(100);
        Ok(made)
    }

    /// The calendar without its windows as a picture for the phone, where it is small enough for one; without daily care, where it
    /// is small enough then.
    ///
    /// # Errors
    /// `export-nothing` where nothing lies ahead; where the store cannot be read.
    pub fn export_code(&self, neutral: bool, now: DateTime<Utc>, zone: Tz) -> Result<Code, Problem> {
        let code = |daily| {
            let style = Style { neutral, small: true, daily };
            let calendar = self.calendar(style, now, zone)?;
            let Some(until) = calendar.until() else { return Ok(None) };
            Ok(Some(Code {
                events: u32::try_from(calendar.len()).unwrap_or(u32::MAX),
                until: utc(until),
                daily,
                picture: code::picture(&calendar.written(&self.words, style)),
            }))
        };
        let (whole, rest) = self.store.at_one_moment(|_| Ok((code(true)?, code(false)?)))?;
        let whole = whole.ok_or_else(|| Problem::new("export-nothing"))?;
        Ok(if whole.picture.is_some() { whole } else { rest.unwrap_or(whole) })
    }

    fn calendar(&self, style: Style, now: DateTime<Utc>, zone: Tz) -> Result<Calendar, Problem> {
        let procedures = self.store.procedures()?;
        let plans = self.plans(zone)?;
        let chosen: Vec<DateTime<Utc>> = self.store.chosen_times()?.into_iter().map(|(at, _)| at).collect();
        let treatments: Vec<Treatment<'_>> = procedures
            .iter()
            .zip(plans.iter())
            .map(|((_, versions), (_, plan))| Treatment { plan, versions })
            .collect();
        Ok(Calendar::ahead(&treatments, &plans, &chosen, &self.words, style, now, zone))
    }
}

/// An instant as exactly as the store has it: to the millisecond, where it is not a whole second.
fn exact(instant: DateTime<Utc>) -> String {
    let whole = instant.timestamp_subsec_millis() == 0;
    instant.to_rfc3339_opts(if whole { SecondsFormat::Secs } else { SecondsFormat::Millis }, true)
}

/// What a clock in the zone shows, in a form that is read the same way everywhere.
fn wall(instant: DateTime<Utc>, zone: Tz) -> String {
    plan::local::wall(instant, zone).format("%Y-%m-%d %H:%M").to_string()
}

/// The same of a moment as the window is told of it.
fn wall_of(at: &str, zone: Tz) -> String {
    at.parse::<DateTime<Utc>>().map_or_else(|_| at.to_owned(), |at| wall(at, zone))
}
