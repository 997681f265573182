//! Articles and groups of articles as objects of the JSON contract: what is wrong with one, and where.

use super::{Group, output};
use crate::cli::json::{self, Raw, key_before, offset_in, offset_of_part, string_of};
use crate::cli::published::published;
use crate::error::Error;
use crate::problem::{Problem, nearest};
use crate::text::{Fidelity, Source};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The keys of an article; others may stand beside them for other readers.
const ARTICLE: [&str; 6] = ["id", "title", "published", "source", "author", "text"];

/// The keys of a group.
const GROUP: [&str; 2] = ["id", "articles"];

/// How the objects are written, for whoever wrote something else.
const FORMS: &str = "an article is an object {\"id\", \"title\", \"published\", \"text\"}, of which text is needed; a group is {\"id\", \"articles\": [{…}, {…}]}";

/// An article as it is written.
#[derive(Debug, Deserialize)]
struct ArticleFile<'t> {
    id: Option<serde_json::Value>,
    title: Option<String>,
    #[serde(borrow)]
    published: Option<Raw<'t>>,
    source: Option<String>,
    author: Option<String>,
    text: String,
}

/// A group as it is written.
#[derive(Debug, Deserialize)]
struct GroupFile<'t> {
    id: Option<serde_json::Value>,
    #[serde(borrow)]
    articles: Vec<Raw<'t>>,
}

/// The one article of a JSON file.
pub(super) fn article(name: &str, text: &str) -> Result<Source, Error> {
    let mut reader = ObjectReader::new(name, text);
    let article = json::read(text).and_then(|raw| reader.article(raw, name));
    article.map_err(|problem| problem.into_error(name, text))
}

/// The articles of a JSONL file, one a line.
pub(super) fn articles(name: &str, text: &str) -> Result<Vec<Source>, Error> {
    let mut reader = ObjectReader::new(name, text);
    let articles = lines(text).map(|(line, row)| {
        let raw = reader.row(row)?;
        reader.article(raw, &format!("{name}:{line}"))
    });
    let articles = articles.collect::<Result<_, _>>();
    articles.map_err(|problem: Problem| problem.into_error(name, text))
}

/// The groups of a JSONL file, one a line.
pub(super) fn groups(name: &str, text: &str) -> Result<Vec<Group>, Error> {
    let mut reader = ObjectReader::new(name, text);
    let groups = lines(text).map(|(line, row)| {
        let raw = reader.row(row)?;
        reader.group(raw, &format!("{name}:{line}"))
    });
    let groups = groups.collect::<Result<_, _>>();
    groups.map_err(|problem: Problem| problem.into_error(name, text))
}

/// Whether a JSONL file is one of groups: its first line tells.
pub(super) fn are_groups(text: &str) -> bool {
    let first = lines(text).next().map_or("", |(_, row)| row);
    let keys: BTreeMap<String, Raw<'_>> = json::read(first).unwrap_or_default();
    keys.contains_key("articles")
}

/// The lines that are not blank, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let rows = text.lines().enumerate().map(|(at, row)| (at + 1, row));
    rows.filter(|(_, row)| !row.trim().is_empty())
}

/// A file that is being read.
struct ObjectReader<'t> {
    name: &'t str,
    text: &'t str,
    /// The keys about which something was said: once a file is enough.
    told: BTreeSet<String>,
}

impl<'t> ObjectReader<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        ObjectReader {
            name,
            text,
            told: BTreeSet::new(),
        }
    }

    fn row(&self, row: &'t str) -> Result<Raw<'t>, Problem> {
        json::read(row).map_err(|problem| problem.shifted(offset_of_part(self.text, row)))
    }

    fn group(&mut self, raw: Raw<'t>, default: &str) -> Result<Group, Problem> {
        let group: GroupFile<'t> = self.object(raw, &GROUP)?;
        let id = label(group.id, default);
        let mut articles = Vec::new();
        for (at, raw) in group.articles.into_iter().enumerate() {
            articles.push(self.article(raw, &format!("{id}/{at}"))?);
        }
        Group::of(id, articles).map_err(|why| Problem::new(offset_in(self.text, raw), why))
    }

    fn article(&mut self, raw: Raw<'t>, default: &str) -> Result<Source, Problem> {
        let article: ArticleFile<'t> = self.object(raw, &ARTICLE)?;
        let id = label(article.id, default);
        let title = article.title.as_deref().unwrap_or("");
        if article.text.trim().is_empty() && title.trim().is_empty() {
            let message = format!("the article {id} is empty");
            return Err(Problem::new(offset_in(self.text, raw), message));
        }
        let published = article.published.map(|raw| self.published(raw, &id));
        Ok(Source {
            id,
            title: article.title,
            published: published.transpose()?.flatten(),
            outlet: article.source,
            author: article.author,
            text: article.text,
            lines: None,
            fidelity: Fidelity::Extracted,
        })
    }

    /// When the article `id` was published; an empty string says as little as `null`.
    fn published(&self, raw: Raw<'t>, id: &str) -> Result<Option<String>, Problem> {
        let said = string_of(self.text, raw)?;
        if said.trim().is_empty() {
            return Ok(None);
        }
        let read = published(&said).map(Some);
        read.map_err(|why| {
            Problem::new(
                offset_in(self.text, raw),
                format!("the article {id}: {why}"),
            )
        })
    }

    /// An object with some of the keys `known`. serde alone would take a list of the values for one.
    fn object<T: Deserialize<'t>>(&mut self, raw: Raw<'t>, known: &[&str]) -> Result<T, Problem> {
        let start = offset_in(self.text, raw);
        if !raw.get().starts_with('{') {
            let message = format!("this is no object: {FORMS}");
            return Err(Problem::new(start, message));
        }
        let read = json::read_part(self.text, raw).map_err(|problem| {
            if problem.message.starts_with("missing field") {
                return Problem::new(start, format!("{}: {FORMS}", problem.message));
            }
            problem
        })?;
        self.remark(raw, known);
        Ok(read)
    }

    /// Says which keys look like one of the keys `known` that is missing, and are not read. Others are somebody else's.
    fn remark(&mut self, raw: Raw<'t>, known: &[&str]) {
        let keys: BTreeMap<String, Raw<'_>> = json::read(raw.get()).unwrap_or_default();
        let is_missing = |name: &&str| !keys.contains_key(*name);
        let missing: Vec<&str> = known.iter().copied().filter(is_missing).collect();
        for key in keys.keys().filter(|key| !known.contains(&key.as_str())) {
            if let Some(meant) = nearest(key, missing.iter().copied())
                && self.told.insert(key.clone())
            {
                let end = offset_in(self.text, raw) + raw.get().len();
                let message = format!("the key \"{key}\" is not read, did you mean {meant}?");
                let place = Problem::new(key_before(self.text, end, key), message);
                output::note(&place.into_error(self.name, self.text).to_string());
            }
        }
    }
}

/// The name of an object: its `id`, else `default`.
fn label(id: Option<serde_json::Value>, default: &str) -> String {
    match id {
        Some(serde_json::Value::String(id)) => id,
        Some(serde_json::Value::Null) | None => default.to_owned(),
        Some(other) => other.to_string(),
    }
}
