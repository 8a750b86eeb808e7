//! A colleague leaves: from a day on their roles in a branch end, and go to whoever takes over. What they recorded stays
//! theirs, what they hold elsewhere is not touched, and whoever has no role left anywhere is signed out.

use chrono::{Days, Months, NaiveDate, NaiveTime, TimeZone};
use uuid::Uuid;

use super::person::Person;
use super::roles::{ENDING, coordinated};
use super::store::{self, Departure, Made, NewDeparture, NewRole, OwnRole};
use super::{Invite, fold_mail, invitation, looks_like_mail};
use crate::access::{Act, Me, Place, RoleKind, end_all_sessions, put_on_record_in};
use crate::app::App;
use crate::clock::Day;
use crate::db::{Conn, Tx};
use crate::error::{AppError, OrMissing, Result};
use crate::form::Wrong;
use crate::i18n::Words;
use crate::jobs;
use crate::units::{self, Unit};

/// The day after somebody's last one.
pub const JOB: jobs::Kind = jobs::Kind {
    code: "departure",
    plan: jobs::unplanned,
    run: |app, job| Box::pin(async { sign_out(app, job).await }),
};

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub last_on: String,
    /// person, mail or nobody
    pub to: String,
    pub person: String,
    pub mail: String,
    /// keep or withdraw: what becomes of invitations that wait.
    pub invitations: String,
}

/// What somebody who may leave a branch has.
pub struct Standing {
    pub person: Person,
    pub here: Vec<OwnRole>,
    /// In other branches of the network.
    pub elsewhere: Vec<OwnRole>,
    pub other_networks: bool,
    /// Invitations they made in this branch, which wait.
    pub invitations: Vec<Made>,
    /// Who could take over: (person, name, mail).
    pub colleagues: Vec<(Uuid, String, String)>,
    /// One of the roles is above what this visitor may give.
    pub above: bool,
}

impl Departure {
    /// Until when who stays, and who takes over.
    pub fn says(&self, w: Words) -> String {
        let mut args = vec![("name", self.name.as_str().into()), ("day", self.last_on.into())];
        match &self.successor {
            None => w.with("left-nobody", &args),
            Some(successor) => {
                args.push(("successor", successor.as_str().into()));
                w.with("left-to", &args)
            }
        }
    }
}

/// Who takes the roles over.
enum To {
    Person(Uuid),
    Mail(String),
    Nobody,
}

/// What somebody has in the branch of a unit; [`AppError::NotFound`] where that is no role.
pub async fn standing<'c>(
    app: &App,
    conn: impl Into<Conn<'c>>,
    me: &Me,
    unit: &Unit,
    person_id: Uuid,
) -> Result<Standing> {
    let mut conn = conn.into();
    let (network_id, now) = (unit.network.id, app.clock.now());
    let today = Day::Now(now).in_zone(unit.network.zone);
    let person = store::person_by_id(conn.again(), person_id).await?.or_missing()?;
    let roles = store::roles_of(conn.again(), network_id, person_id, today).await?;
    let (here, elsewhere): (Vec<_>, Vec<_>) = roles.into_iter().partition(|it| unit.path.holds(&it.path));
    if here.is_empty() {
        return Err(AppError::NotFound);
    }
    let mut invitations = store::waiting_by(conn.again(), network_id, person_id, today, now).await?;
    invitations.retain(|it| unit.path.holds(&it.path));
    let mut colleagues = store::colleagues(conn.again(), network_id, &unit.path, today).await?;
    // Nobody adds to their own rights.
    colleagues.retain(|(id, ..)| *id != person_id && *id != me.id);
    Ok(Standing {
        above: here.iter().any(|role| !reaches(me, unit, role)),
        other_networks: store::holds_elsewhere(conn, network_id, person_id, today).await?,
        person,
        here,
        elsewhere,
        invitations,
        colleagues,
    })
}

/// Whether a role is one that `me` may give and end.
fn reaches(me: &Me, unit: &Unit, role: &OwnRole) -> bool {
    let place = Place { path: role.path.clone(), unit: role.unit.clone(), ..unit.as_place() };
    me.may(Act::ManagePeople, &place) && me.highest(&place).is_some_and(|own| role.kind <= own)
}

