//! What lies ahead, as a calendar by RFC 5545.
//!
//! * What is not allowed yet: an event for each window, in UTC. It is a fixed time wherever the patient travels.
//! * Every notice to come, with an alarm at its moment: daily care by the wall clock where the patient is, with the zone's own
//!   rules beside it; the end or the beginning of a rule in UTC.
//! * The booked next session.
//!
//! An event keeps its identity from export to export, so that a calendar that is imported again is brought up to date and holds
//! nothing twice. Identities say nothing: they are made from when the treatment was entered and what the event is about, by a
//! hash that cannot be read backwards.

use super::lines::Lines;
use crate::deliver::{Told, told};
use crate::store::Version;
use crate::words::Words;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::local::{self, Clocks};
use plan::{Plan, Slot};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the names of Aftercare's events are names of.
const NAMES: Uuid = Uuid::from_u128(0x5d0f_3c3a_93d1_4c0e_b5a4_0f6e_7f0b_62d9);

/// How a calendar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// Nothing that others may not read: no word of what an event is about, and no event that is of use only with one.
    pub(super) neutral: bool,
    /// For a picture: without the windows, and all that a calendar can do without.
    pub(super) small: bool,
    /// With daily care.
    pub(super) daily: bool,
}

/// One event.
#[derive(Clone, Debug)]
struct Event {
    uid: Uuid,
    at: At,
    until: Option<DateTime<Utc>>,
    title: String,
    text: String,
    alarm: bool,
    /// How often what it rests on was said anew, and when last.
    revision: (usize, DateTime<Utc>),
}

/// When an event begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    /// At a fixed instant.
    Instant(DateTime<Utc>),
    /// By the wall clock of the patient's zone.
    Wall(NaiveDateTime),
}

/// A treatment of which a calendar tells.
pub(super) struct Treatment<'p> {
    pub(super) plan: &'p Plan,
    pub(super) versions: &'p [Version],
}

/// A calendar, and what it holds.
#[derive(Debug)]
pub(super) struct Calendar {
    events: Vec<Event>,
    zone: Tz,
    now: DateTime<Utc>,
}

