//! Whom to ask for what one may not do oneself: those who really are there, not a role that nobody may have.

use std::collections::HashSet;

use super::store;
use crate::access::Act;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;

/// More names than these nobody needs.
const MOST: usize = 3;

/// Who may do something at a unit, in a sentence: those of the unit itself first, then those above it.
pub async fn whom_to_ask(app: &App, w: Words, unit: &Unit, act: Act) -> Result<String> {
    let today = app.clock.today(unit.network.zone);
    let mut members = store::members(&app.db, unit.network.id, &unit.path, today).await?;
    members.retain(|member| member.since <= today && act.allowed_to(member.kind));
    let line = unit.path.ids();
    members.sort_by_key(|member| std::cmp::Reverse(line.iter().position(|id| *id == member.unit_id)));
    let mut seen = HashSet::new();
    members.retain(|member| seen.insert(member.person_id));
    let names: Vec<&str> = members
        .iter()
        .take(MOST)
        .map(|member| if member.name.is_empty() { member.mail.as_str() } else { member.name.as_str() })
        .collect();
    Ok(if names.is_empty() { w.tr("ask-nobody") } else { w.of("ask-whom", names.join(", ")) })
}
