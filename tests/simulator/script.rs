//! What happens to a patient's computer, thrown from a seed. The steps do not depend on what the programs do with them, so that
//! a seed is the same script before and after a fault is mended.

use super::dice::Dice;
use chrono_tz::{TZ_VARIANTS, Tz};
use companion::contract::Answered;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Zones whose clocks do odd things: half an hour, both ends of the date line, Ramadan, no change at all.
const ODD_ZONES: [Tz; 12] = [
    chrono_tz::Europe::Berlin,
    chrono_tz::Europe::London,
    chrono_tz::America::New_York,
    chrono_tz::America::St_Johns,
    chrono_tz::America::Sao_Paulo,
    chrono_tz::Africa::Casablanca,
    chrono_tz::Asia::Kathmandu,
    chrono_tz::Asia::Tokyo,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Pacific::Chatham,
    chrono_tz::Pacific::Kiritimati,
    chrono_tz::Pacific::Pago_Pago,
];

/// One thing that happens. Times are seconds.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The computer is on, and the agent naps. `walk`: every nap is played, also those in which nothing can happen.
    Passes { seconds: i64, walk: bool },
    /// The computer sleeps.
    Suspend { seconds: i64 },
    /// The computer is off, and starts again.
    Off { seconds: i64 },
    /// Somebody sets the clock on the wall.
    ClockSet { seconds: i64 },
    /// The clock is set to the true time.
    ClockRight,
    /// The computer is in another zone.
    Flight(Tz),
    /// The agent is killed, and started again.
    Killed { after: i64 },
    /// The agent is killed when it next gives a notice to the server: before the server took it, or before it is recorded.
    Crash { taken: bool, after: i64 },
    /// The notification server becomes like this.
    Server(Server),
    /// A button on the so-many-newest notice.
    Presses { notice: usize, what: Answered },
    /// A click on it.
    Clicks,
    /// An answer in the window, for the so-many-newest occurrence. `told`: the agent hears of the change at once.
    Answers { occurrence: usize, what: Answered, told: bool },
    /// A button and the window at the same moment.
    Both { notice: usize, on_it: Answered, in_window: Answered },
    /// A treatment is entered.
    Enters { treatment: Treatment, told: bool },
    /// A treatment is corrected.
    Corrects { treatment: usize, change: Change, told: bool },
    /// The patient chooses other times of day.
    Chooses { times: DayTimes, told: bool },
    /// A treatment was entered by mistake.
    Forgets { treatment: usize, told: bool },
    /// The disk is full, and nothing can be written, for so many steps.
    DiskFull { steps: u32 },
}

/// How the notification server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// The same one takes notices again, without a word.
    Up,
    /// Another one has started.
    New,
    /// It shows at once and says so after so many seconds.
    Late(i64),
    /// It does not answer. What it was given it shows when it wakes up, if it does.
    Hanging,
    /// It takes nothing.
    Refusing,
    /// There is none.
    Gone,
}

/// A treatment as it will be typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// It ended so many minutes ago.
    pub ago: i64,
    pub zone: Tz,
    pub prp: bool,
    pub antibiotic: bool,
    pub pih_prone: bool,
    /// Of four.
    pub session: u32,
    /// The next one, so many minutes from now.
    pub booked: Option<i64>,
}

/// Times of day, in minutes since midnight; none: as the protocol says.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTimes {
    pub morning: Option<i64>,
    pub evening: Option<i64>,
    pub quiet: Option<(i64, i64)>,
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It ended so many minutes later.
    Ended(i64),
    /// The next session is so many minutes from now, or there is none.
    Booked(Option<i64>),
    /// With plasma, prescribed, prone.
    Traits(bool, bool, bool),
    /// It was another session of the four.
    Session(u32),
}

/// The steps of a seed, one after the other, without end.
#[derive(Clone, Debug)]
pub struct Script {
    dice: Dice,
    begun: bool,
}

impl Script {
    /// The script of a seed.
    pub fn new(seed: u64) -> Script {
        Script { dice: Dice::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x0af7_e6ca), begun: false }
    }

    /// Seconds since the beginning of 2024 at which it begins, and where.
    pub fn begins(&mut self) -> (i64, Tz) {
        let at = self.dice.throw(17 * 365 * DAY);
        (at, zone(&mut self.dice))
    }
}

