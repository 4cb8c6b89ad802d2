//! Settings in the real window: other times of day, how it looks, and everything deleted.

use super::login::{entry, wish};
use super::stage::{Desktop, linger, wait_until};
use super::{berlin, enter_treatment, treatment};
use companion::contract::ProcedureForm;
use companion::{Companion, Role};
use serde_json::json;
use std::path::Path;

#[test]
fn a_morning_that_is_chosen_in_the_window_comes_at_its_new_time() {
    let desktop = Desktop::at(berlin("06-11 07:40"));
    let server = desktop.start_server();
    let data = desktop.data("gerda");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-settings]");
    window.click("[data-testid=change-morning]");
    window.click("[data-testid=times-own]");
    // By the keyboard alone: the hour, the minutes, and Enter.
    let first = "[data-testid=times-from] [role=spinbutton]";
    window.see(first);
    window.run("document.querySelector(arguments[0]).focus()", &[json!(first)]);
    window.type_in(first, "0930");
    window.type_in(first, "\u{e007}");
    window.see("[data-testid=saved-morning]");
    assert!(window.text("[data-testid=times-morning]").contains("09:30"));

    let before = server.shown().len();
    desktop.wake_at(berlin("06-11 08:30"), &data);
    linger();
    assert_eq!(server.shown().len(), before, "eight o'clock has passed");
    desktop.wake_at(berlin("06-11 09:30"), &data);
    assert_eq!(server.nth_shown(before + 1).title, "Morning care");

    // Nobody has to type where the data are.
    window.click("[data-testid=copy]");
    window.see("[data-testid=copy][data-state=copied]");
}

#[test]
fn the_window_opens_as_it_was_chosen_to_look() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("gerda");
    enter_treatment(&desktop, &data);
    let look = "const root = document.documentElement;
        return [root.dataset.theme, getComputedStyle(root).fontSize, getComputedStyle(document.body).backgroundColor]";
    let window = desktop.open_window(&data);
    assert_eq!(window.run(look, &[]), json!(["light", "16px", "rgb(248, 245, 239)"]));
    window.click("[data-testid=go-settings]");
    window.see("[data-testid=text-200]");
    for choice in ["theme-dark", "text-200"] {
        window.run(&format!("document.querySelector('[data-testid={choice}]').click()"), &[]);
    }
    let chosen = json!(["dark", "32px", "rgb(18, 23, 24)"]);
    wait_until(&chosen, || window.run(look, &[]));
    // Nothing that can be pressed is pushed off the side.
    let pushed =
        "const sheet = document.querySelector('.sheet'); return sheet.scrollWidth - sheet.clientWidth";
    assert_eq!(window.run(pushed, &[]), json!(0));
    window.close();

    let window = desktop.open_window(&data);
    assert_eq!(window.run(look, &[]), chosen);
}

/// What nobody else would write, as it was entered.
const TRACES: [&str; 3] = ["Antarctica/Troll", "decolletage", "anti-inflammatories"];

/// Which of the traces are in some file of a folder.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()) {
        if file.is_dir() {
            found.extend(traces(&file));
            continue;
        }
        let bytes = std::fs::read(&file).expect("a file");
        let holds = |trace: &&&str| bytes.windows(trace.len()).any(|part| part == trace.as_bytes());
        found.extend(TRACES.iter().filter(holds).map(|trace| format!("{}: {trace}", file.display())));
    }
    found
}

#[test]
fn after_everything_was_deleted_nothing_is_left_but_a_first_day() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.own_data();
    let mut companion = Companion::open(&data).expect("a data folder");
    companion.agree(true, desktop.now()).expect("agreed");
    let entered = ProcedureForm {
        ended: "2026-06-10T13:10".into(),
        zone: "Antarctica/Troll".into(),
        areas: vec!["decolletage".into()],
        ..treatment()
    };
    companion.enter(&entered, desktop.now()).expect("entered");
    drop(companion);
    wish(&data);
    let mut agent = desktop.start_agent_at_login();
    wait_until(&true, || Role::Agent.taken(&data) && entry(&desktop).exists());
    server.nth_shown(1);
    wait_until(&1, || server.standing(&desktop));
    assert_eq!(traces(&data).len() % TRACES.len(), 0, "{:?}", traces(&data));

    let window = desktop.open_window(&data);
    window.click("[data-testid=go-settings]");
    window.click("[data-testid=delete]");
    window.see("[data-testid=delete-dialog]");
    desktop.picture("delete.png", "1040x720+0+0");
    window.click("[data-testid=delete-yes]");
    window.see("[data-testid=welcome]");
    assert_eq!(window.count("[data-testid=problem]"), 0);

    assert_eq!(traces(&data), [""; 0]);
    assert!(!entry(&desktop).exists(), "nothing starts at login");
    // The notice that told of it is taken away by the agent, which goes on.
    wait_until(&0, || server.standing(&desktop));
    desktop.wake_at(berlin("06-12 08:00"), &data);
    linger();
    assert_eq!(server.shown().len(), 1);
    assert!(agent.lives());
    assert_eq!(agent.said(), [""; 0]);
    assert_eq!(traces(&data), [""; 0]);

    // She may begin anew.
    window.click("[data-testid=agree]");
    window.click("[data-testid=try-skip]");
    window.see("[data-testid=form]");
}
