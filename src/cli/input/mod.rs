//! Reads what the command line and the configuration name into sources. Nothing is skipped silently.

mod decode;
mod markdown;
mod object;
mod page;

use super::args::InputForm;
use super::output;
use crate::error::Error;
use crate::text::{Fidelity, MAX_BYTES, Source};
use std::io::Read;
use std::path::Path;

/// Articles that are compared with each other.
#[derive(Debug)]
pub(super) struct Group {
    /// The group's name in machine formats.
    pub(super) id: String,
    /// Its articles, in order: two or more.
    pub(super) articles: Vec<Source>,
}

impl Group {
    /// A group of at least two articles.
    ///
    /// # Errors
    /// If there are fewer: nothing would be compared.
    pub(super) fn of(id: String, articles: Vec<Source>) -> Result<Self, String> {
        match articles.len() {
            0 => Err(format!("the group {id} has no article")),
            1 => Err(format!(
                "the group {id} has one article; a comparison takes two or more"
            )),
            _ => Ok(Group { id, articles }),
        }
    }
}

/// What a path holds.
#[derive(Debug)]
pub(super) enum Held {
    /// Articles: one, or with JSONL one a line.
    Articles(Vec<Source>),
    /// JSONL of groups.
    Groups(Vec<Group>),
}

/// The articles or groups that a path holds.
///
/// # Errors
/// If it holds neither, or something that is none.
pub(super) fn held(path: &Path, form: Option<InputForm>) -> Result<Held, Error> {
    let name = path.display().to_string();
    let form = form.unwrap_or_else(|| form_of(path));
    let text = full(path, form == InputForm::Html)?;
    if form == InputForm::Jsonl && object::are_groups(&text.0) {
        return object::groups(&name, &text.0).map(Held::Groups);
    }
    read(&name, text, form).map(Held::Articles)
}

/// The articles that a path holds.
///
/// # Errors
/// If it holds none, or something that is none.
pub(super) fn articles(path: &Path, form: Option<InputForm>) -> Result<Vec<Source>, Error> {
    let form = form.unwrap_or_else(|| form_of(path));
    let text = full(path, form == InputForm::Html)?;
    read(&path.display().to_string(), text, form)
}

/// The groups that a JSONL path holds, of two articles or more each.
///
/// # Errors
/// Also if there is none: nothing would be compared.
pub(super) fn groups(path: &Path) -> Result<Vec<Group>, Error> {
    object::groups(&path.display().to_string(), &full(path, false)?.0)
}

fn read(name: &str, (text, fidelity): Text, form: InputForm) -> Result<Vec<Source>, Error> {
    match form {
        InputForm::Txt => Ok(vec![Source {
            fidelity,
            ..Source::new(name, text)
        }]),
        InputForm::Md => Ok(vec![prose(name, &text)]),
        InputForm::Html => Ok(vec![page::read(name, &text)?]),
        InputForm::Json => Ok(vec![object::article(name, &text)?]),
        InputForm::Jsonl => object::articles(name, &text),
    }
}

/// The characters of a file, and whether they are its very bytes.
type Text = (String, Fidelity);

/// The text of a path, which is not empty.
fn full(path: &Path, is_page: bool) -> Result<Text, Error> {
    let (text, fidelity) = decoded(path, is_page)?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        let name = path.display().to_string();
        let what = if name == "-" {
            "standard input"
        } else {
            "the file"
        };
        return Err(Error::new(format!("{what} is empty")).at(name));
    }
    Ok((text, fidelity))
}

/// The form that a path's ending tells.
pub(super) fn form_of(path: &Path) -> InputForm {
    let ending = path.extension().and_then(|e| e.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => InputForm::Json,
        Some("jsonl") => InputForm::Jsonl,
        Some("md" | "markdown") => InputForm::Md,
        Some("html" | "htm" | "xhtml") => InputForm::Html,
        _ => InputForm::Txt,
    }
}

/// A Markdown file as an article.
fn prose(name: &str, text: &str) -> Source {
    let page = markdown::read(text);
    Source {
        title: page.title,
        published: page.published,
        lines: page.lines,
        fidelity: Fidelity::Placed,
        ..Source::new(name, page.text)
    }
}

/// The day that a date in somebody's page begins with (`2024-05-02T10:11:12.000Z`); its time and zone vary too much.
fn day_of(text: &str) -> Option<String> {
    let day = text.trim().get(..10)?;
    day.parse::<jiff::civil::Date>().ok()?;
    Some(day.to_owned())
}

/// The text of a path or of standard input.
pub(super) fn text_of(path: &Path) -> Result<String, Error> {
    decoded(path, false).map(|(text, _)| text)
}

/// The same, heeding the charset that a web page names.
fn decoded(path: &Path, is_page: bool) -> Result<Text, Error> {
    let name = path.display().to_string();
    let bytes = bytes_of(path)?;
    let declared = decode::charset_of_page(&bytes).filter(|_| is_page);
    let decoded = decode::decode(bytes, declared).map_err(|why| Error::new(why).at(&name))?;
    let Some(remark) = decoded.remark else {
        return Ok((decoded.text, Fidelity::Exact));
    };
    output::note(&format!("{name}: {remark}"));
    Ok((decoded.text, Fidelity::Placed))
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let name = path.display().to_string();
    let fail = |error: std::io::Error| Error::new(reason(&error)).at(&name);
    let mut bytes = Vec::new();
    if name == "-" {
        let input = std::io::stdin().lock();
        let mut input = input.take(MAX_BYTES + 1);
        input.read_to_end(&mut bytes).map_err(fail)?;
    } else {
        let file = std::fs::File::open(path).map_err(fail)?;
        if file.metadata().map_err(fail)?.is_dir() {
            return Err(Error::new("this is a directory, not an article").at(&name));
        }
        std::io::BufReader::new(file)
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(fail)?;
    }
    // A pipe does not say beforehand how long it is.
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("larger than the limit of {} MiB", MAX_BYTES >> 20);
        return Err(Error::new(message).at(&name));
    }
    Ok(bytes)
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
