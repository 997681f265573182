//! Writes to the standard streams; a closed pipe ends the program quietly.

use crate::error::Error;
use crate::text::sanitise;
use std::io::Write;

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
