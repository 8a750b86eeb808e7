//! What centres of the demonstration did in the network's projects of 2021: the events that its annual plan counts.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::today;
use crate::activities::record::{self, Bulk};
use crate::activities::{self, Activity, CountMethod, Counts, Entry, Heads};
use crate::app::App;
use crate::clock::Ids;
use crate::error::{AppError, Result};
use crate::i18n::Text18;
use crate::units::{self, Unit};
use crate::vocabulary::{self, Gender, Kind, PlaceKind, Project, Vocabulary};

pub const EU_YOU: &str = "eu-you";
/// The tag of regional consultations.
pub const CONSULTATION: &str = "consultation";

/// Held in each of ten centres by the middle of the year, and by its end: two centres have their four by then, one has none.
const EVENTS: [(usize, usize); 10] =
    [(4, 4), (4, 4), (3, 4), (3, 4), (2, 4), (2, 4), (2, 4), (1, 3), (1, 4), (0, 3)];

/// Code, name in Slovene and English, who pays.
type Known = (&'static str, &'static str, &'static str, Option<&'static str>);

const PROJECTS: [Known; 6] = [
    (EU_YOU, "EU YOU", "EU YOU", Some("JUST, REC")),
    ("mladokracija", "Mladokracija", "Mladokracija", Some("Erasmus+")),
    ("reural-europe", "rEUral Europe", "rEUral Europe", Some("Evropski parlament")),
    ("solidarity-corps", "Evropska solidarnostna enota", "European Solidarity Corps", None),
    ("be-a-hero", "Be a Hero", "Be a Hero", Some("Erasmus+")),
    ("heroes-in-pyjamas", "Heroji furajo v pižamah", "Heroes drive in pyjamas", None),
];

/// An activity of a project: the project, its own code and name, its tag, and each event: centre, month and day, how many came.
struct Series {
    project: &'static str,
    code: &'static str,
    sl: &'static str,
    en: &'static str,
    tag: Option<&'static str>,
    events: &'static [(usize, (u32, u32), i64)],
}

/// Four consultations are held by the middle of the year, and the conference; one stand of ten, so that they are behind their time;
/// Heroes begin in autumn.
const SERIES: [Series; 7] = [
    Series {
        project: "mladokracija",
        code: "regijski-posvet",
        sl: "Regijski posvet mladih",
        en: "Regional consultation of young people",
        tag: Some(CONSULTATION),
        events: &[
            (0, (2, 19), 24),
            (2, (3, 12), 31),
            (4, (4, 9), 19),
            (6, (4, 23), 27),
            (7, (10, 8), 22),
            (8, (10, 22), 25),
        ],
    },
    Series {
        project: "mladokracija",
        code: "nacionalna-konferenca",
        sl: "Nacionalna konferenca mladinskega dialoga",
        en: "National conference on youth dialogue",
        tag: None,
        events: &[(1, (6, 10), 112)],
    },
    Series {
        project: "mladokracija",
        code: "zakljucno-srecanje",
        sl: "Zaključno evalvacijsko srečanje",
        en: "Closing evaluation meeting",
        tag: None,
        events: &[(1, (9, 23), 10)],
    },
    Series {
        project: "reural-europe",
        code: "informacijska-stojnica",
        sl: "Informacijska stojnica",
        en: "Information stand",
        tag: None,
        events: &[
            (3, (5, 29), 16),
            (5, (7, 10), 9),
            (9, (9, 11), 14),
            (3, (9, 25), 11),
            (7, (10, 16), 8),
            (5, (11, 20), 12),
        ],
    },
    Series {
        project: "solidarity-corps",
        code: "dogodek-o-solidarnosti",
        sl: "Dogodek o solidarnostni enoti",
        en: "Event on the Solidarity Corps",
        tag: None,
        events: &[(2, (5, 6), 17), (8, (6, 17), 21), (4, (9, 2), 15), (6, (9, 16), 19)],
    },
    Series {
        project: "be-a-hero",
        code: "multiplikacijski-dogodek",
        sl: "Multiplikacijski dogodek",
        en: "Multiplier event",
        tag: None,
        events: &[(0, (5, 27), 34)],
    },
    Series {
        project: "heroes-in-pyjamas",
        code: "heroji-v-pizamah",
        sl: "Heroji furajo v pižamah",
        en: "Heroes drive in pyjamas",
        tag: None,
        events: &[(0, (9, 24), 38), (3, (10, 1), 29), (5, (10, 29), 33), (8, (11, 12), 26)],
    },
];

fn day(month: u32, day: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(2021, month, day).ok_or_else(|| AppError::Internal("no such day".into()))
}

