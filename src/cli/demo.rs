//! `logbook demo`.

use std::path::PathBuf;

use clap::Args;

use super::serve;
use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::config::Settings;
use crate::generate::{self, Account, Demonstration};

/// Serve a demonstration network: 27 invented centres, two full years and the running one
///
/// Has a database of its own in the folder data-demo, or wherever the settings say, which must be empty on the first
/// start; the network is made there once, under the code demo, and found again on later starts. Where other networks
/// stand, nothing is touched and the start is refused: choose another folder with LOGBOOK_DATA_DIR. The accounts are the
/// same everywhere, passwords included, so it listens only where this machine alone can reach it.
#[derive(Args)]
pub struct Demo {
    /// Listen also where others can reach it, with passwords that everybody knows
    #[arg(long)]
    for_everybody: bool,
}

/// Where nobody says otherwise the demonstration stays apart from the network that people work in.
pub fn beside(settings: Settings) -> Settings {
    let own = settings.database_url.is_none().then(|| PathBuf::from("data-demo"));
    Settings { data_dir: settings.data_dir.clone().or(own), ..settings }
}

/// Refuses to put a database with the demonstration to use: everybody knows its passwords.
pub async fn refuse(app: &App) -> Result<(), Refused> {
    let held = generate::holds_demonstration(app).await.map_err(|error| error.to_string())?;
    if held {
        return Err(format!(
            "{}: this database holds the demonstration, whose passwords are known to everybody; \
             name another one for a network that people work in",
            app.settings.database_setting()
        ));
    }
    Ok(())
}

pub async fn demo(app: App, demo: Demo) -> Result<(), Refused> {
    if !app.settings.listen.ip().is_loopback() && !demo.for_everybody {
        return Err(format!(
            "LOGBOOK_LISTEN: {} can be reached by others, and the demonstration's passwords are known to everybody; \
             listen on 127.0.0.1, or say --for-everybody",
            app.settings.listen
        ));
    }
    let wrong = |error: crate::error::AppError| error.to_string();
    if generate::demonstration_missing(&app).await.map_err(wrong)? {
        eprintln!("Making the demonstration network, once. This takes about half a minute …");
    }
    match generate::demonstration(&app).await.map_err(wrong)? {
        Demonstration::Ready(accounts) => {
            let asked = generate::where_to_answer(&app).await.map_err(wrong)?;
            let told = generate::where_told(&app).await.map_err(wrong)?;
            let address = app.settings.base_url();
            say!("{}", table(&address, &accounts, asked.as_deref(), told.as_deref()));
            serve::serve(app).await
        }
        Demonstration::Occupied(network) => Err(format!(
            "this database holds the network {network}, and the demonstration wants one of its own; \
             name another folder, such as LOGBOOK_DATA_DIR=data-trial (and no LOGBOOK_DATABASE_URL)"
        )),
    }
}

fn table(address: &str, accounts: &[Account], asked: Option<&str>, told: Option<&str>) -> String {
    let wide = |of: fn(&Account) -> &str| accounts.iter().map(|it| of(it).chars().count()).max().unwrap_or(0);
    let (role, unit, mail) = (wide(|it| it.role), wide(|it| &it.unit), wide(|it| &it.mail));
    let mut lines = vec![
        format!("\nLogbook is at {address}\n"),
        "Sign in as (municipalities are real; centres, organisations, people, all figures and all that is told of them are invented):\n"
            .to_owned(),
        format!("  {:role$}  {:unit$}  {:mail$}  password", "role", "unit", "mail"),
    ];
    lines.extend(
        accounts
            .iter()
            .map(|it| format!("  {:role$}  {:unit$}  {:mail$}  {}", it.role, it.unit, it.mail, it.password)),
    );
    if let Some(asked) = asked {
        lines.push(format!("\nYoung people answer without an account, such as at {address}/a/{asked}"));
    }
    if let Some(told) = told {
        lines.push(format!("What became of their answers is told to everybody at {address}{told}"));
    }
    lines.push("\nStop with Ctrl+C.".to_owned());
    lines.join("\n")
}
