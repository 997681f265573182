//! Places and countries, with the chain of places that hold them.

mod country;
mod index;

pub use country::country_at;

use super::{Found, Kind, Name, Value};
use crate::document::Document;

/// Finds the places of a document.
pub fn read(document: &Document<'_>, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(country) = country::find(document, at).filter(|c| c.form != country::Form::Seat)
        else {
            at += 1;
            continue;
        };
        found.push(Found {
            tokens: at..at + country.tokens,
            value: Value::Name(Name {
                kind: Kind::Country,
                name: Some(country.name.to_owned()),
                role: None,
                of: None,
                parts: Vec::new(),
            }),
        });
        at += country.tokens;
    }
}
