//! Preparing a page for everybody, publishing it, and taking it back.

use uuid::Uuid;

use super::counting::{State, Year};
use super::page::{Block, CONTACT, Chosen, INTRO, mark};
use super::store::{self, Draft};
use super::{labels, reading};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::form::{Fields, Wrong, lines, tidy};
use crate::units::Unit;

/// One at a time.
const PUBLISHING: i64 = 0x7075_626c;

/// What was typed into the form, or what is wrong with it.
pub fn typed(
    fields: &Fields,
    languages: &[String],
    before: &Chosen,
) -> std::result::Result<Chosen, Vec<Wrong>> {
    let blocks = Block::ALL.into_iter().filter(|block| fields.all("block").any(|code| code == block.code()));
    let mut wrong = Vec::new();
    let mut long = |field: &str, text: &str, most: usize| {
        if text.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            wrong.push(Wrong::new(field, "public-long").arg("n", most));
        }
    };
    let mut intro = before.intro.clone();
    for lang in languages {
        let field = format!("intro_{lang}");
        let text = lines(fields.get(&field));
        long(&field, &text, INTRO);
        intro.put(lang, &text);
    }
    let contact = tidy(fields.get("contact"));
    long("contact", &contact, CONTACT);
    let chosen = Chosen { blocks: blocks.collect(), intro, contact };
    if chosen.blocks.is_empty() {
        wrong.push(Wrong::new("blocks", "public-no-block"));
    }
    if wrong.is_empty() { Ok(chosen) } else { Err(wrong) }
}

async fn begin(app: &App, me: &Me, unit: &Unit) -> Result<Tx> {
    me.allow(Act::Publish, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(PUBLISHING).await?;
    Ok(tx)
}

/// What became of saving.
#[derive(Debug)]
pub enum Kept {
    Done,
    /// A colleague saved something else meanwhile: what stands now.
    Meanwhile(Box<Draft>),
}

/// Saves what is to stand on the page; nothing is public by that. `base`: the version that was before whoever changed it.
pub async fn save(app: &App, me: &Me, unit: &Unit, base: i64, chosen: &Chosen) -> Result<Kept> {
    let mut tx = begin(app, me, unit).await?;
    let now = store::draft(&mut tx, unit).await?;
    if now.version > 0 && now.chosen == *chosen {
        return Ok(Kept::Done);
    }
    if now.version != base {
        return Ok(Kept::Meanwhile(Box::new(now)));
    }
    store::put_draft(&mut tx, unit, (chosen, now.version + 1), me.id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Kept::Done)
}

/// Another mark for each page that would be published: its words, its parts, and what is told of closed years. Not what is live:
/// that is another figure with every evening.
pub fn seen(chosen: &Chosen, years: &[Year]) -> String {
    let mut texts = vec![chosen.codes(), chosen.intro.to_json(), chosen.contact.clone()];
    for year in years.iter().filter(|year| year.state != State::Open) {
        texts.push(format!("{} {:?} {:?}", year.year, year.state, year.sums));
        for (axis, classes) in &year.splits {
            texts.push(axis.code().to_owned());
            let classes = classes.as_deref().unwrap_or_default();
            texts.extend(classes.iter().map(|it| format!("{} {:?}", labels::code(it), it.sums)));
        }
    }
    mark(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What became of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publishing {
    Done,
    /// It is not any more what was looked at.
    Changed,
}

/// Publishes what is prepared, in place of what stood there. `id`: made by the page; sent again, nothing happens, even where it
/// was taken back since. `looked`: the mark of what was looked at.
pub async fn publish(app: &App, me: &Me, unit: &Unit, (id, looked): (Uuid, &str)) -> Result<Publishing> {
    me.allow(Act::Publish, &unit.as_place())?;
    let chosen = store::draft(&app.db, unit).await?.chosen;
    let (_, years) = reading::draft(app, unit, &chosen).await?;
    let mut tx = begin(app, me, unit).await?;
    if store::is_known(&mut tx, unit.network.id, id).await? {
        return Ok(Publishing::Done);
    }
    let now = store::draft(&mut tx, unit).await?.chosen;
    if now != chosen || seen(&chosen, &years) != looked {
        return Ok(Publishing::Changed);
    }
    let at = app.clock.now();
    // Whoever told these parts already goes on doing so; what is told anew comes after what others tell.
    let standing = store::all(&mut tx, unit.network.id).await?.into_iter().find(|it| it.unit_id == unit.id);
    let since = standing.filter(|it| it.chosen.blocks == chosen.blocks).map_or(at, |it| it.since);
    store::take_back(&mut tx, unit, None, me.id, at).await?;
    store::insert(&mut tx, unit, (id, since), &chosen, me.id, at).await?;
    put_on_record_in(app, &mut tx, me.id, "publish_page", &unit.code, &unit.network.id, &unit.id).await?;
    tx.commit().await?;
    Ok(Publishing::Done)
}

/// Takes this publication back, whatever was published since. From then on its address leads to nothing, on every process.
pub async fn take_back(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    if store::take_back(&mut tx, unit, Some(id), me.id, app.clock.now()).await? {
        let (network_id, unit_id) = (&unit.network.id, &unit.id);
        put_on_record_in(app, &mut tx, me.id, "take_back_page", &unit.code, network_id, unit_id).await?;
    }
    Ok(tx.commit().await?)
}
