//! What stands beside an entry, on its own page and on the one after saving it: a form while nothing is answered, then the
//! answers.

use askama::Template;
use uuid::Uuid;

use super::entry::{Field, form_field, step, texts_read};
use crate::access::Act;
use crate::activities::Stored;
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::reflections::answer::Said;
use crate::reflections::answering::{self, Asked};
use crate::reflections::set::Scale;
use crate::reflections::store::answers;
use crate::units::Unit;
use crate::web::{Visit, icon};

/// A question with what was answered.
struct Line {
    words: String,
    says: String,
    who: String,
    is_text: bool,
}

#[derive(Template)]
#[template(path = "reflections/web/beside.html")]
struct BesidePart {
    w: Words,
    base: String,
    action: String,
    command: Uuid,
    /// Where one goes on to.
    back_to: &'static str,
    fields: Vec<Field>,
    lines: Vec<Line>,
    may_answer: bool,
    /// How many have no answer; none where all have.
    open: Option<String>,
}

/// What stands beside an entry.
pub struct Beside {
    /// The part of the page; nothing where nothing is asked.
    pub html: String,
    /// That there are questions nobody has answered yet, for whoever may answer.
    pub asks: Option<String>,
}

async fn line(app: &App, w: Words, unit: &Unit, it: &Asked, may_read: bool) -> Result<Option<Line>> {
    let Some(answer) = it.given() else { return Ok(None) };
    let called = match answer.by {
        Some(person) => answers::called(&app.db, person).await?,
        None => None,
    };
    let says = match answer.said() {
        Said::Step(n) => step(w, &it.question, n),
        Said::Words(text) if may_read => text,
        Said::Words(_) => w.tr("reflection-text-hidden"),
        Said::Nothing | Said::Removed => w.tr("reflection-text-removed"),
    };
    let on = crate::clock::Day::Now(answer.at).in_zone(unit.zone);
    let who = called.unwrap_or_else(|| w.tr("entry-nobody"));
    Ok(Some(Line {
        words: w.text(&it.question.words),
        says,
        who: format!("{who}, {}", w.date(on)),
        is_text: it.question.scale == Scale::Text,
    }))
}

/// The part of a page about an entry: a form while nothing is answered, then the answers. `back_to` names the page of the
/// entry to come back to ("" or "saved").
pub async fn beside(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    stored: &Stored,
    back_to: &'static str,
) -> Result<Beside> {
    let (w, me, place) = (visit.w, visit.me()?, unit.as_place());
    let entry = &stored.entry;
    let asked = answering::asked_of(&app.db, unit.network.id, entry).await?;
    if asked.is_empty() {
        return Ok(Beside { html: String::new(), asks: None });
    }
    let (may_read, may_answer) = (me.may(Act::ReadNotes, &place), me.may(Act::Record, &place));
    if may_read {
        texts_read(app, me, unit, entry.id, &asked).await?;
    }
    let mut lines = Vec::new();
    for it in &asked {
        lines.extend(line(app, w, unit, it, may_read).await?);
    }
    let open = asked.iter().filter(|it| it.given().is_none()).count();
    let open = i64::try_from(open).unwrap_or(i64::MAX);
    let empty = lines.is_empty() && may_answer;
    let part = BesidePart {
        w,
        base: unit.address(),
        action: format!("{}/entries/{}/reflections", unit.address(), entry.id),
        command: app.ids.ordered(),
        back_to,
        fields: if empty {
            asked.iter().map(|it| form_field(w, it, None, &[])).collect()
        } else {
            Vec::new()
        },
        lines,
        may_answer,
        open: (open > 0).then(|| w.n("reflection-open", open)),
    };
    let asks = (open > 0 && may_answer).then(|| w.n("reflection-ask", open));
    Ok(Beside { html: part.render()?, asks })
}

/// For the template.
impl BesidePart {
    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }
}
