//! Asks where a file is to go, by the system's own dialog, and puts it there. The page never learns a path before the person has
//! chosen it, and cannot name one.

use crate::ask::Door;
use companion::contract::{ExportForm, Saved};
use companion::{Problem, export};
use tauri::{Emitter, Manager, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

/// The page is told of every so many per cent.
const STEP: u32 = 5;

/// Asks for a place, makes what the patient wants to take along, and saves it there. This waits for the person, and must not be
/// called where the window is drawn.
pub fn export(form: &ExportForm, door: &Door, window: &WebviewWindow) -> Result<Saved, Problem> {
    let name = form.kind.file_name(form.neutral);
    let mut dialog = window.dialog().file().set_parent(window).set_file_name(name);
    // Some systems name no folder for documents.
    if let Ok(folder) = window.path().document_dir().or_else(|_| window.path().home_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let Some(mut file) = dialog.blocking_save_file().and_then(|chosen| chosen.into_path().ok()) else {
        return Ok(Saved { file: None });
    };
    let mut told = 0;
    let made = door.export(form, &mut |percent| {
        if percent >= told + STEP {
            told = percent;
            // A page that is gone needs no number.
            drop(window.emit("exporting", percent));
        }
    })?;
    if file.extension().is_some() {
        // The dialog has asked already whether a file that is there may be replaced.
        export::write(&file, &made)?;
    } else {
        file.set_extension(form.kind.ending());
        export::write_new(&file, &made)?;
    }
    Ok(Saved { file: Some(file.display().to_string()) })
}
