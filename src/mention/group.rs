//! Which mentions of organisations and bodies are one: the full name and names that leave out words of it.

use super::Mention;
use crate::compare::{Kinship, NameWords, kinship};
use crate::value::{Kind, Value};

/// An organisation or body of the article.
struct Group {
    kind: Kind,
    name: String,
    words: NameWords,
}

/// Numbers the organisations and bodies of an article, after its people, and gives each mention the fullest name.
pub(super) fn resolve(mentions: &mut [Mention]) {
    let first = mentions
        .iter()
        .filter_map(|m| m.entity)
        .max()
        .map_or(0, |id| id + 1);
    let mut groups: Vec<Group> = Vec::new();
    for mention in mentions.iter() {
        let Some((kind, name)) = group(mention) else {
            continue;
        };
        if !groups.iter().any(|g| g.name == name) {
            groups.push(Group {
                kind,
                words: NameWords::of(name),
                name: name.to_owned(),
            });
        }
    }
    let fullest: Vec<usize> = (0..groups.len()).map(|at| fullest(&groups, at)).collect();
    let ids: Vec<usize> = {
        let mut seen: Vec<usize> = Vec::new();
        for full in &fullest {
            if !seen.contains(full) {
                seen.push(*full);
            }
        }
        fullest
            .iter()
            .map(|full| seen.iter().position(|s| s == full).unwrap_or(0))
            .collect()
    };
    for mention in mentions.iter_mut() {
        let Some(at) =
            group(mention).and_then(|(_, name)| groups.iter().position(|g| g.name == name))
        else {
            continue;
        };
        let (Some(full), Some(id)) = (fullest.get(at).and_then(|f| groups.get(*f)), ids.get(at))
        else {
            continue;
        };
        mention.entity = Some(first + *id as u32);
        if let Value::Name(value) = &mut mention.value {
            value.name = Some(full.name.clone());
        }
    }
}

fn group(mention: &Mention) -> Option<(Kind, &str)> {
    match &mention.value {
        Value::Name(value) if matches!(value.kind, Kind::Organisation | Kind::Body) => {
            Some((value.kind, value.name.as_deref()?))
        }
        _ => None,
    }
}

/// The one group whose name is the fuller form of that of group `at`; itself if there is none or if two would do.
fn fullest(groups: &[Group], at: usize) -> usize {
    let Some(short) = groups.get(at) else {
        return at;
    };
    let longer: Vec<usize> = (0..groups.len())
        .filter(|&other| {
            other != at
                && groups.get(other).is_some_and(|long| {
                    let kin = kinship(&short.words, &long.words);
                    let fuller = match kin {
                        Kinship::Same if long.name.len() == short.name.len() => other < at,
                        Kinship::Same | Kinship::Acronym | Kinship::Shorter => {
                            long.name.len() > short.name.len()
                        }
                        _ => false,
                    };
                    fuller && long.kind == short.kind
                })
        })
        .collect();
    match longer.as_slice() {
        [one] => *one,
        _ => at,
    }
}
