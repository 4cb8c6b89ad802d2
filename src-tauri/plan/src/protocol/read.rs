//! Reads a protocol file. Nothing here stops at the first fault: an author wants to see them all.

use super::table::{Faults, Table, count, day, number, step, string, time};
use super::{
    Anchor, Checked, Condition, Day, Fault, Instruction, Kind, Level, Maintenance, Opens, Protocol,
    Readiness, Remind, Sessions, Symptom, Variant, Warning, Weight, check,
};
use crate::Trait;
use crate::local::Quiet;
use crate::outdoors;
use chrono::NaiveTime;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

/// A protocol is some tens of kilobytes; a file of another size is another file.
const MOST_BYTES: usize = 1 << 20;

/// Reads a file. What its tables may leave open comes from `default`; without one, nothing may be left open.
pub(super) fn read(text: &str, default: Option<&Protocol>) -> Result<Checked, Vec<Fault>> {
    if text.len() > MOST_BYTES {
        let what = format!("the file has {} bytes; a protocol has {MOST_BYTES} at most", text.len());
        return Err(vec![Fault { line: 1, field: String::new(), what }]);
    }
    let faults = Faults::of(text);
    let (root, broken) = DeTable::parse_recoverable(text);
    for error in &broken {
        let what = error.message().lines().collect::<Vec<_>>().join(", ");
        faults.wrong(error.span().map_or(0, |span| span.start), "", what);
    }
    if !broken.is_empty() {
        // What was recovered is a guess; faults of a guess would mislead.
        return Err(faults.done().0);
    }
    let top = Table::new("", 0, root.get_ref(), &faults);
    let protocol = protocol(&top, default);
    top.finish();
    let (wrong, warnings) = faults.done();
    match protocol {
        Some(protocol) if wrong.is_empty() => Ok(Checked { protocol, warnings }),
        _ => Err(wrong),
    }
}

fn protocol(top: &Table<'_>, default: Option<&Protocol>) -> Option<Protocol> {
    if let Some(schema) = top.need("schema", top.whole("schema"))
        && schema != 1
    {
        top.wrong(
            "schema",
            format!("this program reads schema 1, not {schema}: a newer Aftercare may read it"),
        );
    }
    let id = top.need("id", top.string("id")).map(str::to_owned);
    let version = top.need("version", top.string("version")).map(str::to_owned);
    let status = top.need("status", top.string("status")).map(str::to_owned);
    let devices = top.need("devices", strings(top, "devices"));
    let max_needle_mm = top.need("max_needle_mm", top.number("max_needle_mm"));
    if max_needle_mm.is_some_and(|mm| mm <= 0.0 || mm > 20.0) {
        top.wrong("max_needle_mm", "must be a length in millimetres, more than 0");
    }
    let areas = top.need("areas_covered", strings(top, "areas_covered"));
    let day = top.need("day", top.table("day")).and_then(|table| day_of(table, default));
    let sessions = top.need("sessions", top.table("sessions")).and_then(|table| sessions_of(table, default));

    let tables = top.tables("instruction");
    if tables.is_empty() {
        top.wrong("instruction", "at least one [[instruction]] must be there");
    }
    let mut seen = BTreeSet::new();
    let mut slots = 0;
    let mut instructions = Vec::with_capacity(tables.len());
    for table in tables {
        unique(&table, &mut seen);
        let instruction = instruction(&table);
        if let Some(instruction) = &instruction {
            slots += check::instruction(&table, instruction, day.as_ref());
        }
        instructions.extend(instruction);
        table.finish();
    }
    if slots > check::MOST_SLOTS {
        top.wrong("instruction", format!("{slots} reminders in all; {} is the most", check::MOST_SLOTS));
    }

    let readiness = each(top, "readiness", |table| {
        Some(Readiness {
            id: id_of(table)?,
            source: sources(table),
            sign: table.need("sign", table.text("sign"))?,
        })
    });
    let symptoms = each(top, "symptom", symptom);
    let levels = levels(top);
    let warnings = each(top, "warning", |table| {
        let _source = sources(table);
        let level = table.need("level", table.string("level")).map(str::to_owned);
        if let Some(level) = &level
            && !levels.contains_key(level)
            && !super::URGENCY.contains(&level.as_str())
        {
            table.wrong("level", format!("there is no [level.{level}]"));
        }
        Some(Warning { id: id_of(table)?, level: level?, sign: table.need("sign", table.text("sign"))? })
    });
    let emergency_numbers = top.table("emergency_numbers").map_or_else(BTreeMap::new, |table| {
        table.fields().filter_map(|field| Some((field.to_owned(), table.string(field)?.to_owned()))).collect()
    });

    Some(Protocol {
        id: id?,
        version: version?,
        status: status?,
        devices: devices?,
        max_needle_mm: max_needle_mm?,
        areas: areas?,
        day: day?,
        instructions,
        sessions: sessions?,
        readiness,
        symptoms,
        levels,
        warnings,
        emergency_numbers,
    })
}

