//! Every screen in every state, in one table: what was before, and what one does to get there. Whoever adds a screen adds its
//! lines here, and it is pictured, and looked at by every test that looks at all screens.

use super::patient::{BERLIN, berlin, treatment};
use super::pictures::{from_phone, portrait};
use super::stage::Desktop;
use super::story::{Server, Story, has_done};
use chrono::TimeDelta;
use companion::Companion;
use companion::contract::{Answered, CheckForm, ContactForm, FreeForm, ProcedureForm};
use companion::photos::Picture;
use std::fs;
use std::path::Path;
use std::time::Duration;

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
    /// What was before, in its data folder. It is lived once, and copied for whoever comes to that world again.
    pub before: fn(&World, &Desktop, &Path),
    /// What is beside the data folder.
    pub beside: fn(&Path),
}

/// One thing that a person does.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Clicks; `data-testid`, or a selector.
    Click(&'static str),
    /// Types.
    Type(&'static str, &'static str),
    /// Puts a text in the place of what is there, all at once.
    Paste(&'static str, &'static str),
    /// Waits until it is there.
    See(&'static str),
    /// Unfolds all that is folded.
    Unfold,
    /// Scrolls to it.
    Show(&'static str),
    /// Drops all files of a folder beside the data folder.
    Drop(&'static str),
    /// Answers the system's own dialog: saves there, or where it offers to.
    Save(Option<&'static str>),
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

use Step::{Click, Drop, Paste, Save, See, Show, Type, Unfold};

const FRESH: World = World {
    name: "fresh",
    opens: "06-10 16:10",
    server: true,
    agent: true,
    before: |_, _, _| {},
    beside: |_| {},
};
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
const PHOTOS: World =
    World { name: "photos", opens: "06-13 20:30", before: live_with_photos, beside: files_to_drop, ..FRESH };
const ADDING: World = World { name: "adding", ..PHOTOS };
const AWAY: World = World { name: "away", opens: "06-11 18:00", before: stay_away, ..FRESH };
const EVENING: World = World { name: "evening", opens: "06-13 20:40", before: live_at_work, ..FRESH };
const DIARY: World = World { name: "diary", opens: "06-12 20:10", before: live_with_diary, ..FRESH };
const DELETED: World = World { name: "deleted", ..DIARY };
const DIARY_TWO: World = World { name: "diary-two", before: live_with_two_and_diary, ..DIARY };
const DIARY_LATE: World = World { name: "diary-late", opens: "07-08 20:10", ..DIARY };
const NO_AGENT: World = World { name: "no-agent", agent: false, ..DAY_2 };
const NO_SERVER: World = World { name: "no-server", server: false, before: live_unheard, ..DAY_1 };

const BOOKED: World = World { name: "booked", opens: "07-08 09:00", before: live_booked, ..FRESH };
const EARLY: World = World { name: "early", opens: "06-26 09:00", before: live_booked_early, ..FRESH };
const FREE: World = World { name: "free", before: live_with_days, ..BOOKED };
const READY: World = World { name: "ready", opens: "07-18 18:30", before: live_booked_with_clinic, ..FRESH };
const LAST: World = World { name: "last", opens: "06-26 09:00", before: live_last, ..FRESH };

/// A label as one finds it on a tube.
const LABEL: &str = "Aqua, Glycerin, Niacinamide, Retinol, Cetearyl Alcohol, Parfum, Ascorbic Acid, Quince Seed Water, Panthenol";

/// A note that is longer than a note may be, in one word.
const BOOK: &str = match str::from_utf8(&[b'o'; 5100]) {
    Ok(book) => book,
    Err(_) => "",
};

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
    at("days", "morning", &DAY_2, &[Click("go-days"), See("days-stays")]),
    at("warnings", "signs", &DAY_2, &[Click("go-warnings"), See("[data-testid^=sign-]")]),
    at("warnings", "ticked", &DAY_2, &[Click("go-warnings"), Click("[data-testid^=sign-]"), See("message")]),
    at("warnings", "call-card", &CLINIC, &[Click("go-warnings"), Click("[data-testid^=sign-]"), Click("go-call"), See("copy-script")]),
    at("warnings", "numbers", &CLINIC, &[Click("go-warnings"), Click("[data-testid^=sign-]"), See("copy-clinic")]),
    at("export", "code", &DAY_2, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), Click("show-code"), See("code"), Show("show-code")]),
    at("may", "empty", &DAY_2, &[Click("go-may"), See("may-field")]),
    at("may", "names", &DAY_2, &[Click("go-may"), Type("may-field", "ibu"), See("may-name")]),
    at("may", "not-before", &DAY_2, &[Click("go-may"), Type("may-field", "Nurofen"), Click("may-ask"), See("may-left")]),
    at("may", "yes", &DAY_2, &[Click("go-may"), Type("may-field", "paracetamol"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=yes]")]),
    at("may", "ask", &DAY_2, &[Click("go-may"), Type("may-field", "aspirin"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=ask]")]),
    at("may", "never-stop", &DAY_2, &[Click("go-may"), Type("may-field", "prednisolone"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=ask]")]),
    at("may", "unknown", &DAY_2, &[Click("go-may"), Type("may-field", "quince jelly"), Click("may-ask"), See("[data-testid=may-answer][data-verdict=unknown]")]),
    at("may", "did-you-mean", &DAY_2, &[Click("go-may"), Type("may-field", "ibuprofn"), Click("may-ask"), See("may-near")]),
    at("may", "list", &DAY_2, &[Click("go-may"), Type("may-field", LABEL), Click("may-ask"), See("may-list")]),
    at("diary", "nothing", &DAY_2, &[Click("go-diary"), See("diary-nothing")]),
    at("check", "new", &DAY_2, &[Click("go-diary"), Click("diary-write"), See("rate-redness")]),
    at("check", "nothing-said", &DAY_2, &[Click("go-diary"), Click("diary-write"), Click("check-save"), See("problem")]),
    at("check", "rated", &DAY_2, &[Click("go-diary"), Click("diary-write"), Click("rate-redness"), Click("rate-tenderness"), See("[data-rated='5'] [data-testid=rate-tenderness]")]),
    at("check", "ticked", &DAY_2, &[Click("go-diary"), Click("diary-write"), Click("[data-testid=check] [data-testid=sign-fever]"), See("message"), Show("sign-fever")]),
    at("check", "note-too-long", &DAY_2, &[Click("go-diary"), Click("diary-write"), Paste("check-note", BOOK), Click("check-save"), See("field-error-note"), Show("check-note")]),
    at("timeline", "two-weeks", &DAY_2, &[Click("go-timeline"), See("picture")]),
    at("timeline", "three-days", &DAY_2, &[Click("go-timeline"), Click("zoom-days"), See("picture")]),
    at("timeline", "course", &DAY_2, &[Click("go-timeline"), Click("zoom-course"), See("picture")]),
    at("timeline", "said", &DAY_2, &[Click("go-timeline"), Click("[data-testid=picture] [data-bar=sport]"), See("said")]),
    at("timeline", "table", &DAY_2, &[Click("go-timeline"), Click("view-table"), See("table")]),
    at("sessions", "no-treatment", &AGREED_ONLY, &[Click("go-sessions"), See("enter")]),
    at("sessions", "not-booked", &DAY_17, &[Click("go-sessions"), See("between")]),
    at("sessions", "booking", &DAY_17, &[Click("go-sessions"), Click("book"), See("book-form")]),
    at("sessions", "problem", &DAY_17, &[Click("go-sessions"), Click("book"), Click("book-save"), See("field-error-at")]),
    at("sessions", "booked", &BOOKED, &[Click("go-sessions"), See("preparation")]),
    at("sessions", "unfolded", &BOOKED, &[Click("go-sessions"), See("preparation"), Unfold]),
    at("sessions", "cancelling", &BOOKED, &[Click("go-sessions"), Click("cancel-session"), See("cancel-yes")]),
    at("sessions", "outside", &EARLY, &[Click("go-sessions"), See("outside")]),
    at("sessions", "kept-free", &FREE, &[Click("go-sessions"), See("clashes"), Unfold]),
    at("sessions", "free-form", &FREE, &[Click("go-sessions"), Click("free-add"), Click("free-save"), See("field-error-name")]),
    at("sessions", "deleted", &World { name: "free-deleted", ..FREE }, &[Click("go-sessions"), Click("free-delete"), See("undo")]),
    at("sessions", "ready", &READY, &[Click("go-sessions"), Click("[data-testid=ready] input"), See("ready-call"), Show("ready-call")]),
    at("sessions", "last", &LAST, &[Click("go-sessions"), See("between")]),
    at("sessions", "two", &TWO, &[Click("go-sessions"), See("[data-testid=course] ~ [data-testid=course]")]),
    at("today", "answered", &ANSWERED, &[Click("[data-testid=do-now] li:nth-child(1) [data-do=done]"), Click("[data-testid=do-now] li:nth-child(2) [data-do=done]"), See("[data-answer=done]")]),
    at("today", "unfolded", &ANSWERED, &[See("day"), Unfold]),
    at("photos", "none", &ANSWERED, &[Click("go-diary"), Click("go-photos"), See("photos-none")]),
    at("supplies", "all", &DAY_2, &[Click("go-timeline"), Click("go-supplies"), See("[data-supply]")]),
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
    at("export", "first", &DAY_17, &[Click("go-settings"), Click("go-export"), See("export-calendar")]),
    at("export", "calendar", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), See("cloud")]),
    at("export", "code-with-care", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), Click("show-code"), See("code"), Show("show-code")]),
    at("export", "doctor", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-doctor] summary"), See("save-doctor")]),
    at("export", "tables", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-tables] summary"), See("save-reminders")]),
    at("export", "everything", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-everything] summary"), See("save-everything"), Show("export-everything")]),
    at("export", "saved", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), Click("save-calendar"), Save(None), See("saved-calendar"), Show("save-calendar")]),
    at("export", "failed", &DAY_17, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), Click("save-calendar"), Save(Some("/proc/aftercare.ics")), See("problem"), Show("save-calendar")]),
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
    at("days", "two", &TWO, &[Click("go-days"), See("days-stays")]),
    at("export", "code-without-care", &TWO, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), Click("show-code"), See("code"), Show("show-code")]),
    at("today", "two", &TWO, &[See("[data-testid=treatment] ~ [data-testid=treatment]")]),
    at("photos", "days", &PHOTOS, &[Click("go-diary"), Click("go-photos"), See("[data-photo] img")]),
    at("photos", "large", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), See("photo")]),
    at("photos", "date", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), Click("photo-date"), See("photo-form")]),
    at("photos", "choose", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), Click("photo-compare"), See("photos-offered")]),
    at("photos", "side-by-side", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), Click("photo-compare"), Click("[data-testid=photos-offered] [data-photo]"), See("pair")]),
    at("photos", "slider", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), Click("photo-compare"), Click("[data-testid=photos-offered] [data-photo]"), Click("photos-view-slider"), See("slide")]),
    at("photos", "refused", &PHOTOS, &[Click("go-diary"), Click("go-photos"), See("[data-photo] img"), Drop("letters"), See("import-refused")]),
    at("photos", "deleted", &PHOTOS, &[Click("go-diary"), Click("go-photos"), Click("[data-photo]"), Click("photo-delete"), See("photo-undo")]),
    at("photos", "adding", &ADDING, &[Click("go-diary"), Click("go-photos"), See("[data-photo] img"), Drop("many"), See("[data-testid=import][data-runs=true]")]),
    at("today", "forgotten", &FORGOTTEN, &[Click("treatment-menu"), Click("treatment-forget"), Click("forget-yes"), See("main [data-testid=enter].main")]),
    at("today", "missed", &AWAY, &[See("missed"), Show("missed")]),
    at("health", "away", &AWAY, &[Click("go-settings"), Click("go-health"), See("health-away"), Show("health-away")]),
    at("ledger", "not-shown", &AWAY, &[Click("go-settings"), Click("go-health"), Click("go-ledger"), Click("ledger-not-shown"), See("ledger-days")]),
    at("today", "evening", &EVENING, &[See("go-days")]),
    at("days", "evening", &EVENING, &[Click("go-days"), See("days-back")]),
    at("today", "check-due", &DIARY, &[See("[data-testid=do-now] [data-do=write]")]),
    at("diary", "filled", &DIARY, &[Click("go-diary"), See("[data-testid=record] [data-check]")]),
    at("diary", "charts", &DIARY, &[Click("go-diary"), See("plot"), Show("charts")]),
    at("diary", "table", &DIARY, &[Click("go-diary"), Click("view-table"), See("ratings"), Show("charts")]),
    at("check", "editing", &DIARY, &[Click("go-diary"), Click("[data-check] [data-do=correct]"), See("check-when")]),
    at("check", "another-time", &DIARY, &[Click("go-diary"), Click("diary-write"), Click("check-retime"), Type("[data-testid=check-time] [role=spinbutton]", "23"), Click("rate-redness"), Click("check-save"), See("field-error-at")]),
    at("diary", "deleted", &DELETED, &[Click("go-diary"), Click("[data-check] [data-do=delete]"), See("[data-do=restore]")]),
    at("diary", "two", &DIARY_TWO, &[Click("go-diary"), See("choose")]),
    at("check", "two", &DIARY_TWO, &[Click("go-diary"), Click("diary-write"), See("about")]),
    at("diary", "day-29", &DIARY_LATE, &[Click("go-diary"), See("plot"), Show("charts")]),
    at("today", "no-agent", &NO_AGENT, &[See("banner")]),
    at("health", "no-agent", &NO_AGENT, &[Click("go-settings"), Click("go-health"), See("health-zone")]),
    at("today", "no-server", &NO_SERVER, &[See("banner")]),
    at("health", "no-server", &NO_SERVER, &[Click("go-settings"), Click("go-health"), See("health-waiting")]),
    at("may", "no-treatment", &AGREED_ONLY, &[Click("go-may"), See("may-none")]),
    at("diary", "no-treatment", &AGREED_ONLY, &[Click("go-diary"), See("enter")]),
    at("export", "no-treatment", &AGREED_ONLY, &[Click("go-settings"), Click("go-export"), Click("[data-testid=export-calendar] summary"), See("export-calendar")]),
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
    write_clinic(data);
}

