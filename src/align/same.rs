//! Are the articles about one event at all?
//!
//! Two articles share an event if they share names, people, places and figures. Evidence for and against is added up on
//! the scale of log odds; the weights were fitted to pairs of articles about one event and about two of one sort, and
//! rounded. No name weighs by itself: what is rare in the language and frequent in the article does.

use crate::claim::{Amount, Profile};

/// Whether articles report one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SameEvent {
    /// One event.
    Yes,
    /// Different events.
    No,
    /// Cannot be told.
    Unclear,
}

impl SameEvent {
    /// Its name in machine formats.
    pub fn label(self) -> &'static str {
        match self {
            SameEvent::Yes => "yes",
            SameEvent::No => "no",
            SameEvent::Unclear => "unclear",
        }
    }
}

/// An article of fewer words than this may share an event with another and nothing that shows it.
const ENOUGH: usize = 20;

/// Before anything is read: articles that somebody compares and that share nothing are about two events.
const PRIOR: f32 = -2.2;
/// All names alike, word by word.
const NAMES: f32 = 1.8;
/// The people named alike; where one article names nobody, `NOBODY` stands for their likeness.
const PEOPLE: f32 = 2.0;
const NOBODY: f32 = 0.35;
/// That one account names a nurse and the other a spokesman says little: so many mentions of people make half a witness.
const NAMED_ONCE: f32 = 2.0;
/// An article's person of most mentions has no place in the other.
const STRANGER: f32 = -0.45;
/// The places alike; where one article names none, `NOWHERE` stands for their likeness.
const PLACES: f32 = 1.1;
const NOWHERE: f32 = 0.25;
/// The headlines and first sentences alike.
const LEADS: f32 = 1.8;
/// Both name years, and no year is in both; the same of the days of the week in the leads.
const OTHER_YEARS: f32 = -0.8;
const OTHER_WEEKDAYS: f32 = -0.9;
/// Phrases in common; figures for one thing in common, or different ones: each by the logarithm of their number.
const PHRASES: f32 = 0.65;
const SAME_FIGURES: f32 = 1.45;
const OTHER_FIGURES: f32 = -1.0;
/// A small number in common says little.
const SMALL: f64 = 2.0;
const SMALL_FIGURE: f32 = 0.3;
/// Articles of one day or the next days; later ones by the logarithm of the distance, for a trial follows a crime by years.
const SAME_DAYS: f32 = 2.0;
const OTHER_DAYS: f32 = -0.3;
const DAYS_NEAR: i32 = 3;
const DAYS_APART: i32 = 10;

/// In what two articles are alike and in what they differ, as far as that tells whether they are about one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What speaks for one event, in words.
    pub alike: Vec<&'static str>,
    /// What speaks for two.
    pub different: Vec<&'static str>,
}

/// Likeness from which on two articles are called alike in something, and below which they differ in it.
const ALIKE: f32 = 0.4;
const DIFFERENT: f32 = 0.15;

/// What [`judge`] weighed, in words.
pub(super) fn evidence(a: &Profile, b: &Profile) -> Evidence {
    let mut evidence = Evidence::default();
    let mut add = |what, alike: bool, different: bool| {
        if alike {
            evidence.alike.push(what);
        } else if different {
            evidence.different.push(what);
        }
    };
    let likenesses = [
        ("names", a.names.likeness(&b.names)),
        ("people", a.people.likeness(&b.people)),
        ("places", a.places.likeness(&b.places)),
        ("headlines and first sentences", a.lead.likeness(&b.lead)),
    ];
    for (what, likeness) in likenesses {
        let is = |test: fn(f32) -> bool| likeness.is_some_and(test);
        add(what, is(|l| l >= ALIKE), is(|l| l < DIFFERENT));
    }
    add("phrases", shared_phrases(a, b) > 0, false);
    let (same, other) = figures(a, b);
    add("figures", same > other, other > same);
    add("years", false, other_years(a, b));
    add("days of the week", false, other_weekdays(a, b));
    let apart = days(a, b);
    add("days of publication", apart > 0.0, apart < 0.0);
    evidence
}

/// Whether both name years, and no year is in both.
fn other_years(a: &Profile, b: &Profile) -> bool {
    let named = !a.years.is_empty() && !b.years.is_empty();
    named && !a.years.iter().any(|year| b.years.contains(year))
}

/// The same of the days of the week in the leads.
fn other_weekdays(a: &Profile, b: &Profile) -> bool {
    a.weekdays != 0 && b.weekdays != 0 && a.weekdays & b.weekdays == 0
}

/// Whether two articles are about one event.
pub(super) fn judge(a: &Profile, b: &Profile) -> SameEvent {
    let tell = a.length.min(b.length) >= ENOUGH;
    match odds(a, b) {
        odds if odds > 0.0 => SameEvent::Yes,
        _ if tell => SameEvent::No,
        _ => SameEvent::Unclear,
    }
}

