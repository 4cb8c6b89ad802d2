//! May I …?: a table of questions, every name there is, and what holds whatever is typed.

use super::stories::instant;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Europe::Berlin;
use plan::lookup::{Kind, Lists, May, Verdict, beginning_with, fold, may_i};
use plan::{Here, Plan, Procedure, Protocol, Trait, local};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::collections::BTreeSet;

const ENDED: &str = "2026-03-27T14:10:00Z";

fn treated(traits: impl IntoIterator<Item = Trait>, next_session: Option<&str>) -> Plan {
    let ended = instant(ENDED);
    let procedure = Procedure {
        id: "p1".into(),
        ended,
        zone: Berlin,
        traits: traits.into_iter().collect(),
        antibiotic: false,
        next_session: next_session.map(|typed| local::instant(local::typed(typed).unwrap(), Berlin)),
        sessions_left: true,
        recorded: ended,
    };
    Plan::new(Protocol::built_in(), procedure, &Here::at(Berlin))
}

/// The patients of the table.
fn plan_of(who: &str) -> Plan {
    match who {
        "plain" => treated([], None),
        "pih" => treated([Trait::PihProne], None),
        "prp" => treated([Trait::Prp], None),
        "booked" => treated([], Some("2026-05-05T10:00")),
        "soon" => treated([], Some("2026-04-06T10:00")),
        _ => panic!("nobody is called {who}"),
    }
}

/// `26h` and `8d` are elapsed since the treatment ended; anything else is an instant.
fn moment(text: &str) -> DateTime<Utc> {
    let elapsed = |unit: char| text.strip_suffix(unit).and_then(|number| number.parse::<i64>().ok());
    match (elapsed('h'), elapsed('d')) {
        (Some(hours), _) => instant(ENDED) + TimeDelta::hours(hours),
        (_, Some(days)) => instant(ENDED) + TimeDelta::days(days),
        _ => instant(text),
    }
}

/// `\n` and `\u{…}` as in Rust.
fn unescaped(text: &str) -> String {
    let mut out = text.replace("\\n", "\n");
    while let Some((before, rest)) = out.split_once("\\u{") {
        let (code, after) = rest.split_once('}').unwrap();
        let letter = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        out = format!("{before}{letter}{after}");
    }
    out
}

fn ask(question: &str, plan: &Plan, now: DateTime<Utc>) -> May {
    may_i(question, &[plan], now, "en")
}

fn at_26_hours(question: &str) -> May {
    ask(question, &plan_of("plain"), moment("26h"))
}

/// What a row of the table says of a reply.
fn told(may: &May) -> [String; 3] {
    let found = may.parts[0].matches.first().map_or("-", |found| found.name.as_str());
    let until = may.until().map(|until| until.to_rfc3339_opts(SecondsFormat::Secs, true));
    [found.to_owned(), may.verdict().word().to_owned(), until.unwrap_or("-".into())]
}

#[test]
fn every_question_of_the_table_is_answered_as_it_says() {
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for row in include_str!("questions.tsv").lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (who, when, question) = (cells[0], cells[1], cells[2]);
        let found = told(&ask(&unescaped(question), &plan_of(who), moment(when)));
        if found.each_ref().map(String::as_str) != cells[3..] {
            wrong.push(format!("{row}\n    {}", found.join("\t")));
        }
        asked += 1;
    }
    assert!(wrong.is_empty(), "{} of {asked}\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked >= 200, "{asked}");
}

/// The names of a list, read by looking for quotes: an opinion of its own.
fn quoted_names(list: &str) -> Vec<String> {
    const NO_NAMES: [&str; 13] = [
        "#", "[", "schema", "verdict", "window", "text.en", "class", "rule", "status", "note", "except",
        "id ", "atc",
    ];
    let mut out = Vec::new();
    for line in list.lines().filter(|line| !NO_NAMES.iter().any(|field| line.starts_with(field))) {
        let codes = line.split("atc = [").skip(1).filter_map(|rest| rest.split(']').next());
        let codes: Vec<&str> = codes.flat_map(|codes| codes.split('"').skip(1).step_by(2)).collect();
        let names = line.split('"').skip(1).step_by(2).filter(|name| !codes.contains(name));
        out.extend(names.map(str::to_owned));
    }
    out
}

