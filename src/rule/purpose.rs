//! What a pattern is for.

use super::automaton::NameId;
use std::borrow::Cow;

/// What the engine, not a claim, looks for: the phrases of `cues` in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// What follows did not happen: not, never, refused to.
    Negated,
    /// What follows was meant to happen: was scheduled to, will.
    Planned,
    /// What follows may have happened: might, feared, if.
    Hypothetical,
    /// Somebody denies what follows.
    Denied,
    /// Somebody says what the clause says; `{speaker}` is who.
    SaidBy,
}

impl Cue {
    /// Every cue with its name in rule files.
    pub const ALL: [(&'static str, Cue); 5] = [
        ("negated", Cue::Negated),
        ("planned", Cue::Planned),
        ("hypothetical", Cue::Hypothetical),
        ("denied", Cue::Denied),
        ("said-by", Cue::SaidBy),
    ];
}

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Shows an event of the pack (index).
    Trigger(usize),
    /// Is about an event of the pack (index) that the article shows elsewhere.
    AlsoBy(usize),
    /// Takes back a trigger of the pack (index).
    NoTrigger(usize),
    /// Says that another event of the pack (index) follows.
    NewOne(usize),
    /// Finds the claim (index).
    Find(usize),
    /// Takes a find of the claim (index) back.
    Unless(usize),
    /// Makes a find of the claim (index) doubtful.
    Doubt(usize),
    /// Shows that the event of the claim (index) was not on the day of publication.
    NotToday(usize),
    /// A cue.
    Cue(Cue),
}

/// A pattern of the set.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// What it is for.
    pub purpose: Purpose,
    /// Its name in machine formats: `walkout.leader/3`.
    pub name: Cow<'static, str>,
    /// As written.
    pub text: Cow<'static, str>,
    /// The name of the capture that opens it.
    pub opening: Option<NameId>,
}
