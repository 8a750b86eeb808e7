//! The page that says what was understood of a file and what would come of it.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use crate::access::Act;
use crate::activities::{Entry, Status};
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::exchange::intake::store::Draft;
use crate::exchange::intake::{
    Ask, Content, From, Headed, Lines, Looked, Meaning, NewSum, Plan, SumPlan, beside, compared, difference,
    key, label, left_out, stretch, sum, taken_for, tally,
};
use crate::i18n::Words;
use crate::units::Unit;
use crate::vocabulary;
use crate::web::{Page, Visit, render};

/// How much of each list is shown; the rest is counted.
const PROBLEMS: usize = 100;
const ROWS: usize = 8;
const CHANGES: usize = 50;

struct Column {
    name: String,
    heading: String,
    sheet: String,
    samples: String,
    code: String,
    says: String,
    /// Not understood, or twice.
    open: bool,
}

struct Told {
    place: String,
    says: String,
}

#[derive(Template)]
#[template(path = "exchange/intake/web/draft.html")]
struct DraftPage {
    page: Page,
    base: String,
    unit: String,
    file: String,
    draft: Uuid,
    lead: String,
    told: Option<String>,
    problems: Vec<Told>,
    /// How many problems are not shown.
    more: Option<String>,
    notes: Vec<String>,
    columns: Vec<Column>,
    options: Vec<(String, String)>,
    several: bool,
    may_build: bool,
    create: bool,
    update: bool,
    years: Vec<(String, String)>,
    total: Option<String>,
    /// Day, activity, when, heads.
    rows: Vec<[String; 4]>,
    /// Row, what differs.
    changes: Vec<Told>,
    /// Period, measure, value, what stands.
    sums: Vec<[String; 4]>,
    ready: bool,
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl DraftPage {
    fn column(&mut self, w: Words, sheet: Option<&str>, it: &Headed) {
        let open = it.meaning.is_none() || it.twice.is_some();
        self.columns.push(Column {
            name: key(&it.heading),
            heading: it.heading.clone(),
            sheet: sheet.unwrap_or("").to_owned(),
            samples: it.samples.join(" · "),
            code: it.meaning.as_ref().map_or_else(String::new, Meaning::code),
            says: match &it.twice {
                Some(other) => w.of("import-column-twice", other),
                None if matches!(it.from, From::Memory | From::NoBand) => taken_for(w, it),
                None => String::new(),
            },
            open,
        });
    }

    fn entries(&mut self, w: Words, lines: &Lines, plan: &Plan, ask: &Ask) {
        self.notes.extend(beside(w, lines));
        if plan.same > 0 {
            self.notes.push(w.n("import-same", count(plan.same)));
        }
        if plan.by_hand > 0 {
            self.notes.push(w.n("import-by-hand", count(plan.by_hand)));
        }
        if plan.staff_kept > 0 {
            self.notes.push(w.n("import-staff-kept", count(plan.staff_kept)));
        }
        if !plan.gone.is_empty() {
            self.notes.push(w.n("import-gone", count(plan.gone.len())));
        }
        for activity in &plan.made {
            let kind = w.tr(&format!("kind-{}", activity.kind.code()));
            let args = [
                ("it", w.text(&activity.name).into()),
                ("kind", kind.into()),
                ("day", activity.from_on.into()),
            ];
            self.notes.push(w.with("import-makes", &args));
        }
        for (at, from) in &plan.earlier {
            let args = [("it", w.text(&plan.activities[*at].name).into()), ("day", (*from).into())];
            self.notes.push(w.with("import-earlier", &args));
        }
        self.years = plan.years.iter().map(|(year, sums)| (year.to_string(), tally(w, sums))).collect();
        self.total = (plan.years.len() > 1).then(|| tally(w, &plan.total()));
        let names: HashMap<Uuid, String> =
            plan.activities.iter().map(|it| (it.id, w.text(&it.name))).collect();
        self.rows = plan.new.iter().take(ROWS).map(|(_, _, entry)| row(w, entry, &names)).collect();
        self.changes = plan
            .revised
            .iter()
            .take(CHANGES)
            .map(|it| Told {
                place: lines.lines[it.line].row.to_string(),
                says: it.differ.iter().map(|it| difference(w, it)).collect::<Vec<_>>().join("; "),
            })
            .collect();
        let writes = plan.new.len() + if ask.wish.update { plan.revised.len() } else { 0 };
        self.lead = match (writes, plan.revised.len()) {
            (0, 0) => w.tr("import-nothing-new-lead"),
            (0, differ) => w.n("import-only-differs", count(differ)),
            (writes, _) => w.n("import-would", count(writes)),
        };
    }

    fn sums_of(&mut self, w: Words, plan: &SumPlan, ask: &Ask) {
        let line = |it: &NewSum, stands: Option<i64>| {
            [
                stretch(w, it.from_on, it.until_on),
                w.tr(&format!("measure-{}", it.measure.code())),
                sum(w, it.measure, it.value),
                stands.map_or_else(String::new, |value| sum(w, it.measure, value)),
            ]
        };
        let new = plan.new.iter().map(|it| line(it, None));
        self.sums = new.chain(plan.changed.iter().map(|(is, it)| line(it, Some(*is)))).collect();
        // No activities are needed for sums.
        self.may_build = false;
        self.notes.push(w.tr("import-sums-what"));
        self.notes.extend(compared(w, &plan.totals));
        let writes = plan.new.len() + if ask.wish.update { plan.changed.len() } else { 0 };
        self.lead = match (writes, plan.changed.len()) {
            (0, 0) => w.tr("import-nothing-new-lead"),
            (0, differ) => w.n("import-only-differs", count(differ)),
            (writes, _) => w.n("import-would-sums", count(writes)),
        };
    }
}

fn row(w: Words, entry: &Entry, names: &HashMap<Uuid, String>) -> [String; 4] {
    let when = match entry.start_min {
        Some(start) => format!("{} · {}", w.clock(start), w.length(entry.duration_min)),
        None => w.length(entry.duration_min),
    };
    let heads = match entry.counts.visits() {
        _ if entry.status == Status::Cancelled => w.tr("entry-was-cancelled"),
        Some(visits) => w.n("visits", visits),
        None => "–".to_owned(),
    };
    [w.date(entry.local_date), names.get(&entry.activity_id).cloned().unwrap_or_default(), when, heads]
}

pub async fn page(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    draft: &Draft,
    looked: Option<&Looked<'_>>,
    ask: &Ask,
    told: Option<&'static str>,
) -> Result<Response> {
    let w = visit.w;
    let mut bands: Vec<String> = Vec::new();
    for band in vocabulary::band_sets(&app.db, unit.network.id).await?.into_iter().flat_map(|(_, it)| it) {
        if !bands.contains(&band.code) {
            bands.push(band.code);
        }
    }
    let mut page = DraftPage {
        page: Page::new(visit, w.tr("import-understood"), "entries"),
        base: unit.address(),
        unit: w.text(&unit.name),
        file: draft.file_name.clone(),
        draft: draft.id,
        lead: w.tr("import-no-table-lead"),
        told: told.map(|key| w.tr(key)),
        problems: Vec::new(),
        more: None,
        notes: Vec::new(),
        columns: Vec::new(),
        options: Meaning::all(&bands).iter().map(|it| (it.code(), label(w, it))).collect(),
        several: false,
        may_build: visit.me()?.may(Act::Build, &unit.as_place()),
        create: draft.create_activities,
        update: draft.take_changes,
        years: Vec::new(),
        total: None,
        rows: Vec::new(),
        changes: Vec::new(),
        sums: Vec::new(),
        ready: false,
    };
    let Some(looked) = looked else {
        page.problems.push(Told { place: String::new(), says: w.tr("import-no-table") });
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    page.several = looked.found.tables.len() > 1;
    for table in &looked.found.tables {
        for it in &table.columns {
            page.column(w, table.sheet.filter(|_| looked.found.tables.len() > 1), it);
        }
    }
    page.notes.extend(left_out(w, &looked.found));
    if let Some(at) = looked.before {
        page.notes.push(w.of("import-same-file", w.date(Day::Now(at).in_zone(unit.zone))));
    }
    if !looked.found.left_out.is_empty() {
        page.notes.push(w.of("import-sheets-left", looked.found.left_out.join(", ")));
    }
    match &looked.content {
        Content::Entries(it) => page.entries(w, &it.0, &it.1, ask),
        Content::Sums(it) => page.sums_of(w, it, ask),
    }
    let n = looked.problems();
    page.problems = looked
        .told()
        .into_iter()
        .take(PROBLEMS)
        .map(|it| Told { place: it.place(w), says: it.says(w) })
        .collect();
    page.more =
        (n > page.problems.len()).then(|| w.n("import-more-problems", count(n - page.problems.len())));
    if n > 0 {
        page.lead = w.n("import-problems", count(n));
    }
    page.ready = n == 0 && !looked.is_nothing(ask.wish);
    let status = if told.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, render(&page)?).into_response())
}
