//! The command line: the only room with files, environment, standard streams and threads.

mod accept;
mod args;
mod check;
mod compare;
mod config;
mod init;
mod input;
mod json;
mod manual;
mod output;
mod policy;
mod progress;
mod published;
mod read;
mod rules;

use crate::error::Error;
use args::{Args, Command, RulesCommand};
use clap::Parser;
use std::process::ExitCode;

/// What a run ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Exit code 0: clean by the policy.
    Clean,
    /// Exit code 1: findings at or above the policy's level.
    Findings,
    /// Exit code 2: something could not be checked.
    Failed,
}

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<Outcome, Error> {
    match &args.command {
        Command::Compare(command) => compare::compare(command),
        Command::Check(command) => check::check(command),
        Command::Init(command) => init::init(command),
        Command::Accept(command) => accept::accept(command),
        Command::Schema { contract } => manual::schema(*contract),
        Command::Completions { shell } => manual::completions(*shell),
        Command::Man(command) => manual::man(command),
        Command::Explain(command) => rules::explain(command),
        Command::Extract(command) => compare::extract(command),
        Command::Rules { command } => match command {
            RulesCommand::New(args) => rules::new(args),
            RulesCommand::List(args) => rules::list(args),
            RulesCommand::Show(args) => rules::show(args),
            RulesCommand::Lint(args) => rules::lint(args),
            RulesCommand::Test(args) => rules::test(args),
            RulesCommand::Explain(args) => rules::explain(args),
            RulesCommand::Stats(args) => rules::stats(args),
            RulesCommand::Coverage(args) => rules::coverage(args),
            RulesCommand::Mutate(args) => rules::mutate(args),
            RulesCommand::Schema => rules::schema(),
        },
        Command::Mentions(command) => read::mentions(command),
        Command::Read(command) => read::read(command),
    }
}