/// The logarithm of the odds that two articles are about one event.
fn odds(a: &Profile, b: &Profile) -> f32 {
    let strangers = [(a, b), (b, a)].into_iter().filter(|(own, other)| {
        let both = other.first_person.is_some();
        both && own.first_person.is_some_and(|family| !other.has(family))
    });
    let (same, other) = figures(a, b);
    let when = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    let people = a.people.likeness(&b.people).unwrap_or(NOBODY);
    let named = a.named.min(b.named);
    let trust = named / (named + NAMED_ONCE);
    PRIOR
        + NAMES * a.names.likeness(&b.names).unwrap_or(0.0)
        + PEOPLE * (NOBODY + trust * (people - NOBODY))
        + STRANGER * trust * strangers.count() as f32
        + PLACES * a.places.likeness(&b.places).unwrap_or(NOWHERE)
        + LEADS * a.lead.likeness(&b.lead).unwrap_or(0.0)
        + when(other_years(a, b), OTHER_YEARS)
        + when(other_weekdays(a, b), OTHER_WEEKDAYS)
        + PHRASES * (1.0 + shared_phrases(a, b) as f32).ln()
        + SAME_FIGURES * (1.0 + same).ln()
        + OTHER_FIGURES * (1.0 + other).ln()
        + days(a, b)
}

/// How many phrases stand in both articles.
fn shared_phrases(a: &Profile, b: &Profile) -> usize {
    let in_other = |phrase: &&[_; 3]| b.phrases.binary_search(phrase).is_ok();
    a.phrases.iter().filter(in_other).count()
}

/// Of how many things both articles give a number in common, and of how many only different ones.
fn figures(a: &Profile, b: &Profile) -> (f32, f32) {
    let (mut same, mut other) = (0.0, 0.0);
    for (what, amounts) in &a.amounts {
        let Ok(at) = b.amounts.binary_search_by_key(what, |(theirs, _)| *theirs) else {
            continue;
        };
        let theirs = b.amounts.get(at).map_or(&[][..], |(_, amounts)| amounts);
        let shared = |amount: &&Amount| theirs.contains(amount);
        let mut common = amounts.iter().filter(shared).peekable();
        if common.peek().is_none() {
            other += 1.0;
        } else if common.any(|amount| amount.0 > SMALL) {
            same += 1.0;
        } else {
            same += SMALL_FIGURE;
        }
    }
    (same, other)
}

/// What the days of the articles say.
fn days(a: &Profile, b: &Profile) -> f32 {
    let (Some(day), Some(other)) = (a.day, b.day) else {
        return 0.0;
    };
    let Ok(apart) = day.until(other).map(|span| span.get_days().abs()) else {
        return 0.0;
    };
    if apart <= DAYS_NEAR {
        SAME_DAYS
    } else {
        OTHER_DAYS * (apart as f32 / DAYS_APART as f32).ln().max(0.0)
    }
}

/// The answer for several articles: that of the pair least alike.
pub(super) fn of_all(pairs: impl Iterator<Item = SameEvent>) -> SameEvent {
    pairs.fold(SameEvent::Yes, |answer, pair| match (answer, pair) {
        (SameEvent::No, _) | (_, SameEvent::No) => SameEvent::No,
        (SameEvent::Unclear, _) | (_, SameEvent::Unclear) => SameEvent::Unclear,
        _ => SameEvent::Yes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::extract;
    use crate::document::Document;
    use crate::rule::{built_in, compile};
    use crate::text::Source;

    #[track_caller]
    fn check(a: &str, b: &str, expected: SameEvent) {
        let sources = [Source::new("a", a), Source::new("b", b)];
        let (rules, _) = compile(&built_in());
        let [a, b] = sources
            .each_ref()
            .map(|source| Profile::of(&extract(Document::parse(source), &rules)));
        assert_eq!(judge(&a, &b), expected, "{} {}", odds(&a, &b), odds(&b, &a));
        assert_eq!(judge(&b, &a), expected, "swapped");
    }

    #[test]
    fn what_was_weighed_is_told() {
        let told = |a: &str, b: &str| {
            let sources = [Source::new("a", a), Source::new("b", b)];
            let (rules, _) = compile(&built_in());
            let [a, b] = sources
                .each_ref()
                .map(|source| Profile::of(&extract(Document::parse(source), &rules)));
            evidence(&a, &b)
        };
        let one = told(FERRY, FERRY);
        assert!(
            one.alike.contains(&"names") && one.alike.contains(&"figures"),
            "{one:?}"
        );
        assert!(one.different.is_empty(), "{one:?}");
        let two = told(
            FERRY,
            "On Friday 14 people were hurt when a bus struck a wall in Lima in 1998, Joan Castell said.",
        );
        assert!(
            two.different.contains(&"people") && two.different.contains(&"days of the week"),
            "{two:?}"
        );
    }

    const FERRY: &str = "Ferry with 212 passengers runs aground off Sorvik\n\nThe ferry Halvard ran aground off the harbour of \
        Sorvik early on Tuesday with 212 passengers on board. Nobody was hurt. Captain Odd Brenne said that the rudder had failed.";

    #[test]
    fn two_accounts_of_one_event_are_about_it() {
        check(
            FERRY,
            "Passengers taken off stranded ship\n\nAll 212 passengers of the ferry Halvard were brought ashore in lifeboats on Tuesday \
             after it had run aground near Sorvik, captain Odd Brenne told reporters. He blamed the rudder.",
            SameEvent::Yes,
        );
    }

    #[test]
    fn two_events_of_one_sort_are_two() {
        check(
            FERRY,
            "Ferry strikes pier in Port Amber, 14 hurt\n\nA ferry with 90 passengers struck a pier of Port Amber on Friday evening and \
             14 people were hurt. Captain Joan Castell was questioned by the coast guard. The pier is closed.",
            SameEvent::No,
        );
    }

    #[test]
    fn a_line_that_shares_nothing_tells_nothing() {
        check(
            FERRY,
            "A museum of glass opened in Port Amber.",
            SameEvent::Unclear,
        );
    }
}
