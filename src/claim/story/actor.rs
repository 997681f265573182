//! Who is named or described by a few words: a mention, a noun for people, a name that no reader knows.

use super::page::{StoryPage, can_act};
use super::words::Class;
use crate::document::Shape;
use crate::mention::Mention;
use crate::value::{Kind, Name, Value};
use std::ops::Range;

/// A longer run of capitals is a list or a line of a page.
const LONGEST_NAME: usize = 6;

/// Somebody who does something, named or described.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) tokens: Range<usize>,
    pub(super) value: Value,
    entity: Option<u32>,
    /// Whether the words themselves describe and do not name, even if the article tells the name.
    is_described: bool,
}

impl Actor {
    pub(super) fn of(mention: &Mention) -> Self {
        Actor {
            tokens: mention.tokens.clone(),
            value: mention.value.clone(),
            entity: mention.entity,
            is_described: mention.is_described(),
        }
    }

    /// Whether both are one for all that the article tells.
    pub(super) fn is(&self, other: &Actor) -> bool {
        let name = |actor: &Actor| match &actor.value {
            Value::Name(name) => name.name.clone(),
            _ => None,
        };
        match (self.entity, other.entity) {
            (Some(one), Some(two)) => one == two,
            _ => self.tokens == other.tokens || name(self).is_some() && name(self) == name(other),
        }
    }

    pub(super) fn is_named(&self) -> bool {
        matches!(&self.value, Value::Name(name) if name.name.is_some())
    }
}

/// Those whom a subject names or describes; what hangs on them by a preposition is left out.
pub(super) fn actors(page: &StoryPage<'_>, subject: &Range<usize>) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    let mut start = subject.start;
    while start < subject.end {
        let end = piece_end(page, start..subject.end);
        let (end, counted) = past_quantity(page, start..end, subject.end);
        // "Ann Lee, 38, and Tom Hill, 29": an age is nobody else.
        let aged = start > subject.start
            && page
                .mention_at(start)
                .is_some_and(|m| m.value.kind() == Kind::Age && m.tokens.end == end);
        if let Some(actor) = actor(page, start..end, counted).filter(|_| !aged) {
            // "The company's head, Ann Lee": the name says who.
            let apposed = start > subject.start && page.is_word(start - 1, ",");
            if apposed && !actor.is_described && actors.last().is_some_and(|last| last.is_described)
            {
                actors.pop();
            }
            if !actors.iter().any(|known| known.is(&actor)) {
                actors.push(actor);
            }
        }
        let joined = page.is_word(end, "and") || page.is_word(end, "&") || page.is_word(end, ",");
        if !joined {
            break;
        }
        start = end + 1;
    }
    actors
}

/// Where the first of those joined by "and" or a comma ends, without what hangs on it.
pub(super) fn piece_end(page: &StoryPage<'_>, tokens: Range<usize>) -> usize {
    let mut at = tokens.start;
    while at < tokens.end {
        let whole = |m: &&Mention| can_act(m) || matches!(m.value.kind(), Kind::Count | Kind::Age);
        if let Some(mention) = page.mention_at(at).filter(whole) {
            at = mention.tokens.end.max(at + 1);
            continue;
        }
        let timed = page.mention_at(at);
        let timed = timed.is_some_and(|m| matches!(m.value.kind(), Kind::Date | Kind::Time));
        let ends = timed && at > tokens.start
            || page.is(at, Class::Preposition)
            || page.is(at, Class::Relative)
            || page.is_word(at, "and")
            || page.is_shaped(at, Shape::PUNCTUATION)
                && !page.is_shaped(at, Shape::POSSESSIVE)
                && !page.is_shaped(at, Shape::QUOTE_MARK)
                && !page.is_word(at, "-")
            || at > tokens.start && page.is(at, Class::Determiner)
            || at > tokens.start && !page.is_shaped(at, Shape::CAPITAL) && is_participle(page, at);
        if ends {
            return at;
        }
        at += 1;
    }
    tokens.end
}

