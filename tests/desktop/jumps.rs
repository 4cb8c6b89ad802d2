//! A clock that is set while the agent runs.

use super::bus::Ear;
use super::patient::{Patient, berlin, ledger};
use super::stage::{Desktop, wait_until};
use chrono::{DateTime, TimeDelta, Utc};
use companion::{Companion, clock};
use serde_json::json;
use std::time::Duration;

/// Who tells the agent that the clock was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The test wakes it.
    Woken,
    /// It finds out by itself, within 30 seconds.
    ByItself,
}

impl Found {
    fn set(self, desktop: &Desktop, patient: &Patient, now: DateTime<Utc>) {
        match self {
            Found::Woken => {
                desktop.wake_at(now, &patient.data);
                std::thread::sleep(Duration::from_millis(700));
            }
            Found::ByItself => {
                desktop.set_clock(now);
                std::thread::sleep(Duration::from_secs(32));
            }
        }
    }
}

/// How late the notice after all jumps was, and how long the agent took to find the last jump by itself.
#[derive(Debug)]
pub struct Jumped {
    /// From its due moment to its record, with the agent awake.
    pub late: TimeDelta,
    /// From a jump onto a due moment to the record, in real time.
    pub found: TimeDelta,
}

/// Sets the clock back an hour, forward six hours and ten years, and right again after each. Ends where anything is shown or
/// passed over by that, or the next real notice is late.
pub fn jumped(how: Found) -> Jumped {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let ear = Ear::on(&desktop);
    let mut patient = Patient::enter(&desktop, "fritz");
    let mut agent = desktop.serve(&patient.data);
    ear.nth(1);
    desktop.wake_at(berlin("06-11 08:00"), &patient.data);
    ear.nth(2);
    server.press(&desktop, "Done", "Morning care");
    let done = || ledger(&desktop, &patient.data).iter().filter(|row| row[2] == json!("done")).count();
    wait_until(&2, done);

    let (before, records) = (ledger(&desktop, &patient.data), recorded(&patient));
    let jumps = [TimeDelta::hours(-1), TimeDelta::hours(6), TimeDelta::days(3653)];
    for jump in jumps {
        how.set(&desktop, &patient, desktop.now() + jump);
        assert_eq!(ear.calls().len(), 2, "set by {jump}: a notice came");
        assert_eq!(recorded(&patient), records, "set by {jump}: something was recorded");
        how.set(&desktop, &patient, desktop.now() - jump);
        assert_eq!(ear.calls().len(), 2, "set back by {jump}: a notice came");
        assert_eq!(ledger(&desktop, &patient.data), before, "set by {jump} and back: the ledger changed");
    }

    // The next real one, into which the agent naps.
    let (moment, keys) = patient.next(&desktop);
    assert_eq!(moment, berlin("06-11 15:10"));
    let shown = patient.shown();
    desktop.wake_at(moment - TimeDelta::milliseconds(500), &patient.data);
    patient.wait_for(&keys, &shown);
    let late = last_shown(&patient) - moment;
    assert!(late >= TimeDelta::zero() && late < TimeDelta::seconds(1), "the next notice was {late} late");

    // And one onto which the clock is set.
    let (moment, keys) = patient.next(&desktop);
    let shown = patient.shown();
    let set = clock::now();
    match how {
        Found::Woken => desktop.wake_at(moment, &patient.data),
        Found::ByItself => desktop.set_clock(moment),
    }
    while patient.shown() == shown {
        assert!(
            clock::now() - set < TimeDelta::seconds(31),
            "the agent did not find out that the clock was set"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    let found = clock::now() - set;
    patient.wait_for(&keys, &shown);
    assert!(agent.lives() && agent.said().is_empty(), "{:?}", agent.said());
    Jumped { late, found }
}

/// All that was ever shown, answered or passed over, whatever the clock.
fn recorded(patient: &Patient) -> String {
    let delivered = Companion::open(&patient.data).expect("a store").delivered().expect("a ledger");
    format!("{:#?}", delivered.rows().collect::<Vec<_>>())
}

fn last_shown(patient: &Patient) -> DateTime<Utc> {
    let delivered = Companion::open(&patient.data).expect("a store").delivered().expect("a ledger");
    delivered.rows().flat_map(|(_, _, row)| row.shown.iter().copied()).max().expect("a notice")
}
