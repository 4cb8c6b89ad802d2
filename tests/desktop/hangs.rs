//! A notification server that hangs while a notice is due.

use super::bus::{Ear, Manner, Odd};
use super::patient::{Patient, berlin};
use super::stage::{Desktop, PATIENCE, wait_until};
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

/// A server that answers everything at once but the notice, and takes that when it was given up: it is taken away again, and
/// shown once. How long after the start of the agent that was.
pub fn late() -> TimeDelta {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let manner =
        |before| if before == 0 { Manner::TakeLate(7, Duration::from_secs(14)) } else { Manner::Take(8) };
    let server = Odd::start(&desktop, &["actions", "body"], manner);
    let patient = Patient::enter(&desktop, "dora");
    let start = clock::now();
    let mut agent = desktop.serve(&patient.data);
    wait_until(&vec![7], || server.closed());
    assert_eq!(patient.shown().len(), 0);
    // The agent rests for 30 seconds after a notice was given back.
    while patient.shown().len() < 2 {
        assert!(clock::now() - start < TimeDelta::seconds(45), "{:?}", agent.said());
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!((server.calls().len(), server.closed(), agent.lives()), (2, vec![7], true));
    clock::now() - start
}
