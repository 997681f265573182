//! Reads what the command line and the configuration name into sources. Nothing is skipped silently.

mod decode;
mod markdown;
mod page;

use super::args::InputForm;
use super::output;
use crate::error::Error;
use crate::text::{MAX_BYTES, Source};
use serde::Deserialize;
use std::io::Read;
use std::path::Path;

/// One article as an object of the JSON contract.
#[derive(Debug, Deserialize)]
struct ArticleFile {
    id: Option<serde_json::Value>,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    author: Option<String>,
    text: String,
}

/// A group of articles as a line of JSONL.
#[derive(Debug, Deserialize)]
struct GroupFile {
    id: Option<serde_json::Value>,
    articles: Vec<ArticleFile>,
}

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

/// The articles that a path holds.
pub(super) fn articles(path: &Path, form: Option<InputForm>) -> Result<Vec<Source>, Error> {
    let name = path.display().to_string();
    let form = form.unwrap_or_else(|| form_of(path));
    let text = decoded(path, form == InputForm::Html)?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        let what = if name == "-" {
            "standard input"
        } else {
            "the file"
        };
        return Err(Error::new(format!("{what} is empty")).at(name));
    }
    match form {
        InputForm::Txt => Ok(vec![Source::new(name, text)]),
        InputForm::Md => Ok(vec![prose(&name, &text)]),
        InputForm::Html => Ok(vec![page::read(&name, &text)?]),
        InputForm::Json => Ok(vec![source(parse(&text, &name, 0)?, &name)]),
        InputForm::Jsonl => lines(&text)
            .map(|(line, row)| Ok(source(parse(row, &name, line)?, &format!("{name}:{line}"))))
            .collect(),
    }
}

/// The groups that a JSONL path holds, of two articles or more each.
///
/// # Errors
/// Also if there is none: nothing would be compared.
pub(super) fn groups(path: &Path) -> Result<Vec<Group>, Error> {
    let name = path.display().to_string();
    let text = text_of(path)?;
    let groups: Vec<Group> = lines(&text)
        .map(|(line, row)| {
            let group: GroupFile = parse(row, &name, line)?;
            let id = label(group.id, || format!("{name}:{line}"));
            let articles = group
                .articles
                .into_iter()
                .enumerate()
                .map(|(n, a)| source(a, &format!("{id}/{n}")))
                .collect();
            let group = Group::of(id, articles);
            group.map_err(|why| Error::new(why).at(format!("{name}:{line}")))
        })
        .collect::<Result<_, Error>>()?;
    if groups.is_empty() {
        return Err(Error::new("no group of articles is in it").at(name));
    }
    Ok(groups)
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, row)| (at + 1, row))
        .filter(|(_, row)| !row.trim().is_empty())
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

fn parse<'t, T: Deserialize<'t>>(text: &'t str, name: &str, line: usize) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| {
        let line = if line == 0 { error.line() } else { line };
        let message = error.to_string();
        let message = message
            .split(" at line ")
            .next()
            .unwrap_or(&message)
            .to_owned();
        let is_other = message.starts_with("missing field");
        let error = Error::new(message).at(format!("{name}:{line}:{}", error.column()));
        if is_other {
            return error.with_detail(
                "An article is an object {\"id\", \"title\", \"published\", \"text\"}, of which text is needed; a group is {\"id\", \"articles\": [{…}, {…}]}.",
            );
        }
        error
    })
}

fn label(id: Option<serde_json::Value>, default: impl Fn() -> String) -> String {
    match id {
        Some(serde_json::Value::String(id)) => id,
        Some(serde_json::Value::Null) | None => default(),
        Some(other) => other.to_string(),
    }
}

fn source(article: ArticleFile, default: &str) -> Source {
    Source {
        id: label(article.id, || default.to_owned()),
        title: article.title,
        published: article.published,
        outlet: article.source,
        author: article.author,
        text: article.text,
        lines: None,
    }
}

/// A Markdown file as an article.
fn prose(name: &str, text: &str) -> Source {
    let page = markdown::read(text);
    Source {
        title: page.title,
        published: page.published,
        lines: page.lines,
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
    decoded(path, false)
}

/// The same, heeding the charset that a web page names.
fn decoded(path: &Path, is_page: bool) -> Result<String, Error> {
    let name = path.display().to_string();
    let bytes = bytes_of(path)?;
    let declared = decode::charset_of_page(&bytes).filter(|_| is_page);
    let decoded = decode::decode(bytes, declared).map_err(|why| Error::new(why).at(&name))?;
    if let Some(remark) = decoded.remark {
        output::note(&format!("{name}: {remark}"));
    }
    Ok(decoded.text)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let name = path.display().to_string();
    let fail = |error: std::io::Error| Error::new(reason(&error)).at(&name);
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(fail)?;
    } else {
        let file = std::fs::File::open(path).map_err(fail)?;
        let kind = file.metadata().map_err(fail)?;
        if kind.is_dir() {
            return Err(Error::new("this is a directory, not an article").at(&name));
        }
        if kind.len() > MAX_BYTES {
            return Err(
                Error::new(format!("larger than the limit of {} MiB", MAX_BYTES >> 20)).at(&name),
            );
        }
        std::io::BufReader::new(file)
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(fail)?;
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
