//! The screen as a person has it: what stands on it, and a pointer to click with.

use super::stage::Desktop;
use std::collections::BTreeSet;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, CreateWindowAux,
    MOTION_NOTIFY_EVENT, MapState, WindowClass,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// What is smaller is no notice, but a window that a toolkit keeps for itself. In pixels.
const LEAST: (u16, u16) = (150, 50);

/// A window that can be seen: where it is, and how large, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    window: u32,
    x: i16,
    y: i16,
    /// Its width.
    pub width: u16,
    /// Its height.
    pub height: u16,
}

/// A connection to the screen.
pub struct Screen {
    x: RustConnection,
    root: u32,
}

impl Screen {
    /// The screen of a desktop.
    pub fn of(desktop: &Desktop) -> Screen {
        let (x, number) = x11rb::connect(Some(desktop.display())).expect("a screen");
        let root = x.setup().roots[number].root;
        Screen { x, root }
    }

    /// All windows that can be seen.
    pub fn seen(&self) -> BTreeSet<Seen> {
        let tree = self.x.query_tree(self.root).expect("a question").reply().expect("windows");
        tree.children.into_iter().filter_map(|window| self.look_at(window)).collect()
    }

    fn look_at(&self, window: u32) -> Option<Seen> {
        // One that is gone meanwhile cannot be seen.
        let state = self.x.get_window_attributes(window).ok()?.reply().ok()?.map_state;
        let place = self.x.get_geometry(window).ok()?.reply().ok()?;
        let seen = Seen { window, x: place.x, y: place.y, width: place.width, height: place.height };
        (state == MapState::VIEWABLE && seen.width >= LEAST.0 && seen.height >= LEAST.1).then_some(seen)
    }

    /// The text on the clipboard, as another program is given it; empty where nobody offers any.
    pub fn clipboard(&self) -> String {
        let atom = |name: &str| {
            self.x.intern_atom(false, name.as_bytes()).expect("a question").reply().expect("a name").atom
        };
        let (clipboard, utf8) = (atom("CLIPBOARD"), atom("UTF8_STRING"));
        let window = self.x.generate_id().expect("an id");
        let nothing = CreateWindowAux::new();
        self.x
            .create_window(0, window, self.root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &nothing)
            .expect("a window");
        self.x
            .convert_selection(window, clipboard, utf8, clipboard, x11rb::CURRENT_TIME)
            .expect("a question");
        self.x.flush().expect("a screen");
        loop {
            if let Event::SelectionNotify(given) = self.x.wait_for_event().expect("an answer") {
                if given.property == x11rb::NONE {
                    return String::new();
                }
                let read = self.x.get_property(true, window, clipboard, AtomEnum::ANY, 0, u32::MAX / 4);
                let text = read.expect("a question").reply().expect("a text").value;
                return String::from_utf8(text).expect("UTF-8");
            }
        }
    }

    /// Moves the pointer to a place in a window and clicks, as a hand does.
    pub fn click(&self, seen: &Seen, (x, y): (i16, i16)) {
        let steps = [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, 1), (BUTTON_RELEASE_EVENT, 1)];
        for (event, button) in steps {
            self.x
                .xtest_fake_input(event, button, 0, self.root, seen.x + x, seen.y + y, 0)
                .expect("a pointer")
                .check()
                .expect("a pointer");
            // A toolkit looks where the pointer is before it takes a press for one.
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }
}
