//! Outings: from "I'm going outside" to the patient's return, or to an end by itself.

use crate::place::Place;
use crate::protocol::{Instruction, Kind, Weight};
use crate::{Plan, Slot, Step, Window, local, windows};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sunrise::{Coordinates, SolarDay, SolarEvent};

/// The word by which an instruction asks to be reminded again and again during an outing: `while = "outdoors"`.
pub(crate) const MODE: &str = "outdoors";

/// What a patient who is about to go outside asks; the rule that lists it is the one to show first.
const QUESTION: &str = "go outside";

/// An outing that no sunset ends ends by itself after this long.
pub const WITHOUT_SUNSET: TimeDelta = TimeDelta::hours(8);

/// An outing has no more reminders than this, so that its number and theirs have room in one.
const MOST: u16 = 99;

/// One time outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outing {
    /// From 1, and no other outing of the patient has it. Beyond 42 million there is no room for it in a [`Slot`], and nothing
    /// is told.
    pub number: u32,
    /// When the patient went.
    pub begun: DateTime<Utc>,
    /// Its end by itself, or the moment the patient came back.
    pub until: DateTime<Utc>,
}

/// When an outing ends by itself, if the patient does not come back before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// When.
    pub at: DateTime<Utc>,
    /// It is sunset that ends it, and not the hours.
    pub sunset: bool,
}

/// When an outing that begins now ends by itself: at sunset where the sun is up and will set, else after 8 hours.
///
/// The sunset is that of an open horizon at sea level, to a few minutes. In the polar summer there is none.
///
/// ```
/// use plan::{outdoors, place};
/// let begun = "2026-06-21T10:00:00Z".parse().unwrap();
/// let end = outdoors::end(begun, place::named("Europe/Berlin").as_ref());
/// assert_eq!(end.at.to_rfc3339()[..16], *"2026-06-21T19:33");
/// assert_eq!((outdoors::end(begun, None).at - begun).num_hours(), 8);
/// ```
#[must_use]
pub fn end(begun: DateTime<Utc>, place: Option<&Place>) -> End {
    match place.and_then(|place| sunset(begun, place)) {
        Some(at) => End { at, sunset: true },
        None => End { at: begun + WITHOUT_SUNSET, sunset: false },
    }
}

/// The end of the daylight around an instant, if there is any around it and it has an end.
fn sunset(now: DateTime<Utc>, place: &Place) -> Option<DateTime<Utc>> {
    let spot = Coordinates::new(place.latitude, place.longitude)?;
    let daylight = |date: NaiveDate| {
        let day = SolarDay::new(spot, date);
        Some((day.event_time(SolarEvent::Sunrise)?, day.event_time(SolarEvent::Sunset)?))
    };
    // A date's daylight lies around noon by the sun there: far from Greenwich it reaches into the UTC date before or after.
    let date = now.date_naive();
    let dates = [date.pred_opt(), Some(date), date.succ_opt()].into_iter().flatten();
    dates.filter_map(daylight).find(|(rise, set)| *rise <= now && now < *set).map(|(_, set)| set)
}

impl Plan {
    /// Plans what is to be told during outings. Comes last, after [`Plan::after`].
    ///
    /// Every so often, counted from when the patient went; only while the patient is out and the instruction's window is open.
    /// What quiet hours move past the end of either is dropped. Nothing that was due before the treatment was entered is told.
    #[must_use]
    pub fn outdoors(mut self, outings: &[Outing]) -> Plan {
        let mut told = Vec::new();
        for (place, span) in self.spans.iter().enumerate() {
            let instruction = &self.protocol.instructions[span.instruction];
            let Some(step) = every(instruction) else { continue };
            for outing in outings {
                let until = outing.until.min(span.until);
                for count in 1..=MOST {
                    let own = local::step(outing.begun, step.times(count), self.procedure.zone);
                    if own >= until {
                        break;
                    }
                    let Some(slot) = slot(outing, count).filter(|_| own >= span.from) else { continue };
                    let mut one = windows::occurrence(&self, place, slot, own);
                    one.window_until = until;
                    // An outing may have been under way when the treatment was entered.
                    one.since = outing.begun.max(self.entered);
                    if one.due < until {
                        told.push(one);
                    }
                }
            }
        }
        // Outings of long ago leave the plan as it is, and it need not be arranged anew.
        if !told.is_empty() {
            self.occurrences.append(&mut told);
            windows::arrange(&mut self.occurrences);
        }
        self
    }

