//! What a protocol says for one procedure, as instants. Read this file first.
//!
//! A [`Plan`] is made from a [`Protocol`] (the rules), a [`Procedure`] (the treatment) and a [`Here`] (where the patient is now
//! and the times of day the patient chose). It holds every window and every occurrence, and answers three questions, each
//! with `now` as an argument: what is on the board ([`Plan::today`]), what to tell ([`Plan::due`]), and when to look again
//! ([`Plan::next_wake`]). [`Plan::outdoors`] adds what is to be told while the patient is outside; [`Plan::chosen`] lets other
//! times of day hold from a moment on.
//!
//! Nothing here reads a clock, a file or a database, and nothing here can fail: a protocol that was parsed can be planned.
//!
//! ```
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
//! let sun = plan.windows().find(|window| window.id() == "sun-strict").unwrap();
//! assert_eq!(sun.until.to_string(), "2026-03-29 14:10:00 UTC");
//! ```

mod ahead;
mod answer;
mod chosen;
/// The course of sessions.
pub mod course;
/// Wall time and instants.
pub mod local;
mod look;
pub mod lookup;
/// Outings: sunscreen again every two hours, until the sun has set.
pub mod outdoors;
/// Places on earth, and where they lie.
pub mod place;
mod procedure;
/// The rules of one kind of treatment.
pub mod protocol;
mod simulate;
mod step;
mod supplies;
mod today;
/// Emergency numbers by country.
pub mod warning;
mod windows;

pub use ahead::{Ahead, Comes};
pub use answer::{Answer, Cause, Delivered, Row};
pub use course::Interval;
pub use look::{Due, LATE, LATER, REPEAT};
pub use procedure::{Here, Procedure, Trait};
pub use protocol::Protocol;
pub use simulate::{Shown, Simulation};
pub use step::Step;
pub use supplies::Supply;
pub use today::{Doing, Next, Today};

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use local::Quiet;
use protocol::{Instruction, Kind, Opens, Weight};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a protocol says for one procedure, as instants.
#[derive(Clone, Debug)]
pub struct Plan {
    protocol: Arc<Protocol>,
    procedure: Procedure,
    here: Tz,
    quiet: Quiet,
    spans: Vec<Span>,
    occurrences: Vec<Occurrence>,
    day_list: Vec<Occurrence>,
    /// When the treatment was first entered, however often it was corrected since.
    entered: DateTime<Utc>,
}

/// [from, until) of one instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    instruction: usize,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// The trait whose window won.
    by: Option<Trait>,
}

/// Which moment of an instruction an occurrence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The window's start.
    Start,
    /// A daily slot, named by the protocol's own date and time.
    At(NaiveDateTime),
    /// One of an outing: the outing's number times 100, and which of its reminders it is, counted from 1.
    Nth(u32),
    /// The window's end.
    Release,
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use chrono::{Datelike, Timelike};
        match self {
            Slot::Start => f.write_str("start"),
            Slot::Release => f.write_str("release"),
            Slot::Nth(number) => write!(f, "{number}"),
            // By hand: chrono's own formatting is most of the time that a plan takes.
            Slot::At(at) => write!(
                f,
                "{:04}-{:02}-{:02}T{:02}:{:02}",
                at.year(),
                at.month(),
                at.day(),
                at.hour(),
                at.minute()
            ),
        }
    }
}

/// One moment at which the patient is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// procedure / instruction / slot.
    pub key: String,
    /// Which moment it is.
    pub slot: Slot,
    /// When it is told: quiet hours are applied.
    pub due: DateTime<Utc>,
    /// From here on it is not shown any more.
    pub useful_until: DateTime<Utc>,
    /// Its own instant, before quiet hours moved it.
    pub own: DateTime<Utc>,
    /// The end of its window; of one of an outing, whichever ends first, the window or the outing.
    pub window_until: DateTime<Utc>,
    /// Since when the plan has held it at this moment. What was due before is told only by the rule for starts.
    pub since: DateTime<Utc>,
    instruction: usize,
    span: usize,
    /// It may be told although it was due before `since`.
    welcome: bool,
}

