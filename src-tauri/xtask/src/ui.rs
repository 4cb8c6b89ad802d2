//! The screens: `npm ci` when the lock file changed, `vite build` when anything under `ui/` did.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use crate::call::{self, Stop};
use crate::place::{self, Place};

/// Folders of `ui/` that are made, or that the screens are not made from.
const LEFT_OUT: &[&str] = &["coverage", "dist", "node_modules", "pictures"];

/// Installs the npm packages of the lock file, unless these very ones are there.
///
/// # Errors
/// If there is no lock file, or npm fails.
pub fn install(place: &Place) -> Result<(), Stop> {
    let ui = place.at("ui");
    let mut hasher = DefaultHasher::new();
    for name in ["package.json", "package-lock.json"] {
        let content =
            fs::read(ui.join(name)).map_err(|e| Stop::new(format!("ui/{name} cannot be read: {e}")))?;
        hasher.write(&content);
    }
    let wanted = format!("{:016x}\n", hasher.finish());
    // The stamp lies in the folder that npm empties first, so that a broken-off installation leaves none.
    let stamp = ui.join("node_modules/.xtask-installed");
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    call::say("Installing the UI's packages with npm ci");
    call::run(call::npm(&ui).args(["ci", "--no-audit", "--no-fund"]))?;
    place::write_if_changed(&stamp, wanted.as_bytes()).map(drop)
}

/// Builds `ui/dist`, unless it is what these sources gave the last time.
///
/// # Errors
/// If the build fails.
pub fn build(place: &Place) -> Result<(), Stop> {
    let ui = place.at("ui");
    let dist = ui.join("dist");
    let stamp = place.target.join("ui-built.stamp");
    // The invented data of the browser version is planned by the default protocol.
    let protocols = place.at("src-tauri/plan/protocols");
    let sources = fingerprint(&ui, LEFT_OUT)? ^ fingerprint(&protocols, &[])?.rotate_left(1);
    let is_built = dist.join("index.html").exists()
        && fs::read_to_string(&stamp).ok() == Some(stamp_text(sources, fingerprint(&dist, &[])?));
    if is_built {
        return Ok(());
    }
    call::say("Building the UI");
    call::run(call::npm(&ui).args(["run", "build"]))?;
    // The sources as they were before the build: what was edited meanwhile is built the next time.
    place::write_if_changed(&stamp, stamp_text(sources, fingerprint(&dist, &[])?).as_bytes()).map(drop)
}

/// Both halves, so that a `dist` that somebody else changed or emptied is noticed too.
fn stamp_text(sources: u64, dist: u64) -> String {
    format!("{sources:016x} {dist:016x}\n")
}

/// A number that changes with any name or content below `folder`, except in the folders `left_out` directly in it.
/// Contents and not dates, so that a fresh checkout of the same sources is the same.
fn fingerprint(folder: &Path, left_out: &[&str]) -> Result<u64, Stop> {
    let mut hasher = DefaultHasher::new();
    for path in files(folder, left_out)? {
        let content = fs::read(&path).map_err(|e| unreadable(&path, &e))?;
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
        for part in [name.as_bytes(), &content] {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
    }
    Ok(hasher.finish())
}

fn files(folder: &Path, left_out: &[&str]) -> Result<Vec<PathBuf>, Stop> {
    let mut found = Vec::new();
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unreadable(folder, &e))? {
        entries.push(entry.map_err(|e| unreadable(folder, &e))?.path());
    }
    entries.sort();
    for path in entries {
        if path.is_file() {
            found.push(path);
        } else if path.is_dir()
            && !path.file_name().is_some_and(|name| left_out.iter().any(|out| name == *out))
        {
            found.extend(files(&path, &[])?);
        }
    }
    Ok(found)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Stop {
    Stop::new(format!("{} cannot be read: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_changes_with_names_and_contents_alone() {
        let folder = place::tests::folder("fingerprint");
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        fs::write(folder.join("src/a.ts"), "one").unwrap();
        let see = || fingerprint(&folder, LEFT_OUT).unwrap();
        let first = see();

        fs::write(folder.join("node_modules/b.js"), "anything").unwrap();
        fs::write(folder.join("src/a.ts"), "one").unwrap();
        assert_eq!(see(), first, "what is left out, or written again, changes nothing");

        fs::write(folder.join("src/a.ts"), "two").unwrap();
        let second = see();
        assert_ne!(second, first);

        fs::rename(folder.join("src/a.ts"), folder.join("src/b.ts")).unwrap();
        assert_ne!(see(), second);
    }

    #[test]
    fn a_missing_folder_is_said() {
        let stop = fingerprint(Path::new("/nowhere/ui"), &[]).unwrap_err();
        assert!(stop.line.starts_with("/nowhere/ui cannot be read: "), "{}", stop.line);
    }
}
