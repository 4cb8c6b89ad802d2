//! Photos in the real window: dropped there as from a file manager, shown without anything that the telephone wrote into them,
//! and two sessions compared.

use super::dialog::Dialog;
use super::dragging::Dragged;
use super::pictures::{SECRETS, corners, from_phone, plain};
use super::stage::{Desktop, wait_until};
use super::window::Window;
use super::{berlin, treatment};
use companion::Companion;
use companion::contract::ProcedureForm;
use companion::photos::Picture;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Two sessions, a month apart. The second was yesterday.
fn two_sessions(desktop: &Desktop, data: &Path) -> Companion {
    let mut companion = Companion::open(data).expect("a data folder");
    companion.agree(true, desktop.now()).expect("agreed");
    let first = ProcedureForm { ended: "2026-05-08T15:10".into(), ..treatment() };
    companion.enter(&first, desktop.now()).expect("entered");
    companion.enter(&ProcedureForm { session: 2, ..treatment() }, desktop.now()).expect("entered");
    companion
}

/// A file of hers.
fn put(desktop: &Desktop, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = desktop.file("home/My pictures");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

/// The measures of every picture on the page, once all of them are there.
fn measures(window: &Window, css: &str) -> Value {
    let script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.complete && [one.naturalWidth, one.naturalHeight])";
    window.run(script, &[json!(css)])
}

/// Every file below a folder.
fn all_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_dropped_photo_is_shown_upright_and_nothing_that_the_telephone_wrote_is_on_the_disk() {
    let desktop = Desktop::at(berlin("06-11 20:00"));
    let data = desktop.data("paula");
    drop(two_sessions(&desktop, &data));
    let photo = put(
        &desktop,
        "Face & neck, 10. June.jpg",
        &from_phone(&corners(640, 480), 6, Some("2026:06:10 18:00:00")),
    );
    let letter = put(&desktop, "letter.jpg", b"Dear clinic, this is a letter.");

    let window = desktop.open_window(&data);
    window.click("[data-testid=go-diary]");
    window.click("[data-testid=go-photos]");
    window.see("[data-testid=photos-none]");

    // One sees where to drop, as long as something is held over the window.
    let hand = Dragged::over(&desktop, &[&photo, &letter]);
    window.see("[data-testid=photos-drop]");
    hand.away();
    wait_until(&0, || window.count("[data-testid=photos-drop]"));
    Dragged::over(&desktop, &[&photo, &letter]).drop_there();
    window.see("[data-testid=import][data-runs=false]");
    assert_eq!(window.count("[data-testid=photos-drop]"), 0);
    let told = window.text("[data-testid=import]");
    assert!(told.contains("1 photo added.") && told.contains("letter.jpg"), "{told}");
    assert!(!told.contains("pictures"), "the page knows a path: {told}");

    // Small in the list, large when it is opened; a telephone that was held upright makes it so.
    wait_until(&json!([[240, 320]]), || measures(&window, "[data-photo] img"));
    let named = window.attributes("[data-photo]", "aria-label");
    assert_eq!(named, ["Session 2 · Day 1 · 10 June, 18:00"]);
    window.click("[data-photo]");
    wait_until(&json!([[480, 640]]), || measures(&window, "[data-testid=photo] img"));
    window.click("[data-testid=photos-back]");

    // Nothing else comes that way, and the page may open no dialog by itself.
    let hash = fs::read_dir(data.join("photos")).expect("photos").next().expect("one").expect("an entry");
    let hash = hash.file_name().into_string().expect("a name").split('.').next().expect("a hash").to_owned();
    let script = "const [hash, done] = arguments;
        const base = document.querySelector('[data-photo] img').src.split(hash)[0];
        const load = (what) => new Promise((answer) => {
            const one = new Image();
            one.onload = () => answer(one.naturalWidth);
            one.onerror = () => answer(null);
            one.src = base + what;
        });
        const asked = [hash, hash + '/small', hash.toUpperCase(), '../aftercare.db', hash + '.jpg', '0'.repeat(64)];
        const dialog = () => window.__TAURI_INTERNALS__.invoke('plugin:dialog|open', { options: {} }).then(() => 'opened', () => null);
        Promise.all([...asked.map(load), dialog()]).then(done)";
    let came = window.run_until_done(script, &[json!(hash)]);
    assert_eq!(came, json!([480, 240, null, null, null, null, null]));

    drop(window);
    let files = all_files(&data);
    assert!(files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "jpg")).count() == 2);
    for file in files {
        let bytes = fs::read(&file).expect("a file");
        for secret in SECRETS {
            let there = bytes.windows(secret.len()).any(|part| part == secret);
            assert!(!there, "{}: {}", file.display(), String::from_utf8_lossy(secret));
        }
    }
}

