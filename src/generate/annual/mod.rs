//! The annual plan of 2021 in the demonstration: the document itself, told where its numbers come from, and what was counted, judged
//! and dropped while the year went by.

mod counts;
mod words;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use self::counts::{COUNTS, IN_THE_MEDIA};
use self::words::JUDGED;
use super::plan::mix;
use super::projects::{self, CONSULTATION, EU_YOU};
use super::write::adoption::INFORMATION_GROUP;
use super::write::reports::somebody;
use super::{DEMONSTRATION, PLAN_OF_2021, today};
use crate::access::{Me, RoleKind};
use crate::app::App;
use crate::bodies;
use crate::clock::{Clock, Ids};
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::{Lang, Words};
use crate::measures::Measure;
use crate::people;
use crate::plan::{self as plans, At, By, Evidence, Part, Typed};
use crate::units::{self, Unit};

/// Parts of the document that are projects of the network by the same code.
const OF_PROJECTS: [&str; 5] = ["solidarity-corps", "be-a-hero", EU_YOU, "mladokracija", "reural-europe"];

/// Part, target, what of the entries it is, and of which month alone.
type Filled = (&'static str, &'static str, Measure, Option<(By, &'static str)>, Option<&'static str>);

/// What fills itself: the document leaves that out, and can be brought into a network that has nothing of it. What is of the project
/// that the plan names goes without saying.
const FILLED: [Filled; 12] = [
    (EU_YOU, "events", Measure::ActivitiesHeld, None, None),
    ("solidarity", "events", Measure::ActivitiesHeld, None, None),
    ("heroes-in-pyjamas", "events", Measure::ActivitiesHeld, Some((By::Project, "heroes-in-pyjamas")), None),
    ("hero-multiplier", "events", Measure::ActivitiesHeld, None, None),
    ("hero-multiplier", "participants", Measure::Participants, None, None),
    ("dialogue", "consultations", Measure::ActivitiesHeld, Some((By::Tag, CONSULTATION)), None),
    ("dialogue", "conference", Measure::Participants, Some((By::Project, "mladokracija")), Some("2021-06")),
    ("mladokracija", "consultations", Measure::ActivitiesHeld, Some((By::Tag, CONSULTATION)), None),
    ("national-conference", "young-people", Measure::Participants, None, Some("2021-06")),
    ("closing-evaluation", "participants", Measure::Participants, None, Some("2021-09")),
    ("information-stand", "events", Measure::ActivitiesHeld, None, None),
    ("information-stand", "participants", Measure::Participants, None, None),
];

/// Part, target, whose meetings, and of which one alone, what of them, in which months.
type Met = (&'static str, &'static str, bodies::Kind, &'static str, plans::Met, &'static str);

/// What bodies wrote down of their meetings.
const MET: [Met; 4] = [
    ("council-sessions", "sessions", bodies::Kind::Council, "", plans::Met::Meetings, ""),
    ("expert-council-sessions", "sessions", bodies::Kind::ExpertCouncil, "", plans::Met::Meetings, ""),
    ("assembly", "members", bodies::Kind::Assembly, "", plans::Met::Present, "2021-03/2021-04"),
    (
        "information-group",
        "meetings",
        bodies::Kind::WorkingGroup,
        INFORMATION_GROUP.0,
        plans::Met::Meetings,
        "",
    ),
];

fn day(month: u32, day: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(2021, month, day).ok_or_else(|| AppError::Internal("no such day".into()))
}

/// The program on the evening of a day of that year.
fn on(app: &App, date: NaiveDate, ids: &Ids) -> App {
    let at = date.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(17);
    App::new(app.db.clone(), Clock::fixed(at), ids.clone(), app.settings.clone())
}

/// Brings the plan into the demonstration's network, with its year.
pub async fn bring(app: &App) -> Result<()> {
    let root = units::network_named(&app.db, DEMONSTRATION, today(app)).await?.or_missing()?;
    let letters: Vec<u64> = EU_YOU.bytes().map(u64::from).collect();
    let begun = day(1, 4)?.and_time(NaiveTime::MIN).and_utc();
    let ids = Ids::seeded(mix(2021, &letters), Clock::fixed(begun));
    let mut centres = projects::hold(app, &root, &ids, begun).await?;
    let known = Some(plans::known(app, &root).await?);
    let asked = plans::Asked { year: Some(2021), lang: "sl", known };
    let mut plan = plans::read(Words(Lang::Sl), PLAN_OF_2021.as_bytes(), &asked)
        .map_err(|wrong| AppError::Internal(format!("the plan of 2021: {wrong:?}")))?;
    centres.sort();
    fill(&mut plan.parts, &centres)?;
    let by = people::by_mail(&app.db, &format!("coordinator@{DEMONSTRATION}.example")).await?;
    let me = somebody(&root, by.or_missing()?.id, RoleKind::Coordinator);
    super::write::adoption::add(app, &root, me.id, &plan).await?;
    tell(app, &root, &me, &ids).await
}

/// Says which projects of the network are meant, and where numbers come from. `centres`: the ten that take part in the events.
fn fill(parts: &mut [Part], centres: &[String]) -> Result<()> {
    for part in parts.iter_mut().filter(|it| OF_PROJECTS.contains(&it.code.as_str())) {
        part.says.project.clone_from(&part.code);
    }
    for (part, target, measure, of, month) in FILLED {
        let it = parts.iter_mut().find(|it| it.code == part).or_missing()?;
        let it = it.says.targets.iter_mut().find(|it| it.code == target).or_missing()?;
        let when = month.map_or(Some(Vec::new()), |month| plans::read_when(month, 2021)).or_missing()?;
        it.evidence = Some(Evidence::Measure {
            measure: measure.code().to_owned(),
            of: of.map(|(by, code)| (by, code.to_owned())),
            within: if it.each.is_some() { centres.to_vec() } else { Vec::new() },
            when,
        });
    }
    for (part, target, body, name, of, months) in MET {
        let it = parts.iter_mut().find(|it| it.code == part).or_missing()?;
        let it = it.says.targets.iter_mut().find(|it| it.code == target).or_missing()?;
        let when = plans::read_when(months, 2021).or_missing()?;
        let (name, counted) = (name.to_owned(), plans::Joined::default());
        it.evidence = Some(Evidence::Meetings { body, name, of, counted, when });
    }
    Ok(())
}

fn refused(wrong: &[crate::form::Wrong]) -> Result<()> {
    match wrong.first() {
        None => Ok(()),
        Some(wrong) => Err(AppError::Internal(format!("{}: {}", wrong.field, wrong.key))),
    }
}

/// What was counted, judged and dropped, on the evening of its day.
async fn tell(app: &App, root: &Unit, me: &Me, ids: &Ids) -> Result<()> {
    let typed = |date: NaiveDate, note: &str| Typed {
        day: date.to_string(),
        note: note.to_owned(),
        ..Typed::default()
    };
    let in_the_media =
        IN_THE_MEDIA.into_iter().map(|(on, note)| ("informing-members", "media", on, 1, "", note));
    for (part, target, (month, of), number, unit, note) in COUNTS.into_iter().chain(in_the_media) {
        let date = day(month, of)?;
        let typed = Typed { number: number.to_string(), unit: unit.to_owned(), ..typed(date, note) };
        let at = At { year: 2021, part, target };
        let then = on(app, date, ids);
        refused(&plans::count(&then, me, root, at, (ids.ordered(), &typed), Ok(None)).await?)?;
    }
    let date = day(5, 10)?;
    let why = typed(date, "Zaradi ukrepov ob epidemiji večdnevnih dejavnosti v centrih letos ni.");
    let at = At { year: 2021, part: "hostels", target: "stays" };
    refused(&plans::give_up(&on(app, date, ids), me, root, at, (ids.ordered(), &why)).await?)?;
    for (part, of, (month, of_month), says, evidence) in JUDGED {
        let date = day(month, of_month)?;
        let typed = Typed { evidence: evidence.to_owned(), ..typed(date, says) };
        let then = on(app, date, ids);
        refused(&plans::judge(&then, me, root, (2021, part, of), (ids.ordered(), &typed)).await?)?;
    }
    Ok(())
}
