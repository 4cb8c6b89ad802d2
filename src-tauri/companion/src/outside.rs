//! Going outside.

use crate::board::{as_line, utc};
use crate::contract::Outdoors;
use crate::problem::Problem;
use crate::store::Out;
use crate::{Companion, Signal};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use plan::outdoors::{self, End, Outing};
use plan::{Delivered, Plan, Slot, place};

impl Companion {
    /// The patient goes outside: from now on sunscreen is reminded of every so often. Going out twice is going out once.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn go_out(&mut self, now: DateTime<Utc>, zone: Tz) -> Result<(), Problem> {
        if self.out(now)?.is_none() {
            let place = self.place_here(zone)?;
            self.store.go_out(place.as_deref(), now)?;
            Signal::Changed.raise(&self.folder);
        }
        Ok(())
    }

    /// The patient is back.
    ///
    /// # Errors
    /// Where the store cannot be read or written.
    pub fn come_back(&mut self, now: DateTime<Utc>) -> Result<(), Problem> {
        if let Some((out, _)) = self.out(now)? {
            self.store.come_back(out.id, now)?;
            Signal::Changed.raise(&self.folder);
        }
        Ok(())
    }

    /// Chooses the place whose sunset counts, for a time outside that lasts, too.
    ///
    /// # Errors
    /// `place-unknown`.
    pub fn place(&mut self, name: &str, now: DateTime<Utc>) -> Result<(), Problem> {
        let place = place::named(name).ok_or_else(|| Problem::new("place-unknown").about("name"))?;
        let out = self.out(now)?;
        self.store.set(&[("place", place.name)])?;
        if let Some((out, _)) = out {
            self.store.move_outing(out.id, place.name)?;
        }
        Signal::Changed.raise(&self.folder);
        Ok(())
    }

    /// Every time outside, as plans need them.
    pub(crate) fn outings(&self) -> Result<Vec<Outing>, Problem> {
        let outs = self.store.outings()?;
        let outing = |out: &Out| Outing {
            number: out.id,
            begun: out.begun,
            until: out.back.map_or(end(out).at, |back| back.min(end(out).at)),
        };
        Ok(outs.iter().map(outing).collect())
    }

    /// What the window needs to know of going outside.
    pub(crate) fn outdoors(
        &self,
        plans: &[(String, Plan)],
        delivered: &Delivered,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Result<Outdoors, Problem> {
        let out = self.out(now)?;
        let here = self.place_here(zone)?;
        let ends = match &out {
            Some((_, ends)) => *ends,
            None => outdoors::end(now, here.as_deref().and_then(place::named).as_ref()),
        };
        let rule =
            plans.iter().filter_map(|(_, plan)| plan.outside_rule(now)).max_by_key(|window| window.until);
        let mut next = None;
        for (_, plan) in plans {
            let coming =
                plan.occurrences().iter().filter(|one| now < one.due && matches!(one.slot, Slot::Nth(_)));
            let open = coming.filter(|one| delivered.of(one).answer.is_none());
            next = open.map(|one| one.due).chain(next).min();
        }
        Ok(Outdoors {
            offered: plans.iter().any(|(_, plan)| plan.reminds_outdoors(now)),
            rule: rule.map(|window| as_line(&window, self.words.language())),
            since: out.as_ref().map(|(out, _)| utc(out.begun)),
            until: utc(ends.at),
            sunset: ends.sunset,
            next: next.filter(|_| out.is_some()).map(utc),
            place: out.map_or(here, |(out, _)| out.place),
        })
    }

    /// The time outside that lasts, and how it ends by itself.
    fn out(&self, now: DateTime<Utc>) -> Result<Option<(Out, End)>, Problem> {
        let last = self.store.outings()?.pop().map(|out| (end(&out), out));
        Ok(last
            .filter(|(ends, out)| out.back.is_none() && out.begun <= now && now < ends.at)
            .map(|(ends, out)| (out, ends)))
    }

    /// The place that the patient chose, else the zone's own city.
    fn place_here(&self, zone: Tz) -> Result<Option<String>, Problem> {
        let chosen = self.store.setting("place")?;
        Ok(chosen.or_else(|| place::of_zone(zone).map(|place| place.name.to_owned())))
    }
}

fn end(out: &Out) -> End {
    outdoors::end(out.begun, out.place.as_deref().and_then(place::named).as_ref())
}
