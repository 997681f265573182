//! Who does something in a sentence: its subject and its verb, by the order of words alone.
//!
//! English puts the subject before the verb. What may stand before it ("In a letter on Friday,"), within it ("Ann Lee, the
//! mayor, …") and after it ("the boy trapped in the well") is passed over. Where that leads nowhere nothing is said.

use super::page::{StoryPage, can_act};
use super::words::Class;
use crate::document::{Shape, Word};
use crate::value::Kind;
use std::ops::Range;

/// A subject and its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The tokens before the verb.
    pub(super) subject: Range<usize>,
    /// The token of the verb, or of the word that helps it.
    pub(super) verb: usize,
    /// Where the sentence ends.
    pub(super) end: usize,
}

/// The longest subject, in tokens.
const LONGEST: usize = 40;
/// How far from a participle the verb of the sentence may be.
const BEYOND: usize = 14;

/// Reads one sentence, or one part of a headline.
pub(super) struct ClauseReader<'a> {
    pub(super) page: &'a StoryPage<'a>,
    pub(super) tokens: Range<usize>,
    /// Whether verbs may be written with a capital.
    titled: bool,
    pub(super) headline: bool,
}

impl<'a> ClauseReader<'a> {
    pub(super) fn new(page: &'a StoryPage<'a>, tokens: Range<usize>, headline: bool) -> Self {
        let words = || tokens.clone().filter(|at| page.is_shaped(*at, Shape::WORD));
        let capitals = words()
            .filter(|at| page.is_shaped(*at, Shape::CAPITAL))
            .count();
        ClauseReader {
            page,
            titled: 5 * capitals > 3 * words().count(),
            tokens,
            headline,
        }
    }

    /// What somebody says, of the clause that says so: "Police said on Friday that two men were held".
    pub(super) fn said(&self, clause: &Clause) -> Option<Clause> {
        let mut start = self.past_verb(clause.verb);
        if self.page.is_word(start, "on") {
            start += 1;
        }
        if let Some(time) = self
            .page
            .mention_at(start)
            .filter(|m| matches!(m.value.kind(), Kind::Date | Kind::Time))
        {
            start = time.tokens.end;
        }
        if self.page.is_word(start, "that") {
            start += 1;
        }
        let rest = ClauseReader {
            page: self.page,
            tokens: start..self.tokens.end,
            ..*self
        };
        rest.clause()
    }

