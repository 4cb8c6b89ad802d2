//! Notification servers of strange manners: what they do to a notice does nothing to the next one.

use super::bus::{Ear, Manner, Odd};
use super::stage::{Desktop, linger, wait_until};
use super::{BERLIN, berlin, enter_treatment, ledger};
use chrono::TimeDelta;
use companion::contract::Answered;
use companion::{Companion, clock};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Duration;

const PLAIN: &[&str] = &["actions", "body"];

const BUTTONS: [&str; 3] = ["default", "done", "later"];

/// How many occurrences count as shown.
fn shown(desktop: &Desktop, data: &Path) -> usize {
    ledger(desktop, data).iter().filter(|row| row[1] != json!(0)).count()
}

/// What was answered: key and answer.
fn answered(desktop: &Desktop, data: &Path) -> Vec<Value> {
    let rows = ledger(desktop, data);
    rows.into_iter().filter(|row| !row[2].is_null()).map(|row| json!([row[0], row[2]])).collect()
}

fn done_at_eight() -> Vec<Value> {
    let keys = ["p1/bottled-water/2026-06-11T08:00", "p1/soothe/2026-06-11T08:00"];
    keys.map(|key| json!([key, "done"])).to_vec()
}

#[test]
fn a_server_without_buttons_gets_none_and_shows_the_notice_all_the_same() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = Odd::start(&desktop, &["body"], |before| Manner::Take(before as u32 + 1));
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let _agent = desktop.serve(&data);
    assert_eq!(server.nth(1).actions, [""; 0]);
    wait_until(&2, || shown(&desktop, &data));
    desktop.wake_at(berlin("06-11 20:00"), &data);
    let evening = server.nth(2);
    assert_eq!((evening.title.as_str(), evening.actions), ("Evening care", vec![]));
}

/// The name of a folder comes into a notice's body; a patient may call a folder as she likes.
#[test]
fn a_body_is_sent_as_text_and_as_markup_only_where_the_server_reads_markup() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("Tom & Ann <3 b>a");
    fs::create_dir_all(&data).expect("a folder");
    fs::write(data.join("aftercare.db"), "no database ".repeat(400)).expect("a file");
    let body = |name: &str| {
        let path = desktop.data(name).join("aftercare.db");
        format!(
            "Aftercare cannot read its data file: {} is damaged. It was left as it is. Move it away to start anew, or put a \
             backup in its place.",
            path.display()
        )
    };

    let text = Odd::start(&desktop, PLAIN, |_| Manner::Take(1));
    let agent = desktop.serve(&data);
    assert_eq!(text.nth(1).body, body("Tom & Ann <3 b>a"));
    drop((agent, text));

    let markup = Odd::start(&desktop, &["actions", "body", "body-markup"], |_| Manner::Take(1));
    let _agent = desktop.serve(&data);
    assert_eq!(markup.nth(1).body, body("Tom &amp; Ann &lt;3 b&gt;a"));
}

#[test]
fn a_press_counts_for_the_notice_that_was_pressed_and_for_the_server_that_showed_it() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = Odd::start(&desktop, PLAIN, |before| Manner::Take(before as u32 + 40));
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let agent = desktop.serve(&data);
    server.nth(1);
    desktop.wake_at(berlin("06-11 08:00"), &data);
    assert_eq!(server.nth(2).actions, BUTTONS);
    wait_until(&6, || shown(&desktop, &data));
    // Somebody else's notice.
    server.press(39, "done");
    server.press(42, "done");
    linger();
    assert_eq!(answered(&desktop, &data), Vec::<Value>::new());

    // While the agent hears nothing another server comes, which reuses the number for a notice of another program.
    super::stage::signal(agent.id(), "STOP");
    drop(server);
    let server = Odd::start(&desktop, PLAIN, |_| Manner::Take(41));
    server.press(41, "done");
    super::stage::signal(agent.id(), "CONT");
    linger();
    assert_eq!(answered(&desktop, &data), Vec::<Value>::new());

    // Its own notices count.
    desktop.wake_at(berlin("06-11 09:00"), &data);
    let again = server.nth(1);
    // The number was the other server's.
    assert_eq!((again.title.as_str(), again.replaces), ("Morning care", 0));
    wait_until(&json!(2), || ledger(&desktop, &data)[6][1].clone());
    server.press(41, "done");
    wait_until(&done_at_eight(), || answered(&desktop, &data));
}

