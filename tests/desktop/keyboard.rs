//! The keyboard alone: through every screen without a pointer, by real keys. At each stop one sees where one is, and no action
//! loses the focus.

use super::berlin;
use super::stage::{Desktop, wait_until};
use super::window::Window;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// More stops than any screen has.
const MOST: usize = 120;

/// More stops than that dialog has.
const STOPS: usize = 5;

/// Where the focus is, as a person sees it: null where it is nowhere.
const FOCUS: &str = "
    const one = document.activeElement;
    if (one === null || one === document.body) return null;
    const style = getComputedStyle(one);
    const [area, html] = [one.getBoundingClientRect(), document.documentElement];
    // A part of a date is filled instead, as a chosen word is.
    const filled = one.getAttribute('role') === 'spinbutton' && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return {
        ring: outlined || filled || style.boxShadow !== 'none',
        inside: area.bottom > 0 && area.top < html.clientHeight && area.right > 0 && area.left < html.clientWidth,
        name: one.getAttribute('data-testid') ?? one.getAttribute('data-do') ?? one.id,
        html: one.outerHTML.slice(0, 160),
        is: arguments[0] !== '' && one.matches(arguments[0]),
    };";

/// A hand on the keyboard.
struct Hand<'w>(&'w Window);

impl Hand<'_> {
    /// Where the focus is, and whether it is on such an element.
    fn focus(&self, css: &str) -> Value {
        self.0.run(FOCUS, &[json!(css)])
    }

    /// Presses Tab until the focus is on such an element. Each stop on the way can be seen.
    fn tab_to(&self, css: &str) {
        self.0.see(css);
        let mut way = Vec::new();
        for _ in 0..MOST {
            let focus = self.next_stop(css);
            if focus["is"] == json!(true) {
                return;
            }
            way.push(focus["name"].clone());
        }
        panic!("Tab does not come to {css}; it came to {way:?}");
    }

    /// Presses Tab. Where the focus is then, and whether it is on such an element; null behind the last stop, where the
    /// keyboard leaves the page to come back to its beginning.
    fn next_stop(&self, css: &str) -> Value {
        self.0.press(Key::Tab);
        // The page may still be scrolling there.
        let seen = |focus: &Value| {
            focus.is_null() || (focus["ring"] == json!(true) && focus["inside"] == json!(true))
        };
        wait_until(&None, || Some(self.focus(css)).filter(|focus| !seen(focus)));
        self.focus(css)
    }

    /// Goes to an element by Tab and presses a key there; the focus is still somewhere then.
    fn act(&self, css: &str, key: impl Into<char>) {
        self.tab_to(css);
        self.0.press(key);
        self.keeps_the_focus(css);
    }

    /// What was pressed may be gone; the focus is then on what stands in its place, or on the new screen's heading.
    fn keeps_the_focus(&self, after: &str) {
        self.0.settle();
        wait_until(&None, || self.focus("").is_null().then(|| format!("{after} loses the focus")));
    }

    /// Waits until the focus is on such an element.
    fn is_at(&self, css: &str) {
        wait_until(&json!(true), || self.focus(css)["is"].clone());
    }

    /// Waits for a screen on whose heading reading begins.
    fn arrives(&self, screen: &str) {
        self.0.see(screen);
        self.is_at(&format!("{screen} h1"));
    }

    /// Stops everywhere on the screen once.
    fn stops_everywhere(&self) {
        let script = "return document.querySelectorAll('main :is(button, a[href], input, select, textarea, summary)').length";
        let stops = self.0.run(script, &[]).as_u64().expect("a number");
        for _ in 0..stops {
            self.next_stop("");
        }
    }
}

