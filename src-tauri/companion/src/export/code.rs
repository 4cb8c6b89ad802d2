//! A text as a QR picture.

use crate::contract::Picture;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The free space around the picture that readers need, in its own squares (ISO/IEC 18004).
const QUIET: usize = 4;

/// A text as a picture with the least correction of errors: a screen has no scratches, and larger squares are read better.
/// `None` where it holds more than the largest picture, 2953 octets.
pub(super) fn picture(text: &str) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (row, squares) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    Some(Picture { size: u32::try_from(width + 2 * QUIET).ok()?, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_holds_what_the_standard_says_and_no_more() {
        // The smallest has 21 squares a side, the largest 177.
        assert_eq!(picture("A").unwrap().size, 21 + 8);
        assert_eq!(picture(&"é".repeat(1476)).unwrap().size, 177 + 8);
        assert_eq!(picture(&"é".repeat(1477)), None);
    }

    #[test]
    fn a_picture_has_its_three_corners() {
        let path = picture("BEGIN:VCALENDAR").unwrap().path;
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(path.contains("M4 10h7v1h-7z"), "{path}");
    }
}
