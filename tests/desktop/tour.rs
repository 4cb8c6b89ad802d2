//! A tour of every screen in every state, in the real window.

use super::dialog::Dialog;
use super::patient::berlin;
use super::stage::{Desktop, Theme};
use super::states::{STATES, State, Step, World};
use super::window::Window;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// As large as the window opens.
pub const WIDE: (u16, u16) = (1040, 720);

/// As large as a window beside another one.
pub const NARROW: (u16, u16) = (400, 800);

/// A screen on which both have room, and notices beside them.
const SCREEN: (u16, u16) = (1600, 800);

/// Goes to each state of the table that is `wanted`, in its order, and lets `look` look at it. The clock stands meanwhile.
pub fn walk(theme: Theme, wanted: impl Fn(&State) -> bool, mut look: impl FnMut(&Window, &State)) {
    let wanted: Vec<&State> = STATES.iter().filter(|state| wanted(state)).collect();
    for states in wanted.chunk_by(|one, next| one.world.name == next.world.name) {
        let world = states[0].world;
        let opens = berlin(world.opens);
        let desktop = Desktop::beside_another(opens, theme, SCREEN);
        let _server = world.server.then(|| desktop.start_server());
        let data = desktop.data(world.name);
        Life::of(world, &desktop).copy_to(&data);
        (world.beside)(&data);
        let program = if world.agent { desktop.window_script() } else { desktop.window_without_agent() };
        desktop.stop_clock(opens);
        let window = Window::open_with(&desktop, &data, &program);
        let dark = window.run("return matchMedia('(prefers-color-scheme: dark)').matches", &[]);
        assert_eq!(dark, json!(theme == Theme::Dark), "the webview does not follow the system's theme");
        for (number, state) in states.iter().enumerate() {
            if number > 0 {
                window.resize(WIDE);
                window.reload();
            }
            // Which one it is, should it come to no end.
            println!("{}, {}", state.screen, state.state);
            for step in state.steps {
                go(&window, step);
            }
            window.settle();
            look(&window, state);
        }
    }
}

/// What was before, as the files of a data folder. To live a month minute by minute takes seconds, and each theme comes to the same
/// world: the first one lives it.
struct Life(Vec<(PathBuf, Kept)>);

/// One of the files or folders, with who may read it.
enum Kept {
    Folder(Permissions),
    File(Vec<u8>, Permissions),
}

impl Life {
    /// The life of a world.
    fn of(world: &World, desktop: &Desktop) -> Arc<Life> {
        static LIVED: Mutex<BTreeMap<&str, Arc<Life>>> = Mutex::new(BTreeMap::new());
        let mut lived = LIVED.lock().unwrap_or_else(PoisonError::into_inner);
        let life = lived.entry(world.name).or_insert_with(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let data = folder.path().join(world.name);
            (world.before)(world, desktop, &data);
            let mut life = Life(Vec::new());
            if data.exists() {
                life.keep(&data, Path::new(""));
            }
            Arc::new(life)
        });
        Arc::clone(life)
    }

    fn keep(&mut self, data: &Path, place: &Path) {
        let path = data.join(place);
        let about = fs::metadata(&path).expect("a file");
        if about.is_file() {
            let bytes = fs::read(&path).expect("a file");
            self.0.push((place.to_owned(), Kept::File(bytes, about.permissions())));
            return;
        }
        self.0.push((place.to_owned(), Kept::Folder(about.permissions())));
        for entry in fs::read_dir(path).expect("a folder") {
            self.keep(data, &place.join(entry.expect("an entry").file_name()));
        }
    }

    fn copy_to(&self, data: &Path) {
        for (place, kept) in &self.0 {
            let path = data.join(place);
            let permissions = match kept {
                Kept::Folder(permissions) => {
                    fs::create_dir_all(&path).expect("a folder");
                    permissions
                }
                Kept::File(bytes, permissions) => {
                    fs::write(&path, bytes).expect("a file");
                    permissions
                }
            };
            fs::set_permissions(path, permissions.clone()).expect("permissions");
        }
    }
}

/// Does what a step says.
fn go(window: &Window, step: &Step) {
    match step {
        Step::Click(what) => window.click(&css(what)),
        Step::Type(what, text) => window.type_in(&css(what), text),
        Step::Paste(what, text) => window.paste(&css(what), text),
        Step::See(what) => window.see(&css(what)),
        Step::Unfold => drop(window.run(
            "for (const fold of document.querySelectorAll('main details')) fold.open = true;
             const folded = 'main [aria-expanded=false]:not([aria-haspopup])';
             for (const one of document.querySelectorAll(folded)) one.click()",
            &[],
        )),
        Step::Drop(folder) => window.drop_files_of(folder),
        Step::Save(None) => Dialog::on(window.display()).save(),
        Step::Save(Some(path)) => Dialog::on(window.display()).save_as(path),
        Step::Show(what) => {
            drop(window.run("document.querySelector(arguments[0]).scrollIntoView()", &[json!(css(what))]));
        }
    }
}

/// A word is what an element is called for tests; anything else is a selector.
fn css(what: &str) -> String {
    let word = what.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if word { format!("[data-testid={what}]") } else { what.to_owned() }
}

impl State {
    /// Shows again what is to be seen, after the page has changed its size.
    pub fn show(&self, window: &Window) {
        for step in self.steps.iter().filter(|step| matches!(step, Step::Show(_))) {
            go(window, step);
        }
    }
}
