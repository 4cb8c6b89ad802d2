//! `cargo xtask`: everything one does with the project, from a fresh machine to a Debian package.
//!
//! There are no dependencies, so that the first thing a newcomer types answers within seconds. [`setup`] looks at the
//! machine, [`ui`] builds the screens when they changed, [`steps`] lists what is done, [`bundle`] and [`icons`] make files.

mod bundle;
mod call;
mod icons;
mod place;
mod setup;
mod steps;
mod tools;
mod ui;

use std::ffi::OsString;
use std::process::ExitCode;

use call::Stop;
use place::Place;

const USAGE: &str = "\
Usage: cargo xtask <command>

  run [-- ARGS]  set up the machine, build what changed, start the window (ARGS go to the window)
  test           set up the machine, then every check and test; `.ci/run` calls this
  dev            the screens in a browser, with invented data, reloaded as you edit
  bundle         the Debian package, with all three programs
  bench          the benchmarks
  soak [NAME]    what takes minutes: all subjects, or one
  screens [FOLDER [SCREEN...]]
                 every screen in every state as pictures, in both themes and two sizes (the folder is target/screens)
  contract       write ui/src/contract.ts from the table of questions
  icons          write the sizes in icons/ from icons/app.svg

`run`, `test`, `bundle`, `bench`, `soak` and `screens` install missing system packages with apt on Debian and Ubuntu. They ask first,
except as root or where CI is set.";

/// What was asked for.
#[derive(Debug, PartialEq)]
enum Wish {
    Help,
    Run(Vec<OsString>),
    Test,
    Dev,
    Bundle,
    Bench,
    Soak(Option<OsString>),
    Screens(Vec<OsString>),
    Contract,
    Icons,
}

fn main() -> ExitCode {
    let wish = match parse(std::env::args_os().skip(1)) {
        Ok(wish) => wish,
        Err(problem) => {
            call::complain(&format!("{problem}\n\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    match fulfil(wish) {
        Ok(code) => code,
        Err(stop) => {
            call::complain(&format!("xtask: {}", stop.line));
            ExitCode::from(1)
        }
    }
}

fn fulfil(wish: Wish) -> Result<ExitCode, Stop> {
    if wish == Wish::Help {
        call::say(USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let place = Place::find()?;
    match wish {
        Wish::Help => {}
        Wish::Run(args) => return steps::run(&place, &args),
        Wish::Test => steps::test(&place)?,
        Wish::Dev => steps::dev(&place)?,
        Wish::Bundle => bundle::bundle(&place)?,
        Wish::Bench => steps::bench(&place)?,
        Wish::Soak(subject) => steps::soak(&place, subject.as_deref())?,
        Wish::Screens(words) => steps::screens(&place, &words)?,
        Wish::Contract => steps::contract(&place)?,
        Wish::Icons => icons::icons(&place)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the arguments; the error is one line.
fn parse(args: impl Iterator<Item = OsString>) -> Result<Wish, String> {
    let mut args = args.peekable();
    let Some(first) = args.next() else { return Err("xtask: which command?".into()) };
    let wish = match first.to_str() {
        Some("run") => Wish::Run(Vec::new()),
        Some("test") => Wish::Test,
        Some("dev") => Wish::Dev,
        Some("bundle") => Wish::Bundle,
        Some("bench") => Wish::Bench,
        Some("soak") => Wish::Soak(None),
        Some("screens") => Wish::Screens(Vec::new()),
        Some("contract") => Wish::Contract,
        Some("icons") => Wish::Icons,
        Some("help" | "--help" | "-h") => return Ok(Wish::Help),
        _ => return Err(format!("xtask: there is no command `{}`", first.to_string_lossy())),
    };
    let Some(second) = args.next() else { return Ok(wish) };
    match (wish, second.to_str()) {
        (_, Some("--help" | "-h")) => Ok(Wish::Help),
        (Wish::Run(_), Some("--")) => Ok(Wish::Run(args.collect())),
        (Wish::Run(_), _) => Err(format!(
            "xtask: `{}` should stand behind `--`, if it is for the window",
            second.to_string_lossy()
        )),
        (Wish::Screens(_), _) => Ok(Wish::Screens(std::iter::once(second).chain(args).collect())),
        (Wish::Soak(_), _) => match args.next() {
            None => Ok(Wish::Soak(Some(second))),
            Some(third) => {
                Err(format!("xtask: `soak` takes one subject, not `{}` too", third.to_string_lossy()))
            }
        },
        _ => Err(format!(
            "xtask: `{}` takes no argument `{}`",
            first.to_string_lossy(),
            second.to_string_lossy()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Result<Wish, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_are_understood() {
        assert_eq!(words("test"), Ok(Wish::Test));
        assert_eq!(words("run"), Ok(Wish::Run(vec![])));
        assert_eq!(words("run -- --data elsewhere -- b"), {
            Ok(Wish::Run(["--data", "elsewhere", "--", "b"].map(OsString::from).to_vec()))
        });
        assert_eq!(words("soak"), Ok(Wish::Soak(None)));
        assert_eq!(words("soak kills"), Ok(Wish::Soak(Some("kills".into()))));
        assert_eq!(words("screens"), Ok(Wish::Screens(vec![])));
        assert_eq!(words("screens pictures today"), {
            Ok(Wish::Screens(["pictures", "today"].map(OsString::from).to_vec()))
        });
        for help in ["help", "--help", "-h", "bundle --help", "run -h"] {
            assert_eq!(words(help), Ok(Wish::Help), "{help}");
        }
    }

    #[test]
    fn anything_else_is_refused_in_one_line() {
        for wrong in ["", "tset", "test --fast", "run fast", "-- run", "dev ui", "soak a b"] {
            let problem = words(wrong).unwrap_err();
            assert!(problem.starts_with("xtask: ") && !problem.contains('\n'), "{wrong}: {problem}");
        }
    }
}
