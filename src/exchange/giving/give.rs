//! Giving entries out: one side reads them stretch by stretch as of one moment, another writes them into a file meanwhile.
//! Nothing but a few stretches is ever in memory, and when one side stops, so does the other.

use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::mpsc;
use tokio::sync::{Semaphore, SemaphorePermit};
use uuid::Uuid;

use super::answers::{self, Asked};
use super::codebook;
use super::lexicon::Lexicon;
use super::long::{self, Labels};
use super::sheet::{Cell, Codebook, Csv, Sheet, Stop};
use super::wide::{self, Sees};
use super::workbook::{MOST_ROWS, Xlsx};
use crate::activities::{self, Entry, Filter, Whole};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::exchange::columns::Column;
use crate::i18n::{Words, folded};
use crate::reflections::{self, Answer};
use crate::units::Unit;

/// Entries read at once.
const STRETCH: i64 = 2_000;
/// Stretches that wait to be written.
const WAITING: usize = 2;
/// Files given out at once. Each holds a connection for as long as it takes; whoever comes later waits.
const AT_ONCE: usize = 4;

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row an entry.
    Wide,
    /// A row for each part, and for each member of it.
    Long,
    /// A row for each answer to a question that is asked after entries.
    Reflections,
}

impl Shape {
    pub fn from_code(code: &str) -> Option<Shape> {
        [Shape::Wide, Shape::Long, Shape::Reflections].into_iter().find(|shape| shape.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Shape::Wide => "wide",
            Shape::Long => "long",
            Shape::Reflections => "reflections",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    pub fn from_code(code: &str) -> Option<Format> {
        [Format::Csv, Format::Xlsx].into_iter().find(|format| format.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }
}

/// What is to be given out, to whom.
pub struct Wanted {
    pub unit: Unit,
    /// Whose a unit is goes by this day.
    pub today: NaiveDate,
    pub filter: Filter,
    /// Looked for in names of activities, and in notes where they may be read.
    pub words: String,
    /// The choice beside the period in words, for the codebook.
    pub chosen: String,
    pub shape: Shape,
    pub format: Format,
    pub sees: Sees,
    pub w: Words,
    /// Whether CSV begins with the mark that spreadsheets want.
    pub mark: bool,
    pub stretch: i64,
    pub most_rows: u32,
}

impl Wanted {
    pub fn new(unit: Unit, today: NaiveDate, filter: Filter, sees: Sees, w: Words) -> Wanted {
        Wanted {
            unit,
            today,
            filter,
            words: String::new(),
            chosen: String::new(),
            shape: Shape::Wide,
            format: Format::Csv,
            sees,
            w,
            mark: true,
            stretch: STRETCH,
            most_rows: MOST_ROWS,
        }
    }
}

/// How much was given out, to the end or until it stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub entries: i64,
    pub rows: i64,
    pub notes: i64,
}

/// Everything that has to be at hand before the first row.
pub struct Ready {
    pub wanted: Wanted,
    pub lexicon: Lexicon,
    pub columns: Vec<Column>,
    tx: Tx,
    /// Held until the last row.
    _turn: SemaphorePermit<'static>,
}

/// Waits its turn, and settles the moment as of which everything is given out.
pub async fn ready(app: &App, wanted: Wanted) -> Result<Ready, DbError> {
    let turn = TURNS.acquire().await.map_err(|_| DbError::Closed)?;
    let mut tx = app.db.snapshot().await?;
    let Wanted { unit, today, filter, w, .. } = &wanted;
    let mut lexicon = Lexicon::read(app, &mut tx, *w, unit, *today, filter.last).await?;
    if wanted.shape == Shape::Reflections {
        lexicon.asked = Asked::read(&mut tx, unit.network.id, *w).await?;
    }
    let columns = wide::columns(&lexicon, wanted.sees);
    Ok(Ready { wanted, lexicon, columns, tx, _turn: turn })
}

/// From the reading to the writing side. Without an end the file is not whole, whatever the reason.
enum Piece {
    /// And what was answered after them, where that is wanted.
    Entries(Vec<Whole>, Vec<Answer>),
    End,
}

/// Writes everything that was wanted into `out`; says how much it was even where it stopped.
pub async fn give<W: Write + Send + 'static>(
    app: &App,
    ready: Ready,
    out: W,
) -> (Given, Result<Codebook, Stop>) {
    let Ready { wanted, lexicon, columns, mut tx, _turn } = ready;
    let page = app.settings.base_url();
    let (send, pieces) = mpsc::channel(WAITING);
    let shared = Arc::new((wanted, lexicon));
    let mine = Arc::clone(&shared);
    let made = app.clock.now();
    let writing = tokio::task::spawn_blocking(move || {
        let mut given = Given::default();
        let (wanted, lexicon) = &*mine;
        let write = Writing { wanted, lexicon, columns: &columns, page: &page, made };
        let ended = write.all(pieces, out, &mut given);
        (given, ended)
    });
    let read = feed(app, &mut tx, &shared.0, &shared.1, &send).await;
    drop(send);
    match (writing.await, read) {
        (Ok((given, Err(_))), Err(error)) => (given, Err(error.into())),
        (Ok(written), _) => written,
        (Err(error), _) => (Given::default(), Err(Stop::Failed(error.to_string()))),
    }
}

/// Reads until there is no more, or nobody who takes it.
async fn feed(
    app: &App,
    tx: &mut Tx,
    wanted: &Wanted,
    lexicon: &Lexicon,
    to: &mpsc::Sender<Piece>,
) -> Result<(), DbError> {
    let network_id = wanted.unit.network.id;
    let asked = |id| wanted.filter.unit.is_none_or(|only| only == id);
    for unit in lexicon.units.iter().filter(|unit| asked(unit.id)) {
        let mut behind = None;
        loop {
            let of = (network_id, unit.id);
            let entries =
                activities::stretch(&app.db, tx, of, &wanted.filter, behind, wanted.stretch).await?;
            let more = i64::try_from(entries.len()).is_ok_and(|n| n == wanted.stretch);
            behind = entries.last().map(Whole::mark);
            let answers = match wanted.shape {
                Shape::Reflections => {
                    let ids: Vec<Uuid> = entries.iter().map(|it| it.id).collect();
                    reflections::answers_of_entries(&mut *tx, network_id, &ids).await?
                }
                Shape::Wide | Shape::Long => Vec::new(),
            };
            if !entries.is_empty() && to.send(Piece::Entries(entries, answers)).await.is_err() {
                return Ok(());
            }
            if !more {
                break;
            }
        }
    }
    let _ = to.send(Piece::End).await;
    Ok(())
}

struct Writing<'a> {
    wanted: &'a Wanted,
    lexicon: &'a Lexicon,
    columns: &'a [Column],
    page: &'a str,
    made: DateTime<Utc>,
}

