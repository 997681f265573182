//! What a claim says besides its value: how surely (`certainty.rs`), who says so (`speaker.rs`) and of what sort he is (`source.rs`),
//! as of which day (`as_of.rs`), of what part of a whole (`scope.rs`) and of which time (`then.rs`).
//!
//! Here belongs what is read from the words around one claim and changes neither its value nor its event.

pub(super) mod as_of;
pub(super) mod certainty;
pub(super) mod scope;
mod source;
pub(super) mod speaker;
pub(super) mod then;
