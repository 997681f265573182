//! Two claims that meet: what two articles give as answers to one question.

use crate::claim::{Account, Certainty, Claim, Scope, Speaker, Then, Voice};
use crate::document::{Region, Shape};
use crate::value::Value;
use std::ops::Range;

/// Labels of statements that differ in polarity.
pub(super) const SO: &str = "so";
pub(super) const NOT_SO: &str = "not so";

/// Two claims in one place of two statements.
#[derive(Debug)]
pub(super) struct Meeting {
    /// The question: index into the rule set's claims.
    pub(super) rule: usize,
    /// Both answers.
    pub(super) claims: (Claim, Claim),
}

impl Meeting {
    /// A value of each of two articles that answer one question; `None` where a value stands in no sentence.
    pub(super) fn between(
        rule: usize,
        left: GivenValue<'_>,
        right: GivenValue<'_>,
    ) -> Option<Self> {
        let claims = (left.claim(rule)?, right.claim(rule)?);
        Some(Meeting { rule, claims })
    }

    /// The same with the articles in the other order.
    pub(super) fn turned(self) -> Self {
        let (one, other) = self.claims;
        Meeting {
            claims: (other, one),
            ..self
        }
    }

    /// Whether another meeting is of the same values.
    pub(super) fn is_of(&self, other: &Meeting) -> bool {
        let same =
            |a: &Claim, b: &Claim| a.value.kind() == b.value.kind() && a.span.overlaps(b.span);
        same(&self.claims.0, &other.claims.0) && same(&self.claims.1, &other.claims.1)
    }
}

/// A value that an article gives.
pub(super) struct GivenValue<'a> {
    /// The article.
    pub(super) account: &'a Account<'a>,
    /// The value.
    pub(super) value: Value,
    /// The tokens that it is read from.
    pub(super) tokens: Range<usize>,
}

impl GivenValue<'_> {
    /// The value as an answer to a question; `None` where it stands in no sentence.
    pub(super) fn claim(self, rule: usize) -> Option<Claim> {
        let GivenValue {
            account,
            value,
            tokens,
        } = self;
        let document = &account.document;
        let sentence = document
            .sentences
            .get(document.sentence_at(tokens.start)?)?;
        let is_quoted = |at: usize| document.is_shaped(at, Shape::QUOTED);
        let voice = match sentence.region {
            Region::Post => Voice::Post,
            _ if is_mostly(tokens.clone(), is_quoted) => Voice::Quotation,
            _ => Voice::Article,
        };
        let speaker = Speaker {
            voice,
            ..account.speakers.of(document, &tokens)
        };
        let span = document.span(tokens.clone())?;
        Some(Claim {
            rule,
            event: None,
            about: None,
            value,
            tokens,
            span,
            evidence: span,
            quote: sentence.span,
            speaker,
            certainty: Certainty::Asserted,
            negated: false,
            as_of: account.published,
            told_as_of: None,
            tied: true,
            ground: None,
            scope: Scope::Whole,
            then: Then::default(),
            pattern: None,
        })
    }
}

/// Whether more of some tokens are so than not.
fn is_mostly(tokens: Range<usize>, is_so: impl Fn(usize) -> bool) -> bool {
    let count = tokens.len();
    2 * tokens.filter(|at| is_so(*at)).count() > count
}
