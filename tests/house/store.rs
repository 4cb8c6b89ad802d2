//! SQL: strict, and never edited once it has landed.

use super::sources::{below, text};

/// A number for a text (FNV-1a, 64 bits). It need not withstand malice, only a hand that slips.
fn print_of(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every migration that has landed, and its print. A new one gets a line; an old line is never changed, because patients'
/// files have been through that very text.
const LANDED: [(&str, u64); 2] =
    [("0001_begin.sql", 0x7e4a_e99d_b1bb_ce0b), ("0002_reliance.sql", 0xbe17_7b39_175e_bc47)];

#[test]
fn migrations_are_never_edited() {
    let found: Vec<(String, u64)> = below("src-tauri/companion/src/store/", &[".sql"])
        .into_iter()
        .map(|(name, text)| (name.rsplit('/').next().unwrap().to_owned(), print_of(&text)))
        .collect();
    let landed: Vec<(String, u64)> =
        LANDED.iter().map(|(name, print)| ((*name).to_owned(), *print)).collect();
    assert_eq!(found, landed, "a migration that has landed was edited, or a new one has no line here");
}

#[test]
fn tables_are_strict() {
    for (name, text) in below("src-tauri/companion/src/store/", &[".sql"]) {
        let text: String =
            text.lines().map(|line| line.split("--").next().unwrap_or_default().to_owned() + "\n").collect();
        for statement in text.split(';').filter(|one| one.to_uppercase().contains("CREATE TABLE")) {
            let end = statement.rsplit(')').next().unwrap_or_default();
            assert!(end.contains("STRICT"), "{name}: a table that is not STRICT:{statement}");
        }
        assert!(!text.contains('*'), "{name} names its columns");
    }
    for (name, text) in below("src-tauri/companion/src/store/", &[".rs"]) {
        assert!(!text.contains("SELECT *"), "{name} names its columns");
    }
}

/// Saved is said after the disk has it.
#[test]
fn a_commit_reaches_the_disk() {
    assert!(text("src-tauri/companion/src/store/mod.rs").contains("PRAGMA synchronous = FULL"));
}
