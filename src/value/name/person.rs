//! Which sequences of words name a person: by the names they hold, and by what stands around them.

use super::english::is_english;
use super::lexicon::Tags;
use super::page::{Case, Page};
use super::role::role_at;
use crate::document::{Shape, Word};
use crate::value::place::country_at;
use std::ops::Range;

/// The most words that a name of a person has, initials and particles counted.
const LONGEST: usize = 7;

/// The name of a person who is known to be one (a title or role stands before it) from `at` on.
pub(super) fn name_after_role(
    page: &Page<'_, '_>,
    at: usize,
    limit: usize,
    case: Case,
) -> Option<Range<usize>> {
    if at >= limit || (page.is(at, Shape::NEW_LINE) && !page.wrapped()) {
        return None;
    }
    let name = match case {
        Case::Telling => words_of_name(page, at, limit),
        Case::Title => {
            words_of_name(page, at, limit).and_then(|name| shortened_to_surname(page, &name))
        }
        Case::Upper => words_in_capitals(page, at, limit),
        Case::Lower => None,
    }?;
    let one_word = name_words(page, &name) == 1;
    let first = page.tags(name.start);
    if one_word && country_at(page.document, name.start).is_some() {
        return None;
    }
    let wrong = if case == Case::Title {
        first.any(Tags::NOT_IN_PERSONS) && !first.any(Tags::SURNAME)
    } else {
        first.any(Tags::NOT_IN_PERSONS) && !first.any(Tags::SURNAME.with(Tags::GIVEN))
    };
    if wrong || (one_word && first.any(Tags::ORGANISATION.with(Tags::BODY).with(Tags::OPENER))) {
        return None;
    }
    // "Officer Smith Avenue" and "General Lee High School" are no officers.
    let heads = Tags::ORGANISATION.with(Tags::BODY).with(Tags::THING);
    let goes_on = page.is_capital(name.end)
        && !page.is(name.end, Shape::NEW_LINE)
        && page.tags(name.end).any(heads)
        && case == Case::Telling;
    (!goes_on).then_some(name)
}

/// A run of capitalised words, without a role in front, read as the name of a person if enough speaks for it.
pub(super) fn name_in_run(
    page: &Page<'_, '_>,
    run: &Range<usize>,
    sentence: &Range<usize>,
    last_name: usize,
) -> Option<Range<usize>> {
    let mut start = run.start;
    let opening = is_opening(page, start, sentence);
    if opening && is_mere_opener(page, start) && start + 1 < run.end && !page.is_hyphen(start + 1) {
        start += 1;
    }
    let name = words_of_name(page, start, sentence.end)?;
    if name.end < run.end || name_words(page, &name) < 2 || name_words(page, &name) > 5 {
        return None;
    }
    let last_at = last_word(page, &name)?;
    let (first, last) = (page.tags(name.start), page.tags(last_at));
    let country = country_at(page.document, name.start);
    let whole_country = country.as_ref().is_some_and(|(tokens, _)| *tokens > 1);
    if first.any(Tags::OPENER) || whole_country || (country.is_some() && !first.any(Tags::GIVEN)) {
        return None;
    }
    // "the White Pine girl" is of White Pine.
    let people = Tags::HUMAN.with(Tags::KIN);
    if page.tags(name.end).any(people) && !page.is(name.end, Shape::CAPITAL) {
        return None;
    }
    let shouted = |at: usize| page.is(at, Shape::ALL_CAPS) && !page.tags(at).any(Tags::SUFFIX);
    let shouts = (name.start + 1..name.end).any(shouted)
        || page
            .token(name.start)
            .is_some_and(|t| t.is(Shape::ALL_CAPS) && t.end - t.start > 2);
    let twice = page.word(name.start) == page.word(last_at);
    let team = page.is_preceded_by_article(last_at);
    if !first.any(Tags::GIVEN) && (shouts || team) || twice {
        return None;
    }
    let evidence = evidence(page, &name, sentence, last_name);
    let surname = last.any(Tags::SURNAME)
        || page.stands_alone_as_person(last_at)
        || (last.any(Tags::GIVEN) && !last.any(Tags::COMMON));
    let head = last.any(
        Tags::ORGANISATION
            .with(Tags::PLACE)
            .with(Tags::THING)
            .with(Tags::BODY),
    );
    let word = last.any(Tags::NOT_IN_PERSONS) && !last.any(Tags::SURNAME.with(Tags::GIVEN));
    let given = first.any(Tags::GIVEN) && !first.any(Tags::NOT_IN_PERSONS);
    let weak_given = first.any(Tags::GIVEN);
    let marked = has_initial(page, &name) || ends_in_suffix(page, &name);
    let inner_bad = (name.start + 1..last_at).any(|at| {
        let tags = page.tags(at);
        tags.any(Tags::NOT_IN_PERSONS)
            && !tags.any(Tags::SURNAME.with(Tags::GIVEN).with(Tags::PARTICLE))
    });
    if inner_bad {
        return None;
    }
    let accepted = if word || head {
        evidence >= 2 && (weak_given || marked) && (!word || evidence >= 3)
    } else if given {
        evidence >= 0 || surname
    } else if weak_given {
        (surname && evidence >= 0 && !opening) || evidence >= 1
    } else if first.any(Tags::NOT_IN_PERSONS) && !first.any(Tags::SURNAME) {
        evidence >= 2 && surname
    } else if name_words(page, &name) > 2 && !marked {
        evidence >= 2
    } else {
        evidence >= 2
            || (evidence >= 1 && (surname || marked))
            || (evidence >= 0 && surname && page.stands_alone_as_person(last_at))
            || (marked && evidence >= 0)
            || (evidence >= 1 && first.is_empty() && last.is_empty())
    };
    accepted.then_some(name)
}

