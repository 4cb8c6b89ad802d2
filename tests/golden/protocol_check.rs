//! `aftercarectl protocol check`: the author of a protocol sees every fault at once, each with its line and its field.

use super::aftercarectl::{Ended, aftercarectl, file};
use super::custom_protocols::{instruction, protocol};

/// The author's file; line 15 begins its one instruction.
fn good() -> String {
    protocol(["21:30", "07:30"], GOOD)
}

const GOOD: &str = r#"[[instruction]]
id = "sun"
kind = "avoid"
weight = "rule"
from = "PT0H"
until = "PT48H"
remind = { at = ["08:00"], release = true }
useful_for = "PT8H"
source = ["004"]
title.en = "Stay out of the sun"
text.en = "For 48 hours."
"#;

fn check(text: &str) -> (Ended, String) {
    let (path, _folder) = file("clinic.toml", text);
    let name = path.to_str().unwrap().to_owned();
    (aftercarectl(["protocol", "check", &name]), name)
}

/// The faults alone, without the program's and the file's name; none where the file is called usable.
fn faults(text: &str) -> Vec<String> {
    let (ended, name) = check(text);
    if ended.code == Some(0) {
        return Vec::new();
    }
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{text}\n{ended:?}");
    let start = format!("aftercarectl: {name}: ");
    let fault = |line: &str| line.strip_prefix(&start).unwrap_or_else(|| panic!("{line}")).to_owned();
    ended.err.lines().map(fault).collect()
}