fn write_clinic(data: &Path) {
    let contact = ContactForm {
        name: "Dr. Example, Dermatology".into(),
        phone: "030 555 0142".into(),
        hours: "Mon to Thu 8:00 to 18:00\nFri 8:00 to 13:00".into(),
        out_of_hours: "Call 116 117.".into(),
    };
    Companion::open(data).expect("a data folder").set_contact(&contact).expect("written down");
}

/// Books the next session a day after the treatment, and lives on.
fn book(world: &World, data: &Path, at: &str) {
    let mut story = story();
    pass(&mut story, "06-11 09:00");
    story.window.book("p1", at, story.now).expect("booked");
    pass(&mut story, world.opens);
    story.moves(data);
}

fn live_booked(world: &World, _: &Desktop, data: &Path) {
    book(world, data, "2026-07-20T10:00");
}

fn live_booked_early(world: &World, _: &Desktop, data: &Path) {
    book(world, data, "2026-07-02T10:00");
}

fn live_booked_with_clinic(world: &World, desktop: &Desktop, data: &Path) {
    live_booked(world, desktop, data);
    write_clinic(data);
}

fn live_with_days(world: &World, desktop: &Desktop, data: &Path) {
    live_booked(world, desktop, data);
    let days = |from: &str, until: Option<&str>, name: &str, doing: &[&str]| FreeForm {
        from: from.into(),
        until: until.map(str::to_owned),
        name: name.into(),
        doing: doing.iter().map(|word| (*word).to_owned()).collect(),
    };
    let mut companion = Companion::open(data).expect("a data folder");
    for form in [
        days("2026-07-12", None, "A day at the lake", &["sun", "swimming"]),
        days("2026-07-21", None, "Anna's wedding", &["make-up", "alcohol"]),
        days("2026-08-22", Some("2026-08-30"), "A week by the sea", &["sun"]),
    ] {
        companion.keep_free(&form, berlin(world.opens), BERLIN).expect("kept");
    }
}

