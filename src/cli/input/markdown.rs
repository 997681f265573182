//! Markdown as prose: what is no prose (code blocks, tables, addresses of links, marks, comments) is blanked out, byte for
//! byte and character for character, so that every offset stays that of the file.
//!
//! Inline code stays: a version number in back-quotes is part of its sentence. The lines of a paragraph become one line, at
//! whatever column they were wrapped, and an item of a list a paragraph; so lines are counted in the file, not in the text.

mod list;

use crate::text::LineIndex;
use list::{List, Opening};

/// What a Markdown file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct MarkdownPage {
    /// The file with everything but prose blanked out.
    pub(super) text: String,
    /// The lines of the file.
    pub(super) lines: Option<LineIndex>,
    /// `title` of the front matter.
    pub(super) title: Option<String>,
    /// `date` of the front matter.
    pub(super) published: Option<String>,
}

/// What a line is to the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// Nothing, or what is no prose.
    Apart,
    /// A headline: prose by itself.
    Head,
    /// The beginning of an item or of a quotation.
    Opens,
    /// Prose that goes on, if prose stands before it.
    Goes,
}

/// Reads `text`.
pub(super) fn read(text: &str) -> MarkdownPage {
    let mut page = MarkdownPage {
        text: String::with_capacity(text.len()),
        lines: Some(LineIndex::new(text)),
        ..MarkdownPage::default()
    };
    let body = front_matter(text, &mut page);
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let mut fence: Option<(char, usize)> = None;
    let mut comment = false;
    let mut list = List::default();
    let mut before = Before {
        kind: Line::Apart,
        is_blank: true,
        is_quoted: false,
        breaks: true,
    };
    for (at, whole) in lines.iter().enumerate() {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let mut own = String::with_capacity(line.len());
        let is_code = list.is_code(line, before.is_blank);
        let is_table = || is_table_row(line) && near_ruler(&lines, at);
        let marks = fence_of(line);
        let mut kind = Line::Apart;
        if let Some((mark, count)) = fence {
            blank(line, &mut own);
            if marks.is_some_and(|(m, n, bare)| m == mark && n >= count && bare) {
                fence = None;
            }
        } else if let Some((mark, count, _)) = marks {
            blank(line, &mut own);
            fence = Some((mark, count));
        } else if is_code || is_table() || is_rule_or_definition(line) {
            blank(line, &mut own);
        } else if !line.trim().is_empty() {
            let opening = Opening::of(line, &list);
            kind = opening.kind;
            if opening.is_quoted && !before.is_quoted {
                kind = Line::Opens;
            }
            before.is_quoted = opening.is_quoted;
            list.read(&opening, before.is_blank);
            prose(line, opening.length, &mut comment, &mut own);
        }
        if at > 0 {
            page.text.push(before.end(kind));
        }
        let own = paragraph(&own, kind);
        page.text.push_str(&own);
        before.follow(kind, line, is_code);
    }
    if body.ends_with('\n') {
        page.text.push('\n');
    }
    page
}

/// What is known of the line before.
struct Before {
    kind: Line,
    /// Whether it is empty; code goes on after an empty line and after itself.
    is_blank: bool,
    is_quoted: bool,
    /// Whether it ends in a line break that is meant: two spaces or a backslash.
    breaks: bool,
}

impl Before {
    /// What ends it, before a line of that kind.
    fn end(&self, next: Line) -> char {
        let prose = matches!(self.kind, Line::Opens | Line::Goes);
        if prose && next == Line::Goes && !self.breaks {
            ' '
        } else {
            '\n'
        }
    }

    fn follow(&mut self, kind: Line, line: &str, is_code: bool) {
        let line = line.trim_end_matches('\r');
        if !is_code {
            self.is_blank = line.trim().is_empty();
        }
        self.kind = kind;
        self.breaks = line.ends_with("  ") || line.ends_with('\\');
        if kind == Line::Apart {
            self.is_quoted = false;
        }
    }
}

/// The line with an empty one before it, if it begins an item: a mark that was blanked out gives the room.
fn paragraph(own: &str, kind: Line) -> String {
    match own.strip_prefix(' ') {
        Some(rest) if matches!(kind, Line::Opens | Line::Head) => format!("\n{rest}"),
        _ => own.to_owned(),
    }
}

