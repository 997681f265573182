//! Where rule files are found: compiled in, in `./rules`, and where `--rules` points. Nothing that lies there
//! is passed over in silence.

mod check;
mod explain;
mod list;
mod measure;
mod new;
mod test;

pub(super) use check::{lint, schema};
pub(super) use explain::explain;
pub(super) use list::{list, show};
pub(super) use measure::{coverage, mutate, stats};
pub(super) use new::new;
pub(super) use test::test;

use super::{input, output};
use crate::error::Error;
use crate::rule::{RuleSet, RuleText, built_in, compile, ready};
use crate::value::number;
use std::path::{Path, PathBuf};

/// The folder of the working directory whose rule files are read without being named.
const FOLDER: &str = "rules";

/// The table of approximators and vague words, which is no rule file.
const QUANTIFIERS: &str = "quantifiers.json";

/// The rules in force, and every mistake in the files that were to be read.
pub(super) struct Loaded {
    pub(super) rules: RuleSet,
    pub(super) errors: Vec<Error>,
    /// The files the rules were made of.
    pub(super) texts: Vec<RuleText>,
}

/// Loads the built-in packs, those of `./rules` and those of `paths`, to read articles by.
///
/// # Errors
/// If nothing at all could be loaded.
pub(super) fn load(paths: &[PathBuf]) -> Result<Loaded, Error> {
    load_by(ready, paths)
}

/// Loads the same with the tests that the files hold.
fn load_with_tests(paths: &[PathBuf]) -> Result<Loaded, Error> {
    load_by(compile, paths)
}

/// Loads the same with the tests of these files, or of all if none is named: the files that ship come ready, but without theirs.
fn load_to_test(files: &[PathBuf]) -> Result<Loaded, Error> {
    let asked = |text: &RuleText| files.is_empty() || is_named(&text.origin, files);
    let by = |texts: &[RuleText]| {
        if texts.iter().any(|text| text.ships() && asked(text)) {
            compile(texts)
        } else {
            ready(texts)
        }
    };
    load_by(by, files)
}

/// Puts the table of quantifiers of `./rules` or of `paths` in force, for a command that reads values and asks nothing of rules; what
/// is wrong with the files there.
pub(super) fn load_quantifiers(paths: &[PathBuf]) -> Vec<Error> {
    gather(paths).errors
}

fn load_by(
    compile: impl FnOnce(&[RuleText]) -> (RuleSet, Vec<Error>),
    paths: &[PathBuf],
) -> Result<Loaded, Error> {
    let Gathered {
        texts, mut errors, ..
    } = gather(paths);
    let (rules, mistakes) = compile(&texts);
    errors.extend(mistakes);
    if rules.claims.is_empty() {
        return Err(errors
            .into_iter()
            .next()
            .unwrap_or_else(|| Error::new("no rule is loaded: nothing can be compared")));
    }
    Ok(Loaded {
        rules,
        errors,
        texts,
    })
}

/// The files that are to be read, and what lies where a rule file should and is none.
struct Gathered {
    texts: Vec<RuleText>,
    errors: Vec<Error>,
    /// How many files were found where rule files are looked for.
    found: usize,
    /// The tables of quantifiers found there, with where each was: the last counts, as a rule file does.
    quantifiers: Vec<(String, String)>,
}

/// The layer of `./rules`, which is read without being named.
const LOCAL: u16 = 1;

/// The first layer of files that the command line names; below it are the files that ship and those of `./rules`.
const NAMED: u16 = 2;

fn gather(paths: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered {
        texts: built_in(),
        errors: Vec::new(),
        found: 0,
        quantifiers: Vec::new(),
    };
    let local = Path::new(FOLDER);
    if local.is_dir() {
        gathered.folder(local, LOCAL);
    }
    for (path, layer) in paths.iter().zip(NAMED..) {
        if path.is_dir() {
            let before = gathered.found;
            gathered.folder(path, layer);
            if gathered.found == before {
                let message = "there is no rule file in this folder: rule files end in .json";
                let error = Error::new(message).at(path.display().to_string());
                gathered.errors.push(error);
            }
        } else {
            gathered.file(path, layer);
        }
    }
    gathered.put_quantifiers();
    gathered
}

