//! From the file's mirror to a configuration: names looked up, dates understood, every mistake kept with its place.

use super::file::{AcceptedFile, ArticleFile, File, GroupFile};
use super::{Accepted, Article, Config, FORMAT, Members, Plan, Weight};
use crate::cli::args::FailOn;
use crate::cli::json::{self, Raw, key_before, offset_in, string_of};
use crate::cli::published::published;
use crate::compare::Verdict;
use crate::finding::Mode;
use crate::problem::{Problem, suggest};
use crate::rule::Severity;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Reads the configuration `text`, called `name`.
pub(super) fn read(name: &str, text: &str) -> Result<Config, Vec<Problem>> {
    let file: File<'_> = json::read(text).map_err(|problem| vec![problem])?;
    let mut reader = ConfigReader {
        text,
        problems: Vec::new(),
    };
    if serde_json::from_str::<u32>(file.format.get()).ok() != Some(FORMAT) {
        let message = format!("this program reads configurations of format {FORMAT}");
        reader.mistake(offset_in(text, file.format), message);
    }
    if file.groups.is_empty() {
        let at = text.find("\"groups\"").unwrap_or(0);
        reader.mistake(at, "no group is named: nothing would be checked");
    }
    let config = Config {
        name: name.to_owned(),
        text: text.to_owned(),
        groups: reader.groups(&file.groups),
        rules: file
            .rules
            .iter()
            .filter_map(|raw| reader.string(raw).map(PathBuf::from))
            .collect(),
        packs: reader.packs(&file.packs),
        weights: reader.weights(&file.severity),
        fail_on: file
            .fail_on
            .and_then(|raw| reader.one_of(raw, &FAIL_ON))
            .unwrap_or(FailOn::Warning),
        accepted: reader.accepted(file.accepted),
        accepted_list: file.accepted.map(|raw| {
            let start = offset_in(text, raw) + 1;
            start..start + raw.get().len().saturating_sub(2)
        }),
    };
    if reader.problems.is_empty() {
        Ok(config)
    } else {
        Err(reader.problems)
    }
}

const FAIL_ON: [(&str, FailOn); 4] = [
    ("error", FailOn::Error),
    ("warning", FailOn::Warning),
    ("note", FailOn::Note),
    ("never", FailOn::Never),
];

const SWITCH: [(&str, bool); 2] = [("on", true), ("off", false)];

/// What a single severity for a claim is about: whatever may be a discrepancy.
const DISCREPANCIES: [Verdict; 3] = [Verdict::Conflict, Verdict::Inconsistent, Verdict::Unclear];

