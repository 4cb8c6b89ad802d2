//! Days that the patient wants to keep free, and what a session at some moment would do to them.

use super::Interval;
use crate::local::{date, instant, step};
use crate::lookup::{fold, keys};
use crate::protocol::{Instruction, Kind, Protocol};
use crate::{Plan, Procedure, Window, windows};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A longer name is no name: of the rest nothing is looked up.
const MOST_WORDS: usize = 16;

/// A day, or some days on end, to be kept free, with the rules that have to do with what the patient will do then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    from: NaiveDate,
    until: NaiveDate,
    /// The places of its rules in the protocol.
    rules: BTreeSet<usize>,
}

impl Occasion {
    /// From a date to another one, both kept free. Of the texts that say what it is, every word counts that a patient may ask
    /// for: "A day at the lake" has to do with swimming.
    #[must_use]
    pub fn new(
        from: NaiveDate,
        until: NaiveDate,
        texts: &[&str],
        protocol: &Protocol,
        language: &str,
    ) -> Occasion {
        Occasion { from, until, rules: rules(texts, protocol, language) }
    }

    /// The protocol has a rule that has to do with it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.rules.is_empty()
    }

    /// Whether a window runs on one of its days, as they are in a zone.
    fn meets(&self, window: &Window<'_>, zone: Tz) -> bool {
        let begins = instant(self.from.and_time(NaiveTime::MIN), zone);
        let after = self.until.succ_opt().unwrap_or(self.until);
        window.from < instant(after.and_time(NaiveTime::MIN), zone) && begins < window.until
    }
}

/// The instructions that some texts have to do with.
///
/// An instruction that goes by no names of its own is found by the thing it is about: "Sun and tan" by whatever asks for the sun.
fn rules(texts: &[&str], protocol: &Protocol, language: &str) -> BTreeSet<usize> {
    let said: BTreeSet<String> =
        texts.iter().flat_map(|text| keys(text)).flat_map(|key| parts(&key)).collect();
    let asks = |one: &Instruction| -> Vec<String> {
        one.asks_in(language).iter().flat_map(|word| keys(word)).collect()
    };
    let all = protocol.instructions.iter().enumerate();
    let (named, nameless): (Vec<_>, Vec<_>) = all.partition(|(_, one)| !one.asks_in(language).is_empty());
    let mut found = BTreeSet::new();
    let mut things = BTreeSet::new();
    for (place, one) in named {
        let asks = asks(one);
        if asks.iter().any(|ask| said.contains(ask)) {
            found.insert(place);
            things.extend(asks);
            things.extend(one.short.as_ref().map(|short| fold(short.get(language))));
        }
    }
    for (place, one) in nameless {
        let short = one.short.as_ref().map(|short| fold(short.get(language))).unwrap_or_default();
        if parts(&short).iter().any(|part| things.contains(part)) {
            found.insert(place);
        }
    }
    found
}

/// Every run of words of a folded text: of `a b` it is `a`, `a b` and `b`.
fn parts(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |until| (from, until)));
    runs.map(|(from, until)| words[from..until].join(" ")).collect()
}

