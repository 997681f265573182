//! What a fraction stands for: `two thirds`, `3/4`, `½`, `2 1/4`, `one and a half million`, `one in five`.

use super::cue::{Cue, Lexis};
use super::numeral::{self, Class, Form, Numeral, number_word};
use super::words::Words;
use super::{literal, noun, start};
use crate::document::{Shape, Word};

/// The number at `at` if it is, or ends with, a fraction; `whole` is the cardinal that starts there.
pub(super) fn read(words: &Words<'_>, at: usize, whole: Option<Numeral>) -> Option<Numeral> {
    let Some(whole) = whole else {
        return alone(words, at, false).map(|part| scaled(words, part));
    };
    if let Some(ratio) = ratio(words, whole) {
        return Some(ratio);
    }
    if let Some(part) = numerator(words, at, whole) {
        return whole_and_part(words, at, part.end).or_else(|| Some(scaled(words, part)));
    }
    if let Some(part) = hyphened(words, whole.end) {
        return mixed(words, whole, part, true);
    }
    let and = usize::from(words.is_word(whole.end, "and"));
    if !start::is_numeral(words, whole.end + and) {
        return None;
    }
    let part = match alone(words, whole.end + and, and == 1) {
        Some(part) => part,
        None => numeral::cardinal(words, whole.end + and)
            .and_then(|n| numerator(words, whole.end + and, n))?,
    };
    mixed(words, whole, part, and == 1)
}

/// The part of "one-and-a-half" and "two-and-a-quarter", from the first hyphen on.
fn hyphened(words: &Words<'_>, at: usize) -> Option<Numeral> {
    let joined = words.hyphen(at) && words.is_word(at + 1, "and") && words.hyphen(at + 2);
    let article = words.is_word(at + 3, "a") || words.is_word(at + 3, "one");
    let name = at + 4 + usize::from(words.hyphen(at + 4));
    let (bottom, end) = denominator(words, name).filter(|_| joined && article)?;
    Some(part(1.0 / bottom, end))
}

/// "one hundred and three quarters", "two million and one half": what follows the last `and` is a proper fraction, and
/// what stands before it the whole. "one hundred and thirty-two fifths" is not: thirty-two fifths are more than one.
fn whole_and_part(words: &Words<'_>, at: usize, end: usize) -> Option<Numeral> {
    let and = (at + 1..end).rev().find(|n| words.is_word(*n, "and"))?;
    let whole = numeral::cardinal(&words.until(and), at).filter(|whole| whole.end == and)?;
    let top = numeral::cardinal(words, and + 1)?;
    let part = numerator(words, and + 1, top).filter(|part| part.value < 1.0)?;
    mixed(words, whole, part, true)
}

/// A fraction of its own: `½`, `3/4`, `a third`, `half`, `a twenty-first`.
fn alone(words: &Words<'_>, at: usize, after_and: bool) -> Option<Numeral> {
    if let Some(value) = sign(words.text(at)) {
        return Some(part(value, at + 1));
    }
    if let Some(top) = literal::read(words, at) {
        return slashed(words, top.value, top.end);
    }
    let article = words.is_word(at, "a") || words.is_word(at, "an") || words.is_word(at, "one");
    // "a full third of the board"
    let full = article && Cue::Whole.is(words.word(at + 1));
    let name = at + usize::from(article) + usize::from(full);
    let (bottom, end) = denominator(words, name)?;
    let bare = matches!(bottom as u32, 2 | 4);
    if !(article || bare)
        || (!(after_and && article) && is_ordinal_use(words, name, end))
        || (article && !after_and && is_next_one(words, at, bottom, end))
    {
        return None;
    }
    Some(part(1.0 / bottom, end))
}

fn part(value: f64, end: usize) -> Numeral {
    Numeral {
        value,
        step: 1.0,
        scale: 1.0,
        form: Form::Fraction,
        end,
    }
}

/// Signs that stand for a fraction.
pub(super) const SIGNS: [(char, f64); 15] = [
    ('½', 1.0 / 2.0),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
    ('¼', 1.0 / 4.0),
    ('¾', 3.0 / 4.0),
    ('⅕', 1.0 / 5.0),
    ('⅖', 2.0 / 5.0),
    ('⅗', 3.0 / 5.0),
    ('⅘', 4.0 / 5.0),
    ('⅙', 1.0 / 6.0),
    ('⅚', 5.0 / 6.0),
    ('⅛', 1.0 / 8.0),
    ('⅜', 3.0 / 8.0),
    ('⅝', 5.0 / 8.0),
    ('⅞', 7.0 / 8.0),
];

/// `½` and its like.
pub(super) fn sign(text: &str) -> Option<f64> {
    let first = text.chars().next().filter(|c| !c.is_ascii())?;
    SIGNS
        .iter()
        .find(|(sign, _)| *sign == first)
        .map(|row| row.1)
}

