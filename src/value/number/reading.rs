//! Finds the numbers of a sentence and decides what each is: a count with its noun, an age, a score, a range, a name.
//!
//! The order matters: what is a name counts nothing, a score is no range, an age is no duration.

use super::amount::{self, Amount};
use super::numeral::{Form, number_word};
use super::quantifier::{self, Needs, Quantifiers};
use super::words::Words;
use super::{Bound, Quantity, age, change, interval, label, noun, score};
use crate::document::{Shape, Word};
use crate::value::{Found, Kind, Value};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// Whether a number can start with this word. Every word of every text is asked.
fn can_start(word: Word) -> bool {
    static WORDS: OnceLock<FxHashSet<Word>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let own = include_str!("numerals.tsv").lines();
        let own = own.filter_map(|line| line.split('\t').next()).map(Word::of);
        let signs = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞".chars();
        let signs = signs.map(|sign| Word::new(&sign.to_string()));
        let articles = ["a", "an", "."].map(Word::of);
        own.chain(signs)
            .chain(articles)
            .chain(quantifier::table().starters())
            .collect()
    });
    words.contains(&word)
}

/// Finds the numbers of one sentence.
pub(super) fn sentence(words: Words<'_>, found: &mut Vec<Found>) {
    let mut reading = Reading {
        words,
        table: quantifier::table(),
        age_end: None,
    };
    let mut at = reading.words.range.start;
    while let Some(token) = reading.words.token(at) {
        let starts = token.is(Shape::NUMBER) || (!token.is(Shape::LINK) && can_start(token.word));
        let Some((value, end)) = starts.then(|| reading.at(at)).flatten() else {
            at += 1;
            continue;
        };
        if let Some((tokens, quantity)) = value {
            reading.words.free = tokens.end;
            found.push(Found {
                tokens,
                value: Value::Quantity(quantity),
            });
        }
        at = end.max(at + 1);
    }
}

/// A quantity and its tokens, or nothing where the words are known not to be one; and where to read on.
type Step = (Option<(Range<usize>, Quantity)>, usize);

struct Reading<'d> {
    words: Words<'d>,
    table: &'static Quantifiers,
    /// Where the last age ended: "aged 21, 22 and 24".
    age_end: Option<usize>,
}

