//! A second opinion on wall time: it knows only what a clock in a zone shows at an instant, and finds everything else by
//! looking at the clock. Slow where `plan::local` is quick, so that the two are wrong together in nothing.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// A zone's clock over some years.
pub struct Clock {
    zone: Tz,
    /// The first instant of each offset and the offset, in order. The first stands for everything before the second.
    stretches: Vec<(DateTime<Utc>, TimeDelta)>,
}

impl Clock {
    /// The clock of a zone from the beginning of one year to the end of another.
    pub fn new(zone: Tz, years: std::ops::RangeInclusive<i32>) -> Clock {
        let begin = midnight(*years.start(), 1);
        let end = midnight(*years.end() + 1, 1);
        let mut stretches = vec![(begin, offset(zone, begin))];
        // No zone changes its mind twice within this; Morocco's month of fasting is the shortest stretch there is.
        let stride = TimeDelta::days(7);
        let mut at = begin;
        while at < end {
            let next = at + stride;
            if offset(zone, next) != offset(zone, at) {
                stretches.push((change(zone, at, next), offset(zone, next)));
            }
            at = next;
        }
        Clock { zone, stretches }
    }

    /// The instants at which the clock was changed.
    pub fn changes(&self) -> impl Iterator<Item = DateTime<Utc>> {
        self.stretches.iter().skip(1).map(|(from, _)| *from)
    }

    /// What it shows.
    pub fn shows(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + offset(self.zone, at)
    }

    /// The instant of a wall time: the first at which the clock shows it, else the first after the gap it fell into.
    pub fn instant(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        for (place, (from, offset)) in self.stretches.iter().enumerate() {
            let at = (wall - *offset).and_utc();
            let until = self.stretches.get(place + 1).map(|(next, _)| *next);
            if until.is_none_or(|until| at < until) {
                // Before this stretch began the clock had not yet come to this time, and now it is past it.
                return if place == 0 { at } else { at.max(*from) };
            }
        }
        unreachable!("the last stretch has no end")
    }

    /// The instant that many days after an anchor at the same wall time.
    pub fn days_after(&self, anchor: DateTime<Utc>, days: i64) -> DateTime<Utc> {
        self.instant(self.shows(anchor) + TimeDelta::days(days))
    }

    /// The instant that many months after an anchor at the same wall time; a day that the month lacks is its last.
    pub fn months_after(&self, anchor: DateTime<Utc>, months: i32) -> DateTime<Utc> {
        let wall = self.shows(anchor);
        let months = wall.year() * 12 + wall.month0() as i32 + months;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
        let date = (0..4).find_map(|back| NaiveDate::from_ymd_opt(year, month, wall.day() - back)).unwrap();
        self.instant(date.and_time(wall.time()))
    }
}

fn midnight(year: i32, month: u32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap().and_time(chrono::NaiveTime::MIN).and_utc()
}

fn offset(zone: Tz, at: DateTime<Utc>) -> TimeDelta {
    TimeDelta::seconds(zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc().into())
}

/// The first second of the new offset.
fn change(zone: Tz, before: DateTime<Utc>, after: DateTime<Utc>) -> DateTime<Utc> {
    let (mut old, mut new) = (before, after);
    while new - old > TimeDelta::seconds(1) {
        let middle = old + TimeDelta::seconds((new - old).num_seconds() / 2);
        if offset(zone, middle) == offset(zone, before) { old = middle } else { new = middle }
    }
    new
}

/// Every date from one to another, both included.
pub fn dates(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |date| *date <= to)
}

/// A date that many days before.
pub fn before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap()
}

#[test]
fn the_second_opinion_knows_gap_fold_and_a_skipped_date() {
    let wall = super::timeline::wall;
    let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let berlin = Clock::new(chrono_tz::Europe::Berlin, 2026..=2026);
    let changes: Vec<_> = berlin.changes().collect();
    assert_eq!(changes, [utc("2026-03-29T01:00:00Z"), utc("2026-10-25T01:00:00Z")]);
    assert_eq!(berlin.instant(wall("2026-03-29T01:59")), utc("2026-03-29T00:59:00Z"));
    assert_eq!(berlin.instant(wall("2026-03-29T02:30")), utc("2026-03-29T01:00:00Z"));
    assert_eq!(berlin.instant(wall("2026-03-29T03:00")), utc("2026-03-29T01:00:00Z"));
    assert_eq!(berlin.instant(wall("2026-10-25T02:30")), utc("2026-10-25T00:30:00Z"));
    assert_eq!(berlin.instant(wall("2026-10-25T03:00")), utc("2026-10-25T02:00:00Z"));
    let apia = Clock::new(chrono_tz::Pacific::Apia, 2011..=2011);
    assert_eq!(apia.instant(wall("2011-12-30T08:00")), utc("2011-12-30T10:00:00Z"));
    let last_of_january = berlin.instant(wall("2026-01-31T15:10"));
    assert_eq!(berlin.months_after(last_of_january, 1), utc("2026-02-28T14:10:00Z"));
    assert_eq!(berlin.months_after(last_of_january, -2), utc("2025-11-30T14:10:00Z"));
}
