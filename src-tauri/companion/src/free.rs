//! The days that the patient wants to keep free, and what stands against them.

use crate::board::as_line;
use crate::call::is_hidden;
use crate::contract::{Against, Clash, Free, FreeForm};
use crate::problem::Problem;
use crate::store::KeptFree;
use crate::{Companion, Signal};
use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::course::{self, Occasion};
use plan::{Plan, Window, local};

/// The most characters of a name: it stands on one line.
const MOST_OF_NAME: usize = 80;

/// The most days on end: a journey, and not a life.
const MOST_DAYS: i64 = 92;

/// How far ahead days can be kept free, in years: further is a typing error.
const YEARS: u32 = 2;

/// So long deleted days can be brought back.
const UNDO: TimeDelta = TimeDelta::hours(1);

/// What a day can be kept free for, each with the message of what a patient would ask for then. What a protocol has to say to
/// that, its own names decide.
const DOINGS: [(&str, &str); 5] = [
    ("sun", "free-asks-sun"),
    ("make-up", "free-asks-make-up"),
    ("sport", "free-asks-sport"),
    ("swimming", "free-asks-swimming"),
    ("alcohol", "free-asks-alcohol"),
];

/// Days to be kept free, with the rules they have to do with.
pub(crate) struct Kept {
    id: u32,
    days: KeptFree,
    pub(crate) occasion: Occasion,
}

impl Companion {
    /// Keeps days free; returns their number.
    ///
    /// # Errors
    /// What is wrong with the form, by field: `free-not-a-day`, `free-order`, `free-in-past`, `free-too-far`, `free-too-long`,
    /// `free-name-missing`, `free-name-too-long`, `contact-hidden-signs`, or `not-found` for something to do that is not there; or
    /// where the store cannot be written.
    pub fn keep_free(&mut self, form: &FreeForm, now: DateTime<Utc>, zone: Tz) -> Result<u32, Problem> {
        let days = self.checked_free(form, now, zone)?;
        let id = self.store.keep_free(&days, now - UNDO)?;
        Signal::Changed.raise(&self.folder);
        Ok(id)
    }

    /// Puts other days in the place of some.
    ///
    /// # Errors
    /// As [`Companion::keep_free`]; `not-found` also where there are none of this number.
    pub fn correct_free(
        &mut self,
        id: u32,
        form: &FreeForm,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), Problem> {
        let days = self.checked_free(form, now, zone)?;
        let known = self.store.correct_free(id, &days)?;
        self.changed(known)
    }

    /// Deletes days. For an hour at least they can be brought back.
    ///
    /// # Errors
    /// `not-found`, or where the store cannot be written.
    pub fn delete_free(&mut self, id: u32, now: DateTime<Utc>) -> Result<(), Problem> {
        let known = self.store.delete_free(id, now, now - UNDO)?;
        self.changed(known)
    }

    /// Brings deleted days back.
    ///
    /// # Errors
    /// `not-found` where they are gone for good, or where the store cannot be written.
    pub fn restore_free(&mut self, id: u32) -> Result<(), Problem> {
        let known = self.store.restore_free(id)?;
        self.changed(known)
    }

    /// The days to be kept free that are not over where the computer is.
    pub(crate) fn kept_free(&self, now: DateTime<Utc>, zone: Tz) -> Result<Vec<Kept>, Problem> {
        let known = self.store.kept_free(local::date(now, zone))?;
        let kept = |(id, days): (u32, KeptFree)| {
            let doings = DOINGS.iter().filter(|(word, _)| days.doing.contains(*word));
            let asks: Vec<String> = doings.map(|(_, message)| self.words.say(message)).collect();
            let texts: Vec<&str> = asks.iter().map(String::as_str).chain([days.name.as_str()]).collect();
            let language = self.words.language();
            let occasion = Occasion::new(days.from, days.until, &texts, &self.protocol, language);
            Kept { id, days, occasion }
        };
        Ok(known.into_iter().map(kept).collect())
    }

    /// What a day can be kept free for, as far as the rules in use have to do with it.
    pub(crate) fn doings(&self) -> Vec<String> {
        let known = |message| {
            let asks = self.words.say(message);
            let day = NaiveDate::MIN;
            Occasion::new(day, day, &[&asks], &self.protocol, self.words.language()).is_known()
        };
        DOINGS.iter().filter(|(_, message)| known(message)).map(|(word, _)| (*word).to_owned()).collect()
    }

