//! Start at login: the agent sees to its own entry among the person's settings, and to nobody else's.

use super::berlin;
use super::stage::{Agent, Desktop, linger, program, wait_until};
use companion::store::Store;
use std::fs;
use std::path::{Path, PathBuf};

/// The person wishes that the agent of this folder starts at login.
pub fn wish(data: &Path) {
    Store::open(data).expect("a store").set(&[("autostart", "yes")]).expect("a setting");
}

/// The person's own entry.
pub fn entry(desktop: &Desktop) -> PathBuf {
    desktop.file("config/autostart/aftercare-agent.desktop")
}

/// What the session would start.
fn starts(desktop: &Desktop) -> Option<String> {
    let text = fs::read_to_string(entry(desktop)).ok()?;
    text.lines().find_map(|line| line.strip_prefix("Exec=")).map(str::to_owned)
}

/// Starts the agent as a session does, which names no data folder.
fn log_in(desktop: &Desktop) -> Agent {
    let agent = desktop.start_agent_at_login();
    wait_until(&true, || companion::Role::Agent.taken(&desktop.own_data()));
    agent
}

#[test]
fn the_agent_mends_the_start_at_login_and_leaves_alone_what_the_desktop_switched_off() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let ours = Some(program("aftercare-agent").display().to_string());

    // Nobody was asked yet.
    let agent = log_in(&desktop);
    linger();
    assert_eq!(starts(&desktop), None);
    agent.kill();

    wish(&desktop.own_data());
    let agent = log_in(&desktop);
    wait_until(&ours, || starts(&desktop));
    // The window does the same, also beside an agent that has been there for days.
    fs::remove_file(entry(&desktop)).expect("an entry");
    let window = desktop.open_window(&desktop.own_data());
    wait_until(&ours, || starts(&desktop));
    drop(window);
    assert_eq!(agent.said(), [""; 0]);
    agent.kill();

    let text = fs::read_to_string(entry(&desktop)).expect("an entry");
    fs::write(entry(&desktop), text.replace("Exec=", "Exec=/opt/old"))
        .expect("an entry of an older installation");
    let agent = log_in(&desktop);
    wait_until(&ours, || starts(&desktop));
    agent.kill();

    let switched_off = format!("{text}Hidden=true\n").replace("Exec=", "Exec=/opt/old");
    fs::write(entry(&desktop), &switched_off).expect("an entry that is switched off");
    let agent = log_in(&desktop);
    linger();
    assert_eq!(fs::read_to_string(entry(&desktop)).expect("an entry"), switched_off);
    assert_eq!(agent.said(), [""; 0]);
}

#[test]
fn the_agent_of_another_folder_touches_nothing_and_one_that_cannot_mend_says_so_and_goes_on() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let other = desktop.data("emma");
    wish(&other);
    let agent = desktop.serve(&other);
    linger();
    assert!(!desktop.file("config/autostart").exists());
    assert_eq!(agent.said(), [""; 0]);

    wish(&desktop.own_data());
    fs::write(desktop.file("config/autostart"), "a file").expect("a file");
    let mut agent = log_in(&desktop);
    let sentence = format!(
        "aftercare-agent: Aftercare could not change whether it starts when you log in: {} (File exists (os error 17)). \
         After a restart of the computer, open Aftercare once to be reminded.",
        desktop.file("config/autostart").display()
    );
    wait_until(&vec![sentence], || agent.said());
    assert!(agent.lives());
}
