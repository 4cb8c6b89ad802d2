//! Arguments: each is read once, in any order, and whatever nobody asked for is refused.

use crate::Failure;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments of one call.
pub struct Args {
    parser: Parser,
    data: Option<PathBuf>,
    json: bool,
}

/// One argument of a command.
pub enum Word {
    /// `--name`; a value is asked for with [`Args::value`].
    Option(String),
    /// Anything else.
    Plain(OsString),
}

impl Args {
    pub fn new() -> Args {
        Args { parser: Parser::from_env(), data: None, json: false }
    }

    /// The command, with the options that may stand before it.
    pub fn command(&mut self) -> Result<Option<String>, Failure> {
        match self.next()? {
            None => Ok(None),
            Some(Word::Plain(command)) => Ok(Some(command.string()?)),
            Some(Word::Option(name)) if name == "version" => Ok(Some(name)),
            Some(Word::Option(name)) => Err(unknown(&name)),
        }
    }

    /// The next argument that is not `--data` or `--json`.
    pub fn next(&mut self) -> Result<Option<Word>, Failure> {
        loop {
            let word = match self.parser.next()? {
                None => return Ok(None),
                Some(Arg::Short('h')) => Word::Option("help".into()),
                Some(Arg::Short(letter)) => {
                    return Err(Failure::Input(format!("there is no option -{letter}")));
                }
                Some(Arg::Long(name)) => Word::Option(name.to_owned()),
                Some(Arg::Value(value)) => Word::Plain(value),
            };
            match &word {
                Word::Option(name) if name == "help" => return Err(Failure::Help),
                Word::Option(name) if name == "json" => self.json = true,
                Word::Option(name) if name == "data" => {
                    let folder: PathBuf = self.parser.value()?.into();
                    if folder.as_os_str().is_empty() {
                        return Err(Failure::Input("--data needs a folder".into()));
                    }
                    self.data = Some(folder);
                }
                _ => return Ok(Some(word)),
            }
        }
    }

    /// The text after an option.
    pub fn value(&mut self, name: &str) -> Result<String, Failure> {
        let value = self.parser.value().map_err(|_| Failure::Input(format!("--{name} needs a value")))?;
        Ok(value.string()?)
    }

    /// The path after an option.
    pub fn path(&mut self, name: &str) -> Result<PathBuf, Failure> {
        Ok(self.parser.value().map_err(|_| Failure::Input(format!("--{name} needs a file")))?.into())
    }

    /// Takes no further argument.
    pub fn end(&mut self) -> Result<(), Failure> {
        match self.next()? {
            None => Ok(()),
            Some(word) => Err(refuse(&word)),
        }
    }

    /// The data folder, and that the answer is wanted as JSON, which is the only form there is.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        self.needs_json()?;
        self.folder_or_default()
    }

    /// The answer is wanted as JSON.
    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// The data folder.
    pub fn folder_or_default(&self) -> Result<PathBuf, Failure> {
        match &self.data {
            Some(folder) => Ok(folder.clone()),
            None => Ok(companion::default_folder()?),
        }
    }

    /// Says that a command answers in JSON.
    pub fn needs_json(&self) -> Result<(), Failure> {
        if self.json {
            Ok(())
        } else {
            Err(Failure::Input("add --json: this command answers in JSON".into()))
        }
    }
}

/// What is said of an argument that nobody asked for.
pub fn refuse(word: &Word) -> Failure {
    match word {
        Word::Option(name) => unknown(name),
        Word::Plain(text) => Failure::Input(format!("{text:?} is one argument too many")),
    }
}

fn unknown(name: &str) -> Failure {
    Failure::Input(format!("there is no option --{name} here; aftercarectl --help lists them"))
}
