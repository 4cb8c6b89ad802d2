//! What the patient may see, and when: the sentences of "Time" and "Telling the patient", applied to what was really seen and
//! really answered.
//!
//! The laws share the windows and occurrences of a plan with the programs, and nothing else: which of them are to be told, and
//! when again, is decided here a second time, from the memory of the world and not from the store.

mod course;
mod ledger;
mod times;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use companion::contract::Answered;
use plan::protocol::{Anchor, Instruction, Weight};
use plan::{Here, Plan, Procedure, Protocol, Slot};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Why a script failed: the law in words. `Ok` where it holds.
pub type Law<T = ()> = Result<T, String>;

type Instant = DateTime<Utc>;

const LATER: TimeDelta = TimeDelta::minutes(30);
const REPEAT: TimeDelta = TimeDelta::minutes(60);
const LATE: TimeDelta = TimeDelta::seconds(60);

/// One occurrence as the laws see it.
#[derive(Clone, Debug)]
pub struct Moment {
    /// procedure / instruction / slot.
    pub key: String,
    /// Its row: a slot's name alone, because a local date and time rings once; a start or release also by its moment.
    row: String,
    pub due: Instant,
    pub own: Instant,
    useful_until: Instant,
    /// The end of the window, where it silences the occurrence.
    closes: Option<Instant>,
    /// The patient may hear of it at all.
    told: bool,
    since: Instant,
    /// Something to do, to put on or to look at.
    pub answerable: bool,
    /// Done on the notice is Done.
    on_notice: bool,
}

/// The occurrences of one instruction, by due.
struct Line {
    rule: bool,
    moments: Vec<Moment>,
}

/// Once on the patient's screen.
struct Seeing {
    identity: String,
    notice: i64,
    /// When the agent noted it, and how much the patient had said by then.
    recorded: Option<(Instant, usize)>,
}

/// What became of a row.
#[derive(Default)]
struct Row {
    seen: Vec<Seeing>,
    answers: Vec<(Answered, Instant)>,
}

impl Row {
    fn standing(&self) -> Option<(Answered, Instant)> {
        self.answers.last().copied().filter(|(what, _)| *what != Answered::Undone)
    }

    fn recorded(&self) -> impl Iterator<Item = Instant> {
        self.seen.iter().filter_map(|seeing| seeing.recorded.map(|(at, _)| at))
    }

    /// What was put off has come back.
    fn came_back(&self, at: Instant) -> bool {
        let said = self.answers.len();
        self.seen.iter().filter_map(|one| one.recorded).any(|(seen, by)| by == said && seen >= at + LATER)
    }
}

/// Told for the first time, or again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    First,
    Again,
}

/// Since when a moment stands in a plan, and whether the patient may hear of it; by key and due.
type Known = BTreeMap<(String, Instant), (Instant, bool)>;

/// All that was entered, seen and answered.
pub struct Laws {
    protocol: std::sync::Arc<Protocol>,
    zone: Tz,
    /// Every choice of times of day, and when it was made.
    chosen: Vec<(Instant, Here)>,
    /// Each treatment as it was said, oldest first.
    treatments: BTreeMap<String, Vec<Procedure>>,
    /// Which session of its course each was last said to be.
    numbers: BTreeMap<String, u32>,
    plans: Vec<Plan>,
    lines: Vec<Line>,
    rows: HashMap<String, Row>,
    /// What each identity tells of on the screen.
    stands: HashMap<String, BTreeSet<String>>,
    /// Rows that were seen, and a crash kept it from being noted.
    loose: BTreeSet<String>,
}

impl Laws {
    pub fn new(zone: Tz) -> Laws {
        Laws {
            protocol: Protocol::built_in(),
            zone,
            chosen: Vec::new(),
            treatments: BTreeMap::new(),
            numbers: BTreeMap::new(),
            plans: Vec::new(),
            lines: Vec::new(),
            rows: HashMap::new(),
            stands: HashMap::new(),
            loose: BTreeSet::new(),
        }
    }

    /// A treatment was entered, or said anew: which session it was, too.
    pub fn says(&mut self, procedure: Procedure, session: u32) {
        self.numbers.insert(procedure.id.clone(), session);
        self.treatments.entry(procedure.id.clone()).or_default().push(procedure);
        self.plan();
    }

    pub fn forgets(&mut self, id: &str) {
        self.treatments.remove(id);
        self.plan();
    }

