//! `aftercarectl ledger`: what was shown, answered and passed over, as JSON.

use crate::Failure;
use crate::args::Args;
use crate::plan_command::{json, utc};
use companion::{Companion, clock};
use plan::Answer;
use serde::Serialize;

#[derive(Serialize)]
struct Reply {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    key: String,
    due: String,
    shown: Vec<String>,
    answer: Option<&'static str>,
    answered: Option<String>,
    missed: Option<&'static str>,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    args.end()?;
    let companion = Companion::open(&args.folder()?)?;
    let rows = companion.ledger(clock::now(), clock::zone())?;
    let rows = rows.into_iter().map(|(key, due, row)| Row {
        key,
        due: utc(due),
        answer: row.answer.map(|(answer, _)| match answer {
            Answer::Done => "done",
            Answer::Skipped => "skipped",
            Answer::Later => "later",
        }),
        answered: row.answer.map(|(_, at)| utc(at)),
        // What was shown after all was not missed.
        missed: row.missed.filter(|_| row.shown.is_empty()).map(|(cause, _)| cause.word()),
        shown: row.shown.into_iter().map(utc).collect(),
    });
    json(&Reply { rows: rows.collect() })
}
