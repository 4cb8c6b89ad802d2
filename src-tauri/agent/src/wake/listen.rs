//! What Linux tells of sleep, of going off, and of a clock that is set. All of it is optional: where the system says nothing, the
//! agent notices by itself within a nap.

use crate::{Event, Hold};
use companion::words::Words;
use rustix::io::Errno;
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};
use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use tokio::io::unix::AsyncFd;

pub(super) type Tell = Arc<dyn Fn(Event) + Send + Sync>;

/// A moment that no clock comes to: the timer is only there to be cancelled. 2500-01-01, in seconds since 1970.
const NEVER: i64 = 16_725_225_600;

/// Tells when the computer falls asleep or wakes up, when it is about to go off, and when its clock is set, as long as the runtime
/// lives.
pub(crate) fn listen(tell: &Tell) {
    let power = Arc::clone(tell);
    tokio::spawn(async move {
        // There may be no system bus, or no logind on it. One connection is enough for both.
        if let Ok(manager) = logind().await {
            let (sleep, off) = tokio::join!(watch_sleep(&manager, &power), watch_off(&manager, &power));
            drop((sleep, off));
        }
    });
    let set = Arc::clone(tell);
    tokio::spawn(async move {
        // No such timer in this system.
        drop(watch_clock(&set).await);
    });
}

/// logind says that the computer is about to sleep, and that it woke up.
async fn watch_sleep(manager: &zbus::Proxy<'_>, tell: &Tell) -> zbus::Result<()> {
    use futures_lite::StreamExt;
    let mut signals = manager.receive_signal("PrepareForSleep").await?;
    while let Some(signal) = signals.next().await {
        let falls_asleep: bool = signal.body().deserialize()?;
        tell(if falls_asleep { Event::Sleeps } else { Event::Woke });
    }
    Ok(())
}

/// logind says that the computer is about to go off, for good or to start anew. Whoever has asked for it is given a few seconds.
async fn watch_off(manager: &zbus::Proxy<'_>, tell: &Tell) -> zbus::Result<()> {
    use futures_lite::StreamExt;
    let mut signals = manager.receive_signal("PrepareForShutdown").await?;
    let mut lock = delay(manager).await;
    while let Some(signal) = signals.next().await {
        let goes_off: bool = signal.body().deserialize()?;
        if goes_off {
            tell(Event::GoesOff(lock.take().map_or_else(Hold::default, Hold::by)));
        } else {
            tell(Event::StaysOn);
            lock = delay(manager).await;
        }
    }
    Ok(())
}

/// A lock that lets the computer wait a little. Where the system gives none, what is told then is told in passing.
async fn delay(manager: &zbus::Proxy<'_>) -> Option<zbus::OwnedFd> {
    let words = Words::of(&companion::system_language());
    let why = words.say("farewell-why");
    manager.call("Inhibit", &("shutdown", words.say("app-name"), why, "delay")).await.ok()
}

async fn logind() -> zbus::Result<zbus::Proxy<'static>> {
    let bus = zbus::Connection::system().await?;
    zbus::Proxy::new(
        &bus,
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )
    .await
}

/// A timer of the wall clock that is cancelled whenever that clock is set; after a resume, too.
#[allow(
    deprecated,
    reason = "the constructor in its place is unsafe code; what it asks for, an OwnedFd gives: it stays the same descriptor"
)]
async fn watch_clock(tell: &Tell) -> io::Result<()> {
    let timer = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK)?;
    let timer = AsyncFd::new(timer)?;
    loop {
        arm(timer.get_ref())?;
        let mut ready = timer.readable().await?;
        let mut expirations = [0; 8];
        match rustix::io::read(timer.get_ref(), &mut expirations) {
            Err(Errno::CANCELED) => tell(Event::Woke),
            Err(Errno::AGAIN) => ready.clear_ready(),
            Err(error) => return Err(error.into()),
            // A clock that is set beyond the end of the timer would wake it for ever.
            Ok(_) => {
                tell(Event::Woke);
                return Ok(());
            }
        }
    }
}

fn arm(timer: &OwnedFd) -> io::Result<()> {
    let zero = Timespec { tv_sec: 0, tv_nsec: 0 };
    let never = Itimerspec { it_interval: zero, it_value: Timespec { tv_sec: NEVER, tv_nsec: 0 } };
    let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
    match timerfd_settime(timer, flags, &never) {
        // The clock was set between the two; the timer is armed all the same.
        Ok(_) | Err(Errno::CANCELED) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
