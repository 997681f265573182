//! What can be asked for: every command and option, with its help text.

use super::accept::AcceptArgs;
use super::check::CheckArgs;
use super::init::InitArgs;
use super::manual::{Contract, ManArgs};
use crate::report::FORMATS;
use clap::builder::PossibleValue;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
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
        after_help = "Examples:\n  twosource compare ours.txt theirs.txt\n  twosource compare --all --color always a.txt b.txt | less -R\n  twosource compare --input jsonl --format jsonl - < groups.jsonl\n\nExit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be checked."
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
        after_help = "Examples:\n  twosource explain walkout.leader a.txt b.txt\n  twosource explain walkout.leader a.txt --trace\n  twosource explain c04e2b1a a.txt b.txt"
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

/// Options of the commands that read articles one by one.
#[derive(Debug, ClapArgs)]
pub(super) struct ReadArgs {
    /// Articles: .txt, .md, .html, .json, .jsonl; - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(super) articles: Vec<PathBuf>,
    /// How to read the articles (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
    /// Publication date of the articles that give none (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// More rules, for extract: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
}

/// Options of `compare`.
#[derive(Debug, ClapArgs)]
pub(super) struct CompareArgs {
    /// Two or more articles (.txt, .md, .html, .json), or one .jsonl of groups; - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(super) articles: Vec<PathBuf>,
    /// How to read the articles (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
    /// What to print
    #[arg(long, default_value = "text", value_parser = report_format())]
    pub(super) format: String,
    /// More rules: a rule file or a folder of them (./rules is always read); may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// Publication date of the first article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(super) published_a: Option<String>,
    /// Publication date of the second article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(super) published_b: Option<String>,
    /// Also list what stands in one article only
    #[arg(long)]
    pub(super) all: bool,
    /// Exit with 1 on findings of this severity or above
    #[arg(long, value_enum, default_value = "warning", value_name = "SEVERITY")]
    pub(super) fail_on: FailOn,
    /// When to use colour (`NO_COLOR` and `CLICOLOR_FORCE` are heeded)
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// Columns of the report (default: the terminal's, or 80); from 100 on the articles stand side by side
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=400))]
    pub(super) width: Option<u16>,
}

/// Accepts the names of report formats.
pub(super) fn report_format() -> clap::builder::PossibleValuesParser {
    let row = |row: &crate::report::FormatRow| PossibleValue::new(row.name).help(row.about);
    FORMATS.iter().map(row).collect::<Vec<_>>().into()
}

/// The commands about rule files.
#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Write a rule file to begin with, whose own tests pass
    #[command(after_help = "Example:\n  twosource rules new strike-ballot")]
    New(NewArgs),
    /// List the rules in force, where each comes from and what it replaces
    #[command(
        after_help = "Examples:\n  twosource rules list\n  twosource rules list --format json"
    )]
    List(ListArgs),
    /// Print a rule file, or one claim of it in words
    #[command(
        after_help = "Examples:\n  twosource rules show walkout\n  twosource rules show walkout.leader"
    )]
    Show(ShowArgs),
    /// Check rule files: every mistake with its place
    #[command(
        after_help = "Examples:\n  twosource rules lint\n  twosource rules lint --strict rules/strike.json\n\nExit codes: 0 no mistake, 1 warnings with --strict, 2 mistakes."
    )]
    Lint(LintArgs),
    /// Run the tests that stand in the rule files
    #[command(
        after_help = "Examples:\n  twosource rules test\n  twosource rules test rules/strike.json --watch\n  twosource rules test --format junit > rules.xml\n\nExit codes: 0 all validated, 1 a test noisy or missing, 2 a file that cannot be read."
    )]
    Test(TestArgs),
    /// Say why a claim was read, dropped or judged so
    #[command(
        after_help = "Examples:\n  twosource rules explain walkout.leader a.txt b.txt\n  twosource rules explain walkout.leader a.txt --trace\n  twosource rules explain c04e2b1a a.txt b.txt"
    )]
    Explain(ExplainArgs),
    /// Measure every rule on pairs labelled by hand
    #[command(after_help = "Example:\n  twosource rules stats --gold pairs.jsonl")]
    Stats(StatsArgs),
    /// List the sentences of articles that no rule read
    #[command(after_help = "Example:\n  twosource rules coverage story.txt")]
    Coverage(CoverageArgs),
    /// Plant one change at a time in an article and show which the rules see
    #[command(after_help = "Example:\n  twosource rules mutate story.txt")]
    Mutate(MutateArgs),
    /// Print the JSON Schema of rule files, for editors
    #[command(after_help = "Example:\n  twosource rules schema > rules.schema.json")]
    Schema,
}