/// `3/4` with a numerator read up to `end`. Only the denominators people use, so that 9/11 and dates stay what they are.
fn slashed(words: &Words<'_>, top: f64, end: usize) -> Option<Numeral> {
    const USUAL: [f64; 12] = [
        2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 16.0, 32.0, 64.0, 100.0,
    ];
    let glued = words.glued(end) && words.glued(end + 1);
    if !words.is_word(end, "/") || !glued || words.is_word(end + 2, "/") {
        return None;
    }
    let bottom = literal::read(words, end + 1)?;
    (USUAL.contains(&bottom.value) && top < bottom.value && top >= 1.0)
        .then(|| part(top / bottom.value, bottom.end))
}

/// The name of a fraction at `at`: `half`, `thirds`, `twenty-first`, `one hundredth`, `one hundred fifth`; its size, and one
/// past its end.
fn denominator(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let class = |at: usize| words.word(at).and_then(number_word);
    match class(at)? {
        (Class::Part, size) if size > 1.0 => Some((size, at + 1)),
        (Class::Ordinal, size) if size > 2.0 => Some((size, at + 1)),
        (Class::Ten, tens) => {
            let last = at + 1 + usize::from(words.dash(at + 1));
            match class(last)? {
                // "twenty quarters" are no twenty-fourths.
                (Class::Part | Class::Ordinal, size)
                    if size < 10.0 && !words.text(last).starts_with(['q', 'Q']) =>
                {
                    Some((tens + size, last + 1))
                }
                _ => None,
            }
        }
        (Class::Unit, _) => of_hundreds(words, at),
        _ => None,
    }
}

/// `one hundredth`, `one-thousandths`, `two hundred and fifth` at `at`.
fn of_hundreds(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let top = numeral::cardinal(words, at)?;
    let one = (top.value - 1.0).abs() < f64::EPSILON;
    let and = usize::from(!one && words.is_word(top.end, "and"));
    let last = top.end + and + usize::from(words.dash(top.end));
    let (Class::Part | Class::Ordinal, size) = words.word(last).and_then(number_word)? else {
        return None;
    };
    let hundreds = top.scale > 1.0 && top.value % 100.0 == 0.0 && size < 100.0;
    match (one, hundreds) {
        (true, _) if size >= 100.0 => Some((size, last + 1)),
        (_, true) => Some((top.value + size, last + 1)),
        _ => None,
    }
}

/// "two thirds", "three-quarters", "one fifth": the numerator is `top`, which starts at `at`. "thirty fifths" behind a
/// number is thirty-fifths: the tens belong to the name unless `and` or nothing stands before them.
fn numerator(words: &Words<'_>, at: usize, top: Numeral) -> Option<Numeral> {
    if top.form == Form::Digits {
        return slashed(words, top.value, top.end).filter(|_| top.step >= 1.0);
    }
    let tens_before = top
        .end
        .checked_sub(1)
        .filter(|n| *n > at && !words.is_word(n - 1, "and"))
        .and_then(|n| words.word(n).and_then(number_word))
        .filter(|(class, _)| *class == Class::Ten);
    let name = top.end + usize::from(words.dash(top.end));
    let (mut bottom, end) = denominator(words, name)?;
    let mut value = top.value;
    if let Some((_, tens)) = tens_before
        && bottom < 10.0
    {
        bottom += tens;
        value -= tens;
    }
    let one = (value - 1.0).abs() < f64::EPSILON;
    let plural = words.text(end - 1).ends_with(['s', 'S']);
    let names = one || plural || words.is_word(end - 1, "half");
    (names && value > 0.0 && !(one && is_ordinal_use(words, name, end)))
        .then(|| part(value / bottom, end))
}

/// "a third man", "the first quarter", "a second half": the word counts places or halves of a game, not parts.
fn is_ordinal_use(words: &Words<'_>, name: usize, end: usize) -> bool {
    let before = name.checked_sub(1).and_then(|n| words.word(n));
    let ordinal_before = before
        .and_then(number_word)
        .is_some_and(|(class, _)| class == Class::Ordinal);
    let number_follows = words
        .word(end + usize::from(words.hyphen(end)))
        .and_then(number_word)
        .is_some_and(|(class, _)| matches!(class, Class::Hundred | Class::Scale | Class::Dozen));
    let half = words.is_word(name, "half");
    let follows_article = Cue::WholeOfPart.is(words.word(end));
    if number_follows || super::unit::after(words, end, None).is_some() {
        return false;
    }
    if ordinal_before || words.is_word(end, "-") && words.glued(end) {
        return true;
    }
    let by = words.before(name.wrapping_sub(1)) == Some(Word::of("by"));
    let closed = !words.is(end, Shape::WORD)
        || Cue::AfterPart.is(words.word(end))
        || (by || before == Some(Word::of("by"))) && Lexis::AfterMove.has(words.word(end));
    let with_one = before == Some(Word::of("a"))
        || before == Some(Word::of("an"))
        || before == Some(Word::of("one"))
        || Cue::Whole.is(before);
    if half && !with_one {
        // "Orders grew by half": not "by half time".
        let moved = before == Some(Word::of("by")) && closed && is_moved(words, name);
        return !follows_article && !moved;
    }
    if words.is_word(name, "quarter") && !with_one {
        return true;
    }
    !closed
}

