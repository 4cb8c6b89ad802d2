//! What stands where, how long it may be, and what must not be in it.

use super::sources::{below, files, none, root, text};
use std::collections::BTreeSet;

/// Everything that a visitor sees first. Tool files are dotfiles.
#[test]
fn the_top_level_is_exactly_this() {
    let expected = ["Cargo.lock", "Cargo.toml", "LICENSE", "README.md", "icons", "src-tauri", "tests", "ui"];
    let files = files();
    let top: BTreeSet<&str> = files.iter().filter_map(|name| name.split('/').next()).collect();
    let visible: Vec<&str> = top.into_iter().filter(|name| !name.starts_with('.')).collect();
    assert_eq!(visible, expected);
}

/// A file that passes 500 lines wants to be two rooms. The contract is written by a program and read by one.
#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<String> = files()
        .iter()
        .filter(|name| [".rs", ".svelte", ".ts", ".css"].iter().any(|ending| name.ends_with(ending)))
        .filter(|name| *name != "ui/src/contract.ts")
        .map(|name| (name, text(name).lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    none(&long, "these files are too long");
}

/// Paths that are somebody's own machine, and where they may stand all the same.
const MACHINES: [&str; 6] = ["/home/", "/root/", "/tmp/", "/Users/", "/var/folders/", "C:\\Users"];
const MACHINES_MAY_STAND: [(&str, &str); 2] = [
    ("tests/house/tree.rs", "the rule itself"),
    ("ui/src/fake.ts", "an invented patient's folder in an invented message"),
];

#[test]
fn no_machine_is_named() {
    let found: Vec<String> = texts()
        .filter(|(name, _)| !MACHINES_MAY_STAND.iter().any(|(path, _)| path == name))
        .flat_map(|(name, text)| super::sources::places(&name, &text, &MACHINES))
        .collect();
    none(&found, "a path of somebody's own machine");
    for (path, reason) in MACHINES_MAY_STAND {
        assert!(
            MACHINES.iter().any(|word| text(path).contains(word)),
            "{path} needs no exception ({reason})"
        );
    }
}

/// Whoever builds this says where packages come from. Cargo's lock file names the public index by its one canonical name.
#[test]
fn no_package_registry_is_named() {
    // In two parts, because this file is looked at like any other.
    const HOSTS: [(&str, &str); 9] = [
        ("registry.", "npmjs"),
        ("npm", "mirror."),
        ("npm.pkg.", "github"),
        ("yarn", "pkg."),
        ("static.", "crates.io"),
        ("index.", "crates.io"),
        ("py", "pi.org"),
        ("arti", "factory"),
        ("proxy.", "golang"),
    ];
    let hosts = HOSTS.map(|(one, two)| format!("{one}{two}"));
    let hosts: Vec<&str> = hosts.iter().map(String::as_str).collect();
    let found: Vec<String> =
        texts().flat_map(|(name, text)| super::sources::places(&name, &text, &hosts)).collect();
    none(&found, "a host of a package registry");
    let sources: BTreeSet<String> =
        text("Cargo.lock").lines().filter(|line| line.starts_with("source = ")).map(str::to_owned).collect();
    let canonical = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    assert_eq!(sources.into_iter().collect::<Vec<_>>(), [canonical]);
    none(
        &super::sources::places("ui/package-lock.json", &text("ui/package-lock.json"), &["\"resolved\""]),
        "npm's lock file names hosts",
    );
}

/// Every file that is text.
fn texts() -> impl Iterator<Item = (String, String)> {
    files().into_iter().filter_map(|name| {
        let bytes = std::fs::read(root().join(&name)).unwrap();
        Some((name, String::from_utf8(bytes).ok()?))
    })
}

/// A test that is not run proves nothing, and one that sleeps proves it now and then.
#[test]
fn no_test_is_ignored() {
    let found: Vec<String> = ["src-tauri/", "tests/"]
        .iter()
        .flat_map(|folder| below(folder, &[".rs"]))
        .filter(|(name, _)| name != "tests/house/tree.rs")
        .flat_map(|(name, text)| super::sources::places(&name, &super::sources::code(&text), &["#[ignore"]))
        .collect();
    none(&found, "a test that is never run");
}

/// A snapshot that nobody has looked at is no snapshot.
#[test]
fn no_snapshot_waits() {
    let waiting: Vec<String> = files().into_iter().filter(|name| name.ends_with(".snap.new")).collect();
    none(&waiting, "look at these snapshots, and accept or delete them");
}

/// A complaint is kept away by a test, and not by a table that names one.
#[test]
fn every_complaint_names_tests_that_exist() {
    let sources: String = ["tests/", "src-tauri/"]
        .iter()
        .flat_map(|folder| below(folder, &[".rs"]))
        .map(|(_, text)| text)
        .collect();
    let table = text("tests/complaints.md");
    let named: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
    assert!(named.len() > 30, "{}", named.len());
    for name in named {
        assert!(
            sources.contains(&format!("#[test]\n    fn {name}()"))
                || sources.contains(&format!("#[test]\nfn {name}()")),
            "no test is called {name}"
        );
    }
}
