//! Places: one place agrees with itself under any name and is compatible with what holds it; two known places of one
//! level, or opposite sides of one place, are in conflict.
//!
//! | left | right | verdict |
//! |---|---|---|
//! | Kiev | Kyiv | agree |
//! | Geneva | Switzerland | compatible, `refinement` |
//! | southeast Oklahoma City | Oklahoma City | compatible, `refinement` |
//! | north of Quito | south of Quito | conflict, `opposite` |
//! | Lyon | Lille | conflict, `differs` |
//! | Lyon | an unknown village | unclear |

use super::{Judgement, Options, Verdict};
use crate::document::fold;
use crate::value::place::{Relation, is_street, relation};
use crate::value::{Name, Value};

/// Compares two places or countries.
pub(super) fn compare(left: &Value, right: &Value, _options: &Options) -> Judgement {
    let (Value::Name(left), Value::Name(right)) = (left, right) else {
        return Judgement::new(Verdict::Unclear, "differs", "not two places");
    };
    let (a, b) = (Chain::of(left), Chain::of(right));
    if a.names.is_empty() || b.names.is_empty() {
        return Judgement::new(Verdict::Unclear, "differs", "a place without a name");
    }
    let against = || format!("{} against {}", a.shown(), b.shown());
    if a.first() == b.first() {
        return if a.wider_apart(&b) && a.is_address() {
            Judgement::new(Verdict::Unclear, "differs", against())
        } else if a.wider_apart(&b) {
            Judgement::new(Verdict::Conflict, "differs", against())
        } else {
            Judgement::new(Verdict::Agree, "same", "")
        };
    }
    if let Some(judgement) = sides(&a, &b) {
        return judgement;
    }
    if a.names.contains(b.first()) {
        return part(&a, &b);
    }
    if b.names.contains(a.first()) {
        return part(&b, &a);
    }
    by_gazetteer(&a, &b).unwrap_or_else(|| Judgement::new(Verdict::Unclear, "differs", against()))
}

/// A place's names from narrow to wide, folded.
struct Chain {
    names: Vec<String>,
    shown: String,
}

impl Chain {
    fn of(name: &Name) -> Chain {
        let own = name.name.iter();
        let wider = name
            .parts
            .iter()
            .filter(|part| Some(*part) != name.name.as_ref());
        let names: Vec<&String> = own.chain(wider).collect();
        Chain {
            shown: names
                .iter()
                .map(|n| n.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            names: names.iter().map(|n| fold(n)).collect(),
        }
    }

    fn first(&self) -> &String {
        static NONE: String = String::new();
        self.names.first().unwrap_or(&NONE)
    }

    fn shown(&self) -> &str {
        &self.shown
    }

    fn wider(&self) -> &[String] {
        self.names.get(1..).unwrap_or(&[])
    }

    /// Whether what holds the two places differs: Springfield in Illinois, Springfield in Ohio.
    fn wider_apart(&self, other: &Chain) -> bool {
        let pairs = || {
            self.wider()
                .iter()
                .flat_map(|x| other.wider().iter().map(move |y| relation(x, y)))
        };
        pairs().any(|r| r == Relation::Apart)
            && !self.wider().iter().any(|x| other.wider().contains(x))
    }

    /// Whether it lies beside the place it is named by: `north of Quito`.
    fn is_beside(&self) -> bool {
        self.first().split(' ').nth(1) == Some("of") && side(self.first()).is_some()
    }

    /// Whether it is a street or an address. Its town may be the reader's guess and settles nothing.
    fn is_address(&self) -> bool {
        is_street(self.first())
    }
}

fn part(narrow: &Chain, wide: &Chain) -> Judgement {
    let why = format!("{} is part of {}", narrow.shown(), wide.shown());
    Judgement::new(Verdict::Compatible, "refinement", why)
}

/// What the tables tell of two places with different names.
fn by_gazetteer(a: &Chain, b: &Chain) -> Option<Judgement> {
    let against = || format!("{} against {}", a.shown(), b.shown());
    let known: Vec<Relation> = a
        .names
        .iter()
        .flat_map(|x| b.names.iter().map(move |y| relation(x, y)))
        .collect();
    match relation(a.first(), b.first()) {
        Relation::Same => return Some(Judgement::new(Verdict::Agree, "alias", against())),
        Relation::Part => {
            let why = format!(
                "one of {} and {} is part of the other",
                a.shown(),
                b.shown()
            );
            return Some(Judgement::new(Verdict::Compatible, "refinement", why));
        }
        Relation::Apart => return Some(Judgement::new(Verdict::Conflict, "differs", against())),
        Relation::Unknown => {}
    }
    // What lies north of Quito may well be another town.
    let beside = a.is_beside() || b.is_beside();
    let apart =
        known.contains(&Relation::Apart) && !a.wider().iter().any(|x| b.wider().contains(x));
    if !beside && apart {
        let guessed = a.is_address() || b.is_address();
        let verdict = if guessed {
            Verdict::Unclear
        } else {
            Verdict::Conflict
        };
        return Some(Judgement::new(verdict, "differs", against()));
    }
    // "Andar, Ghazni" and "Afghanistan": a wider link of one lies in the other.
    let within = |x: &Chain, y: &Chain| {
        x.names
            .iter()
            .any(|name| relation(name, y.first()) == Relation::Part && y.names.len() == 1)
    };
    if within(a, b) {
        return Some(part(a, b));
    }
    if within(b, a) {
        return Some(part(b, a));
    }
    (a.is_address() != b.is_address()).then(|| {
        let (address, place) = if a.is_address() { (a, b) } else { (b, a) };
        let why = format!("{} may lie in {}", address.shown(), place.shown());
        Judgement::new(Verdict::Compatible, "refinement", why)
    })
}

/// A side of a place: `northern` and `mali` of "northern Mali", `north` and `quito` of "north of Quito".
fn side(name: &str) -> Option<((i8, i8), &str)> {
    let (word, rest) = name.split_once(' ')?;
    let word = word.trim_end_matches("ern").replace('-', "");
    let north = i8::from(word.starts_with("north")) - i8::from(word.starts_with("south"));
    let east = i8::from(word.ends_with("east")) - i8::from(word.ends_with("west"));
    ((north, east) != (0, 0)).then(|| ((north, east), rest.strip_prefix("of ").unwrap_or(rest)))
}

/// Two sides of one place: opposite ones are in conflict, neighbours are compatible.
fn sides(a: &Chain, b: &Chain) -> Option<Judgement> {
    let ((a_point, a_place), (b_point, b_place)) = (side(a.first())?, side(b.first())?);
    let one_place = a_place == b_place || relation(a_place, b_place) == Relation::Same;
    if !one_place || relation(a.first(), b.first()) != Relation::Unknown {
        return None;
    }
    let why = format!("{} against {}", a.shown(), b.shown());
    let product = a_point.0 * b_point.0 + a_point.1 * b_point.1;
    Some(if a_point == b_point {
        Judgement::new(Verdict::Agree, "same", "")
    } else if product < 0 {
        Judgement::new(Verdict::Conflict, "opposite", why)
    } else if product > 0 {
        Judgement::new(Verdict::Compatible, "refinement", why)
    } else {
        Judgement::new(Verdict::Unclear, "differs", why)
    })
}
