//! `logbook backup` and `logbook restore`.

use std::path::PathBuf;

use clap::Args;

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::measures;
use crate::{answers, backup, evaluation};

#[derive(Args)]
pub struct File {
    /// The file
    file: PathBuf,
}

pub async fn backup(app: &App, to: &File) -> Result<(), Refused> {
    let done = backup::backup(app, &to.file).await?;
    say!("{}: {} rows of {} tables, read back and the same.", to.file.display(), done.rows, done.tables);
    let waiting = done.rows_of("inbox");
    if waiting > 0 {
        say!(
            "Waiting to be mixed: {waiting} answers. They are in the file sealed, and nobody can read them there: their keys \
             are only in {} in the data folder, and go when the answers are mixed.",
            answers::KEY_FILE
        );
    }
    for (it, by) in evaluation::note_copy(app, &to.file).await.map_err(|error| error.to_string())? {
        say!(
            "Made while the evaluation {} takes answers: to be deleted by {by}, with every copy of it.",
            it.code
        );
    }
    Ok(())
}

pub async fn restore(app: &App, from: &File) -> Result<(), Refused> {
    let done = backup::restore(app, &from.file).await?;
    // A backup from before totals were kept has none.
    measures::complete(&app.db).await.map_err(|error| error.to_string())?;
    say!("{}: {} rows of {} tables restored.", from.file.display(), done.rows, done.tables);
    let lost = answers::drop_unreadable(app).await.map_err(|error| error.to_string())?;
    if lost > 0 {
        say!(
            "Left out: {lost} answers that waited when the backup was made. Their keys are not here, so nobody can read them."
        );
    }
    Ok(())
}