impl Reading<'_> {
    fn at(&mut self, at: usize) -> Option<Step> {
        if let Some(step) = self.vague(at) {
            return Some(step);
        }
        match amount::read(&self.words, at) {
            Some(amount) => Some(self.number(&amount)),
            None => self.none(at),
        }
    }

    fn number(&mut self, amount: &Amount) -> Step {
        let words = &self.words.clone();
        let after_age = self.follows_age(amount.start);
        if is_pronoun(words, amount) {
            return (None, amount.end);
        }
        if let Some(end) = label::end_of_chain(words, amount) {
            return (None, end);
        }
        if let Some((second, end)) = score::read(words, amount) {
            return self.score(amount, second, end);
        }
        if !after_age
            && !words.is_word(amount.start.wrapping_sub(1), "aged")
            && let Some(end) = label::end_of_name(words, amount)
            && age::read(words, amount, amount.start, amount.end, false).is_none()
        {
            return (None, end);
        }
        if let Some((mut quantity, tokens, last)) = self.range(amount) {
            if let Some(step) = self.age(&last, tokens.clone(), Some(quantity.clone()), after_age) {
                return step;
            }
            if self.is_duration(&last) {
                return (None, last.end);
            }
            quantity.noun = None;
            return self.finish(quantity, tokens, &last, false);
        }
        if let Some(step) = self.age(amount, amount.start..amount.end, None, after_age) {
            return step;
        }
        if self.is_duration(amount) {
            return (None, amount.end);
        }
        self.finish(
            interval::plain(amount),
            amount.start..amount.end,
            amount,
            true,
        )
    }

    fn follows_age(&self, start: usize) -> bool {
        let words = &self.words;
        let Some(end) = self.age_end else {
            return false;
        };
        let gap = end..start;
        gap.len() <= 2
            && !gap.is_empty()
            && gap.clone().all(|at| {
                words.is_word(at, ",") || words.is_word(at, "and") || words.is_word(at, "or")
            })
    }

    fn is_duration(&self, amount: &Amount) -> bool {
        let words = &self.words;
        let hyphen = usize::from(words.hyphen(amount.end));
        let at = amount.end + hyphen;
        let more = usize::from(
            words.is_word(at, "more")
                || words.is_word(at, "consecutive")
                || words.is_word(at, "straight")
                || words.is_word(at, "full"),
        );
        amount.unit.is_none()
            && amount.form != Form::Ordinal
            && noun::is_time(words.word(at + more))
            && !(amount.form == Form::Fraction && words.is_word(amount.end, "of"))
            || amount.form == Form::Fraction
                && words.is_word(amount.end, "a")
                && noun::is_time(words.word(amount.end + 1))
    }

    fn score(&self, first: &Amount, second: f64, end: usize) -> Step {
        let quantity = Quantity {
            kind: Kind::Score,
            unit: Some(second.to_string()),
            ..interval::plain(first)
        };
        let exact = Quantity {
            low: Some(first.value),
            high: Some(first.value),
            soft: (Some(first.value), Some(first.value)),
            ..quantity
        };
        (Some((first.start..end, exact)), end)
    }

    /// An age with the words that bound it.
    fn age(
        &mut self,
        amount: &Amount,
        tokens: Range<usize>,
        range: Option<Quantity>,
        after_age: bool,
    ) -> Option<Step> {
        let words = &self.words;
        let age = age::read(words, amount, tokens.start, tokens.end, after_age)?;
        let mut quantity = range.unwrap_or_else(|| interval::plain(amount));
        quantity.kind = Kind::Age;
        quantity.unit = Some(age.unit.to_owned());
        if quantity.bound == Bound::Exact {
            quantity.low = quantity.nominal;
            quantity.high = quantity.nominal;
            quantity.soft = (quantity.low, quantity.high);
        }
        if age.decade {
            quantity.high = quantity.nominal.map(|value| value + 9.0);
            quantity.soft = (quantity.low, quantity.high);
            quantity.nominal = None;
            quantity.bound = Bound::Range;
        }
        let mut start = age.start;
        if quantity.bound == Bound::Exact
            && let Some((by, from)) = self.table.before(words, start)
        {
            quantity = interval::moved(quantity, by);
            start = from;
        }
        let mut end = age.end;
        if let Some((by, to)) = self.table.after(words, end) {
            quantity = interval::moved(quantity, by);
            end = to;
        }
        let head = noun::counted(words, age.end, true).and_then(|noun| noun.head);
        let head = head.filter(|at| age.noun && !words.is(*at, Shape::CAPITAL));
        quantity.noun = head.map(|at| words.text(at).to_owned());
        self.age_end = Some(end);
        Some((Some((start..end, quantity)), end))
    }

    /// `100 to 120`, `between 5 and 7`, `5-7`, `two or three`, `$5-10 million`.
    fn range(&self, first: &Amount) -> Option<(Quantity, Range<usize>, Amount)> {
        let words = &self.words;
        let the = usize::from(words.is_word(first.start.wrapping_sub(1), "the"));
        let before = words.before(first.start - the.min(first.start));
        let opened = |word: &str| before == Some(Word::of(word));
        let at = first.end;
        let ages = ["ages", "of"]
            .iter()
            .any(|word| words.is_word(first.start.wrapping_sub(1), word));
        let between_ages =
            ages && (2..=4).any(|n| words.is_word(first.start.wrapping_sub(n), "between"));
        let (between, from) = (opened("between"), opened("from"));
        let joint = words.word(at)?;
        let is = |word: &str| joint == Word::of(word);
        let or = is("or") && first.unit.is_none();
        if !(is("to") || is("through") || words.dash(at) || is("~") || or || (between && is("and")))
        {
            return None;
        }
        let next = at + 1 + usize::from(words.is_word(at + 1, "the"));
        let currency = (next..next + 3).find(|at| words.is(*at, Shape::NUMBER));
        let second = amount::read(words, next)
            .or_else(|| amount::read(words, currency?).filter(|found| found.start == next))?;
        let second = Amount { ..second };
        let mut first = *first;
        if first.scale == 1.0
            && second.scale >= 1000.0
            && first.value < second.value / second.scale
            && first.unit.is_none_or(|u| u.family == "money")
        {
            first.value *= second.scale;
        }
        let same = first.unit.is_none()
            || second.unit.is_none()
            || first.unit.map(|u| u.name) == second.unit.map(|u| u.name);
        let forms = (first.form == Form::Ordinal) == (second.form == Form::Ordinal);
        let near = !or
            || (second.value - first.value <= (first.value / 2.0).max(1.0) && first.value >= 1.0);
        let moves = from
            && (1..=8).any(|n| {
                let word = words.word(before_of(first.start, n));
                super::cue::Cue::UP.is(word) || super::cue::Cue::DOWN.is(word)
            });
        // "rose 3 percent to 54 percent"
        let level = is("to")
            && !from
            && !between
            && change::read(words, first.kind(), first.start, first.end).is_some()
            && first.unit.is_some();
        if !(same && forms && near)
            || first.value >= second.value
            || moves
            || level
            || words.is_word(second.end, "/")
        {
            return None;
        }
        let last = Amount {
            unit: second.unit.or(first.unit),
            step: second.step,
            ..second
        };
        let opens = usize::from(between || from) + if between || from { the } else { 0 };
        let start = first.start - opens.min(first.start);
        Some((interval::range(&first, &last), start..last.end, last))
    }

    /// The bound words, the noun and the change of a quantity whose core stands at `tokens`.
    fn finish(
        &mut self,
        mut quantity: Quantity,
        tokens: Range<usize>,
        amount: &Amount,
        movable: bool,
    ) -> Step {
        let words = &self.words;
        let Range { mut start, mut end } = tokens;
        let core = end;
        let mut is_bounded = false;
        if movable && quantity.kind != Kind::Ordinal || self.is_compared_ordinal(start) {
            for _ in 0..2 {
                if let Some((by, from)) = self.table.before(words, start) {
                    quantity = interval::moved(quantity, by);
                    start = from;
                    is_bounded = true;
                }
            }
            if let Some((by, to)) = self
                .table
                .after(words, end)
                .filter(|(_, to)| !self.goes_on(*to))
            {
                quantity = interval::moved(quantity, by);
                end = to;
                is_bounded = true;
            }
            if let Some((joined, to)) = self.second_bound(&quantity, end) {
                quantity = joined;
                end = to;
            }
        } else if let Some((by, from)) = self
            .table
            .before(words, start)
            .filter(|(by, _)| by.bound == Bound::About)
        {
            let _ = by;
            start = from;
        }
        if matches!(quantity.kind, Kind::Count | Kind::Ordinal) {
            match self.noun(amount, end) {
                Ok(Some(noun)) => {
                    if amount.value == 1.0
                        && words.is_word(end, "of")
                        && is_superlative(words, end..noun.end)
                    {
                        return (None, core);
                    }
                    quantity.noun = noun.head.map(|at| words.text(at).to_owned());
                    end = noun.end;
                }
                Ok(None) => {}
                Err(()) => return (None, core),
            }
        }
        if quantity.kind == Kind::Count && quantity.noun.is_none() && self.is_percent_of(start) {
            quantity.kind = Kind::Percent;
            quantity.unit = Some("%".to_owned());
        }
        quantity.per = per(words, end, &quantity);
        quantity.change = change::read(words, quantity.kind, start, end);
        let bare_one = quantity.nominal == Some(1.0)
            && quantity.kind == Kind::Count
            && quantity.noun.is_none()
            && !is_bounded;
        if bare_one && amount.form == Form::Words && !may_be_one(words, amount) {
            return (None, core);
        }
        (Some((start..end, quantity)), end.max(core))
    }

    /// "higher than the tenth".
    fn is_compared_ordinal(&self, start: usize) -> bool {
        self.words.is_word(start.wrapping_sub(1), "than")
    }

    /// Whether a number follows "200 or greater than": then the words bound that one.
    fn goes_on(&self, at: usize) -> bool {
        self.words.is_word(at, "than")
            || amount::read(&self.words, at).is_some() && !self.words.is_word(at, "a")
    }

    /// "more than 20 and less than 35": both bounds in one.
    fn second_bound(&self, first: &Quantity, at: usize) -> Option<(Quantity, usize)> {
        let words = &self.words;
        let low = matches!(first.bound, Bound::AtLeast | Bound::MoreThan);
        let high = matches!(first.bound, Bound::AtMost | Bound::LessThan);
        let joint = ["and", "but", ","]
            .iter()
            .any(|word| words.is_word(at, word));
        if !(joint && (low || high)) {
            return None;
        }
        let number = (at + 2..at + 8).find(|at| {
            words.is(*at, Shape::NUMBER)
                || words.word(*at).and_then(number_word).is_some()
                || words.is_word(*at, "a")
        })?;
        let amount = amount::read(words, number)?;
        let the = usize::from(words.is_word(amount.start - 1, "the"));
        let (by, from) = self.table.before(words, amount.start - the)?;
        let second = interval::moved(interval::plain(&amount), by);
        let other = matches!(second.bound, Bound::AtMost | Bound::LessThan);
        let (below, above) = if low {
            (first, &second)
        } else {
            (&second, first)
        };
        let fits = from == at + 1
            && (low && other || high && matches!(second.bound, Bound::AtLeast | Bound::MoreThan));
        if !fits || below.low >= above.high || first.unit != second.unit {
            return None;
        }
        let joined = Quantity {
            low: below.low,
            high: above.high,
            above_low: below.above_low,
            below_high: above.below_high,
            soft: (below.low, above.high),
            nominal: None,
            bound: Bound::Range,
            ..second.clone()
        };
        Some((joined, amount.end))
    }

    /// The counted noun; `Err` where the number is part of a word that counts nothing ("three-story").
    fn noun(&self, amount: &Amount, end: usize) -> Result<Option<noun::Noun>, ()> {
        let words = &self.words;
        if words.hyphen(end) && words.is(end + 1, Shape::WORD) {
            let counted =
                super::cue::Cue::MEMBERS.is(words.word(end + 1)) && amount.form != Form::Ordinal;
            let noun = noun::Noun {
                head: Some(end + 1),
                end: end + 2,
            };
            return if counted { Ok(Some(noun)) } else { Err(()) };
        }
        let one = amount.value == 1.0 || amount.form == Form::Ordinal;
        let skip = usize::from(
            amount.form != Form::Ordinal
                && words.is_word(end, "or")
                && words.is_word(end + 1, "so"),
        ) * 2;
        Ok(noun::counted(
            words,
            end + skip,
            one && !words.is_word(end, "of"),
        ))
    }

    /// "percent of 10".
    fn is_percent_of(&self, start: usize) -> bool {
        let words = &self.words;
        let percent = |at: usize| {
            words.is_word(at, "percent")
                || words.is_word(at, "percents")
                || words.is_word(at, "cent")
        };
        start > 1
            && words.is_word(start - 1, "of")
            && percent(start - 2)
            && !words.is(start.wrapping_sub(3), Shape::NUMBER)
    }

    /// "several", "dozens of people", "almost no audience", "a few hundred".
    fn vague(&mut self, at: usize) -> Option<Step> {
        let words = &self.words;
        let (vague, end) = self.table.vague(words, at)?;
        let mut quantity = Quantity {
            kind: Kind::Count,
            low: vague.hard[0],
            high: vague.hard[1],
            above_low: vague.above_low,
            below_high: false,
            soft: (vague.soft[0], vague.soft[1]),
            nominal: vague.nominal,
            bound: Bound::Vague,
            unit: vague.unit.clone(),
            noun: None,
            change: None,
            per: None,
        };
        let mut end = end;
        // "several hundred", "a couple of thousand"
        if let Some((class, size)) = words.word(end).and_then(number_word)
            && matches!(
                class,
                super::numeral::Class::Hundred
                    | super::numeral::Class::Scale
                    | super::numeral::Class::Dozen
            )
        {
            let times = |v: Option<f64>| v.map(|v| v * size);
            quantity.low = times(quantity.low);
            quantity.high = times(quantity.high);
            quantity.soft = (times(quantity.soft.0), times(quantity.soft.1));
            quantity.nominal = times(quantity.nominal);
            end += 1;
        }
        if let Some((unit, to)) = currency_behind(words, end) {
            quantity.kind = if unit.family == "money" {
                Kind::Money
            } else {
                Kind::Measure
            };
            quantity.unit = Some(unit.name.to_owned());
            let start = self.table.before(words, at).map_or(at, |(_, from)| from);
            return Some((Some((start..to, quantity)), to));
        }
        let of = words.text(end - 1).eq_ignore_ascii_case("of");
        if self.is_vague_duration(end) || words.hyphen(end) {
            return Some((None, end));
        }
        let noun = if of {
            noun::counted(words, end - 1, false)
        } else {
            noun::counted(words, end, false)
        };
        let thing = noun::counted(words, end, true);
        let noun = match vague.needs {
            Needs::Thing => noun.or(thing),
            _ => noun,
        };
        let met = match vague.needs {
            Needs::Nothing => true,
            Needs::Of => noun.is_some() || words.is_word(end, "of"),
            Needs::Noun | Needs::Thing => noun.is_some(),
        };
        if !met {
            return Some((None, end));
        }
        let mut start = at;
        if let Some((by, from)) = self.table.before(words, at) {
            quantity = interval::moved(quantity, by);
            quantity.bound = Bound::Vague;
            start = from;
        }
        quantity.noun = noun
            .and_then(|noun| noun.head)
            .map(|at| words.text(at).to_owned());
        let end = noun.map_or(end, |noun| noun.end);
        Some((Some((start..end, quantity)), end))
    }

    fn is_vague_duration(&self, end: usize) -> bool {
        let words = &self.words;
        let of = usize::from(words.is_word(end, "of"));
        let more = usize::from(words.is_word(end + of, "more"));
        noun::is_time(words.word(end + of + more))
    }

    /// "no casualties", "nobody", "none of the passengers".
    fn none(&self, at: usize) -> Option<Step> {
        let words = &self.words;
        let (end, with_noun) = self.table.none(words, at)?;
        let noun = noun::counted(words, end, !with_noun && !words.is_word(end, "of"));
        let single = end > at + 1 && !words.is_word(end, "of");
        let noun = if with_noun || single || words.is_word(end, "of") {
            noun
        } else {
            None
        };
        let blocked = (end..end + 3).any(|at| self.table.blocks_none(words.word(at))) && with_noun;
        if blocked || (with_noun && noun.is_none()) || self.is_vague_duration(end) {
            return None;
        }
        let zero = Some(0.0);
        let quantity = Quantity {
            kind: Kind::Count,
            low: zero,
            high: zero,
            above_low: false,
            below_high: false,
            soft: (zero, zero),
            nominal: zero,
            bound: Bound::None,
            unit: None,
            noun: noun
                .and_then(|noun| noun.head)
                .map(|at| words.text(at).to_owned()),
            change: None,
            per: None,
        };
        let end = noun.map_or(end, |noun| noun.end);
        Some((Some((at..end, quantity)), end))
    }
}

