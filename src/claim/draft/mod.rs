//! Claims on their way: found and valued, not yet bound to an event.
//!
//! Here belongs what makes a draft of one match: whether a number is of what is asked for (`counted.rs`), what a label stands for
//! (`label.rs`), what several parts come to (`sum.rs`), which further mentions share the claim (`enumeration.rs`), of whom a find really tells
//! (`other.rs`), and what takes a find back (`exception.rs`).

pub(super) mod counted;
pub(super) mod enumeration;
pub(super) mod exception;
pub(super) mod label;
pub(super) mod other;
pub(super) mod sum;

use crate::claim::circumstance::certainty::Certainty;
use crate::claim::words::List;
use crate::claim::{Dropped, Why};
use crate::document::Document;
use crate::rule::PatternId;
use crate::value::Value;
use std::ops::Range;

/// A claim before it has its event.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) rule: usize,
    pub(super) value: Value,
    /// Tokens of the value.
    pub(super) tokens: Range<usize>,
    /// Tokens of the whole match.
    pub(super) matched: Range<usize>,
    pub(super) about: Option<Value>,
    /// The pattern that found it; `None` of a day that no words tie to the event.
    pub(super) pattern: Option<PatternId>,
    pub(super) certainty: Certainty,
    pub(super) negated: bool,
    /// Whether it is asserted and not negated.
    pub(super) stated: bool,
    pub(super) event: Option<usize>,
    pub(super) trigger_in_sentence: bool,
    pub(super) told: Told,
}

/// How the text tells a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// With words of the pattern around it.
    InWords,
    /// Alone: the pattern is a hole and nothing else.
    Bare,
    /// With words around it that are more often those of something else, or by no words at all: "police said Friday".
    Doubtfully,
    /// In parts, by several sentences: the value is their sum.
    InParts,
}

impl Draft {
    /// A claim that no pattern finds, asserted and of no event yet.
    pub(super) fn asserted(rule: usize, value: Value, tokens: Range<usize>) -> Self {
        Draft {
            rule,
            value,
            matched: tokens.clone(),
            tokens,
            about: None,
            pattern: None,
            certainty: Certainty::Asserted,
            negated: false,
            stated: true,
            event: None,
            trigger_in_sentence: false,
            told: Told::InWords,
        }
    }

    /// Why nothing comes of it.
    pub(super) fn dropped(&self, why: Why) -> Dropped {
        Dropped {
            rule: self.rule,
            pattern: self.pattern,
            tokens: self.matched.clone(),
            why,
        }
    }
}

/// Leaves out the drafts that `why` gives a reason for, each judged beside all.
pub(super) fn leave_out(
    drafts: &mut Vec<Draft>,
    dropped: &mut Vec<Dropped>,
    mut why: impl FnMut(&Draft, &[Draft]) -> Option<Why>,
) {
    let reasons: Vec<Option<Why>> = drafts.iter().map(|draft| why(draft, drafts)).collect();
    let mut reasons = reasons.into_iter();
    drafts.retain(|draft| {
        let reason = reasons.next().flatten();
        dropped.extend(reason.map(|why| draft.dropped(why)));
        reason.is_none()
    });
}

/// Of drafts of one claim whose values overlap, keeps that with the longest value ("video link" is not also "video"),
/// then one that is stated (the pattern `[will] resume on {until}` asks for its "will"), then one tied by words of its
/// pattern, then the shortest match.
pub(super) fn keep_longest(
    document: &Document<'_>,
    mut drafts: Vec<Draft>,
    dropped: &mut Vec<Dropped>,
) -> Vec<Draft> {
    let sentence = |d: &Draft| document.sentence_at(d.tokens.start);
    // A lone hole may be entered at a determiner: "the May 4" ties no more than "May 4". Before a place it may be another
    // thing's: "the Kent County jail".
    let is_article = |at: usize| {
        let token = document.tokens.get(at);
        token.is_some_and(|t| List::Article.has(t.word))
    };
    let is_lone = |d: &Draft| {
        let mut before = d.matched.start..d.tokens.start;
        let is_time = matches!(d.value, Value::Time(_));
        d.matched == d.tokens || is_time && d.matched.end == d.tokens.end && before.all(is_article)
    };
    drafts.sort_by_cached_key(|d| {
        let length = std::cmp::Reverse(d.tokens.len());
        (
            d.rule,
            sentence(d),
            length,
            !d.stated,
            is_lone(d),
            d.matched.len(),
            d.tokens.start,
            d.pattern,
        )
    });
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    // Where the drafts of the claim and sentence at hand begin among those kept.
    let mut first = 0;
    for draft in drafts {
        if kept
            .last()
            .is_some_and(|k| k.rule != draft.rule || sentence(k) != sentence(&draft))
        {
            first = kept.len();
        }
        let covered = |k: &Draft| {
            k.about == draft.about
                && k.tokens.start < draft.tokens.end
                && draft.tokens.start < k.tokens.end
        };
        if kept.get(first..).unwrap_or(&[]).iter().any(covered) {
            dropped.push(draft.dropped(Why::Covered));
        } else {
            kept.push(draft);
        }
    }
    kept.sort_by_key(|d| (d.tokens.start, d.rule));
    kept
}
