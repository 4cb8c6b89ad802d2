//! From the rules to instants: windows, then occurrences.

use crate::local::{self, date, instant, shift, step};
use crate::protocol::{Anchor, Condition, Instruction, Protocol, Remind, Variant};
use crate::{Here, Occurrence, Plan, Procedure, Slot, Span, Step, Trait, Window};
use chrono::{DateTime, NaiveTime, Utc};
use std::cmp::Reverse;
use std::sync::Arc;

pub(crate) fn plan(protocol: Arc<Protocol>, procedure: Procedure, here: &Here) -> Plan {
    let quiet = here.quiet.unwrap_or(protocol.day.quiet);
    let mut plan = Plan {
        spans: Vec::with_capacity(protocol.instructions.len()),
        occurrences: Vec::with_capacity(128),
        day_list: Vec::new(),
        entered: procedure.recorded,
        here: here.zone,
        quiet,
        protocol: Arc::clone(&protocol),
        procedure,
    };
    for (index, instruction) in protocol.instructions.iter().enumerate() {
        let Some((anchor, span)) = span(index, instruction, &plan.procedure) else { continue };
        plan.spans.push(span);
        if let Some(remind) = &instruction.remind {
            occurrences(&mut plan, instruction, remind, anchor, here);
        }
    }
    order(&mut plan, &protocol);
    plan
}

/// The windows of a procedure without anything that is told of them, in the protocol's order, each with the place of its
/// instruction.
pub(crate) fn windows<'p>(
    protocol: &'p Protocol,
    procedure: &'p Procedure,
) -> impl Iterator<Item = (usize, Window<'p>)> {
    protocol.instructions.iter().enumerate().filter_map(move |(index, instruction)| {
        let (_, Span { from, until, by, .. }) = span(index, instruction, procedure)?;
        Some((index, Window { from, until, instruction, procedure, by }))
    })
}

/// The variants that count for this procedure.
fn variants<'i>(
    instruction: &'i Instruction,
    procedure: &Procedure,
) -> impl Iterator<Item = (Trait, &'i Variant)> {
    let traits = procedure.traits.clone();
    instruction.variants.iter().filter(move |(name, _)| traits.contains(name)).map(|(name, one)| (*name, one))
}

/// The window of one instruction and what it is counted from, if it has one at all.
fn span(index: usize, instruction: &Instruction, procedure: &Procedure) -> Option<(DateTime<Utc>, Span)> {
    match instruction.only_if {
        Some(Condition::AntibioticPrescribed) if !procedure.antibiotic => return None,
        Some(Condition::SessionUnbooked) if procedure.next_session.is_some() || !procedure.sessions_left => {
            return None;
        }
        _ => {}
    }
    if variants(instruction, procedure).any(|(_, variant)| variant.off) {
        return None;
    }
    let anchor = match instruction.anchor {
        Anchor::Procedure => procedure.ended,
        Anchor::NextSession => procedure.next_session?,
    };
    let at = |distance: Step| step(anchor, distance, procedure.zone);
    // Two traits on one field: the widest window wins, so that no trait's rule is cut short by another's.
    let from = variants(instruction, procedure).filter_map(|(_, one)| one.from).map(at).min();
    let until = variants(instruction, procedure)
        .filter_map(|(name, one)| Some((at(one.until?), name)))
        .max_by_key(|(until, _)| *until);
    let by = until.map(|(_, name)| name);
    let from = from.unwrap_or_else(|| at(instruction.from));
    let until = until.map_or_else(|| at(instruction.until), |(until, _)| until);
    (from < until).then_some((anchor, Span { instruction: index, from, until, by }))
}

/// Every occurrence of the window that was planned last.
fn occurrences(
    plan: &mut Plan,
    instruction: &Instruction,
    remind: &Remind,
    anchor: DateTime<Utc>,
    here: &Here,
) {
    let Some(span) = plan.spans.last().cloned() else { return };
    if remind.start {
        add(plan, Slot::Start, span.from);
    }
    if !remind.at.is_empty() {
        let from = variants(instruction, &plan.procedure)
            .filter_map(|(_, variant)| variant.remind_from)
            .map(|distance| step(anchor, distance, plan.procedure.zone))
            .max()
            .or_else(|| remind.from.map(|distance| step(anchor, distance, plan.procedure.zone)));
        let begin = from.map_or(span.from, |from| from.max(span.from));
        let day_zero = date(anchor, plan.procedure.zone);
        // A day before and after, because a wall time in a gap may come to lie on the next date.
        let mut day = shift(date(begin, here.zone), Step::Days(-1));
        let last = date(span.until, here.zone);
        while day <= last && begin < span.until {
            let number = (day - day_zero).num_days();
            let counts =
                remind.on_days.as_ref().is_none_or(|days| days.iter().any(|on| i64::from(*on) == number));
            for named in remind.at.iter().filter(|_| counts) {
                let own = instant(day.and_time(rings(*named, plan, here)), here.zone);
                if begin <= own && own < span.until {
                    add(plan, Slot::At(day.and_time(*named)), own);
                }
            }
            day = shift(day, Step::Days(1));
        }
    }
    if remind.release {
        add(plan, Slot::Release, span.until);
    }
}