/// What the author wrote in place of what, and the line and field that the check must name.
const BAD: &[(&str, &str, &str)] = &[
    ("until = \"PT48H\"", "until = \"48 hours\"", "line 19: instruction \"sun\" until: "),
    ("until = \"PT48H\"", "until = \"P1W\"", "line 19: instruction \"sun\" until: "),
    ("until = \"PT48H\"", "until = 48", "line 19: instruction \"sun\" until: "),
    ("until = \"PT48H\"", "until = \"P99999D\"", "line 19: instruction \"sun\" until: "),
    ("until = \"PT48H\"", "until = \"-PT1H\"", "line 19: instruction \"sun\" until: "),
    ("from = \"PT0H\"", "from = \"P3D\"", "line 19: instruction \"sun\" until: "),
    ("until = \"PT48H\"\n", "", "line 14: instruction \"sun\" until: is missing"),
    ("from = \"PT0H\"\n", "", "line 14: instruction \"sun\" from: is missing"),
    ("kind = \"avoid\"\n", "", "line 14: instruction \"sun\" kind: is missing"),
    ("weight = \"rule\"\n", "", "line 14: instruction \"sun\" weight: is missing"),
    ("id = \"sun\"\n", "", "line 14: instruction id: is missing"),
    ("title.en = \"Stay out of the sun\"\n", "", "line 14: instruction \"sun\" title: is missing"),
    ("text.en = \"For 48 hours.\"\n", "", "line 14: instruction \"sun\" text: is missing"),
    ("kind = \"avoid\"", "kind = \"forbid\"", "line 16: instruction \"sun\" kind: "),
    ("kind = \"avoid\"", "kind = true", "line 16: instruction \"sun\" kind: "),
    ("weight = \"rule\"", "weight = \"heavy\"", "line 17: instruction \"sun\" weight: "),
    ("id = \"sun\"", "id = \"my sun\"", "line 15: instruction \"my sun\" id: "),
    ("id = \"sun\"", "id = \"\"", "line 15: instruction \"\" id: "),
    ("title.en = \"Stay out of the sun\"", "title = \"Stay out\"", "line 23: instruction \"sun\" title: "),
    ("title.en", "title.de", "line 23: instruction \"sun\" title: "),
    ("title.en = \"Stay out of the sun\"", "title.en = 5", "line 23: instruction \"sun\" title en: "),
    ("text.en = \"For 48 hours.\"", "text.en = \"\"", "line 24: instruction \"sun\" text en: "),
    ("weight = \"rule\"", "weight = \"rule\"\ncolour = \"red\"", "line 18: instruction \"sun\" colour: "),
    ("release = true", "realease = true", "line 20: instruction \"sun\" remind realease: "),
    ("release = true", "release = \"yes\"", "line 20: instruction \"sun\" remind release: "),
    ("[\"08:00\"]", "[\"8:00\"]", "line 20: instruction \"sun\" remind at: "),
    ("[\"08:00\"]", "[\" 8:00\"]", "line 20: instruction \"sun\" remind at: "),
    ("[\"08:00\"]", "[\"25:00\"]", "line 20: instruction \"sun\" remind at: "),
    ("[\"08:00\"]", "[8]", "line 20: instruction \"sun\" remind at: "),
    ("at = [\"08:00\"]", "at = \"08:00\"", "line 20: instruction \"sun\" remind at: "),
    (
        "at = [\"08:00\"]",
        "at = [\"08:00\"], on_days = [\"two\"]",
        "line 20: instruction \"sun\" remind on_days: ",
    ),
    ("at = [\"08:00\"]", "every = \"PT2H\"", "line 20: instruction \"sun\" remind every: "),
    ("at = [\"08:00\"]", "while = \"outdoors\"", "line 20: instruction \"sun\" remind while: "),
    (
        "at = [\"08:00\"]",
        "every = \"PT0H\", while = \"outdoors\"",
        "line 20: instruction \"sun\" remind every: ",
    ),
    ("useful_for = \"PT8H\"\n", "", "line 14: instruction \"sun\" useful_for: is missing"),
    ("useful_for = \"PT8H\"", "useful_for = \"PT0H\"", "line 21: instruction \"sun\" useful_for: "),
    ("source = [\"004\"]", "source = [\"005\"]", "line 22: instruction \"sun\" source: "),
    ("source = [\"004\"]", "source = \"004\"", "line 22: instruction \"sun\" source: "),
    ("weight = \"rule\"", "weight = \"rule\"\nanchor = \"birth\"", "line 18: instruction \"sun\" anchor: "),
    ("weight = \"rule\"", "weight = \"rule\"\nonly_if = \"rich\"", "line 18: instruction \"sun\" only_if: "),
    (
        "weight = \"rule\"",
        "weight = \"rule\"\nvariant.tanned.until = \"P3D\"",
        "line 18: instruction \"sun\" variant tanned: ",
    ),
    (
        "weight = \"rule\"",
        "weight = \"rule\"\nvariant.prp.untill = \"P3D\"",
        "line 18: instruction \"sun\" variant prp untill: ",
    ),
    ("weight = \"rule\"", "weight = \"rule\"\nopens = \"door\"", "line 18: instruction \"sun\" opens: "),
    ("schema = 1", "schema = 2", "line 1: schema: "),
    ("schema = 1", "schema = \"1\"", "line 1: schema: "),
    ("schema = 1\n", "", "line 1: schema: is missing"),
    ("id = \"small\"\n", "", "line 1: id: is missing"),
    ("version = \"1\"\n", "", "line 1: version: is missing"),
    ("status = \"a test\"\n", "", "line 1: status: is missing"),
    ("devices = [\"pen\"]\n", "", "line 1: devices: is missing"),
    ("devices = [\"pen\"]", "devices = [1]", "line 5: devices: "),
    ("max_needle_mm = 1.5", "max_needle_mm = \"1.5\"", "line 6: max_needle_mm: "),
    ("max_needle_mm = 1.5", "max_needle_mm = -1", "line 6: max_needle_mm: "),
    ("max_needle_mm = 1.5\n", "", "line 1: max_needle_mm: is missing"),
    ("areas_covered = [\"face\"]\n", "", "line 1: areas_covered: is missing"),
    ("evening = \"20:00\"", "evening = \"8 pm\"", "line 10: day evening: "),
    ("quiet = [\"21:30\", \"07:30\"]", "quiet = [\"21:30\"]", "line 11: day quiet: "),
    ("quiet = [\"21:30\", \"07:30\"]", "quiet = \"night\"", "line 11: day quiet: "),
    ("interval = [\"P1M\", \"P2M\"]", "interval = [\"P2M\", \"P1M\"]", "line 13: sessions interval: "),
    ("interval = [\"P1M\", \"P2M\"]", "interval = [\"P1M\"]", "line 13: sessions interval: "),
    ("interval = [\"P1M\", \"P2M\"]", "interval = [\"-P2M\", \"-P1M\"]", "line 13: sessions interval: "),
    ("[[instruction]]", "[instruction]", "line 14: instruction: must be written as [[instruction]]"),
    ("[[instruction]]", "[[instructions]]", "line 14: instructions: "),
];

#[test]
fn each_fault_names_its_line_and_its_field() {
    let mut unclear = Vec::new();
    for (right, wrong, place) in BAD {
        let good = good();
        assert!(good.contains(right), "{right} is not in the good file");
        let found = faults(&good.replacen(right, wrong, 1));
        // One slip may leave a second field without a value; the slip itself is named once.
        if found.iter().filter(|fault| fault.starts_with(place)).count() != 1 {
            unclear.push(format!("{right:?} became {wrong:?}; wanted {place:?}, got {found:#?}"));
        }
    }
    assert!(unclear.is_empty(), "{}", unclear.join("\n"));
}

