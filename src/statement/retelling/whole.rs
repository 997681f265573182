//! How many there are in all, which two articles tell differently: "all 14 patients were led out", "all 17 patients were moved".
//!
//! Whatever is said of all of them, there is one number of them; so the words around it need share little.

use super::frame::{Frame, Frames, Noun};
use super::retold::{days_fit, is_supported, names_fit, nouns_fit, of_one_size};
use crate::compare::Verdict;
use crate::rule::ClaimRule;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::wording::class::Class;
use crate::value::{Kind, Value};

/// What both sentences and those around them must share.
const AROUND: f32 = 4.0;
/// How many words "all of the" has.
const ALL: usize = 3;

/// Where two articles tell different numbers of all of one kind.
pub(in crate::statement) fn wholes(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    rule: usize,
    claim_rule: &ClaimRule,
) -> Vec<Meeting> {
    let (ours, theirs) = (all(left), all(right));
    let search = Wholes {
        left,
        right,
        rule: claim_rule,
    };
    let mut found = Vec::new();
    for (at, one) in ours.iter().enumerate() {
        let same = |other: &&&Frame| nouns_fit(one, other);
        let told = ours.iter().take(at).any(|before| nouns_fit(one, before));
        let Some(other) = theirs.iter().find(same).filter(|_| !told) else {
            continue;
        };
        let single = |of: &[&Frame], one: &Frame| {
            let mut same = of.iter().filter(|other| nouns_fit(one, other));
            same.all(|other| search.judge(&one.value, &other.value) == Verdict::Agree)
        };
        if single(&ours, one) && single(&theirs, other) && search.differ(one, other) {
            found.extend(Meeting::between(
                rule,
                one.given_by(left),
                other.given_by(right),
            ));
        }
    }
    found
}

/// The numbers of an article that are of all of a kind.
fn all(article: ReadArticle<'_>) -> Vec<&Frame> {
    let document = &article.account.document;
    let is_all = |frame: &&Frame| {
        let start = frame.tokens.start;
        let before = start.saturating_sub(ALL)..start;
        let mut words = before.rev().map_while(|at| document.word(at));
        let all = words.find(|word| !Class::OfThe.has(*word));
        all.is_some_and(|word| Class::All.has(word)) || Class::Both.has(document.word(start))
    };
    let whole = |frame: &&Frame| {
        let noun = matches!(frame.noun, Some(Noun::Thing(_) | Noun::People(_)));
        noun && frame.value.kind() == Kind::Count && frame.stated
    };
    article.frames.firm().filter(whole).filter(is_all).collect()
}

/// Two articles, and the claim that their numbers answer.
struct Wholes<'a> {
    left: ReadArticle<'a>,
    right: ReadArticle<'a>,
    rule: &'a ClaimRule,
}

impl Wholes<'_> {
    fn judge(&self, a: &Value, b: &Value) -> Verdict {
        (self.rule.comparator.compare)(a, b, &self.rule.options).verdict
    }

    fn differ(&self, one: &Frame, other: &Frame) -> bool {
        let here = self.left.frames.scene(one.scene);
        let there = self.right.frames.scene(other.scene);
        self.judge(&one.value, &other.value) == Verdict::Conflict
            && names_fit(one, other)
            && days_fit(&one.days, &other.days)
            && of_one_size(&one.value, &other.value)
            && is_supported(here, there, AROUND)
            && !self.tells(self.right.frames, one)
            && !self.tells(self.left.frames, other)
    }

    /// Whether an article gives a number of the same in other words.
    fn tells(&self, frames: &Frames, frame: &Frame) -> bool {
        let mut all = frames.all.iter();
        all.any(|f| {
            f.value.kind() == Kind::Count
                && (nouns_fit(f, frame) || f.noun.is_none())
                && self.judge(&f.value, &frame.value) == Verdict::Agree
        })
    }
}
