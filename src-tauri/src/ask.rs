//! The IPC door: one command, one table of questions.

use crate::look;
use crate::save;
use companion::contract::{ExportForm, Look, Question};
use companion::{Companion, Problem, clock};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

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

    /// Makes what the patient wants to take along.
    pub fn export(&self, form: &ExportForm, tell: &mut dyn FnMut(u32)) -> Result<Vec<u8>, Problem> {
        let mut companion = self.companion.lock().unwrap_or_else(PoisonError::into_inner);
        self.open(&mut companion)?.export(form, clock::now(), clock::zone(), tell)
    }

    fn answer(&self, question: Question) -> Result<serde_json::Value, Problem> {
        // A panic while the lock was held leaves a companion that remembers facts only; opening it anew is enough.
        let mut companion = self.companion.lock().unwrap_or_else(PoisonError::into_inner);
        let open = match self.open(&mut companion) {
            Ok(open) => open,
            Err(problem) => return companion::answer_without_store(&question).unwrap_or(Err(problem)),
        };
        let reply = open.ask(question, clock::now(), clock::zone());
        // A file that was put right is another file: it is opened anew.
        if reply.as_ref().is_err_and(|problem| problem.code.starts_with("store-")) {
            *companion = None;
        }
        reply
    }

    /// The app, opened where it is not.
    fn open<'c>(&self, companion: &'c mut Option<Companion>) -> Result<&'c mut Companion, Problem> {
        let open = match companion.take() {
            Some(open) => open,
            None => Companion::open(&self.folder)?,
        };
        Ok(companion.insert(open))
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
    let reply = door.answer(question)?;
    if looks && !cfg!(target_os = "linux") {
        // The page has the colours already; a frame that keeps its own hinders nobody.
        drop(window.set_theme(look::frame(door.look())));
    }
    Ok(reply)
}
