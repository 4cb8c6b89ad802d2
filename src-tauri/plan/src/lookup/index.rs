//! From a folded name to the entries that go by it.

use super::fold::{fold, keys};
use super::lists::Entry;
use std::collections::{HashMap, HashSet};

/// One entry, found by one of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) entry: usize,
    pub(super) name: usize,
}

/// A name that can be offered.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) folded: String,
    pub(super) written: String,
}

#[derive(Debug)]
pub(super) struct Index {
    hits: HashMap<String, Vec<Hit>>,
    /// What looks like a name and is none.
    excepts: HashSet<String>,
    /// By folded name, each once; headings are left out.
    pub(super) spellings: Vec<Spelling>,
}

impl Index {
    pub(super) fn of(entries: &[Entry]) -> Index {
        let mut hits: HashMap<String, Vec<Hit>> = HashMap::new();
        let mut excepts = HashSet::new();
        let mut spellings = Vec::new();
        for (entry, one) in entries.iter().enumerate() {
            for (name, written) in one.names.iter().enumerate() {
                for key in keys(&written.written) {
                    let known = hits.entry(key).or_default();
                    // The first of its names is the most telling: a member's own before its group's.
                    if !known.iter().any(|hit| hit.entry == entry) {
                        known.push(Hit { entry, name });
                    }
                }
                if !written.heading {
                    let (folded, written) = (fold(&written.written), written.written.clone());
                    spellings.push(Spelling { folded, written });
                }
            }
            excepts.extend(one.except.iter().flat_map(|except| keys(except)));
        }
        spellings.sort_by(|a, b| a.folded.cmp(&b.folded));
        spellings.dedup_by(|a, b| a.folded == b.folded);
        Index { hits, excepts, spellings }
    }

    pub(super) fn hits(&self, key: &str) -> &[Hit] {
        self.hits.get(key).map_or(&[], Vec::as_slice)
    }

    /// It looks like a name and is none.
    pub(super) fn excepts(&self, key: &str) -> bool {
        self.excepts.contains(key)
    }
}
