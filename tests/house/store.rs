//! SQL: strict, and never edited once it has landed.

use super::sources::{below, text};

/// A number for a text (FNV-1a, 64 bits). It need not withstand malice, only a hand that slips.
fn print_of(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every migration that has landed, and its print. A new one gets a line; an old line is never changed, because patients'
/// files have been through that very text.
const LANDED: [(&str, u64); 7] = [
    ("0001_begin.sql", 0x7e4a_e99d_b1bb_ce0b),
    ("0002_reliance.sql", 0xbe17_7b39_175e_bc47),
    ("0003_order.sql", 0x7c69_e02c_911d_2745),
    ("0004_times.sql", 0x4c2d_0af7_12ff_1d52),
    ("0005_diary.sql", 0xf7c1_e6ab_92ee_37f9),
    ("0006_photos.sql", 0xc6e0_f014_816d_1efd),
    ("0007_course.sql", 0x267e_bc8b_c888_d619),
];

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

/// What a patient writes down is for nobody else's eyes, whichever program makes the folder.
#[cfg(unix)]
#[test]
fn a_data_folder_is_the_persons_own() {
    use companion::{Role, Signal, store::Store};
    use std::os::unix::fs::PermissionsExt;
    type First = fn(&std::path::Path);
    let first: [(&str, First); 4] = [
        ("the agent", |folder| drop(Role::Agent.take(folder).unwrap())),
        ("the store", |folder| drop(Store::open(folder).unwrap())),
        ("who listens", |folder| drop(Signal::listen(folder, |_| {}).unwrap())),
        ("who signals", |folder| Signal::Changed.raise(folder)),
    ];
    for (who, makes) in first {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("share/aftercare");
        makes(&folder);
        let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{who} made it {mode:o}");
    }
}
