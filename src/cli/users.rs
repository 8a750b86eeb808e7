//! `logbook user`.

use clap::{Args, Subcommand};

use crate::access::RoleKind;
use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::i18n::Words;
use crate::{people, units};

#[derive(Subcommand)]
pub enum User {
    /// Invite somebody to a role on a unit; prints the link that works once
    ///
    /// An earlier invitation of the same address to the same role there is void from then on.
    Add(Add),
    /// Print every account with its roles, and every invitation that waits: mail, name, role, unit, state
    List,
    /// Print a link that works once, for 24 hours, and sets a new password
    Reset {
        /// Mail address of the account
        mail: String,
    },
    /// Close an account and end its sessions, and withdraw invitations that wait; what the person recorded stays
    Disable {
        /// Mail address of the account or of the invitation
        mail: String,
    },
    /// Open a closed account again, with the roles it has
    Enable {
        /// Mail address of the account
        mail: String,
    },
}

#[derive(Args)]
pub struct Add {
    /// Mail address
    #[arg(value_parser = crate::cli::mail)]
    mail: String,
    /// worker, mentor, coordinator or viewer
    #[arg(long, value_parser = ["worker", "mentor", "coordinator", "viewer"])]
    role: String,
    /// Code of the unit the role holds for, with everything below it
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
}

pub async fn user(app: &App, user: User) -> Result<(), Refused> {
    match user {
        User::Add(new) => add(app, new).await,
        User::List => list(app).await,
        User::Reset { mail } => reset(app, &mail).await,
        User::Disable { mail } => disable(app, &mail).await,
        User::Enable { mail } => enable(app, &mail).await,
    }
}

async fn add(app: &App, new: Add) -> Result<(), Refused> {
    let unit = units::named(app, new.network.as_deref(), &new.unit).await?;
    let kind = RoleKind::from_code(&new.role).ok_or("no such role")?;
    if kind == RoleKind::Coordinator && unit.parent_id.is_some() {
        return Err(format!("a coordinator is one of the whole network; use --unit {}", unit.network.code));
    }
    let words = Words(
        unit.network
            .languages
            .iter()
            .find_map(|code| crate::i18n::Lang::from_code(code))
            .unwrap_or(crate::i18n::Lang::En),
    );
    let link = async {
        let mut tx = app.db.begin().await?;
        let mail = people::fold_mail(&new.mail);
        let before = people::withdraw_all(app, &mut tx, &mail, Some((&unit, kind))).await?;
        let invite = people::Invite { id: app.ids.random(), to: &mail, kind, by: None };
        let invited = people::invite(app, &mut tx, words, &unit, invite).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>((invited.link, before))
    };
    let (link, before) = link.await.map_err(|error| error.to_string())?;
    if before > 0 {
        eprintln!("logbook: the earlier link to this role is void now");
    }
    say!("{link}");
    Ok(())
}

async fn list(app: &App) -> Result<(), Refused> {
    let rows = people::list_people(&app.db, app.clock.day()).await.map_err(|error| error.to_string())?;
    for row in rows {
        let held = row.kind.is_some();
        let role = row.kind.unwrap_or_else(|| "-".into());
        let place = match (row.network, row.unit) {
            (Some(network), Some(unit)) => format!("{network}/{unit}"),
            _ => "-".into(),
        };
        let last = row.until_on.and_then(|until| until.pred_opt());
        let when = match last {
            Some(last) if held => format!(", until {last}"),
            Some(last) => format!(", no role since {last}"),
            None => String::new(),
        };
        let state = if row.disabled { "disabled" } else { "active" };
        say!("{}\t{}\t{role}\t{place}\t{state}{when}", row.mail, row.name);
    }
    let waiting = people::all_waiting(&app.db, app.clock.now()).await.map_err(|error| error.to_string())?;
    for it in waiting {
        let place = format!("{}/{}", it.network, it.unit);
        let mail = it.mail_state(app.settings.smtp_url.is_some());
        say!("{}\t-\t{}\t{place}\tinvited, until {}, {mail}", it.mail, it.role_kind, it.last_day());
    }
    Ok(())
}

async fn disable(app: &App, mail: &str) -> Result<(), Refused> {
    let mail = people::fold_mail(mail);
    let closed = people::close(app, &mail).await.map_err(|error| error.to_string())?;
    let withdrawn = async {
        let mut tx = app.db.begin().await?;
        let withdrawn = people::withdraw_all(app, &mut tx, &mail, None).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>(withdrawn)
    };
    let withdrawn = match &closed {
        people::Closed::Last(_) => 0,
        _ => withdrawn.await.map_err(|error| error.to_string())?,
    };
    match withdrawn {
        0 => {}
        1 => say!("{mail}: 1 invitation withdrawn; its link opens nothing any more"),
        n => say!("{mail}: {n} invitations withdrawn; their links open nothing any more"),
    }
    match closed {
        people::Closed::Done => Ok(()),
        people::Closed::Missing if withdrawn > 0 => Ok(()),
        people::Closed::Missing => {
            Err(format!("{mail}: no open account with this address, and no invitation that waits"))
        }
        people::Closed::Last(network) => {
            Err(format!("{mail} is the last coordinator of {network}; make another one first"))
        }
    }
}

async fn enable(app: &App, mail: &str) -> Result<(), Refused> {
    let mail = people::fold_mail(mail);
    let done = async {
        let mut tx = app.db.begin().await?;
        let done = people::enable(&mut tx, &mail).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>(done)
    };
    match done.await.map_err(|error| error.to_string())? {
        true => Ok(()),
        false => Err(format!("{mail}: no closed account with this address")),
    }
}

async fn reset(app: &App, mail: &str) -> Result<(), Refused> {
    let mail = people::fold_mail(mail);
    let link = async {
        let found = people::by_mail(&app.db, &mail).await?;
        let Some(person) = found.filter(|person| person.disabled_at.is_none()) else { return Ok(None) };
        let mut tx = app.db.begin().await?;
        let link = people::reset_link(app, &mut tx, app.ids.random(), &person, None).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>(Some(link))
    };
    match link.await {
        Ok(Some(link)) => {
            say!("{link}");
            Ok(())
        }
        Ok(None) => Err(format!("{mail}: no open account with this address")),
        Err(error) => Err(error.to_string()),
    }
}
