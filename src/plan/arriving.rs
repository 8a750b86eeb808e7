//! A file that somebody brings to a unit, read for it: with what its network has, and with the targets that stand in its plan.

use super::document::Plan;
use super::files::{self, Asked, Wrong};
use super::matching::found_again;
use super::{codes, known, making};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::units::Unit;

/// The plan of a file; what is wrong with it, where it is none. `year`: the one it has to be for; none: whichever it says.
pub async fn read_for(
    app: &App,
    w: Words,
    unit: &Unit,
    bytes: &[u8],
    year: Option<i32>,
) -> Result<std::result::Result<Plan, Wrong>> {
    let lang = unit.network.languages.first().map_or("en", String::as_str);
    let known = Some(known::known(app, unit).await?);
    let plan = match files::uncoded(w, bytes, &Asked { year, lang, known }) {
        Ok(plan) => plan,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let stands = making::find(app, unit, plan.year).await?;
    // Codes of parts first: those of targets are given within them.
    let plan = match &stands {
        Some(stands) if files::is_by_hand(bytes) => found_again(plan, &stands.plan()),
        _ => plan,
    };
    let ever = codes::ever(app, unit, stands.as_ref()).await?;
    Ok(Ok(codes::given(plan, &ever, lang)))
}
