//! The Debian package.

use std::fs;
use std::path::{Path, PathBuf};

use crate::call::{self, Stop};
use crate::place::Place;
use crate::setup::{self, Extent};
use crate::steps::{PROGRAMS, packages};
use crate::tools::{self, Need};
use crate::ui;

/// What the package may weigh, in bytes.
const LIMIT: u64 = 10_000_000;

/// Builds everything for release and packs it. Prints where the package is and what it weighs.
///
/// # Errors
/// If something does not build, the package lacks a program, or it is heavier than 10 MB.
pub fn bundle(place: &Place) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Err(Stop::new("the package is for Debian and Ubuntu, and is made on Linux"));
    }
    tools::check(Need::NodeAndC)?;
    setup::set_up(place, Extent::Build)?;
    ui::install(place)?;
    ui::build(place)?;
    // The list of files in tauri.conf.json can only name this folder, so the person's own choice does not count here.
    let target = place.at("target");
    let mut build = call::cargo(&place.root);
    build.args(["build", "--release", "--features", "tauri/custom-protocol", "--target-dir"]).arg(&target);
    build.args(packages());
    call::run(&mut build)?;

    let folder = target.join("release/bundle/deb");
    // An older version's package must not be taken for this one.
    for old in debs(&folder) {
        fs::remove_file(&old).map_err(|e| Stop::new(format!("{} cannot be removed: {e}", old.display())))?;
    }
    let tauri = place.at("ui/node_modules/.bin/tauri");
    let mut pack = call::command(&tauri.to_string_lossy(), &place.at("src-tauri"));
    pack.args(["bundle", "--bundles", "deb", "--config", &depends(&target.join("release"))?]);
    // It takes no other word than true or false for CI, and asks nothing when it is true.
    pack.env("CARGO_TARGET_DIR", &target).env("CI", "true");
    call::run(&mut pack)?;

    let [package] = debs(&folder).try_into().map_err(|found: Vec<_>| {
        Stop::new(format!("there should be one package in {}, there are {}", folder.display(), found.len()))
    })?;
    if let Some(list) = call::ask("dpkg-deb", &["--contents", &package.to_string_lossy()]) {
        check_contents(&list)?;
    }
    let size = fs::metadata(&package).map_err(|e| Stop::new(format!("{}: {e}", package.display())))?.len();
    call::say(&format!("{}: {}", package.display(), megabytes(size)));
    check_size(size)
}

/// What the bundler cannot know and tauri.conf.json cannot say: the C library that this machine linked against. The bundler
/// adds the webview and the toolkit itself.
fn depends(folder: &Path) -> Result<String, Stop> {
    let mut newest = None;
    for name in PROGRAMS {
        let path = folder.join(name);
        let program =
            fs::read(&path).map_err(|e| Stop::new(format!("{} cannot be read: {e}", path.display())))?;
        newest = newest.max(glibc(&program));
    }
    let Some((major, minor)) = newest else {
        return Err(Stop::new(
            "the programs name no version of the C library; were they linked against glibc?",
        ));
    };
    Ok(format!(r#"{{"bundle":{{"linux":{{"deb":{{"depends":["libc6 (>= {major}.{minor})"]}}}}}}}}"#))
}

/// The newest version of the C library that a program asks for: the largest of the names like `GLIBC_2.34` in it.
fn glibc(program: &[u8]) -> Option<(u32, u32)> {
    const NAME: &[u8] = b"GLIBC_";
    let mut newest = None;
    for (at, _) in program.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME) {
        let tail: String = program
            .iter()
            .skip(at + NAME.len())
            .take(8)
            .take_while(|b| **b != 0)
            .map(|b| char::from(*b))
            .collect();
        let mut numbers = tail.split('.').map(str::parse::<u32>);
        if let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) {
            newest = newest.max(Some((major, minor)));
        }
    }
    newest
}

fn debs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "deb")).collect()
}

fn check_contents(list: &str) -> Result<(), Stop> {
    for name in PROGRAMS {
        let end = format!("usr/bin/{name}");
        if !list.lines().any(|line| line.ends_with(&end)) {
            return Err(Stop::new(format!(
                "the package lacks /{end}; see bundle.linux.deb.files in tauri.conf.json"
            )));
        }
    }
    Ok(())
}

fn check_size(size: u64) -> Result<(), Stop> {
    if size <= LIMIT {
        return Ok(());
    }
    Err(Stop::new(format!("the package weighs {}; the limit is {}", megabytes(size), megabytes(LIMIT))))
}

fn megabytes(bytes: u64) -> String {
    // Rounded up, so that what is over the limit never reads as the limit.
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_ten_megabytes() {
        assert!(check_size(10_000_000).is_ok());
        let stop = check_size(10_000_001).unwrap_err();
        assert_eq!(stop.line, "the package weighs 10.1 MB; the limit is 10.0 MB");
    }

    #[test]
    fn the_newest_c_library_counts() {
        let program = b"\x7fELF\0GLIBC_2.4\0..GLIBC_2.34\0GLIBC_PRIVATE\0GLIBC_2.9\0GLIBC_2.2.5\0GLIBC_";
        assert_eq!(glibc(program), Some((2, 34)));
        assert_eq!(glibc(b"nothing of the kind"), None);
    }

    #[test]
    fn a_missing_program_is_named() {
        let full = "-rwxr-xr-x 0/0 1 2026-01-01 00:00 ./usr/bin/aftercare\n\
                    -rwxr-xr-x 0/0 1 2026-01-01 00:00 ./usr/bin/aftercare-agent\n\
                    -rwxr-xr-x 0/0 1 2026-01-01 00:00 usr/bin/aftercarectl\n";
        assert!(check_contents(full).is_ok());
        let stop = check_contents(&full.replace("aftercarectl", "else")).unwrap_err();
        assert!(stop.line.contains("/usr/bin/aftercarectl"), "{}", stop.line);
    }
}
