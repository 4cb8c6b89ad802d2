//! A patient's story, told through the public door: the agent, the window's questions, and a clock that stands still until the
//! story moves it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a story that cannot go on has failed"
)]

mod answers;
mod away;
mod calendar;
mod call;
mod course;
mod days;
mod deleting;
mod diary;
mod earlier;
mod export;
mod faults;
mod free;
mod may;
mod outside;
mod photo_files;
mod photos;
pub mod pictures;
mod rehearsal;
mod reliance;
mod sessions;
pub mod story;
mod supplies;
mod timeline;
mod times;
mod twice;
