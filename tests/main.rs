//! A patient's story, the house rules, whole timelines, and the real desktop: one binary.

mod desktop;
mod golden;
mod house;
mod journeys;
