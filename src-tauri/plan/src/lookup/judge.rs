//! What a match says at an instant.
//!
//! | the list's rule | inside its window | outside |
//! |---|---|---|
//! | avoid | not before the window's end | yes |
//! | ask, never stop | ask | ask |
//! | everything that may be used | yes, with its text; before a positive start not before it | yes |
//!
//! A window's negative part counts before the booked next session, its positive part after the treatment; without a window a rule
//! always holds. An instruction that forbids is told like a rule to avoid.

use super::index::Hit;
use super::lists::{List, Rule, Says};
use super::{Kind, Known, Match, Question, Verdict};
use crate::local::step;
use crate::protocol::{self, Anchor, Instruction};
use crate::{Plan, Step, Window};
use chrono::{DateTime, Utc};

/// Where the protocol has an instruction for the same thing, its window stands in place of the list's, variants included (the
/// clinical notes beside the lists; the protocol's own texts name the same things). Rules of the lists, and the instruction.
const SAME_THING: [(&[&str], &str); 3] = [
    (&["NSAID", "NSAID_TOPICAL", "SALICYLATE", "COMBO_CHECK"], "anti-inflammatories"),
    (&["STRONG_ACTIVE", "VITC"], "strong-creams"),
    (&["HAIR_REMOVAL"], "hair-removal"),
];

/// Where the lists are from: they say so of themselves as a whole.
const LISTS_SOURCE: &str = "practice";

/// What a match is a match of, whatever the treatment.
#[derive(Clone, Copy, PartialEq)]
enum Of<'q> {
    Entry(usize),
    Instruction(&'q str),
}

/// [from, until) in which a rule holds.
#[derive(Clone, Copy)]
struct Stretch {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// It is counted from the next session, and ends with its start.
    before_session: bool,
}

/// Where an instant lies among the stretches of one rule.
enum Now {
    Inside(Stretch),
    /// The next one that is counted from the treatment.
    Before(Stretch),
    Outside,
}

fn place(stretches: &[Stretch], now: DateTime<Utc>) -> Now {
    let running = stretches.iter().filter(|one| one.from <= now && now < one.until);
    if let Some(mut running) = running.max_by_key(|one| one.until).copied() {
        // What begins before this one has ended goes on without a gap.
        while let Some(next) =
            stretches.iter().find(|one| one.from <= running.until && running.until < one.until)
        {
            running = Stretch { from: running.from, ..*next };
        }
        return Now::Inside(running);
    }
    let coming = stretches.iter().filter(|one| now < one.from && !one.before_session);
    coming.min_by_key(|one| one.from).map_or(Now::Outside, |next| Now::Before(*next))
}

