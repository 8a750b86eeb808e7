//! What the keys need of a file: places, a lock among processes, and that what was written is on the disk.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

pub trait Disk: Send + Sync {
    fn len(&self) -> io::Result<u64>;
    /// Reads as much as there is; what lies beyond the end is left as it was.
    fn read(&self, at: u64, into: &mut [u8]) -> io::Result<()>;
    fn write(&self, at: u64, bytes: &[u8]) -> io::Result<()>;
    /// Returns when everything written is on the disk.
    fn sync(&self) -> io::Result<()>;
    fn lock(&self) -> io::Result<()>;
    fn unlock(&self) -> io::Result<()>;
}

pub struct InFile(File);

impl InFile {
    /// Made where missing, its folder too; for nobody else to read.
    pub fn open(path: &Path) -> io::Result<InFile> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        // That there is such a file has to outlast a power cut as well.
        File::open(folder)?.sync_all()?;
        Ok(InFile(file))
    }

    fn read_some(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        return std::os::unix::fs::FileExt::read_at(&self.0, into, at);
        #[cfg(windows)]
        return std::os::windows::fs::FileExt::seek_read(&self.0, into, at);
    }

    fn write_some(&self, at: u64, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(unix)]
        return std::os::unix::fs::FileExt::write_at(&self.0, bytes, at);
        #[cfg(windows)]
        return std::os::windows::fs::FileExt::seek_write(&self.0, bytes, at);
    }
}

impl Disk for InFile {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    fn read(&self, mut at: u64, mut into: &mut [u8]) -> io::Result<()> {
        while !into.is_empty() {
            match self.read_some(at, into) {
                Ok(0) => break,
                Ok(n) => {
                    at += n as u64;
                    into = &mut into[n..];
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn write(&self, mut at: u64, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match self.write_some(at, bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(n) => {
                    at += n as u64;
                    bytes = &bytes[n..];
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn lock(&self) -> io::Result<()> {
        self.0.lock()
    }

    fn unlock(&self) -> io::Result<()> {
        self.0.unlock()
    }
}
