//! Something looks wrong, in the real window: a sign is ticked, the number is there, and what to say is taken along.

use super::screen::Screen;
use super::stage::{Desktop, wait_until};
use super::window::Window;
use super::{berlin, enter_treatment};
use serde_json::json;

const MESSAGE: &str = "[data-testid=message]";

/// Presses F1 wherever the focus is.
fn press_f1(window: &Window) {
    window.run(
        "(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', bubbles: true, cancelable: true }))",
        &[],
    );
    window.see("[data-testid=warnings] [data-testid^=sign-]");
}

#[test]
fn before_any_set_up_a_sign_has_its_message_and_a_number() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("anna");
    let window = desktop.open_window(&data);
    window.see("[data-testid=welcome]");
    press_f1(&window);
    window.click("[data-testid=sign-airway]");
    let action = format!("{MESSAGE} .action");
    let number = format!("{MESSAGE} [data-testid=emergency-number]");
    assert_eq!(window.text(&action), "Call the emergency number now.");
    // This computer says no country.
    assert_eq!(window.text(&number).to_lowercase(), "your local emergency number");
    window.click("[data-testid=country] [data-testid=country-DE]");
    wait_until(&"112".to_owned(), || window.text(&number));

    // What is written down now, before she has agreed to anything, is there the next time.
    window.type_in("[data-testid=contact-phone]", "030 555 0142");
    window.click("[data-testid=contact-save]");
    assert_eq!(window.text("[data-testid=clinic] [data-testid=clinic-number]"), "030 555 0142");
    window.close();
    let window = desktop.open_window(&data);
    window.see("[data-testid=welcome]");
    press_f1(&window);
    window.click("[data-testid=sign-fever]");
    assert_eq!(window.text(&format!("{MESSAGE} [data-testid=clinic-number]")), "030 555 0142");
    assert_eq!(window.text("[data-testid=emergency] [data-testid=emergency-number]"), "112");
}

#[test]
fn what_to_say_names_hours_and_area_and_can_be_taken_along() {
    let desktop = Desktop::at(berlin("06-11 19:20"));
    let data = desktop.data("anna");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.see("[data-testid=day]");

    // From a dialog, too.
    window.click("[data-testid=treatment-menu]");
    window.click("[data-testid=treatment-forget]");
    window.see("[data-testid=forget-yes]");
    press_f1(&window);
    wait_until(&0, || window.count("[role=alertdialog]"));
    window.click("[data-testid=sign-fever]");
    window.click("[data-testid=sign-spreading-red]");
    window.see(MESSAGE);
    // The webview lets the page write to the clipboard …
    window.run("document.execCommand = () => false", &[]);
    window.click("[data-testid=copy-script]");
    window.see("[data-testid=copy-script][data-state=copied]");
    let script = "Hello, my name is ____.\n\
        I had a microneedling treatment. It ended on Wednesday, 10 June at 15:10, 28 hours ago.\n\
        Area: Face.\n\
        Device: Pen 1.5 mm.\n\
        Session 1 of 4.\n\
        What I see or feel:\n\
        - Redness that grows, or skin that gets hotter, more swollen or more sore\n\
        - Fever of 38 °C (100.4 °F) or more, or chills\n\
        What should I do?";
    assert_eq!(Screen::of(&desktop).clipboard(), script);
    // … and where one does not, the old way is left.
    window.run(
        "delete document.execCommand; Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        &[],
    );
    window.click("[data-testid=sign-fever]");
    window.click("[data-testid=copy-script]");
    let without_fever = script.replace("- Fever of 38 °C (100.4 °F) or more, or chills\n", "");
    wait_until(&without_fever, || Screen::of(&desktop).clipboard());
    assert_eq!(window.run("return document.activeElement.dataset.testid", &[]), json!("copy-script"));

    // She looks something up on Today, and her ticks are still there; they go when she is done.
    window.click("[data-testid=go-today]");
    window.see("[data-testid=day]");
    press_f1(&window);
    window.see(MESSAGE);
    window.click("[data-testid=back]");
    window.see("[data-testid=day]");
    press_f1(&window);
    assert_eq!(window.count(MESSAGE), 0);
}