impl Question<'_> {
    /// Every match of what is known, strictest first.
    pub(super) fn judged(&self, known: &Known) -> Vec<Match> {
        let mut told: Vec<(Of<'_>, Match)> = Vec::new();
        let mut tell = |of, one: Match| {
            // Of two treatments that say the same, both say it once.
            let same = told.iter_mut().find(|(what, other)| *what == of && other.says_like(&one));
            match same {
                Some((_, other)) => other.also(&one),
                None => told.push((of, one)),
            }
        };
        for (at, plan) in self.plans.iter().enumerate() {
            for hit in &known.entries {
                tell(Of::Entry(hit.entry), self.entry(*hit, plan, at));
            }
        }
        for (at, place) in &known.instructions {
            let plan = self.plans[*at];
            let id = &plan.protocol().instructions[*place].id;
            tell(Of::Instruction(id), self.instruction(plan, *at, *place));
        }
        // What is over after one treatment is not allowed while it is forbidden after another.
        let strict: Vec<Of<'_>> =
            told.iter().filter(|(_, one)| one.verdict != Verdict::Yes).map(|(of, _)| *of).collect();
        told.retain(|(of, one)| one.verdict != Verdict::Yes || !strict.contains(of));
        let mut told: Vec<Match> = told.into_iter().map(|(_, one)| one).collect();
        if told.iter().any(|one| !one.is_over()) {
            told.retain(|one| !one.is_over());
        }
        told.sort_by_key(Match::rank);
        told
    }

    /// What a list's entry says after one treatment.
    fn entry(&self, hit: Hit, plan: &Plan, at: usize) -> Match {
        let entry = &self.lists.entries[hit.entry];
        let rule = &self.lists.rules[entry.rule];
        let mut told = Match {
            name: entry.names[hit.name].of.clone(),
            kind: if entry.list == List::Medicines { Kind::Medicine } else { Kind::Ingredient },
            verdict: Verdict::Ask,
            never_stop: false,
            until: None,
            from: None,
            before_session: false,
            text: rule.text.get(self.language).to_owned(),
            why: None,
            source: vec![LISTS_SOURCE.to_owned()],
            plans: vec![at],
        };
        match rule.says {
            // What is avoided without an end is no matter of waiting.
            Says::Avoid if rule.window.is_some() => self.avoid(&mut told, rule, plan),
            Says::Avoid | Says::Ask => {}
            Says::NeverStop => told.never_stop = true,
            Says::Unknown => told.verdict = Verdict::Unknown,
            Says::Fine => self.fine(&mut told, rule, plan),
        }
        told
    }

    fn avoid(&self, told: &mut Match, rule: &Rule, plan: &Plan) {
        let same = instead(rule, plan);
        let own = stretches(rule, plan, plan.procedure().ended);
        let (windows, standing) = match same {
            None => (own, None),
            Some(standing) => {
                let window = plan.window_at(standing);
                let theirs = window.map(|window| stretch(&window, Anchor::Procedure));
                let before = own.iter().filter(|one| one.before_session);
                let list_until = own.iter().find(|one| !one.before_session).map(|one| one.until);
                // The list's words name the list's own days. Where the instruction has others, its words are told.
                if let Some(window) = window
                    && list_until != Some(window.until)
                {
                    told.text = window.text(self.language).to_owned();
                }
                (theirs.into_iter().chain(before.copied()).collect(), window)
            }
        };
        if let Some(window) = standing {
            told.why = window.why(self.language).map(str::to_owned);
            told.source.extend_from_slice(window.source());
            told.source.sort();
            told.source.dedup();
        }
        let release = standing.filter(|window| window.until <= self.now);
        let release = release.and_then(|window| window.release(self.language));
        self.forbidden(told, &windows, release.unwrap_or_default());
    }

    /// What may be used: inside its window something is said, and before it, it has to wait.
    fn fine(&self, told: &mut Match, rule: &Rule, plan: &Plan) {
        told.verdict = Verdict::Yes;
        if rule.window.is_none() {
            return;
        }
        match place(&stretches(rule, plan, plan.procedure().ended), self.now) {
            Now::Inside(_) => {}
            Now::Before(one) => {
                told.verdict = Verdict::NotBefore;
                told.until = Some(one.from);
            }
            Now::Outside => told.text.clear(),
        }
    }

    /// What an instruction says that goes by the name that was asked for.
    fn instruction(&self, plan: &Plan, at: usize, place: usize) -> Match {
        let instruction = &plan.protocol().instructions[place];
        let mut told = self.told(instruction, at);
        // Without a window it says nothing to this treatment, or nothing as long as no session is booked.
        let Some(window) = plan.window_at(place) else { return told };
        told.name = window.title(self.language).to_owned();
        let text = window.text(self.language);
        let release = window.release(self.language).filter(|_| window.until <= self.now).unwrap_or_default();
        if window.forbids() {
            text.clone_into(&mut told.text);
            self.forbidden(&mut told, &[stretch(&window, instruction.anchor)], release);
        } else if window.holds(self.now) {
            text.clone_into(&mut told.text);
        }
        told
    }

    /// A match of an instruction that has nothing to say.
    pub(super) fn told(&self, instruction: &Instruction, at: usize) -> Match {
        let mut source = instruction.source.clone();
        source.sort();
        Match {
            name: instruction.title.get(self.language).to_owned(),
            kind: Kind::Instruction,
            verdict: Verdict::Yes,
            never_stop: false,
            until: None,
            from: None,
            before_session: false,
            text: String::new(),
            why: instruction.why.as_ref().map(|why| why.get(self.language).to_owned()),
            source,
            plans: vec![at],
        }
    }

    /// Not before the end of the window that runs; one that is still to come says from when on.
    fn forbidden(&self, told: &mut Match, windows: &[Stretch], release: &str) {
        let running = match place(windows, self.now) {
            Now::Inside(one) => one,
            Now::Before(one) => {
                told.from = Some(one.from);
                one
            }
            Now::Outside => {
                told.verdict = Verdict::Yes;
                release.clone_into(&mut told.text);
                return;
            }
        };
        told.verdict = Verdict::NotBefore;
        told.until = Some(running.until);
        told.before_session = running.before_session;
    }
}

/// The place of the instruction whose window stands in place of a rule's positive part.
fn instead(rule: &Rule, plan: &Plan) -> Option<usize> {
    let (_, id) = SAME_THING.iter().find(|(rules, _)| rules.contains(&rule.id.as_str()))?;
    let of = |one: &Instruction| {
        one.id == *id && one.kind == protocol::Kind::Avoid && one.anchor == Anchor::Procedure
    };
    plan.protocol().instructions.iter().position(of)
}

fn stretch(window: &Window<'_>, anchor: Anchor) -> Stretch {
    Stretch { from: window.from, until: window.until, before_session: anchor == Anchor::NextSession }
}

/// A rule's own window as instants.
fn stretches(rule: &Rule, plan: &Plan, ended: DateTime<Utc>) -> Vec<Stretch> {
    let Some((from, until)) = rule.window else { return Vec::new() };
    let procedure = plan.procedure();
    let zone = procedure.zone;
    let negative = |distance: Step| distance.range().1 < 0;
    let mut out = Vec::new();
    if !negative(until) && until.range().1 > 0 {
        let begins = if negative(from) { ended } else { step(ended, from, zone) };
        out.push(Stretch { from: begins, until: step(ended, until, zone), before_session: false });
    }
    if let Some(next) = procedure.next_session.filter(|_| negative(from)) {
        let ends = if negative(until) { step(next, until, zone) } else { next };
        out.push(Stretch { from: step(next, from, zone), until: ends, before_session: true });
    }
    out
}

impl Plan {
    /// The window of the instruction at a place of the protocol, if it has one in this plan.
    pub(super) fn window_at(&self, place: usize) -> Option<Window<'_>> {
        self.spans.iter().find(|span| span.instruction == place).map(|span| self.window(span))
    }
}
