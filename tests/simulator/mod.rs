//! A deterministic simulator: thrown scripts of what happens to computers, clocks, servers and people, played on the real agent,
//! the real store and the real window's side. Only clock, zone and notification server are made up.
//!
//! Every script has a seed; a failure prints the seed, what happened until then, and the law that was broken.
//! `AFTERCARE_SEED=n` plays one script alone and prints it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a script that cannot go on has failed"
)]

pub mod dice;
mod laws;
mod patient;
mod script;
mod world;

pub use world::Figures;

use chrono::{DateTime, TimeDelta, Utc};
use script::Script;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use world::World;

/// So many steps has a script of the test: about ten days.
const STEPS: u64 = 32;

/// So many steps has a script of a soak: longer, so that ledgers grow old.
#[allow(dead_code, reason = "the benchmark that includes this module soaks, the tests do not")]
const SOAK_STEPS: u64 = 64;

/// Plays the script of a seed. The error is the whole story.
fn play(seed: u64, steps: u64) -> Result<Figures, String> {
    let mut script = Script::new(seed);
    let (seconds, zone) = script.begins();
    let year: DateTime<Utc> = "2024-01-01T00:00:00Z".parse().unwrap();
    let mut world = World::new(year + TimeDelta::seconds(seconds), zone);
    let mut story = Vec::new();
    for step in script.take(usize::try_from(steps).unwrap()) {
        story.push((world.now(), world.zone, step.clone()));
        if let Err(law) = world.step(&step) {
            return Err(told(seed, &story, &world, &law));
        }
    }
    world.ends().map_err(|law| told(seed, &story, &world, &law))?;
    Ok(world.figures)
}

/// A failure as a person reads it.
fn told(
    seed: u64,
    story: &[(DateTime<Utc>, chrono_tz::Tz, script::Step)],
    world: &World,
    law: &str,
) -> String {
    let mut out = format!("seed {seed} (AFTERCARE_SEED={seed} plays it alone)\n");
    for (number, (at, zone, step)) in story.iter().enumerate() {
        let shown = at.with_timezone(zone).format("%Y-%m-%d %H:%M:%S");
        out.push_str(&format!("{number:4}  {}  {shown} {zone}  {step:?}\n", at.format("%m-%dT%H:%M:%SZ")));
    }
    out.push_str(&format!("at {} in {}: {law}", world.now(), world.zone));
    out
}

/// Plays scripts until so many steps are made, from a seed on, on so many threads. What was played is in the figures; how long
/// it took, only the caller's clock knows.
///
/// # Panics
/// At the first law that is broken, with its seed and script.
#[allow(dead_code, reason = "the benchmark that includes this module soaks, the tests do not")]
pub fn soak(steps: u64, seed: u64, threads: usize) -> Figures {
    many(seed, steps.div_ceil(SOAK_STEPS), SOAK_STEPS, threads)
}

/// Plays so many scripts, each of so many steps.
fn many(first: u64, scripts: u64, steps: u64, threads: usize) -> Figures {
    let next = AtomicU64::new(0);
    let total = Mutex::new(Figures::default());
    let broken: Mutex<Option<(u64, String)>> = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= scripts || broken.lock().unwrap().is_some() {
                        return;
                    }
                    match play(first + number, steps) {
                        Ok(figures) => *total.lock().unwrap() += figures,
                        Err(story) => *broken.lock().unwrap() = Some((number, story)),
                    }
                }
            });
        }
    });
    if let Some((_, story)) = broken.into_inner().unwrap() {
        panic!("{story}");
    }
    total.into_inner().unwrap()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_thousand_scripts_break_no_law() {
        if let Ok(seed) = std::env::var("AFTERCARE_SEED") {
            let seed = seed.parse().expect("AFTERCARE_SEED is a number");
            println!("{:#?}", super::play(seed, super::STEPS).unwrap_or_else(|story| panic!("{story}")));
            return;
        }
        let figures = super::many(0, 1000, super::STEPS, 2);
        println!("{figures:#?}");
        // Scripts in which nothing happens keep every law.
        assert_eq!(figures.steps, 1000 * super::STEPS);
        assert!(figures.seen > 10_000, "{figures:?}");
        assert!(figures.repeated > 100, "{figures:?}");
        assert!(figures.answered > 1_000, "{figures:?}");
        assert!(figures.missed > 5_000, "{figures:?}");
        assert!(figures.accounted > 20_000, "{figures:?}");
    }
}
