//! The command line as a script calls it: the real program, its output and its exit code.

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How one call ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// The one object that a good call prints.
    pub fn json(&self) -> Value {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        assert!(self.out.ends_with('\n') && self.out.matches('\n').count() == 1, "one line: {}", self.out);
        serde_json::from_str(&self.out).unwrap()
    }

    /// The one line that a call with bad input prints, without the program's name.
    pub fn complaint(&self) -> &str {
        let refused = self.code == Some(2) && self.out.is_empty();
        assert!(refused, "not refused: exit {:?}, {:.120}… {}", self.code, self.out, self.err);
        let line = self.err.strip_prefix("aftercarectl: ").and_then(|rest| rest.strip_suffix('\n'));
        let line = line.unwrap_or_else(|| panic!("not a line of aftercarectl: {self:?}"));
        assert!(!line.contains('\n'), "more than a line: {line}");
        line
    }
}

/// Calls the program. It is in Greenwich, whatever the machine's zone is, and does not see the data of whoever runs the tests.
pub fn aftercarectl(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ended {
    let nowhere = std::env::temp_dir().join("aftercare-tests-have-no-default-folder");
    let output = Command::new(program())
        .args(args)
        .env_remove("AFTERCARE_DATA")
        .env("XDG_DATA_HOME", nowhere)
        .env("LC_ALL", "C")
        .env("TZ", "UTC")
        .output()
        .unwrap();
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Calls it with words parted by spaces.
pub fn say(words: &str) -> Ended {
    aftercarectl(words.split_whitespace())
}

/// The program beside this one, in the folder that both were built into.
fn program() -> PathBuf {
    let this = std::env::current_exe().unwrap();
    let built = this.parent().and_then(Path::parent).unwrap();
    let program = built.join(format!("aftercarectl{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not built; run `cargo xtask test`, which builds it first",
        program.display()
    );
    program
}

/// A file of some text in a folder of its own, which goes away with the second value.
pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> (PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (path, folder)
}
