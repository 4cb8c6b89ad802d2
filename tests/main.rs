//! A patient's story, thrown scripts, the house rules, whole timelines, and the real desktop: one binary.

mod desktop;
mod golden;
mod house;
mod journeys;
mod simulator;
