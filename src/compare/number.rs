//! Whether two numbers can both be true: intervals that have nothing in common conflict, all others are compatible.
//!
//! Units convert where they can; what cannot be converted (another currency, a share against a sum) is never a
//! conflict. Which things are counted is not compared here: claims of one slot count the same things.

use super::{Judgement, Options, Verdict, name};
use crate::value::{Bound, Change, Kind, Quantity, Value};

/// Measures converted from another unit still agree this far apart: 35,000 ft is written as 10,700 m.
const CONVERSION: f64 = 0.02;

/// Compares two quantities.
pub(super) fn compare(left: &Value, right: &Value, options: &Options) -> Judgement {
    let (Value::Quantity(a), Value::Quantity(b)) = (left, right) else {
        return Judgement::new(Verdict::Compatible, "basis", "");
    };
    if let Some((one, other)) = a.score().zip(b.score()) {
        return scores(one, other);
    }
    let filled = (with_unit_of(a, b), with_unit_of(b, a));
    let (a, b) = (
        filled.0.as_ref().unwrap_or(a),
        filled.1.as_ref().unwrap_or(b),
    );
    // One of the two units is the one of the comparison, whichever side it stands on.
    let (base, other) = if (a.kind, &a.unit) <= (b.kind, &b.unit) {
        (a, b)
    } else {
        (b, a)
    };
    let Some(other_in_base) = in_unit_of(base, other) else {
        let why = format!("{} and {} do not compare", shown(a), shown(b));
        return Judgement::new(Verdict::Compatible, "basis", why);
    };
    let is_share = base.unit.as_deref() == Some("share");
    let converted = a.unit != b.unit && base.kind != Kind::Percent && !is_share;
    let (base, other) = whole_years(base, other_in_base, other);
    let judged = intervals(&base, &other, converted, options);
    Judgement {
        why: if judged.why.is_empty() {
            explain(&judged, a, b)
        } else {
            judged.why
        },
        ..judged
    }
}

/// Scores agree from either side: a 3-1 win is a 1-3 defeat.
fn scores(one: (f64, f64), other: (f64, f64)) -> Judgement {
    if one == other || one == (other.1, other.0) {
        return Judgement::new(Verdict::Agree, "same", "");
    }
    let why = format!("{}-{} against {}-{}", one.0, one.1, other.0, other.1);
    Judgement::new(Verdict::Conflict, "disjoint", why)
}

/// A number alone as one of the other's unit, where reporters leave that out: "a magnitude 6.5 quake; others put it at 6.3".
fn with_unit_of(bare: &Quantity, other: &Quantity) -> Option<Quantity> {
    let is_bare = bare.kind == Kind::Count && bare.unit.is_none() && bare.noun.is_none();
    let unit = other.unit.clone().filter(|unit| unit == "magnitude")?;
    is_bare.then(|| Quantity {
        kind: other.kind,
        unit: Some(unit),
        ..bare.clone()
    })
}

/// `other` in the unit of `quantity`; `None` if the two do not compare.
fn in_unit_of(quantity: &Quantity, other: &Quantity) -> Option<Quantity> {
    if quantity.unit == other.unit && quantity.kind == other.kind {
        return Some(other.clone());
    }
    let one = |value: f64| convert(value, quantity, other);
    one(1.0)?;
    let ends = |v: Option<f64>| v.and_then(one);
    Some(Quantity {
        kind: quantity.kind,
        unit: quantity.unit.clone(),
        low: ends(other.low),
        high: ends(other.high),
        soft: (ends(other.soft.0), ends(other.soft.1)),
        nominal: ends(other.nominal),
        ..other.clone()
    })
}

fn convert(value: f64, to: &Quantity, from: &Quantity) -> Option<f64> {
    let (from_unit, to_unit) = (from.unit.as_deref(), to.unit.as_deref());
    match (from.kind, from_unit, to.kind, to_unit) {
        (Kind::Count, Some("share"), Kind::Percent, Some("%")) => Some(value * 100.0),
        (Kind::Percent, Some("%"), Kind::Count, Some("share")) => Some(value / 100.0),
        (Kind::Age, Some(from), Kind::Age, Some(to)) => Some(value * years(from)? / years(to)?),
        (from_kind, Some(from), to_kind, Some(to)) if from_kind == to_kind => {
            Quantity::convert(value, from, to)
        }
        _ => None,
    }
}

