//! Which two claims of two articles are held against each other, and what their key says of a difference.

use super::afar;
use super::alike::are_alike;
use crate::align::Member;
use crate::claim::{Claim, Scope};
use crate::compare::{Judgement, Verdict, narrowness};
use crate::document::fold;
use crate::rule::{BoundTo, ClaimRule, HowMany};
use crate::value::date::{Ground, days_between};
use crate::value::{Bound, Kind, Quantity, Value};
use jiff::civil::Date;

/// Ages this many years apart may be one person's at two times.
const NEAR_YEARS: f64 = 2.0;
/// Parents are this many years older than their children, or more.
const GENERATION: f64 = 14.0;
/// Years between two reports from which on a birthday may explain a difference.
const BIRTHDAY: f64 = 0.1;

/// A claim of a group with its place in the accounts.
#[derive(Clone, Copy)]
pub(super) struct MemberClaim<'a> {
    /// Where it stands.
    pub(super) member: Member,
    /// The claim itself.
    pub(super) claim: &'a Claim,
}

/// The pair of claims that fit best: where any value of one article agrees with one of the other, the question agrees.
pub(super) fn best<'a>(
    rule: &ClaimRule,
    left: &[MemberClaim<'a>],
    right: &[MemberClaim<'a>],
) -> Option<(Judgement, MemberClaim<'a>, MemberClaim<'a>)> {
    let pairs = left
        .iter()
        .flat_map(|a| right.iter().map(move |b| (*a, *b)));
    let judged = pairs.map(|(a, b)| {
        (
            (rule.comparator.compare)(&a.claim.value, &b.claim.value, &rule.options),
            a,
            b,
        )
    });
    let single = rule.bound_to == BoundTo::EventInSentence
        && gives_one_answer(rule, left)
        && gives_one_answer(rule, right);
    let key = |(judgement, a, b): &(Judgement, MemberClaim<'a>, MemberClaim<'a>)| {
        // Where two articles give one answer each in several ways, the firmest tell most: "Tuesday" before "5:47 p.m.", whose day
        // is only counted. Then the narrowest labels, of those the fullest words, and of those the first.
        let firmness = |claim: &Claim| (!claim.tied, claim.ground);
        let differs = judgement.verdict == Verdict::Conflict;
        let weakest = (differs && single).then(|| firmness(a.claim).max(firmness(b.claim)));
        let narrowness = |claim: &Claim| narrowness(&claim.value, &rule.options);
        let exactness = a.claim.tokens.len() + b.claim.tokens.len();
        (
            judgement.verdict,
            weakest,
            std::cmp::Reverse(narrowness(a.claim) + narrowness(b.claim)),
            std::cmp::Reverse(exactness),
            a.member.claim + b.member.claim,
            a.member.claim.min(b.member.claim),
        )
    };
    // Of pairs alike in all that, those whose values come first by their words: not those of the article that comes first.
    let values = |(_, a, b): &(Judgement, MemberClaim<'a>, MemberClaim<'a>)| {
        let mut values = [a.claim.value.to_string(), b.claim.value.to_string()];
        values.sort_unstable();
        values
    };
    judged.min_by(|one, other| {
        let by_key = key(one).cmp(&key(other));
        by_key.then_with(|| values(one).cmp(&values(other)))
    })
}

/// Whether no two answers of an article differ.
fn gives_one_answer(rule: &ClaimRule, answers: &[MemberClaim<'_>]) -> bool {
    let differs = |a: &Claim, b: &Claim| {
        let judgement = (rule.comparator.compare)(&a.value, &b.value, &rule.options);
        matches!(judgement.verdict, Verdict::Conflict | Verdict::Unclear)
    };
    let Some((first, rest)) = answers.split_first() else {
        return true;
    };
    !rest.iter().any(|answer| differs(first.claim, answer.claim))
}

/// What the key says about a difference between two values: a list never conflicts by what it leaves out, a toll grows,
/// where only like sources compare, others do not, and a day that merely stands near may be that of something else.
/// `tells_apart`: whether the claim tells two events of its kind apart.
pub(super) fn settle(
    rule: &ClaimRule,
    judgement: Judgement,
    one: &Claim,
    other: &Claim,
    tells_apart: bool,
) -> Judgement {
    if !matches!(judgement.verdict, Verdict::Conflict | Verdict::Unclear) {
        return judgement;
    }
    if rule.kind == Kind::Date && are_one_day(&one.value, &other.value) {
        return Judgement::new(Verdict::Agree, "same", "one day");
    }
    if rule.how_many == HowMany::Many && !is_slip(&one.value, &other.value) {
        return Judgement::new(Verdict::Compatible, "other-scope", "two entries of a list");
    }
    if !one.tied || !other.tied {
        return Judgement::new(
            Verdict::Unclear,
            "look",
            "the day may be that of something else",
        );
    }
    if one.then.is_apart(&other.then) {
        let why = "one tells of another time";
        return Judgement::new(Verdict::Compatible, "other-scope", why);
    }
    if one.then.is_of_another_period(&other.then) {
        let why = "one is of another period";
        return Judgement::new(Verdict::Compatible, "other-scope", why);
    }
    if may_be_of_whole(one, other) {
        let why = "one is of several things together";
        return Judgement::new(Verdict::Compatible, "other-scope", why);
    }
    if one.speaker.is_another_sort(&other.speaker) {
        return other_source(one, other);
    }
    let strict = rule.options.strict && judgement.verdict == Verdict::Unclear;
    let judgement = if strict {
        Judgement {
            verdict: Verdict::Conflict,
            reason: "differs",
            ..judgement
        }
    } else {
        judgement
    };
    if rule.same_speaker && one.speaker.name != other.speaker.name {
        return Judgement::new(Verdict::Compatible, "other-source", "");
    }
    if tells_apart && let Some(judgement) = days_apart(one, other) {
        return judgement;
    }
    if is_one_weekday(one, other) {
        return Judgement::new(Verdict::Unclear, "look", WEEK_IS_COUNTED);
    }
    if let Some(why) = afar::are_of_two(&one.value, &other.value) {
        return Judgement::new(Verdict::Unclear, "look", why);
    }
    if (rule.growing || rule.passing)
        && let Some(judgement) = in_time(rule, one, other)
    {
        return judgement;
    }
    if let (Value::Quantity(a), Value::Quantity(b)) = (&one.value, &other.value)
        && a.kind == Kind::Age
        && rule.per.is_some()
    {
        if is_of_two(a, b) && !(share_name(one, other) && are_grown(a, b)) {
            let why = "ages a generation apart, of two of one family";
            return Judgement::new(Verdict::Compatible, "other-scope", why);
        }
        return aged(judgement, (a, one.as_of), (b, other.as_of));
    }
    judgement
}

/// What two sources say of which neither speaks for the other.
pub(super) fn other_source(one: &Claim, other: &Claim) -> Judgement {
    let by = |claim: &Claim| claim.speaker.name.clone().unwrap_or_default();
    let mut names = [by(one), by(other)];
    names.sort_unstable();
    let why = format!("said by {}", names.join(" and by "));
    Judgement::new(Verdict::Compatible, "other-source", why)
}

/// What may lie between two tolls or states: one counts a part of the other, it grew from one day to the next, or the one state
/// followed the other. A state whose day is not known may be the later one; tolls without a day are taken as of one day.
fn in_time(rule: &ClaimRule, one: &Claim, other: &Claim) -> Option<Judgement> {
    let compatible = |reason, why: String| Judgement::new(Verdict::Compatible, reason, why);
    if may_be_part(one, other) {
        let why = "one may be part of the other";
        return Some(compatible("other-scope", why.to_owned()));
    }
    // Two reports of one evening may both have the toll as of noon, and one of them the one of the morning: days that only one of
    // them tells do not make two days one.
    let told = one.holds_as_of().zip(other.holds_as_of());
    if rule.passing && told.is_none() {
        let why = "the day of one is not known: the one may have followed the other";
        return Some(Judgement::new(Verdict::Unclear, "look", why));
    }
    let days = told.filter(|(a, b)| a != b).or(one.as_of.zip(other.as_of));
    let (a, b) = days.filter(|(a, b)| a != b)?;
    Some(if !rule.passing && shrinks(one, other, b > a) {
        Judgement::new(Verdict::Unclear, "look", "the later number is the lower")
    } else {
        compatible("update", format!("as of {a} and of {b}"))
    })
}

/// Whether two scores or tallies differ in one of their two numbers, and the other is one that hardly two games share: "118-109" and
/// "118-110".
fn is_slip(one: &Value, other: &Value) -> bool {
    /// From this number on it is no matter of course that two scores share it.
    const TELLING: f64 = 20.0;
    let numbers = |value: &Value| match value {
        Value::Quantity(quantity) => quantity.score(),
        _ => None,
    };
    let Some(((a, b), (x, y))) = numbers(one).zip(numbers(other)) else {
        return false;
    };
    let same = |n: f64, m: f64| n.to_bits() == m.to_bits();
    let shares = |n: f64| n >= TELLING && (same(n, x) || same(n, y));
    a.min(b).min(x).min(y) >= TELLING && (shares(a) || shares(b))
}

/// Whether the later of two numbers is the lower: no toll falls by going on.
fn shrinks(one: &Claim, other: &Claim, other_is_later: bool) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (&one.value, &other.value) else {
        return false;
    };
    let (earlier, later) = if other_is_later { (a, b) } else { (b, a) };
    let firm = |q: &Quantity| q.bound == Bound::Exact;
    let numbers = earlier.nominal.zip(later.nominal);
    firm(a) && firm(b) && numbers.is_some_and(|(earlier, later)| later < earlier)
}

/// What two values of one question say that one article gives in its own voice: what is no difference between two articles is none
/// within one, and there two days, or ages a generation apart, are those of two.
pub(super) fn within_one(
    rule: &ClaimRule,
    judgement: Judgement,
    one: &Claim,
    other: &Claim,
    tells_apart: bool,
) -> Judgement {
    let ages = match (&one.value, &other.value) {
        (Value::Quantity(a), Value::Quantity(b)) if a.kind == Kind::Age => is_of_two(a, b),
        _ => false,
    };
    if judgement.verdict == Verdict::Conflict && (tells_apart || ages) {
        return Judgement::new(
            Verdict::Compatible,
            "other-scope",
            "one article tells of both",
        );
    }
    settle(rule, judgement, one, other, tells_apart)
}

/// Whether two ages are so far apart that they are rather a father's and a son's than one person's, told wrongly.
fn is_of_two(a: &Quantity, b: &Quantity) -> bool {
    let years = a.nominal.zip(b.nominal).map(|(a, b)| (a - b).abs());
    years.is_some_and(|years| years >= GENERATION)
}

/// Whether neither of two ages is a child's: of a child and somebody grown up who have one name, the one is named after the other.
fn are_grown(a: &Quantity, b: &Quantity) -> bool {
    let younger = a.nominal.zip(b.nominal).map(|(a, b)| a.min(b));
    younger.is_none_or(|years| years >= GENERATION)
}

/// Whether two claims are of one name, written alike: "Ted" and "Edward" may be two of one family, "John" and "John Lee" a father
/// and his son.
fn share_name(one: &Claim, other: &Claim) -> bool {
    let name = |claim: &Claim| match &claim.about {
        Some(Value::Name(name)) => name.name.as_deref().map(fold),
        _ => None,
    };
    name(one) == name(other)
}

/// Two ages told on two days: people grow older. Where a day is not known, years that lie near each other may both be right.
fn aged(
    judgement: Judgement,
    (a, on): (&Quantity, Option<Date>),
    (b, then): (&Quantity, Option<Date>),
) -> Judgement {
    let years = a
        .nominal
        .zip(b.nominal)
        .map_or(f64::INFINITY, |(a, b)| b - a);
    let Some(between) = on.zip(then).map(|(on, then)| days_between(on, then)) else {
        return if years.abs() <= NEAR_YEARS {
            Judgement::new(Verdict::Unclear, "look", "when each was told is not known")
        } else {
            judgement
        };
    };
    let passed = f64::from(between) / 365.25;
    // A birthday between two reports of one week is no more likely than a slip.
    let grown =
        passed.abs() > BIRTHDAY && years * passed > 0.0 && years.abs() <= passed.abs() + 1.0;
    if grown {
        Judgement::new(
            Verdict::Compatible,
            "update",
            "as old as that when each was told",
        )
    } else {
        judgement
    }
}

/// Whether two times are of one day, whatever the hour.
fn are_one_day(one: &Value, other: &Value) -> bool {
    let day = |value: &Value| match value {
        Value::Time(time) => time.from.filter(|_| time.from == time.to),
        _ => None,
    };
    day(one).is_some_and(|own| day(other) == Some(own))
}

/// Why two days of one name need not be two.
const WEEK_IS_COUNTED: &str = "the week is only counted from the day of publication";

/// Whether two articles name one day of the week, and only the days of publication tell of which week: a reprint's is a later one.
fn is_one_weekday(one: &Claim, other: &Claim) -> bool {
    let day = |claim: &Claim| match &claim.value {
        Value::Time(time) if claim.ground == Some(Ground::Weekday) => Some(time.from?.weekday()),
        _ => None,
    };
    let named = day(one).is_some_and(|weekday| day(other) == Some(weekday));
    named && !are_one_day(&one.value, &other.value)
}

/// Why two days that differ need not be two: one of them, or the week of one, is only counted from the day of
/// publication, and archives and reprints get that wrong.
fn days_apart(one: &Claim, other: &Claim) -> Option<Judgement> {
    const WEEK: i32 = 7;
    const DAYS_OF_A_SLIP: i32 = 10;
    let (a, b) = (one.ground?, other.ground?);
    let look = |why| Some(Judgement::new(Verdict::Unclear, "look", why));
    if a.max(b) == Ground::Publication {
        return look("the day is only counted from that of publication");
    }
    let (Value::Time(one), Value::Time(other)) = (&one.value, &other.value) else {
        return None;
    };
    let (day, next) = (one.from?, other.from?);
    if day == next {
        return None;
    }
    let apart = days_between(day, next).abs();
    let same_weekday = day.weekday() == next.weekday();
    if a.max(b) == Ground::Weekday && (same_weekday || apart > WEEK) {
        return look(WEEK_IS_COUNTED);
    }
    let other_year = (day.month(), day.day()) == (next.month(), next.day());
    if other_year {
        return look("the year is only counted from the day of publication");
    }
    // A slip of the pen keeps the day of the month, or the month and nearly the day.
    if apart > DAYS_OF_A_SLIP && day.day() != next.day() {
        return look("days so far apart are those of two things");
    }
    None
}

/// Whether the smaller of two numbers is told of one thing and the other of several together: the pupils of a class and those of "the
/// school as a whole".
fn may_be_of_whole(one: &Claim, other: &Claim) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (&one.value, &other.value) else {
        return false;
    };
    match (one.scope, other.scope) {
        (Scope::Together, Scope::Together) => false,
        (Scope::Together, _) => at_most(b, a),
        (_, Scope::Together) => at_most(a, b),
        _ => false,
    }
}

