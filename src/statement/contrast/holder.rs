//! Of whom a word is said: of the person named last before it, or right after it.

use crate::document::{Shape, Word};
use crate::mention::Mention;
use crate::statement::retelling::scene::Scene;
use crate::statement::wording::class::Class;
use crate::statement::wording::statement::Item;
use crate::value::{Kind, Value};
use std::ops::Range;

/// How far from an office, in tokens, the person's name stands.
const BEFORE: usize = 7;
const AFTER: usize = 3;

/// Who "was shot in the leg", by the words of the name: the person named last before the verb in its clause. In "Ann Lee
/// and a 31-year-old man" that is nobody named.
pub(super) fn victim(scene: &Scene<'_>, verb: usize) -> Option<Vec<Word>> {
    let items = scene.items.get(..verb)?.iter().rev();
    let ends = |item: &&Item| Class::Break.has(item.word) && !Class::Relative.has(item.word);
    let mut told = items.take_while(|item| !ends(item));
    let person = told.find_map(|item| {
        let mention = scene.mention_at(item.token)?;
        matches!(mention.value.kind(), Kind::Person | Kind::Age).then_some(mention)
    })?;
    let named = name(scene, person);
    (!named.is_empty()).then_some(named)
}

/// Whose office stands at some tokens: of the person named right after it, else of the one named shortly before.
pub(super) fn officer(scene: &Scene<'_>, office: &Range<usize>) -> Option<Vec<Word>> {
    let of_named = |m: &&&Mention| !name(scene, m).is_empty();
    let after = |m: &&&Mention| {
        let start = m.tokens.start;
        m.tokens.end > office.start && start < office.end + AFTER
    };
    let before = |m: &&&Mention| {
        let end = m.tokens.end;
        end <= office.start && end + BEFORE >= office.start
    };
    let mentions = || scene.mentions.iter().filter(of_named);
    let person = mentions()
        .find(after)
        .or_else(|| mentions().rev().find(before))?;
    name(scene, person).pop().map(|family| vec![family])
}

/// The words of a person's name; none if the mention only describes somebody.
fn name(scene: &Scene<'_>, mention: &Mention) -> Vec<Word> {
    let named = match &mention.value {
        Value::Name(name) if name.kind == Kind::Person => name.name.is_some(),
        _ => false,
    };
    let tokens = mention.name_tokens.as_ref().unwrap_or(&mention.tokens);
    let items = scene.items.iter().filter(|i| tokens.contains(&i.token));
    let document = &scene.account.document;
    let capital = items.filter(|i| named && document.is_shaped(i.token, Shape::CAPITAL));
    capital.map(|i| i.word).collect()
}
