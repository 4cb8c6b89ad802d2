//! Thousands of notices by one desk. It speaks to the session bus of its own process, so it runs in one that lives on the
//! desktop: this program once more.

use super::costs::{Held, compare};
use super::patient::berlin;
use super::stage::Desktop;
use aftercare_agent::{About, Desk, Event, Notifier, Press, Slip};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// The word by which this program knows that it is on the desktop.
pub const DESK: &str = "desk";

/// What a screen bears. Then all of them are closed, which is no answer.
const SCREENFUL: i64 = 20;

/// After this many the desk holds what it holds in its best times.
const WARM: i64 = 500;

/// Has so many notices shown by a desk on a desktop of its own.
pub fn many(count: i64) {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let _server = desktop.start_server();
    let myself = std::env::current_exe().expect("this program");
    let mut desk = desktop.command(&myself.display().to_string());
    let status = desk.args(["--bench", DESK, &count.to_string()]).status().expect("this program starts");
    assert!(status.success(), "the desk ended with {status}");
}

/// Shows so many notices; every other one replaces the one before it.
pub fn desk(count: i64) {
    let (events, inbox) = channel();
    let mut desk = Desk::start(move |event| drop(events.send(event))).expect("a desk");
    let start = companion::clock::now();
    let (mut last, mut warm) = (None, None);
    for notice in 1..=count {
        let replaces = last.take().filter(|_| notice % 2 == 0);
        desk.show(Slip {
            about: About::Notice(notice),
            identity: (notice - notice % 2).to_string(),
            title: format!("Notice {notice}"),
            body: "• Wash with bottled water\n• Soothe your skin".into(),
            open: "Open".into(),
            buttons: vec![(Press::Done, "Done".into()), (Press::Later, "Later".into())],
            replaces,
        });
        last = loop {
            match inbox.recv_timeout(Duration::from_secs(20)).expect("an answer") {
                Event::Shown(shown, server, number) if shown == About::Notice(notice) => {
                    break Some((server, number));
                }
                Event::NotShown(_, reason) => panic!("notice {notice}: {reason}"),
                // Who the server is, told at the start.
                _ => {}
            }
        };
        if notice % SCREENFUL == 1 {
            let closed = Command::new("dunstctl").arg("close-all").stdin(Stdio::null()).status();
            assert!(closed.expect("dunstctl").success());
        }
        if notice == WARM {
            warm = Some(Held::by(std::process::id()));
        }
    }
    let took = companion::clock::now() - start;
    let end = Held::by(std::process::id());
    println!("  a notice             {:.1} ms", took.num_milliseconds() as f64 / count as f64);
    compare(&format!("after {WARM}"), warm.expect("more notices"), &format!("after {count}"), end);
}