    pub fn flies(&mut self, zone: Tz) {
        self.zone = zone;
        self.plan();
    }

    fn plan(&mut self) {
        (self.plans, self.lines) = (Vec::new(), Vec::new());
        for versions in self.meant() {
            let Some((plan, known)) = self.plan_by_times(&versions) else { continue };
            self.lines.extend(self.lines_of(&plan, &known));
            self.plans.push(plan);
        }
    }

    /// The plan of a treatment as if these times had always been, and since when each moment stands in it.
    fn plan_under(&self, versions: &[Procedure], here: &Here) -> Option<(Plan, Known)> {
        // Since when each moment stands in the plan, and whether the patient may hear of it.
        let mut known = Known::new();
        let mut last = None;
        for version in versions {
            let plan = Plan::new(self.protocol.clone(), version.clone(), here);
            let keys: BTreeSet<String> = known.keys().map(|(key, _)| key.clone()).collect();
            let mut next = BTreeMap::new();
            for one in plan.occurrences() {
                let name = (one.key.clone(), one.due);
                let anew = || {
                    let since = version.recorded;
                    // "When a plan is entered, or a session booked or moved."
                    let booked = instruction(&self.protocol, &one.key).anchor == Anchor::NextSession;
                    let welcome = one.slot == Slot::Start
                        && (booked || !keys.contains(&one.key))
                        && since < one.useful_until
                        && since < one.window_until;
                    (since, one.due >= since || welcome)
                };
                let told = known.get(&name).copied().unwrap_or_else(anew);
                next.insert(name, told);
            }
            known = next;
            last = Some(plan);
        }
        Some((last?, known))
    }

    fn lines_of(&self, plan: &Plan, known: &Known) -> Vec<Line> {
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        for one in plan.occurrences() {
            let instruction = instruction(&self.protocol, &one.key);
            // What new times of day would have had in the past comes at the moment of the choice, which no plan has by itself.
            let moved = (one.since, one.told());
            let (since, told) = known.get(&(one.key.clone(), one.due)).copied().unwrap_or(moved);
            let slot = matches!(one.slot, Slot::At(_));
            let moment = Moment {
                row: row_name(&one.key, one.due),
                key: one.key.clone(),
                due: one.due,
                own: one.own,
                useful_until: one.useful_until,
                closes: slot.then_some(one.window_until),
                told,
                since,
                answerable: instruction.kind.answerable() && one.slot != Slot::Release,
                on_notice: slot && matches!(instruction.kind.word(), "do" | "apply"),
            };
            let rule = instruction.weight == Weight::Rule;
            let line = lines.entry(instruction.id.clone()).or_insert(Line { rule, moments: Vec::new() });
            line.moments.push(moment);
        }
        lines.into_values().collect()
    }

    /// [start, end) by the wall clock.
    pub fn quiet(&self, at: Instant) -> bool {
        let quiet = self.chosen.last().and_then(|(_, here)| here.quiet).unwrap_or(self.protocol.day.quiet);
        let shown = at.with_timezone(&self.zone).time();
        let since = |from: NaiveTime, to: NaiveTime| (to - from).num_seconds().rem_euclid(86_400);
        since(quiet.start, shown) < since(quiet.start, quiet.end)
    }

    fn row(&self, moment: &Moment) -> Option<&Row> {
        self.rows.get(&moment.row)
    }

    /// What is to be told at this moment.
    pub fn owing(&self, at: Instant) -> Vec<(&Moment, Why)> {
        let mut owing = Vec::new();
        if self.quiet(at) {
            return owing;
        }
        for line in &self.lines {
            let due = line.moments.partition_point(|one| one.due <= at);
            // A newer one of the instruction has the patient's attention.
            let mut superseded = false;
            for (age, one) in line.moments[..due].iter().rev().enumerate() {
                if one.useful_until <= at {
                    break;
                }
                let open = one.closes.is_none_or(|closes| at < closes);
                let row = self.row(one);
                match row.and_then(Row::standing) {
                    Some((Answered::Later, said)) => {
                        let back = (said + LATER).max(one.due);
                        if age == 0 && open && at >= back && !row.is_some_and(|row| row.came_back(said)) {
                            owing.push((one, Why::Again));
                        }
                        superseded = true;
                    }
                    Some(_) => superseded = true,
                    None => match row.map_or(0, |row| row.recorded().count()) {
                        0 if one.told && open && !superseded => {
                            owing.push((one, Why::First));
                            superseded = true;
                        }
                        0 => {}
                        times => {
                            let last = row.and_then(|row| row.recorded().max());
                            let hour = last.is_some_and(|last| at >= last + REPEAT);
                            if age == 0 && open && times == 1 && hour && line.rule && one.answerable {
                                owing.push((one, Why::Again));
                            }
                            superseded = true;
                        }
                    },
                }
            }
        }
        owing
    }

