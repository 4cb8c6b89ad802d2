//! A patient's weeks in a data folder, lived at fixed instants: whatever the store can hold is in it.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::{Europe::Berlin, Tz};
use companion::Companion;
use companion::contract::{Answered, CheckForm, FreeForm, ProcedureForm};
use companion::photos::Picture;
use std::path::Path;

/// A treatment of the face with a pen, the first of four.
pub fn form(ended: &str) -> ProcedureForm {
    ProcedureForm {
        ended: ended.into(),
        zone: "Europe/Berlin".into(),
        device: "pen".into(),
        depth_mm: Some(1.5),
        areas: vec!["face".into(), "neck".into()],
        prp: false,
        antibiotic: false,
        pih_prone: false,
        session: 1,
        sessions: 4,
        next_session: None,
    }
}

/// One patient and her agent.
pub struct Life {
    companion: Companion,
    pub zone: Tz,
    notices: u32,
}

impl Life {
    pub fn begin(folder: &Path) -> Life {
        Life { companion: Companion::open(folder).unwrap(), zone: Berlin, notices: 0 }
    }

    /// The agent looks, and the server takes what it is given. Returns the newest notice.
    pub fn look(&mut self, at: &str) -> Option<i64> {
        let now = instant(at);
        let notices = self.companion.look(now, self.zone, false).unwrap();
        for notice in &notices {
            self.notices += 1;
            self.companion.shown(notice.showing.notice, now, ":1.23", self.notices).unwrap();
        }
        notices.last().map(|notice| notice.showing.notice)
    }

    fn press(&mut self, notice: Option<i64>, what: Answered, at: &str) {
        self.companion.answer_notice(notice.unwrap(), what, instant(at), self.zone).unwrap();
    }

    fn answer(&mut self, key: &str, what: Answered, at: &str) {
        self.companion.answer(key, what, None, instant(at), self.zone).unwrap();
    }
}

/// Three treatments: one with a full ledger, corrected and with its next session booked; one by mistake; one with every trait.
/// At the end, a year later, a last look has decided about everything.
pub fn live(folder: &Path) {
    let mut life = Life::begin(folder);
    life.companion.agree(false, instant("2020-03-27T14:20:00Z")).unwrap();
    life.companion.enter(&form("2020-03-27T15:10"), instant("2020-03-27T14:30:00Z")).unwrap();
    let mistake = life.companion.enter(&form("2020-03-26T15:10"), instant("2020-03-27T14:31:00Z")).unwrap();
    life.companion.forget(&mistake, instant("2020-03-27T14:32:00Z")).unwrap();

    // What starts with the treatment, then the evening: done on the notice, and the check in the window.
    life.look("2020-03-27T14:33:00Z");
    let evening = life.look("2020-03-27T19:00:00Z");
    life.press(evening, Answered::Done, "2020-03-27T19:02:00Z");
    life.answer("p1/evening-check/2020-03-27T20:00", Answered::Done, "2020-03-27T19:03:00Z");
    life.answer("p1/evening-check/2020-03-27T20:00", Answered::Undone, "2020-03-27T19:03:30Z");
    life.answer("p1/photo/2020-03-27T20:00", Answered::Skipped, "2020-03-27T19:04:00Z");

    // The next morning: later, again, then nothing. The check of the night before is past its use and missed.
    let morning = life.look("2020-03-28T07:00:00Z");
    life.press(morning, Answered::Later, "2020-03-28T07:01:00Z");
    life.look("2020-03-28T07:31:00Z");
    life.look("2020-03-28T08:31:00Z");

    // She ended ten minutes later than she said, and books: starts and releases are planned anew.
    let mut corrected = form("2020-03-27T15:20");
    corrected.depth_mm = None;
    corrected.next_session = Some("2020-05-05T10:00".into());
    life.companion.correct("p1", &corrected, instant("2020-03-28T09:00:00Z")).unwrap();
    life.look("2020-03-28T09:00:01Z");

    // The diary: the evening before, which she corrects, and one that she takes back.
    let now = instant("2020-03-28T09:05:00Z");
    let mut check = CheckForm {
        procedure: "p1".into(),
        at: Some("2020-03-27T20:30".into()),
        ratings: [("redness".to_owned(), 6), ("soreness".to_owned(), 0)].into(),
        signs: vec!["fever".into()],
        note: "Like a sunburn.\nTight.".into(),
    };
    let evening = life.companion.check_in(&check, now, Berlin).unwrap();
    let mistake = life.companion.check_in(&check, now, Berlin).unwrap();
    life.companion.delete_check_in(mistake, now).unwrap();
    check.signs.clear();
    life.companion.correct_check_in(evening, &check, now, Berlin).unwrap();

    // A photo from the evening before, said to be of this treatment, and one that she takes back.
    for (hash, taken) in [("1f", "2020-03-27T20:35:00"), ("2e", "2020-03-28T10:00:00")] {
        let picture = Picture {
            large: b"large".to_vec(),
            small: b"small".to_vec(),
            hash: hash.repeat(32),
            width: 3000,
            height: 4000,
            taken: taken.parse().ok(),
        };
        life.companion.keep_photo(&picture, Some("p1"), now, Berlin).unwrap();
    }
    life.companion.delete_photo(2, now).unwrap();
    // A beach, and a wedding that is on another day after all; a third that was a mistake.
    let mut days = FreeForm {
        from: "2020-05-09".into(),
        until: Some("2020-05-16".into()),
        name: "Beach".into(),
        doing: vec!["swimming".into(), "sun".into()],
    };
    life.companion.keep_free(&days, now, Berlin).unwrap();
    (days.until, days.name, days.doing) = (None, "Anna's wedding".into(), Vec::new());
    let wedding = life.companion.keep_free(&days, now, Berlin).unwrap();
    let mistake = life.companion.keep_free(&days, now, Berlin).unwrap();
    life.companion.delete_free(mistake, now).unwrap();
    (days.from, days.doing) = ("2020-05-06".into(), vec!["make-up".into()]);
    life.companion.correct_free(wedding, &days, now, Berlin).unwrap();

    // Away over the change of the clocks, and back.
    life.look("2020-03-30T10:00:00Z");

    // Two weeks on, ten minutes after the sunscreen rule ended: its release is shown, this morning's slot has lost its window.
    life.look("2020-04-10T13:30:00Z");

    let mut second = form("2020-05-05T11:45");
    (second.prp, second.antibiotic, second.pih_prone, second.session) = (true, true, true, 2);
    second.device = "roller".into();
    life.companion.enter(&second, instant("2020-05-05T10:00:00Z")).unwrap();
    life.look("2020-05-05T10:00:30Z");
    life.look("2021-05-05T10:00:00Z");
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A day and two hours ago by the computer's clock: a treatment that is always under way.
pub fn yesterday(folder: &Path) {
    let now = companion::clock::now();
    let ended = now - TimeDelta::hours(26);
    let mut companion = Companion::open(folder).unwrap();
    companion.agree(true, now).unwrap();
    let ended = ended.format("%Y-%m-%dT%H:%M").to_string();
    companion.enter(&ProcedureForm { zone: "UTC".into(), ..form(&ended) }, now).unwrap();
}
