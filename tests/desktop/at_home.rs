//! What a patient does and sees at home with the window open, from day to day. (From Welcome to day one is `journey.rs`.)

use super::stage::{Desktop, wait_until};
use super::{berlin, enter_treatment};
use chrono::TimeDelta;
use companion::Companion;

#[test]
fn the_countdown_comes_to_its_end_while_she_looks() {
    let desktop = Desktop::at(berlin("06-12 15:08"));
    let data = desktop.data("hanna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    let soonest = || window.attributes("[data-testid=not-yet] .large", "data-id");
    let voice = "return document.querySelector('[data-testid=voice]').textContent";
    let said = || window.run(voice, &[]).to_string();
    wait_until(&vec!["sun-strict".to_owned()], soonest);

    // The last seconds of 48 hours. The count goes down by itself.
    desktop.wake_at(berlin("06-12 15:10") - TimeDelta::seconds(8), &data);
    let count = "return document.querySelector('[data-testid=not-yet] .count')?.textContent ?? ''";
    let mut seen = Vec::new();
    wait_until(&true, || {
        let now = window.run(count, &[]).as_str().unwrap_or_default().to_owned();
        if soonest() == ["sun-strict"] && seen.last() != Some(&now) {
            seen.push(now);
        }
        soonest() != ["sun-strict"]
    });
    let seconds: Vec<i32> = seen.iter().filter_map(|count| count.strip_suffix(" s")?.parse().ok()).collect();
    assert!(seconds.len() >= 3 && seconds.is_sorted_by(|one, next| one > next), "{seen:?}");

    // What is over stands in its place for a while, with what she may do again, and is said.
    let sentence = "The 48 hours are over. You may be outside again: shade first, sunscreen always.";
    assert!(window.text("[data-testid=just-released]").contains(sentence));
    wait_until(&true, || said().contains(sentence));
}

#[test]
fn a_warning_sign_is_ticked_and_its_message_stands_there_word_for_word() {
    let desktop = Desktop::at(berlin("06-11 08:10"));
    let data = desktop.data("hanna");
    enter_treatment(&desktop, &data);
    let told = Companion::open(&data).expect("a data folder").warnings(desktop.now(), super::BERLIN);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-warnings]");
    for level in &told.levels {
        let sign = told.signs.iter().find(|sign| sign.level == level.id).expect("a sign");
        window.click(&format!("[data-testid=sign-{}]", sign.id));
        window.see(&format!("[data-level={}]", level.id));
        let message = window.text(&format!("[data-level={}]", level.id));
        assert!(message.contains(&level.action), "{message}");
        window.click(&format!("[data-testid=sign-{}]", sign.id));
        wait_until(&0, || window.count("[data-level]"));
    }
}

/// Types a question as a person does, and asks it.
fn asks(window: &super::window::Window, question: &str) {
    window.click("[data-testid=go-may]");
    window.type_in("[data-testid=may-field]", question);
    window.click("[data-testid=may-ask]");
}

#[test]
fn a_brand_is_asked_for_and_answered_and_a_typing_error_is_offered() {
    let desktop = Desktop::at(berlin("06-11 08:10"));
    let data = desktop.data("hanna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    asks(&window, "Nurofen");
    window.see("[data-testid=may-answer][data-verdict=not_before]");
    assert_eq!(window.text("[data-testid=may-headline]"), "Not before Wednesday 24 June, 15:10");
    assert!(window.text("[data-testid=may-answer]").contains("Nurofen is ibuprofen."));

    // Nearly a name is no name: it is offered, and answered only when she says that she meant it.
    window.click("[data-testid=may-clear]");
    asks(&window, "ibuprofn");
    window.see("[data-testid=may-answer][data-verdict=unknown]");
    let meant = window.text("[data-testid=may-near]");
    assert!(meant.contains("ibuprofen"), "{meant}");
    window.click("[data-testid=may-near] button");
    window.see("[data-testid=may-answer][data-verdict=not_before]");
}
