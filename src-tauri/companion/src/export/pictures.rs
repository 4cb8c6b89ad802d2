//! The photos that the patient chose for the page for the doctor, as large as paper shows them.

use super::html::Html;
use super::table::percent;
use super::{Tell, wall_of};
use crate::Companion;
use crate::contract::Photo;
use crate::photos::on_paper;
use crate::problem::Problem;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A page holds so many photos at most: more would be too large to open and to send.
pub const MOST_PHOTOS: usize = 40;

/// A photo as the page has it.
pub(super) struct Shown {
    /// The treatment that it belongs to.
    pub(super) procedure: Option<String>,
    /// When it was taken.
    said: String,
    /// JPEG, in base64.
    picture: String,
}

impl Companion {
    /// The photos with these numbers, oldest first; one that is chosen twice is there once.
    ///
    /// # Errors
    /// `export-photos-many`; `not-found` where there is no such photo any more; `export-photo-gone` where the file of a picture
    /// cannot be read; where the store cannot be read.
    pub(super) fn pictures(
        &self,
        chosen: &[u32],
        now: DateTime<Utc>,
        zone: Tz,
        tell: Tell<'_>,
    ) -> Result<Vec<Shown>, Problem> {
        if chosen.len() > MOST_PHOTOS {
            return Err(Problem::new("export-photos-many").with("most", MOST_PHOTOS));
        }
        if chosen.is_empty() {
            return Ok(Vec::new());
        }
        let mut photos = self.photos(now, zone)?.photos;
        photos.retain(|photo| chosen.contains(&photo.id));
        if chosen.iter().any(|id| photos.iter().all(|photo| photo.id != *id)) {
            return Err(Problem::new("not-found"));
        }
        // Moments of one form are in order as texts.
        photos.sort_by(|one, other| one.at.cmp(&other.at));
        let all = photos.len();
        let shown = photos.into_iter().enumerate().map(|(number, photo)| {
            tell(percent(number, all));
            self.on_page(photo, zone)
        });
        shown.collect()
    }

    fn on_page(&self, photo: Photo, zone: Tz) -> Result<Shown, Problem> {
        let at = wall_of(&photo.at, zone);
        let picture = on_paper(&self.folder, &photo.hash)
            .ok_or_else(|| Problem::new("export-photo-gone").with("moment", &at))?;
        let said = match photo.day.filter(|day| *day > 0) {
            None => at,
            Some(day) => {
                let day = day.to_string();
                self.words.say_with("page-photo", &[("moment", at.as_str()), ("day", day.as_str())])
            }
        };
        Ok(Shown { procedure: photo.procedure, said, picture: STANDARD.encode(picture) })
    }
}

/// The photos of one treatment.
pub(super) fn put(html: &mut Html, title: &str, photos: &[&Shown]) {
    if photos.is_empty() {
        return;
    }
    html.put("h3", title);
    html.element("div class=\"photos\"", |html| {
        for Shown { said, picture, .. } in photos {
            html.element("figure", |html| {
                html.open(&format!("img alt=\"\" src=\"data:image/jpeg;base64,{picture}\""));
                html.put("figcaption", said);
            });
        }
    });
}
