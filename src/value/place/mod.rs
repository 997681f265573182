//! Places and countries, with the chain of places that hold them.

use super::Found;
use crate::document::Document;

/// Finds the places of a document.
pub fn read(_document: &Document<'_>, _found: &mut Vec<Found>) {}
