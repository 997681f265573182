//! How good every rule is on pairs that somebody labelled by hand.

use crate::claim::Account;
use crate::compare::Verdict;
use crate::finding::{Finding, Mode};
use crate::rule::RuleSet;
use crate::text::{Part, Source, Span};

/// A pair of articles with what a careful reader found.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Its name.
    pub id: String,
    /// The articles.
    pub articles: Vec<Source>,
    /// What was found.
    pub labels: Vec<Label>,
}

/// What a reader says of one question.
#[derive(Clone, Debug)]
pub struct Label {
    /// The verdicts that are right; an agreement and a compatible difference count as one.
    pub right: Vec<Verdict>,
    /// The words that say it in each article: exact pieces of their texts.
    pub quotes: [Option<String>; 2],
}

/// How a rule did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// `pack.claim`.
    pub claim: String,
    /// Claims it read.
    pub read: usize,
    /// Findings that a label speaks of, and how many of those are right.
    pub judged: usize,
    /// Of these, the right ones.
    pub right: usize,
    /// Alarms (conflicts) it raised.
    pub alarms: usize,
    /// Of these, the ones that a label confirms.
    pub confirmed: usize,
    /// Labels in whose words it read something on both sides.
    pub met: usize,
    /// Of these, the ones it compared rightly.
    pub answered: usize,
}

impl Score {
    /// A rule that is wrong one time in ten, or raises an alarm that no label confirms, is on probation.
    pub fn is_noisy(&self) -> bool {
        self.alarms > self.confirmed || self.judged >= 5 && self.right * 10 < self.judged * 9
    }
}

/// The score of every rule that read anything in the pairs; in order of the rules.
pub fn score(pairs: &[Labelled], rules: &RuleSet) -> Vec<Score> {
    let mut scores: Vec<Score> = rules
        .claims
        .iter()
        .map(|claim| Score {
            claim: claim.id.clone(),
            ..Score::default()
        })
        .collect();
    for pair in pairs {
        let report = crate::compare(&pair.id, &pair.articles, rules, Mode::SameEvent);
        for claim in report.accounts.iter().flat_map(|a| &a.claims) {
            if let Some(score) = scores.get_mut(claim.rule).filter(|_| claim.is_stated()) {
                score.read += 1;
            }
        }
        let places: Vec<(&Label, [Vec<Span>; 2])> = pair
            .labels
            .iter()
            .map(|label| (label, places(label, &pair.articles)))
            .collect();
        for finding in report
            .findings
            .iter()
            .filter(|f| f.verdict != Verdict::OnlyInOne)
        {
            judge(finding, &places, &report.accounts, &mut scores);
        }
        for (label, places) in &places {
            meet(
                label,
                places,
                &report.findings,
                &report.accounts,
                &mut scores,
            );
        }
    }
    scores.retain(|s| s.read > 0);
    scores
}

/// Where the quotes of a label stand in the two texts.
fn places(label: &Label, articles: &[Source]) -> [Vec<Span>; 2] {
    let of = |side: usize| {
        let (Some(Some(quote)), Some(article)) = (label.quotes.get(side), articles.get(side))
        else {
            return Vec::new();
        };
        let found = article.text.match_indices(quote.as_str());
        found
            .map(|(at, q)| Span::new(Part::Text, at as u32, (at + q.len()) as u32))
            .collect()
    };
    [of(0), of(1)]
}

/// Whether the sides of a finding stand in the words of a label.
fn speaks_of(finding: &Finding, places: &[Vec<Span>; 2], accounts: &[Account<'_>]) -> bool {
    (0..2).all(|article| {
        let mut sides = finding.sides.iter().filter(|s| s.member.article == article);
        sides.any(|side| {
            let evidence = side.member.of(accounts).map_or(side.span, |c| c.evidence);
            let near = |span: &Span| span.overlaps(side.span) || span.overlaps(evidence);
            places
                .get(article)
                .is_some_and(|spans| spans.iter().any(near))
        })
    })
}

fn is_right(label: &Label, verdict: Verdict) -> bool {
    let calm = |v: &Verdict| matches!(v, Verdict::Agree | Verdict::Compatible);
    label
        .right
        .iter()
        .any(|right| *right == verdict || calm(right) && calm(&verdict))
}

fn judge(
    finding: &Finding,
    labels: &[(&Label, [Vec<Span>; 2])],
    accounts: &[Account<'_>],
    scores: &mut [Score],
) {
    let Some(score) = scores.get_mut(finding.rule) else {
        return;
    };
    let mut spoken = labels
        .iter()
        .filter(|(_, p)| speaks_of(finding, p, accounts))
        .peekable();
    let known = spoken.peek().is_some();
    let right = spoken.any(|(label, _)| is_right(label, finding.verdict));
    score.judged += usize::from(known);
    score.right += usize::from(right);
    if finding.verdict == Verdict::Conflict {
        score.alarms += 1;
        score.confirmed += usize::from(right);
    }
}

/// Which rules read something in the words of a label on both sides, and whether they then answered rightly.
fn meet(
    label: &Label,
    places: &[Vec<Span>; 2],
    findings: &[Finding],
    accounts: &[Account<'_>],
    scores: &mut [Score],
) {
    for (rule, score) in scores.iter_mut().enumerate() {
        let reads = |article: usize| {
            let (Some(account), Some(spans)) = (accounts.get(article), places.get(article)) else {
                return false;
            };
            let mut claims = account
                .claims
                .iter()
                .filter(|c| c.rule == rule && c.is_stated());
            claims.any(|c| spans.iter().any(|s| s.overlaps(c.span)))
        };
        if reads(0) && reads(1) {
            score.met += 1;
            let mut mine = findings.iter().filter(|f| f.rule == rule);
            let answered =
                mine.any(|f| is_right(label, f.verdict) && speaks_of(f, places, accounts));
            score.answered += usize::from(answered);
        }
    }
}
