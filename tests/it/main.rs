//! Every test that stands outside a single file of the program.

mod compare;
mod corpus;
mod manual;
mod read;
mod report;
mod rules;
