//! Writing to everybody in the network that results are there, each in their language, with the way to their own unit's.

use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::evaluation::Evaluation;
use crate::i18n::{Lang, Words};
use crate::people;
use crate::units::Unit;

pub async fn release(app: &App, tx: &mut Tx, root: &Unit, it: &Evaluation) -> Result<()> {
    let network = &root.network;
    for person in people::everybody(&mut *tx, network.id, app.clock.today(network.zone)).await? {
        let w = Words(Lang::from_code(&person.language).unwrap_or(Lang::En));
        let name = w.text(&it.name);
        let site = app.settings.base_url();
        let link = format!("{site}/units/{}/{}/results/{}", network.code, person.unit, it.code);
        let body = w.with("results-mail-body", &[("name", name.clone().into()), ("link", link.into())]);
        people::write_mail(app, tx, &person.mail, &w.of("results-mail-subject", name), &body).await?;
    }
    Ok(())
}
