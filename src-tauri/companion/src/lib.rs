//! The app without a face: a method per thing a person can do. It takes `now` and `zone`, knows no toolkit, and remembers
//! facts only; what follows from them is planned anew at each call.

mod ahead;
pub mod autostart;
mod back;
mod board;
mod call;
/// Where and when the computer is.
pub mod clock;
pub mod contract;
mod course;
mod deliver;
mod diary;
mod entering;
/// What the patient takes along.
pub mod export;
mod folder;
mod free;
mod ledger;
/// May I …?
pub mod may;
mod outside;
pub mod photos;
pub mod problem;
pub mod program;
mod reliance;
mod settings;
/// The SQLite store.
pub mod store;
mod supplies;
mod timeline;
/// The app's words.
pub mod words;

pub use ahead::Farewell;
pub use board::tenths;
pub use deliver::Notice;
pub use folder::{Role, Signal, Watch, default_folder};
pub use problem::Problem;
pub use program::{Program, in_words};
pub use reliance::Before;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use contract::{ProcedureForm, Question, Start};
use plan::{Delivered, Plan, Protocol};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{State, Store};
use words::Words;

/// The app of one data folder.
#[derive(Debug)]
pub struct Companion {
    folder: PathBuf,
    store: Store,
    protocol: Arc<Protocol>,
    words: Words,
    country: Option<String>,
    known: RefCell<Known>,
}

/// Every treatment's id and plan, in the order of entering.
pub type Plans = Arc<Vec<(String, Plan)>>;

/// What was last read and planned, with the state of the store it was read from: a look that finds nothing new costs next to
/// nothing.
#[derive(Debug, Default)]
struct Known {
    plans: Option<(State, Tz, Plans)>,
    ledger: Option<(State, Arc<Delivered>)>,
}

