//! An opened figure as a page.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use chrono::NaiveDate;

use super::rows::{self, Rows};
use super::wanted::{Wanted, parts_of};
use crate::access::{Act, Denied, Path};
use crate::app::App;
use crate::desk::overview::{Chooser, Scene, Table, crumbs, member_name, shown};
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::measures::{self, Ask, Axis, Books, Measure, Period, Question, Sums, Together};
use crate::units;
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
    figure: String,
    /// The measure, and the part of it.
    heading: String,
    what: String,
    formula: String,
    crumbs: Vec<Crumb>,
    chooser: Chooser,
    base: String,
    back: String,
    ratio: Option<Ratio>,
    opening: bool,
    /// Why some things stand together.
    why: Option<String>,
    table: Table,
}

fn named(w: Words, measure: Measure) -> String {
    w.tr(&format!("measure-{}", measure.code()))
}

/// A part by kind, for whoever sees figures only.
struct Few {
    members: Vec<String>,
    units_months: BTreeMap<(String, NaiveDate), Sums>,
    /// Where one-to-one work stands by itself, the units one step below for which it does.
    apart: Option<BTreeSet<String>>,
}

fn few(
    books: &Books,
    scene: &Scene,
    measure: Measure,
    question: &Question,
    of: Option<(Axis, &[&str])>,
) -> Option<Few> {
    let (Axis::Kind, codes) = of.filter(|_| !scene.sees_entries)? else { return None };
    let apart = Some(books.apart(question, scene.today))
        .filter(|apart| apart.here && measures::takes_apart(codes) && measures::may_be_apart(measure));
    let members: BTreeSet<String> = match apart {
        Some(_) => codes.iter().map(|code| (*code).to_owned()).collect(),
        None => measures::members_of(codes),
    };
    let by_month = books.told_kinds_by_month(question, apart.is_some()).into_iter();
    let units_months = by_month.map(|(key, of)| {
        (key, of.into_iter().filter(|(code, _)| members.contains(code)).map(|(_, sums)| sums).sum())
    });
    Some(Few {
        units_months: units_months.collect(),
        members: members.into_iter().collect(),
        apart: apart.map(|apart| apart.below),
    })
}

pub async fn page(app: &App, page: Page, scene: &Scene, wanted: &Wanted) -> Result<OpenedPage> {
    let w = scene.w;
    let measure = wanted.measure();
    if measure.about_staff() && !scene.sees_staff_time {
        let place = scene.unit.as_place();
        return Err(AppError::Forbidden(Box::new(Denied { act: Act::SeeStaffTime, place })));
    }
    let network_id = scene.unit.network.id;
    let on = app.clock.day();
    let (books, activities, terms) = futures_util::future::try_join3(
        measures::open(&app.db, network_id, &[Ask::whole(scene.now)]),
        measures::activities(&app.db, network_id),
        vocabulary::terms(&app.db, network_id),
    )
    .await?;
    // Every unit's name: one that moved away is still part of what was counted here.
    let whole = scene.unit.path.ids().first().map_or_else(|| scene.unit.path.clone(), |id| Path::root(*id));
    let (bands, branch) = futures_util::future::try_join(
        vocabulary::age_bands(&app.db, network_id, scene.now.last()),
        units::branch_of(&app.db, network_id, &whole, on),
    )
    .await?;
    let names: BTreeMap<String, String> =
        branch.iter().map(|unit| (unit.code.clone(), w.text(&unit.name))).collect();
    let part = wanted.part();
    let question = scene.question(scene.now);
    let of = part.as_ref().map(|(axis, codes)| (*axis, codes.as_slice()));
    let few = few(&books, scene, measure, &question, of);
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
            Axis::Unit => names.get(code).cloned().unwrap_or_else(|| code.to_owned()),
            _ => member_name(scene, &terms, &bands, axis, code),
        };
        match &few {
            Some(few) => few.members.iter().map(|code| name(code)).collect::<Vec<_>>().join(", "),
            None => codes.iter().map(|code| name(code)).collect::<Vec<_>>().join(", "),
        }
    });
    let written = |measure: Measure| shown(w, measure, measure.of(&sums));
    let figure = written(measure);
    let of_part = part.as_ref().map_or_else(String::new, |(axis, codes)| {
        format!("&by={}&of={}", axis.code(), web::encoded(&codes.join(",")))
    });
    let address = |measure: Measure| format!("{}{of_part}", scene.open_here(measure));
    // The same figure and part of a unit further down, of all of the period or some of it.
    let (here, network) = (scene.unit.address(), &scene.unit.network.code);
    let open = |code: &str, period: Option<&Period>| {
        let address = match period {
            Some(period) => format!("{}{of_part}", scene.open_in(measure, period)),
            None => address(measure),
        };
        address.replacen(&here, &format!("/units/{network}/{code}"), 1)
    };
    let tells_activities = few.is_none() && of.is_none_or(|(axis, _)| scene.tells_activities(axis));
    let own = if tells_activities {
        measures::by_activity_month(&app.db, &question, of).await?
    } else {
        Vec::new()
    };
    let stand_together = if scene.sees_entries || !tells_activities {
        Together::default()
    } else {
        measures::together(&app.db, &question).await?
    };
    let rows = Rows {
        units_months,
        own,
        tells_activities,
        few: stand_together,
        apart: few.as_ref().and_then(|few| few.apart.clone()),
        activities: &activities,
        units: &names,
    };
    let table = match measure {
        Measure::OpeningMin => rows::by_unit(scene, &rows, open),
        _ => rows::by_activity(scene, &rows, measure, of, open),
    };
    let why = match of {
        Some((Axis::Weekday, _)) if !tells_activities => Some("opened-together-why"),
        _ if few.is_some() || rows.few != Together::default() => Some("opened-few-why"),
        _ => None,
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
    if let Some((axis, codes)) = &part {
        kept.extend([("by", axis.code().to_owned()), ("of", codes.join(","))]);
    }
    Ok(OpenedPage {
        name: scene.name(),
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
            ..Chooser::new(scene, |period| format!("{}{of_part}", scene.open_in(measure, period)))
        },
        base: format!("{}/figures", scene.unit.address()),
        back: scene.overview(&scene.beside.map_or(scene.period, |(_, asked)| asked)),
        ratio,
        opening: measure == Measure::OpeningMin,
        why: why.map(|key| w.tr(key)),
        table,
        page,
    })
}