impl Calendar {
    /// What lies ahead of `now`, of all treatments. `chosen`: when the patient chose other times of day. `plans` are all plans, as
    /// notices need them.
    pub(super) fn ahead(
        treatments: &[Treatment<'_>],
        plans: &[(String, Plan)],
        chosen: &[DateTime<Utc>],
        words: &Words,
        style: Style,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Calendar {
        let mut events: Vec<Event> = Vec::new();
        for treatment in treatments {
            if !style.neutral && !style.small {
                events.extend(treatment.windows(words, chosen, now));
            }
            events.extend(treatment.session(words, style, chosen, now));
        }
        events.extend(notices(treatments, plans, chosen, words, style, now));
        // A name is given once, so that no reader takes two events for one.
        let mut names = BTreeSet::new();
        for event in &mut events {
            while !names.insert(event.uid) {
                event.uid = Uuid::new_v5(&event.uid, b"again");
            }
        }
        events.sort_by_key(|event| (event.begins(zone), event.uid));
        Calendar { events, zone, now }
    }

    /// How many events it has.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// When the last of it begins or ends.
    pub(super) fn until(&self) -> Option<DateTime<Utc>> {
        let zone = self.zone;
        self.events.iter().map(|event| event.until.unwrap_or(event.begins(zone))).max()
    }

    /// As the text of a file.
    pub(super) fn written(&self, words: &Words, style: Style) -> String {
        let mut lines = Lines::default();
        lines.component("VCALENDAR", |lines| {
            lines.line("VERSION", "2.0");
            lines.text("PRODID", &format!("-//Aftercare//Aftercare {}//EN", env!("CARGO_PKG_VERSION")));
            if !style.small {
                lines.line("CALSCALE", "GREGORIAN");
                if !style.neutral {
                    lines.text("X-WR-CALNAME", &words.say("app-name"));
                }
                self.clocks(lines);
            }
            for event in &self.events {
                event.write(lines, self.zone, self.now, style);
            }
        });
        lines.written()
    }

    /// How the patient's clocks go, where an event is told by them.
    fn clocks(&self, lines: &mut Lines) {
        let by_the_wall = self.events.iter().filter(|event| matches!(event.at, At::Wall(_)));
        let begins = |event: &Event| event.begins(self.zone);
        let Some(first) = by_the_wall.clone().map(begins).min() else { return };
        let last = by_the_wall.map(begins).max().unwrap_or(first);
        // A year before, so that summer and winter are both in it: some readers want either.
        let (year, day) = (TimeDelta::days(366), TimeDelta::days(1));
        lines.component("VTIMEZONE", |lines| {
            lines.line("TZID", self.zone.name());
            for clocks in local::clocks(self.zone, first - year, last + day) {
                lines.component(if clocks.summer { "DAYLIGHT" } else { "STANDARD" }, |lines| {
                    // By the clocks as they went until then, as RFC 5545 wants it.
                    lines.wall("DTSTART", clocks.from.naive_utc() + TimeDelta::seconds(clocks.before.into()));
                    lines.line("TZOFFSETFROM", &ahead(clocks.before));
                    lines.line("TZOFFSETTO", &ahead(clocks.ahead));
                    name(lines, &clocks);
                });
            }
        });
    }
}

fn name(lines: &mut Lines, clocks: &Clocks) {
    if let Some(name) = &clocks.name {
        lines.text("TZNAME", name);
    }
}

/// Seconds ahead of UTC: `+0100`, `-033045`.
fn ahead(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let hours = format!("{sign}{:02}{:02}", minutes / 60, minutes % 60);
    if rest == 0 { hours } else { format!("{hours}{rest:02}") }
}

impl Event {
    fn begins(&self, zone: Tz) -> DateTime<Utc> {
        match self.at {
            At::Instant(at) => at,
            At::Wall(wall) => local::instant(wall, zone),
        }
    }

    fn write(&self, lines: &mut Lines, zone: Tz, now: DateTime<Utc>, style: Style) {
        lines.component("VEVENT", |lines| {
            lines.line("UID", &self.uid.to_string());
            lines.instant("DTSTAMP", now);
            match self.at {
                At::Instant(at) => lines.instant("DTSTART", at),
                At::Wall(wall) => lines.wall(&format!("DTSTART;TZID={}", zone.name()), wall),
            }
            if let Some(until) = self.until {
                lines.instant("DTEND", until);
            }
            lines.text("SUMMARY", &self.title);
            if !style.small {
                if !self.text.is_empty() {
                    lines.text("DESCRIPTION", &self.text);
                }
                let (times, last) = self.revision;
                lines.line("SEQUENCE", &times.to_string());
                lines.instant("LAST-MODIFIED", last);
                lines.line("CLASS", "PRIVATE");
                // Nobody is busy because the sun is to be kept out of.
                lines.line("TRANSP", "TRANSPARENT");
            }
            if self.alarm {
                lines.component("VALARM", |lines| {
                    lines.line("ACTION", "DISPLAY");
                    lines.line("TRIGGER", "PT0S");
                    lines.text("DESCRIPTION", &self.title);
                });
            }
        });
    }
}

impl Treatment<'_> {
    /// What an event of this treatment is called by programs. It is the treatment's own in every data folder it is carried to, and
    /// no other treatment's.
    fn uid(&self, about: &str) -> Uuid {
        let entered = self.versions.first().map_or(0, |version| version.recorded.timestamp_millis());
        Uuid::new_v5(&NAMES, format!("{entered}/{about}").as_bytes())
    }

    /// How often what an event rests on was said anew, and when last.
    fn revision(&self, chosen: &[DateTime<Utc>]) -> (usize, DateTime<Utc>) {
        let said = self.versions.iter().map(|version| version.recorded);
        let entered = said.clone().min().unwrap_or_default();
        let later = chosen.iter().copied().filter(|at| *at > entered);
        let all: Vec<DateTime<Utc>> = said.chain(later).collect();
        (all.len().saturating_sub(1), all.into_iter().max().unwrap_or_default())
    }

    fn windows(&self, words: &Words, chosen: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<Event> {
        let language = words.language();
        let ahead = self.plan.windows().filter(|window| window.forbids() && now < window.until);
        let event = |window: plan::Window<'_>| {
            let why = window.why(language).map(str::to_owned);
            let texts = [Some(window.text(language).to_owned()), why, Some(words.say("draft"))];
            let texts: Vec<String> = texts.into_iter().flatten().collect();
            Event {
                uid: self.uid(&format!("{}/window", window.id())),
                at: At::Instant(window.from),
                until: Some(window.until),
                title: words.say_with("export-not-yet", &[("thing", window.short(language))]),
                text: texts.join("\n\n"),
                alarm: false,
                revision: self.revision(chosen),
            }
        };
        ahead.map(event).collect()
    }

    fn session(
        &self,
        words: &Words,
        style: Style,
        chosen: &[DateTime<Utc>],
        now: DateTime<Utc>,
    ) -> Option<Event> {
        let at = self.plan.procedure().next_session.filter(|at| now < *at)?;
        Some(Event {
            uid: self.uid("session"),
            at: At::Instant(at),
            until: None,
            title: words.say(if style.neutral { "notice-discreet" } else { "timeline-session-next" }),
            text: String::new(),
            alarm: false,
            revision: self.revision(chosen),
        })
    }
}

/// An occurrence, and the treatment it belongs to.
type Line<'t, 'p> = (&'t Treatment<'p>, Told<'p>);

/// What is told at the same moment, as one event; daily care apart from the ends and beginnings of rules.
fn notices(
    treatments: &[Treatment<'_>],
    plans: &[(String, Plan)],
    chosen: &[DateTime<Utc>],
    words: &Words,
    style: Style,
    now: DateTime<Utc>,
) -> Vec<Event> {
    let mut groups: BTreeMap<(DateTime<Utc>, bool), Vec<Line<'_, '_>>> = BTreeMap::new();
    for treatment in treatments {
        let coming = treatment.plan.occurrences().iter().filter(|one| now < one.due && one.told());
        for occurrence in coming {
            let daily = match occurrence.slot {
                Slot::At(_) => true,
                Slot::Start | Slot::Release => false,
                // While the patient is outside; that is over before anybody has imported anything.
                Slot::Nth(_) => continue,
            };
            if style.daily || !daily {
                groups
                    .entry((occurrence.due, daily))
                    .or_default()
                    .push((treatment, (treatment.plan, occurrence)));
            }
        }
    }
    let event = |((due, daily), group): ((DateTime<Utc>, bool), Vec<Line<'_, '_>>)| {
        let (first, _) = group.first()?;
        let own = group.iter().filter(|(treatment, _)| std::ptr::eq(*treatment, *first));
        // The protocol's own date and time name daily care, whatever it consists of that day.
        let about = if daily {
            own.map(|(_, (_, one))| format!("care/{}", one.slot)).min()?
        } else {
            own.map(|(_, (plan, one))| format!("{}/{}", one.instruction(plan), one.slot)).min()?
        };
        let lines: Vec<Told<'_>> = group.iter().map(|(_, told)| *told).collect();
        let (title, text) = told(words, &lines, plans, !style.neutral, due, false);
        let wall = local::wall(due, first.plan.here());
        // A time that the clocks show twice is told as an instant: readers do not agree on which of the two is meant. A picture has
        // no room for the zone's rules.
        let named = daily && !style.small && local::once(wall, first.plan.here());
        Some(Event {
            uid: first.uid(&about),
            at: if named { At::Wall(wall) } else { At::Instant(due) },
            until: None,
            title,
            text: if style.neutral { String::new() } else { text },
            alarm: true,
            revision: first.revision(chosen),
        })
    };
    groups.into_iter().filter_map(event).collect()
}
