//! Which given names alone are names because words of kinship tie them to somebody named: the "Ida" of "Paul Berg and his wife,
//! Ida", the "Tom" of "Berg's son Tom".

use super::lexicon::Tags;
use super::page::TaggedPage;
use crate::document::{Shape, Word, word_lists};
use crate::value::Found;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// How many words may stand between "his" and the word of kinship.
const DESCRIPTION: usize = 7;

word_lists! {
    /// The lists of `relative.tsv`.
    enum List of "relative.tsv" {
        Kin = "kin",
        Owner = "owner",
        Age = "age",
        Joint = "joint",
    }
}

/// Where such names stand, in sentences that name somebody in full before them or whose possessor has a family name of
/// the article.
pub(super) fn given_names(
    page: &TaggedPage<'_, '_>,
    people: &[Found],
    surnames: &FxHashMap<Word, Vec<Word>>,
    found: &mut FxHashSet<usize>,
) {
    let mut people = people.iter().peekable();
    for sentence in &page.document.sentences {
        let mut first = None;
        while let Some(person) = people.next_if(|p| p.tokens.start < sentence.tokens.end) {
            let here = person.tokens.start >= sentence.tokens.start;
            first = first.or(here.then_some(person.tokens.end));
        }
        let reader = RelativeReader {
            page,
            surnames,
            sentence: sentence.tokens.clone(),
            named: first,
        };
        for at in sentence.tokens.clone() {
            if page.is_capital(at) && reader.may_be_name(at) && reader.is_tied(at, found) {
                found.insert(at);
            }
        }
    }
}

struct RelativeReader<'r, 'd, 's> {
    page: &'r TaggedPage<'d, 's>,
    surnames: &'r FxHashMap<Word, Vec<Word>>,
    sentence: Range<usize>,
    /// Where the first full name of the sentence ends.
    named: Option<usize>,
}

impl RelativeReader<'_, '_, '_> {
    fn may_be_name(&self, at: usize) -> bool {
        let page = self.page;
        let tags = page.tags(at);
        let known = tags.any(Tags::GIVEN) && !tags.any(Tags::CALENDAR) || tags.is_empty();
        let joined = page.is_capital(at + 1) && !page.is(at + 1, Shape::NEW_LINE)
            || page.is_hyphen(at + 1)
            || page.is_capital(at.wrapping_sub(1));
        known && !joined && at > self.sentence.start
    }

    /// Whether words of kinship before `at`, or a name so tied in a list with it, make it a name.
    fn is_tied(&self, at: usize, found: &FxHashSet<usize>) -> bool {
        let kin = self.back_over_signs(at);
        let Some(before) = kin.checked_sub(1).filter(|b| *b >= self.sentence.start) else {
            return false;
        };
        if kin < at && found.contains(&before) {
            return true;
        }
        let page = self.page;
        let ex =
            page.is_hyphen(before.wrapping_sub(1)) && !page.spells(before.wrapping_sub(2), "old");
        if ex || page.is_capital(before) || !self.is(before, List::Kin) {
            return false;
        }
        self.is_owned(before, found)
    }

    /// Whether the kin told of at `kin` are those of somebody named.
    fn is_owned(&self, kin: usize, found: &FxHashSet<usize>) -> bool {
        let page = self.page;
        let first = kin.saturating_sub(DESCRIPTION).max(self.sentence.start);
        for at in (first..kin).rev() {
            if self.is(at, List::Owner) {
                return self.named.is_some_and(|named| named <= at);
            }
            if page.is(at, Shape::POSSESSIVE) {
                let owner = at.checked_sub(1).and_then(|at| page.word(at));
                return owner.is_some_and(|owner| self.surnames.contains_key(&owner));
            }
            if page.spells(at, "and") {
                let last = self.back_over_signs(at + 1);
                return last.checked_sub(1).is_some_and(|at| found.contains(&at));
            }
            let described = page.is(at, Shape::WORD) && !page.is_capital(at);
            if !described && !self.is_of_age(at) {
                return false;
            }
        }
        false
    }

    /// Where commas, "and" and ages before `at` begin.
    fn back_over_signs(&self, mut at: usize) -> usize {
        while at > self.sentence.start && (self.is(at - 1, List::Joint) || self.is_of_age(at - 1)) {
            at -= 1;
        }
        at
    }

    fn is_of_age(&self, at: usize) -> bool {
        self.page.is(at, Shape::NUMBER) || self.is(at, List::Age)
    }

    /// Whether a word is of a class of `relative.tsv`.
    fn is(&self, at: usize, list: List) -> bool {
        list.has(self.page.word(at))
    }
}
