//! `aftercarectl protocol check FILE`: every problem of a protocol file, with its line.

use crate::Failure;
use crate::args::{Args, Word, refuse};
use crate::plan_command::text_of;
use plan::Protocol;
use std::path::PathBuf;

pub fn run(mut args: Args) -> Result<String, Failure> {
    let usage = || Failure::Input("write: aftercarectl protocol check FILE".into());
    match args.next()? {
        Some(Word::Plain(word)) if word == "check" => {}
        Some(Word::Plain(word)) => {
            return Err(Failure::Input(format!(
                "there is no command protocol {word:?}; there is protocol check FILE"
            )));
        }
        Some(word) => return Err(refuse(&word)),
        None => return Err(usage()),
    }
    let file: PathBuf = match args.next()? {
        Some(Word::Plain(file)) => file.into(),
        Some(word) => return Err(refuse(&word)),
        None => return Err(usage()),
    };
    args.end()?;
    let name = file.display();
    match Protocol::parse(&text_of(&file)?) {
        Ok(checked) => {
            let mut out = String::new();
            for warning in &checked.warnings {
                out.push_str(&format!("{name}: warning: {warning}\n"));
            }
            let protocol = &checked.protocol;
            let (id, version, lines) = (&protocol.id, &protocol.version, protocol.instructions.len());
            out.push_str(&format!("{name}: {id} {version} can be used: {lines} instructions\n"));
            Ok(out)
        }
        Err(faults) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
            Err(Failure::Input(lines.join("\naftercarectl: ")))
        }
    }
}
