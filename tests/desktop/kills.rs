//! Power cuts at random moments while notices come.

use super::bus::{Call, Ear};
use super::patient::{Patient, berlin};
use super::stage::Desktop;
use std::collections::BTreeMap;
use std::time::Duration;

/// The agent decides, shows and records within this time after it was woken, in microseconds.
const AROUND: u64 = 25_000;

/// What came of the cuts.
#[derive(Debug, Default)]
pub struct Killed {
    /// How often the agent was killed.
    pub kills: u32,
    /// How many occurrences were due at those moments. Each was shown and recorded.
    pub occurrences: usize,
    /// How many notices the server was asked to show.
    pub notices: usize,
    /// How many of the cuts came before the server was asked anything.
    pub before: u32,
    /// How many came after that and before the record, so that a notice was shown once more.
    pub repeats: u32,
}

/// A sequence of numbers that looks random and is the same each time (Marsaglia, "Xorshift RNGs", 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Goes from notice to notice, kills the agent at a random moment around each, and starts it again. Ends where something is
/// lost, or shown more often than once more per cut, or under another identity.
pub fn killed(times: u32, seed: u64) -> Killed {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let server = desktop.start_server();
    let ear = Ear::on(&desktop);
    let mut patient = Patient::enter(&desktop, "carla");
    let mut chance = Chance(seed);
    let mut figures = Killed::default();
    let mut agent = desktop.serve(&patient.data);
    let first = patient.shown();
    while figures.kills < times {
        let (moment, keys) = patient.next(&desktop);
        let (shown, asked) = (patient.shown(), ear.calls().len());
        desktop.wake_at(moment, &patient.data);
        std::thread::sleep(Duration::from_micros(chance.below(AROUND)));
        agent.kill();
        figures.kills += 1;
        figures.before += u32::from(ear.calls().len() == asked);
        agent = desktop.start_agent(&patient.data);
        patient.wait_for(&keys, &shown);
        let now = patient.shown();
        for key in &keys {
            let before = shown.get(key).copied().unwrap_or(0);
            assert_eq!(now[key], before + 1, "{key} at {moment}, seed {seed}");
        }
        let calls = &ear.calls()[asked..];
        figures.repeats += u32::try_from(repeats(calls, figures.kills, seed)).expect("a small number");
        figures.occurrences += keys.len();
        figures.notices += calls.len();
        server.clear(&desktop);
    }
    let off: Vec<(String, String)> =
        patient.missed(&desktop).into_iter().filter(|(key, _)| !first.contains_key(key)).collect();
    assert_eq!(off, [], "seed {seed}");
    assert!(agent.lives() && agent.said().is_empty(), "{:?}", agent.said());
    figures
}

/// How many of the calls around one cut repeat another: one at most, and it is the same notice.
fn repeats(calls: &[Call], kill: u32, seed: u64) -> usize {
    let mut by_identity: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for call in calls {
        by_identity.entry(&call.tag).or_default().push(&call.body);
    }
    let repeats = calls.len() - by_identity.len();
    assert!(repeats <= 1, "cut {kill} of seed {seed} repeated more than one notice: {calls:#?}");
    let same = by_identity.values().all(|bodies| bodies.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(same, "cut {kill} of seed {seed} repeated another notice: {calls:#?}");
    let bodies: Vec<&str> = by_identity.values().map(|bodies| bodies[0]).collect();
    let distinct = bodies.iter().collect::<std::collections::BTreeSet<_>>().len();
    assert_eq!(
        distinct,
        bodies.len(),
        "cut {kill} of seed {seed} repeated under another identity: {calls:#?}"
    );
    repeats
}
