//! Bodies of the demonstration's network with its accounts as members, and how its plan of 2021 was adopted: discussed, commented on,
//! adopted, published, and changed once more because of the epidemic.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::at;
use super::reports::somebody;
use crate::access::{Me, RoleKind};
use crate::app::App;
use crate::bodies::{self, Body, Kind, Meeting, Membership, NewMember, Seat};
use crate::clock::{Clock, Ids};
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Text18;
use crate::people;
use crate::plan::{self, Adoption, Plan, Taking, Took};
use crate::units::Unit;

const YEAR: i32 = 2021;
/// Whose meetings the plan counts by its name, for there are several groups.
pub const INFORMATION_GROUP: (&str, &str) =
    ("Delovna skupina za informiranje in promocijo", "Working group on information and promotion");
/// The part of the plan that is a body.
const DIGITAL_GROUP: &str = "digital-group";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The application as it would have been at a moment.
fn then(app: &App, moment: DateTime<Utc>) -> App {
    let clock = Clock::fixed(moment);
    let ids = Ids::seeded(u64::try_from(moment.timestamp()).unwrap_or_default(), clock.clone());
    App::new(app.db.clone(), clock, ids, app.settings.clone())
}

/// Who sits where, by their ids.
struct People {
    coordinator: Uuid,
    mentors: Vec<Uuid>,
    workers: Vec<Uuid>,
    viewers: Vec<Uuid>,
}

async fn people_of(app: &App, root: &Unit, coordinator: Uuid) -> Result<People> {
    let (network_id, today) = (root.network.id, app.clock.today(root.network.zone));
    let of = async |kind| -> Result<Vec<Uuid>> {
        let all = people::everybody_as(&app.db, network_id, kind, today).await?;
        Ok(all.into_iter().map(|it| it.person_id).collect())
    };
    Ok(People {
        coordinator,
        mentors: of(RoleKind::Mentor).await?,
        workers: of(RoleKind::Worker).await?,
        viewers: of(RoleKind::Viewer).await?,
    })
}

struct Made {
    council: Uuid,
    expert: Uuid,
    assembly: Uuid,
    regional: Uuid,
    information: Uuid,
    digital: Uuid,
}

fn some(of: &[Uuid], from: usize, n: usize) -> impl Iterator<Item = (Uuid, Seat)> {
    of.iter().skip(from).take(n).map(|id| (*id, Seat::Member))
}

async fn make(
    app: &App,
    me: &Me,
    root: &Unit,
    (kind, name, within): (Kind, Text18, Option<Uuid>),
    members: impl IntoIterator<Item = (Uuid, Seat)>,
) -> Result<Uuid> {
    let id = app.ids.ordered();
    bodies::save(app, me, root, (id, 0), &Body { kind, name, within }).await?;
    for (person_id, seat) in members {
        let what = Membership { seat, from_on: day(2019, 4, 1), until_on: None };
        let new = NewMember { id: app.ids.ordered(), person_id, what };
        bodies::add_member(app, me, root, id, &new).await?;
    }
    Ok(id)
}

/// `digital`: what the plan calls the group that it has a part for.
async fn make_bodies(app: &App, me: &Me, root: &Unit, who: &People, digital: &Text18) -> Result<Made> {
    let chair = (who.coordinator, Seat::Leads);
    let council = [chair].into_iter().chain(some(&who.mentors, 0, 1).map(|(id, _)| (id, Seat::Minutes)));
    let council = council.chain(some(&who.mentors, 1, 4));
    let of = (Kind::Council, Text18::two("Svet mreže", "Council of the network"), None);
    let council = make(app, me, root, of, council).await?;
    let of =
        (Kind::ExpertCouncil, Text18::two("Strokovni svet mreže", "Expert council of the network"), None);
    let expert = some(&who.mentors, 0, 1).map(|(id, _)| (id, Seat::Leads)).chain(some(&who.mentors, 5, 3));
    // Whoever tries it out walks a plan through all of its steps.
    let expert = expert.chain([(who.coordinator, Seat::Member)]);
    let expert = make(app, me, root, of, expert).await?;
    let of = (Kind::Assembly, Text18::two("Zbor članic", "Assembly of members"), None);
    let assembly = make(app, me, root, of, some(&who.mentors, 0, usize::MAX)).await?;
    let of = (
        Kind::RegionalCommittee,
        Text18::two("Regijski odbor občin", "Regional committee of municipalities"),
        None,
    );
    let regional = make(app, me, root, of, some(&who.viewers, 0, usize::MAX)).await?;
    let group = |from| {
        let leads = some(&who.mentors, from, 1).map(|(id, _)| (id, Seat::Leads));
        leads.chain(some(&who.workers, from - 1, 3))
    };
    let name = Text18::two("Delovna skupina za usposabljanja", "Working group on training");
    make(app, me, root, (Kind::WorkingGroup, name, Some(expert)), group(1)).await?;
    let name = Text18::two(INFORMATION_GROUP.0, INFORMATION_GROUP.1);
    let information = make(app, me, root, (Kind::WorkingGroup, name, None), group(2)).await?;
    let digital = make(app, me, root, (Kind::WorkingGroup, digital.clone(), None), group(3)).await?;
    Ok(Made { council, expert, assembly, regional, information, digital })
}

/// A meeting at which a body decided something, and its id.
async fn met(app: &App, me: &Me, root: &Unit, (body, present): (Uuid, i64), decided: &str) -> Result<Uuid> {
    let id = app.ids.ordered();
    let meeting = Meeting {
        held_on: app.clock.today(root.network.zone),
        place: "Na spletu".to_owned(),
        present: Some(present),
        minutes: String::new(),
        decisions: vec![decided.to_owned()],
    };
    bodies::save_meeting(app, me, root, (body, id, 0), &meeting).await?;
    Ok(id)
}

