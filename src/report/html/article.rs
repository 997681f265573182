//! An article on the page, the words of its claims marked with the findings they belong to.

use super::escape::{lines, text};
use super::{Group, kind};
use crate::claim::Account;
use crate::document::Region;
use crate::report::wording;
use crate::text::Part;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// The words of one side of a finding.
struct Mark {
    entry: usize,
    side: usize,
    range: Range<usize>,
}

pub(super) fn render(group: &Group<'_>, number: usize, page: &mut String) {
    let Some(account) = group.report.accounts.get(number) else {
        return;
    };
    let source = account.document.source;
    let letter = wording::letter(number);
    let _ = writeln!(
        page,
        "<article tabindex=\"0\" aria-label=\"Article {letter}\">\n<h2><span class=\"letter\">{letter}</span> {}</h2>",
        text(&wording::name(&source.id))
    );
    let published = account.published.map(|day| format!("published {day}"));
    let outlet = source.outlet.as_deref().map(wording::line);
    let facts: Vec<String> = outlet.into_iter().chain(published).collect();
    if !facts.is_empty() {
        let _ = writeln!(page, "<p class=\"facts\">{}</p>", text(&facts.join(", ")));
    }
    if let Some(title) = &source.title {
        page.push_str("<h3>");
        marked(
            group,
            title,
            0..title.len(),
            &marks(group, number, Part::Title),
            page,
        );
        page.push_str("</h3>\n");
    }
    let marks = marks(group, number, Part::Text);
    for paragraph in paragraphs(&source.text) {
        let _ = write!(page, "<p{}>", region(account, &paragraph));
        let end = paragraph.start
            + source
                .text
                .get(paragraph.clone())
                .map_or(0, |p| p.trim_end().len());
        let paragraph = paragraph.start..end;
        marked(group, &source.text, paragraph, &marks, page);
        page.push_str("</p>\n");
    }
    page.push_str("</article>\n");
}

/// Marks a paragraph that is no part of the story itself by what its first sentence is: a headline, a caption.
fn region(account: &Account<'_>, paragraph: &Range<usize>) -> String {
    let sentences = &account.document.sentences;
    let first = sentences
        .iter()
        .filter(|s| s.span.part == Part::Text && s.span.end as usize > paragraph.start)
        .find(|s| (s.span.start as usize) < paragraph.end && s.region != Region::Body);
    match first {
        Some(sentence) if sentence.span.end as usize >= paragraph.end - 1 => {
            format!(" data-r=\"{}\"", sentence.region.label())
        }
        _ => String::new(),
    }
}

/// The words that findings point at in one part of an article.
fn marks(group: &Group<'_>, article: usize, part: Part) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (entry, found) in group.entries.iter().enumerate() {
        for (side, told) in found.sides.iter().enumerate() {
            if told.article == article && told.span.part == part {
                marks.push(Mark {
                    entry,
                    side,
                    range: told.span.start as usize..told.span.end as usize,
                });
            }
        }
    }
    marks
}

/// The paragraphs of a text: runs of lines that are not blank.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim().is_empty() {
            open = false;
        } else if open {
            if let Some(last) = paragraphs.last_mut() {
                last.end = end;
            }
        } else {
            paragraphs.push(at..end);
            open = true;
        }
        at = end;
    }
    paragraphs
}

/// Writes a stretch of text cut at the ends of marks; each piece links to the gravest finding it belongs to.
fn marked(
    group: &Group<'_>,
    source: &str,
    stretch: Range<usize>,
    marks: &[Mark],
    page: &mut String,
) {
    let here: Vec<&Mark> = marks
        .iter()
        .filter(|m| m.range.start < stretch.end && stretch.start < m.range.end)
        .collect();
    let mut cuts: BTreeSet<usize> = here
        .iter()
        .flat_map(|m| [m.range.start, m.range.end])
        .filter(|cut| stretch.contains(cut))
        .collect();
    cuts.extend([stretch.start, stretch.end]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    for piece in cuts.windows(2) {
        let [start, end] = *piece else { continue };
        let words = lines(source.get(start..end).unwrap_or(""));
        let covering: Vec<&&Mark> = here
            .iter()
            .filter(|m| m.range.start <= start && end <= m.range.end)
            .collect();
        let Some(gravest) = covering.iter().map(|m| m.entry).min() else {
            page.push_str(&words);
            continue;
        };
        for mark in covering.iter().filter(|m| m.range.start == start) {
            let id = group.side(mark.entry, mark.side);
            let _ = write!(page, "<span class=\"n\" id=\"{id}\"></span>");
        }
        let entries: BTreeSet<usize> = covering.iter().map(|m| m.entry + 1).collect();
        let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
        let _ = write!(
            page,
            "<a class=\"m\" href=\"#{}\" data-v=\"{}\" data-f=\"{}\">{words}</a>",
            group.card(gravest),
            group.entries.get(gravest).map_or("", kind),
            entries.join(" ")
        );
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "one\ntwo\n\n \nthree";
        let found: Vec<&str> = paragraphs(text).into_iter().map(|p| &text[p]).collect();
        assert_eq!(found, ["one\ntwo\n", "three"]);
    }
}
