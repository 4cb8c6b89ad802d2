//! Data folders that nobody wishes for: each gets a clear message, nothing is lost, and the agent lives on.

use super::stage::{Desktop, wait_for, wait_until};
use super::{berlin, enter_treatment, ledger};
use companion::Role;
use serde_json::json;
use std::fs;
use std::path::Path;

/// Puts a sound file with a treatment in the place of what is there, at once.
fn put_right(desktop: &Desktop, data: &Path) {
    let sound = desktop.data("backup");
    enter_treatment(desktop, &sound);
    let fresh = data.join("fresh");
    fs::copy(sound.join("aftercare.db"), &fresh).expect("a copy");
    fs::rename(fresh, data.join("aftercare.db")).expect("a sound file");
}

/// A file that the program must not touch: the agent tells of it by a notice and waits, the window tells of it in its page,
/// the command line in one line, and all go on when a sound file is in its place.
fn is_told_and_left_alone(file: &[u8], sentence: &str) {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("emma");
    fs::create_dir_all(&data).expect("a folder");
    let path = data.join("aftercare.db");
    fs::write(&path, file).expect("a file");
    let sentence = sentence.replace("FILE", &path.display().to_string());

    let mut agent = desktop.serve(&data);
    let notice = server.nth_shown(1);
    assert_eq!((notice.title.as_str(), &notice.body), ("Aftercare cannot remind you", &sentence));
    let window = desktop.open_window(&data);
    window.see("[data-testid=trouble]");
    assert_eq!(window.text("[data-testid=problem]"), sentence);
    let output = desktop.aftercarectl(&data, &["today", "--json"]);
    assert_eq!(
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        ),
        (Some(1), "".into(), format!("aftercarectl: {sentence}\n").into())
    );
    assert_eq!(fs::read(&path).expect("a file"), file);
    assert_eq!((agent.lives(), agent.said()), (true, vec![format!("aftercare-agent: {sentence}")]));

    put_right(&desktop, &data);
    desktop.wake(&data);
    assert_eq!(server.nth_shown(2).title, "Aftercare");
    window.click("[data-testid=trouble] button");
    assert_eq!(window.text("[data-testid=day]"), "Day 1");
    wait_until(&2, || ledger(&desktop, &data).iter().filter(|row| row[1] == json!(1)).count());
    assert_eq!((agent.lives(), agent.said().len()), (true, 1));
}

#[test]
fn garbage_in_the_data_file_is_told_and_left_as_it_is() {
    is_told_and_left_alone(
        "Dear diary, this is no database. ".repeat(400).as_bytes(),
        "Aftercare cannot read its data file: FILE is damaged. It was left as it is. Move it away to start anew, or put a \
         backup in its place.",
    );
}

#[test]
fn the_file_of_a_newer_version_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(companion::Companion::open(folder.path()).expect("a store"));
    let mut file = fs::read(folder.path().join("aftercare.db")).expect("a file");
    // Where SQLite keeps `user_version`.
    file[60..64].copy_from_slice(&99_u32.to_be_bytes());
    is_told_and_left_alone(
        &file,
        "A newer version of Aftercare wrote this data (FILE). Install the newest version. The file was left as it is.",
    );
}

#[test]
fn the_warning_signs_work_where_the_data_file_does_not() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("emma");
    fs::create_dir_all(&data).expect("a folder");
    fs::write(data.join("aftercare.db"), "Dear diary, this is no database. ".repeat(400)).expect("a file");
    let window = desktop.open_window(&data);
    window.see("[data-testid=trouble]");
    window.click("[data-testid=go-warnings]");
    window.click("[data-testid=warnings] [data-testid^=sign-]");
    window.see("[data-testid=message]");
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_waited_for() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let _server = desktop.start_server();
    // Permissions do not bind every user; that a file is no folder binds all.
    let file = desktop.file("a-file");
    fs::write(&file, "a file").expect("a file");
    let data = file.join("data");
    let sentence = format!(
        "Aftercare cannot write to its data folder: {} (Not a directory (os error 20)). Nothing was saved. Free some space or \
         choose a folder you may write to.",
        data.display()
    );

    let mut agent = desktop.start_agent(&data);
    wait_until(&vec![format!("aftercare-agent: {sentence}")], || agent.said());
    let window = desktop.open_window(&data);
    window.see("[data-testid=trouble]");
    assert_eq!(window.text("[data-testid=problem]"), sentence);
    let output = desktop.aftercarectl(&data, &["ledger", "--json"]);
    assert_eq!(
        (output.status.code(), String::from_utf8_lossy(&output.stderr)),
        (Some(1), format!("aftercarectl: {sentence}\n").into())
    );
    assert!(agent.lives());
    assert_eq!(fs::read(&file).expect("a file"), b"a file");
}

#[test]
fn of_two_agents_the_second_says_so_and_goes_and_the_first_waits_for_a_treatment() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let data = desktop.data("emma");
    let mut first = desktop.serve(&data);
    let mut second = desktop.start_agent(&data);
    assert_eq!(second.ended(), Some(0));
    assert_eq!(second.said(), ["aftercare-agent: another aftercare-agent already serves this data folder"]);

    // With nothing to tell the first one is still there, the next day too.
    desktop.wake_at(berlin("06-11 10:00"), &data);
    assert!(first.lives() && Role::Agent.taken(&data));
    assert_eq!(server.titles(), [""; 0]);
    enter_treatment(&desktop, &data);
    wait_for("a notice", || (!server.titles().is_empty()).then_some(()));
    assert_eq!(first.said(), [""; 0]);
}