/// One instruction of a plan with its window: everything a person reads about it.
#[derive(Clone, Copy, Debug)]
pub struct Window<'p> {
    /// The window's first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
    instruction: &'p Instruction,
    procedure: &'p Procedure,
    by: Option<Trait>,
}

impl<'p> Window<'p> {
    /// The instruction's id.
    #[must_use]
    pub fn id(&self) -> &'p str {
        &self.instruction.id
    }

    /// What it asks of the patient.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.instruction.kind
    }

    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        self.instruction.weight
    }

    /// Where in the app it is done, if there is a place for it.
    #[must_use]
    pub fn opens(&self) -> Option<Opens> {
        self.instruction.opens
    }

    /// Seed numbers, `practice` or `design`.
    #[must_use]
    pub fn source(&self) -> &'p [String] {
        &self.instruction.source
    }

    /// What to do or not to do.
    #[must_use]
    pub fn title(&self, language: &str) -> &'p str {
        self.variant(|variant| variant.title.as_ref()).unwrap_or(&self.instruction.title).get(language)
    }

    /// The thing itself, else the title.
    #[must_use]
    pub fn short(&self, language: &str) -> &'p str {
        self.instruction.short.as_ref().map_or_else(|| self.title(language), |short| short.get(language))
    }

    /// The instruction.
    #[must_use]
    pub fn text(&self, language: &str) -> &'p str {
        self.variant(|variant| variant.text.as_ref()).unwrap_or(&self.instruction.text).get(language)
    }

    /// The reason, where one is given.
    #[must_use]
    pub fn why(&self, language: &str) -> Option<&'p str> {
        self.instruction.why.as_ref().map(|why| why.get(language))
    }

    /// What is said at the window's end, where something is.
    #[must_use]
    pub fn release(&self, language: &str) -> Option<&'p str> {
        let own = self.instruction.release.as_ref();
        self.variant(|variant| variant.release.as_ref()).or(own).map(|release| release.get(language))
    }

    /// It is running.
    #[must_use]
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.from <= now && now < self.until
    }

    /// It stands on the Not yet board: a prohibition, or something with a name for what it keeps the patient from.
    #[must_use]
    pub fn forbids(&self) -> bool {
        self.kind() == Kind::Avoid || self.instruction.short.is_some()
    }

    /// It has daily slots or a start of its own to be told.
    #[must_use]
    pub fn reminds(&self) -> bool {
        self.instruction.remind.is_some()
    }

    /// It is told only while the patient has switched that on, never by the clock alone.
    #[must_use]
    pub fn on_demand(&self) -> bool {
        self.instruction.remind.as_ref().is_some_and(|remind| remind.every.is_some())
    }

    /// It is counted from the booked next session.
    #[must_use]
    pub fn prepares(&self) -> bool {
        self.instruction.anchor == protocol::Anchor::NextSession
    }

    /// Words go with the window: those of the trait whose window won, else of a trait that leaves the window as it is.
    fn variant<T>(&self, field: impl Fn(&'p protocol::Variant) -> Option<&'p T>) -> Option<&'p T> {
        let variants = &self.instruction.variants;
        let winner = self.by.and_then(|name| field(variants.get(&name)?));
        let others = self.procedure.traits.iter().filter_map(|name| variants.get(name));
        winner.or_else(|| others.filter(|variant| variant.until.is_none()).find_map(field))
    }
}

impl Plan {
    /// Plans a procedure.
    #[must_use]
    pub fn new(protocol: Arc<Protocol>, procedure: Procedure, here: &Here) -> Plan {
        windows::plan(protocol, procedure, here)
    }