/// Whether something rises or falls before `at`.
fn is_moved(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    let before = |back: usize| words.word(at.wrapping_sub(back));
    (1..=REACH).any(|back| Cue::Up.is(before(back)) || Cue::Down.is(before(back)))
}

/// "Two climbers died and a third was hurt": one more than those counted before, in the same sentence.
fn is_next_one(words: &Words<'_>, at: usize, bottom: f64, end: usize) -> bool {
    const REACH: usize = 12;
    if bottom < 3.0 || words.is_word(end, "of") {
        return false;
    }
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut before = before.take_while(|n| !words.is_word(*n, ".") && !words.is_word(*n, "of"));
    before.any(|n| {
        let spelled = words.word(n).and_then(number_word);
        spelled == Some((Class::Unit, bottom - 1.0))
    })
}

/// "half a million", "two thirds of a million", "three quarters billion", "half a dozen".
fn scaled(words: &Words<'_>, part: Numeral) -> Numeral {
    let of = usize::from(words.is_word(part.end, "of"));
    let article = usize::from(words.is_word(part.end + of, "a"));
    // "a half-million people"
    let hyphen = usize::from(of + article == 0 && words.hyphen(part.end));
    let at = part.end + of + article + hyphen;
    if of == 1 && article == 0 {
        return part;
    }
    match words.word(at).and_then(number_word) {
        Some((Class::Scale | Class::Hundred, size)) => Numeral {
            value: part.value * size,
            step: size / 10.0,
            scale: size,
            form: Form::Words,
            end: at + 1,
        },
        Some((Class::Dozen, size)) => Numeral {
            value: part.value * size,
            step: size,
            scale: size,
            form: Form::Dozens,
            end: at + 1,
        },
        _ => part,
    }
}

/// "one and a half", "10 1/2", "five and a half million", "one million and a half", "a billion and a half million".
fn mixed(words: &Words<'_>, whole: Numeral, part: Numeral, and: bool) -> Option<Numeral> {
    let words_part = !matches!(words.text(part.end - 1).chars().next(), Some(c) if c.is_ascii_digit())
        && sign(words.text(part.end - 1)).is_none();
    if (words_part && !and) || whole.value.fract() != 0.0 || part.value >= 1.0 && whole.value == 0.0
    {
        return None;
    }
    let scale = match words.word(part.end).and_then(number_word) {
        Some((Class::Scale | Class::Hundred, size)) => Some(size),
        _ => None,
    };
    let (value, step, end) = match scale {
        Some(size) if whole.scale > size => {
            (whole.value + part.value * size, size / 10.0, part.end + 1)
        }
        Some(size) => ((whole.value + part.value) * size, size / 10.0, part.end + 1),
        None if whole.scale >= 1000.0 && whole.value % whole.scale == 0.0 => (
            whole.value + part.value * whole.scale,
            whole.scale / 10.0,
            part.end,
        ),
        None => (whole.value + part.value, 0.1, part.end),
    };
    Some(Numeral {
        value,
        step,
        scale: scale.unwrap_or(whole.scale),
        form: Form::Words,
        end,
    })
}

/// "one in five", "two out of five", "one over three".
fn ratio(words: &Words<'_>, top: Numeral) -> Option<Numeral> {
    let (at, out_of) = if words.is_word(top.end, "out") && words.is_word(top.end + 1, "of") {
        (top.end + 2, true)
    } else if words.is_word(top.end, "in") || words.is_word(top.end, "over") {
        (top.end + 1, false)
    } else {
        return None;
    };
    // "one in every five"
    let every = words.is_word(at, "every");
    let at = at + usize::from(every);
    let bottom = numeral::cardinal(words, at)?;
    let proper = top.value < bottom.value && top.value >= 1.0 && top.value.fract() == 0.0;
    let one = (top.value - 1.0).abs() < f64::EPSILON;
    // "Nine in 10 homes", "2 in 5 people": so the share of many is written.
    let tenth = bottom.form == Form::Digits
        && [3.0, 4.0, 5.0, 10.0].contains(&bottom.value)
        && (top.form == Form::Words || noun::is_plural(words, bottom.end));
    let plain = out_of
        || one
        || tenth && words.is_word(top.end, "in")
        || (top.form == Form::Words && bottom.form == Form::Words && bottom.value <= 10.0);
    let over = words.is_word(top.end, "over");
    let alone = one && !words.is(bottom.end, Shape::WORD);
    let year = bottom.form == Form::Digits
        && (1000.0..2100.0).contains(&bottom.value)
        && !out_of
        && !every;
    let time = super::noun::is_time(words.word(bottom.end)) || words.hyphen(bottom.end);
    if !proper || !plain || (over && !alone) || year || time {
        return None;
    }
    Some(part(top.value / bottom.value, bottom.end))
}
