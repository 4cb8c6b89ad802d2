//! The sizes of the app's icon, made from `icons/app.svg`.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::call::{self, Stop};
use crate::place::{self, Place};

/// The sizes that are files of their own, in pixels.
const FILES: &[u32] = &[32, 64, 128, 256, 512];
/// The sizes inside `icon.ico`.
const ICO: &[u32] = &[16, 24, 32, 48, 64, 256];
/// The pictures inside `icon.icns`: Apple's name for the kind, and its pixels. Half of them are the double density of the
/// size before.
const ICNS: &[(&[u8; 4], u32)] = &[
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

/// Writes all of them into `icons/`.
///
/// # Errors
/// If rsvg-convert is missing or fails.
pub fn icons(place: &Place) -> Result<(), Stop> {
    if !call::exists("rsvg-convert", "--version") {
        return Err(Stop::new(
            "rsvg-convert is needed (on Debian and Ubuntu: apt install librsvg2-bin); there is none",
        ));
    }
    let sizes = FILES.iter().chain(ICO).copied().chain(ICNS.iter().map(|(_, size)| *size));
    let mut drawn = BTreeMap::new();
    for size in sizes {
        if let std::collections::btree_map::Entry::Vacant(entry) = drawn.entry(size) {
            entry.insert(draw(place, size)?);
        }
    }
    let picture = |size: &u32| drawn.get(size).map(Vec::as_slice).unwrap_or_default();

    let mut files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|size| (format!("{size}.png"), picture(size).to_vec())).collect();
    let in_ico: Vec<_> = ICO.iter().map(|size| (*size, picture(size))).collect();
    files.push(("icon.ico".into(), ico(&in_ico)?));
    let in_icns: Vec<_> = ICNS.iter().map(|(kind, size)| (*kind, picture(size))).collect();
    files.push(("icon.icns".into(), icns(&in_icns)?));
    for (name, content) in files {
        let written = place::write_if_changed(&place.at("icons").join(&name), &content)?;
        call::say(&format!("icons/{name} {}", if written { "is written" } else { "is up to date" }));
    }
    Ok(())
}

fn draw(place: &Place, size: u32) -> Result<Vec<u8>, Stop> {
    let file = place.target.join(format!("icon-{size}.png"));
    let size = size.to_string();
    let mut convert = Command::new("rsvg-convert");
    convert.args(["--width", &size, "--height", &size, "--output"]).arg(&file).arg(place.at("icons/app.svg"));
    call::run(&mut convert)?;
    let picture =
        fs::read(&file).map_err(|e| Stop::new(format!("{} cannot be read: {e}", file.display())))?;
    let _ = fs::remove_file(&file);
    Ok(picture)
}

/// Windows' container: a table of the pictures, then the pictures, which may be PNG since Windows Vista.
fn ico(pictures: &[(u32, &[u8])]) -> Result<Vec<u8>, Stop> {
    let mut file = vec![0, 0, 1, 0];
    file.extend(u16::try_from(pictures.len()).map_err(too_large)?.to_le_bytes());
    let mut offset = 6 + 16 * pictures.len();
    for (size, picture) in pictures {
        // A side of 256 is written as 0.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(u32::try_from(picture.len()).map_err(too_large)?.to_le_bytes());
        file.extend(u32::try_from(offset).map_err(too_large)?.to_le_bytes());
        offset += picture.len();
    }
    pictures.iter().for_each(|(_, picture)| file.extend_from_slice(picture));
    Ok(file)
}

/// Apple's container: each picture behind its kind and its length, the whole likewise.
fn icns(pictures: &[(&[u8; 4], &[u8])]) -> Result<Vec<u8>, Stop> {
    let mut body = Vec::new();
    for (kind, picture) in pictures {
        body.extend_from_slice(*kind);
        body.extend(u32::try_from(picture.len() + 8).map_err(too_large)?.to_be_bytes());
        body.extend_from_slice(picture);
    }
    let mut file = b"icns".to_vec();
    file.extend(u32::try_from(body.len() + 8).map_err(too_large)?.to_be_bytes());
    file.extend(body);
    Ok(file)
}

fn too_large(_: std::num::TryFromIntError) -> Stop {
    Stop::new("a picture is too large for an icon file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_an_ico_points_at_its_pictures() {
        let file = ico(&[(16, b"small"), (256, b"large one")]).unwrap();
        assert_eq!(&file[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!(&file[6..22], [16, 16, 0, 0, 1, 0, 32, 0, 5, 0, 0, 0, 38, 0, 0, 0]);
        assert_eq!(&file[22..38], [0, 0, 0, 0, 1, 0, 32, 0, 9, 0, 0, 0, 43, 0, 0, 0]);
        assert_eq!(&file[38..43], b"small");
        assert_eq!(&file[43..], b"large one");
    }

    #[test]
    fn an_icns_counts_its_own_heads() {
        assert_eq!(icns(&[(b"ic07", b"abc")]).unwrap(), b"icns\0\0\0\x13ic07\0\0\0\x0babc");
    }
}
