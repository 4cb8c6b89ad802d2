//! Photos as telephones and accidents make them.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// What stands in a telephone's photo and in nothing that is kept.
pub const SECRETS: [&[u8]; 7] = [
    b"Exif",
    b"GPS",
    b"QuincePhone",
    b"quince-maker-note",
    b"http://ns.adobe.com",
    b"52.5186",
    b"ICC_PROFILE",
];

/// A picture whose four corners are told apart: red, green, blue and white, from the top's beginning on.
pub fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 30, 30]),
        (false, true) => Rgb([30, 200, 30]),
        (true, false) => Rgb([30, 30, 220]),
        (false, false) => Rgb([250, 250, 250]),
    })
}

/// A picture of which every number gives another one.
pub fn plain(number: u32, width: u32, height: u32) -> RgbImage {
    let [_, red, green, blue] = number.wrapping_mul(0x9e37_79b1).to_be_bytes();
    RgbImage::from_fn(width, height, |x, y| Rgb([red, green ^ (x % 64) as u8, blue ^ (y % 64) as u8]))
}

/// Something like a face before a wall, as red as said, of 100.
pub fn portrait(red: u32, width: u32, height: u32) -> RgbImage {
    let (w, h) = (f64::from(width), f64::from(height));
    let off = |x: f64, y: f64, wide: f64, high: f64, px: u32, py: u32| {
        (f64::from(px) / w - x).powi(2) / wide.powi(2) + (f64::from(py) / h - y).powi(2) / high.powi(2)
    };
    RgbImage::from_fn(width, height, |x, y| {
        let cheeks = off(0.33, 0.56, 0.14, 0.11, x, y).min(off(0.67, 0.56, 0.14, 0.11, x, y));
        let eyes = off(0.36, 0.42, 0.05, 0.02, x, y).min(off(0.64, 0.42, 0.05, 0.02, x, y));
        if eyes < 1.0 || off(0.5, 0.72, 0.11, 0.02, x, y) < 1.0 {
            Rgb([120, 70, 62])
        } else if off(0.5, 0.5, 0.34, 0.4, x, y) < 1.0 {
            let less = (f64::from(red) * (1.0 - cheeks).clamp(0.0, 1.0)) as u8;
            Rgb([232, 190 - less.min(100), 168 - less.min(100)])
        } else {
            Rgb([203, 212, 216])
        }
    })
}

/// A picture as a file of a format.
pub fn file(image: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut out, format).expect("a file");
    out.into_inner()
}

/// A JPEG file as a telephone writes it: with the way it was held, when and where, its maker's notes and XMP.
pub fn from_phone(image: &RgbImage, orientation: u16, taken: Option<&str>) -> Vec<u8> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 95).encode_image(image).expect("a file");
    let mut out = jpeg[..2].to_vec();
    let xmp =
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>52.5186</exif:GPSLatitude></x:xmpmeta>";
    for body in [[b"Exif\0\0", &exif(orientation, taken)[..]].concat(), xmp.to_vec()] {
        out.extend([0xff, 0xe1]);
        out.extend(u16::try_from(body.len() + 2).expect("a short segment").to_be_bytes());
        out.extend(body);
    }
    out.extend(&jpeg[2..]);
    out
}

/// The same picture with a profile of colours.
pub fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    let body = [b"ICC_PROFILE\0\x01\x01", profile].concat();
    let length = u16::try_from(body.len() + 2).expect("a short segment").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe2], &length, &body, &jpeg[2..]].concat()
}

/// The TIFF structure of EXIF, big-endian: three directories, and what does not fit into their entries behind them.
pub fn exif(orientation: u16, taken: Option<&str>) -> Vec<u8> {
    const BYTE: u16 = 1;
    const ASCII: u16 = 2;
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    const UNDEFINED: u16 = 7;
    /// One entry: tag, kind, and what it holds.
    type Entry = (u16, u16, Vec<u8>);
    let text = |text: &str| [text.as_bytes(), b"\0"].concat();
    let number = |number: u32| number.to_be_bytes().to_vec();
    let mut about: Vec<Entry> = vec![(0x927c, UNDEFINED, b"quince-maker-note: serial 4711".to_vec())];
    if let Some(taken) = taken {
        about.insert(0, (0x9003, ASCII, text(taken)));
    }
    let place: Vec<Entry> = vec![
        (0x0000, BYTE, vec![2, 3, 0, 0]),
        (0x001b, UNDEFINED, b"ASCII\0\0\0GPS 52.5186 13.3762".to_vec()),
    ];
    let size = |entries: &[Entry]| {
        let behind: usize =
            entries.iter().map(|(_, _, held)| if held.len() > 4 { held.len() } else { 0 }).sum();
        2 + 12 * entries.len() + 4 + behind
    };
    // Where the other two begin is written in the first, whose size does not depend on it.
    let first = |about: u32, place: u32| -> Vec<Entry> {
        vec![
            (0x010f, ASCII, text("QuincePhone")),
            (0x0112, SHORT, orientation.to_be_bytes().to_vec()),
            (0x8769, LONG, number(about)),
            (0x8825, LONG, number(place)),
        ]
    };
    let about_at = 8 + size(&first(0, 0));
    let place_at = about_at + size(&about);
    let offset = |at: usize| u32::try_from(at).expect("a small file");
    let mut out = b"MM\0\x2a\0\0\0\x08".to_vec();
    for entries in [first(offset(about_at), offset(place_at)), about, place] {
        let mut behind = Vec::new();
        let behind_at = out.len() + 2 + 12 * entries.len() + 4;
        out.extend(u16::try_from(entries.len()).expect("few entries").to_be_bytes());
        for (tag, kind, mut held) in entries {
            let each = match kind {
                SHORT => 2,
                LONG => 4,
                _ => 1,
            };
            out.extend(tag.to_be_bytes());
            out.extend(kind.to_be_bytes());
            out.extend(offset(held.len() / each).to_be_bytes());
            if held.len() > 4 {
                out.extend(offset(behind_at + behind.len()).to_be_bytes());
                behind.extend(held);
            } else {
                held.resize(4, 0);
                out.extend(held);
            }
        }
        out.extend([0; 4]);
        out.extend(behind);
    }
    out
}
