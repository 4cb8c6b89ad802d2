//! The app's words, from the same files as the window's.

use crate::problem::Problem;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::{Mutex, PoisonError};
use unic_langid::LanguageIdentifier;

/// Every language there is, English first: a text without a translation falls back to it.
const LANGUAGES: &[(&str, &str)] = &[("en", include_str!("../../../ui/words/en.ftl"))];

/// The words of one language.
pub struct Words {
    language: &'static str,
    files: Vec<File>,
}

impl Words {
    /// The words of a language, for example `de-AT`, or of the nearest there is.
    #[must_use]
    pub fn of(language: &str) -> Words {
        let short = language.split(['-', '_']).next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|(tag, _)| *tag == language);
        let found =
            found.or_else(|| LANGUAGES.iter().find(|(tag, _)| *tag == short)).unwrap_or(&LANGUAGES[0]);
        let mut files = vec![File::of(found)];
        if found.0 != LANGUAGES[0].0 {
            files.push(File::of(&LANGUAGES[0]));
        }
        Words { language: found.0, files }
    }

    /// The language's tag.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A message without variables.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.fill(id, &FluentArgs::new())
    }

    /// A message with its variables.
    #[must_use]
    pub fn say_with(&self, id: &str, variables: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in variables {
            args.set(*name, (*value).to_owned());
        }
        self.fill(id, &args)
    }

    /// What went wrong, for a person.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &problem.detail {
            args.set(name.clone(), value.clone());
        }
        self.fill(&format!("problem-{}", problem.code), &args)
    }

    fn fill(&self, id: &str, args: &FluentArgs<'_>) -> String {
        // A house test proves that every id is there; the id is better than nothing.
        self.files.iter().find_map(|file| file.say(id, args)).unwrap_or_else(|| id.to_owned())
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The words of one file. Each is read when it is first said: all of them would be hundreds of kilobytes, and the agent, which says
/// a few, would keep them for months.
struct File {
    text: &'static str,
    read: Mutex<FluentBundle<FluentResource>>,
}

impl File {
    fn of((tag, text): &(&'static str, &'static str)) -> File {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut read = FluentBundle::new_concurrent(vec![language]);
        read.set_use_isolating(false);
        File { text, read: Mutex::new(read) }
    }

    fn say(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if !read.has_message(id) {
            let message = message(self.text, id)?.to_owned();
            // A broken message is missing, and the others are there; a house test refuses it.
            let message = FluentResource::try_new(message).unwrap_or_else(|(message, _)| message);
            read.add_resource_overriding(message);
        }
        let pattern = read.get_message(id)?.value()?;
        Some(read.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// The lines of one message: its own, and those after it that are indented or empty, or close what is open.
fn message<'t>(text: &'t str, id: &str) -> Option<&'t str> {
    let begins = |at: usize| text[..at].ends_with('\n') || at == 0;
    let (at, _) = text.match_indices(&format!("{id} =")).find(|(at, _)| begins(*at))?;
    let rest = &text[at..];
    let goes_on = |line: &str| line.trim_end().is_empty() || line.starts_with([' ', '}']);
    let lines = rest.split_inclusive('\n');
    let length = lines.enumerate().take_while(|(number, line)| *number == 0 || goes_on(line));
    Some(&rest[..length.map(|(_, line)| line.len()).sum()])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a-b = no\nb = first\n\nlast = { $count ->\n    [one] 1\n   *[other] { $count }\n}\n# A note.\nc = b = 2\n";

    #[test]
    fn a_message_ends_where_the_next_one_begins() {
        let cut = |id| message(TEXT, id);
        assert_eq!(cut("b"), Some("b = first\n\n"));
        assert_eq!(cut("last"), Some("last = { $count ->\n    [one] 1\n   *[other] { $count }\n}\n"));
        assert_eq!((cut("a-b"), cut("c")), (Some("a-b = no\n"), Some("c = b = 2\n")));
        assert_eq!(cut("first"), None);
    }

    #[test]
    fn every_message_that_is_cut_out_says_the_same_as_in_the_whole_file() {
        for (tag, text) in LANGUAGES {
            let whole = FluentResource::try_new((*text).to_owned()).unwrap();
            let mut all = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
            all.set_use_isolating(false);
            all.add_resource(whole).unwrap();
            let words = Words::of(tag);
            let mut count = 0;
            for id in text.lines().filter_map(|line| line.split_once(" = ")?.0.parse::<String>().ok()) {
                let Some(pattern) = all.get_message(&id).and_then(|message| message.value()) else {
                    continue;
                };
                let mut args = FluentArgs::new();
                for name in ["count", "times", "treatments"] {
                    args.set(name, 2);
                }
                let said = all.format_pattern(pattern, Some(&args), &mut Vec::new());
                assert_eq!(words.fill(&id, &args), said, "{id}");
                count += 1;
            }
            assert!(count > 900, "{count}");
        }
    }
}
