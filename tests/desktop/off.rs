//! The computer is about to go off, or the session to end.

use super::logind::{Lock, Logind};
use super::session_manager::{Said, SessionManager};
use super::stage::{Desktop, linger, wait_until};
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

#[test]
fn who_logs_out_is_told_once_what_comes_and_the_desktop_gets_its_yes() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let session = SessionManager::start(&desktop);
    let server = desktop.start_server();
    let data = desktop.data("greta");
    enter_treatment(&desktop, &data);
    let _agent = desktop.serve(&data);
    server.nth_shown(1);
    assert_eq!(session.nth_said(1), Said::Here("aftercare-agent".into()));

    // While the desktop asks whether to log out there is time to read, and nothing waits for the agent.
    session.says("QueryEndSession");
    assert_eq!(session.nth_said(2), Said::Yes(true));
    assert_eq!(server.nth_shown(2).title, "In the next 24 hours");
    session.says("CancelEndSession");

    // The next time it means it: told anew, and once for both steps.
    session.says("QueryEndSession");
    assert_eq!(session.nth_said(3), Said::Yes(true));
    assert_eq!(server.nth_shown(3).title, "In the next 24 hours");
    session.says("EndSession");
    linger();
    assert_eq!(session.said().len(), 3, "there was no time to read it");
    assert_eq!(session.nth_said(4), Said::Yes(true));
    assert_eq!(server.shown().len(), 3);
}

#[test]
fn a_session_manager_that_comes_later_is_answered_at_once_where_nothing_is_told() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("nobody");
    let _agent = desktop.serve(&data);
    let session = SessionManager::start(&desktop);
    assert_eq!(session.nth_said(1), Said::Here("aftercare-agent".into()));
    session.says("EndSession");
    linger();
    assert_eq!(session.said().get(1), Some(&Said::Yes(true)), "it waited for nobody");
    assert_eq!(server.shown().len(), 0);
}
