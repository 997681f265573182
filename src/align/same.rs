//! Are the articles about one event at all?
//!
//! Two articles share an event if they share names, people, places and figures. Evidence for and against is added up on
//! the scale of log odds; the weights were fitted to pairs of articles about one event and about two of one sort, and
//! rounded. No name weighs by itself: what is rare in the language and frequent in the article does.

use super::namesake::Namesakes;
use crate::claim::{Amount, Bag, Profile};
use crate::value::date::days_between;
use jiff::civil::Date;

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

/// Who knows whether articles report one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sameness {
    /// What they share tells.
    #[default]
    Judged,
    /// Whoever compares them says that they do.
    Given,
}

impl Sameness {
    /// As somebody says: `given`, or not.
    pub fn given(given: bool) -> Self {
        if given {
            Sameness::Given
        } else {
            Sameness::Judged
        }
    }
}

/// An article of fewer words than this may share an event with another and nothing that shows it.
const ENOUGH: usize = 20;

/// Before anything is read: articles that somebody compares and that share nothing are about two events.
const PRIOR: f32 = -2.25;
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
/// Written on other days, both tell of one day that was news, so many days old, when the earlier one was written.
const SAME_DAY_TOLD: f32 = 1.5;
const NEWS_DAYS: i32 = 14;
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
pub(super) fn evidence(a: &Profile<'_>, b: &Profile<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    let mut add = |what, alike: bool, different: bool| {
        if alike {
            evidence.alike.push(what);
        } else if different {
            evidence.different.push(what);
        }
    };
    let spelt = Namesakes::of(a, b);
    let likeness = |ours: &Bag, theirs: &Bag| ours.likeness(theirs, spelt.pairs());
    let likenesses = [
        ("names", likeness(&a.names, &b.names)),
        ("people", likeness(&a.people, &b.people)),
        ("places", likeness(&a.places, &b.places)),
        ("headlines and first sentences", likeness(&a.lead, &b.lead)),
    ];
    for (what, likeness) in likenesses {
        let is = |test: fn(f32) -> bool| likeness.is_some_and(test);
        add(what, is(|l| l >= ALIKE), is(|l| l < DIFFERENT));
    }
    let is_spelt = !spelt.pairs().is_empty();
    add("people but for the spelling of a name", is_spelt, false);
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
fn other_years(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    let named = !a.years.is_empty() && !b.years.is_empty();
    named && !a.years.iter().any(|year| b.years.contains(year))
}

/// The same of the days of the week in the leads.
fn other_weekdays(a: &Profile<'_>, b: &Profile<'_>) -> bool {
    a.weekdays != 0 && b.weekdays != 0 && a.weekdays & b.weekdays == 0
}

/// Whether two articles are about one event.
pub(super) fn judge(a: &Profile<'_>, b: &Profile<'_>) -> SameEvent {
    let tell = a.length.min(b.length) >= ENOUGH;
    match odds(a, b) {
        odds if odds > 0.0 => SameEvent::Yes,
        _ if tell => SameEvent::No,
        _ => SameEvent::Unclear,
    }
}

/// The logarithm of the odds that two articles are about one event.
fn odds(a: &Profile<'_>, b: &Profile<'_>) -> f32 {
    let spelt = Namesakes::of(a, b);
    let likeness = |ours: &Bag, theirs: &Bag| ours.likeness(theirs, spelt.pairs());
    let strangers = [(a, b), (b, a)].into_iter().filter(|(own, other)| {
        let both = other.first_person.is_some();
        let has = |family| other.has(family) || spelt.has(family);
        both && own.first_person.is_some_and(|family| !has(family))
    });
    let (same, other) = figures(a, b);
    let when = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    let people = likeness(&a.people, &b.people).unwrap_or(NOBODY);
    let named = a.named.min(b.named);
    let trust = named / (named + NAMED_ONCE);
    PRIOR
        + NAMES * likeness(&a.names, &b.names).unwrap_or(0.0)
        + PEOPLE * (NOBODY + trust * (people - NOBODY))
        + STRANGER * trust * strangers.count() as f32
        + PLACES * likeness(&a.places, &b.places).unwrap_or(NOWHERE)
        + LEADS * likeness(&a.lead, &b.lead).unwrap_or(0.0)
        + when(other_years(a, b), OTHER_YEARS)
        + when(other_weekdays(a, b), OTHER_WEEKDAYS)
        + PHRASES * (1.0 + shared_phrases(a, b) as f32).ln()
        + SAME_FIGURES * (1.0 + same).ln()
        + OTHER_FIGURES * (1.0 + other).ln()
        + days(a, b)
}

/// How many phrases stand in both articles.
fn shared_phrases(a: &Profile<'_>, b: &Profile<'_>) -> usize {
    let in_other = |phrase: &&[_; 3]| b.phrases.binary_search(phrase).is_ok();
    a.phrases.iter().filter(in_other).count()
}

