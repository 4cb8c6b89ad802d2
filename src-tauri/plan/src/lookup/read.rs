//! Reads the two lists. Like a protocol's reader it stops at no fault, and each names line and field.

use super::fold::fold;
use super::index::Index;
use super::lists::{Entry, Label, List, Lists, Name, Rule, Says};
use crate::protocol::table::{Faults, Item, Table, step, string};
use crate::protocol::{Fault, Text};
use regex_lite::Regex;
use std::collections::BTreeMap;
use toml::de::DeTable;

pub(super) fn read(medicines: &str, ingredients: &str) -> Result<Lists, Vec<Fault>> {
    let mut wrong = Vec::new();
    let (mut rules, mut entries, mut unknown) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut label = None;
    for (list, text) in [(List::Medicines, medicines), (List::Ingredients, ingredients)] {
        let faults = Faults::of(text);
        let (root, broken) = DeTable::parse_recoverable(text);
        for error in &broken {
            faults.wrong(error.span().map_or(0, |span| span.start), "", error.message());
        }
        if broken.is_empty() {
            let top = Table::new("", 0, root.get_ref(), &faults);
            if let Some(schema) = top.need("schema", top.whole("schema"))
                && schema != 1
            {
                top.wrong("schema", format!("this program reads schema 1, not {schema}"));
            }
            let first = rules.len();
            if let Some(text) = rules_of(&top, &mut rules) {
                unknown.insert(list, text);
            }
            let known = Known { list, rules: &rules, first };
            let field = if list == List::Medicines { "medicine" } else { "group" };
            for table in top.tables(field) {
                entries.extend(match list {
                    List::Medicines => medicine(&table, &known),
                    List::Ingredients => group(&table, &known),
                });
                table.finish();
            }
            if list == List::Ingredients {
                label = top.need("sunscreen_label", top.table("sunscreen_label")).and_then(label_of);
            }
            top.finish();
        }
        wrong.extend(faults.done().0);
    }
    match label {
        Some(label) if wrong.is_empty() => {
            let index = Index::of(&entries);
            Ok(Lists { rules, entries, unknown, label, index })
        }
        _ => Err(wrong),
    }
}

/// The rules that an entry of this list may go by.
struct Known<'r> {
    list: List,
    rules: &'r [Rule],
    first: usize,
}

/// Reads the rules; returns what is said where nothing is known.
fn rules_of(top: &Table<'_>, rules: &mut Vec<Rule>) -> Option<Text> {
    let tables = top.need("rules", top.table("rules"))?;
    let mut unknown = None;
    for id in tables.fields() {
        let Some(table) = tables.table(id) else { continue };
        let says = table.need("verdict", table.word("verdict", &Says::WORDS));
        let window = table.pair("window", step);
        if let Some((from, until)) = window
            && until.range().1 <= from.range().0
        {
            table.wrong("window", format!("is empty: from {from} until {until}"));
        }
        let text = table.need("text", table.text("text"));
        table.finish();
        let (Some(says), Some(text)) = (says, text) else { continue };
        if says == Says::Unknown {
            unknown = Some(text);
        } else {
            rules.push(Rule { id: id.to_owned(), says, window, text });
        }
    }
    if unknown.is_none() {
        top.wrong("rules", "none has the verdict unknown: that is what is said of everything else");
    }
    unknown
}

fn medicine(table: &Table<'_>, known: &Known<'_>) -> Option<Entry> {
    let id = table.need("name", table.string("name"));
    let _class = table.need("class", table.string("class"));
    let rule = rule_of(table, known);
    let _notes = (table.string("status"), table.string("note"), strings(table, "atc"));
    let mut names = Names { table, out: Vec::new() };
    let members = table.tables("members");
    let heading = !members.is_empty();
    for member in members {
        if let Some(name) = member.need("name", member.string("name")) {
            names.add("members", name, name, None);
            for alias in strings(&member, "aliases") {
                names.add("members", alias, name, None);
            }
        }
        let _codes = strings(&member, "atc");
        member.finish();
    }
    let id = id?;
    names.add("name", id, id, None);
    for one in names.out.iter_mut().filter(|one| one.written == id) {
        one.heading = heading;
    }
    for field in ["aliases", "brands"] {
        for name in strings(table, field) {
            names.add(field, name, id, None);
        }
    }
    let names = names.out;
    Some(Entry { list: known.list, id: id.to_owned(), rule: rule?, names, except: Vec::new() })
}

fn group(table: &Table<'_>, known: &Known<'_>) -> Option<Entry> {
    let id = table.need("id", table.string("id"));
    let rule = rule_of(table, known);
    let _note = table.string("note");
    let mut names = Names { table, out: Vec::new() };
    for item in table.items("names") {
        match item {
            Item::Text(name) => names.add("names", name, name, None),
            Item::Table(one) => {
                let first = one.whole("first").map(|first| first as usize);
                if let Some(name) = one.need("name", one.string("name")) {
                    names.add("names", name, name, first);
                    for alias in strings(&one, "aliases") {
                        names.add("names", alias, name, first);
                    }
                }
                one.finish();
            }
        }
    }
    for word in strings(table, "label_words") {
        names.add("label_words", word, word, None);
    }
    let names = names.out;
    let except: Vec<String> = strings(table, "except").into_iter().map(str::to_owned).collect();
    for one in &except {
        if names.iter().any(|name| fold(&name.written) == fold(one)) {
            table.wrong("except", format!("{one:?} is a name of the same group"));
        }
    }
    Some(Entry { list: known.list, id: id?.to_owned(), rule: rule?, names, except })
}

