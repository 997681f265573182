//! Rules: how claims are found, compared and weighed, read from files that anybody can write.
//!
//! Knows nothing of claims found or of articles compared, and never touches the file system.

mod automaton;
mod built_in;
mod compile;
mod file;
mod inflect;
mod names;
mod pattern;
mod problem;
mod resolve;
mod set;

pub use automaton::{Automaton, Captured, Match, NameId, OPENING, PatternId};
pub use built_in::built_in;
pub use compile::{RuleText, compile};
pub use file::{BoundTo, HowMany};
pub use names::KnownNames;
pub use problem::{Problem, suggest};
pub use set::{Case, ClaimRule, Cue, Pack, Pattern, Purpose, RuleSet, Severity, Test};
