//! Words that stand in one place of two statements: each other's opposites, words that exclude each other, or merely other words.

use crate::claim::Account;
use crate::mention::Mention;
use crate::statement::wording::sets::{Hit, Tie, fit, hits, set};
use crate::statement::wording::statement::Item;
use crate::statement::wording::turn;
use crate::value::Value;

/// What may stand beside words that exclude each other.
const LIGHT: f32 = 1.0;

/// The words of a difference that are each other's opposite, if nothing but auxiliaries and no "not" stands beside them.
pub(super) fn opposite_words<'a>(
    ours: &'a [Item],
    theirs: &'a [Item],
) -> Option<(&'a [Item], &'a [Item])> {
    let (a, b) = (only_word(ours)?, only_word(theirs)?);
    turn::are_opposite(a.first()?.stem, b.first()?.stem).then_some((a, b))
}

/// The one item among auxiliaries.
fn only_word(items: &[Item]) -> Option<&[Item]> {
    let mut told = items.iter().enumerate();
    let (at, _) = told.find(|(_, item)| !turn::is_auxiliary(item.word))?;
    let more = told.any(|(_, item)| !turn::is_auxiliary(item.word) || turn::is_not(item.word));
    items.get(at..=at).filter(|_| !more)
}

/// The words of a difference that exclude each other by one of the sets, if nothing of weight stands beside them.
pub(super) fn excluding<'a>(
    ours: &'a [Item],
    theirs: &'a [Item],
) -> Option<(&'a [Item], &'a [Item])> {
    let words = |items: &'a [Item], hit: &Hit| {
        let words = items.get(hit.at..hit.at + hit.words)?;
        let beside = weight_of(items) - weight_of(words);
        (beside <= LIGHT).then_some(words)
    };
    let (ours_said, theirs_said) = (hits(ours), hits(theirs));
    let mut pairs = ours_said
        .iter()
        .flat_map(|a| theirs_said.iter().map(move |b| (a, b)));
    pairs.find_map(|(a, b)| {
        // Offices exclude each other only as those of one person.
        let excluded = a.set == b.set
            && !fit(a.meaning, b.meaning)
            && set(a.set).is_some_and(|set| set.tie != Tie::Office);
        words(ours, a).zip(words(theirs, b)).filter(|_| excluded)
    })
}

fn weight_of(items: &[Item]) -> f32 {
    items.iter().map(|item| item.weight).sum()
}

/// The one word of a difference that tells something, if it is no name.
pub(super) fn telling(items: &[Item]) -> Option<&Item> {
    const TELLING: f32 = 1.0;
    let mut told = items.iter().filter(|item| item.rarity >= TELLING);
    let (one, more) = (told.next()?, told.next());
    (more.is_none() && !one.is_name).then_some(one)
}

/// Whether a word is of a number or a time, and not what is counted.
pub(super) fn is_number(account: &Account<'_>, item: &Item) -> bool {
    let counted = |mention: &Mention| match &mention.value {
        Value::Quantity(quantity) => {
            let text = account.document.slice(item.token..item.token + 1);
            let noun = quantity.noun.as_deref().unwrap_or("");
            noun.split(' ').any(|word| word.eq_ignore_ascii_case(text))
        }
        _ => false,
    };
    let holds = |mention: &&Mention| mention.tokens.contains(&item.token);
    item.is_value && !account.mentions.iter().filter(holds).any(counted)
}
