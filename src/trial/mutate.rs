//! One change at a time planted in an article: a number, a name, a date, a place, a negation, a direction. A rule set that
//! is any good sees what was changed.

use crate::document::{Document, Shape};
use crate::mention::{self, Mention};
use crate::text::{LineIndex, Part, Place, Source, Span};
use crate::value::Kind;

/// `change TAB word TAB in its place`; `*` stands for any name.
const CHANGES: &str = include_str!("changes.tsv");

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A number.
    Number,
    /// A person's family name.
    Name,
    /// A weekday or a month.
    Date,
    /// A place.
    Place,
    /// "was" made "was not".
    Negation,
    /// "rose" made "fell".
    Direction,
}

impl Change {
    /// Every change.
    pub const ALL: [(&'static str, Change); 6] = [
        ("number", Change::Number),
        ("name", Change::Name),
        ("date", Change::Date),
        ("place", Change::Place),
        ("negation", Change::Negation),
        ("direction", Change::Direction),
    ];

    /// The change's name.
    pub fn label(self) -> &'static str {
        let mut all = Change::ALL.iter();
        all.find(|(_, change)| *change == self)
            .map_or("", |(label, _)| label)
    }
}

/// An article with one change.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// What was changed.
    pub change: Change,
    /// Where.
    pub place: Place,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub now: String,
    /// The sentence, as it was.
    pub sentence: String,
    /// The changed article.
    pub source: Source,
}

/// Every change that can be planted in the sentences of an article that make claims.
pub fn plant(source: &Source) -> Vec<Mutation> {
    let document = Document::parse(source);
    let mentions = mention::read(&document);
    let mut changes: Vec<(Span, Change, String)> = Vec::new();
    for sentence in document
        .sentences
        .iter()
        .filter(|s| s.region.makes_claims())
    {
        for token in document.tokens.get(sentence.tokens.clone()).unwrap_or(&[]) {
            let word = document.text(token);
            for (change, now) in table(word) {
                changes.push((token.span(), change, now.to_owned()));
            }
        }
        for mention in mentions
            .iter()
            .filter(|m| sentence.tokens.contains(&m.tokens.start))
        {
            changes.extend(of_mention(&document, mention));
        }
    }
    changes.retain(|(span, ..)| span.part == Part::Text);
    changes.sort_by_key(|(span, change, _)| (span.start, *change));
    changes.dedup_by_key(|(span, change, _)| (span.start, *change));
    let lines = LineIndex::of(source);
    changes
        .into_iter()
        .filter_map(|(span, change, now)| {
            let (start, end) = (span.start as usize, span.end as usize);
            let (before, after) = (source.text.get(..start)?, source.text.get(end..)?);
            let mut sentences = document.sentences.iter();
            let sentence = sentences.find(|s| s.span.contains(span))?;
            Some(Mutation {
                change,
                place: lines.place(&source.text, span.start),
                was: source.slice(span).to_owned(),
                sentence: source.slice(sentence.span).to_owned(),
                source: Source {
                    id: format!("{} changed", source.id),
                    text: format!("{before}{now}{after}"),
                    ..source.clone()
                },
                now,
            })
        })
        .collect()
}

/// The changes that the table knows for a word.
fn table(word: &str) -> impl Iterator<Item = (Change, &'static str)> {
    let rows = CHANGES.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(move |row| {
        let mut columns = row.split('\t');
        let (label, was, now) = (columns.next()?, columns.next()?, columns.next()?);
        let (_, change) = Change::ALL.iter().find(|(l, _)| *l == label)?;
        (was == word).then_some((*change, now))
    })
}

fn of_mention(document: &Document<'_>, mention: &Mention) -> Option<(Span, Change, String)> {
    let any = |wanted: Change| table("*").find(|(change, _)| *change == wanted);
    match mention.value.kind() {
        Kind::Place | Kind::Country => {
            let (change, now) = any(Change::Place)?;
            let last = mention.tokens.end.checked_sub(1)?;
            let whole = mention.tokens.len() == 1;
            let span = document.tokens.get(last).filter(|_| whole)?.span();
            Some((span, change, now.to_owned()))
        }
        Kind::Person => {
            let (change, now) = any(Change::Name)?;
            let last = mention.name_tokens.clone()?.end.checked_sub(1)?;
            Some((document.tokens.get(last)?.span(), change, now.to_owned()))
        }
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Age => {
            let tokens = document.tokens.get(mention.tokens.clone())?;
            let token = tokens.iter().find(|t| t.is(Shape::NUMBER))?;
            let digits: String = document.text(token).chars().filter(|c| *c != ',').collect();
            let number: u64 = digits.parse().ok()?;
            let now = number.saturating_mul(3).saturating_add(1);
            Some((token.span(), Change::Number, now.to_string()))
        }
        _ => None,
    }
}