/// Reads each table of a list; their ids must differ.
fn each<'d, T>(top: &Table<'d>, field: &str, read: impl Fn(&Table<'d>) -> Option<T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for table in top.tables(field) {
        unique(&table, &mut seen);
        out.extend(read(&table));
        table.finish();
    }
    out
}

fn unique(table: &Table<'_>, seen: &mut BTreeSet<String>) {
    if let Some(id) = table.string("id")
        && !seen.insert(id.to_owned())
    {
        table.wrong("id", format!("{id:?} is there twice"));
    }
}

/// An id is a part of keys, so it holds neither the slash between their parts nor white space.
fn id_of(table: &Table<'_>) -> Option<String> {
    let id = table.need("id", table.string("id"))?;
    if id.len() > 80 || id.chars().any(|c| c == '/' || c.is_whitespace() || c.is_control()) {
        table.wrong("id", "must be one short word without white space or slash, for example \"sun-strict\"");
    }
    Some(id.to_owned())
}

fn strings(table: &Table<'_>, field: &str) -> Option<Vec<String>> {
    table.list(field, |value| string(value).map(str::to_owned))
}

/// Where an instruction is from.
fn sources(table: &Table<'_>) -> Vec<String> {
    let sources = strings(table, "source").unwrap_or_default();
    for source in &sources {
        if !check::SOURCES.contains(&source.as_str()) {
            table.wrong("source", format!("{source:?} is none of {}", check::SOURCES.join(", ")));
        }
    }
    sources
}

fn day_of(table: Table<'_>, default: Option<&Protocol>) -> Option<Day> {
    let or = |field: &str, read: Option<NaiveTime>, from: fn(&Day) -> NaiveTime| {
        // A time that is there and wrong has its own fault.
        read.or_else(|| default.map(|default| from(&default.day)).filter(|_| !table.has(field)))
    };
    let morning = table.need("morning", or("morning", table.time("morning"), |day| day.morning));
    let evening = table.need("evening", or("evening", table.time("evening"), |day| day.evening));
    let quiet = table.pair("quiet", time).map(|(start, end)| Quiet { start, end });
    let quiet = quiet.or_else(|| default.map(|default| default.day.quiet).filter(|_| !table.has("quiet")));
    let quiet = table.need("quiet", quiet);
    table.finish();
    Some(Day { morning: morning?, evening: evening?, quiet: quiet? })
}

fn sessions_of(table: Table<'_>, default: Option<&Protocol>) -> Option<Sessions> {
    let known = default.map(|default| &default.sessions);
    let _source = sources(&table);
    let usual = table.pair("usual", count).or(known.map(|known| known.usual));
    let usual = table.need("usual", usual);
    let number = table.whole("default").or(known.map(|known| known.default));
    let number = table.need("default", number);
    let most = table.whole("most").or_else(|| {
        let at_least = known?.most.max(number?).max(usual?.1);
        Some(at_least)
    });
    let most = table.need("most", most);
    let interval = table.need("interval", table.pair("interval", step).or(known.map(|known| known.interval)));
    check::interval(&table, interval);
    let maintenance = table.table("maintenance").and_then(|table| {
        let _source = sources(&table);
        let per_year = table.need("per_year", table.pair("per_year", count));
        let interval = table.need("interval", table.pair("interval", step));
        check::interval(&table, interval);
        table.finish();
        Some(Maintenance { per_year: per_year?, interval: interval? })
    });
    let (mut usual, mut number, most) = (usual?, number?, most?);
    // What the file leaves open gives way to what it says.
    if !table.has("usual") {
        usual = (usual.0.min(most), usual.1.min(most));
    }
    if !table.has("default") {
        number = number.min(most);
    }
    if usual.0 == 0 || usual.0 > usual.1 || usual.1 > most || number == 0 || number > most || most > 100 {
        table.wrong("most", "usual, default and most must be numbers of sessions from 1, none above most");
    }
    table.finish();
    Some(Sessions { usual, default: number, most, interval: interval?, maintenance })
}

fn levels(top: &Table<'_>) -> BTreeMap<String, Level> {
    let Some(levels) = top.table("level") else { return BTreeMap::new() };
    levels
        .fields()
        .filter_map(|id| {
            let table = levels.table(id)?;
            let title = table.need("title", table.text("title"));
            let action = table.need("action", table.text("action"));
            table.finish();
            Some((id.to_owned(), Level { title: title?, action: action? }))
        })
        .collect()
}

