//! What the person chose: times of day, how the window looks, what a notice says. And the end of it all: everything deleted.

use crate::contract::{self, Deleted, Look, PlanTimes, QuietHours, Settings, Theme};
use crate::problem::Problem;
use crate::store::Times;
use crate::{Companion, Known, Signal, autostart};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use plan::Here;
use plan::local::{self, Quiet};

/// The text sizes to choose from, in per cent. At the last one the window still shows all at its least width.
const TEXT_SIZES: [u32; 5] = [100, 115, 130, 150, 200];

/// So many hours may be quiet at most: whoever works at night sleeps late, and at least ten hours remain in which a reminder that
/// is of use for six comes on its own day.
const QUIET_MOST: u32 = 14;

impl Companion {
    /// What the person chose.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn settings(&self) -> Result<Settings, Problem> {
        let day = &self.protocol.day;
        let times = self.store.chosen_times()?.pop().map(|(_, times)| times).unwrap_or_default();
        Ok(Settings {
            details: self.details()?,
            look: self.look_of_window()?,
            text_sizes: TEXT_SIZES.to_vec(),
            times: contract::Times {
                morning: times.morning.map(written),
                evening: times.evening.map(written),
                quiet: times.quiet.map(hours),
            },
            plan: PlanTimes {
                morning: written(day.morning),
                evening: written(day.evening),
                quiet: hours(day.quiet),
            },
            quiet_most: QUIET_MOST,
            folder: self.folder.display().to_string(),
        })
    }

    /// How the window looks, as the person chose.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn look_of_window(&self) -> Result<Look, Problem> {
        let theme = match self.store.setting("theme")?.as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let size = self.store.setting("text_size")?.and_then(|size| size.parse().ok());
        let text_size = size.filter(|size| TEXT_SIZES.contains(size)).unwrap_or(TEXT_SIZES[0]);
        Ok(Look { theme, text_size })
    }

    /// Chooses how the window looks. A text size that is not offered becomes the next smaller one.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn choose_look(&mut self, theme: Theme, text_size: u32) -> Result<(), Problem> {
        let theme = match theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let size = TEXT_SIZES.into_iter().rev().find(|size| *size <= text_size).unwrap_or(TEXT_SIZES[0]);
        self.store.set(&[("theme", theme), ("text_size", &size.to_string())])
    }

    /// Lets notices say what to do, or be discreet.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn choose_details(&mut self, on: bool) -> Result<(), Problem> {
        self.store.set(&[("details", if on { "yes" } else { "no" })])?;
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Chooses times of day, from now on: what was due before keeps its moment. Choosing what is so already changes nothing.
    ///
    /// # Errors
    /// `time-not-a-time`, `times-order` or `quiet-too-long`, by field; where the store cannot be written.
    pub fn choose_times(&mut self, times: &contract::Times, now: DateTime<Utc>) -> Result<(), Problem> {
        let chosen = self.checked(times)?;
        let before = self.store.chosen_times()?.pop().map(|(_, times)| times).unwrap_or_default();
        if chosen != before {
            self.store.choose_times(&chosen, now)?;
            Signal::Changed.raise(&self.folder);
        }
        Ok(())
    }

    fn checked(&self, times: &contract::Times) -> Result<Times, Problem> {
        let read = |typed: &str, field: &str| {
            local::typed_time(typed).ok_or_else(|| Problem::new("time-not-a-time").about(field))
        };
        let own = |typed: Option<&str>, field: &str| typed.map(|typed| read(typed, field)).transpose();
        let morning = own(times.morning.as_deref(), "morning")?;
        let evening = own(times.evening.as_deref(), "evening")?;
        let day = &self.protocol.day;
        if morning.unwrap_or(day.morning) >= evening.unwrap_or(day.evening) {
            // Said where the person typed; a clinic's own rules are in order.
            return Err(Problem::new("times-order").about(if evening.is_some() {
                "evening"
            } else {
                "morning"
            }));
        }
        let quiet = match &times.quiet {
            None => None,
            Some(hours) => {
                let (start, end) = (read(&hours.from, "quiet")?, read(&hours.until, "quiet")?);
                let length = (end - start).num_seconds().rem_euclid(TimeDelta::days(1).num_seconds());
                if length > TimeDelta::hours(QUIET_MOST.into()).num_seconds() {
                    return Err(Problem::new("quiet-too-long").about("quiet").with("most", QUIET_MOST));
                }
                Some(Quiet { start, end })
            }
        };
        Ok(Times { morning, evening, quiet })
    }

    /// The times of day that count for a treatment that was entered at an instant, and since when each: the first from the
    /// beginning.
    pub(crate) fn times_since(
        chosen: &[(DateTime<Utc>, Times)],
        entered: DateTime<Utc>,
        zone: Tz,
    ) -> Vec<(DateTime<Utc>, Here)> {
        // Of those that were chosen before only the last ever counts.
        let first = chosen.iter().rposition(|(at, _)| *at <= entered);
        let from_the_beginning = first.is_none().then(|| (DateTime::<Utc>::MIN_UTC, Here::at(zone)));
        let here =
            |times: &Times| Here { zone, morning: times.morning, evening: times.evening, quiet: times.quiet };
        let later = chosen.iter().skip(first.unwrap_or(0)).map(|(at, times)| (*at, here(times)));
        from_the_beginning.into_iter().chain(later).collect()
    }

    /// Deletes everything that was entered, shown and chosen, and the start at login. Says what could not be taken away.
    ///
    /// # Errors
    /// Where the store cannot be written; everything is as before then.
    pub fn delete_everything(&mut self, now: DateTime<Utc>, zone: Tz) -> Result<Deleted, Problem> {
        self.store.delete_everything()?;
        self.known.replace(Known::default());
        let entry = autostart::set(&self.folder, false).map(drop).map_err(|problem| {
            let detail = |name: &str| problem.detail.get(name).cloned().unwrap_or_default();
            Problem::new("login-left").with("folder", detail("folder")).with("reason", detail("reason"))
        });
        // The agent lets go of what it knew, before the file is written anew.
        Signal::Changed.raise(&self.folder);
        let left = [self.store.clear_traces(), self.delete_pictures(), entry]
            .into_iter()
            .filter_map(Result::err)
            .collect();
        Ok(Deleted { start: self.start(now, zone)?, left })
    }
}

