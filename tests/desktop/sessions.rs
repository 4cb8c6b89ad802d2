//! The next session in the real window: booked, prepared, moved, cancelled; and a day kept free.

use super::notices::Server;
use super::patient::ledger;
use super::stage::{Desktop, linger, wait_until};
use super::window::Window;
use super::{berlin, enter_treatment};
use fantoccini::key::Key;
use serde_json::json;

/// Types a day and, where there is one, a time into the fields of a name, as a hand does: one segment after the other.
fn type_moment(window: &Window, name: &str, day: &str, time: Option<&str>) {
    let mut fields = vec![(format!("[data-testid={name}] [role=spinbutton]"), day)];
    if let Some(time) = time {
        fields = vec![
            (format!("[data-testid={name}-day] [role=spinbutton]"), day),
            (format!("[data-testid={name}-time] [role=spinbutton]"), time),
        ];
    }
    for (field, digits) in fields {
        window.see(&field);
        window.run("document.querySelector(arguments[0]).focus()", &[json!(field)]);
        window.type_in(&field, digits);
    }
}

fn last(server: &Server, count: usize) -> (String, String) {
    let shown = server.nth_shown(count);
    (shown.title, shown.body)
}

#[test]
fn a_session_is_booked_its_preparation_reminded_then_moved_then_cancelled() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("paula");
    enter_treatment(&desktop, &data);
    // Three weeks on; the computer was off, and of the reminders of the first days none is of use any more.
    desktop.set_clock(berlin("07-06 14:00"));
    let window = desktop.open_window(&data);
    linger();
    let mut count = server.shown().len();

    // Between two dates, and none is booked. Too soon is told in words, and kept to the clinic.
    window.click("[data-testid=go-sessions]");
    assert_eq!(window.text("[data-testid=between]"), "Between 10 July and 10 August");
    window.click("[data-testid=book]");
    type_moment(&window, "book", "08072026", Some("1000"));
    window.see("[data-testid=book-then] [data-testid=outside]");
    type_moment(&window, "book", "20072026", Some("1000"));
    window.see("[data-testid=book-then]:not(:has([data-testid=outside]))");
    window.click("[data-testid=book-save]");
    assert_eq!(window.text("[data-testid=booked]"), "Monday 20 July, 10:00");
    assert_eq!(
        window.attributes("[data-testid=preparation] [data-id]", "data-id"),
        [
            "appointment",
            "before-medicine-list",
            "before-sun",
            "before-anti-inflammatories",
            "before-retinoids",
            "before-ready",
            "before-day"
        ]
    );

    // What began this morning, two weeks before, is told at once by a notice of the system.
    count += 1;
    let begun = ("Aftercare".to_owned(), "• Tell your clinic what you take\n• No tan, no sunburn".to_owned());
    assert_eq!(last(&server, count), begun);

    // Moved by two days: what would have begun is still to come, and comes in its hour.
    window.click("[data-testid=move]");
    type_moment(&window, "book", "22072026", Some("1630"));
    window.click("[data-testid=book-save]");
    wait_until(&"Wednesday 22 July, 16:30".to_owned(), || window.text("[data-testid=booked]"));
    linger();
    assert_eq!(server.shown().len(), count);
    // The server would count the same words once more as the same notice, if that still stood there.
    server.clear(&desktop);
    desktop.wake_at(berlin("07-08 10:00"), &data);
    count += 1;
    let morning = "• When you may see a change\n• Your next session is coming".to_owned();
    assert_eq!(last(&server, count), ("Morning care".to_owned(), morning));
    desktop.wake_at(berlin("07-08 16:30"), &data);
    // With it what nobody answered this morning comes once more, in a notice of its own.
    count += 2;
    let both = [last(&server, count - 1), last(&server, count)];
    assert!(both.contains(&begun), "{both:?}");
    assert!(both.iter().any(|(title, _)| title == "Your next session is coming"), "{both:?}");
    let told = |instruction: &str| {
        let key = json!(format!("p1/{instruction}/start"));
        ledger(&desktop, &data)
            .into_iter()
            .filter(|row| row[0] == key)
            .map(|row| row[1].clone())
            .collect::<Vec<_>>()
    };
    wait_until(&vec![json!(1), json!(1)], || told("before-sun"));

    // Cancelled, and brought back by Undo: nothing is told twice.
    window.click("[data-testid=cancel-session]");
    window.click("[data-testid=cancel-yes]");
    window.see("[data-testid=between]");
    window.click("[data-testid=undo]");
    assert_eq!(window.text("[data-testid=booked]"), "Wednesday 22 July, 16:30");
    linger();
    assert_eq!(server.shown().len(), count);

    // Cancelled for good: two days before it nothing comes any more.
    window.click("[data-testid=cancel-session]");
    window.click("[data-testid=cancel-yes]");
    window.see("[data-testid=between]");
    desktop.wake_at(berlin("07-20 10:00"), &data);
    desktop.wake_at(berlin("07-20 18:00"), &data);
    linger();
    let titles = server.titles().split_off(count);
    assert!(
        !titles.iter().any(|title| title.contains("session is coming") || title.contains("ready")),
        "{titles:?}"
    );
    let rows = ledger(&desktop, &data);
    assert!(
        !rows.iter().any(|row| row[0].as_str().is_some_and(|key| key.contains("before-ready"))),
        "{rows:?}"
    );
}

#[test]
fn a_day_is_kept_free_and_says_which_rule_a_session_would_break() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("paula");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-sessions]");

    // By the keyboard alone: a name, a day, what she will do, and Enter.
    window.click("[data-testid=free-add]");
    window.type_in("[data-testid=free-name]", "Anna's wedding");
    type_moment(&window, "free-from", "22072026", None);
    window.click("[data-testid=doing-make-up]");
    window.type_in("[data-testid=free-name]", "\u{e007}");
    window.see("[data-free='1']");
    assert!(window.text("[data-free='1']").contains("22 July"), "{}", window.text("[data-free='1']"));
    // The dates on which a session touches it not at all.
    assert_eq!(
        window.text("[data-testid=open-days]"),
        "These dates keep all your days free: 10 July to 14 July, 23 July to 10 August."
    );

    // The day before: no make-up yet, and the skin is still red.
    window.click("[data-testid=book]");
    type_moment(&window, "book", "21072026", Some("1630"));
    let against = || window.attributes("[data-testid=book-then] [data-id]", "data-id");
    wait_until(&vec!["make-up".to_owned(), "usual".to_owned()], against);
    window.press(Key::Enter);
    window.see("[data-testid=touches]");
    assert_eq!(
        window.attributes("[data-testid=free] [data-free='1'] [data-id]", "data-id"),
        ["make-up", "usual"]
    );

    // Deleted, and brought back.
    window.click("[data-free='1'] [data-testid=free-delete]");
    window.see("[data-testid=gone]");
    assert_eq!(window.count("[data-free]"), 0);
    window.click("[data-testid=undo]");
    window.see("[data-free='1']");
    // The next window knows it.
    window.reload();
    window.click("[data-testid=go-sessions]");
    window.see("[data-free='1'] [data-id=make-up]");
}