    /// The main clause.
    pub(super) fn clause(&self) -> Option<Clause> {
        let start = self.opening()?;
        let mut at = start;
        // Verbs of clauses within the subject, still to come.
        let mut inner = 0;
        while at < self.tokens.end.min(start + LONGEST) {
            if at > start && self.is_verb(start, at) {
                if inner == 0 {
                    let subject = start..self.without_adverbs(start, at);
                    let end = self.tokens.end;
                    return (!subject.is_empty()).then_some(Clause {
                        subject,
                        verb: at,
                        end,
                    });
                }
                inner -= 1;
                at = self.past_verb(at);
                continue;
            }
            if let Some(mention) = self.page.mention_at(at).filter(|m| m.tokens.len() > 1) {
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            if at > start && self.page.is(at, Class::Relative) {
                inner += 1;
            }
            // "The company's head, Ann Lee, resigned": the second comma ends what the first began.
            let closes = self.page.is_word(at, ",")
                && (start..at).any(|at| self.page.is_word(at, ","))
                && self.is_verb(start, at + 1);
            at = if closes { at + 1 } else { self.past_sign(at)? };
        }
        None
    }

    /// The token after `at`, past what stands in brackets or between commas; `None` where the clause ends.
    fn past_sign(&self, at: usize) -> Option<usize> {
        let token = self.page.token(at)?;
        if !token.is(Shape::PUNCTUATION) || token.is(Shape::POSSESSIVE) {
            return Some(at + 1);
        }
        match token.word {
            w if w == Word::of("(") || w == Word::of("[") => {
                let closed = (at..self.tokens.end)
                    .find(|at| self.page.is_word(*at, ")") || self.page.is_word(*at, "]"));
                closed.map(|closed| closed + 1)
            }
            w if w == Word::of(",") => {
                let goes_on = self.page.is_shaped(at + 1, Shape::CAPITAL)
                    && !self.page.is(at + 1, Class::Determiner);
                if goes_on {
                    return Some(at + 1);
                }
                self.past_asides(at + 1)
            }
            w if w == Word::of(":") || w == Word::of(";") => None,
            w if w == Word::of("-") && !token.is(Shape::GLUED) => None,
            _ => Some(at + 1),
        }
    }

    /// Past what stands between commas, one thing after another: "Ann Lee, the mayor, who won the vote, said".
    fn past_asides(&self, from: usize) -> Option<usize> {
        let mut at = self.comma_after(from)? + 1;
        let opens = |at: usize| {
            let page = self.page;
            page.is(at, Class::Relative)
                || page.is(at, Class::Determiner)
                || page.is(at, Class::Preposition)
        };
        while opens(at) {
            at = self.comma_after(at)? + 1;
        }
        Some(at)
    }

    /// The next comma that is not within a mention ("Nov. 10, 2016") or brackets.
    fn comma_after(&self, from: usize) -> Option<usize> {
        let mut at = from;
        while at < self.tokens.end {
            if let Some(mention) = self.page.mention_at(at).filter(|m| m.tokens.len() > 1) {
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            if self.page.is_word(at, ",") {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Where the subject begins: past a quotation, a time, and what hangs on the clause and stands before it.
    fn opening(&self) -> Option<usize> {
        let mut at = self.tokens.start;
        while at < self.tokens.end {
            let token = self.page.token(at)?;
            let time = |at: usize| {
                let mention = self.page.mention_at(at);
                mention.filter(|m| matches!(m.value.kind(), Kind::Date | Kind::Time))
            };
            if self.page.is_word(at, "(") || self.page.is_word(at, "[") {
                at = self.past_sign(at)?;
            } else if token.is(Shape::QUOTED) || token.is(Shape::PUNCTUATION) {
                at += 1;
            } else if let Some(mention) = time(at) {
                at = mention.tokens.end;
            } else if self.counts(at) {
                break;
            } else if self.page.is(at, Class::Opener) || self.is_participle(at) {
                let apart = self.page.is(at, Class::Preposition)
                    || self.page.is(at, Class::Relative)
                    || self.is_participle(at)
                    || self.page.is_word(at, "according");
                if !apart {
                    at += 1;
                } else if let Some(mention) = time(at + 1) {
                    at = mention.tokens.end;
                } else {
                    at = self.comma_after(at)? + 1;
                }
            } else {
                break;
            }
        }
        (at < self.tokens.end).then_some(at)
    }

    /// "At least three miners", "About 200 people": no time or place, but how many.
    fn counts(&self, at: usize) -> bool {
        let number = |at: usize| {
            let mention = self.page.mention_at(at);
            mention.is_some_and(|m| m.value.kind() == Kind::Count)
                || self.page.is_shaped(at, Shape::NUMBER)
        };
        let bound = self.page.is_word(at + 1, "least") || self.page.is_word(at + 1, "most");
        number(at) || number(at + 1) && !self.page.is_word(at, "in") || bound && number(at + 2)
    }

    /// "Speaking in Leeds, …", "Asked about it, …"; a headline has none.
    fn is_participle(&self, at: usize) -> bool {
        let (Some(token), false) = (self.page.token(at), self.headline) else {
            return false;
        };
        let opens = at == self.tokens.start || self.page.is_word(at.wrapping_sub(1), ",");
        let text = self.page.document.text(token);
        opens && (text.len() > 5 && text.ends_with("ing") || self.page.is(at, Class::Past))
    }

    /// Whether the token at `at` is the verb of the subject that begins at `start`.
    fn is_verb(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let Some(token) = page.token(at).filter(|t| t.is(Shape::WORD)) else {
            return false;
        };
        let joined = page.is_word(at + 1, "-") && page.is_shaped(at + 1, Shape::GLUED)
            || page.is_word(at - 1, "-") && token.is(Shape::GLUED);
        if token.is(Shape::QUOTED) || token.is(Shape::CAPITAL) && !self.titled || joined {
            return false;
        }
        let in_name = page
            .mentions_in(at.saturating_sub(8)..at + 1)
            .any(|m| m.tokens.contains(&at) && can_act(m));
        if in_name {
            return false;
        }
        if page.is(at, Class::Aux) {
            return !page.is_word(at, "'s");
        }
        let before = at - 1;
        if page.is_word(at, "to") {
            return self.headline && page.is(at + 1, Class::Base) && !page.is(before, Class::Past);
        }
        let noun_before = !page.is(before, Class::Determiner)
            && !page.is(before, Class::Preposition)
            && !page.is_shaped(before, Shape::POSSESSIVE);
        if !noun_before {
            return false;
        }
        if page.is(at, Class::Past) {
            return !self.is_in_subject(start, at);
        }
        let noun_after = page.is(at + 1, Class::Aux) || page.is(at + 1, Class::Past);
        if page.is(at, Class::Third) {
            let mut named = page.mentions_in(start..at);
            let named = named.any(|m| m.tokens.end == at && can_act(m));
            let singular = named || !self.is_plural(start, at);
            return !page.is(at, Class::Human) && !noun_after && singular;
        }
        let base = page.is(at, Class::Base) && !page.is(at, Class::Human) && !noun_after;
        if base && self.is_plural(start, at) {
            return self.headline || self.opens_object(at + 1);
        }
        self.is_unknown_verb(at)
    }

    /// Whether what stands at `at` can follow a verb and not a noun.
    fn opens_object(&self, at: usize) -> bool {
        const OPEN: [Class; 5] = [
            Class::Determiner,
            Class::Preposition,
            Class::Relative,
            Class::Pronoun,
            Class::Adverb,
        ];
        OPEN.iter().any(|class| self.page.is(at, *class))
            || self.page.is_shaped(at, Shape::CAPITAL)
            || self.page.is_shaped(at, Shape::NUMBER)
            || self.page.mention_at(at).is_some()
    }

    /// Whether a word that no list has stands where a verb would and ends like one: "Norway consults Sweden".
    fn is_unknown_verb(&self, at: usize) -> bool {
        let page = self.page;
        let Some(token) = page.token(at).filter(|t| !t.is(Shape::CAPITAL)) else {
            return false;
        };
        let text = page.document.text(token);
        let third = self.headline && text.ends_with('s') && !text.ends_with("ss");
        let mut named = page.mentions_in(at.saturating_sub(8)..at);
        text.len() > 4
            && (text.ends_with("ed") || third)
            && !page.is(at, Class::Human)
            && !page.is(at, Class::Base)
            && named.any(|m| m.tokens.end == at && can_act(m))
            && self.opens_object(at + 1)
    }

    /// Whether a participle belongs to the subject ("the boy trapped in the well was found"): it is followed by a
    /// preposition and, in its clause, by another verb; names take no such participle.
    fn is_in_subject(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let last = at - 1;
        let named = page
            .mentions_in(start..at)
            .any(|m| m.tokens.end == at && can_act(m));
        // The first word has a capital whatever it is.
        let capital = last > start && page.is_shaped(last, Shape::CAPITAL) && !self.titled;
        if named || capital {
            return false;
        }
        // "the alleged killer": an adjective before its noun.
        if page.is(at + 1, Class::Human) {
            return true;
        }
        let timed = page.mention_at(at + 1);
        let timed = timed.is_some_and(|m| matches!(m.value.kind(), Kind::Date | Kind::Time));
        if !page.is(at + 1, Class::Preposition) && !timed {
            return false;
        }
        let ends =
            |at: &usize| !page.is(*at, Class::Relative) && !page.is_shaped(*at, Shape::PUNCTUATION);
        let mut rest = (at + 1..self.tokens.end.min(at + BEYOND)).take_while(ends);
        rest.any(|at| {
            let lower = !page.is_shaped(at, Shape::CAPITAL) || self.titled;
            lower && (page.is(at, Class::Aux) || page.is(at, Class::Past))
        })
    }

    /// Whether the subject so far is of several: "Rescuers", "Ann Lee and Tom Hill", "the police".
    fn is_plural(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        if (start..at).any(|at| page.is_word(at, "and")) {
            return true;
        }
        let named = page
            .mentions_in(start..at)
            .find(|m| m.tokens.end == at && can_act(m));
        if named.is_some_and(|m| m.value.kind() != Kind::Organisation) {
            return false;
        }
        if page.is(at - 1, Class::Plural) {
            return true;
        }
        let text = page
            .token(at - 1)
            .map_or("", |t| page.document.text(t))
            .to_lowercase();
        text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us")
    }

    /// Where the subject ends if adverbs before the verb are left out: "Ann Lee reportedly said".
    fn without_adverbs(&self, start: usize, verb: usize) -> usize {
        let mut end = verb;
        while end > start {
            let last = end - 1;
            let text = self
                .page
                .token(last)
                .map_or("", |t| self.page.document.text(t));
            let adverb = self.page.is(last, Class::Adverb)
                || text.len() > 5
                    && text.ends_with("ly")
                    && !self.page.is_shaped(last, Shape::CAPITAL);
            let sign = self.page.is_shaped(last, Shape::PUNCTUATION)
                && !self.page.is_shaped(last, Shape::POSSESSIVE);
            if !adverb && !sign {
                break;
            }
            end = last;
        }
        end
    }

    /// Past a verb with its helpers: "has been held".
    pub(super) fn past_verb(&self, verb: usize) -> usize {
        let mut at = verb + 1;
        while at < self.tokens.end
            && (self.page.is(at, Class::Past)
                || self.page.is(at, Class::Adverb)
                || self.page.is_word(at, "been"))
        {
            at += 1;
        }
        at
    }
}
