//! Who may do what: the arrows between the crates, the clock, wall time, the network.

use super::sources::{below, code, none, places, text};

/// The product's own Rust, without its comments.
fn rust() -> Vec<(String, String)> {
    below("src-tauri/", &[".rs"]).into_iter().map(|(name, text)| (name, code(&text))).collect()
}

fn found(words: &[&str], may: impl Fn(&str) -> bool) -> Vec<String> {
    rust().iter().filter(|(name, _)| !may(name)).flat_map(|(name, text)| places(name, text, words)).collect()
}

/// The names under `[dependencies]` of a manifest, also those of one platform only; not those of tests.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut inside = false;
    for line in text(manifest).lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-dependencies");
        } else if inside
            && let Some(name) = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty())
        {
            out.push(name.trim_matches('"').to_owned());
        }
    }
    out
}

/// `now` is an argument. The build program times its own steps; nobody's plan hangs on that.
#[test]
fn one_file_reads_the_clock() {
    const CLOCKS: [&str; 5] =
        ["Utc::now", "Local::now", "SystemTime::now", "Instant::now", "OffsetDateTime::now"];
    let may = |name: &str| name == "src-tauri/companion/src/clock.rs" || name.starts_with("src-tauri/xtask/");
    none(&found(&CLOCKS, may), "the clock is read in companion/src/clock.rs alone");
    assert!(text("src-tauri/companion/src/clock.rs").contains("Utc::now()"));
    // What clippy refuses is the same list.
    let clippy = text(".clippy.toml");
    for clock in &CLOCKS[..4] {
        assert!(clippy.contains(&format!("::{clock}")), ".clippy.toml lets {clock} pass");
    }
}

/// Gap and fold are decided once. Everybody else asks `plan::local`.
#[test]
fn one_file_turns_wall_time_into_instants() {
    const WAYS: [&str; 7] = [
        "from_local_datetime",
        "and_local_timezone",
        "with_ymd_and_hms",
        "from_local_date",
        "offset_from_local",
        "LocalResult",
        "and_utc()",
    ];
    let may = |name: &str| name == "src-tauri/plan/src/local.rs";
    none(&found(&WAYS, may), "wall time becomes an instant in plan/src/local.rs alone");
    assert!(text("src-tauri/plan/src/local.rs").contains("from_local_datetime"));
}

/// The plan decides and does nothing else: no files, no SQL, no window, no network, nothing to write it down with.
#[test]
fn the_plan_is_pure() {
    assert_eq!(
        dependencies("src-tauri/plan/Cargo.toml"),
        ["chrono", "chrono-tz", "regex-lite", "strsim", "sunrise", "toml", "unicode-normalization"]
    );
    const DOING: [&str; 16] = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "std::time",
        "std::os",
        "SystemTime",
        "rusqlite",
        "tauri",
        "serde",
        "Serialize",
        "println!",
        "eprintln!",
        "unsafe",
    ];
    let elsewhere = |name: &str| !name.starts_with("src-tauri/plan/src/");
    none(&found(&DOING, elsewhere), "plan does no I/O and is not serialisable");
}

/// window, agent and command line -> companion -> plan.
#[test]
fn arrows_point_one_way() {
    let ours = |manifest: &str| {
        let mut names = dependencies(manifest);
        names.retain(|name| {
            ["plan", "companion", "aftercare", "aftercare-agent", "aftercarectl", "xtask", "tests"]
                .contains(&name.as_str())
        });
        names
    };
    let none_of_ours: [&str; 0] = [];
    assert_eq!(ours("src-tauri/plan/Cargo.toml"), none_of_ours);
    assert_eq!(ours("src-tauri/companion/Cargo.toml"), ["plan"]);
    assert_eq!(ours("src-tauri/agent/Cargo.toml"), ["companion"]);
    assert_eq!(ours("src-tauri/cli/Cargo.toml"), ["companion", "plan"]);
    assert_eq!(ours("src-tauri/Cargo.toml"), ["companion"]);
    // The build program must compile on a machine that has nothing yet.
    assert_eq!(dependencies("src-tauri/xtask/Cargo.toml"), none_of_ours);
    // Toolkits stay at the edge: the agent must not need a window to remind.
    for manifest in
        ["src-tauri/agent/Cargo.toml", "src-tauri/companion/Cargo.toml", "src-tauri/cli/Cargo.toml"]
    {
        // Windows' notices, which notify-rust shows by the same crate; it is no part of the toolkit.
        let toolkit = |name: &String| name.starts_with("tauri") && name != "tauri-winrt-notification";
        assert!(!dependencies(manifest).iter().any(toolkit), "{manifest} has a toolkit");
    }
    // And one crate keeps the data.
    let sql = |name: &str| name.starts_with("src-tauri/companion/src/store/");
    none(&found(&["rusqlite"], sql), "SQL is spoken in companion/src/store alone");
}

/// No program of ours opens an internet socket. Tests may: they drive the webview.
#[test]
fn nobody_goes_to_the_network() {
    const NET: [&str; 10] = [
        "std::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "ToSocketAddrs",
        "tokio::net",
        "AF_INET",
        "reqwest",
        "hyper::",
        "ureq",
    ];
    none(&found(&NET, |_| false), "no program of ours opens a socket");
    const CRATES: [&str; 10] = [
        "reqwest",
        "hyper",
        "hyper-util",
        "ureq",
        "curl",
        "isahc",
        "socket2",
        "tungstenite",
        "quinn",
        "rustls",
    ];
    for (manifest, _) in below("src-tauri/", &["Cargo.toml"]) {
        let names = dependencies(&manifest);
        let bad: Vec<&String> = names.iter().filter(|name| CRATES.contains(&name.as_str())).collect();
        assert!(bad.is_empty(), "{manifest} depends on {bad:?}");
    }
}
