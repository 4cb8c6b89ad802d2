//! What `aftercarectl doctor` says.

use super::aftercarectl::{Ended, aftercarectl, file};
use super::stories;
use companion::store::{Met, Store, Why};
use serde_json::{Value, json};
use std::path::Path;

fn doctor(folder: &Path, more: &[&str]) -> Ended {
    let words = ["--data".as_ref(), folder.as_os_str(), "doctor".as_ref()];
    aftercarectl(words.into_iter().chain(more.iter().map(|word| word.as_ref())))
}

/// What it said, without the folder, which is another one each time.
fn told(folder: &Path) -> String {
    let ended = doctor(folder, &[]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    ended.out.replace(&folder.display().to_string(), "FOLDER")
}

#[test]
fn a_folder_with_a_past_is_told_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let mut store = Store::open(folder.path()).unwrap();
    let at = stories::instant;
    store.beat(at("2020-05-05T10:00:00Z"), Some(Why::Stopped)).unwrap();
    store.beat(at("2020-05-05T20:00:00Z"), None).unwrap();
    let met = Met { name: Some("dunst".into()), version: "1.9.0".into(), actions: true, keeps: false };
    store.meet(&met, at("2020-05-05T10:00:01Z")).unwrap();
    store.ask_test(at("2020-05-05T10:01:00Z")).unwrap();
    // The last line ends today.
    let (past, today) =
        told(folder.path()).rsplit_once(" to 2").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    insta::assert_snapshot!("doctor", past);
    assert!(today.ends_with(": Aftercare was not running\n"), "{today}");
    // Shown is not seen.
    store.finish_test(1, None, at("2020-05-05T10:01:01Z")).unwrap();
    assert!(
        told(folder.path()).contains("Test reminder: shown 2020-05-05 10:01; nobody said that it was seen")
    );
    store.answer_test(1, true, at("2020-05-05T10:01:20Z")).unwrap();
    assert!(
        told(folder.path()).contains("Test reminder: shown 2020-05-05 10:01, and you said that you saw it")
    );
}

#[test]
fn json_has_exactly_these_members() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let report = doctor(folder.path(), &["--json"]).json();
    let mut names: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["data", "health", "problem", "version"]);
    let mut names: Vec<&str> = report["health"].as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let all = "agent autostart away last looked now server since test waiting_since zone";
    assert_eq!(names, all.split(' ').collect::<Vec<_>>());
    assert_eq!((&report["health"]["agent"], &report["health"]["test"]), (&json!(false), &Value::Null));
}

/// A doctor makes no folders, and what is broken is told and not mended.
#[test]
fn a_folder_that_is_not_there_or_damaged_is_told_and_left_as_it_is() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("none");
    assert!(told(&folder).contains("Nothing was entered here yet."));
    let report = doctor(&folder, &["--json"]).json();
    assert_eq!((&report["health"], &report["problem"]), (&Value::Null, &Value::Null));
    assert!(!folder.exists());

    let (damaged, folder) = file("aftercare.db", "This is no database. ".repeat(400));
    assert!(told(folder.path()).contains("Aftercare cannot read its data file"));
    assert_eq!(doctor(folder.path(), &["--json"]).json()["problem"]["code"], "store-damaged");
    assert_eq!(std::fs::read_to_string(damaged).unwrap(), "This is no database. ".repeat(400));

    let ended = doctor(folder.path(), &["--all"]);
    assert_eq!(ended.complaint(), "there is no option --all here; aftercarectl --help lists them");
}
