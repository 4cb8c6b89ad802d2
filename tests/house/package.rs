//! What the Debian package brings beside the window.

use super::sources::{root, text};
use std::collections::BTreeMap;

/// The files of the package, by where they go.
fn brought() -> BTreeMap<String, String> {
    let config: serde_json::Value = serde_json::from_str(&text("src-tauri/tauri.conf.json")).unwrap();
    serde_json::from_value(config["bundle"]["linux"]["deb"]["files"].clone()).unwrap()
}

#[test]
fn it_brings_the_unit_and_nothing_that_is_not_there() {
    let brought = brought();
    for (place, source) in &brought {
        let built = source.starts_with("../target/");
        assert!(built || root().join("src-tauri").join(source).is_file(), "{place}: there is no {source}");
    }
    let unit = text("src-tauri/packaging/aftercare-agent.service");
    let started = unit.lines().find_map(|line| line.strip_prefix("ExecStart=")).unwrap();
    assert!(brought.contains_key(started), "the unit starts {started}, which the package lacks");
    // Where systemd looks, under the name by which the start at login knows that it is enabled.
    assert!(brought.contains_key("/usr/lib/systemd/user/aftercare-agent.service"));
    let knows = text("src-tauri/companion/src/autostart/own_file.rs");
    assert!(knows.contains(r#"const UNIT: &str = "aftercare-agent.service";"#));
}

/// The package enables nothing: whether the agent starts at login is the person's choice, made in the window.
#[test]
fn it_enables_nothing() {
    let places: Vec<String> = brought().into_keys().collect();
    let enabling = |place: &&String| place.contains(".wants/") || place.contains("/autostart/");
    assert_eq!(places.iter().find(enabling), None);
}
