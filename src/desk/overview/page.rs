//! The overview as a page.

use askama::Template;

use super::below::{self, Below};
use super::past::Past;
use super::scene::Scene;
use super::splits::{Lists, Split};
use super::standing::TreeChoice;
use super::table::Table;
use super::tiles::{self, Lead, More, Tile, Totals};
use super::time::{self, OverTime};
use super::told::Told;
use crate::app::App;
use crate::calendar;
use crate::desk::steps::Steps;
use crate::error::Result;
use crate::measures::{self, Ask, Axis, Length, Period, Sums, Tree};
use crate::periods;
use crate::vocabulary;
use crate::web::{Crumb, Page};

/// A length of period to choose.
pub struct Choice {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// Choosing a period: its length, the one before and after, or dates of one's own.
pub struct Chooser {
    pub choices: Vec<Choice>,
    pub name: String,
    pub previous: Choice,
    pub next: Choice,
    pub from: String,
    pub to: String,
    pub own: bool,
    /// What the address says besides the period.
    pub kept: Vec<(&'static str, String)>,
    pub trees: Option<TreeChoice>,
    /// That a longer period is shown than was asked for.
    pub note: Option<String>,
}

impl Chooser {
    /// `address` is the page for a period.
    pub fn new(scene: &Scene, address: impl Fn(&Period) -> String) -> Chooser {
        let w = scene.w;
        // A year's middle is no place to begin: shorter periods open on the last day that has been.
        let at = scene.today.min(scene.period.last()).max(scene.period.from);
        let allowed = |length: &Length| scene.sees_days || !matches!(length, Length::Day | Length::Week);
        let choices = Length::NAMED.into_iter().filter(allowed).map(|length| {
            let period = Period::around(length, at, scene.school);
            Choice {
                label: w.tr(&format!("overview-length-{}", length.code())),
                href: address(&period),
                current: length == scene.period.length,
            }
        });
        let step = |period: Period, key: &str| Choice {
            label: w.of(key, scene.period_name(&period)),
            href: address(&period),
            current: false,
        };
        Chooser {
            choices: choices.collect(),
            name: scene.period_name(&scene.period),
            previous: step(scene.period.before(scene.school), "overview-previous"),
            next: step(scene.period.after(scene.school), "overview-next"),
            from: scene.period.from.to_string(),
            to: scene.period.last().to_string(),
            own: scene.period.length == Length::Own,
            kept: scene.door().kept(),
            trees: None,
            note: scene.widened_note(),
        }
    }
}

/// Where one is: the units above, each with the same period.
pub fn crumbs(scene: &Scene) -> Vec<Crumb> {
    scene
        .crumbs
        .iter()
        .map(|above| Crumb {
            href: above.door.as_ref().map(|door| door.overview(&scene.period)),
            label: above.name.clone(),
        })
        .collect()
}

#[derive(Template)]
#[template(path = "desk/overview/overview.html")]
pub struct OverviewPage {
    page: Page,
    name: String,
    /// What it was or is called otherwise.
    note: Option<String>,
    base: String,
    crumbs: Vec<Crumb>,
    chooser: Chooser,
    lead: Lead,
    /// How an unfinished period is compared.
    so_far: Option<String>,
    /// What to tell where nothing was held: the rest stays, so that one sees what the period is beside.
    empty_what: Option<String>,
    /// What to do where nothing is offered yet.
    steps: Option<Steps>,
    /// Whether there is nothing beside it either.
    silent: bool,
    tiles: Vec<Tile>,
    time: OverTime,
    /// What is known only as sums.
    past: Option<Table>,
    /// Gender, age, weekdays; kinds, place kinds; tags, fields.
    splits: Vec<Vec<Split>>,
    /// Why some of that, or all, is not split.
    unsplit: Option<String>,
    more: Vec<More>,
    year_ago: String,
    below: Option<Below>,
    entries: Option<String>,
    /// That all of the period is closed, and where more is told to whoever may see it.
    closed: Option<(String, Option<String>)>,
    /// The figures as a file.
    file: Option<String>,
    /// Pictures of them: of the tree as it was, as they are made.
    pictures: Option<String>,
    /// What is due next, where somebody's day begins here.
    dates: Option<calendar::Soon>,
    /// Where the page for everybody is prepared, for whoever may publish it.
    public: Option<String>,
}

impl OverviewPage {
    pub fn is_empty(&self) -> bool {
        self.empty_what.is_some()
    }

