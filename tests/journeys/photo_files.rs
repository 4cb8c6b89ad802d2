//! What becomes of a photo's file, whatever it is: a picture without anything that her telephone wrote, or a problem.

use super::pictures::{SECRETS, corners, exif, file, from_phone, plain, with_profile};
use companion::Problem;
use companion::photos::{Halt, Picture};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::{self, Read};

/// The picture in a file.
pub fn read(bytes: &[u8]) -> Result<Picture, Problem> {
    Picture::read(bytes, &|| true).map_err(|halt| match halt {
        Halt::Problem(problem) => problem,
        Halt::Stopped => panic!("nobody stopped it"),
    })
}

fn near(is: Rgb<u8>, should: [i32; 3]) -> bool {
    is.0.iter().zip(should).all(|(is, should)| (i32::from(*is) - should).abs() <= 12)
}

#[test]
fn a_photo_of_a_telephone_is_kept_upright_and_with_nothing_that_the_telephone_wrote() {
    // What the eye sees is the same, however the telephone was held; what it wrote differs.
    let upright = corners(48, 32);
    let held = |orientation: u16| match orientation {
        2 => image::imageops::flip_horizontal(&upright),
        3 => image::imageops::rotate180(&upright),
        4 => image::imageops::flip_vertical(&upright),
        5 => image::imageops::flip_horizontal(&image::imageops::rotate90(&upright)),
        6 => image::imageops::rotate270(&upright),
        7 => image::imageops::flip_horizontal(&image::imageops::rotate270(&upright)),
        8 => image::imageops::rotate90(&upright),
        _ => upright.clone(),
    };
    for orientation in 0..=9 {
        let bytes = from_phone(&held(orientation), orientation, Some("2026:06:06 20:15:33"));
        for secret in &SECRETS[..6] {
            assert!(holds(&bytes, secret), "the telephone's photo lacks {secret:?}");
        }
        let picture = read(&bytes).unwrap();
        assert_eq!((picture.width, picture.height), (48, 32), "{orientation}");
        let seen = image::load_from_memory(&picture.large).unwrap().into_rgb8();
        for (x, y) in [(6, 6), (42, 6), (6, 26), (42, 26)] {
            let should = upright.get_pixel(x, y).0.map(i32::from);
            assert!(near(*seen.get_pixel(x, y), should), "{orientation}: {x}, {y}");
        }
        for secret in SECRETS {
            assert!(!holds(&picture.large, secret) && !holds(&picture.small, secret), "{secret:?}");
        }
        // Of what may stand beside the points there is the bare name of the format alone.
        assert_eq!(beside(&picture.large), ["JFIF"]);
        assert_eq!(beside(&picture.small), ["JFIF"]);
        assert_eq!(picture.taken.unwrap().to_string(), "2026-06-06 20:15:33");
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|one| one == part)
}

/// What stands beside the points of a JPEG file: the name of every application's segment, and every comment.
fn beside(jpeg: &[u8]) -> Vec<String> {
    let (mut at, mut found) = (2, Vec::new());
    while jpeg[at] == 0xff && jpeg[at + 1] != 0xda {
        let length = usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        if matches!(jpeg[at + 1], 0xe0..=0xef | 0xfe) {
            let body = &jpeg[at + 4..at + 2 + length];
            let name = body.split(|byte| *byte == 0).next().unwrap();
            found.push(String::from_utf8_lossy(name).into_owned());
        }
        at += 2 + length;
    }
    found
}

#[test]
fn the_colours_of_a_telephone_become_those_of_every_screen() {
    let red = RgbImage::from_pixel(32, 32, Rgb([200, 60, 50]));
    let plain = from_phone(&red, 1, None);
    let wide = with_profile(&plain, &moxcms::ColorProfile::new_display_p3().encode().unwrap());
    let middle = |bytes: &[u8]| {
        let picture = read(bytes).unwrap();
        assert!(!holds(&picture.large, b"ICC_PROFILE"));
        *image::load_from_memory(&picture.large).unwrap().into_rgb8().get_pixel(16, 16)
    };
    assert!(near(middle(&plain), [200, 60, 50]));
    // The same numbers mean a stronger red on such a telephone.
    assert!(near(middle(&wide), [217, 43, 39]), "{:?}", middle(&wide));
    // A profile that is none changes nothing.
    assert!(near(middle(&with_profile(&plain, b"no profile at all")), [200, 60, 50]));
}

