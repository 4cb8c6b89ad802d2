//! Small samples of what `cargo xtask soak` does for minutes.

use super::costs::{after_notices, compare};
use super::hangs::hung;
use super::jumps::{Found, jumped};
use super::kills::killed;
use std::time::Duration;

#[test]
fn of_twenty_power_cuts_none_loses_a_notice_and_each_repeats_one_at_most() {
    let figures = killed(20, 0x00C0_FFEE);
    println!("{figures:?}");
    assert_eq!(figures.kills, 20);
}

#[test]
fn a_server_that_hangs_for_five_seconds_shows_the_notice_once_when_it_goes_on() {
    println!("{} ms after its return", hung(Duration::from_secs(5)).num_milliseconds());
}

#[test]
fn a_clock_that_jumps_rings_nothing_twice_and_passes_nothing_over() {
    println!("{:?}", jumped(Found::Woken));
}

#[test]
fn three_hundred_notices_leave_nothing_behind() {
    let (before, after) = after_notices(300);
    compare("after 40", before, "after 300", after);
}
