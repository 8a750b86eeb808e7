//! An opened figure as a page.

use std::collections::BTreeMap;

use askama::Template;

use super::rows::{self, Rows};
use super::wanted::{Wanted, parts_of};
use crate::access::{Act, Denied};
use crate::app::App;
use crate::desk::overview::{Chooser, Scene, Table, TreeChoice, crumbs, member_name};
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::measures::{self, Ask, Axis, Measure, Period, Sums, Together, Unsplit, shown};
use crate::vocabulary;
use crate::web::{self, Crumb, Page};

/// A ratio's two sums, each with its own page.
struct Ratio {
    said: String,
    above: (String, String),
    below: (String, String),
}

#[derive(Template)]
#[template(path = "desk/opened/opened.html")]
pub struct OpenedPage {
    page: Page,
    name: String,
    /// What it was or is called otherwise.
    note: Option<String>,
    figure: String,
    /// The measure, and the part of it.
    heading: String,
    what: String,
    formula: String,
    crumbs: Vec<Crumb>,
    chooser: Chooser,
    base: String,
    back: String,
    /// The same rows as a file; of what a figure is compared with there is none.
    file: Option<String>,
    ratio: Option<Ratio>,
    opening: bool,
    /// The address was of entries, and more narrowly chosen.
    less: bool,
    /// Why some things stand together.
    why: Option<String>,
    /// What is not split, and may be of the part or not.
    not_in_it: Option<String>,
    table: Table,
}

fn named(w: Words, measure: Measure) -> String {
    w.tr(&format!("measure-{}", measure.code()))
}

