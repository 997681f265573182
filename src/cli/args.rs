//! What can be asked for: every command and option, with its help text.

mod rules;

pub(super) use rules::{
    CoverageArgs, ExplainArgs, LintArgs, ListArgs, MutateArgs, NewArgs, RulesCommand, RulesFormat,
    ShowArgs, StatsArgs, TestArgs, TestFormat,
};

use super::accept::AcceptArgs;
use super::check::CheckArgs;
use super::init::InitArgs;
use super::manual::{Contract, ManArgs};
use super::published::published;
use crate::finding::Mode;
use crate::report::FORMATS;
use crate::text::Source;
use clap::builder::PossibleValue;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Compare what two or more accounts of one event claim.
#[derive(Debug, Parser)]
#[command(
    name = "twosource",
    version,
    about,
    propagate_version = true,
    arg_required_else_help = true
)]
pub(super) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare two or more accounts of one event
    #[command(
        after_help = "Examples:\n  twosource compare ours.txt theirs.txt\n  twosource compare --all --color always a.txt b.txt | less -R\n  twosource compare --as summary summary.md source.txt\n  twosource compare --input jsonl --format jsonl - < groups.jsonl\n\nExit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be checked."
    )]
    Compare(CompareArgs),
    /// Check what twosource.json names, for pipelines
    #[command(
        after_help = "Examples:\n  twosource check\n  twosource check --format json > twosource-report.json\n  twosource check --show-config\n\nExit codes: 0 clean by the policy, 1 findings at or above fail-on, 2 something could not be checked."
    )]
    Check(CheckArgs),
    /// Write a twosource.json for the files given
    #[command(
        after_help = "Examples:\n  twosource init ours.txt wire.txt\n  twosource init pairs.jsonl\n  twosource init stories/*/"
    )]
    Init(InitArgs),
    /// Accept findings: an entry with a reason in twosource.json
    #[command(
        after_help = "Example:\n  twosource accept c04e2b1a --reason \"the wire has corrected it\" --until 2026-12-31"
    )]
    Accept(AcceptArgs),
    /// Print the events and claims of an article
    #[command(
        after_help = "Examples:\n  twosource extract story.txt\n  twosource extract --format json story.txt"
    )]
    Extract(ReadArgs),
    /// Say why a claim was read, dropped or judged so
    #[command(
        after_help = "Examples:\n  twosource explain walkout.leader a.txt b.txt\n  twosource explain walkout.leader a.txt --trace\n  twosource explain c04e2b1a a.txt b.txt\n  twosource explain --same-event c04e2b1a a.txt b.txt"
    )]
    Explain(ExplainArgs),
    /// Write, check, test and measure rule files
    Rules {
        /// What to do.
        #[command(subcommand)]
        command: RulesCommand,
    },
    /// Print every typed value (date, count, person, place …) read in an article
    #[command(
        after_help = "Examples:\n  twosource mentions story.txt\n  twosource mentions --input jsonl --format jsonl - < articles.jsonl"
    )]
    Mentions(ReadArgs),
    /// Print an article as it is understood: regions and sentences
    #[command(
        after_help = "Examples:\n  twosource read story.txt\n  twosource read --format json story.txt"
    )]
    Read(ReadArgs),
    /// Print the JSON Schema of a file that the program reads or writes
    Schema {
        /// Which one.
        #[arg(value_enum)]
        contract: Contract,
    },
    /// Print a script that completes commands and options in a shell
    #[command(
        after_help = "Example:\n  twosource completions bash > ~/.local/share/bash-completion/completions/twosource"
    )]
    Completions {
        /// Which shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(
        after_help = "Examples:\n  twosource man | man -l -\n  twosource man --out ~/.local/share/man/man1"
    )]
    Man(ManArgs),
}

/// Which articles are read, and how.
#[derive(Debug, ClapArgs)]
pub(super) struct ArticleArgs {
    /// Articles: .txt, .md, .html, .json, .jsonl (an article a line; for compare, one .jsonl may hold groups); - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(super) articles: Vec<PathBuf>,
    /// How to read the articles (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
}

