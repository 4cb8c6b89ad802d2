//! Prepares the window's build.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A fresh clone compiles before the UI was built; the window says then that it is missing.
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    std::fs::create_dir_all(&dist)?;
    // The webview's libraries bring the system's SQLite along. Ours must not stand in for it, so its symbols stay inside.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let manifest = tauri_build::AppManifest::new().commands(&["ask"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
