//! She takes her plan along as a calendar, which readers that are not ours open.

use super::export::{ask, berlin, calendar, export, treated, wish};
use super::story::{Story, form};
use chrono::{DateTime, Utc};
use chrono_tz::{America, Australia, Europe, Europe::Berlin};
use companion::Companion;
use companion::contract::{ExportForm, ExportKind, ProcedureForm};
use insta::assert_snapshot;
use plan::{Plan, Slot};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

#[test]
fn what_lies_ahead_is_a_calendar() {
    let text = calendar(&berlin());
    assert!(text.split_terminator("\r\n").all(|line| !line.contains(['\r', '\n']) && line.len() <= 75));
    assert_snapshot!(text.replace("\r\n", "\n"));
}

/// One event as a reader that is not ours tells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    start: DateTime<Utc>,
    end: Option<DateTime<Utc>>,
    title: String,
    alarm: bool,
    /// It is told by the wall clock.
    zoned: bool,
}

/// The events of a calendar by their identities, as Python's icalendar and as ical.js read them. Both read the same.
fn read(text: &str) -> BTreeMap<String, Event> {
    let (file, _folder) = crate::golden::aftercarectl::file("calendar.ics", text);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Debian's packages of Python belong to Debian's own Python.
    let python = if Path::new("/usr/bin/python3").exists() { "/usr/bin/python3" } else { "python3" };
    let said = |program: &str, script: &str| -> Vec<Value> {
        let mut command = Command::new(program);
        let output =
            command.env("PYTHONDONTWRITEBYTECODE", "1").arg(root.join(script)).arg(&file).output().unwrap();
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let python = said(python, "readers/read_calendar.py");
    let node = said("node", "readers/read_calendar.mjs");
    assert_eq!(python.len(), node.len());
    let mut out = BTreeMap::new();
    for (one, other) in python.iter().zip(&node) {
        for same in ["uid", "title", "text", "alarms", "zoned"] {
            assert_eq!(one[same], other[same]);
        }
        let instants = |member: &str| -> Option<DateTime<Utc>> {
            let both = [one, other].into_iter().flat_map(|reader| reader[member].as_array().unwrap());
            let all: BTreeSet<&str> = both.map(|instant| instant.as_str().unwrap()).collect();
            assert!(all.len() <= 1, "the readers differ: {one} {other}");
            all.first().map(|instant| instant.parse().unwrap())
        };
        let alarms = one["alarms"].as_array().unwrap();
        assert!(alarms.iter().all(|seconds| *seconds == json!(0)) && alarms.len() <= 1, "{one}");
        let event = Event {
            start: instants("starts").unwrap(),
            end: instants("ends"),
            title: one["title"].as_str().unwrap().into(),
            alarm: !alarms.is_empty(),
            zoned: one["zoned"].as_bool().unwrap(),
        };
        assert!(out.insert(one["uid"].as_str().unwrap().to_owned(), event).is_none(), "twice: {one}");
    }
    out
}

/// Start, end, alarm, by the wall clock.
type Moment = (DateTime<Utc>, Option<DateTime<Utc>>, bool, bool);

/// What the plan itself says must be in its calendar, but for the titles.
fn expected(plan: &Plan, now: DateTime<Utc>) -> Vec<Moment> {
    let windows = plan.windows().filter(|one| one.forbids() && one.until > now);
    let mut out: Vec<_> = windows.map(|one| (one.from, Some(one.until), false, false)).collect();
    out.extend(plan.procedure().next_session.map(|at| (at, None, false, false)));
    let told = plan.occurrences().iter().filter(|one| one.due > now && one.told());
    let moments: BTreeSet<_> = told.map(|one| (one.due, matches!(one.slot, Slot::At(_)))).collect();
    out.extend(moments.into_iter().map(|(due, daily)| (due, None, true, daily)));
    out.sort();
    out
}

#[test]
fn two_readers_find_every_instant_in_five_zones_across_a_change_of_the_clocks() {
    let stories = [
        (Berlin, "2026-03-27", "2026-05-05T10:00"),
        (America::New_York, "2026-10-30", "2026-12-05T10:00"),
        // By half an hour.
        (Australia::Lord_Howe, "2026-04-03", "2026-05-12T10:00"),
        // The winter of the other half of the world.
        (America::Santiago, "2026-09-04", "2026-10-09T10:00"),
        // Whose summer time is its standard, and its winter the exception.
        (Europe::Dublin, "2026-10-23", "2026-11-27T10:00"),
    ];
    for (zone, day, next) in stories {
        let story = treated(&format!("{day}T15:10"), &format!("{day}T16:10"), next, zone);
        let events = read(&calendar(&story));
        let plans = story.window.plans(zone).unwrap();
        let mut found: Vec<Moment> =
            events.values().map(|one| (one.start, one.end, one.alarm, one.zoned)).collect();
        found.sort();
        assert_eq!(found, expected(&plans[0].1, story.now), "{zone}");
        let offsets: BTreeSet<_> = events
            .values()
            .filter(|one| one.zoned)
            .map(|one| plan::local::wall(one.start, zone) - one.start.naive_utc())
            .collect();
        assert_eq!(offsets.len(), 2, "{zone}: no clock changed");
    }
}

/// What a calendar holds after several files were imported, one after the other: each event by its identity.
fn imported(files: &[&str]) -> BTreeMap<String, Event> {
    files.iter().flat_map(|text| read(text)).collect()
}

#[test]
fn imported_again_nothing_doubles() {
    let mut story = berlin();
    let first = calendar(&story);
    assert_eq!(imported(&[&first, &first]), read(&first));

    // Some days later there is less ahead, and all of it is known.
    story.until("2026-03-30T12:00");
    let later = calendar(&story);
    assert_eq!(imported(&[&first, &later]), read(&first));
    assert!(read(&later).len() < read(&first).len());

    // She ended half an hour later than she said: what moved, moves in the calendar, too.
    let next_session = Some("2026-05-05T10:00".into());
    let corrected = ProcedureForm { next_session, ..form("2026-03-27T15:40", Berlin) };
    story.window.correct("p1", &corrected, story.now).unwrap();
    let moved = calendar(&story);
    let (before, after) = (read(&later), read(&moved));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert_ne!(before, after);
    let sequences = |text: &str| -> BTreeSet<String> {
        text.lines().filter_map(|line| line.strip_prefix("SEQUENCE:")).map(str::to_owned).collect()
    };
    assert_eq!([sequences(&later), sequences(&moved)], [["0".into()].into(), ["1".into()].into()]);
}

#[test]
fn two_treatments_never_take_each_others_place_and_another_folder_changes_nothing() {
    let mut story = berlin();
    let one = read(&calendar(&story));
    story.until("2026-03-28T12:00");
    story.enters(&ProcedureForm { areas: vec!["neck".into()], ..form("2026-03-28T11:00", Berlin) }).unwrap();
    let both = read(&calendar(&story));
    let known: Vec<&Event> =
        one.iter().filter(|(uid, _)| both.contains_key(*uid)).map(|(_, event)| event).collect();
    let still = one.values().filter(|event| event.end.unwrap_or(event.start) > story.now);
    // Where both tell at the same moment they tell in one event: the second evening's care.
    assert!(known.len() >= still.count() - 5 && both.len() > one.len());

    let (now, zone) = (story.now, story.zone);
    let elsewhere = tempfile::tempdir().unwrap();
    story.moves(elsewhere.path());
    let there = Companion::open(elsewhere.path()).unwrap();
    let bytes = there.export(&wish(ExportKind::Calendar), now, zone, &mut |_| {}).unwrap();
    assert_eq!(read(&String::from_utf8(bytes).unwrap()), both);
}

#[test]
fn a_neutral_calendar_says_nothing_that_others_may_not_read() {
    let story = berlin();
    let neutral = ExportForm { neutral: true, ..wish(ExportKind::Calendar) };
    let text = export(&story, &neutral).unwrap();
    let events = read(&text);
    assert!(events.values().all(|one| one.title == "Skin care reminder"));
    let lines: BTreeSet<&str> =
        text.split_terminator("\r\n").filter(|line| line.contains("DESCRIPTION")).collect();
    assert_eq!(lines, BTreeSet::from(["DESCRIPTION:Skin care reminder"]));
    // The bars would be of no use without their names. All else is there, under the same identities.
    let detailed = read(&calendar(&story));
    let bars = |events: &BTreeMap<String, Event>| events.values().filter(|one| one.end.is_some()).count();
    assert_eq!((bars(&events), events.len()), (0, detailed.len() - bars(&detailed)));
    for (uid, event) in &events {
        assert_eq!((event.start, event.alarm), (detailed[uid].start, detailed[uid].alarm));
    }
    let unfolded = text.replace("\r\n ", "").to_lowercase();
    for word in ["sunscreen", "ibuprofen", "needling", "wash", "session", "plasma"] {
        assert!(!unfolded.contains(word), "{word}");
    }
}

#[test]
fn a_picture_for_the_phone_is_there_as_long_as_it_fits() {
    let mut story = berlin();
    let mut told = Vec::new();
    let mut look = |story: &Story, when: &str| {
        for neutral in [false, true] {
            let code = story.window.export_code(neutral, story.now, Berlin).unwrap();
            let picture = code.picture.map(|picture| format!("{} squares", picture.size));
            let size = picture.unwrap_or_else(|| "too large".into());
            let (count, until, daily) = (code.events, code.until, code.daily);
            told.push(format!(
                "{when}, neutral {neutral}, daily {daily}: {count} events until {until}, {size}"
            ));
        }
    };
    look(&story, "an hour after");
    story.until("2026-03-30T12:00");
    look(&story, "on the third day");
    let second = ProcedureForm { areas: vec!["neck".into()], ..form("2026-03-30T11:00", Berlin) };
    story.enters(&second).unwrap();
    look(&story, "with a second treatment");
    story.until("2026-04-27T12:00");
    look(&story, "four weeks on");
    assert_snapshot!(told.join("\n"));
}

#[test]
fn how_far_it_reaches_is_told_before() {
    let mut story = berlin();
    let reaches = ask(&mut story, json!({ "ask": "export" }))["ahead"].clone();
    let last = read(&calendar(&story)).values().map(|one| one.end.unwrap_or(one.start)).max();
    assert_eq!(reaches.as_str().map(|at| at.parse().unwrap()), last);
}
