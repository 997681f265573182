//! Where a dateline stands: place, date and agency before the first sentence, with a dash after them or without.

use super::shape::Shape;
use super::token::Token;
use super::word::Word;
use std::ops::Range;

/// Longest dateline, in tokens.
const LONGEST: usize = 24;

/// The tokens of a dateline at the start of a sentence: at most 24 tokens up to a dash or a bracketed date, opened by a
/// capitalised place, with an agency or date in brackets, or a place in capitals; at the head of a text also a day before a
/// colon.
pub(super) fn at_start(tokens: &[Token], sentence: Range<usize>) -> Option<Range<usize>> {
    let window = tokens.get(sentence.start..sentence.end.min(sentence.start + LONGEST))?;
    let first = window
        .first()
        .filter(|t| t.is(Shape::WORD) && t.is(Shape::CAPITAL))?;
    let mut depth = 0;
    let (mut bracketed, mut comma) = (false, false);
    let mut closed = None;
    for (at, token) in window.iter().enumerate().skip(1) {
        match token.word {
            w if w == Word::of("(") || w == Word::of("[") => depth += 1,
            w if w == Word::of(")") || w == Word::of("]") => {
                depth -= 1;
                bracketed = true;
                closed = closed.or_else(|| is_closed(window, at).then_some(at + 1));
                // `LIMA, Peru (May 3): Two men …`
                if closed == Some(at + 1) && is_colon(window, at + 1) {
                    return Some(sentence.start..sentence.start + at + 2);
                }
            }
            w if w == Word::of(",") => comma = true,
            _ if depth > 0 => {}
            w if w == Word::of("-") || w == Word::of("_") => {
                if token.is(Shape::GLUED) && window.get(at + 1).is_some_and(|t| t.is(Shape::GLUED))
                {
                    continue;
                }
                let named = first.is(Shape::ALL_CAPS) || bracketed;
                let double = window
                    .get(at + 1)
                    .is_some_and(|t| t.word == token.word && t.is(Shape::GLUED));
                if named && (bracketed || comma || at <= 4) {
                    let end = at + 1 + usize::from(double);
                    return Some(sentence.start..sentence.start + end);
                }
                break;
            }
            // A lower-case word outside brackets: this is running text.
            _ if token.is(Shape::WORD)
                && !token.is(Shape::CAPITAL)
                && token.word != Word::of("de")
                && token.word != Word::of("of") =>
            {
                break;
            }
            w if w == Word::of(":") && sentence.start == 0 && is_day(window, at) => {
                return Some(sentence.start..sentence.start + at + 1);
            }
            w if w == Word::of(":") || w == Word::of("!") || w == Word::of("?") => return None,
            _ => {}
        }
    }
    if let Some(end) = closed {
        return Some(sentence.start..sentence.start + end);
    }
    let whole = window.len() == sentence.len();
    (whole && is_bare(window)).then_some(sentence)
}

/// Whether the bracket closed at `at` ends a dateline without a dash: `LIMA, Peru (May 3) Two men …`. A comma and a date in
/// the brackets say so.
fn is_closed(window: &[Token], at: usize) -> bool {
    let before = window.get(..at).unwrap_or(&[]);
    let Some(open) = before.iter().rposition(|t| t.word == Word::of("(")) else {
        return false;
    };
    let (place, date) = (window.get(..open), window.get(open + 1..at));
    let placed = place.is_some_and(|place| {
        place.first().is_some_and(|t| t.is(Shape::ALL_CAPS))
            && place.iter().any(|t| t.word == Word::of(","))
    });
    let dated = date.is_some_and(|date| {
        date.first().is_some_and(|t| t.is(Shape::CAPITAL))
            && date
                .iter()
                .any(|t| t.is(Shape::NUMBER) && !t.is(Shape::GLUED))
    });
    let opens = window
        .get(at + 1 + usize::from(is_colon(window, at + 1)))
        .is_some_and(|t| t.is(Shape::CAPITAL) && !t.is(Shape::GLUED));
    placed && dated && opens
}

fn is_colon(window: &[Token], at: usize) -> bool {
    window.get(at).is_some_and(|t| t.word == Word::of(":"))
}