/// Brings in the projects, with what centres recorded of them. Codes of the centres that take part in EU YOU.
pub async fn hold(app: &App, root: &Unit, ids: &Ids, begun: DateTime<Utc>) -> Result<Vec<String>> {
    let network_id = root.network.id;
    let branch = units::branch(&app.db, root, today(app)).await?;
    let opened = day(1, 1)?;
    // In the order in which the network grew.
    let mut centres: Vec<&Unit> =
        branch.iter().filter(|it| it.kind == "centre" && it.opened_on <= opened).collect();
    centres.sort_by(|a, b| (a.opened_on, &a.code).cmp(&(b.opened_on, &b.code)));
    centres.truncate(EVENTS.len());
    let tag = ids.ordered();
    let mut tx = app.db.begin().await?;
    let label = Text18::two("Posvet", "Consultation");
    vocabulary::insert_term(&mut tx, network_id, tag, Vocabulary::Tag, CONSULTATION, &label).await?;
    let mut projects: Vec<(&str, Uuid)> = Vec::new();
    for (code, sl, en, programme) in PROJECTS {
        let project = Project {
            id: ids.ordered(),
            code: code.to_owned(),
            name: Text18::two(sl, en),
            from_on: opened,
            until_on: NaiveDate::from_ymd_opt(2022, 1, 1),
            programme: programme.map(str::to_owned),
            owner_unit_id: root.id,
        };
        vocabulary::insert_project(&mut tx, network_id, &project).await?;
        projects.push((code, project.id));
    }
    let project = |code: &str| projects.iter().find(|it| it.0 == code).map(|it| it.1);
    let mut entries = Vec::new();
    let events = Text18::two("Dogodki EU YOU", "EU YOU events");
    for (n, (unit, (by_june, by_december))) in centres.iter().zip(EVENTS).enumerate() {
        let of = (project(EU_YOU), None);
        let activity = activity(unit, of, ("eu-you-dogodki", events.clone()), ids.ordered(), opened);
        activities::insert_activity(&mut tx, network_id, &activity).await?;
        for at in 0..by_december {
            let date = held_on(n, at, by_june)?;
            let came = 12 + i64::try_from((n + at) * 5 % 11).unwrap_or(0);
            entries.push(entry(unit, &activity, date, (ids.ordered(), came))?);
        }
    }
    for it in SERIES {
        let mut known: Vec<Activity> = Vec::new();
        for (n, (month, of), came) in it.events {
            let Some(unit) = centres.get(*n) else { continue };
            let activity = match known.iter().find(|known| known.unit_id == unit.id) {
                Some(known) => known.clone(),
                None => {
                    let of = (project(it.project), it.tag.map(|_| tag));
                    let name = Text18::two(it.sl, it.en);
                    let new = activity(unit, of, (it.code, name), ids.ordered(), opened);
                    activities::insert_activity(&mut tx, network_id, &new).await?;
                    known.push(new.clone());
                    new
                }
            };
            entries.push(entry(unit, &activity, day(*month, *of)?, (ids.ordered(), *came))?);
        }
    }
    let bulk = Bulk { by: None, at: begun, entries };
    record::write_all(&mut tx, network_id, &[bulk]).await?;
    tx.commit().await?;
    Ok(centres.into_iter().map(|it| it.code.clone()).collect())
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

fn activity(
    unit: &Unit,
    (project, main_tag): (Option<Uuid>, Option<Uuid>),
    (code, name): (&str, Text18),
    id: Uuid,
    from_on: NaiveDate,
) -> Activity {
    Activity {
        id,
        unit_id: unit.id,
        code: code.to_owned(),
        name,
        kind: Kind::Event,
        place_kind: PlaceKind::OnSite,
        main_tag,
        main_field: None,
        project,
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

fn entry(unit: &Unit, activity: &Activity, date: NaiveDate, (id, total): (Uuid, i64)) -> Result<Entry> {
    let times = activities::lasting(unit.zone, date, Some(17 * 60), 120)
        .map_err(|error| AppError::Internal(format!("{date}: {error:?}")))?;
    let heads = Heads {
        total,
        gender: [(Gender::Girl, total / 2), (Gender::Boy, total - total / 2)].into(),
        age: [("15-18".to_owned(), total - 4), ("19-24".to_owned(), 4)].into(),
    };
    Ok(Entry {
        start_min: times.start_min,
        duration_min: times.duration_min,
        start_at: times.start_at,
        counts: Counts { participant: Some(heads), ..Counts::default() },
        count_method: CountMethod::Counted,
        ..Entry::blank(id, unit, activity, date)
    })
}
