//! What `aftercarectl ask` says.

use super::aftercarectl::{Ended, aftercarectl};
use super::stories;
use serde_json::json;

const AT: &str = "--ended 2026-03-27T15:10 --zone Europe/Berlin --at 2026-03-28T12:00:00Z";

fn ask(question: &str, more: &str) -> Ended {
    aftercarectl(["ask", question].into_iter().chain(more.split_whitespace()))
}

#[test]
fn a_question_is_one_object_with_exactly_these_members() {
    assert_eq!(
        ask("Nurofen", &format!("{AT} --json")).json(),
        json!({
            "asked": "Nurofen",
            "found": "ibuprofen",
            "verdict": "not_before",
            "until": "2026-04-10T13:10:00Z",
            "text": "This is an anti-inflammatory pain medicine. Your plan says to skip it for two weeks. If a doctor told you \
                     to take it, do not stop. Call your clinic.",
            "source": ["004", "practice"],
            "did_you_mean": [],
        })
    );
    assert_eq!(
        ask("ibuprofin", &format!("--json {AT}")).json(),
        json!({
            "asked": "ibuprofin",
            "found": null,
            "verdict": "unknown",
            "until": null,
            "text": "We do not know this product. That does not mean that you may take it. Ask your clinic or pharmacist.",
            "source": [],
            "did_you_mean": ["ibuprofen"],
        })
    );
}

/// Every reason once, strictest first; the sources of all.
#[test]
fn a_list_is_told_as_a_whole() {
    assert_eq!(
        ask("Aqua, Foo, Parfum, Linalool, Glycerin, ibuprofen", &format!("{AT} --json")).json(),
        json!({
            "asked": "Aqua, Foo, Parfum, Linalool, Glycerin, ibuprofen",
            "found": "ibuprofen",
            "verdict": "not_before",
            "until": "2026-04-10T13:10:00Z",
            "text": "This is an anti-inflammatory pain medicine. Your plan says to skip it for two weeks. If a doctor told you \
                     to take it, do not stop. Call your clinic.\n\
                     Do not take ibuprofen, naproxen or similar pain pills for two weeks. If a doctor told you to take one, \
                     do not stop: call your clinic.\n\
                     Has scent. Scent can cause a rash on open skin.\n\
                     We do not know this one. Ask your clinic.\n\
                     Usually gentle. In the first 24 hours use only what your clinic gave you.",
            "source": ["004", "practice"],
            "did_you_mean": [],
        })
    );
}

#[test]
fn a_person_reads_a_few_lines() {
    let told = |question: &str| {
        let ended = ask(question, AT);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
        ended.out
    };
    insta::assert_snapshot!(
        "ask",
        ["may I go to the gym?", "sun", "hydrocortisone", "ibuprofin", "Tylenol"].map(told).join("\n")
    );
}

#[test]
fn traits_and_sessions_count() {
    let until = |question: &str, more: &str| {
        let ended = format!("--ended 2026-03-27T15:10 --zone Europe/Berlin --json {more}");
        ask(question, &ended).json()["until"].clone()
    };
    assert_eq!(until("retinol", "--trait pih_prone --at 2026-04-05T12:00:00Z"), "2026-04-10T13:10:00Z");
    assert_eq!(until("retinol", "--at 2026-04-05T12:00:00Z"), json!(null));
    let booked = "--next-session 2026-05-05T10:00 --at 2026-05-01T12:00:00Z";
    assert_eq!(until("retinol", booked), "2026-05-05T08:00:00Z");
}

/// Without a treatment on the command line it is the newest of the folder, and it is now.
#[test]
fn the_folders_newest_treatment_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let none = aftercarectl(["--data", path, "ask", "gym", "--json"]);
    assert!(none.complaint().contains("no treatment") && none.complaint().contains("--ended"), "{none:?}");
    assert_eq!(std::fs::read_dir(path).unwrap().count(), 0, "a question makes no files");

    stories::yesterday(folder.path());
    let gym = aftercarectl(["--data", path, "ask", "gym", "--json"]).json();
    assert_eq!((gym["found"].as_str(), gym["verdict"].as_str()), (Some("No hard sport"), Some("not_before")));
    let later = aftercarectl(["--data", path, "ask", "gym", "--at", "2099-01-01T00:00:00Z", "--json"]).json();
    assert_eq!(later["verdict"], "yes");
}

#[test]
fn an_empty_question_is_refused() {
    for question in ["", " ", "\n\t"] {
        ask(question, AT).complaint();
        ask(question, "--json").complaint();
    }
    aftercarectl(["ask"]).complaint();
    assert!(ask(&"x".repeat(100_001), AT).complaint().contains("too long"));
    assert_eq!(ask("???", &format!("{AT} --json")).json()["verdict"], "unknown");
}
