//! Looking at a file, taking it in, and undoing it whole.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::find::{Found, From, Holds, Mapping, find};
use super::heading::{Meaning, key};
use super::lines::{Lines, lines};
use super::matching::matched;
use super::plan::{Ground, Plan, Source, Wish};
use super::problem::Problem;
use super::settle::{claims, settled};
use super::store::{self, Batch, Taken as Row};
use super::sums;
use crate::access::{Act, Me, put_on_record_in};
use crate::activities::{self, Activity, Entry, Stored, record};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::exchange::columns::Column;
use crate::periods;
use crate::table::{Limits, Sheet};
use crate::units::{self, Unit};
use crate::vocabulary;

/// How large a file of records may be.
pub const LIMITS: Limits =
    Limits { bytes: 20 << 20, sheets: 60, rows: 100_000, columns: 200, unpacked: 300 << 20, text: 64 << 20 };

/// What is asked of a file.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Only this sheet.
    pub sheet: Option<String>,
    /// By [`key`] of the heading.
    pub by_hand: BTreeMap<String, Meaning>,
    pub wish: Wish,
}

/// The file itself.
pub struct File<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
    pub sheets: &'a [Sheet],
}

/// What a file was understood to be, and would come to.
pub struct Looked<'a> {
    pub found: Found<'a>,
    pub content: Content,
    /// When the very same file was taken in before.
    pub before: Option<DateTime<Utc>>,
}

pub enum Content {
    Entries(Box<(Lines, Plan)>),
    Sums(Box<sums::Plan>),
}

impl Looked<'_> {
    pub fn problems(&self) -> usize {
        match &self.content {
            Content::Entries(it) => it.0.problems.n + it.1.problems.n,
            Content::Sums(it) => it.problems.n,
        }
    }

    /// The problems, those that are kept.
    pub fn told(&self) -> Vec<&Problem> {
        let mut all: Vec<&Problem> = match &self.content {
            Content::Entries(it) => it.0.problems.kept.iter().chain(&it.1.problems.kept).collect(),
            Content::Sums(it) => it.problems.kept.iter().collect(),
        };
        // As somebody goes through the file.
        let sheets: Vec<Option<&str>> = self.found.tables.iter().map(|table| table.sheet).collect();
        all.sort_by_key(|it| (sheets.iter().position(|sheet| *sheet == it.sheet.as_deref()), it.row));
        all
    }

    /// Whether taking it in would change nothing.
    pub fn is_nothing(&self, wish: Wish) -> bool {
        match &self.content {
            Content::Entries(it) => {
                let (_, plan) = &**it;
                plan.new.is_empty() && (plan.revised.is_empty() || !wish.update)
            }
            Content::Sums(it) => it.new.is_empty() && (it.changed.is_empty() || !wish.update),
        }
    }
}

/// Looks at a file. Nothing is written. None where no table was found in it.
pub async fn look<'a>(app: &App, unit: &Unit, file: &File<'a>, ask: &Ask) -> Result<Option<Looked<'a>>> {
    let mut tx = app.db.snapshot().await?;
    planned(app, &mut tx, unit, file, ask).await
}

async fn planned<'a>(
    app: &App,
    tx: &mut Tx,
    unit: &Unit,
    file: &File<'a>,
    ask: &Ask,
) -> Result<Option<Looked<'a>>> {
    let network_id = unit.network.id;
    let remembered = store::mapping(tx, network_id, unit.id).await?;
    let remembered =
        remembered.into_iter().filter_map(|(heading, code)| Some((heading, Meaning::from_code(&code)?)));
    let mapping = Mapping { by_hand: ask.by_hand.clone(), remembered: remembered.collect() };
    let Some(mut found) = find(file.sheets, ask.sheet.as_deref(), &mapping) else { return Ok(None) };
    let bands = vocabulary::band_sets(&mut *tx, network_id).await?;
    let known: HashSet<&str> =
        bands.iter().flat_map(|(_, bands)| bands).map(|band| band.code.as_str()).collect();
    for column in found.tables.iter_mut().flat_map(|table| &mut table.columns) {
        if let Some(Meaning::Own(Column::Age(_, code))) = &column.meaning
            && code != activities::UNKNOWN
            && !known.contains(code.as_str())
        {
            (column.meaning, column.from, column.twice) = (None, From::Nothing, None);
        }
    }
    let before = store::same_file(tx, network_id, unit.id, &Sha256::digest(file.bytes)).await?;
    let content = match found.holds {
        Holds::Sums => {
            let today = app.clock.today(unit.zone);
            Content::Sums(Box::new(sums::planned(tx, unit, today, &found, ask.wish).await?))
        }
        Holds::Entries => {
            let read = lines(&found.tables);
            let today = app.clock.today(unit.network.zone);
            let ground = Ground {
                units: units::branch(&mut *tx, unit, today)
                    .await?
                    .into_iter()
                    .filter(|it| it.may_record)
                    .collect(),
                activities: activities::activities_of_branch(&mut *tx, network_id, &unit.path, today).await?,
                terms: vocabulary::terms(&mut *tx, network_id).await?,
                projects: vocabulary::projects(&mut *tx, network_id).await?,
                unit: unit.clone(),
                bands,
                today,
                wish: ask.wish,
            };
            let plan = of_entries(app, tx, &ground, &found, &read).await?;
            Content::Entries(Box::new((read, plan)))
        }
    };
    Ok(Some(Looked { found, content, before }))
}

