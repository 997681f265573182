//! What the run has to say beside its findings, above them: entries of the baseline to mend, what could not be checked.

use super::escape::text;
use crate::report::Notice;
use crate::report::wording;
use std::fmt::Write;

pub(super) fn render(notices: &[Notice], page: &mut String) {
    if notices.is_empty() {
        return;
    }
    page.push_str(
        "<section class=\"notices\" tabindex=\"0\" aria-label=\"About this run\">\n<ul>\n",
    );
    for notice in notices {
        let place = notice
            .place
            .map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let _ = writeln!(
            page,
            "<li><b>{}</b> <code>{}</code> {} <small>{}{place}</small></li>",
            notice.severity.label(),
            notice.kind,
            text(&wording::line(&notice.message)),
            text(&wording::name(&notice.file)),
        );
    }
    page.push_str("</ul>\n</section>\n");
}
