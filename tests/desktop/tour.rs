//! A tour of every screen in every state, in the real window.

use super::dialog::Dialog;
use super::patient::berlin;
use super::stage::{Desktop, Theme};
use super::states::{STATES, State, Step};
use super::window::Window;
use serde_json::json;

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
        let desktop = Desktop::to_look_at(opens, theme, SCREEN);
        let _server = world.server.then(|| desktop.start_server());
        let data = desktop.data(world.name);
        (world.before)(world, &desktop, &data);
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
