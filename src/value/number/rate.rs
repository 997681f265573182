//! What each of an amount is for and what a sum holds: `$60 per share`, `500 barrels a day`, `$4 billion including debt`.

use super::Quantity;
use super::amount::Amount;
use super::cue::{Cue, Lexis};
use super::noun;
use super::words::Words;
use crate::document::Shape;
use crate::value::Kind;

/// What each of an amount that ends at `end` is for, and what a sum holds, in either order: "$41 per share in cash", "$41 in
/// cash for each share".
pub(super) fn read(
    words: &Words<'_>,
    end: usize,
    quantity: &Quantity,
) -> (Option<String>, Option<String>) {
    let (mut each, mut held) = (None, None);
    let mut at = end;
    for _ in 0..2 {
        if let Some((thing, next)) = per(words, at, quantity).filter(|_| each.is_none()) {
            (each, at) = (Some(thing), next);
        } else if let Some((sum, next)) = basis(words, at, quantity).filter(|_| held.is_none()) {
            (held, at) = (Some(sum), next);
        }
    }
    (each, held)
}

/// The thing after `per`, `a`, `-a-` or `for each` behind an amount that ends at `end`, and where it ends.
fn per(words: &Words<'_>, end: usize, quantity: &Quantity) -> Option<(String, usize)> {
    let hyphen = usize::from(words.dash(end));
    let article = words.is_word(end + hyphen, "a") || words.is_word(end + hyphen, "an");
    let each = words.is_word(end, "per");
    let paid = words.is_word(end, "for") && Cue::Each.is(words.word(end + 1));
    let at = end + hyphen + 1 + hyphen + usize::from(paid);
    let word = words.word(at);
    let thing = if each && words.is(at, Shape::NUMBER) {
        true
    } else if quantity.kind == Kind::Count && article {
        // "12 people a day" is a rate; "12 people a mile away" is not.
        Cue::Rate.is(word)
    } else {
        let sum = paid && quantity.kind == Kind::Money;
        (each || article || sum) && Cue::Per.is(word)
    };
    // "£22m a year earlier" tells of another time.
    let away = Lexis::Away.has(words.word(at + 1));
    (thing && !(article && away)).then(|| (words.text(at).to_owned(), at + 1))
}

/// Whether an ordinal is the unit of time of "2 litres a second", "a football field a second"; not of "he scored a second".
pub(super) fn is_each(words: &Words<'_>, amount: &Amount) -> bool {
    const WORDS: usize = 3;
    let article = amount.start.checked_sub(1);
    let Some(article) = article.filter(|at| Cue::Rate.is(words.word(at + 1))) else {
        return false;
    };
    if ["per", "each"]
        .iter()
        .any(|word| words.is_word(article, word))
    {
        return true;
    }
    let single = |at: usize| words.is_word(at, "a") || words.is_word(at, "an");
    let noun = |at: &usize| {
        words.is(*at, Shape::WORD)
            && !words.is(*at, Shape::CAPITAL)
            && !noun::is_stop(words.word(*at))
            && !noun::is_verb(words, *at)
            && !noun::is_plural(words, *at)
    };
    let ahead = (words.range.start..article)
        .rev()
        .take(WORDS)
        .take_while(noun);
    let measured = ahead
        .last()
        .is_some_and(|first| single(first.wrapping_sub(1)));
    single(article) && (measured || words.free == article && article > words.range.start)
}

/// What a sum that ends at `end` holds, and where that ends: `including debt`, `in cash and stock`, `before tax`.
fn basis(words: &Words<'_>, end: usize, quantity: &Quantity) -> Option<(String, usize)> {
    let said = Cue::Basis.is(words.word(end)) && Cue::Held.is(words.word(end + 1));
    if quantity.kind != Kind::Money || !said {
        return None;
    }
    let both = words.is_word(end + 2, "and") && Cue::Held.is(words.word(end + 3));
    let past = end + if both { 4 } else { 2 };
    let text: Vec<String> = (end..past)
        .map(|at| words.text(at).to_lowercase())
        .collect();
    Some((text.join(" "), past))
}

/// What an average is an average of is nothing that is told: it is compared with another average only.
pub(super) const AVERAGE: &str = "on average";

/// Where "an average of", "on average" or "average" starts, if a number at `start` stands right behind it.
pub(super) fn average(words: &Words<'_>, start: usize) -> Option<usize> {
    let of = usize::from(words.is_word(start.wrapping_sub(1), "of"));
    let at = start.checked_sub(1 + of)?;
    let article = at.checked_sub(1).filter(|at| {
        ["a", "an", "the", "on"]
            .iter()
            .any(|word| words.is_word(*at, word))
    });
    // "Will average 3 percent" tells what it comes to.
    let noun = words.is_word(at, "average") && (of == 1 || article.is_some());
    noun.then(|| article.unwrap_or(at))
}
