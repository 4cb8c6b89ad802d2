//! Files that are dragged over the window and dropped there, as a file manager does it: XDND, version 5
//! (<https://www.freedesktop.org/wiki/Specifications/XDND/>).

use super::stage::{BLINK, Desktop, PATIENCE};
use super::window::ours;
use companion::clock;
use std::path::Path;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Files in a hand above the window.
pub struct Dragged {
    x: RustConnection,
    source: u32,
    target: u32,
    list: String,
}

impl Dragged {
    /// Drags files over the window, and waits until it would take them.
    pub fn over(desktop: &Desktop, files: &[&Path]) -> Dragged {
        Dragged::on(desktop.display(), files)
    }

    /// The same on the screen of a name.
    pub fn on(display: &str, files: &[&Path]) -> Dragged {
        let (x, number) = x11rb::connect(Some(display)).expect("a screen");
        let root = x.setup().roots[number].root;
        let target = *ours(&x, number).expect("windows").first().expect("the window");
        let source = x.generate_id().expect("an id");
        let nothing = CreateWindowAux::new();
        x.create_window(0, source, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &nothing)
            .expect("a window");
        let list: String = files.iter().map(|file| format!("{}\r\n", address(file))).collect();
        let hand = Dragged { x, source, target, list };
        let selection = hand.atom("XdndSelection");
        hand.x.set_selection_owner(source, selection, x11rb::CURRENT_TIME).expect("a screen");
        hand.send("XdndEnter", [5 << 24, hand.atom("text/uri-list"), 0, 0]);
        let place =
            hand.x.translate_coordinates(target, root, 0, 0).expect("a question").reply().expect("a place");
        let middle = |from: i16| u32::from((from + 200).unsigned_abs());
        let (copy, status) = (hand.atom("XdndActionCopy"), hand.atom("XdndStatus"));
        hand.until("a window that takes it", || {
            let at = middle(place.dst_x) << 16 | middle(place.dst_y);
            hand.send("XdndPosition", [0, at, x11rb::CURRENT_TIME, copy]);
            hand.hear(|said| said.type_ == status && said.data.as_data32()[1] & 1 == 1)
        });
        hand
    }

    /// Lets go of them above the window, and waits until it has taken them.
    pub fn drop_there(self) {
        self.send("XdndDrop", [0, x11rb::CURRENT_TIME, 0, 0]);
        let finished = self.atom("XdndFinished");
        self.until("an end", || self.hear(|said| said.type_ == finished));
    }

    /// Takes them away again.
    pub fn away(self) {
        self.send("XdndLeave", [0, 0, 0, 0]);
        self.x.get_input_focus().expect("a question").reply().expect("an answer");
    }

    /// What follows the source in a message to the window.
    fn send(&self, name: &str, [one, two, three, four]: [u32; 4]) {
        let data = [self.source, one, two, three, four];
        let message = ClientMessageEvent::new(32, self.target, self.atom(name), data);
        self.x.send_event(false, self.target, EventMask::NO_EVENT, message).expect("a screen");
        self.x.flush().expect("a screen");
    }

    /// Hears what has been said so far, gives the list to who asks for it, and looks whether it was `wanted`.
    fn hear(&self, wanted: impl Fn(&ClientMessageEvent) -> bool) -> bool {
        std::thread::sleep(BLINK);
        let mut found = false;
        while let Some(event) = self.x.poll_for_event().expect("a screen") {
            match event {
                Event::ClientMessage(said) => found = found || wanted(&said),
                Event::SelectionRequest(asked) => self.give(&asked),
                _ => {}
            }
        }
        found
    }

    fn give(&self, asked: &SelectionRequestEvent) {
        let known = asked.target == self.atom("text/uri-list");
        if known {
            let bytes = self.list.as_bytes();
            self.x
                .change_property8(PropMode::REPLACE, asked.requestor, asked.property, asked.target, bytes)
                .expect("a screen");
        } else if asked.target == self.atom("TARGETS") {
            let kinds = [self.atom("text/uri-list")];
            self.x
                .change_property32(PropMode::REPLACE, asked.requestor, asked.property, AtomEnum::ATOM, &kinds)
                .expect("a screen");
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: asked.property,
        };
        self.x.send_event(false, asked.requestor, EventMask::NO_EVENT, answer).expect("a screen");
        self.x.flush().expect("a screen");
    }

    fn until(&self, what: &str, mut there: impl FnMut() -> bool) {
        let start = clock::now();
        while !there() {
            assert!(clock::now() - start < PATIENCE, "waited in vain for {what}");
        }
    }

    fn atom(&self, name: &str) -> u32 {
        self.x.intern_atom(false, name.as_bytes()).expect("a question").reply().expect("a name").atom
    }
}

/// A file's address; what is no plain letter is written by its number.
fn address(file: &Path) -> String {
    let mut out = String::from("file://");
    for byte in file.to_str().expect("a name in UTF-8").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