fn done(took: &Took) -> Result<()> {
    match took {
        Took::Done => Ok(()),
        other => Err(AppError::Internal(format!("the adoption of {YEAR}: {other:?}"))),
    }
}

async fn taking(app: &App, root: &Unit, words: &str) -> Result<Taking> {
    let kept = plan::find(app, root, YEAR).await?.or_missing()?;
    Ok(Taking {
        id: app.ids.ordered(),
        held_on: app.clock.today(root.network.zone),
        words: words.to_owned(),
        body: None,
        meeting: None,
        seen: plan::mark(Some(&kept)),
    })
}

/// The plan of 2021 from its first draft on, by hand of the network's coordinator and of those who sit in its bodies.
pub async fn add(app: &App, root: &Unit, coordinator: Uuid, plan: &Plan) -> Result<()> {
    let who = people_of(app, root, coordinator).await?;
    let chief = somebody(root, coordinator, RoleKind::Coordinator);
    let (Some(mentor), Some(worker)) = (who.mentors.first(), who.workers.first()) else { return Ok(()) };
    let mentor = somebody(root, *mentor, RoleKind::Mentor);
    let worker = somebody(root, *worker, RoleKind::Worker);
    let digital = &plan.part(DIGITAL_GROUP).or_missing()?.name;
    let founded = then(app, at(day(2020, 9, 15), 9 * 60));
    let made = make_bodies(&founded, &chief, root, &who, digital).await?;
    let on = |year, month, date| then(app, at(day(year, month, date), 15 * 60));
    let drafted = on(2020, 10, 1);
    plan::bring_in(&drafted, Some(coordinator), root, plan, None).await?.map_err(|_| AppError::Conflict)?;

    // Of a body's step: the body, and how many were there.
    let step = async |app: &App, me: &Me, step, body: Option<(Uuid, i64)>, words: &str| -> Result<()> {
        let mut it = taking(app, root, words).await?;
        if let Some(body) = body {
            it.meeting = Some(met(app, me, root, body, words).await?);
            it.body = Some(body.0);
        }
        done(&plan::take(app, me, root, YEAR, (step, &it)).await?)
    };
    let said = "Osnutek gre v obravnavo strokovnemu svetu.";
    step(&on(2020, 10, 21), &chief, Adoption::DraftToCouncil, None, said).await?;
    let said = "Strokovni svet osnutek podpira.";
    step(&on(2020, 12, 3), &mentor, Adoption::ExpertCouncil, Some((made.expert, 4)), said).await?;
    let said = "Osnutek je predstavljen članicam; komentarji so mogoči do konca januarja.";
    step(&on(2020, 12, 15), &chief, Adoption::Presented, None, said).await?;

    let (asked, answered) = (on(2020, 12, 17), on(2021, 1, 12));
    let id = asked.ids.ordered();
    let words = "Ali bodo usposabljanja tudi na spletu? Iz manjših krajev je pot dolga.";
    plan::say(&asked, &worker, root, YEAR, (id, "academy", 1, words)).await?;
    let words = "Da, vsaj polovica. Termini bodo v katalogu usposabljanj.";
    plan::answer(&answered, &chief, root, YEAR, (id, 0), (words, false)).await?;

    let said = "Svet sprejme letni delovni načrt 2021.";
    step(&on(2021, 2, 25), &chief, Adoption::ByCouncil, Some((made.council, 6)), said).await?;
    let said = "Zbor članic soglasno sprejme letni delovni načrt 2021.";
    step(&on(2021, 3, 30), &mentor, Adoption::ByAssembly, Some((made.assembly, 34)), said).await?;
    let published = on(2021, 4, 6);
    done(&plan::publish(&published, &chief, root, YEAR, (published.ids.ordered(), 5)).await?)?;

    let (changed, amended, again) = (on(2021, 5, 18), on(2021, 5, 20), on(2021, 5, 21));
    let mut plan = plan.clone();
    let conference = plan.parts.iter_mut().find(|it| it.code == "national-conference").or_missing()?;
    conference.says.note = Text18::two("na spletu", "online");
    plan::bring_in(&changed, Some(coordinator), root, &plan, None).await?.map_err(|_| AppError::Conflict)?;
    let why = "Zaradi epidemije in omejitev zbiranja bo nacionalna konferenca na spletu.";
    let it = Taking { body: Some(made.council), ..taking(&amended, root, why).await? };
    done(&plan::amend(&amended, &chief, root, YEAR, &it).await?)?;
    done(&plan::publish(&again, &chief, root, YEAR, (again.ids.ordered(), 6)).await?)?;

    // The other meetings of the year.
    for ((month, date), body, present, decided) in [
        ((3, 10), made.expert, 4, "Osnutek strategije gre z dopolnitvami svetu."),
        ((3, 17), made.regional, 7, "Občine preizkusijo skupno poročilo o mladinskem delu."),
        ((3, 24), made.information, 4, "Komunikacijski načrt za leto je potrjen."),
        ((4, 20), made.digital, 3, "Merila digitalnih mladinskih centrov gredo v preizkus."),
        ((9, 15), made.information, 3, "Jesenska akcija bo skupna, v vseh centrih isti teden."),
        ((9, 21), made.council, 5, "Svet potrdi polletno poročilo in izhodišča načrta za 2022."),
        ((10, 13), made.regional, 8, "Občine podprejo skupno letno poročilo."),
        ((10, 19), made.digital, 4, "Merila so potrjena."),
        (
            (11, 24),
            made.information,
            4,
            "Pregled leta: 12 infografik, objave v medijih vsak mesec razen avgusta.",
        ),
    ] {
        met(&on(YEAR, month, date), &chief, root, (body, present), decided).await?;
    }
    Ok(())
}
