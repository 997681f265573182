//! What one article claims: its events, and for each question of the rules the answers it gives, with who says so and
//! how surely. Knows nothing of any other article.

mod circumstance;
mod draft;
mod dropped;
mod event;
mod extract;
mod party;
mod profile;
mod settle;
mod somebody;
mod story;
mod words;

pub use circumstance::certainty::Certainty;
pub use circumstance::scope::Scope;
pub use circumstance::speaker::{Speaker, Speakers, Voice};
pub use circumstance::then::Then;
pub use dropped::{Dropped, Why};
pub use event::{Event, Trigger};
pub use extract::{dropped, extract};
pub use profile::{Amount, Bag, Person, Profile};
pub use story::Story;

use crate::document::Document;
use crate::mention::Mention;
use crate::rule::PatternId;
use crate::text::Span;
use crate::value::Value;
use crate::value::date::Ground;
use jiff::civil::Date;
use std::ops::Range;

/// One article as it was understood: an account of its events.
#[derive(Clone, Debug)]
pub struct Account<'s> {
    /// The text.
    pub document: Document<'s>,
    /// Its typed values.
    pub mentions: Vec<Mention>,
    /// Its events, in order of first mention.
    pub events: Vec<Event>,
    /// Its claims, in order of the text; of tolls the counted ones of the lead first, and days that no words tie to an event
    /// last.
    pub claims: Vec<Claim>,
    /// What it is about by its headline and first sentences, if a rule file asks and they were understood. Shown, and
    /// never compared.
    pub story: Option<Story>,
    /// Who says what in it.
    pub speakers: Speakers,
    /// The day it was published, where known.
    pub published: Option<Date>,
}

impl Account<'_> {
    /// Every claim: first what the article is about, then the answers to the questions that are compared.
    pub fn told(&self) -> impl Iterator<Item = &Claim> {
        let story = self.story.iter().flat_map(|story| &story.claims);
        story.chain(&self.claims)
    }

    /// Every event; the number of the one that the article is about follows those of the others.
    pub fn all_events(&self) -> impl Iterator<Item = &Event> {
        self.events
            .iter()
            .chain(self.story.iter().map(|story| &story.event))
    }
}

/// An answer that an article gives to a rule's question.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The question: index into the rule set's claims.
    pub rule: usize,
    /// The event: index into the account's events; `None` for what belongs to no event.
    pub event: Option<usize>,
    /// What it is about beside the event.
    pub about: Option<Value>,
    /// The answer.
    pub value: Value,
    /// The tokens the answer was read from.
    pub tokens: Range<usize>,
    /// The bytes of the answer.
    pub span: Span,
    /// The bytes of the pattern's whole match: the words that make the claim.
    pub evidence: Span,
    /// The bytes of the sentence.
    pub quote: Span,
    /// Who says so.
    pub speaker: Speaker,
    /// How surely.
    pub certainty: Certainty,
    /// Whether the article says that it is not so.
    pub negated: bool,
    /// The day of its article, or of the post that it stands in.
    pub as_of: Option<Date>,
    /// The day as of which its own words tell it: "as of Monday".
    pub told_as_of: Option<Date>,
    /// Whether words tie the value to its question; `false` for a time that merely stands near the event.
    pub tied: bool,
    /// What the day of a time stands on; `None` for other values.
    pub ground: Option<Ground>,
    /// What part of a whole a count counts.
    pub scope: Scope,
    /// Of which time it tells.
    pub then: Then,
    /// The pattern that found it; `None` if no pattern did: a statement held against another article's, the story, an
    /// article's own day.
    pub pattern: Option<PatternId>,
}

impl Claim {
    /// What it is about beside its event, in words: somebody without a name by his description, everything else by its normal form.
    pub fn thing(&self) -> Option<String> {
        let about = self.about.as_ref()?;
        Some(match about {
            Value::Name(name) if name.name.is_none() && name.of.is_none() => {
                name.role.clone().unwrap_or_else(|| about.to_string())
            }
            _ => about.to_string(),
        })
    }

    /// The day for which it holds.
    pub fn holds_as_of(&self) -> Option<Date> {
        self.told_as_of.or(self.as_of)
    }

    /// Whether the article states it as having happened.
    pub fn is_stated(&self) -> bool {
        !self.negated && matches!(self.certainty, Certainty::Asserted | Certainty::Reported)
    }
}
