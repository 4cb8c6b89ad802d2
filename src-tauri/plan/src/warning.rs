//! Emergency numbers by country.

use crate::Protocol;
use std::collections::BTreeSet;

/// Members of the European Union, where 112 is answered everywhere.
const EUROPEAN_UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// The number to call in a country (ISO 3166), or the protocol's words where it knows none.
#[must_use]
pub fn emergency_number<'p>(protocol: &'p Protocol, country: Option<&str>) -> &'p str {
    let numbers = &protocol.emergency_numbers;
    let country = country.unwrap_or_default();
    let own = numbers.get(country);
    let union = numbers.get("EU").filter(|_| EUROPEAN_UNION.contains(&country));
    own.or(union).or_else(|| numbers.get("fallback")).map_or("", String::as_str)
}

/// The countries (ISO 3166) whose number the protocol knows, in order.
#[must_use]
pub fn countries(protocol: &Protocol) -> Vec<&str> {
    let numbers = &protocol.emergency_numbers;
    let own = numbers.keys().map(String::as_str).filter(|key| !["EU", "fallback"].contains(key));
    let union = EUROPEAN_UNION.into_iter().filter(|_| numbers.contains_key("EU"));
    own.chain(union).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_is_known_or_said_to_be_unknown() {
        let protocol = crate::Protocol::built_in();
        let number = |country| super::emergency_number(&protocol, country);
        assert_eq!(number(Some("DE")), "112");
        assert_eq!(number(Some("US")), "911");
        assert_eq!(number(Some("ZZ")), "your local emergency number");
        assert_eq!(number(None), "your local emergency number");
    }

    #[test]
    fn the_countries_are_those_with_a_number_of_their_own_and_the_union() {
        let protocol = crate::Protocol::built_in();
        let countries = super::countries(&protocol);
        let expected = "AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IT LT LU LV MT NL NZ PL PT RO SE SI SK US";
        assert_eq!(countries.join(" "), expected);

        let mut alone = (*protocol).clone();
        alone.emergency_numbers.retain(|key, _| ["CH", "fallback"].contains(&key.as_str()));
        alone.emergency_numbers.insert("CH".into(), "144".into());
        assert_eq!(super::countries(&alone), ["CH"]);
    }
}
