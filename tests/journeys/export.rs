//! She takes it along: a calendar for the phone, a page for the doctor, tables, everything.

use super::photo_files::read;
use super::pictures::{from_phone, plain};
use super::story::{Story, form};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use boon::{Compiler, Schemas};
use chrono_tz::{Europe::Berlin, Tz};
use companion::Problem;
use companion::contract::{Answered, ContactForm, ExportForm, ExportKind, FreeForm, ProcedureForm, Question};
use companion::export::readable;
use companion::photos::Picture;
use insta::assert_snapshot;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub fn wish(kind: ExportKind) -> ExportForm {
    ExportForm { kind, neutral: false, notes: false, photos: Vec::new() }
}

pub fn export(story: &Story, form: &ExportForm) -> Result<String, Problem> {
    let bytes = story.window.export(form, story.now, story.zone, &mut |_| {})?;
    Ok(String::from_utf8(bytes).unwrap())
}

pub fn calendar(story: &Story) -> String {
    export(story, &wish(ExportKind::Calendar)).unwrap()
}

pub fn ask(story: &mut Story, question: Value) -> Value {
    let question: Question = serde_json::from_value(question).unwrap();
    story.window.ask(question, story.now, story.zone).unwrap()
}

/// A treatment an hour ago, its next session booked.
pub fn treated(ended: &str, now: &str, next: &str, zone: Tz) -> Story {
    let mut story = Story::begins(now, zone);
    story.enters(&ProcedureForm { next_session: Some(next.into()), ..form(ended, zone) }).unwrap();
    story
}

/// The days around the change of the clocks, in Berlin.
pub fn berlin() -> Story {
    treated("2026-03-27T15:10", "2026-03-27T16:10", "2026-05-05T10:00", Berlin)
}

/// Two days and a half of life: notices answered, put off and missed, a diary, a clinic, and a treatment entered by mistake.
fn lived() -> Story {
    let mut story = berlin();
    let mistake = story.enters(&form("2026-03-26T12:00", Berlin)).unwrap();
    story.window.forget(&mistake, story.now).unwrap();
    story.until("2026-03-27T20:00");
    story.presses(Answered::Done);
    story.minutes(5);
    let first = json!({
        "procedure": "p1", "at": null, "ratings": { "redness": 6, "soreness": 4 }, "signs": ["fever"],
        "note": "=Warm & <b>tight</b>.\n\u{202e}Like a \"sunburn\" 🌿",
    });
    ask(&mut story, json!({ "ask": "check_in", "form": first }));
    story.until("2026-03-28T08:00");
    story.presses(Answered::Later);
    story.until("2026-03-28T12:00");
    let second = json!({ "procedure": "p1", "at": "2026-03-28T09:00", "ratings": { "redness": 4 }, "signs": [], "note": "" });
    ask(&mut story, json!({ "ask": "check_in", "form": second }));
    ask(
        &mut story,
        json!({ "ask": "times", "times": { "morning": "07:45", "evening": null, "quiet": { "from": "22:00", "until": "07:30" } } }),
    );
    story.computer_off();
    story.until("2026-03-30T09:00");
    story.computer_on();
    story.look();
    let contact = ContactForm {
        name: "Dr. Example".into(),
        phone: "030 555 0142".into(),
        hours: String::new(),
        out_of_hours: String::new(),
    };
    story.window.set_contact(&contact).unwrap();
    let days = FreeForm {
        from: "2026-05-09".into(),
        until: None,
        name: "Beach".into(),
        doing: vec!["sun".into(), "swimming".into()],
    };
    story.window.keep_free(&days, story.now, Berlin).unwrap();
    let picture = Picture {
        large: b"large".to_vec(),
        small: b"small".to_vec(),
        hash: "1f".repeat(32),
        width: 3000,
        height: 4000,
        taken: "2026-03-28T10:00:00".parse().ok(),
    };
    story.window.keep_photo(&picture, None, story.now, Berlin).unwrap();
    story
}