fn symptom(table: &Table<'_>) -> Option<Symptom> {
    let pair = |value: &'_ toml::de::DeValue<'_>| {
        let numbers: Vec<f64> = value
            .as_array()
            .map(|items| items.iter().filter_map(|item| number(item.get_ref())).collect())
            .unwrap_or_default();
        match *numbers {
            [hours, edge] if hours >= 0.0 && (0.0..=10.0).contains(&edge) => Ok((hours, edge)),
            _ => Err("each point is [hours since the treatment, 0 to 10]".to_owned()),
        }
    };
    let typical = table.list("typical", pair).unwrap_or_default();
    if typical.windows(2).any(|two| two[0].0 >= two[1].0) {
        table.wrong("typical", "the hours must rise from point to point");
    }
    Some(Symptom {
        source: sources(table),
        usual_end: table.step("usual_end"),
        typical,
        question: table.need("question", table.text("question"))?,
        id: id_of(table)?,
    })
}

fn instruction(table: &Table<'_>) -> Option<Instruction> {
    let id = id_of(table);
    let kind = table.need("kind", table.word("kind", &Kind::ALL));
    let weights = [("rule", Weight::Rule), ("advice", Weight::Advice)];
    let weight = table.need("weight", table.word("weight", &weights));
    let anchors = [("procedure", Anchor::Procedure), ("next_session", Anchor::NextSession)];
    let anchor = table.word("anchor", &anchors).unwrap_or(Anchor::Procedure);
    let from = table.need("from", table.step("from"));
    let until = table.need("until", table.step("until"));
    let conditions = [
        ("antibiotic_prescribed", Condition::AntibioticPrescribed),
        ("session_unbooked", Condition::SessionUnbooked),
    ];
    let only_if = table.word("only_if", &conditions);
    let opens = table.word("opens", &Opens::ALL);
    let remind = table.table("remind").map(remind);
    let useful_for = table.step("useful_for");
    let variants = table.table("variant").map(variants).unwrap_or_default();
    let min_spf = table.whole("min_spf");
    let source = sources(table);
    let _note = table.string("note");
    let title = table.need("title", table.text("title"));
    let short = table.text("short");
    let text = table.need("text", table.text("text"));
    let why = table.text("why");
    let release = table.text("release");
    let asks = table.lists("asks");
    Some(Instruction {
        id: id?,
        kind: kind?,
        weight: weight?,
        anchor,
        from: from?,
        until: until?,
        remind,
        useful_for,
        only_if,
        opens,
        variants,
        min_spf,
        source,
        title: title?,
        short,
        text: text?,
        why,
        release,
        asks,
    })
}

fn remind(table: Table<'_>) -> Remind {
    let mut at: Vec<NaiveTime> = table.list("at", time).unwrap_or_default();
    at.sort();
    if at.windows(2).any(|two| two[0] == two[1]) {
        table.odd("at", "a time is there twice; it rings once");
    }
    at.dedup();
    let on_days = table.list("on_days", day).map(|mut days| {
        days.sort_unstable();
        days.dedup();
        days
    });
    if on_days.is_some() && at.is_empty() {
        table.odd("on_days", "has no effect without at");
    }
    let every = table.step("every");
    let mode = table.string("while").map(str::to_owned);
    match (&every, &mode) {
        (Some(step), Some(mode)) => {
            if step.range().0 <= 0 {
                table.wrong("every", "must be longer than nothing");
            }
            if mode != outdoors::MODE {
                table.odd("while", format!("this program has no mode {mode:?}; it never rings"));
            }
        }
        (Some(_), None) => table.wrong("every", "needs while, the mode in which it repeats"),
        (None, Some(_)) => table.wrong("while", "needs every, how often it repeats"),
        (None, None) => {}
    }
    let read = Remind {
        at,
        on_days,
        from: table.step("from"),
        start: table.flag("start"),
        release: table.flag("release"),
        every: every.zip(mode),
    };
    table.finish();
    read
}

fn variants(table: Table<'_>) -> BTreeMap<Trait, Variant> {
    let mut out = BTreeMap::new();
    for (word, found) in Trait::ALL {
        let Some(table) = table.table(word) else { continue };
        let variant = Variant {
            from: table.step("from"),
            until: table.step("until"),
            remind_from: table.step("remind_from"),
            title: table.text("title"),
            text: table.text("text"),
            release: table.text("release"),
            off: table.flag("off"),
        };
        table.finish();
        out.insert(found, variant);
    }
    table.finish();
    out
}