fn before_of(at: usize, n: usize) -> usize {
    at.wrapping_sub(n)
}

/// "millions of dollars", "several kilometres".
fn currency_behind(words: &Words<'_>, end: usize) -> Option<(&'static super::unit::Unit, usize)> {
    let of = usize::from(words.is_word(end, "of"));
    let (unit, to) = super::unit::after(words, end + of, None)?;
    let plain = !unit.is_for_large_numbers()
        && !words.glued(end)
        && words.text(to - 1).len() > 2
        && unit.family != "index";
    plain.then_some((unit, to))
}

/// What each of the amount is for: `$60 per share`, `500 barrels a day`, `12 per 100,000`.
fn per(words: &Words<'_>, end: usize, quantity: &Quantity) -> Option<String> {
    let cue = super::cue::Cue::PER;
    let article = words.is_word(end, "a") || words.is_word(end, "an");
    let each = words.is_word(end, "per") || (words.dash(end) && words.is_word(end + 1, "a"));
    let at = end
        + 1
        + usize::from(words.dash(end))
        + usize::from(words.dash(end) && words.dash(end + 2));
    if each && words.is(at, Shape::NUMBER) {
        return Some(words.text(at).to_owned());
    }
    if !(each || article) || !cue.is(words.word(at)) {
        return None;
    }
    // "12 people a day" is a rate; "12 people a mile away" is not.
    if article && matches!(quantity.kind, Kind::Count) && !super::cue::Cue::RATE.is(words.word(at))
    {
        return None;
    }
    Some(words.text(at).to_owned())
}