/// The names of an entry, as they are read.
struct Names<'t, 'd> {
    table: &'t Table<'d>,
    out: Vec<Name>,
}

impl Names<'_, '_> {
    fn add(&mut self, field: &str, written: &str, of: &str, first: Option<usize>) {
        if fold(written).is_empty() {
            self.table.wrong(field, format!("{written:?} has neither letters nor numbers"));
        }
        let (written, of) = (written.to_owned(), of.to_owned());
        self.out.push(Name { written, of, first, heading: false });
    }
}

fn rule_of(table: &Table<'_>, known: &Known<'_>) -> Option<usize> {
    let id = table.need("rule", table.string("rule"))?;
    let found = known.rules[known.first..].iter().position(|rule| rule.id == id);
    if found.is_none() {
        table.wrong("rule", format!("there is no [rules.{id}] that says something of what is known"));
    }
    found.map(|place| known.first + place)
}

fn label_of(table: Table<'_>) -> Option<Label> {
    let factor = table.need("spf_regex", table.string("spf_regex")).and_then(|text| match Regex::new(text) {
        Ok(regex) if regex.captures_len() == 2 => Some(regex),
        Ok(_) => {
            table.wrong("spf_regex", "must have one group, the factor");
            None
        }
        Err(error) => {
            table.wrong("spf_regex", format!("is not a regular expression: {error}"));
            None
        }
    });
    let least = table.need("min_spf", table.whole("min_spf"));
    let words = strings(&table, "want_words").into_iter().map(str::to_owned).collect();
    table.finish();
    Some(Label { factor: factor?, least: least?, words })
}

fn strings<'d>(table: &Table<'d>, field: &str) -> Vec<&'d str> {
    if table.has(field) { table.list(field, string).unwrap_or_default() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::lists::{INGREDIENTS, MEDICINES};

    fn faults(medicines: &str, ingredients: &str) -> Vec<String> {
        match read(medicines, ingredients) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn the_lists_that_are_brought_along_are_whole() {
        assert_eq!(faults(MEDICINES, INGREDIENTS), [""; 0]);
        let lists = Lists::built_in();
        let of = |list| lists.entries.iter().filter(|entry| entry.list == list).count();
        assert_eq!((of(List::Medicines), of(List::Ingredients)), (68, 17));
        // UNKNOWN of each list is no rule of an entry.
        assert_eq!(lists.rules.len() + lists.unknown.len(), 17 + 14);
        assert_eq!(lists.label.least, 30);
    }

    #[test]
    fn every_fault_names_its_line_and_its_field() {
        let medicines = r#"schema = 1
[rules.A]
verdict = "avoid"
window = ["P2D", "P1D"]
text.en = "Text"
[rules.B]
verdict = "perhaps"
text.de = "Text"
[[medicine]]
name = "one"
class = "c"
rule = "Z"
dose = "400 mg"
brands = ["®", 3]
[[medicine]]
rule = "A"
members = [{ names = "x" }]
"#;
        let ingredients = r#"schema = 2
[rules.UNKNOWN]
verdict = "unknown"
text.en = "Text"
[[group]]
id = "g"
rule = "UNKNOWN"
names = ["cetyl alcohol", { name = "x", first = "10" }]
except = ["Cetyl-Alcohol"]
[sunscreen_label]
spf_regex = "("
min_spf = 30
"#;
        assert_eq!(
            faults(medicines, ingredients),
            [
                "line 2: rules: none has the verdict unknown: that is what is said of everything else",
                "line 4: rules A window: is empty: from P2D until P1D",
                "line 7: rules B verdict: must be one of avoid, avoid_on_area, ask, never_stop, unknown, \
                 take_care, ok_if_calm, usually_fine, good_sunscreen, ok_label, continue",
                "line 8: rules B text: lacks English: write text.en = …",
                "line 12: medicine \"one\" rule: there is no [rules.Z] that says something of what is known",
                "line 13: medicine \"one\" dose: is not a field of schema 1",
                "line 14: medicine \"one\" brands: \"®\" has neither letters nor numbers",
                "line 14: medicine \"one\" brands: must be a text in quotes",
                "line 15: medicine class: is missing",
                "line 15: medicine name: is missing",
                "line 17: members name: is missing",
                "line 17: members names: is not a field of schema 1",
                "line 1: schema: this program reads schema 1, not 2",
                "line 7: group \"g\" rule: there is no [rules.UNKNOWN] that says something of what is known",
                "line 8: group \"g\" names first: must be a whole number from 0",
                "line 9: group \"g\" except: \"Cetyl-Alcohol\" is a name of the same group",
                "line 11: sunscreen_label spf_regex: is not a regular expression: found open group without closing ')'",
            ]
        );
        assert_eq!(faults("name = ", "").len(), 4, "{:?}", faults("name = ", ""));
    }
}
