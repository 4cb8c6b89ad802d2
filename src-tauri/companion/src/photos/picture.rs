//! From a file that somebody else wrote to a picture of our own: looked at under limits, turned upright, in the colours of every
//! screen, and written anew from its points alone. What a camera writes beside them (where it was, its number, its maker's
//! notes, a small second picture) has no way into what is kept.

use super::whole;
use crate::problem::Problem;
use chrono::NaiveDateTime;
use exif::{In, Tag, Value};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Cursor, ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// A larger file is no photo of a telephone or a camera, in megabytes. So much is read at most.
pub const MOST_MEGABYTES: u64 = 64;

/// A photo of more points is refused before it is unpacked. Telephones say that they have 64 and write a little more. Unpacking
/// the largest takes some 600 MB for a moment, whatever the file says of itself.
pub const MOST_MEGAPIXELS: u64 = 65;

/// What one format may take to unpack beside the points themselves, in bytes.
const MOST_MEMORY: u64 = 512 << 20;

/// The longer edge of what is kept, in pixels: more than a screen shows, and enough to look closely.
const LONG_EDGE: u32 = 4096;

/// The longer edge of the small picture for the list, in pixels.
const SMALL_EDGE: u32 = 320;

/// The quality of what is kept, of 100: nobody sees a difference to the original.
const QUALITY: u8 = 90;

/// The quality of the small picture.
const SMALL_QUALITY: u8 = 80;

/// The longer edge of a picture on paper, in pixels: half a page wide, some 400 for each inch.
const PAPER_EDGE: u32 = 1600;

/// The quality of a picture on paper, of 100.
const PAPER_QUALITY: u8 = 85;

/// No camera writes more about a photo, in bytes.
const MOST_EXIF: usize = 1 << 20;

/// A picture as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// JPEG.
    pub large: Vec<u8>,
    /// JPEG, for the list.
    pub small: Vec<u8>,
    /// The SHA-256 of `large` in hexadecimal digits.
    pub hash: String,
    /// Pixels of `large` from side to side.
    pub width: u32,
    /// Pixels of `large` from top to bottom.
    pub height: u32,
    /// What the camera's clock showed, where the file says so. Nobody knows in which zone.
    pub taken: Option<NaiveDateTime>,
}

impl std::fmt::Debug for Picture {
    /// Its measures alone: a patient's face belongs in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halt {
    /// Nobody wants it any more.
    Stopped,
    /// It cannot be taken.
    Problem(Problem),
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Halt {
        Halt::Problem(problem)
    }
}

impl Picture {
    /// The picture in a file. `wanted` is asked between the steps whether to go on.
    ///
    /// # Errors
    /// `photo-gone`, `photo-not-a-file`, `photo-too-large` and `photo-unreadable`, or as [`Picture::read`].
    pub fn of(file: &Path, wanted: &dyn Fn() -> bool) -> Result<Picture, Halt> {
        // Looked at before it is opened: opening a pipe would wait until somebody writes into it.
        let about = std::fs::metadata(file).map_err(|error| unreadable(&error))?;
        if !about.is_file() {
            return Err(Problem::new("photo-not-a-file").into());
        }
        if about.len() > MOST_MEGABYTES << 20 {
            return Err(too_large().into());
        }
        Picture::read(File::open(file).map_err(|error| unreadable(&error))?, wanted)
    }

    /// The picture that a reader gives.
    ///
    /// # Errors
    /// `photo-too-large`, `photo-unreadable`, `photo-heic`, `photo-unknown`, `photo-damaged`, `photo-too-many-points`.
    pub fn read(reader: impl Read, wanted: &dyn Fn() -> bool) -> Result<Picture, Halt> {
        let bytes = all(reader, wanted)?;
        let format = format(&bytes)?;
        // The formats are read by others' code. Should it lose its footing over a strange file, that file is refused.
        let made = catch_unwind(AssertUnwindSafe(|| make(bytes, format, wanted)));
        made.unwrap_or_else(|_| Err(damaged().into()))
    }
}

/// One of our own pictures, as large as paper shows it. None: it is no picture any more.
pub fn on_paper(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut reader = ImageReader::with_format(Cursor::new(&bytes), ImageFormat::Jpeg);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONG_EDGE);
    limits.max_image_height = Some(LONG_EDGE);
    reader.limits(limits);
    let image = DynamicImage::from(reader.decode().ok()?.into_rgb8());
    if image.width().max(image.height()) <= PAPER_EDGE {
        return Some(bytes);
    }
    written(&image.resize(PAPER_EDGE, PAPER_EDGE, FilterType::CatmullRom), PAPER_QUALITY).ok()
}

fn too_large() -> Problem {
    Problem::new("photo-too-large").with("most", MOST_MEGABYTES)
}

fn unreadable(error: &std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::new("photo-gone"),
        _ => Problem::new("photo-unreadable").with("reason", error),
    }
}

fn damaged() -> Problem {
    Problem::new("photo-damaged")
}

/// All that a reader gives, and not more than is allowed.
fn all(mut reader: impl Read, wanted: &dyn Fn() -> bool) -> Result<Vec<u8>, Halt> {
    let mut bytes = Vec::new();
    loop {
        go_on(wanted)?;
        let read = reader.by_ref().take(1 << 20).read_to_end(&mut bytes);
        if read.map_err(|error| unreadable(&error))? == 0 {
            return Ok(bytes);
        }
        if bytes.len() as u64 > MOST_MEGABYTES << 20 {
            return Err(too_large().into());
        }
    }
}

