//! The people and organisations of one sentence, read from left to right.

use super::Name;
use super::acronym::Acronyms;
use super::called::Called;
use super::lexicon::Tags;
use super::organisation::{Organisation, organisation_at};
use super::page::{Case, TaggedPage};
use super::person::{is_opening, name_after_role, name_in_capitals, name_in_run};
use super::reach::name_words;
use super::role::{Role, Use, role_at};
use super::run::{role_inside, run_at};
use super::whom::{Whom, whom};
use crate::document::Shape;
use crate::value::{Found, Kind, Value};
use std::ops::Range;

/// A sentence being read.
pub(super) struct PeopleReader<'r, 'd, 's> {
    /// The document.
    pub(super) page: &'r TaggedPage<'d, 's>,
    /// The tokens of the sentence.
    pub(super) sentence: Range<usize>,
    /// What its capitals tell.
    pub(super) case: Case,
    /// What the article's own acronyms stand for.
    pub(super) acronyms: &'r Acronyms,
    /// What the article calls its groups.
    pub(super) called: &'r Called,
    /// Where organisations and bodies go.
    pub(super) organisations: &'r mut Vec<Organisation>,
    /// Where people go.
    pub(super) people: &'r mut Vec<Found>,
}

impl PeopleReader<'_, '_, '_> {
    /// Reads the sentence.
    pub(super) fn read(&mut self) {
        let mut next = self.sentence.start;
        // No "of whom" reaches back past the last name.
        let mut from = next;
        for &at in self.page.openings(&self.sentence) {
            if at < next {
                continue;
            }
            let end = self
                .acronym(at)
                .or_else(|| self.organisation(at))
                .or_else(|| self.called(at))
                .or_else(|| self.role(at, &mut from))
                .or_else(|| self.name(at, &mut from));
            next = end.unwrap_or(at + 1);
        }
    }

    fn acronym(&mut self, at: usize) -> Option<usize> {
        let word = self
            .page
            .word(at)
            .filter(|_| self.page.is(at, Shape::ALL_CAPS))?;
        let name = self.acronyms.get(&word)?;
        self.organisations.push(Organisation {
            tokens: at..at + 1,
            kind: name.kind,
            name: name.name.clone().unwrap_or_default(),
            plain: false,
        });
        Some(at + 1)
    }

    /// A name that the article elsewhere shows to be a group's.
    fn called(&mut self, at: usize) -> Option<usize> {
        let (tokens, name) = self.called.at(self.page, at)?;
        let end = tokens.end;
        if end > self.sentence.end {
            return None;
        }
        self.organisations.push(Organisation {
            tokens,
            kind: Kind::Organisation,
            name: self.page.words(name),
            plain: false,
        });
        Some(end)
    }

    fn organisation(&mut self, at: usize) -> Option<usize> {
        let organisation = organisation_at(self.page, at, &self.sentence, self.case)?;
        let end = organisation.tokens.end;
        self.organisations.push(organisation);
        Some(end)
    }

    /// A role with the name after it, or one that describes somebody by itself.
    fn role(&mut self, at: usize, from: &mut usize) -> Option<usize> {
        let role = role_at(self.page, at).filter(|role| role.end <= self.sentence.end)?;
        if self.is_given_name(&role) {
            return None;
        }
        let known = self.organisations.last().map(|o| o.tokens.clone());
        let known = known.filter(|o| o.start >= *from && o.end <= role.start);
        let from_here = known.map_or(*from, |o| o.end);
        let mut whom = whom(self.page, &role, from_here, self.sentence.end, self.case);
        self.organisation_before(&role, &mut whom);
        let (last, name_start) = self.further_titles(&role, whom.end.unwrap_or(role.end));
        if let Some(name) = name_after_role(self.page, name_start, self.sentence.end, self.case)
            && self.may_precede(&role, &name)
        {
            // "the sheriff's deputy Ann Lee" is a deputy.
            let possessive = self.page.is(last.start.wrapping_sub(1), Shape::POSSESSIVE);
            let role_shown =
                if !possessive && (role.usage == Use::Office || last.usage == Use::Honorific) {
                    &role
                } else {
                    &last
                };
            let start = whom.start.unwrap_or(role.start);
            let of = whom.of.clone();
            let value = person(
                Some(self.page.words(name.clone())),
                role_shown.canonical(of.as_deref()),
                of,
            );
            *from = name.end;
            self.people.push(Found {
                tokens: start..name.end,
                value,
            });
            self.organisation_after(&role, whom.end);
            return Some(name.end);
        }
        let end = self.description(&role, &whom)?;
        self.organisation_after(&role, whom.end);
        Some(end)
    }

    /// "the chief executive of Acme Corp.": the organisation inside the phrase is one too. To which body an ambassador is
    /// sent is part of the role.
    fn organisation_after(&mut self, role: &Role, end: Option<usize>) {
        let Some(end) = end.filter(|_| self.page.spells(role.end, "of")) else {
            return;
        };
        let capital = (role.end..end).find(|at| self.page.is_capital(*at));
        let found = capital
            .and_then(|at| organisation_at(self.page, at, &self.sentence, self.case))
            .filter(|organisation| organisation.tokens.end == end);
        self.organisations.extend(found);
    }

    /// "Dean Smith" and "King" in a run of names are no roles.
    fn is_given_name(&self, role: &Role) -> bool {
        role.end == role.start + 1
            && self.page.is_capital(role.start)
            && self.page.tags(role.start).any(Tags::GIVEN)
            && self.page.is_capital(role.end)
    }

    /// "Acme Corp. chief executive Ann Lee": an organisation right before the role is that of which it is.
    fn organisation_before(&self, role: &Role, whom: &mut Whom) {
        let Some(last) = self.organisations.last() else {
            return;
        };
        let end = last.tokens.end;
        let possessive = self.page.is(end, Shape::POSSESSIVE) && end + 1 == role.start;
        if whom.of.is_none()
            && last.tokens.start >= self.sentence.start
            && (end == role.start || possessive)
        {
            whom.of = Some(last.name.clone());
            whom.start = Some(last.tokens.start);
            whom.definite = true;
        }
    }

    /// Past more titles after `role` ("Police Lt.", "President and CEO"): the last of them, and where the name starts.
    fn further_titles(&self, role: &Role, end: usize) -> (Role, usize) {
        let mut last = role.clone();
        let mut at = end;
        loop {
            let joined = ["and", "&", "/"].iter().any(|w| self.page.spells(at, w));
            let possessive = self.page.is(at, Shape::POSSESSIVE);
            let next = at + usize::from(joined || possessive);
            match role_at(self.page, next)
                .filter(|role| role.end < self.sentence.end && !self.is_given_name(role))
            {
                Some(more) => {
                    at = more.end;
                    last = more;
                }
                None => return (last, at),
            }
        }
    }

    /// A lower-case word that is no title needs more than one capital after it: "driver Smith" is rarer than "star Wars".
    fn may_precede(&self, role: &Role, name: &Range<usize>) -> bool {
        let words = name_words(self.page, name);
        match role.usage {
            Use::Honorific | Use::Office => true,
            Use::Title => {
                words > 1
                    || self.page.is_capital(role.start)
                    || self.page.tags(name.start).any(Tags::SURNAME)
            }
            Use::Word => {
                words > 1
                    || self.page.tags(name.start).any(Tags::SURNAME)
                    || self.page.stands_alone_as_person(name.start)
            }
        }
    }

    fn description(&mut self, role: &Role, whom: &Whom) -> Option<usize> {
        let end = whom.end.unwrap_or(role.end);
        let alone = match role.usage {
            Use::Office => whom.definite,
            Use::Word => self.is_definite(whom, role),
            Use::Title => self.is_definite(whom, role) && !self.is_plural_verb(end),
            Use::Honorific => false,
        };
        if !alone || !self.ends_phrase(end) {
            return None;
        }
        let of = whom.of.clone();
        let value = person(None, role.canonical(of.as_deref()), of);
        self.people.push(Found {
            tokens: whom.start.unwrap_or(role.start)..end,
            value,
        });
        Some(end)
    }

    /// Whether "the" or a possessor stands before a role in lower case.
    fn is_definite(&self, whom: &Whom, role: &Role) -> bool {
        let start = whom.start.unwrap_or(role.start);
        let article = start > self.sentence.start && self.page.spells(start - 1, "the");
        let possessive =
            role.start > self.sentence.start && self.page.is(role.start - 1, Shape::POSSESSIVE);
        (article || (possessive && whom.definite)) && !self.page.is_capital(role.start)
    }

    /// Whether a word that may be a plural noun follows: "the major leagues", "the private schools".
    fn is_plural_verb(&self, at: usize) -> bool {
        let page = self.page;
        let written = page.token(at).map_or("", |t| page.document.text(t));
        let known = Tags::FUNCTION.with(Tags::SAY).with(Tags::ACT);
        page.is(at, Shape::WORD) && written.ends_with('s') && !page.tags(at).any(known)
    }

    /// Whether the words before `at` are a phrase of their own, and not "mayor race" or "governor's office".
    fn ends_phrase(&self, at: usize) -> bool {
        let page = self.page;
        if page.is_hyphen(at) {
            return false;
        }
        if page.is(at, Shape::POSSESSIVE) {
            return !page.tags(at + 1).any(Tags::ORGANISATION.with(Tags::BODY));
        }
        if !page.is(at, Shape::WORD) || at >= self.sentence.end {
            return true;
        }
        if page.is_capital(at) {
            return self.case != Case::Telling;
        }
        let ends = Tags::FUNCTION
            .with(Tags::SAY)
            .with(Tags::ACT)
            .with(Tags::CALENDAR);
        let written = page.token(at).map_or("", |t| page.document.text(t));
        let verb = written.ends_with("ed")
            || (written.ends_with('s') && !written.ends_with("ss"))
            || written.ends_with("ly");
        page.tags(at).any(ends) || verb
    }

    /// A name without a title.
    fn name(&mut self, at: usize, from: &mut usize) -> Option<usize> {
        if !self.page.is_capital(at) {
            return None;
        }
        if self.case != Case::Telling {
            let name = name_in_capitals(self.page, at, self.sentence.end, self.case)?;
            return Some(self.push_name(name, from));
        }
        let run = run_at(self.page, at, self.sentence.end)?;
        if let Some(role) = role_inside(self.page, &run) {
            let before = run.start..role;
            let name = name_in_run(self.page, &before, &self.sentence, *from);
            return Some(name.map_or(role, |name| self.push_name(name, from)));
        }
        match name_in_run(self.page, &run, &self.sentence, *from) {
            Some(name) => Some(self.push_name(name, from)),
            None => Some(self.known_past_opening(&run).unwrap_or(run.end)),
        }
    }

    /// "Suspected Boko Haram fighters": where a known name starts right after the word that opens a sentence.
    fn known_past_opening(&self, run: &Range<usize>) -> Option<usize> {
        let second = run.start + 1;
        let opens = is_opening(self.page, run.start, &self.sentence)
            && self.page.is_english_form(run.start)
            && self.page.tags(second).any(Tags::KNOWN);
        let known = || organisation_at(self.page, second, &self.sentence, self.case);
        (opens && second < run.end && known().is_some()).then_some(second)
    }

    fn push_name(&mut self, name: Range<usize>, from: &mut usize) -> usize {
        let end = name.end;
        *from = end;
        self.people.push(Found {
            value: person(Some(self.page.words(name.clone())), None, None),
            tokens: name,
        });
        end
    }
}

/// A person's value.
pub(super) fn person(name: Option<String>, role: Option<String>, of: Option<String>) -> Value {
    Value::Name(Name {
        kind: Kind::Person,
        name,
        role,
        of,
        parts: Vec::new(),
    })
}
