//! A treatment as a person types it, and what is refused with which words.

use crate::contract::{Choice, ProcedureForm, ProtocolView};
use crate::problem::Problem;
use crate::store::Version;
use chrono::{DateTime, Months, Utc};
use chrono_tz::Tz;
use plan::{Here, Plan, Procedure, Protocol, Trait, local};
use std::sync::Arc;

/// Devices and areas that a form offers besides the covered ones, because patients have them and must be told.
const OTHER_DEVICES: [&str; 1] = ["radio-frequency"];
const OTHER_AREAS: [&str; 2] = ["scalp", "body"];

/// How a wall time is typed.
const WALL: &str = "%Y-%m-%dT%H:%M";

/// Checks what was typed against the rules.
pub(crate) fn check(
    form: &ProcedureForm,
    protocol: &Protocol,
    now: DateTime<Utc>,
) -> Result<Version, Problem> {
    let zone: Tz = form
        .zone
        .parse()
        .map_err(|_| Problem::new("zone-unknown").about("zone").with("zone", short(&form.zone)))?;
    let ended = local::typed(&form.ended).ok_or_else(|| Problem::new("ended-not-a-time").about("ended"))?;
    let ended = local::instant(ended, zone);
    if ended > now {
        return Err(Problem::new("ended-in-future").about("ended"));
    }
    let a_year_ago = now.checked_sub_months(Months::new(12)).unwrap_or(now);
    if ended < a_year_ago {
        return Err(Problem::new("ended-too-long-ago").about("ended"));
    }
    if !protocol.devices.contains(&form.device) {
        return Err(Problem::new("device-not-covered").about("device").with("device", short(&form.device)));
    }
    if let Some(mm) = form.depth_mm {
        // Below a micrometre nothing is a needle; NaN and infinity are no numbers of millimetres.
        if !mm.is_finite() || mm < 0.001 {
            return Err(Problem::new("depth-not-a-depth").about("depth_mm"));
        }
        if mm > protocol.max_needle_mm {
            let problem = Problem::new("depth-not-covered").about("depth_mm");
            return Err(problem.with("depth", mm).with("most", protocol.max_needle_mm));
        }
    }
    let mut areas = form.areas.clone();
    areas.sort();
    areas.dedup();
    if areas.is_empty() {
        return Err(Problem::new("area-missing").about("areas"));
    }
    if let Some(area) = areas.iter().find(|area| !protocol.areas.contains(area)) {
        return Err(Problem::new("area-not-covered").about("areas").with("area", short(area)));
    }
    let most = protocol.sessions.most;
    if form.session == 0 || form.session > form.sessions || form.sessions > most {
        return Err(Problem::new("session-number").about("session").with("most", most));
    }
    let next_session = match form.next_session.as_deref() {
        None => None,
        Some(typed) => {
            let wall = local::typed(typed)
                .ok_or_else(|| Problem::new("session-not-a-time").about("next_session"))?;
            let next = local::instant(wall, zone);
            if next <= ended {
                return Err(Problem::new("session-before-treatment").about("next_session"));
            }
            Some(next)
        }
    };
    Ok(Version {
        recorded: now,
        protocol: (protocol.id.clone(), protocol.version.clone()),
        ended,
        zone: zone.name().to_owned(),
        device: form.device.clone(),
        depth_mm: form.depth_mm,
        areas,
        prp: form.prp,
        antibiotic: form.antibiotic,
        pih_prone: form.pih_prone,
        session: form.session,
        sessions: form.sessions,
        next_session,
    })
}

/// The form of a treatment as it is known.
pub(crate) fn form(version: &Version) -> ProcedureForm {
    let zone = zone(version);
    let wall = |instant| wall(instant, zone);
    ProcedureForm {
        ended: wall(version.ended),
        zone: zone.name().to_owned(),
        device: version.device.clone(),
        depth_mm: version.depth_mm,
        areas: version.areas.clone(),
        prp: version.prp,
        antibiotic: version.antibiotic,
        pih_prone: version.pih_prone,
        session: version.session,
        sessions: version.sessions,
        next_session: version.next_session.map(wall),
    }
}

/// An instant as a wall time that could have been typed.
pub(crate) fn wall(instant: DateTime<Utc>, zone: Tz) -> String {
    local::wall(instant, zone).format(WALL).to_string()
}

/// The plan of a treatment, with its past: each version's plan comes after the one before. `followed`: when the next session of
/// its course ended, where that was entered.
pub(crate) fn plan(
    protocol: &Arc<Protocol>,
    id: &str,
    versions: &[Version],
    followed: Option<DateTime<Utc>>,
    here: &Here,
) -> Option<Plan> {
    versions.iter().fold(None, |earlier, version| {
        let plan = Plan::new(Arc::clone(protocol), procedure(id, version, followed), here);
        Some(match earlier {
            Some(earlier) => plan.after(&earlier),
            None => plan,
        })
    })
}

fn procedure(id: &str, version: &Version, followed: Option<DateTime<Utc>>) -> Procedure {
    let traits = [(version.prp, Trait::Prp), (version.pih_prone, Trait::PihProne)];
    Procedure {
        id: id.to_owned(),
        ended: version.ended,
        zone: zone(version),
        traits: traits.into_iter().filter(|(has, _)| *has).map(|(_, name)| name).collect(),
        antibiotic: version.antibiotic,
        // A session that was booked for later took place, or will under the treatment that followed.
        next_session: version.next_session.filter(|next| followed.is_none_or(|ended| *next <= ended)),
        sessions_left: version.session < version.sessions && followed.is_none(),
        recorded: version.recorded,
    }
}

/// Only known zones are saved; a name that a later table dropped is read as UTC, and the instants stay what they are.
pub(crate) fn zone(version: &Version) -> Tz {
    version.zone.parse().unwrap_or(Tz::UTC)
}

/// What was typed, for a message: not longer than a line.
fn short(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// What a form needs to know of the rules.
pub(crate) fn view(protocol: &Protocol, draft: bool) -> ProtocolView {
    let choices = |covered: &[String], others: &[&str]| {
        let also = others.iter().filter(|other| !covered.iter().any(|one| one == *other));
        covered
            .iter()
            .map(|id| Choice { id: id.clone(), covered: true })
            .chain(also.map(|id| Choice { id: (*id).to_owned(), covered: false }))
            .collect()
    };
    ProtocolView {
        id: protocol.id.clone(),
        version: protocol.version.clone(),
        draft,
        devices: choices(&protocol.devices, &OTHER_DEVICES),
        areas: choices(&protocol.areas, &OTHER_AREAS),
        max_needle_mm: protocol.max_needle_mm,
        sessions_default: protocol.sessions.default,
        sessions_most: protocol.sessions.most,
    }
}
