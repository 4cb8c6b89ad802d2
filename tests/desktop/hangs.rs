//! A notification server that hangs while a notice is due.

use super::bus::Ear;
use super::patient::{Patient, berlin};
use super::stage::{Desktop, PATIENCE};
use chrono::TimeDelta;
use companion::clock;
use std::time::Duration;

/// Lets the server hang with a notice due, waking the agent every second; how long after its return the notice was recorded.
/// Ends where it comes twice, or the server was given it while it hung.
pub fn hung(span: Duration) -> TimeDelta {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let ear = Ear::on(&desktop);
    let mut patient = Patient::enter(&desktop, "dora");
    let mut agent = desktop.serve(&patient.data);
    ear.nth(1);
    let (moment, keys) = patient.next(&desktop);
    let shown = patient.shown();

    server.hang();
    desktop.wake_at(moment, &patient.data);
    let start = clock::now();
    while clock::now() - start < TimeDelta::from_std(span).expect("a span") {
        std::thread::sleep(Duration::from_secs(1));
        desktop.wake(&patient.data);
    }
    assert_eq!(ear.calls().len(), 1, "a server that hangs was given a notice");
    assert_eq!(patient.shown(), shown);
    server.go_on();
    let back = clock::now();
    patient.wait_for(&keys, &shown);
    let took = clock::now() - back;
    assert!(took < TimeDelta::seconds(30).min(PATIENCE), "it came {took} after the server's return");
    desktop.wake(&patient.data);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!((ear.calls().len(), agent.lives()), (2, true));
    took
}
