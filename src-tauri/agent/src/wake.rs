//! Was the computer asleep, or was its clock set?
//!
//! The loop is right without being told: it looks at the clocks after every nap. [`listen`] only makes it look at once.

use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

#[cfg(target_os = "linux")]
mod listen;
#[cfg(target_os = "linux")]
mod session;

#[cfg(target_os = "linux")]
pub(crate) use listen::listen;
#[cfg(target_os = "linux")]
pub(crate) use session::watch_session;

/// A clock that was set forward may have been set wrong: this long nothing is marked missed.
const HOLD: Duration = Duration::from_secs(600);

/// A wall clock drifts by less than this between two looks; more is somebody setting it.
const SET: TimeDelta = TimeDelta::seconds(60);

/// Longer than any nap: the computer was asleep in between.
const ASLEEP: Duration = Duration::from_secs(90);

/// Time since the computer started, sleep included. `None` where the system does not tell.
#[must_use]
pub fn boot_time() -> Option<Duration> {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        // macOS's monotonic clock goes on during sleep; Linux's stands still.
        #[cfg(target_os = "macos")]
        const CLOCK: ClockId = ClockId::Monotonic;
        #[cfg(not(target_os = "macos"))]
        const CLOCK: ClockId = ClockId::Boottime;
        let at = clock_gettime(CLOCK);
        Some(Duration::new(u64::try_from(at.tv_sec).ok()?, u32::try_from(at.tv_nsec).ok()?))
    }
    #[cfg(windows)]
    Some(Duration::from_millis(winsafe::GetTickCount64()))
}

/// What two clocks tell of the time since the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The wall clock was set forward a moment ago, without sleep.
    pub set_forward: bool,
    /// The computer was asleep.
    pub slept: bool,
}

/// Compares the wall clock with the time since start, look by look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clocks {
    last: Option<(DateTime<Utc>, Option<Duration>)>,
    hold_until: Option<Duration>,
}

impl Clocks {
    /// Takes a reading. Where the system does not tell how long it has been on, every jump forward is a sleep.
    pub fn read(&mut self, wall: DateTime<Utc>, boot: Option<Duration>) -> Reading {
        let last = self.last.replace((wall, boot));
        let (passed, slept) = match (last, boot) {
            (None, _) => return Reading { set_forward: false, slept: false },
            (Some((_, Some(last_boot))), Some(boot)) => {
                let passed = boot.saturating_sub(last_boot);
                (Some(passed), passed >= ASLEEP)
            }
            (Some((last_wall, _)), _) => {
                (None, (wall - last_wall).to_std().is_ok_and(|passed| passed >= ASLEEP))
            }
        };
        if let (Some((last_wall, _)), Some(passed), Some(boot)) = (last, passed, boot) {
            let passed = TimeDelta::from_std(passed).unwrap_or(TimeDelta::MAX);
            if wall - last_wall - passed > SET {
                self.hold_until = Some(boot + HOLD);
            }
        }
        let set_forward = boot.zip(self.hold_until).is_some_and(|(boot, until)| boot < until);
        Reading { set_forward, slept }
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
        let mut read = |(wall, boot)| {
            let reading = clocks.read(wall, boot);
            (reading.set_forward, reading.slept)
        };
        assert_eq!(read(at(0, 0)), (false, false));
        // Eight hours of sleep: both clocks went on.
        assert_eq!(read(at(28_800, 28_800)), (false, true));
        // The clock is set six hours forward.
        assert_eq!(read(at(28_830 + 21_600, 28_830)), (true, false));
        assert_eq!(read(at(28_860 + 21_600, 28_860)), (true, false));
        assert_eq!(read(at(29_429 + 21_600, 29_429)), (true, true));
        assert_eq!(read(at(29_430 + 21_600, 29_430)), (false, false));
        // Set back: nothing to hold.
        assert_eq!(read(at(28_900, 29_460)), (false, false));
    }

    #[test]
    fn without_a_second_clock_a_jump_forward_is_a_sleep() {
        let start: DateTime<Utc> = "2026-03-28T07:00:00Z".parse().unwrap();
        let mut clocks = Clocks::default();
        let mut read = |seconds| clocks.read(start + TimeDelta::seconds(seconds), None).slept;
        assert_eq!([read(0), read(30), read(28_830), read(60)], [false, false, true, false]);
    }
}
