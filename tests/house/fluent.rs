//! The `.ftl` files as the rules read them.

use super::sources::below;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// What one message is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its variables.
    pub variables: BTreeSet<String>,
    /// Other messages that it is made of.
    pub messages: BTreeSet<String>,
    /// Its words, without the variables.
    pub words: String,
}

/// The messages of one language by id.
pub type Messages = BTreeMap<String, Message>;

/// Every language, by its tag. A file with junk in it is refused: Fluent would silently leave the message out.
pub fn languages() -> BTreeMap<String, Messages> {
    let mut out = BTreeMap::new();
    for (name, text) in below("ui/words/", &[".ftl"]) {
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| {
            panic!("{name}: {} errors, first {:?}", errors.len(), errors.first())
        });
        let mut messages = Messages::new();
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    assert!(
                        message.attributes.is_empty(),
                        "{name}: {} has attributes, which nobody reads",
                        message.id.name
                    );
                    let mut found = Message::default();
                    let value =
                        message.value.unwrap_or_else(|| panic!("{name}: {} is empty", message.id.name));
                    pattern(&value, &mut found);
                    let before = messages.insert(message.id.name.to_owned(), found);
                    assert!(before.is_none(), "{name}: {} is there twice", message.id.name);
                }
                Entry::Term(term) => {
                    panic!("{name}: -{} is a term; the rules here read messages alone", term.id.name)
                }
                Entry::Junk { content } => panic!("{name}: this is no message: {content}"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
        let tag = name.trim_start_matches("ui/words/").trim_end_matches(".ftl").to_owned();
        out.insert(tag, messages);
    }
    out
}

fn pattern(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                found.words.push_str(value);
                found.words.push(' ');
            }
            PatternElement::Placeable { expression: one } => expression(one, found),
        }
    }
}

fn expression(one: &Expression<&str>, found: &mut Message) {
    match one {
        Expression::Inline(one) => inline(one, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            for variant in variants {
                pattern(&variant.value, found);
            }
        }
    }
}

fn inline(one: &InlineExpression<&str>, found: &mut Message) {
    match one {
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            found.messages.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline(argument, found);
            }
        }
        InlineExpression::Placeable { expression: one } => expression(one, found),
        InlineExpression::StringLiteral { value } => found.words.push_str(value),
        InlineExpression::NumberLiteral { .. } | InlineExpression::TermReference { .. } => {}
    }
}
