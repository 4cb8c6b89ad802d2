//! Tables as RFC 4180 has them, for spreadsheets: UTF-8 with a mark at its beginning by which they know it.

use super::{Tell, exact, wall, wall_of};
use crate::Companion;
use crate::problem::Problem;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use plan::{Answer, Plan};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// UTF-8's byte order mark. Without it some spreadsheets read another alphabet.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// What a spreadsheet may take for the beginning of a formula, the wide forms among it; and the sign that keeps it from doing so.
const BEGINS_A_FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\''];

/// A cell that no spreadsheet computes: what could begin a formula gets an apostrophe before it, and so does an apostrophe.
/// [`readable`] takes it away again.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(BEGINS_A_FORMULA) { format!("'{text}").into() } else { text.into() }
}

/// The text of a cell as it was before [`Companion::export`] made it harmless: without the apostrophe that it may begin with.
#[must_use]
pub fn readable(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// A table that is being written.
struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    fn new(head: &[&str]) -> Result<Table, Problem> {
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
        let mut table = Table { writer };
        table.row(head.iter().map(|name| (*name).to_owned()))?;
        Ok(table)
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), Problem> {
        for cell in cells {
            self.writer.write_field(harmless(&cell).as_bytes()).map_err(|error| wrong(&error))?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(|error| wrong(&error))
    }

    fn written(self) -> Result<Vec<u8>, Problem> {
        self.writer.into_inner().map_err(|error| wrong(&error))
    }
}

/// A table that is written to memory cannot fail; what says that it did is passed on.
fn wrong(error: &dyn std::error::Error) -> Problem {
    Problem::new("export-failed").with("file", "-").with("reason", error)
}

impl Companion {
    /// The diary: a row for each check, newest first; a column for each symptom.
    pub(super) fn diary_table(
        &self,
        now: DateTime<Utc>,
        zone: Tz,
        tell: Tell<'_>,
    ) -> Result<Vec<u8>, Problem> {
        let diary = self.diary(now, zone)?;
        let language = self.words.language();
        let signs: BTreeMap<&str, &str> =
            self.protocol.warnings.iter().map(|one| (one.id.as_str(), one.sign.get(language))).collect();
        let symptoms: Vec<&str> = diary.symptoms.iter().map(|one| one.id.as_str()).collect();
        let mut table =
            Table::new(&[&["treatment", "at", "utc", "hours"][..], &symptoms, &["signs", "note"]].concat())?;
        let all = diary.checks.len();
        for (number, check) in diary.checks.iter().enumerate() {
            tell(percent(number, all));
            let at = wall_of(&check.at, zone);
            let when = [check.procedure.clone(), at, check.at.clone(), check.hours.to_string()];
            let rated =
                symptoms.iter().map(|id| check.ratings.get(*id).map(u32::to_string).unwrap_or_default());
            let ticked: Vec<&str> =
                check.signs.iter().map(|id| signs.get(id.as_str()).copied().unwrap_or(id)).collect();
            table.row(when.into_iter().chain(rated).chain([ticked.join("; "), check.note.clone()]))?;
        }
        table.written()
    }

    /// What was reminded: a row for each occurrence that came due, oldest first.
    pub(super) fn reminder_table(
        &self,
        now: DateTime<Utc>,
        zone: Tz,
        tell: Tell<'_>,
    ) -> Result<Vec<u8>, Problem> {
        let plans = self.plans(zone)?;
        let plans: BTreeMap<&str, &Plan> = plans.iter().map(|(id, plan)| (id.as_str(), plan)).collect();
        let rows = self.ledger(now, zone)?;
        let head = [
            "treatment",
            "reminder",
            "title",
            "due",
            "due_utc",
            "shown_utc",
            "answer",
            "answered_utc",
            "missed",
        ];
        let mut table = Table::new(&head)?;
        let all = rows.len();
        for (number, (key, due, row)) in rows.into_iter().enumerate() {
            tell(percent(number, all));
            let (treatment, reminder) = key.split_once('/').unwrap_or((&key, ""));
            let known = plans.get(treatment).and_then(|plan| Some((*plan, plan.occurrence(&key)?)));
            let shown: Vec<String> = row.shown.iter().copied().map(exact).collect();
            // What was shown after all was not missed.
            let missed = row.missed.filter(|_| row.shown.is_empty()).map(|(cause, _)| cause.word());
            table.row([
                treatment.to_owned(),
                reminder.to_owned(),
                known.map(|(plan, one)| self.title_of(plan, one)).unwrap_or_default(),
                wall(due, zone),
                exact(due),
                shown.join(" "),
                row.answer.map(|(answer, _)| word(answer)).unwrap_or_default().to_owned(),
                row.answer.map(|(_, at)| exact(at)).unwrap_or_default(),
                missed.unwrap_or_default().to_owned(),
            ])?;
        }
        table.written()
    }
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Done => "done",
        Answer::Skipped => "skipped",
        Answer::Later => "later",
    }
}

/// So many of all, in per cent.
pub(super) fn percent(done: usize, all: usize) -> u32 {
    u32::try_from(done * 100 / all.max(1)).unwrap_or(100)
}