/// Blanks out a block `---` … `---` at the head of the file and takes its title and date; what is left.
fn front_matter<'t>(text: &'t str, page: &mut MarkdownPage) -> &'t str {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut end = mark;
    for (at, line) in text
        .get(mark..)
        .unwrap_or("")
        .split_inclusive('\n')
        .enumerate()
    {
        end += line.len();
        match (at, line.trim_end()) {
            (0, "---") => {}
            (0, _) => return text,
            (_, "---") => return take_front_matter(text.split_at(end), page),
            _ => {}
        }
    }
    text
}

fn take_front_matter<'t>((head, rest): (&str, &'t str), page: &mut MarkdownPage) -> &'t str {
    for line in head.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        match key {
            "title" if !value.is_empty() => page.title = Some(value.to_owned()),
            "date" => page.published = super::day_of(value),
            _ => {}
        }
    }
    blank(head, &mut page.text);
    rest
}

/// The mark of a line that opens or closes a code block, how many there are, and whether nothing follows.
fn fence_of(line: &str) -> Option<(char, usize, bool)> {
    let inner = line.trim_start_matches([' ', '>']);
    let mark = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = inner.trim_start_matches(mark);
    let count = inner.len() - rest.len();
    // "```code```" on one line is inline code.
    (count >= 3 && !rest.contains('`')).then(|| (mark, count, rest.trim().is_empty()))
}

fn is_table_row(line: &str) -> bool {
    line.contains('|')
}

/// Whether the unbroken run of table rows around line `at` holds a ruler (`|---|:--:|`).
fn near_ruler(lines: &[&str], at: usize) -> bool {
    let is_ruler = |line: &&&str| {
        let signs = line.trim();
        signs.contains("--") && signs.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
    };
    let (above, below) = lines.split_at(at.min(lines.len()));
    let mut run = below
        .iter()
        .take_while(|line| is_table_row(line))
        .chain(above.iter().rev().take_while(|line| is_table_row(line)));
    run.any(|line| is_ruler(&line))
}

/// `---`, `***`, and `[label]: address`.
fn is_rule_or_definition(line: &str) -> bool {
    let line = line.trim();
    let signs: String = line.split_whitespace().collect();
    let rule = signs.len() >= 3
        && ['-', '*', '_', '=']
            .iter()
            .any(|mark| signs.chars().all(|c| c == *mark));
    rule || (line.starts_with('[')
        && line
            .split_once("]:")
            .is_some_and(|(label, _)| !label.contains(' ')))
}

/// A line of prose without its marks: the `opening` bytes before its text, emphasis, addresses of links and pictures, tags and
/// comments.
fn prose(line: &str, opening: usize, comment: &mut bool, out: &mut String) {
    let mut rest = line;
    take(&mut rest, opening, false, out);
    while let Some(c) = rest.chars().next() {
        if *comment || rest.starts_with("<!--") {
            let end = rest.find("-->");
            *comment = end.is_none();
            take(&mut rest, end.map_or(usize::MAX, |end| end + 3), false, out);
        } else if let Some(length) = hidden(rest, c) {
            take(&mut rest, length, false, out);
        } else {
            take(&mut rest, c.len_utf8(), true, out);
        }
    }
}

/// The length of what begins at `rest` and is not for readers.
fn hidden(rest: &str, c: char) -> Option<usize> {
    let to = |end: &str| rest.find(end).map(|at| at + end.len());
    match c {
        ']' if rest.starts_with("](") => to(")"),
        ']' if rest.starts_with("][") => rest.get(1..)?.find(']').map(|at| at + 2),
        '!' if rest.starts_with("![") => Some(2),
        '[' | ']' | '*' | '`' => Some(1),
        '_' if rest.starts_with("__") => Some(2),
        '~' if rest.starts_with("~~") => Some(2),
        '<' => {
            let tag = rest
                .chars()
                .nth(1)
                .is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
            tag.then(|| to(">")).flatten()
        }
        _ => None,
    }
}

