//! A finding with every name looked up and every place counted, as the formats for machines and pages write it.

use super::together::{Joined, together};
use super::{Report, Show, wording};
use crate::claim::Account;
use crate::compare::Verdict;
use crate::finding::{ADDED, REMOVED, Side, UNSUPPORTED};
use crate::rule::Severity;
use crate::text::{Fidelity, Part, Place, Places, Span};

/// A finding, ready to be written. Its texts are untrusted: each format escapes them its own way.
pub(super) struct Entry<'r> {
    /// The rule's id: `walkout.leader`.
    pub(super) claim: &'r str,
    /// The rule's question.
    pub(super) question: &'r str,
    /// Index of the rule.
    pub(super) rule: usize,
    /// Which event it is about: index into the happenings.
    pub(super) happening: Option<usize>,
    /// The event's name, from the second of its type on, and what it is about beside the event.
    pub(super) about: Vec<String>,
    /// The verdict.
    pub(super) verdict: Verdict,
    /// How much it matters.
    pub(super) severity: Severity,
    /// One fixed word: why.
    pub(super) reason: &'static str,
    /// Why, in words; may be empty.
    pub(super) why: &'r str,
    /// The name that survives moved lines.
    pub(super) fingerprint: &'r str,
    /// Why somebody accepted it, if somebody did.
    pub(super) accepted: Option<&'r str>,
    /// Its claims, by article.
    pub(super) sides: Vec<EntrySide<'r>>,
}

/// What one article tells.
pub(super) struct EntrySide<'r> {
    /// The article.
    pub(super) article: usize,
    /// The article's name or path.
    pub(super) file: &'r str,
    /// The bytes that show it.
    pub(super) span: Span,
    /// Where they begin.
    pub(super) from: Place,
    /// Where they end: one past the last character.
    pub(super) to: Place,
    /// The value, with the day that a date stands for.
    pub(super) value: String,
    /// What it stands for, however it is written.
    pub(super) meaning: String,
    /// Who says so, where that is not the article.
    pub(super) speaker: Option<&'r str>,
    /// The sentence.
    pub(super) quote: &'r str,
    /// The bytes of the sentence.
    pub(super) quoted: Span,
    /// Whether it is said of another event than the finding's.
    pub(super) of_another_event: bool,
    /// Whether the place is one of the file, and not of a headline or a text that was taken out of it.
    pub(super) in_file: bool,
}

impl Entry<'_> {
    /// Whether a person should look: an alarm, or what one article alone says and weighs something, that nobody accepted.
    pub(super) fn is_alarm(&self) -> bool {
        let weighs = self.verdict == Verdict::OnlyInOne && self.severity >= Severity::Warning;
        (self.verdict.is_alarm() || weighs) && self.accepted.is_none()
    }

    /// `conflict`, or `compatible (rounding)`: with the reason where the verdict alone says little.
    pub(super) fn verdict_and_reason(&self) -> String {
        let telling = match self.verdict {
            Verdict::Compatible => !self.reason.is_empty(),
            Verdict::OnlyInOne => matches!(self.reason, ADDED | REMOVED | UNSUPPORTED),
            _ => false,
        };
        if telling {
            return format!("{} ({})", self.verdict.label(), self.reason);
        }
        self.verdict.label().to_owned()
    }

    /// The question, and the event or thing it is about: `How many were killed? (Kabul)`; on one line.
    pub(super) fn title(&self) -> String {
        let question = wording::line(self.question);
        if self.about.is_empty() {
            return question;
        }
        format!("{question} ({})", wording::line(&self.about.join(", ")))
    }

    /// The values side by side: `A "about 100 diplomats", B "12 diplomats"`; on one line.
    pub(super) fn values(&self) -> String {
        let sides = self
            .sides
            .iter()
            .map(|side| format!("{} \"{}\"", side.letter(), wording::line(&side.value)));
        sides.collect::<Vec<_>>().join(", ")
    }
}

impl<'r> EntrySide<'r> {
    /// The letter of the article.
    pub(super) fn letter(&self) -> String {
        wording::letter(self.article)
    }

