//! Taking a file in: all of it, or nothing.

use std::collections::{BTreeMap, HashSet};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::find::{Found, From};
use super::heading::key;
use super::look::{Ask, Content, File, Looked, planned};
use super::store::{self, Batch, Taken as Row};
use super::sums;
use crate::access::{Act, Me, put_on_record_in};
use crate::activities::{self, Activity, Entry, Stored, record};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::units::Unit;

/// What came of taking a file in.
pub enum Taken<'a> {
    /// Taken in, now (with what it was understood to be) or when it was first sent.
    Done(Box<Batch>, Option<Looked<'a>>),
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
        return Ok(Taken::Done(Box::new(batch), None));
    }
    let Some(looked) = planned(app, &mut tx, me, unit, file, ask).await? else { return Ok(Taken::NoTable) };
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
    Ok(Taken::Done(Box::new(batch), Some(looked)))
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
