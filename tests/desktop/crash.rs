//! Power cuts: what was shown is not shown twice, and what was not shown is.

use super::stage::{Desktop, linger, wait_until};
use super::{BERLIN, berlin, enter_treatment, ledger};
use companion::Companion;
use serde_json::json;

#[test]
fn an_agent_that_died_after_a_notice_does_not_show_it_again() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("carla");
    enter_treatment(&desktop, &data);
    let agent = desktop.serve(&data);
    server.nth_shown(1);
    desktop.wake_at(berlin("06-11 08:00"), &data);
    server.nth_shown(2);
    let shown = || ledger(&desktop, &data).iter().filter(|row| row[1] == json!(1)).count();
    wait_until(&6, shown);
    agent.kill();

    let mut agent = desktop.serve(&data);
    desktop.wake(&data);
    linger();
    assert_eq!(server.titles(), ["Aftercare", "Morning care"]);
    assert_eq!(shown(), 6);
    assert!(agent.lives());
    assert_eq!(agent.said(), [""; 0]);
}

#[test]
fn a_notice_that_was_begun_and_not_shown_is_shown_once_under_its_identity() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("carla");
    enter_treatment(&desktop, &data);

    // An agent that decided, and died before the server heard of it.
    let begun = Companion::open(&data).expect("a store").look(desktop.now(), BERLIN, false).expect("a look");
    let [begun] = &begun[..] else { panic!("one notice, not {begun:?}") };

    let agent = desktop.serve(&data);
    let shown = server.nth_shown(1);
    assert_eq!(shown.tag, format!("aftercare-{}", begun.showing.identity));
    desktop.wake(&data);
    linger();
    assert_eq!(server.titles(), ["Aftercare"]);
    assert_eq!(
        ledger(&desktop, &data),
        [
            json!(["p1/anti-inflammatories/start", 1, null, null]),
            json!(["p1/clinic-products-only/start", 1, null, null]),
        ]
    );
    assert_eq!(agent.said(), [""; 0]);
}

#[test]
fn a_notice_that_was_shown_and_not_recorded_replaces_itself() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("carla");
    enter_treatment(&desktop, &data);
    let mut companion = Companion::open(&data).expect("a store");
    let begun = companion.look(desktop.now(), BERLIN, false).expect("a look");
    let tag = format!("aftercare-{}", begun[0].showing.identity);

    // An agent that had its notice shown, and died before it could write that down.
    let mut notice = desktop.command("dunstify");
    notice.args([
        "--appname",
        "Aftercare",
        "--hints",
        &format!("string:x-dunst-stack-tag:{tag}"),
        "Aftercare",
    ]);
    assert!(notice.status().expect("dunstify starts").success());
    let first = server.nth_shown(1);

    let _agent = desktop.serve(&data);
    let second = server.nth_shown(2);
    assert_eq!([&first.tag, &second.tag], [&tag, &tag]);
    linger();
    assert_eq!((server.shown().len(), server.standing(&desktop)), (2, 1));
}
