//! HTML, element by element. Every text is escaped on its way in.

/// A page that is being written.
#[derive(Debug, Default)]
pub(super) struct Html {
    written: String,
}

impl Html {
    /// An element with what `write` puts into it. `tag` has the attributes with it, which are the program's own.
    pub(super) fn element(&mut self, tag: &str, write: impl FnOnce(&mut Html)) {
        self.open(tag);
        write(self);
        self.written.push_str("</");
        self.written.push_str(tag.split(' ').next().unwrap_or(tag));
        self.written.push('>');
    }

    /// An element with a text in it.
    pub(super) fn put(&mut self, tag: &str, text: &str) {
        self.element(tag, |html| html.text(text));
    }

    /// An element that holds nothing.
    pub(super) fn open(&mut self, tag: &str) {
        self.written.push('<');
        self.written.push_str(tag);
        self.written.push('>');
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.written.push_str(&escaped(text));
    }

    /// What is HTML already: the program's own.
    pub(super) fn own(&mut self, html: &str) {
        self.written.push_str(html);
    }

    /// All of it.
    pub(super) fn written(self) -> String {
        self.written
    }
}

/// A text for an element or an attribute in quotes. Control characters have no place in HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(sign),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}