    /// Something that has to be told at this moment.
    pub fn must(&self, at: Instant) -> Option<(&Moment, Why)> {
        self.owing(at).into_iter().next()
    }

    /// The next moment at which something is to be told, as things stand; where nothing is, one until which nothing will be.
    pub fn next(&self, now: Instant) -> Option<Instant> {
        if self.must(now).is_some() {
            return Some(now);
        }
        let plan = self.plans.first()?;
        let mut at = BTreeSet::new();
        for line in &self.lines {
            let due = line.moments.partition_point(|one| one.due <= now);
            // Of what is to come the first may be answered already.
            at.extend(line.moments[due..].iter().take(3).map(|one| one.due));
            let Some((newest, row)) = due.checked_sub(1).and_then(|newest| {
                let newest = &line.moments[newest];
                Some((newest, self.row(newest)?))
            }) else {
                continue;
            };
            match row.standing() {
                Some((Answered::Later, said)) => at.extend([(said + LATER).max(newest.due)]),
                _ => at.extend(row.recorded().max().map(|last| last + REPEAT)),
            }
        }
        at.insert(now);
        let at: BTreeSet<Instant> = at
            .into_iter()
            .filter(|at| *at >= now)
            .map(|at| plan.after_quiet(at))
            .filter(|at| *at > now)
            .collect();
        at.iter().find(|at| self.must(**at).is_some()).or(at.last()).copied()
    }

    /// The agent gives a notice to the server.
    pub fn gives(&self, lines: &[(String, Instant)], title: &str, at: Instant) -> Law {
        let owing = self.owing(at);
        let mut told = Vec::new();
        for (key, due) in lines {
            let found = owing.iter().find(|(one, _)| one.key == *key && one.due == *due);
            let Some(found) = found else {
                return Err(format!(
                    "{key}, due {due}, is not to be told now: {}",
                    self.why_not(key, *due, at)
                ));
            };
            told.push(*found);
        }
        let Some((_, why)) = told.first().copied() else { return Err("a notice of nothing".into()) };
        if told.iter().any(|(_, one)| (*one == Why::First) != (why == Why::First)) {
            return Err(format!("what comes again does not come alone: {lines:?}"));
        }
        let all = owing.iter().filter(|(_, one)| *one == Why::First);
        if why == Why::First && all.clone().count() != told.len() {
            let all: Vec<&str> = all.map(|(one, _)| one.key.as_str()).collect();
            return Err(format!("all that is due is one notice: {all:?}, and not {lines:?}"));
        }
        let late = told.iter().filter(|(one, _)| at - one.due.max(one.since) >= LATE).count();
        if (title == "While you were away") != (why == Why::First && late > 1) {
            return Err(format!("{late} of {lines:?} are late, and the title is {title:?}"));
        }
        Ok(())
    }

    fn why_not(&self, key: &str, due: Instant, at: Instant) -> String {
        let Some(one) = self.moment(key) else { return "no plan has it".into() };
        let row = self.row(one);
        let seen: Vec<_> = row.iter().flat_map(|row| &row.seen).map(|seen| seen.recorded).collect();
        let answers = row.map(|row| &row.answers);
        format!(
            "quiet {}, due {}, useful until {}, its window {:?}, told {}, seen {seen:?}, answers {answers:?}",
            self.quiet(at),
            if one.due == due { "then" } else { "at another moment" },
            one.useful_until,
            one.closes,
            one.told,
        )
    }

    /// The patient sees a notice.
    pub fn sees(&mut self, lines: &[(String, Instant)], notice: i64, identity: &str) -> Law {
        let names = lines.iter().map(|(key, due)| row_name(key, *due)).collect();
        self.stands.insert(identity.to_owned(), names);
        for (key, due) in lines {
            let name = row_name(key, *due);
            let row = self.rows.entry(name.clone()).or_default();
            let before = row.seen.last().map_or(identity, |seen| seen.identity.as_str());
            if before != identity && self.stands.get(before).is_some_and(|stands| stands.contains(&name)) {
                return Err(format!("{key} stands there as {before}, and is seen again as {identity}"));
            }
            row.seen.push(Seeing { identity: identity.to_owned(), notice, recorded: None });
            self.loose.insert(name);
        }
        Ok(())
    }

