//! A look at itself: every screen in every state, in both themes and two sizes, from the real webview, as pictures in a folder
//! with one page that shows them all. `cargo xtask screens FOLDER` builds the programs first; `cargo xtask screens FOLDER today
//! ledger` pictures these screens alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a picture that cannot be taken ends it"
)]
#![allow(dead_code, reason = "the stage belongs to the tests, which use all of it")]

mod sheet;

#[path = "../../desktop/dialog.rs"]
mod dialog;
#[path = "../../desktop/dragging.rs"]
mod dragging;
#[path = "../../desktop/notices.rs"]
mod notices;
#[path = "../../desktop/patient.rs"]
mod patient;
#[path = "../../journeys/pictures.rs"]
mod pictures;
#[path = "../../desktop/stage.rs"]
mod stage;
#[path = "../../desktop/states.rs"]
mod states;
#[path = "../../journeys/story.rs"]
mod story;
#[path = "../../desktop/tour.rs"]
mod tour;
#[path = "../../desktop/window.rs"]
mod window;

use patient::BERLIN;
use sheet::Picture;
use stage::Theme;
use states::STATES;
use std::path::Path;
use std::process::ExitCode;
use tour::{NARROW, WIDE};

fn main() -> ExitCode {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    let words: Vec<String> = std::env::args().skip(1).collect();
    if !words.iter().any(|word| word == "--bench") {
        return ExitCode::SUCCESS;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
    let Some((folder, screens)) = words.split_first() else {
        eprintln!("screens: which folder?");
        return ExitCode::from(2);
    };
    if let Some(unknown) = screens.iter().find(|name| !STATES.iter().any(|state| state.screen == **name)) {
        let mut names: Vec<&str> = STATES.iter().map(|state| state.screen).collect();
        names.dedup();
        eprintln!("screens: there is no screen {unknown}; the screens are {}", names.join(", "));
        return ExitCode::from(2);
    }
    take(Path::new(folder), screens);
    ExitCode::SUCCESS
}

/// Takes the pictures of these screens, or of all.
fn take(folder: &Path, screens: &[&str]) {
    std::fs::create_dir_all(folder).expect("a folder");
    let start = companion::clock::now();
    let mut pictures = Vec::new();
    for (theme, word) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let wanted = |state: &states::State| screens.is_empty() || screens.contains(&state.screen);
        tour::walk(theme, wanted, |window, state| {
            for size in [WIDE, NARROW] {
                window.resize(size);
                state.show(window);
                window.settle();
                let picture = Picture { screen: state.screen, state: state.state, size, theme: word };
                std::fs::write(folder.join(picture.file()), window.picture()).expect("a picture");
                pictures.push(picture);
            }
        });
    }
    std::fs::write(folder.join("index.html"), sheet::page(&pictures)).expect("a page");
    let took = (companion::clock::now() - start).num_seconds();
    println!("{} pictures in {took} s: {}", pictures.len(), folder.join("index.html").display());
}
