//! The second reading: what is a name only because the article has it in full elsewhere. Family and given names alone,
//! "the Council" for the one council, known names written small.

use super::evidence::{evidence_after, evidence_before};
use super::lexicon::Tags;
use super::organisation::Organisation;
use super::page::{Case, TaggedPage};
use super::people::person;
use super::person::is_opening;
use super::relative;
use super::role::role_at;
use crate::document::{Shape, Word};
use crate::value::place::country_length;
use crate::value::{Found, Kind, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// What the first reading found, by the words of it.
struct Article {
    /// Family names, with the given names they stand with.
    surnames: FxHashMap<Word, Vec<Word>>,
    /// Given names of people who also have a family name.
    given: FxHashSet<Word>,
    /// Full names by their first word: where each stands for the first time.
    full: FxHashMap<Word, Vec<Range<usize>>>,
    /// Where a given name stands before another's full name: the "Amy" of "Amy and Lance Buckland".
    joined: FxHashSet<usize>,
    /// First words of companies' names, with the companies: the name's tokens without "Corp." and the like.
    companies: FxHashMap<Word, (Range<usize>, String)>,
    /// Heads of bodies, with the body if it is the only one.
    bodies: FxHashMap<Word, Option<String>>,
}

/// Adds what the first reading makes readable.
pub(super) fn read(
    page: &TaggedPage<'_, '_>,
    cases: &[Case],
    people: &mut Vec<Found>,
    organisations: &mut Vec<Organisation>,
) {
    drop_unconfirmed(organisations);
    let article = Article::of(page, people, organisations);
    let mut covered = vec![false; page.document.tokens.len()];
    let spans = people.iter().map(|f| f.tokens.clone());
    for span in spans.chain(organisations.iter().map(|o| o.tokens.clone())) {
        if let Some(tokens) = covered.get_mut(span) {
            tokens.fill(true);
        }
    }
    for (sentence, &case) in page.document.sentences.iter().zip(cases) {
        let reading = RepeatReader {
            page,
            article: &article,
            sentence: &sentence.tokens,
            case,
        };
        let mut next = sentence.tokens.start;
        for &at in page.openings(&sentence.tokens) {
            if at < next || covered.get(at) != Some(&false) || !page.is_capital(at) {
                continue;
            }
            let end = reading
                .company(at, organisations)
                .or_else(|| reading.person(at, people))
                .or_else(|| reading.body(at, organisations));
            next = end.unwrap_or(at + 1);
        }
    }
}

/// Names written small count only if the article also has them with capitals.
fn drop_unconfirmed(organisations: &mut Vec<Organisation>) {
    let confirmed: Vec<String> = organisations
        .iter()
        .filter(|o| !o.plain)
        .map(|o| o.name.clone())
        .collect();
    organisations.retain(|o| !o.plain || o.tokens.len() > 2 || confirmed.contains(&o.name));
}

impl Article {
    fn of(page: &TaggedPage<'_, '_>, people: &[Found], organisations: &[Organisation]) -> Self {
        let mut article = Article {
            surnames: FxHashMap::default(),
            given: FxHashSet::default(),
            full: FxHashMap::default(),
            joined: FxHashSet::default(),
            companies: FxHashMap::default(),
            bodies: FxHashMap::default(),
        };
        for found in people {
            let Value::Name(value) = &found.value else {
                continue;
            };
            let Some(name) = &value.name else { continue };
            let Some(words) = super::name_tokens(page.document, found.tokens.clone(), name) else {
                continue;
            };
            article.add_person(page, &words);
        }
        relative::given_names(page, people, &article.surnames, &mut article.joined);
        for company in organisations
            .iter()
            .filter(|o| o.kind == Kind::Organisation)
        {
            article.add_company(page, company);
        }
        for body in organisations.iter().filter(|o| o.kind == Kind::Body) {
            let head = body
                .tokens
                .clone()
                .rev()
                .find(|&at| page.tags(at).any(Tags::BODY));
            let Some(head) = head.and_then(|at| page.word(at)) else {
                continue;
            };
            let known = article
                .bodies
                .entry(head)
                .or_insert_with(|| Some(body.name.clone()));
            let same = known
                .as_ref()
                .is_some_and(|k| k.ends_with(&body.name) || body.name.ends_with(k.as_str()));
            if !same {
                *known = None;
            }
        }
        article
    }

    /// "Quorvex Steel Corp." later is "Quorvex Steel" or "Quorvex".
    fn add_company(&mut self, page: &TaggedPage<'_, '_>, company: &Organisation) {
        let last = company
            .tokens
            .clone()
            .rev()
            .find(|&at| page.is(at, Shape::WORD));
        let Some(last) = last.filter(|&at| page.tags(at).any(Tags::COMPANY)) else {
            return;
        };
        let start = company.tokens.start;
        let telling = Tags::NOT_IN_PERSONS.with(Tags::OPENER).with(Tags::ROLE);
        if page.tags(start).any(telling) || last <= start || !page.is_capital(start) {
            return;
        }
        if let Some(word) = page.word(start) {
            self.companies
                .entry(word)
                .or_insert_with(|| (start..last, company.name.clone()));
        }
    }

    /// Given names that "and" and commas join to the full name at `start`: "Nora, Amy and Lance Buckland". One that is a family
    /// name as well needs a word of kinship before it or another given name beside it: "Brothers Travis and Lance Buckland".
    fn add_joined(&mut self, page: &TaggedPage<'_, '_>, start: usize) {
        let mut joined = Vec::new();
        let mut next = start;
        let mut joint = "and";
        while let Some(at) = next.checked_sub(2) {
            let tags = page.tags(at);
            let given = tags.any(Tags::GIVEN) && !tags.any(Tags::NOT_IN_PERSONS);
            let before = at.wrapping_sub(1);
            let alone = !page.is_capital(before) || page.tags(before).any(Tags::KIN);
            if !(page.spells(at + 1, joint) && given && page.is_capital(at) && alone) {
                break;
            }
            joined.push(at);
            (next, joint) = (at, ",");
        }
        let first = joined.last().map_or(0, |at| at.wrapping_sub(1));
        let shown = joined.len() > 1 || page.tags(first).any(Tags::KIN);
        let may_be_family = |at: &usize| page.tags(*at).any(Tags::SURNAME);
        let known = joined
            .into_iter()
            .take_while(|at| shown || !may_be_family(at));
        for at in known {
            self.joined.insert(at);
            self.given.extend(page.word(at));
        }
    }

    fn add_full(&mut self, page: &TaggedPage<'_, '_>, name: &Range<usize>) {
        let Some(first) = page.word(name.start) else {
            return;
        };
        let known = self.full.entry(first).or_default();
        if !known.iter().any(|other| are_same_words(page, other, name)) {
            known.push(name.clone());
        }
    }

    fn add_person(&mut self, page: &TaggedPage<'_, '_>, name: &Range<usize>) {
        let Some(last_at) = super::reach::last_word(page, name) else {
            return;
        };
        let Some(last) = page.word(last_at) else {
            return;
        };
        if last_at > name.start {
            self.add_joined(page, name.start);
            self.add_full(page, name);
        }
        let given = self.surnames.entry(last).or_default();
        for at in name.start..last_at {
            let initial = page.token(at).is_none_or(|t| t.end - t.start < 2);
            if initial || !page.is(at, Shape::WORD) || page.tags(at).any(Tags::PARTICLE) {
                continue;
            }
            let Some(word) = page.word(at) else { continue };
            if !given.contains(&word) {
                given.push(word);
            }
            let called = page.tags(at).any(Tags::GIVEN) || page.stands_alone_as_person(at);
            if at == name.start && called {
                self.given.insert(word);
            }
        }
    }
}

fn are_same_words(page: &TaggedPage<'_, '_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    let mut pairs = left.clone().zip(right.clone());
    left.len() == right.len() && pairs.all(|(a, b)| page.word(a) == page.word(b))
}

struct RepeatReader<'r, 'd, 's> {
    page: &'r TaggedPage<'d, 's>,
    article: &'r Article,
    sentence: &'r Range<usize>,
    case: Case,
}

