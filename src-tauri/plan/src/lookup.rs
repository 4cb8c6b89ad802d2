//! May I …? What the lists and the protocol say to a name, or to a pasted list of them, at one instant.
//!
//! A name is an exact match of the whole, after folding; what is only like a name is offered and never answered; what nobody
//! knows is `Unknown`, which means "ask your clinic". Every match is told, the strictest first.
//!
//! ```
//! use plan::lookup::{Verdict, may_i};
//! use plan::{Here, Plan, Procedure, Protocol};
//! let zone = chrono_tz::Europe::Berlin;
//! let ended = "2026-03-27T14:10:00Z".parse().unwrap();
//! let procedure = Procedure {
//!     id: "p1".into(),
//!     ended,
//!     zone,
//!     traits: Default::default(),
//!     antibiotic: false,
//!     next_session: None,
//!     sessions_left: true,
//!     recorded: ended,
//! };
//! let plan = Plan::new(Protocol::built_in(), procedure, &Here::at(zone));
//! let reply = may_i("Nurofen", &[&plan], ended, "en");
//! assert_eq!(reply.parts[0].matches[0].name, "ibuprofen");
//! assert_eq!(reply.verdict(), Verdict::NotBefore);
//! assert_eq!(reply.until().unwrap().to_string(), "2026-04-10 13:10:00 UTC");
//! ```

mod fold;
mod index;
mod judge;
mod lists;
mod near;
mod read;
mod split;
mod sunscreen;
mod wording;

pub use fold::fold;
pub use lists::{Entry, INGREDIENTS, Label, List, Lists, MEDICINES, Name, Rule, Says};
pub use near::beginning_with;

use crate::Plan;
use chrono::{DateTime, Utc};
pub(crate) use fold::keys;
use index::Hit;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use wording::{ENGLISH, bracketed, readings};

/// What is said to a question, from the one that binds most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The clinic is to be asked.
    Ask,
    /// Not before a moment that is told.
    NotBefore,
    /// Nothing here knows it: the clinic is to be asked.
    Unknown,
    /// Nothing known speaks against it now.
    Yes,
}

impl Verdict {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Ask => "ask",
            Verdict::NotBefore => "not_before",
            Verdict::Unknown => "unknown",
            Verdict::Yes => "yes",
        }
    }
}

/// What a match is a match of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The list of medicines.
    Medicine,
    /// The list of label ingredients.
    Ingredient,
    /// An instruction of the protocol.
    Instruction,
}

impl Kind {
    /// The word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Medicine => "medicine",
            Kind::Ingredient => "ingredient",
            Kind::Instruction => "instruction",
        }
    }
}

/// The reply to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct May {
    /// Everything that was asked for, strictest first; there is at least one.
    pub parts: Vec<Part>,
}

impl May {
    /// The strictest part's.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.parts.first().map_or(Verdict::Unknown, |part| part.verdict)
    }

    /// The strictest part's.
    #[must_use]
    pub fn until(&self) -> Option<DateTime<Utc>> {
        self.parts.first().and_then(|part| part.until)
    }
}

/// One thing that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As it was typed.
    pub asked: String,
    /// The strictest match's.
    pub verdict: Verdict,
    /// The strictest match's; of several as strict, the latest.
    pub until: Option<DateTime<Utc>>,
    /// Everything known of it, strictest first.
    pub matches: Vec<Match>,
    /// Names that are written like it; only where nothing matched. Offered, never answered.
    pub did_you_mean: Vec<String>,
    /// What is said where nothing matched.
    pub unknown: Option<String>,
}

/// One thing known of what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its own name, for example `ibuprofen` for a brand of it; of an instruction its title.
    pub name: String,
    /// What it is a match of.
    pub kind: Kind,
    /// What this says.
    pub verdict: Verdict,
    /// It is never to be stopped because of this app; stands before everything else.
    pub never_stop: bool,
    /// From when on it is no longer forbidden.
    pub until: Option<DateTime<Utc>>,
    /// It is still to come: not now, but from this moment on.
    pub from: Option<DateTime<Utc>>,
    /// `until` is the start of the booked session; afterwards it begins anew.
    pub before_session: bool,
    /// What is said about it; empty where its window is over and nothing is left to say.
    pub text: String,
    /// The reason, where one is known.
    pub why: Option<String>,
    /// Seed numbers, `practice` or `design`, sorted.
    pub source: Vec<String>,
    /// The places of the plans that say so.
    pub plans: Vec<usize>,
}

impl Match {
    /// Its window is over and nothing is left to say.
    fn is_over(&self) -> bool {
        self.verdict == Verdict::Yes && self.text.is_empty()
    }

    /// After another treatment it says the same.
    fn says_like(&self, other: &Match) -> bool {
        (self.verdict, self.until, self.from, &self.text)
            == (other.verdict, other.until, other.from, &other.text)
    }

    /// Another treatment says so too.
    fn also(&mut self, other: &Match) {
        self.plans.extend(&other.plans);
        self.plans.sort_unstable();
        self.plans.dedup();
    }

    /// Its place among the matches of a part.
    fn rank(&self) -> impl Ord + use<> {
        (!self.never_stop, self.verdict, self.from.is_some(), Reverse(self.until), self.kind)
    }
}

/// The names that the protocols of some plans are asked by: folded, to the plan and its instruction.
type Asks = HashMap<String, Vec<(usize, usize)>>;

/// What is known while one question is answered.
struct Question<'p> {
    lists: &'static Lists,
    plans: &'p [&'p Plan],
    asks: Asks,
    now: DateTime<Utc>,
    language: &'p str,
}

