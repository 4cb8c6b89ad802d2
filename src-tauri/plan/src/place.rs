//! Places on earth, from the zone table of the time zone database: where the sun sets when.

use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A place with coordinates: the city that a time zone is named after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The zone's name in the time zone database, for example `Europe/Berlin`.
    pub name: &'static str,
    /// ISO 3166, two letters.
    pub country: &'static str,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
}

/// One row for each country and zone: country, coordinates, name, and what part of the country is meant.
const PLACES: &str = include_str!("../places/zone.tab");

/// Other names of these places: the name, and the name of the row.
const LINKS: &str = include_str!("../places/links.tab");

static BY_NAME: LazyLock<BTreeMap<&str, Place>> =
    LazyLock::new(|| rows(PLACES).filter_map(|row| place(&row)).map(|place| (place.name, place)).collect());

static BY_OTHER_NAME: LazyLock<BTreeMap<&str, &str>> =
    LazyLock::new(|| rows(LINKS).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());

/// Every place, by name.
pub fn all() -> impl Iterator<Item = Place> {
    BY_NAME.values().copied()
}

/// The city of a time zone. A zone that is no place, such as `UTC` or `CET`, has none.
#[must_use]
pub fn of_zone(zone: Tz) -> Option<Place> {
    named(zone.name())
}

/// A place by its name, or by an older or other name for it: `Asia/Calcutta` is `Asia/Kolkata`.
#[must_use]
pub fn named(name: &str) -> Option<Place> {
    let name = BY_OTHER_NAME.get(name).copied().unwrap_or(name);
    BY_NAME.get(name).copied()
}

/// The columns of a table's rows.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn place(row: &[&'static str]) -> Option<Place> {
    let [country, coordinates, name, ..] = row else { return None };
    // Both numbers have a sign; the second sign is where the longitude begins.
    let second = coordinates.rfind(['+', '-'])?;
    let (latitude, longitude) = coordinates.split_at_checked(second)?;
    Some(Place { name, country, latitude: degrees(latitude, 2)?, longitude: degrees(longitude, 3)? })
}

/// Degrees as ISO 6709 writes them without a point: a sign, then `DDMM` or `DDMMSS`, where degrees have `width` digits.
fn degrees(text: &str, width: usize) -> Option<f64> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1.0, digits),
        ("-", digits) => (-1.0, digits),
        _ => return None,
    };
    let number = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<f64>().ok().filter(|_| plain)
    };
    let (degrees, rest) = digits.split_at_checked(width)?;
    let (minutes, seconds) = rest.split_at_checked(2)?;
    let seconds = match seconds.len() {
        0 => 0.0,
        2 => number(seconds)?,
        _ => return None,
    };
    Some(sign * (number(degrees)? + number(minutes)? / 60.0 + seconds / 3600.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::TZ_VARIANTS;

    #[test]
    fn every_row_is_a_place_on_earth_and_a_zone() {
        assert_eq!(all().count(), rows(PLACES).count(), "a row was not read, or stands there twice");
        for place in all() {
            assert!(place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0, "{place:?}");
            assert!(place.country.len() == 2, "{place:?}");
            assert_eq!(place.name.parse::<Tz>().ok().and_then(of_zone), Some(place));
        }
        assert!(all().is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn every_link_is_a_zone_and_leads_to_a_place() {
        assert_eq!(BY_OTHER_NAME.len(), rows(LINKS).count());
        for (other, name) in BY_OTHER_NAME.iter() {
            assert!(!BY_NAME.contains_key(other), "{other} has a row of its own");
            let zone: Tz = other.parse().unwrap();
            assert_eq!(of_zone(zone).map(|place| place.name), Some(*name), "{other}");
        }
    }

    #[test]
    fn minutes_and_seconds_of_arc_are_read() {
        let place = |name, country, latitude, longitude| Some(Place { name, country, latitude, longitude });
        assert_eq!(named("Europe/Berlin"), place("Europe/Berlin", "DE", 52.5, 13.0 + 22.0 / 60.0));
        let (latitude, longitude) = (40.0 + 42.0 / 60.0 + 51.0 / 3600.0, -(74.0 + 23.0 / 3600.0));
        assert_eq!(named("America/New_York"), place("America/New_York", "US", latitude, longitude));
        // Half a degree south of the equator has a sign and no degrees.
        assert_eq!(named("Africa/Sao_Tome").map(|place| place.latitude), Some(20.0 / 60.0));
        assert_eq!(named("Pacific/Nauru").map(|place| place.latitude), Some(-31.0 / 60.0));
        for wrong in
            ["", "+", "5230", "+52", "+523", "+52301", "+5230000", "+5a30", "+52.5", "+5²30", "++230"]
        {
            assert_eq!(degrees(wrong, 2), None, "{wrong:?}");
        }
    }

    #[test]
    fn an_old_name_is_the_place_it_was() {
        assert_eq!(of_zone(chrono_tz::Asia::Calcutta), named("Asia/Kolkata"));
        assert_eq!(of_zone(chrono_tz::Europe::Kiev), named("Europe/Kyiv"));
        assert_eq!(of_zone(chrono_tz::America::Buenos_Aires), named("America/Argentina/Buenos_Aires"));
        assert_eq!(of_zone(chrono_tz::Iceland), named("Atlantic/Reykjavik"));
        assert_eq!(named("Asia/Kolkata").map(|place| place.country), Some("IN"));
        assert_eq!(named("Atlantis"), None);
    }

    /// Whoever's computer says one of these has no sunset until a place is chosen; nobody else.
    #[test]
    fn only_what_is_no_city_has_no_place() {
        let clocks = [
            "CET",
            "CST6CDT",
            "EET",
            "EST",
            "EST5EDT",
            "GMT",
            "GMT+0",
            "GMT-0",
            "GMT0",
            "Greenwich",
            "HST",
            "MET",
            "MST",
            "MST7MDT",
            "PST8PDT",
            "UCT",
            "UTC",
            "Universal",
            "WET",
            "Zulu",
        ];
        // Their links lead to another country, or an ocean away.
        let far = [
            "Africa/Timbuktu",
            "America/Coral_Harbour",
            "Antarctica/South_Pole",
            "Atlantic/Jan_Mayen",
            "Pacific/Johnston",
            "Pacific/Yap",
        ];
        let mut expected = [clocks.as_slice(), far.as_slice()].concat();
        expected.sort_unstable();
        let none = TZ_VARIANTS.iter().filter(|zone| of_zone(**zone).is_none()).map(|zone| zone.name());
        let mut found: Vec<&str> = none.filter(|name| !name.starts_with("Etc/")).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
        assert_eq!(of_zone(Tz::UTC), None);
    }
}
