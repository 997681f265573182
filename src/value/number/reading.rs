//! Finds the numbers of a sentence and decides what each is: a count with its noun, an age, a score, a range, a name.
//!
//! The order matters: what is a name counts nothing, a score is no range, an age is no duration.

use super::amount::{self, Amount};
use super::cue::{Cue, Lexis};
use super::numeral::{self, Form, number_word};
use super::quantifier::{self, Quantifiers};
use super::range::NumberRange;
use super::words::Words;
use super::{
    Bound, Quantity, age, change, interval, label, noun, one, range, rate, score, start, title,
    vague,
};
use crate::document::{Shape, Word};
use crate::value::{Found, Kind, Value};
use std::ops::Range;

/// Finds the numbers of one sentence.
pub(super) fn sentence(words: Words<'_>, found: &mut Vec<Found>) {
    let mut reading = QuantityReader {
        words,
        table: quantifier::table(),
        age_end: None,
        tally: None,
        whole: None,
    };
    let mut at = reading.words.range.start;
    while let Some(next) = start::next(&reading.words, at) {
        at = next;
        let Some((value, end)) = reading.at(at) else {
            at += 1;
            continue;
        };
        // The counts of both sides stand within it.
        if let Some((tokens, quantity)) = reading.tally.take() {
            found.push(Found {
                tokens,
                value: Value::Quantity(quantity),
            });
        }
        if let Some((tokens, mut quantity)) = value {
            reading.share_noun(&tokens, &mut quantity);
            reading.words.free = tokens.end.min(end);
            found.push(Found {
                tokens,
                value: Value::Quantity(quantity),
            });
        }
        at = end.max(at + 1);
    }
}

/// A quantity and its tokens, or nothing where the words are known not to be one; and where to read on.
pub(super) type Step = (Option<(Range<usize>, Quantity)>, usize);

struct QuantityReader<'d> {
    words: Words<'d>,
    table: &'static Quantifiers,
    /// Where the last age ended: "aged 21, 22 and 24".
    age_end: Option<usize>,
    /// The tally of votes that the number at hand begins: "58 in favour and 41 against".
    tally: Option<(Range<usize>, Quantity)>,
    /// The noun of a whole that the clause begins with, and the comma behind it: "of the 16 workers,".
    whole: Option<(String, usize)>,
}

