//! axe-core looks at every screen, in the real webview, in both themes.

use super::stage::{Desktop, Theme, wait_until};
use super::window::Window;
use super::{berlin, treatment};
use chrono::{DateTime, Utc};
use companion::Companion;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What axe found on the page as it is now: rule, and where.
fn violations(window: &Window) -> Vec<String> {
    let script = "const done = arguments[0];
        axe.run().then((result) => done(result.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))),
            (error) => done([String(error)]))";
    let found: Value = window.run_until_done(script, &[]);
    serde_json::from_value(found).expect("texts")
}

/// Every screen of the window, one after the other.
struct Tour<'d> {
    desktop: &'d Desktop,
    data: &'d Path,
    window: Window,
    found: Vec<String>,
}

impl Tour<'_> {
    /// Looks at the page as it is now.
    fn look(&mut self, screen: &str) {
        // What moves is not judged halfway.
        self.window.run_until_done(
            "const done = arguments[0];
             Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => done(null))",
            &[],
        );
        let found = violations(&self.window);
        self.found.extend(found.into_iter().map(|violation| format!("{screen}: {violation}")));
    }

    /// Goes to the warning signs from wherever one is, looks at them, and comes back.
    fn look_at_warnings(&mut self, screen: &str) {
        self.window.click("[data-testid=go-warnings]");
        self.window.see("[data-testid=warnings] [data-testid^=sign-]");
        self.look(&format!("warning signs from {screen}"));
        self.window.click("[data-testid^=sign-]");
        self.window.see("[data-testid=message]");
        self.look(&format!("warning signs from {screen}, with a message"));
        self.window.click("[data-testid=back]");
    }

    /// Goes to the reminders' own screens and comes back to Today.
    fn look_at_reminders(&mut self) {
        self.window.click("[data-testid=go-health]");
        self.window.see("[data-testid=health-zone]");
        self.look("reminders");
        self.window.click("[data-testid=go-ledger]");
        self.window.see("[data-testid=ledger-days]");
        self.look("what was reminded");
        self.window.click("[data-testid=ledger-not-shown]");
        self.look("what was not shown");
        self.window.click("[data-testid=ledger-all]");
        self.window.click("[data-testid=ledger-days] [data-do=earlier]");
        self.window.see("[data-testid=earlier-time]");
        self.look("done earlier");
        self.window.click("[data-testid=earlier-cancel]");
        self.window.click("[data-testid=go-today]");
        self.window.see("[data-testid=today]");
    }

    /// Goes to the timeline, looks at the picture and the table of it, and comes back to Today.
    fn look_at_timeline(&mut self) {
        self.window.click("[data-testid=go-timeline]");
        for zoom in ["days", "weeks", "course"] {
            self.window.click(&format!("[data-testid=zoom-{zoom}]"));
            self.window.see("[data-testid=now-line]");
            self.look(&format!("timeline, {zoom}"));
        }
        self.window.click("[data-bar=tanning-beds]");
        self.window.see("[data-testid=said]");
        self.look("what a line of the timeline says");
        self.window.click("[data-testid=view-table]");
        self.look("timeline as a table");
        self.window.click("[data-testid=view-picture]");
        self.window.click("[data-testid=go-today]");
        self.window.see("[data-testid=today]");
    }

    /// Goes outside, where the rule speaks against it, and comes back.
    fn look_outside(&mut self) {
        self.window.click("[data-testid=go-out]");
        self.window.see("[data-testid=must-go-out]");
        self.look("the rule before going outside");
        self.window.click("[data-testid=must-go-out]");
        self.window.see("[data-testid=come-back]");
        self.look("outside");
        self.window.click("[data-testid=place-change]");
        self.window.see("[data-testid=place-input]");
        self.look("the place of the sunset");
        // The open list lies over the page.
        self.window.run("location.reload()", &[]);
        self.window.click("[data-testid=come-back]");
        self.window.see("[data-testid=go-out]");
        self.window.run(&axe(), &[]);
    }

    /// Turns the clock and waits until the page shows that day.
    fn go_to(&self, now: DateTime<Utc>, day: &str) {
        self.desktop.wake_at(now, self.data);
        wait_until(&day.to_owned(), || self.window.text("[data-testid=day]"));
    }
}

/// Opens a window for the tour.
fn visit<'d>(desktop: &'d Desktop, data: &'d Path) -> Tour<'d> {
    visit_with(desktop, data, desktop.window_script())
}

/// The same with the window's program in its own place.
fn visit_with<'d>(desktop: &'d Desktop, data: &'d Path, program: PathBuf) -> Tour<'d> {
    let window = Window::open_with(desktop, data, &program);
    window.run(&axe(), &[]);
    Tour { desktop, data, window, found: Vec::new() }
}

fn axe() -> String {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(axe).expect("axe-core: run the tests with `cargo xtask test`")
}

