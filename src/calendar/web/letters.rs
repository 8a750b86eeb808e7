//! Mails of the calendar that were not taken, for whoever coordinates.

use crate::app::App;
use crate::calendar::names::Names;
use crate::calendar::rule::Rule;
use crate::calendar::store;
use crate::clock::Day;
use crate::error::Result;
use crate::i18n::{Arg, Words};
use crate::people::{self, MailStage};
use crate::units::Unit;

pub struct Letter {
    pub to: String,
    pub what: String,
    pub why: String,
    /// Where it is sent again; none while it is tried anyway.
    pub again: Option<String>,
}

/// Those of the last month, the latest first.
pub async fn letters(
    app: &App,
    w: Words,
    root: &Unit,
    (rules, units): (&[Rule], &[Unit]),
    names: &Names,
) -> Result<Vec<Letter>> {
    let since = app.clock.now() - people::MAIL_KEPT;
    let all = store::letters_since(&app.db, root.network.id, since).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let not_taken = people::mails_not_taken(app).await?;
    let letter = |it: &store::Sent| {
        let (_, mail, stage) = not_taken.iter().find(|(id, ..)| *id == it.mail_id)?;
        let (key, trouble) = match stage {
            MailStage::Trying(trouble) => ("due-letter-trying", trouble),
            MailStage::Refused(trouble) => ("due-letter-refused", trouble),
            MailStage::Waiting | MailStage::Sent(_) => return None,
        };
        let again = matches!(stage, MailStage::Refused(_));
        let on = w.date(Day::Now(it.made_at).in_zone(root.network.zone));
        let rule = it.due_id.and_then(|id| rules.iter().find(|rule| rule.id == id));
        let unit = it.unit_id.and_then(|id| units.iter().find(|unit| unit.id == id));
        let what = match (rule, unit) {
            (Some(rule), Some(unit)) => format!("{}, {}", names.of(w, &rule.due), w.text(&unit.name)),
            (Some(rule), None) => names.of(w, &rule.due),
            (None, _) => w.tr("due-letter-reminder"),
        };
        let to = if it.name.is_empty() { mail.clone() } else { format!("{} ({mail})", it.name) };
        Some(Letter {
            to,
            what: w.with("due-letter-of", &[("what", Arg::Text(what)), ("on", Arg::Text(on))]),
            why: w.of(key, w.tr(&format!("due-trouble-{}", trouble.code()))),
            again: again.then(|| format!("{}/calendar/letters/{}/again", root.address(), it.mail_id)),
        })
    };
    Ok(all.iter().filter_map(letter).collect())
}