#[test]
fn nothing_ahead_is_no_calendar() {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    assert_eq!(export(&story, &wish(ExportKind::Calendar)).unwrap_err().code, "export-nothing");
    assert_eq!(export(&story, &wish(ExportKind::Doctor)).unwrap_err().code, "export-nothing");
    assert_eq!(story.window.export_code(false, story.now, Berlin).unwrap_err().code, "export-nothing");
    let exportable = ask(&mut story, json!({ "ask": "export" }));
    assert_eq!((&exportable["ahead"], &exportable["treatments"]), (&Value::Null, &json!(0)));
}

// ------------------------------------------------------------------ the page

#[test]
fn the_page_for_the_doctor_tells_the_course_and_judges_nothing() {
    let story = lived();
    let page = export(&story, &wish(ExportKind::Doctor)).unwrap();
    let (start, end) = (page.find("<style>").unwrap(), page.find("</style>").unwrap());
    let page = format!("{}{}", &page[..start], &page[end..]);
    assert_snapshot!(page.replace('>', ">\n"));
    assert!(!page.contains("sunburn"));

    let with_notes = export(&story, &ExportForm { notes: true, ..wish(ExportKind::Doctor) }).unwrap();
    let note =
        "<dd dir=\"auto\">=Warm &amp; &lt;b&gt;tight&lt;/b&gt;.\n\u{202e}Like a &quot;sunburn&quot; 🌿</dd>";
    assert!(with_notes.contains(note), "{with_notes}");
    assert!(
        !with_notes.contains("<script")
            && !with_notes.contains("http://")
            && !with_notes.contains("https://")
    );
}

#[test]
fn the_page_holds_the_photos_she_chose_as_large_as_paper_shows_them_and_no_other() {
    let mut story = berlin();
    let add = |story: &mut Story, number, width, height, at| {
        let picture = read(&from_phone(&plain(number, width, height), 1, Some(at))).unwrap();
        story.window.keep_photo(&picture, None, story.now, Berlin).unwrap();
        let photos = story.window.photos(story.now, Berlin).unwrap().photos;
        photos.iter().find(|photo| photo.hash == picture.hash).unwrap().id
    };
    story.until("2026-03-29T20:00");
    let later = add(&mut story, 1, 2000, 1500, "2026:03:29 10:00:00");
    let first = add(&mut story, 2, 40, 30, "2026:03:27 19:30:00");
    let private = add(&mut story, 3, 50, 40, "2026:03:28 10:00:00");
    let with =
        |photos: &[u32]| export(&story, &ExportForm { photos: photos.to_vec(), ..wish(ExportKind::Doctor) });

    let page = with(&[later, first, later]).unwrap();
    let (pictures, said): (Vec<&str>, Vec<&str>) = page
        .split("<img alt=\"\" src=\"data:image/jpeg;base64,")
        .skip(1)
        .filter_map(|rest| rest.split("</figcaption>").next()?.split_once("\"><figcaption>"))
        .unzip();
    assert_eq!(said, ["2026-03-27 19:30, day 1", "2026-03-29 10:00, day 3"]);
    let measures = pictures.iter().map(|picture| {
        let jpeg = image::load_from_memory(&STANDARD.decode(picture).unwrap()).unwrap();
        (jpeg.width(), jpeg.height())
    });
    assert_eq!(measures.collect::<Vec<_>>(), [(40, 30), (1600, 1200)]);
    assert!(!with(&[]).unwrap().contains("<img"));

    // A page that nobody could send, a photo that is gone, a picture that was taken out of the folder.
    let all: Vec<u32> = (0..41).collect();
    assert_eq!(with(&all).unwrap_err().code, "export-photos-many");
    assert_eq!(with(&[first, 99]).unwrap_err().code, "not-found");
    let file = story.window.photos(story.now, Berlin).unwrap().photos;
    let hash = &file.iter().find(|photo| photo.id == private).unwrap().hash;
    std::fs::remove_file(story.folder().join(format!("photos/{hash}.jpg"))).unwrap();
    let gone = with(&[first, private]).unwrap_err();
    assert_eq!(gone.code, "export-photo-gone");
    assert_eq!(gone.detail["moment"], "2026-03-28 10:00");
}

