//! What can be asked for: every command and option, with its help text.

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
}

/// Options of the commands that read articles one by one.
#[derive(Debug, ClapArgs)]
pub(super) struct ReadArgs {
    /// Articles: .txt, .md, .json, .jsonl; - is standard input
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
}

/// How an input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputForm {
    /// Plain text
    Txt,
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
