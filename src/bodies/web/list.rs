//! The bodies of a unit.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{Two, may_see};
use crate::access::Act;
use crate::app::App;
use crate::bodies::body::in_order;
use crate::bodies::store;
use crate::error::Result;
use crate::units;
use crate::web::{Page, Visit, render};

struct Line {
    href: String,
    name: String,
    says: String,
    /// How many bodies it stands in.
    depth: usize,
}

#[derive(Template)]
#[template(path = "bodies/web/list.html")]
struct ListPage {
    page: Page,
    unit: String,
    unit_href: String,
    /// Whether whoever looks may open the unit's own page.
    unit_open: bool,
    lines: Vec<Line>,
    /// Those that meet no more: (name, where they are brought back).
    ended: Vec<(String, String)>,
    /// Where a new one is made.
    new: Option<String>,
}

pub async fn show(State(app): State<App>, visit: Visit, Path(at): Path<Two>) -> Result<Response> {
    let unit = units::find(&app, &at.0, &at.1).await?;
    let (w, me) = (visit.w, visit.me()?);
    may_see(me, &unit)?;
    let may_keep = me.may(Act::ManageBodies, &unit.as_place());
    let (base, today) = (format!("{}/bodies", unit.address()), app.clock.today(unit.network.zone));
    let (ended, all): (Vec<_>, Vec<_>) =
        store::bodies(&app.db, &unit).await?.into_iter().partition(|it| it.dropped);
    let stand: Vec<(Uuid, Option<Uuid>)> = all.iter().map(|it| (it.id, it.what.within)).collect();
    let mut lines = Vec::with_capacity(all.len());
    for (at, depth) in in_order(&stand) {
        let it = &all[at];
        let members = store::members(&app.db, unit.network.id, it.id, today).await?;
        let n = members.iter().filter(|member| member.sits(today)).count();
        let kind = w.tr(&format!("body-kind-{}", it.what.kind.code()));
        lines.push(Line {
            href: format!("{base}/{}", it.id),
            name: w.text(&it.what.name),
            says: format!("{kind} · {}", w.n("body-n-members", i64::try_from(n).unwrap_or(i64::MAX))),
            depth: depth.min(3),
        });
    }
    let back =
        |it: &store::Stored<crate::bodies::Body>| (w.text(&it.what.name), format!("{base}/{}/return", it.id));
    let page = ListPage {
        page: Page::new(&visit, w.tr("bodies"), "structure"),
        unit: w.text(&unit.name),
        unit_href: unit.address(),
        unit_open: me.may(Act::SeeFigures, &unit.as_place()),
        lines,
        ended: if may_keep { ended.iter().map(back).collect() } else { Vec::new() },
        new: may_keep.then(|| format!("{base}/{}/form", app.ids.ordered())),
    };
    Ok(render(&page)?.into_response())
}
