//! `aftercarectl simulate`: whole answers, by the real binary.

use super::aftercarectl::aftercarectl;

const PLAN: [&str; 5] = ["simulate", "--ended", "2026-03-27T15:10", "--zone", "Europe/Berlin"];

fn simulate(more: &[&str]) -> String {
    let ended = aftercarectl(PLAN.iter().chain(more).chain(&["--json"]).copied());
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    // A notice and a missed one a line, so that a difference is readable.
    ended.out.replace("},{", "},\n{").replace("\"missed\"", "\n\"missed\"")
}

#[test]
fn a_computer_that_is_always_on_misses_nothing() {
    let all = simulate(&["--from", "2026-03-27T00:00:00Z", "--until", "2026-09-27T00:00:00Z"]);
    insta::assert_snapshot!(all);
}

#[test]
fn a_night_a_day_and_a_week_off() {
    let off = [
        "--from",
        "2026-03-27T14:10:00Z",
        "--until",
        "2026-04-12T00:00:00Z",
        "--off",
        // Until late in the evening: the look on coming back waits for the end of the quiet hours.
        "2026-03-28T05:00:00Z/2026-03-28T20:45:00Z",
        "--off",
        "2026-03-30T20:00:00Z/2026-03-31T09:00:00Z",
        "--off",
        "2026-04-02T12:00:00Z/2026-04-09T12:00:00Z",
    ];
    insta::assert_snapshot!(simulate(&off));
}

#[test]
fn nothing_is_told_before_the_treatment_has_ended() {
    // A session two weeks on: its preparation began in the hours before, and is told at the end of the treatment.
    let early = [
        "--next-session",
        "2026-04-10T12:00",
        "--from",
        "2026-03-01T00:00:00Z",
        "--until",
        "2026-03-28T00:00:00Z",
    ];
    insta::assert_snapshot!(simulate(&early));
}

#[test]
fn wrong_times_are_one_clear_line() {
    let day = ["--from", "2026-03-27T00:00:00Z", "--until", "2026-03-28T00:00:00Z"];
    for (more, line) in [
        (vec![], "--from is missing"),
        (vec!["--from", "2026-03-27T00:00:00Z"], "--until is missing"),
        (vec!["--from", "2026-03-27", "--until", "2026-03-28"], "--from \"2026-03-27\" is not an instant"),
        (vec!["--from", "2026-03-27T00:00:60Z"], "--from \"2026-03-27T00:00:60Z\" is not an instant"),
        (vec!["--from", day[3], "--until", day[1]], "--until must be later than --from"),
        ([&day[..], &["--off", "x"]].concat(), "--off \"x\" is not FROM/UNTIL"),
        (
            [&day[..], &["--off", "2026-03-27T12:00:00Z/2026-03-27T11:00:00Z"]].concat(),
            "--off \"2026-03-27T12:00:00Z/2026-03-27T11:00:00Z\" ends before it begins",
        ),
    ] {
        let ended = aftercarectl(PLAN.iter().chain(&more).chain(&["--json"]).copied());
        assert_eq!((ended.code, ended.out.as_str(), ended.err.lines().count()), (Some(2), "", 1), "{more:?}");
        assert!(ended.err.contains(line), "{more:?}: {}", ended.err);
    }
}
