//! `JUnit` XML: a suite is a group of articles, a test case a finding; what agrees passes.

use super::entry::{Entry, entries, read};
use super::markup::{xml_attribute, xml_text};
use super::{Notice, Report, Show, wording};
use crate::compare::Verdict;
use crate::rule::Severity;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Renders every finding, since a test report lists what passes as well: an alarm fails, one of mere note, an accepted one
/// and what stands in one article only are skipped with their reason.
pub(super) fn render(reports: &[Report<'_>], notices: &[Notice], _: Show) -> String {
    let suites = reports.iter().map(suite);
    let suites: Vec<Suite> = suites.chain(remarks(notices)).collect();
    let total = suites.iter().fold(Counts::default(), |mut sum, suite| {
        sum.add(&suite.counts);
        sum
    });
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(xml, "<testsuites name=\"twosource\"{}>", total.attributes());
    for suite in &suites {
        xml.push_str(&suite.xml);
    }
    xml.push_str("</testsuites>\n");
    xml
}

struct Suite {
    xml: String,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.errors += other.errors;
        self.skipped += other.skipped;
    }

    fn attributes(&self) -> String {
        format!(
            " tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"",
            self.tests, self.failures, self.errors, self.skipped
        )
    }
}

fn suite(report: &Report<'_>) -> Suite {
    let mut counts = Counts::default();
    let mut cases = String::new();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries(report, Show::ALL) {
        let mut name = format!("{}: {}", wording::line(entry.claim), entry.title());
        let seen = names.entry(name.clone()).or_insert(0);
        *seen += 1;
        if *seen > 1 {
            let _ = write!(name, " ({seen})");
        }
        counts.tests += 1;
        case(report, &entry, &name, &mut counts, &mut cases);
    }
    let mut xml = format!(
        "  <testsuite name=\"{}\"{}>\n    <properties>\n",
        xml_attribute(report.id),
        counts.attributes()
    );
    for (article, account) in report.accounts.iter().enumerate() {
        let _ = writeln!(
            xml,
            "      <property name=\"{}\" value=\"{}\"/>",
            wording::letter(article),
            xml_attribute(&format!(
                "{} ({})",
                account.document.source.id,
                read(account)
            ))
        );
    }
    let _ = writeln!(
        xml,
        "      <property name=\"same-event\" value=\"{}\"/>\n    </properties>",
        report.alignment.same_event.label()
    );
    xml.push_str(&cases);
    xml.push_str("  </testsuite>\n");
    Suite { xml, counts }
}

/// What the run has to say beside its findings: a suite of its own, if it has.
fn remarks(notices: &[Notice]) -> Option<Suite> {
    let mut counts = Counts::default();
    let mut cases = String::new();
    for notice in notices {
        counts.tests += 1;
        let element = match notice.severity {
            _ if notice.is_unchecked() => {
                counts.errors += 1;
                "error"
            }
            Severity::Error | Severity::Warning => {
                counts.failures += 1;
                "failure"
            }
            Severity::Note | Severity::Off => {
                counts.skipped += 1;
                "skipped"
            }
        };
        let place = notice
            .place
            .map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let name = format!("{} {}{place}", notice.kind, wording::name(&notice.file));
        // What is skipped has no type.
        let kind = match element {
            "skipped" => String::new(),
            _ => format!(" type=\"{}\"", notice.kind),
        };
        let _ = writeln!(
            cases,
            "    <testcase classname=\"twosource\" name=\"{} {}\">\n      <{element}{kind} message=\"{}\"/>\n    </testcase>",
            xml_attribute(&name),
            xml_attribute(&notice.fingerprint),
            xml_attribute(&notice.message)
        );
    }
    let attributes = counts.attributes();
    let xml = format!("  <testsuite name=\"about this run\"{attributes}>\n{cases}  </testsuite>\n");
    (!notices.is_empty()).then_some(Suite { xml, counts })
}

fn case(report: &Report<'_>, entry: &Entry<'_>, name: &str, counts: &mut Counts, xml: &mut String) {
    let _ = write!(
        xml,
        "    <testcase classname=\"{}\" name=\"{}\"",
        xml_attribute(report.id),
        xml_attribute(name)
    );
    if let Some(side) = entry.sides.first() {
        let file = xml_attribute(side.file);
        let _ = write!(xml, " file=\"{file}\" line=\"{}\"", side.from.line);
    }
    xml.push_str(">\n");
    let why = if entry.why.is_empty() {
        String::new()
    } else {
        format!(": {}", wording::line(entry.why))
    };
    let message = format!("{}{why}", entry.values());
    let quotes = quotes(entry);
    match outcome(entry) {
        Outcome::Failed => {
            counts.failures += 1;
            let _ = writeln!(
                xml,
                "      <failure type=\"{}\" message=\"{}\">{}</failure>",
                entry.verdict.label(),
                xml_attribute(&message),
                xml_text(&quotes)
            );
        }
        Outcome::Skipped(reason) => {
            counts.skipped += 1;
            let _ = writeln!(
                xml,
                "      <skipped message=\"{}\"/>\n      <system-out>{}</system-out>",
                xml_attribute(&format!("{reason}: {message}")),
                xml_text(&quotes)
            );
        }
        Outcome::Passed => {
            let _ = writeln!(
                xml,
                "      <system-out>{}</system-out>",
                xml_text(&format!(
                    "{}: {message}\n{quotes}",
                    entry.verdict_and_reason()
                ))
            );
        }
    }
    xml.push_str("    </testcase>\n");
}

enum Outcome {
    Failed,
    Skipped(String),
    Passed,
}

fn outcome(entry: &Entry<'_>) -> Outcome {
    if let Some(reason) = entry.accepted {
        return Outcome::Skipped(format!("accepted ({})", wording::line(reason)));
    }
    match entry.verdict {
        Verdict::OnlyInOne if !entry.is_alarm() => {
            Outcome::Skipped(entry.verdict.label().to_owned())
        }
        Verdict::Agree | Verdict::Compatible => Outcome::Passed,
        _ if entry.severity < Severity::Warning => {
            Outcome::Skipped(format!("{}, a note", entry.verdict.label()))
        }
        _ => Outcome::Failed,
    }
}

fn quotes(entry: &Entry<'_>) -> String {
    let mut text = String::new();
    for side in &entry.sides {
        let _ = writeln!(text, "{} {}", side.letter(), side.quoted());
    }
    text.push_str(entry.fingerprint);
    text
}