impl Iterator for Script {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let dice = &mut self.dice;
        if !std::mem::replace(&mut self.begun, true) {
            return Some(Step::Enters { treatment: treatment(dice), told: true });
        }
        Some(match dice.throw(100) {
            0..=31 => Step::Passes { seconds: time(dice), walk: false },
            32..=33 => Step::Passes { seconds: 1 + dice.throw(12 * MINUTE), walk: true },
            34..=38 => Step::Suspend { seconds: time(dice) },
            39..=43 => Step::Off { seconds: time(dice) },
            44..=46 => Step::ClockSet { seconds: jump(dice) },
            47..=48 => Step::ClockRight,
            49..=52 => Step::Flight(zone(dice)),
            53..=54 => Step::Killed { after: down(dice) },
            55..=59 => Step::Crash { taken: dice.percent(70), after: down(dice) },
            60..=66 => Step::Server(server(dice)),
            67..=78 => Step::Presses { notice: near(dice), what: pressed(dice) },
            79 => Step::Clicks,
            80..=87 => Step::Answers { occurrence: near(dice), what: answered(dice), told: dice.percent(80) },
            88..=89 => Step::Both { notice: near(dice), on_it: pressed(dice), in_window: answered(dice) },
            90..=91 => Step::Enters { treatment: treatment(dice), told: dice.percent(80) },
            92..=95 => Step::Corrects { treatment: near(dice), change: change(dice), told: dice.percent(80) },
            96 => Step::Forgets { treatment: near(dice), told: dice.percent(80) },
            97 => Step::DiskFull { steps: 1 + dice.throw(6) as u32 },
            98 => Step::Chooses { times: day_times(dice), told: dice.percent(80) },
            _ => Step::ClockRight,
        })
    }
}

fn zone(dice: &mut Dice) -> Tz {
    if dice.percent(70) { dice.pick(&ODD_ZONES) } else { dice.pick(&TZ_VARIANTS) }
}

/// Minutes to days.
fn time(dice: &mut Dice) -> i64 {
    match dice.throw(20) {
        0..=7 => 1 + dice.throw(90 * MINUTE),
        8..=15 => 1 + dice.throw(12 * HOUR),
        16..=18 => 1 + dice.throw(2 * DAY),
        _ => 1 + dice.throw(6 * DAY),
    }
}

/// A clock is set by minutes, by hours, or to nonsense; two minutes at least, so that it is no drift.
fn jump(dice: &mut Dice) -> i64 {
    let by = match dice.throw(8) {
        0..=2 => 2 * MINUTE + dice.throw(90 * MINUTE),
        3..=6 => HOUR + dice.throw(12 * HOUR),
        _ => DAY + dice.throw(400 * DAY),
    };
    if dice.percent(50) { by } else { -by }
}

/// How long an agent is gone.
fn down(dice: &mut Dice) -> i64 {
    if dice.percent(60) { 1 + dice.throw(10) } else { time(dice) }
}

/// The newest, or one of the few before.
fn near(dice: &mut Dice) -> usize {
    let many = if dice.percent(70) { 2 } else { 12 };
    dice.throw(many) as usize
}

fn pressed(dice: &mut Dice) -> Answered {
    dice.pick(&[Answered::Done, Answered::Done, Answered::Later])
}

fn answered(dice: &mut Dice) -> Answered {
    dice.pick(&[Answered::Done, Answered::Done, Answered::Skipped, Answered::Later, Answered::Undone])
}

fn server(dice: &mut Dice) -> Server {
    match dice.throw(12) {
        0..=2 => Server::Up,
        3..=6 => Server::New,
        7 => Server::Late(1 + dice.throw(40)),
        8..=9 => Server::Hanging,
        10 => Server::Refusing,
        _ => Server::Gone,
    }
}

fn booked(dice: &mut Dice) -> i64 {
    let reach = if dice.percent(50) { 20 } else { 70 };
    60 + dice.throw(reach * 1440)
}

fn treatment(dice: &mut Dice) -> Treatment {
    let ago = match dice.throw(10) {
        0..=5 => dice.throw(5 * 60),
        6..=8 => dice.throw(3 * 1440),
        _ => dice.throw(60 * 1440),
    };
    Treatment {
        ago,
        zone: zone(dice),
        prp: dice.percent(40),
        antibiotic: dice.percent(40),
        pih_prone: dice.percent(30),
        session: 1 + dice.throw(4) as u32,
        booked: dice.percent(30).then(|| booked(dice)),
    }
}

fn change(dice: &mut Dice) -> Change {
    match dice.throw(8) {
        0..=2 => Change::Ended(dice.throw(2 * 1440) - 1440),
        3..=4 => Change::Booked(Some(booked(dice))),
        5 => Change::Booked(None),
        6 => Change::Traits(dice.percent(50), dice.percent(50), dice.percent(50)),
        _ => Change::Session(1 + dice.throw(4) as u32),
    }
}

/// Some sensible, some as whoever works at night has them, some none at all; each is one that the window would take.
fn day_times(dice: &mut Dice) -> DayTimes {
    let day = DAY / MINUTE;
    let morning = dice.percent(60).then(|| 4 * 60 + dice.throw(9 * 60));
    let evening = dice.percent(60).then(|| 14 * 60 + dice.throw(10 * 60));
    let quiet = dice.percent(60).then(|| {
        let from = if dice.percent(50) { 19 * 60 + dice.throw(5 * 60) } else { dice.throw(day) };
        (from, (from + dice.throw(14 * 60 + 1)) % day)
    });
    DayTimes { morning, evening, quiet }
}
