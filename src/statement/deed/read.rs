//! Who an article says did what one alone does: "Ann Lee, who was driving", "the car driven by Ann Lee", "it was Ann Lee who raised
//! the alarm". Nothing is parsed: the name stands right before the verb, but for an aside, or right after its "by".

use super::table::{Form, Table, Tie, Way};
use crate::claim::Account;
use crate::document::{Shape, Word, word_lists};
use crate::statement::retelling::scene::{Gap, gap, is_long_ago};
use crate::statement::wording::class::Class;
use crate::statement::wording::open::{is_wish, leaves_open};
use crate::statement::wording::statement::{Item, Statement, is_told, mentions};
use crate::value::Kind;
use std::ops::Range;

word_lists! {
    /// Little words beside a deed and its doer.
    enum List of "words.tsv" {
        Between = "between",
        Be = "be",
        It = "it",
        Who = "who",
        Of = "of",
        By = "by",
        From = "from",
        Genitive = "genitive",
        Control = "control",
        Joins = "joins",
        To = "to",
        Sole = "sole",
        Order = "order",
        Past = "past",
    }
}

/// How many words may stand between a name and the verb, in an aside about somebody, between "was the only one" and "to", between a
/// verb and its "by", and between that and the name.
const BETWEEN: usize = 4;
const ASIDE: usize = 12;
const ONLY: usize = 7;
const BY: usize = 6;
const ROLE: usize = 6;
/// How far before a verb what leaves it open stands, and around it what belongs to it.
const OPEN: usize = 4;
const AROUND: usize = 9;

/// That somebody named did what one alone does.
#[derive(Debug)]
pub(in crate::statement) struct Deed {
    /// The row of the table.
    pub(super) row: usize,
    /// The tokens of the name.
    pub(super) name: Range<usize>,
    /// Index of its sentence in the article's statements.
    pub(super) statement: usize,
    /// The items of what the verb is of.
    pub(super) around: Range<usize>,
    /// The nouns of the row that stand there.
    pub(super) nouns: Vec<Word>,
    /// Whether the words say that nobody else did it.
    pub(super) alone: bool,
}

/// Who did what, as an article tells.
pub(in crate::statement) fn deeds(account: &Account<'_>, statements: &[Statement]) -> Vec<Deed> {
    let mut found = Vec::new();
    let table = Table::get();
    for (statement, told) in statements.iter().enumerate() {
        let items = &told.items;
        let first = items.first();
        if !first.is_some_and(|first| is_told(account, first.token)) {
            continue;
        }
        let mut reader = None;
        for (at, item) in items.iter().enumerate() {
            for form in table.beginning(item.word) {
                let whole = form.words.iter().zip(items.get(at..).unwrap_or(&[]));
                let fits = at + form.words.len() <= items.len()
                    && whole.clone().all(|(word, item)| *word == item.word);
                if fits {
                    let reader = reader.get_or_insert_with(|| DeedReader::of(account, told));
                    found.extend(reader.deed(table, form, at, statement));
                }
            }
        }
    }
    found
}

/// A name in a statement, by its items and by its tokens.
struct Doer {
    items: Range<usize>,
    tokens: Range<usize>,
}

/// A statement in which deeds are looked for.
struct DeedReader<'a> {
    account: &'a Account<'a>,
    items: &'a [Item],
    people: Vec<Doer>,
    /// Whether it tells of a time long before the article.
    past: bool,
}

impl<'a> DeedReader<'a> {
    fn of(account: &'a Account<'_>, statement: &'a Statement) -> Self {
        let items = &statement.items;
        let own = mentions(account, statement);
        let named = own.iter().filter(|m| m.value.kind() == Kind::Person);
        let people = named.filter_map(|m| {
            let tokens = m.name_tokens.clone()?;
            let start = items.partition_point(|item| item.token < tokens.start);
            let end = items.partition_point(|item| item.token < tokens.end);
            let items = start..end;
            (start < end).then_some(Doer { items, tokens })
        });
        DeedReader {
            account,
            items,
            people: people.collect(),
            past: own.iter().any(|m| is_long_ago(account, &m.value)),
        }
    }