    pub fn with_steps(self, steps: Option<Steps>) -> OverviewPage {
        OverviewPage { steps, ..self }
    }

    pub fn with_dates(self, dates: Option<calendar::Soon>) -> OverviewPage {
        OverviewPage { dates, ..self }
    }
}

async fn closed(app: &App, scene: &Scene) -> Result<Option<(String, Option<String>)>> {
    let (unit, period) = (&scene.unit, scene.period);
    let edges = [(unit.id, period.from), (unit.id, period.last())];
    let calendar = periods::calendar(&app.db, unit.network.id, &edges).await?;
    let lock = calendar.closed_throughout(unit.id, period.from, period.until);
    Ok(lock.map(|lock| (lock.said(scene.w, unit), scene.sees_entries.then(|| lock.address(unit)))))
}

/// Everything this page is going to ask of the books.
fn asks(scene: &Scene) -> Vec<Ask> {
    let ask = if time::is_daily(scene) { Ask::daily } else { Ask::whole };
    let mut asks = vec![ask(scene.now), ask(scene.ago)];
    if scene.has_before() {
        asks.push(Ask::whole(scene.before));
    }
    asks
}

fn periods(scene: &Scene) -> Vec<Period> {
    let before = scene.has_before().then_some(scene.before);
    [scene.now, scene.ago].into_iter().chain(before).collect()
}

pub async fn page(app: &App, page: Page, scene: &Scene) -> Result<OverviewPage> {
    let w = scene.w;
    let network_id = scene.unit.network.id;
    let (books, terms, bands) = futures_util::future::try_join3(
        measures::open_in(&app.db, &scene.trees, &asks(scene)),
        vocabulary::terms(&app.db, network_id),
        vocabulary::age_bands(&app.db, network_id, scene.now.last()),
    )
    .await?;
    let lists = Lists { terms, bands };
    let now = scene.question(scene.now);
    let ago = scene.question(scene.ago);
    let totals = Totals {
        now: books.total(&now),
        ago: books.total(&ago),
        before: if scene.has_before() { books.total(&scene.question(scene.before)) } else { Sums::default() },
    };
    let told = Told::load(app, scene, &books, &lists).await?;
    let past = Past::load(app, scene).await?;
    let unit = books.by(&now, Axis::Unit);
    let below = below::below(app, scene, &books, &unit).await?;
    let so_far = scene.unfinished().then(|| {
        w.with(
            "overview-so-far",
            &[("day", w.day(scene.now.last()).into()), ("n", crate::i18n::Arg::Int(scene.now.days()))],
        )
    });
    Ok(OverviewPage {
        name: scene.name(),
        note: scene.called(&scene.unit.code).note,
        base: scene.unit.address(),
        crumbs: crumbs(scene),
        chooser: Chooser {
            trees: TreeChoice::new(scene, &periods(scene), |other| other.overview(&scene.period)),
            ..Chooser::new(scene, |period| scene.overview(period))
        },
        lead: tiles::lead(scene, &totals),
        so_far,
        empty_what: (totals.now.held == 0)
            .then(|| w.tr(if scene.may_record { "overview-empty-record" } else { "overview-empty-what" })),
        steps: None,
        dates: None,
        silent: totals.all().iter().all(|sums| sums.is_nothing()),
        tiles: tiles::tiles(scene, &totals),
        time: time::over_time(scene, &books, &past),
        past: past.table(scene),
        splits: told.splits,
        unsplit: told.why,
        more: tiles::more(scene, &totals),
        year_ago: w.tr("overview-year-ago"),
        below,
        closed: closed(app, scene).await?,
        entries: scene.sees_entries.then(|| {
            format!("{}/entries?from={}&to={}", scene.unit.address(), scene.period.from, scene.now.last())
        }),
        file: scene.file(),
        pictures: (scene.within.is_empty() && scene.tree == Tree::Then)
            .then(|| format!("{}/pictures", scene.unit.address())),
        public: scene.may_publish.then(|| format!("{}/public", scene.unit.address())),
        page,
    })
}
