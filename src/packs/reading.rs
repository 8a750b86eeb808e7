//! The entries that a pack is made of: those that figures count for a unit and a period, all as of one moment.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::line::Line;
use crate::access::Path;
use crate::activities::{self, Filter, Whole, record};
use crate::app::App;
use crate::db::Result;
use crate::files;
use crate::i18n::{Text18, Words};
use crate::measures::{self, Ask, NamedActivity, OfEntry, Period, Question, Telling, Tree};
use crate::units::{self, Unit};
use crate::vocabulary::{self, Term};

/// Entries taken at once.
const STRETCH: i64 = 2_000;

/// A unit that records, on the days of the period on which it counts and was open.
#[derive(Clone, Debug)]
pub struct Records {
    pub unit: Unit,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// Everything that a pack is made of, and what it is called.
pub struct Read {
    /// In the order of units and days.
    pub lines: Vec<Line>,
    /// Whether one-to-one work may stand by itself, for whoever sees figures only.
    pub apart: bool,
    /// Units of today's branch that record.
    pub recording: Vec<Records>,
    pub terms: Vec<Term>,
    /// The units of today's branch, each with the one above it.
    pub parents: BTreeMap<Uuid, Option<Uuid>>,
    activities: HashMap<Uuid, Text18>,
    units: HashMap<Uuid, Unit>,
}

impl Read {
    pub fn activity(&self, w: Words, id: Uuid) -> String {
        self.activities.get(&id).map_or_else(String::new, |name| w.text(name))
    }

    pub fn unit(&self, id: Uuid) -> Option<&Unit> {
        self.units.get(&id)
    }

    pub fn unit_named(&self, code: &str) -> Option<&Unit> {
        self.units.values().find(|unit| unit.code == code)
    }
}

/// Reads what counts for a unit in a period; each entry where its unit stood on the entry's day.
pub async fn read(app: &App, unit: &Unit, period: Period, today: NaiveDate) -> Result<Read> {
    let network_id = unit.network.id;
    let trees = measures::trees(&app.db, network_id).await?;
    let books = measures::open_in(&app.db, &trees, &[Ask::whole(period)]).await?;
    let question = Question::new(network_id, Path::root(unit.id), period);
    let mut tx = app.db.snapshot().await?;
    let terms = vocabulary::terms(&mut tx, network_id).await?;
    let branch = units::branch(&mut tx, unit, today).await?;
    let ever = units::ever_in(&mut tx, network_id).await?;
    let ours: HashSet<Uuid> = branch.iter().map(|unit| unit.id).collect();
    let proofs = files::proofs(&mut tx, network_id, (period.from, period.until)).await?;
    let codes: HashMap<Uuid, &str> = terms.iter().map(|term| (term.id, term.code.as_str())).collect();
    let code = |id: Option<Uuid>| id.and_then(|id| codes.get(&id)).map(|code| (*code).to_owned());
    let (mut lines, mut recording) = (Vec::new(), Vec::new());
    for it in trees.stretches(Tree::Then, unit.id, &[], period).iter() {
        if let Some(found) = branch.iter().find(|unit| unit.id == it.unit_id && unit.may_record) {
            let from = it.from.max(found.opened_on);
            let until = found.closed_on.map_or(it.until, |closed| closed.min(it.until));
            recording.push(Records { unit: found.clone(), from, until });
        }
        let filter = Filter { from: Some(it.from), last: it.until.pred_opt(), ..Filter::default() };
        let below = trees.code(it.below);
        let mut behind = None;
        loop {
            let of = (network_id, it.unit_id);
            let whole = activities::stretch(&app.db, &mut tx, of, &filter, behind, STRETCH).await?;
            behind = whole.last().map(Whole::mark);
            let entries = whole.iter().map(Whole::entry).collect::<Result<Vec<_>>>()?;
            let facts = record::facts(&mut tx, network_id, &entries).await?;
            for (entry, fact) in entries.into_iter().zip(facts) {
                let Some(fact) = fact else { continue };
                lines.push(Line {
                    id: entry.id,
                    unit_id: entry.unit_id,
                    below: below.clone(),
                    ours: ours.contains(&entry.unit_id),
                    activity_id: entry.activity_id,
                    told: Telling::open(fact.kind),
                    fact,
                    method: entry.count_method,
                    volunteers: entry.volunteer_count.unwrap_or(0),
                    proofs: proofs.get(&entry.id).copied().unwrap_or(0),
                    field: code(entry.main_field),
                    tag: code(entry.main_tag),
                });
            }
            if i64::try_from(whole.len()).is_ok_and(|n| n < STRETCH) {
                break;
            }
        }
    }
    let entries: Vec<OfEntry<'_>> = lines
        .iter()
        .map(|it| OfEntry { unit_id: it.unit_id, activity_id: it.activity_id, fact: &it.fact })
        .collect();
    let told = books.tell(&question, &entries);
    for (line, told) in lines.iter_mut().zip(told) {
        line.told = told;
    }
    let activities = measures::activities(&app.db, network_id).await?;
    let named = |it: NamedActivity| (it.id, it.name);
    lines.sort_by_key(|line| (line.fact.date, line.fact.start_min, line.id));
    Ok(Read {
        lines,
        apart: books.apart(&question, today).here,
        recording,
        terms,
        parents: branch.iter().map(|unit| (unit.id, unit.parent_id)).collect(),
        activities: activities.into_iter().map(named).collect(),
        units: ever.into_iter().map(|unit| (unit.id, unit)).collect(),
    })
}
