//! How the window looks before the page can ask: whoever chose dark sees nothing light first.

use companion::contract::{Look, Theme};

/// What the page finds done when it begins; `look.ts` does the same from then on.
pub fn script(look: Look) -> String {
    let theme = match look.theme {
        Theme::System => "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'",
        Theme::Light => "'light'",
        Theme::Dark => "'dark'",
    };
    // Some systems run it before there is a root element.
    format!(
        "{{
            const wear = () => {{
                const root = document.documentElement;
                root?.setAttribute('data-theme', {theme});
                root?.style.setProperty('--text-size', '{size}%');
                return root !== null;
            }};
            if (!wear()) new MutationObserver((_, watch) => wear() && watch.disconnect()).observe(document, {{ childList: true }});
        }}",
        size = look.text_size
    )
}

/// The theme of the window's frame; none: the system's.
pub fn frame(look: Look) -> Option<tauri::Theme> {
    // GTK has one theme for the program, and loses the system's own when another one was set: the page cannot find back then.
    if cfg!(target_os = "linux") {
        return None;
    }
    match look.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_what_was_chosen() {
        let said = |theme, text_size| script(Look { theme, text_size });
        assert!(said(Theme::Dark, 150).contains("'data-theme', 'dark')"));
        assert!(said(Theme::Dark, 150).contains("'--text-size', '150%'"));
        assert!(said(Theme::System, 100).contains("prefers-color-scheme"));
    }
}
