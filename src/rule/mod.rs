//! Rules: how claims are found, compared and weighed, read from files that anybody can write.
//!
//! Knows nothing of claims found or of articles compared, and never touches the file system.

mod automaton;
mod builder;
mod built_in;
mod class;
mod compile;
mod element;
mod file;
mod inflect;
mod json;
mod keys;
mod lint;
mod names;
mod node;
mod pack;
mod pattern;
mod resolve;
mod scan;
mod schema;
mod set;
mod shape;
mod trace;

pub use automaton::{Automaton, Captured, Match, NameId, OPENING, PatternId};
pub use built_in::built_in;
pub use compile::{RuleText, compile};
pub use file::{BoundTo, From, HowMany};
pub use keys::OBJECTS;
pub use lint::{Level, Remark, lint};
pub use names::KnownNames;
pub use schema::schema;
pub use set::{Case, ClaimRule, Cue, Pack, Pattern, Purpose, RuleSet, Severity, Test};
pub use shape::{Field, Object};
pub use trace::{Reached, Tracer};
