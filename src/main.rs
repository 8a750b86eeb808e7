//! The `logbook` program; everything it does is in the library.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    logbook::cli::run(logbook::cli::Cli::parse())
}
