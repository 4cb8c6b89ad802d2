//! Everything is deleted: nothing of it can be found, nothing of it comes again, and it is the first day.

use super::pictures::{from_phone, plain};
use super::story::{Story, at, form};
use aftercare_agent::{About, Event, Press};
use chrono_tz::Europe::Berlin;
use companion::contract::Answered::{Done, Skipped};
use companion::contract::{CheckForm, ProcedureForm, QuietHours, Theme, Times};
use companion::photos::Picture;
use companion::store::Met;
use std::fs;
use std::path::Path;

/// What nobody else would write.
const TRACES: [&str; 9] = [
    "Antarctica/Troll",
    "Pacific/Chatham",
    "decolletage",
    "evening-check",
    "XylophoneDesk",
    "2026-06-06T08:00",
    "a quince blossom",
    "a withered quince",
    "JFIF",
];

fn somewhere() -> ProcedureForm {
    ProcedureForm {
        zone: "Antarctica/Troll".into(),
        areas: vec!["decolletage".into()],
        ..form("2026-06-05T13:10", Berlin)
    }
}

/// Three days of a patient who uses all there is.
fn lived() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&somewhere()).unwrap();
    story.window.place("Pacific/Chatham", story.now).unwrap();
    story.window.go_out(story.now, Berlin).unwrap();
    let met = Met { name: Some("XylophoneDesk".into()), version: "1".into(), actions: true, keeps: true };
    story.hears(Event::Met(met));
    story.until("2026-06-06T08:00");
    story.presses(Done);
    story.until("2026-06-06T20:00");
    story.answers("p1/evening-check/2026-06-06T20:00", Skipped);
    story.window.choose_look(Theme::Dark, 150).unwrap();
    let quiet = Some(QuietHours { from: "22:00".into(), until: "08:30".into() });
    story.window.choose_times(&Times { quiet, ..Times::default() }, story.now).unwrap();
    story.window.choose_details(false).unwrap();
    story.window.ask_test(story.now).unwrap();
    let note = |note: &str| CheckForm {
        procedure: "p1".into(),
        at: None,
        ratings: [("redness".to_owned(), 4)].into(),
        signs: vec!["fever".into()],
        note: note.into(),
    };
    story.window.check_in(&note("a quince blossom"), story.now, Berlin).unwrap();
    let mistake = story.window.check_in(&note("a withered quince"), story.now, Berlin).unwrap();
    story.window.delete_check_in(mistake, story.now).unwrap();
    let photo = from_phone(&plain(1, 40, 30), 1, None);
    let picture = Picture::read(&photo[..], &|| true).unwrap();
    story.window.keep_photo(&picture, None, story.now, Berlin).unwrap();
    story.computer_off();
    story.until("2026-06-08T10:00");
    story.computer_on();
    story.look();
    story
}

/// Which of the traces can be read in some file of a folder, each with the file.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(traces(&entry.path()));
            continue;
        }
        let bytes = fs::read(entry.path()).unwrap();
        let holds = |trace: &&&str| bytes.windows(trace.len()).any(|part| part == trace.as_bytes());
        let name = entry.file_name().into_string().unwrap();
        found.extend(TRACES.iter().filter(holds).map(|trace| format!("{name}: {trace}")));
    }
    found
}