impl Companion {
    /// Opens a data folder.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(folder: &Path) -> Result<Companion, Problem> {
        let system = system_language();
        Ok(Companion {
            folder: folder.to_path_buf(),
            store: Store::open(folder)?,
            protocol: Protocol::built_in(),
            words: Words::of(&system),
            country: country(&system),
            known: RefCell::default(),
        })
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The app's words in the person's language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Answers one question of the window, as JSON.
    ///
    /// # Errors
    /// What the question's own method says.
    pub fn ask(
        &mut self,
        question: Question,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<serde_json::Value, Problem> {
        match question {
            Question::Start {} => json(self.start(now, zone)?),
            Question::Agree { details, autostart } => {
                self.agree(details, now)?;
                match self.set_autostart(autostart) {
                    // A system that does not let it be is told of by the reminders' own screen, and hinders nothing here.
                    Err(problem) if problem.code != "autostart" => return Err(problem),
                    _ => {}
                }
                json(self.start(now, zone)?)
            }
            Question::Today {} => json(self.today(now, zone)?),
            Question::Enter { form } => {
                self.enter(&form, now)?;
                json(self.today(now, zone)?)
            }
            Question::Form { id } => json(self.form(&id)?),
            Question::Correct { id, form } => {
                self.correct(&id, &form, now)?;
                json(self.today(now, zone)?)
            }
            Question::Forget { id } => {
                self.forget(&id, now)?;
                json(self.today(now, zone)?)
            }
            Question::Answer { key, what, at } => {
                self.answer(&key, what, at.as_deref(), now, zone)?;
                json(self.today(now, zone)?)
            }
            Question::GoOut {} => {
                self.go_out(now, zone)?;
                json(self.today(now, zone)?)
            }
            Question::ComeBack {} => {
                self.come_back(now)?;
                json(self.today(now, zone)?)
            }
            Question::Place { name } => {
                self.place(&name, now)?;
                json(self.today(now, zone)?)
            }
            Question::Ledger {} => json(self.ledger_in_words(now, zone)?),
            Question::Health {} => json(self.health(now, zone)?),
            Question::Test {} => {
                self.ask_test(now)?;
                json(self.health(now, zone)?)
            }
            Question::Seen { test, seen } => {
                self.seen(test, seen, now)?;
                json(self.health(now, zone)?)
            }
            Question::Autostart { on } => {
                self.set_autostart(on)?;
                json(self.health(now, zone)?)
            }
            Question::May { asked } => json(self.may(&asked, now, zone)?),
            Question::Suggest { typed } => json(self.suggest(&typed)),
            Question::Settings {} => json(self.settings()?),
            Question::Times { times } => {
                self.choose_times(&times, now)?;
                json(self.settings()?)
            }
            Question::Look { theme, text_size } => {
                self.choose_look(theme, text_size)?;
                json(self.settings()?)
            }
            Question::Details { on } => {
                self.choose_details(on)?;
                json(self.settings()?)
            }
            Question::DeleteEverything {} => json(self.delete_everything(now, zone)?),
            Question::Diary {} => json(self.diary(now, zone)?),
            Question::CheckIn { form } => {
                self.check_in(&form, now, zone)?;
                json(self.diary(now, zone)?)
            }
            Question::CorrectCheck { id, form } => {
                self.correct_check_in(id, &form, now, zone)?;
                json(self.diary(now, zone)?)
            }
            Question::DeleteCheck { id } => {
                self.delete_check_in(id, now)?;
                json(self.diary(now, zone)?)
            }
            Question::RestoreCheck { id } => {
                self.restore_check_in(id)?;
                json(self.diary(now, zone)?)
            }
            Question::Days {} => json(self.days(now, zone)?),
            Question::Photos {} => {
                self.clear_photos(now)?;
                json(self.photos(now, zone)?)
            }
            Question::CorrectPhoto { id, form } => {
                self.correct_photo(id, &form, now, zone)?;
                json(self.photos(now, zone)?)
            }
            Question::DeletePhoto { id } => {
                self.delete_photo(id, now)?;
                self.clear_photos(now)?;
                json(self.photos(now, zone)?)
            }
            Question::RestorePhoto { id } => {
                self.restore_photo(id)?;
                json(self.photos(now, zone)?)
            }
            // Photos are chosen in a dialog and dropped on a window, and a program without one has neither.
            Question::AddPhotos { .. }
            | Question::AddDropped { .. }
            | Question::Import {}
            | Question::EndImport {} => Err(Problem::new("no-window")),
            Question::Export {} => json(self.exportable(now, zone)?),
            Question::ExportCode { neutral } => json(self.export_code(neutral, now, zone)?),
            Question::TextCode { text } => json(export::text_code(&text)),
            // Where a file goes is asked by the system's own dialog, which the window opens before it comes here.
            Question::SaveExport { .. } => {
                Err(Problem::new("not-a-question").with("reason", "no place to save to"))
            }
            Question::Supplies {} => json(self.supplies(now, zone)?),
            Question::Timeline {} => json(self.timeline(now, zone)?),
            Question::Course {} => json(self.course(now, zone)?),
            Question::Book { procedure, at } => {
                self.book(&procedure, &at, now)?;
                json(self.course(now, zone)?)
            }
            Question::Suppose { procedure, at } => json(self.suppose(&procedure, &at, now, zone)?),
            Question::CancelSession { procedure } => {
                self.cancel_session(&procedure, now)?;
                json(self.course(now, zone)?)
            }
            Question::KeepFree { form } => {
                self.keep_free(&form, now, zone)?;
                json(self.course(now, zone)?)
            }
            Question::CorrectFree { id, form } => {
                self.correct_free(id, &form, now, zone)?;
                json(self.course(now, zone)?)
            }
            Question::DeleteFree { id } => {
                self.delete_free(id, now)?;
                json(self.course(now, zone)?)
            }
            Question::RestoreFree { id } => {
                self.restore_free(id)?;
                json(self.course(now, zone)?)
            }
            Question::Warnings {} => json(self.warnings(now, zone)),
            Question::Contact { form } => {
                self.set_contact(&form)?;
                json(self.warnings(now, zone))
            }
            Question::Country { code } => {
                self.set_country(code.as_deref())?;
                json(self.warnings(now, zone))
            }
        }
    }

    /// What the window needs before it can draw anything.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn start(&self, now: DateTime<Utc>, zone: Tz) -> Result<Start, Problem> {
        Ok(Start {
            agreed: self.store.setting("agreed")?.is_some(),
            details: self.details()?,
            look: self.look_of_window()?,
            language: self.words.language().to_owned(),
            zone: zone.name().to_owned(),
            now: board::utc(now),
            procedures: u32::try_from(self.store.procedures()?.len()).unwrap_or(u32::MAX),
            protocol: entering::view(&self.protocol, self.draft()),
            places: plan::place::all().map(|place| place.name.to_owned()).collect(),
            zones: chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).collect(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Records that the person agreed to what this is and is not, and whether notices say what to do.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn agree(&mut self, details: bool, now: DateTime<Utc>) -> Result<(), Problem> {
        let details = if details { "yes" } else { "no" };
        self.store.set(&[("agreed", &board::utc(now)), ("details", details)])?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Enters a treatment; returns its id.
    ///
    /// # Errors
    /// `not-agreed`, or what is wrong with the form, by field.
    pub fn enter(&mut self, form: &ProcedureForm, now: DateTime<Utc>) -> Result<String, Problem> {
        if self.store.setting("agreed")?.is_none() {
            return Err(Problem::new("not-agreed"));
        }
        let version = entering::check(form, &self.protocol, now)?;
        let id = self.store.enter(&version)?;
        Signal::Changed.raise(&self.folder);
        Ok(id)
    }

    /// The form of a treatment as it is known.
    ///
    /// # Errors
    /// `not-found`.
    pub fn form(&self, id: &str) -> Result<ProcedureForm, Problem> {
        let procedures = self.store.procedures()?;
        let found = procedures.iter().find(|(name, _)| name == id).and_then(|(_, versions)| versions.last());
        found.map(entering::form).ok_or_else(|| Problem::new("not-found"))
    }

    /// Corrects a treatment, or books, moves or cancels its next session. What keeps its moment keeps its past.
    ///
    /// # Errors
    /// `not-found`, or what is wrong with the form, by field.
    pub fn correct(&mut self, id: &str, form: &ProcedureForm, now: DateTime<Utc>) -> Result<(), Problem> {
        let version = entering::check(form, &self.protocol, now)?;
        if !self.store.correct(id, &version)? {
            return Err(Problem::new("not-found"));
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Takes back a treatment that was entered by mistake.
    ///
    /// # Errors
    /// `not-found`.
    pub fn forget(&mut self, id: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        if !self.store.forget(id, now)? {
            return Err(Problem::new("not-found"));
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Every treatment's id and plan, in the order of entering.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn plans(&self, zone: Tz) -> Result<Plans, Problem> {
        // Asked before it is read: a write in between makes this state an old one.
        let state = self.store.plan_state()?;
        if let Some((of, there, plans)) = &self.known.borrow().plans
            && (*of, *there) == (state, zone)
        {
            return Ok(Arc::clone(plans));
        }
        // Let go first: two of them at once would be the most memory that the agent ever takes.
        self.known.borrow_mut().plans = None;
        let procedures = self.store.procedures()?;
        let outings = self.outings()?;
        let chosen = self.store.chosen_times()?;
        let followed = course::followed(&procedures);
        let plan = |(id, versions): (String, Vec<store::Version>)| {
            let followed = followed.get(&id).copied();
            let times = Companion::times_since(&chosen, versions.first()?.recorded, zone);
            let under = |here| {
                Some(entering::plan(&self.protocol, &id, &versions, followed, here)?.outdoors(&outings))
            };
            let ((_, first), later) = times.split_first()?;
            let plan = later.iter().try_fold(under(first)?, |earlier, (at, here)| {
                under(here).map(|plan| plan.chosen(*at, &earlier))
            })?;
            Some((id, plan))
        };
        let plans = Arc::new(procedures.into_iter().filter_map(plan).collect());
        self.known.borrow_mut().plans = Some((state, zone, Arc::clone(&plans)));
        Ok(plans)
    }

    /// The ledger: what was shown, answered and passed over.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn delivered(&self) -> Result<Arc<Delivered>, Problem> {
        let state = self.store.state()?;
        if let Some((of, ledger)) = &self.known.borrow().ledger
            && *of == state
        {
            return Ok(Arc::clone(ledger));
        }
        self.known.borrow_mut().ledger = None;
        let ledger = Arc::new(self.store.delivered()?);
        self.known.borrow_mut().ledger = Some((state, Arc::clone(&ledger)));
        Ok(ledger)
    }

    fn details(&self) -> Result<bool, Problem> {
        Ok(self.store.setting("details")?.as_deref() != Some("no"))
    }

    /// No clinic stands behind the rules in use.
    fn draft(&self) -> bool {
        Arc::ptr_eq(&self.protocol, &Protocol::built_in())
    }
}

/// Answers a question for which no data folder is needed: a patient must reach the warning signs also where the store cannot be
/// opened. `None` for every other question.
///
/// # Errors
/// What the question's own method says.
pub fn answer_without_store(question: &Question) -> Option<Result<serde_json::Value, Problem>> {
    let chosen = match question {
        Question::Warnings {} => None,
        Question::Country { code } => Some(code),
        _ => return None,
    };
    let system = system_language();
    let words = Words::of(&system);
    let warnings =
        call::signs_without_store(&Protocol::built_in(), &words, country(&system).as_deref(), chosen);
    Some(warnings.and_then(json))
}

fn json(reply: impl serde::Serialize) -> Result<serde_json::Value, Problem> {
    serde_json::to_value(reply).map_err(|error| Problem::new("store-failed").with("reason", error))
}

/// The system's language, for example `de-AT`; empty where it names none.
#[must_use]
pub fn system_language() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

/// The country of a language tag: `de-AT` is `AT`.
fn country(tag: &str) -> Option<String> {
    let part = tag.split(['-', '_', '.']).skip(1).find(|part| part.len() == 2)?;
    part.bytes().all(|b| b.is_ascii_alphabetic()).then(|| part.to_ascii_uppercase())
}