#[test]
fn every_name_of_both_lists_finds_its_entry() {
    let medicines = quoted_names(plan::lookup::MEDICINES);
    let ingredients = plan::lookup::INGREDIENTS.split("[sunscreen_label]").next().unwrap();
    let ingredients = quoted_names(ingredients);
    assert!(medicines.len() > 900 && ingredients.len() > 380, "{} {}", medicines.len(), ingredients.len());
    let plan = plan_of("plain");
    for (names, kind) in [(&medicines, Kind::Medicine), (&ingredients, Kind::Ingredient)] {
        for name in names {
            for written in [name.clone(), name.to_uppercase(), format!("may I use {name} 5 %?")] {
                let may = ask(&written, &plan, moment("26h"));
                let found = may.parts[0].matches.iter().any(|found| found.kind == kind);
                assert!(found && may.parts.len() == 1, "{written:?} finds {may:?}");
                assert_eq!(may.parts[0].did_you_mean, [""; 0], "{written}");
            }
        }
    }
    // And each finds its own entry, by the lists as they are read.
    let lists = Lists::built_in();
    let mut known = 0;
    for entry in &lists.entries {
        let text = lists.rules[entry.rule].text.get("en");
        for name in &entry.names {
            let may = ask(&name.written, &plan, moment("26h"));
            let own = may.parts[0].matches.iter().find(|found| found.name == name.of || found.text == text);
            assert!(own.is_some(), "{} is not found as {}: {may:?}", name.written, name.of);
            known += 1;
        }
    }
    assert_eq!(known, medicines.len() + ingredients.len(), "the reader and the quotes agree");
}

#[test]
fn every_word_that_a_protocol_is_asked_by_finds_its_instruction() {
    let plan = plan_of("plain");
    let mut asked = 0;
    for one in &Protocol::built_in().instructions {
        for word in one.asks.values().flatten() {
            let may = ask(word, &plan, moment("1h"));
            let found = may.parts[0].matches.iter().find(|found| found.name == one.title.get("en"));
            assert!(found.is_some_and(|found| found.kind == Kind::Instruction), "{word}: {may:?}");
            asked += 1;
        }
    }
    assert!(asked > 80, "{asked}");
}

/// "Ethylhexyl salicylate" is a sun filter and no acid, "cetyl alcohol" a wax and no alcohol.
#[test]
fn what_only_looks_like_a_group_never_finds_it() {
    let plan = plan_of("plain");
    let lists = Lists::built_in();
    let mut looked = 0;
    for entry in &lists.entries {
        let text = lists.rules[entry.rule].text.get("en");
        for except in &entry.except {
            for written in
                [except.clone(), except.to_uppercase(), except.replace(' ', "-"), format!("{except} 5 %")]
            {
                let may = ask(&written, &plan, moment("26h"));
                assert_eq!(may.parts.len(), 1, "{may:?}");
                let found = may.parts[0].matches.iter().find(|found| found.text == text);
                assert_eq!(found, None, "{written} is no {}", entry.id);
                looked += 1;
            }
        }
    }
    assert!(looked > 100, "{looked}");
}

/// Every reason is told, the strictest first.
#[test]
fn a_name_of_several_things_is_told_as_all_of_them() {
    let told = |question: &str| -> Vec<(String, &str, bool)> {
        let may = at_26_hours(question);
        let of = |one: &plan::lookup::Match| (one.name.clone(), one.verdict.word(), one.never_stop);
        may.parts[0].matches.iter().map(of).collect()
    };
    let own = |name: &str, verdict, never_stop| (name.to_owned(), verdict, never_stop);
    assert_eq!(
        told("hydrocortisone"),
        [own("hydrocortisone", "ask", true), own("hydrocortisone", "ask", false)]
    );
    assert_eq!(
        told("isotretinoin"),
        [own("isotretinoin", "ask", false), own("isotretinoin", "not_before", false)]
    );
    assert_eq!(
        told("benzoyl peroxide"),
        [
            own("benzoyl peroxide", "ask", false),
            own("benzoyl peroxide", "not_before", false),
            own("No strong creams", "not_before", false)
        ]
    );
    // Two lists, two ends: the later first.
    assert_eq!(
        told("methyl salicylate"),
        [own("methyl salicylate", "not_before", false), own("methyl salicylate", "not_before", false)]
    );
    assert_eq!(
        told("wash"),
        [own("Wash with bottled water", "not_before", false)],
        "what is over and has nothing to say is left out"
    );
}

