//! A whole plan as text: every instant with what a clock on the wall shows beside it.

use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use plan::{Here, Plan, Procedure, Protocol, Trait, local};
use std::fmt::Write;
use std::sync::Arc;

/// A treatment as a test tells it; the rest is what `aftercarectl plan` takes when nothing is said.
pub struct Told<'t> {
    /// The wall time at which it ended.
    pub ended: &'t str,
    /// Where it took place and where the patient is.
    pub zone: Tz,
    /// What changes the rules.
    pub traits: &'t [Trait],
    /// An antibiotic cream was prescribed.
    pub antibiotic: bool,
    /// The booked start of the next session.
    pub next_session: Option<&'t str>,
}

impl Told<'_> {
    /// Nothing but when and where.
    pub fn at(ended: &str, zone: Tz) -> Told<'_> {
        Told { ended, zone, traits: &[], antibiotic: false, next_session: None }
    }

    /// The plan of a protocol for it.
    pub fn plan(&self, protocol: Arc<Protocol>) -> Plan {
        let ended = local::instant(wall(self.ended), self.zone);
        let procedure = Procedure {
            id: "plan".into(),
            ended,
            zone: self.zone,
            traits: self.traits.iter().copied().collect(),
            antibiotic: self.antibiotic,
            next_session: self.next_session.map(|next| local::instant(wall(next), self.zone)),
            sessions_left: true,
            recorded: ended,
        };
        Plan::new(protocol, procedure, &Here::at(self.zone))
    }
}

/// A wall time as people type it.
pub fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// An instant as the command line writes it.
pub fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The whole plan: windows, occurrences, what only the day's list has, notices, sessions.
pub fn timeline(plan: &Plan) -> String {
    let zone = plan.procedure().zone;
    // The offset is written out, because in a fold the wall time alone would not tell which of the two is meant.
    let at = |instant: DateTime<Utc>| {
        format!("{} [{}]", utc(instant), instant.with_timezone(&zone).format("%a %Y-%m-%d %H:%M %:z"))
    };
    let sessions = plan.next_session_between();
    let mut out = String::new();
    writeln!(out, "ended {} in {zone}", at(plan.procedure().ended)).unwrap();
    writeln!(out, "next session from {} to {}", sessions.earliest, sessions.latest).unwrap();
    writeln!(out, "\nwindows: from, until").unwrap();
    for window in plan.windows() {
        let weight = window.weight().word();
        let (from, until) = (at(window.from), at(window.until));
        writeln!(out, "  {from}  {until}  {} ({} {weight})", window.id(), window.kind().word()).unwrap();
    }
    writeln!(out, "\noccurrences: due, useful until").unwrap();
    for one in plan.occurrences() {
        writeln!(out, "  {}  {}  {}", at(one.due), at(one.useful_until), one.key).unwrap();
    }
    writeln!(out, "\nonly in the day's list: its own instant").unwrap();
    for one in plan.day_list() {
        writeln!(out, "  {}  {}", at(one.own), one.key).unwrap();
    }
    writeln!(out, "\nnotices").unwrap();
    for (instant, lines) in plan.notices() {
        let mut names: Vec<&str> = lines.iter().map(|one| one.instruction(plan)).collect();
        names.sort_unstable();
        writeln!(out, "  {}  {}", at(instant), names.join(", ")).unwrap();
    }
    out
}