impl RepeatReader<'_, '_, '_> {
    /// A family name or given name alone, or both in a sentence whose capitals tell nothing.
    fn person(&self, at: usize, people: &mut Vec<Found>) -> Option<usize> {
        let page = self.page;
        let word = page
            .word(at)
            .filter(|_| !page.tags(at).any(Tags::PARTICLE))?;
        let name = if let Some(name) = self.known_name(at, word) {
            name
        } else if self.article.given.contains(&word) && self.follows_as_surname(at) {
            at..at + 2
        } else if self.article.joined.contains(&at) {
            at..at + 1
        } else if let Some(name) = self.double_surname(at, word) {
            name
        } else if self.article.surnames.contains_key(&word) || self.article.given.contains(&word) {
            self.stands_alone(at)?
        } else {
            return None;
        };
        let end = name.end;
        people.push(Found {
            value: person(Some(page.words(name.clone())), None, None),
            tokens: name,
        });
        Some(end)
    }

    /// A full name that the article has elsewhere, where more showed it to be one.
    fn known_name(&self, at: usize, word: Word) -> Option<Range<usize>> {
        let page = self.page;
        let known = self.article.full.get(&word)?.iter();
        let here = known
            .map(|name| (at..at + name.len(), name))
            .filter(|(here, name)| are_same_words(page, here, name))
            .max_by_key(|(here, _)| here.len())
            .map(|(here, _)| here)?;
        let capital = |at: usize| page.is_capital(at) && !page.tags(at).any(Tags::CALENDAR);
        let part_after = capital(here.end) && !page.is(here.end, Shape::NEW_LINE);
        let before = at.saturating_sub(1);
        let part_before =
            at > self.sentence.start && capital(before) && !is_opening(page, before, self.sentence);
        let whole = self.case != Case::Telling || !(part_after || part_before);
        // A place that was taken for somebody once is not taken for him wherever it stands.
        let first = page.tags(at);
        let clear = first.any(Tags::GIVEN) && !first.any(Tags::NOT_IN_PERSONS);
        let fits = || {
            let before = evidence_before(page, at, self.sentence);
            before >= 0 && before + evidence_after(page, here.end) >= 0
        };
        let whole = whole && (clear || fits());
        (whole && here.end <= self.sentence.end && !page.is_joint(here.end)).then_some(here)
    }

    fn follows_as_surname(&self, at: usize) -> bool {
        let given = self.page.word(at);
        let known = self
            .page
            .word(at + 1)
            .and_then(|last| self.article.surnames.get(&last));
        let pair = known.is_some_and(|names| given.is_some_and(|g| names.contains(&g)));
        pair && self.page.is_capital(at + 1) && at + 1 < self.sentence.end
    }

    /// "Hallam-Reed", where the article has a Nora Hallam-Reed.
    fn double_surname(&self, at: usize, first: Word) -> Option<Range<usize>> {
        let page = self.page;
        let end = at + 3;
        let known = self.article.surnames.get(&page.word(at + 2)?)?;
        let joined = page.is_hyphen(at + 1) && known.contains(&first);
        let part = page.is_joint(at.saturating_sub(1)) && at > self.sentence.start;
        let goes_on = page.is_joint(end) || page.is_capital(end) && !page.is(end, Shape::NEW_LINE);
        let whole = joined && !part && !goes_on && end <= self.sentence.end;
        (whole && self.case == Case::Telling && !self.is_placed(at)).then_some(at..end)
    }

    fn stands_alone(&self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let tags = page.tags(at);
        let next = at + 1;
        // "Salinas man", "the Marsh family"
        if tags.any(Tags::CALENDAR)
            || page.tags(next).any(Tags::HOLDING.with(Tags::HUMAN))
            || country_length(page.document, at).is_some()
        {
            return None;
        }
        let joined_before =
            at > self.sentence.start && (page.is_hyphen(at - 1) || page.spells(at - 1, "&"));
        if joined_before || page.is_hyphen(next) {
            return None;
        }
        if self.case != Case::Telling {
            let other = Tags::NOT_IN_PERSONS
                .with(Tags::ROLE)
                .with(Tags::ACT)
                .with(Tags::SAY);
            let head = Tags::ORGANISATION.with(Tags::PLACE).with(Tags::BODY);
            return (!tags.any(other) && !page.tags(next).any(head)).then_some(at..next);
        }
        let part_after = page.is_capital(next)
            && !page.is(next, Shape::NEW_LINE)
            && !page.tags(next).any(Tags::CALENDAR.with(Tags::FUNCTION))
            && role_at(page, next).is_none();
        let part_before = at > self.sentence.start
            && page.is_capital(at - 1)
            && !page.is(at, Shape::NEW_LINE)
            && !page.tags(at - 1).any(Tags::FUNCTION.with(Tags::CALENDAR))
            && !is_opening(page, at - 1, self.sentence);
        if part_after || part_before || self.is_placed(at) {
            return None;
        }
        let mere_word = is_opening(page, at, self.sentence)
            && tags.any(Tags::NOT_IN_PERSONS)
            && !page.is(next, Shape::POSSESSIVE)
            && !page.tags(next).any(Tags::SAY.with(Tags::ACT));
        (!mere_word).then_some(at..next)
    }

    /// "in Florence" is the town even where a Florence Smith is in the news; "the Rovers" are a team.
    fn is_placed(&self, at: usize) -> bool {
        const IN: [Word; 6] = [
            Word::of("from"),
            Word::of("the"),
            Word::of("in"),
            Word::of("near"),
            Word::of("at"),
            Word::of("outside"),
        ];
        at > self.sentence.start && self.page.word(at - 1).is_some_and(|w| IN.contains(&w))
    }

    /// A company without its "Corp.", or by its first word.
    fn company(&self, at: usize, organisations: &mut Vec<Organisation>) -> Option<usize> {
        let page = self.page;
        let (full, name) = self.article.companies.get(&page.word(at)?)?;
        let rest = (at..).zip(full.clone());
        let matched = rest
            .take_while(|(here, there)| page.word(*here) == page.word(*there))
            .count();
        let end = if matched == full.len() {
            at + matched
        } else {
            at + 1
        };
        let person = Tags::GIVEN.with(Tags::SURNAME);
        let short = end == at + 1;
        if short
            && (full.len() > 3 || self.is_placed(at) || country_length(page.document, at).is_some())
        {
            return None;
        }
        let before = at.saturating_sub(1);
        let joined = at > self.sentence.start
            && (page.is_joint(before)
                || (page.is_capital(before)
                    && !page.tags(before).any(Tags::FUNCTION.with(Tags::CALENDAR))
                    && !is_opening(page, before, self.sentence)));
        let goes_on = page.is_capital(end) && !page.is(end, Shape::NEW_LINE);
        let part = joined || goes_on || page.is_joint(end);
        if self.case != Case::Telling || part || (short && page.tags(at).any(person)) {
            return None;
        }
        organisations.push(Organisation {
            tokens: at..end,
            kind: Kind::Organisation,
            name: name.clone(),
            plain: false,
        });
        Some(end)
    }

    /// "the Council", where the article has one council.
    fn body(&self, at: usize, organisations: &mut Vec<Organisation>) -> Option<usize> {
        let page = self.page;
        let name = self.article.bodies.get(&page.word(at)?)?.clone()?;
        let alone = self.case == Case::Telling
            && at > self.sentence.start
            && page.spells(at - 1, "the")
            && !page.is_capital(at + 1);
        if !alone || page.tags(at + 1).any(Tags::NAMING) {
            return None;
        }
        organisations.push(Organisation {
            tokens: at..at + 1,
            kind: Kind::Body,
            name,
            plain: false,
        });
        Some(at + 1)
    }
}
