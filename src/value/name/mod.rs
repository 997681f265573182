//! People, organisations and bodies, named or described by a role.
//!
//! A document is read twice: first for names that show by themselves what they are (`people`, `organisation`), then for
//! what only the article makes clear: family names alone, acronyms it defines (`again`).

mod acronym;
mod again;
mod called;
mod capitals;
mod company;
mod english;
mod evidence;
mod group;
mod known;
mod lexicon;
mod organisation;
mod page;
mod parts;
mod people;
mod person;
mod reach;
mod relative;
mod role;
mod run;
mod sorted;
mod whom;

pub use known::full_name;
pub use lexicon::{is_given_name, may_be_given_name};
pub use parts::{NameParts, has_particle, name_tokens};
pub use role::are_exclusive;

use super::{Found, Kind, Value};
use crate::document::Document;
use page::{Case, TaggedPage};

/// Somebody or something with a name or a description: a person, organisation, body, country or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// One of `Person`, `Organisation`, `Body`, `Country`, `Place`.
    pub kind: Kind,
    /// The canonical name; `None` when only described ("the ambassador").
    pub name: Option<String>,
    /// The role, in canonical form: `foreign minister`, `ambassador`.
    pub role: Option<String>,
    /// Of whom or what, in canonical form: `Russia`.
    pub of: Option<String>,
    /// For places, the chain from narrow to wide: `["Andar", "Ghazni"]`.
    pub parts: Vec<String>,
}

impl Name {
    /// Somebody or something told by a role and not by name.
    pub fn of_role(kind: Kind, role: &str, of: Option<String>) -> Self {
        Name {
            kind,
            name: None,
            role: Some(role.to_owned()),
            of,
            parts: Vec::new(),
        }
    }
}

/// The normal form in one line, as corpora and listings show it.
impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fields = [
            ("", self.name.as_deref()),
            ("role ", self.role.as_deref()),
            ("of ", self.of.as_deref()),
        ];
        let mut shown: Vec<String> = fields
            .iter()
            .filter_map(|(label, v)| v.map(|v| format!("{label}{v}")))
            .collect();
        if !self.parts.is_empty() {
            shown.push(format!("in {}", self.parts.join(" > ")));
        }
        f.write_str(&shown.join("; "))
    }
}

/// Finds the people, organisations and bodies of a document.
///
/// Names are as written; which of them are one person's, the mention room settles.
pub fn read(document: &Document<'_>, found: &mut Vec<Found>) {
    let page = TaggedPage::new(document);
    let mut organisations = Vec::new();
    let acronyms = acronym::defined(&page, &mut organisations);
    let called = called::Called::of(&page);
    let mut people = Vec::new();
    let cases: Vec<Case> = document
        .sentences
        .iter()
        .map(|sentence| page.case_of(&sentence.tokens))
        .collect();
    for (sentence, &case) in document.sentences.iter().zip(&cases) {
        let mut reading = people::PeopleReader {
            page: &page,
            sentence: sentence.tokens.clone(),
            case,
            acronyms: &acronyms,
            called: &called,
            organisations: &mut organisations,
            people: &mut people,
        };
        reading.read();
    }
    again::read(&page, &cases, &mut people, &mut organisations);
    found.extend(people);
    found.extend(organisations.into_iter().map(|o| Found {
        value: Value::Name(o.value()),
        tokens: o.tokens,
    }));
}
