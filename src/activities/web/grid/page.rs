//! The grid as a page.

use askama::Template;
use uuid::Uuid;

use super::cells::{COLUMNS, COUNTS};
use super::ledger::Ledger;
use super::month::Month;
use super::rows::{Maker, Row, Sent, blank};
use crate::access::{Act, Me};
use crate::activities::web::show::closed;
use crate::app::App;
use crate::error::Result;
use crate::units::{self, Unit};
use crate::web::{Page, Visit};

/// A month to go to: its address and its name.
type Link = (String, String);

#[derive(Template)]
#[template(path = "activities/web/grid/grid.html")]
pub struct GridPage {
    pub page: Page,
    pub base: String,
    pub unit: String,
    pub month: String,
    pub heading: String,
    pub before: Link,
    /// None after the month of today.
    pub after: Option<Link>,
    /// All rows, or those that are not recorded yet: address, name, whether it is this page.
    pub shown: [(String, String, bool); 2],
    pub only_open: bool,
    pub lead: String,
    pub sums: Vec<(String, String)>,
    pub rows: Vec<Row>,
    /// The row that a script makes new ones from.
    pub blank: Row,
    /// What can be chosen for a new row.
    pub activities: Vec<(Uuid, String)>,
    /// The unit has activities, now or at other times.
    pub ever_offered: bool,
    pub may_record: bool,
    pub may_build: bool,
    /// Where else one records.
    pub units: Vec<Link>,
    /// What was just saved.
    pub saved: Option<String>,
    /// What closes days of the month, and where more is told.
    pub closed: Option<(String, String)>,
}

impl GridPage {
    pub fn columns(&self) -> String {
        COLUMNS.join(" ")
    }

    pub fn counts(&self) -> [&'static str; 6] {
        COUNTS
    }

    pub fn label(&self, cell: &str) -> String {
        let key = match cell {
            "date" => "day",
            "start" => "from",
            "end" => "until",
            "participant_girl" => "gender-girl",
            "participant_boy" => "gender-boy",
            "participant_non_binary" => "gender-non_binary",
            "participant_total" => "part-participant",
            "creator_total" => "part-creator",
            "audience_total" => "part-audience",
            "created_share" => "grid-created",
            "off" => "entry-called-off",
            "note" => "entry-note",
            _ => "activity",
        };
        self.page.w.tr(key)
    }

    /// Whether only empty rows are left to fill in.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.date.is_none())
    }

    /// Whether there is no row to fill in and no activity to choose.
    pub fn has_nothing_to_offer(&self) -> bool {
        self.activities.is_empty() && self.is_empty()
    }

    /// What is told above the table when a row came back.
    pub fn troubled(&self) -> Option<&Row> {
        self.rows.iter().find(|row| !row.told.is_empty())
    }
}

/// What of a month is asked for, and what happened to a row of it.
pub struct Asked {
    pub saved: Option<Uuid>,
    pub sent: Option<Sent>,
    pub only_open: bool,
}

pub async fn page(
    app: &App,
    visit: &Visit,
    me: &Me,
    unit: &Unit,
    ledger: &Ledger,
    Asked { saved, sent, only_open }: Asked,
) -> Result<GridPage> {
    let w = visit.w;
    let base = unit.address();
    let (month, place) = (ledger.month, unit.as_place());
    let address = |month: Month, only_open| {
        format!("{base}/month?month={}{}", month.name(), if only_open { "&only=open" } else { "" })
    };
    let link = |month: Month| (address(month, only_open), w.month(month.first()));
    let offered = ledger.activities.iter().filter(|activity| {
        activity.from_on <= month.last() && activity.until_on.is_none_or(|until| until > month.first())
    });
    let mut activities: Vec<(Uuid, String)> = offered.map(|it| (it.id, w.text(&it.name))).collect();
    activities.sort_by(|a, b| w.compare(&a.1, &b.1));
    let mut rows = Maker { app, w, unit }.rows(ledger, sent);
    if only_open {
        rows.retain(|row| row.state != "saved" || Some(row.id) == saved);
    }
    let saved = rows.iter().find(|row| Some(row.id) == saved && row.base.is_some());
    let saved = saved.and_then(|row| Some(format!("{}, {}", row.activity.as_ref()?.1, row.day)));
    let units = if unit.may_record {
        Vec::new()
    } else {
        let branch = units::branch(&app.db, unit, app.clock.today(unit.network.zone)).await?;
        let below = branch.iter().filter(|it| it.may_record);
        below.map(|it| (format!("{}/month?month={}", it.address(), month.name()), w.text(&it.name))).collect()
    };
    let open = ledger.open_occasions(unit).len();
    let closed = closed(app, w, unit, &[month.first(), month.last()]).await?;
    Ok(GridPage {
        page: Page::new(visit, w.of("grid-title", w.month(month.first())), "entries"),
        unit: w.text(&unit.name),
        month: month.name(),
        heading: w.month(month.first()),
        before: link(month.before()),
        after: (month.last() < ledger.today).then(|| link(month.next())),
        shown: [false, true].map(|open| {
            let label = if open { "grid-only-open" } else { "grid-every" };
            (address(month, open), w.tr(label), open == only_open)
        }),
        only_open,
        lead: ledger.lead(w, open),
        sums: ledger.sums(w),
        blank: blank("__n__".to_owned(), Uuid::nil()),
        ever_offered: !ledger.activities.is_empty(),
        may_record: unit.may_record,
        may_build: me.may(Act::Build, &place),
        activities,
        units,
        saved,
        closed,
        rows,
        base,
    })
}
