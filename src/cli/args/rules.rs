//! The commands about rule files, with their options and help texts.

use super::{ArticleArgs, DateArgs, InputForm, RuleArgs};
use crate::finding::Mode;
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The commands about rule files.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RulesCommand {
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
pub(in crate::cli) struct NewArgs {
    /// The new file's id: lower-case letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: String,
}

/// Options of `rules list`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct ListArgs {
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: RulesFormat,
}

/// Options of `rules show`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct ShowArgs {
    /// A rule file's id, or FILE.CLAIM
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
}

/// Options of `rules lint`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct LintArgs {
    /// Rule files or folders (default: the built-in packs and ./rules)
    #[arg(value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Exit with 1 on warnings
    #[arg(long)]
    pub(in crate::cli) strict: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: RulesFormat,
}

/// Options of `rules test`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct TestArgs {
    /// Rule files or folders (default: the built-in packs and ./rules)
    #[arg(value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Run again whenever a rule file is saved
    #[arg(long)]
    pub(in crate::cli) watch: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: TestFormat,
}

/// Options of `explain`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct ExplainArgs {
    /// A claim (walkout.leader), a rule file (walkout), or the fingerprint of a finding
    #[arg(value_name = "CLAIM|FINGERPRINT")]
    pub(in crate::cli) target: String,
    /// What to read.
    #[command(flatten)]
    pub(in crate::cli) read: ArticleArgs,
    /// What the articles are to each other, as compare was told
    #[arg(
        long = "as",
        value_enum,
        default_value = "same-event",
        value_name = "MODE"
    )]
    pub(in crate::cli) mode: Mode,
    /// Take the articles for accounts of one event, as compare does when told so
    #[arg(long)]
    pub(in crate::cli) same_event: bool,
    /// Also show, sentence by sentence, how far each pattern got
    #[arg(long)]
    pub(in crate::cli) trace: bool,
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// When they were published.
    #[command(flatten)]
    pub(in crate::cli) dates: DateArgs,
}

/// Options of `rules stats`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct StatsArgs {
    /// Labelled pairs, one a line: `{"articles": […, …], "gold": [{"verdict", "quote_a", "quote_b"}, …]}`; may be repeated
    #[arg(long, required = true, value_name = "FILE", num_args = 1..)]
    pub(in crate::cli) gold: Vec<PathBuf>,
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: RulesFormat,
}

/// Options of `rules coverage`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct CoverageArgs {
    /// What to read.
    #[command(flatten)]
    pub(in crate::cli) read: ArticleArgs,
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: RulesFormat,
}

/// Options of `rules mutate`.
#[derive(Debug, ClapArgs)]
pub(in crate::cli) struct MutateArgs {
    /// An article: .txt, .md, .json; - is standard input
    #[arg(value_name = "ARTICLE")]
    pub(in crate::cli) article: PathBuf,
    /// How to read the article (default: by the file's ending)
    #[arg(long, value_enum, value_name = "FORM")]
    pub(in crate::cli) input: Option<InputForm>,
    /// More rules.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArgs,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    pub(in crate::cli) format: RulesFormat,
}

/// How an answer about rules is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum RulesFormat {
    /// For people
    Text,
    /// One JSON object
    Json,
}

/// How the outcome of rule tests is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TestFormat {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// `JUnit` XML, for CI
    Junit,
}
