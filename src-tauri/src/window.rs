//! One window per data folder, and the agent beside it.

use companion::program::beside;
use companion::{Role, Signal, Watch};
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use tauri::{AppHandle, Emitter, Manager};

/// Becomes the folder's window. `None` where there is one; it has been asked to come to the front.
pub fn only_one(folder: &Path) -> Result<Option<File>, companion::Problem> {
    let lock = Role::Window.take(folder)?;
    if lock.is_none() {
        Signal::Show.raise(folder);
    }
    Ok(lock)
}

/// Starts the agent where none serves the folder. It outlives the window.
pub fn start_agent(folder: &Path) -> Result<(), String> {
    if Role::Agent.taken(folder) {
        return Ok(());
    }
    let program = beside("aftercare-agent").unwrap_or_else(|| "aftercare-agent".into());
    let mut command = Command::new(&program);
    command.arg("--data").arg(folder).stdin(Stdio::null()).stdout(Stdio::null());
    // Out of the window's process group, so that a Ctrl+C in its terminal does not end the reminders.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
    // Somebody has to wait for it, or it stays behind as a zombie if it ends before the window.
    let waiting = std::thread::Builder::new().name("agent".into()).spawn(move || child.wait());
    waiting.map(drop).map_err(|error| error.to_string())
}

/// Tells the page of writes by others, and comes to the front when asked.
pub fn listen(app: &AppHandle, folder: &Path) -> Option<Watch> {
    let app = app.clone();
    let heard = move |signal| match signal {
        // A page that is just loading asks anyway.
        Signal::Changed => drop(app.emit("changed", ())),
        Signal::Show => {
            if let Some(window) = app.get_webview_window("main") {
                drop(window.unminimize());
                drop(window.show());
                drop(window.set_focus());
            }
        }
    };
    // Without the watch the page looks every 30 seconds.
    Signal::listen(folder, heard).ok()
}
