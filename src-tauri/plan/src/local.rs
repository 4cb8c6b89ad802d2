//! Wall time and instants. This is the only code that knows about clock changes.
//!
//! Every wall time, typed or computed, becomes an instant by one rule:
//!
//! * In a **gap** (clocks jump forward over it) it is the first instant after the gap. In Berlin, 2026-03-29T02:30 does not
//!   exist; it is 03:00, which is `2026-03-29T01:00:00Z`.
//! * In a **fold** (clocks go back and it happens twice) it is the first of the two. In Berlin, 2026-10-25T02:30 is
//!   `2026-10-25T00:30:00Z`, not an hour later.

use crate::step::Step;
use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, OffsetComponents, OffsetName, Tz};

/// The instant of a wall time in a zone, by the rule above.
#[must_use]
pub fn instant(wall: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    use chrono::LocalResult::{Ambiguous, None, Single};
    match zone.from_local_datetime(&wall) {
        Single(only) => only.to_utc(),
        Ambiguous(first, second) => first.to_utc().min(second.to_utc()),
        None => match GapInfo::new(&wall, &zone).and_then(|gap| gap.end) {
            Some(end) => end.to_utc(),
            // A zone whose table ends inside a gap does not exist; UTC is a total answer.
            Option::None => wall.and_utc(),
        },
    }
}

/// Whether the zone's clocks show a wall time once: in a fold they show it twice, in a gap never.
#[must_use]
pub fn once(wall: NaiveDateTime, zone: Tz) -> bool {
    matches!(zone.from_local_datetime(&wall), chrono::LocalResult::Single(_))
}

/// What a clock in the zone shows at an instant.
#[must_use]
pub fn wall(instant: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    instant.naive_utc() + zone.offset_from_utc_datetime(&instant.naive_utc()).fix()
}

/// From an instant on, a zone's clocks show this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The first instant of it.
    pub from: DateTime<Utc>,
    /// What they showed before, in seconds ahead of UTC.
    pub before: i32,
    /// What they show, in seconds ahead of UTC.
    pub ahead: i32,
    /// They are on summer time.
    pub summer: bool,
    /// The short name of it, for example `CEST`.
    pub name: Option<String>,
}

/// How a zone's clocks go in [from, until): as they stand at `from`, and each change after it, in order.
#[must_use]
pub fn clocks(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Clocks> {
    let at = |instant: DateTime<Utc>| zone.offset_from_utc_datetime(&instant.naive_utc());
    let ahead = |instant| at(instant).fix().local_minus_utc();
    let change = |from, before| {
        let offset = at(from);
        let (summer, name) = (!offset.dst_offset().is_zero(), offset.abbreviation().map(str::to_owned));
        Clocks { from, before, ahead: ahead(from), summer, name }
    };
    let mut out = vec![change(from, ahead(from))];
    let mut known = from;
    while known < until {
        // No zone's clocks change and change back within a day.
        let next = (known + TimeDelta::days(1)).min(until);
        let (mut same, mut other) = (known, next);
        known = next;
        if at(same) == at(other) {
            continue;
        }
        while other - same > TimeDelta::seconds(1) {
            let middle = same + TimeDelta::seconds((other - same).num_seconds() / 2);
            if at(middle) == at(same) { same = middle } else { other = middle }
        }
        if other < until {
            out.push(change(other, ahead(same)));
        }
        known = other;
    }
    out
}

/// A wall time as a person or a program types it: `2026-03-27T15:10`, and nothing looser.
#[must_use]
pub fn typed(text: &str) -> Option<NaiveDateTime> {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    let read = || NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
    shape.eq(*b"0000-00-00T00:00").then(read).flatten()
}

/// A date as a person or a program types it: `2026-03-27`, and nothing looser.
#[must_use]
pub fn typed_date(text: &str) -> Option<NaiveDate> {
    typed(&format!("{text}T00:00")).map(|wall| wall.date())
}

/// A time of day as a protocol writes it: `08:00`, and nothing looser.
#[must_use]
pub fn typed_time(text: &str) -> Option<NaiveTime> {
    typed(&format!("2000-01-01T{text}")).map(|wall| wall.time())
}

/// The date in the zone at an instant.
#[must_use]
pub fn date(instant: DateTime<Utc>, zone: Tz) -> NaiveDate {
    wall(instant, zone).date()
}

/// The instant one step from an anchor: hours are elapsed time, days and months keep the anchor's wall time in the zone.
///
/// A day of the month that is missing becomes the month's last day: 31 January and one month is 28 (or 29) February.
#[must_use]
pub fn step(anchor: DateTime<Utc>, step: Step, zone: Tz) -> DateTime<Utc> {
    match step {
        Step::Hours(hours) => anchor + TimeDelta::hours(hours.into()),
        Step::Days(_) | Step::Months(_) => {
            let wall = wall(anchor, zone);
            instant(shift(wall.date(), step).and_time(wall.time()), zone)
        }
    }
}

/// A date moved by whole days or months; hours do not move a date by themselves.
#[must_use]
pub fn shift(date: NaiveDate, step: Step) -> NaiveDate {
    let moved = match step {
        Step::Hours(_) => Some(date),
        Step::Days(days) if days < 0 => date.checked_sub_days(Days::new(days.unsigned_abs().into())),
        Step::Days(days) => date.checked_add_days(Days::new(days.unsigned_abs().into())),
        Step::Months(months) if months < 0 => date.checked_sub_months(Months::new(months.unsigned_abs())),
        Step::Months(months) => date.checked_add_months(Months::new(months.unsigned_abs())),
    };
    // Steps are bounded by `Step::parse` and dates by the procedure, so the calendar does not end here.
    moved.unwrap_or(date)
}

/// Hours of the day in which nothing is shown: [start, end) by the wall clock, possibly across midnight.
///
/// Where start and end are equal there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The first quiet wall time.
    pub start: NaiveTime,
    /// The first wall time that is not quiet any more.
    pub end: NaiveTime,
}