/// Slots at the protocol's morning or evening follow the patient's own.
fn rings(named: NaiveTime, plan: &Plan, here: &Here) -> NaiveTime {
    let day = &plan.protocol.day;
    if named == day.morning {
        here.morning.unwrap_or(named)
    } else if named == day.evening {
        here.evening.unwrap_or(named)
    } else {
        named
    }
}

/// Adds an occurrence of the window that was planned last.
fn add(plan: &mut Plan, slot: Slot, own: DateTime<Utc>) {
    let occurrence = occurrence(plan, plan.spans.len() - 1, slot, own);
    if matches!(slot, Slot::At(_)) && occurrence.due >= occurrence.window_until {
        plan.day_list.push(occurrence);
    } else {
        plan.occurrences.push(occurrence);
    }
}

/// An occurrence of the window at a place among the plan's spans.
pub(crate) fn occurrence(plan: &Plan, place: usize, slot: Slot, own: DateTime<Utc>) -> Occurrence {
    let span = &plan.spans[place];
    let instruction = &plan.protocol.instructions[span.instruction];
    let due = plan.quiet.moved(own, plan.here);
    let since = plan.procedure.recorded;
    let useful_until = useful_until(plan, span.instruction, due);
    Occurrence {
        key: format!("{}/{}/{slot}", plan.procedure.id, instruction.id),
        slot,
        due,
        useful_until,
        own,
        window_until: span.until,
        since,
        instruction: span.instruction,
        span: place,
        welcome: slot == Slot::Start && since < useful_until && since < span.until,
    }
}

/// Until when an instruction that is due at an instant is of use.
pub(crate) fn useful_until(plan: &Plan, instruction: usize, due: DateTime<Utc>) -> DateTime<Utc> {
    let useful_for = plan.protocol.instructions[instruction].useful_for.unwrap_or(Step::Hours(0));
    local::step(due, useful_for, plan.procedure.zone)
}

/// Brings occurrences into their order; of one instruction's at the same instant one remains.
pub(crate) fn arrange(occurrences: &mut Vec<Occurrence>) {
    let rank = |slot: Slot| match slot {
        Slot::Release => (0, None, Reverse(0)),
        Slot::Start => (1, None, Reverse(0)),
        // The latest first, by its own name.
        Slot::At(at) => (2, Some(Reverse(at)), Reverse(0)),
        Slot::Nth(number) => (3, None, Reverse(number)),
    };
    occurrences.sort_by_key(|one| (one.instruction, one.due, rank(one.slot)));
    occurrences.dedup_by_key(|one| (one.instruction, one.due));
    occurrences.sort_by(|a, b| a.due.cmp(&b.due).then_with(|| a.key.cmp(&b.key)));
}

/// Brings the day's list into its order.
pub(crate) fn arrange_list(day_list: &mut [Occurrence]) {
    day_list.sort_by(|a, b| a.own.cmp(&b.own).then_with(|| a.key.cmp(&b.key)));
}

/// Brings everything into its order.
fn order(plan: &mut Plan, protocol: &Protocol) {
    arrange(&mut plan.occurrences);
    arrange_list(&mut plan.day_list);

    // Occurrences name their span by its place, so the places are carried along.
    let mut places: Vec<usize> = (0..plan.spans.len()).collect();
    let id = |place: usize| protocol.instructions[plan.spans[place].instruction].id.as_str();
    places.sort_by(|a, b| plan.spans[*a].from.cmp(&plan.spans[*b].from).then_with(|| id(*a).cmp(id(*b))));
    let mut moved = vec![0; places.len()];
    for (new, old) in places.iter().enumerate() {
        moved[*old] = new;
    }
    plan.spans = places.iter().map(|old| plan.spans[*old].clone()).collect();
    for occurrence in plan.occurrences.iter_mut().chain(&mut plan.day_list) {
        occurrence.span = moved[occurrence.span];
    }
}