impl Gathered {
    fn folder(&mut self, folder: &Path, layer: u16) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let error = Error::new(error.to_string()).at(folder.display().to_string());
                self.errors.push(error);
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|e| e.path()))
            .collect();
        paths.sort();
        let hidden = |path: &Path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'))
        };
        for path in paths.iter().filter(|p| !hidden(p)) {
            let name = path.display().to_string();
            if path.is_dir() {
                let message = format!(
                    "a folder inside {0} is not read: put its rule files into {0} itself, or name it with --rules {name}",
                    folder.display()
                );
                self.errors.push(Error::new(message).at(name));
            } else if path.extension().is_some_and(|e| e == "json") {
                self.file(path, layer);
            } else if layer == LOCAL {
                // Nobody said that this folder is one of rules: other things may lie in it.
                if !is_read_me(path) {
                    output::note(&format!("{name}: not read, for rule files end in .json"));
                }
            } else {
                let message = format!(
                    "this is no rule file: rule files end in .json; rename it, or move it out of {}",
                    folder.display()
                );
                self.errors.push(Error::new(message).at(name));
            }
        }
    }

    /// Puts the last table of quantifiers in force; of each of them it is told what is wrong.
    fn put_quantifiers(&mut self) {
        let last = self.quantifiers.len().saturating_sub(1);
        for (at, (origin, text)) in self.quantifiers.iter().enumerate() {
            let read = if at == last {
                number::replace_quantifiers(text)
            } else {
                number::check_quantifiers(text)
            };
            if let Err(refused) = read {
                let place = (refused.line, refused.column);
                let error = crate::problem::error_at(origin, text, place, refused.message);
                self.errors.push(error);
            }
        }
    }

    /// A file that says the same as one read before is that one: a checkout of the program holds its own packs.
    fn file(&mut self, path: &Path, layer: u16) {
        self.found += 1;
        let text = match input::text_of(path) {
            Ok(text) => text,
            Err(error) => {
                self.errors.push(error);
                return;
            }
        };
        let origin = path.display().to_string();
        if path.file_name().is_some_and(|name| name == QUANTIFIERS) {
            self.quantifiers.push((origin, text));
            return;
        }
        match self.texts.iter_mut().find(|t| t.text == text) {
            Some(same) => {
                same.origin = origin.into();
                same.layer = layer;
            }
            None => self.texts.push(RuleText {
                origin: origin.into(),
                text: text.into(),
                layer,
            }),
        }
    }
}

/// Whether a file tells people about its folder.
fn is_read_me(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.to_ascii_lowercase().starts_with("readme"))
}

/// The packs that a command about rule files is to look at: those of the files named, or all.
fn chosen(loaded: &Loaded, files: &[PathBuf]) -> Vec<String> {
    let packs = loaded.rules.packs.iter();
    packs
        .filter(|pack| files.is_empty() || is_named(&pack.origin, files))
        .map(|pack| pack.id.clone())
        .collect()
}

/// Whether what came from `origin` is one of these files, or lies in one of these folders.
fn is_named(origin: &str, files: &[PathBuf]) -> bool {
    files.iter().any(|file| Path::new(origin).starts_with(file))
}

/// Rule files that lie where nothing reads them: in the working directory, or in a folder with nearly the right name.
fn strays() -> Vec<Error> {
    let Ok(entries) = std::fs::read_dir(".") else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    let looks = |path: &Path| {
        path.extension().is_some_and(|e| e == "json")
            && input::text_of(path)
                .is_ok_and(|t| t.contains("\"claims\"") && t.contains("\"find\""))
    };
    let mut strays = Vec::new();
    for path in paths {
        let path = path
            .strip_prefix(".")
            .map_or(path.clone(), Path::to_path_buf);
        let name = path.display().to_string();
        if path.is_file() && looks(&path) {
            let message = "this looks like a rule file, and is not read here: move it into the folder rules, or name it with --rules";
            strays.push(Error::new(message).at(name));
        } else if path.is_dir() && matches!(name.as_str(), "rule" | "Rules" | "RULES" | "Rule") {
            let message = "rule files in this folder are not read: the folder must be called rules";
            strays.push(Error::new(message).at(name));
        }
    }
    strays
}
