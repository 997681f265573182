//! Capitals and seats of government that stand for their country: "Moscow rejected", "the Kremlin said", "Moscow's
//! invasion", but not "in Moscow" and not "Moscow's mayor".

use super::Spot;
use super::country::{Country, Form};
use super::scan::Scan;
use super::words::Class;
use crate::document::Shape;

/// The country whose seat at `at` acts or owns what only a country does.
pub(super) fn read(scan: &Scan<'_>, at: usize, seat: Option<&Country>) -> Option<Spot> {
    let seat = seat.filter(|c| c.form == Form::Seat && at + c.tokens <= scan.end)?;
    let end = at + seat.tokens;
    let before = scan.class_before(at);
    let placed = before.any(Class::BEFORE.or(Class::FROM).or(Class::COMPASS));
    let of = before.any(Class::OF);
    let follower = scan.token(end)?;
    // "Beijing has rejected", but not "Beijing has grown".
    let verb = if scan.class(end).any(Class::AUXILIARY) {
        end + 1
    } else {
        end
    };
    let acts = !of && !follower.is(Shape::CAPITAL) && scan.class(verb).any(Class::METONYM);
    let owns = follower.is(Shape::POSSESSIVE)
        && scan
            .token(end + 1)
            .is_some_and(|t| !t.is(Shape::CAPITAL) && t.is(Shape::WORD))
        && !scan.class(end + 1).any(Class::CITY_NOUN);
    if placed || scan.blind || !(acts || owns) {
        return None;
    }
    Some(Spot {
        tokens: at..end,
        head: at..end,
        name: super::country(seat.name),
        sure: false,
        sort: super::home::Sort::Other,
    })
}
