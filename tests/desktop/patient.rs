//! Who the tests are about: her treatment, her plan, and what the ledger says of it.

use super::stage::{BLINK, Desktop, PATIENCE, wait_until};
use chrono::{DateTime, TimeDelta, Utc};
use companion::contract::ProcedureForm;
use companion::{Companion, clock};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the treatments of these tests took place. No clock is changed there in June.
pub const BERLIN: chrono_tz::Tz = chrono_tz::Europe::Berlin;

/// When they ended, as it is typed; day 1 is a Wednesday.
const ENDED: &str = "2026-06-10T15:10";

/// A wall time in Berlin as the patient reads it, for example `06-11 08:00`, as an instant.
pub fn berlin(wall: &str) -> chrono::DateTime<chrono::Utc> {
    let wall = format!("2026-{wall}");
    let wall = chrono::NaiveDateTime::parse_from_str(&wall, "%Y-%m-%d %H:%M").expect("a wall time");
    wall.and_local_timezone(BERLIN).single().expect("one instant").to_utc()
}

/// A treatment with a pen on the face that ended at [`ENDED`].
pub fn treatment() -> companion::contract::ProcedureForm {
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
pub fn enter_treatment(desktop: &Desktop, folder: &Path) {
    let mut companion = companion::Companion::open(folder).expect("a data folder");
    companion.agree(true, desktop.now()).expect("agreed");
    companion.enter(&treatment(), desktop.now()).expect("entered");
}

/// What the ledger says of each occurrence: key, how often it was shown, answer, cause of missing.
pub fn ledger(desktop: &Desktop, folder: &Path) -> Vec<Value> {
    let reply = desktop.ask_aftercarectl(folder, &["ledger", "--json"]);
    let rows = reply["rows"].as_array().expect("rows");
    let shown = |row: &Value| row["shown"].as_array().map(Vec::len);
    rows.iter().map(|row| json!([row["key"], shown(row), row["answer"], row["missed"]])).collect()
}

/// After this long without a notice a plan has run dry, and there is a new treatment.
const DRY: TimeDelta = TimeDelta::days(3);

/// Somebody who goes from notice to notice.
pub struct Patient {
    /// Her data folder.
    pub data: PathBuf,
    window: Companion,
    newest: String,
}

/// The next moment at which there is something to tell, with the keys of all that is to be told.
pub type Moment = (DateTime<Utc>, Vec<String>);

impl Patient {
    /// Enters a treatment that ended an hour ago.
    pub fn enter(desktop: &Desktop, name: &str) -> Patient {
        let data = desktop.data(name);
        let mut window = Companion::open(&data).expect("a data folder");
        window.agree(true, desktop.now()).expect("agreed");
        let newest = window.enter(&ended_before(desktop.now()), desktop.now()).expect("entered");
        Patient { data, window, newest }
    }

    /// The next moment, by the plan alone, once all that is due now was told. Where the plan has run dry she has a new
    /// treatment.
    pub fn next(&mut self, desktop: &Desktop) -> Moment {
        loop {
            wait_until(&Vec::new(), || self.due(desktop.now()));
            let (plans, delivered) = self.plans();
            let mut at = desktop.now();
            while let Some(next) = plans.iter().filter_map(|(_, plan)| plan.next_wake(at, &delivered)).min()
                && next - desktop.now() < DRY
            {
                let keys = self.due(next);
                if !keys.is_empty() {
                    return (next, keys);
                }
                at = next;
            }
            self.window.forget(&self.newest, desktop.now()).expect("forgotten");
            self.newest = self.window.enter(&ended_before(desktop.now()), desktop.now()).expect("entered");
        }
    }

    fn plans(&self) -> (companion::Plans, std::sync::Arc<plan::Delivered>) {
        (self.window.plans(BERLIN).expect("plans"), self.window.delivered().expect("a ledger"))
    }

    /// What is to be told at a moment: the decision that the agent is to come to.
    fn due(&self, at: DateTime<Utc>) -> Vec<String> {
        let (plans, delivered) = self.plans();
        let all = plans.iter().flat_map(|(_, plan)| {
            let due = plan.due(at, &delivered);
            due.fresh.into_iter().chain(due.again)
        });
        all.map(|one| one.key.clone()).collect()
    }

    /// How often each occurrence was shown so far, by its record.
    pub fn shown(&self) -> BTreeMap<String, usize> {
        let delivered = self.window.delivered().expect("a ledger");
        delivered.rows().map(|(key, _, row)| (key.to_owned(), row.shown.len())).collect()
    }

    /// Waits until each of these was recorded as shown once more than before.
    pub fn wait_for(&self, keys: &[String], before: &BTreeMap<String, usize>) {
        let count = |all: &BTreeMap<String, usize>, key: &String| all.get(key).copied().unwrap_or(0);
        let start = clock::now();
        loop {
            let now = self.shown();
            if keys.iter().all(|key| count(&now, key) > count(before, key)) {
                return;
            }
            assert!(clock::now() - start < PATIENCE, "{keys:?} were not shown; the ledger says {now:#?}");
            std::thread::sleep(BLINK / 10);
        }
    }

    /// What is passed over: key and cause.
    pub fn missed(&self, desktop: &Desktop) -> Vec<(String, String)> {
        let rows = ledger(desktop, &self.data);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        rows.iter().filter_map(|row| Some((text(&row[0])?, text(&row[3])?))).collect()
    }
}

fn ended_before(now: DateTime<Utc>) -> ProcedureForm {
    let ended = plan::local::wall(now - TimeDelta::hours(1), BERLIN).format("%Y-%m-%dT%H:%M").to_string();
    ProcedureForm { ended, ..treatment() }
}
