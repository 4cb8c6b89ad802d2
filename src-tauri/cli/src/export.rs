//! `aftercarectl export`: what the patient takes along, on standard output or as a new file.

use crate::Failure;
use crate::args::{Args, Word, refuse};
use crate::plan_command::json;
use companion::contract::{ExportForm, ExportKind};
use companion::{Companion, clock, export};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What is said where the patient wants an object.
#[derive(Serialize)]
struct Report<'r> {
    kind: ExportKind,
    /// Where it was put, if it was.
    file: Option<String>,
    bytes: usize,
    /// What is in it, where it was not put anywhere.
    text: Option<&'r str>,
}

pub fn run(mut args: Args) -> Result<String, Failure> {
    let mut kind = None;
    let mut out: Option<PathBuf> = None;
    let (mut neutral, mut notes) = (false, false);
    while let Some(word) = args.next()? {
        match &word {
            Word::Option(name) if name == "out" => out = Some(args.path(name)?),
            Word::Option(name) if name == "neutral" => neutral = true,
            Word::Option(name) if name == "notes" => notes = true,
            Word::Plain(named) if kind.is_none() => {
                let named = named.to_string_lossy();
                kind = Some(named_kind(&named).ok_or_else(|| {
                    let what = "it is ics, html, json, csv or csv-reminders";
                    Failure::Input(format!("{named:?} cannot be exported; {what}"))
                })?);
            }
            _ => return Err(refuse(&word)),
        }
    }
    let Some(kind) = kind else {
        return Err(Failure::Input("say what to export: ics, html, json, csv or csv-reminders".into()));
    };
    for (given, name, only) in
        [(neutral, "neutral", ExportKind::Calendar), (notes, "notes", ExportKind::Doctor)]
    {
        if given && kind != only {
            return Err(Failure::Input(format!("--{name} is for {} alone", only.ending())));
        }
    }
    if out.as_ref().is_some_and(|file| file.as_os_str().is_empty()) {
        return Err(Failure::Input("--out needs a file".into()));
    }
    let folder = args.folder_or_default()?;
    // Who exports makes no folders.
    if !folder.join("aftercare.db").exists() {
        return Err(Failure::Failed(format!("{}: nothing was entered here yet", folder.display())));
    }
    let companion = Companion::open(&folder)?;
    // Photos are chosen by looking at them, in the window.
    let form = ExportForm { kind, neutral, notes, photos: Vec::new() };
    let made = companion.export(&form, clock::now(), clock::zone(), &mut |_| {})?;
    if let Some(file) = &out {
        export::write_new(file, &made)?;
    }
    if args.wants_json() && !(kind == ExportKind::Everything && out.is_none()) {
        return json(&Report {
            kind,
            file: out.as_deref().map(Path::display).map(|file| file.to_string()),
            bytes: made.len(),
            text: out.is_none().then(|| text(&made)).transpose()?,
        });
    }
    match out {
        Some(_) => Ok(String::new()),
        None => Ok(text(&made)?.to_owned()),
    }
}

fn named_kind(name: &str) -> Option<ExportKind> {
    match name {
        "ics" => Some(ExportKind::Calendar),
        "html" => Some(ExportKind::Doctor),
        "json" => Some(ExportKind::Everything),
        "csv" => Some(ExportKind::Diary),
        "csv-reminders" => Some(ExportKind::Reminders),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> Result<&str, Failure> {
    std::str::from_utf8(bytes).map_err(|error| Failure::Failed(error.to_string()))
}