/// Rules besides those that are always read.
#[derive(Debug, ClapArgs)]
pub(super) struct RuleArgs {
    /// More rules: a rule file or a folder of them (./rules is always read); may be repeated
    #[arg(long = "rules", value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

/// When two articles were published.
#[derive(Debug, ClapArgs)]
pub(super) struct DateArgs {
    /// Publication date of the first article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = published)]
    published_a: Option<String>,
    /// Publication date of the second article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = published)]
    published_b: Option<String>,
}

impl DateArgs {
    /// Whether a date is given.
    pub(super) fn any(&self) -> bool {
        self.published_a.is_some() || self.published_b.is_some()
    }

    /// Gives the first two articles their dates.
    pub(super) fn date(&self, articles: &mut [Source]) {
        for (article, date) in articles
            .iter_mut()
            .zip([&self.published_a, &self.published_b])
        {
            if date.is_some() {
                article.published.clone_from(date);
            }
        }
    }
}

/// What a report looks like on a terminal.
#[derive(Debug, ClapArgs)]
pub(super) struct LookArgs {
    /// When to use colour (`NO_COLOR` and `CLICOLOR_FORCE` are heeded)
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// Columns of the report (default: the terminal's, or 80); from 100 on two articles stand side by side
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=400))]
    pub(super) width: Option<u16>,
}

/// Which configuration is read.
#[derive(Debug, ClapArgs)]
pub(super) struct ConfigArgs {
    /// The configuration (default: the nearest twosource.json, here or in a folder above)
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// Options of the commands that read articles one by one.
#[derive(Debug, ClapArgs)]
pub(super) struct ReadArgs {
    /// What to read.
    #[command(flatten)]
    pub(super) read: ArticleArgs,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
    /// Publication date of the articles that give none (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) published: Option<String>,
    /// More rules.
    #[command(flatten)]
    pub(super) rules: RuleArgs,
}

/// Options of `compare`.
#[derive(Debug, ClapArgs)]
pub(super) struct CompareArgs {
    /// What to read.
    #[command(flatten)]
    pub(super) read: ArticleArgs,
    /// What to print
    #[arg(long, default_value = "text", value_parser = report_format())]
    pub(super) format: String,
    /// More rules.
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// When they were published.
    #[command(flatten)]
    pub(super) dates: DateArgs,
    /// What the articles are to each other
    #[arg(
        long = "as",
        value_enum,
        default_value = "same-event",
        value_name = "MODE"
    )]
    pub(super) mode: Mode,
    /// Compare them as accounts of one event even if they seem to report different ones
    #[arg(long)]
    pub(super) same_event: bool,
    /// Also list what stands in one article only
    #[arg(long)]
    pub(super) all: bool,
    /// Exit with 1 on findings of this severity or above
    #[arg(long, value_enum, default_value = "warning", value_name = "SEVERITY")]
    pub(super) fail_on: FailOn,
    /// What the report looks like.
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// Accepts a day.
pub(super) fn a_date(text: &str) -> Result<Date, String> {
    let day = text.parse().ok();
    day.ok_or_else(|| "this is no day; write it as 2022-03-02".to_owned())
}

/// Accepts the names of report formats.
pub(super) fn report_format() -> clap::builder::PossibleValuesParser {
    let row = |row: &crate::report::FormatRow| PossibleValue::new(row.name).help(row.about);
    FORMATS.iter().map(row).collect::<Vec<_>>().into()
}

impl ValueEnum for Mode {
    fn value_variants<'a>() -> &'a [Self] {
        &Mode::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.label()).help(self.about()))
    }
}

/// The severity from which on findings fail a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Anything reported
    Note,
    /// Nothing
    Never,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How an input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputForm {
    /// Plain text
    Txt,
    /// Markdown: code and tables are no prose
    Md,
    /// A saved web page
    Html,
    /// One article object
    Json,
    /// One article object (or, for compare, one group) a line
    Jsonl,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
}