    /// A showing that a crash kept from being noted is known to the agent as long as it is still to be told. A look that does
    /// not want it forgets it, and should a flight or the clock make it due again, it is a new one.
    pub fn forgets_what_no_look_wants(&mut self, at: Instant) {
        if self.loose.is_empty() || self.quiet(at) {
            return;
        }
        let wanted: BTreeSet<String> = self.owing(at).iter().map(|(one, _)| one.row.clone()).collect();
        for name in self.loose.iter().filter(|name| !wanted.contains(*name)) {
            if let Some(row) = self.rows.get_mut(name) {
                row.seen.retain(|seen| seen.recorded.is_some());
            }
        }
        self.loose.retain(|name| wanted.contains(name));
    }

    /// The store says that the newest showing of a notice was seen at `at`.
    pub fn recorded(&mut self, lines: &[(String, Instant)], notice: i64, at: Instant) {
        for (key, due) in lines {
            let name = row_name(key, *due);
            self.loose.remove(&name);
            let row = self.rows.entry(name).or_default();
            let said = row.answers.len();
            if let Some(seen) = row.seen.iter_mut().rev().find(|seen| seen.notice == notice) {
                seen.recorded = Some((at, said));
            }
        }
    }

    /// The patient pressed a button on a notice with these lines.
    pub fn presses(&mut self, lines: &[(String, Instant)], what: Answered, at: Instant) {
        for (key, due) in lines {
            let Some(one) = self.moment(key) else { continue };
            if what == Answered::Later || one.on_notice {
                self.answers(key, *due, what, at);
            }
        }
    }

    /// The patient said something about an occurrence. Saying the same twice is saying it once.
    pub fn answers(&mut self, key: &str, due: Instant, what: Answered, at: Instant) {
        let row = self.rows.entry(row_name(key, due)).or_default();
        let news = match (row.standing(), what) {
            (None, Answered::Undone) => false,
            (Some((Answered::Done, _)), Answered::Done | Answered::Later)
            | (Some((Answered::Skipped, _)), Answered::Skipped | Answered::Later) => false,
            (Some((Answered::Later, said)), Answered::Later) => at < said || row.came_back(said),
            _ => true,
        };
        if news {
            row.answers.push((what, at));
        }
    }

    /// The occurrence of a key, as planned now.
    pub fn moment(&self, key: &str) -> Option<&Moment> {
        self.lines.iter().flat_map(|line| &line.moments).find(|one| one.key == key)
    }

    /// What the window lists: what can be answered and is not far in the past or at all in the future, newest first.
    pub fn listed(&self, at: Instant) -> Vec<&Moment> {
        let near =
            |one: &&Moment| one.answerable && one.own <= at + LATER && at < one.due + TimeDelta::hours(30);
        let mut listed: Vec<&Moment> =
            self.lines.iter().flat_map(|line| &line.moments).filter(near).collect();
        listed.sort_by(|a, b| b.due.cmp(&a.due).then_with(|| a.key.cmp(&b.key)));
        listed
    }

    /// The treatments there are, in the order of entering.
    pub fn treatments(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.treatments.keys().cloned().collect();
        ids.sort_by_key(|id| (id.len(), id.clone()));
        ids
    }

    /// A treatment as it was last said.
    pub fn treatment(&self, id: &str) -> Option<&Procedure> {
        self.treatments.get(id).and_then(|versions| versions.last())
    }

    /// The end of the quiet hours around an instant.
    pub fn after_quiet(&self, at: Instant) -> Instant {
        self.plans.first().map_or(at, |plan| plan.after_quiet(at))
    }
}

/// The instruction of a key.
fn instruction<'p>(protocol: &'p Protocol, key: &str) -> &'p Instruction {
    let id = key.split('/').nth(1).unwrap();
    protocol.instructions.iter().find(|one| one.id == id).unwrap()
}

/// A daily slot counts by its name alone.
fn row_name(key: &str, due: Instant) -> String {
    let slot = key.rsplit('/').next().unwrap();
    let named = slot.get(..10).is_some_and(|date| date.parse::<NaiveDate>().is_ok());
    if named { key.to_owned() } else { format!("{key} {}", due.timestamp_millis()) }
}
