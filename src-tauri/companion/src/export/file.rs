//! A file that is there whole or not at all.

use crate::problem::Problem;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;

/// Puts a file to its place, in the place of one that is there. It is written beside its place, for this person's eyes alone, is
/// on the disk, and takes its place at once: nobody ever finds half of it.
///
/// # Errors
/// `export-failed`; what was there before is as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let put = || -> std::io::Result<()> {
        let folder = folder_of(path);
        let mut beside = NamedTempFile::new_in(folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        beside.persist(path).map_err(|error| error.error)?;
        settle(folder)
    };
    put().map_err(|error| failed(path, &error))
}

/// Puts a file to a place where there is none.
///
/// # Errors
/// `export-exists` where there is one; else as [`write()`].
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    // Whoever makes the name first has it.
    if let Err(error) = OpenOptions::new().write(true).create_new(true).open(path) {
        return Err(match error.kind() {
            std::io::ErrorKind::AlreadyExists => Problem::new("export-exists").with("file", path.display()),
            _ => failed(path, &error),
        });
    }
    write(path, bytes).inspect_err(|_| {
        // The name alone: what it would have held is told to be missing.
        drop(std::fs::remove_file(path));
    })
}

fn failed(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new("export-failed").with("file", path.display()).with("reason", error)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The folder, too, is to know of the file after a power cut. Not every system lets a folder be asked for it.
fn settle(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = std::fs::read_dir(folder).unwrap();
        names.map(|one| one.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_takes_its_place_whole_and_is_the_persons_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ics");
        write(&path, b"first").unwrap();
        write(&path, b"second").unwrap();
        assert_eq!(
            (std::fs::read(&path).unwrap(), names(folder.path())),
            (b"second".to_vec(), vec!["a.ics".into()])
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_new_file_leaves_another_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ics");
        write_new(&path, b"first").unwrap();
        assert_eq!(write_new(&path, b"second").unwrap_err().code, "export-exists");
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
    }

    #[test]
    fn what_cannot_be_written_is_told_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        for put in [write, write_new] {
            let nowhere = folder.path().join("nowhere/a.ics");
            assert_eq!(put(&nowhere, b"x").unwrap_err().code, "export-failed");
            // Its name is taken by a folder, which is not replaced.
            let taken = folder.path().join("taken");
            std::fs::create_dir_all(taken.join("inside")).unwrap();
            put(&taken, b"x").unwrap_err();
            assert_eq!(names(folder.path()), ["taken"]);
        }
    }
}
