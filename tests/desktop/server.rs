//! Notification servers that are not there, hang, or go and come back.

use super::notices::stranger;
use super::stage::{Desktop, linger, wait_for, wait_until};
use super::{BERLIN, berlin, enter_treatment, ledger};
use chrono::TimeDelta;
use companion::Companion;
use serde_json::json;
use std::process::Stdio;

#[test]
fn without_a_server_the_window_says_that_a_reminder_waits_and_a_server_that_comes_shows_it_once() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let mut agent = desktop.serve(&data);
    wait_until(&1, || agent.said().len());
    assert!(
        agent.said()[0].starts_with("aftercare-agent: a notice could not be shown and will be tried again: "),
        "{:?}",
        agent.said()
    );

    // A notice that was begun some seconds ago waits.
    desktop.wake_at(desktop.now() + TimeDelta::seconds(10), &data);
    let window = desktop.open_window(&data);
    assert_eq!(
        window.text("[data-testid=banner]"),
        "A reminder could not be shown Your computer has not taken it since today 16:10. Check that notifications are on in \
         its settings. Until then, look here: all of it stands on this page. See your reminders"
    );

    let server = desktop.start_server();
    assert_eq!(server.nth_shown(1).title, "Aftercare");
    // The page hears that the notice was taken.
    wait_until(&0, || window.count("[data-testid=banner]"));
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
    assert_eq!((agent.lives(), agent.said().len()), (true, 1));
}

#[test]
fn an_agent_whose_notice_nobody_takes_sleeps_between_its_tries() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let agent = desktop.serve(&data);
    wait_until(&1, || agent.said().len());
    let before = agent.busy();
    linger();
    linger();
    let busy = agent.busy() - before;
    assert!(busy < 0.2, "the agent kept a processor busy for {busy} s of 1.4 s");
}

#[test]
fn a_server_that_hangs_finds_one_notice_when_it_goes_on() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let mut agent = desktop.serve(&data);
    server.nth_shown(1);

    server.hang();
    desktop.wake_at(berlin("06-11 08:00"), &data);
    let companion = Companion::open(&data).expect("a store");
    wait_for("a notice that waits", || {
        let soon = desktop.now() + TimeDelta::seconds(10);
        companion.today(soon, BERLIN).expect("today").reminders.waiting_since
    });
    // Whatever happens meanwhile adds nothing. After ten seconds it is said, once.
    for _ in 0..3 {
        desktop.wake(&data);
        linger();
    }
    let slow = "aftercare-agent: a notice could not be shown and will be tried again: the notification server does not answer";
    wait_until(&vec![slow.to_owned()], || agent.said());

    server.go_on();
    assert_eq!(server.nth_shown(2).title, "Morning care");
    let shown = || ledger(&desktop, &data).iter().filter(|row| row[1] == json!(1)).count();
    wait_until(&6, shown);
    desktop.wake(&data);
    linger();
    assert_eq!(server.titles(), ["Aftercare", "Morning care"]);
    assert_eq!(shown(), 6);
    assert_eq!((agent.lives(), agent.said()), (true, vec![slow.to_owned()]));
}

#[test]
fn a_new_server_shows_what_comes_next_and_a_strangers_button_is_not_ours() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let mut agent = desktop.serve(&data);
    server.nth_shown(1);
    desktop.wake_at(berlin("06-11 08:00"), &data);
    let ours = server.nth_shown(2);
    wait_until(&6, || ledger(&desktop, &data).iter().filter(|row| row[1] == json!(1)).count());
    let before = ledger(&desktop, &data);

    // The server dies, and its successor counts from the start again: a stranger gets the number that our notice had.
    drop(server);
    let server = desktop.start_server();
    let mut strangers: Vec<_> = Vec::new();
    let theirs = loop {
        let title = format!("Stranger {}", strangers.len());
        let child =
            stranger(&desktop, &title, "done", "Done").stdout(Stdio::piped()).spawn().expect("dunstify");
        strangers.push(child);
        let notice = server.nth_shown(2 + strangers.len());
        assert_eq!(notice.title, title);
        if notice.number >= ours.number {
            break notice;
        }
    };
    assert_eq!(theirs.number, ours.number);
    server.press(&desktop, "Done", &theirs.title);
    let pressed = strangers.pop().expect("a stranger").wait_with_output().expect("dunstify");
    assert_eq!(String::from_utf8_lossy(&pressed.stdout), "done\n");
    linger();
    assert_eq!(ledger(&desktop, &data), before);

    // The next notice comes, and its own button counts.
    let count = server.shown().len();
    desktop.wake_at(berlin("06-11 20:00"), &data);
    assert_eq!(server.nth_shown(count + 1).title, "Evening care");
    server.press(&desktop, "Done", "Evening care");
    let done = || {
        let rows = ledger(&desktop, &data);
        rows.into_iter().filter(|row| row[2] == "done").map(|row| row[0].clone()).collect::<Vec<_>>()
    };
    wait_until(&vec![json!("p1/bottled-water/2026-06-11T20:00"), json!("p1/soothe/2026-06-11T20:00")], done);
    assert_eq!((agent.lives(), agent.said()), (true, vec![]));

    for mut child in strangers {
        super::stage::end(&mut child);
    }
}
