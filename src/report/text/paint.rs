//! How a piece of text looks, and the escape codes for it: the only place where colours are chosen.
//!
//! The colours are those of the crate `colored`, but not its `ColoredString`: printing one asks a switch of the whole
//! process (`colored::control`), so that two renderings in two threads could not differ, and the environment would
//! decide what a pure function returns. [`Color::to_fg_str`] gives the same codes and asks nobody.

use crate::compare::Verdict;
use colored::Color;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// As the terminal has it.
    Plain,
    /// Less than the text around it: frames, places, fingerprints.
    Faint,
    /// A letter that names an article (index).
    Article(usize),
    /// Words of an article that a finding rests on; underlined.
    Marked(usize),
    /// The name of a verdict.
    Verdict(Verdict),
}

/// The colours of articles, in order, then from the start again.
const ARTICLES: [Color; 6] = [
    Color::Cyan,
    Color::Yellow,
    Color::BrightBlue,
    Color::BrightMagenta,
    Color::BrightGreen,
    Color::BrightRed,
];

/// The codes of bold and faint (ECMA-48, SGR 1 and 2); `colored` keeps its own to itself.
const BOLD: &str = "1";
const FAINT: &str = "2";

impl Paint {
    /// Adds `text`, painted if `color`.
    pub(super) fn write(self, text: &str, color: bool, out: &mut String) {
        let codes = match self {
            _ if !color || text.trim().is_empty() => None,
            Paint::Plain => None,
            Paint::Faint => Some((FAINT, None)),
            Paint::Article(article) | Paint::Marked(article) => Some((BOLD, of_article(article))),
            Paint::Verdict(verdict) => Some((BOLD, of_verdict(verdict))),
        };
        let Some((weight, hue)) = codes else {
            out.push_str(text);
            return;
        };
        out.push_str("\u{1b}[");
        out.push_str(weight);
        if let Some(hue) = hue {
            out.push(';');
            out.push_str(&hue.to_fg_str());
        }
        out.push('m');
        out.push_str(text);
        out.push_str("\u{1b}[0m");
    }
}

fn of_article(article: usize) -> Option<Color> {
    ARTICLES.get(article % ARTICLES.len()).copied()
}

fn of_verdict(verdict: Verdict) -> Option<Color> {
    match verdict {
        Verdict::Conflict => Some(Color::Red),
        Verdict::Inconsistent => Some(Color::BrightRed),
        Verdict::Unclear => Some(Color::Magenta),
        Verdict::Compatible => Some(Color::Blue),
        Verdict::Agree => Some(Color::Green),
        // Neither good nor bad news: the terminal's own colour, which is legible on any background.
        Verdict::OnlyInOne => None,
    }
}
