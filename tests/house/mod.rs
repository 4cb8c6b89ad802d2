//! The house rules: what a stranger may rely on without reading all of it. Each test says one, and names the file and line
//! that breaks it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so and ends"
)]

mod arrows;
mod facts;
mod figures;
mod fluent;
mod package;
mod patient_texts;
mod screens;
mod sources;
mod store;
mod tree;
mod words;