    fn word(&self, at: usize) -> Option<Word> {
        self.items.get(at).map(|item| item.word)
    }

    fn is(&self, list: List, at: usize) -> bool {
        list.has(self.word(at))
    }

    /// What lies between an item and the next.
    fn gap(&self, at: usize) -> Gap {
        gap(self.account, self.items, at)
    }

    fn deed(&self, table: &Table, form: &Form, at: usize, statement: usize) -> Option<Deed> {
        let end = at + form.words.len();
        if self.people.is_empty() || self.past || self.is_open(at, end) {
            return None;
        }
        let (doer, alone) = match form.way {
            Way::Does => self.does(at)?,
            Way::Done => (self.done(end, List::By)?, true),
            Way::Noun => (self.noun(at, end)?, false),
        };
        let joined = doer
            .items
            .start
            .checked_sub(1)
            .is_some_and(|before| self.is(List::Joins, before))
            || self.is(List::Joins, doer.items.end);
        let row = table.row(form.row)?;
        let around = self.clause(at, end);
        let within = self.items.get(around.clone())?;
        let nouns = within.iter().map(|item| item.word);
        let nouns: Vec<Word> = nouns.filter(|word| row.nouns.contains(word)).collect();
        let told = row.nouns.is_empty()
            || !nouns.is_empty()
            || row.tie == Tie::Bare && form.way == Way::Does;
        let alone = alone || row.tie == Tie::Sole && self.has_sole();
        (!joined && told).then(|| Deed {
            row: form.row,
            name: doer.tokens.clone(),
            statement,
            around,
            nouns,
            alone,
        })
    }

    /// Whether somebody is said to be the only one, in a statement that names nobody else.
    fn has_sole(&self) -> bool {
        let sole = (0..self.items.len()).any(|at| self.is(List::Sole, at));
        sole && self.people.len() == 1
    }

    /// Whether the words beside a verb leave open whether it was done, or put it into another time.
    fn is_open(&self, at: usize, end: usize) -> bool {
        let before = at.saturating_sub(OPEN)..at;
        let quoted = self
            .items
            .get(at)
            .is_some_and(|item| self.account.document.is_shaped(item.token, Shape::QUOTED));
        quoted
            || before.clone().any(|near| {
                leaves_open(self.items, near)
                    || is_wish(self.items, near)
                    || Class::Ahead.has(self.word(near))
            })
            || (before.start..end + OPEN).any(|near| self.is(List::Past, near))
    }

    /// The items around a verb, within its clause.
    fn clause(&self, at: usize, end: usize) -> Range<usize> {
        let stops = |near: usize| self.gap(near) == Gap::Stop;
        let mut start = at;
        while start > 0 && at - start < AROUND && !stops(start - 1) {
            start -= 1;
        }
        let mut after = end;
        while after < self.items.len() && after - end < AROUND && !stops(after - 1) {
            after += 1;
        }
        start..after
    }

    /// Who is said to do what stands at `at`, and whether nobody else.
    fn does(&self, at: usize) -> Option<(&Doer, bool)> {
        let mut start = at;
        while start > 0
            && at - start < BETWEEN
            && self.gap(start - 1) == Gap::None
            && self.is(List::Between, start - 1)
        {
            start -= 1;
        }
        let before = start.checked_sub(1)?;
        if self.is(List::Who, before) {
            let doer = self.antecedent(before)?;
            return Some((doer, self.is_cleft(doer)));
        }
        if self.is(List::To, before) {
            return Some((self.only_one(before)?, true));
        }
        if self.is(List::Control, before) && self.gap(before) == Gap::None {
            let mut subjects = self.people.iter().filter(|p| p.items.end <= before);
            let subject = subjects.next().filter(|_| subjects.next().is_none())?;
            return Some((subject, false));
        }
        let doer = self.beside(before)?;
        Some((doer, false))
    }

