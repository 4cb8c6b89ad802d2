//! Every screen in every state, in one table: what was before, and what one does to get there. Whoever adds a screen adds its
//! lines here, and it is pictured, and looked at by every test that looks at all screens.

use super::patient::{BERLIN, berlin, treatment};
use super::stage::Desktop;
use super::story::{Server, Story, has_done};
use chrono::TimeDelta;
use companion::Companion;
use companion::contract::{Answered, ContactForm, ProcedureForm};
use std::fs;
use std::path::Path;

/// How the computer is when the window opens.
pub struct World {
    /// The name of its data folder. States of one world that follow each other share a window: what one does there, the next
    /// one finds done, so that they are of one screen or change nothing.
    pub name: &'static str,
    /// The wall time at which the window opens, as [`berlin`] reads it.
    pub opens: &'static str,
    /// There is a notification server.
    pub server: bool,
    /// The window finds an agent beside it.
    pub agent: bool,
    /// What was before.
    pub before: fn(&World, &Desktop, &Path),
}

/// One thing that a person does.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Clicks; `data-testid`, or a selector.
    Click(&'static str),
    /// Types.
    Type(&'static str, &'static str),
    /// Waits until it is there.
    See(&'static str),
    /// Unfolds all that is folded.
    Unfold,
    /// Scrolls to it.
    Show(&'static str),
}

/// A screen in a state.
pub struct State {
    /// The screen.
    pub screen: &'static str,
    /// The state, as the file's name of its picture tells it.
    pub state: &'static str,
    /// What was before.
    pub world: &'static World,
    /// What one does after the window has opened.
    pub steps: &'static [Step],
}

use Step::{Click, See, Show, Type, Unfold};

const FRESH: World =
    World { name: "fresh", opens: "06-10 16:10", server: true, agent: true, before: |_, _, _| {} };
const AGREED: World = World { name: "agreed", before: agree, ..FRESH };
const AGREED_ONLY: World = World { name: "agreed-only", ..AGREED };
const CLINIC: World = World { name: "clinic", before: live_with_clinic, ..DAY_2 };
const UNHEARD: World = World { name: "unheard", server: false, ..FRESH };
const DAMAGED: World = World { name: "damaged", before: damage, ..FRESH };
const DAY_1: World = World { name: "day-1", opens: "06-10 16:20", before: live, ..FRESH };
const DAY_2: World = World { name: "day-2", opens: "06-11 08:10", before: live, ..FRESH };
const ANSWERED: World = World { name: "answered", ..DAY_2 };
const OUTSIDE: World = World { name: "outside", opens: "06-11 11:00", ..DAY_2 };
const FORGOTTEN: World = World { name: "forgotten", ..DAY_2 };
const LAST_MINUTES: World = World { name: "last-minutes", opens: "06-12 15:07", ..DAY_2 };
const DAY_3: World = World { name: "day-3", opens: "06-12 15:40", ..DAY_2 };
const DAY_17: World = World { name: "day-17", opens: "06-26 09:00", ..DAY_2 };
const DAY_100: World = World { name: "day-100", opens: "09-17 18:00", ..DAY_2 };
const TWO: World = World { name: "two", opens: "06-12 10:30", before: live_with_two, ..FRESH };
const AWAY: World = World { name: "away", opens: "06-11 18:00", before: stay_away, ..FRESH };
const NO_AGENT: World = World { name: "no-agent", agent: false, ..DAY_2 };
const NO_SERVER: World = World { name: "no-server", server: false, before: live_unheard, ..DAY_1 };

/// A label as one finds it on a tube.
const LABEL: &str = "Aqua, Glycerin, Niacinamide, Retinol, Cetearyl Alcohol, Parfum, Ascorbic Acid, Quince Seed Water, Panthenol";

/// All of them.
#[rustfmt::skip]
pub const STATES: &[State] = &[
    at("welcome", "first", &FRESH, &[See("welcome")]),
    at("warnings", "before-set-up", &FRESH, &[Click("go-warnings"), See("[data-testid^=sign-]")]),
    at("try", "before", &FRESH, &[Click("agree"), See("try")]),
    at("form", "empty", &AGREED, &[See("form")]),
    at("form", "problems", &AGREED, &[Click("device-radio-frequency"), Type("session", "99"), Click("save"), See("field-error-session")]),
    at("try", "shown", &World { name: "shown", ..FRESH }, &[Click("agree"), Click("test-show"), See("[data-testid=test-card][data-state=shown]")]),
    at("try", "seen", &World { name: "seen", ..FRESH }, &[Click("agree"), Click("test-show"), Click("test-saw"), See("try-next")]),
    at("try", "not-seen", &World { name: "unseen", ..FRESH }, &[Click("agree"), Click("test-show"), Click("test-not-seen"), See("[data-testid=test-card][data-state=unseen]")]),
    at("try", "refused", &UNHEARD, &[Click("agree"), Click("test-show"), See("[data-testid=test-card][data-state=refused]")]),

    at("today", "day-1", &DAY_1, &[See("day")]),
    at("today", "day-2", &DAY_2, &[See("day")]),
    at("today", "menu", &DAY_2, &[Click("treatment-menu"), See("treatment-forget")]),
    at("today", "forget", &DAY_2, &[Click("treatment-menu"), Click("treatment-forget"), See("forget-yes")]),
    at("today", "earlier", &DAY_2, &[Click("[data-testid=do-now] [aria-expanded=false]"), Click("[data-testid=do-now] [data-do=earlier]"), See("earlier-time")]),
    at("form", "correction", &DAY_2, &[Click("treatment-menu"), Click("treatment-correct"), See("cancel")]),
    at("warnings", "signs", &DAY_2, &[Click("go-warnings"), See("[data-testid^=sign-]")]),
    at("warnings", "ticked", &DAY_2, &[Click("go-warnings"), Click("[data-testid^=sign-]"), See("message")]),
    at("warnings", "call-card", &CLINIC, &[Click("go-warnings"), Click("[data-testid^=sign-]"), Click("go-call"), See("copy-script")]),
    at("warnings", "numbers", &CLINIC, &[Click("go-warnings"), Click("[data-testid^=sign-]"), See("copy-clinic")]),
    at("may", "empty", &DAY_2, &[Click("go-may"), See("may-field")]),
    at("may", "names", &DAY_2, &[Click("go-may"), Type("may-field", "ibu"), See("may-name")]),
    at("may", "not-before", &DAY_2, &[Click("go-may"), Type("may-field", "Nurofen"), Click("may-ask"), See("may-left")]),
    at("may", "yes", &DAY_2, &[Click("go-may"), Type("may-field", "paracetamol"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=yes]")]),
    at("may", "ask", &DAY_2, &[Click("go-may"), Type("may-field", "aspirin"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=ask]")]),
    at("may", "never-stop", &DAY_2, &[Click("go-may"), Type("may-field", "prednisolone"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=ask]")]),
    at("may", "unknown", &DAY_2, &[Click("go-may"), Type("may-field", "quince jelly"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=unknown]")]),
    at("may", "did-you-mean", &DAY_2, &[Click("go-may"), Type("may-field", "ibuprofn"), Click("may-ask"), See("may-near")]),
    at("may", "list", &DAY_2, &[Click("go-may"), Type("may-field", LABEL), Click("may-ask"), See("may-list")]),
    at("timeline", "two-weeks", &DAY_2, &[Click("go-timeline"), See("picture")]),
    at("timeline", "three-days", &DAY_2, &[Click("go-timeline"), Click("zoom-days"), See("picture")]),
    at("timeline", "course", &DAY_2, &[Click("go-timeline"), Click("zoom-course"), See("picture")]),
    at("timeline", "said", &DAY_2, &[Click("go-timeline"), Click("[data-testid=picture] [data-bar=sport]"), See("said")]),
    at("timeline", "table", &DAY_2, &[Click("go-timeline"), Click("view-table"), See("table")]),
    at("supplies", "all", &DAY_2, &[Click("go-timeline"), Click("go-supplies"), See("[data-supply]")]),
    at("today", "answered", &ANSWERED, &[Click("[data-testid=do-now] li:nth-child(1) [data-do=done]"), Click("[data-testid=do-now] li:nth-child(2) [data-do=done]"), See("[data-answer=done]")]),
    at("today", "unfolded", &ANSWERED, &[See("day"), Unfold]),
    at("learn", "all", &ANSWERED, &[Click("go-learn"), See("learn-visit")]),
    at("learn", "below", &ANSWERED, &[Click("go-learn"), See("learn-visit"), Show("[data-card=learn-names]")]),
    at("today", "outdoors-rule", &OUTSIDE, &[Click("go-out"), See("must-go-out")]),
    at("today", "outdoors", &OUTSIDE, &[Click("go-out"), Click("must-go-out"), See("come-back")]),
    at("today", "outdoors-place", &OUTSIDE, &[Click("place-change"), See("place-input")]),
    at("today", "last-minutes", &LAST_MINUTES, &[See("day")]),
    at("today", "day-3", &DAY_3, &[See("released")]),
    at("today", "day-17", &DAY_17, &[See("day")]),
    at("health", "known", &DAY_17, &[Click("go-settings"), Click("go-health"), See("health-zone")]),
    at("ledger", "all", &DAY_17, &[Click("go-settings"), Click("go-health"), Click("go-ledger"), See("ledger-days")]),
    at("ledger", "earlier", &DAY_17, &[Click("go-settings"), Click("go-health"), Click("go-ledger"), Click("[data-testid=ledger-days] [data-do=earlier]"), See("earlier-time")]),
    at("settings", "all", &DAY_17, &[Click("go-settings"), See("health-line"), See("folder")]),
    at("settings", "below", &DAY_17, &[Click("go-settings"), See("health-line"), Show("folder")]),
    at("settings", "quiet-hours", &DAY_17, &[Click("go-settings"), Click("change-quiet"), Click("times-own"), See("times-until")]),
    at("settings", "evening-waits", &DAY_17, &[Click("go-settings"), Click("change-evening"), Click("times-own"), Type("[data-testid=times-from] [role=spinbutton]", "22"), See("[data-testid=times-then] p")]),
    at("settings", "delete", &DAY_17, &[Click("go-settings"), Click("delete"), See("delete-dialog")]),
    at("today", "day-100", &DAY_100, &[See("day")]),
    at("timeline", "day-100", &DAY_100, &[Click("go-timeline"), See("timeline")]),
    at("supplies", "nothing", &DAY_100, &[Click("go-timeline"), Click("go-supplies"), See("supplies")]),
    at("timeline", "two", &TWO, &[Click("go-timeline"), See("picture")]),
    at("supplies", "two", &TWO, &[Click("go-timeline"), Click("go-supplies"), See("[data-supply]")]),
    at("may", "two", &TWO, &[Click("go-may"), Type("may-field", "gym"), Click("may-ask"), See("may-left")]),
    at("today", "two", &TWO, &[See("[data-testid=treatment] ~ [data-testid=treatment]")]),
    at("today", "forgotten", &FORGOTTEN, &[Click("treatment-menu"), Click("treatment-forget"), Click("forget-yes"), See("main [data-testid=enter].main")]),
    at("today", "missed", &AWAY, &[See("missed"), Show("missed")]),
    at("health", "away", &AWAY, &[Click("go-settings"), Click("go-health"), See("health-away"), Show("health-away")]),
    at("ledger", "not-shown", &AWAY, &[Click("go-settings"), Click("go-health"), Click("go-ledger"), Click("ledger-not-shown"), See("ledger-days")]),
    at("today", "no-agent", &NO_AGENT, &[See("banner")]),
    at("health", "no-agent", &NO_AGENT, &[Click("go-settings"), Click("go-health"), See("health-zone")]),
    at("today", "no-server", &NO_SERVER, &[See("banner")]),
    at("health", "no-server", &NO_SERVER, &[Click("go-settings"), Click("go-health"), See("health-waiting")]),
    at("may", "no-treatment", &AGREED_ONLY, &[Click("go-may"), See("may-none")]),
    at("timeline", "no-treatment", &AGREED_ONLY, &[Click("go-timeline"), See("enter")]),
    at("trouble", "damaged", &DAMAGED, &[See("problem")]),
    at("warnings", "trouble", &DAMAGED, &[Click("go-warnings"), See("[data-testid^=sign-]")]),
];

const fn at(
    screen: &'static str,
    state: &'static str,
    world: &'static World,
    steps: &'static [Step],
) -> State {
    State { screen, state, world, steps }
}

/// So long a notice waits for its answer.
const SOON: i64 = 30;

/// A story in which the treatment was entered an hour after it ended.
fn story() -> Story {
    let mut story = Story::begins("2026-06-10T16:10", BERLIN);
    story.enters(&ProcedureForm { session: 2, ..treatment() }).expect("entered");
    story
}

/// Lets time pass, and answers each notice soon. The last one waits.
fn pass(story: &mut Story, opens: &str) {
    let end = berlin(opens);
    let mut answered = story.seen.len();
    while end - story.now > TimeDelta::minutes(SOON) {
        // The screens tell of the last week when no agent looked, so that it has to look now and then there.
        let looks = if end - story.now > TimeDelta::days(8) { 1 } else { SOON };
        for _ in 0..looks {
            story.minutes(SOON / looks);
        }
        for notice in answered..story.seen.len() {
            if has_done(&story.seen[notice].slip) {
                story.presses_on(notice, Answered::Done);
            }
        }
        answered = story.seen.len();
    }
    while story.now < end {
        story.minutes(1);
    }
}

fn agree(_: &World, desktop: &Desktop, data: &Path) {
    Companion::open(data).expect("a data folder").agree(true, desktop.now()).expect("agreed");
}

fn live(world: &World, _: &Desktop, data: &Path) {
    let mut story = story();
    pass(&mut story, world.opens);
    story.moves(data);
}

fn live_with_clinic(world: &World, desktop: &Desktop, data: &Path) {
    live(world, desktop, data);
    let contact = ContactForm {
        name: "Dr. Example, Dermatology".into(),
        phone: "030 555 0142".into(),
        hours: "Mon to Thu 8:00 to 18:00\nFri 8:00 to 13:00".into(),
        out_of_hours: "Call 116 117.".into(),
    };
    Companion::open(data).expect("a data folder").set_contact(&contact).expect("written down");
}

fn live_with_two(world: &World, _: &Desktop, data: &Path) {
    let mut story = story();
    pass(&mut story, "06-12 09:40");
    let second =
        ProcedureForm { ended: "2026-06-12T09:00".into(), areas: vec!["neck".into()], ..treatment() };
    story.enters(&second).expect("entered");
    pass(&mut story, world.opens);
    story.moves(data);
}

/// The computer is off from the first evening to the next.
fn stay_away(_: &World, _: &Desktop, data: &Path) {
    let mut story = story();
    pass(&mut story, "06-10 19:00");
    story.moves(data);
}

/// No notification server takes a notice.
fn live_unheard(world: &World, _: &Desktop, data: &Path) {
    let mut story = Story::begins("2026-06-10T16:10", BERLIN);
    story.server = Server::Gone;
    story.enters(&treatment()).expect("entered");
    pass(&mut story, world.opens);
    story.moves(data);
}

fn damage(_: &World, _: &Desktop, data: &Path) {
    fs::create_dir_all(data).expect("a folder");
    fs::write(data.join("aftercare.db"), "This is no database. ".repeat(400)).expect("a file");
}