/// The whole of one match: the list's words, the protocol's window with its reason and its source.
#[test]
fn the_protocols_window_stands_in_place_of_the_lists() {
    let may = at_26_hours("Nurofen");
    let [part] = &may.parts[..] else { panic!("{may:?}") };
    let [found] = &part.matches[..] else { panic!("{part:?}") };
    let pain =
        Protocol::built_in().instructions.iter().find(|one| one.id == "anti-inflammatories").unwrap().clone();
    assert_eq!(
        *found,
        plan::lookup::Match {
            name: "ibuprofen".into(),
            kind: Kind::Medicine,
            verdict: Verdict::NotBefore,
            never_stop: false,
            until: Some(instant("2026-04-10T13:10:00Z")),
            from: None,
            before_session: false,
            text: "This is an anti-inflammatory pain medicine. Your plan says to skip it for two weeks. If a doctor told \
                   you to take it, do not stop. Call your clinic."
                .into(),
            why: pain.why.as_ref().map(|why| why.get("en").to_owned()),
            source: vec!["004".into(), "practice".into()],
            plans: vec![0],
        }
    );
    // Where the two weeks are not the list's seven days, the list's words would tell the wrong number.
    let retinol = ask("retinol", &plan_of("pih"), moment("8d")).parts[0].matches[0].clone();
    assert_eq!(
        retinol.text,
        "No retinol, no acids, no vitamin C and no benzoyl peroxide for two weeks: your skin stains easily."
    );
    // And when it is over the protocol says so.
    let over = ask("Nurofen", &plan_of("plain"), moment("15d")).parts[0].matches[0].clone();
    assert_eq!(
        (over.verdict, Some(over.text.as_str())),
        (Verdict::Yes, pain.release.as_ref().map(|text| text.get("en")))
    );
}

/// A protocol without such an instruction leaves the list its own window.
#[test]
fn a_protocol_that_does_not_know_it_leaves_the_lists_window() {
    let small = super::custom_protocols::protocol(
        ["21:30", "07:30"],
        &super::custom_protocols::instruction("strong-creams", "PT0H", "P30D", "")
            .replace("kind = \"do\"", "kind = \"avoid\""),
    );
    let protocol = std::sync::Arc::new(Protocol::parse(&small).unwrap().protocol);
    let plan = Plan::new(protocol, plan_of("plain").procedure().clone(), &Here::at(Berlin));
    let until = |question: &str| told(&ask(question, &plan, moment("26h")))[2].clone();
    assert_eq!(until("ibuprofen"), "2026-04-10T13:10:00Z");
    assert_eq!(until("retinol"), "2026-04-26T13:10:00Z");
    assert_eq!(ask("SPF 50", &plan, moment("26h")).verdict(), Verdict::Unknown);
}

/// At hour 26 the sun is still out of bounds, and sunbathing will be from hour 48 on.
#[test]
fn what_is_still_to_come_is_told_and_changes_nothing() {
    let may = at_26_hours("sun");
    let [strict, shade] = &may.parts[0].matches[..] else { panic!("{may:?}") };
    assert_eq!((strict.from, strict.until), (None, Some(instant("2026-03-29T14:10:00Z"))));
    assert_eq!(shade.from, Some(instant("2026-03-29T14:10:00Z")));
    assert_eq!(may.until(), strict.until);
    // Alone it is the answer: nobody who asks for a sunbath at hour 26 is told yes.
    let alone = at_26_hours("sunbathing");
    assert_eq!(told(&alone), ["No sunbathing", "not_before", "2026-04-03T13:10:00Z"]);
    assert_eq!(alone.parts[0].matches[0].from, Some(instant("2026-03-29T14:10:00Z")));
}

#[test]
fn before_a_session_it_ends_with_the_session_and_begins_anew() {
    let plan = plan_of("booked");
    let retinol = |at: &str| ask("retinol", &plan, instant(at)).parts[0].matches[0].clone();
    let before = retinol("2026-05-01T12:00:00Z");
    assert_eq!((before.until, before.before_session), (Some(instant("2026-05-05T08:00:00Z")), true));
    assert!(!retinol("2026-03-29T12:00:00Z").before_session);
    // One wait goes over into the other: self-tan is left for two weeks, and for two weeks before the session.
    let soon = plan_of("soon");
    let tan = ask("erythrulose", &soon, moment("26h")).parts[0].matches[0].clone();
    assert_eq!((tan.until, tan.before_session), (Some(instant("2026-04-10T13:10:00Z")), false));
    let retinol = ask("retinol", &soon, moment("26h")).parts[0].matches[0].clone();
    assert_eq!((retinol.until, retinol.before_session), (Some(instant("2026-04-06T08:00:00Z")), true));
}

