//! The command `twosource`. Everything it does is in the library; see `twosource::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    twosource::cli::main()
}
