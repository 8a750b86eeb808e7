//! Counting by hand, judging in words, and no longer pursuing a target. Whoever writes the plan does it; everything says who
//! and when, and stays.

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::adoption::holding;
use super::document::{Joined, Part, Target};
use super::in_words::InWords;
use super::making;
use super::store::counts::{self, Count, Dropped, Judgement};
use super::store::{self, By};
use crate::access::{Act, Me};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::files::{self, Unreadable};
use crate::form::{Wrong, whole};
use crate::units::Unit;

/// The longest note, reason and judgement, in characters.
pub const LONGEST: usize = 2_000;
/// The most that is counted at once.
const MOST: i64 = 1_000_000;

/// What proves a count.
#[derive(Clone, Debug)]
pub struct Proof {
    /// jpeg, pdf
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// Reads what somebody chose: a picture, written anew from its points, or a PDF, told by its first bytes. None where nothing was
/// chosen: then it has no name either.
pub async fn proof(name: &str, bytes: Vec<u8>) -> Result<std::result::Result<Option<Proof>, Unreadable>> {
    if name.is_empty() && bytes.is_empty() {
        return Ok(Ok(None));
    }
    if bytes.len() <= files::MOST_BYTES && bytes.starts_with(b"%PDF-") {
        return Ok(Ok(Some(Proof { kind: "pdf", bytes })));
    }
    Ok(files::read(bytes).await?.map(|photo| Some(Proof { kind: "jpeg", bytes: photo.large })))
}

/// A count, a judgement, or that a target is pursued no more, as somebody typed it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub day: String,
    pub number: String,
    pub note: String,
    pub unit: String,
    pub evidence: String,
}

/// What became of it: what is wrong; nothing: it is kept.
pub type Told = Vec<Wrong>;

fn day(typed: &Typed, year: i32, today: NaiveDate, wrong: &mut Told) -> NaiveDate {
    let day: Option<NaiveDate> = typed.day.trim().parse().ok();
    match day {
        None => wrong.push(Wrong::new("day", "plan-day-missing")),
        Some(day) if day > today => wrong.push(Wrong::new("day", "plan-day-future")),
        Some(day) if day.year() != year => {
            wrong.push(Wrong::new("day", "plan-day-year").arg("it", year.to_string()));
        }
        Some(_) => {}
    }
    day.unwrap_or(today)
}

fn words(field: &str, text: &str, missing: Option<&'static str>, wrong: &mut Told) -> String {
    let text = crate::form::lines(text);
    match missing {
        Some(key) if text.is_empty() => wrong.push(Wrong::new(field, key)),
        _ if text.chars().count() > LONGEST => {
            let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            wrong.push(Wrong::new(field, "plan-wrong-long").arg("n", most));
        }
        _ => {}
    }
    text
}

/// Which target of which plan.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    pub year: i32,
    pub part: &'a str,
    pub target: &'a str,
}

/// The plan, and the target as it is told; one that is not adopted yet as it stands. An adopted one is kept account of until the change
/// that takes it out is recorded.
async fn target(app: &App, unit: &Unit, at: At<'_>) -> Result<(Uuid, Target)> {
    let kept = making::find(app, unit, at.year).await?.or_missing()?;
    let today = app.clock.today(unit.network.zone);
    let told = holding::on(&app.db, unit, &kept, today).await?.plan;
    let of = |part: &Part| part.says.targets.iter().find(|it| it.code == at.target).cloned();
    let found = told.part(at.part).and_then(of).or_else(|| of(&kept.part(at.part)?.what));
    Ok((kept.held.id, found.or_missing()?))
}

fn by(app: &App, me: &Me) -> By {
    By { person: Some(me.id), at: app.clock.now() }
}