async fn of_entries(
    app: &App,
    tx: &mut Tx,
    ground: &Ground,
    found: &Found<'_>,
    read: &Lines,
) -> Result<Plan> {
    let network_id = ground.unit.network.id;
    let source = Source { tables: &found.tables, lines: &read.lines };
    let matched = matched(&source, ground, &app.ids);
    let identities: Vec<Vec<u8>> = matched.wanted.iter().map(|it| it.identity.clone()).collect();
    let known = store::known(tx, network_id, &identities).await?;
    let own: Vec<Uuid> = matched.wanted.iter().filter_map(|it| it.own_id).collect();
    let mut stored: HashMap<Uuid, Stored> = HashMap::new();
    let by_id = |all: Vec<Stored>| all.into_iter().map(|it| (it.entry.id, it));
    stored.extend(by_id(activities::entries_of_ids(&mut *tx, network_id, &own).await?));
    let mut days: HashMap<usize, (chrono::NaiveDate, chrono::NaiveDate)> = HashMap::new();
    for wanted in &matched.wanted {
        let date = read.lines[wanted.line].date;
        let (first, last) = days.entry(wanted.unit).or_insert((date, date));
        (*first, *last) = ((*first).min(date), (*last).max(date));
    }
    let mut there = Vec::new();
    for (unit, (first, last)) in days {
        there.extend(activities::there(&mut *tx, network_id, ground.units[unit].id, first, last).await?);
    }
    let named: HashSet<Uuid> = stored.keys().copied().collect();
    let claims = claims(&matched, &source, &known, &named, &there);
    let missing = claims.iter().filter_map(|claim| match claim {
        super::settle::Claim::New => None,
        super::settle::Claim::Known(id) | super::settle::Claim::Alike(id) => Some(*id),
    });
    let missing: Vec<Uuid> = missing.filter(|id| !stored.contains_key(id)).collect();
    stored.extend(by_id(activities::entries_of_ids(&mut *tx, network_id, &missing).await?));
    let mut plan = settled(&source, ground, matched, &claims, &stored, &app.ids);
    tell_closed(tx, network_id, &source, ground.wish, &mut plan).await?;
    Ok(plan)
}

/// Tells rows of days that are closed, where they would write something.
async fn tell_closed(
    tx: &mut Tx,
    network_id: Uuid,
    source: &Source<'_>,
    wish: Wish,
    plan: &mut Plan,
) -> Result<()> {
    let mut rows: Vec<(usize, &Entry)> = plan.new.iter().map(|(line, _, entry)| (*line, entry)).collect();
    if wish.update {
        rows.extend(plan.revised.iter().flat_map(|it| [(it.line, &it.stored.entry), (it.line, &it.entry)]));
    }
    let days: Vec<_> = rows.iter().map(|(_, entry)| (entry.unit_id, entry.local_date)).collect();
    let calendar = periods::calendar(&mut *tx, network_id, &days).await?;
    let what = Meaning::Own(Column::Date);
    let mut told = HashSet::new();
    for (line, entry) in rows {
        if let Some(lock) = calendar.closed(entry.unit_id, entry.local_date)
            && told.insert(line)
        {
            let problem = record::closed(lock, entry);
            let at = source.problem(line, Some(&what), problem.key);
            plan.problems.push(Problem { args: problem.args, ..at });
        }
    }
    Ok(())
}

