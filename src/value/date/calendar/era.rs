//! Years and their eras: `44 BC`, `79 AD`, `AD 79`, `3,000 B.C.`

use super::year;
use crate::value::date::expr::{Day, Expr, Point};
use crate::value::date::word::cursor::Cursor;
use crate::value::date::word::term::Term;

/// `44 BC`, `79 AD`: a year and the era behind it.
pub(super) fn year_before(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let Term::Era(side) = c.term(at + 1) else {
        return None;
    };
    let number = c.text(at).replace(',', "").parse::<i16>().ok()?;
    let end = c.skip_stop(at + 2);
    // "In 2015 BC raised the fee", "12 BC ferries": letters that mean something else.
    let recent = (1900..2050).contains(&number) && number % 50 != 0;
    let alone = year::is_alone(c, at + 1) || end > at + 2;
    if number < 1 || recent || c.glued(at) || c.glued(at + 1) || !alone {
        return None;
    }
    Some((year(number, side), end))
}

/// `AD 79`: a year and the era before it.
pub(super) fn year_after(c: &Cursor<'_>, at: usize) -> Option<(Expr, usize)> {
    let (Term::Era(1), Term::Digits { value, .. }) = (c.term(at), c.term(at + 1)) else {
        return None;
    };
    let number = i16::try_from(value).ok().filter(|year| *year > 0)?;
    let counts = c.unit(at + 2).is_some() || !year::is_alone(c, at + 1);
    (!counts && !c.glued(at + 1)).then(|| (year(number, 1), at + 2))
}

/// A year counted through the year 0.
fn year(number: i16, side: i8) -> Expr {
    let year = if side < 0 { 1 - number } else { number };
    Expr::Point(Point::day(Day::Year(year)))
}
