//! The patient's photos: taken in, dated, deleted and brought back. They stay in the data folder; nobody judges them.
//!
//! A picture is a file named by its own content. It is written before the row that tells of it, so that a row always has its
//! file; a file without a row is what a crash left, and is taken away when the photos are next opened.

mod import;
mod picture;
mod whole;

pub use import::{Importing, Turn};
pub use picture::{Halt, MOST_MEGABYTES, MOST_MEGAPIXELS, Picture};

use crate::board::utc;
use crate::contract::{self, PhotoForm, PhotoPlan, Photos};
use crate::folder::make_private;
use crate::problem::Problem;
use crate::store::{Kept, Photo};
use crate::{Companion, Signal};
use chrono::{DateTime, Datelike, Months, NaiveDate, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::{Plan, local};
use std::cmp::Reverse;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder of the pictures, in the data folder.
const FOLDER: &str = "photos";

/// How the name of a picture's file ends.
const LARGE: &str = ".jpg";
const SMALL: &str = ".small.jpg";
/// A file that is not whole yet. A photo is kept by one program at a time, in one go: one that is found was left by a crash.
const HALF: &str = ".half";

/// So long a deleted photo can be brought back.
const UNDO: TimeDelta = TimeDelta::hours(1);

/// No digital photo of a patient's skin is older; a camera whose clock was never set says so.
const EARLIEST_YEAR: i32 = 2000;

/// A photo that says it is this much older than the first treatment is not believed: its camera's clock may be wrong.
const BELIEVED: Months = Months::new(12);

impl Companion {
    /// Takes away for good what was deleted some time ago, and what a crash left behind. For the program alone that takes photos
    /// in: it would take another one's photo away before it is known.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn clear_photos(&mut self, now: DateTime<Utc>) -> Result<(), Problem> {
        self.store.clear_photos(now - UNDO)?;
        let hashes = self.store.photo_hashes()?;
        // What cannot be taken away now is tried again the next time.
        drop(sweep(&self.folder, |hash| hashes.contains(hash)));
        Ok(())
    }

    /// Every photo.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn photos(&self, now: DateTime<Utc>, zone: Tz) -> Result<Photos, Problem> {
        let plans = self.plans(zone)?;
        let view = |(id, photo): (u32, Photo)| {
            let said = photo.procedure.is_some();
            let plan = match &photo.procedure {
                Some(named) => plans.iter().find(|(procedure, _)| procedure == named),
                None => of_day(&plans, local::date(photo.taken, zone)),
            };
            contract::Photo {
                id,
                procedure: plan.map(|(procedure, _)| procedure.clone()),
                said,
                day: plan.map(|(_, plan)| day(plan, local::date(photo.taken, zone))),
                at: utc(photo.taken),
                wall: local::wall(photo.taken, zone).format("%Y-%m-%dT%H:%M").to_string(),
                hash: photo.hash,
                width: photo.width,
                height: photo.height,
            }
        };
        Ok(Photos {
            now: now.to_rfc3339_opts(SecondsFormat::Millis, true),
            zone: zone.name().to_owned(),
            procedures: self.photo_plans()?,
            photos: self.store.photos()?.into_iter().map(view).collect(),
        })
    }

    fn photo_plans(&self) -> Result<Vec<PhotoPlan>, Problem> {
        let procedures = self.store.procedures()?;
        let mut told: Vec<(DateTime<Utc>, PhotoPlan)> = procedures
            .into_iter()
            .filter_map(|(id, versions)| {
                let version = versions.into_iter().next_back()?;
                let view = PhotoPlan {
                    id,
                    ended: utc(version.ended),
                    areas: version.areas,
                    session: version.session,
                    sessions: version.sessions,
                };
                Some((version.ended, view))
            })
            .collect();
        told.sort_by_key(|(ended, _)| Reverse(*ended));
        Ok(told.into_iter().map(|(_, view)| view).collect())
    }

    /// Keeps a picture, of a treatment or of the one that its day belongs to. The same picture twice is one photo. It is taken to
    /// be from when its camera says, where that can be, else from now.
    ///
    /// # Errors
    /// `not-found` where there is no such treatment; `photo-not-kept` where its files cannot be written; or where the store cannot
    /// be written.
    pub fn keep_photo(
        &mut self,
        picture: &Picture,
        procedure: Option<&str>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Kept, Problem> {
        let plans = self.plans(zone)?;
        if procedure.is_some_and(|named| !plans.iter().any(|(id, _)| id == named)) {
            return Err(Problem::new("not-found"));
        }
        let taken = believed(picture, &plans, now, zone);
        write(&self.folder, picture).map_err(|error| Problem::new("photo-not-kept").with("reason", error))?;
        let photo = Photo {
            procedure: procedure.map(str::to_owned),
            taken,
            hash: picture.hash.clone(),
            width: picture.width,
            height: picture.height,
        };
        let kept = self.store.keep_photo(&photo, now)?.ok_or_else(|| Problem::new("not-found"))?;
        Signal::Changed.raise(&self.folder);
        Ok(kept)
    }

    /// Corrects when a photo was taken, and to which treatment it belongs.
    ///
    /// # Errors
    /// `photo-not-a-time`, `photo-in-future` or `photo-too-early`, by field; `not-found`; where the store cannot be written.
    pub fn correct_photo(
        &mut self,
        id: u32,
        form: &PhotoForm,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), Problem> {
        let wall = local::typed(&form.at).ok_or_else(|| Problem::new("photo-not-a-time").about("at"))?;
        let taken = local::instant(wall, zone);
        if taken > now {
            return Err(Problem::new("photo-in-future").about("at"));
        }
        if wall.year() < EARLIEST_YEAR {
            return Err(Problem::new("photo-too-early").about("at").with("year", EARLIEST_YEAR));
        }
        let known = self.store.correct_photo(id, taken, form.procedure.as_deref())?;
        self.changed(known)
    }

    /// Deletes a photo. For an hour it can be brought back.
    ///
    /// # Errors
    /// `not-found`, or where the store cannot be written.
    pub fn delete_photo(&mut self, id: u32, now: DateTime<Utc>) -> Result<(), Problem> {
        let known = self.store.delete_photo(id, now)?;
        self.changed(known)
    }

    /// Brings a deleted photo back.
    ///
    /// # Errors
    /// `not-found` where it is gone for good, or where the store cannot be written.
    pub fn restore_photo(&mut self, id: u32) -> Result<(), Problem> {
        let known = self.store.restore_photo(id)?;
        self.changed(known)
    }

    /// Takes every picture away, with its folder.
    ///
    /// # Errors
    /// `photos-left`.
    pub(crate) fn delete_pictures(&self) -> Result<(), Problem> {
        let folder = self.folder.join(FOLDER);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Problem::new("photos-left").with("folder", folder.display()).with("reason", error))
            }
            _ => Ok(()),
        }
    }
}