fn years(unit: &str) -> Option<f64> {
    match unit {
        "year" => Some(1.0),
        "month" => Some(1.0 / 12.0),
        "week" => Some(7.0 / 365.25),
        "day" => Some(1.0 / 365.25),
        _ => None,
    }
}

fn intervals(a: &Quantity, b: &Quantity, converted: bool, options: &Options) -> Judgement {
    let judge = |verdict, reason| Judgement::new(verdict, reason, "");
    let distance = a.nominal.zip(b.nominal).map(|(a, b)| (a - b).abs());
    let near = |share: f64| {
        distance
            .zip(a.nominal)
            .is_some_and(|(d, n)| d <= n.abs() * share.max(1e-9))
    };
    let opposite = matches!((a.change, b.change), (Some(x), Some(y)) if x != y);
    if opposite {
        let verdict = if near(0.0) {
            Verdict::Conflict
        } else {
            Verdict::Unclear
        };
        return judge(verdict, "direction");
    }
    let open = |q: &Quantity| {
        matches!(
            q.bound,
            Bound::AtLeast | Bound::MoreThan | Bound::AtMost | Bound::LessThan
        )
    };
    if near(if converted { CONVERSION } else { 0.0 })
        && (a.bound == b.bound || !(open(a) || open(b)))
    {
        return judge(Verdict::Agree, if converted { "unit" } else { "same" });
    }
    if a.nominal.is_none()
        && (a.low, a.high, a.bound) == (b.low, b.high, b.bound)
        && b.nominal.is_none()
    {
        return judge(Verdict::Agree, "same");
    }
    let tolerance = options.tolerance.filter(|_| !converted);
    if tolerance
        .zip(distance)
        .is_some_and(|(tolerance, distance)| distance <= tolerance)
    {
        return judge(Verdict::Agree, "tolerance");
    }
    if are_disjoint(a, b, if converted { CONVERSION } else { 0.0 }) {
        let verdict = if share_basis(a, b) {
            (Verdict::Conflict, "disjoint")
        } else {
            (Verdict::Compatible, "basis")
        };
        return judge(verdict.0, verdict.1);
    }
    if options.strict && a.bound == b.bound && open(a) && usual_senses_apart(a, b) {
        return judge(Verdict::Conflict, "implied");
    }
    judge(Verdict::Compatible, overlap(a, b, converted))
}

/// Numbers further apart than this factor are of two things, unless both say of what.
const ONE_SIZE: f64 = 3.0;

/// Prices of one thing further apart than this factor may be the part that is paid in cash and the whole.
const ONE_PRICE: f64 = 1.25;

/// Whether two numbers are told on one basis. "22 cents a share" and "31 cents", "a 3 percent rise" and "5 percent" are if
/// nothing but words left out tells them apart. "$60 a share" and "$9 billion" are not; and of "five each" and "12
/// prisoners", "five more" and "12", one may be part of the other.
fn share_basis(a: &Quantity, b: &Quantity) -> bool {
    let per = a.per == b.per;
    let change = a.change.is_some() == b.change.is_some();
    let sizes = a.nominal.zip(b.nominal);
    let near = || sizes.is_some_and(|(a, b)| a.max(b) <= a.min(b) * ONE_SIZE);
    let left_out = match a.kind {
        Kind::Money => change && (a.per.is_none() || b.per.is_none()),
        Kind::Percent => per,
        _ => false,
    };
    let is_price = match (&a.per, &b.per) {
        (Some(one), Some(other)) => one == other,
        (None, None) => false,
        _ => true,
    };
    let paid = || {
        is_price
            && is_unsaid_payment(a, b)
            && sizes.is_some_and(|(a, b)| a.max(b) <= a.min(b) * ONE_PRICE)
    };
    a.basis == b.basis && (per && change || left_out && near()) || paid()
}

