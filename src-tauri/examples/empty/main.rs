//! A window of the same kind with nothing in it, beside which `cargo xtask bench` measures how long Today takes to be painted.

use tauri::WebviewWindowBuilder;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let config = app.config().app.windows.first().cloned().unwrap_or_default();
            WebviewWindowBuilder::from_config(app.handle(), &config)?.build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
