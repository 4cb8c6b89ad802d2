//! `aftercarectl simulate`: a plan played through by the agent's own decisions, as JSON. A clinic plays months of its protocol in
//! a moment.

use crate::Failure;
use crate::args::{Args, Word, refuse};
use crate::plan_command::{Asked, json, utc};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::local;
use serde::Serialize;

#[derive(Serialize)]
struct Reply {
    shown: Vec<Shown>,
    missed: Vec<Missed>,
}

#[derive(Serialize)]
struct Shown {
    at: String,
    keys: Vec<String>,
    late: bool,
}

#[derive(Serialize)]
struct Missed {
    key: String,
    cause: &'static str,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    let mut asked = Asked::default();
    let (mut from, mut until, mut off) = (None, None, Vec::new());
    while let Some(word) = args.next()? {
        match &word {
            Word::Option(name) if name == "from" => from = Some(instant("from", &args.value("from")?)?),
            Word::Option(name) if name == "until" => until = Some(instant("until", &args.value("until")?)?),
            Word::Option(name) if name == "off" => off.push(span(&args.value("off")?)?),
            word if asked.takes(word, &mut args)? => {}
            word => return Err(refuse(word)),
        }
    }
    args.needs_json()?;
    let need = |what: &str| Failure::Input(format!("--{what} is missing"));
    let (from, until) = (from.ok_or_else(|| need("from"))?, until.ok_or_else(|| need("until"))?);
    if until <= from {
        return Err(Failure::Input("--until must be later than --from".into()));
    }
    let simulation = asked.plan()?.simulate(from, until, &off);
    let shown =
        simulation.shown.into_iter().map(|one| Shown { at: utc(one.at), keys: one.keys, late: one.late });
    let missed = simulation.missed.into_iter().map(|(key, cause)| Missed { key, cause: cause.word() });
    json(&Reply { shown: shown.collect(), missed: missed.collect() })
}

/// A time in which the computer is off.
fn span(typed: &str) -> Result<(DateTime<Utc>, DateTime<Utc>), Failure> {
    let wrong = || Failure::Input(format!("--off {typed:?} is not FROM/UNTIL, both as 2026-03-28T06:00:00Z"));
    let (from, until) = typed.split_once('/').ok_or_else(wrong)?;
    let (from, until) = (instant("off", from)?, instant("off", until)?);
    if until < from {
        return Err(Failure::Input(format!("--off {typed:?} ends before it begins")));
    }
    Ok((from, until))
}

/// An instant as this program itself writes it, and nothing looser.
pub fn instant(name: &str, typed: &str) -> Result<DateTime<Utc>, Failure> {
    let read = || {
        let wall = local::typed(typed.get(..16)?)?;
        let seconds = typed.get(16..)?.strip_prefix(':')?.strip_suffix('Z')?;
        let two = seconds.len() == 2 && seconds.bytes().all(|byte| byte.is_ascii_digit());
        let seconds: i64 = seconds.parse().ok().filter(|seconds| two && *seconds < 60)?;
        Some(local::instant(wall, Tz::UTC) + TimeDelta::seconds(seconds))
    };
    read().ok_or_else(|| {
        Failure::Input(format!("--{name} {typed:?} is not an instant; write 2026-03-28T06:00:00Z"))
    })
}
