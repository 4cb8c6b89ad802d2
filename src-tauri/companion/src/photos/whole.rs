//! Whether a file is there to its end.

/// A JPEG file has its end mark. Readers of JPEG do without, and a photo that was cut off on its way from the telephone would
/// be taken with a grey lower half. What comes behind the end, a short film for example, is nobody's business.
pub fn jpeg(bytes: &[u8]) -> bool {
    // ITU-T T.81, annex B: after the start, segments that say how long they are; after "start of scan", points in which a mark
    // cannot be, except those that restart.
    const END: u8 = 0xd9;
    let mut at = 2;
    while let (Some(&first), Some(&second)) = (bytes.get(at), bytes.get(at + 1)) {
        match (first, second) {
            (0xff, END) => return true,
            (0xff, 0xff) => at += 1,
            (0xff, 0x00 | 0x01 | 0xd0..=0xd8) => at += 2,
            (0xff, _) => {
                let Some(length) = bytes.get(at + 2..at + 4) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
            }
            // Points. Between other segments there should be nothing, and it harms nobody.
            _ => at += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::jpeg;

    #[test]
    fn the_end_of_the_small_picture_inside_is_not_the_end() {
        let begin = [0xff, 0xd8];
        // A segment that holds an end mark of its own; then points with a stuffed byte and a restart.
        let inside = [0xff, 0xe1, 0, 6, 0xff, 0xd9, 1, 2];
        let scan = [0xff, 0xda, 0, 2, 7, 0xff, 0, 8, 0xff, 0xd0, 9];
        let all = [&begin[..], &inside, &scan].concat();
        assert!(!jpeg(&all));
        assert!(jpeg(&[&all[..], &[0xff, 0xd9]].concat()));
        assert!(jpeg(&[&all[..], &[0xff, 0xff, 0xd9, 1, 2, 3]].concat()));
        for length in 0..all.len() {
            assert!(!jpeg(&all[..length]), "{length}");
        }
    }
}