// ------------------------------------------------------------------ everything

fn schema() -> (Schemas, boon::SchemaIndex) {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/companion/src/export/record.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("record.schema.json", schema).unwrap();
    let index = compiler.compile("record.schema.json", &mut schemas).unwrap();
    (schemas, index)
}

#[test]
fn everything_is_one_object_that_keeps_to_its_schema() {
    let mut story = lived();
    ask(&mut story, json!({ "ask": "go_out" }));
    ask(&mut story, json!({ "ask": "test" }));
    let text = export(&story, &wish(ExportKind::Everything)).unwrap();
    let record: Value = serde_json::from_str(&text).unwrap();
    let (schemas, index) = schema();
    if let Err(error) = schemas.validate(&record, index) {
        panic!("{error:#}");
    }
    // A schema that lets anything pass would say nothing.
    for (path, wrong) in [
        ("/schema", json!(2)),
        ("/treatments/0/id", json!("x")),
        ("/diary/0/ratings/redness", json!(11)),
        ("/exported", json!("today")),
        ("/answers/0/via", json!("post")),
    ] {
        let mut other = record.clone();
        *other.pointer_mut(path).unwrap() = wrong;
        assert!(schemas.validate(&other, index).is_err(), "{path}");
    }

    // Each table of the store is in it, row by row.
    let store = Connection::open(story.folder().join("aftercare.db")).unwrap();
    let tables: Vec<String> = store
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let list = |member: &str| record[member].as_array().unwrap().clone();
    let inner = |outer: &str, member: &str| -> Vec<Value> {
        list(outer)
            .iter()
            .flat_map(|one| match &one[member] {
                Value::Array(all) => all.clone(),
                Value::Object(all) => all.values().cloned().collect(),
                other => panic!("{other}"),
            })
            .collect()
    };
    for table in tables {
        let found = match table.as_str() {
            "answer" => list("answers").len(),
            "check_in" => list("diary").len(),
            "check_in_rating" => inner("diary", "ratings").len(),
            "check_in_sign" => inner("diary", "signs").len(),
            "chosen_times" => list("times").len(),
            "kept_free" => list("kept_free").len(),
            "kept_free_doing" => inner("kept_free", "doing").len(),
            "notice" => list("notices").len(),
            "notice_line" => inner("notices", "lines").len(),
            "outing" => list("outings").len(),
            "passed_over" => list("not_shown").len(),
            "photo" => list("photos").len(),
            "procedure" => list("treatments").len(),
            "procedure_area" => {
                inner("treatments", "versions").iter().map(|one| one["areas"].as_array().unwrap().len()).sum()
            }
            "procedure_version" => inner("treatments", "versions").len(),
            // What this computer's notification service can do is nothing of hers.
            "server" => continue,
            "setting" => record["settings"].as_object().unwrap().len(),
            "test" => list("tests").len(),
            "watch" => list("watched").len(),
            other => panic!("nothing of the table {other} is exported"),
        };
        let count: u32 =
            store.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(u32::try_from(found).unwrap(), count, "{table}");
        assert!(count > 0, "{table} is not tried");
    }
    assert_eq!(record["settings"]["contact.phone"], "030 555 0142");
    assert_eq!(record["treatments"][1]["forgotten"], "2026-03-27T15:10:00Z");
    assert_eq!(record["diary"][0]["note"], "=Warm & <b>tight</b>.\n\u{202e}Like a \"sunburn\" 🌿");
}

// ------------------------------------------------------------------ tables

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_tables_tell_the_diary_and_the_reminders() {
    let story = lived();
    let diary = export(&story, &wish(ExportKind::Diary)).unwrap();
    assert_snapshot!("diary", diary.replace("\r\n", "\n"));
    let reminders = export(&story, &wish(ExportKind::Reminders)).unwrap();
    assert_snapshot!("reminders", reminders.replace("\r\n", "\n"));
}