fn go_on(wanted: &dyn Fn() -> bool) -> Result<(), Halt> {
    if wanted() { Ok(()) } else { Err(Halt::Stopped) }
}

/// What a file is, by its bytes. Its name says nothing.
fn format(bytes: &[u8]) -> Result<ImageFormat, Problem> {
    // The family of files that HEIC belongs to names its kind in the first box.
    const PHONES: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"];
    if bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|kind| PHONES.contains(&kind)) {
        return Err(Problem::new("photo-heic"));
    }
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    let found = image::guess_format(bytes).ok().filter(|found| known.contains(found));
    found.ok_or_else(|| Problem::new("photo-unknown"))
}

fn make(bytes: Vec<u8>, format: ImageFormat, wanted: &dyn Fn() -> bool) -> Result<Picture, Halt> {
    // Others' code shows what there is of a photo that was cut off, and leaves the rest grey.
    if format == ImageFormat::Jpeg && !whole::jpeg(&bytes) {
        return Err(damaged().into());
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| damaged())?;
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    if points > MOST_MEGAPIXELS * 1_000_000 {
        let has = points.div_ceil(1_000_000);
        return Err(Problem::new("photo-too-many-points")
            .with("has", has)
            .with("most", MOST_MEGAPIXELS)
            .into());
    }
    // What cannot be read of these is not there.
    let about = decoder.exif_metadata().ok().flatten().map(tiff).unwrap_or_default();
    let profile = decoder.icc_profile().ok().flatten();
    let upright = Orientation::from_exif_chunk(&about).unwrap_or(Orientation::NoTransforms);
    go_on(wanted)?;
    let decoded = DynamicImage::from_decoder(decoder).map_err(|_| damaged())?;
    go_on(wanted)?;
    let mut image = DynamicImage::from(on_white(decoded));
    if width.max(height) > LONG_EDGE {
        image = image.resize(LONG_EDGE, LONG_EDGE, FilterType::CatmullRom);
        go_on(wanted)?;
    }
    if let Some(profile) = profile {
        for_every_screen(&mut image, &profile);
        go_on(wanted)?;
    }
    image.apply_orientation(upright);
    let small = if image.width().max(image.height()) > SMALL_EDGE {
        written(&image.thumbnail(SMALL_EDGE, SMALL_EDGE), SMALL_QUALITY)?
    } else {
        written(&image, SMALL_QUALITY)?
    };
    go_on(wanted)?;
    let large = written(&image, QUALITY)?;
    let hash = Sha256::digest(&large).iter().map(|byte| format!("{byte:02x}")).collect();
    let (width, height) = (image.width(), image.height());
    Ok(Picture { large, small, hash, width, height, taken: taken(about) })
}

/// The points without what may shine through: that is paper.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    let mut out = RgbImage::new(image.width(), image.height());
    for (to, from) in out.pixels_mut().zip(image.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        *to = Rgb([red, green, blue].map(|colour| {
            let mixed = (colour * alpha + 255 * (255 - alpha) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }));
    }
    out
}

/// Telephones write colours that only some screens have, and say so in a profile. What is kept has none, so that its colours
/// are turned into those that a picture without a profile has. A profile that cannot be read changes nothing.
fn for_every_screen(image: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    let (DataColorSpace::Rgb, DynamicImage::ImageRgb8(points)) = (profile.color_space, image) else { return };
    let screen = ColorProfile::new_srgb();
    let how = TransformOptions::default();
    let Ok(turn) = profile.create_transform_8bit(Layout::Rgb, &screen, Layout::Rgb, how) else { return };
    let line = points.width() as usize * 3;
    let mut before = vec![0; line];
    for row in points.chunks_exact_mut(line) {
        before.copy_from_slice(row);
        if turn.transform(&before, row).is_err() {
            row.copy_from_slice(&before);
        }
    }
}

fn written(image: &DynamicImage, quality: u8) -> Result<Vec<u8>, Problem> {
    let mut out = Vec::new();
    let (width, height) = (image.width(), image.height());
    let points = image.as_bytes();
    JpegEncoder::new_with_quality(&mut out, quality)
        .encode(points, width, height, ExtendedColorType::Rgb8)
        .map_err(|_| damaged())?;
    Ok(out)
}

/// What a camera wrote about a photo, from where the TIFF structure begins. Some programs leave JPEG's own name before it.
fn tiff(exif: Vec<u8>) -> Vec<u8> {
    if exif.len() > MOST_EXIF {
        return Vec::new();
    }
    exif.strip_prefix(b"Exif\0\0").map(<[u8]>::to_vec).unwrap_or(exif)
}

/// What the camera's clock showed. When the file was last changed says nothing of the skin.
fn taken(about: Vec<u8>) -> Option<NaiveDateTime> {
    let read = exif::Reader::new().continue_on_error(true).read_raw(about);
    let about = read.or_else(|error| error.distill_partial_result(|_| {})).ok()?;
    let said = |tag| match &about.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(texts) => {
            let text = std::str::from_utf8(texts.first()?).ok()?.trim();
            NaiveDateTime::parse_from_str(text, "%Y:%m:%d %H:%M:%S").ok()
        }
        _ => None,
    };
    said(Tag::DateTimeOriginal).or_else(|| said(Tag::DateTimeDigitized))
}
