//! One window per data folder, and the agent beside it.

use companion::program::beside;
use companion::{Role, Signal, Watch};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};

/// How often an open window sees to it that an agent lives.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// The same while none can be started: the page says so, and the processor is left alone.
const BETWEEN_TRIES: Duration = Duration::from_secs(30);

/// Becomes the folder's window. `None` where there is one; it has been asked to come to the front.
pub fn only_one(folder: &Path) -> Result<Option<File>, companion::Problem> {
    let lock = Role::Window.take(folder)?;
    if lock.is_none() {
        Signal::Show.raise(folder);
    }
    Ok(lock)
}

/// Sees to it that an agent serves the folder as long as the window is open. `complain` gets a sentence for the log, once.
pub fn keep_agent(folder: PathBuf, complain: impl Fn(&str) + Send + 'static) -> std::io::Result<()> {
    let looking = std::thread::Builder::new().name("agent".into());
    let mut told = None;
    let look = move || {
        loop {
            let wait = match start_agent(&folder) {
                Ok(()) => BETWEEN_LOOKS,
                Err(error) => {
                    // The page asks whether an agent lives and tells the person if none does.
                    if told.as_ref() != Some(&error) {
                        complain(&error);
                        told = Some(error);
                    }
                    BETWEEN_TRIES
                }
            };
            std::thread::sleep(wait);
        }
    };
    looking.spawn(look).map(drop)
}

/// Starts the agent where none serves the folder. It outlives the window.
fn start_agent(folder: &Path) -> Result<(), String> {
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

/// Lets the processor paint the page. A leaflet is painted by it within a frame or two; the way over the graphics driver takes
/// longer to begin, and where a computer has none, several times as long for each screen. Drivers are also what most often
/// leaves the windows of this webview blank.
#[cfg(target_os = "linux")]
pub fn paint_by_processor(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// The other systems have a graphics driver, and their webviews know best.
#[cfg(not(target_os = "linux"))]
pub fn paint_by_processor(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
