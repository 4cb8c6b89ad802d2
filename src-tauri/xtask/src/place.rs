//! Where things lie.

use std::path::{Path, PathBuf};

use crate::call::Stop;

/// The folders of this checkout.
pub struct Place {
    /// The folder with the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
}

impl Place {
    /// Finds the folders: the checkout by what cargo says, the target folder by where this program lies, which is right
    /// for a target folder of the person's own choice too.
    ///
    /// # Errors
    /// If this program was copied to somewhere else and started by hand.
    pub fn find() -> Result<Place, Stop> {
        let lost = || Stop::new("start this as `cargo xtask` inside the checkout");
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.ancestors().nth(2).ok_or_else(lost)?.to_owned();
        if !root.join("src-tauri/xtask").is_dir() {
            return Err(lost());
        }
        let program = std::env::current_exe().map_err(|_| lost())?;
        let target = program.ancestors().nth(2).ok_or_else(lost)?.to_owned();
        Ok(Place { root, target })
    }

    /// A path inside the checkout.
    pub fn at(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// A program that was built, in `profile`'s folder ("debug" or "release").
    pub fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }
}

/// Writes `content` to `path` so that a reader sees the old file or the new one, never a half; leaves an equal file alone,
/// since a newer date would make cargo and vite build again. True if it was written.
///
/// # Errors
/// If the folder cannot be written to.
pub fn write_if_changed(path: &Path, content: &[u8]) -> Result<bool, Stop> {
    if std::fs::read(path).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    let failed = |e: std::io::Error| Stop::new(format!("{} cannot be written: {e}", path.display()));
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    std::fs::write(&beside, content).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)?;
    Ok(true)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// An empty folder for one test, inside the target folder.
    pub fn folder(name: &str) -> PathBuf {
        let folder = Place::find().unwrap().target.join("xtask-tests").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn an_equal_file_is_left_alone() {
        let file = folder("write").join("contract.ts");
        assert!(write_if_changed(&file, b"one").unwrap());
        assert!(!write_if_changed(&file, b"one").unwrap());
        assert!(write_if_changed(&file, b"two").unwrap());
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        assert_eq!(
            std::fs::read_dir(file.parent().unwrap()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }
}