/// "Held", "using": what somebody does or has done to him.
fn is_participle(page: &StoryPage<'_>, at: usize) -> bool {
    let text = page.token(at).map_or("", |t| page.document.text(t));
    let form = page.is(at, Class::Past) || text.len() > 4 && text.ends_with("ing");
    form && !page.is(at + 1, Class::Human)
}

/// "Dozens of rescuers", "a team of divers": those counted are the ones who do it.
fn past_quantity(page: &StoryPage<'_>, piece: Range<usize>, limit: usize) -> (usize, bool) {
    let counts = piece.end > piece.start
        && page.is(piece.end - 1, Class::Quantity)
        && page.is_word(piece.end, "of")
        && piece.end + 1 < limit;
    if counts {
        (piece_end(page, piece.end + 1..limit), true)
    } else {
        (piece.end, false)
    }
}

/// The one whom the words of a piece name or describe: its last word is what it is.
pub(super) fn actor(page: &StoryPage<'_>, piece: Range<usize>, counted: bool) -> Option<Actor> {
    let mut start = piece.start;
    while start < piece.end
        && (page.is(start, Class::Determiner) || page.is_shaped(start, Shape::PUNCTUATION))
    {
        start += 1;
    }
    let last = piece.end.checked_sub(1).filter(|last| *last >= start)?;
    let named = page
        .mentions_in(start..piece.end)
        .find(|m| m.tokens.end == piece.end && can_act(m));
    if let Some(mention) = named.filter(|_| !counted) {
        return Some(Actor::of(mention));
    }
    let other_kind = page.mentions_in(start..piece.end).any(|m| {
        m.tokens.end == piece.end && matches!(m.value.kind(), Kind::Place | Kind::Date | Kind::Time)
    });
    if other_kind || page.is(last, Class::Pronoun) {
        return None;
    }
    let is_capital = page.is_name(last);
    // "Scores killed", "Thousands flee".
    let text = page.token(last).map_or("", |t| page.document.text(t));
    let many = start == last && page.is(last, Class::Quantity) && text.ends_with('s');
    let tokens = start..piece.end;
    // "A 17-year-old".
    let aged = page
        .mentions_in(start..piece.end)
        .any(|m| m.tokens.end == piece.end && m.value.kind() == Kind::Age);
    if page.is(last, Class::Human) || counted && named.is_some() || many || aged {
        Some(described(page, tokens, Kind::Person))
    } else if page.is(last, Class::Group) && !is_capital {
        Some(described(page, tokens, Kind::Organisation))
    } else if is_capital
        && tokens.len() <= LONGEST_NAME
        && !tokens
            .clone()
            .any(|at| page.is_shaped(at, Shape::POSSESSIVE))
    {
        Some(called(page, tokens))
    } else {
        None
    }
}

/// Somebody who is described and not named.
pub(super) fn described(page: &StoryPage<'_>, tokens: Range<usize>, kind: Kind) -> Actor {
    let role = page.document.slice(tokens.clone()).to_lowercase();
    someone(tokens, kind, None, Some(role))
}

/// Somebody with a name that no reader knows.
fn called(page: &StoryPage<'_>, tokens: Range<usize>) -> Actor {
    let name = page.document.slice(tokens.clone()).to_owned();
    let kind = unknown_kind(page, tokens.clone());
    someone(tokens, kind, Some(name), None)
}

fn someone(tokens: Range<usize>, kind: Kind, name: Option<String>, role: Option<String>) -> Actor {
    Actor {
        tokens,
        is_described: name.is_none(),
        value: Value::Name(Name {
            kind,
            name,
            role,
            of: None,
            parts: Vec::new(),
        }),
        entity: None,
    }
}

/// What a name is of which nothing is known: several, or with an article, are a team or a company.
fn unknown_kind(page: &StoryPage<'_>, name: Range<usize>) -> Kind {
    let article = name.start > 0 && page.is(name.start - 1, Class::Determiner);
    let last = page
        .token(name.end.saturating_sub(1))
        .map_or("", |t| page.document.text(t));
    if article || last.ends_with('s') {
        Kind::Organisation
    } else {
        Kind::Person
    }
}
