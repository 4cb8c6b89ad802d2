//! What photos cost: one that comes in, the largest that may, and the screen of five hundred in the real window. `cargo xtask
//! bench` builds the programs first.
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
#[path = "../../journeys/pictures.rs"]
mod pictures;
#[path = "../../desktop/stage.rs"]
mod stage;
#[path = "../../desktop/window.rs"]
mod window;

use companion::photos::{MOST_MEGAPIXELS, Picture};
use companion::store::Kept;
use companion::{Companion, clock};
use image::{ImageFormat, Rgb, RgbImage};
use patient::BERLIN;
use serde_json::json;
use stage::{Desktop, Theme};
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 5;
const MANY: u32 = 500;
const SIZE: (u16, u16) = (1040, 720);

fn main() {
    // `cargo test --benches` asks every benchmark to run as a test; there is nothing to test here.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    let desktop = Desktop::to_look_at(clock::now(), Theme::Light, SIZE);
    let data = desktop.data("ruth");
    patient::Patient::enter(&desktop, "ruth");
    let mut companion = Companion::open(&data).unwrap();
    import(&desktop, &mut companion);
    largest(&desktop);
    fill(&mut companion);
    drop(companion);
    let _agent = desktop.serve(&data);
    screen(&desktop, &data);
}

/// A face with the noise that every camera adds.
fn photographed(width: u32, height: u32) -> RgbImage {
    let mut image = pictures::portrait(60, width, height);
    let mut dice = 1u32;
    for Rgb(colours) in image.pixels_mut() {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *colours = colours.map(|colour| colour.saturating_add((dice >> 29) as u8));
    }
    image
}

/// One photo of a telephone, from its file until it is saved.
fn import(desktop: &Desktop, companion: &mut Companion) {
    let file = desktop.file("photo.jpg");
    std::fs::write(&file, pictures::from_phone(&photographed(4000, 3000), 6, None)).unwrap();
    let megabytes = std::fs::metadata(&file).unwrap().len() as f64 / 1e6;
    let (mut all, mut saving) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = now();
        let picture = Picture::of(&file, &|| true).unwrap();
        let made = start.elapsed();
        let kept = companion.keep_photo(&picture, None, clock::now(), BERLIN).unwrap();
        assert_eq!(kept, Kept::Added);
        all.push(start.elapsed().as_secs_f64() * 1000.0);
        saving.push((start.elapsed() - made).as_secs_f64() * 1000.0);
        // The next one is as new as this one was.
        let photo = companion.photos(clock::now(), BERLIN).unwrap().photos.remove(0);
        companion.delete_photo(photo.id, clock::now() - chrono::TimeDelta::hours(2)).unwrap();
        companion.clear_photos(clock::now()).unwrap();
    }
    println!("import of one photo, 12 megapixels, {megabytes:.1} MB, median of {ROUNDS}");
    println!("  from its file to saved   {:.0} ms ({})", median(&mut all), list(&all));
    println!("  of that with the store   {:.0} ms ({})", median(&mut saving), list(&saving));
}

/// The most memory that the largest photo takes while it is unpacked.
fn largest(desktop: &Desktop) {
    let points = u32::try_from(MOST_MEGAPIXELS * 1_000_000).unwrap();
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let file = desktop.file("largest");
        let image = pictures::plain(5, points / 8000, 8000);
        std::fs::write(&file, pictures::file(image, format)).unwrap();
        let before = resident("VmRSS:");
        std::fs::write("/proc/self/clear_refs", "5").unwrap();
        let start = now();
        Picture::of(&file, &|| true).unwrap();
        let took = start.elapsed().as_secs_f64();
        let more = resident("VmHWM:") - before;
        println!(
            "the largest photo, {MOST_MEGAPIXELS} megapixels, {format:?}: {took:.1} s, {more:.0} MB more for a moment"
        );
    }
}

/// A line of what the system says of this program's memory, in megabytes.
fn resident(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let found = status.lines().find_map(|one| one.strip_prefix(line)).unwrap();
    found.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1000.0
}

/// As many photos as somebody has after years.
fn fill(companion: &mut Companion) {
    for number in 0..MANY {
        let mut image = pictures::portrait(number % 90, 480, 640);
        image.put_pixel(0, 0, Rgb([(number / 256) as u8, (number % 256) as u8, 0]));
        image::imageops::replace(&mut image, &pictures::plain(number, 40, 40), 0, 0);
        let picture = Picture::read(&pictures::file(image, ImageFormat::Png)[..], &|| true).unwrap();
        let ago = chrono::TimeDelta::hours(i64::from(number) * 9);
        let kept = companion.keep_photo(&picture, None, clock::now() - ago, BERLIN).unwrap();
        assert_eq!(kept, Kept::Added);
    }
}

/// From a click on Photos until every photo that one sees is painted.
fn screen(desktop: &Desktop, data: &Path) {
    let script = "const [place, done] = arguments;
        const begun = performance.now();
        document.querySelector('[data-testid=go-photos]').click();
        const seen = (one) => { const box = one.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; };
        const ready = () => {
            const all = [...document.querySelectorAll('[data-photo] img')].filter(seen);
            return all.length > 0 && all.every((one) => one.complete && one.naturalWidth > 0);
        };
        const look = () => {
            if (!ready()) requestAnimationFrame(look);
            else requestAnimationFrame(() => requestAnimationFrame(() => done([performance.now() - begun, document.querySelectorAll('[data-photo]').length])));
        };
        look();";
    let window = desktop.open_window(data);
    window.see("[data-testid=not-yet]");
    let mut times = Vec::new();
    for _ in 0..=ROUNDS {
        window.click("[data-testid=go-diary]");
        window.see("[data-testid=go-photos]");
        window.settle();
        let told = window.run_until_done(script, &[json!(null)]);
        assert!(told[1].as_u64() > Some(0), "{told}");
        window.settle();
        // Those further down follow at once.
        stage::wait_until(&(MANY as usize), || window.count("[data-photo]"));
        times.push(told[0].as_f64().unwrap());
        window.click("[data-testid=go-today]");
        window.see("[data-testid=not-yet]");
    }
    let first = times.remove(0);
    println!("click to the first screen of {MANY} photos painted, with its pictures");
    println!("  the first time           {first:.0} ms");
    println!("  median of {ROUNDS} more         {:.0} ms ({})", median(&mut times), list(&times));
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
