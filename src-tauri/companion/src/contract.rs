//! All that the window can ask, in one table, and the shapes of the answers.
//!
//! The table makes the [`Question`] that the window sends, and the TypeScript that the window is written against
//! (`ui/src/contract.ts`; `cargo xtask contract` writes it, a house test proves it fresh). Types here are the border's own:
//! instants are RFC 3339 strings, numbers fit a JavaScript number, and nothing of `plan` or the store shows through.

mod call;
mod course;
mod days;
mod diary;
mod export;
mod may;
mod photos;
mod reliance;
mod settings;
mod supplies;
mod timeline;
mod today;

pub use call::{Card, ContactForm, Level, Sign, Warnings};
pub use course::{
    Against, Booked, Clash, Course, CourseView, Free, FreeForm, NextSession, Place, Ready, Sitting, Supposed,
};
pub use days::{Days, DaysLine, DaysMoment, DaysStay, DaysTreatment, DaysWhat, Offer};
pub use diary::{Check, CheckForm, Diary, DiaryPlan, Symptom};
pub use export::{Code, Export, ExportForm, ExportKind, Picture, Saved, TextCode};
pub use may::{May, MayMatch, MayPart, Verdict};
pub use photos::{Import, Photo, PhotoForm, PhotoPlan, Photos, Refused};
pub use reliance::{Away, Health, LastNotice, Ledger, LedgerRow, Server, Test};
pub use settings::{Deleted, Look, PlanTimes, QuietHours, Settings, Theme, Times};
pub use supplies::{Need, SuppliedTreatment, Supplies, Supply};
pub use timeline::{Bar, PlanView, Timeline};
pub use today::{Board, Line, Missed, Next, Outdoors, Reminders, Today, Todo};

use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS};

