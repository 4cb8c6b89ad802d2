//! What the patient does: buttons on notices, answers and treatments in the window.

use super::laws::Law;
use super::script::{Change, DayTimes, Step, Treatment};
use super::world::World;
use aftercare_agent::{About, Event, Press};
use chrono::{DateTime, TimeDelta, Utc};
use companion::contract::{Answered, ProcedureForm, QuietHours, Times};
use plan::{Procedure, Trait, local};

/// Every course has so many sessions.
pub const SESSIONS: u32 = 4;

impl World {
    /// A step that the patient makes.
    pub fn patient(&mut self, step: &Step) -> Law {
        match step {
            Step::Presses { notice, what } => self.presses(*notice, *what),
            Step::Clicks => {
                self.tell(Event::Opened);
                self.hear_all()
            }
            Step::Answers { occurrence, what, told } => {
                self.answers_in_window(*occurrence, *what)?;
                self.changed(*told)
            }
            Step::Both { notice, on_it, in_window } => {
                // The window is answered first, and the agent hears of the button before it has looked again.
                self.answers_in_window(*notice, *in_window)?;
                self.presses(*notice, *on_it)
            }
            Step::Enters { treatment, told } => {
                self.enters(treatment);
                self.changed(*told)
            }
            Step::Corrects { treatment, change, told } => {
                self.corrects(*treatment, change);
                self.changed(*told)
            }
            Step::Forgets { treatment, told } => {
                if let Some(id) = self.newest_treatment(*treatment)
                    && self.window.forget(&id, self.now()).is_ok()
                {
                    self.laws.forgets(&id);
                }
                self.changed(*told)
            }
            Step::Chooses { times, told } => {
                self.chooses(times);
                self.changed(*told)
            }
            other => Err(format!("{other:?} is nothing that a patient does")),
        }
    }

    /// The agent hears of a change at once, or finds it at the end of its nap.
    fn changed(&mut self, told: bool) -> Law {
        if told {
            self.tell(Event::Changed);
        }
        self.hear_all()
    }

    fn presses(&mut self, notice: usize, what: Answered) -> Law {
        let Some(place) = self.screen.len().checked_sub(1 + notice) else { return Ok(()) };
        // The button of a notice whose agent is gone only takes it away.
        let standing = self.screen.remove(place);
        if !standing.heard {
            return Ok(());
        }
        // With a full disk nothing is saved, and the patient is told so.
        if !self.disk_is_full() {
            self.laws.presses(&standing.lines, what, self.now());
            self.figures.answered += 1;
        }
        let press = if what == Answered::Done { Press::Done } else { Press::Later };
        self.tell(Event::Pressed(About::Notice(standing.notice), press));
        self.hear_all()
    }

    fn answers_in_window(&mut self, occurrence: usize, what: Answered) -> Law {
        let now = self.now();
        let listed = self.laws.listed(now);
        let Some(one) = listed.get(occurrence) else { return Ok(()) };
        let (key, due, own) = (one.key.clone(), one.due, one.own);
        match self.window.answer(&key, what, None, now, self.zone) {
            Ok(()) => {
                self.laws.answers(&key, due, what, now);
                self.figures.answered += 1;
                Ok(())
            }
            Err(problem) if problem.code == "too-early-to-answer" && now < own => Ok(()),
            Err(_) if self.disk_is_full() => Ok(()),
            Err(problem) => Err(format!("{key} cannot be answered: {problem:?}")),
        }
    }

    fn enters(&mut self, treatment: &Treatment) {
        let now = self.now();
        let form = ProcedureForm {
            ended: typed(now - TimeDelta::minutes(treatment.ago), treatment.zone),
            zone: treatment.zone.name().into(),
            device: "pen".into(),
            depth_mm: Some(1.5),
            areas: vec!["face".into()],
            prp: treatment.prp,
            antibiotic: treatment.antibiotic,
            pih_prone: treatment.pih_prone,
            session: treatment.session,
            sessions: SESSIONS,
            next_session: treatment
                .booked
                .map(|minutes| typed(now + TimeDelta::minutes(minutes), treatment.zone)),
        };
        // What the form refuses (an hour that the clock showed twice may lie ahead) is not entered.
        if let Ok(id) = self.window.enter(&form, now) {
            self.laws.says(procedure(&id, &form, now), form.session);
        }
    }

    fn corrects(&mut self, treatment: usize, change: &Change) {
        let now = self.now();
        let Some(id) = self.newest_treatment(treatment) else { return };
        let Some(zone) = self.laws.treatment(&id).map(|procedure| procedure.zone) else { return };
        let mut form = self.window.form(&id).unwrap();
        match change {
            Change::Ended(minutes) => {
                let ended = local::instant(local::typed(&form.ended).unwrap(), zone);
                form.ended = typed(ended + TimeDelta::minutes(*minutes), zone);
            }
            Change::Booked(minutes) => {
                form.next_session = minutes.map(|minutes| typed(now + TimeDelta::minutes(minutes), zone));
            }
            Change::Traits(prp, antibiotic, pih_prone) => {
                (form.prp, form.antibiotic, form.pih_prone) = (*prp, *antibiotic, *pih_prone);
            }
            Change::Session(session) => form.session = *session,
        }
        if self.window.correct(&id, &form, now).is_ok() {
            self.laws.says(procedure(&id, &form, now), form.session);
        }
    }

    fn chooses(&mut self, times: &DayTimes) {
        let typed = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let chosen = Times {
            morning: times.morning.map(typed),
            evening: times.evening.map(typed),
            quiet: times.quiet.map(|(from, until)| QuietHours { from: typed(from), until: typed(until) }),
        };
        let before = self.window.settings().unwrap().times;
        match self.window.choose_times(&chosen, self.now()) {
            // What is so already is no new choice.
            Ok(()) if chosen != before => self.laws.chooses(times, self.now()),
            Ok(()) => {}
            Err(problem) => assert!(self.disk_is_full(), "{chosen:?}: {problem:?}"),
        }
    }

    fn newest_treatment(&self, back: usize) -> Option<String> {
        let ids = self.laws.treatments();
        ids.len().checked_sub(1 + back).map(|place| ids[place].clone())
    }
}

/// A moment as a person types it.
fn typed(at: DateTime<Utc>, zone: chrono_tz::Tz) -> String {
    local::wall(at, zone).format("%Y-%m-%dT%H:%M").to_string()
}

/// What a form means.
fn procedure(id: &str, form: &ProcedureForm, now: DateTime<Utc>) -> Procedure {
    let zone = form.zone.parse().unwrap();
    let at = |wall: &str| local::instant(local::typed(wall).unwrap(), zone);
    let traits = [(form.prp, Trait::Prp), (form.pih_prone, Trait::PihProne)];
    Procedure {
        id: id.into(),
        ended: at(&form.ended),
        zone,
        traits: traits.into_iter().filter(|(has, _)| *has).map(|(_, name)| name).collect(),
        antibiotic: form.antibiotic,
        next_session: form.next_session.as_deref().map(at),
        sessions_left: form.session < form.sessions,
        recorded: now,
    }
}
