//! `aftercarectl ask`: May I …? on the command line. Without arguments that describe a treatment it is the data folder's newest.

use crate::Failure;
use crate::args::{Args, Word, refuse};
use crate::plan_command::{Asked, json, utc};
use crate::simulate::instant;
use chrono::{DateTime, Utc};
use companion::words::Words;
use companion::{Companion, clock, may};
use lexopt::ValueExt;
use plan::lookup::{Match, May, Part, Verdict, may_i};
use plan::{Plan, local};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Reply<'r> {
    asked: &'r str,
    found: Option<&'r str>,
    verdict: &'static str,
    until: Option<String>,
    text: String,
    source: Vec<&'r str>,
    did_you_mean: Vec<&'r str>,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    let mut about = Asked::default();
    let (mut asked, mut at) = (None, None);
    while let Some(word) = args.next()? {
        match word {
            Word::Option(name) if name == "at" => at = Some(instant("at", &args.value("at")?)?),
            Word::Plain(text) if asked.is_none() => asked = Some(text.string()?),
            word if about.takes(&word, &mut args)? => {}
            word => return Err(refuse(&word)),
        }
    }
    let asked = asked.unwrap_or_default();
    let words = Words::of(&companion::system_language());
    may::check(&asked).map_err(|problem| Failure::Input(words.problem(&problem)))?;
    let at = at.unwrap_or_else(clock::now);
    let plan = if about.describes() { about.plan()? } else { newest(&args.folder_or_default()?)? };
    let may = may_i(&asked, &[&plan], at, words.language());
    if args.wants_json() { json(&reply(&asked, &may)) } else { Ok(in_words(&may, &plan, &words)) }
}

/// The newest treatment of a data folder. A question makes no folders.
fn newest(folder: &Path) -> Result<Plan, Failure> {
    let mut newest = None;
    if folder.join("aftercare.db").exists() {
        let companion = Companion::open(folder)?;
        let plans = companion.plans(clock::zone())?;
        newest = plans.iter().map(|(_, plan)| plan).max_by_key(|plan| plan.procedure().ended).cloned();
    }
    newest.ok_or_else(|| {
        let folder = folder.display();
        Failure::Input(format!(
            "no treatment is entered in {folder}; enter one in Aftercare, name its folder with --data, or describe it: \
             --ended 2026-03-27T15:10 --zone Europe/Berlin"
        ))
    })
}

/// What is found is the strictest part's; text and source are everybody's, strictest first.
fn reply<'r>(asked: &'r str, may: &'r May) -> Reply<'r> {
    let matches = || may.parts.iter().flat_map(|part| &part.matches);
    let mut text: Vec<&str> = Vec::new();
    for part in &may.parts {
        let told = part.matches.iter().map(|one| &one.text).chain(&part.unknown);
        for one in told.filter(|text| !text.is_empty()) {
            if !text.contains(&one.as_str()) {
                text.push(one);
            }
        }
    }
    let mut source: Vec<&str> = matches().flat_map(|one| &one.source).map(String::as_str).collect();
    source.sort_unstable();
    source.dedup();
    let found = may.parts.first().and_then(|part| part.matches.first());
    Reply {
        asked,
        found: found.map(|found| found.name.as_str()),
        verdict: may.verdict().word(),
        until: may.until().map(utc),
        text: text.join("\n"),
        source,
        did_you_mean: may.parts.iter().flat_map(|part| &part.did_you_mean).map(String::as_str).collect(),
    }
}

fn in_words(may: &May, plan: &Plan, words: &Words) -> String {
    let at = |instant: DateTime<Utc>| {
        let wall = local::wall(instant, plan.procedure().zone).format("%Y-%m-%d %H:%M");
        format!("{wall} ({})", plan.procedure().zone)
    };
    let mut lines = Vec::new();
    for part in &may.parts {
        lines.push(verdict(part, at, words));
        for one in &part.matches {
            lines.extend(reasons(one, at, words));
        }
        lines.extend(part.unknown.iter().map(|text| format!("  {text}")));
        if !part.did_you_mean.is_empty() {
            let names = part.did_you_mean.join(", ");
            lines.push(format!("  {}", words.say_with("cli-did-you-mean", &[("names", &names)])));
        }
    }
    lines.join("\n") + "\n"
}

fn verdict(part: &Part, at: impl Fn(DateTime<Utc>) -> String, words: &Words) -> String {
    let asked = part.asked.as_str();
    match (part.verdict, part.until) {
        (Verdict::Yes, _) => words.say_with("cli-yes", &[("asked", asked)]),
        (Verdict::NotBefore, Some(until)) => {
            words.say_with("cli-not-before", &[("asked", asked), ("until", &at(until))])
        }
        (Verdict::Ask | Verdict::NotBefore, _) => words.say_with("cli-ask", &[("asked", asked)]),
        (Verdict::Unknown, _) => words.say_with("cli-unknown", &[("asked", asked)]),
    }
}

/// One match in a few lines: what it is, what is said, why, and where that is from.
fn reasons(one: &Match, at: impl Fn(DateTime<Utc>) -> String, words: &Words) -> Vec<String> {
    let mut lines = vec![match one.from {
        Some(from) => words.say_with("cli-from", &[("name", &one.name), ("from", &at(from))]),
        None => one.name.clone(),
    }];
    lines.extend((!one.text.is_empty()).then(|| one.text.clone()));
    lines.extend(one.why.as_ref().map(|why| words.say_with("cli-why", &[("why", why)])));
    lines.push(words.say_with("cli-source", &[("source", &one.source.join(", "))]));
    lines.into_iter().map(|line| format!("  {line}")).collect()
}
