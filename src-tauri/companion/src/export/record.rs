//! Everything that was entered, told, answered and chosen, as JSON. `record.schema.json` beside this file describes it.

use super::{Tell, exact};
use crate::Companion;
use crate::problem::Problem;
use crate::settings::written;
use crate::store::{Entered, Facts, Version};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of this form. What can read one form can read every file that names it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Record {
    schema: u32,
    program: Program,
    exported: String,
    zone: String,
    protocol: ProtocolInUse,
    treatments: Vec<Treatment>,
    answers: Vec<Answer>,
    notices: Vec<Notice>,
    not_shown: Vec<NotShown>,
    diary: Vec<Check>,
    photos: Vec<Photo>,
    kept_free: Vec<KeptFree>,
    outings: Vec<Outing>,
    times: Vec<Times>,
    tests: Vec<Test>,
    watched: Vec<Watched>,
    settings: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct ProtocolInUse {
    id: String,
    version: String,
    draft: bool,
}

#[derive(Serialize)]
struct Treatment {
    id: String,
    forgotten: Option<String>,
    versions: Vec<Said>,
}

#[derive(Serialize)]
struct Said {
    recorded: String,
    protocol: String,
    protocol_version: String,
    ended: String,
    zone: String,
    device: String,
    depth_mm: Option<f64>,
    areas: Vec<String>,
    prp: bool,
    antibiotic: bool,
    pih_prone: bool,
    session: u32,
    sessions: u32,
    next_session: Option<String>,
}

#[derive(Serialize)]
struct Line {
    key: String,
    due: String,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    line: Line,
    answer: String,
    at: String,
    done: Option<String>,
    via: String,
}

#[derive(Serialize)]
struct Notice {
    begun: String,
    shown: Option<String>,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct NotShown {
    #[serde(flatten)]
    line: Line,
    cause: String,
    at: String,
}

#[derive(Serialize)]
struct Check {
    treatment: String,
    at: String,
    ratings: BTreeMap<String, u8>,
    signs: Vec<String>,
    note: String,
}

#[derive(Serialize)]
struct Photo {
    treatment: Option<String>,
    taken: String,
    sha256: String,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct KeptFree {
    from: String,
    until: String,
    name: String,
    doing: Vec<String>,
}

#[derive(Serialize)]
struct Outing {
    begun: String,
    place: Option<String>,
    back: Option<String>,
}

#[derive(Serialize)]
struct Times {
    chosen: String,
    morning: Option<String>,
    evening: Option<String>,
    quiet: Option<Quiet>,
}

#[derive(Serialize)]
struct Quiet {
    from: String,
    until: String,
}

#[derive(Serialize)]
struct Test {
    asked: String,
    shown: Option<String>,
    refused: Option<String>,
    seen: Option<bool>,
    said: Option<String>,
}

#[derive(Serialize)]
struct Watched {
    from: String,
    until: String,
    after: &'static str,
}

impl Companion {
    /// Everything, on one line.
    pub(super) fn record(&self, now: DateTime<Utc>, zone: Tz, tell: Tell<'_>) -> Result<Vec<u8>, Problem> {
        let Facts { answers, notices, passed_over, tests, watches, settings } = self.store.facts()?;
        tell(30);
        let diary = self.store.check_ins()?;
        tell(50);
        let record = Record {
            schema: SCHEMA,
            program: Program { name: "aftercare", version: env!("CARGO_PKG_VERSION") },
            exported: exact(now),
            zone: zone.name().to_owned(),
            protocol: ProtocolInUse {
                id: self.protocol.id.clone(),
                version: self.protocol.version.clone(),
                draft: self.draft(),
            },
            treatments: self.store.entered()?.into_iter().map(treatment).collect(),
            answers: answers
                .into_iter()
                .map(|one| Answer {
                    line: line(one.line),
                    answer: one.what,
                    at: exact(one.at),
                    done: one.done.map(exact),
                    via: one.via,
                })
                .collect(),
            notices: notices
                .into_iter()
                .map(|one| Notice {
                    begun: exact(one.begun),
                    shown: one.shown.map(exact),
                    lines: one.lines.into_iter().map(line).collect(),
                })
                .collect(),
            not_shown: passed_over
                .into_iter()
                .map(|one| NotShown { line: line(one.line), cause: one.cause, at: exact(one.at) })
                .collect(),
            // Oldest first, like all the rest.
            diary: diary
                .into_iter()
                .rev()
                .map(|(_, one)| Check {
                    treatment: one.procedure,
                    at: exact(one.at),
                    ratings: one.ratings,
                    signs: one.signs.into_iter().collect(),
                    note: one.note,
                })
                .collect(),
            photos: self
                .store
                .photos()?
                .into_iter()
                .rev()
                .map(|(_, one)| Photo {
                    treatment: one.procedure,
                    taken: exact(one.taken),
                    sha256: one.hash,
                    width: one.width,
                    height: one.height,
                })
                .collect(),
            // Those that are over, too.
            kept_free: self
                .store
                .kept_free(NaiveDate::MIN)?
                .into_iter()
                .map(|(_, one)| KeptFree {
                    from: one.from.to_string(),
                    until: one.until.to_string(),
                    name: one.name,
                    doing: one.doing.into_iter().collect(),
                })
                .collect(),
            outings: self
                .store
                .outings()?
                .into_iter()
                .map(|one| Outing { begun: exact(one.begun), place: one.place, back: one.back.map(exact) })
                .collect(),
            times: self
                .store
                .chosen_times()?
                .into_iter()
                .map(|(at, times)| Times {
                    chosen: exact(at),
                    morning: times.morning.map(written),
                    evening: times.evening.map(written),
                    quiet: times.quiet.map(|one| Quiet { from: written(one.start), until: written(one.end) }),
                })
                .collect(),
            tests: tests
                .into_iter()
                .map(|one| Test {
                    asked: exact(one.asked),
                    shown: one.shown.map(exact),
                    refused: one.refused,
                    seen: one.seen.map(|(seen, _)| seen),
                    said: one.seen.map(|(_, at)| exact(at)),
                })
                .collect(),
            watched: watches
                .into_iter()
                .map(|(from, until, why)| Watched {
                    from: exact(from),
                    until: exact(until),
                    after: why.word(),
                })
                .collect(),
            settings,
        };
        tell(70);
        let mut bytes = serde_json::to_vec(&record)
            .map_err(|error| Problem::new("export-failed").with("file", "-").with("reason", error))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn line((key, due): (String, DateTime<Utc>)) -> Line {
    Line { key, due: exact(due) }
}

fn treatment(entered: Entered) -> Treatment {
    Treatment {
        id: entered.id,
        forgotten: entered.forgotten.map(exact),
        versions: entered.versions.into_iter().map(said).collect(),
    }
}

fn said(version: Version) -> Said {
    let (protocol, protocol_version) = version.protocol;
    Said {
        recorded: exact(version.recorded),
        protocol,
        protocol_version,
        ended: exact(version.ended),
        zone: version.zone,
        device: version.device,
        depth_mm: version.depth_mm,
        areas: version.areas,
        prp: version.prp,
        antibiotic: version.antibiotic,
        pih_prone: version.pih_prone,
        session: version.session,
        sessions: version.sessions,
        next_session: version.next_session.map(exact),
    }
}