/// Of how many things both articles give a number in common, and of how many only different ones.
fn figures(a: &Profile<'_>, b: &Profile<'_>) -> (f32, f32) {
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
fn days(a: &Profile<'_>, b: &Profile<'_>) -> f32 {
    let (Some(day), Some(other)) = (a.day, b.day) else {
        return 0.0;
    };
    let apart = days_between(day, other).abs();
    if apart <= DAYS_NEAR {
        SAME_DAYS
    } else if share_news_day(a, b, day.min(other)) {
        SAME_DAY_TOLD
    } else {
        OTHER_DAYS * (apart as f32 / DAYS_APART as f32).ln().max(0.0)
    }
}

/// Whether both tell of one day that was news when the earlier article was written, on the day `written`.
fn share_news_day(a: &Profile<'_>, b: &Profile<'_>, written: Date) -> bool {
    let is_news = |day: &&Date| (0..=NEWS_DAYS).contains(&days_between(**day, written));
    let mut days = a.days.iter().filter(is_news);
    days.any(|day| b.days.binary_search(day).is_ok())
}

/// The answer for several articles: that of the pair least alike; without a pair there is nothing to tell.
pub(super) fn of_all(pairs: impl Iterator<Item = SameEvent>) -> SameEvent {
    let least = pairs.reduce(|answer, pair| match (answer, pair) {
        (SameEvent::No, _) | (_, SameEvent::No) => SameEvent::No,
        (SameEvent::Unclear, _) | (_, SameEvent::Unclear) => SameEvent::Unclear,
        _ => SameEvent::Yes,
    });
    least.unwrap_or(SameEvent::Unclear)
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
        let accounts = sources
            .each_ref()
            .map(|source| extract(Document::parse(source), &rules));
        let [a, b] = accounts.each_ref().map(Profile::of);
        assert_eq!(judge(&a, &b), expected, "{} {}", odds(&a, &b), odds(&b, &a));
        assert_eq!(judge(&b, &a), expected, "swapped");
    }

    #[test]
    fn several_are_one_event_if_every_two_are() {
        use SameEvent::{No, Unclear, Yes};
        for (pairs, expected) in [
            ([].as_slice(), Unclear),
            (&[Yes, Yes], Yes),
            (&[Yes, Unclear], Unclear),
            (&[Unclear, No, Yes], No),
        ] {
            assert_eq!(of_all(pairs.iter().copied()), expected, "{pairs:?}");
        }
    }

    #[test]
    fn what_was_weighed_is_told() {
        let told = |a: &str, b: &str| {
            let sources = [Source::new("a", a), Source::new("b", b)];
            let (rules, _) = compile(&built_in());
            let accounts = sources
                .each_ref()
                .map(|source| extract(Document::parse(source), &rules));
            let [a, b] = accounts.each_ref().map(Profile::of);
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

    const HARBOUR: &str = "Harbour board picks new chief\n\nThe board of the port of Sorvik has chosen Marit Hollund, an engineer, \
        to succeed Per Aas, who leaves in May. Hollund, 48, runs the dockyard of Nordhavn. She is the first woman in the job, \
        and said she would close nothing. The port lost 12 million crowns last year.";

    fn harbour(chief: &str) -> String {
        format!(
            "Dockyard head to run the port\n\n{chief}, 48, who has run the dockyard for nine years, will move to the quay next \
             spring. Seven members of the board voted for {chief}; two were ill. Unions that fought the loss of \
             80 posts gave her a cool welcome."
        )
    }

    #[test]
    fn a_name_that_two_desks_spell_differently_shows_one_event() {
        let odds = |chief: &str| {
            let text = harbour(chief);
            let sources = [Source::new("a", HARBOUR), Source::new("b", &text)];
            let (rules, _) = compile(&built_in());
            let accounts = sources
                .each_ref()
                .map(|source| extract(Document::parse(source), &rules));
            let [a, b] = accounts.each_ref().map(Profile::of);
            super::odds(&a, &b)
        };
        let same = odds("Marit Hollund");
        let other = odds("Janne Castell");
        for near in ["Marit Hollond", "Marit Holund", "Merit Hollund"] {
            let near = odds(near);
            assert!(
                near > other + 1.0 && near <= same + 0.01,
                "{near} {same} {other}"
            );
        }
        // A brother, and somebody whose name only begins alike.
        for far in ["Merete Hollingsworth", "Marit Holm"] {
            assert!(odds(far) < other + 1.0, "{far} {}", odds(far));
        }
    }

    #[test]
    fn a_day_that_was_news_to_both_shows_one_event() {
        let told = |a: &str, b: &str| {
            let mut sources = [
                Source::new(
                    "a",
                    "Police said a barn of Ulvik burned on Sunday and that nobody was seen there.",
                ),
                Source::new(
                    "b",
                    "A farmer was told on Tuesday to pay for the barn that burned on 5 May, a court said.",
                ),
            ];
            sources[0].published = Some(a.to_owned());
            sources[1].published = Some(b.to_owned());
            let (rules, _) = compile(&built_in());
            let accounts = sources
                .each_ref()
                .map(|source| extract(Document::parse(source), &rules));
            let [a, b] = accounts.each_ref().map(Profile::of);
            days(&a, &b)
        };
        assert!(told("2024-05-06", "2024-11-14") > 0.0);
        assert!(told("2024-05-13", "2024-11-14") < 0.0);
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
