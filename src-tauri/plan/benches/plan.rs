//! How long the plan takes to think. Wanted in release: a new plan in 150 µs, a board in 20 µs. The agent plans at every look
//! and every 30 seconds, the window at every answer, so this is what a computer on battery pays.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on ends")]

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use divan::{Bencher, black_box};
use plan::lookup::{Lists, may_i};
use plan::protocol::DEFAULT_TEXT;
use plan::{Answer, Delivered, Here, Plan, Procedure, Protocol, Trait};

fn main() {
    // Read once, so that no measurement has the reading of the protocol in it.
    drop(Protocol::built_in());
    black_box(Lists::built_in());
    divan::main();
}

/// The treatment with the most to say: every trait, an antibiotic, the next session booked; a change of the clocks inside.
fn procedure() -> Procedure {
    let ended: DateTime<Utc> = "2026-03-27T14:10:00Z".parse().unwrap();
    Procedure {
        id: "p1".into(),
        ended,
        zone: Berlin,
        traits: [Trait::Prp, Trait::PihProne].into(),
        antibiotic: true,
        next_session: Some(ended + TimeDelta::days(39)),
        sessions_left: true,
        recorded: ended,
    }
}

fn plan() -> Plan {
    Plan::new(Protocol::built_in(), procedure(), &Here::at(Berlin))
}

/// A patient who did everything up to now.
fn delivered(plan: &Plan, now: DateTime<Utc>) -> Delivered {
    let mut delivered = Delivered::default();
    for one in plan.occurrences().iter().take_while(|one| one.due <= now) {
        let row = delivered.row(&one.key, one.due);
        row.show(one.due);
        row.say(Some((Answer::Done, one.due)));
    }
    delivered
}

/// Ten days on, in the morning: a short board and a long ledger.
fn now(plan: &Plan) -> DateTime<Utc> {
    plan.procedure().ended + TimeDelta::hours(10 * 24 - 6)
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Protocol::parse(black_box(DEFAULT_TEXT)));
}

#[divan::bench]
fn new(bencher: Bencher<'_, '_>) {
    let here = Here::at(Berlin);
    bencher.with_inputs(procedure).bench_values(|one| Plan::new(Protocol::built_in(), one, black_box(&here)));
}

#[divan::bench]
fn today(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let now = now(&plan);
    let delivered = delivered(&plan, now);
    bencher.bench(|| black_box(&plan).today(black_box(now), &delivered).do_now.len());
}

#[divan::bench]
fn due(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let now = now(&plan);
    let delivered = delivered(&plan, now);
    bencher.bench(|| black_box(&plan).due(black_box(now), &delivered).is_empty());
}

/// Back after ten days without the computer: everything is to be decided at once.
#[divan::bench]
fn due_after_ten_days(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let now = now(&plan);
    let nothing = Delivered::default();
    bencher.bench(|| black_box(&plan).due(black_box(now), &nothing).missed.len());
}

#[divan::bench]
fn next_wake(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let now = now(&plan);
    let delivered = delivered(&plan, now);
    bencher.bench(|| black_box(&plan).next_wake(black_box(now), &delivered));
}

/// A brand; wanted in 5 ms.
#[divan::bench]
fn may_i_take_it(bencher: Bencher<'_, '_>) {
    let plan = plan();
    bencher.bench(|| may_i(black_box("May I take Nurofen?"), &[&plan], now(&plan), "en").verdict());
}

/// A typing error is compared with every name; wanted in 5 ms.
#[divan::bench]
fn may_i_take_a_typing_error(bencher: Bencher<'_, '_>) {
    let plan = plan();
    bencher.bench(|| may_i(black_box("acetylsalicilic acd"), &[&plan], now(&plan), "en").verdict());
}

/// The label of a cream with a hundred ingredients, some of them known.
#[divan::bench]
fn may_i_use_a_hundred_ingredients(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let label = label(100);
    bencher.bench(|| may_i(black_box(&label), &[&plan], now(&plan), "en").parts.len());
}

/// What somebody pasted by mistake, as long as a question may be.
#[divan::bench]
fn may_i_use_a_hundred_kilobytes(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let label = label(8000);
    assert!((90_000..100_000).contains(&label.len()), "{}", label.len());
    bencher.bench(|| may_i(black_box(&label), &[&plan], now(&plan), "en").parts.len());
}

/// Both lists and the way to every name, once per program.
#[divan::bench]
fn read_the_lists(bencher: Bencher<'_, '_>) {
    use plan::lookup::{INGREDIENTS, MEDICINES};
    bencher.bench(|| Lists::parse(black_box(MEDICINES), INGREDIENTS).is_ok());
}

fn label(ingredients: usize) -> String {
    const SOME: [&str; 4] = ["Aqua", "Glycerin", "Cetearyl Alcohol", "Parfum (Fragrance)"];
    let one = |n: usize| if n % 20 < 4 { SOME[n % 20].to_owned() } else { format!("Stuff {n}") };
    (0..ingredients).map(one).collect::<Vec<_>>().join(", ")
}