/// Moves `length` bytes (at most to the end) from `rest` to `out`, as they are or blanked out.
fn take(rest: &mut &str, length: usize, shown: bool, out: &mut String) {
    let (head, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
    if shown {
        out.push_str(head);
    } else {
        blank(head, out);
    }
    *rest = tail;
}

/// As many spaces as there are characters, each of as many bytes; line ends stay.
fn blank(text: &str, out: &mut String) {
    out.extend(text.chars().map(|c| match c.len_utf8() {
        _ if matches!(c, '\n' | '\r') => c,
        1 => ' ',
        2 => '\u{a0}',
        3 => '\u{2003}',
        _ => c,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The prose of `text`, white space closed up; asserts that nothing has moved.
    fn prose_of(text: &str) -> String {
        let page = read(text);
        assert_eq!(page.text.len(), text.len());
        assert_eq!(page.text.chars().count(), text.chars().count());
        page.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn code_and_tables_are_no_prose() {
        assert_eq!(
            prose_of("One.\n```sh\nrm 40 files – naïve\n```\nTwo.\n"),
            "One. Two."
        );
        assert_eq!(prose_of("~~~\n```\nx\n~~~\nTwo.\n"), "Two.");
        assert_eq!(
            prose_of("One.\n\n    code 12\n\n    more\n\nTwo.\n"),
            "One. Two."
        );
        assert_eq!(
            prose_of("One.\n\n| a | 12 |\n|---|:-:|\n| b | 13 |\n\nTwo.\n"),
            "One. Two."
        );
        assert_eq!(prose_of("Either | or.\n"), "Either | or.");
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(
            prose_of("## The **new** [plan](https://example.org/12) in `1.2`\n"),
            "The new plan in 1.2"
        );
        assert_eq!(prose_of("- [x] done <!-- not\nthis --> yes\n"), "done yes");
        assert_eq!(prose_of("> ![A boat](boat.png) sank.\n"), "A boat sank.");
        assert_eq!(
            prose_of("[1]: https://example.org\n---\nText_with_marks\n"),
            "Text_with_marks"
        );
    }

    /// The paragraphs of `text`, as lines.
    fn paragraphs_of(text: &str) -> Vec<String> {
        let page = read(text);
        assert_eq!(page.text.len(), text.len());
        let lines = page
            .text
            .lines()
            .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn a_paragraph_is_one_line_wherever_it_was_wrapped() {
        let long = "the ferry to the northern islands, which had been out of service since the storms of the winter, and";
        assert_eq!(
            paragraphs_of(&format!(
                "# Ferries\nOn Monday {long}\nits sister ship sailed.\r\nNobody came.\n\nNext.\n"
            )),
            [
                "Ferries".to_owned(),
                format!("On Monday {long} its sister ship sailed. Nobody came."),
                "Next.".to_owned()
            ]
        );
        assert_eq!(
            paragraphs_of("One\ntwo.\n> Three\n> four.\n"),
            ["One two.", "Three four."]
        );
        assert_eq!(
            paragraphs_of("One  \ntwo\\\nthree\n"),
            ["One", "two\\", "three"]
        );
        assert_eq!(
            paragraphs_of("Since\n2031. More ships.\n"),
            ["Since 2031. More ships."]
        );
    }

    #[test]
    fn items_are_paragraphs_and_so_is_what_is_indented_below_them() {
        assert_eq!(
            paragraphs_of(
                "Ships:\n- One ship\n  of two.\n- Another.\n1. First.\n2. Second\n   line.\n"
            ),
            [
                "Ships:",
                "One ship of two.",
                "Another.",
                "First.",
                "Second line."
            ]
        );
        assert_eq!(
            paragraphs_of("1. First.\n\n    More of the first.\n\n        code 12\n\n2. Second.\n"),
            ["First.", "More of the first.", "Second."]
        );
        assert_eq!(
            paragraphs_of("- One.\n\nText.\n\n    code 12\n"),
            ["One.", "Text."]
        );
        // A list of short items is no wrapped paragraph.
        let items = read(
            "- 12 boats sank in the harbour near the old mill\n- 14 boats came back to the harbour of the town\n",
        );
        assert!(items.text.contains("\n\n"), "{:?}", items.text);
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        let text = "---\ntitle: \"Ferry – delayed\"\ndate: 2024-05-02\n---\nText.\n";
        assert_eq!(prose_of(text), "Text.");
        let page = read(text);
        assert_eq!(page.title.as_deref(), Some("Ferry – delayed"));
        assert_eq!(page.published.as_deref(), Some("2024-05-02"));
        assert_eq!(prose_of("---\nnever closed\n"), "never closed");
    }
}
