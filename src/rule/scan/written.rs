//! Words that must stand as they are written, capitals and all.

use super::Scanner;
use crate::document::Shape;
use crate::rule::automaton::Exact;

impl Scanner<'_> {
    /// Goes on after a word that must stand as written.
    pub(super) fn exact(&mut self, exact: u32, at: usize) {
        let automaton = self.automaton;
        let Some(Exact { form, to }) = automaton.exact.get(exact as usize) else {
            return;
        };
        if !self.open.has(to) {
            return;
        }
        let (Some(token), Some(form)) = (
            self.page.document.tokens.get(at),
            automaton.forms.get(form as usize),
        ) else {
            return;
        };
        let written = self.page.document.text(token);
        let capitals = || written.eq_ignore_ascii_case(form) && self.is_in_capitals(at);
        if written == &**form || (token.is(Shape::ALL_CAPS) && capitals()) {
            self.visit(to, at + 1);
        }
    }

    /// Whether the words around one are all in capitals, so that its own capitals tell nothing.
    fn is_in_capitals(&self, at: usize) -> bool {
        const AROUND: usize = 4;
        let around = at.saturating_sub(AROUND)..self.end.min(at + AROUND);
        let words = self.page.document.tokens.get(around).unwrap_or(&[]);
        let mut words = words.iter().filter(|t| t.is(Shape::WORD));
        words.clone().nth(2).is_some() && words.all(|t| t.is(Shape::CAPITAL))
    }
}
