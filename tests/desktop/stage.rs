//! A screen, a session bus and a clock for one test, and the programs on it. All of it is gone when the test is over.

use super::notices::Server;
use super::window::Window;
use chrono::{DateTime, TimeDelta, Utc};
use companion::{Role, Signal, clock};
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;
use tempfile::TempDir;

/// How long anything may take before the test gives up. The machine may be busy with other tests.
pub const PATIENCE: TimeDelta = TimeDelta::seconds(20);

/// How long to wait between two looks at something that is to come.
pub const BLINK: Duration = Duration::from_millis(50);

/// How long nothing may come before the test believes that nothing comes.
const CALM: Duration = Duration::from_millis(700);

/// One desktop at a time, because they share two cores and some stories count seconds; but several that are only looked at.
static TURN: RwLock<()> = RwLock::new(());

/// Whose turn it is.
enum Turn {
    Alone { _turn: RwLockWriteGuard<'static, ()> },
    Beside { _turn: RwLockReadGuard<'static, ()> },
}

/// A bus on which nothing starts by itself: a test decides when there is a notification server.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Light or dark, as the patient's system is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A screen, a session bus and a clock.
pub struct Desktop {
    screen: Child,
    buses: Mutex<Vec<Child>>,
    display: String,
    folder: TempDir,
    _turn: Turn,
}

impl Desktop {
    /// A desktop on which it is `now`. There is no notification server yet.
    pub fn at(now: DateTime<Utc>) -> Desktop {
        Desktop::to_look_at(now, Theme::Light, (1040, 720))
    }

    /// The same in a theme, with a screen so many pixels wide and high.
    pub fn to_look_at(now: DateTime<Utc>, theme: Theme, size: (u16, u16)) -> Desktop {
        let _turn = TURN.write().unwrap_or_else(PoisonError::into_inner);
        Desktop::in_turn(Turn::Alone { _turn }, now, theme, size)
    }

    /// The same for whoever counts no seconds.
    pub fn beside_another(now: DateTime<Utc>, theme: Theme, size: (u16, u16)) -> Desktop {
        let _turn = TURN.read().unwrap_or_else(PoisonError::into_inner);
        Desktop::in_turn(Turn::Beside { _turn }, now, theme, size)
    }

    fn in_turn(turn: Turn, now: DateTime<Utc>, theme: Theme, size: (u16, u16)) -> Desktop {
        let folder = tempfile::Builder::new().prefix("aftercare-desktop-").tempdir().expect("a folder");
        for name in ["run", "home", "config/gtk-3.0"] {
            fs::create_dir_all(folder.path().join(name)).expect("a folder");
        }
        fs::set_permissions(folder.path().join("run"), fs::Permissions::from_mode(0o700)).expect("private");
        let dark = theme == Theme::Dark;
        let settings = format!("[Settings]\ngtk-application-prefer-dark-theme={}\n", u8::from(dark));
        fs::write(folder.path().join("config/gtk-3.0/settings.ini"), settings).expect("a theme");

        let (screen, display) = screen(size);
        let bus = start_bus(folder.path(), "bus");
        let desktop = Desktop { screen, buses: Mutex::new(vec![bus]), display, folder, _turn: turn };
        desktop.set_clock(now);
        desktop
    }

    /// The name of the screen.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Starts the system's bus, and says where it is.
    pub fn start_system_bus(&self) -> String {
        let bus = start_bus(self.folder.path(), "system");
        self.buses.lock().unwrap_or_else(PoisonError::into_inner).push(bus);
        format!("unix:path={}", self.file("run/system").display())
    }

    /// Where its session bus is.
    pub fn bus_address(&self) -> String {
        format!("unix:path={}", self.file("run/bus").display())
    }

    /// A data folder of a name; nothing is in it yet.
    pub fn data(&self, name: &str) -> PathBuf {
        self.folder.path().join("data").join(name)
    }

    /// The platform's own data folder.
    pub fn own_data(&self) -> PathBuf {
        self.file("share/aftercare")
    }

    /// A file of the test itself.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Turns the clock of our programs, and lets them go on from there. Who naps, naps on.
    pub fn set_clock(&self, now: DateTime<Utc>) {
        // The difference to the real clock is the same for every program, whenever it was started.
        let ahead = now - clock::now();
        let seconds = ahead.num_milliseconds() as f64 / 1000.0;
        self.write_clock(&format!("{seconds:+.3}\n"));
    }

    /// Stops the clock of our programs at a moment: what counts down stands still to be looked at.
    pub fn stop_clock(&self, at: DateTime<Utc>) {
        let wall = plan::local::wall(at, super::BERLIN).format("%Y-%m-%d %H:%M:%S\n").to_string();
        self.write_clock(&wall);
    }

    fn write_clock(&self, text: &str) {
        // Read at any moment by any program: it must never be half written.
        let fresh = self.file("clock.new");
        fs::write(&fresh, text).expect("a clock");
        fs::rename(fresh, self.file("clock")).expect("a clock");
    }

    /// Turns the clock, and wakes the agent of a data folder.
    pub fn wake_at(&self, now: DateTime<Utc>, data: &Path) {
        self.set_clock(now);
        self.wake(data);
    }

    /// Wakes the agent of a data folder, as a write of another program does.
    pub fn wake(&self, data: &Path) {
        Signal::Changed.raise(data);
    }

    /// What our programs take for now.
    pub fn now(&self) -> DateTime<Utc> {
        let ahead = fs::read_to_string(self.file("clock")).expect("a clock");
        let seconds: f64 = ahead.trim().parse().expect("seconds");
        clock::now() + TimeDelta::milliseconds((seconds * 1000.0) as i64)
    }

    /// A program of the system on this desktop.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env_clear().envs(self.surroundings()).stdin(Stdio::null());
        command
    }

    /// One of our own programs on this desktop, with its clock and a data folder.
    pub fn ours(&self, name: &str, data: &Path) -> Command {
        let mut command = self.ours_by_default(name);
        command.arg("--data").arg(data);
        command
    }

    /// The same with the platform's own data folder.
    fn ours_by_default(&self, name: &str) -> Command {
        let mut command = self.command(&program(name).display().to_string());
        command.envs(self.turned_clock());
        command
    }

    /// Starts the agent of a data folder. What it says goes to a file.
    pub fn start_agent(&self, data: &Path) -> Agent {
        self.start(self.ours("aftercare-agent", data))
    }

    /// Starts the agent as a session does.
    pub fn start_agent_at_login(&self) -> Agent {
        self.start(self.ours_by_default("aftercare-agent"))
    }

    fn start(&self, mut agent: Command) -> Agent {
        static STARTED: Mutex<u32> = Mutex::new(0);
        let mut number = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
        *number += 1;
        let said = self.file(&format!("agent-{number}.log"));
        let file = fs::File::create(&said).expect("a file");
        let child = agent.stderr(file).spawn().expect("the agent starts");
        Agent { child, said }
    }

    /// Starts the agent of a data folder and waits until it serves.
    pub fn serve(&self, data: &Path) -> Agent {
        let agent = self.start_agent(data);
        wait_for("an agent that serves", || Role::Agent.taken(data).then_some(()));
        agent
    }

    /// Starts a notification server.
    pub fn start_server(&self) -> Server {
        Server::start(self)
    }

    /// Waits until a notification server has the name on the bus.
    pub fn wait_for_server(&self) {
        let question = [
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.Notifications",
            "/org/freedesktop/Notifications",
        ];
        wait_for("the notification server", || {
            let mut ask = self.command("dbus-send");
            ask.args(question).arg("org.freedesktop.Notifications.GetServerInformation");
            ask.output().expect("dbus-send").status.success().then_some(())
        });
    }

    /// Closes a notice by the server's number for it, which is no answer.
    pub fn close_notice(&self, number: u32) {
        let mut close = self.command("dbus-send");
        close.args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.Notifications",
            "/org/freedesktop/Notifications",
        ]);
        close.arg("org.freedesktop.Notifications.CloseNotification").arg(format!("uint32:{number}"));
        assert!(close.output().expect("dbus-send").status.success(), "notice {number} cannot be closed");
    }

    /// Opens the window of a data folder.
    pub fn open_window(&self, data: &Path) -> Window {
        Window::open(self, data)
    }

    /// A script that becomes the window's program, with the clock that only our programs shall have.
    pub fn window_script(&self) -> PathBuf {
        self.script_of(&program("aftercare"))
    }

    /// The same for a window that finds no agent beside it.
    pub fn window_without_agent(&self) -> PathBuf {
        let alone = self.file("alone");
        fs::create_dir_all(&alone).expect("a folder");
        let window = alone.join("aftercare");
        fs::copy(program("aftercare"), &window).expect("a window");
        self.script_of(&window)
    }

    fn script_of(&self, program: &Path) -> PathBuf {
        let script = self.file("window");
        let mut text = String::from("#!/bin/sh\n");
        for (name, value) in self.turned_clock() {
            text.push_str(&format!("export {name}='{value}'\n"));
        }
        text.push_str(&format!("exec '{}' \"$@\"\n", program.display()));
        fs::write(&script, text).expect("a script");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a script that runs");
        script
    }

    /// Asks `aftercarectl`; it must not fail.
    pub fn ask_aftercarectl(&self, data: &Path, words: &[&str]) -> serde_json::Value {
        let output = self.aftercarectl(data, words);
        assert!(output.status.success(), "aftercarectl {words:?}: {output:?}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    /// Calls `aftercarectl`.
    pub fn aftercarectl(&self, data: &Path, words: &[&str]) -> Output {
        self.ours("aftercarectl", data).args(words).output().expect("aftercarectl starts")
    }

    /// The processes of this desktop whose program file has this name, by id.
    pub fn processes(&self, name: &str) -> Vec<u32> {
        let here = format!("XDG_RUNTIME_DIR={}", self.file("run").display());
        let mut found: Vec<u32> = fs::read_dir("/proc")
            .expect("processes")
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
            .filter(|id| {
                let Ok(surroundings) = fs::read(format!("/proc/{id}/environ")) else { return false };
                let ours = surroundings.split(|byte| *byte == 0).any(|one| one == here.as_bytes());
                let program = fs::read_link(format!("/proc/{id}/exe")).unwrap_or_default();
                ours && (name.is_empty() || program.file_name().is_some_and(|file| file == name))
            })
            .collect();
        found.sort_unstable();
        found
    }

    /// Takes a picture of a part of the screen, `1040x720+0+0`, into the folder that `AFTERCARE_PICTURES` names, if it names one.
    pub fn picture(&self, name: &str, part: &str) {
        let Some(folder) = std::env::var_os("AFTERCARE_PICTURES") else { return };
        // A page that is ready is painted a little later; where no graphics card helps, seconds later.
        std::thread::sleep(12 * CALM);
        let mut import = self.command("import");
        import.args(["-window", "root", "-crop", part, "+repage"]).arg(Path::new(&folder).join(name));
        assert!(import.status().expect("import starts").success());
    }

    fn turned_clock(&self) -> Vec<(&'static str, String)> {
        vec![
            ("LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1".into()),
            ("FAKETIME_TIMESTAMP_FILE", self.file("clock").display().to_string()),
            ("FAKETIME_NO_CACHE", "1".into()),
            // Naps and time limits stay real, as they do when somebody sets the clock.
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
        ]
    }

    fn surroundings(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| self.file(name).display().to_string();
        vec![
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("LANG", "C.UTF-8".into()),
            ("LANGUAGE", "en".into()),
            ("TZ", super::BERLIN.name().into()),
            ("HOME", at("home")),
            ("XDG_RUNTIME_DIR", at("run")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_DATA_HOME", at("share")),
            ("DISPLAY", self.display.clone()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus_address()),
            // Nothing is there unless a test starts it.
            ("DBUS_SYSTEM_BUS_ADDRESS", format!("unix:path={}", at("run/system"))),
            ("NO_AT_BRIDGE", "1".into()),
            ("RUST_BACKTRACE", "1".into()),
        ]
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // The agents that windows have started, and windows that agents have started, belong to nobody else. One may just be
        // starting another.
        for _ in 0..5 {
            for id in self.processes("") {
                signal(id, "KILL");
            }
        }
        self.buses.get_mut().unwrap_or_else(PoisonError::into_inner).iter_mut().for_each(end);
        end(&mut self.screen);
    }
}

/// An agent that a test has started.
pub struct Agent {
    child: Child,
    said: PathBuf,
}

impl Agent {
    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// How long it has kept a processor busy, in seconds.
    pub fn busy(&self) -> f64 {
        let numbers = fs::read_to_string(format!("/proc/{}/stat", self.id())).expect("a process");
        // The program's name comes before, in brackets; the times are in hundredths.
        let after: Vec<&str> = numbers.rsplit(')').next().unwrap_or("").split_whitespace().collect();
        let ticks = [11, 12].map(|place| after[place].parse::<f64>().expect("a number"));
        ticks.iter().sum::<f64>() / 100.0
    }

    /// It has not ended.
    pub fn lives(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_none()
    }

    /// What it has said so far, line by line.
    pub fn said(&self) -> Vec<String> {
        fs::read_to_string(&self.said).expect("a file").lines().map(str::to_owned).collect()
    }

    /// Waits until it has ended; its exit code.
    pub fn ended(&mut self) -> Option<i32> {
        wait_for("the end of an agent", || self.child.try_wait().expect("a child")).code()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        end(&mut self.child);
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Where a program of ours lies: two folders above the test itself.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("this test");
    let path = test.ancestors().nth(2).expect("target/debug").join(name);
    assert!(path.exists(), "{} is missing: run the tests with `cargo xtask test`", path.display());
    path
}

/// Waits until something is there; fails when it does not come.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = clock::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(clock::now() - start < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(BLINK);
    }
}

/// Waits until something is as it should be; fails with what it is instead.
pub fn wait_until<T: PartialEq + std::fmt::Debug>(should: &T, mut look: impl FnMut() -> T) {
    let (start, mut is) = (clock::now(), look());
    while is != *should {
        assert!(clock::now() - start < PATIENCE, "waited in vain for {should:#?}\nthere is {is:#?}");
        std::thread::sleep(BLINK);
        is = look();
    }
}

/// Lets a little time pass in which something wrong could happen.
pub fn linger() {
    std::thread::sleep(CALM);
}

/// Sends a signal to a process that this test has started.
pub fn signal(id: u32, name: &str) {
    // One that is gone already needs no signal.
    drop(Command::new("kill").args([&format!("-{name}"), &id.to_string()]).stderr(Stdio::null()).status());
}

/// Ends a child now.
pub fn end(child: &mut Child) {
    drop(child.kill());
    drop(child.wait());
}

/// Says which program of the system is missing.
pub fn missing(program: &str, error: &std::io::Error) -> ! {
    panic!("{program} does not start ({error}): run the tests with `cargo xtask test`, which installs it")
}

/// A bus of a name in the run folder of a desktop.
fn start_bus(folder: &Path, name: &str) -> Child {
    let socket = folder.join("run").join(name);
    let config = folder.join(format!("{name}.conf"));
    fs::write(&config, BUS.replace("SOCKET", &socket.display().to_string())).expect("a configuration");
    let bus = Command::new("dbus-daemon")
        .args(["--nofork", "--config-file"])
        .arg(&config)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| missing("dbus-daemon", &error));
    wait_for("the bus", || socket.exists().then_some(()));
    bus
}

/// A screen that nobody sees, and its name.
fn screen((width, height): (u16, u16)) -> (Child, String) {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| missing("Xvfb", &error));
    let mut number = String::new();
    let printed = child.stdout.take().expect("a pipe");
    BufReader::new(printed).read_line(&mut number).expect("the number of the screen");
    assert!(!number.trim().is_empty(), "Xvfb found no screen of its own");
    (child, format!(":{}", number.trim()))
}
