//! Days and longer periods that are named by the calendar, as they are written: dates in words (`written.rs`) and in figures
//! (`numeric.rs`), months, years with their eras, holidays, quarters and seasons (`period.rs`).
//!
//! Here belongs a form that says by itself which day or period it is, or all of it but the year.

mod era;
pub(super) mod holiday;
mod month;
mod numeric;
pub(super) mod period;
pub(super) mod written;
mod year;
