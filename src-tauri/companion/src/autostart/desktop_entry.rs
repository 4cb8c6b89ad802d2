//! The entry of a freedesktop session: a `.desktop` file in its `autostart` folder.
//!
//! Source: Desktop Entry Specification 1.5 ("Basic format", "Value types", "The Exec key") and Desktop Application Autostart
//! Specification 0.5. Sessions read less than the standard says. Measured: systemd 252, which starts the entries of GNOME and KDE
//! Plasma, refuses a program with quotes, `$`, a backslash or a backquote in its path, however they are written; it and GLib 2.74
//! look for one with `%%` under just that name; and the standard itself forbids `=`. An entry for such a program would be
//! passed over without a word, so none is written, and one that is there is not believed. What is left needs quotes around it
//! at most, and no escapes.

use super::Entry;
use crate::system_language;
use crate::words::Words;
use std::path::{Path, PathBuf};

/// What some session does not start, wherever it stands in a program's path.
const UNREADABLE: &str = "\"'`$\\%=";

/// What stands in an argument only between quotes, beside the above.
const RESERVED: &str = " ><~|&;*?#()";

/// The entry that starts an agent.
///
/// # Errors
/// A reason where the path is one that sessions cannot read.
pub(super) fn text(agent: &Path) -> Result<String, &'static str> {
    let path = agent.to_str().ok_or("the name of the program's folder is not Unicode")?;
    if !readable(path) {
        return Err(
            "the name of the program's folder must not contain quotes, $, %, =, a backslash or a control character",
        );
    }
    let exec = if path.contains(|c| RESERVED.contains(c)) { format!("\"{path}\"") } else { path.to_owned() };
    // Sessions show these in their own settings.
    let words = Words::of(&system_language());
    let (name, comment) = (words.say("app-name"), words.say("autostart-comment"));
    Ok(format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name={name}\n\
         Comment={comment}\n\
         Icon=aftercare\n\
         TryExec={path}\n\
         Exec={exec}\n\
         NoDisplay=true\n\
         X-GNOME-Autostart-enabled=true\n"
    ))
}

/// What an entry says. Whatever it is, it can be read: what is not understood starts nothing of ours.
pub(super) fn read(text: &str) -> Entry {
    let (mut ours, mut application, mut switched_off) = (false, false, false);
    let (mut exec, mut tried) = (None, None);
    for line in text.lines() {
        if line.starts_with('[') {
            ours = line.trim_end() == "[Desktop Entry]";
        }
        let Some((key, value)) = line.split_once('=').filter(|_| ours) else { continue };
        let (key, value) = (key.trim_end(), value.trim_start());
        match key {
            "Type" => application = value.trim_end() == "Application",
            "Exec" => exec = program(value),
            "TryExec" => tried = Some(PathBuf::from(value)),
            "Hidden" => switched_off |= value.trim_end() == "true",
            // Each desktop has its own name for this: X-GNOME-…, X-MATE-….
            _ if key.starts_with("X-") && key.ends_with("-Autostart-enabled") => {
                switched_off |= value.trim_end() == "false";
            }
            _ => {}
        }
    }
    // A session that does not find what it is to try first passes the entry over.
    let runs = application && tried.is_none_or(|tried| tried.exists());
    Entry { starts: exec.filter(|_| runs), switched_off }
}

/// The program that a value of `Exec` starts, where it starts one and gives it no arguments.
fn program(exec: &str) -> Option<PathBuf> {
    let exec = exec.trim_matches([' ', '\t']);
    let path = match exec.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"')?,
        None if exec.contains(|c| RESERVED.contains(c)) => return None,
        None => exec,
    };
    Some(path).filter(|path| !path.is_empty() && readable(path)).map(PathBuf::from)
}

fn readable(path: &str) -> bool {
    !path.contains(|c: char| c.is_control() || UNREADABLE.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line<'t>(text: &'t str, key: &str) -> &'t str {
        text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')).unwrap()
    }

    #[test]
    fn the_entry_is_written_as_the_standard_says() {
        let exec = |path: &str| {
            let text = text(Path::new(path)).unwrap();
            line(&text, "Exec").to_owned()
        };
        assert_eq!(exec("/usr/bin/aftercare-agent"), "/usr/bin/aftercare-agent");
        assert_eq!(exec("/opt/my apps/a"), r#""/opt/my apps/a""#);
        assert_eq!(exec("/a;b|c&d<e>f*g?h#i(j)~"), r#""/a;b|c&d<e>f*g?h#i(j)~""#);
        assert_eq!(exec("/é/✓/שלום"), "/é/✓/שלום");
        assert_eq!(line(&text(Path::new("/my apps/a")).unwrap(), "TryExec"), "/my apps/a");
    }

    #[test]
    fn an_exec_that_is_not_one_program_is_nobodys() {
        let path = |path: &str| Some(PathBuf::from(path));
        assert_eq!(program(" /a/b "), path("/a/b"));
        assert_eq!(program(r#""/a/b""#), path("/a/b"));
        for exec in [
            "",
            "\"\"",
            "/a/b c",
            "\"/a/b\" c",
            "\"/a/b\"c",
            "/a%f",
            "\"/a%%f\"",
            "/a=b",
            r#""/a\\b""#,
            "\"/a",
            "\"",
            "'/a'",
            "/$HOME/a",
            "/a\\sb",
        ] {
            assert_eq!(program(exec), None, "{exec}");
        }
    }

    #[test]
    fn only_the_entrys_own_group_counts() {
        let read = |text: &str| super::read(text);
        let other = "[Desktop Action x]\nHidden=true\nType=Application\nExec=/b\n";
        let entry = format!(
            "[Desktop Entry]\r\n Type=Link\nType = Application\n# Exec=/c\nExec = /a\nExec[de]=/d\n{other}"
        );
        assert_eq!(read(&entry), Entry { starts: Some("/a".into()), switched_off: false });
        assert_eq!(read(other), Entry { starts: None, switched_off: false });
        // What is to be tried first is not there.
        let entry = "[Desktop Entry]\nType=Application\nTryExec=/no such program\nExec=/a\n";
        assert_eq!(read(entry), Entry { starts: None, switched_off: false });
    }
}
