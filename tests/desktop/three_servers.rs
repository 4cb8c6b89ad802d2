//! A patient's day under each of three real notification servers. What they are told stands on the bus, what the patient sees
//! stands on the screen, and the answers are clicked with the pointer.

use super::bus::{Call, Ear};
use super::notices::Server;
use super::screen::{Screen, Seen};
use super::stage::{Desktop, end, linger, missing, wait_for, wait_until};
use super::{berlin, enter_treatment, ledger};
use chrono::TimeDelta;
use companion::clock;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Child;

/// A server and how it is used.
trait Real {
    fn start(desktop: &Desktop) -> Self;
    /// How many notices stand on the screen.
    fn standing(&self, desktop: &Desktop) -> usize;
    /// Closes the notice that stands there alone; number is the server's own.
    fn close(&self, desktop: &Desktop, number: u32) {
        desktop.close_notice(number);
    }

    /// Presses a button of the notice that came last.
    fn press(&self, desktop: &Desktop, label: &str, title: &str);
}

/// It shows all notices in one window and has a menu instead of buttons.
impl Real for Server {
    fn start(desktop: &Desktop) -> Server {
        desktop.start_server()
    }

    fn standing(&self, desktop: &Desktop) -> usize {
        self.standing(desktop) as usize
    }

    fn press(&self, desktop: &Desktop, label: &str, title: &str) {
        self.press(desktop, label, title);
    }
}

/// A server of its own window for each notice.
struct Windowed {
    child: Child,
    screen: Screen,
}

impl Windowed {
    fn start(desktop: &Desktop, program: &str) -> Windowed {
        let path = beside_path(program);
        let child = desktop.command(&path.display().to_string()).stderr(std::process::Stdio::null()).spawn();
        let child = child.unwrap_or_else(|error| missing(program, &error));
        let screen = Screen::of(desktop);
        desktop.wait_for_server();
        Windowed { child, screen }
    }

    /// Clicks into the newest window: windows are numbered as they come.
    fn click(&self, place: impl Fn(&Seen) -> (i16, i16)) {
        let seen = *self.screen.seen().last().expect("a notice");
        self.screen.click(&seen, place(&seen));
        wait_for("the end of a notice", || (!self.screen.seen().contains(&seen)).then_some(()));
    }
}

impl Drop for Windowed {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Its buttons share the width: Open, Done, Later.
struct Xfce(Windowed);

impl Real for Xfce {
    fn start(desktop: &Desktop) -> Xfce {
        Xfce(Windowed::start(desktop, "xfce4/notifyd/xfce4-notifyd"))
    }

    fn standing(&self, _: &Desktop) -> usize {
        self.0.screen.seen().len()
    }

    fn press(&self, _: &Desktop, label: &str, _: &str) {
        let sixth = if label == "Done" { 3 } else { 5 };
        self.0.click(|seen| ((seen.width / 6 * sixth) as i16, seen.height as i16 - 31));
    }
}

/// Its buttons are words in the lower right corner: Done, Later.
struct Gnome(Windowed);

impl Real for Gnome {
    fn start(desktop: &Desktop) -> Gnome {
        Gnome(Windowed::start(desktop, "notification-daemon/notification-daemon"))
    }

    /// By the cross in its corner: a notice that stands stays there when a program closes it.
    fn close(&self, _: &Desktop, _: u32) {
        self.0.click(|seen| (seen.width as i16 - 24, 28));
    }

    fn standing(&self, _: &Desktop) -> usize {
        self.0.screen.seen().len()
    }