impl Writing<'_> {
    fn all<W: Write + Send>(
        &self,
        mut pieces: mpsc::Receiver<Piece>,
        out: W,
        given: &mut Given,
    ) -> Result<Codebook, Stop> {
        let mut sheet = self.sheet(out)?;
        let labels = Labels::new(self.lexicon);
        let words = folded(self.wanted.words.trim());
        while let Some(piece) = pieces.blocking_recv() {
            let Piece::Entries(entries, answers) = piece else {
                let told = *given;
                return sheet.end(|became| {
                    let about = codebook::About { made: self.made, page: self.page, given: told, became };
                    codebook::sheet(self.wanted, self.lexicon, self.columns, &about)
                });
            };
            // Cells borrow from entries, so each stretch has a row of its own to fill again and again.
            let entries = entries.iter().map(|it| Ok(((it.version, it.made_by), it.entry()?)));
            let entries = entries.collect::<Result<Vec<_>, DbError>>()?;
            let mut row: Vec<Cell<'_>> = Vec::new();
            let mut by_entry: HashMap<Uuid, Vec<Answer>> = HashMap::new();
            for answer in answers {
                by_entry.entry(answer.entry_id).or_default().push(answer);
            }
            for ((version, made_by), entry) in &entries {
                if !self.found(&words, entry) {
                    continue;
                }
                let answers = by_entry.get(&entry.id).map_or(&[][..], Vec::as_slice);
                if self.wanted.shape == Shape::Reflections && answers.is_empty() {
                    continue;
                }
                given.entries += 1;
                match self.wanted.shape {
                    Shape::Wide => {
                        let of = (*version, self.wanted.sees.staff_of(*made_by));
                        wide::row(self.lexicon, self.columns, of, entry, &mut row)?;
                        given.notes += i64::from(self.wanted.sees.notes && entry.note.is_some());
                        given.rows += 1;
                        sheet.row(&row)?;
                    }
                    Shape::Long => long::rows(self.lexicon, &labels, entry, |row| {
                        given.rows += 1;
                        sheet.row(row)
                    })?,
                    Shape::Reflections => {
                        let notes = self.wanted.sees.notes;
                        answers::rows(self.lexicon, entry, answers, notes, |row, says| {
                            given.rows += 1;
                            given.notes += i64::from(says);
                            sheet.row(row)
                        })?;
                    }
                }
            }
        }
        Err(Stop::Failed("the database did not give all entries".to_owned()))
    }

    /// Whether a search finds the entry, as the list's does.
    fn found(&self, words: &str, entry: &Entry) -> bool {
        let name = self.lexicon.activities.get(&entry.activity_id).map(|it| it.label.as_str());
        let note = entry.note.as_deref().filter(|_| self.wanted.sees.notes);
        words.is_empty() || name.into_iter().chain(note).any(|text| folded(text).contains(words))
    }

    fn sheet<W: Write + Send>(&self, out: W) -> Result<Sheet<W>, Stop> {
        let headings = match self.wanted.shape {
            Shape::Wide => wide::headings(self.columns),
            Shape::Long => long::HEADINGS.map(str::to_owned).to_vec(),
            Shape::Reflections => answers::HEADINGS.map(str::to_owned).to_vec(),
        };
        Ok(match self.wanted.format {
            Format::Csv => Sheet::Csv(Box::new(Csv::new(out, &headings, self.wanted.mark)?)),
            Format::Xlsx => {
                let w = self.wanted.w;
                let numbered =
                    move |n: i64, of: i64| w.with("given-sheet-of", &[("n", n.into()), ("of", of.into())]);
                let name = w.tr("given-sheet");
                Sheet::Xlsx(Box::new(Xlsx::new(out, &headings, &name, numbered, self.wanted.most_rows)?))
            }
        })
    }
}
