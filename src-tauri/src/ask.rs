//! The IPC door: one command, one table of questions.

use crate::{look, photos, save};
use companion::contract::{ExportForm, Look, Question};
use companion::{Companion, Problem, clock};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::Manager;

/// The app behind the window, opened at the first question and again after a trouble.
#[derive(Debug)]
pub struct Door {
    folder: PathBuf,
    companion: Mutex<Option<Companion>>,
}

impl Door {
    /// A door to a data folder.
    pub fn to(folder: PathBuf) -> Door {
        Door { folder, companion: Mutex::new(None) }
    }

    /// How the window is to look. A store that cannot be opened is told of by the page.
    pub fn look(&self) -> Look {
        let mut companion = self.companion.lock().unwrap_or_else(PoisonError::into_inner);
        if companion.is_none() {
            *companion = Companion::open(&self.folder).ok();
        }
        companion.as_ref().and_then(|open| open.look_of_window().ok()).unwrap_or_default()
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Does something with the app behind the window.
    pub fn with<T>(&self, act: impl FnOnce(&mut Companion) -> Result<T, Problem>) -> Result<T, Problem> {
        self.open_and(act, Err)
    }

    /// Makes what the patient wants to take along.
    pub fn export(&self, form: &ExportForm, tell: &mut dyn FnMut(u32)) -> Result<Vec<u8>, Problem> {
        self.with(|companion| companion.export(form, clock::now(), clock::zone(), tell))
    }

    fn answer(&self, question: Question) -> Result<serde_json::Value, Problem> {
        let asked = question.clone();
        self.open_and(
            |companion| companion.ask(question, clock::now(), clock::zone()),
            |problem| companion::answer_without_store(&asked).unwrap_or(Err(problem)),
        )
    }

    /// Does something with the app, or something else where it cannot be opened.
    fn open_and<T>(
        &self,
        act: impl FnOnce(&mut Companion) -> Result<T, Problem>,
        otherwise: impl FnOnce(Problem) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        // A panic while the lock was held leaves a companion that remembers facts only; opening it anew is enough.
        let mut companion = self.companion.lock().unwrap_or_else(PoisonError::into_inner);
        let open = match companion.take() {
            Some(open) => open,
            None => match Companion::open(&self.folder) {
                Ok(open) => open,
                Err(problem) => return otherwise(problem),
            },
        };
        let reply = act(companion.insert(open));
        // A file that was put right is another file: it is opened anew.
        if reply.as_ref().is_err_and(|problem| problem.code.starts_with("store-")) {
            *companion = None;
        }
        reply
    }
}

/// Answers one question. What the page sends is hostile until it has become a [`Question`].
#[tauri::command(async)]
pub fn ask(
    question: serde_json::Value,
    door: tauri::State<'_, Door>,
    window: tauri::WebviewWindow,
) -> Result<serde_json::Value, Problem> {
    let question: Question = serde_json::from_value(question)
        .map_err(|error| Problem::new("not-a-question").with("reason", error))?;
    if let Question::SaveExport { form } = &question {
        let saved = save::export(form, &door, &window)?;
        return serde_json::to_value(saved)
            .map_err(|error| Problem::new("not-a-question").with("reason", error));
    }
    let looks = matches!(question, Question::Look { .. } | Question::DeleteEverything {});
    if let Some(reply) = photos::answer(window.app_handle(), &question) {
        return reply.and_then(|import| {
            serde_json::to_value(import).map_err(|error| Problem::new("not-a-question").with("reason", error))
        });
    }
    let reply = door.answer(question)?;
    if looks && !cfg!(target_os = "linux") {
        // The page has the colours already; a frame that keeps its own hinders nobody.
        drop(window.set_theme(look::frame(door.look())));
    }
    Ok(reply)
}