/// Whether one of two prices says how it is paid, in cash, and the other says nothing of it.
fn is_unsaid_payment(a: &Quantity, b: &Quantity) -> bool {
    let is_payment = |basis: &String| {
        basis
            .split(' ')
            .all(|word| name::is(name::List::Payment, word))
    };
    match (&a.basis, &b.basis) {
        (Some(said), None) | (None, Some(said)) => is_payment(said),
        _ => false,
    }
}

/// Whether no number is commonly meant by both.
fn usual_senses_apart(a: &Quantity, b: &Quantity) -> bool {
    let below = |x: &Quantity, y: &Quantity| {
        let ends = x.soft.1.zip(y.soft.0);
        ends.is_some_and(|(high, low)| high < low)
    };
    below(a, b) || below(b, a)
}

/// Somebody of one year may be 23 months old: against months, an age in years lasts until the next birthday.
fn whole_years(a: &Quantity, converted: Quantity, b: &Quantity) -> (Quantity, Quantity) {
    let mut sides = (a.clone(), converted);
    let year = |q: &Quantity| q.unit.as_deref() == Some("year");
    if a.kind == Kind::Age && a.unit != b.unit {
        if year(a) {
            sides.0.high = a.high.map(|high| high + 1.0);
            sides.0.below_high = true;
        } else if year(b) {
            let one = convert(1.0, a, b).unwrap_or_default();
            sides.1.high = sides.1.high.map(|high| high + one);
            sides.1.below_high = true;
        }
    }
    sides
}

/// Why two different intervals with something in common are compatible.
fn overlap(a: &Quantity, b: &Quantity, converted: bool) -> &'static str {
    let has = |bound: Bound| a.bound == bound || b.bound == bound;
    if has(Bound::Vague) {
        "vague"
    } else if has(Bound::AtLeast)
        || has(Bound::MoreThan)
        || has(Bound::AtMost)
        || has(Bound::LessThan)
    {
        "bound"
    } else if has(Bound::Range) {
        "refinement"
    } else if converted {
        "unit"
    } else {
        "rounding"
    }
}

/// Whether no number lies in both intervals.
fn are_disjoint(a: &Quantity, b: &Quantity, slack: f64) -> bool {
    let below = |x: &Quantity, y: &Quantity| match (x.high, lowest(y)) {
        (Some(high), Some(low)) => {
            let gap = slack * high.abs().max(low.abs());
            // "2 percent" is less than 2.5, where "3 percent" begins.
            let rounded = |q: &Quantity| q.bound == Bound::Exact && q.low != q.high;
            let touching = x.below_high || y.above_low || rounded(x) && rounded(y);
            high + gap < low || (high <= low && touching)
        }
        _ => false,
    };
    below(a, b) || below(b, a)
}

/// The lower end: nothing that is counted, paid or aged can be less than none.
fn lowest(q: &Quantity) -> Option<f64> {
    q.low.or(match q.kind {
        Kind::Count | Kind::Money | Kind::Age | Kind::Ordinal => Some(0.0),
        _ => None,
    })
}

fn explain(judged: &Judgement, a: &Quantity, b: &Quantity) -> String {
    match judged.verdict {
        Verdict::Agree if a == b => String::new(),
        Verdict::Agree => format!("{} is {}", shown(a), shown(b)),
        Verdict::Compatible if judged.reason == "basis" => {
            format!("{} and {} do not compare", shown(a), shown(b))
        }
        Verdict::Compatible => {
            let (wide, narrow) = wider(a, b);
            let verb = if covers(wide, narrow) {
                "covers"
            } else {
                "overlaps"
            };
            format!("{} {verb} {}", shown(wide), shown(narrow))
        }
        _ => format!("{} against {}", shown(a), shown(b)),
    }
}

