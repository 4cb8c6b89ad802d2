//! A second opinion on plans: the schema's words applied line by line, with nothing taken from the planner but the protocol
//! as it was read.

use super::wall_clock::{Clock, before, dates};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::protocol::{Anchor, Condition, Instruction, Variant};
use plan::{Here, Procedure, Protocol, Step, Trait};
use std::collections::{BTreeMap, BTreeSet};

/// One treatment.
#[derive(Clone, Debug)]
pub struct Treated {
    pub ended: DateTime<Utc>,
    pub zone: Tz,
    pub traits: BTreeSet<Trait>,
    pub antibiotic: bool,
    pub next_session: Option<DateTime<Utc>>,
    pub sessions_left: bool,
}

impl Treated {
    /// As the planner takes it; entered the moment it ended.
    pub fn procedure(&self) -> Procedure {
        Procedure {
            id: "plan".into(),
            ended: self.ended,
            zone: self.zone,
            traits: self.traits.clone(),
            antibiotic: self.antibiotic,
            next_session: self.next_session,
            sessions_left: self.sessions_left,
            recorded: self.ended,
        }
    }

    /// The variants of an instruction that count for it.
    fn variants<'i>(&self, instruction: &'i Instruction) -> Vec<&'i Variant> {
        self.traits.iter().filter_map(|name| instruction.variants.get(name)).collect()
    }
}

/// [from, until) of an instruction and what it is counted from.
struct Open {
    anchor: DateTime<Utc>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

fn step(anchor: DateTime<Utc>, step: Step, clock: &Clock) -> DateTime<Utc> {
    match step {
        Step::Hours(hours) => anchor + TimeDelta::seconds(i64::from(hours) * 3600),
        Step::Days(days) => clock.days_after(anchor, days.into()),
        Step::Months(months) => clock.months_after(anchor, months),
    }
}

/// The later of what the traits say; what the instruction itself says where they are silent.
fn later(
    own: Option<Step>,
    variants: &[&Variant],
    field: impl Fn(&Variant) -> Option<Step>,
    at: impl Fn(Step) -> DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let latest = variants.iter().filter_map(|variant| field(variant)).map(&at).max();
    latest.or_else(|| own.map(at))
}

fn open(instruction: &Instruction, treated: &Treated, clock: &Clock) -> Option<Open> {
    let variants = treated.variants(instruction);
    let wanted = match instruction.only_if {
        None => true,
        Some(Condition::AntibioticPrescribed) => treated.antibiotic,
        Some(Condition::SessionUnbooked) => treated.sessions_left && treated.next_session.is_none(),
    };
    let anchor = match instruction.anchor {
        Anchor::Procedure => Some(treated.ended),
        Anchor::NextSession => treated.next_session,
    };
    let anchor = anchor.filter(|_| wanted && !variants.iter().any(|variant| variant.off))?;
    let at = |distance| step(anchor, distance, clock);
    let from = later(Some(instruction.from), &variants, |variant| variant.from, at)?;
    let until = later(Some(instruction.until), &variants, |variant| variant.until, at)?;
    (from < until).then_some(Open { anchor, from, until })
}

/// Every window: from, id, until; in order.
pub fn windows(
    protocol: &Protocol,
    treated: &Treated,
    clock: &Clock,
) -> Vec<(DateTime<Utc>, String, DateTime<Utc>)> {
    let mut out: Vec<_> = protocol
        .instructions
        .iter()
        .filter_map(|one| open(one, treated, clock).map(|open| (open.from, one.id.clone(), open.until)))
        .collect();
    out.sort();
    out
}

/// Whether a time of day is in [start, end) on a clock's face that has no midnight: start and end the same is nothing.
pub fn within(time: NaiveTime, start: NaiveTime, end: NaiveTime) -> bool {
    let since = |from: NaiveTime, to: NaiveTime| (to - from).num_seconds().rem_euclid(86_400);
    since(start, time) < since(start, end)
}

/// An occurrence: due, key, useful until.
type Told = (DateTime<Utc>, String, DateTime<Utc>);

/// Every occurrence, and what only the day's list has, by its own instant. `clocks`: of the treatment's zone, and of the
/// patient's.
pub fn occurrences(
    protocol: &Protocol,
    treated: &Treated,
    here: &Here,
    (home, clock): (&Clock, &Clock),
) -> (Vec<Told>, Vec<(DateTime<Utc>, String)>) {
    let quiet = here.quiet.unwrap_or(protocol.day.quiet);
    let rings = |named: NaiveTime| {
        let own = if named == protocol.day.morning {
            here.morning
        } else if named == protocol.day.evening {
            here.evening
        } else {
            None
        };
        own.unwrap_or(named)
    };
    // The first end of the quiet hours that is not before: today's, else tomorrow's. In a fold the end may come twice.
    let moved = |own: DateTime<Utc>| {
        let shown = clock.shows(own);
        if !within(shown.time(), quiet.start, quiet.end) {
            return own;
        }
        let days = [0, 1].map(|days| clock.instant(shown.date().and_time(quiet.end) + TimeDelta::days(days)));
        let again = days.map(|end| end + TimeDelta::hours(1)).into_iter();
        let again = again.filter(|end| clock.shows(*end).time() == quiet.end);
        days.into_iter().chain(again).filter(|end| *end >= own).min().unwrap()
    };
    let (mut told, mut listed) = (Vec::new(), Vec::new());
    for instruction in &protocol.instructions {
        let Some(remind) = &instruction.remind else { continue };
        let Some(Open { anchor, from, until }) = open(instruction, treated, home) else { continue };
        let key = |slot: &str| format!("plan/{}/{slot}", instruction.id);
        // Of one instruction and one instant the last that is put in remains: slots in order, then start, then release.
        let mut at: BTreeMap<DateTime<Utc>, String> = BTreeMap::new();
        let variants = treated.variants(instruction);
        let first =
            later(remind.from, &variants, |variant| variant.remind_from, |one| step(anchor, one, home));
        let day_zero = home.shows(anchor).date();
        let last = clock.shows(until).date();
        for date in dates(before(clock.shows(from).date(), 2), last) {
            let number = (date - day_zero).num_days();
            if remind.on_days.as_ref().is_some_and(|days| !days.iter().any(|day| i64::from(*day) == number)) {
                continue;
            }
            for named in &remind.at {
                let own = clock.instant(date.and_time(rings(*named)));
                if own < from || own >= until || first.is_some_and(|first| own < first) {
                    continue;
                }
                let slot = key(&date.and_time(*named).format("%Y-%m-%dT%H:%M").to_string());
                let due = moved(own);
                if due < until {
                    at.insert(due, slot);
                } else {
                    listed.push((own, slot));
                }
            }
        }
        if remind.start {
            at.insert(moved(from), key("start"));
        }
        if remind.release {
            at.insert(moved(until), key("release"));
        }
        let useful = instruction.useful_for.unwrap();
        told.extend(at.into_iter().map(|(due, key)| (due, key, step(due, useful, home))));
    }
    told.sort();
    listed.sort();
    (told, listed)
}