#[test]
fn two_sessions_are_compared_by_the_keyboard() {
    let desktop = Desktop::at(berlin("06-12 20:00"));
    let data = desktop.data("paula");
    let mut companion = two_sessions(&desktop, &data);
    for (number, taken) in
        [(1, "2026:05:10 20:00:00"), (2, "2026:06:11 20:00:00"), (3, "2026:06:12 19:00:00")]
    {
        let photo = from_phone(&plain(number, 300, 400), 1, Some(taken));
        let picture = Picture::read(&photo[..], &|| true).expect("a picture");
        companion.keep_photo(&picture, None, desktop.now(), super::BERLIN).expect("kept");
    }
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-diary]");
    window.click("[data-testid=go-photos]");
    let focus = |css: &str| {
        window.see(css);
        window.run("document.querySelector(arguments[0]).focus()", &[json!(css)]);
    };

    // She opens the newest and goes back by an arrow to the day before; from there she compares.
    focus("[data-photo]");
    window.press(Key::Enter);
    window.see("[data-testid=photo]");
    let heading = || window.text("[data-testid=photos] h1");
    wait_until(&"Session 2 · Day 3 · 12 June".to_owned(), heading);
    window.press(Key::Left);
    wait_until(&"Session 2 · Day 2 · 11 June".to_owned(), heading);
    window.press(Key::Right);
    wait_until(&"Session 2 · Day 3 · 12 June".to_owned(), heading);
    focus("[data-testid=photo-compare]");
    window.press(Key::Enter);

    // The same day after the other session is offered first.
    focus("[data-testid=photos-offered] [data-photo]");
    window.press(Key::Enter);
    window.see("[data-testid=pair]");
    let pictures = || window.attributes("[data-testid=pair] img", "alt");
    let (one, other) = ("Session 2 · Day 3 · 12 June, 19:00", "Session 1 · Day 3 · 10 May, 20:00");
    assert_eq!(pictures(), [one, other]);
    wait_until(&json!([[300, 400], [300, 400]]), || measures(&window, "[data-testid=pair] img"));

    // The slider lies over both, which lie over each other to the pixel; arrows move it.
    window.click("[data-testid=photos-view-slider]");
    focus("[data-testid=slide]");
    let seen = "const box = (css) => document.querySelector(css).getBoundingClientRect();
        const [all, first] = ['[data-testid=over]', '[data-testid=over] .above'].map(box);
        const [one, other] = [...document.querySelectorAll('[data-testid=over] img')].map((img) => img.getBoundingClientRect());
        const alike = ['x', 'y', 'width', 'height'].every((name) => Math.abs(one[name] - other[name]) < 1);
        return [Math.round(first.width / all.width * 100), alike, document.querySelector('[data-testid=slide]').value]";
    assert_eq!(window.run(seen, &[]), json!([50, true, "50"]));
    for _ in 0..10 {
        window.press(Key::Left);
    }
    wait_until(&json!([40, true, "40"]), || window.run(seen, &[]));

    // Escape leads back to all photos, and to the one where she began.
    window.press(Key::Escape);
    wait_until(&json!(named_first(&window)), || {
        window.run("return document.activeElement.getAttribute('aria-label')", &[])
    });
    window.see("[data-photo='3']:focus");
}

/// The system's own dialog: what is chosen there comes in, and whoever changes their mind adds nothing.
#[test]
fn a_photo_is_chosen_in_the_systems_own_dialog() {
    let desktop = Desktop::at(berlin("06-11 20:00"));
    let data = desktop.data("paula");
    drop(two_sessions(&desktop, &data));
    let photo = put(&desktop, "face.jpg", &from_phone(&corners(64, 48), 1, None));
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-diary]");
    window.click("[data-testid=go-photos]");
    window.see("[data-testid=photos-none]");
    window.click("[data-testid=photos-add]");
    Dialog::on(window.display()).cancel();
    window.see("[data-testid=photos-none]");

    window.click("[data-testid=photos-add]");
    // Impatient hands get one dialog.
    window.click("[data-testid=photos-add]");
    Dialog::on(window.display()).open(photo.to_str().expect("a path"));
    window.see("[data-testid=import][data-runs=false]");
    assert!(window.text("[data-testid=import]").contains("1 photo added."));
    wait_until(&json!([[64, 48]]), || measures(&window, "[data-photo] img"));
}

fn named_first(window: &Window) -> String {
    window.attributes("[data-photo]", "aria-label").swap_remove(0)
}
