//! The diary in the real window: what she rates, ticks and writes is in the store, as she left it.

use super::stage::{Desktop, wait_until};
use super::window::Window;
use super::{BERLIN, berlin, enter_treatment, ledger};
use chrono::{DateTime, Utc};
use companion::Companion;
use companion::contract::Question;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::Path;

/// Longer than a note may be, in bytes and in characters.
const BOOK: &str = match str::from_utf8(&[b'o'; 100_000]) {
    Ok(book) => book,
    Err(_) => "",
};

/// What the store keeps of each check: treatment, moment, ratings, signs, note.
fn kept(data: &Path, now: DateTime<Utc>) -> Vec<Value> {
    let question: Question = serde_json::from_value(json!({ "ask": "diary" })).expect("a question");
    let mut companion = Companion::open(data).expect("a data folder");
    let reply = companion.ask(question, now, BERLIN).expect("a diary");
    let view = |check: &Value| json!([check["at"], check["ratings"], check["signs"], check["note"]]);
    reply["checks"].as_array().expect("checks").iter().map(view).collect()
}

/// Puts the focus on a slider and presses keys.
fn rate(window: &Window, symptom: &str, keys: &[char]) {
    let slider = format!("[data-testid=rate-{symptom}]");
    window.see(&slider);
    window.run("document.querySelector(arguments[0]).focus()", &[json!(slider)]);
    keys.iter().for_each(|key| window.press(*key));
}

/// What the slider of a symptom says.
fn rating(window: &Window, symptom: &str) -> String {
    window.attributes(&format!("[data-testid=rate-{symptom}]"), "aria-valuetext").concat()
}

/// What stands in each check of the record.
fn record(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=record] [data-check]')].map((one) =>
        [...one.querySelectorAll('h4, dd, .signs span, [data-testid=note]')].map((part) => part.textContent).join('|'))";
    serde_json::from_value(window.run(script, &[])).expect("texts")
}

#[test]
fn a_check_with_a_warning_sign_is_kept_then_edited_then_deleted_and_undone() {
    let desktop = Desktop::at(berlin("06-10 20:10"));
    let data = desktop.data("greta");
    enter_treatment(&desktop, &data);
    let now = desktop.now();
    desktop.stop_clock(now);
    let window = desktop.open_window(&data);

    // The evening's check is due; it leads to the diary.
    window.click("[data-testid=do-now] [data-do=write]");
    window.see("[data-testid=check] [data-testid=sign-fever]");
    rate(&window, "redness", &['1', '0']);
    assert_eq!(rating(&window, "redness"), "10, very much");
    // The first arrow begins at 0, the others are the browser's.
    rate(&window, "swelling", &[Key::Right.into(), Key::Right.into(), Key::Right.into()]);
    wait_until(&"2 of 10".to_owned(), || rating(&window, "swelling"));
    rate(&window, "bruising", &['4', Key::Delete.into()]);
    assert_eq!(rating(&window, "bruising"), "Not rated");
    // A press in the middle, by a pointer.
    window.click("[data-testid=rate-tenderness]");
    wait_until(&"5 of 10".to_owned(), || rating(&window, "tenderness"));
    window.click("[data-testid=sign-fever]");
    let action = window.text("[data-testid=message] .action");
    assert!(action.starts_with("Call your clinic now."), "{action}");

    // A note that is too long is refused whole, and nothing of it or of the rest is lost.
    window.paste("[data-testid=check-note]", BOOK);
    window.click("[data-testid=check-save]");
    window.see("[data-testid=field-error-note]");
    let length = "return document.querySelector('[data-testid=check-note]').value.length";
    assert_eq!(window.run(length, &[]), json!(BOOK.len()));
    assert_eq!(kept(&data, now), [json!(null); 0]);
    let note = "\u{202E}Warm.\u{202C} \u{1F33F}\n=1+1";
    window.paste("[data-testid=check-note]", note);
    window.click("[data-testid=check-save]");

    // It stands in the record and in the store, and answers what was due.
    let sign = "Fever of 38 °C (100.4 °F) or more, or chills";
    let written = vec![format!("20:10|10|5|2|{sign}|{note}")];
    wait_until(&written, || record(&window));
    let at = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let first = json!([at, { "redness": 10, "swelling": 2, "tenderness": 5 }, ["fever"], note]);
    assert_eq!(kept(&data, now), [first]);
    let answered =
        |rows: Vec<Value>| rows.into_iter().filter(|row| row[2] != json!(null)).collect::<Vec<_>>();
    wait_until(&vec![json!(["p1/evening-check/2026-06-10T20:00", 0, "done", null])], || {
        answered(ledger(&desktop, &data))
    });

    // It was no fever, and not so red.
    window.click("[data-do=correct]");
    window.see("[data-testid=check] [data-testid=sign-fever]:checked");
    window.click("[data-testid=sign-fever]");
    rate(&window, "redness", &['6']);
    window.click("[data-testid=check-save]");
    let edited = vec![format!("20:10|6|5|2|{note}")];
    wait_until(&edited, || record(&window));
    let second = json!([at, { "redness": 6, "swelling": 2, "tenderness": 5 }, [], note]);
    assert_eq!(kept(&data, now), std::slice::from_ref(&second));

    // Deleted, and not after all.
    window.click("[data-do=delete]");
    window.see("[data-do=restore]");
    assert_eq!(kept(&data, now), [json!(null); 0]);
    let focus = "return document.activeElement.dataset.do";
    wait_until(&json!("restore"), || window.run(focus, &[]));
    window.press(Key::Enter);
    wait_until(&edited, || record(&window));
    assert_eq!(kept(&data, now), [second]);
    wait_until(&json!("delete"), || window.run(focus, &[]));
}

#[test]
fn a_time_that_has_not_come_is_refused_at_its_field_and_what_turns_the_writing_turns_itself_alone() {
    let desktop = Desktop::at(berlin("06-10 20:10"));
    let data = desktop.data("greta");
    enter_treatment(&desktop, &data);
    let now = desktop.now();
    desktop.stop_clock(now);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-diary]");
    window.click("[data-testid=diary-write]");
    window.paste("[data-testid=check-note]", "\u{202E}abc");
    window.click("[data-testid=check-retime]");
    window.type_in("[data-testid=check-time] [role=spinbutton]", "2100");
    window.click("[data-testid=check-save]");
    let told = window.text("[data-testid=field-error-at]");
    assert_eq!(told, "This time has not come yet. Enter when it was.");
    assert_eq!(kept(&data, now), [json!(null); 0]);
    window.type_in("[data-testid=check-time] [role=spinbutton]", "1930");
    window.click("[data-testid=check-save]");
    wait_until(&vec!["19:30|\u{202E}abc".to_owned()], || record(&window));
    assert_eq!(kept(&data, now), [json!(["2026-06-10T17:30:00Z", {}, [], "\u{202E}abc"])]);
    // The buttons of its line stand where those of another check would.
    let script = "const [head, acts] = ['.head', '.acts'].map((part) => document.querySelector(`[data-check] ${part}`).getBoundingClientRect());
        return acts.left > head.left && getComputedStyle(document.querySelector('[data-testid=note]')).unicodeBidi";
    assert_eq!(window.run(script, &[]), json!("plaintext"));
}
