//! Photos come in through the window: chosen in the system's own dialog, or dropped. The page never names a file, and never sees
//! a path; it asks for a picture by its hash.

use crate::ask::Door;
use companion::contract::{Import, Question};
use companion::photos::{Halt, Importing, Picture, file};
use companion::store::Kept;
use companion::{Problem, clock};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Runtime, UriSchemeContext, UriSchemeResponder, WindowEvent,
};
use tauri_plugin_dialog::DialogExt;

/// What the page hears: how far the import is, and what is dragged over it.
const IMPORT: &str = "import";
const DRAG: &str = "drag";

/// The scheme by which the page asks for a picture.
pub const SCHEME: &str = "photo";

/// What a photo's file is called in the dialog. A telephone's own kind can be chosen too, to be told what to do about it.
const ENDINGS: [&str; 12] =
    ["jpg", "jpeg", "png", "webp", "heic", "heif", "JPG", "JPEG", "PNG", "WEBP", "HEIC", "HEIF"];

/// What the window knows of photos that are on their way.
#[derive(Debug, Default)]
pub struct Desk {
    importing: Importing,
    /// What was dropped last, until the page says for which treatment it is.
    dropped: Mutex<Vec<PathBuf>>,
    /// A dialog is open; another one beside it would only confuse.
    choosing: AtomicBool,
}

/// Answers a question about photos on their way; `None` for every other question.
pub fn answer(app: &AppHandle, question: &Question) -> Option<Result<Import, Problem>> {
    let desk = app.state::<Desk>();
    match question {
        Question::AddPhotos { procedure } => {
            if let Err(problem) = choose(app, procedure.clone()) {
                return Some(Err(problem));
            }
        }
        Question::AddDropped { procedure } => {
            let files = std::mem::take(&mut *desk.dropped.lock().unwrap_or_else(PoisonError::into_inner));
            if let Err(problem) = take_in(app, files, procedure.as_deref()) {
                return Some(Err(problem));
            }
        }
        Question::Import {} => {}
        Question::EndImport {} => return Some(Ok(desk.importing.end())),
        // Nothing that is on its way may arrive after everything was deleted.
        Question::DeleteEverything {} => {
            desk.importing.forget();
            return None;
        }
        _ => return None,
    }
    Some(Ok(desk.importing.view()))
}

/// Opens the system's dialog. What is chosen there is taken in when it closes.
fn choose(app: &AppHandle, procedure: Option<String>) -> Result<(), Problem> {
    let desk = app.state::<Desk>();
    let kinds = app.state::<Door>().with(|companion| Ok(companion.words().say("photos-files")))?;
    if desk.choosing.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let mut dialog = app.dialog().file().add_filter(kinds, &ENDINGS);
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    // Some systems name no folder for pictures.
    if let Ok(folder) = app.path().picture_dir().or_else(|_| app.path().home_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let app = app.clone();
    dialog.pick_files(move |chosen| {
        app.state::<Desk>().choosing.store(false, Ordering::SeqCst);
        let files = chosen.into_iter().flatten().filter_map(|file| file.into_path().ok()).collect();
        if let Err(problem) = take_in(&app, files, procedure.as_deref()) {
            // There is no answer to put it into any more; the page hears it with the next look.
            crate::PROGRAM.complain(&companion::in_words(&problem));
        }
    });
    Ok(())
}

/// Takes files in on a thread of their own. The page hears how far it is.
fn take_in(app: &AppHandle, files: Vec<PathBuf>, procedure: Option<&str>) -> Result<(), Problem> {
    let Some(turn) = app.state::<Desk>().importing.add(files, procedure) else { return Ok(()) };
    let here = app.clone();
    let work = move || {
        let door = here.state::<Door>();
        let keep = |picture: &Picture, procedure: Option<&str>, wanted: &dyn Fn() -> bool| {
            door.with(|companion| {
                if !wanted() {
                    return Ok(Err(Halt::Stopped));
                }
                companion.keep_photo(picture, procedure, clock::now(), clock::zone()).map(Ok::<Kept, Halt>)
            })?
        };
        // A page that is just loading asks anyway.
        here.state::<Desk>().importing.work(turn, keep, |view| drop(here.emit(IMPORT, view)));
    };
    let started = std::thread::Builder::new().name("photos".into()).spawn(work);
    started.map(drop).map_err(|error| {
        app.state::<Desk>().importing.forget();
        Problem::new("photo-not-kept").with("reason", error)
    })
}

/// Hears what is dragged over the window. The page is told that something is, and never what.
pub fn drag(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let said = match event {
        DragDropEvent::Enter { .. } => "over",
        DragDropEvent::Drop { paths, .. } => {
            let desk = app.state::<Desk>();
            *desk.dropped.lock().unwrap_or_else(PoisonError::into_inner) = paths.clone();
            "dropped"
        }
        DragDropEvent::Leave => "gone",
        _ => return,
    };
    drop(app.emit(DRAG, said));
}

/// Gives the page a picture by its hash, and nothing else.
pub fn serve<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let folder = context.app_handle().state::<Door>().folder().to_path_buf();
    tauri::async_runtime::spawn_blocking(move || {
        let asked = request.uri().path().trim_start_matches('/');
        let picture = (request.method() == Method::GET).then(|| file(&folder, asked)).flatten();
        let response = match picture.and_then(|picture| std::fs::read(picture).ok()) {
            Some(bytes) => Response::builder()
                .header(header::CONTENT_TYPE, "image/jpeg")
                .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
                // A copy elsewhere would outlive the photo.
                .header(header::CACHE_CONTROL, "no-store")
                .body(bytes),
            None => Response::builder().status(StatusCode::NOT_FOUND).body(Vec::new()),
        };
        // Both are made of constants; a page without an answer shows an empty frame.
        if let Ok(response) = response {
            responder.respond(response);
        }
    });
}