    /// Whether "I'm going outside" has something to remind of, now or later: an instruction for outings whose window has not
    /// ended.
    #[must_use]
    pub fn reminds_outdoors(&self, now: DateTime<Utc>) -> bool {
        self.windows().any(|window| now < window.until && every(window.instruction).is_some())
    }

    /// The running rule that speaks against going outside at all, to be shown before an outing begins; of several the one that
    /// ends last.
    #[must_use]
    pub fn outside_rule(&self, now: DateTime<Utc>) -> Option<Window<'_>> {
        let asked = |window: &Window<'_>| {
            let english = window.instruction.asks.get("en");
            english.is_some_and(|asks| asks.iter().any(|ask| ask.eq_ignore_ascii_case(QUESTION)))
        };
        self.windows()
            .filter(|window| window.holds(now) && asked(window))
            .filter(|window| window.kind() == Kind::Avoid && window.weight() == Weight::Rule)
            .max_by_key(|window| window.until)
    }
}

/// How often an instruction is told during an outing, if it is.
fn every(instruction: &Instruction) -> Option<Step> {
    let (step, mode) = instruction.remind.as_ref()?.every.as_ref()?;
    (mode == MODE).then_some(*step)
}

fn slot(outing: &Outing, count: u16) -> Option<Slot> {
    let hundreds = outing.number.checked_mul(100)?;
    hundreds.checked_add(count.into()).map(Slot::Nth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;
    use std::f64::consts::TAU;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// How high the sun stands, in degrees over the horizon, without refraction: the equations of the NOAA solar calculator (after
    /// Meeus, Astronomical Algorithms). A second opinion: the crate that is used goes another way, by sunrise equations.
    fn height(at: DateTime<Utc>, place: &Place) -> f64 {
        let days = at.timestamp() as f64 / 86_400.0 + 2_440_587.5 - 2_451_545.0;
        let t = days / 36_525.0;
        let sin = |degrees: f64| degrees.to_radians().sin();
        let anomaly = 357.529_11 + t * 35_999.050_29;
        let centre = sin(anomaly) * (1.914_602 - t * 0.004_817)
            + sin(2.0 * anomaly) * 0.019_993
            + sin(3.0 * anomaly) * 0.000_289;
        let node = 125.04 - 1_934.136 * t;
        let longitude =
            (280.466_46 + t * 36_000.769_83 + centre - 0.005_69 - 0.004_78 * sin(node)).to_radians();
        let tilt = (23.439_29 - t * 0.013_004 + 0.002_56 * node.to_radians().cos()).to_radians();
        let declination = (tilt.sin() * longitude.sin()).asin();
        let ascension = (tilt.cos() * longitude.sin()).atan2(longitude.cos());
        let turned = (280.460_618 + 360.985_647_366 * days + place.longitude).to_radians() % TAU;
        let latitude = place.latitude.to_radians();
        let sine = latitude.sin() * declination.sin()
            + latitude.cos() * declination.cos() * (turned - ascension).cos();
        sine.asin().to_degrees()
    }

    /// The sun is gone when its middle stands so low: half its own width, and what the air bends.
    const GONE: f64 = -0.833;

    /// How far the two opinions may differ, in degrees: a minute and a half of the sun's way over the equator. Near the poles the
    /// sun climbs that much within the day for which the crate holds it still.
    const OFF: f64 = 0.35;

    /// To the minute as almanacs have them; on the right what the clock on the wall shows there.
    #[test]
    fn sunsets_are_the_almanacs() {
        let quito = Place { name: "Quito", country: "EC", latitude: -0.22, longitude: -78.5125 };
        let named = |name| place::named(name).unwrap();
        let table = [
            (named("Europe/Berlin"), "2026-06-21T10:00:00Z", "2026-06-21T19:33:00Z"), // 21:33
            (named("Europe/Berlin"), "2026-12-21T10:00:00Z", "2026-12-21T14:54:00Z"), // 15:54
            (named("America/New_York"), "2026-06-21T14:00:00Z", "2026-06-22T00:31:00Z"), // 20:31
            (named("America/Anchorage"), "2026-06-21T20:00:00Z", "2026-06-22T07:43:00Z"), // 23:43
            (named("Atlantic/Reykjavik"), "2026-06-21T10:00:00Z", "2026-06-22T00:04:00Z"), // 00:04, the next date
            (named("Asia/Singapore"), "2026-03-20T01:00:00Z", "2026-03-20T11:15:00Z"),     // 19:15
            (quito, "2026-03-20T15:00:00Z", "2026-03-20T23:25:00Z"),                       // 18:25
            (named("Australia/Sydney"), "2026-06-20T23:00:00Z", "2026-06-21T06:54:00Z"), // 16:54, from the morning
            (named("Pacific/Kiritimati"), "2026-03-20T17:00:00Z", "2026-03-21T04:40:00Z"), // 18:40, on the 21st there
        ];
        for (place, begun, published) in table {
            let end = end(utc(begun), Some(&place));
            let off = (end.at - utc(published)).num_seconds();
            assert!(end.sunset && off.abs() <= 180, "{}: {end:?} is {off} s off", place.name);
        }
    }

    #[test]
    fn without_a_sunset_an_outing_ends_after_eight_hours() {
        let tromso = Place { name: "Tromsø", country: "NO", latitude: 69.65, longitude: 18.96 };
        let berlin = place::named("Europe/Berlin").unwrap();
        for (place, begun, why) in [
            (None, "2026-06-21T10:00:00Z", "no place"),
            (Some(tromso), "2026-06-21T10:00:00Z", "the sun does not set"),
            (Some(tromso), "2026-12-21T11:00:00Z", "the sun does not rise"),
            (Some(berlin), "2026-06-21T22:00:00Z", "it is night"),
            (Some(berlin), "2026-06-21T02:30:00Z", "it is not yet day"),
        ] {
            let begun = utc(begun);
            let expected = End { at: begun + TimeDelta::hours(8), sunset: false };
            assert_eq!(end(begun, place.as_ref()), expected, "{why}");
        }
    }

    /// Everywhere, on every day of a year, at four hours of the day.
    #[test]
    fn an_outing_ends_when_the_sun_is_gone() {
        let hour = TimeDelta::hours(1);
        let (mut set, mut polar) = (0, 0);
        for place in place::all() {
            for day in 0..365 {
                for part in 0..4 {
                    let begun = utc("2026-01-01T00:17:00Z") + TimeDelta::hours(24 * day + 6 * part);
                    let end = end(begun, Some(&place));
                    let story = || format!("{} at {begun}: {end:?}", place.name);
                    assert!(begun < end.at && end.at <= begun + hour * 24, "{}", story());
                    let up = height(begun, &place) - GONE;
                    if end.sunset {
                        set += 1;
                        assert!(up > -OFF, "it was night: {}", story());
                        let left = height(end.at, &place) - GONE;
                        assert!(left.abs() < OFF, "the sun stands {left} over its end: {}", story());
                        if begun + hour < end.at {
                            assert_eq!(super::end(begun + hour, Some(&place)), end, "{}", story());
                        }
                    } else if up > OFF {
                        polar += 1;
                        let lowest = (0..96).map(|quarter| height(begun + hour / 4 * quarter, &place));
                        let lowest = lowest.fold(f64::INFINITY, f64::min) - GONE;
                        assert!(lowest > -OFF, "the sun does set: {}", story());
                    }
                }
            }
        }
        // About half the time it is day; the sun stays up for months in a dozen of the places.
        assert!(set > 418 * 365 * 4 * 2 / 5 && polar > 1000, "{set} {polar}");
    }
}
