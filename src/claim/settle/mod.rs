//! From drafts to claims: what is left out, added and ordered by what the article says beside it, and what each claim says.
//!
//! Here belongs every pass over all drafts of an article; `Article::settle` calls them in their order.

mod away;
mod earlier;
mod gathered;
mod headed;
mod home;
pub(super) mod only;
mod past;
mod rival;
mod roundup;
mod tie;
pub(super) mod today;
mod total;

use crate::claim::circumstance::certainty::Certainty;
use crate::claim::circumstance::scope::Scope;
use crate::claim::circumstance::speaker::{Speakers, Voice};
use crate::claim::circumstance::then::Then;
use crate::claim::circumstance::{as_of, then};
use crate::claim::draft::Draft;
use crate::claim::event::Event;
use crate::claim::{Claim, Dropped, Why};
use crate::document::{Document, Region, Sentence, Shape};
use crate::mention::Mention;
use crate::rule::{BoundTo, Match, RuleSet};
use crate::text::Span;
use crate::value::{Value, date};
use jiff::civil::Date;

/// An article while its finds become claims.
pub(super) struct Article<'a, 's> {
    pub(super) document: &'a Document<'s>,
    pub(super) rules: &'a RuleSet,
    pub(super) mentions: &'a [Mention],
    pub(super) matches: &'a [Match],
    pub(super) published: Option<Date>,
}

impl Article<'_, '_> {
    /// Leaves out, adds and orders finds by what the article says beside them.
    pub(super) fn settle(
        &self,
        events: &mut Vec<Event>,
        drafts: &mut Vec<Draft>,
        dropped: &mut Vec<Dropped>,
    ) {
        let Article {
            document,
            rules,
            mentions,
            matches,
            published,
        } = *self;
        away::count_off(document, rules, mentions, events, drafts);
        gathered::bring_home(document, rules, mentions, published, events, drafts);
        earlier::set_apart(document, rules, mentions, published, events, drafts);
        roundup::set_apart(document, rules, mentions, events, drafts);
        rival::leave_out_taken(document, rules, drafts, dropped);
        rival::leave_out_parted(document, drafts, dropped);
        rival::leave_out_wholes(document, drafts, dropped);
        headed::leave_out_others(document, rules, mentions, drafts, dropped);
        home::leave_out_foreign(rules, drafts, dropped);
        total::add(document, rules, drafts);
        only::leave_out_of_several(document, rules, events, drafts, dropped);
        past::set_back(document, rules, published, drafts);
        tie::put_firmest_first(document, rules, published, drafts);
        today::add(
            document, rules, mentions, matches, events, published, drafts,
        );
    }

    /// The claims of finds; those that belong to no event are dropped.
    pub(super) fn claims(
        &self,
        speakers: &Speakers,
        drafts: Vec<Draft>,
        dropped: &mut Vec<Dropped>,
    ) -> Vec<Claim> {
        let post_days = date::post_days(self.document);
        let day_of = |post: Option<usize>| {
            let day = post.and_then(|post| post_days.get(post));
            day.copied().flatten().or(self.published)
        };
        let Article {
            document,
            rules,
            mentions,
            published,
            ..
        } = *self;
        let times = then::TimeContext::new(document, rules, mentions, published, &drafts);
        let claim_of = |draft: Draft| {
            let fate = bound(rules, &draft).map_err(|why| draft.dropped(why));
            match fate {
                Ok(event) => {
                    let then = times.then(&draft);
                    let grows = rules
                        .claims
                        .get(draft.rule)
                        .is_some_and(|rule| rule.growing || rule.passing);
                    let as_of = as_of::told(document, mentions, &draft).filter(|_| grows);
                    let claim = claim(document, rules, speakers, draft, event, &day_of)?;
                    Some(Claim {
                        then,
                        told_as_of: as_of,
                        ..claim
                    })
                }
                Err(drop) => {
                    dropped.push(drop);
                    None
                }
            }
        };
        drafts.into_iter().filter_map(claim_of).collect()
    }
}

/// The event that a draft belongs to, if its claim wants one.
fn bound(rules: &RuleSet, draft: &Draft) -> Result<Option<usize>, Why> {
    let rule = rules.claims.get(draft.rule).ok_or(Why::NoValue)?;
    let has_event = rules
        .packs
        .get(rule.pack)
        .is_some_and(|p| p.event.is_some());
    match rule.bound_to {
        BoundTo::Event if has_event => draft.event.map(Some).ok_or(Why::NoEvent),
        BoundTo::EventInSentence if has_event => {
            let here = draft.event.filter(|_| draft.trigger_in_sentence);
            here.map(Some).ok_or(Why::EventElsewhere)
        }
        _ => Ok(None),
    }
}

fn claim(
    document: &Document<'_>,
    rules: &RuleSet,
    speakers: &Speakers,
    draft: Draft,
    event: Option<usize>,
    day_of: &impl Fn(Option<usize>) -> Option<Date>,
) -> Option<Claim> {
    let speaker = speakers.of(document, &draft.matched);
    let reported = speaker.name.is_some() || speaker.voice != Voice::Article;
    let certainty = if draft.certainty == Certainty::Asserted && reported {
        Certainty::Reported
    } else {
        draft.certainty
    };
    let sentence = document
        .sentences
        .get(document.sentence_at(draft.tokens.start)?)?;
    let tied = tie::is_tied(&draft);
    let is_time = matches!(draft.value, Value::Time(_));
    let ground = is_time.then(|| date::ground(document, draft.tokens.clone()));
    let span = shown_at(document, &draft, sentence)?;
    Some(Claim {
        rule: draft.rule,
        event,
        about: draft.about,
        span,
        evidence: document.span(draft.matched)?,
        quote: sentence.span,
        speaker,
        certainty,
        negated: draft.negated,
        as_of: day_of(sentence.post),
        told_as_of: None,
        tied,
        ground,
        scope: Scope::of(document, rules, &draft.value, draft.tokens.clone()),
        then: Then::default(),
        value: draft.value,
        tokens: draft.tokens,
        pattern: draft.pattern,
    })
}

/// The bytes that show a claim's value. In an embedded post a date that was counted from the day of posting ("today") is
/// shown at that day, which the signature names.
fn shown_at(document: &Document<'_>, draft: &Draft, sentence: &Sentence) -> Option<Span> {
    let own = document.span(draft.tokens.clone())?;
    let post = sentence
        .post
        .filter(|_| sentence.region == Region::Post)
        .and_then(|p| document.posts.get(p));
    match (post, &draft.value) {
        (Some(post), Value::Time(_))
            if !draft
                .tokens
                .clone()
                .any(|at| document.is_shaped(at, Shape::NUMBER)) =>
        {
            document.span(post.date.clone())
        }
        _ => Some(own),
    }
}