    fn press(&self, _: &Desktop, label: &str, _: &str) {
        let from_right = if label == "Done" { 133 } else { 80 };
        self.0.click(|seen| (seen.width as i16 - from_right, seen.height as i16 - 39));
    }
}

/// A program that distributions put below different folders.
fn beside_path(program: &str) -> PathBuf {
    let below = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let folders = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    let found =
        folders.into_iter().chain(below).map(|folder| folder.join(program)).find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{program} is missing: run the tests with `cargo xtask test`"))
}

/// What is compared of a call; numbers are the server's own business.
fn told(call: &Call) -> (&str, Vec<&str>, u32) {
    (&call.title, call.actions.iter().map(String::as_str).collect(), call.replaces)
}

fn answers(desktop: &Desktop, data: &Path, day: &str) -> Vec<Value> {
    let rows = ledger(desktop, data);
    rows.into_iter().filter(|row| row[0].as_str().is_some_and(|key| key.contains(day))).collect()
}

fn a_day_with<R: Real>() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = R::start(&desktop);
    let ear = Ear::on(&desktop);
    let data = desktop.data("greta");
    enter_treatment(&desktop, &data);
    let mut agent = desktop.serve(&data);
    let first = ear.nth(1);
    assert_eq!(told(&first), ("Aftercare", vec!["default", "later"], 0));
    wait_until(&1, || server.standing(&desktop));
    // She closes it. One of the three shows one notice at a time.
    server.close(&desktop, first.number.expect("a number"));
    wait_until(&0, || server.standing(&desktop));

    // Eight o'clock passes without an answer. At nine it comes once more, in its own place.
    desktop.wake_at(berlin("06-11 08:00"), &data);
    let morning = ear.nth(2);
    assert_eq!(told(&morning), ("Morning care", vec!["default", "done", "later"], 0));
    wait_until(&1, || server.standing(&desktop));
    desktop.wake_at(berlin("06-11 09:00"), &data);
    let again = ear.nth(3);
    let number = morning.number.expect("a number");
    assert_eq!(told(&again), ("Morning care", vec!["default", "done", "later"], number));
    assert_eq!((again.number, &again.tag), (morning.number, &morning.tag));
    linger();
    assert_eq!(server.standing(&desktop), 1);

    // Later is half an hour later, under the same identity.
    server.press(&desktop, "Later", "Morning care");
    let rows = |shown: usize, answer: &str| {
        vec![
            json!(["p1/bottled-water/2026-06-11T08:00", shown, answer, null]),
            json!(["p1/soothe/2026-06-11T08:00", shown, answer, null]),
            json!(["p1/sun-strict/2026-06-11T08:00", 1, null, null]),
        ]
    };
    let told_at_eight = || answers(&desktop, &data, "06-11T08:00");
    wait_until(&rows(2, "later"), told_at_eight);
    wait_until(&0, || server.standing(&desktop));
    desktop.wake_at(desktop.now() + TimeDelta::minutes(30), &data);
    let later = ear.nth(4);
    assert_eq!((later.title.as_str(), &later.tag), ("Morning care", &morning.tag));
    wait_until(&1, || server.standing(&desktop));

    // She presses Done.
    server.press(&desktop, "Done", "Morning care");
    wait_until(&rows(3, "done"), told_at_eight);
    wait_until(&0, || server.standing(&desktop));

    // The server dies. What is due in the evening waits for another one, and is told once.
    drop(server);
    desktop.wake_at(berlin("06-11 20:00"), &data);
    wait_until(&1, || agent.said().len());
    let start = clock::now();
    let server = R::start(&desktop);
    let evening = ear.nth(5);
    let waited = clock::now() - start;
    assert!(waited < TimeDelta::seconds(30), "the evening's notice came after {waited}");
    assert_eq!(told(&evening), ("Evening care", vec!["default", "done", "later"], 0));
    wait_until(&1, || server.standing(&desktop));
    desktop.wake(&data);
    linger();
    assert!(ear.calls().iter().all(|call| call.stays), "each stays until it is closed");
    assert_eq!((ear.calls().len(), server.standing(&desktop), agent.lives()), (5, 1, true));
    let shown = answers(&desktop, &data, "06-11T20:00").into_iter().map(|row| row[1].clone());
    assert_eq!(shown.collect::<Vec<_>>(), [1, 1, 1, 1].map(|count| json!(count)));
}

#[test]
fn a_day_with_dunst() {
    a_day_with::<Server>();
}

#[test]
fn a_day_with_xfce4_notifyd() {
    a_day_with::<Xfce>();
}

#[test]
fn a_day_with_notification_daemon() {
    a_day_with::<Gnome>();
}
