//! What a plan still needs: how often each thing is still to be done or put on. It counts times, never amounts.

use crate::protocol::Kind;
use crate::today::settled;
use crate::{Delivered, Plan, Slot, Window};
use chrono::{DateTime, Utc};

/// One thing that is still to be done or put on.
#[derive(Clone, Copy, Debug)]
pub struct Supply<'p> {
    /// Its instruction, and how long that holds.
    pub window: Window<'p>,
    /// How many times are left. `None` where the plan names no time of day for it: it is done when it is needed.
    pub times: Option<usize>,
}

impl Plan {
    /// What is still to be done and put on from `now` to the end of the plan: first what is counted, then the rest, each by
    /// until, from and id.
    ///
    /// A daily slot is one time as long as the patient can still tick it: it is to come, or it stands on the board and has no
    /// answer yet. That holds for the day's list, too: what quiet hours left no notice is done all the same.
    #[must_use]
    pub fn supplies(&self, now: DateTime<Utc>, delivered: &Delivered) -> Vec<Supply<'_>> {
        let daily = |slot: Slot| matches!(slot, Slot::At(_));
        let mut times: Vec<Option<usize>> = vec![None; self.spans.len()];
        let noticed = self.occurrences.iter().map(|one| (one, one.due));
        let listed = self.day_list.iter().map(|one| (one, one.own));
        for (occurrence, comes) in noticed.chain(listed).filter(|(one, _)| daily(one.slot)) {
            let left = times[occurrence.span].get_or_insert(0);
            *left += usize::from(comes > now && !settled(&delivered.of(occurrence)));
        }
        for doing in self.do_now(now, delivered) {
            if daily(doing.occurrence.slot) && doing.open() {
                *times[doing.occurrence.span].get_or_insert(0) += 1;
            }
        }

        let mut supplies: Vec<Supply<'_>> = self
            .windows()
            .zip(times)
            .map(|(window, times)| Supply { window, times })
            .filter(|Supply { window, .. }| {
                matches!(window.kind(), Kind::Do | Kind::Apply) && now < window.until
            })
            .filter(|supply| supply.times != Some(0))
            .collect();
        supplies.sort_by_key(|Supply { window, times }| {
            (times.is_none(), window.until, window.from, window.id())
        });
        supplies
    }
}
