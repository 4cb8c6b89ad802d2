//! The page that shows all pictures: a state is a row, with its themes and sizes beside each other.

/// One picture.
pub struct Picture {
    /// The screen.
    pub screen: &'static str,
    /// Its state.
    pub state: &'static str,
    /// Its width and height.
    pub size: (u16, u16),
    /// `light` or `dark`.
    pub theme: &'static str,
}

impl Picture {
    /// The name of its file.
    pub fn file(&self) -> String {
        let (width, height) = self.size;
        format!("{}-{}-{width}x{height}-{}.png", self.screen, self.state, self.theme)
    }
}

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Aftercare: every screen</title>
<style>
  body { margin: 2rem; background: #8c8c88; font: 1rem system-ui, sans-serif; }
  div { display: flex; gap: 1rem; align-items: start; margin-block-end: 2rem; }
  img { block-size: 22rem; inline-size: auto; }
</style>
<h1>Aftercare: every screen</h1>
";

/// The page.
pub fn page(pictures: &[Picture]) -> String {
    let mut states: Vec<(&str, &str)> = Vec::new();
    for picture in pictures {
        let state = (picture.screen, picture.state);
        if !states.contains(&state) {
            states.push(state);
        }
    }
    let mut page = HEAD.to_owned();
    for (screen, state) in states {
        page.push_str(&format!("<h2>{screen}, {state}</h2>\n<div>\n"));
        for picture in pictures.iter().filter(|one| (one.screen, one.state) == (screen, state)) {
            let ((width, height), file) = (picture.size, picture.file());
            let alt = format!("{screen}, {state}, {width} by {height}, {}", picture.theme);
            page.push_str(&format!(
                "  <a href=\"{file}\"><img src=\"{file}\" alt=\"{alt}\" loading=\"lazy\"></a>\n"
            ));
        }
        page.push_str("</div>\n");
    }
    page
}