impl QuantityReader<'_> {
    /// "Of the 16 workers, four were hurt": the four are workers too.
    fn share_noun(&mut self, tokens: &Range<usize>, quantity: &mut Quantity) {
        if quantity.kind != Kind::Count {
            return;
        }
        let words = &self.words;
        let is_part = |(_, comma): &(String, usize)| comma + 1 == tokens.start;
        if quantity.noun.is_none() {
            let whole = self.whole.take().filter(is_part);
            quantity.noun = whole.map(|(noun, _)| noun);
            return;
        }
        let before = tokens.start - usize::from(Cue::Determiner.is(words.before(tokens.start)));
        let of = before.checked_sub(1).filter(|at| words.is_word(*at, "of"));
        let opens = of.is_some_and(|at| {
            !words.is(at.wrapping_sub(1), Shape::WORD) || words.is(at, Shape::CAPITAL)
        });
        let comma = (tokens.end..words.range.end).find(|at| words.is_word(*at, ","));
        self.whole = quantity.noun.clone().zip(comma).filter(|_| opens);
    }

    fn at(&mut self, at: usize) -> Option<Step> {
        if let Some(step) = vague::read(&self.words, self.table, at) {
            return Some(step);
        }
        if let Some((tokens, one)) = one::another(&self.words, at) {
            let end = tokens.end;
            return Some((Some((tokens, one)), end));
        }
        if let Some((tokens, age)) = age::decade(&self.words, at) {
            let end = tokens.end;
            return Some((Some((tokens, age)), end));
        }
        match amount::read(&self.words, at) {
            Some(amount) => Some(self.number(&amount)),
            None => vague::none(&self.words, self.table, at),
        }
    }

    fn number(&mut self, amount: &Amount) -> Step {
        let words = &self.words;
        if one::is_pronoun(words, amount) {
            return (None, amount.end);
        }
        if let Some(end) = label::end_of_chain(words, amount) {
            return (None, end);
        }
        if let Some(end) = title::end(words, amount) {
            return (None, end);
        }
        if let Some((second, end)) = score::read(words, amount) {
            let score = Quantity::of_score(amount.value, second);
            return (Some((amount.start..end, score)), end);
        }
        if let Some(end) = end_of_halves(words, amount) {
            return (None, end);
        }
        self.tally = score::of_sides(words, amount)
            .map(|((most, least), end)| (amount.start..end, Quantity::of_score(most.value, least)));
        let number = amount.start..amount.end;
        let after_age = self.follows_age(amount.start);
        let age = age::read(words, amount, &number, after_age);
        if age.is_none()
            && let Some(end) = label::end_of_name(words, amount)
        {
            return (None, end);
        }
        let range = range::read(words, amount);
        let (quantity, tokens, last, age) = match &range {
            Some(NumberRange {
                quantity,
                tokens,
                last,
            }) => {
                let age = age::read(words, last, tokens, after_age);
                (quantity.clone(), tokens.clone(), last, age)
            }
            None => (interval::plain(amount), number, amount, age),
        };
        if let Some(age) = age {
            return self.age(&age, quantity);
        }
        if is_duration(words, last) {
            return (None, last.end);
        }
        self.finish(quantity, tokens, last)
    }

    /// Whether a number at `start` continues a list of ages.
    fn follows_age(&self, start: usize) -> bool {
        let Some(mut gap) = self.age_end.map(|end| end..start) else {
            return false;
        };
        (1..=2).contains(&gap.len()) && gap.all(|at| Cue::Joins.is(self.words.word(at)))
    }

    /// An age with the words that bound it.
    fn age(&mut self, age: &age::Age, quantity: Quantity) -> Step {
        let words = &self.words;
        let mut quantity = interval::age(quantity, age);
        let Range { mut start, mut end } = age.tokens;
        if quantity.bound == Bound::Exact
            && let Some((by, from)) = self.table.before(words, start)
        {
            quantity = interval::moved(quantity, by);
            start = from;
        }
        if let Some((by, to)) = self.table.after(words, end) {
            quantity = interval::moved(quantity, by);
            end = to;
        }
        // "a 17-year-old poured acid" names no noun.
        let verb = noun::is_verb(words, age.tokens.end);
        let noun = noun::counted(words, age.tokens.end, true).filter(|_| !verb);
        let head = noun.and_then(|noun| noun.head);
        let head = head.filter(|at| age.has_noun && !words.is(*at, Shape::CAPITAL));
        quantity.noun = head.map(|at| words.text(at).to_owned());
        self.age_end = Some(end);
        (Some((start..end, quantity)), end)
    }

    /// The bound words, the noun and the change of a quantity whose number stands at `tokens` and ends with `amount`.
    fn finish(&self, quantity: Quantity, tokens: Range<usize>, amount: &Amount) -> Step {
        let words = &self.words;
        let core = tokens.end;
        let (mut quantity, tokens) = self.bounded(quantity, tokens);
        let Range { start, mut end } = tokens;
        let mut whole = None;
        if matches!(quantity.kind, Kind::Count | Kind::Ordinal) {
            let Ok(noun) = noun_of(words, amount, end) else {
                return (None, core);
            };
            if let Some(noun) = noun {
                let idiom = amount.form == Form::Ordinal && Lexis::Idiom.has(words.word(end));
                if idiom || one::is_praise(words, amount, end..noun.end) {
                    return (None, core);
                }
                quantity.noun = noun.head.map(|at| noun::named(words, at));
                if noun.head.is_some_and(|at| Cue::Exact.is(words.word(at))) {
                    quantity = interval::to_the_last(quantity);
                }
                // "Four of the 16 workers": the whole is read next, within what its part covers.
                whole = noun.whole.filter(|_| quantity.kind == Kind::Count);
                end = noun.end;
                (quantity, end) = self.bounded_behind(quantity, end);
            } else if one::counts_nothing(words, amount, &quantity)
                || is_lack(words, amount)
                || rate::is_each(words, amount)
            {
                return (None, core);
            }
        }
        if quantity.kind == Kind::Count && quantity.noun.is_none() && is_percent_of(words, start) {
            quantity.kind = Kind::Percent;
            quantity.unit = Some("%".to_owned());
        }
        (quantity.per, quantity.basis) = rate::read(words, end, &quantity);
        let average = rate::average(words, start).filter(|at| *at >= words.free);
        if average.is_some() && quantity.basis.is_none() {
            quantity.basis = Some(rate::AVERAGE.to_owned());
        }
        let start = average.unwrap_or(start);
        quantity.change = change::read(words, quantity.kind, start, end);
        // "Two 20-year-old men": how old they are stands within what they are counted by.
        let aged = (core..end).find(|at| age::is_old(words, *at));
        let next = whole.or(aged).unwrap_or(end).max(core);
        (Some((start..end, quantity)), next)
    }

    /// The quantity as words behind what it counts move it: "40 people or fewer", "40 people at most".
    fn bounded_behind(&self, quantity: Quantity, end: usize) -> (Quantity, usize) {
        let words = &self.words;
        let plain = quantity.kind == Kind::Count && quantity.bound == Bound::Exact;
        let behind = self.table.behind(words, end).filter(|_| plain);
        match behind.filter(|(_, to)| !goes_on(words, *to) && !words.is(*to, Shape::NUMBER)) {
            Some((by, to)) => (interval::moved(quantity, by), to),
            None => (quantity, end),
        }
    }

    /// The quantity as the words before and behind it move it, and the tokens with theirs.
    fn bounded(&self, mut quantity: Quantity, tokens: Range<usize>) -> (Quantity, Range<usize>) {
        let (words, table) = (&self.words, self.table);
        let Range { mut start, mut end } = tokens;
        if quantity.bound == Bound::Range {
            // "about 600 to 700": the range says it better.
            let about = table
                .before(words, start)
                .filter(|(by, _)| by.bound == Bound::About);
            return (quantity, about.map_or(start, |(_, from)| from)..end);
        }
        // "higher than the tenth" is bounded, "about third" is not.
        let compared = words.before(start) == Some(Word::of("than"));
        if quantity.kind == Kind::Ordinal && !compared {
            return (quantity, start..end);
        }
        // Twice, for "at least some 300".
        let rate = matches!(quantity.kind, Kind::Percent | Kind::Money | Kind::Measure);
        for _ in 0..2 {
            if let Some((by, from)) = table
                .before(words, start)
                .filter(|(by, from)| !rate || by.may_bound_rate(words.before(*from)))
                .filter(|(_, from)| !is_extent(words, *from..start, &quantity, end))
            {
                quantity = interval::moved(quantity, by);
                if by.stays_outside() {
                    break;
                }
                start = from;
            }
        }
        if let Some((by, to)) = table
            .after(words, end)
            .filter(|(_, to)| !goes_on(words, *to))
        {
            quantity = interval::moved(quantity, by);
            end = to;
        }
        match range::of_bounds(words, table, &quantity, end) {
            Some((joined, to)) => (joined, start..to),
            None => (quantity, start..end),
        }
    }
}

