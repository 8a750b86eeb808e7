//! SQL that reads answers over time: of entries that belong to a branch today, held and not deleted.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::db::{Conn, Result, Value, built};
use crate::periods::Place;
use crate::reflections::series::{Counted, Sought};
use crate::reflections::set::{Question, Scale, Set};
use crate::vocabulary::Kind;
use crate::{args, row};

row! {
    struct CountRow {
        month: String,
        said: bool,
        step: Option<i64>,
        n: i64,
    }
}

row! {
    /// An answer in words, and the entry it belongs to.
    #[derive(Clone, Debug)]
    pub struct Text {
        pub entry_id: Uuid,
        pub unit_id: Uuid,
        pub activity_id: Uuid,
        pub local_date: NaiveDate,
        pub text: String,
    }
}

/// A statement's conditions as they grow, with their values.
struct Statement {
    args: Vec<Value>,
}

impl Statement {
    fn mark(&mut self, value: impl Into<Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    fn kinds(&mut self, kinds: &[Kind]) -> String {
        let marks: Vec<String> = kinds.iter().map(|kind| self.mark(kind.code())).collect();
        format!("e.kind in ({})", marks.join(", "))
    }
}

/// The branch's entries that are asked about: `$1` network, `$2` and `$3` branch, `$4` today, `$5` false.
const ENTRIES: &str = "from unit_placement t
    join entry e on e.network_id = t.network_id and e.unit_id = t.unit_id";
const OF_BRANCH: &str = "where t.network_id = $1 and t.path >= $2 and t.path < $3
      and t.from_on <= $4 and (t.until_on is null or t.until_on > $4)
      and e.status = 'held' and e.deleted = $5";

/// Which branch, as it stands on which day.
#[derive(Clone, Copy)]
pub struct Branch<'a> {
    pub network_id: Uuid,
    pub path: &'a Path,
    pub today: NaiveDate,
}

impl Branch<'_> {
    fn statement(&self) -> Statement {
        let (from, until) = self.path.range();
        Statement { args: args![self.network_id, from, until, self.today, false] }
    }
}

/// What was looked for, as conditions. Of one-to-one talks nothing is told in words.
fn narrowed(it: &mut Statement, sought: &Sought, scale: Scale) -> String {
    let (from, until) = (it.mark(sought.from), it.mark(sought.until));
    let mut and = format!("and e.local_date >= {from} and e.local_date < {until}");
    if let Some(kind) = sought.kind {
        and.push_str(&format!(" and {}", it.kinds(&[kind])));
    }
    if let Some(activity) = sought.activity {
        and.push_str(&format!(" and e.activity_id = {}", it.mark(activity)));
    }
    if scale == Scale::Text {
        and.push_str(&format!(" and e.kind <> {}", it.mark(Kind::OneToOne.code())));
    }
    and
}

/// How many entries a question was asked of, month by month, and what was answered. An entry that was answered counts as
/// asked, also if it was moved to a day or a kind that is not.
pub async fn counted<'c>(
    conn: impl Into<Conn<'c>>,
    branch: Branch<'_>,
    (set, question): (&Set, &Question),
    stood: &[Place],
    sought: &Sought,
) -> Result<Vec<Counted>> {
    let mut it = branch.statement();
    let (asked, yes) = (it.mark(question.id), it.mark(true));
    let and = narrowed(&mut it, sought, question.scale);
    let (first, last) = set.days(question);
    let mut asks = Vec::new();
    for place in stood {
        let until = [place.until, last].into_iter().flatten().min();
        let (low, high) = place.path.range();
        let (low, high) = (it.mark(low), it.mark(high));
        let from = it.mark(place.from.max(first));
        let mut one = format!("p.path >= {low} and p.path < {high} and e.local_date >= {from}");
        if let Some(until) = until {
            one.push_str(&format!(" and e.local_date < {}", it.mark(until)));
        }
        if !set.kinds.is_empty() {
            one.push_str(&format!(" and {}", it.kinds(&set.kinds)));
        }
        asks.push(format!("({one})"));
    }
    let asks = asks.iter().map(|one| format!(" or {one}")).collect::<String>();
    let sql = format!(
        "select x.month, x.said, x.step, count(*) as n from (
            select substr(cast(e.local_date as text), 1, 7) as month, a.question_id is not null as said,
                   a.value_n as step
            {ENTRIES}
            left join unit_placement p on p.network_id = e.network_id and p.unit_id = e.unit_id
                 and p.from_on <= e.local_date and (p.until_on is null or p.until_on > e.local_date)
            left join reflection_answer a on a.network_id = e.network_id and a.entry_id = e.id
                 and a.question_id = {asked} and a.answered = {yes}
            {OF_BRANCH} {and} and (a.question_id is not null{asks})) x
         group by x.month, x.said, x.step"
    );
    let rows: Vec<CountRow> = conn.into().many(built(sql), it.args).await?;
    let counted = |row: CountRow| {
        let month = format!("{}-01", row.month).parse().ok()?;
        Some(Counted { month, said: row.said, step: row.step, n: row.n })
    };
    Ok(rows.into_iter().filter_map(counted).collect())
}

/// Answers in words, newest first; `most` of them from one place on.
pub async fn texts<'c>(
    conn: impl Into<Conn<'c>>,
    branch: Branch<'_>,
    question: &Question,
    sought: &Sought,
    (skip, most): (i64, i64),
) -> Result<Vec<Text>> {
    let mut it = branch.statement();
    let asked = it.mark(question.id);
    let and = narrowed(&mut it, sought, Scale::Text);
    let (most, skip) = (it.mark(most), it.mark(skip));
    let sql = format!(
        "select e.id as entry_id, e.unit_id, e.activity_id, e.local_date, a.value_text as text
         {ENTRIES}
         join reflection_answer a on a.network_id = e.network_id and a.entry_id = e.id and a.question_id = {asked}
         {OF_BRANCH} {and} and a.answered = not $5 and a.value_text is not null
         order by e.local_date desc, coalesce(e.start_min, -1) desc, e.id limit {most} offset {skip}"
    );
    conn.into().many(built(sql), it.args).await
}
