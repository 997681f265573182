//! Different values in the midst of like words: "two work trains collided in a tunnel" and "three work trains collided in a
//! tunnel", whatever else the two sentences tell.
//!
//! From either value outwards the words that tell something are the same, one after the other. So many in a row are no chance: both
//! report one thing, in the words of one agency or police statement, and one of the two numbers is a slip, or comes from elsewhere.

use super::frame::Frame;
use super::retold::{names_fit, nouns_fit, of_one_size};
use crate::compare::Verdict;
use crate::rule::{ClaimRule, RuleSet};
use crate::statement::Asked;
use crate::statement::article::ReadArticle;
use crate::statement::meeting::Meeting;
use crate::statement::wording::laying::Key;
use crate::value::{Kind, Value};

/// So many words that tell something must be the same, on both sides together, and weigh this much.
const WORDS: usize = 4;
const ENOUGH: f32 = 6.0;
/// A word weighs this much to be content and no grammar.
const CONTENT: f32 = 1.0;

/// Where two articles give different values in the midst of like words.
pub(in crate::statement) fn in_like_words(
    left: ReadArticle<'_>,
    right: ReadArticle<'_>,
    asked: &Asked,
    rules: &RuleSet,
) -> Vec<Meeting> {
    let mut found = Vec::new();
    for ours in left.frames.firm().filter(|frame| may_differ(frame)) {
        let Some((rule, claim_rule)) = asked.retold_by(ours.value.kind(), rules) else {
            continue;
        };
        let search = LikeWords {
            left,
            right,
            rule: claim_rule,
        };
        if let Some(theirs) = search.partner(ours) {
            found.extend(Meeting::between(
                rule,
                ours.given_by(left),
                theirs.given_by(right),
            ));
        }
    }
    found
}

/// Whether a value can be such a slip. Days and hours stand among like words for many things; how old somebody with a name is, is
/// asked of that person.
fn may_differ(frame: &Frame) -> bool {
    let named = || frame.value.kind() == Kind::Age && !frame.names.is_empty();
    let timed = matches!(
        frame.value.kind(),
        Kind::Date | Kind::Time | Kind::Ordinal | Kind::Score
    );
    frame.stated && !timed && !named()
}

/// Two articles, and the claim that a value of theirs answers.
struct LikeWords<'a> {
    left: ReadArticle<'a>,
    right: ReadArticle<'a>,
    rule: &'a ClaimRule,
}

impl<'a> LikeWords<'a> {
    fn judge(&self, a: &Value, b: &Value) -> Verdict {
        (self.rule.comparator.compare)(a, b, &self.rule.options).verdict
    }

    /// The value of the right article that stands in the midst of the words around `ours`, if all that do are one, on both sides.
    /// Where one article gives it several times, its first stands for all.
    fn partner(&self, ours: &Frame) -> Option<&'a Frame> {
        let mut theirs = self.right.frames.firm().filter(|b| self.is_alike(ours, b));
        let first = theirs.next()?;
        let mut own = self.left.frames.firm().filter(|a| self.is_alike(a, first));
        let is_first = own.next().is_some_and(|a| a.tokens == ours.tokens);
        let is_one = |a: &Frame, b: &Frame| self.judge(&a.value, &b.value) == Verdict::Agree;
        let single = theirs.all(|b| is_one(first, b)) && own.all(|a| is_one(ours, a));
        let differs = self.judge(&ours.value, &first.value) == Verdict::Conflict
            && !is_turned(&ours.value, &first.value);
        let told = differs
            && is_first
            && may_differ(first)
            && ours.marks == first.marks
            && names_fit(ours, first)
            && of_one_size(&ours.value, &first.value)
            && !self.elsewhere(ours, first);
        (single && told).then_some(first)
    }

    /// Whether two values are of one sort and the words around them the same.
    fn is_alike(&self, a: &Frame, b: &Frame) -> bool {
        if a.value.kind() != b.value.kind() || a.noun != b.noun {
            return false;
        }
        let Some((ours, theirs)) = sides(self.left, a).zip(sides(self.right, b)) else {
            return false;
        };
        let before = shared(ours.0.iter().rev(), theirs.0.iter().rev());
        let after = shared(ours.1.iter(), theirs.1.iter());
        before.words + after.words >= WORDS && before.weight + after.weight >= ENOUGH
    }

    /// Whether one of two values that differ stands in the other article as well: then it is told of something else.
    fn elsewhere(&self, ours: &Frame, theirs: &Frame) -> bool {
        let gives = |article: ReadArticle<'_>, wanted: &Frame| {
            let mut all = article.frames.all.iter();
            all.any(|f| {
                f.value.kind() == wanted.value.kind()
                    && (nouns_fit(f, wanted) || f.noun.is_none())
                    && self.judge(&f.value, &wanted.value) == Verdict::Agree
            })
        };
        gives(self.right, ours) || gives(self.left, theirs)
    }
}

/// Whether one number is told as a rise and as a fall: it is the words beside it that differ.
fn is_turned(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => a.change != b.change,
        _ => false,
    }
}

/// The words of a value's sentence before it and after it.
fn sides<'a>(article: ReadArticle<'a>, frame: &Frame) -> Option<(&'a [Key], &'a [Key])> {
    let items = &article.statements.get(frame.scene)?.items;
    let line = article.frames.lines.get(frame.scene)?;
    let start = items.partition_point(|item| item.token < frame.tokens.start);
    let end = items.partition_point(|item| item.token < frame.tokens.end);
    Some((line.get(..start)?, line.get(end..)?))
}

/// Words that two lines have in common from their beginning on.
#[derive(Default)]
struct Shared {
    words: usize,
    weight: f32,
}

fn shared<'a>(
    ours: impl Iterator<Item = &'a Key>,
    theirs: impl Iterator<Item = &'a Key>,
) -> Shared {
    let content = |key: &&Key| key.weight >= CONTENT;
    let pairs = ours.filter(content).zip(theirs.filter(content));
    let mut shared = Shared::default();
    for (one, other) in pairs.take_while(|(one, other)| one.word == other.word) {
        shared.words += 1;
        shared.weight += one.weight.min(other.weight);
    }
    shared
}
