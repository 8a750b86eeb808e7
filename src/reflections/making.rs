//! Making and changing sets of questions: for whoever builds the unit.

use uuid::Uuid;

use super::set::{MOST, Question, Set};
use super::store::sets as store;
use super::typed::{TypedQuestion, TypedSet};
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::i18n::Text18;
use crate::units::Unit;

/// One at a time: a question must not be mended in the moment it is answered.
pub const CHANGING: i64 = 0x7265_666c;

/// Done, or what is wrong.
pub type Done = std::result::Result<(), Vec<Wrong>>;

async fn on_record(app: &App, tx: &mut Tx, me: &Me, unit: &Unit, what: &str) -> Result<()> {
    put_on_record_in(app, tx, me.id, "change_reflections", what, &unit.network.id, &unit.id).await
}

/// The problems of one of several forms on a page, told apart by its key.
pub fn of_form(key: &str, wrong: Vec<Wrong>) -> Vec<Wrong> {
    wrong.into_iter().map(|it| Wrong { field: format!("{key}-{}", it.field), ..it }).collect()
}

/// A question of a form that makes a set: the form's key for it, its id, what was typed.
pub type Asked = (String, Uuid, TypedQuestion);

/// Makes a set of this unit. Its id is made by the page: the form sent twice makes one.
pub async fn create(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    typed: &TypedSet,
    questions: &[Asked],
) -> Result<Done> {
    me.allow(Act::Build, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    if let Some(there) = store::find(&mut tx, network_id, id).await? {
        return if there.unit_id == unit.id { Ok(Ok(())) } else { Err(AppError::Conflict) };
    }
    let blank = Set {
        id,
        unit_id: unit.id,
        name: Text18::default(),
        kinds: Vec::new(),
        from_on: unit.opened_on,
        until_on: None,
        questions: Vec::new(),
    };
    let mut wrong = Vec::new();
    let mut set = typed.set(&blank).map_err(|found| wrong.extend(found)).ok();
    let from_on = set.as_ref().map_or(unit.opened_on, |set| set.from_on);
    let mut asked = Vec::new();
    for (key, question_id, typed) in questions.iter().filter(|(_, _, typed)| !typed.is_blank()) {
        match typed.question(*question_id, id, asked.len(), from_on) {
            Ok(question) => asked.push(question),
            Err(found) => wrong.extend(of_form(key, found)),
        }
    }
    if asked.is_empty() && wrong.iter().all(|it| !it.field.contains('-')) {
        let first = questions.first().zip(unit.network.languages.first());
        let field = first.map_or_else(String::new, |((key, _, _), lang)| format!("{key}-name_{lang}"));
        wrong.push(Wrong::new(&field, "reflection-words-missing"));
    }
    match &mut set {
        Some(set) if wrong.is_empty() => {
            set.questions = asked;
            store::insert(&mut tx, network_id, set, Some(me.id), app.clock.now()).await?;
        }
        _ => return Ok(Err(wrong)),
    }
    on_record(app, &mut tx, me, unit, &format!("add set {id}")).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The set, if it is this unit's.
async fn of_unit(tx: &mut Tx, unit: &Unit, id: Uuid) -> Result<Set> {
    let set = store::find(tx, unit.network.id, id).await?.or_missing()?;
    if set.unit_id == unit.id { Ok(set) } else { Err(AppError::NotFound) }
}

/// Begins a change of a set: alone, and allowed.
async fn begin(app: &App, me: &Me, unit: &Unit, id: Uuid) -> Result<(Tx, Set)> {
    me.allow(Act::Build, &unit.as_place())?;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let set = of_unit(&mut tx, unit, id).await?;
    Ok((tx, set))
}

async fn keep(app: &App, mut tx: Tx, me: &Me, unit: &Unit, set: &Set, what: &str) -> Result<()> {
    store::update(&mut tx, unit.network.id, set).await?;
    on_record(app, &mut tx, me, unit, what).await?;
    Ok(tx.commit().await?)
}

/// Changes what a set is called, what it asks about, and when.
pub async fn change(app: &App, me: &Me, unit: &Unit, id: Uuid, typed: &TypedSet) -> Result<Done> {
    let (tx, set) = begin(app, me, unit, id).await?;
    match typed.set(&set) {
        Ok(changed) if changed == set => Ok(Ok(())),
        Ok(changed) => {
            keep(app, tx, me, unit, &changed, &format!("change set {id}")).await?;
            Ok(Ok(()))
        }
        Err(wrong) => Ok(Err(wrong)),
    }
}

/// The day from which a question that is added now is asked.
fn from_now(app: &App, unit: &Unit, set: &Set) -> chrono::NaiveDate {
    app.clock.today(unit.zone).max(set.from_on)
}

pub async fn add(
    app: &App,
    me: &Me,
    unit: &Unit,
    set_id: Uuid,
    id: Uuid,
    typed: &TypedQuestion,
) -> Result<Done> {
    let (tx, mut set) = begin(app, me, unit, set_id).await?;
    if set.question(id).is_some() {
        return Ok(Ok(()));
    }
    if set.standing().count() >= MOST {
        let field = unit.network.languages.first().map_or_else(String::new, |lang| format!("name_{lang}"));
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        return Ok(Err(vec![Wrong::new(&field, "reflection-many").arg("n", most)]));
    }
    let last = set.standing().count();
    match typed.question(id, set_id, last, from_now(app, unit, &set)) {
        Ok(question) => {
            set.questions.push(question);
            set.place(id, last);
            keep(app, tx, me, unit, &set, &format!("add question {id}")).await?;
            Ok(Ok(()))
        }
        Err(wrong) => Ok(Err(wrong)),
    }
}

/// Mends a question that nobody has answered; else retires it and asks another one, `new`, in its place.
pub async fn reword(
    app: &App,
    me: &Me,
    unit: &Unit,
    (set_id, id, new): (Uuid, Uuid, Uuid),
    typed: &TypedQuestion,
) -> Result<Done> {
    let (mut tx, mut set) = begin(app, me, unit, set_id).await?;
    let before = set.question(id).or_missing()?.clone();
    if set.question(new).is_some() {
        return Ok(Ok(()));
    }
    if before.retired_on.is_some() {
        return Err(AppError::Invalid("reflection-retired-already"));
    }
    let (words, scale) = match typed.read(&before.words) {
        Ok(read) => read,
        Err(wrong) => return Ok(Err(wrong)),
    };
    if (&words, scale) == (&before.words, before.scale) {
        return Ok(Ok(()));
    }
    let counts = store::answered(&mut tx, unit.network.id, set_id).await?;
    let answered = counts.iter().any(|(question, _)| *question == id);
    let today = from_now(app, unit, &set);
    let at = set.standing().position(|it| it.id == id).unwrap_or_default();
    for question in set.questions.iter_mut().filter(|it| it.id == id) {
        if answered {
            question.retired_on = Some(today);
        } else {
            (question.words, question.scale) = (words.clone(), scale);
        }
    }
    if answered {
        let (from_on, replaces) = (today, Some(id));
        set.questions.push(Question { id: new, words, scale, from_on, retired_on: None, replaces, ..before });
        set.place(new, at);
    }
    keep(app, tx, me, unit, &set, &format!("change question {id}")).await?;
    Ok(Ok(()))
}

/// Asks a question no longer from today on.
pub async fn retire(app: &App, me: &Me, unit: &Unit, set_id: Uuid, id: Uuid) -> Result<()> {
    let (tx, mut set) = begin(app, me, unit, set_id).await?;
    let today = from_now(app, unit, &set);
    let question = set.questions.iter_mut().find(|it| it.id == id).or_missing()?;
    if question.retired_on.is_some() {
        return Ok(());
    }
    question.retired_on = Some(today);
    keep(app, tx, me, unit, &set, &format!("retire question {id}")).await
}

/// Asks a retired question again: the very one, where it was retired today; else the same words in a question of its own from
/// today on (`new`), for on the days between nobody was asked.
pub async fn bring_back(
    app: &App,
    me: &Me,
    unit: &Unit,
    (set_id, id, new): (Uuid, Uuid, Uuid),
) -> Result<()> {
    let (tx, mut set) = begin(app, me, unit, set_id).await?;
    let before = set.question(id).or_missing()?.clone();
    let Some(retired_on) = before.retired_on else { return Ok(()) };
    // Another one stands, or stood, in its place: sent twice, or there is nothing to bring back.
    if set.questions.iter().any(|it| it.id == new || it.replaces == Some(id)) {
        return Ok(());
    }
    let last = set.standing().count();
    if last >= MOST {
        return Err(AppError::Invalid("reflection-full"));
    }
    let today = from_now(app, unit, &set);
    if retired_on >= today {
        set.questions.iter_mut().filter(|it| it.id == id).for_each(|it| it.retired_on = None);
        set.place(id, last);
    } else {
        let (from_on, replaces) = (today, Some(id));
        set.questions.push(Question { id: new, from_on, retired_on: None, replaces, ..before });
        set.place(new, last);
    }
    keep(app, tx, me, unit, &set, &format!("return question {id}")).await
}

/// Puts a question at a place among those that are asked, counted from 0.
pub async fn place(app: &App, me: &Me, unit: &Unit, (set_id, id): (Uuid, Uuid), at: usize) -> Result<()> {
    let (tx, mut set) = begin(app, me, unit, set_id).await?;
    set.question(id).or_missing()?;
    let before = set.clone();
    set.place(id, at);
    if set == before {
        return Ok(());
    }
    keep(app, tx, me, unit, &set, &format!("order questions of {set_id}")).await
}
