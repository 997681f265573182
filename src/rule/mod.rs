//! Rules: how claims are found, compared and weighed, read from files that anybody can write.
//!
//! Knows nothing of claims found or of articles compared, and never touches the file system.

mod aside;
mod automata;
mod automaton;
mod builder;
mod built_in;
mod claims;
mod class;
mod compile;
mod element;
mod entrance;
mod file;
mod image;
mod inflect;
mod json;
mod keys;
mod lint;
mod merge;
mod names;
mod need;
mod node;
mod open;
mod outcome;
mod pack;
mod page;
mod pattern;
mod phrases;
mod present;
mod purpose;
mod resolve;
mod scan;
mod schema;
mod set;
mod shape;
mod staged;
mod table;
mod tables;
mod trace;

pub use automata::Automata;
pub use automaton::{Captured, Match, NameId, OPENING, PatternId};
pub use built_in::{BUILT_IN, built_in};
pub use claims::ClaimRules;
pub use compile::{RuleText, compile, ready};
pub use file::{ALONE, AnswersFrom, BoundTo, HowMany};
pub use inflect::is_form;
pub use keys::OBJECTS;
pub use lint::{Level, Remark, lint};
pub use names::KnownNames;
pub use purpose::{Cue, Pattern, Purpose};
pub use schema::schema;
pub use set::{Case, ClaimRule, Pack, RuleSet, Severity, Test};
pub use shape::{Field, Object};
pub use table::Texts;
pub use trace::{Reached, Tracer};
