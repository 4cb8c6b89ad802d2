//! The real desktop: the three programs on a screen of their own, with a session bus, a notification server and a clock that
//! can be turned. What a test sees is what a patient would see: the page in the window, and the notices that the server showed.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on ends")]

mod accessibility;
mod at_home;
mod bad_folder;
mod call;
mod crash;
mod diary;
mod export;
mod journey;
mod keyboard;
mod login;
mod odd_servers;
mod off;
mod photos;
mod refusals;
mod reliance;
mod server;
mod sessions;
mod settings;
mod three_servers;
mod trials;

#[allow(dead_code, reason = "some of it takes minutes and is for `cargo xtask soak`")]
mod bus;
#[allow(dead_code, reason = "some of it takes minutes and is for `cargo xtask soak`")]
mod costs;
mod dialog;
#[allow(dead_code, reason = "some of it is for the pictures of `cargo xtask screens`")]
mod dragging;
#[allow(dead_code, reason = "some of it takes minutes and is for `cargo xtask soak`")]
mod hangs;
mod internet;
#[allow(dead_code, reason = "some of it takes minutes and is for `cargo xtask soak`")]
mod jumps;
mod kills;
mod logind;
mod notices;
mod patient;
mod screen;
mod session_manager;
mod stage;
mod states;
#[allow(dead_code, reason = "some of it is for the pictures of `cargo xtask screens`")]
mod tour;
#[allow(dead_code, reason = "some of it is for the pictures of `cargo xtask screens`")]
mod window;

use crate::journeys::{pictures, story};
use patient::{BERLIN, berlin, enter_treatment, ledger, treatment};
