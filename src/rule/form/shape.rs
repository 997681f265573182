//! What may stand behind the keys of a rule file, and whether a file keeps to it: every key that is unknown, repeated,
//! missing, or has something else behind it.

use crate::problem::{Problem, suggest};
use crate::rule::file::json::{Data, Text, Tree};

/// An object of a rule file.
#[derive(Debug)]
pub struct Object {
    /// What it is called: `claim`.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

/// A key of an object.
#[derive(Debug)]
pub struct Field {
    /// As written.
    pub key: &'static str,
    /// What it says.
    pub about: &'static str,
    /// What stands behind it.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// An example, as JSON.
    pub example: &'static str,
}

/// A fixed set of words.
#[derive(Debug)]
pub struct Set {
    /// What one of them is called: `kind`.
    pub noun: &'static str,
    /// The words.
    pub words: fn() -> Vec<&'static str>,
}

/// What may stand behind a key.
#[derive(Debug)]
pub enum Shape {
    /// The number of the format: 1.
    Format,
    /// Any string.
    Text,
    /// A string or `null`.
    TextOrNull,
    /// A string of lower-case letters, digits and hyphens.
    Id,
    /// A pattern.
    Pattern,
    /// A number from 0.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of a set of words.
    OneOf(&'static Set),
    /// One of a set of words or `null`.
    OneOfOrNull(&'static Set),
    /// Any number of these.
    List(&'static Shape),
    /// Two of these.
    Pair(&'static Shape),
    /// An object whose keys the author chooses, or takes from a set.
    Map(Option<&'static Set>, &'static Shape),
    /// An object.
    Object(&'static Object),
}

/// Checks a tree against an object; every mistake is added to `problems`.
pub(in crate::rule) fn check(tree: &Tree<'_>, object: &Object, problems: &mut Vec<Problem>) {
    if !matches!(tree.data, Data::Object(_)) {
        let message = format!(
            "{} is an object {{ }}; here is {}",
            article(object.name),
            tree.noun()
        );
        problems.push(Problem::new(tree.offset, message));
        return;
    }
    repeated(tree.entries(), problems);
    for (key, value) in tree.entries() {
        match object.fields.iter().find(|f| f.key == key.text) {
            Some(field) => check_value(value, &field.shape, field.key, problems),
            None => problems.push(unknown_key(key, object)),
        }
    }
    for field in object.fields.iter().filter(|f| f.required) {
        if tree.get(field.key).is_none() {
            let message = format!(
                "{} needs \"{}\", for example \"{1}\": {}",
                article(object.name),
                field.key,
                field.example
            );
            problems.push(Problem::new(tree.offset, message));
        }
    }
}

fn article(noun: &str) -> String {
    match noun {
        "file" => "a rule file".to_owned(),
        noun if noun.starts_with('e') => format!("an {noun}"),
        noun => format!("a {noun}"),
    }
}

fn unknown_key(key: &Text<'_>, object: &Object) -> Problem {
    let allowed: Vec<&str> = object.fields.iter().map(|f| f.key).collect();
    let message = format!(
        "unknown key \"{}\" (allowed here: {})",
        key.text,
        allowed.join(", ")
    );
    Problem::new(key.offset, suggest(message, &key.text, allowed, ""))
}

/// A key that stands twice in one object: the second would silently win.
fn repeated(entries: &[(Text<'_>, Tree<'_>)], problems: &mut Vec<Problem>) {
    for (at, (key, _)) in entries.iter().enumerate() {
        if entries.iter().take(at).any(|(k, _)| k.text == key.text) {
            let message = format!(
                "the key \"{}\" stands here a second time; put both together under one",
                key.text
            );
            problems.push(Problem::new(key.offset, message));
        }
    }
}

fn check_value(tree: &Tree<'_>, shape: &Shape, key: &str, problems: &mut Vec<Problem>) {
    let mut wrong = |needed: &str| {
        let message = format!("\"{key}\" needs {needed}; here is {}", tree.noun());
        problems.push(Problem::new(tree.offset, message));
    };
    match (shape, &tree.data) {
        (Shape::Format, Data::Number(1.0))
        | (Shape::Text | Shape::Pattern | Shape::TextOrNull, Data::Text(_))
        | (Shape::TextOrNull | Shape::OneOfOrNull(_), Data::Null)
        | (Shape::Flag, Data::Flag(_)) => {}
        (Shape::Format, Data::Number(other)) => problems.push(Problem::new(
            tree.offset,
            format!("format {other} is unknown; this program reads format 1"),
        )),
        (Shape::Number, Data::Number(number)) if *number >= 0.0 => {}
        (Shape::Id, Data::Text(text)) => check_id(text, problems),
        (Shape::OneOf(set) | Shape::OneOfOrNull(set), Data::Text(text)) => {
            check_word(text, set, problems);
        }
        (Shape::List(inner), Data::List(items)) => {
            for item in items {
                check_value(item, inner, key, problems);
            }
        }
        (Shape::Pair(inner), Data::List(items)) if items.len() == 2 => {
            for item in items {
                check_value(item, inner, key, problems);
            }
        }
        (Shape::Map(set, inner), Data::Object(entries)) => {
            repeated(entries, problems);
            for (name, value) in entries {
                if let Some(set) = set {
                    check_word(name, set, problems);
                }
                check_value(value, inner, &name.text, problems);
            }
        }
        (Shape::Object(object), Data::Object(_)) => check(tree, object, problems),
        (Shape::List(_), Data::Text(_)) => wrong("a list: put it between [ and ]"),
        (shape, _) => wrong(needed(shape)),
    }
}

fn needed(shape: &Shape) -> &'static str {
    match shape {
        Shape::Format => "the number 1",
        Shape::Text | Shape::Id => "a text between double quotes",
        Shape::Pattern => "a pattern between double quotes",
        Shape::OneOf(_) => "a word between double quotes",
        Shape::OneOfOrNull(_) => "a word between double quotes, or null",
        Shape::TextOrNull => "a text between double quotes, or null",
        Shape::Number => "a number from 0 up",
        Shape::Flag => "true or false",
        Shape::List(_) => "a list [ ]",
        Shape::Pair(_) => "pairs: lists of two",
        Shape::Map(..) | Shape::Object(_) => "an object { }",
    }
}

fn check_id(id: &Text<'_>, problems: &mut Vec<Problem>) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.text.is_empty() || !id.text.chars().all(plain) {
        let message = "an id is written in lower-case letters, digits and hyphens";
        let better: String = id
            .text
            .trim()
            .to_lowercase()
            .chars()
            .map(|c| if plain(c) { c } else { '-' })
            .collect();
        let message = if better.is_empty() {
            message.to_owned()
        } else {
            format!("{message}: {better}")
        };
        problems.push(Problem::new(id.offset, message));
    }
}

fn check_word(word: &Text<'_>, set: &Set, problems: &mut Vec<Problem>) {
    let all = (set.words)();
    if !all.contains(&word.text.as_ref()) {
        let message = format!(
            "unknown {} \"{}\" (there are {})",
            set.noun,
            word.text,
            all.join(", ")
        );
        problems.push(Problem::new(
            word.offset,
            suggest(message, &word.text, all, ""),
        ));
    }
}
