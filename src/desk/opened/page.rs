//! An opened figure as a page.

use std::collections::BTreeMap;

use askama::Template;

use super::rows::{self, Rows};
use super::wanted::{Wanted, parts_of};
use crate::access::{Act, Denied, Path};
use crate::app::App;
use crate::desk::overview::{Chooser, Scene, Table, crumbs, member_name, shown};
use crate::error::{AppError, Result};
use crate::i18n::Words;
use crate::measures::{self, Ask, Axis, Measure, Sums};
use crate::units;
use crate::vocabulary::{self, Kind};
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
    /// The same rows as a file; of what a figure is compared with there is none.
    file: Option<String>,
    ratio: Option<Ratio>,
    opening: bool,
    /// Why activities stand together.
    together: bool,
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
    let sums: Sums = match &part {
        None => books.total(&scene.question(scene.now)),
        Some((axis, codes)) => {
            let members = books.by(&scene.question(scene.now), *axis);
            codes.iter().filter_map(|code| members.get(*code)).copied().sum()
        }
    };
    let member = part.as_ref().filter(|_| measure != Measure::OpeningMin).map(|(axis, codes)| {
        let name = |code: &&str| match axis {
            Axis::Unit => names.get(*code).cloned().unwrap_or_else(|| (*code).to_owned()),
            _ => member_name(scene, &terms, &bands, *axis, code),
        };
        codes.iter().map(name).collect::<Vec<_>>().join(", ")
    });
    let one_to_one = part.as_ref().is_some_and(|(axis, codes)| {
        *axis == Axis::Kind && codes.iter().all(|code| *code == Kind::OneToOne.code())
    });
    let written = |measure: Measure| {
        if one_to_one { scene.one_to_one(measure, &sums) } else { shown(w, measure, measure.of(&sums)) }
    };
    let figure = written(measure);
    let of_part = part.as_ref().map_or_else(String::new, |(axis, codes)| {
        format!("&by={}&of={}", axis.code(), web::encoded(&codes.join(",")))
    });
    let address = |measure: Measure| format!("{}{of_part}", scene.open_here(measure));
    // The same figure, part and period of a unit further down.
    let (here, network) = (scene.unit.address(), &scene.unit.network.code);
    let open = |code: &str| address(measure).replacen(&here, &format!("/units/{network}/{code}"), 1);
    let of = part.as_ref().map(|(axis, codes)| (*axis, codes.as_slice()));
    let question = scene.question(scene.now);
    let own = measures::by_activity_month(&app.db, &question, of).await?;
    let personal = if scene.sees_entries {
        Vec::new()
    } else {
        let kind = [Kind::OneToOne.code()];
        measures::by_activity_month(&app.db, &question, Some((Axis::Kind, &kind))).await?
    };
    let rows = Rows {
        units_months: books.by_unit_month(&question, of),
        own,
        personal: personal.into_iter().map(|row| row.activity_id).collect(),
        activities: &activities,
        units: &names,
        one_to_one,
    };
    let table = match measure {
        Measure::OpeningMin => rows::by_unit(scene, &rows, open),
        _ => rows::by_activity(scene, &rows, measure, of, open),
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
        file: scene.beside.is_none().then(|| {
            let (from, to) = (scene.period.from, scene.period.last());
            format!("{here}/figures/file?measure={}&from={from}&to={to}{of_part}", measure.code())
        }),
        ratio,
        opening: measure == Measure::OpeningMin,
        together: part.as_ref().is_some_and(|(axis, _)| !scene.tells_activities(*axis)),
        table,
        page,
    })
}
