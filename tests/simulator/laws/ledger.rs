//! What the ledger may say of what was missed, and that it says all there was.

use super::{Instant, Law, Laws, Moment, Row, row_name};
use std::collections::HashMap;

impl Laws {
    /// A look noted that an occurrence was missed.
    pub fn misses(&self, key: &str, due: Instant, cause: &str, at: Instant) -> Law {
        let line = self.lines.iter().find_map(|line| {
            let place = line.moments.iter().position(|one| one.key == key && one.due == due)?;
            Some((line, place))
        });
        let Some((line, place)) = line else { return Err(format!("{key} was missed, and no plan has it")) };
        let one = &line.moments[place];
        let row = self.row(one);
        if self.quiet(at) || one.due > at || !one.told {
            return Err(format!("{key} was missed ({cause}) when nothing was to be decided about it"));
        }
        if row.is_some_and(|row| row.standing().is_some() || row.recorded().next().is_some()) {
            return Err(format!("{key} was missed ({cause}) although it was shown or answered"));
        }
        let attention = |newer: &Moment| {
            newer.due <= at
                && (self
                    .row(newer)
                    .is_some_and(|row| row.standing().is_some() || row.recorded().next().is_some())
                    || self.owing(at).iter().any(|(owed, _)| owed.key == newer.key))
        };
        let meant = if one.useful_until <= at {
            "off"
        } else if one.closes.is_some_and(|closes| closes <= at) {
            "window closed"
        } else if line.moments[place + 1..].iter().any(attention) {
            "superseded"
        } else {
            "not at all"
        };
        if meant == cause { Ok(()) } else { Err(format!("{key} was missed: {cause}, and it was {meant}")) }
    }

    /// The ledger accounts for everything that came due and was to be told: seen when it was seen, answered as it was answered,
    /// or missed.
    pub fn accounts(&self, ledger: &[(String, Instant, plan::Row)], at: Instant) -> Law<usize> {
        let mut rows: HashMap<String, (Vec<Instant>, bool, Option<Instant>)> = HashMap::new();
        for (key, due, row) in ledger {
            let (shown, missed, answered) = rows.entry(row_name(key, *due)).or_default();
            shown.extend(&row.shown);
            *missed |= row.missed.is_some();
            *answered = answered.or(row.answer.map(|(_, said)| said));
        }
        let mut accounted = 0;
        for one in self.lines.iter().flat_map(|line| &line.moments).filter(|one| one.due <= at && one.told) {
            let (mut shown, missed, answered) = rows.get(&one.row).cloned().unwrap_or_default();
            shown.sort();
            let row = self.row(one);
            let mut seen: Vec<Instant> = row.iter().flat_map(|row| row.recorded()).collect();
            seen.sort();
            if shown != seen {
                return Err(format!("{} was seen at {seen:?}; the ledger says {shown:?}", one.key));
            }
            let said = row.and_then(Row::standing).map(|(_, said)| said);
            if answered != said {
                return Err(format!("{} was answered at {said:?}; the ledger says {answered:?}", one.key));
            }
            if said.is_none() && seen.is_empty() && !missed {
                return Err(format!(
                    "{}, due {}, is neither shown nor answered nor missed",
                    one.key, one.due
                ));
            }
            accounted += 1;
        }
        Ok(accounted)
    }
}