#[test]
fn nothing_of_it_is_in_any_file_and_the_agent_knows_nothing_of_it() {
    let mut story = lived();
    let seen: Vec<String> = traces(story.folder());
    for trace in TRACES {
        assert!(seen.iter().any(|found| found.ends_with(trace)), "{trace} was never there: {seen:?}");
    }

    let deleted = story.window.delete_everything(story.now, Berlin).unwrap();
    assert_eq!(deleted.left, []);
    assert_eq!(traces(story.folder()), [""; 0], "with the agent open");
    assert!(!story.folder().join("photos").exists());
    let first_day = Story::begins("2026-06-08T10:00", Berlin);
    let as_on_the_first_day = |story: &Story| {
        let mut settings = story.window.settings().unwrap();
        settings.folder = String::new();
        let start = story.window.start(story.now, Berlin).unwrap();
        serde_json::to_value((settings, start.look, start.details, start.procedures)).unwrap()
    };
    assert_eq!(as_on_the_first_day(&story), as_on_the_first_day(&first_day));
    assert!(!deleted.start.agreed);

    // The agent takes its notices away, once, and has nothing to tell.
    let before = story.seen.len();
    story.look();
    assert_eq!(story.withdrawn(), 1);
    story.until("2026-06-20T22:00");
    assert_eq!((story.told(before), story.withdrawn()), (vec![], 1));
    assert_eq!(story.ledger("bottled-water"), [""; 0]);
    assert_eq!(traces(story.folder()), [""; 0]);

    // And it begins anew.
    story.window.agree(true, story.now).unwrap();
    story.now = at("2026-06-21T16:00", Berlin);
    assert_eq!(story.enters(&form("2026-06-21T15:10", Berlin)).unwrap(), "p1");
    story.until("2026-06-22T08:00");
    let told = story.told(before);
    assert!(told.last().unwrap().starts_with("Mon 22 Jun 08:00 Morning care: "), "{told:?}");
}

/// The server says what became of a notice when all that it told of is gone. The next one may have its number.
#[test]
fn what_was_on_its_way_is_no_answer_for_what_comes_after() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.server = super::story::Server::Hanging;
    story.enters(&somewhere()).unwrap();
    story.window.delete_everything(story.now, Berlin).unwrap();
    story.look();
    story.window.agree(true, story.now).unwrap();
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    assert_eq!(story.ledger("anti-inflammatories"), ["p1/anti-inflammatories/start: shown 0"]);
    story.server_wakes();
    assert_eq!(
        story.ledger("anti-inflammatories"),
        ["p1/anti-inflammatories/start: shown 1"],
        "the new one was shown by itself"
    );
    assert_eq!(story.seen.len(), 2);
    story.hears(Event::Pressed(About::Test(7), Press::Seen));
}

#[test]
fn where_it_fails_nothing_is_gone() {
    let mut story = lived();
    let read = |story: &Story| {
        let ledger = story.window.ledger(story.now, Berlin).unwrap();
        let start = serde_json::to_value(story.window.start(story.now, Berlin).unwrap()).unwrap();
        (ledger, start, story.window.settings().unwrap(), story.window.form("p1").unwrap())
    };
    let before = read(&story);
    // The last table that is emptied refuses.
    let file = rusqlite::Connection::open(story.folder().join("aftercare.db")).unwrap();
    file.execute_batch("CREATE TRIGGER no BEFORE DELETE ON watch BEGIN SELECT raise(ABORT, 'no'); END")
        .unwrap();
    let problem = story.window.delete_everything(story.now, Berlin).unwrap_err();
    assert_eq!(problem.code, "store-failed");
    assert_eq!(read(&story), before);
    story.look();
    assert_eq!(story.withdrawn(), 0);
}

#[test]
fn who_still_reads_the_file_is_told_of() {
    let mut story = lived();
    let file = rusqlite::Connection::open(story.folder().join("aftercare.db")).unwrap();
    file.execute_batch("BEGIN; SELECT count(id) FROM answer").unwrap();
    let reading: i64 = file.query_row("SELECT count(id) FROM answer", [], |row| row.get(0)).unwrap();
    assert!(reading > 0);
    let deleted = story.window.delete_everything(story.now, Berlin).unwrap();
    let codes: Vec<&str> = deleted.left.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!((codes, deleted.start.agreed), (vec!["traces-left"], false));
    file.execute_batch("COMMIT").unwrap();
    // Pressed again, it does the rest.
    assert_eq!(story.window.delete_everything(story.now, Berlin).unwrap().left, []);
    assert_eq!(traces(story.folder()), [""; 0]);
}