/// Declares the questions: the Rust enum, and the list that the TypeScript is made from.
macro_rules! questions {
    ($( $(#[doc = $doc:literal])+ $variant:ident / $name:literal ( $($field:ident : $type:ty),* ) -> $reply:ty; )+) => {
        /// One thing the window asks. On the wire: `{"ask": "enter", "form": {…}}`.
        #[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
        #[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
        pub enum Question {
            $( $(#[doc = $doc])+ $variant { $(
                #[allow(missing_docs)]
                $field: $type
            ),* }, )+
        }

        /// Each question as it stands in TypeScript: documentation, name, what goes with it, what comes back.
        fn table(cfg: &Config) -> Vec<(String, &'static str, String, String)> {
            vec![ $( (
                [$($doc),+].join(" ").trim().replace("  ", " "),
                $name,
                {
                    let fields: Vec<String> =
                        vec![ $( format!("{}: {}", stringify!($field), <$type as TS>::name(cfg)) ),* ];
                    if fields.is_empty() { "Record<string, never>".into() } else { format!("{{ {} }}", fields.join(", ")) }
                },
                <$reply as TS>::name(cfg),
            ), )+ ]
        }
    };
}

questions! {
    /// What the window needs before it can draw anything.
    Start / "start" () -> Start;
    /// The person has read what this is and is not, and agrees. `details`: notices say what to do; else they are discreet.
    /// `autostart`: reminders start when the person logs in.
    Agree / "agree" (details: bool, autostart: bool) -> Start;
    /// The board of today.
    Today / "today" () -> Today;
    /// A treatment that took place.
    Enter / "enter" (form: ProcedureForm) -> Today;
    /// The form of a treatment as it was entered, to correct it.
    Form / "form" (id: String) -> ProcedureForm;
    /// A correction of a treatment; everything is planned anew.
    Correct / "correct" (id: String, form: ProcedureForm) -> Today;
    /// A treatment that was entered by mistake.
    Forget / "forget" (id: String) -> Today;
    /// What the patient did about an occurrence. `at`, for something done: when it was, as a wall time where the computer is,
    /// `2026-03-28T08:00`; else it was now.
    Answer / "answer" (key: String, what: Answered, at: Option<String>) -> Today;
    /// The patient goes outside: sunscreen is reminded of until the sun is down, or until the patient is back.
    GoOut / "go_out" () -> Today;
    /// The patient is back.
    ComeBack / "come_back" () -> Today;
    /// The place whose sunset counts; one of `Start.places`.
    Place / "place" (name: String) -> Today;
    /// Everything that was or will be told, and what became of it.
    Ledger / "ledger" () -> Ledger;
    /// Whether reminders can be relied on.
    Health / "health" () -> Health;
    /// Asks the agent for a real notice, to see whether it can be seen.
    Test / "test" () -> Health;
    /// Whether the patient saw the test notice.
    Seen / "seen" (test: u32, seen: bool) -> Health;
    /// Reminders start when the person logs in, or do not.
    Autostart / "autostart" (on: bool) -> Health;
    /// The warning signs, their fixed messages, and what is needed to call; works before any set-up.
    Warnings / "warnings" () -> Warnings;
    /// The verdict on a question, or on a pasted list of ingredients.
    May / "may" (asked: String) -> May;
    /// At most eight names, as they are written on packs, of which one word begins with what was typed.
    Suggest / "suggest" (typed: String) -> Vec<String>;
    /// What the person chose.
    Settings / "settings" () -> Settings;
    /// Times of day, from now on; all of them at once.
    Times / "times" (times: Times) -> Settings;
    /// How the window looks.
    Look / "look" (theme: Theme, text_size: u32) -> Settings;
    /// Notices say what to do, or are discreet.
    Details / "details" (on: bool) -> Settings;
    /// Deletes everything that was entered, shown and chosen.
    DeleteEverything / "delete_everything" () -> Deleted;
    /// The picture of every plan.
    Timeline / "timeline" () -> Timeline;
    /// What the patient wrote down of the skin.
    Diary / "diary" () -> Diary;
    /// The one-minute check.
    CheckIn / "check_in" (form: CheckForm) -> Diary;
    /// Another in the place of a check.
    CorrectCheck / "correct_check" (id: u32, form: CheckForm) -> Diary;
    /// Deletes a check; for a while it can be brought back.
    DeleteCheck / "delete_check" (id: u32) -> Diary;
    /// Brings a deleted check back.
    RestoreCheck / "restore_check" (id: u32) -> Diary;
    /// The next days at a glance, before the computer goes off.
    Days / "days" () -> Days;
    /// Every photo.
    Photos / "photos" () -> Photos;
    /// Lets the patient choose photos, and takes them in one by one. `procedure`: the treatment they belong to; none: each to the
    /// one that its day belongs to.
    AddPhotos / "add_photos" (procedure: Option<String>) -> Import;
    /// Takes in what was last dropped on the window.
    AddDropped / "add_dropped" (procedure: Option<String>) -> Import;
    /// How far that is.
    Import / "import" () -> Import;
    /// Stops it. What is over already is told of no more.
    EndImport / "end_import" () -> Import;
    /// When a photo was taken, and to which treatment it belongs.
    CorrectPhoto / "correct_photo" (id: u32, form: PhotoForm) -> Photos;
    /// Deletes a photo; for a while it can be brought back.
    DeletePhoto / "delete_photo" (id: u32) -> Photos;
    /// Brings a deleted photo back.
    RestorePhoto / "restore_photo" (id: u32) -> Photos;
    /// The course of sessions, and the days to be kept free.
    Course / "course" () -> Course;
    /// Books the next session after a treatment, or moves it. `at`: a wall time in the treatment's zone, `2026-05-05T10:00`.
    Book / "book" (procedure: String, at: String) -> Course;
    /// What would follow if it were booked; nothing is.
    Suppose / "suppose" (procedure: String, at: String) -> Supposed;
    /// The booked session does not take place; its preparation goes with it.
    CancelSession / "cancel_session" (procedure: String) -> Course;
    /// Days that the patient wants to keep free.
    KeepFree / "keep_free" (form: FreeForm) -> Course;
    /// Others in the place of days to be kept free.
    CorrectFree / "correct_free" (id: u32, form: FreeForm) -> Course;
    /// Deletes days to be kept free; for a while they can be brought back.
    DeleteFree / "delete_free" (id: u32) -> Course;
    /// Brings deleted days back.
    RestoreFree / "restore_free" (id: u32) -> Course;
    /// What there is to export.
    Export / "export" () -> Export;
    /// The calendar as a picture for the phone.
    ExportCode / "export_code" (neutral: bool) -> Code;
    /// A text as a picture for the phone.
    TextCode / "text_code" (text: String) -> TextCode;
    /// Asks where an export is to go, and puts it there.
    SaveExport / "save_export" (form: ExportForm) -> Saved;
    /// What is still to be done and put on, from now to the end of every plan.
    Supplies / "supplies" () -> Supplies;
    /// What the patient writes down of the clinic.
    Contact / "contact" (form: ContactForm) -> Warnings;
    /// The country whose emergency number is shown: one of `Warnings.countries`, or none of them.
    Country / "country" (code: Option<String>) -> Warnings;
}

/// What the patient did about an occurrence.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, TS)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// It is done.
    Done,
    /// Not this time.
    Skipped,
    /// Remind in 30 minutes.
    Later,
    /// Takes the last answer back.
    Undone,
}