/// One thing that stands against an occasion.
#[derive(Clone, Copy, Debug)]
pub enum Clash<'p> {
    /// The session itself is on one of its days.
    Session,
    /// A rule that prepares the session.
    Before(Window<'p>),
    /// A rule that follows a treatment.
    After(Window<'p>),
    /// What is usual on the skin after a treatment.
    Usual(Window<'p>),
}

/// The next session, supposed to be at a moment: what comes before it, and what would follow it.
#[derive(Clone, Debug)]
pub struct Supposed {
    protocol: Arc<Protocol>,
    /// The treatment that was, with the next session at that moment.
    before: Procedure,
    /// A treatment like it that ends at that moment.
    after: Procedure,
    at: DateTime<Utc>,
    here: Tz,
}

impl Plan {
    /// Supposes the next session at a moment. How long it will take nobody knows: its aftercare is counted from that moment on.
    #[must_use]
    pub fn suppose(&self, at: DateTime<Utc>) -> Supposed {
        let before = Procedure { next_session: Some(at), ..self.procedure.clone() };
        let after = Procedure { ended: at, next_session: None, recorded: at, ..self.procedure.clone() };
        Supposed { protocol: Arc::clone(&self.protocol), before, after, at, here: self.here }
    }

    /// What of this treatment's own aftercare stands against an occasion, the rules first, then by its end.
    #[must_use]
    pub fn clashes(&self, occasion: &Occasion) -> Vec<Clash<'_>> {
        let mut found: Vec<Clash<'_>> =
            aftercare(&self.protocol, &self.procedure, occasion, self.here).collect();
        arrange(&mut found);
        found
    }

    /// The dates of an interval, from a date on, on which a session at a time of day would stand against none of some occasions:
    /// runs of days, each with its first and its last.
    #[must_use]
    pub fn open_days(
        &self,
        interval: Interval,
        from: NaiveDate,
        at: NaiveTime,
        occasions: &[Occasion],
    ) -> Vec<(NaiveDate, NaiveDate)> {
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for day in interval.earliest.max(from).iter_days().take_while(|day| *day <= interval.latest) {
            let supposed = self.suppose(instant(day.and_time(at), self.procedure.zone));
            if occasions.iter().any(|occasion| supposed.meets(occasion)) {
                continue;
            }
            match runs.last_mut() {
                Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
                _ => runs.push((day, day)),
            }
        }
        runs
    }
}

impl Supposed {
    /// What stands against an occasion: the session itself first, then the rules, then what is usual; each by its end.
    #[must_use]
    pub fn clashes(&self, occasion: &Occasion) -> Vec<Clash<'_>> {
        let mut found: Vec<Clash<'_>> = self.all(occasion).collect();
        arrange(&mut found);
        found
    }

    fn meets(&self, occasion: &Occasion) -> bool {
        self.all(occasion).next().is_some()
    }

    fn all(&self, occasion: &Occasion) -> impl Iterator<Item = Clash<'_>> {
        let day = date(self.at, self.here);
        let session = (occasion.from <= day && day <= occasion.until).then_some(Clash::Session);
        let prepares = windows::windows(&self.protocol, &self.before)
            .filter(|(_, window)| window.prepares())
            .filter(|(place, window)| window.forbids() && occasion.rules.contains(place))
            .filter(|(_, window)| occasion.meets(window, self.here))
            .map(|(_, window)| Clash::Before(window));
        session.into_iter().chain(prepares).chain(aftercare(&self.protocol, &self.after, occasion, self.here))
    }
}

/// What follows a treatment and stands against an occasion: the rules that it has to do with; and whatever it is, what is usual
/// on the skin. What lasts until the next session may be is how a treatment works, and keeps nobody from anything.
fn aftercare<'p>(
    protocol: &'p Protocol,
    procedure: &'p Procedure,
    occasion: &Occasion,
    here: Tz,
) -> impl Iterator<Item = Clash<'p>> {
    let passes = step(procedure.ended, protocol.sessions.interval.0, procedure.zone);
    windows::windows(protocol, procedure)
        .filter(move |(_, window)| !window.prepares() && occasion.meets(window, here))
        .filter_map(move |(place, window)| {
            if window.forbids() {
                occasion.rules.contains(&place).then_some(Clash::After(window))
            } else {
                (window.kind() == Kind::Expect && window.until <= passes).then_some(Clash::Usual(window))
            }
        })
}

fn arrange(clashes: &mut [Clash<'_>]) {
    clashes.sort_by_key(|one| match one {
        Clash::Session => (0, None, ""),
        Clash::Before(window) | Clash::After(window) => (1, Some(window.until), window.id()),
        Clash::Usual(window) => (2, Some(window.until), window.id()),
    });
}
