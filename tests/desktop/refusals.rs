//! What the default rules do not cover is refused in plain words, by the form and by the program behind it, and nothing is
//! saved.

use super::stage::Desktop;
use super::{berlin, treatment};
use companion::contract::{ProcedureForm, Question};
use serde_json::{Value, json};

#[test]
fn heat_needling_and_deep_needles_and_the_scalp_are_refused_in_plain_words() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("bea");
    let window = desktop.open_window(&data);
    window.click("[data-testid=agree]");
    window.click("[data-testid=try-skip]");
    window.click("[data-testid=device-radio-frequency]");
    window.type_in("[data-testid=depth]", "9");
    window.click("[data-testid=area-scalp]");
    window.click("[data-testid=save]");
    let said = |field: &str| window.text(&format!("[data-testid=field-error-{field}]"));
    assert_eq!(
        ["device", "depth_mm", "areas"].map(said),
        [
            "These instructions do not cover this device: Heat needling. Heat (radio-frequency) needling needs other care. \
             Ask your clinic for its own aftercare file.",
            "These instructions cover needles up to 2 mm. For 9 mm, ask your clinic for its own aftercare file.",
            "These instructions do not cover this area: Scalp. Ask your clinic for its own aftercare file.",
        ]
    );
    window.see("[data-testid=form]");
    assert_eq!(desktop.ask_aftercarectl(&data, &["today", "--json"]), json!({ "procedures": [] }));

    // The program does not rely on its form.
    let problem = |change: &dyn Fn(&mut ProcedureForm)| -> Value {
        let mut form = treatment();
        change(&mut form);
        let question = serde_json::to_value(Question::Enter { form }).expect("JSON");
        let problem = window.problem_of(&question);
        json!([problem["code"], problem["field"]])
    };
    let problems = [
        problem(&|form| form.device = "radio-frequency".into()),
        problem(&|form| form.depth_mm = Some(9.0)),
        problem(&|form| form.areas = vec!["face".into(), "scalp".into()]),
        problem(&|form| form.ended = "2026-06-10T16:30".into()),
        problem(&|form| form.ended = "2025-06-09T16:30".into()),
        problem(&|form| form.zone = "Europe/Atlantis".into()),
    ];
    assert_eq!(
        problems,
        [
            json!(["device-not-covered", "device"]),
            json!(["depth-not-covered", "depth_mm"]),
            json!(["area-not-covered", "areas"]),
            json!(["ended-in-future", "ended"]),
            json!(["ended-too-long-ago", "ended"]),
            json!(["zone-unknown", "zone"]),
        ]
    );
    assert_eq!(window.problem_of(&json!({ "ask": "everything" }))["code"], "not-a-question");
    assert_eq!(desktop.ask_aftercarectl(&data, &["today", "--json"]), json!({ "procedures": [] }));
}

#[test]
fn a_treatment_that_has_not_ended_yet_is_refused_at_its_field() {
    let desktop = Desktop::at(berlin("06-10 16:10"));
    let data = desktop.data("bea");
    let window = desktop.open_window(&data);
    window.click("[data-testid=agree]");
    window.click("[data-testid=try-skip]");
    window.click("[data-testid=device-roller]");
    window.click("[data-testid=area-neck]");
    // Half an hour from now, typed into the field's parts.
    window.type_in("[data-testid=ended-time] [data-segment=hour]", "16");
    window.type_in("[data-testid=ended-time] [data-segment=minute]", "40");
    window.click("[data-testid=save]");
    assert_eq!(
        window.text("[data-testid=field-error-ended]"),
        "This moment has not come yet. Enter when the treatment ended."
    );
    assert_eq!(desktop.ask_aftercarectl(&data, &["today", "--json"]), json!({ "procedures": [] }));
}
