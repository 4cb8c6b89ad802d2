//! The one place that asks the computer where and when it is. Everything else takes `now` and `zone` as arguments.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The wall clock, as an instant.
#[must_use]
#[allow(clippy::disallowed_methods, reason = "this is the place that reads the clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The computer's zone: what `TZ` says, else the system's own setting, else UTC. Read anew at each call.
#[must_use]
pub fn zone() -> Tz {
    let named = std::env::var("TZ").ok();
    let named = named
        .as_deref()
        .map(|name| name.strip_prefix(':').unwrap_or(name))
        .and_then(|name| name.parse().ok());
    named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok()).unwrap_or(Tz::UTC)
}
