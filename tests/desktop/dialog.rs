//! The system's own dialog for saving or opening a file, answered by the keyboard, as a person does who knows the place.

use super::stage::{BLINK, wait_for};
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Keys that are no letters (X11's keysyms).
const RETURN: u32 = 0xff0d;
const ESCAPE: u32 = 0xff1b;
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// A dialog that is open.
pub struct Dialog {
    screen: RustConnection,
    window: u32,
    /// The keysyms of each key, and how many each has; the first key.
    keys: (Vec<u32>, usize, u8),
}

impl Dialog {
    /// Waits for the dialog of the program on a screen, and gives it the keyboard.
    pub fn on(display: &str) -> Dialog {
        let (screen, number) = x11rb::connect(Some(display)).expect("a screen");
        let window = wait_for("a dialog", || dialog(&screen, number).expect("windows"));
        screen
            .set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)
            .expect("a keyboard")
            .check()
            .expect("a keyboard");
        let first = screen.setup().min_keycode;
        let count = screen.setup().max_keycode - first + 1;
        let keys = screen.get_keyboard_mapping(first, count).expect("a question").reply().expect("keys");
        let dialog = Dialog { window, keys: (keys.keysyms, keys.keysyms_per_keycode.into(), first), screen };
        // A toolkit hears a little later that it has the keyboard.
        std::thread::sleep(6 * BLINK);
        dialog
    }

    /// Types another name or path in the place of the one that is offered, and saves there.
    pub fn save_as(self, path: &str) {
        self.press(&[CONTROL, u32::from('a')]);
        for letter in path.chars() {
            // Latin letters are their own keysyms.
            self.press(&[u32::from(letter)]);
        }
        self.save();
    }

    /// Opens the file at a path: its first sign, a slash, opens the line for it.
    pub fn open(self, path: &str) {
        for letter in path.chars() {
            self.press(&[u32::from(letter)]);
        }
        // The list of names that the line offers takes the first one for itself.
        wait_for("the end of the dialog", || {
            self.press(&[RETURN]);
            std::thread::sleep(6 * BLINK);
            self.is_gone().then_some(())
        });
    }

    /// Saves under the name that is offered.
    pub fn save(self) {
        self.press(&[RETURN]);
        self.gone();
    }

    /// Chooses no place.
    pub fn cancel(self) {
        self.press(&[ESCAPE]);
        self.gone();
    }

    fn gone(self) {
        wait_for("the end of the dialog", || self.is_gone().then_some(()));
    }

    fn is_gone(&self) -> bool {
        let seen = self.screen.get_window_attributes(self.window).expect("a screen").reply();
        !seen.is_ok_and(|seen| seen.map_state == MapState::VIEWABLE)
    }

    /// Presses keys together, the last one last.
    fn press(&self, keysyms: &[u32]) {
        let mut keys = Vec::new();
        for keysym in keysyms {
            let (key, shifted) = self.key(*keysym);
            if shifted {
                keys.push(self.key(SHIFT).0);
            }
            keys.push(key);
        }
        let down = keys.iter().map(|key| (KEY_PRESS_EVENT, *key));
        let up = keys.iter().rev().map(|key| (KEY_RELEASE_EVENT, *key));
        let root = self.screen.setup().roots[0].root;
        for (event, key) in down.chain(up) {
            self.screen
                .xtest_fake_input(event, key, x11rb::CURRENT_TIME, root, 0, 0, 0)
                .expect("a keyboard")
                .check()
                .expect("a keyboard");
        }
    }

    /// The key of a keysym, and whether Shift goes with it.
    fn key(&self, keysym: u32) -> (u8, bool) {
        let (keysyms, each, first) = &self.keys;
        let place = keysyms.chunks(*each).position(|all| all.iter().take(2).any(|one| *one == keysym));
        let place = place.unwrap_or_else(|| panic!("no key for {keysym:#x}"));
        let shifted = keysyms[place * each] != keysym;
        (first + u8::try_from(place).expect("a key"), shifted)
    }
}

/// The window that says of itself that it is a dialog.
fn dialog(screen: &RustConnection, number: usize) -> Result<Option<u32>, ReplyError> {
    let atom = |name: &str| Ok::<_, ReplyError>(screen.intern_atom(false, name.as_bytes())?.reply()?.atom);
    let (kind, dialog) = (atom("_NET_WM_WINDOW_TYPE")?, atom("_NET_WM_WINDOW_TYPE_DIALOG")?);
    for window in screen.query_tree(screen.setup().roots[number].root)?.reply()?.children {
        let kinds = screen.get_property(false, window, kind, AtomEnum::ATOM, 0, 8)?.reply()?;
        let seen = screen.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE;
        if seen && kinds.value32().is_some_and(|mut all| all.any(|one| one == dialog)) {
            return Ok(Some(window));
        }
    }
    Ok(None)
}
