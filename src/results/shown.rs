//! A unit's areas in one evaluation, for rooms that put them beside something else: what may be seen, and nothing more.

use scores::Estimate;

use super::figures::{self, Before};
use super::reading;
use super::store::Of;
use crate::access::Me;
use crate::app::App;
use crate::error::Result;
use crate::evaluation::Evaluation;
use crate::i18n::Text18;
use crate::units::Unit;

pub struct Shown {
    pub evaluation: Evaluation,
    /// Of every questionnaire that the unit was asked.
    pub areas: Vec<Line>,
}

pub struct Line {
    pub code: String,
    pub name: Text18,
    /// None where it is withheld or has too few answers.
    pub index: Option<Estimate>,
    /// In the latest earlier evaluation that has it.
    pub before: Option<Before>,
}

/// The latest evaluation that is one of these and whose results somebody may see at a unit; none where there is none yet.
pub async fn shown(
    app: &App,
    me: &Me,
    unit: &Unit,
    is: impl Fn(&Evaluation) -> bool,
) -> Result<Option<Shown>> {
    among(app, unit, &reading::visible(app, me, unit).await?, is).await
}

/// [`shown`] of evaluations that everybody in the network may see, whoever asks: for what is handed on.
pub async fn released(app: &App, unit: &Unit, is: impl Fn(&Evaluation) -> bool) -> Result<Option<Shown>> {
    let mut all = reading::everything(app, unit.network.id).await?;
    all.retain(|(it, _)| it.released_at.is_some());
    among(app, unit, &all, is).await
}

async fn among(
    app: &App,
    unit: &Unit,
    visible: &[(Evaluation, Of)],
    is: impl Fn(&Evaluation) -> bool,
) -> Result<Option<Shown>> {
    let mut found = None;
    for (at, (it, of)) in visible.iter().enumerate().filter(|(_, (it, _))| is(it)) {
        let mut areas: Vec<Line> = Vec::new();
        for asked in reading::asked(app, *of, unit.id).await? {
            let reading = reading::read(app, unit, visible, at, asked).await?;
            for line in figures::areas(&reading) {
                let (code, name) = (line.area.code.clone(), line.area.name.clone());
                match areas.iter_mut().find(|known| known.code == code) {
                    Some(known) if known.index.is_some() || line.index.is_none() => {}
                    Some(known) => (known.index, known.before) = (line.index, line.before),
                    None => areas.push(Line { code, name, index: line.index, before: line.before }),
                }
            }
        }
        if !areas.is_empty() {
            return Ok(Some(Shown { evaluation: it.clone(), areas }));
        }
        found.get_or_insert_with(|| Shown { evaluation: it.clone(), areas });
    }
    Ok(found)
}
