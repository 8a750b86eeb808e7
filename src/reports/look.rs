//! How a report looks, beside what it says: the unit's colour and logo of the day, and those of its photos that may be told
//! today. None of it is kept with a finished report, so what somebody takes back is in none.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::document::{Block, Document, Shot, Story};
use crate::app::App;
use crate::error::Result;
use crate::files::{self, Logo};
use crate::units::Unit;
use crate::units::look::{self, Colour, Tones};

pub struct Look {
    pub tones: Tones,
    /// What stands out beside it: the same, where the unit has a colour of its own.
    pub accent: Colour,
    pub logo: Option<Logo>,
    /// JPEG, in the order of the report.
    pub photos: Vec<(Uuid, Vec<u8>)>,
}

/// The house's second colour.
const ACCENT: Colour = Colour(0, 0x68, 0x6f);

/// The stories of a block.
pub fn stories(block: &Block) -> &[Story] {
    match block {
        Block::Stories { items } => items,
        _ => &[],
    }
}

/// The photos that a document shows, as far as they are there.
pub fn shots(document: &Document) -> Vec<&Shot> {
    let blocks = document.chapters.iter().flat_map(|chapter| &chapter.blocks);
    blocks.flat_map(stories).filter_map(|story| story.photo.as_ref()).collect()
}

pub async fn look(app: &App, unit: &Unit, document: &Document) -> Result<Look> {
    let network_id = unit.network.id;
    let colour = look::colour(&app.db, network_id, unit.id).await?;
    let ids: Vec<Uuid> = shots(document).into_iter().map(|shot| shot.file).collect();
    let mut bytes: BTreeMap<Uuid, Vec<u8>> = files::large_of(&app.db, network_id, &ids).await?;
    Ok(Look {
        accent: colour.map_or(ACCENT, Colour::dark_enough),
        tones: Tones::of(colour),
        logo: files::logo(app, unit).await?,
        photos: ids.into_iter().filter_map(|id| Some((id, bytes.remove(&id)?))).collect(),
    })
}