fn hours(quiet: Quiet) -> QuietHours {
    QuietHours { from: written(quiet.start), until: written(quiet.end) }
}

/// A time of day as it is typed: `08:00`.
pub(crate) fn written(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn of_what_was_chosen_before_a_treatment_only_the_last_counts() {
        let at = |hour| Times { morning: NaiveTime::from_hms_opt(hour, 0, 0), ..Times::default() };
        let chosen = [
            (utc("2026-06-01T10:00:00Z"), at(7)),
            (utc("2026-06-02T10:00:00Z"), at(9)),
            (utc("2026-06-08T10:00:00Z"), at(10)),
        ];
        let mornings = |entered| -> Vec<_> {
            let times = Companion::times_since(&chosen, utc(entered), Berlin);
            times.into_iter().map(|(at, here)| (at, here.morning)).collect()
        };
        let expected = |places: &[usize]| -> Vec<_> {
            places.iter().map(|place| (chosen[*place].0, chosen[*place].1.morning)).collect()
        };
        assert_eq!(mornings("2026-06-05T10:00:00Z"), expected(&[1, 2]));
        assert_eq!(mornings("2026-06-09T10:00:00Z"), expected(&[2]));
        let all = [vec![(DateTime::<Utc>::MIN_UTC, None)], expected(&[0, 1, 2])].concat();
        assert_eq!(mornings("2026-05-01T10:00:00Z"), all);
    }
}
