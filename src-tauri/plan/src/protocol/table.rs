//! A TOML table that knows where each of its values stands, and collects what is wrong instead of stopping at it.

use super::{Fault, Lists, Text};
use crate::Step;
use chrono::NaiveTime;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What was found so far.
pub(crate) struct Faults {
    /// The offset at which each line starts.
    lines: Vec<usize>,
    wrong: RefCell<Vec<Fault>>,
    odd: RefCell<Vec<Fault>>,
}

impl Faults {
    pub(crate) fn of(text: &str) -> Faults {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Faults { lines, wrong: RefCell::default(), odd: RefCell::default() }
    }

    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// Notes an error.
    pub(crate) fn wrong(&self, offset: usize, field: &str, what: impl Into<String>) {
        let fault = Fault { line: self.line(offset), field: field.into(), what: what.into() };
        self.wrong.borrow_mut().push(fault);
    }

    /// Notes something legal but odd.
    pub(crate) fn odd(&self, offset: usize, field: &str, what: impl Into<String>) {
        let fault = Fault { line: self.line(offset), field: field.into(), what: what.into() };
        self.odd.borrow_mut().push(fault);
    }

    /// Errors and oddities, by line.
    pub(crate) fn done(self) -> (Vec<Fault>, Vec<Fault>) {
        let sorted = |cell: RefCell<Vec<Fault>>| {
            let mut faults = cell.into_inner();
            faults.sort();
            // A field that two checks read has its fault once.
            faults.dedup();
            faults
        };
        (sorted(self.wrong), sorted(self.odd))
    }
}

/// One table. Every field that is looked at is remembered; [`Table::finish`] calls the others unknown.
pub(crate) struct Table<'d> {
    /// How a fault names it, for example `instruction "sun-strict"`; empty at the top.
    name: String,
    /// Where it begins.
    pub(crate) at: usize,
    map: &'d DeTable<'d>,
    known: RefCell<BTreeSet<String>>,
    faults: &'d Faults,
}

