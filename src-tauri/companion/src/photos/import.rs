//! Photos are taken in one at a time, on a thread of whoever has one to spare. The store is needed for a moment at the end of
//! each, so that everything else goes on meanwhile.

use super::picture::{Halt, Picture};
use crate::contract::{Import, Refused};
use crate::store::Kept;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many characters of a file's name are told.
const MOST_OF_NAME: usize = 80;

/// The files that are being taken in, shared by who wants them and who works.
#[derive(Debug, Default)]
pub struct Importing(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    waiting: VecDeque<Waiting>,
    view: Import,
    /// Which import it is: whoever ends one ends also what is under way for it.
    turn: u64,
}

/// One import: from the first file until none waits.
#[derive(Debug)]
pub struct Turn(u64);

#[derive(Debug)]
struct Waiting {
    file: PathBuf,
    procedure: Option<String>,
}

impl Importing {
    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves numbers that are told, at worst, one too low.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far it is.
    #[must_use]
    pub fn view(&self) -> Import {
        self.state().view.clone()
    }

    /// Lines files up, each for a treatment or for the one that its day belongs to. Where nobody works it gives a turn, and
    /// somebody must call [`Importing::work`] with it.
    #[must_use]
    pub fn add(&self, files: Vec<PathBuf>, procedure: Option<&str>) -> Option<Turn> {
        if files.is_empty() {
            return None;
        }
        let mut state = self.state();
        let idle = !state.view.runs;
        if idle {
            state.turn += 1;
            state.view = Import { runs: true, change: state.view.change, ..Import::default() };
        }
        state.view.change += 1;
        state.view.of = state.view.of.saturating_add(u32::try_from(files.len()).unwrap_or(u32::MAX));
        let waiting = |file| Waiting { file, procedure: procedure.map(str::to_owned) };
        state.waiting.extend(files.into_iter().map(waiting));
        idle.then_some(Turn(state.turn))
    }

    /// Stops what runs; nothing of it is kept from now on. What is over already is told of no more.
    pub fn end(&self) -> Import {
        let mut state = self.state();
        if state.view.runs {
            state.turn += 1;
            state.waiting.clear();
            state.view.runs = false;
            state.view.stopped = true;
        } else {
            state.view = Import { change: state.view.change, ..Import::default() };
        }
        state.view.change += 1;
        state.view.clone()
    }

    /// Stops what runs, and tells nothing of it any more.
    pub fn forget(&self) {
        self.end();
        self.end();
    }

    /// Takes in what waits, until nothing waits. `keep` puts a picture into the store; it asks the third, where it has the store
    /// for itself, whether the picture is still wanted. `tell` is called before each file, and at the end.
    pub fn work(
        &self,
        Turn(turn): Turn,
        keep: impl Fn(&Picture, Option<&str>, &dyn Fn() -> bool) -> Result<Kept, Halt>,
        tell: impl Fn(&Import),
    ) {
        let wanted = || self.state().turn == turn;
        while let Some(next) = self.next(turn) {
            tell(&self.view());
            let kept = Picture::of(&next.file, &wanted)
                .and_then(|picture| keep(&picture, next.procedure.as_deref(), &wanted));
            self.count(turn, &next.file, kept);
        }
        tell(&self.view());
    }

    /// The next file of this import; with none left it is over.
    fn next(&self, turn: u64) -> Option<Waiting> {
        let mut state = self.state();
        if state.turn != turn {
            return None;
        }
        let next = state.waiting.pop_front();
        state.view.runs = next.is_some();
        state.view.change += 1;
        next
    }

    fn count(&self, turn: u64, file: &Path, kept: Result<Kept, Halt>) {
        let mut state = self.state();
        // What was ended meanwhile is told of by whoever ended it.
        if state.turn != turn {
            return;
        }
        let view = &mut state.view;
        match kept {
            Ok(Kept::Added) => view.added += 1,
            Ok(Kept::There) => view.there += 1,
            Err(Halt::Stopped) => return,
            Err(Halt::Problem(problem)) => view.refused.push(Refused { name: name(file), problem }),
        }
        view.done += 1;
        view.change += 1;
    }
}

/// A file's name, as it can stand in a sentence: without signs that cannot be seen or turn the text around them, and not too
/// long.
fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let seen = |c: &char| {
        !c.is_control()
            && !matches!(*c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().filter(seen).take(MOST_OF_NAME).collect()
}
