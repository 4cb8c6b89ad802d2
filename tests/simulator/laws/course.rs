//! Sessions belong together, without anybody saying so: the face is treated again under a greater number, or under the last one once
//! more. What a session asks for before the next one ends where the next one was.

use super::{Instant, Laws};
use crate::simulator::patient::SESSIONS;
use plan::Procedure;
use std::collections::BTreeMap;

impl Laws {
    /// Each treatment as it was said, oldest first, and as it is meant now that the later ones are known.
    pub(super) fn meant(&self) -> Vec<Vec<Procedure>> {
        let followed = self.followed();
        let meant = |(id, versions): (&String, &Vec<Procedure>)| {
            let mut versions = versions.clone();
            if let Some(next) = followed.get(id.as_str()) {
                for version in &mut versions {
                    version.sessions_left = false;
                    // Booked for later, it is either that session or one that nobody wants any more.
                    version.next_session = version.next_session.filter(|booked| booked <= next);
                }
            }
            versions
        };
        self.treatments.iter().map(meant).collect()
    }

    /// When the session ended that came after a treatment.
    fn followed(&self) -> BTreeMap<&str, Instant> {
        let mut all: Vec<(Instant, &str, u32)> = self
            .treatments
            .iter()
            .filter_map(|(id, versions)| Some((versions.last()?.ended, id.as_str(), *self.numbers.get(id)?)))
            .collect();
        all.sort_unstable();
        let mut followed = BTreeMap::new();
        // The last session of each course, the one that began first first.
        let mut last: Vec<(Instant, &str, u32)> = Vec::new();
        for session in all {
            let goes_on = |before: &(Instant, &str, u32)| {
                before.2 < session.2 || (before.2, session.2) == (SESSIONS, SESSIONS)
            };
            let place =
                (0..last.len()).filter(|place| goes_on(&last[*place])).max_by_key(|place| last[*place].0);
            match place {
                Some(place) => {
                    followed.insert(last[place].1, session.0);
                    last[place] = session;
                }
                None => last.push(session),
            }
        }
        followed
    }
}
