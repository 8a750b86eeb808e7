//! Writing a part of a plan, or a new one.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::blocks::{Block, Showing};
use super::choices::{bodies, narrowed};
use super::fields::{self, beside, compact};
use super::{Desk, Four, by};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Fields, Wrong, told};
use crate::i18n::{Text18, tongue};
use crate::plan::difference::hanging;
use crate::plan::document::{Counted, From, Joined, Kind, Met, Part, Role, Rule, Says, Target};
use crate::plan::known::{self, Named, Offered};
use crate::plan::making::{self, Saved};
use crate::plan::reader::Reader;
use crate::plan::store::Stored;
use crate::plan::store::counts::Count;
use crate::plan::{codes, evidence, reading, telling, tree};
use crate::web::{Filled, Page, Visit, render};

/// Empty rows for further steps, targets, aims and partners.
const MORE: usize = 2;

/// What a new part is to be, and in what it is to stand.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    kind: String,
    #[serde(rename = "in")]
    within: String,
}

#[derive(Template)]
#[template(path = "plan/web/form.html")]
struct FormPage {
    page: Page,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    back: String,
    version: i64,
    fields: Fields,
    languages: Vec<(String, String)>,
    kinds: Vec<(&'static str, String)>,
    above: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
    rules: Vec<(&'static str, String)>,
    sources: Vec<(&'static str, String)>,
    measures: Vec<(&'static str, String)>,
    /// What a measure may be narrowed to, by what it is: ("project:eu-you", "EU YOU").
    narrowed: Vec<(String, Named)>,
    /// What a measure is of where it is narrowed to nothing.
    unnarrowed: String,
    counted: Vec<(&'static str, String)>,
    /// Bodies that there are, and kinds of bodies.
    bodies: Vec<(String, Named)>,
    met: Vec<(&'static str, String)>,
    offered: Offered,
    /// Earlier targets that were counted for by hand, which a new one may carry on: code, and words.
    left: Vec<(String, String)>,
    /// How counts may be joined, but for adding them together, which goes without saying.
    joined: Vec<(&'static str, String)>,
    funded: bool,
    is_action: bool,
    aims: usize,
    partners: usize,
    steps: usize,
    targets: usize,
    /// The target from which on they are folded: one is always to be seen.
    more_from: usize,
    clash: Option<(String, Block)>,
    problems: Vec<(String, String)>,
}

impl FormPage {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }

    fn value(&self, field: &str) -> &str {
        self.fields.get(field)
    }

    /// Whether a target fills itself, or said something wrong of how.
    fn says_evidence(&self, base: &str) -> bool {
        let before = format!("{base}_evidence_");
        !matches!(self.source(base), "hand")
            || self.problems.iter().any(|(field, _)| field.starts_with(&before))
    }

    /// Where a target's number comes from; by hand where nothing is said.
    fn source(&self, base: &str) -> &str {
        match self.value(&format!("{base}_evidence_from")) {
            "" => "hand",
            from => from,
        }
    }

    fn is(&self, field: &str, value: &str) -> bool {
        self.fields.get(field) == value
    }

    /// Whether a row of targets is a new one that may carry on an earlier one.
    fn may_carry_on(&self, field: &str) -> bool {
        let code = self.value(field);
        !self.left.is_empty() && (code.is_empty() || self.left.iter().any(|it| it.0 == code))
    }

    /// Units to choose from, those that are chosen first, also such as are not offered any more: code, name, whether it is chosen.
    fn units<'a>(&'a self, field: &str) -> Vec<(&'a str, &'a str, bool)> {
        let chosen = |code: &str| self.value(field).split([',', ' ']).any(|it| it == code);
        let offered =
            self.offered.units.iter().map(|(code, name)| (code.as_str(), name.as_str(), chosen(code)));
        let gone = self.gone(field, &self.offered.units).into_iter().map(|code| (code, code, true));
        let (first, rest): (Vec<_>, Vec<_>) = gone.chain(offered).partition(|(.., chosen)| *chosen);
        first.into_iter().chain(rest).collect()
    }

    /// Whether a row is of a target that there is, and that can be taken out as a whole.
    fn stands(&self, base: &str) -> bool {
        let code = format!("{base}_code");
        !self.value(&code).is_empty() && !self.may_carry_on(&code)
    }

    /// What was chosen earlier and is not offered any more: it stays until something else is chosen.
    fn gone<'a>(&'a self, field: &str, all: &Named) -> Vec<&'a str> {
        let chosen = self.fields.get(field).split([',', ' ']).filter(|it| !it.is_empty());
        chosen.filter(|it| all.iter().all(|(code, _)| code != it)).collect()
    }

    /// The body that was chosen, where it is called so no more, and its name.
    fn gone_body(&self, field: &str) -> Option<(&str, &str)> {
        let chosen = Some(self.value(field)).filter(|it| !it.is_empty())?;
        let known = self.bodies.iter().any(|(_, all)| all.iter().any(|(code, _)| code == chosen));
        (!known).then(|| (chosen, chosen.split_once(':').map_or(chosen, |(_, name)| name)))
    }

    /// With what it was called.
    fn gone_of<'a>(&'a self, field: &str) -> Vec<(&'a str, &'a str)> {
        let all: Named = self.narrowed.iter().flat_map(|(_, all)| all.iter().cloned()).collect();
        let name = |code: &'a str| {
            let former = self.offered.former.iter().find(|(it, _)| it == code);
            (code, former.map_or(code, |(_, name)| name.as_str()))
        };
        self.gone(field, &all).into_iter().map(name).collect()
    }
}

/// What the form shows beside what stands.
#[derive(Default)]
struct Sent<'a> {
    fields: Option<Fields>,
    version: Option<i64>,
    wrong: &'a [Wrong],
    theirs: Option<&'a Stored<Part>>,
}

