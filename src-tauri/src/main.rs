//! The window of Aftercare.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod ask;
mod look;
mod photos;
mod save;
mod window;

use companion::{Program, in_words};
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{Manager, WebviewWindowBuilder};

const PROGRAM: Program = Program { name: "aftercare", usage: USAGE };

const USAGE: &str = "\
Shows your clinic's aftercare instructions at the right time and lets you keep a private diary.
It does not diagnose, does not judge your skin and does not replace your clinic.

  aftercare [--data DIR]

--data DIR or AFTERCARE_DATA names the data folder; the default is the platform's own.
";

fn main() -> ExitCode {
    let folder = match PROGRAM.data_folder() {
        Ok(Some(folder)) => folder,
        Ok(None) => return ExitCode::SUCCESS,
        Err(what) => {
            PROGRAM.complain(&what);
            return ExitCode::from(2);
        }
    };
    // Where the folder cannot be written there is no lock; the page says so in its own words.
    let lock = match window::only_one(&folder) {
        Ok(Some(lock)) => Some(lock),
        Ok(None) => return ExitCode::SUCCESS,
        Err(problem) => {
            PROGRAM.complain(&in_words(&problem));
            None
        }
    };
    if lock.is_some() {
        if let Err(error) = window::keep_agent(folder.clone(), |what| PROGRAM.complain(what)) {
            PROGRAM.complain(&error.to_string());
        }
        PROGRAM.mend_autostart(&folder);
    }
    match run(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            PROGRAM.complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(folder: PathBuf) -> tauri::Result<()> {
    let door = ask::Door::to(folder.clone());
    let look = door.look();
    tauri::Builder::default()
        .manage(door)
        .manage(photos::Desk::default())
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol(photos::SCHEME, photos::serve)
        .on_window_event(|window, event| photos::drag(window.app_handle(), event))
        .invoke_handler(tauri::generate_handler![ask::ask])
        .setup(move |app| {
            let config = app.config().app.windows.first().cloned().unwrap_or_default();
            // Nothing but our own pages: a link in a text would otherwise leave the app inside its own window.
            let window = WebviewWindowBuilder::from_config(app.handle(), &config)?
                .initialization_script(look::script(look))
                .theme(look::frame(look))
                .on_navigation(|url| {
                    matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
                })
                .build()?;
            window::paint_by_processor(&window)?;
            if let Some(watch) = window::listen(app.handle(), &folder) {
                // Kept as long as the app lives.
                app.manage(watch);
            }
            Ok(())
        })
        .run(tauri::generate_context!())
}
