//! The `logbook` program; everything it does is in the library.

use std::process::ExitCode;

use clap::Parser;

/// Pages are thousands of small texts: this one hands them out quicker than the system's, and gives more of them back.
#[cfg(all(target_os = "linux", feature = "jemalloc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    logbook::cli::run(logbook::cli::Cli::parse())
}
