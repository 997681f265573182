//! Why a find gave no claim, for those who ask.

use crate::rule::{PatternId, RuleSet};
use std::ops::Range;

/// A find that gave no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The question: index into the rule set's claims.
    pub rule: usize,
    /// The pattern that matched, if one did.
    pub pattern: Option<PatternId>,
    /// The tokens it matched.
    pub tokens: Range<usize>,
    /// Why it gave none.
    pub why: Why,
}

/// Why a find gave no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The capture holds no value, or nothing that the claim is about.
    NoValue,
    /// "Today" between quotation marks is the speaker's day, which the article does not tell.
    QuotedMoment,
    /// An `unless` pattern overlaps it.
    TakenBack(PatternId),
    /// Another find of the claim has a longer value in the same words.
    Covered,
    /// Another claim of its file, which this one excludes, has the same answer.
    Taken(usize),
    /// It stands beside somebody else with no mark between, and beside this one after a comma.
    OfAnother,
    /// It stands in a clause with "who", and the words behind tell of whom that describes: "the man who married Ann Lee was shot".
    OfClause,
    /// Its words are said of some of those that it counts, who are told of between: "60 people, nine of whom were hurt".
    OfSome,
    /// It is told by the way of some, and its words are said of all: "nine rebels, four of them boys, were captured".
    ByTheWay,
    /// Its question is of one alone, and the article tells of several.
    OfSeveral,
    /// A place that the head of the article lists with others, and its text tells only of those.
    ListedAbove,
    /// A country named in passing, and most of the places told of lie in another.
    Foreign,
    /// There is no event that it could belong to.
    NoEvent,
    /// The claim asks for an event in the same sentence.
    EventElsewhere,
}

impl Why {
    /// The reason in words.
    pub fn words(self, rules: &RuleSet) -> String {
        match self {
            Why::NoValue => "its capture holds no value".to_owned(),
            Why::QuotedMoment => {
                "a day such as \"today\" inside a quotation is the speaker's".to_owned()
            }
            Why::TakenBack(pattern) => {
                let text = rules.patterns.get(pattern as usize);
                let text = text.map_or("", |p| p.text);
                format!("taken back by the \"unless\" pattern `{text}`")
            }
            Why::Covered => "another find of this claim covers the same words".to_owned(),
            Why::Taken(rule) => {
                let other = rules.claims.get(rule).map_or("", |rule| rule.id.as_str());
                format!(
                    "the same is an answer of {other}, which this claim excludes (\"other-than\")"
                )
            }
            Why::OfAnother => {
                "it stands beside somebody else with no mark between, and is that one's".to_owned()
            }
            Why::OfClause => {
                "it stands in a clause with \"who\", and what follows is told of whom that describes"
                    .to_owned()
            }
            Why::OfSome => {
                "its words are said of some of these alone, who are told of between".to_owned()
            }
            Why::ByTheWay => {
                "it is told of some by the way, and what follows of all of them".to_owned()
            }
            Why::OfSeveral => {
                "it is asked of one alone (\"of-one\"), and the article counts several or none"
                    .to_owned()
            }
            Why::ListedAbove => {
                "the head of the article lists it with others, and the text tells only of those"
                    .to_owned()
            }
            Why::Foreign => {
                "a country named in passing, and most places of the article lie in another"
                    .to_owned()
            }
            Why::NoEvent => {
                "no event of this file's kind is told of here or shortly before (see \"seen-by\")"
                    .to_owned()
            }
            Why::EventElsewhere => {
                "the claim is bound to an event in the same sentence, and none is seen there"
                    .to_owned()
            }
        }
    }
}
