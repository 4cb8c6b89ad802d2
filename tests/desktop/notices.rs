//! The notification server, and what it showed.

use super::stage::{Desktop, end, missing, signal, wait_for, wait_until};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// `log` notes each notice that comes on the screen; `choose` is the menu in which the patient picks an action.
const CONFIG: &str = r##"[global]
    width = 380
    height = 400
    origin = top-right
    offset = 16x16
    padding = 14
    horizontal_padding = 16
    frame_width = 1
    frame_color = "#8a9a96"
    corner_radius = 8
    font = DejaVu Sans 11
    markup = full
    format = "<b>%s</b>\n%b"
    ignore_newline = no
    notification_limit = 0
    idle_threshold = 0
    show_indicators = no
    sticky_history = yes
    history_length = 100
    dmenu = FOLDER/choose
[urgency_normal]
    background = "#ffffff"
    foreground = "#1d2b28"
[log]
    appname = "*"
    script = FOLDER/log
"##;

/// One record per notice; the separators stand in no text.
const LOG: &str = "#!/bin/sh
printf '%s\\037%s\\037%s\\037%s\\036' \"$DUNST_ID\" \"$DUNST_STACK_TAG\" \"$DUNST_SUMMARY\" \"$DUNST_BODY\" >>'FOLDER/shown'
";

/// Picks the line that begins with what stands in `wanted`.
const CHOOSE: &str = "#!/bin/sh
grep -F -- \"$(cat 'FOLDER/wanted')\" | head -n 1
";

/// One notice that came on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The server's number for it.
    pub number: u32,
    /// The identity: notices with the same one replace each other.
    pub tag: String,
    /// Its headline.
    pub title: String,
    /// The rest, as the patient reads it.
    pub body: String,
}

/// A running notification server.
pub struct Server {
    child: Child,
    folder: PathBuf,
}

impl Server {
    /// Starts one and waits until it has the name on the bus.
    pub fn start(desktop: &Desktop) -> Server {
        let folder = desktop.file("notices");
        let fill = |text: &str| text.replace("FOLDER", &folder.display().to_string());
        if !folder.exists() {
            fs::create_dir(&folder).expect("a folder");
            fs::write(folder.join("config"), fill(CONFIG)).expect("a configuration");
            fs::write(folder.join("shown"), "").expect("a log");
            for (name, script) in [("log", LOG), ("choose", CHOOSE)] {
                let file = folder.join(name);
                fs::write(&file, fill(script)).expect("a script");
                fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a script that runs");
            }
        }
        let child = desktop
            .command("dunst")
            .arg("-conf")
            .arg(folder.join("config"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| missing("dunst", &error));
        let server = Server { child, folder };
        wait_for("the notification server", || {
            desktop
                .command("dunstctl")
                .arg("is-paused")
                .output()
                .expect("dunstctl")
                .status
                .success()
                .then_some(())
        });
        server
    }

    /// All that came on the screen so far, in order, under this server and those before it.
    pub fn shown(&self) -> Vec<Shown> {
        let log = fs::read_to_string(self.folder.join("shown")).expect("a log");
        log.split_terminator('\u{1e}')
            .map(|record| {
                let fields: Vec<&str> = record.split('\u{1f}').collect();
                let [number, tag, title, body] = fields[..] else { panic!("not a record: {record:?}") };
                let number = number.parse().expect("a number");
                Shown { number, tag: tag.into(), title: title.into(), body: body.into() }
            })
            .collect()
    }

    /// Waits until so many notices came on the screen; the last of them.
    pub fn nth_shown(&self, count: usize) -> Shown {
        wait_for(&format!("notice {count}; there are {:?}", self.shown()), || {
            self.shown().get(count - 1).cloned()
        })
    }

    /// The titles of what came on the screen so far.
    pub fn titles(&self) -> Vec<String> {
        self.shown().into_iter().map(|notice| notice.title).collect()
    }

    /// How many notices stand on the screen.
    pub fn standing(&self, desktop: &Desktop) -> u32 {
        let output = desktop.command("dunstctl").args(["count", "displayed"]).output().expect("dunstctl");
        String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number")
    }

    /// Presses an action of a notice that stands on the screen.
    pub fn press(&self, desktop: &Desktop, label: &str, title: &str) {
        fs::write(self.folder.join("wanted"), format!("{label} ({title})")).expect("a wish");
        self.control(desktop, &["context"]);
    }

    /// Clicks the newest notice.
    pub fn click(&self, desktop: &Desktop) {
        self.control(desktop, &["action", "0"]);
    }

    /// Closes all notices, which is no answer, and reads the history: title and body of each, newest first.
    pub fn history(&self, desktop: &Desktop) -> Vec<(String, String)> {
        self.control(desktop, &["close-all"]);
        wait_until(&0, || self.standing(desktop));
        let output = desktop.command("dunstctl").arg("history").output().expect("dunstctl");
        let history: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let text =
            |notice: &serde_json::Value, name: &str| notice[name]["data"].as_str().expect("text").to_owned();
        let notices = history["data"][0].as_array().expect("notices");
        notices.iter().map(|notice| (text(notice, "summary"), text(notice, "body"))).collect()
    }

    /// Closes all notices, which is no answer.
    pub fn clear(&self, desktop: &Desktop) {
        self.control(desktop, &["close-all"]);
    }

    /// Stops it, as when the whole desktop hangs.
    pub fn hang(&self) {
        signal(self.child.id(), "STOP");
    }

    /// Lets it go on.
    pub fn go_on(&self) {
        signal(self.child.id(), "CONT");
    }

    fn control(&self, desktop: &Desktop, words: &[&str]) {
        let status = desktop.command("dunstctl").args(words).status().expect("dunstctl");
        assert!(status.success(), "dunstctl {words:?}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// A notice of another program with a button; what was pressed comes on its standard output.
pub fn stranger(desktop: &Desktop, title: &str, action: &str, label: &str) -> Command {
    let mut command = desktop.command("dunstify");
    command.args(["--appname", "Stranger", "--action", &format!("{action},{label}"), title]);
    command
}
