//! The entry of macOS: a property list that launchd reads at login.
//!
//! Source: launchd.plist(5). What a person switches off in System Settings is kept where no program may read it; only the
//! key `Disabled` in the file itself is seen here.

use super::Entry;
use std::path::{Path, PathBuf};

/// The entry that starts an agent, and starts it anew when it fails.
///
/// # Errors
/// A reason where the path is one that a property list cannot hold.
pub(super) fn text(agent: &Path) -> Result<String, &'static str> {
    let path = agent.to_str().ok_or("the name of the program's folder is not Unicode")?;
    if path.contains(|c: char| c.is_control()) {
        return Err("the name of the program's folder must not contain control characters");
    }
    let path = path.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Ok(format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>org.aftercare.agent</string>
	<key>ProgramArguments</key>
	<array>
		<string>{path}</string>
	</array>
	<key>RunAtLoad</key>
	<true/>
	<key>KeepAlive</key>
	<dict>
		<key>SuccessfulExit</key>
		<false/>
	</dict>
</dict>
</plist>
"#
    ))
}

/// What an entry says, as far as it is in the form that [`text`] gives it. What is not understood starts nothing of ours, and is
/// written anew.
pub(super) fn read(text: &str) -> Entry {
    let value = |key: &str| Some(text.split_once(&format!("<key>{key}</key>"))?.1.trim_start());
    let starts = || {
        let inside = value("ProgramArguments")?.strip_prefix("<array>")?.split_once("</array>")?.0;
        let word = inside.trim().strip_prefix("<string>")?.strip_suffix("</string>")?;
        // A second argument, or a sign that is written in some other way.
        if word.contains('<') {
            return None;
        }
        let path = word.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        Some(PathBuf::from(path))
    };
    let runs = value("RunAtLoad").is_some_and(|value| value.starts_with("<true/>"));
    Entry {
        starts: starts().filter(|_| runs),
        switched_off: value("Disabled").is_some_and(|value| value.starts_with("<true/>")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agent_is_found_again_wherever_it_was_installed() {
        for path in [
            "/Applications/Aftercare.app/Contents/MacOS/aftercare-agent",
            "/a b/it's \"quoted\"/$HOME",
            "/<string>&amp;</string>/&lt;",
            "/Mädchen ✓/100%",
        ] {
            let text = text(Path::new(path)).unwrap();
            assert_eq!(read(&text), Entry { starts: Some(path.into()), switched_off: false }, "{text}");
        }
        assert!(text(Path::new("/a\nb")).is_err());
    }

    #[test]
    fn what_is_switched_off_or_something_else_is_seen() {
        let text = text(Path::new("/a")).unwrap();
        let off = text.replace("<key>RunAtLoad</key>", "<key>Disabled</key>\n<true/>\n<key>RunAtLoad</key>");
        assert_eq!(read(&off), Entry { starts: Some("/a".into()), switched_off: true });
        let nothing = Entry { starts: None, switched_off: false };
        let more = text.replace("\t</array>", "\t<string>--data</string>\n\t</array>");
        let never = text.replace("<key>RunAtLoad</key>\n\t<true/>", "<key>RunAtLoad</key>\n\t<false/>");
        for other in [&more, &never, "", "bplist00"] {
            assert_eq!(read(other), nothing, "{other}");
        }
    }
}
