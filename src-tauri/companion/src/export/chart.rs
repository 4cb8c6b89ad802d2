//! The ratings of one symptom over what is usual, as an SVG picture. It says nothing of the two together.

use super::html::escaped;
use std::fmt::Write;

/// The picture's size, and where the ratings are in it, in units of the picture.
const SIZE: (f64, f64) = (340.0, 132.0);
const LEFT: f64 = 20.0;
const RIGHT: f64 = 334.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 108.0;

/// The highest rating.
const MOST: f64 = 10.0;

/// No more marks than this along the days.
const MARKS: i64 = 8;

/// One symptom of one treatment.
pub(super) struct Chart<'c> {
    /// What the patient was asked.
    pub(super) question: &'c str,
    /// Hours since the treatment and the upper edge of the usual.
    pub(super) usual: &'c [(f64, f64)],
    /// Hours since the treatment and the rating, oldest first.
    pub(super) ratings: &'c [(f64, u32)],
    /// The words under the days.
    pub(super) days: &'c str,
}

impl Chart<'_> {
    /// The picture.
    pub(super) fn svg(&self) -> String {
        let hours = self.usual.iter().map(|(hours, _)| *hours);
        let last = hours.chain(self.ratings.iter().map(|(hours, _)| *hours)).fold(24.0, f64::max);
        let days = (last / 24.0).ceil();
        let x = |hours: f64| LEFT + hours / 24.0 / days * (RIGHT - LEFT);
        let y = |rating: f64| BOTTOM - rating / MOST * (BOTTOM - TOP);

        let (width, height) = SIZE;
        let mut out = format!(
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
            escaped(self.question)
        );
        let mut put = |text: std::fmt::Arguments<'_>| {
            // Writing to a string cannot fail.
            let _ = out.write_fmt(text);
        };
        let points = |points: &mut dyn Iterator<Item = (f64, f64)>| -> String {
            let pairs: Vec<String> =
                points.map(|(hours, rating)| format!("{:.1},{:.1}", x(hours), y(rating))).collect();
            pairs.join(" ")
        };
        if let (Some(first), Some(last)) = (self.usual.first(), self.usual.last()) {
            let edge = self.usual.iter().copied();
            let ground = [(last.0, 0.0), (first.0, 0.0)];
            put(format_args!("<polygon class=\"usual\" points=\"{}\"/>", points(&mut edge.chain(ground))));
        }
        for rating in [0.0, 5.0, 10.0] {
            let (at, text) = (y(rating), rating);
            put(format_args!("<path class=\"grid\" d=\"M{LEFT} {at:.1}H{RIGHT}\"/>"));
            put(format_args!(
                "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>",
                LEFT - 4.0,
                at + 3.0
            ));
        }
        let step = step(days as i64);
        for day in (0..=days as i64).step_by(usize::try_from(step).unwrap_or(1)) {
            let at = x(day as f64 * 24.0);
            put(format_args!("<path class=\"grid\" d=\"M{at:.1} {BOTTOM}v3\"/>"));
            put(format_args!(
                "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{day}</text>",
                BOTTOM + 12.0
            ));
        }
        let (middle, below) = ((LEFT + RIGHT) / 2.0, BOTTOM + 22.0);
        put(format_args!(
            "<text x=\"{middle}\" y=\"{below}\" text-anchor=\"middle\">{}</text>",
            escaped(self.days)
        ));
        let ratings = || self.ratings.iter().map(|(hours, rating)| (*hours, f64::from(*rating)));
        put(format_args!("<polyline class=\"rating\" points=\"{}\"/>", points(&mut ratings())));
        for (hours, rating) in ratings() {
            put(format_args!(
                "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"2.4\"/>",
                x(hours),
                y(rating)
            ));
        }
        out.push_str("</svg>");
        out
    }
}

/// How many days lie between two marks: as few as can be read, and a number that people count by.
fn step(days: i64) -> i64 {
    const STEPS: [i64; 8] = [1, 2, 7, 14, 28, 91, 182, 364];
    STEPS.into_iter().find(|step| days / step <= MARKS).unwrap_or(364 * (days / 364 / MARKS + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_marked_so_that_they_can_be_read() {
        for (days, expected) in [(1, 1), (8, 1), (9, 2), (17, 2), (18, 7), (62, 7), (63, 14), (3650, 728)] {
            assert_eq!(step(days), expected, "{days} days");
        }
    }

    #[test]
    fn a_rating_lies_where_its_hour_and_number_are() {
        let usual = [(0.0, 7.0), (24.0, 5.0), (48.0, 0.0)];
        let chart =
            Chart { question: "\"Red\"?", usual: &usual, ratings: &[(0.0, 10), (24.0, 0)], days: "Days" };
        let svg = chart.svg();
        assert!(svg.contains("aria-label=\"&quot;Red&quot;?\""), "{svg}");
        assert!(svg.contains("<polygon class=\"usual\" points=\"20.0,38.0 177.0,58.0 334.0,108.0 334.0,108.0 20.0,108.0\"/>"), "{svg}");
        assert!(svg.contains("<polyline class=\"rating\" points=\"20.0,8.0 177.0,108.0\"/>"), "{svg}");
    }

    #[test]
    fn one_rating_at_the_first_hour_is_a_picture_too() {
        let svg = Chart { question: "?", usual: &[], ratings: &[(0.0, 3)], days: "Days" }.svg();
        assert!(
            !svg.contains("NaN") && svg.contains("<circle class=\"dot\" cx=\"20.0\" cy=\"78.0\""),
            "{svg}"
        );
    }
}