/// One item of a list that holds texts and tables.
pub(crate) enum Item<'d> {
    Text(&'d str),
    Table(Table<'d>),
}

type Value<'d> = Spanned<DeValue<'d>>;

impl<'d> Table<'d> {
    pub(crate) fn new(name: &str, at: usize, map: &'d DeTable<'d>, faults: &'d Faults) -> Table<'d> {
        Table { name: name.into(), at, map, known: RefCell::default(), faults }
    }

    /// How a fault names one of its fields.
    pub(crate) fn path(&self, field: &str) -> String {
        if self.name.is_empty() { field.into() } else { format!("{} {field}", self.name) }
    }

    /// Notes an error of one field, at its place or the table's.
    pub(crate) fn wrong(&self, field: &str, what: impl Into<String>) {
        self.faults.wrong(self.place(field), &self.path(field), what);
    }

    /// Notes an oddity of one field.
    pub(crate) fn odd(&self, field: &str, what: impl Into<String>) {
        self.faults.odd(self.place(field), &self.path(field), what);
    }

    fn place(&self, field: &str) -> usize {
        self.map.get(field).map_or(self.at, |value| value.span().start)
    }

    fn get(&self, field: &str) -> Option<&'d Value<'d>> {
        self.known.borrow_mut().insert(field.into());
        self.map.get(field)
    }

    /// The names of all its fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'d str> {
        self.map.keys().map(|key| &**key.get_ref())
    }

    /// The field is there, right or wrong.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.map.contains_key(field)
    }

    /// The value, or a fault that the field is missing.
    pub(crate) fn need<T>(&self, field: &str, value: Option<T>) -> Option<T> {
        // A field of the wrong type has its own fault already.
        if value.is_none() && !self.has(field) {
            self.faults.wrong(self.at, &self.path(field), "is missing");
        }
        value
    }

    /// Reads one field by `read`, which says in words what it wanted.
    fn read<T>(&self, field: &str, read: impl FnOnce(&'d DeValue<'d>) -> Result<T, String>) -> Option<T> {
        let value = self.get(field)?;
        match read(value.get_ref()) {
            Ok(value) => Some(value),
            Err(what) => {
                self.faults.wrong(value.span().start, &self.path(field), what);
                None
            }
        }
    }

    pub(crate) fn string(&self, field: &str) -> Option<&'d str> {
        self.read(field, |value| filled(value.as_str().ok_or("must be a text in quotes")?))
    }

    pub(crate) fn flag(&self, field: &str) -> bool {
        self.read(field, |value| value.as_bool().ok_or("must be true or false".into())).unwrap_or(false)
    }

    pub(crate) fn whole(&self, field: &str) -> Option<u32> {
        self.read(field, |value| {
            integer(value).and_then(|n| u32::try_from(n).ok()).ok_or("must be a whole number from 0".into())
        })
    }

    pub(crate) fn number(&self, field: &str) -> Option<f64> {
        self.read(field, |value| number(value).ok_or("must be a number".into()))
    }

    pub(crate) fn step(&self, field: &str) -> Option<Step> {
        self.read(field, step)
    }

    pub(crate) fn time(&self, field: &str) -> Option<NaiveTime> {
        self.read(field, time)
    }

    /// One of a set of words.
    pub(crate) fn word<T: Copy>(&self, field: &str, words: &[(&str, T)]) -> Option<T> {
        self.read(field, |value| {
            let known = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            let word = value.as_str().unwrap_or_default();
            let found = words.iter().find(|(known, _)| *known == word).map(|(_, found)| *found);
            found.ok_or_else(|| format!("must be one of {}", known()))
        })
    }

    /// A list, each of its items read by `read`.
    pub(crate) fn list<T>(
        &self,
        field: &str,
        read: impl Fn(&'d DeValue<'d>) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let value = self.get(field)?;
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(field, "must be a list in square brackets");
            return None;
        };
        let mut out = Vec::with_capacity(items.len());
        for item in items.iter() {
            match read(item.get_ref()) {
                Ok(one) => out.push(one),
                Err(what) => self.faults.wrong(item.span().start, &self.path(field), what),
            }
        }
        // A list with a wrong item counts as read: its fault is noted, and the file is refused as a whole.
        Some(out)
    }

    /// A list of exactly two.
    pub(crate) fn pair<T: Copy>(
        &self,
        field: &str,
        read: impl Fn(&'d DeValue<'d>) -> Result<T, String>,
    ) -> Option<(T, T)> {
        match *self.list(field, read)? {
            [first, second] => Some((first, second)),
            _ => {
                self.wrong(field, "must be a list of two");
                None
            }
        }
    }

    /// A text in languages: `title.en = "…"`. English must be there.
    pub(crate) fn text(&self, field: &str) -> Option<Text> {
        let table = self.languages(field)?;
        let texts: BTreeMap<String, String> =
            table.fields().filter_map(|tag| Some((tag.to_owned(), table.string(tag)?.to_owned()))).collect();
        Some(Text(texts))
    }

    /// Lists in languages: `asks.en = ["…"]`.
    pub(crate) fn lists(&self, field: &str) -> Lists {
        let Some(table) = self.languages(field) else { return Lists::new() };
        table
            .fields()
            .filter_map(|tag| {
                Some((tag.to_owned(), table.list(tag, |value| string(value).map(str::to_owned))?))
            })
            .collect()
    }

    fn languages(&self, field: &str) -> Option<Table<'d>> {
        let value = self.get(field)?;
        let Some(map) = value.get_ref().as_table() else {
            self.wrong(field, format!("is given by language: write {field}.en = …"));
            return None;
        };
        let table = Table::new(&self.path(field), value.span().start, map, self.faults);
        for tag in table.fields() {
            let plain = tag.len() <= 12 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !plain || !tag.starts_with(|c: char| c.is_ascii_lowercase()) {
                table.wrong(tag, "is not a language, for example \"en\" or \"pt-BR\"");
            }
        }
        if !map.contains_key("en") {
            self.wrong(field, format!("lacks English: write {field}.en = …"));
        }
        Some(table)
    }

    /// A table inside this one.
    pub(crate) fn table(&self, field: &str) -> Option<Table<'d>> {
        let value = self.get(field)?;
        match value.get_ref().as_table() {
            Some(map) => Some(Table::new(&self.path(field), value.span().start, map, self.faults)),
            None => {
                self.wrong(field, "must be a table");
                None
            }
        }
    }

    /// The tables of `[[field]]`, each named by its id or name.
    pub(crate) fn tables(&self, field: &str) -> Vec<Table<'d>> {
        let Some(value) = self.get(field) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(field, format!("must be written as [[{field}]]"));
            return Vec::new();
        };
        let mut out = Vec::with_capacity(items.len());
        for item in items.iter() {
            let at = item.span().start;
            match item.get_ref().as_table() {
                Some(map) => {
                    let id = map.get("id").or_else(|| map.get("name")).and_then(|id| id.get_ref().as_str());
                    let name = id.map_or_else(|| field.to_owned(), |id| format!("{field} {id:?}"));
                    out.push(Table::new(&name, at, map, self.faults));
                }
                None => self.faults.wrong(at, field, format!("must be written as [[{field}]]")),
            }
        }
        out
    }

    /// The texts and tables of a list that may hold both.
    pub(crate) fn items(&self, field: &str) -> Vec<Item<'d>> {
        let Some(value) = self.get(field) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(field, "must be a list in square brackets");
            return Vec::new();
        };
        let mut out = Vec::with_capacity(items.len());
        for item in items.iter() {
            let at = item.span().start;
            match (item.get_ref().as_table(), string(item.get_ref())) {
                (Some(map), _) => out.push(Item::Table(Table::new(&self.path(field), at, map, self.faults))),
                (None, Ok(text)) => out.push(Item::Text(text)),
                (None, Err(what)) => self.faults.wrong(at, &self.path(field), what),
            }
        }
        out
    }

    /// Calls every field unknown that nobody looked at.
    pub(crate) fn finish(self) {
        let known = self.known.borrow();
        for (key, _) in self.map.iter() {
            if !known.contains(&**key.get_ref()) {
                self.faults.wrong(key.span().start, &self.path(key.get_ref()), "is not a field of schema 1");
            }
        }
    }
}

