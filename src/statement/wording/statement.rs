//! The statements of one article: its sentences as weighted stems, ready to be laid beside another's.

use super::turn;
use crate::claim::Account;
use crate::document::{Document, Region, Sentence, Shape, Word, rarity, stem};
use crate::mention::Mention;
use crate::value::Value;
use std::ops::Range;

/// A word of a statement.
#[derive(Clone, Copy, Debug)]
pub(in crate::statement) struct Item {
    /// Index of its token.
    pub(in crate::statement) token: usize,
    /// What its forms share.
    pub(in crate::statement) stem: Word,
    /// The word itself.
    pub(in crate::statement) word: Word,
    /// How rare it is.
    pub(in crate::statement) rarity: f32,
    /// How much it tells what the statement is about: its rarity, or its share of the weight of a name or value.
    pub(in crate::statement) weight: f32,
    /// Whether it belongs to a number or a time, which the statement gives and is not about.
    pub(in crate::statement) is_value: bool,
    /// Whether it belongs to a name.
    pub(in crate::statement) is_name: bool,
}

/// A sentence as words that count.
#[derive(Clone, Debug)]
pub(in crate::statement) struct Statement {
    /// Its words, without punctuation.
    pub(in crate::statement) items: Vec<Item>,
    /// What they weigh together.
    pub(in crate::statement) weight: f32,
}

impl Statement {
    /// The word of an item.
    pub(in crate::statement) fn word(&self, at: usize) -> Option<Word> {
        self.items.get(at).map(|item| item.word)
    }

    /// Whether an item says that something is not so.
    pub(in crate::statement) fn is_not(&self, at: usize) -> bool {
        turn::is_not_at(|at| self.word(at), at)
    }
}

/// What a word of each band of [`rarity`] weighs: "the" next to nothing, a rare word most.
const WEIGHTS: [f32; 7] = [0.0, 0.2, 1.0, 1.5, 2.0, 2.5, 3.0];
/// What a whole name, number or time weighs, however many words it has: one fact, which may be the one that differs.
const VALUE: f32 = 1.0;
const NAME: f32 = 3.0;
/// Longer sentences are tables or lists that were never split; laying two beside each other takes the square.
const MOST_ITEMS: usize = 120;

/// The statements of an article, in order.
pub(in crate::statement) fn statements(account: &Account<'_>) -> Vec<Statement> {
    let document = &account.document;
    let told = |s: &Sentence| {
        !matches!(
            s.region,
            Region::Boilerplate | Region::Dateline | Region::Signature
        )
    };
    let mut found = Vec::with_capacity(document.sentences.len());
    let mut mentions = account.mentions.iter().peekable();
    for sentence in &document.sentences {
        while mentions
            .next_if(|m| m.tokens.start < sentence.tokens.start)
            .is_some()
        {}
        let mut own: Vec<&Mention> = Vec::new();
        while let Some(mention) = mentions.next_if(|m| m.tokens.start < sentence.tokens.end) {
            // Outer mentions come before those inside them.
            if own
                .last()
                .is_none_or(|last| last.tokens.end <= mention.tokens.start)
            {
                own.push(mention);
            }
        }
        if told(sentence) {
            found.extend(statement(document, sentence, &own));
        }
    }
    found
}

fn statement(
    document: &Document<'_>,
    sentence: &Sentence,
    mentions: &[&Mention],
) -> Option<Statement> {
    let mut items = Vec::with_capacity(sentence.tokens.len());
    let mut mentions = mentions.iter().peekable();
    for token in sentence.tokens.clone() {
        let word = document.tokens.get(token)?;
        if word.is(Shape::PUNCTUATION) || word.is(Shape::LINK) {
            continue;
        }
        while mentions.next_if(|m| m.tokens.end <= token).is_some() {}
        let inside = mentions.peek().filter(|m| m.tokens.contains(&token));
        let of_value = inside.is_some_and(|m| !matches!(m.value, Value::Name(_)));
        let own = WEIGHTS.get(usize::from(rarity(word.word))).copied()?;
        let share = inside.map_or(own, |m| {
            let whole = if of_value { VALUE } else { NAME };
            whole / m.tokens.len() as f32
        });
        items.push(Item {
            token,
            stem: stem(document.text(word)),
            word: word.word,
            rarity: own,
            weight: share.min(own),
            is_value: of_value,
            is_name: inside.is_some() && !of_value,
        });
    }
    let weight = items.iter().map(|i| i.weight).sum();
    (items.len() > 1 && items.len() <= MOST_ITEMS).then_some(Statement { items, weight })
}

/// The tokens from the first to the last of some items; `None` if there are none.
pub(in crate::statement) fn tokens(items: &[Item]) -> Option<Range<usize>> {
    Some(items.first()?.token..items.last()?.token + 1)
}

/// Whether a sentence is the article's own running text.
pub(in crate::statement) fn is_told(account: &Account<'_>, token: usize) -> bool {
    let document = &account.document;
    let sentence = document.sentence_at(token);
    let region = sentence
        .and_then(|s| document.sentences.get(s))
        .map(|s| s.region);
    matches!(region, Some(Region::Body | Region::Headline))
}

/// The mentions of a statement, the outer before the inner.
pub(in crate::statement) fn all_mentions<'a>(
    account: &'a Account<'_>,
    statement: &Statement,
) -> &'a [Mention] {
    let all = &account.mentions;
    let (Some(first), Some(last)) = (statement.items.first(), statement.items.last()) else {
        return &[];
    };
    let start = all.partition_point(|m| m.tokens.start < first.token);
    let end = all.partition_point(|m| m.tokens.start <= last.token);
    all.get(start..end).unwrap_or(&[])
}

/// The outermost mentions of a statement.
pub(in crate::statement) fn mentions<'a>(
    account: &'a Account<'_>,
    statement: &Statement,
) -> Vec<&'a Mention> {
    let mut own: Vec<&Mention> = Vec::new();
    for mention in all_mentions(account, statement) {
        if own
            .last()
            .is_none_or(|l| l.tokens.end <= mention.tokens.start)
        {
            own.push(mention);
        }
    }
    own
}
