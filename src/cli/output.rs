//! What commands write: in which language, in which format, a file so that half of it never looks like a whole one, and lines for
//! a reader who may go.

use std::io::{ErrorKind, Stdout, Write, stdout};
use std::path::{Path, PathBuf};

use crate::cli::Refused;
use crate::i18n::Lang;
use crate::units::Unit;

/// The language that was asked for; without one the network's first.
pub fn lang(asked: Option<&str>, unit: &Unit) -> Lang {
    let first = unit.network.languages.first().map(String::as_str);
    asked.or(first).and_then(Lang::from_code).unwrap_or(Lang::En)
}

/// As --format says; without it by the ending of the file. None where neither says anything.
pub fn format(asked: Option<&str>, out: Option<&Path>) -> Option<String> {
    asked.or_else(|| out?.extension()?.to_str()).map(str::to_lowercase)
}

/// A file's name with something more at its end.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Puts a file there. It has another name until it is whole; one that was there stands until then.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let part = beside(path, "part");
    std::fs::write(&part, bytes).map_err(told)?;
    std::fs::rename(&part, path).map_err(told)
}

/// Standard output. Whoever reads it may have enough before everything is written, as `head` has: what comes then goes nowhere, and
/// the command does what it was asked to the end.
pub struct Output<W>(W);

pub fn out() -> Output<Stdout> {
    Output(stdout())
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

/// Writes to standard output. Where that cannot be, such as to a full disk, the command ends: nobody would know what it did.
pub fn print(bytes: &[u8]) {
    let mut out = out();
    if let Err(error) = out.write_all(bytes).and_then(|()| out.flush()) {
        eprintln!("logbook: standard output: {error}");
        std::process::exit(1);
    }
}

/// A line on standard output, put together as `format!` does.
macro_rules! say {
    ($($said:tt)*) => {
        $crate::cli::output::print(format!("{}\n", format_args!($($said)*)).as_bytes())
    };
}
pub(crate) use say;

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind, Result, Write};

    use super::Output;

    /// A reader that takes so many bytes and goes.
    struct Reader(usize, ErrorKind);

    impl Write for Reader {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            if self.0 == 0 {
                return Err(Error::from(self.1));
            }
            let taken = bytes.len().min(self.0);
            self.0 -= taken;
            Ok(taken)
        }

        fn flush(&mut self) -> Result<()> {
            if self.0 == 0 { Err(Error::from(self.1)) } else { Ok(()) }
        }
    }

    #[test]
    fn a_reader_that_has_enough_is_no_failure_and_a_full_disk_is() {
        let mut out = Output(Reader(5, ErrorKind::BrokenPipe));
        for _ in 0..3 {
            assert!(out.write_all(b"a line\n").and_then(|()| out.flush()).is_ok());
        }
        let mut out = Output(Reader(5, ErrorKind::StorageFull));
        assert_eq!(out.write_all(b"a line\n").unwrap_err().kind(), ErrorKind::StorageFull);
    }
}
