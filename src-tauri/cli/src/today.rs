//! `aftercarectl today`: the board of every treatment, as JSON.

use crate::Failure;
use crate::args::Args;
use crate::plan_command::{json, utc};
use companion::{Companion, clock};
use serde::Serialize;

#[derive(Serialize)]
struct Reply<'p> {
    procedures: Vec<Procedure<'p>>,
}

#[derive(Serialize)]
struct Procedure<'p> {
    id: &'p str,
    ended: String,
    zone: &'p str,
    day: i64,
    hours: f64,
    not_yet: Vec<NotYet<'p>>,
    do_now: Vec<DoNow<'p>>,
    usual: Vec<&'p str>,
    next: Option<Next<'p>>,
}

#[derive(Serialize)]
struct NotYet<'p> {
    id: &'p str,
    until: String,
}

#[derive(Serialize)]
struct DoNow<'p> {
    key: &'p str,
    instruction: &'p str,
    due: String,
}

#[derive(Serialize)]
struct Next<'p> {
    at: String,
    instructions: Vec<&'p str>,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    args.end()?;
    let companion = Companion::open(&args.folder()?)?;
    let now = clock::now();
    let plans = companion.plans(clock::zone())?;
    let delivered = companion.delivered()?;
    let procedures = plans.iter().map(|(id, plan)| {
        let today = plan.today(now, &delivered);
        Procedure {
            id,
            ended: utc(plan.procedure().ended),
            zone: plan.procedure().zone.name(),
            day: today.day,
            hours: companion::tenths(today.seconds),
            not_yet: today
                .not_yet
                .iter()
                .map(|window| NotYet { id: window.id(), until: utc(window.until) })
                .collect(),
            do_now: today
                .do_now
                .iter()
                .filter(|doing| doing.open())
                .map(|doing| DoNow {
                    key: &doing.occurrence.key,
                    instruction: doing.occurrence.instruction(plan),
                    due: utc(doing.due),
                })
                .collect(),
            usual: today.usual.iter().map(|window| window.id()).collect(),
            next: today.next.map(|next| {
                let mut instructions: Vec<&str> =
                    next.occurrences.iter().map(|one| one.instruction(plan)).collect();
                instructions.sort_unstable();
                Next { at: utc(next.at), instructions }
            }),
        }
    });
    json(&Reply { procedures: procedures.collect() })
}