/// Whether a part may be no more than a whole.
fn at_most(part: &Quantity, whole: &Quantity) -> bool {
    let least = part.low.or(part.nominal);
    let most = whole.high.or(whole.nominal);
    least.is_none_or(|least| most.is_none_or(|most| least <= most))
}

/// Whether two counts that differ may count a part and the whole: "two women" and "five people", "four" and "three others".
fn may_be_part(one: &Claim, other: &Claim) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (&one.value, &other.value) else {
        return false;
    };
    // "A 10-member panel" and "12 members".
    let is_one_noun = |(one, other): (&str, &str)| {
        one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
    };
    let nouns = a.noun.as_deref().zip(b.noun.as_deref());
    let alike = nouns.is_some_and(|(one, other)| are_alike(one, other));
    match (one.scope, other.scope) {
        (Scope::Part(_) | Scope::Whole, Scope::Part(_) | Scope::Whole) if alike => false,
        (Scope::Besides, Scope::Besides) | (Scope::Whole, Scope::Whole) => false,
        (Scope::Besides, _) | (_, Scope::Besides) => true,
        (Scope::Together, _) | (_, Scope::Together) => false,
        (Scope::Part(_), Scope::Whole) => at_most(a, b),
        (Scope::Whole, Scope::Part(_)) => at_most(b, a),
        (Scope::Part(a), Scope::Part(b)) => a != b && !nouns.is_some_and(is_one_noun),
    }
}