/// What came of taking a file in.
pub enum Taken<'a> {
    /// Taken in, now or when it was first sent.
    Done(Batch),
    /// There was nothing new in it.
    Nothing(Looked<'a>),
    /// Nothing was written, for the problems that were found.
    Refused(Looked<'a>),
    /// There is no table in it.
    NoTable,
}

/// Takes a file in: all of it, or nothing. `id` is made by the page; sent twice, it is done once. `me` is none for commands.
pub async fn take<'a>(
    app: &App,
    me: Option<&Me>,
    unit: &Unit,
    id: Uuid,
    file: &File<'a>,
    ask: &Ask,
) -> Result<Taken<'a>> {
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    if ask.wish.create_activities {
        activities::offering_alone(&mut tx).await?;
    }
    // Whoever writes meanwhile waits, so that what is looked at is still so when it is written.
    record::next_change(&mut tx, network_id).await?;
    if let Some(batch) = store::batch(&mut tx, network_id, id).await? {
        return Ok(Taken::Done(batch));
    }
    let Some(looked) = planned(app, &mut tx, unit, file, ask).await? else { return Ok(Taken::NoTable) };
    if looked.problems() > 0 {
        return Ok(Taken::Refused(looked));
    }
    if looked.is_nothing(ask.wish) {
        return Ok(Taken::Nothing(looked));
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut batch = Batch {
        id,
        unit_id: unit.id,
        holds: String::new(),
        file_name: file.name.chars().take(200).collect(),
        file_sha256: Sha256::digest(file.bytes).to_vec(),
        mapping: written(&looked.found)?,
        row_count: 0,
        added: 0,
        changed: 0,
        by_person: me.map(|me| me.id),
        by_name: me.map(|me| me.name.clone()),
        at: app.clock.now(),
        undone_at: None,
        undone_name: None,
    };
    match &looked.content {
        Content::Entries(it) => {
            let (read, plan) = &**it;
            let revised: &[_] = if ask.wish.update { &plan.revised } else { &[] };
            batch.holds = "entries".into();
            batch.row_count = count(read.lines.len());
            (batch.added, batch.changed) = (count(plan.new.len()), count(revised.len()));
            store::insert_batch(&mut tx, network_id, &batch).await?;
            let earlier: Vec<Activity> =
                plan.earlier.iter().map(|(at, _)| plan.activities[*at].clone()).collect();
            if !plan.made.is_empty() || !earlier.is_empty() {
                if let Some(me) = me {
                    me.allow(Act::Build, &unit.as_place())?;
                }
                let used: HashSet<Uuid> = plan.new.iter().map(|(_, _, entry)| entry.activity_id).collect();
                let made: Vec<Activity> =
                    plan.made.iter().filter(|it| used.contains(&it.id)).cloned().collect();
                activities::bring_in_activities(&mut tx, network_id, &made, &earlier).await?;
            }
            let new: Vec<Entry> = plan.new.iter().map(|(_, _, entry)| entry.clone()).collect();
            let changed: Vec<(&Stored, &Entry)> = revised.iter().map(|it| (&it.stored, &it.entry)).collect();
            let by = record::Batch { network_id, import_id: Some(id), command: id, by: batch.by_person };
            let written = record::take_in(app, &mut tx, by, &new, &changed).await?;
            // The plan told every closed day, and nothing was closed since.
            let versions = written.map_err(|_| AppError::Conflict)?;
            let row = |line: usize, identity: &Vec<u8>, entry_id, version| Row {
                nth: count(line),
                row_no: count(read.lines[line].row),
                identity: identity.clone(),
                entry_id,
                version,
            };
            let rows = plan.new.iter().map(|(line, identity, entry)| row(*line, identity, entry.id, 1));
            let again = revised
                .iter()
                .zip(versions)
                .map(|(it, version)| row(it.line, &it.identity, it.entry.id, version));
            store::insert_rows(&mut tx, network_id, id, rows.chain(again).collect()).await?;
        }
        Content::Sums(plan) => {
            batch.holds = "sums".into();
            batch.row_count = count(plan.rows);
            let changed: &[_] = if ask.wish.update { &plan.changed } else { &[] };
            (batch.added, batch.changed) = (count(plan.new.len()), count(changed.len()));
            store::insert_batch(&mut tx, network_id, &batch).await?;
            let all = plan.new.iter().chain(changed.iter().map(|(_, it)| it));
            sums::insert(app, &mut tx, network_id, &batch, all).await?;
        }
    }
    store::remember(&mut tx, network_id, unit.id, &said_by_hand(&looked.found)).await?;
    store::drop_draft(&mut tx, network_id, id).await?;
    if let Some(me) = me {
        let what = format!("import {id}");
        put_on_record_in(app, &mut tx, me.id, "import", &what, &network_id, &unit.id).await?;
    }
    tx.commit().await?;
    Ok(Taken::Done(batch))
}

/// What every column was taken for, to be read again by people.
fn written(found: &Found<'_>) -> Result<String> {
    let columns = found.tables.iter().flat_map(|table| &table.columns);
    let all: BTreeMap<&str, String> =
        columns.filter_map(|it| Some((it.heading.as_str(), it.meaning.as_ref()?.code()))).collect();
    serde_json::to_string(&all).map_err(|error| AppError::Internal(error.to_string()))
}

fn said_by_hand(found: &Found<'_>) -> BTreeMap<String, String> {
    let columns = found.tables.iter().flat_map(|table| &table.columns);
    columns
        .filter(|it| it.from == From::Hand)
        .filter_map(|it| Some((key(&it.heading), it.meaning.as_ref()?.code())))
        .collect()
}
