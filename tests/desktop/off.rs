//! The computer is about to go off.

use super::logind::{Lock, Logind};
use super::stage::{Desktop, wait_until};
use super::{berlin, enter_treatment};

#[test]
fn before_the_computer_goes_off_it_waits_until_one_could_read_what_comes() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let logind = Logind::start(&desktop);
    let server = desktop.start_server();
    let data = desktop.data("erna");
    enter_treatment(&desktop, &data);
    let _agent = desktop.serve(&data);
    server.nth_shown(1);
    let first = logind.nth_lock(1);
    assert_eq!((first.asked.0.as_str(), first.asked.3.as_str(), first.free), ("shutdown", "delay", false));

    logind.says("PrepareForShutdown", true);
    let notice = server.nth_shown(2);
    assert_eq!(notice.title, "In the next 24 hours");
    assert!(notice.body.contains("tomorrow 08:00: Wash with bottled water"), "{}", notice.body);
    assert!(!logind.locks()[0].free, "there was no time to read it");

    // Somebody thought better of it.
    logind.says("PrepareForShutdown", false);
    wait_until(&true, || logind.locks()[0].free);
    assert!(!logind.nth_lock(2).free);
}

#[test]
fn where_nothing_is_told_the_computer_does_not_wait() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let logind = Logind::start(&desktop);
    let server = desktop.start_server();
    let data = desktop.data("nobody");
    let _agent = desktop.serve(&data);
    logind.nth_lock(1);
    logind.says("PrepareForShutdown", true);
    wait_until(&true, || logind.locks().iter().all(|Lock { free, .. }| *free));
    assert_eq!(server.shown().len(), 0);
}