/// A name in a sentence whose capitals tell nothing.
pub(super) fn name_in_capitals(
    page: &Page<'_, '_>,
    at: usize,
    limit: usize,
    case: Case,
) -> Option<Range<usize>> {
    let first = page.tags(at);
    if !first.any(Tags::GIVEN) || first.any(Tags::NOT_IN_PERSONS) || !page.is_capital(at) {
        return None;
    }
    if country_at(page.document, at).is_some() {
        return None;
    }
    let name = if case == Case::Upper {
        words_in_capitals(page, at, limit)?
    } else {
        words_of_name(page, at, limit)?
    };
    let name = if case == Case::Title {
        shortened_to_surname(page, &name)?
    } else {
        name
    };
    let last = page.tags(last_word(page, &name)?);
    let good = name_words(page, &name) >= 2
        && (!last.any(Tags::NOT_IN_PERSONS) || last.any(Tags::SURNAME));
    good.then_some(name)
}

/// In a headline a verb looks like a surname: end the name with the first word that is a known one.
fn shortened_to_surname(page: &Page<'_, '_>, name: &Range<usize>) -> Option<Range<usize>> {
    let known = |at: &usize| {
        let surname = page.tags(*at).any(Tags::SURNAME) && !page.tags(*at).any(Tags::ACT);
        page.is(*at, Shape::WORD) && (surname || page.stands_alone_as_person(*at))
    };
    let first = name.clone().find(known)?;
    // "Mary Ann Lee" has a surname that also is a given name in the middle.
    let second = first + 1;
    let end = if second < name.end && known(&second) {
        second
    } else {
        first
    };
    Some(name.start..end + 1)
}

/// The words of a name from `at` on: capitals, initials, particles, a nickname in quotation marks, a suffix.
fn words_of_name(page: &Page<'_, '_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(at + LONGEST * 2);
    let mut end = at;
    let mut words = 0;
    while end < limit && words < LONGEST {
        let next = next_word_of_name(page, at, end, limit);
        let Some(next) = next else { break };
        words += 1;
        end = next;
    }
    while end > at && (page.is_hyphen(end - 1) || is_particle_in_lower(page, end - 1)) {
        end -= 1;
    }
    if end == at {
        return None;
    }
    Some(at..with_suffix(page, end, limit))
}

