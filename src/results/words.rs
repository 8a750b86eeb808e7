//! What young people wrote. It is looked through by somebody with a role above the unit before anybody there reads it:
//! names are masked, nothing else is touched, and once that is done they are gone for good.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::closing::settled;
use super::store::{self, Of};
use super::table::Part;
use crate::access::{Act, Me, put_on_record_in};
use crate::answers::{self, Asked, Written};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::evaluation::{self, Evaluation};
use crate::units::{self, Unit};

/// What stands for a masked word.
pub const MASK: &str = "[…]";

/// A piece of a text: a word, or what is between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// The how manieth word it is.
    pub word: Option<usize>,
    /// Whether it looks like a name: a capital letter where no sentence begins.
    pub named: bool,
}

/// A text in its pieces: put together they are the text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let (mut words, mut begins) = (0, true);
    let is_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '-';
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = is_word(first);
        let end = rest.find(|c| is_word(c) != inside).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        if inside {
            all.push(Piece {
                text: piece.to_owned(),
                word: Some(words),
                named: !begins && first.is_uppercase(),
            });
            words += 1;
            begins = false;
        } else {
            begins |= piece.contains(['.', '!', '?', ':', '\n']);
            all.push(Piece { text: piece.to_owned(), word: None, named: false });
        }
    }
    all
}

/// The text without some of its words.
pub fn masked(text: &str, words: &BTreeSet<usize>) -> String {
    let piece = |piece: Piece| match piece.word {
        Some(n) if words.contains(&n) => MASK.to_owned(),
        _ => piece.text,
    };
    pieces(text).into_iter().map(piece).collect()
}

/// Of an answer that is left out as a whole, in place of a word.
pub const WHOLE: i64 = -1;

/// Something that was written, with what is to be done with it.
pub struct One {
    pub written: Written,
    /// Words that are to be masked.
    pub masks: BTreeSet<usize>,
    /// Whether all of it is to be left out.
    pub out: bool,
}

impl One {
    fn new(written: Written, masks: &[(Uuid, i64)]) -> One {
        let own = || masks.iter().filter(|(id, _)| *id == written.id).map(|(_, word)| *word);
        let out = own().any(|word| word == WHOLE);
        One { masks: own().filter_map(|word| usize::try_from(word).ok()).collect(), out, written }
    }
}

/// What was written about a unit.
pub struct Reviewed {
    pub written: Vec<One>,
    /// Whether somebody has looked through all of it.
    pub done: bool,
}

fn asked(it: &Evaluation, unit_id: Uuid) -> Asked {
    Asked { network_id: it.network_id, evaluation_id: it.id, unit_id }
}

/// The questionnaires of which a unit's own total may be shown: then words may be as well, once they are looked through. Of
/// another one, which too few have answered, none are.
async fn shown(app: &App, it: &Evaluation, unit_id: Uuid) -> Result<BTreeSet<Uuid>> {
    let Some(edition) = settled(app, it).await? else { return Ok(BTreeSet::new()) };
    // At a unit with others below it the total is of all of them.
    let over =
        store::standing(&app.db, it.network_id, it.id).await?.iter().any(|s| s.parent == Some(unit_id));
    let of = Of { network_id: it.network_id, evaluation_id: it.id, edition };
    let mut shown = BTreeSet::new();
    for version_id in store::versions_at(&app.db, of, unit_id).await? {
        let tables = store::tables(&app.db, of, version_id, &[unit_id]).await?;
        let itself = tables.iter().any(|table| table.part == Part::Itself);
        if itself || (!over && tables.iter().any(|table| table.part == Part::Whole)) {
            shown.insert(version_id);
        }
    }
    Ok(shown)
}

/// What was written about a unit, in answer to questionnaires of which it is shown by itself.
pub async fn read(app: &App, it: &Evaluation, unit_id: Uuid) -> Result<Reviewed> {
    let done = store::is_reviewed(&app.db, it.network_id, it.id, unit_id).await?;
    let shown = shown(app, it, unit_id).await?;
    let masks = store::masks(&app.db, it.network_id, it.id, unit_id).await?;
    let mut written = answers::written(&app.db, &asked(it, unit_id)).await?;
    written.retain(|one| shown.contains(&one.version_id));
    Ok(Reviewed { written: written.into_iter().map(|one| One::new(one, &masks)).collect(), done })
}

/// Whoever looks through a unit's words holds a role above it.
pub async fn reviewer(app: &App, me: &Me, unit: &Unit) -> Result<()> {
    // Above the network there is nothing, and about itself nobody is asked.
    let above = match unit.parent_id {
        Some(id) => units::by_id(&app.db, unit.network.id, id, app.clock.day()).await?.or_missing()?,
        None => unit.clone(),
    };
    me.allow(Act::ReviewWords, &above.as_place())
}

async fn over(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<Evaluation> {
    reviewer(app, me, unit).await?;
    let it = evaluation::by_code(&app.db, unit.network.id, code).await?.or_missing()?;
    if it.is_over() { Ok(it) } else { Err(AppError::Conflict) }
}

/// What is pressed while looking through: a word of an answer, or all of it.
#[derive(Clone, Copy)]
pub enum Pressed {
    Word(usize),
    Whole,
}

/// Masks a word of an answer, leaves all of it out, or lets it stand again.
pub async fn mask(
    app: &App,
    me: &Me,
    unit: &Unit,
    code: &str,
    (answer, what, on): (Uuid, Pressed, bool),
) -> Result<()> {
    let it = over(app, me, unit, code).await?;
    let read = read(app, &it, unit.id).await?;
    let text = &read.written.iter().find(|one| one.written.id == answer).or_missing()?.written.text;
    let word = match what {
        Pressed::Whole => WHOLE,
        Pressed::Word(word) if pieces(text).iter().any(|piece| piece.word == Some(word)) => {
            i64::try_from(word).unwrap_or(i64::MAX)
        }
        Pressed::Word(_) => return Err(AppError::NotFound),
    };
    let mut tx = app.db.begin().await?;
    store::set_mask(&mut tx, (it.network_id, it.id, unit.id), answer, word, on).await?;
    Ok(tx.commit().await?)
}

/// Says that all of a unit's words were looked through: what is masked is taken out of them, and what is left out is gone.
pub async fn finish(app: &App, me: &Me, unit: &Unit, code: &str) -> Result<()> {
    let it = over(app, me, unit, code).await?;
    let of = asked(&it, unit.id);
    let shown = shown(app, &it, unit.id).await?;
    let mut tx = app.db.begin().await?;
    let masks = store::masks(&mut tx, it.network_id, it.id, unit.id).await?;
    let (mut n, mut out) = (0, 0);
    for written in
        answers::written(&mut tx, &of).await?.into_iter().filter(|it| shown.contains(&it.version_id))
    {
        let one = One::new(written, &masks);
        if one.out {
            out += 1;
            answers::remove_written(&mut tx, &of, one.written.id).await?;
        } else if !one.masks.is_empty() {
            n += one.masks.len();
            answers::rewrite(&mut tx, &of, one.written.id, &masked(&one.written.text, &one.masks)).await?;
        }
    }
    store::finish_review(&mut tx, (it.network_id, it.id, unit.id), (me.id, app.clock.now())).await?;
    let what = format!("{code} masked {n} left out {out}");
    put_on_record_in(app, &mut tx, me.id, "review_words", &what, &unit.network.id, &unit.id).await?;
    tx.commit().await?;
    if n + out > 0 {
        // Names must not stand in the log beside the file either.
        app.db.forget_removed().await?;
    }
    Ok(())
}