/// Past "fifty-fifty" and "50-50": halves of something, and no number of things.
fn end_of_halves(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let again = words.word(amount.start).is_some()
        && words.word(amount.start) == words.word(amount.end + 1);
    let single = amount.end == amount.start + 1 && amount.unit.is_none();
    (single && again && words.hyphen(amount.end)).then_some(amount.end + 2)
}

/// "Zero chance", "zero tolerance": what there is none of, and which nobody counts. "Zero were hurt" counts.
fn is_lack(words: &Words<'_>, amount: &Amount) -> bool {
    let next = amount.end;
    let plain = words.is(next, Shape::WORD) && !noun::is_stop(words.word(next));
    amount.value == 0.0 && amount.form == Form::Words && plain && !noun::is_verb(words, next)
}

/// Whether "over" says how far something went and bounds nothing: "raced over 56 laps", "beaten over 12 rounds". What is fired or
/// sung in hundreds of rounds is counted.
fn is_extent(words: &Words<'_>, bound: Range<usize>, quantity: &Quantity, end: usize) -> bool {
    /// No race and no fight is longer.
    const LONGEST: f64 = 100.0;
    /// "There were over 20 rounds", "after over 20 rounds": more than those.
    const COUNTS: [&str; 12] = [
        "was", "were", "is", "are", "been", "of", "after", "for", "had", "have", "has", "with",
    ];
    let before = bound.start.wrapping_sub(1);
    let counts = words.opens(bound.start) || COUNTS.iter().any(|word| words.is_word(before, word));
    let over = bound.len() == 1 && words.is_word(bound.start, "over") && !counts;
    let short = quantity.nominal.is_some_and(|number| number < LONGEST);
    let noun = noun::counted(words, end, false).and_then(|noun| noun.head);
    over && short && noun.is_some_and(|head| Cue::Extent.is(words.word(head)))
}

/// Whether a number follows "200 or greater than": then the words bound that one.
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at, "than") || (amount::read(words, at).is_some() && !words.is_word(at, "a"))
}

/// Whether the number measures time: durations belong to the date room.
fn is_duration(words: &Words<'_>, amount: &Amount) -> bool {
    if amount.unit.is_some() || amount.form == Form::Ordinal {
        return false;
    }
    let fraction = amount.form == Form::Fraction;
    let at = amount.end + usize::from(words.hyphen(amount.end));
    let more = ["more", "consecutive", "straight", "full"];
    let more = usize::from(more.iter().any(|word| words.is_word(at, word)));
    // "half a century"
    let article = usize::from(fraction && words.is_word(at, "a"));
    noun::is_time(words.word(at + more + article))
}

