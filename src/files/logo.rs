//! A unit's logo: on its reports.

use super::keeping::{Read, beside};
use super::reading::{self, Logo};
use super::store::{By, logos};
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::Result;
use crate::units::Unit;

pub async fn read_logo(bytes: Vec<u8>) -> Result<Read<Logo>> {
    beside(bytes, reading::logo).await
}

pub async fn logo(app: &App, unit: &Unit) -> Result<Option<Logo>> {
    Ok(logos::logo(&app.db, unit.network.id, unit.id).await?)
}

async fn set(app: &App, me: &Me, unit: &Unit, logo: Option<&Logo>) -> Result<()> {
    me.allow(Act::Build, &unit.as_place())?;
    let by = By { person: Some(me.id), at: app.clock.now() };
    let mut tx = app.db.begin().await?;
    logos::set(&mut tx, unit.network.id, unit.id, logo, by).await?;
    Ok(tx.commit().await?)
}

/// Setting it twice is setting it once.
pub async fn put_logo(app: &App, me: &Me, unit: &Unit, logo: &Logo) -> Result<()> {
    set(app, me, unit, Some(logo)).await
}

pub async fn remove_logo(app: &App, me: &Me, unit: &Unit) -> Result<()> {
    set(app, me, unit, None).await
}
