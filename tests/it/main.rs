//! Every test that stands outside a single file of the program.

mod compare;
mod corpus;
mod read;
mod report;
