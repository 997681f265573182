//! What number a run of digits spells: separators of any country, signs, powers of ten.

use super::words::Words;
use crate::document::Shape;

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Literal {
    pub(super) value: f64,
    /// The unit of the last digit written: 0.1 for `1.5`, 1 for `300`.
    pub(super) step: f64,
    /// One past its last token.
    pub(super) end: usize,
}

/// The number that starts at token `at`: `1,234,567`, `1.111,11`, `12,34,567.89`, `40 000`, `.08`, `6.2x10^-4`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Literal> {
    let apart = !words.glued(at) || at == words.range.start;
    if apart && words.is_word(at, ".") && words.is(at + 1, Shape::NUMBER) && words.glued(at + 1) {
        let digits = words.text(at + 1);
        let step = 0.1_f64.powi(digits.len() as i32);
        return Some(Literal {
            value: format!("0.{digits}").parse().ok()?,
            step,
            end: at + 2,
        });
    }
    if !words.is(at, Shape::NUMBER) {
        return None;
    }
    let (value, step) = digits(words.text(at))?;
    let literal = Literal {
        value,
        step,
        end: at + 1,
    };
    Some(power(words, at, literal).unwrap_or_else(|| spaced(words, at, literal)))
}

/// The value of digits with separators, and the unit of the last of them.
fn digits(text: &str) -> Option<(f64, f64)> {
    if let Some(whole) = whole(text.bytes()) {
        return Some((whole, 1.0));
    }
    let commas = text.matches(',').count();
    let dots = text.matches('.').count();
    let (whole, fraction) = match (commas, dots) {
        (0, 0) => (text, ""),
        (0, 1) => text.split_once('.')?,
        (1, 0) if !grouped(text, ',') => text.split_once(',')?,
        (_, 0) if grouped(text, ',') => (text, ""),
        (_, 1) if text.rfind('.') > text.rfind(',') => text.split_once('.')?,
        (1, _) if text.rfind(',') > text.rfind('.') => text.split_once(',')?,
        _ => return None,
    };
    let mark = if whole.contains(',') { ',' } else { '.' };
    if whole.contains(mark) && !grouped(whole, mark) {
        return None;
    }
    let digits = whole.bytes().filter(u8::is_ascii_digit);
    if fraction.is_empty()
        && let Some(value) = self::whole(digits.clone())
    {
        return Some((value, 1.0));
    }
    let plain: String = digits.map(char::from).collect();
    let value = format!("{plain}.{fraction}0").parse().ok()?;
    Some((value, 0.1_f64.powi(fraction.len() as i32)))
}

/// The value of digits and nothing else, as long as a float holds it to the last digit: most numbers of a text.
fn whole(digits: impl Iterator<Item = u8>) -> Option<f64> {
    const EXACT: u64 = 1 << 53;
    let mut value = None;
    for digit in digits {
        let digit = u64::from(digit).checked_sub(u64::from(b'0'))?;
        let longer = value.unwrap_or(0_u64).checked_mul(10)?.checked_add(digit)?;
        value = Some(longer).filter(|value| digit < 10 && *value < EXACT);
        value?;
    }
    value.map(|value| value as f64)
}

/// Whether `text` is groups of digits as numbers are grouped: threes, or twos before a last three (India).
fn grouped(text: &str, mark: char) -> bool {
    let Some((rest, last)) = text.rsplit_once(mark) else {
        return false;
    };
    let mut middle = rest.split(mark);
    let first = middle.next().unwrap_or("");
    let same = |size: usize| middle.clone().all(|group| group.len() == size);
    last.len() == 3 && (1..=3).contains(&first.len()) && (same(3) || (same(2) && first.len() <= 2))
}

