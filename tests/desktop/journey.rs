//! The main journey: from Welcome to the next morning, with the window open and closed.

use super::notices::Server;
use super::stage::{Desktop, linger, wait_for, wait_until};
use super::window::Window;
use super::{berlin, internet, ledger};
use companion::Role;
use serde_json::json;

/// Fills in the form as far as it does not fill itself in: the day and the time are right for who comes home and types.
fn fill_in(window: &Window) {
    window.click("[data-testid=device-pen]");
    window.click("[data-testid=area-face]");
    window.type_in("[data-testid=depth]", "1.5");
    window.click("[data-testid=save]");
}

fn last_notice(server: &Server, count: usize) -> (String, String) {
    let shown = server.nth_shown(count);
    (shown.title, shown.body)
}

#[test]
fn anna_enters_her_treatment_and_is_told_in_the_morning_with_the_window_closed() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("anna");

    // The window opens on Welcome and has started the agent. She agrees and types what she knows.
    let window = desktop.open_window(&data);
    window.see("[data-testid=welcome]");
    window.click("[data-testid=agree]");
    window.click("[data-testid=try-skip]");
    window.see("[data-testid=form]");
    fill_in(&window);

    // It is day 1, and the sun is not yet.
    assert_eq!(window.text("[data-testid=day]"), "Day 1");
    let mut not_yet = window.attributes("[data-testid=not-yet] [data-id]", "data-id");
    assert_eq!(not_yet[0], "hands-off");
    not_yet.sort();
    let running = [
        "alcohol",
        "anti-inflammatories",
        "bottled-water",
        "clinic-products-only",
        "hair-removal",
        "hands-off",
        "heat",
        "make-up",
        "other-treatments",
        "shaving",
        "sport",
        "strong-creams",
        "sun-strict",
        "swimming",
        "tanning-beds",
    ];
    assert_eq!(not_yet, running);

    // What begins at once is told at once, by a notice of the system.
    let start =
        ("Aftercare".to_owned(), "• No ibuprofen-type medicines\n• Only what the clinic gave you".to_owned());
    assert_eq!(last_notice(&server, 1), start);

    // She closes the window. The agent stays.
    let agent = desktop.processes("aftercare-agent");
    assert_eq!(agent.len(), 1);
    window.close();
    assert_eq!(desktop.processes("aftercare"), [0; 0]);

    // The next morning at eight.
    desktop.wake_at(berlin("06-11 08:00"), &data);
    let morning = (
        "Morning care".to_owned(),
        "• Stay out of the sun\n• Wash with bottled water\n• Soothe your skin\n• Take a photo for yourself"
            .to_owned(),
    );
    assert_eq!(last_notice(&server, 2), morning);
    assert_eq!(desktop.processes("aftercare-agent"), agent);

    // She presses Done on the notice. That answers what is to be done or put on; the night is listed as what it was.
    server.press(&desktop, "Done", "Morning care");
    let told = |answer: Option<&str>| {
        vec![
            json!(["p1/anti-inflammatories/start", 1, null, null]),
            json!(["p1/clinic-products-only/start", 1, null, null]),
            json!(["p1/bottled-water/2026-06-10T20:00", 0, null, "off"]),
            json!(["p1/evening-check/2026-06-10T20:00", 0, null, "off"]),
            json!(["p1/photo/2026-06-10T20:00", 1, null, null]),
            json!(["p1/soothe/2026-06-10T20:00", 0, null, "off"]),
            json!(["p1/bottled-water/2026-06-11T08:00", 1, answer, null]),
            json!(["p1/soothe/2026-06-11T08:00", 1, "done", null]),
            json!(["p1/sun-strict/2026-06-11T08:00", 1, null, null]),
        ]
    };
    wait_until(&told(Some("done")), || ledger(&desktop, &data));
    // An answered notice is taken away, and history is by when a notice went.
    let mut history = server.history(&desktop);
    history.sort();
    assert_eq!(history, [start, morning]);

    // She opens the window: both are done there too. One she takes back, and the ledger knows.
    let window = desktop.open_window(&data);
    assert_eq!(window.text("[data-testid=day]"), "Day 2");
    let answers = |window: &Window| {
        let keys = window.attributes("[data-testid=do-now] [data-key]", "data-key");
        let answers = window.attributes("[data-testid=do-now] [data-key]", "data-answer");
        keys.into_iter().zip(answers).filter(|(key, _)| key.ends_with("06-11T08:00")).collect::<Vec<_>>()
    };
    let row =
        |instruction: &str, answer: &str| (format!("p1/{instruction}/2026-06-11T08:00"), answer.to_owned());
    wait_until(&vec![row("bottled-water", "done"), row("soothe", "done")], || answers(&window));
    desktop.picture("today.png", "1040x720+0+0");
    window.click("[data-key='p1/bottled-water/2026-06-11T08:00'] [data-do=undone]");
    wait_until(&vec![row("bottled-water", ""), row("soothe", "done")], || answers(&window));
    assert_eq!(ledger(&desktop, &data), told(None));

    // In the evening she has the window open. What she presses on the notice is in the page at once.
    desktop.wake_at(berlin("06-11 20:00"), &data);
    assert_eq!(server.nth_shown(3).title, "Evening care");
    server.press(&desktop, "Done", "Evening care");
    wait_until(&"done".to_owned(), || {
        window.attributes("[data-key='p1/soothe/2026-06-11T20:00']", "data-answer").concat()
    });
}

#[test]
fn later_brings_it_back_and_a_click_opens_the_window_and_nobody_asks_the_internet() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("anna");
    super::enter_treatment(&desktop, &data);
    let agent = desktop.serve(&data);
    server.nth_shown(1);
    assert_eq!(server.history(&desktop).len(), 1);

    // Not now: in half an hour.
    desktop.wake_at(berlin("06-11 08:00"), &data);
    server.nth_shown(2);
    server.press(&desktop, "Later", "Morning care");
    let morning = |shown: u32| {
        let row = |instruction: &str, day: &str, time: &str| {
            json!([format!("p1/{instruction}/2026-06-{day}T{time}"), shown, "later", null])
        };
        vec![
            row("photo", "10", "20:00"),
            row("bottled-water", "11", "08:00"),
            row("soothe", "11", "08:00"),
            row("sun-strict", "11", "08:00"),
        ]
    };
    let put_off = || ledger(&desktop, &data).into_iter().filter(|row| row[2] == "later").collect::<Vec<_>>();
    wait_until(&morning(1), put_off);
    desktop.wake_at(berlin("06-11 08:30") + chrono::TimeDelta::seconds(10), &data);
    assert_eq!(server.nth_shown(3).title, "Morning care");
    wait_until(&morning(2), put_off);

    // A click on it opens the window, which nobody has driven or started else.
    server.click(&desktop);
    wait_for("the window", || Role::Window.taken(&data).then_some(()));
    wait_for("its page", || (!desktop.processes("WebKitWebProcess").is_empty()).then_some(()));
    assert_eq!(desktop.processes("aftercare").len(), 1);

    // A second click finds it open.
    server.click(&desktop);
    linger();
    desktop.picture("notice.png", "480x190+560+0");
    assert_eq!(desktop.processes("aftercare").len(), 1);

    // Neither the agent nor the window nor any part of the webview holds a socket that could lead out of the computer.
    let mut ours = desktop.processes("");
    ours.retain(|id| !internet::is_tool(*id));
    assert!(ours.contains(&agent.id()) && ours.len() >= 4, "{ours:?}");
    for id in ours {
        assert_eq!(internet::sockets(id), [""; 0], "{}", internet::program(id));
    }
}
