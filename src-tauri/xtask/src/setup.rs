//! What the machine must have: system packages on Debian and Ubuntu, a plain word about them elsewhere.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::call::{self, Stop};
use crate::place::Place;

/// What it takes to build the window.
const TO_BUILD: &[&str] = &["libwebkit2gtk-4.1-dev"];

/// What the tests need besides. The desktop: a screen, three notification servers, a session bus, a driver for the webview, and
/// a clock that can be turned. Text is measured, so there must be a known font. The calendar: a reader that is not ours.
const TO_TEST: &[&str] = &[
    "dbus",
    "dunst",
    "faketime",
    "fonts-dejavu-core",
    "imagemagick",
    "notification-daemon",
    "python3-icalendar",
    "webkit2gtk-driver",
    "xfce4-notifyd",
    "xvfb",
];

/// Notification servers that stand beside the PATH: where they are below a folder of libraries.
const SERVERS: [&str; 2] = ["xfce4/notifyd/xfce4-notifyd", "notification-daemon/notification-daemon"];

/// How far the machine is to be set up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// To build and start the programs.
    Build,
    /// To run the tests too.
    Test,
}

/// Installs what is missing, or says what is.
///
/// # Errors
/// If something is missing that the person does not want, or that cannot be installed from here.
pub fn set_up(place: &Place, extent: Extent) -> Result<(), Stop> {
    if extent == Extent::Test {
        toolchain(place)?;
    }
    match std::env::consts::OS {
        "linux" if is_debian() => debian(extent),
        "linux" => other_linux(extent),
        "macos" => macos(),
        "windows" => {
            call::say("Windows: this needs the C++ Build Tools of Visual Studio and the WebView2 runtime.");
            Ok(())
        }
        other => {
            call::say(&format!(
                "{other}: this needs WebKitGTK 4.1 and pkg-config, with their development files."
            ));
            Ok(())
        }
    }
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
        && call::exists("dpkg-query", "--version")
        && call::exists("apt-get", "--version")
}

fn debian(extent: Extent) -> Result<(), Stop> {
    let wanted = wanted(extent);
    let missing = missing(&wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {list}");
    let root = call::ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if root {
        call::say(&format!("Installing with apt: {list}"));
    } else {
        let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {list}");
        if !call::exists("sudo", "--version") {
            return Err(Stop::new(format!(
                "system packages are missing; as root, run: {}",
                by_hand.replace("sudo ", "")
            )));
        }
        agree(
            &format!("These system packages are missing: {list}\nInstall them with sudo apt-get?"),
            &by_hand,
        )?;
    }
    // A failed update is not the end: what is wanted may be in the lists that are there. The install will tell.
    if call::run(&mut apt(root, &["update", "-q"])).is_err() {
        call::say("The package lists could not be refreshed; going on with those at hand.");
    }
    let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
    install.extend(&missing);
    call::run(&mut apt(root, &install))?;
    match self::missing(&wanted).as_slice() {
        [] => Ok(()),
        still => Err(Stop::new(format!("apt did not install {}; try: {by_hand}", still.join(" ")))),
    }
}

fn wanted(extent: Extent) -> Vec<&'static str> {
    match extent {
        Extent::Build => TO_BUILD.to_vec(),
        Extent::Test => [TO_BUILD, TO_TEST].concat(),
    }
}

fn apt(root: bool, args: &[&str]) -> Command {
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        // Where nobody can type a password, sudo must not wait for one.
        if !std::io::stdin().is_terminal() {
            command.arg("-n");
        }
        command.arg("env");
    }
    // The lock is waited for, since a fresh machine often updates itself at first.
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]).args(args);
    command
}

