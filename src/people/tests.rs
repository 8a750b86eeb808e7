mod account;
mod again;
mod closed;
mod invitations;
mod outbox;
mod quiet;
mod record;
mod resets;
mod roles;
mod sign_in;

use uuid::Uuid;

use super::{NewPerson, NewRole, store};
use crate::access::{Me, RoleKind};
use crate::testing::{Answer, TestApp, now};

const PASSWORD: &str = "kavarna ob Savi";

/// Somebody with a password and no role.
async fn account(app: &TestApp, mail: &str) -> Uuid {
    let hash = super::hash_password(PASSWORD.into()).await.unwrap();
    let new = NewPerson {
        id: app.ids.ordered(),
        mail: mail.into(),
        name: mail.split('@').next().unwrap().into(),
        language: "sl".into(),
        password_hash: Some(hash),
    };
    let mut tx = app.db.begin().await.unwrap();
    store::insert_person(&mut tx, &new, now()).await.unwrap();
    tx.commit().await.unwrap();
    new.id
}

async fn give(app: &TestApp, person_id: Uuid, kind: RoleKind, unit: &str) -> Uuid {
    let unit = app.unit(unit).await;
    let role = NewRole {
        id: app.ids.ordered(),
        person_id,
        unit_id: unit.id,
        kind,
        from_on: app.today(),
        granted_by: None,
    };
    let mut tx = app.db.begin().await.unwrap();
    store::insert_role(&mut tx, unit.network.id, &role).await.unwrap();
    tx.commit().await.unwrap();
    role.id
}

async fn sign_in(app: &TestApp, mail: &str, password: &str) -> Answer {
    app.post("/sign-in", "", &[("mail", mail), ("password", password)]).await
}

/// The cookie of a session begun at the door.
async fn signed_in(app: &TestApp, mail: &str, password: &str) -> String {
    let answer = sign_in(app, mail, password).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.cookie.unwrap()
}

async fn is_in(app: &TestApp, cookie: &str) -> bool {
    app.get("/account", cookie).await.status == 200
}

/// The link shown on a page, as a path.
fn link(page: &str) -> Option<String> {
    let at = page.find(">http://localhost/")? + ">http://localhost".len();
    Some(page[at..].split('<').next().unwrap().to_owned())
}

async fn invite(app: &TestApp, by: &str, unit: &str, mail: &str, role: &str) -> Answer {
    let path = format!("/units/mreza/{unit}/invitations");
    let answer = app.post(&path, by, &[("mail", mail), ("role", role)]).await;
    followed(app, by, answer).await
}

/// The page that an answer leads to, with the cookie it hands over; the answer itself where it leads nowhere.
async fn followed(app: &TestApp, by: &str, answer: Answer) -> Answer {
    match &answer.location {
        Some(next) => {
            let cookies = answer.cookie.as_ref().map_or(by.to_owned(), |cookie| format!("{by}; {cookie}"));
            app.get(next, &cookies).await
        }
        None => answer,
    }
}

fn kinds(me: &Me) -> Vec<(RoleKind, &str)> {
    me.grants.iter().map(|grant| (grant.kind, grant.unit.as_str())).collect()
}