/// Keeps a count. Sent again, it is there once.
pub async fn count(
    app: &App,
    me: &Me,
    unit: &Unit,
    at: At<'_>,
    (id, typed): (Uuid, &Typed),
    proof: std::result::Result<Option<Proof>, Unreadable>,
) -> Result<Told> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let (plan_id, target) = target(app, unit, at).await?;
    let mut wrong = Told::new();
    let day = day(typed, at.year, app.clock.today(unit.network.zone), &mut wrong);
    // To what is added together nothing adds nothing; of what stands by itself it is a number like others.
    let (least, key) = match target.joined() {
        Joined::Sum | Joined::Monthly => (1, "plan-count-number"),
        Joined::Latest | Joined::Each => (0, "plan-wrong-number"),
    };
    let number = whole(&typed.number).filter(|n| (least..=MOST).contains(n));
    if number.is_none() {
        wrong.push(Wrong::new("number", key));
    }
    let note = words("note", &typed.note, Some("plan-count-note-missing"), &mut wrong);
    // Where each unit has a number of its own, a count of no unit would be nobody's.
    let missing = target.each.map(|_| "plan-count-unit-missing");
    let whose = words("unit", &typed.unit, missing, &mut wrong);
    let proof = proof.unwrap_or_else(|why| {
        let key = match why {
            Unreadable::Other => "plan-count-file-other",
            Unreadable::Empty => "plan-count-file-empty",
            why => why.key(),
        };
        wrong.push(Wrong::new("file", key));
        None
    });
    let Some(number) = number.filter(|_| wrong.is_empty()) else { return Ok(wrong) };
    let it = Count {
        id,
        part: at.part.to_owned(),
        target: at.target.to_owned(),
        day,
        number,
        note,
        unit: crate::form::tidy(&whose),
        by_name: String::new(),
        made_at: app.clock.now(),
        taken_name: String::new(),
        taken_at: None,
        file: String::new(),
    };
    let mut tx = app.db.begin().await?;
    let key = (unit.network.id, plan_id);
    if !counts::insert_count(&mut tx, key, &it, by(app, me)).await? {
        let known = counts::count(&mut tx, key.0, plan_id, id).await?;
        let same = known.is_some_and(|known| {
            (&known.part, &known.target, known.day, known.number, &known.note, &known.unit)
                == (&it.part, &it.target, it.day, it.number, &it.note, &it.unit)
        });
        return if same { Ok(Told::new()) } else { Err(AppError::Conflict) };
    }
    if let Some(proof) = proof {
        let sha256: String = Sha256::digest(&proof.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        counts::insert_file(&mut tx, key.0, id, (proof.kind, &proof.bytes, &sha256)).await?;
    }
    tx.commit().await?;
    Ok(Told::new())
}

/// Takes a count back. It stays, with who and when. (part, target) that it was of.
pub async fn take_back(app: &App, me: &Me, unit: &Unit, year: i32, id: Uuid) -> Result<(String, String)> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let held = store::of_year(&app.db, unit, year).await?.or_missing()?;
    let it = counts::count(&app.db, unit.network.id, held.id, id).await?.or_missing()?;
    let mut tx = app.db.begin().await?;
    counts::take_back(&mut tx, (unit.network.id, held.id), id, by(app, me)).await?;
    tx.commit().await?;
    Ok((it.part, it.target))
}

/// Puts down that a target is pursued no more, with the reason.
pub async fn give_up(
    app: &App,
    me: &Me,
    unit: &Unit,
    at: At<'_>,
    (id, typed): (Uuid, &Typed),
) -> Result<Told> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let (plan_id, _) = target(app, unit, at).await?;
    let mut wrong = Told::new();
    let day = day(typed, at.year, app.clock.today(unit.network.zone), &mut wrong);
    let reason = words("note", &typed.note, Some("plan-drop-missing"), &mut wrong);
    if !wrong.is_empty() {
        return Ok(wrong);
    }
    let it = Dropped {
        id,
        part: at.part.to_owned(),
        target: at.target.to_owned(),
        reason,
        day,
        by_name: String::new(),
        made_at: app.clock.now(),
        back_name: String::new(),
        back_at: None,
    };
    let mut tx = app.db.begin().await?;
    counts::insert_drop(&mut tx, (unit.network.id, plan_id), &it, by(app, me)).await?;
    tx.commit().await?;
    Ok(wrong)
}

/// Puts down that a target is pursued again.
pub async fn pursue(app: &App, me: &Me, unit: &Unit, at: At<'_>) -> Result<()> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let (plan_id, _) = target(app, unit, at).await?;
    let mut tx = app.db.begin().await?;
    counts::pursue(&mut tx, (unit.network.id, plan_id), (at.part, at.target), by(app, me)).await?;
    Ok(tx.commit().await?)
}

/// Keeps a judgement of an indicator in words, as it is worded now.
pub async fn judge(
    app: &App,
    me: &Me,
    unit: &Unit,
    (year, part, of): (i32, &str, InWords),
    (id, typed): (Uuid, &Typed),
) -> Result<Told> {
    me.allow(Act::WritePlan, &unit.as_place())?;
    let kept = making::find(app, unit, year).await?.or_missing()?;
    let wording = of.wording(&kept.part(part).or_missing()?.what).or_missing()?;
    let mut wrong = Told::new();
    let day = day(typed, year, app.clock.today(unit.network.zone), &mut wrong);
    let said = words("note", &typed.note, Some("plan-judge-missing"), &mut wrong);
    let evidence = words("evidence", &typed.evidence, None, &mut wrong);
    if !wrong.is_empty() {
        return Ok(wrong);
    }
    let it = Judgement {
        id,
        part: part.to_owned(),
        position: of.position(),
        wording,
        words: said,
        evidence,
        day,
        by_name: String::new(),
        made_at: app.clock.now(),
    };
    let mut tx = app.db.begin().await?;
    counts::insert_judgement(&mut tx, (unit.network.id, kept.held.id), &it, by(app, me)).await?;
    tx.commit().await?;
    Ok(wrong)
}
