//! People, organisations and bodies, named or described by a role.

use super::{Found, Kind};
use crate::document::Document;

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
pub fn read(_document: &Document<'_>, _found: &mut Vec<Found>) {}