fn next_word_of_name(page: &Page<'_, '_>, start: usize, at: usize, limit: usize) -> Option<usize> {
    if at > start && page.is(at, Shape::NEW_LINE) && !page.wrapped() {
        return None;
    }
    let tags = page.tags(at);
    if page.is_capital(at) {
        let bad = tags.any(Tags::FUNCTION)
            || (tags.any(Tags::CALENDAR) && !tags.any(Tags::GIVEN))
            || (at > start
                && role_at(page, at)
                    .is_some_and(|r| r.end > at + 1 || !tags.any(Tags::SURNAME.with(Tags::GIVEN))))
            || (tags.any(Tags::SUFFIX) && at > start);
        if bad {
            return None;
        }
        return Some(at + 1 + usize::from(page.is_abbreviation_dot(at + 1) && at + 1 < limit));
    }
    if at == start {
        return None;
    }
    if page.is_joint(at) {
        let joined =
            page.is_capital(at + 1) || page.tags(at + 1).any(Tags::PARTICLE) || !page.is_hyphen(at);
        return joined.then_some(at + 2);
    }
    if tags.any(Tags::PARTICLE) {
        let next = at + 1 + usize::from(page.is_hyphen(at + 1));
        let goes_on = page.is_capital(next) || page.tags(next).any(Tags::PARTICLE);
        return goes_on.then_some(at + 1);
    }
    nickname_end(page, at, limit)
}

/// The end of `"Ray"` or `(Ray)` between two words of a name.
fn nickname_end(page: &Page<'_, '_>, at: usize, limit: usize) -> Option<usize> {
    if !page.is(at, Shape::QUOTE_MARK) || page.is(at, Shape::GLUED) {
        return None;
    }
    let close = (at + 2..limit.min(at + 5))
        .find(|&n| page.is(n, Shape::PUNCTUATION) && page.is(n, Shape::GLUED))?;
    let words = (at + 1..close).all(|n| page.is_capital(n));
    let marks = page.is(close, Shape::QUOTE_MARK)
        && page.is_capital(close + 1)
        && !page.is(close + 1, Shape::GLUED);
    (words && marks).then_some(close + 1)
}

fn with_suffix(page: &Page<'_, '_>, end: usize, limit: usize) -> usize {
    let at = end + usize::from(page.spells(end, ","));
    if at < limit && page.is_capital(at) && page.tags(at).any(Tags::SUFFIX) {
        return at + 1 + usize::from(page.is_abbreviation_dot(at + 1));
    }
    end
}

fn is_particle_in_lower(page: &Page<'_, '_>, at: usize) -> bool {
    page.tags(at).any(Tags::PARTICLE) && !page.is_capital(at)
}

/// In a text in capitals: words that are names, or unknown to the general language.
fn words_in_capitals(page: &Page<'_, '_>, at: usize, limit: usize) -> Option<Range<usize>> {
    const MOST: usize = 4;
    let limit = limit.min(at + MOST * 2);
    let mut end = at;
    let mut words = 0;
    while end < limit && words < MOST {
        let tags = page.tags(end);
        if end > at && page.is_hyphen(end) {
            end += 1;
            continue;
        }
        if !page.is_capital(end) {
            break;
        }
        let initial = page.token(end).is_some_and(|t| t.end - t.start == 1)
            && page.is_abbreviation_dot(end + 1);
        let particle = end > at
            && tags.any(Tags::PARTICLE)
            && page.is_capital(end + 1)
            && !tags.any(Tags::SUFFIX)
            && !page.spells(end, "y");
        let named = tags.any(Tags::GIVEN.with(Tags::SURNAME))
            && !(tags.any(Tags::COMMON) && !tags.any(Tags::SURNAME));
        let not_name = Tags::NOT_IN_PERSONS
            .with(Tags::SAY)
            .with(Tags::ACT)
            .with(Tags::CUE)
            .with(Tags::KIN)
            .with(Tags::ROLE)
            .with(Tags::HOLDING)
            .with(Tags::MODIFIER)
            .with(Tags::ASSAULT);
        let unknown = !tags.any(not_name)
            && page
                .token(end)
                .is_some_and(|t| t.end - t.start > 2 && !is_english(page.document.text(t)))
            && country_at(page.document, end).is_none();
        if !(initial || particle || named || unknown) {
            break;
        }
        end += 1 + usize::from(initial);
        words += 1;
    }
    while end > at
        && (page.is_hyphen(end - 1)
            || (page.tags(end - 1).any(Tags::PARTICLE)
                && !page.tags(end - 1).any(Tags::SURNAME.with(Tags::GIVEN))))
    {
        end -= 1;
    }
    (end > at).then(|| at..with_suffix(page, end, limit))
}