/// Whether a month and a day stand before the colon at `at`, and nothing else: `Dec. 24: Two bridges opened`.
fn is_day(window: &[Token], at: usize) -> bool {
    let number = at.checked_sub(1).and_then(|last| window.get(last));
    let day = number.is_some_and(|t| t.is(Shape::NUMBER) && t.end - t.start <= 2);
    let apart = window.get(at + 1).is_some_and(|t| !t.is(Shape::GLUED));
    day && apart && at <= 3
}

/// Whether a whole line is a dateline without a dash: `LIMA, Peru (May 3)`.
fn is_bare(line: &[Token]) -> bool {
    let closed = line.last().is_some_and(|t| t.word == Word::of(")"));
    let named = line.first().is_some_and(|t| t.is(Shape::ALL_CAPS));
    closed && named && line.iter().any(|t| t.is(Shape::NUMBER))
}

/// The start of a dateline that stands inside a line, after the furniture of a release: `For Immediate Release LIMA, Peru
/// (May 3) - Two men …`. Only a place in capitals with a comma and a bracketed date is one.
pub(super) fn inside(tokens: &[Token], sentence: Range<usize>) -> Option<usize> {
    const HEAD: usize = 100;
    let caps = |at: usize| tokens.get(at).is_some_and(|t| t.is(Shape::ALL_CAPS));
    let gap = |at: usize| match (
        at.checked_sub(1).and_then(|b| tokens.get(b)),
        tokens.get(at),
    ) {
        (Some(before), Some(token)) => token.start > before.end + 1,
        _ => false,
    };
    let end = sentence.end.min(HEAD);
    (sentence.start + 1..end).find_map(|comma| {
        let named = tokens.get(comma).is_some_and(|t| t.word == Word::of(",")) && caps(comma - 1);
        named.then_some(())?;
        let mut start = comma - 1;
        while start > sentence.start + 1 && caps(start - 1) && !gap(start) {
            start -= 1;
        }
        let found = at_start(tokens, start..sentence.end).filter(|_| start > sentence.start)?;
        let found = tokens.get(found)?;
        let open = found.iter().position(|t| t.word == Word::of("("))?;
        let dated = found.iter().skip(open).any(|t| t.is(Shape::NUMBER));
        dated.then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::super::token::tokenize;
    use super::*;
    use crate::text::Part;

    #[track_caller]
    fn check(text: &str, dateline: Option<&str>) {
        let tokens = tokenize(text, Part::Text);
        let start = inside(&tokens, 0..tokens.len()).unwrap_or(0);
        let found = at_start(&tokens, start..tokens.len()).map(|range| {
            let (first, last) = (tokens[range.start], tokens[range.end - 1]);
            &text[first.start as usize..last.end as usize]
        });
        assert_eq!(found, dateline);
    }

    #[test]
    fn datelines_end_with_a_dash_or_a_bracketed_date() {
        check("LIMA, Peru (XX) - Two men left.", Some("LIMA, Peru (XX) -"));
        check(
            "LIMA, Peru (May 3) Two men left.",
            Some("LIMA, Peru (May 3)"),
        );
        check("LIMA, Peru (May 3)", Some("LIMA, Peru (May 3)"));
        check("Lima (XX) -- Two men left.", Some("Lima (XX) --"));
        check("Dec. 24: Two bridges opened.", Some("Dec. 24:"));
        check("Dec. 24:30 hours", None);
        check("NATO (May 3) Two men left.", None);
        check("LIMA, Peru (two men) left.", None);
        check(
            "LIMA, Peru (May 3, 2011): Two men left.",
            Some("LIMA, Peru (May 3, 2011):"),
        );
        check("LIMA, Peru (two men): They left.", None);
        check("UNICEF, Peru (the office) opened in May 2001.", None);
        check("Two men left (May 3) - nobody saw them.", None);
    }

    #[test]
    fn datelines_stand_after_the_furniture_of_a_release() {
        let release = "2012-05-K-11 For Immediate Release  LIMA, Peru (May 3) - Two men left.";
        check(release, Some("LIMA, Peru (May 3) -"));
        check(
            "Two men told the BBC, a broadcaster (May 3), that they left.",
            None,
        );
    }
}
