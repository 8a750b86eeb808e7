//! What is asked of forms and templates of a network's own: bringing one in, printing one, naming all. The words that explain
//! it stand where it is offered.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Refused;

#[derive(Args)]
pub struct Import {
    pub file: PathBuf,
    /// Code of the network, where the server holds several
    #[arg(long)]
    pub network: Option<String>,
}

impl Import {
    /// What stands in the file.
    pub fn text(&self) -> Result<String, Refused> {
        std::fs::read_to_string(&self.file).map_err(|error| format!("{}: {error}", self.file.display()))
    }
}

#[derive(Args)]
pub struct Export {
    pub name: String,
    #[arg(long)]
    pub network: Option<String>,
}

#[derive(Args)]
pub struct List {
    #[arg(long)]
    pub network: Option<String>,
}
