//! `logbook backup` and `logbook restore`.

use std::path::PathBuf;

use clap::Args;

use crate::app::App;
use crate::backup;
use crate::cli::Refused;
use crate::measures;

#[derive(Args)]
pub struct File {
    /// The file
    file: PathBuf,
}

pub async fn backup(app: &App, to: &File) -> Result<(), Refused> {
    let done = backup::backup(app, &to.file).await?;
    println!("{}: {} rows of {} tables, read back and the same.", to.file.display(), done.rows, done.tables);
    Ok(())
}

pub async fn restore(app: &App, from: &File) -> Result<(), Refused> {
    let done = backup::restore(app, &from.file).await?;
    // A backup from before totals were kept has none.
    measures::complete(&app.db).await.map_err(|error| error.to_string())?;
    println!("{}: {} rows of {} tables restored.", from.file.display(), done.rows, done.tables);
    Ok(())
}
