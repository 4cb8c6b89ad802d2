//! What a stranger types. Each time one line says what is wrong, the exit code is 2, and nothing panics.

use super::aftercarectl::{aftercarectl, file, say};
use std::path::Path;

/// What is typed, and what the line must name.
const WRONG: &[(&str, &[&str])] = &[
    ("", &["--help"]),
    ("plans", &["command", "\"plans\""]),
    ("Plan --json", &["command", "\"Plan\""]),
    ("--verbose plan", &["--verbose"]),
    ("-v", &["-v"]),
    ("plan", &["--json"]),
    ("plan --json", &["--zone"]),
    ("plan --json --zone Europe/Berlin", &["--ended"]),
    ("plan --json --ended 2026-03-27T15:10", &["--zone"]),
    ("plan --ended 2026-03-27T15:10 --zone Europe/Berlin", &["--json"]),
    ("plan --json --ended", &["--ended", "value"]),
    ("plan --json --ended 2026-03-27T15:10 --zone", &["--zone", "value"]),
    ("plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin extra", &["\"extra\""]),
    ("plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --loud", &["--loud"]),
    ("plan --json --ended 2026-03-27T15:10 --zone Berlin", &["zone", "\"Berlin\""]),
    ("plan --json --ended 2026-03-27T15:10 --zone europe/berlin", &["zone", "\"europe/berlin\""]),
    ("plan --json --ended 2026-03-27T15:10 --zone +01:00", &["zone", "\"+01:00\""]),
    ("plan --json --zone Europe/Berlin --ended yesterday", &["--ended", "\"yesterday\""]),
    ("plan --json --zone Europe/Berlin --ended 2026-03-27", &["--ended", "\"2026-03-27\""]),
    ("plan --json --zone Europe/Berlin --ended 27.03.2026T15:10", &["--ended", "\"27.03.2026T15:10\""]),
    ("plan --json --zone Europe/Berlin --ended 2026-02-30T15:10", &["--ended", "\"2026-02-30T15:10\""]),
    ("plan --json --zone Europe/Berlin --ended 2026-03-27T25:10", &["--ended", "\"2026-03-27T25:10\""]),
    ("plan --json --zone Europe/Berlin --ended 2026-03-27T15:10Z", &["--ended", "\"2026-03-27T15:10Z\""]),
    ("plan --json --zone Europe/Berlin --ended 2026-06-30T23:59:60", &["--ended", "\"2026-06-30T23:59:60\""]),
    ("plan --json --zone Europe/Berlin --ended 1999-12-31T23:59", &["--ended", "1999", "2000"]),
    ("plan --json --zone Europe/Berlin --ended 2101-01-01T00:00", &["--ended", "2101", "2100"]),
    (
        "plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --trait foo",
        &["\"foo\"", "prp", "pih_prone"],
    ),
    ("plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --trait", &["--trait", "value"]),
    ("plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --next-session soon", &["--next-session"]),
    (
        "plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --next-session 2026-03-27T15:09",
        &["--next-session", "--ended"],
    ),
    (
        "plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --next-session 2026-03-27T15:10",
        &["--next-session", "--ended"],
    ),
    (
        "plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --next-session 2101-03-27T15:10",
        &["--next-session", "2101"],
    ),
    ("plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --antibiotic=yes", &["antibiotic"]),
    ("today", &["--json"]),
    ("ledger", &["--json"]),
    ("today --json p1", &["\"p1\""]),
    ("ledger --json --all", &["--all"]),
    ("ask", &["ibuprofen"]),
    ("ask x y", &["\"y\""]),
    ("ask x --loud", &["--loud"]),
    ("ask x --trait prp", &["--zone"]),
    ("ask x --ended 2026-03-27T15:10 --zone Europe/Berlin --at now", &["--at", "\"now\""]),
    ("ask x", &["no treatment", "--data", "--ended"]),
    ("--data", &["--data"]),
    ("protocol", &["protocol check FILE"]),
    ("protocol check", &["protocol check FILE"]),
    ("protocol validate x.toml", &["\"validate\""]),
    ("protocol check a.toml b.toml", &["\"b.toml\""]),
    ("protocol check --strict", &["--strict"]),
];

#[test]
fn every_wrong_call_is_one_clear_line() {
    for (words, names) in WRONG {
        println!("aftercarectl {words}");
        let ended = say(words);
        let line = ended.complaint();
        for name in *names {
            assert!(line.contains(name), "{name} is not named: {line}");
        }
    }
}

#[test]
fn empty_texts_are_no_values() {
    let ended = aftercarectl(["plan", "--json", "--ended", "", "--zone", "Europe/Berlin"]);
    assert!(ended.complaint().contains("--ended"), "{ended:?}");
    let ended = aftercarectl(["plan", "--json", "--ended", "2026-03-27T15:10", "--zone", ""]);
    assert!(ended.complaint().contains("zone"), "{ended:?}");
    let ended = aftercarectl(["--data", "", "today", "--json"]);
    assert!(ended.complaint().contains("--data"), "{ended:?}");
}

/// What is given as a protocol and is none; each is named.
#[test]
fn files_that_are_no_protocols() {
    let (missing, _folder) = file("there.toml", "");
    let missing = missing.with_file_name("missing.toml");
    let (empty, _empty) = file("empty.toml", "");
    let (binary, _binary) = file("binary.toml", [0x89, b'P', b'N', b'G', 0xff, 0x00]);
    let (nul, _nul) = file("nul.toml", [0; 64]);
    let (huge, _huge) = file("huge.toml", "# much ado about nothing\n".repeat(300_000));
    let (large, _large) = file("large.toml", "# too much\n".repeat(100_000));
    let directory = tempfile::tempdir().unwrap();
    for path in [&missing, &empty, &binary, &nul, &huge, &large, directory.path()] as [&Path; 7] {
        let name = path.to_str().unwrap();
        let plan = aftercarectl(
            "plan --json --ended 2026-03-27T15:10 --zone Europe/Berlin --protocol".split(' ').chain([name]),
        );
        assert!(plan.complaint().contains(name), "{plan:?}");
        let check = aftercarectl(["protocol", "check", name]);
        assert_eq!((check.code, check.out.as_str()), (Some(2), ""), "{check:?}");
        assert!(
            check.err.lines().all(|line| line.starts_with(&format!("aftercarectl: {name}"))),
            "{check:?}"
        );
        assert!(!check.err.contains("panicked"), "{check:?}");
    }
}

/// Not every name is text.
#[cfg(unix)]
#[test]
fn bytes_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    let plan = |option: &str| aftercarectl(["plan".as_ref(), "--json".as_ref(), option.as_ref(), odd]);
    for ended in [aftercarectl([odd]), plan("--ended"), plan("--zone"), plan("--trait")] {
        ended.complaint();
    }
    assert_eq!(aftercarectl(["protocol".as_ref(), "check".as_ref(), odd]).code, Some(2));
}

#[test]
fn a_line_break_in_what_was_typed_stays_one_line() {
    let ended = aftercarectl(["plan", "--json", "--zone", "Europe/Berlin", "--ended", "2026\n03"]);
    ended.complaint();
    let ended = aftercarectl(["pl\nan"]);
    ended.complaint();
}
