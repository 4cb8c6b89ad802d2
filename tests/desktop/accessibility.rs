//! No screen has a barrier, in the real webview: axe-core looks at every state in both themes, and nothing is lost in a narrow
//! window, with text twice as large, or written from right to left.

use super::stage::Theme;
use super::tour::{WIDE, walk};
use super::window::Window;
use serde_json::{Value, json};
use std::path::Path;

/// As narrow as a page may become.
const SLIM: (u16, u16) = (320, 720);

/// With text twice as large, as narrow again.
const HALF: (u16, u16) = (640, 720);

/// In which sizes, with which size of text and in which direction nothing may be lost.
const WAYS: [((u16, u16), &str, &str); 6] = [
    (WIDE, "100%", "ltr"),
    (WIDE, "200%", "ltr"),
    (HALF, "200%", "ltr"),
    (SLIM, "100%", "ltr"),
    (SLIM, "100%", "rtl"),
    (WIDE, "100%", "rtl"),
];

/// What floats over the page is put right a frame after its size: so often is looked again.
const RETRIES: usize = 1;

/// What axe found on the page as it is now: rule, and where.
fn violations(window: &Window) -> Vec<String> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("axe-core: run the tests with `cargo xtask test`");
    if window.run("return typeof axe", &[]) == json!("undefined") {
        window.run(&axe, &[]);
    }
    let script = "const done = arguments[0];
        axe.run().then((result) => done(result.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))),
            (error) => done([String(error)]))";
    texts(window.run_until_done(script, &[]))
}

/// What is lost of the page in each way to look at it.
fn losses(window: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for ((width, height), text, direction) in WAYS {
        window.resize((width, height));
        let script = "document.documentElement.style.fontSize = arguments[0]; document.dir = arguments[1]";
        window.run(script, &[json!(text), json!(direction)]);
        window.settle();
        let mut lost = texts(window.run(include_str!("lost.js"), &[]));
        // What floats over the page follows a new size a little later.
        for _ in 0..RETRIES {
            if lost.is_empty() {
                break;
            }
            window.settle();
            lost = texts(window.run(include_str!("lost.js"), &[]));
        }
        let way = format!("{width}x{height}, text {text}, {direction}");
        found.extend(lost.into_iter().map(|line| format!("{way}: {line}")));
    }
    window.run("document.documentElement.style.fontSize = ''; document.dir = 'ltr'", &[]);
    found
}

fn texts(found: Value) -> Vec<String> {
    serde_json::from_value(found).expect("texts")
}

/// What `look` finds on any screen in any state.
fn on_every_screen(theme: Theme, look: impl Fn(&Window) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    walk(
        theme,
        |_| true,
        |window, state| {
            let place = format!("{}, {}", state.screen, state.state);
            found.extend(look(window).into_iter().map(|line| format!("{place}: {line}")));
        },
    );
    found
}

#[test]
fn axe_finds_nothing_on_any_screen_in_the_light_theme_and_nothing_is_lost() {
    let found = on_every_screen(Theme::Light, |window| {
        let mut found = violations(window);
        found.extend(losses(window));
        found
    });
    assert!(found.is_empty(), "{} barriers\n{}", found.len(), found.join("\n"));
}

#[test]
fn axe_finds_nothing_on_any_screen_in_the_dark_theme() {
    let found = on_every_screen(Theme::Dark, violations);
    assert!(found.is_empty(), "{} barriers\n{}", found.len(), found.join("\n"));
}
