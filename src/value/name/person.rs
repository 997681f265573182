//! Which sequences of words name a person: by the names they hold, and by what stands around them.

use super::evidence::evidence;
use super::lexicon::Tags;
use super::page::{Case, TaggedPage};
use super::reach::{
    ends_in_suffix, has_initial, has_nickname, last_word, name_words, shortened_to_surname,
    words_in_capitals, words_of_name,
};
use super::role::role_at;
use crate::document::{Shape, Word};
use crate::value::place::country_length;
use std::ops::Range;

/// The name of a person who is known to be one (a title or role stands before it) from `at` on.
pub(super) fn name_after_role(
    page: &TaggedPage<'_, '_>,
    at: usize,
    limit: usize,
    case: Case,
) -> Option<Range<usize>> {
    if at >= limit || (page.is(at, Shape::NEW_LINE) && !page.wrapped()) {
        return None;
    }
    let name = match case {
        Case::Telling => words_of_name(page, at, limit),
        Case::Title => words_of_name(page, at, limit).and_then(|name| {
            // "Minister Sergei Orlov." ends with the name; "Orlov Resigns" does not.
            let given = page.tags(name.start);
            let clear = given.any(Tags::GIVEN) && !given.any(Tags::NOT_IN_PERSONS);
            let whole = name_words(page, &name) == 2 && clear;
            if whole {
                Some(name)
            } else {
                shortened_to_surname(page, &name)
            }
        }),
        Case::Upper => words_in_capitals(page, at, limit),
        Case::Lower => None,
    }?;
    let name = before_acronym(page, name);
    let one_word = name_words(page, &name) == 1;
    let first = page.tags(name.start);
    let last = page.tags(last_word(page, &name)?);
    // "Veteran Leeds firefighter Ann Lee", "Assistant Polk County Prosecutor Ann Lee"
    let clear = first.any(Tags::GIVEN) && !first.any(Tags::NOT_IN_PERSONS);
    let of_whom = !clear && !page.is_capital(name.end) && role_at(page, name.end).is_some();
    if of_whom || (last.any(Tags::HEADS) && !last.any(Tags::SURNAME.with(Tags::GIVEN))) {
        return None;
    }
    if one_word && country_length(page.document, name.start).is_some() {
        return None;
    }
    let wrong = if case == Case::Title {
        first.any(Tags::NOT_IN_PERSONS) && !first.any(Tags::SURNAME)
    } else {
        first.any(Tags::NOT_IN_PERSONS) && !first.any(Tags::SURNAME.with(Tags::GIVEN))
    };
    if wrong
        || has_other_words(page, &name)
        || (one_word && first.any(Tags::ORGANISATION.with(Tags::BODY).with(Tags::OPENER)))
    {
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

/// Whether words that are in no name stand before its last: "Assistant U.S. Attorneys Jerry Keller".
fn has_other_words(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> bool {
    let end = last_word(page, name).unwrap_or(name.start);
    let named = Tags::SURNAME.with(Tags::GIVEN).with(Tags::PARTICLE);
    let given = |at: usize| {
        page.tags(at).any(Tags::GIVEN) && !page.tags(at).any(Tags::NOT_IN_PERSONS) && at < end
    };
    (name.start..end).any(|at| {
        let tags = page.tags(at);
        let english = (at > name.start || given(at + 1)) && page.is_english(at);
        page.is(at, Shape::WORD) && !tags.any(named) && (tags.any(Tags::HEADS) || english)
    })
}

/// A run of capitalised words, without a role in front, read as the name of a person if enough speaks for it.
pub(super) fn name_in_run(
    page: &TaggedPage<'_, '_>,
    run: &Range<usize>,
    sentence: &Range<usize>,
    last_name: usize,
) -> Option<Range<usize>> {
    let whole = run.end;
    let run = &before_acronym(page, run.clone());
    let opening = is_opening(page, run.start, sentence);
    let start = start_in_run(page, run, opening);
    // "pastor of Morris Hall AME" is no Morris Hall.
    let cut = run.end < whole;
    let limit = if cut { run.end } else { sentence.end };
    if cut && start > sentence.start && page.tags(start - 1).any(Tags::FUNCTION) {
        return None;
    }
    let name = words_of_name(page, start, limit)?;
    if name.end < run.end || name_words(page, &name) < 2 || name_words(page, &name) > 5 {
        return None;
    }
    let candidate = Candidate {
        page,
        first: page.tags(name.start),
        last: page.tags(last_word(page, &name)?),
        last_at: last_word(page, &name)?,
        opening,
        name,
    };
    let evidence = evidence(page, &candidate.name, sentence, last_name);
    if candidate.is_of_something_else(evidence >= PROOF) {
        return None;
    }
    candidate.is_accepted(evidence).then_some(candidate.name)
}

/// So much evidence only an age or a relative gives.
const PROOF: i32 = 3;

/// Capitalised words that may name a person.
struct Candidate<'p, 'd, 's> {
    page: &'p TaggedPage<'d, 's>,
    name: Range<usize>,
    first: Tags,
    last: Tags,
    last_at: usize,
    /// The first word opens a sentence, so that its capital tells nothing.
    opening: bool,
}

impl Candidate<'_, '_, '_> {
    /// Whether the words themselves show the name to be a place's, a company's or a team's. What is `aged` can be somebody by
    /// the name of a nation or a team: "German Ruiz, 34,".
    fn is_of_something_else(&self, aged: bool) -> bool {
        let (page, first) = (self.page, self.first);
        let given = first.any(Tags::GIVEN);
        let country = country_length(page.document, self.name.start);
        let place = first.any(Tags::OPENER) || country.is_some_and(|tokens| tokens > 1 || !given);
        let place = place && !aged;
        // "the Blue Larch girl" is of Blue Larch, the Ada Larch bridge a bridge.
        let end = self.name.end;
        let of_people = page.tags(end).any(Tags::HUMAN.with(Tags::KIN))
            || (page.tags(end).any(Tags::PLACE.with(Tags::ORGANISATION))
                && page.spells(self.name.start.wrapping_sub(1), "the"));
        let of_people = of_people && !page.is(end, Shape::CAPITAL);
        // "the brother of Milford Rovers coach Ann Lee"
        let body = !(given || self.last.any(Tags::SURNAME))
            && role_at(page, end).is_some()
            && !page.is(end, Shape::CAPITAL);
        let team = body
            || self.has_acronym()
            || (!given && !aged && page.is_preceded_by_article(self.last_at));
        // "the Charlotte Egyptians"
        let nation =
            !self.last.any(Tags::SURNAME) && country_length(page.document, self.last_at).is_some();
        let twice = page.word(self.name.start) == page.word(self.last_at);
        let inner = (self.name.start + 1..self.last_at).any(|at| {
            let tags = page.tags(at);
            let head = tags.any(Tags::HEADS) && !tags.any(Tags::SURNAME);
            let named = Tags::SURNAME.with(Tags::GIVEN).with(Tags::PARTICLE);
            head || (tags.any(Tags::NOT_IN_PERSONS) && !tags.any(named))
        });
        let letter = page
            .token(self.last_at)
            .is_some_and(|t| t.end - t.start < 2);
        let kin = first.any(Tags::KIN.with(Tags::HUMAN)) && !given;
        kin || place || of_people || team || nation || twice || inner || letter
    }

    /// Whether a word is in capitals and others are not: "LA Superior", "Dayton PD", but not "JD Hale".
    fn has_acronym(&self) -> bool {
        let page = self.page;
        let initials = page
            .token(self.name.start)
            .is_some_and(|t| t.end - t.start <= 2)
            && self.last.any(Tags::SURNAME.with(Tags::GIVEN));
        let from = self.name.start + usize::from(initials);
        let (mut upper, mut other) = (false, false);
        for at in from..self.name.end {
            let quoted = page.is(at.wrapping_sub(1), Shape::QUOTE_MARK);
            let Some(token) = page.token(at).filter(|t| t.is(Shape::WORD) && !quoted) else {
                continue;
            };
            let initial = token.end - token.start == 1
                || token.is(Shape::ABBREVIATION)
                || self.are_middle_initials(at);
            if !initial && !page.tags(at).any(Tags::SUFFIX) {
                upper |= token.is(Shape::ALL_CAPS);
                other |= !token.is(Shape::ALL_CAPS);
            }
        }
        let given = page.tags(self.name.start).any(Tags::GIVEN);
        upper && (other || !given)
    }

    /// Whether two initials stand together between a given name and a family name: "Samuel LJ Carter".
    fn are_middle_initials(&self, at: usize) -> bool {
        let page = self.page;
        let short = page.token(at).is_some_and(|t| t.end - t.start == 2);
        let between = self.name.start < at && at < self.last_at;
        let given = self.first.any(Tags::GIVEN) && !self.first.any(Tags::NOT_IN_PERSONS);
        let family = self.last.any(Tags::SURNAME) || !page.is_english(self.last_at);
        short
            && between
            && given
            && family
            && page.tags(at).is_empty()
            && country_length(page.document, at).is_none()
    }

    /// Whether the names the words are known as and the `evidence` around them are enough.
    fn is_accepted(&self, evidence: i32) -> bool {
        let (page, first, last) = (self.page, self.first, self.last);
        let alone = page.stands_alone_as_person(self.last_at);
        let surname =
            alone || last.any(Tags::SURNAME) || (last.any(Tags::GIVEN) && !last.any(Tags::COMMON));
        let given = first.any(Tags::GIVEN);
        let marked = has_initial(page, &self.name)
            || ends_in_suffix(page, &self.name)
            || has_nickname(page, &self.name);
        // "bin Laden"
        let particle = page.tags(self.last_at - 1).any(Tags::PARTICLE);
        let named = particle || last.any(Tags::SURNAME.with(Tags::GIVEN));
        if !named && last.any(Tags::NOT_IN_PERSONS) {
            // "Allen County said", but "20-year-old Jerome Battle", and "her son, Peter Few,".
            let head = last.any(Tags::HEADS);
            let clear = given && !first.any(Tags::NOT_IN_PERSONS);
            let known = given || marked || first.is_empty();
            return evidence >= PROOF && known || evidence >= 2 && clear && !head;
        }
        let clear = given && !first.any(Tags::NOT_IN_PERSONS);
        if !named && !alone && page.is_english(self.last_at) {
            // "Vanity Fair", but "Peter Luck".
            let word =
                !given && (first.any(Tags::NOT_IN_PERSONS) || page.is_english(self.name.start));
            let needed = match (marked, clear, word) {
                (true, _, _) => 0,
                (_, true, _) => i32::from(name_words(page, &self.name) > 2),
                (_, _, true) => 4,
                _ => 2,
            };
            return evidence >= needed;
        }
        if last.any(Tags::HEADS) {
            let unlisted = first.is_empty() && last.any(Tags::SURNAME);
            return evidence >= 2 && (given || marked || unlisted);
        }
        if self.is_corner() {
            return evidence >= 2;
        }
        if first.any(Tags::NOT_IN_PERSONS) {
            // "Will", "Rose", "Hope": a name only with more than its capital.
            let needed = i32::from(self.opening || !(surname || marked));
            return match (given, first.any(Tags::SURNAME)) {
                (true, _) => evidence >= needed || last.any(Tags::SURNAME) && self.has_done(),
                (false, true) => self.is_clear(evidence, surname, alone, marked),
                (false, false) => (evidence >= 2 && surname) || (evidence >= 3 && last.is_empty()),
            };
        }
        if given {
            return evidence >= 0 || (surname && evidence >= -2);
        }
        self.is_clear(evidence, surname, alone, marked)
    }

    /// Whether a verb in the past follows, of which a word that opens the sentence can only be the subject's name: "Sue Holt resigned".
    fn has_done(&self) -> bool {
        let page = self.page;
        let after = page.token(self.name.end);
        let text = after.map_or("", |token| page.document.text(token));
        text.len() > 4
            && text.ends_with("ed")
            && !text.ends_with("eed")
            && !page.is_capital(self.name.end)
    }

    /// "E. Larkin" can be a street.
    fn is_corner(&self) -> bool {
        let compass = ["n", "s", "e", "w"]
            .iter()
            .any(|side| self.page.spells(self.name.start, side));
        compass && name_words(self.page, &self.name) == 2
    }

    /// For names that no list has: what stands around them decides.
    fn is_clear(&self, evidence: i32, surname: bool, alone: bool, marked: bool) -> bool {
        let surname_like = surname || self.last.is_empty();
        if name_words(self.page, &self.name) > 2 && !marked {
            let middle = self.page.tags(self.name.start + 1);
            if middle.any(Tags::GIVEN) && !middle.any(Tags::NOT_IN_PERSONS) && surname_like {
                return evidence >= 1;
            }
            return evidence >= 2 || (alone && evidence >= 0);
        }
        let written = self
            .page
            .token(self.name.start)
            .map_or("", |t| self.page.document.text(t));
        let listed = self.last.any(Tags::SURNAME)
            && self.first.is_empty()
            && !written.ends_with("ing")
            && !(self.opening && self.page.is_english(self.name.start));
        let unknown = self.first.is_empty() && self.last.is_empty();
        match evidence {
            2.. => true,
            1 => surname || marked || unknown,
            0 => marked || (surname && alone) || listed,
            _ => false,
        }
    }
}

/// A name in a sentence whose capitals tell nothing.
pub(super) fn name_in_capitals(
    page: &TaggedPage<'_, '_>,
    at: usize,
    limit: usize,
    case: Case,
) -> Option<Range<usize>> {
    let first = page.tags(at);
    if !first.any(Tags::GIVEN) || first.any(Tags::NOT_IN_PERSONS) || !page.is_capital(at) {
        return None;
    }
    if country_length(page.document, at).is_some() {
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

/// Whether `at` is where a sentence or a quotation opens, so that its capital tells nothing.
pub(super) fn is_opening(page: &TaggedPage<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    const OPENERS: [Word; 6] = [
        Word::of(":"),
        Word::of("-"),
        Word::of("•"),
        Word::of("*"),
        Word::of("?"),
        Word::of("!"),
    ];
    let Some(before) = at.checked_sub(1).filter(|_| at > sentence.start) else {
        return true;
    };
    page.is(before, Shape::QUOTE_MARK)
        || !page.is(before, Shape::GLUED)
            && page
                .word(before)
                .is_some_and(|sign| OPENERS.contains(&sign))
        || page.spells(before, ":")
        || page.is(at, Shape::NEW_LINE)
}

/// "Lisa Stark ABC": a run of names up to a word in capitals, if the first is not.
fn before_acronym(page: &TaggedPage<'_, '_>, run: Range<usize>) -> Range<usize> {
    let upper = |at: usize| page.is(at, Shape::ALL_CAPS) && !page.is(at, Shape::ABBREVIATION);
    let lower = |at: usize| page.token(at).is_some_and(|t| t.end - t.start > 1) && !upper(at);
    let acronym = (run.start + 2..run.end)
        .find(|&at| upper(at) && !page.tags(at).any(Tags::SUFFIX))
        .filter(|&at| lower(run.start) && !page.is_joint(at - 1))
        .filter(|&at| !page.is(at - 1, Shape::QUOTE_MARK));
    run.start..acronym.unwrap_or(run.end)
}

/// Where in a run of capitals a name can start: past the first word of a sentence and past what stands before names, as in
/// "AP Peter Smith", "Treasurer Peter Smith", "Mobile, Ala. Peter Smith".
fn start_in_run(page: &TaggedPage<'_, '_>, run: &Range<usize>, opening: bool) -> usize {
    let mut start = run.start;
    let opens = opening && is_mere_opener(page, start) && !page.is_joint(start + 1);
    if opens && start + 1 < run.end {
        start += 1;
    }
    let last = page.tags(run.end - 1);
    let words = Tags::COMMON.with(Tags::KIN);
    let surname = page.tags(start).any(words)
        && (last.is_empty() || (last.any(Tags::SURNAME) && !last.any(Tags::HEADS)));
    let mut at = start;
    while at + 1 < run.end {
        let tags = page.tags(at);
        let given = tags.any(Tags::GIVEN) && !tags.any(Tags::NOT_IN_PERSONS);
        let unlisted = tags.is_empty() && surname;
        if at > start && (given || unlisted) && !page.is_before_name(at) {
            return at;
        }
        if !page.is_before_name(at) {
            return start;
        }
        at += 1 + usize::from(page.is_abbreviation_dot(at + 1));
    }
    start
}

/// Whether a capitalised word at the start of a sentence is just the first word of it.
fn is_mere_opener(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let tags = page.tags(at);
    if tags.any(Tags::GIVEN) && (!tags.any(Tags::COMMON) || page.is_capital(at + 1)) {
        return false;
    }
    let name = tags.any(Tags::SURNAME.with(Tags::GIVEN));
    let written = page.token(at).map_or("", |t| page.document.text(t));
    let participle = written.len() > 6 && written.ends_with("ing");
    tags.any(Tags::COMMON) && !tags.any(Tags::SURNAME)
        || (!name && (participle || page.occurs_in_lower_case(at) || page.is_english(at)))
}
