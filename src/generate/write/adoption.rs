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
}

fn some(of: &[Uuid], from: usize, n: usize) -> impl Iterator<Item = (Uuid, Seat)> {
    of.iter().skip(from).take(n).map(|id| (*id, Seat::Member))
}

async fn make(
    app: &App,
    me: &Me,
    root: &Unit,
    (kind, sl, en, within): (Kind, &str, &str, Option<Uuid>),
    members: impl IntoIterator<Item = (Uuid, Seat)>,
) -> Result<Uuid> {
    let id = app.ids.ordered();
    bodies::save(app, me, root, (id, 0), &Body { kind, name: Text18::two(sl, en), within }).await?;
    for (person_id, seat) in members {
        let what = Membership { seat, from_on: day(2019, 4, 1), until_on: None };
        let new = NewMember { id: app.ids.ordered(), person_id, what };
        bodies::add_member(app, me, root, id, &new).await?;
    }
    Ok(id)
}

async fn make_bodies(app: &App, me: &Me, root: &Unit, who: &People) -> Result<Made> {
    let chair = (who.coordinator, Seat::Leads);
    let council = [chair].into_iter().chain(some(&who.mentors, 0, 1).map(|(id, _)| (id, Seat::Minutes)));
    let council = council.chain(some(&who.mentors, 1, 4));
    let of = (Kind::Council, "Svet mreže", "Council of the network", None);
    let council = make(app, me, root, of, council).await?;
    let of = (Kind::ExpertCouncil, "Strokovni svet mreže", "Expert council of the network", None);
    let expert = some(&who.mentors, 0, 1).map(|(id, _)| (id, Seat::Leads)).chain(some(&who.mentors, 5, 3));
    let expert = make(app, me, root, of, expert).await?;
    let of = (Kind::Assembly, "Zbor članic", "Assembly of members", None);
    let assembly = make(app, me, root, of, some(&who.mentors, 0, usize::MAX)).await?;
    let of = (Kind::RegionalCommittee, "Regijski odbor občin", "Regional committee of municipalities", None);
    make(app, me, root, of, some(&who.viewers, 0, usize::MAX)).await?;
    let name = ("Delovna skupina za usposabljanja", "Working group on training");
    let of = (Kind::WorkingGroup, name.0, name.1, Some(expert));
    let group = some(&who.mentors, 1, 1).map(|(id, _)| (id, Seat::Leads)).chain(some(&who.workers, 0, 3));
    make(app, me, root, of, group).await?;
    Ok(Made { council, expert, assembly })
}

/// A meeting at which a body decided something, and its id.
async fn met(app: &App, me: &Me, root: &Unit, body: Uuid, decided: &str) -> Result<Uuid> {
    let id = app.ids.ordered();
    let meeting = Meeting {
        held_on: app.clock.today(root.network.zone),
        place: "Na spletu".to_owned(),
        present: None,
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
    let made = make_bodies(&then(app, at(day(2020, 9, 15), 9 * 60)), &chief, root, &who).await?;
    let on = |year, month, date| then(app, at(day(year, month, date), 15 * 60));
    let drafted = on(2020, 10, 1);
    plan::bring_in(&drafted, Some(coordinator), root, plan, None).await?.map_err(|_| AppError::Conflict)?;

    let step = async |app: &App, me: &Me, step, body: Option<Uuid>, words: &str| -> Result<()> {
        let mut it = taking(app, root, words).await?;
        if let Some(body) = body {
            it.meeting = Some(met(app, me, root, body, words).await?);
            it.body = Some(body);
        }
        done(&plan::take(app, me, root, YEAR, (step, &it)).await?)
    };
    let said = "Osnutek gre v obravnavo strokovnemu svetu.";
    step(&on(2020, 10, 21), &chief, Adoption::DraftToCouncil, None, said).await?;
    let said = "Strokovni svet osnutek podpira.";
    step(&on(2020, 12, 3), &mentor, Adoption::ExpertCouncil, Some(made.expert), said).await?;
    let said = "Osnutek je predstavljen članicam; komentarji so mogoči do konca januarja.";
    step(&on(2020, 12, 15), &chief, Adoption::Presented, None, said).await?;

    let (asked, answered) = (on(2020, 12, 17), on(2021, 1, 12));
    let id = asked.ids.ordered();
    let words = "Ali bodo usposabljanja tudi na spletu? Iz manjših krajev je pot dolga.";
    plan::say(&asked, &worker, root, YEAR, (id, "academy", 1, words)).await?;
    let words = "Da, vsaj polovica. Termini bodo v katalogu usposabljanj.";
    plan::answer(&answered, &chief, root, YEAR, (id, 0), (words, false)).await?;

    let said = "Svet sprejme letni delovni načrt 2021.";
    step(&on(2021, 2, 25), &chief, Adoption::ByCouncil, Some(made.council), said).await?;
    let said = "Zbor članic soglasno sprejme letni delovni načrt 2021.";
    step(&on(2021, 3, 30), &mentor, Adoption::ByAssembly, Some(made.assembly), said).await?;
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
    done(&plan::publish(&again, &chief, root, YEAR, (again.ids.ordered(), 6)).await?)
}
