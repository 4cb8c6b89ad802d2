//! Was the computer asleep, or was its clock set?

use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

/// A clock that was set forward may have been set wrong: this long nothing is marked missed.
const HOLD: Duration = Duration::from_secs(600);

/// A wall clock drifts by less than this between two looks; more is somebody setting it.
const SET: TimeDelta = TimeDelta::seconds(60);

/// Time since the computer started, sleep included. `None` where the system does not tell.
#[must_use]
pub fn boot_time() -> Option<Duration> {
    #[cfg(target_os = "linux")]
    {
        let at = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        Some(Duration::new(u64::try_from(at.tv_sec).ok()?, u32::try_from(at.tv_nsec).ok()?))
    }
    #[cfg(not(target_os = "linux"))]
    None
}

/// Compares the wall clock with the time since start, look by look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clocks {
    last: Option<(DateTime<Utc>, Duration)>,
    hold_until: Option<Duration>,
}

impl Clocks {
    /// Takes a reading; true while the wall clock was set forward a moment ago, without sleep.
    pub fn set_forward(&mut self, wall: DateTime<Utc>, boot: Option<Duration>) -> bool {
        let Some(boot) = boot else { return false };
        if let Some((last_wall, last_boot)) = self.last {
            let passed = TimeDelta::from_std(boot.saturating_sub(last_boot)).unwrap_or(TimeDelta::MAX);
            if wall - last_wall - passed > SET {
                self.hold_until = Some(boot + HOLD);
            }
        }
        self.last = Some((wall, boot));
        self.hold_until.is_some_and(|until| boot < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_is_not_a_set_clock_and_a_set_clock_holds_for_ten_minutes() {
        let start: DateTime<Utc> = "2026-03-28T07:00:00Z".parse().unwrap();
        let at =
            |wall: i64, boot: u64| (start + TimeDelta::seconds(wall), Some(Duration::from_secs(1000 + boot)));
        let mut clocks = Clocks::default();
        let mut read = |(wall, boot)| clocks.set_forward(wall, boot);
        assert!(!read(at(0, 0)));
        // Eight hours of sleep: both clocks went on.
        assert!(!read(at(28_800, 28_800)));
        // The clock is set six hours forward.
        assert!(read(at(28_830 + 21_600, 28_830)));
        assert!(read(at(28_860 + 21_600, 28_860)));
        assert!(!read(at(28_830 + 21_600 + 600, 28_830 + 600)));
        // Set back: nothing to hold.
        assert!(!read(at(28_900, 29_500)));
    }
}
