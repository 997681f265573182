//! Writes to the standard streams; a closed pipe ends the program quietly.

use super::Outcome;
use super::args::{ColorChoice, Format, LookArgs};
use super::rules::Loaded;
use crate::error::Error;
use crate::report::text::{Show, Style};
use crate::report::{Notice, UNCHECKED};
use crate::rule::Severity;
use crate::text::sanitise;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{IsTerminal, Write};

/// Prints `text` to standard output.
pub(super) fn print(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(|error| Error::new(error.to_string()).at("standard output")),
    }
}

/// Prints an error to standard error; if even that is closed there is nobody left to tell.
pub(super) fn complain(error: &Error) {
    let _ = writeln!(
        std::io::stderr().lock(),
        "error: {}",
        sanitise(&error.to_string())
    );
}

/// A JSON answer in the format asked for, with a line end.
pub(super) fn render(value: &serde_json::Value, format: Format) -> String {
    crate::report::json::write(value, format == Format::Json)
}

/// Prints every mistake in rule files; with one, the run cannot end well whatever the other rules find.
pub(super) fn complain_of_rules(loaded: &Loaded) -> Outcome {
    remark_on_rules(loaded);
    loaded.errors.iter().for_each(complain);
    if loaded.errors.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    }
}

/// An error as formats for machines tell it: something could not be checked.
pub(super) fn notice_of(error: &Error, severity: Severity) -> Notice {
    let place = error.place().unwrap_or("");
    // `file:line:column`; a file's name may hold colons as well.
    let mut parts = place.rsplitn(3, ':');
    let numbers = (parts.next(), parts.next());
    let number = |text: Option<&str>| text.and_then(|t| t.parse::<u32>().ok());
    let (file, place) = match (number(numbers.1), number(numbers.0), parts.next()) {
        (Some(line), Some(column), Some(file)) => (file, Some((line, column))),
        _ => (place, None),
    };
    Notice {
        kind: UNCHECKED,
        severity,
        message: error.message().to_owned(),
        file: if file.is_empty() { "twosource" } else { file }.to_owned(),
        place,
        fingerprint: fingerprint_of(error),
    }
}

/// A name for an error that says the same in every run.
fn fingerprint_of(error: &Error) -> String {
    let digest = Sha256::digest(error.to_string().as_bytes());
    digest.iter().take(4).fold(String::new(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// Says which rule files replace others.
pub(super) fn remark_on_rules(loaded: &Loaded) {
    for (id, old, new) in &loaded.rules.overridden {
        note(&format!("{new} replaces the rule file {id} ({old})"));
    }
}

/// Prints a remark to standard error.
pub(super) fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "note: {}", sanitise(text));
}

/// How the terminal report is to look: as asked, else as the environment and the terminal say.
pub(super) fn style(look: &LookArgs, all: bool) -> Style {
    let terminal = std::io::stdout().is_terminal();
    let set =
        |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let color = match look.color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto => set("CLICOLOR_FORCE") || terminal,
    };
    let columns = || {
        terminal_size::terminal_size()
            .map(|(width, _)| width.0)
            .filter(|_| terminal)
    };
    let width = look.width.or_else(columns).unwrap_or(80).max(40);
    Style {
        color,
        width: usize::from(width),
        show: Show {
            agreements: true,
            only_in_one: all,
        },
    }
}
