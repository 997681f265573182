//! What each of an amount is for and what a sum holds: `$60 per share`, `500 barrels a day`, `$4 billion including debt`.

use super::Quantity;
use super::cue::Cue;
use super::words::Words;
use crate::document::Shape;
use crate::value::Kind;

/// The thing after `per`, `a` or `-a-` behind an amount that ends at `end`.
pub(super) fn per(words: &Words<'_>, end: usize, quantity: &Quantity) -> Option<String> {
    let hyphen = usize::from(words.dash(end));
    let article = words.is_word(end + hyphen, "a") || words.is_word(end + hyphen, "an");
    let each = words.is_word(end, "per");
    let at = end + hyphen + 1 + hyphen;
    let word = words.word(at);
    let thing = if each && words.is(at, Shape::NUMBER) {
        true
    } else if quantity.kind == Kind::Count && article {
        // "12 people a day" is a rate; "12 people a mile away" is not.
        Cue::Rate.is(word)
    } else {
        (each || article) && Cue::Per.is(word)
    };
    thing.then(|| words.text(at).to_owned())
}

/// What a sum that ends at `end` holds: `including debt`, `in cash`, `before tax`.
pub(super) fn basis(words: &Words<'_>, end: usize, quantity: &Quantity) -> Option<String> {
    let said = Cue::Basis.is(words.word(end)) && Cue::Held.is(words.word(end + 1));
    (quantity.kind == Kind::Money && said).then(|| {
        let (word, held) = (words.text(end), words.text(end + 1));
        format!("{} {}", word.to_lowercase(), held.to_lowercase())
    })
}
