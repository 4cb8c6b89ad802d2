//! The two lists as they were read: what is said of a medicine and of a label's ingredient, and by which names it goes.

use super::index::Index;
use super::read;
use crate::Step;
use crate::protocol::{Fault, Text};
use regex_lite::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a rule of a list says. How each is told stands in the table at the head of `judge.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Not inside its window; `avoid_on_area` is the same, its text speaks of the area.
    Avoid,
    /// The clinic is to be asked, inside the window and outside.
    Ask,
    /// Never to be stopped because of this app.
    NeverStop,
    /// May be used; inside the window something is to be said about it, and before it, it has to wait.
    Fine,
    /// What is said of everything that is in no list.
    Unknown,
}

impl Says {
    /// Every word that a list may use.
    pub(super) const WORDS: [(&'static str, Says); 11] = [
        ("avoid", Says::Avoid),
        ("avoid_on_area", Says::Avoid),
        ("ask", Says::Ask),
        ("never_stop", Says::NeverStop),
        ("unknown", Says::Unknown),
        ("take_care", Says::Fine),
        ("ok_if_calm", Says::Fine),
        ("usually_fine", Says::Fine),
        ("good_sunscreen", Says::Fine),
        ("ok_label", Says::Fine),
        ("continue", Says::Fine),
    ];
}

/// What is said of every entry that goes by it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name in the list, for example `NSAID`.
    pub id: String,
    /// What it says.
    pub says: Says,
    /// Its negative part is counted from the next session, its positive part from the treatment; without one it always holds.
    pub window: Option<(Step, Step)>,
    /// The words.
    pub text: Text,
}

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What is taken.
    Medicines,
    /// What stands on the label of what is put on the skin.
    Ingredients,
}

/// A name as it is written, and what it is a name of.
#[derive(Clone, Debug)]
pub struct Name {
    /// As it is written on packs and labels.
    pub written: String,
    /// The substance's own name: of a brand, of an alias.
    pub of: String,
    /// Counts only among so many of a pasted list.
    pub first: Option<usize>,
    /// It is the heading of several, and on no pack.
    pub heading: bool,
}

/// A medicine, or a group of them or of ingredients: everything that goes by the same rule and is told as one thing.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The list it stands in.
    pub list: List,
    /// The medicine's name or the group's id.
    pub id: String,
    /// The place of its rule.
    pub rule: usize,
    /// What it goes by, the most telling first.
    pub names: Vec<Name>,
    /// Names that look like its own and are not.
    pub except: Vec<String>,
}

/// What the label of a sunscreen looks like.
#[derive(Clone, Debug)]
pub struct Label {
    /// Finds the factor.
    pub factor: Regex,
    /// Less is too little, where the protocol says nothing else.
    pub least: u32,
    /// Words that such a label likes to say.
    pub words: Vec<String>,
}

/// Both lists, and the way from a name to its entries.
#[derive(Debug)]
pub struct Lists {
    /// Of both lists.
    pub rules: Vec<Rule>,
    /// Of both lists, in their order.
    pub entries: Vec<Entry>,
    /// What is said where nothing is known.
    pub unknown: BTreeMap<List, Text>,
    /// How a sunscreen is known by its label.
    pub label: Label,
    pub(super) index: Index,
}

/// The list of medicines, as it stands.
pub const MEDICINES: &str = include_str!("../../protocols/medicines.toml");

/// The list of label ingredients, as it stands.
pub const INGREDIENTS: &str = include_str!("../../protocols/ingredients.toml");

#[allow(clippy::panic, reason = "the lists are compiled in, and a test reads them")]
static LISTS: LazyLock<Lists> = LazyLock::new(|| match Lists::parse(MEDICINES, INGREDIENTS) {
    Ok(lists) => lists,
    Err(faults) => panic!("the built-in lists are wrong: {faults:?}"),
});

impl Lists {
    /// The lists that Aftercare brings along, read at the first use.
    #[must_use]
    pub fn built_in() -> &'static Lists {
        &LISTS
    }

    /// Reads both lists.
    ///
    /// # Errors
    /// Every fault of either file, by line; the medicines' first.
    pub fn parse(medicines: &str, ingredients: &str) -> Result<Lists, Vec<Fault>> {
        read::read(medicines, ingredients)
    }

    /// What is said where nothing is known.
    pub(super) fn unknown(&self, list: List, language: &str) -> &str {
        self.unknown.get(&list).map_or("", |text| text.get(language))
    }
}