/// `1 414 021`: groups of three digits apart by one space. Two groups alone may be two numbers ("On May 4 100 people"),
/// so they must open the phrase or be joined by a narrow space.
fn spaced(words: &Words<'_>, at: usize, first: Literal) -> Literal {
    let apostrophe = |n: usize| {
        let marked = words.is_word(n, "'") && words.glued(n) && words.glued(n + 1);
        let three = words.is(n + 1, Shape::NUMBER) && words.text(n + 1).len() == 3;
        let whole = words.text(n + 1).bytes().all(|b| b.is_ascii_digit());
        (marked && three && whole)
            .then(|| digits(words.text(n + 1)))
            .flatten()
    };
    let group = |n: usize| {
        let near = words
            .token(n)
            .zip(words.token(n.wrapping_sub(1)))
            .is_some_and(|(token, last)| token.start - last.end <= 3 && token.start > last.end);
        let text = words.text(n);
        let head = text.split('.').next().unwrap_or("");
        (near && words.is(n, Shape::NUMBER) && head.len() == 3 && !text.contains(','))
            .then(|| digits(text))
            .flatten()
    };
    let plain = words.text(at).len() <= 3 && first.step >= 1.0 && first.value >= 1.0;
    let mut found = first;
    // "1'234'567", as the Swiss write it.
    while plain && let Some((value, step)) = apostrophe(found.end) {
        found = Literal {
            value: found.value * 1000.0 + value,
            step,
            end: found.end + 2,
        };
    }
    if found.end > first.end {
        return found;
    }
    let mut groups = 1;
    while plain
        && found.step >= 1.0
        && let Some((value, step)) = group(found.end)
    {
        groups += 1;
        found = Literal {
            value: found.value * 1000.0 + value,
            step,
            end: found.end + 1,
        };
    }
    let name = at
        .checked_sub(1)
        .is_some_and(|n| words.is(n, Shape::CAPITAL) || words.is(n, Shape::NUMBER));
    let single_space = |n: usize| {
        words
            .token(n)
            .zip(words.token(n - 1))
            .is_some_and(|(b, a)| b.start - a.end > 1)
    };
    if groups == 1 || (groups == 2 && name && !single_space(at + 1)) {
        return first;
    }
    found
}

/// `1.3e6`, `6.23x10^-4`, `2.5^-1`: read from the characters, for the tokeniser splits them.
fn power(words: &Words<'_>, at: usize, mantissa: Literal) -> Option<Literal> {
    let opens = |byte: &u8| b"eExX^".contains(byte);
    if !words.glued(at + 1) || !words.text(at + 1).as_bytes().first().is_some_and(opens) {
        return None;
    }
    let mut end = at + 1;
    let mut tail = String::new();
    while words.glued(end) && tail.len() < 12 {
        let text = words.text(end);
        if !text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"eExX^+-".contains(&b))
        {
            break;
        }
        tail.push_str(text);
        end += 1;
    }
    let tail = tail.to_ascii_lowercase();
    let (base, exponent) = if let Some(exponent) = tail.strip_prefix('e') {
        (10.0, exponent)
    } else if let Some(exponent) = tail.strip_prefix("x10^") {
        (10.0, exponent)
    } else {
        (mantissa.value, tail.strip_prefix('^')?)
    };
    let exponent = exponent.strip_prefix("--").unwrap_or(exponent);
    let factor = f64::powi(base, exponent.parse::<i8>().ok()?.into());
    let value = if tail.starts_with('^') {
        factor
    } else {
        mantissa.value * factor
    };
    (value.is_finite()).then_some(Literal {
        value,
        step: (mantissa.step * factor).min(value.abs()),
        end,
    })
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn separators() {
        for (text, value) in [
            ("1,234,567", Some(1_234_567.0)),
            ("1.111,11", Some(1111.11)),
            ("12,34,567.89", Some(1_234_567.89)),
            ("1,3", Some(1.3)),
            ("3.5", Some(3.5)),
            ("192.168.1.2", None),
            ("22,24,26", None),
        ] {
            assert_eq!(digits(text).map(|found| found.0), value, "{text}");
        }
    }
}
