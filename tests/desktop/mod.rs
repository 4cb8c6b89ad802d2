//! The real desktop: the three programs on a screen of their own, with a session bus, a notification server and a clock that
//! can be turned. What a test sees is what a patient would see: the page in the window, and the notices that the server showed.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on ends")]

mod accessibility;
mod bad_folder;
mod crash;
mod journey;
mod login;
mod refusals;
mod server;

mod internet;
mod notices;
mod stage;
mod window;

use serde_json::{Value, json};
use stage::Desktop;
use std::path::Path;

/// Where the treatments of these tests took place. No clock is changed there in June.
const BERLIN: chrono_tz::Tz = chrono_tz::Europe::Berlin;

/// When they ended, as it is typed; day 1 is a Wednesday.
const ENDED: &str = "2026-06-10T15:10";

/// A wall time in Berlin as the patient reads it, for example `06-11 08:00`, as an instant.
fn berlin(wall: &str) -> chrono::DateTime<chrono::Utc> {
    let wall = format!("2026-{wall}");
    let wall = chrono::NaiveDateTime::parse_from_str(&wall, "%Y-%m-%d %H:%M").expect("a wall time");
    wall.and_local_timezone(BERLIN).single().expect("one instant").to_utc()
}

/// A treatment with a pen on the face that ended at [`ENDED`].
fn treatment() -> companion::contract::ProcedureForm {
    companion::contract::ProcedureForm {
        ended: ENDED.into(),
        zone: BERLIN.name().into(),
        device: "pen".into(),
        depth_mm: Some(1.5),
        areas: vec!["face".into()],
        prp: false,
        antibiotic: false,
        pih_prone: false,
        session: 1,
        sessions: 4,
        next_session: None,
    }
}

/// Agrees and enters [`treatment`] at the desktop's time, as the window would.
fn enter_treatment(desktop: &Desktop, folder: &Path) {
    let mut companion = companion::Companion::open(folder).expect("a data folder");
    companion.agree(true, desktop.now()).expect("agreed");
    companion.enter(&treatment(), desktop.now()).expect("entered");
}

/// What the ledger says of each occurrence: key, how often it was shown, answer, cause of missing.
fn ledger(desktop: &Desktop, folder: &Path) -> Vec<Value> {
    let reply = desktop.ask_aftercarectl(folder, &["ledger", "--json"]);
    let rows = reply["rows"].as_array().expect("rows");
    let shown = |row: &Value| row["shown"].as_array().map(Vec::len);
    rows.iter().map(|row| json!([row["key"], shown(row), row["answer"], row["missed"]])).collect()
}