#[test]
fn of_several_treatments_the_strictest_and_the_latest_count() {
    let face = plan_of("plain");
    let mut later = face.procedure().clone();
    later.ended += TimeDelta::days(5);
    let hands = Plan::new(Protocol::built_in(), later, &Here::at(Berlin));
    let plans = [&face, &hands];
    let reply =
        |question: &str, now: &str| may_i(question, &plans, moment(now), "en").parts[0].matches.clone();
    // Both still forbid it: two moments, the later first.
    let both = reply("ibuprofen", "6d");
    let plans_of: Vec<_> =
        both.iter().filter(|one| one.kind == Kind::Medicine).map(|one| one.plans.clone()).collect();
    assert_eq!(plans_of, [vec![1], vec![0]]);
    // The first does not any more: the other's is the only answer.
    let one = reply("Nurofen", "16d");
    assert_eq!(
        one.iter().map(|one| (one.verdict, one.plans.clone())).collect::<Vec<_>>(),
        [(Verdict::NotBefore, vec![1])]
    );
    // Both say the same: once.
    let same = reply("warfarin", "6d");
    assert_eq!(same.iter().map(|one| one.plans.clone()).collect::<Vec<_>>(), [vec![0, 1]]);
}

#[test]
fn a_list_is_told_strictest_first_and_each_part_once() {
    let may =
        at_26_hours("Water, Glycerin, Foo, Parfum, dihydroxyacetone, aspirin, warfarin, water, Retinol, bar");
    let told: Vec<(&str, &str)> =
        may.parts.iter().map(|part| (part.asked.as_str(), part.verdict.word())).collect();
    assert_eq!(
        told,
        [
            ("warfarin", "ask"),
            ("aspirin", "ask"),
            ("dihydroxyacetone", "not_before"),
            ("Parfum", "not_before"),
            ("Retinol", "not_before"),
            ("Foo", "unknown"),
            ("bar", "unknown"),
            ("Water", "yes"),
            ("Glycerin", "yes"),
        ]
    );
    let unknown = |may: &May| may.parts.iter().find_map(|part| part.unknown.clone()).unwrap();
    assert_eq!(unknown(&may), "We do not know this one. Ask your clinic.");
    assert_eq!(
        unknown(&at_26_hours("foo")),
        "We do not know this product. That does not mean that you may take it. Ask your clinic or pharmacist."
    );
}

#[test]
fn typing_errors_are_offered_and_never_answered() {
    for (typed, first) in [
        ("ibuprofin", "ibuprofen"),
        ("ibuprofne", "ibuprofen"),
        ("iboprofen", "ibuprofen"),
        ("ibuproffen 400 mg", "ibuprofen"),
        ("can I take nurofin?", "Nurofen"),
        ("AdvilPM", "Advil PM"),
        ("Tylenol 3", "Tylenol"),
        ("retinl", "retinal"),
        ("niacinamid", "niacinamide"),
        ("paracetamoll", "paracetamol"),
        ("acetylsalicilic acd", "acetylsalicylic acid"),
        ("saunna", "sauna"),
        ("gimm", ""),
        ("adv", ""),
        ("polylactic acid", ""),
        ("ибупрофен", ""),
    ] {
        let may = at_26_hours(typed);
        assert_eq!((may.verdict(), may.parts[0].matches.len()), (Verdict::Unknown, 0), "{typed}");
        let meant = &may.parts[0].did_you_mean;
        assert_eq!(meant.first().map_or("", String::as_str), first, "{typed}: {meant:?}");
        assert!(meant.len() <= 5, "{meant:?}");
    }
    // What is offered is a name: pressed, it is answered.
    for meant in &at_26_hours("ibuprofin").parts[0].did_you_mean {
        assert_ne!(at_26_hours(meant).verdict(), Verdict::Unknown);
    }
    // Citric acid far down a list does not count; it is not offered as itself.
    let far = at_26_hours(
        "aqua, glycerin, panthenol, allantoin, bisabolol, betaine, ectoin, carbomer, squalane, trehalose, citric acid",
    );
    let citric = far.parts.iter().find(|part| part.asked == "citric acid").unwrap();
    assert_eq!((citric.verdict, &citric.did_you_mean), (Verdict::Unknown, &Vec::new()));
}

