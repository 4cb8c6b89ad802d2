//! `aftercarectl plan`: a whole plan as JSON, without any data folder.

use crate::Failure;
use crate::args::{Args, Word, refuse};
use chrono::{DateTime, Datelike, NaiveDateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use plan::{Here, Plan, Procedure, Protocol, Trait, local};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// The arguments that describe a plan.
#[derive(Default)]
pub struct Asked {
    ended: Option<String>,
    zone: Option<String>,
    next_session: Option<String>,
    protocol: Option<std::path::PathBuf>,
    traits: BTreeSet<Trait>,
    antibiotic: bool,
}

#[derive(Serialize)]
struct Reply<'p> {
    protocol: Name<'p>,
    ended: String,
    zone: &'p str,
    windows: Vec<Window<'p>>,
    occurrences: Vec<Occurrence<'p>>,
    notices: Vec<Notice<'p>>,
    sessions: Sessions,
}

#[derive(Serialize)]
struct Name<'p> {
    id: &'p str,
    version: &'p str,
}

#[derive(Serialize)]
struct Window<'p> {
    id: &'p str,
    kind: &'p str,
    weight: &'p str,
    from: String,
    until: String,
}

#[derive(Serialize)]
struct Occurrence<'p> {
    key: &'p str,
    instruction: &'p str,
    due: String,
    useful_until: String,
}

#[derive(Serialize)]
struct Notice<'p> {
    at: String,
    instructions: Vec<&'p str>,
}

#[derive(Serialize)]
struct Sessions {
    earliest: String,
    latest: String,
}

/// An instant as the command line writes it.
pub fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    let mut asked = Asked::default();
    while let Some(word) = args.next()? {
        if !asked.takes(&word, &mut args)? {
            return Err(refuse(&word));
        }
    }
    args.needs_json()?;
    let plan = asked.plan()?;
    print(&plan)
}

impl Asked {
    /// Takes an argument if it is one that describes a plan.
    pub fn takes(&mut self, word: &Word, args: &mut Args) -> Result<bool, Failure> {
        let Word::Option(name) = word else { return Ok(false) };
        match name.as_str() {
            "ended" => self.ended = Some(args.value("ended")?),
            "zone" => self.zone = Some(args.value("zone")?),
            "next-session" => self.next_session = Some(args.value("next-session")?),
            "protocol" => self.protocol = Some(args.path("protocol")?),
            "antibiotic" => self.antibiotic = true,
            "trait" => {
                let word = args.value("trait")?;
                let known = Trait::named(&word);
                let wrong =
                    || Failure::Input(format!("there is no trait {word:?}; there are prp and pih_prone"));
                self.traits.insert(known.ok_or_else(wrong)?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// A treatment is described, well or not; else the data folder's is meant.
    pub fn describes(&self) -> bool {
        let Asked { ended, zone, next_session, protocol, traits, antibiotic } = self;
        let texts = [ended, zone, next_session].iter().any(|text| text.is_some());
        texts || protocol.is_some() || !traits.is_empty() || *antibiotic
    }

    /// The plan they describe.
    pub fn plan(self) -> Result<Plan, Failure> {
        let need = |what: &str| Failure::Input(format!("--{what} is missing"));
        let zone = self.zone.ok_or_else(|| need("zone"))?;
        let zone: Tz =
            zone.parse().map_err(|_| Failure::Input(format!("there is no time zone named {zone:?}")))?;
        let ended = wall("ended", &self.ended.ok_or_else(|| need("ended"))?)?;
        let ended = local::instant(ended, zone);
        let next_session = match self.next_session {
            None => None,
            Some(typed) => {
                let next = local::instant(wall("next-session", &typed)?, zone);
                if next <= ended {
                    return Err(Failure::Input("--next-session must be later than --ended".into()));
                }
                Some(next)
            }
        };
        let protocol = match self.protocol {
            None => Protocol::built_in(),
            Some(file) => Arc::new(read(&file)?),
        };
        let procedure = Procedure {
            id: "plan".into(),
            ended,
            zone,
            traits: self.traits,
            antibiotic: self.antibiotic,
            next_session,
            // How many sessions there are is not asked: whoever plans one more has one left.
            sessions_left: true,
            recorded: ended,
        };
        Ok(Plan::new(protocol, procedure, &Here::at(zone)))
    }
}

/// A wall time between the years 2000 and 2100.
fn wall(name: &str, typed: &str) -> Result<NaiveDateTime, Failure> {
    let wrong =
        || Failure::Input(format!("--{name} {typed:?} is not a day and time; write 2026-03-27T15:10"));
    let read = local::typed(typed).ok_or_else(wrong)?;
    if (2000..=2100).contains(&read.year()) {
        Ok(read)
    } else {
        Err(Failure::Input(format!("--{name} {typed:?} is not between the years 2000 and 2100")))
    }
}

/// The text of a protocol file. One that cannot be read is bad input.
pub fn text_of(file: &Path) -> Result<String, Failure> {
    // A protocol is far smaller; what is larger is no protocol and need not be read to its end.
    const MOST: u64 = 4 << 20;
    let name = file.display();
    let wrong = |what: String| Failure::Input(format!("{name}: {what}"));
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(|error| wrong(error.to_string()))?;
    opened.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| wrong(error.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(wrong(format!("has more than {MOST} bytes; no protocol is that large")));
    }
    String::from_utf8(bytes).map_err(|error| {
        wrong(format!("is not text in UTF-8 from byte {} on", error.utf8_error().valid_up_to()))
    })
}

fn read(file: &Path) -> Result<Protocol, Failure> {
    let checked = Protocol::parse(&text_of(file)?).map_err(|faults| {
        let first = faults.first().map_or_else(String::new, ToString::to_string);
        let more = if faults.len() > 1 {
            format!(" (and {} more: aftercarectl protocol check lists them)", faults.len() - 1)
        } else {
            String::new()
        };
        Failure::Input(format!("{}: {first}{more}", file.display()))
    })?;
    Ok(checked.protocol)
}

fn print(plan: &Plan) -> Result<String, Failure> {
    let procedure = plan.procedure();
    let sessions = plan.next_session_between();
    let reply = Reply {
        protocol: Name { id: &plan.protocol().id, version: &plan.protocol().version },
        ended: utc(procedure.ended),
        zone: procedure.zone.name(),
        windows: plan
            .windows()
            .map(|window| Window {
                id: window.id(),
                kind: window.kind().word(),
                weight: window.weight().word(),
                from: utc(window.from),
                until: utc(window.until),
            })
            .collect(),
        occurrences: plan
            .occurrences()
            .iter()
            .map(|occurrence| Occurrence {
                key: &occurrence.key,
                instruction: occurrence.instruction(plan),
                due: utc(occurrence.due),
                useful_until: utc(occurrence.useful_until),
            })
            .collect(),
        notices: plan
            .notices()
            .into_iter()
            .map(|(at, occurrences)| {
                let mut instructions: Vec<&str> =
                    occurrences.iter().map(|one| one.instruction(plan)).collect();
                instructions.sort_unstable();
                Notice { at: utc(at), instructions }
            })
            .collect(),
        sessions: Sessions { earliest: sessions.earliest.to_string(), latest: sessions.latest.to_string() },
    };
    json(&reply)
}

/// One object, on one line.
pub fn json(reply: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string(reply).map_err(|error| Failure::Failed(error.to_string()))?;
    Ok(text + "\n")
}