/// What the window needs before it can draw anything.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Start {
    /// The person has agreed to what this is and is not.
    pub agreed: bool,
    /// Notices say what to do; else they are discreet.
    pub details: bool,
    /// How the window looks.
    pub look: Look,
    /// A BCP 47 language tag, for example `en`.
    pub language: String,
    /// The computer's IANA zone, as it is now.
    pub zone: String,
    /// Now, by the same clock that plans.
    pub now: String,
    /// How many treatments are entered.
    pub procedures: u32,
    /// The rules in use.
    pub protocol: ProtocolView,
    /// Every IANA zone name, for a treatment elsewhere.
    pub zones: Vec<String>,
    /// The places whose sunset is known: zone names, by name.
    pub places: Vec<String>,
    /// The program's own version.
    pub version: String,
}

/// The rules in use, as far as a form needs them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProtocolView {
    /// The protocol's id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// No clinic has signed it off: "Draft: not checked by your clinic" is shown.
    pub draft: bool,
    /// Devices a form offers; those not covered are refused with a reason.
    pub devices: Vec<Choice>,
    /// Areas a form offers, likewise.
    pub areas: Vec<Choice>,
    /// The deepest needle in millimetres that the rules cover.
    pub max_needle_mm: f64,
    /// How many sessions a course has when nobody said otherwise.
    pub sessions_default: u32,
    /// The most sessions a course can have.
    pub sessions_most: u32,
}

/// One choice of a form.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Choice {
    /// The word in the protocol, for example `pen`.
    pub id: String,
    /// The rules in use cover it.
    pub covered: bool,
}

/// A treatment as a person types it.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, TS)]
#[serde(deny_unknown_fields)]
pub struct ProcedureForm {
    /// When it ended: a wall time in `zone`, `2026-03-27T15:10`.
    pub ended: String,
    /// The IANA zone it took place in.
    pub zone: String,
    /// One of the devices.
    pub device: String,
    /// Needle length in millimetres, where the patient knows it.
    pub depth_mm: Option<f64>,
    /// At least one area.
    pub areas: Vec<String>,
    /// With plasma of the patient's own blood.
    pub prp: bool,
    /// The clinic prescribed an antibiotic cream.
    pub antibiotic: bool,
    /// The skin gets dark marks easily.
    pub pih_prone: bool,
    /// Which session this was, from 1.
    pub session: u32,
    /// Of how many.
    pub sessions: u32,
    /// The next session where it is booked: a wall time in `zone`.
    pub next_session: Option<String>,
}

/// The TypeScript of the whole contract, as it must stand in `ui/src/contract.ts`.
#[must_use]
pub fn typescript() -> String {
    let cfg = Config::new();
    let mut out = String::from(
        "// Generated from src-tauri/companion/src/contract.rs by `cargo xtask contract`. Do not edit.\n",
    );
    macro_rules! declare {
        ($($type:ty),+) => { $(
            out.push_str("\nexport ");
            out.push_str(<$type as TS>::decl(&cfg).trim());
            out.push('\n');
        )+ };
    }
    declare!(
        Answered,
        Start,
        ProtocolView,
        Choice,
        ProcedureForm,
        Today,
        Outdoors,
        Reminders,
        Missed,
        Away,
        Ledger,
        LedgerRow,
        Health,
        Server,
        LastNotice,
        Test,
        Board,
        Line,
        Todo,
        Next,
        Warnings,
        Level,
        Sign,
        Verdict,
        May,
        MayPart,
        MayMatch,
        Theme,
        Look,
        Settings,
        Times,
        PlanTimes,
        QuietHours,
        Deleted,
        Timeline,
        PlanView,
        Bar,
        ContactForm,
        Card,
        Diary,
        DiaryPlan,
        Symptom,
        Check,
        CheckForm,
        Days,
        DaysMoment,
        DaysLine,
        DaysWhat,
        DaysStay,
        DaysTreatment,
        Offer,
        Photos,
        PhotoPlan,
        Photo,
        PhotoForm,
        Import,
        Refused,
        Course,
        CourseView,
        Sitting,
        NextSession,
        Booked,
        Place,
        Supposed,
        FreeForm,
        Free,
        Clash,
        Against,
        Ready,
        Export,
        ExportKind,
        ExportForm,
        Code,
        Picture,
        TextCode,
        Saved,
        Supplies,
        SuppliedTreatment,
        Supply,
        Need,
        crate::problem::Problem
    );
    out.push_str("\n/** All that the window can ask: what goes with the question, and what comes back. */\nexport type Questions = {\n");
    for (doc, name, with, reply) in table(&cfg) {
        out.push_str(&format!("  /** {doc} */\n  {name}: {{ with: {with}; reply: {reply} }};\n"));
    }
    out.push_str("};\n");
    out
}
