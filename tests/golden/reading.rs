//! A protocol that was read can be planned, and one that cannot be read is refused with a line; nothing else ever happens.

use super::timeline::Told;
use chrono::TimeDelta;
use chrono_tz::Europe::Berlin;
use plan::{Delivered, Protocol, Trait};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::sync::Arc;

/// Words that a slip of the pen could put anywhere.
const SLIPS: &[&str] = &[
    "",
    "\n",
    "\"",
    "]",
    "[[instruction]]\n",
    "-",
    "0",
    "9",
    "PT0H",
    "-P3653D",
    "P3653D",
    "P120M",
    "-P120M",
    "PT87672H",
    "true",
    "en = ",
    "release = true",
    "start = true",
    "on_days = [0]",
    "\"00:00\"",
    "\"23:59\"",
    "é",
    "\u{0}",
    "= =",
    "#",
];

fn read_and_planned(text: &str) -> Result<(), TestCaseError> {
    let lines = text.split('\n').count();
    match Protocol::parse(text) {
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in &faults {
                prop_assert!((1..=lines).contains(&fault.line), "{fault} of {lines} lines");
                prop_assert!(!fault.what.is_empty() && !fault.to_string().contains('\n'), "{fault:?}");
            }
            prop_assert!(faults.is_sorted_by_key(|fault| fault.line), "{faults:?}");
        }
        Ok(checked) => {
            let told = Told {
                traits: &[Trait::Prp, Trait::PihProne],
                antibiotic: true,
                next_session: Some("2026-05-05T10:00"),
                ..Told::at("2026-03-27T15:10", Berlin)
            };
            let plan = told.plan(Arc::new(checked.protocol));
            let (now, none) = (plan.procedure().ended + TimeDelta::hours(30), Delivered::default());
            let today = plan.today(now, &none);
            prop_assert_eq!(today.seconds, 30 * 3600);
            prop_assert!(
                plan.due(now, &none).fresh.iter().all(|one| one.due <= now && now < one.useful_until)
            );
            prop_assert!(plan.next_wake(now, &none).is_none_or(|wake| wake > now));
        }
    }
    Ok(())
}

/// The same slips each time: a test that fails now and then is no test.
fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(600))]

    /// One to three slips in the default protocol.
    #[test]
    fn slips_of_the_pen(slips in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, prop::sample::select(SLIPS)), 1..4)) {
        let mut text: Vec<char> = plan::protocol::DEFAULT_TEXT.chars().collect();
        for (place, gone, new) in slips {
            let from = place.index(text.len());
            let until = (from + gone).min(text.len());
            text.splice(from..until, new.chars());
        }
        read_and_planned(&text.into_iter().collect::<String>())?;
    }

    /// Every duration of the schema in every place of a small protocol.
    #[test]
    fn durations_anywhere(from in duration(), until in duration(), first in duration(), useful in duration(), day in -3653_i32..=3653, next in any::<bool>()) {
        let anchor = if next { "anchor = \"next_session\"" } else { "" };
        let rest = format!("{anchor}\nremind = {{ at = [\"02:30\"], on_days = [{day}], from = \"{first}\", start = true, release = true }}\nuseful_for = \"{useful}\"");
        let line = super::custom_protocols::instruction("one", &from, &until, &rest);
        read_and_planned(&super::custom_protocols::protocol(["21:30", "07:30"], &line))?;
    }
}

fn duration() -> impl Strategy<Value = String> {
    let signed = |most: i32| (-most..=most).prop_map(|n| (if n < 0 { "-" } else { "" }, n.abs()));
    prop_oneof![
        signed(87_672).prop_map(|(sign, n)| format!("{sign}PT{n}H")),
        signed(3653).prop_map(|(sign, n)| format!("{sign}P{n}D")),
        signed(120).prop_map(|(sign, n)| format!("{sign}P{n}M")),
    ]
}
