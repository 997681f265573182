//! Labels of a rule file: equal, covered by a broader one, told apart only by a person, or in conflict.

use super::{Judgement, Options, Verdict, name, person};
use crate::value::{Kind, Value};

/// Compares two labels, or two names. Values of other kinds are unclear.
pub(super) fn compare(left: &Value, right: &Value, options: &Options) -> Judgement {
    let (a, b) = match (left, right) {
        (Value::Choice(a), Value::Choice(b)) => (a, b),
        // Beside "unknown people" an answer may be somebody's name.
        (Value::Name(a), Value::Name(b))
            if (a.kind == Kind::Person) == (b.kind == Kind::Person) =>
        {
            let compare = if a.kind == Kind::Person {
                person::compare
            } else {
                name::compare
            };
            return compare(left, right, options);
        }
        _ => return Judgement::new(Verdict::Unclear, "look", "not two labels"),
    };
    if a == b {
        return Judgement::new(Verdict::Agree, "same", "");
    }
    if covers(options, a, b) {
        return refinement(b, a);
    }
    if covers(options, b, a) {
        return refinement(a, b);
    }
    let listed = |(x, y): &(String, String)| (x == a && y == b) || (x == b && y == a);
    if options.unclear.iter().any(listed) {
        return Judgement::new(
            Verdict::Unclear,
            "look",
            format!("\"{a}\" and \"{b}\" are hard to tell apart"),
        );
    }
    Judgement::new(
        Verdict::Conflict,
        "differs",
        format!("\"{a}\" against \"{b}\""),
    )
}

fn refinement(narrow: &str, broad: &str) -> Judgement {
    Judgement::new(
        Verdict::Compatible,
        "refinement",
        format!("\"{narrow}\" is a kind of \"{broad}\""),
    )
}

/// How many of the listed labels cover a label; 0 for any other value.
pub fn narrowness(value: &Value, options: &Options) -> usize {
    let Value::Choice(label) = value else {
        return 0;
    };
    let broad = options.broader.iter().map(|(broad, _)| broad);
    broad.filter(|broad| covers(options, broad, label)).count()
}

/// Whether `broad` is listed as covering `narrow`, directly or through labels between.
fn covers(options: &Options, broad: &str, narrow: &str) -> bool {
    let mut known = vec![broad];
    let mut next = 0;
    while let Some(label) = known.get(next).copied() {
        next += 1;
        for (_, narrower) in options.broader.iter().filter(|(b, _)| b == label) {
            for below in narrower {
                if below == narrow {
                    return true;
                }
                if !known.contains(&below.as_str()) {
                    known.push(below);
                }
            }
        }
    }
    false
}
