//! Can the reminders be relied on? The test notice, the screen that tells, an agent that died, and a computer that wakes up.

use super::logind::Logind;
use super::stage::{Desktop, linger, signal, wait_for, wait_until};
use super::{BERLIN, berlin, enter_treatment};
use chrono::TimeDelta;
use companion::{Companion, Role};
use serde_json::{Value, json};

/// What `aftercarectl doctor` knows.
fn doctor(desktop: &Desktop, data: &std::path::Path) -> Value {
    desktop.ask_aftercarectl(data, &["doctor", "--json"])
}

#[test]
fn a_test_reminder_counts_when_the_patient_says_that_she_saw_it() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("erna");
    let window = desktop.open_window(&data);
    window.click("[data-testid=agree]");
    window.see("[data-testid=try]");
    window.click("[data-testid=test-show]");
    assert_eq!(server.nth_shown(1).title, "Test reminder");

    // Shown is not seen: the page asks, and so does nobody else in its place.
    window.see("[data-testid=test-card][data-state=shown]");
    let test = doctor(&desktop, &data)["health"]["test"].clone();
    assert_eq!((test["shown"].is_string(), &test["seen"]), (true, &Value::Null));
    window.click("[data-testid=test-saw]");
    window.see("[data-testid=test-card][data-state=seen]");
    assert_eq!(doctor(&desktop, &data)["health"]["test"]["seen"], json!(true));

    // Another one, answered on the notice itself; the page hears of it.
    window.click("[data-testid=test-show]");
    server.nth_shown(2);
    window.see("[data-testid=test-card][data-state=shown]");
    server.press(&desktop, "I see it", "Test reminder");
    window.see("[data-testid=test-card][data-state=seen]");
    window.click("[data-testid=try-next]");
    window.see("[data-testid=form]");

    let health = doctor(&desktop, &data)["health"].clone();
    assert_eq!((&health["agent"], health["server"]["name"].as_str()), (&json!(true), Some("dunst")));
    assert_eq!(health["server"]["actions"], json!(true));
    assert_eq!(health["autostart"], json!("not_here"), "this is not the platform's own folder");
}

#[test]
fn a_test_that_no_server_takes_is_told_with_its_reason() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("erna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-settings]");
    window.click("[data-testid=go-health]");
    window.see("[data-testid=test-card][data-state=untested]");
    window.click("[data-testid=test-show]");
    window.see("[data-testid=test-card][data-state=refused]");
    assert!(doctor(&desktop, &data)["health"]["test"]["refused"].is_string());
    assert_eq!(doctor(&desktop, &data)["health"]["server"]["name"], Value::Null);
}

/// A desktop that does not want to be disturbed takes every notice and shows none, and says nothing of it.
#[test]
fn a_desktop_that_swallows_notices_is_found_out_by_asking() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let quiet = desktop.command("dunstctl").args(["set-paused", "true"]).status();
    assert!(quiet.expect("dunstctl").success());
    let data = desktop.data("erna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-settings]");
    window.click("[data-testid=go-health]");
    window.click("[data-testid=test-show]");
    window.see("[data-testid=test-card][data-state=shown]");
    assert_eq!(server.shown(), []);
    window.click("[data-testid=test-not-seen]");
    window.see("[data-testid=test-card][data-state=unseen]");
    assert!(window.text("[data-testid=test-card]").contains("Do not disturb"));
    assert_eq!(doctor(&desktop, &data)["health"]["test"]["seen"], json!(false));
}

#[test]
fn an_open_window_starts_an_agent_that_died_and_the_ledger_can_be_read() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("erna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    server.nth_shown(1);
    let agents = desktop.processes("aftercare-agent");
    let [agent] = agents[..] else { panic!("one agent, not {agents:?}") };
    signal(agent, "KILL");
    wait_until(&false, || Role::Agent.taken(&data));
    wait_until(&true, || Role::Agent.taken(&data));
    desktop.wake_at(berlin("06-11 08:00"), &data);
    assert_eq!(server.nth_shown(2).title, "Morning care");

    window.click("[data-testid=go-settings]");
    window.click("[data-testid=go-health]");
    window.see("[data-testid=health]");
    window.click("[data-testid=go-ledger]");
    window.see("[data-testid=ledger] [data-testid=ledger-days]");
    let told = window.text("[data-testid=ledger-days]");
    for words in ["Wash with bottled water", "Not shown", "Shown"] {
        assert!(told.contains(words), "{told}");
    }
    desktop.picture("ledger.png", "1040x720+0+0");
}

#[test]
fn a_computer_that_wakes_up_tells_at_once() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let logind = Logind::start(&desktop);
    let server = desktop.start_server();
    let data = desktop.data("erna");
    enter_treatment(&desktop, &data);
    let _agent = desktop.serve(&data);
    server.nth_shown(1);
    linger();
    // Nothing is noted for a minute after the first look.
    desktop.set_clock(berlin("06-10 16:10") + TimeDelta::seconds(40));
    logind.says("PrepareForSleep", true);
    let beat =
        || Companion::open(&data).expect("a store").health(desktop.now(), BERLIN).expect("health").looked;
    // The last look before the sleep is noted, to the second.
    let asleep = desktop.now();
    wait_for("a look that is noted", || {
        let looked: chrono::DateTime<chrono::Utc> = beat()?.parse().ok()?;
        (looked > asleep - TimeDelta::seconds(20)).then_some(())
    });

    // Nobody writes to the store: without the news the agent would nap on for up to half a minute.
    desktop.set_clock(berlin("06-11 08:00"));
    let before = companion::clock::now();
    logind.says("PrepareForSleep", false);
    server.nth_shown(2);
    let took = companion::clock::now() - before;
    assert!(took < TimeDelta::seconds(5), "it took {took}");
}