/// Whether a number in words is one of three or more that hyphens join: "three-nought-four", figures spoken one by one.
fn is_spoken(words: &Words<'_>, start: usize, end: usize) -> bool {
    let figure = |at: usize| words.word(at).and_then(number_word).is_some();
    let ahead = |at: usize| words.hyphen(at) && figure(at + 1);
    let back = |at: usize| words.hyphen(at.wrapping_sub(1)) && figure(at.wrapping_sub(2));
    end == start + 1
        && (ahead(end) && (back(start) || ahead(end + 2))
            || back(start) && back(start.wrapping_sub(2)))
}

/// Whether the word at `at`, which a hyphen joins to a number, is a noun that the number counts: "12-storey block", "56-lap
/// race". Not "two-thirds", "four-wheeled", "two-way", "12-and-under", "Seven-Eleven".
fn is_compound(words: &Words<'_>, amount: &Amount, at: usize) -> bool {
    let counts = matches!(amount.form, Form::Digits | Form::Words)
        && amount.value > 1.0
        && amount.value.fract() == 0.0;
    let word = words.word(at);
    let noun = words.is(at, Shape::WORD)
        && !words.is(at, Shape::CAPITAL)
        && words.text(at).len() > 2
        && !words.hyphen(at + 1);
    let other = noun::is_stop(word)
        || noun::is_verb(words, at)
        || Cue::NoCompound.is(word)
        || word.is_some_and(|word| number_word(word).is_some());
    // "Mach-2-speed", "three-four-time": a chain of words.
    let chained = words.hyphen(amount.start.wrapping_sub(1));
    counts && noun && !other && !chained
}

/// Whether the word at `at` ranks things: "third-largest", "second-worst"; not "third-test".
fn is_superlative(words: &Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    let ending = words.text(at).len() > 4 && words.text(at).ends_with("est");
    (ending && !Lexis::NoSuperlative.has(word)) || Lexis::Superlative.has(word)
}

/// The counted noun; `Err` where the number is part of a word that counts nothing ("two-way").
fn noun_of(words: &Words<'_>, amount: &Amount, end: usize) -> Result<Option<noun::Noun>, ()> {
    let ordinal = amount.form == Form::Ordinal;
    if is_spoken(words, amount.start, end) {
        return Ok(None);
    }
    if words.hyphen(end) && words.is(end + 1, Shape::WORD) {
        // "a five-member panel", "an 88th-minute winner"
        let minute = ordinal && amount.value > 20.0 && words.is_word(end + 1, "minute");
        if let Some(noun) = noun::of_strength(words, end + 1) {
            return Ok(Some(noun));
        }
        if ordinal && is_superlative(words, end + 1) {
            let bare = noun::Noun {
                head: None,
                end: end + 2,
                whole: None,
            };
            // "The second-wettest March": the month is a time of its own.
            let month =
                |noun: &noun::Noun| noun.head.is_some_and(|at| Cue::Month.is(words.word(at)));
            let noun = noun::counted(words, end + 2, true).filter(|noun| !month(noun));
            return Ok(Some(noun.unwrap_or(bare)));
        }
        let members = Cue::Members.is(words.word(end + 1)) && !ordinal;
        let noun = noun::Noun {
            head: Some(end + 1),
            end: end + 2,
            whole: None,
        };
        let counts = members || minute || is_compound(words, amount, end + 1);
        return if counts { Ok(Some(noun)) } else { Err(()) };
    }
    let single = (one::is_one(amount) || ordinal) && !words.is_word(end, "of");
    // "five out of three pieces": no part is larger than its whole.
    let is_part = |noun: &noun::Noun| {
        let whole = noun.whole.and_then(|at| numeral::cardinal(words, at));
        whole.is_none_or(|whole| amount.value <= whole.value)
    };
    let share = amount.form == Form::Fraction && words.is_word(amount.number, "one");
    let noun = noun::counted(words, end, single).filter(is_part);
    Ok(match noun {
        Some(noun) if (one::is_one(amount) || share) && !single => {
            Some(noun::before_verb(words, noun))
        }
        noun => noun,
    })
}

/// "percent of 10".
fn is_percent_of(words: &Words<'_>, start: usize) -> bool {
    let percent = ["percent", "percents", "cent"];
    let percent = percent
        .iter()
        .any(|word| words.is_word(start.wrapping_sub(2), word));
    percent
        && words.before(start) == Some(Word::of("of"))
        && !words.is(start.wrapping_sub(3), Shape::NUMBER)
}