/// Emoji, texts from right to left, formulas, quotes, ends of lines: ten thousand notes, none computed and none lost.
#[test]
fn no_text_is_a_formula_and_none_is_lost() {
    const PARTS: [&str; 24] = [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "'",
        "\"",
        ",",
        ";",
        "＝",
        "＋",
        "－",
        "＠",
        "\u{202e}",
        "\u{2067}",
        "🧴👩‍⚕️",
        "חם",
        "=HYPERLINK(\"x\")",
        "cmd|' /C calc'!A0",
        "redness",
        " ",
    ];
    let mut story = berlin();
    story.until("2026-03-27T20:00");
    let mut dice = 0x9e37_79b9_7f4a_7c15_u64;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % sides
    };
    let texts: Vec<String> =
        (0..10_000).map(|_| (0..=roll(6)).map(|_| PARTS[roll(PARTS.len())]).collect()).collect();
    let mut store = Connection::open(story.folder().join("aftercare.db")).unwrap();
    let saving = store.transaction().unwrap();
    for (number, text) in texts.iter().enumerate() {
        let at = story.now.timestamp_millis() - number as i64;
        let insert = "INSERT INTO check_in (procedure, at_ms, note) VALUES (1, ?1, ?2)";
        saving.execute(insert, rusqlite::params![at, text]).unwrap();
    }
    saving.commit().unwrap();

    let table = export(&story, &wish(ExportKind::Diary)).unwrap();
    assert!(table.starts_with('\u{feff}'));
    let rows = cells(&table);
    let note = rows[0].iter().position(|name| name == "note").unwrap();
    assert_eq!(rows.len(), texts.len() + 1);
    for (row, text) in rows[1..].iter().zip(&texts) {
        for cell in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']),
                "{cell:?}"
            );
        }
        assert_eq!(readable(&row[note]), text);
    }
}

// ------------------------------------------------------------------ where it goes

#[test]
fn a_card_becomes_a_picture_for_the_phone_unless_it_is_too_long() {
    let mut story = berlin();
    let mut code =
        |text: &str| ask(&mut story, json!({ "ask": "text_code", "text": text }))["picture"].clone();
    assert!(code("Saturday\n08:00 Wash with bottled water")["size"].as_u64().unwrap() > 21);
    assert_eq!(code(&"é".repeat(50_000)), Value::Null);
}

#[test]
fn the_page_cannot_say_where_a_file_goes() {
    let mut story = berlin();
    let question = json!({ "ask": "save_export", "form": { "kind": "everything", "neutral": false, "notes": false, "photos": [] } });
    let question: Question = serde_json::from_value(question).unwrap();
    let problem = story.window.ask(question, story.now, story.zone).unwrap_err();
    assert_eq!(problem.code, "not-a-question");
    let hidden = json!({ "ask": "save_export", "form": { "kind": "everything", "neutral": false, "notes": false, "photos": [], "file": "x" } });
    assert!(serde_json::from_value::<Question>(hidden).is_err());
}

#[test]
fn an_export_tells_how_far_it_is() {
    let story = lived();
    for kind in [
        ExportKind::Calendar,
        ExportKind::Doctor,
        ExportKind::Diary,
        ExportKind::Reminders,
        ExportKind::Everything,
    ] {
        let mut told = Vec::new();
        story.window.export(&wish(kind), story.now, Berlin, &mut |percent| told.push(percent)).unwrap();
        assert!(
            told.is_sorted() && told.first() == Some(&0) && told.last() == Some(&100),
            "{kind:?}: {told:?}"
        );
    }
}

#[test]
fn a_files_name_names_nobody() {
    let names: Vec<PathBuf> = [
        ExportKind::Calendar,
        ExportKind::Doctor,
        ExportKind::Diary,
        ExportKind::Reminders,
        ExportKind::Everything,
    ]
    .into_iter()
    .map(|kind| kind.file_name(true).into())
    .collect();
    assert_eq!(
        names,
        [
            "reminders.ics",
            "aftercare.html",
            "aftercare-diary.csv",
            "aftercare-reminders.csv",
            "aftercare.json"
        ]
        .map(PathBuf::from)
    );
}
