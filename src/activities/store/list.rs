//! SQL that lists entries: at or below a place as it stands today, narrowed, and what the narrowed ones come to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::narrowed::{Filter, narrowed};
use crate::access::Path;
use crate::db::{Conn, Db, Result, built};
use crate::row;
use crate::totals::{Open, union_min};

row! {
    /// A line of a list: no note.
    #[derive(Clone, Debug)]
    pub struct Listed {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub activity_id: Uuid,
        pub status: String,
        pub local_date: NaiveDate,
        pub start_min: Option<i64>,
        pub duration_min: i64,
        pub visits: Option<i64>,
        pub creators: Option<i64>,
        pub created_min: i64,
        pub first_visits: Option<i64>,
        /// Of the members asked for.
        pub heads: Option<i64>,
        pub has_note: bool,
    }
}

row! {
    /// What a list comes to. All but `entries` are sums over those that were held.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Totals {
        pub entries: i64,
        pub held: i64,
        pub duration_min: i64,
        pub visits: i64,
        pub creators: i64,
        pub created_min: i64,
        pub first_visits: i64,
        /// Of the members asked for, where there are any.
        pub heads: Option<i64>,
    }
}

impl Totals {
    pub fn add(&mut self, other: &Totals) {
        self.entries += other.entries;
        self.held += other.held;
        self.duration_min += other.duration_min;
        self.visits += other.visits;
        self.creators += other.creators;
        self.created_min += other.created_min;
        self.first_visits += other.first_visits;
        self.heads = self.heads.or(other.heads).map(|_| self.heads.unwrap_or(0) + other.heads.unwrap_or(0));
    }
}

row! {
    /// What a search looks at.
    pub struct Candidate {
        pub id: Uuid,
        pub activity_id: Uuid,
        pub note: Option<String>,
    }
}

/// Entries belong to whoever has the branch today, wherever their unit stood when they were recorded.
const FROM: &str = "from unit_placement p
    join entry e on e.network_id = p.network_id and e.unit_id = p.unit_id
    where p.network_id = $1 and p.path >= $2 and p.path < $3
      and p.from_on <= $4 and (p.until_on is null or p.until_on > $4)";
const ORDER: &str = "order by e.local_date desc, coalesce(e.start_min, -1) desc, e.id";

/// The entries at or below a place, newest first; `most` of them from one place of the list on.
pub async fn list(
    db: &Db,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    filter: &Filter,
    (skip, most): (i64, i64),
) -> Result<Vec<Listed>> {
    let mut it = narrowed(db, network_id, path, today, filter);
    let (most, skip) = (it.mark(most), it.mark(skip));
    let sql = format!(
        "select e.id, e.unit_id, e.activity_id, e.status, e.local_date, e.start_min, e.duration_min,
            case when e.creators is null and e.participants is null and e.audience is null then null
                 else coalesce(e.creators, 0) + coalesce(e.participants, 0) + coalesce(e.audience, 0) end as visits,
            e.creators, e.created_min, e.first_visits, {} as heads, e.note is not null as has_note
         {FROM} {} {ORDER} limit {most} offset {skip}",
        it.heads, it.and
    );
    Conn::from(db).all(built(sql), it.args).await
}

/// What these entries come to.
pub async fn totals(
    db: &Db,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    filter: &Filter,
) -> Result<Totals> {
    let it = narrowed(db, network_id, path, today, filter);
    let sum = |what: &str, of: &str| {
        format!("cast(coalesce(sum(case when x.held then x.{of} else 0 end), 0) as bigint) as {what}")
    };
    let sql = format!(
        "select count(*) as entries, cast(coalesce(sum(case when x.held then 1 else 0 end), 0) as bigint) as held,
            {}, {}, {}, {}, {}, cast(sum(case when x.held then x.heads end) as bigint) as heads
         from (select (e.status = 'held' and not e.deleted) as held, e.duration_min, e.created_min, e.first_visits,
                      e.creators, coalesce(e.creators, 0) + coalesce(e.participants, 0) + coalesce(e.audience, 0) as visits,
                      {} as heads {FROM} {}) x",
        sum("duration_min", "duration_min"),
        sum("visits", "visits"),
        sum("creators", "creators"),
        sum("created_min", "created_min"),
        sum("first_visits", "first_visits"),
        it.heads,
        it.and
    );
    Conn::from(db).one(built(sql), it.args).await
}

/// Minutes that these entries' units were open for young people: what is on at the same time opens a house once.
pub async fn opening(
    db: &Db,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    filter: &Filter,
) -> Result<i64> {
    let it = narrowed(db, network_id, path, today, filter);
    let sql = format!(
        "select e.unit_id, e.local_date, e.start_min, e.duration_min {FROM} {}
         and e.status = 'held' and not e.deleted and e.kind = 'open'",
        it.and
    );
    let rows: Vec<(Uuid, NaiveDate, Option<i64>, i64)> = Conn::from(db).many(built(sql), it.args).await?;
    let mut days: BTreeMap<(Uuid, NaiveDate), Vec<Open>> = BTreeMap::new();
    for (unit, day, start_min, duration_min) in rows {
        days.entry((unit, day)).or_default().push(Open { start_min, duration_min });
    }
    Ok(days.values().map(|day| union_min(day)).sum())
}

/// What a search looks at, newest first; with notes only for whoever may read them.
pub async fn candidates(
    db: &Db,
    network_id: Uuid,
    path: &Path,
    today: NaiveDate,
    filter: &Filter,
    notes: bool,
) -> Result<Vec<Candidate>> {
    let it = narrowed(db, network_id, path, today, filter);
    let note = if notes { "e.note" } else { "cast(null as text)" };
    let sql = format!("select e.id, e.activity_id, {note} as note {FROM} {} {ORDER}", it.and);
    Conn::from(db).many(built(sql), it.args).await
}