#[test]
fn every_screen_can_be_used_by_the_keyboard_alone() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("greta");
    let window = desktop.open_window(&data);
    let hand = Hand(&window);

    // She agrees, and tries a reminder.
    hand.act("[data-testid=agree]", Key::Enter);
    hand.arrives("[data-testid=try]");
    hand.act("[data-testid=test-show]", Key::Enter);
    assert_eq!(server.nth_shown(1).title, "Test reminder");
    hand.act("[data-testid=test-saw]", Key::Enter);
    hand.act("[data-testid=try-next]", Key::Enter);

    // She fills in the form. Of a group of which one is chosen, Tab comes to that one; arrows go through it.
    hand.arrives("[data-testid=form]");
    hand.tab_to("[data-testid^=device-]");
    window.press(' ');
    while hand.focus("[data-testid=device-pen]")["is"] != json!(true) {
        window.press(Key::Down);
        hand.keeps_the_focus("an arrow");
    }
    hand.act("[data-testid=area-face]", ' ');
    hand.tab_to("[data-testid=depth]");
    "1.5".chars().for_each(|key| window.press(key));
    hand.act("[data-testid=save]", Key::Enter);
    window.see("[data-testid=day]");

    // Every place of the rail, and on each every stop.
    let places = window.attributes("nav [data-testid^=go-]", "data-testid");
    assert!(places.len() >= 3, "{places:?}");
    for place in &places {
        hand.act(&format!("[data-testid={place}]"), Key::Enter);
        wait_until(&vec!["page".to_owned()], || {
            window.attributes(&format!("[data-testid={place}]"), "aria-current")
        });
        // A question is begun at once; elsewhere one begins to read.
        if place == "go-may" {
            hand.is_at("[data-testid=may-field]");
        } else {
            hand.arrives("main");
        }
        hand.stops_everywhere();
    }

    // A check: one symptom rated by a digit and an arrow, of another the rating taken away, a sign ticked. Then it is deleted and
    // brought back, and the focus stays where one would press next.
    hand.act("[data-testid=go-diary]", Key::Enter);
    hand.act("[data-testid=diary-write]", Key::Enter);
    hand.arrives("[data-testid=check]");
    let rated = |symptom: &str| {
        window.attributes(&format!("[data-testid=rate-{symptom}]"), "aria-valuetext").concat()
    };
    hand.tab_to("[data-testid=rate-redness]");
    window.press('5');
    window.press(Key::Right);
    wait_until(&"6 of 10".to_owned(), || rated("redness"));
    hand.tab_to("[data-testid=rate-soreness]");
    "10".chars().for_each(|key| window.press(key));
    wait_until(&"10, very much".to_owned(), || rated("soreness"));
    window.press(Key::Delete);
    wait_until(&"Not rated".to_owned(), || rated("soreness"));
    hand.act("[data-testid=sign-fever]", ' ');
    window.see("[data-testid=message]");
    hand.act("[data-testid=check-save]", Key::Enter);
    hand.arrives("[data-testid=diary]");
    hand.act("[data-check] [data-do=delete]", Key::Enter);
    wait_until(&json!(true), || hand.focus("[data-do=restore]")["is"].clone());
    window.press(Key::Enter);
    wait_until(&json!(true), || hand.focus("[data-check] [data-do=delete]")["is"].clone());
    // The picture of a symptom is one stop; arrows go from rating to rating.
    hand.tab_to("[data-symptom=redness] [data-testid=plot]");
    window.press(Key::Home);
    hand.keeps_the_focus("a rating");

    // A menu, and a dialog that holds the focus until it is answered; Escape leads back from both.
    hand.act("[data-testid=go-today]", Key::Enter);
    hand.act("[data-testid=treatment-menu]", Key::Enter);
    hand.is_at("[data-testid=treatment-correct]");
    window.press(Key::Escape);
    hand.is_at("[data-testid=treatment-menu]");
    window.press(Key::Enter);
    hand.act("[data-testid=treatment-forget]", Key::Enter);
    hand.is_at("dialog button");
    for _ in 0..STOPS {
        let stop = hand.next_stop("dialog, dialog *");
        assert!(stop.is_null() || stop["is"] == json!(true), "the dialog loses the focus to {stop}");
    }
    window.press(Key::Escape);
    hand.is_at("[data-testid=treatment-menu]");
    assert_eq!(window.count("dialog"), 0);

    // From a control of Today to the warning signs by one key, and back to that very control.
    window.press(Key::F1);
    hand.arrives("[data-testid=warnings]");
    hand.act("[data-testid^=sign-]", ' ');
    window.see("[data-testid=message]");
    window.press(Key::Escape);
    hand.is_at("[data-testid=treatment-menu]");

    // The next morning: one thing done, and taken back; another one later.
    desktop.wake_at(berlin("06-11 08:00"), &data);
    wait_until(&"Day 2".to_owned(), || window.text("[data-testid=day]"));
    let [first, second] = &window.attributes("[data-testid=do-now] [data-key]", "data-key")[..2] else {
        panic!("two things to do");
    };
    let [first, second] = [first, second].map(|key| format!("[data-key='{key}']"));
    hand.act(&format!("{first} [data-do=done]"), Key::Enter);
    window.see(&format!("{first}[data-answer=done]"));
    assert_eq!(hand.focus(&format!("{first} [data-do=undone]"))["is"], json!(true));
    window.press(Key::Enter);
    window.see(&format!("{first}:not([data-answer=done]) [data-do=done]"));
    hand.keeps_the_focus("taking back");
    if !window.is_displayed(&format!("{second} [data-do=later]")) {
        hand.act(&format!("{second} [aria-expanded]"), Key::Enter);
    }
    hand.act(&format!("{second} [data-do=later]"), Key::Enter);
    window.see(&format!("{second}[data-answer=later]"));
    hand.keeps_the_focus("later");
}
