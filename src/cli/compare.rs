//! `twosource compare` and `twosource extract`: claims, side by side or of one article.

use super::args::{CompareArgs, FailOn, Format, ReadArgs};
use super::input::{self, Group, Held};
use super::progress::Progress;
use super::{Outcome, output, policy, rules};
use crate::align::Sameness;
use crate::claim::{self, Account};
use crate::document::Document;
use crate::error::Error;
use crate::report::{self, FormatRow, Notice, Report, Show, json, listing};
use crate::rule::{RuleSet, Severity};
use crate::text::Source;
use rayon::prelude::*;

/// `twosource extract`.
pub(super) fn extract(args: &ReadArgs) -> Result<Outcome, Error> {
    let loaded = rules::load(&args.rules.paths)?;
    let outcome = output::complain_of_rules(&loaded);
    super::read::each(args, |source, format| {
        let account = claim::extract(Document::parse(source), &loaded.rules);
        match format {
            Format::Text => listing::claims(&account, &loaded.rules),
            _ => output::render(&json::extract(&account, &loaded.rules), format),
        }
    })?;
    Ok(outcome)
}

/// `twosource compare`.
pub(super) fn compare(args: &CompareArgs) -> Result<Outcome, Error> {
    let Asked { groups, as_groups } = asked(args)?;
    let loaded = rules::load(&args.rules.paths)?;
    let outcome = output::complain_of_rules(&loaded);
    let format = report::format(&args.format)
        .ok_or_else(|| Error::new(format!("there is no format {}", args.format)))?;
    let progress = Progress::new(groups.len());
    let sameness = Sameness::given(args.same_event);
    let mut answers: Vec<_> = match groups.as_slice() {
        [one] => {
            let accounts = read_side_by_side(&one.articles, &loaded.rules);
            let report = crate::judge(&one.id, accounts, &loaded.rules, args.mode, sameness);
            vec![answer(report, format, args)]
        }
        many => many
            .par_iter()
            .map(|group| {
                let accounts = crate::read(&group.articles, &loaded.rules);
                let report = crate::judge(&group.id, accounts, &loaded.rules, args.mode, sameness);
                let answer = answer(report, format, args);
                progress.step();
                answer
            })
            .collect(),
    };
    drop(progress);
    if format.many {
        let reports: Vec<_> = answers.iter_mut().filter_map(|a| a.report.take()).collect();
        let show = Show {
            agreements: args.all,
            only_in_one: args.all,
        };
        let unread = answers.iter().flat_map(|a| &a.unread);
        let severity = if as_groups {
            Severity::Note
        } else {
            Severity::Error
        };
        let notices: Vec<Notice> = unread.map(|e| output::notice_of(e, severity)).collect();
        output::print(&(format.render)(&reports, &notices, show))?;
    } else {
        let text: String = answers.iter().map(|a| a.text.as_str()).collect();
        output::print(&text)?;
    }
    let mut worst = answers
        .iter()
        .fold(outcome, |worst, answer| worst.max(answer.outcome));
    if !as_groups {
        for error in answers.iter().flat_map(|a| &a.unread) {
            output::complain(error);
            worst = Outcome::Failed;
        }
    }
    // The process ends here: freeing every rule one by one would be a tenth of a short run.
    std::mem::forget(loaded);
    Ok(worst)
}

/// What came of one group.
struct Answer<'a> {
    outcome: Outcome,
    unread: Vec<Error>,
    /// The group as printed, for formats in which each group stands alone.
    text: String,
    /// The report itself, for formats that take all groups at once.
    report: Option<Report<'a>>,
}

/// What each article of a group says. The second half is read on a thread of its own: a pool takes longer to start than two
/// articles to be read.
fn read_side_by_side<'g>(articles: &'g [Source], rules: &RuleSet) -> Vec<Account<'g>> {
    let read = |half: &'g [Source]| -> Vec<Account<'g>> {
        let documents = half.iter().map(Document::parse);
        documents
            .map(|document| claim::extract(document, rules))
            .collect()
    };
    let (first, second) = articles.split_at(articles.len().div_ceil(2));
    std::thread::scope(|scope| {
        let second = scope.spawn(move || read(second));
        let mut accounts = read(first);
        match second.join() {
            Ok(more) => accounts.extend(more),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        accounts
    })
}

fn answer<'g>(report: Report<'g>, format: &FormatRow, args: &CompareArgs) -> Answer<'g> {
    Answer {
        outcome: outcome_of(&report, args.fail_on),
        unread: unread(&report),
        text: match format.name {
            _ if format.many => String::new(),
            "text" => report::text::render(&report, &output::style(&args.look, args.all)),
            _ => (format.render)(std::slice::from_ref(&report), &[], Show::ALL),
        },
        report: format.many.then_some(report),
    }
}

/// What is compared.
struct Asked {
    groups: Vec<Group>,
    /// Whether a file of groups was named, rather than the articles.
    as_groups: bool,
}

fn asked(args: &CompareArgs) -> Result<Asked, Error> {
    let mut articles = Vec::new();
    for path in &args.read.articles {
        let alone = args.read.articles.len() == 1;
        let held = if alone {
            input::held(path, args.read.input)?
        } else {
            Held::Articles(input::articles(path, args.read.input)?)
        };
        match held {
            Held::Articles(more) => articles.extend(more),
            Held::Groups(_) if args.dates.any() => {
                let message = "--published-a and --published-b date two articles, and these are groups of them: give each article its \"published\"";
                return Err(Error::new(message).at(path.display().to_string()));
            }
            Held::Groups(groups) => {
                let as_groups = true;
                return Ok(Asked { groups, as_groups });
            }
        }
    }
    if articles.len() < 2 {
        let message = format!(
            "a comparison takes two articles or more; here {}",
            if articles.is_empty() {
                "is none"
            } else {
                "is one"
            }
        );
        return Err(Error::new(message));
    }
    args.dates.date(&mut articles);
    let group = Group {
        id: "compare".to_owned(),
        articles,
    };
    Ok(Asked {
        groups: vec![group],
        as_groups: false,
    })
}

/// The articles in which no claim was found: a check of these says nothing.
fn unread(report: &Report<'_>) -> Vec<Error> {
    let silent = report
        .accounts
        .iter()
        .filter(|account| account.claims.is_empty());
    silent
        .map(|account| {
            Error::new("no claim of any rule was found in this article").at(account
                .document
                .source
                .id
                .clone())
        })
        .collect()
}

fn outcome_of(report: &Report<'_>, fail_on: FailOn) -> Outcome {
    if policy::failing(report, fail_on).next().is_some() {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}