pub async fn page(app: &App, page: Page, scene: &Scene, wanted: &Wanted) -> Result<OpenedPage> {
    let w = scene.w;
    let measure = wanted.measure();
    if measure.about_staff() && !scene.sees_staff_time {
        let place = scene.unit.as_place();
        return Err(AppError::Forbidden(Box::new(Denied { act: Act::SeeStaffTime, place })));
    }
    let network_id = scene.unit.network.id;
    let (books, activities, terms) = futures_util::future::try_join3(
        measures::open_in(&app.db, &scene.trees, &[Ask::whole(scene.now)]),
        measures::activities(&app.db, network_id),
        vocabulary::terms(&app.db, network_id),
    )
    .await?;
    let bands = vocabulary::age_bands(&app.db, network_id, scene.now.last()).await?;
    let part = wanted.part();
    let question = scene.question(scene.now);
    let of = part.as_ref().map(|(axis, codes)| (*axis, codes.as_slice()));
    let unsplit = match of {
        Some(_) if !scene.sees_days => books.unsplit(&app.db, &question).await?,
        _ => Unsplit::default(),
    };
    let few = of
        .filter(|_| !scene.sees_days)
        .and_then(|of| books.told(&question, &unsplit, scene.today, measure, of));
    let units_months = match &few {
        Some(few) => few.units_months.clone(),
        None => books.by_unit_month(&question, of),
    };
    let sums: Sums = match of {
        _ if few.is_some() => units_months.values().copied().sum(),
        None => books.total(&question),
        Some((axis, codes)) => measures::of_codes(books.by(&question, axis), codes),
    };
    let member = of.filter(|_| measure != Measure::OpeningMin).map(|(axis, codes)| {
        let name = |code: &str| match axis {
            Axis::Unit => scene.trees.id(code).map_or_else(|| code.to_owned(), |id| scene.row_line(id)),
            _ => member_name(scene, &terms, &bands, axis, code),
        };
        let names: Vec<String> = match &few {
            Some(few) => few.members.iter().map(|code| name(code)).collect(),
            None => codes.iter().map(|code| name(code)).collect(),
        };
        names.join(", ")
    });
    let written = |measure: Measure| shown(w, measure, measure.of(&sums));
    let figure = written(measure);
    let of_part = part.as_ref().map_or_else(String::new, |(axis, codes)| {
        format!("&by={}&of={}", axis.code(), web::encoded(&codes.join(",")))
    });
    let address = |measure: Measure| format!("{}{of_part}", scene.open_here(measure));
    // The same figure and part of a unit further down, or of this one, of all of the period or some of it.
    let open = |code: &str, period: Option<&Period>| {
        let below = scene.trees.id(code).filter(|id| *id != scene.unit.id);
        let door = below.map_or_else(|| scene.door(), |id| scene.below(id));
        match period {
            Some(period) => format!("{}{of_part}", door.figures(measure, period)),
            None => format!("{}{of_part}", scene.open_at(&door, measure)),
        }
    };
    let tells_activities = few.is_none() && scene.tells_activities(of.map(|(axis, _)| axis));
    let own = if tells_activities {
        measures::by_activity_month(&app.db, &scene.trees, &question, of).await?
    } else {
        Vec::new()
    };
    let stand_together = if scene.sees_days || !tells_activities {
        Together::default()
    } else {
        measures::together(&app.db, &books, &question).await?
    };
    let codes = units_months.keys().map(|(code, _)| code.clone());
    let label = |code: String| scene.trees.id(&code).map(|id| (code, scene.row_line(id)));
    let names: BTreeMap<String, String> = codes.filter_map(label).collect();
    let rows = Rows {
        units_months,
        own,
        tells_activities,
        few: stand_together,
        unsplit: few.iter().flat_map(|few| few.unsplit.keys().cloned()).collect(),
        apart: few.as_ref().and_then(|few| few.apart.clone()),
        activities: &activities,
        units: &names,
    };
    let table = match measure {
        Measure::OpeningMin => rows::by_unit(scene, &rows, of, open),
        _ => rows::by_activity(scene, &rows, measure, of, open),
    };
    let unsplit: Sums = few.iter().flat_map(|few| few.unsplit.values().copied()).sum();
    let not_in_it = (!unsplit.is_nothing() && parts_of(measure).is_none())
        .then(|| w.of("opened-unsplit", shown(w, measure, measure.of(&unsplit))));
    let why = if few.is_some() || !rows.few.is_nothing() {
        Some("opened-few-why")
    } else {
        (!tells_activities).then_some("opened-together-why")
    };
    let ratio = parts_of(measure).map(|(above, below)| Ratio {
        said: w.with(
            "opened-ratio",
            &[
                ("above", written(above).into()),
                ("below", written(below).into()),
                ("it", figure.clone().into()),
            ],
        ),
        above: (named(w, above), address(above)),
        below: (named(w, below), address(below)),
    });
    let mut kept = vec![("measure", measure.code().to_owned())];
    kept.extend(scene.door().kept());
    if let Some((axis, codes)) = &part {
        kept.extend([("by", axis.code().to_owned()), ("of", codes.join(","))]);
    }
    Ok(OpenedPage {
        name: scene.name(),
        note: scene.called(&scene.unit.code).note,
        heading: match member {
            Some(member) => {
                w.with("opened-of", &[("measure", named(w, measure).into()), ("member", member.into())])
            }
            None => named(w, measure),
        },
        figure,
        what: w.tr(&format!("measure-{}-what", measure.code())),
        formula: format!("/definitions#{}", measure.code()),
        crumbs: crumbs(scene),
        chooser: Chooser {
            kept,
            trees: TreeChoice::new(scene, &[scene.now], |other| {
                format!("{}{of_part}", other.open_here(measure))
            }),
            ..Chooser::new(scene, |period| format!("{}{of_part}", scene.open_in(measure, period)))
        },
        base: format!("{}/figures", scene.unit.address()),
        back: scene.overview(&scene.beside.map_or(scene.period, |(_, asked)| asked)),
        file: scene.file().map(|file| format!("{file}&measure={}{of_part}", measure.code())),
        ratio,
        opening: measure == Measure::OpeningMin,
        less: wanted.is_less(),
        why: why.map(|key| w.tr(key)),
        not_in_it,
        table,
        page,
    })
}
