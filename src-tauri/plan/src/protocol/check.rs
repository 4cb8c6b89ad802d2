//! What a field cannot say by itself: windows that end before they begin, reminders nobody would see.

use super::table::Table;
use super::{Day, Instruction};
use crate::Step;

/// Where an instruction can be from: a seed document, common practice, or the app's own design.
pub(super) const SOURCES: [&str; 7] = ["000", "001", "002", "003", "004", "practice", "design"];

/// More reminders than this are no aftercare, and would make every look slow.
pub(super) const MOST_SLOTS: i64 = 20_000;

/// Checks one instruction; returns how many daily slots it can have at most.
pub(super) fn instruction(table: &Table<'_>, instruction: &Instruction, day: Option<&Day>) -> i64 {
    window(table, "until", instruction.from, instruction.until);
    for (name, variant) in &instruction.variants {
        let word = crate::Trait::ALL.iter().find(|(_, each)| each == name).map_or("", |(word, _)| word);
        let from = variant.from.unwrap_or(instruction.from);
        let until = variant.until.unwrap_or(instruction.until);
        if variant.from.is_some() || variant.until.is_some() {
            window_of_variant(table, word, from, until);
        }
    }
    if let Some(useful) = instruction.useful_for
        && useful.range().0 <= 0
    {
        table.wrong("useful_for", "must be longer than nothing");
    }
    if instruction.opens.is_some() && !instruction.kind.answerable() {
        table.odd("opens", "has no effect: only a do, apply or check is done somewhere");
    }
    let Some(remind) = &instruction.remind else { return 0 };
    if instruction.useful_for.is_none() {
        table.wrong("useful_for", "is missing: it is needed where remind stands");
    }
    if let Some(day) = day {
        for time in remind.at.iter().filter(|time| day.quiet.holds(**time)) {
            table.odd(
                "remind",
                format!("{} lies in the quiet hours; it is shown at their end", time.format("%H:%M")),
            );
        }
    }
    let longest = instruction
        .variants
        .values()
        .filter_map(|variant| variant.until)
        .chain([instruction.until])
        .map(|until| until.range().1)
        .max()
        .unwrap_or(0);
    let days = i64::from(longest - instruction.from.range().0) / 24 + 2;
    let days = remind.on_days.as_ref().map_or(days, |on| days.min(on.len() as i64));
    days.max(0) * remind.at.len() as i64
}

/// The earliest and latest distance of sessions.
pub(super) fn interval(table: &Table<'_>, interval: Option<(Step, Step)>) {
    let Some((earliest, latest)) = interval else { return };
    if earliest.range().1 <= 0 {
        table.wrong("interval", "must lie after the treatment");
    } else if latest.range().1 < earliest.range().0 {
        table.wrong("interval", "the latest is before the earliest");
    }
}

fn window(table: &Table<'_>, field: &str, from: Step, until: Step) {
    if until.range().1 < from.range().0 {
        table.wrong(field, format!("the window ends before it begins: from {from} until {until}"));
    } else if until == from {
        table.odd(field, format!("the window is empty: from {from} until {until}"));
    }
}

/// A variant may empty a window on purpose: that drops the instruction. Turning it round is odd all the same.
fn window_of_variant(table: &Table<'_>, word: &str, from: Step, until: Step) {
    if until.range().1 < from.range().0 {
        let what = format!(
            "for {word} the window is empty (from {from} until {until}); write off = true to drop it"
        );
        table.odd("variant", what);
    }
}