    fn ending(&self, at: usize) -> Option<&Doer> {
        self.people.iter().find(|p| p.items.end == at + 1)
    }

    /// The name that ends at an item, or before an aside that does.
    fn beside(&self, last: usize) -> Option<&Doer> {
        if self.gap(last) == Gap::Stop {
            return None;
        }
        self.ending(last)
            .or_else(|| (self.gap(last) == Gap::Comma).then(|| self.before_aside(last))?)
    }

    /// Who is told of in the aside that ends at an item.
    fn before_aside(&self, last: usize) -> Option<&Doer> {
        let mut at = last;
        while at > 0 && last - at < ASIDE {
            at -= 1;
            match self.gap(at) {
                Gap::Comma if self.ending(at).is_some() => {
                    let of_another = (at + 1..=last)
                        .any(|within| self.is(List::Of, within) || self.ending(within).is_some());
                    return self
                        .ending(at)
                        .filter(|_| !of_another || self.is_plain(at + 1..last));
                }
                Gap::None | Gap::Comma => {}
                Gap::Stop => return None,
            }
        }
        None
    }

    /// Whether an aside names nobody and has no verb of somebody else: "a nurse from the ward of the year".
    fn is_plain(&self, aside: Range<usize>) -> bool {
        aside.clone().all(|at| {
            self.ending(at).is_none() && !self.is(List::Who, at) && !self.is(List::Joins, at)
        })
    }

    /// Whom a "who" goes on about.
    fn antecedent(&self, who: usize) -> Option<&Doer> {
        let last = who.checked_sub(1)?;
        if let Some(doer) = self.ending(last) {
            return Some(doer);
        }
        let mut at = last;
        while at > 0 && last - at < ASIDE {
            at -= 1;
            if self.gap(at) == Gap::Stop || self.is(List::Who, at + 1) {
                return None;
            }
            if self.gap(at) == Gap::Comma
                && let Some(doer) = self.ending(at)
            {
                let of_another = (at + 1..=last).any(|within| self.is(List::Of, within));
                return (!of_another).then_some(doer);
            }
        }
        None
    }

    /// "It was Ann Lee".
    fn is_cleft(&self, doer: &Doer) -> bool {
        let near = doer.items.start.saturating_sub(ROLE)..doer.items.start;
        let mut places = near.clone().filter(|at| self.is(List::Be, *at));
        places.any(|at| at.checked_sub(1).is_some_and(|it| self.is(List::It, it)))
    }

    /// Who "was the only one to" do it, or the first.
    fn only_one(&self, to: usize) -> Option<&Doer> {
        let start = to.saturating_sub(ONLY);
        let be = (start..to).rev().find(|at| self.is(List::Be, *at))?;
        let sole = (be..to).any(|at| self.is(List::Sole, at) || self.is(List::Order, at));
        self.beside(be.checked_sub(1)?).filter(|_| sole)
    }

    /// Who is named after the "by" of a verb that ends before `end`.
    fn done(&self, end: usize, by: List) -> Option<&Doer> {
        let by = (end..end + BY).find(|at| {
            self.is(by, *at) || Class::Break.has(self.word(*at)) || self.gap(*at - 1) == Gap::Stop
        });
        let by = by.filter(|at| self.is(List::From, *at))?;
        let doer = self.people.iter().find(|p| p.items.start > by)?;
        let near = doer.items.start - by <= ROLE;
        let joined = (by + 1..doer.items.start)
            .all(|at| self.gap(at) == Gap::None && !self.is(List::Of, at));
        (near && joined).then_some(doer)
    }

    /// "Ann Lee's corner", "a corner from Ann Lee".
    fn noun(&self, at: usize, end: usize) -> Option<&Doer> {
        let of = at
            .checked_sub(1)
            .filter(|before| self.is(List::Genitive, *before));
        let owner = of
            .and_then(|of| of.checked_sub(1))
            .and_then(|last| self.ending(last));
        owner.or_else(|| {
            let follows = self.is(List::From, end);
            follows.then(|| self.done(end, List::From)).flatten()
        })
    }
}
