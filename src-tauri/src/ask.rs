//! The IPC door: one command, one table of questions.

use companion::contract::Question;
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

    fn answer(&self, question: Question) -> Result<serde_json::Value, Problem> {
        // A panic while the lock was held leaves a companion that remembers facts only; opening it anew is enough.
        let mut companion = self.companion.lock().unwrap_or_else(PoisonError::into_inner);
        let open = match companion.take() {
            Some(open) => open,
            None => match Companion::open(&self.folder) {
                Ok(open) => open,
                Err(problem) => return companion::answer_without_store(&question).unwrap_or(Err(problem)),
            },
        };
        let reply = companion.insert(open).ask(question, clock::now(), clock::zone());
        // A file that was put right is another file: it is opened anew.
        if reply.as_ref().is_err_and(|problem| problem.code.starts_with("store-")) {
            *companion = None;
        }
        reply
    }
}

/// Answers one question. What the page sends is hostile until it has become a [`Question`].
#[tauri::command(async)]
pub fn ask(question: serde_json::Value, door: tauri::State<'_, Door>) -> Result<serde_json::Value, Problem> {
    let question: Question = serde_json::from_value(question)
        .map_err(|error| Problem::new("not-a-question").with("reason", error))?;
    door.answer(question)
}
