//! How a number in words grows word by word: `two hundred and six thousand`, `3 hundred and 21`, `five point five`.

use super::literal;
use super::numeral::{Class, Form, Numeral, number_word};
use super::words::Words;
use crate::document::Shape;

/// A number in the making.
#[derive(Clone, Copy)]
pub(super) struct Tally {
    /// What the scales so far have closed: the two thousand of "two thousand three hundred".
    closed: f64,
    /// What the next scale multiplies.
    open: f64,
    step: f64,
    /// The last multiplier, 1 if none.
    scale: f64,
    /// Whether digits began it: "2 million and 40 people came" is two numbers.
    digits: bool,
    form: Form,
    end: usize,
}

impl Tally {
    pub(super) fn start(value: f64, step: f64, end: usize) -> Self {
        Tally {
            closed: 0.0,
            open: value,
            step,
            scale: 1.0,
            digits: false,
            form: Form::Words,
            end,
        }
    }

    fn value(&self) -> f64 {
        self.closed + self.open
    }

    pub(super) fn numeral(self) -> Numeral {
        Numeral {
            value: self.value(),
            step: self.step,
            scale: self.scale,
            form: self.form,
            end: self.end,
        }
    }

    /// Reads on as long as words continue the number.
    pub(super) fn finish(mut self, words: &Words<'_>) -> Numeral {
        self.digits = self
            .end
            .checked_sub(1)
            .is_some_and(|n| words.is(n, Shape::NUMBER));
        if self.digits {
            self.form = Form::Digits;
            if let Some(short) = self.short_scale(words) {
                return short.numeral();
            }
        }
        let mut safe = self;
        while let Some((next, joined_by_and)) = self.step_on(words) {
            if !joined_by_and {
                safe = if next.would_break(words) { safe } else { next };
            } else if !next.would_break(words) {
                safe = next;
            }
            self = next;
        }
        safe = if self.would_break(words) { safe } else { self };
        safe.point(words).numeral()
    }

    /// Whether a multiplier follows that cannot belong to it: the second number of "3 hundred and 2 hundred".
    fn would_break(&self, words: &Words<'_>) -> bool {
        let next = words.word(self.end).and_then(number_word);
        self.scale > 1.0
            && match next {
                Some((Class::Hundred, _)) => !(1.0..100.0).contains(&self.open),
                Some((Class::Scale, size)) => {
                    self.open > 0.0 && size >= self.scale && self.closed > 0.0
                }
                _ => false,
            }
    }

    /// The tally one number word further, and whether `and` joined it.
    fn step_on(&self, words: &Words<'_>) -> Option<(Tally, bool)> {
        let hyphen = usize::from(words.dash(self.end));
        let and = words.is_word(self.end, "and") && self.scale > 1.0;
        if and
            && self.digits
            && self.scale > 100.0
            && !matches!(self.scale as u32, 100_000 | 10_000_000)
        {
            return None;
        }
        let at = self.end + if and { 1 } else { hyphen };
        let literal = literal::read(words, at).filter(|_| self.scale > 1.0);
        let (class, value, end) = if let Some(digits) = literal {
            let end = self
                .takes_digits(words, &digits, and)
                .then_some(digits.end)?;
            (Class::Unit, digits.value, end)
        } else {
            let (class, value) = words.word(at).and_then(number_word)?;
            (class, value, at + 1)
        };
        let mut next = *self;
        next.end = end;
        next.form = Form::Words;
        match class {
            Class::Unit | Class::Ten if self.takes(value) && (hyphen == 0 || self.open >= 20.0) => {
                next.open += value;
                next.step = 1.0;
            }
            Class::Hundred if !and && (1.0..100.0).contains(&self.open) => {
                next.open *= value;
                next.step *= value;
                next.scale = value;
            }
            Class::Hundred if !and && self.digits && self.scale <= 1.0 => {
                next.open *= value;
                next.scale = value;
            }
            Class::Scale
                if !and && self.open > 0.0 && (self.closed == 0.0 || value < self.scale) =>
            {
                next.closed += self.open * value;
                next.open = 0.0;
                next.step *= value;
                next.scale = value;
            }
            // "three lakh crore", "a thousand million"
            Class::Scale if !and && self.open == 0.0 && self.closed > 0.0 && value > self.scale => {
                next.closed *= value;
                next.step *= value;
                next.scale = value;
            }
            _ => return None,
        }
        Some((next, and))
    }

    /// Whether digits go on: the 21 of "3 hundred and 21", the 3 of "4 thousand 3 hundred".
    fn takes_digits(&self, words: &Words<'_>, digits: &literal::Literal, and: bool) -> bool {
        let multiplied = matches!(
            words.word(digits.end).and_then(number_word),
            Some((Class::Hundred | Class::Scale, _))
        );
        let below = digits.value.fract() == 0.0 && (1.0..100.0).contains(&digits.value);
        below && if and { self.scale <= 100.0 } else { multiplied }
    }

    /// Whether `value` fits behind what is open: a unit behind tens, anything under a hundred behind hundreds.
    fn takes(&self, value: f64) -> bool {
        if self.digits && self.scale <= 1.0 {
            return false;
        }
        let open = self.open;
        if open == 0.0 {
            return self.closed > 0.0 && value > 0.0;
        }
        if value < 1.0 {
            return false;
        }
        if value < 10.0 {
            return (open / 10.0).fract() == 0.0 && !(10.0..20.0).contains(&(open % 100.0));
        }
        open % 100.0 == 0.0
    }

    /// `10k`, `1.2bn`, `10M`. A small `m` is read by money alone: elsewhere it is a metre.
    fn short_scale(&self, words: &Words<'_>) -> Option<Tally> {
        let at = self.end;
        let (Class::Short, value) = words.word(at).and_then(number_word)? else {
            return None;
        };
        let text = words.text(at);
        let capital = text.starts_with(char::is_uppercase);
        let fits = match text.len() {
            1 if text == "b" => words.glued(at),
            1 if capital => text != "B" || words.glued(at),
            1 => text == "k",
            2 if text.eq_ignore_ascii_case("mm") => capital,
            _ => true,
        };
        fits.then_some(Tally {
            open: self.open * value,
            step: self.step * value,
            scale: value,
            form: Form::Words,
            end: at + 1,
            ..*self
        })
    }

    /// "five point five".
    fn point(self, words: &Words<'_>) -> Tally {
        if !words.is_word(self.end, "point") || self.digits {
            return self;
        }
        let mut decimals = String::new();
        let mut end = self.end + 1;
        let mut after_ten = false;
        loop {
            let at = end + usize::from(after_ten && words.dash(end));
            match words.word(at).and_then(number_word) {
                Some((Class::Unit, value)) if after_ten && (1.0..10.0).contains(&value) => {
                    decimals.pop();
                    decimals.push_str(&value.to_string());
                    after_ten = false;
                }
                Some((Class::Unit | Class::Ten, value)) => {
                    decimals.push_str(&value.to_string());
                    after_ten = value >= 20.0;
                }
                _ => break,
            }
            end = at + 1;
        }
        match format!("0.{decimals}").parse::<f64>() {
            Ok(value) if !decimals.is_empty() => Tally {
                open: self.open + value,
                step: 0.1_f64.powi(decimals.len() as i32),
                end,
                ..self
            },
            _ => self,
        }
    }
}
