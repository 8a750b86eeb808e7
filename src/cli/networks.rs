//! `logbook init`.

use clap::Args;

use crate::access::RoleKind;
use crate::app::App;
use crate::cli::Refused;
use crate::cli::output::say;
use crate::form::tidy;
use crate::i18n::{Lang, Text18, Words};
use crate::{people, units, vocabulary};

#[derive(Args)]
pub struct Init {
    /// Short name for addresses: lower-case letters, digits and dashes
    #[arg(long, value_parser = units::code)]
    network: String,
    /// Name as people read it
    #[arg(long, value_parser = name)]
    name: String,
    /// Mail address of the first coordinator
    #[arg(long, value_parser = crate::cli::mail)]
    admin: String,
    /// Language of the name and of the invitation, and the first that pages are offered in
    #[arg(long, default_value = "sl", value_parser = language)]
    language: String,
    /// Every language that names are kept in, such as sl,en
    #[arg(long, default_value = "sl,en", value_delimiter = ',', value_parser = language)]
    languages: Vec<String>,
    /// Time zone, as in Europe/Ljubljana
    #[arg(long, default_value = "Europe/Ljubljana", value_parser = zone)]
    zone: chrono_tz::Tz,
    /// Country, two letters
    #[arg(long, default_value = "SI", value_parser = country)]
    country: String,
}

fn name(text: &str) -> Result<String, String> {
    let name = tidy(text);
    if name.is_empty() || name.chars().count() > units::LONGEST_NAME {
        return Err(format!("expected a name of 1 to {} characters", units::LONGEST_NAME));
    }
    Ok(name)
}

fn language(code: &str) -> Result<String, String> {
    let known: Vec<&str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    if known.contains(&code) {
        Ok(code.to_owned())
    } else {
        Err(format!("expected one of {}", known.join(", ")))
    }
}

fn zone(name: &str) -> Result<chrono_tz::Tz, String> {
    name.parse().map_err(|_| "expected the name of a time zone, such as Europe/Ljubljana".to_owned())
}

fn country(code: &str) -> Result<String, String> {
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(code.to_owned())
    } else {
        Err("expected two capital letters, such as SI".to_owned())
    }
}

pub async fn init(app: &App, init: Init) -> Result<(), Refused> {
    let words = Words(Lang::from_code(&init.language).unwrap_or(Lang::Sl));
    let name = Text18::one(&init.language, init.name.clone());
    let link = async {
        let mut tx = app.db.begin().await?;
        // Past records will be brought in: the network counts as there since long ago.
        let opened_on = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
        // The first is what names fall back to.
        let mut languages = vec![init.language.clone()];
        languages.extend(init.languages.iter().filter(|lang| **lang != init.language).cloned());
        let new = units::NewNetwork {
            code: &init.network,
            name: &name,
            opened_on,
            languages,
            zone: init.zone,
            country: &init.country,
        };
        let (network_id, _) = units::found(app, &mut tx, new).await?;
        vocabulary::insert_terms(&mut tx, network_id, &app.ids, &vocabulary::standard_terms()).await?;
        vocabulary::insert_age_bands(&mut tx, network_id, &app.ids, opened_on, &vocabulary::standard_bands())
            .await?;
        let root = units::network_named(&mut tx, &init.network, app.clock.day()).await?;
        let root = root.ok_or(crate::error::AppError::NotFound)?;
        let kind = RoleKind::Coordinator;
        let invite = people::Invite { id: app.ids.random(), to: &init.admin, kind, by: None };
        let invited = people::invite(app, &mut tx, words, &root, invite).await?;
        tx.commit().await?;
        Ok::<_, crate::error::AppError>(invited.link)
    };
    match link.await {
        Ok(link) => {
            say!("{link}");
            Ok(())
        }
        Err(crate::error::AppError::Conflict) => {
            Err(format!("{}: a network with this code exists", init.network))
        }
        Err(error) => Err(error.to_string()),
    }
}
