//! Linux and macOS: the entry is a file in the person's own settings.

use super::{Entry, NO_AGENT, State, judge, wrong};
use crate::problem::Problem;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

#[cfg(not(target_os = "macos"))]
use super::desktop_entry::{read, text};
#[cfg(target_os = "macos")]
use super::launch_agent::{read, text};

/// The file's name; launchd looks for the label that is in it.
const NAME: &str =
    if cfg!(target_os = "macos") { "org.aftercare.agent.plist" } else { "aftercare-agent.desktop" };

/// The systemd unit that the package brings and that a person may enable in place of an entry.
const UNIT: &str = "aftercare-agent.service";

/// Where the entry is, and what it should start.
#[derive(Clone, Debug)]
pub(super) struct Home {
    /// The folder of the person's entries.
    entries: PathBuf,
    /// The folders in which systemd user units are enabled: the person's own first, then everybody's.
    units: Vec<PathBuf>,
    /// This installation's agent.
    agent: Option<PathBuf>,
}

impl Home {
    /// The home of the person who runs this program.
    #[cfg(not(target_os = "macos"))]
    pub(super) fn of_person(agent: Option<PathBuf>) -> Option<Home> {
        let config = dirs::config_dir()?;
        let units = vec![config.join("systemd/user"), PathBuf::from("/etc/systemd/user")];
        Some(Home { entries: config.join("autostart"), units, agent })
    }

    /// The home of the person who runs this program.
    #[cfg(target_os = "macos")]
    pub(super) fn of_person(agent: Option<PathBuf>) -> Option<Home> {
        Some(Home { entries: dirs::home_dir()?.join("Library/LaunchAgents"), units: Vec::new(), agent })
    }

    pub(super) fn state(&self) -> State {
        if self.unit() {
            return State::Unit;
        }
        let entry = match fs::read(self.entry()) {
            Ok(bytes) => Some(read(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            // Something is there that the session cannot read either.
            Err(_) => Some(Entry { starts: None, switched_off: false }),
        };
        judge(entry, self.agent.as_deref())
    }

    pub(super) fn write(&self) -> Result<(), Problem> {
        let agent = self.agent.as_deref().ok_or_else(|| wrong(self.entries.display(), NO_AGENT))?;
        let text = text(agent).map_err(|reason| wrong(agent.display(), reason))?;
        replace(&self.entry(), &text).map_err(|error| wrong(self.entries.display(), error))
    }

    pub(super) fn remove(&self) -> Result<(), Problem> {
        match fs::remove_file(self.entry()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(wrong(self.entries.display(), error)),
            _ => Ok(()),
        }
    }

    fn entry(&self) -> PathBuf {
        self.entries.join(NAME)
    }

    /// A unit is enabled by a link in the `.wants` folder of what brings it along, and a link to nothing in its own place masks
    /// it.
    fn unit(&self) -> bool {
        let masked = |folder: &PathBuf| {
            fs::read_link(folder.join(UNIT)).is_ok_and(|target| target == Path::new("/dev/null"))
        };
        let enabled = |folder: &PathBuf| {
            let inside = fs::read_dir(folder).into_iter().flatten().flatten().map(|one| one.path());
            // `exists` follows the link: the unit may have gone with its package.
            inside
                .filter(|path| path.extension().is_some_and(|end| end == "wants"))
                .any(|wants| wants.join(UNIT).exists())
        };
        !self.units.iter().any(masked) && self.units.iter().any(enabled)
    }
}

/// Puts a text in a file's place, at once: agent and window may mend it at the same time, and a session that starts must never
/// find half of it.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Sessions read what ends in `.desktop` or `.plist`; this does not.
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    let written = fs::File::create(&fresh).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&fresh, path));
    if done.is_err() {
        // What is left of the attempt; the error that counts is the one above.
        drop(fs::remove_file(&fresh));
    }
    done
}

