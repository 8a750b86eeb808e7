//! Writing to everybody whose unit was asked about, or is above one, that results are there: each in their language, with the
//! way to their own unit's.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::evaluation::Evaluation;
use crate::i18n::{Lang, Words};
use crate::people;
use crate::units::Unit;

/// `about`: the units that there are results of.
pub async fn release(
    app: &App,
    tx: &mut Tx,
    root: &Unit,
    it: &Evaluation,
    about: &BTreeSet<Uuid>,
) -> Result<()> {
    let network = &root.network;
    let mut all = people::everybody(&mut *tx, network.id, app.clock.today(network.zone)).await?;
    // Of an occasion, those of units that were asked, and above them.
    all.retain(|person| about.contains(&person.unit_id));
    all.dedup_by_key(|person| person.person_id);
    for person in all {
        let w = Words(Lang::from_code(&person.language).unwrap_or(Lang::En));
        let name = w.text(&it.name);
        let site = app.settings.base_url();
        let link = format!("{site}/units/{}/{}/results/{}", network.code, person.unit, it.code);
        let body = w.with("results-mail-body", &[("name", name.clone().into()), ("link", link.into())]);
        people::put_mail(app, tx, &person.mail, &w.of("results-mail-subject", name), &body).await?;
    }
    Ok(())
}
