//! A sunscreen by what its label says: "SPF 50", "mineral sunscreen, broad spectrum". The protocol's instruction with a least
//! factor is what is told of it; a protocol without one knows nothing of sunscreens.

use super::fold::fold;
use super::wording::{ENGLISH, unwrapped};
use super::{Match, Question, Verdict};
use crate::Plan;
use crate::local::step;

impl Question<'_> {
    /// What the plans say to a sunscreen's label; nothing where the text is none.
    pub(super) fn sunscreen(&self, asked: &str) -> Vec<Match> {
        let Some(factor) = self.label(asked) else { return Vec::new() };
        let told = self.plans.iter().enumerate();
        let told = told.filter_map(|(at, plan)| self.sunscreen_after(plan, at, factor));
        let mut out: Vec<Match> = Vec::new();
        for one in told {
            match out.iter_mut().find(|other| other.says_like(&one)) {
                Some(other) => other.also(&one),
                None => out.push(one),
            }
        }
        out.sort_by_key(Match::rank);
        out
    }

    /// The factor on the label, if that says one; `None` where it is no sunscreen's label.
    fn label(&self, asked: &str) -> Option<Option<u32>> {
        let label = &self.lists.label;
        let (mut factor, mut rest) = (None, asked.to_owned());
        if let Some(found) = label.factor.captures(asked) {
            factor = found.get(1).and_then(|number| number.as_str().parse().ok());
            let whole = found.get(0)?;
            rest = format!("{} {}", &asked[..whole.start()], &asked[whole.end()..]);
        }
        let rest = fold(&rest);
        let rest = unwrapped(&rest, &ENGLISH).pop().unwrap_or(rest);
        // Taken off word by word; the padding keeps every word whole.
        let mut rest = format!(" {rest} ");
        let mut named = factor.is_some();
        for phrase in ENGLISH.sunscreens {
            named |= rest.contains(&format!(" {phrase} "));
            rest = rest.replace(&format!(" {phrase} "), "  ");
        }
        for phrase in label.words.iter().map(|word| fold(word)) {
            rest = rest.replace(&format!(" {phrase} "), "  ");
        }
        let bare = rest.split_whitespace().all(|word| ENGLISH.beside.contains(&word));
        (named && bare).then_some(factor)
    }

    fn sunscreen_after(&self, plan: &Plan, at: usize, factor: Option<u32>) -> Option<Match> {
        let instructions = &plan.protocol().instructions;
        let place = instructions.iter().position(|one| one.min_spf.is_some())?;
        let instruction = &instructions[place];
        let mut told = self.told(instruction, at);
        let window = plan.window_at(place)?;
        told.name = window.title(self.language).to_owned();
        if window.until <= self.now {
            told.text = window.release(self.language).unwrap_or_default().to_owned();
            return Some(told);
        }
        told.text = window.text(self.language).to_owned();
        let least = instruction.min_spf.unwrap_or(self.lists.label.least);
        if factor.is_some_and(|factor| factor < least) {
            told.verdict = Verdict::Ask;
            return Some(told);
        }
        // The window is the seeds'; the first day is the clinic's own product's, so it begins where its reminders do.
        let begins = instruction.remind.as_ref().and_then(|remind| remind.from);
        let procedure = plan.procedure();
        let begins =
            begins.map_or(window.from, |from| step(procedure.ended, from, procedure.zone).max(window.from));
        if self.now < begins {
            told.verdict = Verdict::NotBefore;
            told.until = Some(begins);
        }
        Some(told)
    }
}