#[test]
fn a_notice_that_is_refused_or_lost_with_its_server_comes_again_and_one_that_is_late_comes_once() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let server = Odd::start(&desktop, PLAIN, |_| Manner::Refuse);
    let mut agent = desktop.serve(&data);
    let refused = "aftercare-agent: a notice could not be shown and will be tried again: org.freedesktop.DBus.Error.Failed: \
                   not today";
    wait_until(&vec![refused.to_owned()], || agent.said());
    assert_eq!((shown(&desktop, &data), server.calls().len()), (0, 1));
    drop(server);

    // Between the question and its answer the server disappears; then there is one that takes three seconds.
    let server = Odd::start(&desktop, PLAIN, |_| Manner::Vanish);
    wait_until(&1, || server.calls().len());
    wait_until(&2, || agent.said().len());
    drop(server);
    assert_eq!(shown(&desktop, &data), 0);
    let server = Odd::start(&desktop, PLAIN, |_| Manner::TakeLate(7, Duration::from_secs(3)));
    let late = server.nth(1);
    for _ in 0..3 {
        desktop.wake(&data);
    }
    wait_until(&2, || shown(&desktop, &data));
    linger();
    assert_eq!((late.title.as_str(), server.calls().len(), agent.lives()), ("Aftercare", 1, true));
}

/// The longest time from one of our own doings until the loop has acted on it.
const AT_MOST: TimeDelta = TimeDelta::seconds(1);

#[test]
fn while_a_server_hangs_the_loop_goes_on() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let ear = Ear::on(&desktop);
    let data = desktop.data("dora");
    enter_treatment(&desktop, &data);
    let agent = desktop.serve(&data);
    server.nth_shown(1);
    wait_until(&2, || shown(&desktop, &data));
    agent.kill();
    let took = |wait: &mut dyn FnMut()| {
        let start = clock::now();
        wait();
        let took = clock::now() - start;
        assert!(took <= AT_MOST, "the loop was late by {took}");
    };
    let store = Companion::open(&data).expect("a store");
    // What the agent has written down, and not what a reader would conclude.
    let missed = || {
        let rows = store.delivered().expect("a ledger");
        let missed = rows.rows().filter(|(_, _, row)| row.missed.is_some());
        missed.map(|(key, _, _)| key.to_owned()).collect::<Vec<_>>()
    };

    // The computer is started the next day, half a minute before the morning's care loses its use, and the server hangs.
    server.hang();
    desktop.set_clock(berlin("06-11 13:59") + TimeDelta::seconds(30));
    let mut agent = desktop.serve(&data);
    let night = ["bottled-water", "evening-check", "soothe"].map(|one| format!("p1/{one}/2026-06-10T20:00"));
    took(&mut || wait_until(&night.to_vec(), missed));

    // An answer in the window counts at once, and the loop hears of it.
    let mut window = Companion::open(&data).expect("a store");
    let soothe = "p1/soothe/2026-06-11T08:00";
    window.answer(soothe, Answered::Done, None, desktop.now(), BERLIN).expect("an answer");
    assert_eq!(answered(&desktop, &data), [json!([soothe, "done"])]);

    // Half a minute later the morning's water is missed, and that is written down at once. The clock is moved by less than
    // what the agent takes for a clock that was set.
    desktop.wake_at(desktop.now() + TimeDelta::seconds(40), &data);
    let water = "p1/bottled-water/2026-06-11T08:00".to_owned();
    took(&mut || wait_until(&true, || missed().contains(&water)));

    // The notice was given back, which is said once. Nothing was asked of the server but whether it is there.
    let silent = "aftercare-agent: a notice could not be shown and will be tried again: the notification server does not answer";
    wait_until(&vec![silent.to_owned()], || agent.said());
    assert_eq!(ear.calls().len(), 1);

    // It goes on, and shows what is useful now and nothing else.
    server.go_on();
    took(&mut || wait_until(&2, || ear.calls().len()));
    assert_eq!(server.nth_shown(2).body, "• Stay out of the sun\n• Take a photo for yourself");
    desktop.wake(&data);
    linger();
    assert_eq!((server.shown().len(), agent.lives(), agent.said().len()), (2, true, 1));
}