#[test]
fn names_are_there_while_one_types() {
    let begin = |typed: &str| beginning_with(typed, &Protocol::built_in(), "en", 8);
    assert_eq!(begin("nurof"), ["Nurofen", "Nurofen Plus", "Nurofen Cold & Flu"]);
    assert_eq!(begin("GYM"), ["gym"]);
    assert_eq!(begin("wom"), [""; 0]);
    assert_eq!(begin("alcohol")[0], "alcohol");
    assert!(begin("acid").iter().any(|name| name == "lactic acid"), "{:?}", begin("acid"));
    assert!(begin("a").len() == 8 && begin("").is_empty() && begin("™").is_empty());
    for name in begin("i") {
        assert_ne!(at_26_hours(&name).verdict(), Verdict::Unknown, "{name}");
    }
}

#[test]
fn a_hundred_kilobytes_are_answered() {
    let plan = plan_of("plain");
    let words = (0..12_000).map(|n| format!("foo{n}")).collect::<Vec<_>>();
    for text in [
        words.join(", "),
        words.join(" "),
        words.join(""),
        words.join("/"),
        format!("{}, retinol", words[..11_000].join("; ")),
        "(".repeat(100_000),
        "SPF 50 ".repeat(14_000),
        "may i ".repeat(16_000),
        "ibuprofen ".repeat(10_000),
        "1".repeat(100_000),
        "é".repeat(50_000),
        "\u{301}".repeat(50_000),
        "ibuprofen,".repeat(10_000),
    ] {
        let may = ask(&text, &plan, moment("26h"));
        assert!(!may.parts.is_empty());
        let retinol = text.ends_with("retinol") || text.starts_with("ibuprofen,");
        assert_eq!(may.verdict() == Verdict::NotBefore, retinol, "{:.60}", text);
        assert!(may.parts.iter().filter(|part| !part.did_you_mean.is_empty()).count() <= 5);
    }
}

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..Config::default() }
}

/// Names, folded, that something is known by; `except` names are none.
fn folded_names() -> BTreeSet<String> {
    let names = Lists::built_in().entries.iter().flat_map(|entry| &entry.names);
    names.map(|name| fold(&name.written)).collect()
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn nothing_that_is_typed_ends_it(text in any::<String>()) {
        let may = at_26_hours(&text);
        prop_assert!(!may.parts.is_empty());
    }

    #[test]
    fn what_is_folded_stays_folded(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// Out of scraps of what people paste: brackets, slashes, amounts, names, and what is no letter at all.
    #[test]
    fn no_scraps_end_it(scraps in prop::collection::vec(prop::sample::select(&[
        "(", ")", "[", "/", " / ", ",", ";", "\n", "1", "0.3%", "400 mg", " ", "SPF", "50+", "retinol", "may i ", "é", "💊", "-", "'", "\u{202e}", "(and)", ":", "Ingredients:", "ü", "µg", "％",
    ][..]), 0..14)) {
        let may = at_26_hours(&scraps.concat());
        prop_assert!(!may.parts.is_empty());
    }

    /// A yes is said of names alone: letters before or after one make another word.
    #[test]
    fn a_name_and_more_letters_is_no_name(place in 0_usize..2000, more in "[b-z]{1,8}", before in any::<bool>()) {
        let names = folded_names();
        let name = names.iter().nth(place % names.len()).unwrap();
        let text = if before { format!("{more}{name}") } else { format!("{name}{more}") };
        let may = at_26_hours(&text);
        prop_assert!(names.contains(&fold(&text)) || may.verdict() == Verdict::Unknown, "{} {:?}", text, may);
    }

    #[test]
    fn what_is_in_no_list_is_never_allowed(text in "[a-z]{1,3}[qxzj][a-z]{2,9}( [a-z]{3,8})?") {
        let may = at_26_hours(&text);
        prop_assert!(may.verdict() == Verdict::Unknown || folded_names().contains(&text), "{} {:?}", text, may);
    }
}