    /// `file:line:column`, in a headline that came apart `file:title:line:column`; on one line.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", wording::name(self.file), self.place_within())
    }

    /// `line:column`, in a headline that came apart `title:line:column`.
    pub(super) fn place_within(&self) -> String {
        self.from.within(self.span.part)
    }

    /// The place, value, speaker and sentence: `a.txt:3:7 (police) "Some 12 people …"`; on one line.
    pub(super) fn quoted(&self) -> String {
        let note = self.note();
        let note = if note.is_empty() {
            note
        } else {
            format!(" ({note})")
        };
        format!("{}{note} \"{}\"", self.place(), wording::line(self.quote))
    }

    /// The sentence before, within and after the words that show it; the second is empty where these stand elsewhere.
    pub(super) fn quote_parts(&self) -> (&'r str, &'r str, &'r str) {
        let whole = (self.quote, "", "");
        if !self.quoted.contains(self.span) {
            return whole;
        }
        let within = |offset: u32| offset.saturating_sub(self.quoted.start) as usize;
        let (start, end) = (within(self.span.start), within(self.span.end));
        let parts = (
            self.quote.get(..start),
            self.quote.get(start..end),
            self.quote.get(end..),
        );
        match parts {
            (Some(before), Some(marked), Some(after)) => (before, marked, after),
            _ => whole,
        }
    }

    /// Who says so and of what, where that is not plain; on one line.
    pub(super) fn note(&self) -> String {
        let speaker = self
            .speaker
            .map(|name| format!("says {}", wording::line(name)));
        let event = self.of_another_event.then(|| "of another event".to_owned());
        [speaker, event]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The findings of a report that are asked for, the gravest verdict first, then in the order of the rules.
pub(super) fn entries<'r>(report: &'r Report<'_>, show: Show) -> Vec<Entry<'r>> {
    let places: Vec<Places<'_>> = report
        .accounts
        .iter()
        .map(|account| Places::new(account.document.source))
        .collect();
    together(report, |finding| show.tells(finding))
        .iter()
        .map(|joined| entry(report, &places, joined))
        .collect()
}

fn entry<'r>(report: &'r Report<'_>, places: &[Places<'_>], joined: &Joined<'r>) -> Entry<'r> {
    let finding = joined.finding;
    let rule = report.rules.claims.get(finding.rule);
    let about = [
        wording::event(report, finding),
        wording::about(report, finding),
    ];
    let sides = joined.sides.iter();
    let sides = sides.filter_map(|side| told(report, places, *side));
    Entry {
        claim: rule.map_or("", |r| &r.id),
        question: rule.map_or("", |r| &r.ask),
        rule: finding.rule,
        happening: finding.happening,
        about: about.into_iter().flatten().collect(),
        verdict: finding.verdict,
        severity: finding.severity,
        reason: finding.reason,
        why: joined.why,
        fingerprint: &finding.fingerprint,
        accepted: report
            .suppressed
            .get(&finding.fingerprint)
            .map(String::as_str),
        sides: sides.collect(),
    }
}

fn told<'r>(report: &'r Report<'_>, places: &[Places<'_>], side: Side) -> Option<EntrySide<'r>> {
    let claim = side.member.of(&report.accounts)?;
    let source = report.accounts.get(side.member.article)?.document.source;
    let places = places.get(side.member.article)?;
    let (value, day) = wording::value(report, side)?;
    Some(EntrySide {
        article: side.member.article,
        file: &source.id,
        span: side.span,
        from: places.place(side.span),
        to: places.end(side.span),
        meaning: wording::meaning(report, side)?,
        value: day.map_or_else(|| value.to_owned(), |day| format!("{value} ({day})")),
        speaker: claim.speaker.name.as_deref(),
        quote: source.slice(claim.quote),
        quoted: claim.quote,
        of_another_event: side.of_another_event,
        in_file: side.span.part == Part::Text && source.fidelity != Fidelity::Extracted,
    })
}

/// The articles in which no claim was found: a comparison with these says nothing.
pub(super) fn silent<'r>(report: &'r Report<'_>) -> impl Iterator<Item = &'r str> {
    report
        .accounts
        .iter()
        .filter(|account| account.claims.is_empty())
        .map(|account| account.document.source.id.as_str())
}

/// `12 claims in 31 sentences`
pub(super) fn read(account: &Account<'_>) -> String {
    let sentences = &account.document.sentences;
    let read = sentences.iter().filter(|s| s.region.makes_claims()).count();
    let claims = match account.claims.len() {
        0 => "no claim".to_owned(),
        some => wording::plural(some, "claim"),
    };
    format!("{claims} in {}", wording::plural(read, "sentence"))
}