fn live_last(world: &World, _: &Desktop, data: &Path) {
    let mut story = Story::begins("2026-06-10T16:10", BERLIN);
    story.enters(&ProcedureForm { session: 4, ..treatment() }).expect("entered");
    pass(&mut story, world.opens);
    story.moves(data);
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

/// When it was, symptoms and how much of each, warning signs, a note.
type Written = (&'static str, &'static [(&'static str, u32)], &'static [&'static str], &'static str);

/// What was written down of the first treatment, and when.
#[rustfmt::skip]
fn write_down(world: &World, data: &Path) {
    let written: [Written; 7] = [
        ("06-10T17:40", &[("redness", 7), ("soreness", 3), ("tenderness", 4), ("swelling", 3)], &[], "Warm, like a sunburn."),
        ("06-10T21:00", &[("redness", 6), ("soreness", 2), ("tenderness", 4), ("swelling", 3)], &[], ""),
        ("06-11T08:40", &[("redness", 6), ("soreness", 1), ("tenderness", 4), ("bruising", 1), ("swelling", 5)], &["spreading-red"],
            "Called the clinic at nine. They call back."),
        ("06-11T20:15", &[("redness", 4), ("soreness", 0), ("tenderness", 3), ("bruising", 3), ("swelling", 3), ("flaking", 0)], &[], ""),
        ("06-12T08:05", &[("redness", 3), ("tenderness", 2), ("bruising", 3), ("swelling", 2), ("flaking", 1)], &[],
            "\u{202E}turned over\u{202C} \u{1F33F} and on in the same line"),
        ("06-15T20:00", &[("redness", 1), ("tenderness", 0), ("bruising", 2), ("flaking", 4)], &[], ""),
        ("06-24T20:00", &[("redness", 0), ("bruising", 0), ("flaking", 1)], &[], ""),
    ];
    let now = berlin(world.opens);
    let mut companion = Companion::open(data).expect("a data folder");
    for (at, ratings, signs, note) in written {
        let form = CheckForm {
            procedure: "p1".into(),
            at: Some(format!("2026-{at}")),
            ratings: ratings.iter().map(|(symptom, value)| ((*symptom).to_owned(), *value)).collect(),
            signs: signs.iter().map(|sign| (*sign).to_owned()).collect(),
            note: note.into(),
        };
        if berlin(&at.replace('T', " ")) <= now {
            companion.check_in(&form, now, BERLIN).expect("written down");
        }
    }
}

fn live_with_diary(world: &World, desktop: &Desktop, data: &Path) {
    live(world, desktop, data);
    write_down(world, data);
}

fn live_with_two_and_diary(world: &World, desktop: &Desktop, data: &Path) {
    live_with_two(world, desktop, data);
    write_down(world, data);
}

/// Two sessions with photos of some of their days.
fn live_with_photos(world: &World, _: &Desktop, data: &Path) {
    let mut story = Story::begins("2026-06-13T18:00", BERLIN);
    for (ended, session) in [("2026-05-08T15:10", 1), ("2026-06-10T15:10", 2)] {
        story.enters(&ProcedureForm { ended: ended.into(), session, ..treatment() }).expect("entered");
    }
    let days = [
        "05:08 14:00",
        "05:08 20:00",
        "05:09 20:05",
        "05:11 20:00",
        "05:15 20:10",
        "06:10 20:00",
        "06:10 20:01",
        "06:11 20:00",
        "06:13 19:55",
    ];
    for (day, red) in days.into_iter().zip([10, 90, 70, 40, 15, 85, 84, 65, 35]) {
        let photo = from_phone(&portrait(red, 600, 800), 1, Some(&format!("2026:{day}:00")));
        let picture = Picture::read(&photo[..], &|| true).expect("a picture");
        story.window.keep_photo(&picture, None, story.now, BERLIN).expect("kept");
    }
    pass(&mut story, world.opens);
    story.moves(data);
}

/// Files to drop: some that are none, and many that take long.
fn files_to_drop(data: &Path) {
    let beside = |folder: &str| {
        let folder = data.with_file_name(folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    let letters = beside("letters");
    fs::write(letters.join("IMG_2041.HEIC"), b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").expect("a file");
    fs::write(letters.join("letter.jpg"), "Dear clinic, this is a letter.").expect("a file");
    let (many, large) = (beside("many"), from_phone(&portrait(20, 4000, 3000), 1, None));
    fs::write(many.join("0.jpg"), large).expect("a file");
    for number in 1..120 {
        fs::hard_link(many.join("0.jpg"), many.join(format!("{number}.jpg"))).expect("a link");
    }
}

/// The computer is off from the first evening to the next.
fn stay_away(_: &World, _: &Desktop, data: &Path) {
    let mut story = story();
    pass(&mut story, "06-10 19:00");
    story.moves(data);
}

/// The computer is off in the night and while she is at work, for three days.
fn live_at_work(world: &World, _: &Desktop, data: &Path) {
    let mut story = story();
    story.boot = Some(Duration::from_secs(3600));
    for day in 10..13 {
        pass(&mut story, &format!("06-{day} 21:00"));
        story.restarts(&format!("2026-06-{}T18:4{}", day + 1, day % 10));
    }
    pass(&mut story, world.opens);
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