/// Whether all that `narrow` can mean lies within `wide`; values of two units are taken to.
fn covers(wide: &Quantity, narrow: &Quantity) -> bool {
    let below = lowest(wide).is_none_or(|low| lowest(narrow).is_some_and(|n| n >= low));
    let above = wide
        .high
        .is_none_or(|high| narrow.high.is_some_and(|n| n <= high));
    wide.unit != narrow.unit || (below && above)
}

/// The wider of two quantities, then the other.
fn wider<'q>(a: &'q Quantity, b: &'q Quantity) -> (&'q Quantity, &'q Quantity) {
    let width = |q: &Quantity| {
        q.high
            .zip(lowest(q))
            .map_or(f64::INFINITY, |(high, low)| high - low)
    };
    if width(b) > width(a) { (b, a) } else { (a, b) }
}

/// A quantity in plain words: "120 or more", "exactly 87", "12 to 199".
fn shown(q: &Quantity) -> String {
    let number = |v: Option<f64>| v.map_or(String::new(), digits);
    let nominal = || number(q.nominal);
    let text = match q.bound {
        Bound::None => "none".to_owned(),
        Bound::Exact if q.low == q.high => format!("exactly {}", nominal()),
        Bound::Exact => nominal(),
        Bound::About => format!(
            "about {} ({} to {})",
            nominal(),
            number(q.low.map(coarse)),
            number(q.high.map(coarse))
        ),
        Bound::AtLeast if q.low.is_some() => format!("{} or more", number(q.low)),
        Bound::MoreThan if q.high.is_some() => format!("just over {}", nominal()),
        Bound::MoreThan => format!("more than {}", number(q.low)),
        Bound::AtMost => format!("{} or less", number(q.high)),
        Bound::LessThan if q.low.is_some() => format!("almost {}", nominal()),
        Bound::LessThan => format!("less than {}", number(q.high)),
        _ => match (q.low, q.high) {
            (Some(low), Some(high)) => format!("{} to {}", digits(low), digits(high)),
            (Some(low), None) => format!("{} or more", digits(low)),
            (None, Some(high)) => format!("{} or less", digits(high)),
            (None, None) => "some number".to_owned(),
        },
    };
    let unit = match q.unit.as_deref() {
        Some("share") | None => String::new(),
        Some("%") => " %".to_owned(),
        Some(unit) if q.kind == Kind::Age => format!(" {unit}s"),
        Some(unit) => format!(" {unit}"),
    };
    let direction = match q.change {
        Some(Change::Up) => "up ",
        Some(Change::Down) => "down ",
        None => "",
    };
    format!("{direction}{text}{unit}")
}

/// The limits of "about", which are no exact numbers: to three digits.
fn coarse(value: f64) -> f64 {
    if value.abs() < f64::EPSILON {
        return value;
    }
    let unit = 10_f64.powi(value.abs().log10().floor() as i32 - 2);
    (value / unit).round() * unit
}

/// A number with its thousands apart.
fn digits(value: f64) -> String {
    let plain = format!("{:.2}", value.abs());
    let plain = plain.trim_end_matches('0').trim_end_matches('.');
    let (whole, fraction) = plain
        .split_once('.')
        .map_or((plain, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_need_not_say_how_it_is_paid() {
        let price = |number: f64, basis: Option<&str>| {
            Value::Quantity(Quantity {
                kind: Kind::Money,
                unit: Some("USD".to_owned()),
                per: Some("share".to_owned()),
                basis: basis.map(str::to_owned),
                ..Quantity::count(number, Bound::Exact)
            })
        };
        let verdict = |a, b| compare(&a, &b, &Options::default()).verdict;
        let unsaid = || price(41.0, None);
        assert_eq!(
            verdict(price(38.5, Some("in cash")), unsaid()),
            Verdict::Conflict
        );
        assert_eq!(
            verdict(unsaid(), price(38.5, Some("in cash"))),
            Verdict::Conflict
        );
        // A price that lies far off may be the part that is paid in cash.
        assert_eq!(
            verdict(price(20.0, Some("in cash")), unsaid()),
            Verdict::Compatible
        );
        assert_eq!(
            verdict(price(38.5, Some("before tax")), unsaid()),
            Verdict::Compatible
        );
    }
}