#[cfg(test)]
#[cfg(not(target_os = "macos"))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;
    use tempfile::TempDir;

    /// A home with an agent in a folder of this name.
    fn home(programs: &str) -> (TempDir, Home) {
        let folder = tempfile::tempdir().unwrap();
        let agent = folder.path().join(programs).join("aftercare-agent");
        fs::create_dir_all(agent.parent().unwrap()).unwrap();
        fs::write(&agent, "").unwrap();
        let config = folder.path().join("config");
        let units = vec![config.join("systemd/user"), folder.path().join("everybody")];
        let home = Home { entries: config.join("autostart"), units, agent: Some(agent) };
        (folder, home)
    }

    fn names(folder: &Path) -> Vec<String> {
        let inside = fs::read_dir(folder).into_iter().flatten().flatten();
        inside.map(|one| one.file_name().into_string().unwrap()).collect()
    }

    fn edit(home: &Home, from: &str, to: &str) {
        let text = fs::read_to_string(home.entry()).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(home.entry(), text.replace(from, to)).unwrap();
    }

    #[test]
    fn it_is_switched_on_and_off_and_leaves_nothing_behind() {
        let (_folder, home) = home("bin");
        assert_eq!(home.state(), State::Off);
        assert_eq!(home.set(true), Ok(State::On));
        assert_eq!(home.set(true), Ok(State::On));
        assert_eq!(names(&home.entries), ["aftercare-agent.desktop"]);
        assert_eq!(home.set(false), Ok(State::Off));
        assert_eq!(home.set(false), Ok(State::Off));
        assert_eq!(names(&home.entries), [""; 0]);
    }

    #[test]
    fn the_agent_is_found_again_wherever_it_was_installed() {
        for programs in ["Program Files", "Mädchen ✓ שלום", "a;b|c&d<e>f*g?h#i(j)~", " [Desktop Entry] "]
        {
            let (_folder, home) = home(programs);
            assert_eq!(home.set(true), Ok(State::On), "{programs}");
            assert_eq!(home.mend(true), Ok(State::On), "{programs}");
        }
    }

    #[test]
    fn what_points_elsewhere_is_mended_where_it_is_wanted() {
        let (folder, home) = home("bin");
        assert_eq!(home.mend(false), Ok(State::Off));
        assert_eq!(names(&home.entries), [""; 0]);
        assert_eq!(home.mend(true), Ok(State::On));

        let moved = folder.path().join("opt/aftercare-agent");
        fs::create_dir_all(moved.parent().unwrap()).unwrap();
        fs::rename(home.agent.as_ref().unwrap(), &moved).unwrap();
        // Nothing is there any more for the entry to start, and nothing beside this program.
        assert_eq!(home.state(), State::Stale);
        let gone = Home { agent: None, ..home.clone() };
        assert_eq!(gone.state(), State::Stale);
        let home = Home { agent: Some(moved.clone()), ..home };
        assert_eq!(home.mend(false), Ok(State::Stale));
        assert_eq!(home.mend(true), Ok(State::On));

        // A link to the agent is the agent; the agent for some other data folder is not.
        let link = folder.path().join("link");
        symlink(&moved, &link).unwrap();
        edit(&home, &format!("Exec={}", moved.display()), &format!("Exec={}", link.display()));
        assert_eq!(home.state(), State::On);
        edit(
            &home,
            &format!("Exec={}", link.display()),
            &format!("Exec={} --data /elsewhere", link.display()),
        );
        assert_eq!(home.state(), State::Stale);
        assert_eq!(home.mend(true), Ok(State::On));

        // A file that is no entry starts nothing.
        for text in [&b""[..], b"\xff\xfe", b"Exec=aftercare-agent\n"] {
            fs::write(home.entry(), text).unwrap();
            assert_eq!(home.state(), State::Stale);
        }
        assert_eq!(home.mend(true), Ok(State::On));
    }

    #[test]
    fn what_the_desktop_switched_off_stays_off_until_the_person_says_so_here() {
        for switch in ["Hidden=true", "X-GNOME-Autostart-enabled=false", "X-MATE-Autostart-enabled = false"] {
            let (_folder, home) = home("bin");
            home.set(true).unwrap();
            edit(&home, "X-GNOME-Autostart-enabled=true", switch);
            assert_eq!(home.mend(true), Ok(State::SwitchedOff), "{switch}");
            // Also where it would start something else.
            let elsewhere = Home { agent: None, ..home.clone() };
            assert_eq!(elsewhere.mend(true), Ok(State::SwitchedOff), "{switch}");
            assert_eq!(home.set(true), Ok(State::On), "{switch}");
        }
    }

    #[test]
    fn a_unit_that_is_enabled_needs_no_entry() {
        for (place, wants) in [(0, "graphical-session.target.wants"), (1, "default.target.wants")] {
            let (folder, home) = home("bin");
            let unit = folder.path().join(UNIT);
            fs::write(&unit, "").unwrap();
            let wants = home.units[place].join(wants);
            fs::create_dir_all(&wants).unwrap();
            assert_eq!(home.state(), State::Off);
            symlink(&unit, wants.join(UNIT)).unwrap();
            assert_eq!(home.mend(true), Ok(State::Unit));
            assert_eq!(home.set(true), Ok(State::Unit));
            assert_eq!(names(&home.entries), [""; 0]);

            // Masked, or gone with its package: it starts nothing.
            fs::create_dir_all(&home.units[0]).unwrap();
            symlink("/dev/null", home.units[0].join(UNIT)).unwrap();
            assert_eq!(home.state(), State::Off);
            fs::remove_file(home.units[0].join(UNIT)).unwrap();
            assert_eq!(home.state(), State::Unit);
            fs::remove_file(&unit).unwrap();
            assert_eq!(home.mend(true), Ok(State::On));
        }
    }

    #[test]
    fn what_cannot_be_written_is_told_with_its_place() {
        let told = |home: &Home| {
            let problem = home.set(true).unwrap_err();
            assert_eq!(home.mend(true), Err(problem.clone()));
            (problem.code.clone(), problem.detail["folder"].clone(), problem.detail["reason"].clone())
        };
        let (folder, home) = home("bin");
        let without = Home { agent: None, ..home.clone() };
        let place = home.entries.display().to_string();
        assert_eq!(told(&without), ("autostart".into(), place.clone(), NO_AGENT.into()));

        // Permissions do not bind every user; that a file is no folder binds all.
        fs::write(folder.path().join("config"), "a file").unwrap();
        assert_eq!(told(&home).1, place);
        fs::remove_file(folder.path().join("config")).unwrap();

        // A folder in the entry's own place: the attempt leaves nothing behind.
        fs::create_dir_all(home.entry().join("full")).unwrap();
        assert_eq!(home.state(), State::Stale);
        assert_eq!(told(&home).1, place);
        assert_eq!(home.set(false).unwrap_err().code, "autostart");
        assert_eq!(names(&home.entries), ["aftercare-agent.desktop"]);

        // Folders whose name not every session would read back.
        for programs in ["a=b", "100%", "back\\slash", "line\nbreak", "it's", "\"quoted\"", "$HOME", "`id`"] {
            let agent = folder.path().join(programs).join("aftercare-agent");
            let home = Home { agent: Some(agent.clone()), ..home.clone() };
            assert_eq!(told(&home).1, agent.display().to_string());
        }
    }
}