/// The whole words of some, so that they stay words.
#[test]
fn faults_are_sentences_for_the_author() {
    let words = |right: &str, wrong: &str| faults(&good().replacen(right, wrong, 1)).join("\n");
    let all = [
        words("until = \"PT48H\"", "until = \"48 hours\""),
        words("from = \"PT0H\"", "from = \"P3D\""),
        words("kind = \"avoid\"", "kind = \"forbid\""),
        words("[\"08:00\"]", "[\"8:00\"]"),
        words("title.en", "title.de"),
        words("weight = \"rule\"", "weight = \"rule\"\ncolour = \"red\""),
        words("weight = \"rule\"", "weight = \"rule\"\nvariant.tanned.until = \"P3D\""),
        words("source = [\"004\"]", "source = [\"005\"]"),
        words("schema = 1", "schema = 2"),
        words("at = [\"08:00\"]", "every = \"PT2H\""),
        words("useful_for = \"PT8H\"\n", ""),
        words("interval = [\"P1M\", \"P2M\"]", "interval = [\"P2M\", \"P1M\"]"),
    ];
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn an_id_that_is_there_twice() {
    let twice = good() + "\n" + GOOD;
    assert_eq!(faults(&twice), ["line 27: instruction \"sun\" id: \"sun\" is there twice"]);
}

#[test]
fn text_that_is_no_toml() {
    for (text, line) in [
        (good().replace("kind = \"avoid\"", "kind = \"avoid"), "line 16: "),
        (good().replace("kind = \"avoid\"", "kind = "), "line 16: "),
        (good().replace("kind = \"avoid\"", "kind: avoid"), "line 16: "),
        (good() + "kind = \"do\"\n", "line 25: "),
        ("%PDF-1.7\n".to_owned(), "line 1: "),
        ("<html></html>".to_owned(), "line 1: "),
    ] {
        let found = faults(&text);
        assert!(found[0].starts_with(line), "{text}\n{found:#?}");
    }
}

#[test]
fn all_faults_at_once_by_line() {
    let text = good()
        .replace("max_needle_mm = 1.5", "max_needle_mm = 0")
        .replace("evening = \"20:00\"", "evening = \"24:00\"")
        .replace("kind = \"avoid\"", "kind = \"avoyd\"")
        .replace("until = \"PT48H\"", "until = \"PT48\"")
        .replace("text.en = \"For 48 hours.\"", "text.en = \"For 48 hours.\"\nlook = 1");
    let lines: Vec<String> =
        faults(&text).iter().map(|fault| fault.split(": ").next().unwrap().to_owned()).collect();
    assert_eq!(lines, ["line 6", "line 10", "line 16", "line 19", "line 25"]);
}

#[test]
fn a_good_file_is_called_usable() {
    let (ended, name) = check(&good());
    let said = format!("{name}: small 1 can be used: 2 instructions\n");
    assert_eq!(ended, Ended { code: Some(0), out: said, err: String::new() });
    let (least, name) = check(&protocol(["21:30", "07:30"], &instruction("one", "PT0H", "PT48H", "")));
    let said = format!("{name}: small 1 can be used: 2 instructions\n");
    assert_eq!(least, Ended { code: Some(0), out: said, err: String::new() });
}

/// A slot in quiet hours is legal: it comes at their end.
#[test]
fn a_slot_in_quiet_hours_is_a_warning() {
    let (ended, name) = check(&good().replace("[\"08:00\"]", "[\"06:45\", \"08:00\"]"));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ended.out.lines().collect();
    let warning =
        format!("{name}: warning: line 20: instruction \"sun\" remind: 06:45 lies in the quiet hours");
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines[0].starts_with(&warning), "{lines:#?}");
}

/// A prohibition is nowhere done.
#[test]
fn only_what_is_done_is_done_somewhere() {
    let check = |kind: &str| {
        let opens = format!("kind = \"{kind}\"\nopens = \"diary\"");
        plan::Protocol::parse(&good().replace("kind = \"avoid\"", &opens)).unwrap().warnings
    };
    assert_eq!((check("check"), check("do")), (vec![], vec![]));
    let fields: Vec<String> =
        check("avoid").into_iter().map(|odd| format!("{} {}", odd.line, odd.field)).collect();
    assert_eq!(fields, ["17 instruction \"sun\" opens"]);
}

#[test]
fn a_day_and_a_course_may_be_left_open_and_then_are_the_defaults() {
    let open = good()
        .replace("morning = \"08:00\"\nevening = \"20:00\"\nquiet = [\"21:30\", \"07:30\"]\n", "")
        .replace("interval = [\"P1M\", \"P2M\"]\n", "");
    assert_ne!(open, good());
    let read = |text: &str| plan::Protocol::parse(text).unwrap().protocol;
    let default = plan::Protocol::built_in();
    assert_eq!((read(&open).day, read(&open).sessions.interval), (default.day, default.sessions.interval));
    // What is left open gives way to what is said.
    let short = read(&open.replace("[sessions]", "[sessions]\nmost = 3")).sessions;
    assert_eq!((short.usual, short.default, short.most), ((3, 3), 3, 3));
}
