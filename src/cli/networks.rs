//! `logbook init`.

use clap::Args;

use crate::access::RoleKind;
use crate::app::App;
use crate::cli::Refused;
use crate::i18n::{Lang, Text18, Words};
use crate::{people, units, vocabulary};

#[derive(Args)]
pub struct Init {
    /// Short name for addresses: lower-case letters, digits and dashes
    #[arg(long, value_parser = units::code)]
    network: String,
    /// Name as people read it
    #[arg(long)]
    name: String,
    /// Mail address of the first coordinator
    #[arg(long)]
    admin: String,
    /// Language of the name and of the invitation
    #[arg(long, default_value = "sl", value_parser = ["sl", "en"])]
    language: String,
}

pub async fn init(app: &App, init: Init) -> Result<(), Refused> {
    if !people::looks_like_mail(&init.admin) {
        return Err(format!("--admin: {} is no mail address", init.admin));
    }
    let words = Words(Lang::from_code(&init.language).unwrap_or(Lang::Sl));
    let name = Text18::one(&init.language, init.name.trim());
    let link = async {
        let mut tx = app.db.begin().await?;
        // Past records will be brought in: the network counts as there since long ago.
        let opened_on = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
        let new = units::NewNetwork { code: &init.network, name: &name, opened_on };
        let (network_id, _) = units::found(app, &mut tx, new).await?;
        vocabulary::insert_terms(&mut tx, network_id, &app.ids, &vocabulary::standard_terms()).await?;
        vocabulary::insert_age_bands(&mut tx, network_id, &app.ids, opened_on, &vocabulary::standard_bands())
            .await?;
        let root = units::network_named(&mut tx, &init.network, app.clock.day()).await?;
        let root = root.ok_or(crate::error::AppError::NotFound)?;
        let invited =
            people::invite(app, &mut tx, words, &root, &init.admin, RoleKind::Coordinator, None).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>(invited.link)
    };
    match link.await {
        Ok(link) => {
            println!("{link}");
            Ok(())
        }
        Err(crate::error::AppError::Conflict) => {
            Err(format!("{}: a network with this code exists", init.network))
        }
        Err(error) => Err(error.to_string()),
    }
}
