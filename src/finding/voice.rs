//! Which claims of an article may be held against another's: its own voice first, posts and quotations apart.

use super::pair::MemberClaim;
use crate::align::Member;
use crate::claim::{Account, Voice};

/// The claims of one article in a group.
pub(super) struct Voices<'a> {
    /// What the article says in its own voice, be it on somebody's word.
    pub(super) own: Vec<MemberClaim<'a>>,
    /// What quotations and embedded posts in it say.
    pub(super) others: Vec<MemberClaim<'a>>,
    /// What it says was planned or may be.
    pub(super) hedged: Vec<MemberClaim<'a>>,
    /// Whether `own` is what only others say, for want of anything that the article says itself.
    pub(super) only_others: bool,
}

impl<'a> Voices<'a> {
    /// Sorts the claims of `article`; what only others say counts as the article's own when it says nothing itself.
    pub(super) fn new(accounts: &'a [Account<'_>], members: &[Member], article: usize) -> Self {
        let claims = members
            .iter()
            .filter(|m| m.article == article)
            .filter_map(|member| {
                let claim = member.of(accounts)?;
                Some(MemberClaim {
                    member: *member,
                    claim,
                })
            });
        let mut voices = Voices {
            own: Vec::new(),
            others: Vec::new(),
            hedged: Vec::new(),
            only_others: false,
        };
        for one in claims.filter(|one| !one.claim.negated) {
            let list = match (one.claim.is_stated(), one.claim.speaker.voice) {
                (false, _) => &mut voices.hedged,
                (true, Voice::Article) => &mut voices.own,
                (true, _) => &mut voices.others,
            };
            list.push(one);
        }
        if voices.own.is_empty() {
            voices.own = std::mem::take(&mut voices.others);
            voices.only_others = true;
        }
        voices
    }

    /// Every two claims of its own voice.
    pub(super) fn own_pairs(&self) -> impl Iterator<Item = (MemberClaim<'a>, MemberClaim<'a>)> {
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
