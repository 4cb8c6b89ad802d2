//! She takes her plan along: the real window, and the system's own dialog for where a file goes.

use super::dialog::Dialog;
use super::stage::Desktop;
use super::{berlin, enter_treatment};
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn a_calendar_is_saved_where_the_systems_own_dialog_says() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("gerda");
    enter_treatment(&desktop, &data);
    let window = desktop.open_window(&data);
    window.click("[data-testid=go-settings]");
    window.click("[data-testid=go-export]");
    window.click("[data-testid=export-calendar] summary");
    assert!(window.text("[data-testid=cloud]").contains("cloud"));

    // She thinks again: nothing is written.
    window.click("[data-testid=save-calendar]");
    Dialog::on(desktop.display()).cancel();
    assert!(window.text("[data-testid=saved-calendar]").starts_with("Not saved"));

    let place = desktop.file("aftercare.ics");
    window.click("[data-testid=save-calendar]");
    Dialog::on(desktop.display()).save_as(place.to_str().expect("a path"));
    let said = format!("Saved: {}", place.display());
    super::stage::wait_until(&said, || window.text("[data-testid=saved-calendar]"));
    let saved = fs::read_to_string(&place).expect("a calendar");
    assert!(saved.starts_with("BEGIN:VCALENDAR\r\n") && saved.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(fs::metadata(&place).expect("a file").permissions().mode() & 0o777, 0o600);
    // It is the same as on the command line, but for when it was written.
    let printed = desktop.aftercarectl(&data, &["export", "ics"]).stdout;
    let printed = String::from_utf8(printed).expect("text");
    let without_stamps = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("DTSTAMP")).map(str::to_owned).collect()
    };
    assert_eq!(without_stamps(&saved), without_stamps(&printed));

    // A place that takes no file is told of, and nothing is left there.
    window.click("[data-testid=save-calendar]");
    Dialog::on(desktop.display()).save_as("/proc/aftercare.ics");
    assert!(window.text("[data-testid=problem]").contains("could not be written"));
    assert_eq!(window.count("[data-testid=saved-calendar]"), 0);
}