    /// Says that this plan came from an earlier one, by a correction or a booking. What kept its moment keeps its past; what
    /// moved is as new.
    ///
    /// A start that the patient was already told is not told again because a corrected date moved it into the past; a session
    /// that was booked anew is.
    #[must_use]
    pub fn after(mut self, earlier: &Plan) -> Plan {
        self.entered = earlier.entered;
        let before: BTreeMap<(&str, DateTime<Utc>), &Occurrence> =
            earlier.occurrences.iter().map(|one| ((one.key.as_str(), one.due), one)).collect();
        let keys: BTreeSet<&str> = earlier.occurrences.iter().map(|one| one.key.as_str()).collect();
        for occurrence in &mut self.occurrences {
            if let Some(same) = before.get(&(occurrence.key.as_str(), occurrence.due)) {
                occurrence.since = same.since;
                occurrence.welcome = same.welcome;
            } else if self.protocol.instructions[occurrence.instruction].anchor == protocol::Anchor::Procedure
                && keys.contains(occurrence.key.as_str())
            {
                occurrence.welcome = false;
            }
        }
        self
    }

    /// The treatment that is planned.
    #[must_use]
    pub fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The rules it is planned by.
    #[must_use]
    pub fn protocol(&self) -> &Arc<Protocol> {
        &self.protocol
    }

    /// The zone in which the patient is told.
    #[must_use]
    pub fn here(&self) -> Tz {
        self.here
    }

    /// Every window, by from, then id.
    pub fn windows(&self) -> impl Iterator<Item = Window<'_>> {
        self.spans.iter().map(|span| self.window(span))
    }

    /// Every occurrence, by due, then key.
    #[must_use]
    pub fn occurrences(&self) -> &[Occurrence] {
        &self.occurrences
    }

    /// Slots that quiet hours moved out of their window: the day's list has them, no notice does.
    #[must_use]
    pub fn day_list(&self) -> &[Occurrence] {
        &self.day_list
    }

    /// The window that an occurrence of this plan belongs to.
    #[must_use]
    pub fn window_of(&self, occurrence: &Occurrence) -> Window<'_> {
        self.window(&self.spans[occurrence.span])
    }

    /// The occurrences bundled into notices: what is due at the same instant. By instant.
    #[must_use]
    pub fn notices(&self) -> BTreeMap<DateTime<Utc>, Vec<&Occurrence>> {
        let mut notices: BTreeMap<DateTime<Utc>, Vec<&Occurrence>> = BTreeMap::new();
        for occurrence in &self.occurrences {
            notices.entry(occurrence.due).or_default().push(occurrence);
        }
        notices
    }

    /// Whether nothing is shown or decided at this instant.
    #[must_use]
    pub fn is_quiet(&self, now: DateTime<Utc>) -> bool {
        self.quiet.covers(now, self.here)
    }

    /// The instant itself, or the end of the quiet hours around it.
    #[must_use]
    pub fn after_quiet(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        self.quiet.moved(instant, self.here)
    }

    fn window<'p>(&'p self, span: &Span) -> Window<'p> {
        Window {
            from: span.from,
            until: span.until,
            instruction: &self.protocol.instructions[span.instruction],
            procedure: &self.procedure,
            by: span.by,
        }
    }
}

impl Occurrence {
    /// The instruction's id.
    #[must_use]
    pub fn instruction<'p>(&self, plan: &'p Plan) -> &'p str {
        &plan.protocol.instructions[self.instruction].id
    }

    /// The patient can answer it: something to do, to put on or to look at, and not its end.
    #[must_use]
    pub fn answerable(&self, plan: &Plan) -> bool {
        self.slot != Slot::Release && plan.protocol.instructions[self.instruction].kind.answerable()
    }

    /// Done on a notice answers it: a daily slot, or one of an outing, of something to do or to put on. A check stays open.
    #[must_use]
    pub fn done_on_notice(&self, plan: &Plan) -> bool {
        matches!(self.slot, Slot::At(_) | Slot::Nth(_))
            && matches!(plan.protocol.instructions[self.instruction].kind, Kind::Do | Kind::Apply)
    }
}
