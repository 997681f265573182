//! What an article is about, whatever it is about: who did what, where and when, by its headline and its first sentences.
//!
//! Answers the claims of rule files that ask for the lead (`"from": "lead"`): who for people, where for places, when for
//! days, what for phrases. Reads the order of words, and nothing that only one kind of event has; where the lead cannot
//! be understood, it says nothing.

mod actor;
mod clause;
mod page;
mod place;
mod time;
mod who;
mod words;

use crate::claim::Claim;
use crate::claim::circumstance::certainty::Certainty;
use crate::claim::circumstance::scope::Scope;
use crate::claim::circumstance::speaker::{Speaker, Speakers, Voice};
use crate::claim::circumstance::then::Then;
use crate::claim::event::{Event, Trigger};
use crate::document::{Document, Shape};
use crate::mention::Mention;
use crate::rule::{AnswersFrom, RuleSet};
use crate::value::{Kind, Value, date};
use clause::Clause;
use jiff::civil::Date;
use page::StoryPage;
use std::ops::Range;
use who::WhoDidWhat;
pub(super) use words::{Class, is};

/// The event that an article is about, and what it claims of it.
#[derive(Clone, Debug)]
pub struct Story {
    /// The event; its trigger is the verb of the headline or the lead.
    pub event: Event,
    /// Who, what, where and when.
    pub claims: Vec<Claim>,
}

/// The claims that the lead answers, by kind.
struct Asked {
    pack: usize,
    who: Option<usize>,
    place: Option<usize>,
    time: Option<usize>,
    what: Option<usize>,
}

impl Asked {
    fn of(rules: &RuleSet) -> Option<Self> {
        let claims = || rules.answered_from(AnswersFrom::Lead);
        let asks = |kind: Kind| {
            let asked = claims().find(|(_, claim)| claim.kind == kind);
            asked.map(|(at, _)| at)
        };
        let (_, first) = claims().next()?;
        Some(Asked {
            pack: first.pack,
            who: asks(Kind::Person),
            place: asks(Kind::Place),
            time: asks(Kind::Date),
            what: asks(Kind::Text),
        })
    }
}

/// Reads the story of an article `published` on a day; `number` is that of its event among the account's.
pub(super) fn tell(
    document: &Document<'_>,
    mentions: &[Mention],
    rules: &RuleSet,
    speakers: &Speakers,
    number: usize,
    published: Option<Date>,
) -> Option<Story> {
    let asked = Asked::of(rules)?;
    let page = StoryPage::new(document, mentions);
    let told = who::who(&page);
    let clause = told.clause.as_ref();
    let doubt = clause.filter(|_| told.they_do);
    let certainty = doubt.map_or(Certainty::Asserted, |clause| certainty(&page, clause));
    let verb = clause.map(|clause| clause.verb..clause.verb + 1);
    let answers = answers(&page, told, &asked, published);
    let shown = verb.or_else(|| answers.first().map(|answer| answer.tokens.clone()))?;
    let trigger = Trigger {
        span: document.span(shown.clone())?,
        sentence: document.sentence_at(shown.start)?,
        tokens: shown,
    };
    let claim = |answer: StoryAnswer| {
        let speaker = speakers.of(document, &answer.tokens);
        let reported = speaker.name.is_some() || speaker.voice != Voice::Article;
        let claim = claim(document, number, speaker, answer)?;
        Some(Claim {
            certainty: match certainty {
                Certainty::Asserted if reported => Certainty::Reported,
                told => told,
            },
            as_of: published,
            ..claim
        })
    };
    Some(Story {
        claims: answers.into_iter().filter_map(claim).collect(),
        event: Event {
            pack: asked.pack,
            main: true,
            triggers: vec![trigger],
            traits: Vec::new(),
            separators: Vec::new(),
        },
    })
}

/// Who, what, where and when, in this order.
fn answers(
    page: &StoryPage<'_>,
    told: WhoDidWhat,
    asked: &Asked,
    published: Option<Date>,
) -> Vec<StoryAnswer> {
    let answer = |rule, tokens, value| StoryAnswer {
        rule,
        tokens,
        value,
    };
    let what = told.clause.and_then(|clause| predicate(page, &clause));
    let actors = told.actors.into_iter();
    let mut answers: Vec<StoryAnswer> = actors
        .map(|actor| answer(asked.who, actor.tokens, actor.value))
        .collect();
    if let Some(tokens) = what {
        let text = page.document.slice(tokens.clone()).to_owned();
        answers.push(answer(asked.what, tokens, Value::Text(text)));
    }
    if let Some(scene) = place::place(page) {
        answers.push(answer(asked.place, scene.tokens, scene.value));
    }
    if let Some(mention) = time::time(page, published) {
        let (tokens, value) = (mention.tokens.clone(), mention.value.clone());
        answers.push(answer(asked.time, tokens, value));
    }
    answers
}

