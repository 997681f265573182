//! Which files a pattern of paths names: `*` and `?` within a name, `**` for any folders, sorted.

use std::path::{Path, PathBuf};

/// Whether a path of the configuration is a pattern.
pub(in crate::cli) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?'])
}

/// The paths under the working directory that fit `pattern` and are folders or not, as asked; hidden ones only where the
/// pattern names the dot. Sorted, so that no file system's order shows.
pub(in crate::cli) fn expand(pattern: &str, folders: bool) -> Vec<PathBuf> {
    let parts: Vec<&str> = pattern
        .split('/')
        .filter(|p| !p.is_empty() && *p != ".")
        .collect();
    let start = if pattern.starts_with('/') { "/" } else { "" };
    let mut found = Vec::new();
    walk(Path::new(start), &parts, folders, &mut found);
    found.sort();
    found.dedup();
    found
}

fn walk(folder: &Path, parts: &[&str], folders: bool, found: &mut Vec<PathBuf>) {
    let Some((part, rest)) = parts.split_first() else {
        return;
    };
    if !is_pattern(part) {
        step(folder.join(part), rest, folders, found);
        return;
    }
    if *part == "**" {
        walk(folder, rest, folders, found);
    }
    for path in entries(folder) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        let Some(name) = name.filter(|n| part.starts_with('.') || !n.starts_with('.')) else {
            continue;
        };
        if *part == "**" {
            // A symbolic link to a folder above would never end.
            if path.is_dir() && !path.is_symlink() {
                walk(&path, parts, folders, found);
            }
        } else if fits(&name, part) {
            step(path, rest, folders, found);
        }
    }
}

fn step(path: PathBuf, rest: &[&str], folders: bool, found: &mut Vec<PathBuf>) {
    if rest.is_empty() {
        if path.exists() && path.is_dir() == folders {
            found.push(path);
        }
    } else if path.is_dir() {
        walk(&path, rest, folders, found);
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let named = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let entries = std::fs::read_dir(named).into_iter().flatten().flatten();
    entries
        .map(|entry| folder.join(entry.file_name()))
        .collect()
}

/// Whether a name fits a pattern of one part.
fn fits(name: &str, pattern: &str) -> bool {
    match pattern.chars().next() {
        None => name.is_empty(),
        Some('*') => {
            let rest = pattern.get(1..).unwrap_or("");
            name.char_indices()
                .map(|(at, _)| at)
                .chain([name.len()])
                .any(|at| name.get(at..).is_some_and(|tail| fits(tail, rest)))
        }
        Some(sign) => name.chars().next().is_some_and(|c| {
            (sign == '?' || sign == c)
                && fits(
                    name.get(c.len_utf8()..).unwrap_or(""),
                    pattern.get(sign.len_utf8()..).unwrap_or(""),
                )
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_and_question_marks() {
        for (name, pattern) in [
            ("a.txt", "*.txt"),
            ("a.txt", "?.t*t"),
            ("", "*"),
            ("naïve.md", "na?ve.*"),
        ] {
            assert!(fits(name, pattern), "{name} {pattern}");
        }
        for (name, pattern) in [
            ("a.txt", "*.md"),
            ("ab", "?"),
            ("a", ""),
            ("a.txt.bak", "*.txt"),
        ] {
            assert!(!fits(name, pattern), "{name} {pattern}");
        }
    }
}
