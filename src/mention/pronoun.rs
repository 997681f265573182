//! Whom "he" or "she" stands for: the nearest person named before, where only one can be meant.

use super::Mention;
use super::words::List;
use crate::document::Document;
use crate::value::Kind;

/// The mention whose person the pronoun at token `at` stands for; `None` unless the pronoun's sentence up to it, or else
/// the sentence before, has just one person.
pub fn antecedent<'m>(
    document: &Document<'_>,
    mentions: &'m [Mention],
    at: usize,
) -> Option<&'m Mention> {
    let word = document.word(at)?;
    List::Pronoun
        .has(word)
        .then(|| named_before(document, mentions, at))?
}

/// The person whom words at token `at` stand for, if they stand for one named just before.
pub fn named_before<'m>(
    document: &Document<'_>,
    mentions: &'m [Mention],
    at: usize,
) -> Option<&'m Mention> {
    let here = document.sentence_at(at)?;
    let sentence = document.sentences.get(here)?;
    if let Some(found) = only_person(mentions, sentence.tokens.start..at)? {
        return Some(found);
    }
    let before = document.sentences.get(here.checked_sub(1)?)?;
    if sentence.paragraph > before.paragraph + 1 || before.span.part != sentence.span.part {
        return None;
    }
    only_person(mentions, before.tokens.clone())?
}

/// The one person mentioned in `tokens`: `Some(None)` if nobody is, `None` if several are.
#[expect(clippy::option_option, reason = "nobody and several are two answers")]
fn only_person(mentions: &[Mention], tokens: std::ops::Range<usize>) -> Option<Option<&Mention>> {
    let mut found: Option<&Mention> = None;
    let start = mentions.partition_point(|m| m.tokens.start < tokens.start);
    for mention in mentions
        .get(start..)?
        .iter()
        .take_while(|m| m.tokens.end <= tokens.end)
    {
        if mention.value.kind() != Kind::Person {
            continue;
        }
        match found {
            Some(known) if known.entity != mention.entity || mention.entity.is_none() => {
                return None;
            }
            _ => found = Some(mention),
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::read;
    use crate::text::Source;

    /// Checks whom the last "he" or "she" of `text` stands for.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let source = Source::new("a", text);
        let document = Document::parse(&source);
        let mentions = read(&document);
        let pronoun = |at: &usize| List::Pronoun.has(document.word(*at));
        let at = (0..document.tokens.len()).rev().find(pronoun);
        let found = at.and_then(|at| antecedent(&document, &mentions, at));
        assert_eq!(found.map(|m| source.slice(m.span)), expected);
    }

    #[test]
    fn the_one_person_nearest_before() {
        check("Ellen Marsh fell. She was hurt.", Some("Ellen Marsh"));
        check("Ellen Marsh said she was hurt.", Some("Ellen Marsh"));
        check("Ellen Marsh met Nora Bright. She was hurt.", None);
        check("It rained. She was hurt.", None);
    }
}
