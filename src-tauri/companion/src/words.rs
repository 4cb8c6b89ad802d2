//! The app's words, from the same files as the window's.

use crate::problem::Problem;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// Every language there is, English first: a text without a translation falls back to it.
const LANGUAGES: &[(&str, &str)] = &[("en", include_str!("../../../ui/words/en.ftl"))];

/// The words of one language.
pub struct Words {
    language: &'static str,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of a language, for example `de-AT`, or of the nearest there is.
    #[must_use]
    pub fn of(language: &str) -> Words {
        let short = language.split(['-', '_']).next().unwrap_or_default();
        let found = LANGUAGES.iter().find(|(tag, _)| *tag == language);
        let found =
            found.or_else(|| LANGUAGES.iter().find(|(tag, _)| *tag == short)).unwrap_or(&LANGUAGES[0]);
        let mut bundles = vec![bundle(found)];
        if found.0 != LANGUAGES[0].0 {
            bundles.push(bundle(&LANGUAGES[0]));
        }
        Words { language: found.0, bundles }
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
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned();
            }
        }
        // A house test proves that every id is there; the id is better than nothing.
        id.to_owned()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn bundle((tag, text): &(&'static str, &'static str)) -> FluentBundle<FluentResource> {
    // A file with a broken message still gives its others; a house test refuses it.
    let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