/// The file of a picture that the window asks for: `<hash>`, or `<hash>/small`. Whatever else is asked for is no picture, so that
/// no path leads out of the folder.
#[must_use]
pub fn file(folder: &Path, asked: &str) -> Option<PathBuf> {
    let (hash, ending) = match asked.strip_suffix("/small") {
        Some(hash) => (hash, SMALL),
        None => (asked, LARGE),
    };
    is_hash(hash).then(|| folder.join(FOLDER).join(format!("{hash}{ending}")))
}

/// A picture as large as paper shows it. None where its file is gone or is no picture any more.
pub(crate) fn on_paper(folder: &Path, hash: &str) -> Option<Vec<u8>> {
    picture::on_paper(fs::read(file(folder, hash)?).ok()?)
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The treatment that a day belongs to: the last one until then; before the first, the first.
fn of_day(plans: &[(String, Plan)], day: NaiveDate) -> Option<&(String, Plan)> {
    let ended = |(_, plan): &&(String, Plan)| plan.procedure().ended;
    let until = |one: &&(String, Plan)| self::day(&one.1, day) >= 1;
    plans.iter().filter(until).max_by_key(ended).or_else(|| plans.iter().min_by_key(ended))
}

/// When a picture was taken: what its camera's clock showed, as if it had hung here; not in the future, and not long before the
/// first treatment. Else it is from now.
fn believed(picture: &Picture, plans: &[(String, Plan)], now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let first = plans.iter().map(|(_, plan)| plan.procedure().ended).min().unwrap_or(now);
    let earliest = first.checked_sub_months(BELIEVED).unwrap_or(first);
    let said = picture.taken.map(|wall| local::instant(wall, zone));
    said.filter(|said| (earliest..=now).contains(said)).unwrap_or(now)
}

/// Which day of a treatment it is: 1 on the day of the treatment.
fn day(plan: &Plan, day: NaiveDate) -> i32 {
    let treated = local::date(plan.procedure().ended, plan.procedure().zone);
    i32::try_from((day - treated).num_days() + 1).unwrap_or(i32::MAX)
}

/// Writes both files of a picture, where they are not there. They are on the disk when this returns.
fn write(data: &Path, picture: &Picture) -> io::Result<()> {
    let folder = data.join(FOLDER);
    make_private(&folder)?;
    for (ending, bytes) in [(SMALL, &picture.small), (LARGE, &picture.large)] {
        let whole = folder.join(format!("{}{ending}", picture.hash));
        if !whole.exists() {
            let half = folder.join(format!("{}{HALF}", picture.hash));
            let written = write_half(&half, bytes).and_then(|()| fs::rename(&half, &whole));
            if written.is_err() {
                // On a full disk half a picture would be in the way of everything else.
                drop(fs::remove_file(&half));
            }
            written?;
        }
    }
    // A name is on the disk when its folder is.
    #[cfg(unix)]
    File::open(&folder)?.sync_all()?;
    Ok(())
}

fn write_half(half: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut how = File::options();
    how.create(true).write(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let mut file = how.open(half)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Takes away every file of the pictures' folder that belongs to no photo.
fn sweep(data: &Path, known: impl Fn(&str) -> bool) -> io::Result<()> {
    let entries = match fs::read_dir(data.join(FOLDER)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let hash = name.to_str().and_then(|name| name.strip_suffix(SMALL).or(name.strip_suffix(LARGE)));
        if !hash.is_some_and(&known) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
