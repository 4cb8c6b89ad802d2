//! The window's sources: one door to the program, one clock, every direction of writing, colours in one place.

use super::sources::{below, code, none, places, text};

fn sources(endings: &[&str]) -> Vec<(String, String)> {
    below("ui/src/", endings).into_iter().map(|(name, text)| (name, code(&text))).collect()
}

#[test]
fn the_contract_is_fresh() {
    let fresh = companion::contract::typescript();
    assert_eq!(text("ui/src/contract.ts"), fresh, "run `cargo xtask contract`");
    // JavaScript has no integers of 64 bits.
    assert!(!fresh.contains("bigint"), "the contract has a number that JavaScript cannot hold");
}

#[test]
fn one_file_speaks_to_the_program() {
    let found: Vec<String> = sources(&[".ts", ".svelte"])
        .iter()
        .filter(|(name, _)| name != "ui/src/ask.ts")
        .flat_map(|(name, text)| places(name, text, &["@tauri-apps", "__TAURI", "invoke("]))
        .collect();
    none(&found, "ui/src/ask.ts alone imports Tauri");
}

/// The window counts from the instant that the program gave it. One file reads the browser's clock to count on; the invented
/// data of the tests has its own.
#[test]
fn one_file_reads_the_browsers_clock() {
    const CLOCKS: [&str; 6] =
        ["Date.now", "new Date()", "performance.now", "Temporal.Now", "Date()", "= new Date;"];
    let found: Vec<String> = sources(&[".ts", ".svelte"])
        .iter()
        .filter(|(name, _)| name != "ui/src/live.svelte.ts" && name != "ui/src/fake.ts")
        .flat_map(|(name, text)| places(name, text, &CLOCKS))
        .collect();
    none(&found, "ui/src/live.svelte.ts alone reads the browser's clock");
}

/// Nothing is fetched: no address of the network is anywhere in the window but in names of formats.
#[test]
fn the_window_loads_nothing_from_elsewhere() {
    let found: Vec<String> = sources(&[".ts", ".svelte", ".css"])
        .iter()
        .flat_map(|(name, text)| {
            places(name, text, &["http://", "https://", "fetch(", "XMLHttpRequest", "WebSocket", "//cdn"])
        })
        .filter(|line| !line.contains("http://www.w3.org/"))
        .collect();
    none(&found, "the window loads nothing from elsewhere");
}

/// The styles of a file: all of a style sheet, the `<style>` and the inline styles of a component.
fn styles(name: &str, text: &str) -> String {
    if name.ends_with(".css") {
        return text.to_owned();
    }
    let mut inside = false;
    text.lines()
        .map(|line| {
            inside = (inside || line.contains("<style")) && !line.contains("</style");
            if inside || line.contains("style=") || line.contains("style:") {
                format!("{line}\n")
            } else {
                "\n".into()
            }
        })
        .collect()
}

/// In a language that is written from right to left the page is mirrored, so nothing may be tied to the left or the right.
#[test]
fn no_side_is_left_or_right() {
    let mut found = Vec::new();
    for (name, text) in sources(&[".css", ".svelte"]) {
        for (number, line) in styles(&name, &text).lines().enumerate() {
            for declaration in line.split([';', '{', '"']) {
                let Some((property, value)) = declaration.split_once(':') else { continue };
                let property = property.trim().trim_start_matches("style:");
                let sided = property.split('-').any(|part| part == "left" || part == "right");
                let aligned = ["text-align", "float", "clear", "justify-content", "transform-origin"]
                    .contains(&property)
                    && value.split([' ', ';']).any(|word| word == "left" || word == "right");
                if sided || aligned {
                    found.push(format!("{name}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    none(&found, "write inline-start and inline-end");
}

/// A colour has a name, and its value for light and dark stands in the one style sheet.
#[test]
fn colours_are_in_one_place() {
    const CALLS: [&str; 9] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    const NAMES: [&str; 14] = [
        "white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "purple", "pink",
        "brown", "silver", "navy",
    ];
    let mut found = Vec::new();
    for (name, text) in sources(&[".css", ".svelte"]) {
        if name == "ui/src/style.css" {
            continue;
        }
        for (number, line) in styles(&name, &text).lines().enumerate() {
            for declaration in line.split(['{', ';', '"']) {
                let Some((_, value)) = declaration.split_once(':') else { continue };
                let hex = value.split('#').skip(1).any(|after| {
                    let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
                    [3, 4, 6, 8].contains(&digits)
                        && !after[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
                });
                let named = value.split([' ', ',', '(', ')']).any(|word| NAMES.contains(&word));
                if hex || named || CALLS.iter().any(|call| value.contains(call)) {
                    found.push(format!("{name}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    none(&found, "colours stand in ui/src/style.css alone");
}
