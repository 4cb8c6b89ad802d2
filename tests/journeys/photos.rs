//! She adds photos of her skin. They are turned upright, nothing that her telephone wrote into them is left, and they are hers
//! to date, delete and bring back. What is no photo is refused by its name, and the others are taken.

use super::photo_files::read;
use super::pictures::{corners, file, from_phone, plain};
use super::story::{Story, form};
use chrono_tz::Europe::Berlin;
use companion::contract::{Import, Question};
use companion::photos::{self, Halt, Importing, Picture};
use companion::store::Kept;
use companion::{Companion, Problem};
use image::ImageFormat;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

fn ask(story: &mut Story, question: Value) -> Result<Value, Problem> {
    let question: Question = serde_json::from_value(question).unwrap();
    story.window.ask(question, story.now, story.zone)
}

/// What the window shows of each photo: day, treatment, moment.
fn shown(story: &mut Story) -> Vec<Value> {
    said(&ask(story, json!({ "ask": "photos" })).unwrap())
}

fn said(reply: &Value) -> Vec<Value> {
    let photos = reply["photos"].as_array().unwrap();
    photos.iter().map(|one| json!([one["procedure"], one["day"], one["wall"]])).collect()
}

/// The third evening after a treatment.
fn evening() -> Story {
    let mut story = Story::begins("2026-06-05T16:10", Berlin);
    story.enters(&form("2026-06-05T15:10", Berlin)).unwrap();
    story.until("2026-06-07T20:00");
    story
}

/// Writes files into a folder of hers.
fn files(folder: &Path, all: &[(&str, Vec<u8>)]) -> Vec<PathBuf> {
    let write = |(name, bytes): &(&str, Vec<u8>)| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    all.iter().map(write).collect()
}

/// Adds files as the window does; what became of it, and every step on the way.
fn add(story: &mut Story, all: Vec<PathBuf>) -> (Import, Vec<Import>) {
    let importing = Importing::default();
    let (now, zone, steps) = (story.now, story.zone, RefCell::new(Vec::new()));
    let window = RefCell::new(&mut story.window);
    let turn = importing.add(all, None).unwrap();
    importing.work(
        turn,
        |picture, procedure, wanted| {
            assert!(wanted());
            Ok(window.borrow_mut().keep_photo(picture, procedure, now, zone)?)
        },
        |far| steps.borrow_mut().push(far.clone()),
    );
    (importing.view(), steps.into_inner())
}

/// The one photo of a file.
fn keep(story: &mut Story, bytes: &[u8]) -> Result<Kept, Problem> {
    let picture = read(bytes)?;
    story.window.keep_photo(&picture, None, story.now, story.zone)
}