fn every_screen_in(theme: Theme) {
    let desktop = Desktop::with_theme(berlin("06-10 16:10"), theme);
    let _server = desktop.start_server();

    let damaged = desktop.data("damaged");
    std::fs::create_dir_all(&damaged).expect("a folder");
    std::fs::write(damaged.join("aftercare.db"), "This is no database. ".repeat(400)).expect("a file");
    let mut tour = visit(&desktop, &damaged);
    tour.window.see("[data-testid=trouble]");
    tour.look("trouble");
    let in_trouble = std::mem::take(&mut tour.found);
    tour.window.close();

    // A window whose agent is missing says so.
    let alone = desktop.data("alone");
    super::enter_treatment(&desktop, &alone);
    let mut tour = Tour { found: in_trouble, ..visit_with(&desktop, &alone, desktop.window_without_agent()) };
    tour.window.see("[data-testid=banner]");
    tour.look("no agent");
    let in_trouble = std::mem::take(&mut tour.found);
    tour.window.close();

    let data = desktop.data("fiona");
    let mut tour = visit(&desktop, &data);
    tour.found = in_trouble;
    let dark = tour.window.run("return matchMedia('(prefers-color-scheme: dark)').matches", &[]);
    assert_eq!(dark, json!(theme == Theme::Dark), "the webview does not follow the system's theme");

    tour.window.see("[data-testid=welcome]");
    tour.look("welcome");
    tour.look_at_warnings("welcome");
    tour.window.click("[data-testid=agree]");
    tour.window.see("[data-testid=try]");
    tour.look("try a reminder");
    tour.window.click("[data-testid=test-show]");
    tour.window.see("[data-testid=test-card][data-state=shown]");
    tour.look("a test that was shown");
    tour.window.click("[data-testid=test-not-seen]");
    tour.window.see("[data-testid=test-card][data-state=unseen]");
    tour.look("a test that was not seen");
    tour.window.click("[data-testid=try-next]");

    tour.window.see("[data-testid=form]");
    tour.look("form");
    tour.window.click("[data-testid=device-radio-frequency]");
    tour.window.type_in("[data-testid=session]", "99");
    tour.window.click("[data-testid=save]");
    tour.window.see("[data-testid=field-error-session]");
    tour.look("form with problems");

    let mut companion = Companion::open(&data).expect("a store");
    companion.enter(&treatment(), desktop.now()).expect("entered");
    tour.window.run("location.reload()", &[]);
    tour.window.see("[data-testid=day]");
    tour.window.run(&axe(), &[]);
    tour.look("day 1");
    tour.look_at_warnings("day 1");
    tour.go_to(berlin("06-11 08:00"), "Day 2");
    tour.look("day 2");
    tour.look_at_timeline();
    tour.look_outside();
    let answered = ["done", "skipped", "later"];
    let keys = tour.window.attributes("[data-testid=do-now] [data-key]", "data-key");
    for (key, what) in keys.iter().zip(answered) {
        let item = format!("[data-key='{key}']");
        let button = format!("{item} [data-do={what}]");
        if !tour.window.is_displayed(&button) {
            tour.window.click(&format!("{item} button[aria-expanded=false]"));
        }
        tour.window.click(&button);
        tour.window.see(&format!("{item}[data-answer={what}]"));
    }
    assert!(keys.len() >= 3, "{keys:?}");
    tour.window.run("for (const fold of document.querySelectorAll('details')) fold.open = true", &[]);
    tour.window.run("for (const one of document.querySelectorAll('main [aria-expanded=false]:not([aria-haspopup])')) one.click()", &[]);
    tour.look("day 2, answered, with all details");
    tour.go_to(berlin("06-12 15:11"), "Day 3");
    tour.look("day 3, with what is over");
    tour.go_to(berlin("06-26 09:00"), "Day 17");
    tour.look("day 17");
    tour.look_at_reminders();

    let mut second = treatment();
    second.ended = "2026-06-26T08:00".into();
    second.session = 2;
    companion.enter(&second, desktop.now()).expect("entered");
    wait_until(&2, || tour.window.count("[data-testid=day]"));
    tour.look("two treatments");
    companion.forget("p2", desktop.now()).expect("forgotten");
    wait_until(&1, || tour.window.count("[data-testid=day]"));

    tour.window.click("[data-testid=treatment-menu]");
    tour.window.see("[data-testid=treatment-forget]");
    tour.look("menu");
    tour.window.click("[data-testid=treatment-correct]");
    tour.window.see("[data-testid=form]");
    tour.look("form of a correction");
    tour.window.click("[data-testid=cancel]");
    tour.window.click("[data-testid=treatment-menu]");
    tour.window.click("[data-testid=treatment-forget]");
    tour.window.see("[data-testid=forget-yes]");
    tour.look("confirm dialog");
    tour.window.click("[data-testid=forget-yes]");
    wait_until(&0, || tour.window.count("[data-testid=day]"));
    tour.window.see("[data-testid=enter]");
    tour.look("nothing to say");

    assert!(tour.found.is_empty(), "{}", tour.found.join("\n"));
}

#[test]
fn axe_finds_nothing_on_any_screen_in_the_light_theme() {
    every_screen_in(Theme::Light);
}

#[test]
fn axe_finds_nothing_on_any_screen_in_the_dark_theme() {
    every_screen_in(Theme::Dark);
}