fn filled(text: &str) -> Result<&str, String> {
    if text.trim().is_empty() { Err("must not be empty".into()) } else { Ok(text) }
}

/// Any text that is not empty.
pub(crate) fn string<'d>(value: &'d DeValue<'d>) -> Result<&'d str, String> {
    filled(value.as_str().ok_or("must be a text in quotes")?)
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A whole number of days, possibly before the anchor.
pub(crate) fn day(value: &DeValue<'_>) -> Result<i32, String> {
    let day = integer(value).and_then(|n| i32::try_from(n).ok()).filter(|n| n.abs() <= 3653);
    day.ok_or("must be whole days counted from the anchor, for example 0 or -2".into())
}

/// A whole number from 0.
pub(crate) fn count(value: &DeValue<'_>) -> Result<u32, String> {
    integer(value).and_then(|n| u32::try_from(n).ok()).ok_or("must be a whole number from 0".into())
}

/// Any finite number.
pub(crate) fn number(value: &DeValue<'_>) -> Option<f64> {
    let float = value.as_float().and_then(|float| float.as_str().parse::<f64>().ok());
    float.or_else(|| integer(value).map(|n| n as f64)).filter(|n| n.is_finite())
}

/// A duration.
pub(crate) fn step(value: &DeValue<'_>) -> Result<Step, String> {
    Step::parse(value.as_str().ok_or("must be a duration in quotes, for example \"PT48H\"")?)
}

/// A wall time.
pub(crate) fn time(value: &DeValue<'_>) -> Result<NaiveTime, String> {
    let text = value.as_str().unwrap_or_default();
    let time = crate::local::typed_time(text);
    time.ok_or_else(|| format!("{text:?} is not a time of day; write it as \"08:00\""))
}