fn form_page(
    visit: &Visit,
    desk: &Desk,
    part: &Part,
    stands: Option<&Stored<Part>>,
    (offered, left): (Offered, &[(Target, Vec<Count>)]),
    sent: Sent<'_>,
) -> FormPage {
    let (w, base, languages) = (visit.w, desk.base(), desk.languages());
    let fields = sent.fields.unwrap_or_else(|| fields::of_part(w, part, desk.year(), &languages));
    let parts = desk.kept.whats();
    let own = tree::branch(&parts, &part.code);
    let above = parts.iter().filter(|it| it.kind != Kind::Action && !own.contains(&it.code));
    let kind = Kind::from_code(fields.get("kind")).unwrap_or(part.kind);
    let rows = |name: &str| fields.rows(name) + MORE;
    let showing = Showing { w, year: desk.year(), base: &base, parts: &parts, far: None };
    let label = |prefix: &str, code: &'static str| (code, w.tr(&format!("{prefix}-{code}")));
    let title = stands.map_or_else(|| w.tr(&format!("plan-new-{}", kind.code())), |it| w.text(&it.what.name));
    FormPage {
        page: Page::new(visit, title.clone(), "overview"),
        crumbs: desk.crumbs(visit, part),
        title,
        action: format!("{base}/parts/{}", part.code),
        back: match (stands, part.within.as_str()) {
            (Some(it), _) => format!("{base}/parts/{}", it.what.code),
            (None, "") => base.clone(),
            (None, within) => format!("{base}/parts/{within}"),
        },
        version: sent.version.unwrap_or_else(|| stands.map_or(0, |it| it.version)),
        languages: languages.iter().map(|lang| (lang.clone(), tongue(lang))).collect(),
        kinds: Kind::ALL.iter().map(|it| label("plan-kind", it.code())).collect(),
        above: above.map(|it| (it.code.clone(), w.text(&it.name))).collect(),
        roles: Role::ALL.iter().map(|it| label("plan-role", it.code())).collect(),
        sources: From::ALL.iter().map(|it| label("plan-from", it.code())).collect(),
        measures: evidence::measures().map(|it| label("measure", it.code())).collect(),
        narrowed: narrowed(w, &offered),
        unnarrowed: tree::project_of(&parts, part)
            .map(|code| offered.projects.iter().find(|it| it.0 == code).map_or(code, |it| it.1.as_str()))
            .map_or_else(|| w.tr("plan-by-all"), |name| w.of("plan-by-own", name)),
        bodies: bodies(w, &offered, &fields, languages.first().map_or("sl", String::as_str)),
        met: Met::ALL.iter().map(|it| label("plan-met", it.code())).collect(),
        left: left
            .iter()
            .map(|(it, counts)| {
                let n = i64::try_from(counts.len()).unwrap_or(i64::MAX);
                (it.code.clone(), format!("{} ({})", telling::target(w, it), w.n("plan-n-counts", n)))
            })
            .collect(),
        counted: Counted::ALL.iter().map(|it| label("plan-counted", it.code())).collect(),
        offered,
        joined: [Joined::Latest, Joined::Each, Joined::Monthly]
            .map(|it| label("plan-joined", it.code()))
            .into(),
        rules: Rule::ALL.iter().map(|it| label("plan-rule-name", it.code())).collect(),
        funded: kind.is_funded(),
        is_action: kind == Kind::Action,
        aims: rows("aims"),
        partners: rows("partners"),
        steps: rows("steps"),
        targets: rows("targets"),
        more_from: fields.rows("targets").max(1),
        clash: sent.theirs.map(|it| (by(w, &desk.unit, it, "change-meanwhile"), showing.block(&it.what, 2))),
        problems: fields::named(w, told(w, sent.wrong)),
        fields,
    }
}

