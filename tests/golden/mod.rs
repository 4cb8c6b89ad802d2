//! Whole timelines as text, the laws of time over every zone, old databases, and the command line from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so and ends"
)]

// What the stories are told with.
pub mod aftercarectl;
mod second_opinion;
mod stories;
mod timeline;
mod wall_clock;

mod ask;
mod command_line;
mod course;
mod custom_protocols;
mod doctor;
mod export;
mod lookup;
mod old_stores;
mod outdoors;
mod properties;
mod protocol_check;
mod reading;
mod simulation;
mod supplies;
mod timelines;
mod wrong_arguments;
