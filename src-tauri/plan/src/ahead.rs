//! What a stretch of time brings: for a glance before the computer goes off.

use crate::{Delivered, Occurrence, Plan, Slot, Window};
use chrono::{DateTime, Utc};

/// What happens at one moment.
#[derive(Clone, Copy, Debug)]
pub enum Comes<'p> {
    /// The patient is to be told something, or to do it.
    Told(&'p Occurrence, Window<'p>),
    /// A prohibition ends.
    Ends(Window<'p>),
    /// A prohibition begins.
    Begins(Window<'p>),
}

/// What a stretch of time brings.
#[derive(Clone, Debug)]
pub struct Ahead<'p> {
    /// By moment; of one moment first what is to be done, then what ends, then what begins.
    pub comes: Vec<(DateTime<Utc>, Comes<'p>)>,
    /// Prohibitions that hold now and through all of it, soonest end first.
    pub stays: Vec<Window<'p>>,
}

impl Plan {
    /// What the time in (now, until] brings, as far as it is not answered yet.
    ///
    /// A prohibition stands here with its own first and last instant, and not with the notices about it: those can wait for the
    /// end of the quiet hours. What quiet hours leave without a notice is here all the same.
    #[must_use]
    pub fn ahead(&self, now: DateTime<Utc>, until: DateTime<Utc>, delivered: &Delivered) -> Ahead<'_> {
        let inside = |at: DateTime<Utc>| now < at && at <= until;
        let mut comes = Vec::new();
        let told = self.occurrences().iter().filter(|one| one.told()).map(|one| (one.due, one));
        let listed = self.day_list().iter().map(|one| (one.own, one));
        for (at, one) in told.chain(listed).filter(|(at, _)| inside(*at)) {
            let window = self.window_of(one);
            let of_window = window.forbids() && (one.slot == Slot::Release || !one.answerable(self));
            if !of_window && delivered.of(one).answer.is_none() {
                comes.push((at, Comes::Told(one, window)));
            }
        }
        let mut stays = Vec::new();
        for window in self.windows().filter(Window::forbids) {
            if inside(window.until) {
                comes.push((window.until, Comes::Ends(window)));
            }
            if inside(window.from) {
                comes.push((window.from, Comes::Begins(window)));
            }
            if window.holds(now) && window.until > until {
                stays.push(window);
            }
        }
        comes.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.order().cmp(&other.order())));
        stays.sort_by(|a, b| a.until.cmp(&b.until).then_with(|| a.id().cmp(b.id())));
        Ahead { comes, stays }
    }
}

impl<'p> Comes<'p> {
    /// The instruction that it is about.
    #[must_use]
    pub fn window(&self) -> Window<'p> {
        match self {
            Comes::Told(_, window) | Comes::Ends(window) | Comes::Begins(window) => *window,
        }
    }

    fn order(&self) -> (u8, &'p str) {
        let group = match self {
            Comes::Told(..) => 0,
            Comes::Ends(_) => 1,
            Comes::Begins(_) => 2,
        };
        (group, self.window().id())
    }
}
