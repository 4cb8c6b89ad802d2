//! How long it takes to take ten years along: a treatment every half year, the last one some days ago, two notices and a check of the skin every day, each
//! answered and with a note now and then.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a measure that cannot go on ends"
)]

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use companion::Companion;
use companion::contract::{ExportForm, ExportKind, ProcedureForm};
use rusqlite::{Connection, params};
use std::path::Path;
use std::time::{Duration, Instant};

/// So long an export of ten years may take.
const MOST: Duration = Duration::from_secs(5);

const YEARS: i64 = 10;

fn main() {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let end = live(folder.path());
    let companion = Companion::open(folder.path()).expect("a data folder");
    println!("ten years of daily use, Europe/Berlin");
    let kinds = [
        ExportKind::Calendar,
        ExportKind::Doctor,
        ExportKind::Diary,
        ExportKind::Reminders,
        ExportKind::Everything,
    ];
    for kind in kinds {
        let form = ExportForm { kind, neutral: false, notes: true, photos: Vec::new() };
        let mut steps = 0;
        let before = Instant::now();
        let made = companion.export(&form, end, Berlin, &mut |_| steps += 1).expect("an export");
        let took = before.elapsed();
        println!(
            "{:<24} {:>7} ms  {:>9} bytes  {steps} steps told",
            kind.file_name(false),
            took.as_millis(),
            made.len()
        );
        assert!(took <= MOST, "{kind:?} took {took:?}");
    }
}

/// Ten years; returns when they end.
fn live(folder: &Path) -> DateTime<Utc> {
    let begin: DateTime<Utc> = "2016-06-01T10:00:00Z".parse().expect("an instant");
    let end = begin + TimeDelta::days(YEARS * 365);
    let mut companion = Companion::open(folder).expect("a data folder");
    companion.agree(true, begin).expect("agreed");
    let mut treatments = Vec::new();
    for half_year in 0..=YEARS * 2 {
        let ended = begin + TimeDelta::days(half_year * 182);
        let form = ProcedureForm {
            ended: ended.format("%Y-%m-%dT%H:%M").to_string(),
            zone: "UTC".into(),
            device: "pen".into(),
            depth_mm: Some(1.5),
            areas: vec!["face".into()],
            prp: half_year % 3 == 0,
            antibiotic: false,
            pih_prone: half_year % 2 == 0,
            session: 1,
            sessions: 4,
            next_session: None,
        };
        treatments.push((ended, companion.enter(&form, ended + TimeDelta::hours(1)).expect("entered")));
    }
    let plans = companion.plans(Berlin).expect("plans");
    let mut store = Connection::open(folder.join("aftercare.db")).expect("a store");
    let saving = store.transaction().expect("a store that can be written");
    let ms = |at: DateTime<Utc>| at.timestamp_millis();
    // What the plans themselves tell, shown and done.
    for (number, (_, plan)) in (1..).zip(plans.iter()) {
        for (at, told) in plan.notices().into_iter().filter(|(at, _)| *at <= end) {
            saving
                .execute("INSERT INTO notice (identity, begun_ms, shown_ms, server, server_id, said) VALUES (0, ?1, ?1, ':1.7', 1, 0)", [ms(at)])
                .expect("a notice");
            let notice = saving.last_insert_rowid();
            for one in told {
                line(&saving, number, notice, one.instruction(plan), &one.slot.to_string(), ms(one.due));
            }
        }
    }
    // And the years between, as busy as the first days.
    for day in 0..YEARS * 365 {
        let (place, (ended, _)) = treatments
            .iter()
            .enumerate()
            .rfind(|(_, (ended, _))| *ended <= begin + TimeDelta::days(day))
            .expect("a treatment");
        let procedure = place as i64 + 1;
        for hour in [8, 20] {
            let at = begin + TimeDelta::days(day) + TimeDelta::hours(hour);
            saving
                .execute("INSERT INTO notice (identity, begun_ms, shown_ms, server, server_id, said) VALUES (0, ?1, ?1, ':1.7', 1, 0)", [ms(at)])
                .expect("a notice");
            let notice = saving.last_insert_rowid();
            for instruction in ["bottled-water", "soothe", "evening-check", "sun-strict"] {
                let slot = at.format("%Y-%m-%dT%H:%M").to_string();
                line(&saving, procedure, notice, instruction, &slot, ms(at));
            }
        }
        let at = (begin + TimeDelta::days(day) + TimeDelta::hours(21)).max(*ended);
        let note = if day % 3 == 0 { "A little dry, as after a day in the wind. 🌬️" } else { "" };
        saving
            .execute(
                "INSERT INTO check_in (procedure, at_ms, note) VALUES (?1, ?2, ?3)",
                params![procedure, ms(at), note],
            )
            .expect("a check");
        let check = saving.last_insert_rowid();
        for symptom in ["redness", "soreness", "tenderness", "bruising", "swelling", "flaking"] {
            saving
                .execute(
                    "INSERT INTO check_in_rating (check_in, symptom, rating) VALUES (?1, ?2, ?3)",
                    params![check, symptom, day % 11],
                )
                .expect("a rating");
        }
    }
    saving.commit().expect("saved");
    end
}

/// A line of a notice, and its answer.
fn line(saving: &Connection, procedure: i64, notice: i64, instruction: &str, slot: &str, due: i64) {
    let key = params![notice, procedure, instruction, slot, due];
    saving
        .execute("INSERT OR IGNORE INTO notice_line (notice, procedure, instruction, slot, due_ms) VALUES (?1, ?2, ?3, ?4, ?5)", key)
        .expect("a line");
    saving
        .execute(
            "INSERT INTO answer (procedure, instruction, slot, due_ms, what, at_ms, via) VALUES (?1, ?2, ?3, ?4, 'done', ?4 + 60000, 'window')",
            params![procedure, instruction, slot, due],
        )
        .expect("an answer");
}