    /// Days to be kept free, with what stands against them: of the treatments that were, and of booked sessions, each with its
    /// course's id, the plan before it, and its moment.
    pub(crate) fn free_view(
        &self,
        kept: &Kept,
        plans: &[(String, Plan)],
        booked: &[(&str, &Plan, DateTime<Utc>)],
    ) -> Free {
        let supposed: Vec<_> = booked.iter().map(|(id, plan, next)| (*id, plan.suppose(*next))).collect();
        let of_treatments = plans.iter().flat_map(|(_, plan)| plan.clashes(&kept.occasion));
        let of_booked = supposed.iter().flat_map(|(id, supposed)| {
            supposed.clashes(&kept.occasion).into_iter().map(move |clash| (Some(*id), clash))
        });
        let mut clashes: Vec<Clash> = Vec::new();
        for (course, clash) in of_treatments.map(|clash| (None, clash)).chain(of_booked) {
            let fresh = self.clash(course, clash);
            // Two areas with the same rule: it holds until the later end.
            let same = clashes.iter_mut().find(|one| one.says_like(&fresh));
            match same {
                Some(known) if known.ends() < fresh.ends() => *known = fresh,
                Some(_) => {}
                None => clashes.push(fresh),
            }
        }
        clashes.sort_by_key(|one| match one.what {
            Against::Session => 0,
            Against::Before | Against::After => 1,
            Against::Usual => 2,
        });
        let KeptFree { from, until, name, doing } = &kept.days;
        Free {
            id: kept.id,
            from: from.to_string(),
            until: until.to_string(),
            name: name.clone(),
            doing: DOINGS
                .iter()
                .map(|(word, _)| (*word).to_owned())
                .filter(|word| doing.contains(word))
                .collect(),
            clashes,
        }
    }

    fn clash(&self, course: Option<&str>, clash: course::Clash<'_>) -> Clash {
        let line = |window: &Window<'_>| Some(as_line(window, self.words.language()));
        let (what, line) = match &clash {
            course::Clash::Session => (Against::Session, None),
            course::Clash::Before(window) => (Against::Before, line(window)),
            course::Clash::After(window) => (Against::After, line(window)),
            course::Clash::Usual(window) => (Against::Usual, line(window)),
        };
        Clash { what, course: course.map(str::to_owned), line }
    }

    /// What was filled in, if all of it can be.
    fn checked_free(&self, form: &FreeForm, now: DateTime<Utc>, zone: Tz) -> Result<KeptFree, Problem> {
        let name = form.name.trim();
        if name.is_empty() {
            return Err(Problem::new("free-name-missing").about("name"));
        }
        if name.chars().count() > MOST_OF_NAME {
            return Err(Problem::new("free-name-too-long").about("name").with("most", MOST_OF_NAME));
        }
        if name.chars().any(is_hidden) {
            return Err(Problem::new("contact-hidden-signs").about("name"));
        }
        let day = |typed: &str, field: &str| {
            local::typed_date(typed).ok_or_else(|| Problem::new("free-not-a-day").about(field))
        };
        let from = day(&form.from, "from")?;
        let until = form.until.as_deref().map_or(Ok(from), |typed| day(typed, "until"))?;
        let today = local::date(now, zone);
        if until < from {
            return Err(Problem::new("free-order").about("until"));
        }
        if until < today {
            return Err(Problem::new("free-in-past").about(if form.until.is_some() {
                "until"
            } else {
                "from"
            }));
        }
        if today.checked_add_months(Months::new(12 * YEARS)).is_some_and(|most| from > most) {
            return Err(Problem::new("free-too-far").about("from").with("years", YEARS));
        }
        if (until - from).num_days() >= MOST_DAYS {
            return Err(Problem::new("free-too-long").about("until").with("most", MOST_DAYS));
        }
        if !form.doing.iter().all(|word| DOINGS.iter().any(|(known, _)| word == known)) {
            return Err(Problem::new("not-found").about("doing"));
        }
        Ok(KeptFree { from, until, name: name.to_owned(), doing: form.doing.iter().cloned().collect() })
    }
}

impl Clash {
    fn says_like(&self, other: &Clash) -> bool {
        let id = |one: &Clash| one.line.as_ref().map(|line| line.id.clone());
        (self.what, &self.course, id(self)) == (other.what, &other.course, id(other))
    }

    /// Instants are written so that the later one is the greater text.
    fn ends(&self) -> Option<&str> {
        self.line.as_ref().map(|line| line.until.as_str())
    }
}
