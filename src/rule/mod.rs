//! Rules: how claims are found, compared and weighed, read from files that anybody can write.
//!
//! Knows nothing of claims found or of articles compared, and never touches the file system.

mod automaton;
mod built_in;
mod claims;
mod compile;
mod compiled;
mod file;
mod form;
mod image;
mod lint;
mod merge;
mod names;
mod pack;
mod pattern;
mod scan;
mod set;
mod trace;

pub use automaton::automata::Automata;
pub use automaton::table::Texts;
pub use automaton::{Captured, Match, NameId, OPENING, PatternId};
pub use built_in::{BUILT_IN, built_in};
pub use claims::ClaimRules;
pub use compile::RuleText;
pub use compiled::{compile, ready};
pub use file::{ALONE, AnswersFrom, BoundTo, HowMany};
pub use form::keys::OBJECTS;
pub use form::schema::schema;
pub use form::shape::{Field, Object};
pub use lint::{Level, Remark, lint};
pub use names::KnownNames;
pub use pattern::inflect::is_form;
pub use pattern::purpose::{Cue, Pattern, Purpose};
pub use set::{Case, ClaimRule, Pack, RuleSet, Severity, Test};
pub use trace::{Reached, Tracer};
