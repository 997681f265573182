//! What an input is before it is understood: its bytes, places in them, and how to print them safely.

mod pieces;
mod place;
mod places;
mod sanitise;
mod source;

pub use pieces::pieces;
pub use place::{LineIndex, Part, Place, Span};
pub use places::Places;
pub use sanitise::{begins_command, is_safe, is_unsafe, sanitise, spelled};
pub use source::{Fidelity, MAX_BYTES, Source};