/// How many words, initials included, a name has.
pub(super) fn name_words(page: &Page<'_, '_>, name: &Range<usize>) -> usize {
    let joints = name.clone().filter(|&at| page.is_joint(at)).count();
    let words = name.clone().filter(|&at| page.is(at, Shape::WORD)).count();
    words.saturating_sub(joints)
}

/// The last word of a name before its suffix.
pub(super) fn last_word(page: &Page<'_, '_>, name: &Range<usize>) -> Option<usize> {
    name.clone().rev().find(|&at| {
        page.is(at, Shape::WORD) && (!page.tags(at).any(Tags::SUFFIX) || at == name.start)
    })
}

fn has_initial(page: &Page<'_, '_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        page.token(at)
            .is_some_and(|t| t.end - t.start == 1 && t.is(Shape::CAPITAL))
            && page.is_abbreviation_dot(at + 1)
    })
}

fn ends_in_suffix(page: &Page<'_, '_>, name: &Range<usize>) -> bool {
    name.clone()
        .rev()
        .take(2)
        .any(|at| page.tags(at).any(Tags::SUFFIX))
}

/// Whether `at` is where a sentence or a quotation opens, so that its capital tells nothing.
pub(super) fn is_opening(page: &Page<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| at > sentence.start) else {
        return true;
    };
    page.is(before, Shape::QUOTE_MARK)
        || [":", "-", "•", "*", "?", "!"]
            .iter()
            .any(|s| page.word(before) == Some(Word::new(s)) && !page.is(before, Shape::GLUED))
        || page.spells(before, ":")
        || page.is(at, Shape::NEW_LINE)
}

/// Whether a capitalised word at the start of a sentence is just the first word of it.
fn is_mere_opener(page: &Page<'_, '_>, at: usize) -> bool {
    let tags = page.tags(at);
    if tags.any(Tags::GIVEN) && (!tags.any(Tags::COMMON) || page.tags(at + 1).any(Tags::SURNAME)) {
        return false;
    }
    tags.any(Tags::COMMON) && !tags.any(Tags::SURNAME)
        || page.occurs_in_lower_case(at) && !tags.any(Tags::SURNAME.with(Tags::GIVEN))
}

/// How strongly what stands around a name shows it to be a person's: 2 for proof, 1 for a hint, below 0 against.
fn evidence(
    page: &Page<'_, '_>,
    name: &Range<usize>,
    sentence: &Range<usize>,
    last_name: usize,
) -> i32 {
    let after = evidence_after(page, name.end);
    let before = if last_name > sentence.start && is_list(page, last_name..name.start) {
        2
    } else {
        evidence_before(page, name.start, sentence)
    };
    after + before
}

/// Whether nothing but commas, "and" and ages stands in `between`: the name after it stands in a list of people.
fn is_list(page: &Page<'_, '_>, between: Range<usize>) -> bool {
    let joins = |at: usize| {
        page.is(at, Shape::NUMBER)
            || [",", "and", "&", ";"]
                .iter()
                .any(|word| page.spells(at, word))
    };
    (1..=5).contains(&between.len()) && between.clone().all(joins)
}

fn next_acts(page: &Page<'_, '_>, at: usize) -> bool {
    page.tags(at).any(Tags::SAY.with(Tags::ACT)) && !page.is_capital(at)
}