/// A part that is not there yet, as somebody is about to write it.
fn blank(desk: &Desk, code: &str, wanted: &Wanted) -> Result<Part> {
    let code = crate::units::code(code).map_err(|_| AppError::NotFound)?;
    if desk.kept.taken_out(&code).is_some() {
        return Err(AppError::NotFound);
    }
    let kind = Kind::from_code(&wanted.kind).unwrap_or(Kind::Area);
    let within = desk.kept.part(&wanted.within).map_or_else(String::new, |it| it.what.code.clone());
    Ok(Part { kind, code, within, name: Text18::default(), says: Says::default() })
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<Four>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let stands = desk.kept.part(&at.3);
    let part = match stands {
        Some(it) => it.what.clone(),
        None => blank(&desk, &at.3, &wanted)?,
    };
    let offered = known::offered(&app, visit.w, &desk.unit).await?;
    let version = stands.map_or(0, |it| it.version);
    let left = codes::left(&app, &desk.unit, &desk.kept, &part.code, version).await?;
    Ok(render(&form_page(&visit, &desk, &part, stands, (offered, &left), Sent::default()))?.into_response())
}

pub async fn save(Filled { app, visit, at, fields }: Filled<Four>) -> Result<Response> {
    let desk = Desk::find(&app, &visit, (&at.0, &at.1, &at.2), true).await?;
    let languages = desk.languages();
    let base: i64 = fields.get("version").parse().map_err(|_| AppError::Invalid("error-garbled"))?;
    let left = codes::left(&app, &desk.unit, &desk.kept, &at.3, base).await?;
    let left_codes: Vec<String> = left.iter().map(|(it, _)| it.code.clone()).collect();
    let typed = compact(&fields, &languages, &left_codes);
    let mut reader = Reader::knowing(Some(known::known(&app, &desk.unit).await?));
    // Of the version that whoever typed had before them: sent again, new targets have the same codes.
    let used = codes::used_by(&app, &desk.unit, &desk.kept, &at.3, base).await?;
    let part = reading::part(&mut reader, &fields::piece(&typed, &languages, &at.3, &used), desk.year());
    let stands = desk.kept.part(&at.3);
    let mut wrong: Vec<Wrong> = reader.problems.iter().map(|it| beside(it, &languages)).collect();
    if wrong.is_empty() {
        let mut wanted = desk.kept.plan();
        wanted.parts.iter_mut().filter(|it| it.code == part.code).for_each(|it| it.clone_from(&part));
        let went = !hanging(&app, &desk.unit, Some(&desk.kept), &wanted).await?.is_empty();
        match making::save_part(&app, visit.me()?, &desk.unit, desk.year(), (base, &part)).await? {
            Saved::Done => {
                let seen = if went { "?saved=1" } else { "" };
                return Ok(desk.to(&format!("/parts/{}{seen}", part.code)));
            }
            Saved::Meanwhile(now) => {
                let sent = Sent {
                    fields: Some(typed),
                    version: Some(now.version),
                    theirs: Some(&now),
                    ..Sent::default()
                };
                let offered = known::offered(&app, visit.w, &desk.unit).await?;
                let page = form_page(&visit, &desk, &part, stands, (offered, &left), sent);
                return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
            }
            Saved::Wrong(problems) => wrong = problems.iter().map(|it| beside(it, &languages)).collect(),
        }
    }
    let sent = Sent { fields: Some(typed), version: Some(base), wrong: &wrong, ..Sent::default() };
    let offered = known::offered(&app, visit.w, &desk.unit).await?;
    let page = form_page(&visit, &desk, &part, stands, (offered, &left), sent);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}
