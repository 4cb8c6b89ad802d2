//! `aftercarectl export`: on standard output, or as a new file; nothing that is there is replaced.

use super::aftercarectl::{Ended, aftercarectl};
use super::stories;
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// A data folder with a treatment of yesterday.
fn yesterday() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    stories::yesterday(folder.path());
    folder
}

fn export(folder: &Path, words: &[&str]) -> Ended {
    let data = folder.to_str().unwrap();
    aftercarectl([&["--data", data, "export"], words].concat())
}

#[test]
fn each_kind_is_printed() {
    let folder = yesterday();
    for (kind, begins) in [
        ("ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
        ("html", "<!doctype html>\n"),
        ("json", "{\"schema\":1,"),
        ("csv", "\u{feff}treatment,at,utc,hours,"),
        ("csv-reminders", "\u{feff}treatment,reminder,title,"),
    ] {
        let ended = export(folder.path(), &[kind]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{kind}");
        assert!(ended.out.starts_with(begins), "{kind}: {:.80}", ended.out);
    }
    let neutral = export(folder.path(), &["ics", "--neutral"]).out;
    assert!(neutral.contains("SUMMARY:Skin care reminder\r\n") && !neutral.contains("Morning care"));
}

#[test]
fn an_object_is_printed_where_one_is_asked_for() {
    let folder = yesterday();
    let printed = export(folder.path(), &["csv", "--json"]).json();
    let text =
        "\u{feff}treatment,at,utc,hours,redness,soreness,tenderness,bruising,swelling,flaking,signs,note\r\n";
    assert_eq!(printed, json!({ "kind": "diary", "file": null, "bytes": text.len(), "text": text }));
    // What is one object already is that object.
    assert_eq!(export(folder.path(), &["json", "--json"]).json()["schema"], 1);
}

#[test]
fn a_file_is_made_once_and_never_replaced() {
    let folder = yesterday();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("all.json");
    let name = file.to_str().unwrap();
    let ended = export(folder.path(), &["json", "--out", name]);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (Some(0), "", ""));
    let written = std::fs::read(&file).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&written).unwrap()["schema"], 1);

    let again = export(folder.path(), &["json", "--out", name]);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert!(again.err.contains("There is a file already") && again.err.lines().count() == 1, "{}", again.err);
    assert_eq!(std::fs::read(&file).unwrap(), written);

    let other = place.path().join("plan.ics");
    let told = export(folder.path(), &["ics", "--out", other.to_str().unwrap(), "--json"]).json();
    let bytes = std::fs::metadata(&other).unwrap().len();
    let expected =
        json!({ "kind": "calendar", "file": other.to_str().unwrap(), "bytes": bytes, "text": null });
    assert_eq!(told, expected);

    let nowhere = place.path().join("nowhere/plan.ics");
    let failed = export(folder.path(), &["ics", "--out", nowhere.to_str().unwrap()]);
    assert_eq!(failed.code, Some(1));
    assert!(failed.err.contains("could not be written"), "{}", failed.err);
}

#[test]
fn what_cannot_be_exported_is_refused() {
    let folder = yesterday();
    for (words, what) in [
        (&["export"][..], "say what to export"),
        (&["export", "pdf"], "cannot be exported"),
        (&["export", "ics", "html"], "one argument too many"),
        (&["export", "json", "--neutral"], "--neutral is for ics alone"),
        (&["export", "ics", "--notes"], "--notes is for html alone"),
        (&["export", "ics", "--out", ""], "--out needs a file"),
        (&["export", "ics", "--out"], "--out needs a file"),
        (&["export", "ics", "--cloud"], "no option --cloud"),
    ] {
        let data = folder.path().to_str().unwrap();
        let ended = aftercarectl([&["--data", data], words].concat());
        assert!(ended.complaint().contains(what), "{words:?}: {}", ended.err);
    }
}

#[test]
fn who_exports_makes_no_folder() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("nobody");
    let ended = export(&folder, &["json"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.contains("nothing was entered here yet"), "{}", ended.err);
    assert!(!folder.exists());
}
