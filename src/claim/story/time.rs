//! When it happened: the day that the lead, or a sentence near it, tells in its own clause; never the day of publication
//! alone.

use super::page::StoryPage;
use super::place::is_aside;
use super::words::Class;
use crate::document::Shape;
use crate::mention::Mention;
use crate::value::date::{self, Ground, days_between};
use crate::value::{Grain, Kind, Time, Value};
use jiff::civil::Date;
use std::ops::Range;

/// News are of the last days; what lies further back is what came before.
const DAYS: i32 = 9;

/// How well a time answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A day.
    Day,
    /// A clock time without a day, or a day counted from another: "two days before the vote".
    Clock,
    /// The day on which police or officials told of it.
    Told,
    /// "Tuesday's meeting".
    Possessive,
}

/// When it happened.
pub(super) fn time<'a>(page: &StoryPage<'a>, published: Option<Date>) -> Option<&'a Mention> {
    let sentences = page.headline.iter().cloned().chain(page.by_weight());
    let mut best: Option<(Fit, &Mention)> = None;
    for sentence in sentences {
        for mention in page.mentions_in(sentence.clone()) {
            let fit = fit(page, &sentence, mention, published);
            if let Some(fit) = fit
                && best.is_none_or(|(known, _)| fit < known)
            {
                best = Some((fit, mention));
            }
        }
    }
    match best {
        Some((Fit::Day, mention)) => Some(mention),
        best => dateline(page, published).or(best.map(|(_, mention)| mention)),
    }
}

fn fit(
    page: &StoryPage<'_>,
    sentence: &Range<usize>,
    mention: &Mention,
    published: Option<Date>,
) -> Option<Fit> {
    let Value::Time(time) = &mention.value else {
        return None;
    };
    let tokens = &mention.tokens;
    if !is_point(time)
        || !is_recent(time, published)
        || is_aside(page, sentence, tokens.start)
        || is_apart(page, tokens)
        || is_any_day(page, tokens)
    {
        return None;
    }
    if page.is_shaped(tokens.end, Shape::POSSESSIVE) || is_before_noun(page, tokens) {
        return Some(Fit::Possessive);
    }
    if is_stamp(page, tokens, time, published) {
        return None;
    }
    if is_told(page, tokens) {
        return Some(Fit::Told);
    }
    let counted = |at: usize| page.is(at, Class::Relative);
    let bare = time.timex.starts_with('T') || tokens.clone().any(counted);
    Some(if bare { Fit::Clock } else { Fit::Day })
}

/// Whether a time is a day or part of one.
fn is_point(time: &Time) -> bool {
    let kind = matches!(time.kind, Kind::Date | Kind::Time);
    kind && time.grain <= Grain::Day && !time.timex.ends_with("_REF")
}

/// Whether a day may be that of news: not ahead, and not long past.
fn is_recent(time: &Time, published: Option<Date>) -> bool {
    let (Some(from), Some(published)) = (time.from, published) else {
        return true;
    };
    let days = days_between(from, published);
    (-1..=DAYS).contains(&days)
}

/// "Since Monday", "until Monday", "before Monday".
fn is_apart(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.saturating_sub(1);
    let before = if page.is(before, Class::Determiner) {
        before.saturating_sub(1)
    } else {
        before
    };
    tokens.start > 0 && page.is(before, Class::Apart)
}

/// "This day", "that night": of which nothing is told.
fn is_any_day(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    page.is_word(tokens.start, "that")
        || page.is_word(tokens.start, "this") && page.is_word(tokens.start + 1, "day")
}

/// "Police said Wednesday": the day of the news and not of what they are about.
fn is_told(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    let back = usize::from(tokens.start > 0 && page.is_word(tokens.start - 1, "on"));
    let verb = tokens.start.checked_sub(1 + back);
    let source = verb.and_then(|verb| verb.checked_sub(1));
    verb.is_some_and(|verb| page.is(verb, Class::Say))
        && source.is_some_and(|at| page.is(at, Class::Source))
}

/// The date of a page ("Updated: 2021-03-04 10:20") and the name of a paper ("Harbour TODAY").
fn is_stamp(
    page: &StoryPage<'_>,
    tokens: &Range<usize>,
    time: &Time,
    published: Option<Date>,
) -> bool {
    let year = tokens.clone().any(|at| {
        page.token(at)
            .is_some_and(|t| t.is(Shape::NUMBER) && t.end - t.start == 4)
    });
    let tied = tokens.start > 0 && page.is(tokens.start - 1, Class::Preposition);
    let day = year && !tied && time.from.is_some() && time.from == published;
    let shout = |at: usize| page.is_shaped(at, Shape::ALL_CAPS);
    let named = tokens.len() == 1
        && tokens.start > 0
        && shout(tokens.start)
        && !tied
        && page.is_shaped(tokens.start - 1, Shape::CAPITAL);
    day || named
}

/// "The Nov. 2 meeting", "the office Christmas party".
fn is_before_noun(page: &StoryPage<'_>, tokens: &Range<usize>) -> bool {
    let noun = page.is_shaped(tokens.end, Shape::WORD) && !page.is(tokens.end, Class::Preposition);
    let number = |at: usize| page.is_shaped(at, Shape::NUMBER);
    let feast = !tokens.clone().any(number)
        && date::ground(page.document, tokens.clone()) == Ground::Calendar;
    let article = tokens.start > 0 && page.is(tokens.start - 1, Class::Determiner);
    noun && (article || feast)
}

/// The day of the dateline.
fn dateline<'a>(page: &StoryPage<'a>, published: Option<Date>) -> Option<&'a Mention> {
    let is_day = |time: &Time| is_point(time) && is_recent(time, published);
    let mut mentions = page.mentions_in(page.dateline.clone()?);
    mentions.find(|m| matches!(&m.value, Value::Time(time) if is_day(time)))
}