/// The last day typed, or what is wrong with it. Yesterday means that the roles end at once; what somebody did with them
/// until now, they did with them.
pub fn last_day(typed: &str, today: NaiveDate) -> std::result::Result<NaiveDate, Wrong> {
    let (first, last) = (today - Days::new(1), today + Months::new(24));
    match units::file::date(typed) {
        None => Err(Wrong::new("last_on", "leaving-day-missing")),
        Some(day) if day < first => Err(Wrong::new("last_on", "leaving-day-early").arg("day", first)),
        Some(day) if day > last => Err(Wrong::new("last_on", "leaving-day-late").arg("day", last)),
        Some(day) => Ok(day),
    }
}

fn successor(me: &Me, standing: &Standing, typed: &Typed) -> std::result::Result<To, Wrong> {
    match typed.to.as_str() {
        "nobody" => Ok(To::Nobody),
        "person" => match typed.person.parse() {
            Ok(id) if standing.colleagues.iter().any(|(known, ..)| *known == id) => Ok(To::Person(id)),
            _ => Err(Wrong::new("person", "leaving-person-missing")),
        },
        "mail" => {
            let mail = fold_mail(&typed.mail);
            if !looks_like_mail(&mail) {
                Err(Wrong::new("mail", "mail-wrong"))
            } else if mail == me.mail {
                Err(Wrong::new("mail", "leaving-not-yourself"))
            } else if mail == standing.person.mail {
                Err(Wrong::new("mail", "leaving-same"))
            } else {
                Ok(To::Mail(mail))
            }
        }
        _ => Err(Wrong::new("to", "leaving-to-missing")),
    }
}

/// Links to invitations that were made; or what is wrong with what was typed.
pub type Done = std::result::Result<Vec<String>, Vec<Wrong>>;