struct ConfigReader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl ConfigReader<'_> {
    fn mistake(&mut self, offset: usize, message: impl Into<String>) {
        self.problems.push(Problem::new(offset, message));
    }

    fn keep<T>(&mut self, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.problems.push(problem)).ok()
    }

    fn string(&mut self, raw: Raw<'_>) -> Option<String> {
        let read = string_of(self.text, raw);
        self.keep(read)
    }

    /// A string that must be one of a few.
    fn one_of<T: Copy>(&mut self, raw: Raw<'_>, table: &[(&str, T)]) -> Option<T> {
        let said = self.string(raw)?;
        let found = table.iter().find(|(name, _)| *name == said);
        if found.is_none() {
            let names: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
            let message = format!("\"{said}\" is none of {}", names.join(", "));
            let message = suggest(message, &said, names.iter().copied(), "");
            self.mistake(offset_in(self.text, raw), message);
        }
        found.map(|(_, value)| *value)
    }

    fn groups(&mut self, rows: &[Raw<'_>]) -> Vec<Plan> {
        let mut plans: Vec<Plan> = Vec::new();
        for (at, raw) in rows.iter().enumerate() {
            let read = json::read_part::<GroupFile<'_>>(self.text, raw);
            let Some(plan) = self
                .keep(read)
                .and_then(|group| self.group(at, raw, &group))
            else {
                continue;
            };
            if plans.iter().any(|p| p.id == plan.id) {
                let message = format!("a second group is called \"{}\"", plan.id);
                self.mistake(plan.offset, message);
            }
            plans.push(plan);
        }
        plans
    }

    fn group(&mut self, at: usize, raw: Raw<'_>, group: &GroupFile<'_>) -> Option<Plan> {
        let offset = offset_in(self.text, raw);
        let modes = Mode::ALL.map(|mode| (mode.label(), mode));
        let mode = group.mode.and_then(|raw| self.one_of(raw, &modes));
        let members = match (&group.articles, group.folders, group.jsonl) {
            (Some(articles), None, None) => Members::Articles(self.articles(offset, articles)),
            (None, Some(folders), None) => Members::Folders(self.string(folders)?),
            (None, None, Some(jsonl)) => Members::Jsonl(self.string(jsonl)?),
            _ => {
                self.mistake(
                    offset,
                    "a group has one of \"articles\", \"folders\" and \"jsonl\"",
                );
                return None;
            }
        };
        let id = group.id.and_then(|raw| self.string(raw));
        Some(Plan {
            id: id.unwrap_or_else(|| format!("group-{}", at + 1)),
            members,
            mode: mode.unwrap_or_default(),
            same_event: group.same_event,
            allow_silent: group.allow_silent,
            offset,
        })
    }

    fn articles(&mut self, offset: usize, rows: &[Raw<'_>]) -> Vec<Article> {
        let mut articles = Vec::new();
        for raw in rows {
            let named = raw.get().starts_with('{').then(|| {
                let read = json::read_part::<ArticleFile<'_>>(self.text, raw);
                self.keep(read)
            });
            let (path, published) = match named {
                None => (*raw, None),
                Some(Some(file)) => (file.path, file.published),
                Some(None) => continue,
            };
            let Some(text) = self.string(path) else {
                continue;
            };
            articles.push(Article {
                path: text,
                published: published.and_then(|raw| self.published(raw)),
                offset: offset_in(self.text, path),
            });
        }
        if rows.is_empty() {
            self.mistake(offset, "this group names no article");
        }
        articles
    }

    fn published(&mut self, raw: Raw<'_>) -> Option<String> {
        let said = self.string(raw)?;
        let read = published(&said);
        self.keep(read.map_err(|why| Problem::new(offset_in(self.text, raw), why)))
    }

    fn packs(&mut self, rows: &BTreeMap<String, Raw<'_>>) -> Vec<(String, bool, usize)> {
        let mut packs = Vec::new();
        for (name, raw) in rows {
            if let Some(on) = self.one_of(raw, &SWITCH) {
                let offset = key_before(self.text, offset_in(self.text, raw), name);
                packs.push((name.clone(), on, offset));
            }
        }
        packs
    }

    /// The severities, in the order of their names: `*` comes before letters, so the more special ones come later.
    fn weights(&mut self, rows: &BTreeMap<String, Raw<'_>>) -> Vec<Weight> {
        let severities = Severity::ALL.map(|severity| (severity.label(), severity));
        let mut weights = Vec::new();
        for (claims, raw) in rows {
            let offset = key_before(self.text, offset_in(self.text, raw), claims);
            let mut of = Vec::new();
            if raw.get().starts_with('{') {
                let read = json::read_part::<BTreeMap<String, Raw<'_>>>(self.text, raw);
                for (name, raw) in self.keep(read).unwrap_or_default() {
                    let verdict = Verdict::ALL.into_iter().find(|v| v.label() == name);
                    match (verdict, self.one_of(raw, &severities)) {
                        (Some(verdict), Some(severity)) => of.push((verdict, severity)),
                        (None, _) => self.unknown_verdict(&name, raw),
                        _ => {}
                    }
                }
            } else if let Some(severity) = self.one_of(raw, &severities) {
                of.extend(DISCREPANCIES.map(|verdict| (verdict, severity)));
            }
            weights.push(Weight {
                claims: claims.clone(),
                severities: of,
                offset,
            });
        }
        weights
    }

    fn unknown_verdict(&mut self, name: &str, raw: Raw<'_>) {
        let labels = Verdict::ALL.map(Verdict::label);
        let message = format!("\"{name}\" is no verdict ({})", labels.join(", "));
        let message = suggest(message, name, labels, "");
        let at = key_before(self.text, offset_in(self.text, raw), name);
        self.mistake(at, message);
    }

    fn accepted(&mut self, list: Option<Raw<'_>>) -> Vec<Accepted> {
        let Some(list) = list else {
            return Vec::new();
        };
        let read = json::read_part::<Vec<Raw<'_>>>(self.text, list);
        let mut entries: Vec<Accepted> = Vec::new();
        let mut known = BTreeSet::new();
        for raw in self.keep(read).unwrap_or_default() {
            let read = json::read_part::<AcceptedFile<'_>>(self.text, raw);
            let Some(entry) = self.keep(read).and_then(|file| self.entry(raw, file)) else {
                continue;
            };
            if !known.insert(entry.fingerprint.clone()) {
                let message = format!("{} is accepted twice", entry.fingerprint);
                self.mistake(entry.offset, message);
            }
            entries.push(entry);
        }
        entries
    }

    fn entry(&mut self, raw: Raw<'_>, file: AcceptedFile<'_>) -> Option<Accepted> {
        let fingerprint = self.string(file.fingerprint)?;
        let offset = offset_in(self.text, file.fingerprint);
        if fingerprint.len() != 8 || !fingerprint.bytes().all(|b| b.is_ascii_hexdigit()) {
            self.mistake(offset, "a fingerprint is eight hexadecimal digits");
        }
        let reason = self.string(file.reason)?;
        if reason.trim().is_empty() {
            self.mistake(offset_in(self.text, file.reason), "say why it is accepted");
        }
        let until = file.until.and_then(|raw| {
            let said = self.string(raw)?;
            let day = said.parse::<Date>().ok();
            if day.is_none() {
                let message = format!("\"{said}\" is no day: write YYYY-MM-DD");
                self.mistake(offset_in(self.text, raw), message);
            }
            day
        });
        let start = offset_in(self.text, raw);
        Some(Accepted {
            fingerprint: fingerprint.to_ascii_lowercase(),
            claim: file.claim,
            reason,
            until,
            offset,
            range: start..start + raw.get().len(),
        })
    }
}
