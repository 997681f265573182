//! People: names against names, roles against roles, never a name against a role.
//!
//! A conflict needs two names that no spelling, short form or transcription makes one.

use super::likeness::{Likeness, likeness};
use super::{Judgement, Options, Verdict, name};
use crate::value::name::NameParts;
use crate::value::{Kind, Name, Value};

/// Compares two people.
pub(super) fn compare(left: &Value, right: &Value, options: &Options) -> Judgement {
    let (Value::Name(a), Value::Name(b)) = (left, right) else {
        return Judgement::new(Verdict::Unclear, "kind", "a name against something else");
    };
    match (a.kind == Kind::Person, b.kind == Kind::Person) {
        (true, true) => {}
        (false, false) => return name::compare(left, right, options),
        _ => return Judgement::new(Verdict::Unclear, "kind", "a person against something else"),
    }
    match (&a.name, &b.name) {
        (Some(x), Some(y)) => compare_names(x, y),
        _ => compare_roles(a, b),
    }
}

fn compare_names(left: &str, right: &str) -> Judgement {
    match likeness(&NameParts::of(left), &NameParts::of(right)) {
        Likeness::Same | Likeness::Subset => Judgement::new(Verdict::Agree, "same", ""),
        Likeness::Nickname => alias(
            Verdict::Agree,
            format!("{left} and {right} are forms of one name"),
        ),
        Likeness::Transcription => alias(
            Verdict::Agree,
            format!("{left} and {right} transcribe one name"),
        ),
        Likeness::Alone => alias(
            Verdict::Agree,
            format!("{left} and {right} share the name that one side gives alone"),
        ),
        Likeness::Spelling => Judgement::new(
            Verdict::Compatible,
            "spelling",
            format!("one letter differs: {left}, {right}"),
        ),
        Likeness::Near => alias(
            Verdict::Compatible,
            format!("{left} and {right} are alike, and may be one name or two"),
        ),
        Likeness::Different => Judgement::new(
            Verdict::Conflict,
            "different",
            format!("{left} against {right}"),
        ),
    }
}

fn alias(verdict: Verdict, why: String) -> Judgement {
    Judgement::new(verdict, "alias", why)
}

/// Somebody described against somebody named or described: no two descriptions exclude each other.
fn compare_roles(left: &Name, right: &Name) -> Judgement {
    let same_role = left.role.is_some() && left.role == right.role;
    let same_of = left.of.is_some() && left.of == right.of;
    let neither_of =
        left.of.is_none() && right.of.is_none() && left.name.is_none() && right.name.is_none();
    if same_role && (same_of || neither_of) {
        let reason = if left.name == right.name {
            "same"
        } else {
            "described"
        };
        return Judgement::new(Verdict::Agree, reason, "");
    }
    let described = |name: &Name| name.to_string();
    Judgement::new(
        Verdict::Compatible,
        "described",
        format!("{} / {}", described(left), described(right)),
    )
}