/// An answer to one of the questions about the story.
struct StoryAnswer {
    /// The claim that it answers; `None` if nobody asks.
    rule: Option<usize>,
    tokens: Range<usize>,
    value: Value,
}

/// A claim that an article asserts of its event `number`.
fn claim(
    document: &Document<'_>,
    number: usize,
    speaker: Speaker,
    answer: StoryAnswer,
) -> Option<Claim> {
    let StoryAnswer {
        rule,
        tokens,
        value,
    } = answer;
    let sentence = document.sentence_at(tokens.start)?;
    let is_time = matches!(value, Value::Time(_));
    Some(Claim {
        rule: rule?,
        event: Some(number),
        about: None,
        span: document.span(tokens.clone())?,
        evidence: document.span(tokens.clone())?,
        quote: document.sentences.get(sentence)?.span,
        certainty: Certainty::Asserted,
        speaker,
        negated: false,
        as_of: None,
        told_as_of: None,
        tied: true,
        ground: is_time.then(|| date::ground(document, tokens.clone())),
        scope: Scope::Whole,
        then: Then::default(),
        value,
        tokens,
        pattern: None,
    })
}

/// Whether what the verb says has happened, is to happen, or may have.
fn certainty(page: &StoryPage<'_>, clause: &Clause) -> Certainty {
    if page.is(clause.verb, Class::Future) {
        Certainty::Planned
    } else if page.is(clause.verb, Class::Maybe) {
        Certainty::Hypothetical
    } else {
        Certainty::Asserted
    }
}

/// The words from the verb to the end of the headline or its part; of a sentence, to its first comma.
fn predicate(page: &StoryPage<'_>, clause: &Clause) -> Option<Range<usize>> {
    const SHORT: usize = 6;
    let within_body = page
        .body
        .iter()
        .any(|sentence| sentence.contains(&clause.verb));
    let cut = (clause.verb + SHORT..clause.end).find(|at| within_body && page.is_word(*at, ","));
    let mut end = cut.unwrap_or(clause.end);
    while end > clause.verb {
        let sign = page.is_shaped(end - 1, Shape::PUNCTUATION)
            && !page.is_shaped(end - 1, Shape::QUOTE_MARK)
            && !page.is_shaped(end - 1, Shape::ABBREVIATION);
        if !sign {
            break;
        }
        end -= 1;
    }
    (end > clause.verb).then_some(clause.verb..end)
}

#[cfg(test)]
mod tests {
    use crate::claim::extract;
    use crate::document::Document;
    use crate::rule::{built_in, compile};
    use crate::text::Source;

    /// Published, headline and text of an article, then who, what, where and when.
    const CORPUS: &str = include_str!("corpus.tsv");

    #[test]
    fn articles_tell_who_did_what_where_and_when() {
        let (rules, _) = compile(&built_in());
        let mut wrong = Vec::new();
        for row in CORPUS.lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), 7, "{row}");
            let [published, title, text, wanted @ ..] = cells.as_slice() else {
                continue;
            };
            let source = Source {
                title: Some((*title).to_owned()).filter(|t| !t.is_empty()),
                published: Some((*published).to_owned()),
                ..Source::new("a", *text)
            };
            let account = extract(Document::parse(&source), &rules);
            for (question, wanted) in ["who", "what", "where", "when"].iter().zip(wanted) {
                let id = format!("story.{question}");
                let is_asked = |rule: usize| rules.claims.get(rule).is_some_and(|r| r.id == id);
                let claims = account.story.iter().flat_map(|story| &story.claims);
                let found = claims
                    .filter(|c| is_asked(c.rule))
                    .map(|c| source.slice(c.span));
                let found: Vec<&str> = found.collect();
                let right = match *wanted {
                    "-" => found.is_empty(),
                    wanted => found.starts_with(&wanted.split("; ").collect::<Vec<_>>()),
                };
                if !right {
                    wrong.push(format!(
                        "{title} | {text}\n  {question}: {found:?}, wanted {wanted}"
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
