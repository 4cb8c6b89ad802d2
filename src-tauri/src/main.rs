//! The window of Aftercare.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod ask;
mod window;

use companion::words::Words;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::WebviewWindowBuilder;

const USAGE: &str = "\
Shows your clinic's aftercare instructions at the right time and lets you keep a private diary.
It does not diagnose, does not judge your skin and does not replace your clinic.

  aftercare [--data DIR]

--data DIR or AFTERCARE_DATA names the data folder; the default is the platform's own.
";

fn main() -> ExitCode {
    let folder = match arguments() {
        Ok(Some(folder)) => folder,
        Ok(None) => return ExitCode::SUCCESS,
        Err(what) => {
            complain(&what);
            return ExitCode::from(2);
        }
    };
    // Where the folder cannot be written there is no lock; the page says so in its own words.
    let lock = match window::only_one(&folder) {
        Ok(Some(lock)) => Some(lock),
        Ok(None) => return ExitCode::SUCCESS,
        Err(problem) => {
            complain(&words().problem(&problem));
            None
        }
    };
    if lock.is_some()
        && let Err(error) = window::start_agent(&folder)
    {
        // The page asks whether an agent lives and tells the person if none does.
        complain(&error);
    }
    match run(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(folder: PathBuf) -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(ask::Door::to(folder.clone()))
        .invoke_handler(tauri::generate_handler![ask::ask])
        .setup(move |app| {
            let config = app.config().app.windows.first().cloned().unwrap_or_default();
            // Nothing but our own pages: a link in a text would otherwise leave the app inside its own window.
            WebviewWindowBuilder::from_config(app.handle(), &config)?
                .on_navigation(|url| {
                    matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
                })
                .build()?;
            if let Some(watch) = window::listen(app.handle(), &folder) {
                // Kept as long as the app lives.
                tauri::Manager::manage(app, watch);
            }
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// The data folder; `None` where only help was asked for.
fn arguments() -> Result<Option<PathBuf>, String> {
    use lexopt::Arg::{Long, Short};
    let mut parser = lexopt::Parser::from_env();
    let mut folder = None;
    while let Some(arg) = parser.next().map_err(|error| error.to_string())? {
        match arg {
            Long("data") => {
                let named: PathBuf = parser.value().map_err(|error| error.to_string())?.into();
                if named.as_os_str().is_empty() {
                    return Err("--data needs a folder".into());
                }
                folder = Some(named);
            }
            Long("help") | Short('h') => return say(USAGE),
            Long("version") => return say(concat!("aftercare ", env!("CARGO_PKG_VERSION"), "\n")),
            other => return Err(format!("{}; aftercare --help says what there is", other.unexpected())),
        }
    }
    match folder {
        Some(folder) => Ok(Some(folder)),
        None => companion::default_folder().map(Some).map_err(|problem| words().problem(&problem)),
    }
}

fn say(text: &str) -> Result<Option<PathBuf>, String> {
    std::io::stdout().write_all(text.as_bytes()).map(|()| None).map_err(|error| error.to_string())
}

fn words() -> Words {
    Words::of(&companion::system_language())
}

fn complain(what: &str) {
    // Where nobody reads standard error there is nobody to tell.
    drop(writeln!(std::io::stderr(), "aftercare: {what}"));
}