/// Ends somebody's roles in a branch after their last day and gives them to whoever takes over. `id` is made by the page:
/// the same sent twice is done once.
pub async fn leave(
    app: &App,
    me: &Me,
    w: Words,
    unit: &Unit,
    (id, person_id): (Uuid, Uuid),
    typed: &Typed,
) -> Result<Done> {
    me.allow(Act::ManagePeople, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(ENDING).await?;
    if store::departure(&mut tx, network_id, id).await?.is_some() {
        return Ok(Ok(Vec::new()));
    }
    let standing = standing(app, &mut tx, me, unit, person_id).await?;
    if standing.above {
        return Ok(Err(vec![Wrong::new("last_on", "leaving-above")]));
    }
    let today = app.clock.today(unit.network.zone);
    let (last_on, to) = match (last_day(&typed.last_on, today), successor(me, &standing, typed)) {
        (Ok(last_on), Ok(to)) => (last_on, to),
        (last_on, to) => return Ok(Err([last_on.err(), to.err()].into_iter().flatten().collect())),
    };
    let until = last_on + Days::new(1);
    if standing.here.iter().all(|role| role.until_on.is_some_and(|ends| ends <= until)) {
        return Ok(Err(vec![Wrong::new("last_on", "leaving-day-ends")]));
    }
    let links = hand_over(app, &mut tx, me, w, unit, &standing, (&to, until)).await?;
    invitations(app, &mut tx, me, unit, &standing, typed.invitations == "keep").await?;
    if standing.here.iter().any(|role| role.kind == RoleKind::Coordinator)
        && !coordinated(&mut tx, network_id, unit, None, app.clock.day()).await?
    {
        let key = if matches!(to, To::Mail(_)) { "leaving-last-invited" } else { "role-last-coordinator" };
        return Ok(Err(vec![Wrong::new("to", key)]));
    }
    let (successor_id, successor_mail) = match &to {
        To::Person(id) => (Some(*id), None),
        To::Mail(mail) => (None, Some(mail.as_str())),
        To::Nobody => (None, None),
    };
    let new =
        NewDeparture { id, unit_id: unit.id, person_id, last_on, successor_id, successor_mail, by: me.id };
    store::insert_departure(&mut tx, network_id, &new, app.clock.now()).await?;
    let what = format!("person {person_id}");
    put_on_record_in(app, &mut tx, me.id, "leave", &what, &network_id, &unit.id).await?;
    if until <= today {
        sign_out_of_everything(app, &mut tx, person_id).await?;
    } else {
        let begins = unit.network.zone.from_local_datetime(&until.and_time(NaiveTime::MIN)).earliest();
        // Where the clock skips midnight, the day begins an hour later.
        let begins = begins.map_or_else(|| app.clock.now(), |at| at.to_utc());
        jobs::put(app, &mut tx, network_id, JOB.code, &id.to_string(), begins).await?;
    }
    tx.commit().await?;
    Ok(Ok(links))
}

/// Ends the roles from `until` on, and gives each that would have held longer to the successor from then on.
async fn hand_over(
    app: &App,
    tx: &mut Tx,
    me: &Me,
    w: Words,
    unit: &Unit,
    standing: &Standing,
    (to, until): (&To, NaiveDate),
) -> Result<Vec<String>> {
    let network_id = unit.network.id;
    let mut links = Vec::new();
    for role in &standing.here {
        // One that would have begun later never does.
        let ends = until.max(role.from_on);
        if !store::end_role(tx, network_id, role.unit_id, role.id, ends).await? {
            continue;
        }
        let what = format!("{} {}", role.kind.code(), role.id);
        put_on_record_in(app, tx, me.id, "end_role", &what, &network_id, &role.unit_id).await?;
        match to {
            To::Nobody => {}
            To::Person(person_id) => {
                let new = NewRole {
                    id: app.ids.ordered(),
                    person_id: *person_id,
                    unit_id: role.unit_id,
                    kind: role.kind,
                    from_on: ends,
                    granted_by: Some(me.id),
                };
                store::insert_role(tx, network_id, &new).await?;
                let what = format!("{} {}", role.kind.code(), new.id);
                put_on_record_in(app, tx, me.id, "give_role", &what, &network_id, &role.unit_id).await?;
            }
            To::Mail(mail) => {
                let at =
                    units::by_id(&mut *tx, network_id, role.unit_id, app.clock.day()).await?.or_missing()?;
                let invite = Invite { id: app.ids.random(), to: mail, kind: role.kind, by: Some(me) };
                let invited = invitation::invite(app, tx, w, &at, invite).await?;
                links.extend(invited.by_hand.then_some(invited.link));
            }
        }
    }
    Ok(links)
}

/// Invitations hold while whoever made them could make them: they go over to `me`, or are taken back.
async fn invitations(
    app: &App,
    tx: &mut Tx,
    me: &Me,
    unit: &Unit,
    standing: &Standing,
    keep: bool,
) -> Result<()> {
    let (network_id, now) = (unit.network.id, app.clock.now());
    for it in &standing.invitations {
        let act = if keep && standing.person.id != me.id {
            store::pass_invitation(tx, network_id, it.id, me.id).await?;
            "pass_invitation"
        } else {
            store::withdraw_invitation(tx, network_id, it.unit_id, it.id, Some(me.id), now).await?;
            "withdraw_invitation"
        };
        put_on_record_in(app, tx, me.id, act, &it.id.to_string(), &network_id, &it.unit_id).await?;
    }
    Ok(())
}

/// Ends the sessions of somebody who has no role any more, anywhere.
async fn sign_out_of_everything(app: &App, tx: &mut Tx, person_id: Uuid) -> Result<()> {
    if !store::holds_any(&mut *tx, person_id, app.clock.day()).await? {
        end_all_sessions(tx, person_id).await?;
        store::void_resets(tx, person_id, app.clock.now()).await?;
    }
    Ok(())
}

async fn sign_out(app: &App, job: &jobs::Job) -> Result<()> {
    let mut tx = app.db.begin().await?;
    jobs::hold(app, &mut tx, job).await?;
    let id = job.key.parse().map_err(|_| AppError::Internal("a departure's job has another key".into()))?;
    if let Some(departure) = store::departure(&mut tx, job.network_id, id).await? {
        sign_out_of_everything(app, &mut tx, departure.person_id).await?;
    }
    Ok(tx.commit().await?)
}
