//! `aftercarectl doctor`: whether reminders can be relied on, as the window's own screen tells it.
//!
//! It says what is so and what a person confirmed, and never that all is well.

use crate::Failure;
use crate::args::Args;
use crate::plan_command::json;
use chrono::DateTime;
use chrono_tz::Tz;
use companion::contract::{Answered, Away, Health};
use companion::words::Words;
use companion::{Companion, Problem, clock};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Report {
    version: &'static str,
    data: String,
    problem: Option<Problem>,
    health: Option<Health>,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    args.end()?;
    let folder = args.folder_or_default()?;
    let (health, problem) = match examine(&folder) {
        Ok(health) => (health, None),
        Err(problem) => (None, Some(problem)),
    };
    let data = folder.display().to_string();
    if args.wants_json() {
        return json(&Report { version: env!("CARGO_PKG_VERSION"), data, problem, health });
    }
    let words = Words::of(&companion::system_language());
    let mut lines = vec![
        words.say_with("doctor-version", &[("version", env!("CARGO_PKG_VERSION"))]),
        words.say_with("doctor-data", &[("folder", &data)]),
    ];
    match (&health, &problem) {
        (Some(health), _) => lines.extend(in_words(health, &words)),
        (None, Some(problem)) => lines.push(words.problem(problem)),
        (None, None) => lines.push(words.say("doctor-no-data")),
    }
    Ok(lines.join("\n") + "\n")
}

/// What a data folder tells; nothing where nothing was entered. A doctor makes no folders.
fn examine(folder: &Path) -> Result<Option<Health>, Problem> {
    if !folder.join("aftercare.db").exists() {
        return Ok(None);
    }
    Companion::open(folder)?.health(clock::now(), clock::zone()).map(Some)
}

fn in_words(health: &Health, words: &Words) -> Vec<String> {
    let zone: Tz = health.zone.parse().unwrap_or(Tz::UTC);
    let at = |instant: &String| wall(instant, zone);
    let mut lines = Vec::new();
    lines.push(match (&health.agent, &health.since) {
        (true, Some(since)) => words.say_with("doctor-agent", &[("since", &at(since))]),
        (true, None) => words.say("doctor-agent-new"),
        (false, _) => words.say("doctor-no-agent"),
    });
    if let Some(looked) = &health.looked {
        lines.push(words.say_with("doctor-looked", &[("at", &at(looked))]));
    }
    lines.push(match &health.server {
        None => words.say("doctor-server-unmet"),
        Some(server) => match &server.name {
            None => words.say_with("doctor-no-server", &[("at", &at(&server.met))]),
            Some(name) => {
                let buttons = if server.actions { "doctor-buttons" } else { "doctor-no-buttons" };
                let keeps = if server.keeps { "doctor-keeps" } else { "doctor-keeps-not" };
                words.say_with(
                    "doctor-server",
                    &[
                        ("name", name),
                        ("version", &server.version),
                        ("buttons", &words.say(buttons)),
                        ("keeps", &words.say(keeps)),
                    ],
                )
            }
        },
    });
    if let Some(since) = &health.waiting_since {
        lines.push(words.say_with("doctor-waiting", &[("since", &at(since))]));
    }
    lines.push(match &health.last {
        None => words.say("doctor-no-notice"),
        Some(last) => {
            let told = last.lines.join(", ");
            let answer = match (&last.answer, &last.answered) {
                (Some(answer), Some(answered)) => {
                    words.say_with(answer_id(*answer), &[("at", &at(answered))])
                }
                _ if last.answerable => words.say("doctor-unanswered"),
                _ => words.say("doctor-no-answer-needed"),
            };
            words.say_with("doctor-notice", &[("at", &at(&last.at)), ("told", &told), ("answer", &answer)])
        }
    });
    lines.push(words.say(match health.autostart.as_str() {
        "on" => "doctor-login-on",
        "off" => "doctor-login-off",
        "switched_off" => "doctor-login-switched-off",
        "stale" => "doctor-login-stale",
        "unit" => "doctor-login-unit",
        _ => "doctor-login-not-here",
    }));
    lines.push(words.say_with("doctor-zone", &[("zone", &health.zone)]));
    lines.push(match &health.test {
        None => words.say("doctor-untested"),
        Some(test) => match (&test.shown, test.seen, &test.refused) {
            (Some(shown), Some(true), _) => words.say_with("doctor-seen", &[("at", &at(shown))]),
            (Some(shown), Some(false), _) => words.say_with("doctor-unseen", &[("at", &at(shown))]),
            (Some(shown), None, _) => words.say_with("doctor-unconfirmed", &[("at", &at(shown))]),
            (None, _, Some(reason)) => words.say_with("doctor-refused", &[("reason", reason)]),
            (None, _, None) if test.over => words.say_with("doctor-test-over", &[("at", &at(&test.asked))]),
            (None, _, None) => words.say("doctor-test-waits"),
        },
    });
    if health.away.is_empty() {
        lines.push(words.say("doctor-never-away"));
    }
    let away = |away: &Away| {
        words.say_with(away_id(&away.why), &[("from", &at(&away.from)), ("until", &at(&away.until))])
    };
    lines.extend(health.away.iter().map(away));
    lines
}

fn answer_id(answer: Answered) -> &'static str {
    match answer {
        Answered::Done => "doctor-done",
        Answered::Skipped => "doctor-skipped",
        // What was taken back is no answer.
        Answered::Later | Answered::Undone => "doctor-later",
    }
}

fn away_id(why: &str) -> &'static str {
    match why {
        "off" => "doctor-away-off",
        "asleep" => "doctor-away-asleep",
        _ => "doctor-away-stopped",
    }
}

/// An instant of the contract as the clock on the wall shows it.
fn wall(instant: &str, zone: Tz) -> String {
    match instant.parse::<DateTime<chrono::Utc>>() {
        Ok(instant) => plan::local::wall(instant, zone).format("%Y-%m-%d %H:%M").to_string(),
        Err(_) => instant.to_owned(),
    }
}
