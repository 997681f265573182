//! Which claims of an article may be held against another's: its own voice first, posts and quotations apart.

use super::pair::Found;
use crate::align::Member;
use crate::claim::{Account, Claim, Voice};

/// The claims of one article in a group.
pub(super) struct Voices<'a> {
    /// What the article says in its own voice, be it on somebody's word.
    pub(super) own: Vec<(Member, &'a Claim)>,
    /// What quotations and embedded posts in it say.
    pub(super) others: Vec<(Member, &'a Claim)>,
    /// What it says was planned or may be.
    pub(super) hedged: Vec<(Member, &'a Claim)>,
    /// Whether `own` is what only others say, for want of anything that the article says itself.
    pub(super) only_others: bool,
}

impl<'a> Voices<'a> {
    /// Sorts the claims of `article`; what only others say counts as the article's own when it says nothing itself.
    pub(super) fn new(accounts: &'a [Account<'_>], members: &[Member], article: usize) -> Self {
        let claims = members
            .iter()
            .filter(|m| m.article == article)
            .filter_map(|m| Some((*m, m.of(accounts)?)));
        let mut voices = Voices {
            own: Vec::new(),
            others: Vec::new(),
            hedged: Vec::new(),
            only_others: false,
        };
        for (member, claim) in claims.filter(|(_, c)| !c.negated) {
            let list = match (claim.is_stated(), claim.speaker.voice) {
                (false, _) => &mut voices.hedged,
                (true, Voice::Article) => &mut voices.own,
                (true, _) => &mut voices.others,
            };
            list.push((member, claim));
        }
        if voices.own.is_empty() {
            voices.own = std::mem::take(&mut voices.others);
            voices.only_others = true;
        }
        voices
    }

    /// Every two claims of its own voice.
    pub(super) fn own_pairs(&self) -> impl Iterator<Item = (Found<'a>, Found<'a>)> {
        self.own.iter().enumerate().flat_map(|(at, one)| {
            let rest = self.own.get(at + 1..).unwrap_or(&[]);
            rest.iter().map(move |other| (*one, *other))
        })
    }

    /// Whether the article says nothing that could be compared.
    pub(super) fn is_silent(&self) -> bool {
        self.own.is_empty()
    }
}
