//! One article's part of a comparison: the account, and what is read of it before it is laid beside others.

use super::Asked;
use super::deed::{self, Deed};
use super::meeting::GivenValue;
use super::retelling::frame::{self, Frames};
use super::retelling::tally::{self, Tally};
use super::role::{self, Named};
use super::wording::statement::{self, Statement};
use crate::claim::Account;
use crate::value::{Kind, Value};
use std::ops::Range;

/// What is read of an article before it is laid beside others.
pub(super) struct Prepared {
    statements: Vec<Statement>,
    frames: Frames,
    named: Vec<Named>,
    deeds: Vec<Deed>,
    tallies: Vec<Tally>,
}

impl Prepared {
    /// Reads an article.
    pub(super) fn of(account: &Account<'_>, asked: &Asked) -> Self {
        let statements = statement::statements(account);
        Prepared {
            frames: frame::frames(account, &statements),
            named: role::people(account, asked),
            tallies: asked
                .retold(Kind::Score)
                .map_or_else(Vec::new, |_| tally::all(account, &statements)),
            deeds: asked
                .doers
                .map_or_else(Vec::new, |_| deed::deeds(account, &statements)),
            statements,
        }
    }

    /// The article with what was read of it.
    fn article<'a>(&'a self, account: &'a Account<'a>) -> ReadArticle<'a> {
        ReadArticle {
            account,
            statements: &self.statements,
            frames: &self.frames,
            named: &self.named,
            deeds: &self.deeds,
            tallies: &self.tallies,
        }
    }
}

/// Some articles, each with what was read of it.
pub(super) fn articles<'a>(
    accounts: &'a [Account<'a>],
    prepared: &'a [Prepared],
) -> impl Iterator<Item = ReadArticle<'a>> + Clone {
    let both = accounts.iter().zip(prepared);
    both.map(|(account, prepared)| prepared.article(account))
}

/// An article with what was read of it.
#[derive(Clone, Copy)]
pub(super) struct ReadArticle<'a> {
    /// Its text, its mentions and its claims.
    pub(super) account: &'a Account<'a>,
    /// Its sentences.
    pub(super) statements: &'a [Statement],
    /// Its numbers and times, and what is said of them.
    pub(super) frames: &'a Frames,
    /// Those whom it names.
    pub(super) named: &'a [Named],
    /// What it says that one of those did alone.
    pub(super) deeds: &'a [Deed],
    /// The votes that it counts.
    pub(super) tallies: &'a [Tally],
}

impl<'a> ReadArticle<'a> {
    /// A value that the article gives at some tokens.
    pub(super) fn gives(&self, value: Value, tokens: Range<usize>) -> GivenValue<'a> {
        GivenValue {
            account: self.account,
            value,
            tokens,
        }
    }

    /// One of its statements.
    pub(super) fn statement(&self, at: usize) -> Option<StatementOf<'a>> {
        Some(StatementOf {
            account: self.account,
            statement: self.statements.get(at)?,
        })
    }
}

/// A statement of an article.
#[derive(Clone, Copy)]
pub(super) struct StatementOf<'a> {
    /// The article.
    pub(super) account: &'a Account<'a>,
    /// The statement.
    pub(super) statement: &'a Statement,
}

impl<'a> StatementOf<'a> {
    /// A value that the article gives there.
    pub(super) fn gives(&self, value: Value, tokens: Range<usize>) -> GivenValue<'a> {
        GivenValue {
            account: self.account,
            value,
            tokens,
        }
    }
}
