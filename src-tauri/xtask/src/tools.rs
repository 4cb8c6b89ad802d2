//! The three things that must be there before anything else: cargo, Node and a C compiler.

use crate::call::{self, Stop};

/// The oldest cargo that builds the workspace. The same as `rust-version` in Cargo.toml.
const CARGO: Version = Version(1, 90);
/// The oldest Node that the UI's tools accept.
const NODE: Version = Version(20, 19);

/// The first two numbers of a version.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Version(u32, u32);

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

/// What a command needs besides cargo.
#[derive(Clone, Copy, PartialEq)]
pub enum Need {
    /// Node and npm.
    Node,
    /// Node and npm, and a C compiler for SQLite.
    NodeAndC,
}

/// Says in one line what is missing or too old.
///
/// # Errors
/// The first of cargo, Node, npm and the C compiler that does not do.
pub fn check(need: Need) -> Result<(), Stop> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    enough("cargo", call::ask(&cargo, &["--version"]).as_deref(), CARGO, "rustup update")?;
    let node = call::ask("node", &["--version"]);
    enough("Node", node.as_deref(), NODE, "https://nodejs.org, or your system's package `nodejs`")?;
    if !call::exists(if cfg!(windows) { "npm.cmd" } else { "npm" }, "--version") {
        return Err(Stop::new(
            "npm is needed, which comes with Node or as your system's package `npm`; there is none",
        ));
    }
    // On Windows the linker came with Rust's own set-up, and has no name to ask for.
    if need == Need::NodeAndC && !cfg!(windows) {
        let chosen = std::env::var("CC").ok();
        let names = chosen.as_deref().into_iter().chain(["cc", "gcc", "clang"]);
        if !names.into_iter().any(|name| call::exists(name, "--version")) {
            return Err(Stop::new(
                "a C compiler is needed (on Debian and Ubuntu: apt install gcc libc6-dev); there is none",
            ));
        }
    }
    Ok(())
}

fn enough(name: &str, printed: Option<&str>, least: Version, from: &str) -> Result<(), Stop> {
    let found = match printed {
        None => "there is none".to_owned(),
        Some(text) => match version(text) {
            Some(version) if version >= least => return Ok(()),
            Some(version) => format!("this is {version}"),
            None => format!("this one says `{}`", text.lines().next().unwrap_or_default()),
        },
    };
    Err(Stop::new(format!("{name} {least} or newer is needed ({from}); {found}")))
}

/// The first "1.90" in what a program says of itself: `cargo 1.95.0 (f2d3ce0bd 2026-03-21)`, `v20.19.2`.
fn version(text: &str) -> Option<Version> {
    text.split_whitespace().find_map(|word| {
        let mut numbers = word.trim_start_matches('v').split('.');
        let major = numbers.next()?.parse().ok()?;
        let minor = numbers.next()?;
        let digits = minor.find(|c: char| !c.is_ascii_digit()).unwrap_or(minor.len());
        Some(Version(major, minor[..digits].parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        for (text, expected) in [
            ("cargo 1.95.0 (f2d3ce0bd 2026-03-21)\n", Some(Version(1, 95))),
            ("cargo 1.97.0-nightly (eb94155a9 2026-04-09)", Some(Version(1, 97))),
            ("v20.19.2\n", Some(Version(20, 19))),
            ("v24.0.0-rc.1", Some(Version(24, 0))),
            ("cargo 1.91-dev", Some(Version(1, 91))),
            ("no numbers here", None),
            ("", None),
        ] {
            assert_eq!(version(text), expected, "{text}");
        }
    }

    #[test]
    fn older_and_missing_are_told_in_one_line() {
        let told = |printed: Option<&str>| enough("Node", printed, NODE, "there").err().map(|stop| stop.line);
        assert_eq!(told(Some("v20.19.0")), None);
        assert_eq!(told(Some("v22.1.0")), None);
        assert_eq!(
            told(Some("v20.9.0")).as_deref(),
            Some("Node 20.19 or newer is needed (there); this is 20.9")
        );
        assert_eq!(
            told(Some("v18.20.4")).as_deref(),
            Some("Node 20.19 or newer is needed (there); this is 18.20")
        );
        assert_eq!(
            told(Some("?\n?")).as_deref(),
            Some("Node 20.19 or newer is needed (there); this one says `?`")
        );
        assert_eq!(told(None).as_deref(), Some("Node 20.19 or newer is needed (there); there is none"));
    }
}