/// "the one", "another one", "one another", "this one": no number.
fn is_pronoun(words: &Words<'_>, amount: &Amount) -> bool {
    if amount.value != 1.0
        || amount.form != Form::Words
        || amount.end != amount.start + 1
        || amount.unit.is_some()
    {
        return false;
    }
    const BEFORE: [&str; 19] = [
        "the", "this", "that", "which", "each", "every", "any", "another", "no", "some", "day",
        "number", "other", "first", "last", "next", "only", "square", "no-",
    ];
    let before = words.before(amount.start);
    let after = amount.end;
    let pronoun = BEFORE.iter().any(|word| before == Some(Word::of(word)));
    let counted_the = pronoun
        && ["person", "man", "woman", "child", "survivor"]
            .iter()
            .any(|word| words.is_word(after, word));
    (pronoun && !counted_the)
        || words.is_word(after, "another")
        || words.is_word(after, "'s")
        || (words.dash(after) && !words.hyphen(after) && false)
}

/// "one of the world's biggest heists" praises and counts nothing.
fn is_superlative(words: &Words<'_>, phrase: Range<usize>) -> bool {
    const MOST: [&str; 6] = ["most", "best", "worst", "few", "only", "least"];
    phrase.into_iter().any(|at| {
        let text = words.text(at);
        (text.len() > 5 && text.ends_with("est")) || MOST.iter().any(|word| words.is_word(at, word))
    })
}

/// Whether a lone "one" counts: "killing one and wounding two", "one was killed"; not "one should think".
fn may_be_one(words: &Words<'_>, amount: &Amount) -> bool {
    const AFTER: [&str; 27] = [
        ",",
        ".",
        ";",
        "and",
        "or",
        "in",
        "at",
        "on",
        "of",
        "by",
        "killed",
        "dead",
        "injured",
        "wounded",
        "hurt",
        "missing",
        "was",
        "critically",
        "seriously",
        "fatally",
        "died",
        "shot",
        "arrested",
        "other",
        "more",
        "has",
        ")",
    ];
    let end = words.token(amount.end).is_none();
    end || AFTER.iter().any(|word| words.is_word(amount.end, word)) || amount.value < 0.0
}