/// More typing errors than this in one list are no typing errors.
const MOST_MEANT: usize = 5;

/// What the lists and the plans' protocols say to a question, or to a pasted list, at an instant. Texts are in a language, or in
/// English where they are not translated.
#[must_use]
pub fn may_i(asked: &str, plans: &[&Plan], now: DateTime<Utc>, language: &str) -> May {
    let asks = asks(plans, language);
    let question = Question { lists: Lists::built_in(), plans, asks, now, language };
    let pieces = split::parts(asked, &ENGLISH, |text| question.names(text));
    let alone = pieces.len() == 1;
    let mut seen = HashSet::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut strangers = 0;
    for (place, piece) in pieces.into_iter().enumerate() {
        if !seen.insert(fold(piece)) {
            continue;
        }
        let mut part = question.part(piece, place + 1, alone);
        if part.unknown.is_some() && strangers < MOST_MEANT {
            strangers += 1;
            part.did_you_mean = question.near(piece);
        }
        parts.push(part);
    }
    // A stable order: of what is equally strict, the first asked stands first.
    parts.sort_by_key(|part| {
        let first = part.matches.first();
        (!first.is_some_and(|first| first.never_stop), part.verdict, Reverse(part.until))
    });
    May { parts }
}

/// Each instruction under the words that a patient asks for it.
fn asks(plans: &[&Plan], language: &str) -> Asks {
    let mut asks = Asks::new();
    for (plan, one) in plans.iter().enumerate() {
        for (place, instruction) in one.protocol().instructions.iter().enumerate() {
            for word in instruction.asks_in(language) {
                for key in keys(word) {
                    let known = asks.entry(key).or_default();
                    if !known.contains(&(plan, place)) {
                        known.push((plan, place));
                    }
                }
            }
        }
    }
    asks
}

impl crate::protocol::Instruction {
    /// What a patient types when asking for it, in a language, or in English where that has none.
    pub(crate) fn asks_in(&self, language: &str) -> &[String] {
        self.asks.get(language).or_else(|| self.asks.get("en")).map_or(&[], Vec::as_slice)
    }
}

/// What goes by a name: entries of the lists, and instructions of the plans.
#[derive(Default)]
struct Known {
    entries: Vec<Hit>,
    instructions: Vec<(usize, usize)>,
}

impl Known {
    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.instructions.is_empty()
    }
}

impl Question<'_> {
    /// What goes by one of these keys. A name that counts among the first of a list only does not count further down.
    fn known(&self, keys: &[String], place: usize) -> Known {
        let mut known = Known::default();
        for key in keys {
            for hit in self.lists.index.hits(key) {
                let entry = &self.lists.entries[hit.entry];
                let counts = entry.names[hit.name].first.is_none_or(|first| place <= first);
                if counts && !known.entries.iter().any(|other| other.entry == hit.entry) {
                    known.entries.push(*hit);
                }
            }
            for found in self.asks.get(key).into_iter().flatten() {
                if !known.instructions.contains(found) {
                    known.instructions.push(*found);
                }
            }
        }
        known
    }

    /// A text is a name, or looks like one and is none: whole, without what may be wrapped round it.
    fn names(&self, text: &str) -> bool {
        let is_name = |key: &String| {
            !self.lists.index.hits(key).is_empty()
                || self.lists.index.excepts(key)
                || self.asks.contains_key(key)
        };
        readings(text, &ENGLISH).iter().flatten().any(is_name)
    }

    /// Everything that goes by a text: by the whole, else by what is outside its brackets, else by what is inside.
    fn find(&self, text: &str, place: usize) -> Known {
        let read = |text: &str| {
            let known = readings(text, &ENGLISH).into_iter().map(|keys| self.known(&keys, place));
            known.into_iter().find(|known| !known.is_empty()).unwrap_or_default()
        };
        let whole = read(text);
        let Some((outside, inside)) = bracketed(text).filter(|_| whole.is_empty()) else { return whole };
        let outside = read(&outside);
        // What is known by its own name is not asked for its synonym as well: tocopherol on a label is no vitamin pill.
        if !outside.is_empty() {
            return outside;
        }
        let mut known = Known::default();
        for one in inside.into_iter().map(read) {
            known.entries.extend(one.entries);
            known.instructions.extend(one.instructions);
        }
        known
    }

    fn part(&self, asked: &str, place: usize, alone: bool) -> Part {
        let known = self.find(asked, place);
        let mut matches = self.judged(&known);
        if matches.is_empty() {
            matches = self.sunscreen(asked);
        }
        let list = if alone { List::Medicines } else { List::Ingredients };
        let first = matches.first();
        Part {
            asked: asked.to_owned(),
            verdict: first.map_or(Verdict::Unknown, |first| first.verdict),
            until: first.and_then(|first| first.until),
            unknown: first.is_none().then(|| self.lists.unknown(list, self.language).to_owned()),
            matches,
            did_you_mean: Vec::new(),
        }
    }

    fn near(&self, asked: &str) -> Vec<String> {
        let bare = bracketed(asked).map(|(outside, _)| outside);
        let bare = wording::without_amounts(bare.as_deref().unwrap_or(asked));
        let key = fold(&bare);
        // The question without its small words comes last, and is the name.
        let key = wording::unwrapped(&key, &ENGLISH).pop().unwrap_or(key);
        if self.lists.index.excepts(&key) { Vec::new() } else { near::near(&key, self) }
    }
}
