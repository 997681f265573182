//! A short account, or the one sentence of a longer one that matters, as words in clauses that tell one thing.

use crate::claim::Account;
use crate::document::{Shape, Token, Word};
use crate::mention::Mention;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::GivenValue;
use crate::statement::wording::concept::concepts;
use crate::statement::wording::statement::{Item, Statement, tokens};
use crate::statement::wording::turn;
use crate::value::{Kind, Value};
use std::ops::Range;

/// Marks that end a clause for good; after a comma it may go on.
const ENDS: [&str; 10] = [":", "?", "!", ";", ".", "–", "—", "|", "...", "…"];
/// Marks between an account and whose words it gives: "Bridge closed: mayor".
const ATTRIBUTES: [&str; 3] = [":", "–", "—"];

/// Words of an account that tell one thing.
pub(super) struct ShortAccount<'a> {
    pub(super) account: &'a Account<'a>,
    pub(super) items: Vec<Item>,
    /// What the words stand for, by item; see `concept.rs`.
    pub(super) ideas: Vec<Option<Word>>,
    pub(super) clauses: Vec<Clause>,
}

/// Items from one hard mark to the next.
pub(super) struct Clause {
    pub(super) items: Range<usize>,
    /// Whether a question mark ends it.
    pub(super) asks: bool,
    /// Whether a colon or a dash ends it.
    pub(super) attributes: bool,
}

impl<'a> ShortAccount<'a> {
    /// A whole account.
    pub(super) fn all(article: ReadArticle<'a>) -> Self {
        ShortAccount::new(article.account, article.statements)
    }

    /// One statement of an account.
    pub(super) fn one(article: ReadArticle<'a>, at: usize) -> Self {
        let statement = article.statements.get(at..=at);
        ShortAccount::new(article.account, statement.unwrap_or(&[]))
    }

    fn new(account: &'a Account<'a>, statements: &[Statement]) -> Self {
        let items: Vec<Item> = statements
            .iter()
            .flat_map(|s| s.items.iter().copied())
            .collect();
        let mut ideas: Vec<Option<Word>> = concepts(&items)
            .into_iter()
            .map(|concept| concept.map(|c| c.word))
            .collect();
        // "Canada", "Canadian" and "the Canadians" are one idea.
        for mention in &account.mentions {
            if let Value::Name(name) = &mention.value
                && let (Kind::Country, Some(name)) = (name.kind, &name.name)
            {
                let country = Word::new(name);
                let named = ideas.iter_mut().zip(&items);
                for (idea, _) in named.filter(|(_, i)| mention.tokens.contains(&i.token)) {
                    *idea = Some(country);
                }
            }
        }
        let mut told = ShortAccount {
            account,
            items,
            ideas,
            clauses: Vec::new(),
        };
        told.clauses = told.split(statements);
        told
    }

    fn split(&self, statements: &[Statement]) -> Vec<Clause> {
        let document = &self.account.document;
        let mut clauses = Vec::new();
        let (mut first, mut at) = (0, 0);
        for statement in statements {
            for nth in 1..=statement.items.len() {
                at += 1;
                let marks = || self.marks_after(at - 1).map(|t| document.text(t));
                let ends = marks().any(|mark| ENDS.contains(&mark) || mark.contains('?'));
                if ends || nth == statement.items.len() {
                    clauses.push(Clause {
                        items: first..at,
                        asks: marks().any(|mark| mark.contains('?')),
                        attributes: marks().any(|mark| ATTRIBUTES.contains(&mark)),
                    });
                    first = at;
                }
            }
        }
        clauses
    }

