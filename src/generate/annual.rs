//! The annual plan of 2021 in the demonstration: the document itself, the events of its project in ten centres, and what was counted,
//! judged and dropped while half of the year went by.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::plan::mix;
use super::write::reports::somebody;
use super::{DEMONSTRATION, PLAN_OF_2021, today};
use crate::access::{Me, RoleKind};
use crate::activities::record::{self, Bulk};
use crate::activities::{self, Activity, CountMethod, Counts, Entry, Heads, Status};
use crate::app::App;
use crate::clock::{Clock, Ids};
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::{Lang, Text18, Words};
use crate::measures::Measure;
use crate::people;
use crate::plan::{self as plans, At, By, Evidence, Typed};
use crate::units::{self, Unit};
use crate::vocabulary::{self, Gender, Kind, PlaceKind, Project};

/// Held in each of ten centres by the middle of the year, and by its end: two centres have their four by then, one has none.
const EVENTS: [(usize, usize); 10] =
    [(4, 4), (4, 4), (3, 4), (3, 4), (2, 4), (2, 4), (2, 4), (1, 3), (1, 4), (0, 3)];
const PROJECT: &str = "eu-you";

/// Part, target, month and day, number, what happened.
type Counted = (&'static str, &'static str, (u32, u32), i64, &'static str);

const COUNTS: [Counted; 32] = [
    ("eu-you", "training-days", (2, 12), 2, "Dvodnevni trening na spletu, 27 prijavljenih"),
    ("eu-you", "experts", (2, 12), 27, "Seznam udeležencev treninga"),
    ("eu-you", "centres", (2, 15), 10, "Podpisani dogovori z desetimi centri"),
    ("eu-you", "handbook-events", (3, 31), 4, "Priročnik s štirimi dogodki je objavljen"),
    ("eu-you-partnerships", "organisations", (3, 29), 32, "Zaključno srečanje, pisma o nameri"),
    ("academy", "trainings", (3, 18), 1, "Digitalna orodja v mladinskem delu, na spletu"),
    ("academy", "participants", (3, 18), 24, "Prijave in prisotnost v spletni učilnici"),
    ("academy", "trainings", (5, 20), 1, "Duševno zdravje mladih, v živo"),
    ("academy", "participants", (5, 20), 19, "Lista prisotnosti"),
    ("training", "participants", (3, 18), 24, "Digitalna orodja v mladinskem delu"),
    ("training", "participants", (5, 20), 19, "Duševno zdravje mladih"),
    ("training", "experts", (5, 20), 2, "Psihologinja in svetovalec za digitalna orodja"),
    ("training", "groups", (5, 31), 3, "Začetniki, izkušeni delavci in vodje centrov"),
    ("logbook", "municipalities", (1, 15), 9, "Občine, ki sodelujejo že od lani"),
    ("assembly", "members", (4, 8), 34, "Zbor na spletu, preverjena sklepčnost"),
    ("council-sessions", "sessions", (2, 24), 1, "Redna seja, zapisnik je potrjen"),
    ("expert-council-sessions", "sessions", (3, 10), 1, "Obravnava osnutka strategije"),
    ("epidemic-consultations", "consultations", (1, 20), 1, "Delo v času zaprtja"),
    ("epidemic-consultations", "consultations", (2, 17), 1, "Pogoji za odprtje centrov"),
    ("epidemic-consultations", "consultations", (4, 21), 1, "Počitniški programi"),
    ("regional-consultations", "centres", (4, 16), 4, "Štirje centri gostitelji"),
    ("national-conference", "young-people", (6, 10), 112, "Prijave na nacionalni posvet"),
    ("preparatory-meeting", "centres", (3, 9), 10, "Pripravljalno srečanje na spletu"),
    ("video-vlogs", "vlogs", (3, 30), 5, "Objavljeni do konca marca"),
    ("solidarity", "events", (5, 6), 2, "Dva dogodka o solidarnostni enoti"),
    ("e-publications", "emama", (2, 1), 1, "Februarska številka"),
    ("e-publications", "emama", (4, 6), 1, "Aprilska številka"),
    ("e-publications", "thematic", (5, 25), 2, "Digitalno mladinsko delo in duševno zdravje"),
    ("website-and-social", "infographics", (6, 15), 6, "Po ena na mesec"),
    ("information-group", "meetings", (3, 24), 1, "Pregled komunikacijskega načrta"),
    ("dialogue", "consultations", (5, 28), 4, "Posveti v štirih regijah"),
    ("planned-projects", "own", (5, 11), 1, "Prijava strateškega partnerstva"),
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
    let letters: Vec<u64> = PROJECT.bytes().map(u64::from).collect();
    let begun = day(1, 4)?.and_time(NaiveTime::MIN).and_utc();
    let ids = Ids::seeded(mix(2021, &letters), Clock::fixed(begun));
    hold_events(app, &root, &ids, begun).await?;
    let known = Some(plans::known(app, &root).await?);
    let asked = plans::Asked { year: Some(2021), lang: "sl", known };
    let mut plan = plans::read(Words(Lang::Sl), PLAN_OF_2021.as_bytes(), &asked)
        .map_err(|wrong| AppError::Internal(format!("the plan of 2021: {wrong:?}")))?;
    // The document can be brought into any network, with this project or without.
    let targets = plan.parts.iter_mut().filter(|it| it.code == PROJECT).flat_map(|it| &mut it.says.targets);
    for target in targets.filter(|it| it.code == "events") {
        target.evidence = Some(Evidence::Measure {
            measure: Measure::ActivitiesHeld.code().to_owned(),
            of: Some((By::Project, PROJECT.to_owned())),
            within: Vec::new(),
            when: Vec::new(),
        });
    }
    let by = people::by_mail(&app.db, &format!("coordinator@{DEMONSTRATION}.example")).await?;
    let me = somebody(&root, by.or_missing()?.id, RoleKind::Coordinator);
    super::write::adoption::add(app, &root, me.id, &plan).await?;
    tell(app, &root, &me, &ids).await
}

fn refused(wrong: &[crate::form::Wrong]) -> Result<()> {
    match wrong.first() {
        None => Ok(()),
        Some(wrong) => Err(AppError::Internal(format!("{}: {}", wrong.field, wrong.key))),
    }
}

/// What was counted, judged and dropped by the middle of the year.
async fn tell(app: &App, root: &Unit, me: &Me, ids: &Ids) -> Result<()> {
    let typed = |date: NaiveDate, note: &str| Typed {
        day: date.to_string(),
        note: note.to_owned(),
        ..Typed::default()
    };
    for (part, target, (month, of), number, note) in COUNTS {
        let date = day(month, of)?;
        let typed = Typed { number: number.to_string(), ..typed(date, note) };
        let at = At { year: 2021, part, target };
        let then = on(app, date, ids);
        refused(&plans::count(&then, me, root, at, (ids.ordered(), &typed), Ok(None)).await?)?;
    }
    let date = day(5, 10)?;
    let why = typed(date, "Zaradi ukrepov ob epidemiji večdnevnih dejavnosti v centrih letos ni.");
    let at = At { year: 2021, part: "hostels", target: "stays" };
    refused(&plans::give_up(&on(app, date, ids), me, root, at, (ids.ordered(), &why)).await?)?;
    let date = day(6, 28)?;
    let judged = Typed {
        evidence: "Zapis treninga, odzivi devetih centrov po prvih dogodkih".to_owned(),
        ..typed(
            date,
            "Priročnik je napisan in uporaben: centri po njem brez dodatne pomoči pripravijo dogodek.",
        )
    };
    let of = (2021, PROJECT, plans::InWords::Quality(0));
    refused(&plans::judge(&on(app, date, ids), me, root, of, (ids.ordered(), &judged)).await?)
}

/// The events of the project, as ten centres recorded them.
async fn hold_events(app: &App, root: &Unit, ids: &Ids, begun: DateTime<Utc>) -> Result<()> {
    let network_id = root.network.id;
    let branch = units::branch(&app.db, root, today(app)).await?;
    let opened = day(1, 1)?;
    // In the order in which the network grew.
    let mut centres: Vec<&Unit> =
        branch.iter().filter(|it| it.kind == "centre" && it.opened_on <= opened).collect();
    centres.sort_by(|a, b| (a.opened_on, &a.code).cmp(&(b.opened_on, &b.code)));
    let project = Project {
        id: ids.ordered(),
        code: PROJECT.to_owned(),
        name: Text18::two("EU YOU", "EU YOU"),
        from_on: opened,
        until_on: NaiveDate::from_ymd_opt(2022, 1, 1),
        programme: Some("JUST, REC".to_owned()),
        owner_unit_id: root.id,
    };
    let mut tx = app.db.begin().await?;
    vocabulary::insert_project(&mut tx, network_id, &project).await?;
    let mut week = Vec::new();
    for (n, (unit, (by_june, by_december))) in centres.iter().zip(EVENTS).enumerate() {
        let activity = activity(unit, project.id, ids.ordered(), opened);
        activities::insert_activity(&mut tx, network_id, &activity).await?;
        for at in 0..by_december {
            let date = held_on(n, at, by_june)?;
            week.push(entry(unit, &activity, date, (ids.ordered(), n + at))?);
        }
    }
    let bulk = Bulk { by: None, at: begun, entries: week };
    record::write_all(&mut tx, network_id, &[bulk]).await?;
    Ok(tx.commit().await?)
}

/// The n-th centre's events are spread over spring and autumn, each on a day of its own.
fn held_on(centre: usize, at: usize, by_june: usize) -> Result<NaiveDate> {
    let place = |n: usize| u32::try_from(n).unwrap_or(0);
    if at < by_june {
        day(3 + place(at), 3 + 2 * place(centre))
    } else {
        day(9 + place(at - by_june).min(2), 4 + 2 * place(centre) + place(at))
    }
}

fn activity(unit: &Unit, project: Uuid, id: Uuid, from_on: NaiveDate) -> Activity {
    Activity {
        id,
        unit_id: unit.id,
        code: "eu-you-dogodki".to_owned(),
        name: Text18::two("Dogodki EU YOU", "EU YOU events"),
        kind: Kind::Event,
        place_kind: PlaceKind::OnSite,
        main_tag: None,
        main_field: None,
        project: Some(project),
        place: None,
        from_on,
        until_on: NaiveDate::from_ymd_opt(2022, 1, 1),
        default_start_min: Some(17 * 60),
        default_duration_min: Some(120),
        version: 1,
        terms: Vec::new(),
        weekdays: Vec::new(),
        week_from: from_on,
        former: Vec::new(),
    }
}

fn entry(unit: &Unit, activity: &Activity, date: NaiveDate, (id, n): (Uuid, usize)) -> Result<Entry> {
    let times = activities::lasting(unit.zone, date, Some(17 * 60), 120)
        .map_err(|error| AppError::Internal(format!("{date}: {error:?}")))?;
    let total = 12 + i64::try_from(n * 5 % 11).unwrap_or(0);
    let heads = Heads {
        total,
        gender: [(Gender::Girl, total / 2), (Gender::Boy, total - total / 2)].into(),
        age: [("15-18".to_owned(), total - 4), ("19-24".to_owned(), 4)].into(),
    };
    Ok(Entry {
        id,
        unit_id: unit.id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: None,
        main_field: None,
        project: activity.project,
        terms: Vec::new(),
        status: Status::Held,
        cancel_reason: None,
        local_date: date,
        start_min: times.start_min,
        duration_min: times.duration_min,
        zone: unit.zone.name().to_owned(),
        start_at: times.start_at,
        created_min: 0,
        counts: Counts { participant: Some(heads), ..Counts::default() },
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: CountMethod::Counted,
        copied_counts: false,
        series_id: None,
        note: None,
        deleted: false,
    })
}