fn missing(wanted: &[&'static str]) -> Vec<&'static str> {
    // It fails as soon as one name is unknown, and still prints the others: the exit code says nothing.
    let output = Command::new("dpkg-query").args(["-W", "-f=${Package} ${Status}\\n"]).args(wanted).output();
    let printed =
        output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let there = installed(&printed);
    wanted.iter().copied().filter(|name| !there.contains(name)).collect()
}

/// The packages that dpkg calls wholly installed. Half-installed ones, and those of which only the settings are left, are not.
fn installed(printed: &str) -> BTreeSet<&str> {
    printed.lines().filter_map(|line| line.strip_suffix(" ok installed")?.split(' ').next()).collect()
}

fn other_linux(extent: Extent) -> Result<(), Stop> {
    if !call::exists("pkg-config", "--version") {
        return Err(Stop::new(
            "please install pkg-config and the development files of WebKitGTK 4.1 (webkit2gtk-4.1)",
        ));
    }
    if call::ask("pkg-config", &["--exists", "webkit2gtk-4.1"]).is_none() {
        return Err(Stop::new(
            "please install the development files of WebKitGTK 4.1 (webkit2gtk-4.1); pkg-config does not find them",
        ));
    }
    if extent == Extent::Test {
        let programs = ["Xvfb", "WebKitWebDriver", "convert", "dbus-run-session", "dunst", "faketime"];
        let mut missing = programs.iter().copied().filter(|name| !on_path(name)).collect::<Vec<_>>();
        missing.extend(SERVERS.iter().filter(|server| !beside_path(server)));
        if call::ask("python3", &["-c", "import icalendar"]).is_none() {
            return Err(Stop::new(
                "the tests read calendars with Python's icalendar; python3 does not find it",
            ));
        }
        if !missing.is_empty() {
            return Err(Stop::new(format!(
                "the desktop tests need these programs on the PATH or below /usr/lib: {}",
                missing.join(" ")
            )));
        }
    }
    Ok(())
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).exists()))
}

/// In a folder of libraries, or in that of this machine's kind below it.
fn beside_path(program: &str) -> bool {
    let folders = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(Path::new);
    let below = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    folders.into_iter().map(Path::to_path_buf).chain(below).any(|folder| folder.join(program).exists())
}

fn macos() -> Result<(), Stop> {
    if call::ask("xcode-select", &["-p"]).is_some() {
        return Ok(());
    }
    Err(Stop::new("Xcode's command line tools are needed; run: xcode-select --install"))
}

/// rustfmt and clippy are not part of the smallest toolchain.
fn toolchain(place: &Place) -> Result<(), Stop> {
    let mut missing = Vec::new();
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if call::ask_with(call::cargo(&place.root).args([command, "--version"])).is_none() {
            missing.push(component);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("rustup component add {list}");
    if !call::exists("rustup", "--version") {
        return Err(Stop::new(format!(
            "{list} for this cargo is needed, from where cargo came (with rustup: {by_hand})"
        )));
    }
    agree(&format!("Missing in the Rust toolchain: {list}\nAdd it with rustup?"), &by_hand)?;
    call::run(call::command("rustup", &place.root).args(["component", "add"]).args(&missing))
}

/// Asks, unless nobody is there to answer because this is CI.
fn agree(question: &str, by_hand: &str) -> Result<(), Stop> {
    if is_ci(std::env::var("CI").ok().as_deref()) {
        return Ok(());
    }
    let by_hand = || Stop::new(format!("something is missing; run: {by_hand}"));
    if !std::io::stdin().is_terminal() {
        return Err(by_hand());
    }
    let _ = write!(std::io::stdout(), "{question} [y/N] ");
    let _ = std::io::stdout().flush();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(|_| by_hand())?;
    if matches!(answer.trim(), "y" | "Y" | "yes" | "Yes") { Ok(()) } else { Err(by_hand()) }
}

fn is_ci(variable: Option<&str>) -> bool {
    !matches!(variable, None | Some("" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wholly_installed_packages_count() {
        let printed = "dunst install ok installed\nxvfb hold ok installed\ndbus deinstall ok config-files\n\
                       faketime install ok half-configured\nlibrsvg2-bin unknown ok not-installed\n";
        assert_eq!(installed(printed), BTreeSet::from(["dunst", "xvfb"]));
        assert!(installed("").is_empty());
    }

    #[test]
    fn the_tests_need_what_the_build_needs_and_more() {
        assert_eq!(wanted(Extent::Build), TO_BUILD);
        assert!(wanted(Extent::Test).starts_with(TO_BUILD) && wanted(Extent::Test).contains(&"xvfb"));
    }

    #[test]
    fn ci_is_what_says_so() {
        assert!(is_ci(Some("true")) && is_ci(Some("1")));
        assert!(!is_ci(None) && !is_ci(Some("")) && !is_ci(Some("false")));
    }
}
