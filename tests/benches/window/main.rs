//! How fast the window is, measured on the real one: from its start until Today stands on the screen, beside an empty window
//! of the same kind; and from a click on a place of the rail until the other screen is painted. `cargo xtask bench` builds
//! the programs first.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made has failed"
)]
#![allow(dead_code, reason = "the stage belongs to the tests, which use all of it")]

#[path = "../../desktop/dragging.rs"]
mod dragging;
#[path = "../../desktop/notices.rs"]
mod notices;
#[path = "../../desktop/patient.rs"]
mod patient;
#[path = "../../desktop/stage.rs"]
mod stage;
#[path = "../../desktop/window.rs"]
mod window;

use companion::clock;
use patient::BERLIN;
use serde_json::json;
use stage::{Desktop, Theme, end, program, wait_for};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat};
use x11rb::rust_connection::RustConnection;

const ROUNDS: usize = 5;
const SIZE: (u16, u16) = (1040, 720);

/// `--wait-wash` of the light theme as the screen keeps it: blue, green, red. Today has it behind "not yet", the empty window
/// everywhere.
const AMBER: [u8; 3] = [0xd6, 0xef, 0xfc];

/// Where "not yet" begins, in whatever version of Today: a strip across the window, in pixels from the top.
const STRIP: (i16, u16) = (300, 60);

fn main() {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let desktop = Desktop::to_look_at(clock::now(), Theme::Light, SIZE);
    let _server = desktop.start_server();
    let data = desktop.data("ruth");
    patient::Patient::enter(&desktop, "ruth");
    // In life the agent runs since the login.
    let _agent = desktop.serve(&data);
    paint(&desktop, &data);
    change(&desktop, &data);
}

/// From the start of a program until it stands on the screen.
fn paint(desktop: &Desktop, data: &Path) {
    let empty = program("examples/empty").display().to_string();
    let window = program("aftercare").display().to_string();
    let command = |name: &str| {
        let mut command = desktop.command(name);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let (mut beside, mut today) = (Vec::new(), Vec::new());
    // The first of each warms the caches and does not count. Taken in turns, both have the same weather.
    for round in 0..=ROUNDS {
        let nothing = painted(desktop, &mut command(&empty));
        let all = painted(desktop, command(&window).arg("--data").arg(data));
        if round > 0 {
            beside.push(nothing);
            today.push(all);
        }
    }
    let ratio = median(&mut today) / median(&mut beside);
    println!("start to painted, median of {ROUNDS}");
    println!("  empty window         {:.0} ms ({})", median(&mut beside), list(&beside));
    println!("  Today                {:.0} ms ({})", median(&mut today), list(&today));
    println!("  ratio                {ratio:.2}");
}

/// Starts a program and waits until amber is on the screen; how long that took, in milliseconds. Then it ends the program and
/// waits until its window is gone.
fn painted(desktop: &Desktop, command: &mut Command) -> f64 {
    let (x, number) = x11rb::connect(Some(desktop.display())).unwrap();
    let root = x.setup().roots[number].root;
    let start = now();
    let mut child = command.stdin(Stdio::null()).spawn().unwrap();
    while !has_amber(&x, root) {
        assert!(start.elapsed() < Duration::from_secs(30), "nothing was painted");
        std::thread::sleep(Duration::from_millis(1));
    }
    let took = start.elapsed();
    end(&mut child);
    wait_for("an empty screen", || (!has_amber(&x, root)).then_some(()));
    wait_for("the end of the webview", || desktop.processes("WebKitWebProcess").is_empty().then_some(()));
    took.as_secs_f64() * 1000.0
}

fn has_amber(x: &RustConnection, root: u32) -> bool {
    let (top, height) = STRIP;
    let image = x.get_image(ImageFormat::Z_PIXMAP, root, 0, top, SIZE.0, height, u32::MAX).unwrap();
    image.reply().unwrap().data.chunks_exact(4).any(|pixel| pixel[..3] == AMBER)
}

/// From a click on each place of the rail until its heading is there and painted.
fn change(desktop: &Desktop, data: &Path) {
    let script = "const [place, done] = arguments;
        const heading = () => document.querySelector('main > :not([hidden]) h1');
        const before = heading();
        const begun = performance.now();
        document.querySelector(`[data-testid=${place}]`).click();
        const look = () => {
            if (heading() === null || heading() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
        };
        look();";
    let window = desktop.open_window(data);
    window.see("[data-testid=not-yet]");
    let places = window.attributes("nav [data-testid^=go-]", "data-testid");
    let mut times = Vec::new();
    // Today comes last, so that each click leads to another screen; the first turn warms up.
    for round in 0..=ROUNDS {
        for place in places.iter().skip(1).chain(places.first()) {
            let took = window.run_until_done(script, &[json!(place)]).as_f64().unwrap();
            if round > 0 {
                times.push((took, place.clone()));
            }
        }
    }
    let worst = times.iter().max_by(|one, other| one.0.total_cmp(&other.0)).unwrap().clone();
    let mut all: Vec<f64> = times.iter().map(|(took, _)| *took).collect();
    println!("click to the other screen painted, {} clicks on {} places", times.len(), places.len());
    println!("  median               {:.0} ms", median(&mut all));
    println!("  most                 {:.0} ms, {}", worst.0, worst.1);
}

fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn list(all: &[f64]) -> String {
    all.iter().map(|one| format!("{one:.0}")).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::disallowed_methods, reason = "how long a measurement takes is no wall time")]
fn now() -> Instant {
    Instant::now()
}
