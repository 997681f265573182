//! What can be asked for: every command and option, with its help text.

use super::accept::AcceptArgs;
use super::check::CheckArgs;
use super::init::InitArgs;
use super::manual::{Contract, ManArgs};
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
    /// Test and check rule files
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
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Format,
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
    /// When to use colour (NO_COLOR and CLICOLOR_FORCE are heeded)
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// Columns of the report (default: the terminal's, or 80); from 100 on the articles stand side by side
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=400))]
    pub(super) width: Option<u16>,
}

/// The commands about rule files.
#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Run the tests that stand in the rule files
    #[command(
        after_help = "Examples:\n  twosource rules test\n  twosource rules test rules/strike.json"
    )]
    Test(RulesArgs),
    /// Check rule files for mistakes, with file:line:column
    #[command(
        after_help = "Examples:\n  twosource rules lint\n  twosource rules lint rules/strike.json"
    )]
    Lint(RulesArgs),
}

/// Options of the commands about rule files.
#[derive(Debug, ClapArgs)]
pub(super) struct RulesArgs {
    /// Rule files or folders (default: the built-in packs and ./rules)
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
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