/// Whether a comma or "and" and then a clear given name follow.
fn is_listed_before_name(page: &Page<'_, '_>, end: usize) -> bool {
    let joined = page.spells(end, ",") || page.spells(end, "and");
    let next = page.tags(end + 1);
    joined
        && page.is_capital(end + 1)
        && page.is_capital(end + 2)
        && next.any(Tags::GIVEN)
        && !next.any(Tags::NOT_IN_PERSONS)
}

fn evidence_after(page: &Page<'_, '_>, end: usize) -> i32 {
    let next = page.tags(end);
    if page.spells(end, ",") || page.spells(end, "(") {
        if is_age(page, end + 1) {
            return 3;
        }
        let relative = ["who", "whose", "whom", "aged"]
            .iter()
            .any(|w| page.spells(end + 1, w));
        let article =
            page.spells(end + 1, "a") || page.spells(end + 1, "an") || page.spells(end + 1, "the");
        let described = article
            && (is_age(page, end + 2) || (end + 2..end + 5).any(|at| role_at(page, at).is_some()));
        let role = role_at(page, end + 1).is_some() && !page.is_capital(end + 1);
        if relative {
            return 3;
        }
        let human =
            article && (end + 2..end + 5).any(|at| page.tags(at).any(Tags::KIN.with(Tags::HUMAN)));
        let listed = is_listed_before_name(page, end) || next_acts(page, end + 1);
        let described = described || human;
        return i32::from(described || role) * 2 + i32::from(listed);
    }
    if page.is(end, Shape::POSSESSIVE) {
        return i32::from(page.tags(end + 1).any(Tags::KIN)) * 2;
    }
    if page.is(end, Shape::CAPITAL) {
        return 0;
    }
    if is_listed_before_name(page, end) {
        return 1;
    }
    if page.spells(end, "who") || page.spells(end, "whose") {
        return 3;
    }
    if next.any(Tags::SAY) {
        return 2;
    }
    i32::from(next.any(Tags::ACT))
}

fn evidence_before(page: &Page<'_, '_>, start: usize, sentence: &Range<usize>) -> i32 {
    let Some(before) = start.checked_sub(1).filter(|_| start > sentence.start) else {
        return 0;
    };
    // "148 W. Brooks": an address.
    if page.is(before, Shape::NUMBER) {
        return -2;
    }
    let tags = page.tags(before);
    let spelled = |words: &[&str]| words.iter().any(|w| page.spells(before, w));
    if spelled(&["old"]) && before >= 1 && page.is_hyphen(before - 1) || tags.any(Tags::KIN) {
        return 2;
    }
    if spelled(&["identified", "named"]) {
        return 2;
    }
    if spelled(&["as"])
        && (before.saturating_sub(6)..before).any(|at| page.spells(at, "identified"))
    {
        return 2;
    }
    if tags.any(Tags::SAY) {
        return 2;
    }
    if spelled(&[","]) && before >= 1 {
        let said_of = Tags::KIN.with(Tags::HUMAN).with(Tags::CUE);
        return i32::from(page.tags(before - 1).any(said_of)) * 2;
    }
    if spelled(&[
        "in", "at", "near", "from", "to", "outside", "inside", "across", "around", "on", "through",
        "the", "his", "her", "their", "its", "our", "my", "a", "an",
    ]) {
        return -1;
    }
    i32::from(tags.any(Tags::CUE))
}

/// Whether `34`, `34-year-old` or `aged 34` stands at `at`.
fn is_age(page: &Page<'_, '_>, at: usize) -> bool {
    let Some(token) = page.token(at).filter(|t| t.is(Shape::NUMBER)) else {
        return false;
    };
    let short = token.end - token.start <= 2
        || page.document.text(token).starts_with('1') && token.end - token.start == 3;
    let follows = [",", ".", ")", ";", "of", "was", "and", "is", "-"];
    short && follows.iter().any(|w| page.spells(at + 1, w))
}
