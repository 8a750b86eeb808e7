//! Looking at a file: what it was understood to be, and what would come of it. Nothing is written.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::find::{Found, From, Holds, Mapping, find};
use super::heading::Meaning;
use super::lines::{Lines, lines};
use super::matching::matched;
use super::plan::{Ground, Plan, Source, Wish};
use super::problem::Problem;
use super::settle::{Claim, claims, settled};
use super::store;
use super::sums;
use crate::access::{Act, Me};
use crate::activities::{self, Entry, Stored, record};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
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

/// Looks at a file. Nothing is written. None where no table was found in it. `me` is none for commands.
pub async fn look<'a>(
    app: &App,
    me: Option<&Me>,
    unit: &Unit,
    file: &File<'a>,
    ask: &Ask,
) -> Result<Option<Looked<'a>>> {
    let mut tx = app.db.snapshot().await?;
    planned(app, &mut tx, me, unit, file, ask).await
}

pub(super) async fn planned<'a>(
    app: &App,
    tx: &mut Tx,
    me: Option<&Me>,
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
            (column.meaning, column.from, column.twice) = (None, From::NoBand, None);
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
                only_own_staff: me.filter(|me| !me.may(Act::SeeStaffTime, &unit.as_place())).map(|me| me.id),
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
        Claim::New => None,
        Claim::Known(id) | Claim::Alike(id) => Some(*id),
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
