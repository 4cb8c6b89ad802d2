//! A data file of every past version of the store is opened, and reads as it did when it was written.
//!
//! `store-<n>.db` is what [`stories::live`] left behind when the store had `n` migrations. It is never written again: where it
//! is missing for the version of today, the first test makes it, and fails until it is committed.

use super::stories::{self, instant};
use super::timeline::utc;
use chrono_tz::Europe::Berlin;
use companion::Companion;
use companion::contract::Free;
use insta::assert_snapshot;
use plan::{Answer, Row};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn kept(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("golden/store-{version}.db"))
}

/// How many migrations a data file has behind it: the big-endian number at offset 60 of an SQLite file.
fn version(file: &Path) -> u32 {
    let bytes = std::fs::read(file).unwrap();
    u32::from_be_bytes(bytes[60..64].try_into().unwrap())
}

fn row(row: &Row) -> String {
    let mut out = String::new();
    for at in &row.shown {
        write!(out, " shown {}", utc(*at)).unwrap();
    }
    if let Some((answer, at)) = row.answer {
        let word = match answer {
            Answer::Done => "done",
            Answer::Skipped => "skipped",
            Answer::Later => "later",
        };
        write!(out, " {word} {}", utc(at)).unwrap();
    }
    if let Some((cause, at)) = row.missed {
        write!(out, " missed ({}) {}", cause.word(), utc(at)).unwrap();
    }
    out
}

/// Everything that a store tells: what was chosen, what was entered, the ledger, and the board at three moments.
fn read(folder: &Path) -> String {
    let companion = Companion::open(folder).unwrap();
    let last = instant("2021-05-05T10:00:00Z");
    let mut out = String::new();
    let start = companion.start(last, Berlin).unwrap();
    writeln!(out, "agreed {}, details {}, treatments {}", start.agreed, start.details, start.procedures)
        .unwrap();
    let plans = companion.plans(Berlin).unwrap();
    for (id, _) in plans.iter() {
        writeln!(out, "\n{id} {}", serde_json::to_string_pretty(&companion.form(id).unwrap()).unwrap())
            .unwrap();
    }
    writeln!(out, "\nledger").unwrap();
    for (key, due, said) in companion.ledger(last, Berlin).unwrap() {
        writeln!(out, "  {} {key}:{}", utc(due), row(&said)).unwrap();
    }
    let delivered = companion.delivered().unwrap();
    for now in ["2020-03-28T07:45:00Z", "2020-03-30T12:00:00Z", "2020-05-05T20:00:00Z"].map(instant) {
        for (id, plan) in plans.iter() {
            let today = plan.today(now, &delivered);
            writeln!(out, "\n{} {id}: day {}, {} s", utc(now), today.day, today.seconds).unwrap();
            for (name, windows) in [
                ("not yet", &today.not_yet),
                ("released", &today.released),
                ("usual", &today.usual),
                ("good to know", &today.good_to_know),
            ] {
                let windows: Vec<_> =
                    windows.iter().map(|window| format!("{} {}", window.id(), utc(window.until))).collect();
                writeln!(out, "  {name}: {}", windows.join(", ")).unwrap();
            }
            for doing in &today.do_now {
                let key = &doing.occurrence.key;
                writeln!(
                    out,
                    "  do now: {key} {} to {}:{}",
                    utc(doing.due),
                    utc(doing.until),
                    row(&doing.row)
                )
                .unwrap();
            }
            if let Some(next) = today.next {
                let keys: Vec<&str> = next.occurrences.iter().map(|one| one.key.as_str()).collect();
                writeln!(out, "  next: {} {}", utc(next.at), keys.join(", ")).unwrap();
            }
        }
    }
    out
}

/// The version from which on there is a diary.
const DIARY: u32 = 5;

/// The diary that a store tells.
fn diary(folder: &Path) -> String {
    let companion = Companion::open(folder).unwrap();
    let checks = companion.diary(instant("2021-05-05T10:00:00Z"), Berlin).unwrap().checks;
    checks.iter().map(|check| serde_json::to_string(check).unwrap()).collect::<Vec<_>>().join("\n")
}

/// The version from which on there are photos.
const PHOTOS: u32 = 6;

/// The photos that a store tells.
fn photos(folder: &Path) -> String {
    let companion = Companion::open(folder).unwrap();
    let photos = companion.photos(instant("2021-05-05T10:00:00Z"), Berlin).unwrap().photos;
    photos.iter().map(|photo| serde_json::to_string(photo).unwrap()).collect::<Vec<_>>().join("\n")
}

/// The version from which on there are days to be kept free.
const FREE: u32 = 7;

/// The days to be kept free that a store tells.
fn kept_free(folder: &Path) -> String {
    let companion = Companion::open(folder).unwrap();
    let free = companion.course(instant("2020-03-28T10:00:00Z"), Berlin).unwrap().free;
    let told = |one: &Free| format!("{} {} to {} {} {:?}", one.id, one.from, one.until, one.name, one.doing);
    free.iter().map(told).collect::<Vec<_>>().join("\n")
}

/// The story as the program of today lives it; the data file of today's version is kept.
#[test]
fn the_story_of_the_kept_files() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let file = folder.path().join("aftercare.db");
    let kept = kept(version(&file));
    if !kept.exists() {
        std::fs::copy(&file, &kept).unwrap();
        panic!("{} was missing and is written now; commit it", kept.display());
    }
    assert_snapshot!("store", read(folder.path()));
    assert_snapshot!("diary", diary(folder.path()));
    assert_snapshot!("photos", photos(folder.path()));
    assert_snapshot!("kept_free", kept_free(folder.path()));
}

/// The program of today opens what any program of before has left, brings it up to date, and reads the same in it; also when
/// it is opened again.
#[test]
fn every_past_version_opens_and_reads_the_same() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let today = version(&folder.path().join("aftercare.db"));
    for past in 1..=today {
        assert!(kept(past).exists(), "no data file of version {past} is kept");
        assert_eq!(version(&kept(past)), past);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("aftercare.db");
        std::fs::copy(kept(past), &file).unwrap();
        assert_snapshot!("store", read(folder.path()));
        assert_eq!(version(&file), today, "version {past} was not brought up to date");
        assert_snapshot!("store", read(folder.path()));
        if past < DIARY {
            assert_eq!(diary(folder.path()), "");
        } else {
            assert_snapshot!("diary", diary(folder.path()));
        }
        if past < PHOTOS {
            assert_eq!(photos(folder.path()), "");
        } else {
            assert_snapshot!("photos", photos(folder.path()));
        }
        if past < FREE {
            assert_eq!(kept_free(folder.path()), "");
        } else {
            assert_snapshot!("kept_free", kept_free(folder.path()));
        }
    }
}
