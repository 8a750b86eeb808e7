//! SQL that reads entries for reports: those that may be told, and what became of them after a report was finished.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::activities::Entry;
use crate::db::{Conn, DbError, Result, built};
use crate::{args, row};

/// More units than this are asked about all at once.
const MOST_UNITS: usize = 300;

row! {
    /// An entry that may be told.
    #[derive(Clone, Debug)]
    pub struct Candidate {
        pub id: Uuid,
        pub unit_id: Uuid,
        pub local_date: NaiveDate,
        pub activity: String,
        pub visits: i64,
    }
}

/// Held entries of days that may be told: those beside which a photo for it stands, then the largest. Without one-to-one work.
pub async fn candidates<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
    most: usize,
) -> Result<Vec<Candidate>> {
    let (which, args) = among(units, args![network_id, from, until, false, true]);
    let sql = format!(
        "select e.id, e.unit_id, e.local_date, a.name as activity,
                coalesce(e.creators, 0) + coalesce(e.participants, 0) + coalesce(e.audience, 0) as visits
         from entry e join activity a on a.network_id = e.network_id and a.id = e.activity_id
         where e.network_id = $1 and e.local_date >= $2 and e.local_date < $3 and e.deleted = $4
           and e.status = 'held' and e.kind <> 'one_to_one' {which}
         order by case when exists (select 1 from entry_file f
                                    where f.network_id = e.network_id and f.entry_id = e.id
                                      and f.story = $5 and f.removed_at is null) then 0 else 1 end,
                  visits desc, e.local_date, e.id limit {most}"
    );
    conn.into().all(built(sql), args).await
}

fn among(units: &[Uuid], mut args: Vec<crate::db::Value>) -> (String, Vec<crate::db::Value>) {
    if units.len() > MOST_UNITS {
        return (String::new(), args);
    }
    let marks: Vec<String> = (args.len() + 1..=args.len() + units.len()).map(|n| format!("${n}")).collect();
    args.extend(units.iter().map(|id| crate::db::Value::from(*id)));
    // Of no unit nothing is asked.
    let which = if marks.is_empty() {
        "and 1 = 0".to_owned()
    } else {
        format!("and e.unit_id in ({})", marks.join(", "))
    };
    (which, args)
}

row! {
    struct Row {
        activity: String,
        now_body: String,
        at: DateTime<Utc>,
        by_name: Option<String>,
        then_body: Option<String>,
    }
}

/// An entry that was written or changed after a moment.
#[derive(Clone, Debug)]
pub struct Since {
    /// Name of its activity, a language map.
    pub activity: String,
    pub now: Entry,
    /// When it was changed last, and by whom; none where a file brought it.
    pub at: DateTime<Utc>,
    pub by: Option<String>,
    /// What it said then; none where it was not there.
    pub then: Option<Entry>,
}

/// Entries of units that changed after a change of the network, as far as they are of these days or were there by then.
pub async fn changed_since<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
    change_seq: i64,
) -> Result<Vec<Since>> {
    let (which, args) = among(units, args![network_id, change_seq, from, until]);
    let sql = format!(
        "select a.name as activity, v.body as now_body, v.at,
                coalesce(nullif(p.name, ''), p.mail) as by_name,
                (select x.body from entry_version x where x.network_id = e.network_id and x.entry_id = e.id
                   and x.state in ('current', 'past') and coalesce(x.change_seq, 0) <= $2
                 order by x.version desc limit 1) as then_body
         from entry e join entry_version v on v.network_id = e.network_id and v.entry_id = e.id and v.version = e.version
         join activity a on a.network_id = e.network_id and a.id = e.activity_id
         left join person p on p.id = v.by_person
         where e.network_id = $1 and e.change_seq > $2
           and ((e.local_date >= $3 and e.local_date < $4)
                or exists (select 1 from entry_version x where x.network_id = e.network_id and x.entry_id = e.id
                             and x.version = 1 and coalesce(x.change_seq, 0) <= $2)) {which}
         order by e.local_date, e.id"
    );
    let rows: Vec<Row> = conn.into().all(built(sql), args).await?;
    let read = |body: &str| serde_json::from_str::<Entry>(body).map_err(DbError::garbled);
    rows.into_iter()
        .map(|row| {
            Ok(Since {
                activity: row.activity,
                now: read(&row.now_body)?,
                at: row.at,
                by: row.by_name,
                then: row.then_body.as_deref().map(read).transpose()?,
            })
        })
        .collect()
}

/// How many proposals wait for a decision in these units and days.
pub async fn waiting<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: &[Uuid],
    (from, until): (NaiveDate, NaiveDate),
) -> Result<i64> {
    let (which, args) = among(units, args![network_id, from, until]);
    let sql = format!(
        "select count(*) from entry e
         join entry_version v on v.network_id = e.network_id and v.entry_id = e.id and v.state = 'proposed'
         where e.network_id = $1 and e.local_date >= $2 and e.local_date < $3 {which}"
    );
    let rows: Vec<(i64,)> = conn.into().all(built(sql), args).await?;
    Ok(rows.first().map_or(0, |(n,)| *n))
}