/// Options of `rules new`.
#[derive(Debug, ClapArgs)]
pub(super) struct NewArgs {
    /// The new file's id: lower-case letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub(super) name: String,
}

/// Options of `rules list`.
#[derive(Debug, ClapArgs)]
pub(super) struct ListArgs {
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: RulesFormat,
}

/// Options of `rules show`.
#[derive(Debug, ClapArgs)]
pub(super) struct ShowArgs {
    /// A rule file's id, or FILE.CLAIM
    #[arg(value_name = "ID")]
    pub(super) id: String,
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
}

/// Options of `rules lint`.
#[derive(Debug, ClapArgs)]
pub(super) struct LintArgs {
    /// Rule files or folders (default: the built-in packs and ./rules)
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Exit with 1 on warnings
    #[arg(long)]
    pub(super) strict: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: RulesFormat,
}

/// Options of `rules test`.
#[derive(Debug, ClapArgs)]
pub(super) struct TestArgs {
    /// Rule files or folders (default: the built-in packs and ./rules)
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Run again whenever a rule file is saved
    #[arg(long)]
    pub(super) watch: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: TestFormat,
}

/// Options of `explain`.
#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// A claim (walkout.leader), a rule file (walkout), or the fingerprint of a finding
    #[arg(value_name = "CLAIM|FINGERPRINT")]
    pub(super) target: String,
    /// Articles: .txt, .md, .json, .jsonl; - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(super) articles: Vec<PathBuf>,
    /// How to read the articles (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
    /// Also show, sentence by sentence, how far each pattern got
    #[arg(long)]
    pub(super) trace: bool,
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// Publication date of the first article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(super) published_a: Option<String>,
    /// Publication date of the second article (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(super) published_b: Option<String>,
}

/// Options of `rules stats`.
#[derive(Debug, ClapArgs)]
pub(super) struct StatsArgs {
    /// Labelled pairs, one a line: `{"articles": […, …], "gold": [{"verdict", "quote_a", "quote_b"}, …]}`; may be repeated
    #[arg(long, required = true, value_name = "FILE", num_args = 1..)]
    pub(super) gold: Vec<PathBuf>,
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: RulesFormat,
}

/// Options of `rules coverage`.
#[derive(Debug, ClapArgs)]
pub(super) struct CoverageArgs {
    /// Articles: .txt, .md, .json, .jsonl; - is standard input
    #[arg(required = true, value_name = "ARTICLE")]
    pub(super) articles: Vec<PathBuf>,
    /// How to read the articles (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: RulesFormat,
}

/// Options of `rules mutate`.
#[derive(Debug, ClapArgs)]
pub(super) struct MutateArgs {
    /// An article: .txt, .md, .json; - is standard input
    #[arg(value_name = "ARTICLE")]
    pub(super) article: PathBuf,
    /// How to read the article (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) input: Option<InputForm>,
    /// More rules: a rule file or a folder of them; may be repeated
    #[arg(long, value_name = "PATH")]
    pub(super) rules: Vec<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: RulesFormat,
}

/// How an answer about rules is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// For people
    Text,
    /// One JSON object
    Json,
}

/// How the outcome of rule tests is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TestFormat {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// `JUnit` XML, for CI
    Junit,
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