#[test]
fn png_and_webp_are_taken_too_and_what_shines_through_is_paper() {
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let picture = read(&file(corners(20, 10), format)).unwrap();
        assert_eq!((picture.width, picture.height, picture.taken), (20, 10, None));
        assert_eq!(beside(&picture.large), ["JFIF"]);
    }
    let mut out = io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(8, 8, image::Rgba([10, 200, 10, 0]))
        .write_to(&mut out, ImageFormat::Png)
        .unwrap();
    let seen = image::load_from_memory(&read(out.get_ref()).unwrap().large).unwrap().into_rgb8();
    assert!(near(*seen.get_pixel(4, 4), [255, 255, 255]));
}

#[test]
fn a_large_photo_is_made_smaller_and_the_list_has_a_small_one() {
    let picture = read(&file(plain(1, 6000, 1500), ImageFormat::Jpeg)).unwrap();
    assert_eq!((picture.width, picture.height), (4096, 1024));
    let small = image::load_from_memory(&picture.small).unwrap();
    assert_eq!((small.width(), small.height()), (320, 80));
    let tiny =
        image::load_from_memory(&read(&file(plain(1, 40, 30), ImageFormat::Png)).unwrap().small).unwrap();
    assert_eq!((tiny.width(), tiny.height()), (40, 30));
}

#[test]
fn a_file_that_vanishes_while_it_is_read_is_told_of() {
    struct Vanishing(Vec<u8>);
    impl Read for Vanishing {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Err(io::Error::other("the stick was pulled out"));
            }
            let part = self.0.len().min(buf.len()).min(100);
            buf[..part].copy_from_slice(&self.0[..part]);
            self.0.drain(..part);
            Ok(part)
        }
    }
    let bytes = from_phone(&plain(1, 40, 30), 1, None);
    let problem = Picture::read(Vanishing(bytes), &|| true).unwrap_err();
    let Halt::Problem(problem) = problem else { panic!("stopped") };
    assert_eq!(
        (problem.code.as_str(), problem.detail["reason"].as_str()),
        ("photo-unreadable", "the stick was pulled out")
    );
    // One that never ends is not read to its end.
    let Halt::Problem(endless) = Picture::read(io::repeat(7), &|| true).unwrap_err() else {
        panic!("stopped")
    };
    assert_eq!(endless.code, "photo-too-large");
}

/// Whatever a file says, the answer is a picture or a problem.
#[test]
fn no_file_brings_it_down() {
    let mut dice = 4u32;
    let mut roll = || {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (dice >> 8) as usize
    };
    let whole = [
        from_phone(&corners(40, 30), 6, Some("2026:06:06 20:15:33")),
        file(corners(40, 30), ImageFormat::Png),
        file(corners(40, 30), ImageFormat::WebP),
    ];
    for bytes in &whole {
        for _ in 0..300 {
            let mut broken = bytes.clone();
            for _ in 0..1 + roll() % 8 {
                let at = roll() % broken.len();
                broken[at] = roll() as u8;
            }
            broken.truncate(broken.len() - (roll() % 4) * (roll() % 40));
            drop(read(&broken));
        }
    }
    // What a camera wrote can be as broken; the picture is good.
    for _ in 0..300 {
        let mut about = exif(6, Some("2026:06:06 20:15:33"));
        let at = 8 + roll() % (about.len() - 8);
        about[at] = roll() as u8;
        let mut jpeg = file(corners(40, 30), ImageFormat::Jpeg);
        let body = [b"Exif\0\0", &about[..]].concat();
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        jpeg.splice(2..2, [&[0xff, 0xe1][..], &length, &body].concat());
        read(&jpeg).unwrap();
    }
}
