//! A backup is one file that holds everything as it stood at one moment, whichever engine serves, and can be brought into
//! an empty database of either. It counts as done only when it has been read back and found the same.
//!
//! What is only for the moment stays out ([`LEFT_OUT`]): after a restore everybody signs in again, and no mail is sent a
//! second time. `docs/deploy.md` tells how it is used.

mod store;

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::db::copy::{copy, is_whole, sum, tables, version};
use crate::db::{Db, DbError, Tx};
use store::Sums;

/// Sessions and links to a new password would open accounts to whoever finds the file; failures at the door and mails
/// belong to the server that is running.
const LEFT_OUT: [&str; 5] = ["session", "sign_in_failure", "password_reset", "outbox_mail", "outbox_file"];

/// Only one restore at a time.
const RESTORE: i64 = 0x7265_7374;

#[derive(Debug)]
pub struct Done {
    pub tables: usize,
    pub rows: i64,
    sums: Sums,
}

impl Done {
    /// How many rows of a table the file holds.
    pub fn rows_of(&self, table: &str) -> i64 {
        self.sums.iter().find(|(name, _)| name == table).map_or(0, |(_, sum)| sum.rows)
    }
}

impl From<Sums> for Done {
    fn from(sums: Sums) -> Done {
        Done { tables: sums.len(), rows: sums.iter().map(|(_, sum)| sum.rows).sum(), sums }
    }
}

/// Why it could not be done, in words for whoever asked.
pub type Refused = String;

type Result<T> = std::result::Result<T, Refused>;

#[allow(clippy::needless_pass_by_value)]
fn words(error: DbError) -> Refused {
    if error.is_damaged() { "the file is damaged".to_owned() } else { error.to_string() }
}

/// A file beside another, gone when this is dropped.
struct Part(PathBuf);

impl Part {
    /// An empty one, for nobody else to read: a backup holds people's addresses and passwords' hashes.
    fn new(app: &App, folder: &Path) -> Result<Part> {
        let path = folder.join(format!(".logbook-{}.part", app.ids.random().simple()));
        let mut open = fs::OpenOptions::new();
        open.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        open.open(&path)
            .map_err(|error| format!("the folder {} cannot be written into: {error}", folder.display()))?;
        Ok(Part(path))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
        let _ = fs::remove_file(self.0.with_extension("part-journal"));
    }
}

pub async fn backup(app: &App, file: &Path) -> Result<Done> {
    let taken = || format!("{} exists already; a backup overwrites nothing", file.display());
    if file.exists() {
        return Err(taken());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(format!("{}: the folder {} does not exist", file.display(), folder.display()));
    }
    let part = Part::new(app, folder)?;
    let sums = write(app, &part.0).await?;
    if read_back(&part.0).await? != sums {
        return Err("what was written could not be read back the same; nothing was kept".into());
    }
    let failed = |error: std::io::Error| format!("{} cannot be written: {error}", file.display());
    fs::File::open(&part.0).and_then(|file| file.sync_all()).map_err(failed)?;
    // Linking, not renaming: that would replace what came there meanwhile.
    match fs::hard_link(&part.0, file) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(taken()),
        Ok(()) => {}
        // Some file systems know no links.
        Err(_) => fs::rename(&part.0, file).map_err(failed)?,
    }
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(sums.into())
}

/// Writes everything of one moment into a new file.
async fn write(app: &App, path: &Path) -> Result<Sums> {
    let file = Db::open_file(path).map_err(words)?;
    file.migrate().await.map_err(words)?;
    let mut to = file.begin().await.map_err(words)?;
    let mut from = app.db.snapshot().await.map_err(words)?;
    if version(&mut from).await.map_err(words)? != version(&mut to).await.map_err(words)? {
        return Err("the database is not of this program's version; run: logbook migrate".into());
    }
    let mut sums = Sums::new();
    for table in tables(&mut to).await.map_err(words)? {
        if !LEFT_OUT.contains(&table.name.as_str()) {
            let sum = copy(&mut from, &mut to, &table).await.map_err(words)?;
            sums.push((table.name, sum));
        }
    }
    store::keep_list(&mut to, &sums).await.map_err(words)?;
    to.commit().await.map_err(words)?;
    file.close().await;
    Ok(sums)
}

/// What a backup holds, if it is one, is whole, and is as it was written.
async fn read_back(path: &Path) -> Result<Sums> {
    let none = || "this is no backup made by `logbook backup`".to_owned();
    let read = |error: DbError| if error.is_no_database() { none() } else { words(error) };
    let file = Db::open_file(path).map_err(read)?;
    let mut tx = file.snapshot().await.map_err(read)?;
    if !store::has_list(&mut tx).await.map_err(read)? {
        return Err(none());
    }
    let sums = sums(&mut tx).await?;
    let whole =
        is_whole(&mut tx).await.map_err(words)? && store::list_is(&mut tx, &sums).await.map_err(words)?;
    drop(tx);
    file.close().await;
    if whole { Ok(sums) } else { Err("the backup is damaged".into()) }
}

async fn sums(file: &mut Tx) -> Result<Sums> {
    let mut sums = Sums::new();
    for table in tables(file).await.map_err(words)? {
        if !LEFT_OUT.contains(&table.name.as_str()) {
            let sum = sum(file, &table).await.map_err(words)?;
            sums.push((table.name, sum));
        }
    }
    Ok(sums)
}

/// Brings a backup into the application's database, all or nothing.
pub async fn restore(app: &App, file: &Path) -> Result<Done> {
    let named = |why: String| format!("{}: {why}", file.display());
    fs::create_dir_all(app.settings.data_dir())
        .map_err(|error| format!("the data folder cannot be made: {error}"))?;
    // A copy, since a backup of an older version is brought up to this one first.
    let part = Part::new(app, app.settings.data_dir())?;
    // Not `fs::copy`: that would let others read it where they may read the backup.
    let copied = fs::File::open(file).and_then(|mut from| {
        let mut to = fs::OpenOptions::new().write(true).open(&part.0)?;
        std::io::copy(&mut from, &mut to)
    });
    copied.map_err(|error| named(format!("cannot be read: {error}")))?;
    read_back(&part.0).await.map_err(named)?;
    let source = Db::open_file(&part.0).map_err(words)?;
    source.migrate().await.map_err(|error| {
        named(format!("made by a newer version of Logbook, or not by Logbook at all: {error}"))
    })?;
    let mut from = source.snapshot().await.map_err(words)?;
    let mut to = app.db.begin().await.map_err(words)?;
    to.alone(RESTORE).await.map_err(words)?;
    let mut tables = tables(&mut from).await.map_err(words)?;
    tables.retain(|table| !LEFT_OUT.contains(&table.name.as_str()));
    for table in &tables {
        if !store::is_empty(&mut to, table).await.map_err(words)? {
            return Err(format!(
                "the database is in use (it holds rows of {}); restore into an empty one",
                table.name
            ));
        }
    }
    let mut done = Sums::new();
    for table in &tables {
        let read = copy(&mut from, &mut to, table).await.map_err(words)?;
        if sum(&mut to, table).await.map_err(words)? != read {
            return Err(format!("{} could not be read back the same; nothing was restored", table.name));
        }
        done.push((table.name.clone(), read));
    }
    to.commit().await.map_err(words)?;
    drop(from);
    source.close().await;
    Ok(done.into())
}

#[cfg(test)]
mod tests;
