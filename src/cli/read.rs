//! The commands that read articles one by one: `mentions`, `read`.

use super::args::{Format, ReadArgs};
use super::{Outcome, input, output};
use crate::document::Document;
use crate::error::Error;
use crate::report::json;
use crate::text::{Source, sanitise};
use crate::{mention, text};
use rayon::prelude::*;

/// `twosource mentions`.
pub(super) fn mentions(args: &ReadArgs) -> Result<Outcome, Error> {
    each(args, |source, format| {
        let document = Document::parse(source);
        let mentions = mention::read(&document, Vec::new());
        if format != Format::Text {
            return render(&json::mentions(&document, &mentions), format);
        }
        let index = text::LineIndex::new(&source.text);
        let mut lines = String::new();
        for m in &mentions {
            let row = json::value(&m.value, source.slice(m.span));
            let place = index.place(source.part(m.span.part), m.span.start);
            let mut shown = row.as_object().cloned().unwrap_or_default();
            shown.retain(|key, value| !value.is_null() && key != "kind" && key != "text");
            let fields: Vec<String> = shown
                .iter()
                .map(|(key, value)| format!("{key}={}", value.to_string().trim_matches('"')))
                .collect();
            let line = format!(
                "{}:{}:{}\t{}\t{}\t{}\n",
                source.id,
                place.line,
                place.column,
                m.value.kind().label(),
                source.slice(m.span).replace(['\n', '\r'], " "),
                fields.join(" ")
            );
            lines.push_str(&sanitise(&line));
        }
        lines
    })
}

/// `twosource read`.
pub(super) fn read(args: &ReadArgs) -> Result<Outcome, Error> {
    each(args, |source, format| {
        let document = Document::parse(source);
        if format != Format::Text {
            return render(&json::read(&document), format);
        }
        let rows = document.sentences.iter().map(|s| {
            format!(
                "{:<12}{}\n",
                s.region.label(),
                sanitise(&source.slice(s.span).replace(['\n', '\r'], " "))
            )
        });
        rows.collect()
    })
}

fn render(value: &serde_json::Value, format: Format) -> String {
    let mut text = if format == Format::Json {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    }
    .unwrap_or_default();
    text.push('\n');
    text
}

/// Applies `answer` to every article named, in parallel, and prints the answers in input order.
fn each(
    args: &ReadArgs,
    answer: impl Fn(&Source, Format) -> String + Sync,
) -> Result<Outcome, Error> {
    let mut sources = Vec::new();
    for path in &args.articles {
        sources.extend(input::articles(path, args.input)?);
    }
    for source in &mut sources {
        if source.published.is_none() {
            source.published.clone_from(&args.published);
        }
    }
    let answers: Vec<String> = match sources.as_slice() {
        [one] => vec![answer(one, args.format)],
        many => many
            .par_iter()
            .map(|source| answer(source, args.format))
            .collect(),
    };
    output::print(&answers.concat())?;
    Ok(Outcome::Clean)
}
