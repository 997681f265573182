//! Who did what one alone does: "Ann Lee was driving" and "the car was driven by Jon Holt", "the motion was tabled by Ann Lee" and
//! "Jon Holt, who tabled the motion".
//!
//! The deeds are data (`table.rs`), each with what must tie two accounts of it; `read.rs` reads who did them. What an article tells of
//! two people, or of the other's, is taken back.

mod read;
mod table;

use super::article::ReadArticle;
use super::meeting::{GivenValue, Meeting};
use super::retelling::retold::is_supported;
use super::wording::concept::{Concept, concepts};
use crate::compare::{Likeness, likeness};
use crate::document::Word;
use crate::value::Value;
use crate::value::name::NameParts;
pub(super) use read::{Deed, deeds};
use table::{Table, Tie};

/// What both sentences and those around them must share, by the tie.
const AROUND: f32 = 1.0;
/// What both clauses must share of what it was done to.
const OBJECT: f32 = 1.5;
/// A word weighs this much to tell something.
const CONTENT: f32 = 1.0;

/// Where two articles name somebody else who did one thing.
pub(super) fn doers(left: ReadArticle<'_>, right: ReadArticle<'_>, rule: usize) -> Vec<Meeting> {
    let (ours, theirs) = (all(left), all(right));
    let mut found: Vec<Meeting> = Vec::new();
    for one in &ours {
        for other in theirs.iter().filter(|other| one.is_tied(other)) {
            if one.is_same(other) || one.has_rival(other, &ours) || other.has_rival(one, &theirs) {
                continue;
            }
            let meeting = Meeting::between(rule, one.given(), other.given());
            found.extend(meeting.filter(|m| !found.iter().any(|known| known.is_of(m))));
        }
    }
    found
}

/// A deed in its article.
struct Told<'a> {
    article: ReadArticle<'a>,
    deed: &'a Deed,
    value: &'a Value,
    name: NameParts,
}

fn all(article: ReadArticle<'_>) -> Vec<Told<'_>> {
    let told = article.deeds.iter().filter_map(|deed| {
        let mut mentions = article.account.mentions.iter();
        let mention = mentions.find(|m| m.name_tokens.as_ref() == Some(&deed.name))?;
        let Value::Name(name) = &mention.value else {
            return None;
        };
        Some(Told {
            article,
            deed,
            value: &mention.value,
            name: NameParts::of(name.name.as_deref()?),
        })
    });
    told.collect()
}

impl<'a> Told<'a> {
    fn given(&self) -> GivenValue<'a> {
        self.article
            .gives(self.value.clone(), self.deed.name.clone())
    }

    /// Whether both name one person.
    fn is_same(&self, other: &Told<'_>) -> bool {
        likeness(&self.name, &other.name) < Likeness::Near
    }

    /// Whether the article of `self` gives the deed to somebody else as well.
    fn has_rival(&self, other: &Told<'_>, own: &[Told<'_>]) -> bool {
        let mut of_deed = own.iter().filter(|o| o.deed.row == self.deed.row);
        of_deed.any(|o| o.is_same(other) || !o.is_same(self) && o.is_tied(other))
    }

    /// Whether both tell one deed.
    fn is_tied(&self, other: &Told<'_>) -> bool {
        let row = Table::get().row(self.deed.row);
        let (Some(row), true) = (row, self.deed.row == other.deed.row) else {
            return false;
        };
        let alone = self.deed.alone || other.deed.alone;
        let tied = match row.tie {
            Tie::Bare => self.nouns_fit(other),
            Tie::Shared => alone && self.nouns_fit(other) && self.shares_object(other),
            Tie::Named => self.shares_name(other),
            Tie::Sole => alone,
        };
        let here = self.article.frames.scene(self.deed.statement);
        let there = other.article.frames.scene(other.deed.statement);
        tied && is_supported(here, there, AROUND)
    }

    fn nouns_fit(&self, other: &Told<'_>) -> bool {
        let (ours, theirs) = (&self.deed.nouns, &other.deed.nouns);
        ours.is_empty() || theirs.is_empty() || ours.iter().any(|noun| theirs.contains(noun))
    }

    /// What the clause tells, names and values aside.
    fn objects(&self) -> Vec<Concept> {
        let statement = self.article.statements.get(self.deed.statement);
        let Some(items) = statement.map(|s| &s.items) else {
            return Vec::new();
        };
        let all = items.iter().zip(concepts(items)).enumerate();
        let within = all.filter(|(at, (item, _))| {
            self.deed.around.contains(at) && !item.is_name && !item.is_value
        });
        let told = within.filter_map(|(_, (_, concept))| concept);
        told.filter(|c| c.weight >= CONTENT).collect()
    }

    fn shares_object(&self, other: &Told<'_>) -> bool {
        let theirs = other.objects();
        let shared = self.objects().into_iter().filter_map(|one| {
            let same = theirs.iter().find(|other| other.word == one.word)?;
            Some(same.weight.min(one.weight))
        });
        shared.fold(0.0, f32::max) >= OBJECT
    }

    /// The names of the sentence but for who did it.
    fn others(&self) -> Vec<Word> {
        let statement = self.article.statements.get(self.deed.statement);
        let items = statement.map_or(&[][..], |s| &s.items);
        let others = items
            .iter()
            .filter(|item| item.is_name && !self.deed.name.contains(&item.token));
        others.map(|item| item.word).collect()
    }

    fn shares_name(&self, other: &Told<'_>) -> bool {
        let theirs = other.others();
        self.others().iter().any(|name| theirs.contains(name))
    }
}