/// The files of the photos' folder.
fn kept(story: &Story) -> Vec<String> {
    let Ok(entries) = fs::read_dir(story.folder().join("photos")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn photos_stand_by_day_newest_first_and_the_same_one_twice_is_one() {
    let mut story = evening();
    // Before the treatment; on its evening; one whose camera was never set; one from next week; one that says nothing.
    for (number, taken) in [
        (1, Some("2026:06:04 09:00:00")),
        (2, Some("2026:06:05 20:00:00")),
        (3, Some("1980:01:01 00:00:12")),
        (4, Some("2026:06:14 12:00:00")),
        (5, None),
    ] {
        let kept = keep(&mut story, &from_phone(&plain(number, 40, 30), 1, taken)).unwrap();
        assert_eq!(kept, Kept::Added);
    }
    let expected = [
        json!(["p1", 3, "2026-06-07T20:00"]),
        json!(["p1", 3, "2026-06-07T20:00"]),
        json!(["p1", 3, "2026-06-07T20:00"]),
        json!(["p1", 1, "2026-06-05T20:00"]),
        json!(["p1", 0, "2026-06-04T09:00"]),
    ];
    assert_eq!(shown(&mut story), expected);
    assert_eq!(kept(&story).len(), 10);

    // The same points with other words of the telephone are the same picture.
    let again = from_phone(&plain(2, 40, 30), 1, Some("2026:06:06 08:00:00"));
    assert_eq!(keep(&mut story, &again).unwrap(), Kept::There);
    story.window = Companion::open(story.folder()).unwrap();
    assert_eq!(shown(&mut story), expected);
    assert_eq!(kept(&story).len(), 10);
}

#[test]
fn a_file_is_named_by_its_content_and_is_for_her_eyes_alone() {
    let mut story = evening();
    keep(&mut story, &file(corners(40, 30), ImageFormat::Png)).unwrap();
    let reply = ask(&mut story, json!({ "ask": "photos" })).unwrap();
    let hash = reply["photos"][0]["hash"].as_str().unwrap();
    assert_eq!(kept(&story), [format!("{hash}.jpg"), format!("{hash}.small.jpg")]);
    let folder = story.folder().join("photos");
    let path = photos::file(story.folder(), hash).unwrap();
    assert_eq!(path, folder.join(format!("{hash}.jpg")));
    assert_eq!(
        photos::file(story.folder(), &format!("{hash}/small")).unwrap(),
        folder.join(format!("{hash}.small.jpg"))
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
    }
    // Nothing but a hash is a picture.
    let upper = hash.to_uppercase();
    for asked in [
        "",
        "small",
        "../aftercare.db",
        &hash[1..],
        &upper,
        &format!("{hash}/large"),
        &format!("{hash}/../x"),
        &format!("/{hash}"),
        &format!("{hash}.jpg"),
    ] {
        assert_eq!(photos::file(story.folder(), asked), None, "{asked}");
    }
}

#[test]
fn a_photo_belongs_to_the_treatment_of_its_day_until_she_says_otherwise() {
    let mut story = evening();
    keep(&mut story, &from_phone(&plain(1, 40, 30), 1, Some("2026:06:06 09:00:00"))).unwrap();
    let mistake = story.enters(&form("2026-06-06T08:00", Berlin)).unwrap();
    assert_eq!(shown(&mut story), [json!([mistake, 1, "2026-06-06T09:00"])]);

    let correct = |story: &mut Story, at: &str, procedure: Value| {
        let form = json!({ "at": at, "procedure": procedure });
        ask(story, json!({ "ask": "correct_photo", "id": 1, "form": form }))
    };
    let reply = correct(&mut story, "2026-06-06T10:30", json!("p1")).unwrap();
    assert_eq!(said(&reply), [json!(["p1", 2, "2026-06-06T10:30"])]);
    assert_eq!(reply["photos"][0]["said"], true);
    correct(&mut story, "2026-06-06T10:30", json!(mistake)).unwrap();
    // Nothing is lost with a treatment that was none.
    ask(&mut story, json!({ "ask": "forget", "id": mistake })).unwrap();
    assert_eq!(shown(&mut story), [json!(["p1", 2, "2026-06-06T10:30"])]);

    let refused = |problem: Problem| (problem.code, problem.field);
    for (at, code) in [
        ("yesterday", "photo-not-a-time"),
        ("2026-06-07T20:01", "photo-in-future"),
        ("9999-12-31T23:59", "photo-in-future"),
        ("1999-12-31T23:59", "photo-too-early"),
    ] {
        let problem = correct(&mut story, at, Value::Null).unwrap_err();
        assert_eq!(refused(problem), (code.to_owned(), Some("at".to_owned())), "{at}");
    }
    for procedure in ["p9", &mistake] {
        assert_eq!(correct(&mut story, "2026-06-06T10:30", json!(procedure)).unwrap_err().code, "not-found");
    }
}

#[test]
fn a_deleted_photo_comes_back_within_the_hour_and_is_gone_with_its_files_after_it() {
    let mut story = evening();
    for number in 1..=2 {
        keep(&mut story, &from_phone(&plain(number, 40, 30), 1, None)).unwrap();
    }
    let all = shown(&mut story);
    let question = |ask: &str, id: u32| json!({ "ask": ask, "id": id });
    assert_eq!(said(&ask(&mut story, question("delete_photo", 1)).unwrap()).len(), 1);
    assert_eq!(ask(&mut story, question("delete_photo", 1)).unwrap_err().code, "not-found");
    assert_eq!(kept(&story).len(), 4);
    assert_eq!(said(&ask(&mut story, question("restore_photo", 1)).unwrap()), all);
    assert_eq!(ask(&mut story, question("restore_photo", 1)).unwrap_err().code, "not-found");

    ask(&mut story, question("delete_photo", 1)).unwrap();
    story.until("2026-06-07T21:00");
    assert_eq!((shown(&mut story).len(), kept(&story).len()), (1, 4));
    story.until("2026-06-07T21:01");
    assert_eq!((shown(&mut story).len(), kept(&story).len()), (1, 2));
    assert_eq!(ask(&mut story, question("restore_photo", 1)).unwrap_err().code, "not-found");

    // Added once more within the hour, it is there as if it had not been deleted.
    ask(&mut story, question("delete_photo", 2)).unwrap();
    assert_eq!(keep(&mut story, &from_phone(&plain(2, 40, 30), 1, None)).unwrap(), Kept::Added);
    assert_eq!((shown(&mut story).len(), kept(&story).len()), (1, 2));
}

#[test]
fn what_a_crash_left_behind_is_taken_away_and_what_was_lost_comes_again_with_its_photo() {
    let mut story = evening();
    let bytes = from_phone(&plain(1, 40, 30), 1, None);
    keep(&mut story, &bytes).unwrap();
    let whole = kept(&story);
    let folder = story.folder().join("photos");
    let orphan = "0".repeat(64);
    for name in [format!("{orphan}.jpg"), format!("{orphan}.small.jpg"), format!("{orphan}.half")] {
        fs::write(folder.join(name), "half a picture").unwrap();
    }
    shown(&mut story);
    assert_eq!(kept(&story), whole);

    fs::remove_file(folder.join(&whole[0])).unwrap();
    assert_eq!(keep(&mut story, &bytes).unwrap(), Kept::There);
    assert_eq!(kept(&story), whole);
}

#[test]
fn what_cannot_be_taken_is_told_by_its_name_and_the_others_are_taken() {
    let mut story = evening();
    let folder = tempfile::tempdir().unwrap();
    let png = file(plain(7, 60, 60), ImageFormat::Png);
    let jpeg = from_phone(&plain(8, 60, 60), 1, None);
    let mut all = files(
        folder.path(),
        &[
            ("good.jpg", from_phone(&plain(1, 40, 30), 6, None)),
            ("letter.jpg", b"Dear clinic, this is a letter.".to_vec()),
            ("empty.png", Vec::new()),
            ("half.png", png[..png.len() / 2].to_vec()),
            ("half.jpg", jpeg[..jpeg.len() - 40].to_vec()),
            ("eighty.png", eighty_megapixels()),
            ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
            ("picture.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
            (
                "same.png",
                file(
                    image::load_from_memory(&from_phone(&plain(2, 40, 30), 1, None)).unwrap().into_rgb8(),
                    ImageFormat::Png,
                ),
            ),
            ("\u{202e}gpj.exe\u{7}", b"MZ".to_vec()),
        ],
    );
    let movie = folder.path().join("movie.jpg");
    fs::File::create(&movie).unwrap().set_len(1 << 30).unwrap();
    all.extend([movie, folder.path().to_path_buf(), folder.path().join("gone.jpg")]);
    all.push(all[0].clone());

    let (end, steps) = add(&mut story, all);
    let refused: Vec<(&str, &str)> =
        end.refused.iter().map(|one| (one.name.as_str(), one.problem.code.as_str())).collect();
    let this = folder.path().file_name().unwrap().to_str().unwrap();
    let expected = [
        ("letter.jpg", "photo-unknown"),
        ("empty.png", "photo-unknown"),
        ("half.png", "photo-damaged"),
        ("half.jpg", "photo-damaged"),
        ("eighty.png", "photo-too-many-points"),
        ("phone.heic", "photo-heic"),
        ("picture.gif", "photo-unknown"),
        ("gpj.exe", "photo-unknown"),
        ("movie.jpg", "photo-too-large"),
        (this, "photo-not-a-file"),
        ("gone.jpg", "photo-gone"),
    ];
    assert_eq!(refused, expected);
    assert_eq!((end.done, end.of, end.added, end.there, end.runs, end.stopped), (14, 14, 2, 1, false, false));
    // One is told of before each file, and at the end.
    assert_eq!(steps.iter().map(|far| (far.done, far.runs)).collect::<Vec<_>>(), {
        (0..14).map(|done| (done, true)).chain([(14, false)]).collect::<Vec<_>>()
    });
    assert_eq!((shown(&mut story).len(), kept(&story).len()), (2, 4));
}

/// A PNG file that says it has 80 megapixels. Nobody has to draw them to refuse it.
fn eighty_megapixels() -> Vec<u8> {
    let mut png = file(plain(1, 10, 10), ImageFormat::Png);
    png[16..20].copy_from_slice(&10_000u32.to_be_bytes());
    png[20..24].copy_from_slice(&8_000u32.to_be_bytes());
    // The sum over the head of the file, as the format wants it.
    let sum = png[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    });
    png[29..33].copy_from_slice(&(!sum).to_be_bytes());
    png
}

#[test]
fn an_import_can_be_stopped_and_nothing_arrives_after_that() {
    let mut story = evening();
    let folder = tempfile::tempdir().unwrap();
    let all: Vec<(String, Vec<u8>)> = (1..=4)
        .map(|number| (format!("{number}.jpg"), from_phone(&plain(number, 40, 30), 1, None)))
        .collect();
    let all: Vec<(&str, Vec<u8>)> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let all = files(folder.path(), &all);

    let importing = Importing::default();
    let (now, zone) = (story.now, story.zone);
    let turn = importing.add(all.clone(), None).unwrap();
    // More can be added while it runs; nobody has to work for them anew.
    assert!(importing.add(all, Some("p1")).is_none());
    assert_eq!(importing.view().of, 8);
    let window = RefCell::new(&mut story.window);
    importing.work(
        turn,
        |picture, procedure, wanted| {
            // She stops it while the second one is on its way into the store.
            if importing.view().done == 1 {
                importing.end();
            }
            if !wanted() {
                return Err(Halt::Stopped);
            }
            Ok(window.borrow_mut().keep_photo(picture, procedure, now, zone)?)
        },
        |_| {},
    );
    let end = importing.view();
    assert_eq!((end.runs, end.stopped, end.done, end.of, end.added), (false, true, 1, 8, 1));
    assert_eq!(end.refused, []);
    assert_eq!((shown(&mut story).len(), kept(&story).len()), (1, 2));
    // Once more is "I have seen it".
    let seen = importing.end();
    assert_eq!(seen, Import { change: end.change + 1, ..Import::default() });
    // Whoever deletes everything meanwhile hears nothing of it any more, and nothing of it arrives.
    let turn = importing.add(vec![folder.path().join("1.jpg")], None).unwrap();
    importing.forget();
    importing.work(
        turn,
        |_, _, _| panic!("a photo arrives"),
        |far| assert_eq!((far.of, far.runs), (0, false)),
    );
    // One that is stopped while a file is read or unpacked keeps nothing of it.
    assert_eq!(Picture::read(&from_phone(&plain(9, 40, 30), 1, None)[..], &|| false), Err(Halt::Stopped));
}

#[test]
fn a_photo_that_finds_no_room_is_refused_and_nothing_of_it_is_kept() {
    let mut story = evening();
    // In the folder's place there is a file.
    fs::write(story.folder().join("photos"), "in the way").unwrap();
    let problem = keep(&mut story, &from_phone(&plain(1, 40, 30), 1, None)).unwrap_err();
    assert_eq!(problem.code, "photo-not-kept");
    fs::remove_file(story.folder().join("photos")).unwrap();
    assert_eq!(shown(&mut story), [Value::Null; 0]);
    let picture = read(&from_phone(&plain(1, 40, 30), 1, None)).unwrap();
    let nobodys = story.window.keep_photo(&picture, Some("p7"), story.now, story.zone).unwrap_err();
    assert_eq!((nobodys.code.as_str(), kept(&story).len()), ("not-found", 0));
}

/// Without a window there is nothing to choose in, and nothing to drop on.
#[test]
fn what_needs_a_window_says_so() {
    let mut story = evening();
    for question in [
        json!({ "ask": "add_photos", "procedure": null }),
        json!({ "ask": "add_dropped", "procedure": "p1" }),
        json!({ "ask": "import" }),
        json!({ "ask": "end_import" }),
    ] {
        assert_eq!(ask(&mut story, question).unwrap_err().code, "no-window");
    }
}
