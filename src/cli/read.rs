//! The commands that read articles one by one: `mentions`, `read`.

use super::args::{Format, ReadArgs};
use super::{Outcome, input, output, rules};
use crate::document::Document;
use crate::error::Error;
use crate::mention;
use crate::report::{json, listing};
use crate::text::Source;
use rayon::prelude::*;

/// `twosource mentions`.
pub(super) fn mentions(args: &ReadArgs) -> Result<Outcome, Error> {
    let errors = rules::load_quantifiers(&args.rules.paths);
    errors.iter().for_each(output::complain);
    let outcome = each(args, |source, format| {
        let document = Document::parse(source);
        let mentions = mention::read(&document);
        match format {
            Format::Text => listing::mentions(&document, &mentions),
            _ => output::render(&json::mentions(&document, &mentions), format),
        }
    })?;
    Ok(if errors.is_empty() {
        outcome
    } else {
        Outcome::Failed
    })
}

/// `twosource read`.
pub(super) fn read(args: &ReadArgs) -> Result<Outcome, Error> {
    each(args, |source, format| {
        let document = Document::parse(source);
        match format {
            Format::Text => listing::sentences(&document),
            _ => output::render(&json::read(&document), format),
        }
    })
}

/// Applies `answer` to every article named, in parallel, and prints the answers in input order.
pub(super) fn each(
    args: &ReadArgs,
    answer: impl Fn(&Source, Format) -> String + Sync,
) -> Result<Outcome, Error> {
    let mut sources = Vec::new();
    for path in &args.read.articles {
        sources.extend(input::articles(path, args.read.input)?);
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