    /// The marks between an item and the next.
    fn marks_after(&self, at: usize) -> impl Iterator<Item = &'a Token> {
        let tokens = &self.account.document.tokens;
        let from = self.items.get(at).map_or(tokens.len(), |i| i.token + 1);
        let to = self.items.get(at + 1).map_or(tokens.len(), |i| i.token);
        let between = tokens.get(from..to).unwrap_or(&[]);
        between.iter().take_while(|t| t.is(Shape::PUNCTUATION))
    }

    /// The token right before an item, or right after it, if it is a mark.
    fn mark(&self, at: usize, after: bool) -> Option<&'a Token> {
        let token = self.items.get(at)?.token;
        let beside = if after {
            token.checked_add(1)
        } else {
            token.checked_sub(1)
        };
        let mark = self.account.document.tokens.get(beside?)?;
        mark.is(Shape::PUNCTUATION).then_some(mark)
    }

    /// Whether an item is written with a capital, and not only as the first of all, where only a word that is none but a name is one.
    pub(super) fn is_like_name(&self, item: &Item) -> bool {
        const RARE: f32 = 3.0;
        let first = self
            .items
            .first()
            .is_some_and(|first| first.token == item.token);
        let document = &self.account.document;
        (!first || item.rarity >= RARE) && document.is_shaped(item.token, Shape::CAPITAL)
    }

    /// The clause that an item stands in.
    pub(super) fn clause(&self, at: usize) -> Range<usize> {
        let holds = |c: &&Clause| c.items.contains(&at);
        let clause = self.clauses.iter().find(holds);
        clause.map_or(at..at + 1, |c| c.items.clone())
    }

    /// Whether the clause of an item is a question.
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let clause = self.clauses.iter().find(|c| c.items.contains(&at));
        clause.is_some_and(|c| c.asks)
    }

    /// What its words weigh.
    pub(super) fn weight(&self) -> f32 {
        self.items.iter().map(|i| i.rarity).sum()
    }

    /// The tokens of some items.
    pub(super) fn tokens(&self, items: Range<usize>) -> Option<Range<usize>> {
        tokens(self.items.get(items)?)
    }

    /// A value that it gives by some items.
    pub(super) fn gives(&self, value: Value, items: Range<usize>) -> Option<GivenValue<'a>> {
        Some(GivenValue {
            account: self.account,
            value,
            tokens: self.tokens(items)?,
        })
    }

    /// Whether some items all stand between quotation marks.
    pub(super) fn is_quoted(&self, items: Range<usize>) -> bool {
        let mut items = self.items.get(items).unwrap_or(&[]).iter();
        let document = &self.account.document;
        items.all(|item| document.is_shaped(item.token, Shape::QUOTED))
    }

    /// An item as the text has it.
    pub(super) fn word(&self, at: usize) -> Option<&'a str> {
        let document = &self.account.document;
        Some(document.text(document.tokens.get(self.items.get(at)?.token)?))
    }

    /// The numbers among its words.
    pub(super) fn figures(&self) -> Vec<&'a Mention> {
        let holds = |m: &&Mention| {
            let first = self
                .items
                .first()
                .is_some_and(|i| i.token <= m.tokens.start);
            first && self.items.last().is_some_and(|i| m.tokens.start <= i.token)
        };
        let mentions = self.account.mentions.iter();
        let numbers = mentions.filter(|m| matches!(m.value, Value::Quantity(_)));
        numbers.filter(holds).collect()
    }

    /// Whether its last clause is a question.
    pub(super) fn asks(&self) -> bool {
        self.clauses.last().is_some_and(|c| c.asks)
    }

    /// Whether any mark stands before an item.
    pub(super) fn after_mark(&self, at: usize) -> bool {
        self.mark(at, false).is_some()
    }

    /// Whether a comma or a dash within a word stands before an item: ", not" sets something against what was said.
    pub(super) fn after_soft_mark(&self, at: usize) -> bool {
        let document = &self.account.document;
        self.mark(at, false).is_some_and(|t| {
            let text = document.text(t);
            !t.is(Shape::QUOTE_MARK) && !ENDS.contains(&text) && !text.contains('?')
        })
    }

    /// Whether any mark stands after an item.
    pub(super) fn before_mark(&self, at: usize) -> bool {
        self.mark(at, true).is_some()
    }

    /// Whether a hyphen joins an item to the next: "no-arrest".
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let document = &self.account.document;
        self.mark(at, true).is_some_and(|t| document.text(t) == "-")
    }

    /// Whether the item at `at` says that something is not so: a "not", or the "to" of "has yet to".
    pub(super) fn is_not(&self, at: usize) -> bool {
        turn::is_not_at(|at| self.items.get(at).map(|i| i.word), at)
    }

    /// Whether a "not" governs the item at `at`, with nothing but auxiliaries between.
    pub(super) fn is_negated(&self, at: usize) -> bool {
        let mut before = (0..at).rev();
        let near = before.find(|at| self.is_not(*at) || !self.is_auxiliary(*at));
        near.is_some_and(|at| self.is_not(at))
    }

    /// Whether an item is an auxiliary.
    pub(super) fn is_auxiliary(&self, at: usize) -> bool {
        let item = self.items.get(at);
        item.is_some_and(|i| turn::is_auxiliary(i.word))
    }
}
