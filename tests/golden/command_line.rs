//! What `aftercarectl plan`, `today` and `ledger` print, member by member.

use super::aftercarectl::{aftercarectl, file, say};
use super::custom_protocols::{instruction, protocol};
use super::stories;
use serde_json::{Value, json};
use std::path::Path;

/// The names of an object's members, sorted.
fn members(object: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn of_folder(folder: &Path, command: &str) -> Value {
    aftercarectl(["--data".as_ref(), folder.as_os_str(), command.as_ref(), "--json".as_ref()]).json()
}

/// The clocks go forward inside the 48 hours. In Berlin the sun rule ends at 16:10, the sunscreen rule at 15:10.
#[test]
fn hours_elapse_and_days_keep_the_wall_time() {
    let plan = say("plan --ended 2026-03-27T15:10 --zone Europe/Berlin --json").json();
    let until = |id: &str| {
        let windows = plan["windows"].as_array().unwrap();
        windows.iter().find(|window| window["id"] == id).unwrap()["until"].clone()
    };
    assert_eq!(until("sun-strict"), "2026-03-29T14:10:00Z");
    assert_eq!(until("sunscreen"), "2026-04-10T13:10:00Z");
}

/// The whole answer for the smallest protocol with a reminder.
#[test]
fn plan_has_exactly_these_members() {
    let line = instruction(
        "one",
        "PT0H",
        "PT26H",
        "remind = { at = [\"08:00\"], release = true }\nuseful_for = \"PT6H\"",
    );
    let (path, _folder) = file("small.toml", protocol(["21:30", "07:30"], &line));
    let path = path.to_str().unwrap();
    let plan = aftercarectl(
        "plan --ended 2026-03-27T15:10 --zone Europe/Berlin --json --protocol".split(' ').chain([path]),
    );
    let window = |id: &str, kind: &str, until: &str| json!({ "id": id, "kind": kind, "weight": "rule", "from": "2026-03-27T14:10:00Z", "until": until });
    let occurrence = |slot: &str, due: &str, useful_until: &str| {
        let key = format!("plan/one/{slot}");
        json!({ "key": key, "instruction": "one", "due": due, "useful_until": useful_until })
    };
    let expected = json!({
        "protocol": { "id": "small", "version": "1" },
        "ended": "2026-03-27T14:10:00Z",
        "zone": "Europe/Berlin",
        "windows": [
            window("one", "do", "2026-03-28T16:10:00Z"),
            window("prescribed-medicines", "learn", "2026-04-10T13:10:00Z"),
        ],
        "occurrences": [
            occurrence("2026-03-28T08:00", "2026-03-28T07:00:00Z", "2026-03-28T13:00:00Z"),
            occurrence("release", "2026-03-28T16:10:00Z", "2026-03-28T22:10:00Z"),
        ],
        "notices": [
            { "at": "2026-03-28T07:00:00Z", "instructions": ["one"] },
            { "at": "2026-03-28T16:10:00Z", "instructions": ["one"] },
        ],
        "sessions": { "earliest": "2026-04-27", "latest": "2026-05-27" },
    });
    assert_eq!(plan.json(), expected);
}

/// Each argument changes what it says and nothing else.
#[test]
fn plan_hears_every_argument() {
    let plan =
        |more: &str| say(&format!("plan --ended 2026-03-27T15:10 --zone Europe/Berlin --json {more}")).json();
    let ids = |plan: &Value| -> Vec<String> {
        plan["windows"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let until = |plan: &Value, id: &str| {
        plan["windows"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["until"].clone()
    };
    let plain = plan("");
    assert!(ids(&plain).contains(&"cool-down".into()) && ids(&plain).contains(&"book-next-session".into()));
    assert_eq!(until(&plain, "alcohol"), "2026-03-29T14:10:00Z");

    let prp = plan("--trait prp");
    assert_eq!(until(&prp, "alcohol"), "2026-03-30T14:10:00Z");
    assert!(!ids(&prp).contains(&"cool-down".into()));

    let both = plan("--trait pih_prone --trait=prp --trait prp");
    assert_eq!(until(&both, "alcohol"), "2026-03-30T14:10:00Z");
    assert_eq!(until(&both, "sunscreen"), "2026-06-25T13:10:00Z");

    assert!(!ids(&plain).contains(&"antibiotic-cream".into()));
    assert!(ids(&plan("--antibiotic")).contains(&"antibiotic-cream".into()));

    let booked = plan("--next-session 2026-05-05T10:00");
    assert!(!ids(&booked).contains(&"book-next-session".into()));
    assert_eq!(until(&booked, "appointment"), "2026-05-05T08:00:00Z");
}

/// Treatments of 2020, about which everything has been decided. A run of today adds nothing.
#[test]
fn ledger_tells_every_row() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let ledger = of_folder(folder.path(), "ledger");
    let rows = ledger["rows"].as_array().unwrap();
    assert_eq!(members(&ledger), ["rows"]);
    for row in rows {
        assert_eq!(members(row), ["answer", "answered", "due", "key", "missed", "shown"], "{row}");
    }
    let lines: Vec<String> = rows.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// `today` looks at the computer's clock, so only its shape is the same every day.
#[test]
fn today_has_exactly_these_members() {
    let folder = tempfile::tempdir().unwrap();
    stories::live(folder.path());
    let over = of_folder(folder.path(), "today");
    assert_eq!(members(&over), ["procedures"]);
    let ended: Vec<&Value> = over["procedures"].as_array().unwrap().iter().map(|one| &one["ended"]).collect();
    assert_eq!(ended, ["2020-03-27T14:20:00Z", "2020-05-05T09:45:00Z"]);

    let folder = tempfile::tempdir().unwrap();
    stories::yesterday(folder.path());
    let today = of_folder(folder.path(), "today");
    let one = &today["procedures"][0];
    let names = ["day", "do_now", "ended", "hours", "id", "next", "not_yet", "usual", "zone"];
    assert_eq!(members(one), names);
    assert_eq!((&one["id"], &one["zone"]), (&json!("p1"), &json!("UTC")));
    assert!((2..=3).contains(&one["day"].as_i64().unwrap()), "{one}");
    assert!((26.0..26.5).contains(&one["hours"].as_f64().unwrap()), "{one}");
    let not_yet = one["not_yet"].as_array().unwrap();
    assert!(not_yet.iter().all(|line| members(line) == ["id", "until"]), "{one}");
    assert!(not_yet.iter().any(|line| line["id"] == "sun-strict"), "{one}");
    let do_now = one["do_now"].as_array().unwrap();
    assert!(do_now.iter().all(|line| members(line) == ["due", "instruction", "key"]), "{one}");
    assert_eq!(one["usual"], json!(["expect-redness", "expect-tenderness"]), "{one}");
    assert_eq!(members(&one["next"]), ["at", "instructions"]);
}

#[test]
fn a_new_folder_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("not/yet/there");
    assert_eq!(of_folder(&new, "today"), json!({ "procedures": [] }));
    assert_eq!(of_folder(&new, "ledger"), json!({ "rows": [] }));
}

/// A folder that cannot be one is a failure and not bad input: the script that called may try again.
#[test]
fn a_folder_that_is_a_file_fails() {
    let (path, _folder) = file("taken", "");
    let ended = aftercarectl(["--data", path.to_str().unwrap(), "today", "--json"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert!(
        ended.err.starts_with("aftercarectl: Aftercare cannot write to its data folder"),
        "{}",
        ended.err
    );
    assert_eq!(ended.err.matches('\n').count(), 1);
}

#[test]
fn help_and_version_are_good_answers() {
    for words in ["--help", "-h", "plan --help"] {
        let ended = say(words);
        // Help of a command may be the one help there is; what counts is that nobody is left without an answer.
        assert!(ended.code == Some(0) || words.starts_with("plan"), "{words}: {ended:?}");
    }
    assert_eq!(say("--version").out, format!("aftercarectl {}\n", env!("CARGO_PKG_VERSION")));
}