impl Quiet {
    /// Whether a wall time is inside.
    #[must_use]
    pub fn holds(&self, time: NaiveTime) -> bool {
        if self.start <= self.end {
            self.start <= time && time < self.end
        } else {
            self.start <= time || time < self.end
        }
    }

    /// Whether a clock in the zone shows a quiet time at this instant.
    #[must_use]
    pub fn covers(&self, instant: DateTime<Utc>, zone: Tz) -> bool {
        self.holds(wall(instant, zone).time())
    }

    /// The instant itself, or the end of the quiet hours it falls into: the first such end that is not before it.
    #[must_use]
    pub fn moved(&self, instant: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        if !self.covers(instant, zone) {
            return instant;
        }
        let today = date(instant, zone);
        // Two days on, because a zone may skip a whole date (Apia, 30 December 2011).
        (0..=2)
            .filter_map(|days| today.checked_add_days(Days::new(days)))
            .flat_map(|date| both(date.and_time(self.end), zone))
            // A date that a zone skipped has no end of its own; what the rule makes of it is still quiet.
            .filter(|end| *end >= instant && !self.covers(*end, zone))
            .min()
            .unwrap_or(instant)
    }
}

/// Every instant at which the wall clock comes to this time: two in a fold, else one.
fn both(at: NaiveDateTime, zone: Tz) -> impl Iterator<Item = DateTime<Utc>> {
    let first = instant(at, zone);
    let second =
        zone.from_local_datetime(&at).latest().map(|late| late.to_utc()).filter(|late| *late != first);
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_wall_time_in_a_gap_is_the_first_instant_after_it() {
        assert_eq!(instant(at("2026-03-29T02:30"), Berlin), utc("2026-03-29T01:00:00Z"));
        assert_eq!(wall(utc("2026-03-29T01:00:00Z"), Berlin), at("2026-03-29T03:00"));
    }

    #[test]
    fn a_wall_time_in_a_fold_is_the_first_of_the_two() {
        assert_eq!(instant(at("2026-10-25T02:30"), Berlin), utc("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn a_wall_time_is_shown_once_outside_of_gaps_and_folds() {
        let shown = ["2026-03-29T01:59", "2026-03-29T02:30", "2026-10-25T02:30", "2026-10-25T03:00"];
        assert_eq!(shown.map(|wall| once(at(wall), Berlin)), [true, false, false, true]);
    }

    #[test]
    fn a_date_that_a_zone_skipped_becomes_the_next() {
        let apia = chrono_tz::Pacific::Apia;
        assert_eq!(wall(instant(at("2011-12-30T08:00"), apia), apia), at("2011-12-31T00:00"));
    }

    #[test]
    fn months_keep_the_wall_time_and_stop_at_the_last_day() {
        let anchor = instant(at("2026-01-31T15:10"), Berlin);
        assert_eq!(wall(step(anchor, Step::Months(1), Berlin), Berlin), at("2026-02-28T15:10"));
        assert_eq!(wall(step(anchor, Step::Months(-2), Berlin), Berlin), at("2025-11-30T15:10"));
    }

    #[test]
    fn days_keep_the_wall_time_where_hours_do_not() {
        let anchor = instant(at("2026-03-27T15:10"), Berlin);
        assert_eq!(step(anchor, Step::Hours(48), Berlin), utc("2026-03-29T14:10:00Z"));
        assert_eq!(step(anchor, Step::Days(2), Berlin), utc("2026-03-29T13:10:00Z"));
    }

    #[test]
    fn every_change_of_the_clocks_is_found_where_it_happens() {
        let told = |zone, from: &str, until: &str| -> Vec<String> {
            let one = |clocks: &Clocks| {
                let Clocks { from, before, ahead, summer, name } = clocks;
                format!(
                    "{} {before} {ahead} {summer} {}",
                    from.format("%FT%TZ"),
                    name.as_deref().unwrap_or("-")
                )
            };
            clocks(zone, utc(from), utc(until)).iter().map(one).collect()
        };
        let year = told(Berlin, "2026-01-10T12:30:15Z", "2026-12-01T00:00:00Z");
        let expected = [
            "2026-01-10T12:30:15Z 3600 3600 false CET",
            "2026-03-29T01:00:00Z 3600 7200 true CEST",
            "2026-10-25T01:00:00Z 7200 3600 false CET",
        ];
        assert_eq!(year, expected);
        // The end does not belong to it, and the first instant of a change is its own.
        assert_eq!(told(Berlin, "2026-03-28T00:00:00Z", "2026-03-29T01:00:00Z").len(), 1);
        assert_eq!(told(Berlin, "2026-03-28T00:00:00Z", "2026-03-29T01:00:01Z").len(), 2);
        let first = told(Berlin, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z");
        assert_eq!(first, ["2026-03-29T01:00:00Z 7200 7200 true CEST"]);
        // Apia went over the date line and lost a day.
        let apia = told(chrono_tz::Pacific::Apia, "2011-12-29T00:00:00Z", "2012-01-02T00:00:00Z");
        assert_eq!(apia[1], "2011-12-30T10:00:00Z -36000 50400 true -");
    }

    #[test]
    fn quiet_hours_end_at_the_first_end_that_is_not_before() {
        let hour = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        let night = Quiet { start: hour(21, 30), end: hour(7, 30) };
        let evening = instant(at("2026-03-27T22:00"), Berlin);
        assert_eq!(wall(night.moved(evening, Berlin), Berlin), at("2026-03-28T07:30"));
        let early = instant(at("2026-03-28T00:10"), Berlin);
        assert_eq!(wall(night.moved(early, Berlin), Berlin), at("2026-03-28T07:30"));
        // The end is not quiet any more, the start already is.
        assert!(!night.holds(hour(7, 30)) && night.holds(hour(21, 30)));
        // Equal ends: no quiet hours at all.
        let none = Quiet { start: hour(0, 0), end: hour(0, 0) };
        assert_eq!(none.moved(early, Berlin), early);
        // The end comes twice in a fold: what falls into the second pass ends with the second pass.
        let fold = Quiet { start: hour(22, 0), end: hour(2, 30) };
        assert_eq!(fold.moved(utc("2026-10-25T00:10:00Z"), Berlin), utc("2026-10-25T00:30:00Z"));
        assert_eq!(fold.moved(utc("2026-10-25T01:10:00Z"), Berlin), utc("2026-10-25T01:30:00Z"));
        // The end lies in a gap: quiet until the clocks have jumped.
        assert_eq!(fold.moved(utc("2026-03-29T00:10:00Z"), Berlin), utc("2026-03-29T01:00:00Z"));
    }
}
