use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use crate::access::{Me, RoleKind};
use crate::activities::{self, Entry};
use crate::args;
use crate::db::Conn;
use crate::jobs;
use crate::people::{self, NewRole};
use crate::testing::{Answer, TestApp};

/// What a page says, with plain spaces in its dates.
async fn said(app: &TestApp, path: &str, cookie: &str) -> String {
    app.get(path, cookie).await.body.replace('\u{a0}', " ")
}

const RIGHT_AWAY: &str = "2026-10-14";
const TODAY: &str = "2026-10-15";

fn page_of(unit: &str, person: Uuid) -> String {
    format!("/units/mreza/{unit}/people/{person}/leaving")
}

async fn leave(app: &TestApp, by: &str, unit: &str, person: Uuid, fields: &[(&str, &str)]) -> Answer {
    let answer = app.post(&page_of(unit, person), by, fields).await;
    Answer { body: answer.body.replace('\u{a0}', " "), ..answer }
}

async fn status(app: &TestApp, path: &str, cookie: &str) -> u16 {
    app.get(path, cookie).await.status.as_u16()
}

async fn give(app: &TestApp, person_id: Uuid, kind: RoleKind, unit: &str) {
    let unit = app.unit(unit).await;
    let (id, from_on) = (app.ids.ordered(), NaiveDate::from_ymd_opt(2024, 1, 1).unwrap());
    let role = NewRole { id, person_id, unit_id: unit.id, kind, from_on, granted_by: None };
    let mut tx = app.db.begin().await.unwrap();
    people::insert_role(&mut tx, unit.network.id, &role).await.unwrap();
    tx.commit().await.unwrap();
}

async fn acts(app: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> =
        Conn::from(&app.db).all("select act from audit order by act, id", args![]).await.unwrap();
    rows.into_iter().map(|(act,)| act).filter(|act| act != "invite").collect()
}

async fn at_midnight(app: &TestApp) -> usize {
    jobs::work(app, &[people::DEPARTURES], app.ids.random()).await.unwrap()
}

/// An entry as somebody would record it.
async fn record(app: &TestApp, me: &Me, unit: &str) -> Entry {
    let activity = app.activity(unit, "vecer").await;
    let mut entry: Entry = serde_json::from_value(serde_json::json!({
        "id": app.ids.ordered(), "unit_id": activity.unit_id, "activity_id": activity.id, "kind": activity.kind,
        "place_kind": activity.place_kind, "terms": [], "status": "held", "local_date": "2026-10-08",
        "start_min": 1020, "duration_min": 120, "zone": "Europe/Ljubljana", "created_min": 0,
        "counts": activities::Counts::default(), "count_method": "counted", "copied_counts": false, "deleted": false,
    }))
    .unwrap();
    for by in [Some(me), None] {
        let command = activities::record::Command {
            id: entry.id,
            base_version: None,
            entry: entry.clone(),
            author: Some(by.unwrap_or(me).id),
            confirmed: true,
        };
        let at = app.unit(unit).await;
        activities::record::save(app, me, &at, &activity, vec![command]).await.unwrap();
        // The same evening once more: it waits as a proposal.
        entry.id = app.ids.ordered();
    }
    entry
}

#[tokio::test]
async fn roles_go_to_a_colleague_the_day_after_and_what_was_recorded_stays() {
    let app = TestApp::new().await;
    let (ana, of_ana) = app.person(RoleKind::Worker, "mc-reka").await;
    give(&app, ana.id, RoleKind::Worker, "mc-most").await;
    give(&app, ana.id, RoleKind::Viewer, "mc-sava").await;
    let (ivo, of_ivo) = app.person(RoleKind::Viewer, "mc-most").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    record(&app, &ana, "mc-reka").await;

    let page = said(&app, &page_of("ljubljana", ana.id), &mentor).await;
    for says in [
        "Unit mc-reka",
        "Unit mc-most",
        "1 vnos ostane",
        "1 predlog čaka",
        "Unit mc-sava",
        "viewer mc-most",
        "Račun ostane odprt",
    ] {
        assert!(page.contains(says) || page.contains(&says.replace("Unit", "Enota")), "{says}: {page}");
    }
    let to = ivo.id.to_string();
    let fields = [
        ("id", "00000000-0000-4000-8000-000000000001"),
        ("last_on", "2026-10-31"),
        ("to", "person"),
        ("person", &to),
    ];
    for _ in 0..2 {
        let done = leave(&app, &mentor, "ljubljana", ana.id, &fields).await;
        let next = done.location.unwrap();
        assert_eq!(next, "/units/mreza/ljubljana/people?left=00000000-0000-4000-8000-000000000001");
        let told = said(&app, &next, &mentor).await;
        assert!(
            told.contains("zadnji dan z vlogami je 31. 10. 2026. Vloge prevzame viewer mc-most."),
            "{told}"
        );
    }
    assert_eq!(acts(&app).await, ["end_role", "end_role", "give_role", "give_role", "leave"]);
    let people = said(&app, "/units/mreza/mc-reka/people", &mentor).await;
    assert!(people.contains("do 31. 10. 2026") && people.contains("od 1. 11. 2026"), "{people}");

    let today = "/units/mreza/mc-reka/today";
    assert_eq!((status(&app, today, &of_ana).await, status(&app, today, &of_ivo).await), (200, 403));
    app.wait(Duration::days(16));
    assert_eq!(app.today().to_string(), "2026-10-31");
    assert_eq!((status(&app, today, &of_ana).await, status(&app, today, &of_ivo).await), (200, 403));
    assert_eq!(at_midnight(&app).await, 0);
    app.wait(Duration::days(1));
    assert_eq!((status(&app, today, &of_ana).await, status(&app, today, &of_ivo).await), (403, 200));
    assert_eq!(status(&app, "/units/mreza/mc-most/today", &of_ivo).await, 200);
    assert_eq!(status(&app, "/units/mreza/mc-sava", &of_ana).await, 200, "elsewhere nothing changed");
    assert_eq!(at_midnight(&app).await, 1);
    assert_eq!(status(&app, "/account", &of_ana).await, 200, "there is a role left, so the session goes on");

    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let entries = said(&app, "/units/mreza/mc-reka/entries?from=2026-10-01&to=2026-10-31", &of_ivo).await;
    let id = entries.split("/entries/").find_map(|part| part.get(..36)?.parse::<Uuid>().ok()).unwrap();
    let entry = said(&app, &format!("/units/mreza/mc-reka/entries/{id}"), &coordinator).await;
    assert!(entry.contains("worker mc-reka"), "the name stays: {entry}");
    assert_eq!(
        status(&app, &page_of("ljubljana", ana.id), &mentor).await,
        404,
        "nothing is left to hand over"
    );
}

#[tokio::test]
async fn whoever_has_no_role_left_is_signed_out_at_once_or_after_the_last_day() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (ana, of_ana) = app.person(RoleKind::Worker, "mc-reka").await;
    let page = said(&app, &page_of("mc-reka", ana.id), &mentor).await;
    assert!(page.contains("brez vloge ne odpre ničesar"));
    let nobody = |last_on| [("last_on", last_on), ("to", "nobody")];
    assert_eq!(leave(&app, &mentor, "mc-reka", ana.id, &nobody(RIGHT_AWAY)).await.status, 303);
    assert_eq!(status(&app, "/account", &of_ana).await, 303, "led to the door");

    let (eva, of_eva) = app.person(RoleKind::Mentor, "mc-reka").await;
    let own = leave(&app, &of_eva, "mc-reka", eva.id, &nobody(RIGHT_AWAY)).await;
    assert_eq!(own.location.as_deref(), Some("/"), "there is nothing for them to see any more");

    let (ivo, of_ivo) = app.person(RoleKind::Worker, "mc-most").await;
    assert_eq!(leave(&app, &mentor, "mc-most", ivo.id, &nobody(TODAY)).await.status, 303);
    assert_eq!(status(&app, "/units/mreza/mc-most/today", &of_ivo).await, 200);
    app.wait(Duration::hours(3));
    assert_eq!(at_midnight(&app).await, 0);
    app.wait(Duration::hours(1));
    assert_eq!(at_midnight(&app).await, 1);
    assert_eq!(status(&app, "/account", &of_ivo).await, 303);

    let listed = people::list_people(&app.db, app.clock.day()).await.unwrap();
    let ivo = listed.iter().find(|row| row.mail == ivo.mail).unwrap();
    assert!(ivo.kind.is_none() && !ivo.disabled && ivo.until_on.unwrap().to_string() == "2026-10-16");
}

#[tokio::test]
async fn the_last_coordinator_stays_until_another_is_there() {
    let app = TestApp::new().await;
    let (me, own) = app.person(RoleKind::Coordinator, "mreza").await;
    let (ana, _) = app.person(RoleKind::Mentor, "mreza").await;
    let to = ana.id.to_string();
    for (fields, says) in [
        (vec![("to", "nobody")], "zadnja koordinatorska vloga"),
        (vec![("to", "mail"), ("mail", "nova@example.org")], "Dokler vabilo ni sprejeto"),
    ] {
        let fields = [vec![("last_on", "2026-12-31")], fields].concat();
        let told = leave(&app, &own, "mreza", me.id, &fields).await;
        assert!(told.status == 422 && told.body.contains(says), "{}", told.body);
    }
    assert!(acts(&app).await.is_empty(), "nothing half-done");
    // Their own roles they may hand on, for they lose them.
    let fields = [("last_on", "2026-12-31"), ("to", "person"), ("person", to.as_str())];
    assert_eq!(leave(&app, &own, "mreza", me.id, &fields).await.status, 303);
    // Nobody may leave a gap behind now: not the successor before, nor the other after it.
    let told = leave(&app, &own, "mreza", ana.id, &[("last_on", "2027-01-31"), ("to", "nobody")]).await;
    assert!(told.status == 422 && told.body.contains("zadnja koordinatorska vloga"), "{}", told.body);
    let sooner = leave(&app, &own, "mreza", me.id, &[("last_on", "2026-11-30"), ("to", "nobody")]).await;
    assert_eq!(sooner.status, 422, "December would have no coordinator");
    app.wait(Duration::days(78));
    let held = async |id: Uuid| {
        let token = crate::access::begin_session(&app, id).await.unwrap();
        status(&app, "/units/mreza/mreza/words", &format!("logbook_session={token}")).await
    };
    assert_eq!((held(me.id).await, held(ana.id).await), (403, 200));
}

#[tokio::test]
async fn nobody_hands_over_more_than_they_have_or_to_themselves() {
    let app = TestApp::new().await;
    let (coordinator, _) = app.person(RoleKind::Coordinator, "mreza").await;
    let (other, _) = app.person(RoleKind::Coordinator, "mreza").await;
    assert_eq!(coordinator.id, other.id);
    let (me, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let page = said(&app, &page_of("mreza", coordinator.id), &mentor).await;
    assert!(page.contains("višja od tvoje") && !page.contains("name=\"last_on\""), "{page}");
    let told = leave(&app, &mentor, "mreza", coordinator.id, &[("last_on", TODAY), ("to", "nobody")]).await;
    assert!(told.status == 422 && told.body.contains("višja od tvoje"));

    let (ana, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let (outside, _) = app.person(RoleKind::Worker, "mc-sava").await;
    let (mine, outside) = (me.id.to_string(), outside.id.to_string());
    let (own_mail, her_mail) = (me.mail.to_uppercase(), ana.mail.clone());
    let kept = ("mail", "ivo @example.org");
    for (fields, says) in [
        (vec![("last_on", "kmalu"), ("to", "nobody")], "Vpiši zadnji dan."),
        (vec![("last_on", "2026-10-13"), ("to", "nobody")], "najprej 14. 10. 2026"),
        (vec![("last_on", "2028-10-16"), ("to", "nobody")], "najpozneje 15. 10. 2028"),
        (vec![("last_on", TODAY)], "Povej, kdo prevzame"),
        (vec![("last_on", TODAY), ("to", "person"), ("person", "x")], "Izberi, kdo prevzame."),
        (vec![("last_on", TODAY), ("to", "person"), ("person", &mine)], "Izberi, kdo prevzame."),
        (vec![("last_on", TODAY), ("to", "person"), ("person", &outside)], "Izberi, kdo prevzame."),
        (vec![("last_on", TODAY), ("to", "mail"), kept], "To ni e-naslov."),
        (vec![("last_on", TODAY), ("to", "mail"), ("mail", &own_mail)], "Sebi vlog ne moreš dati"),
        (vec![("last_on", TODAY), ("to", "mail"), ("mail", &her_mail)], "naslov osebe, ki odhaja"),
    ] {
        let told = leave(&app, &mentor, "mc-reka", ana.id, &fields).await;
        assert!(told.status == 422 && told.body.contains(says), "{says}: {}", told.body);
        let mail = fields.iter().find(|(name, _)| *name == "mail").map_or("", |(_, mail)| mail);
        assert!(told.body.contains(mail), "what was typed is kept");
    }
    assert!(acts(&app).await.is_empty());
    assert_eq!(status(&app, &page_of("mc-most", ana.id), &mentor).await, 404, "of another branch");
    let (_, reka) = app.person(RoleKind::Mentor, "mc-reka").await;
    assert_eq!(status(&app, &page_of("ljubljana", ana.id), &reka).await, 403);
    // A day is only ever made earlier.
    let nobody = |last_on| [("last_on", last_on), ("to", "nobody")];
    assert_eq!(leave(&app, &mentor, "mc-reka", ana.id, &nobody("2026-11-30")).await.status, 303);
    let told = leave(&app, &mentor, "mc-reka", ana.id, &nobody("2026-12-31")).await;
    assert!(told.status == 422 && told.body.contains("končajo že do tega dne"), "{}", told.body);
    assert_eq!(leave(&app, &mentor, "mc-reka", ana.id, &nobody("2026-10-31")).await.status, 303);
    let page = said(&app, &page_of("mc-reka", ana.id), &mentor).await;
    assert!(page.contains("do 31. 10. 2026"), "{page}");
}

/// The paths of links shown on a page.
fn links(page: &str) -> Vec<String> {
    let parts = page.split(">http://localhost").skip(1);
    parts.map(|part| part.split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_invitation_for_each_role_goes_to_whoever_is_not_here_yet() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (ana, _) = app.person(RoleKind::Worker, "mc-reka").await;
    give(&app, ana.id, RoleKind::Mentor, "mc-most").await;
    let fields = [("last_on", RIGHT_AWAY), ("to", "mail"), ("mail", "Ivo@example.org")];
    let done = leave(&app, &mentor, "ljubljana", ana.id, &fields).await;
    let cookies = format!("{mentor}; {}", done.cookie.unwrap());
    let told = said(&app, &done.location.unwrap(), &cookies).await;
    assert!(told.contains("Vloge prevzame ivo@example.org."), "{told}");
    let paths = links(&told);
    assert_eq!(paths.len(), 2, "{told}");
    let new = [("name", "Ivo"), ("password", "dovolj dolgo geslo")];
    let ivo = app.post(&paths[0], "", &new).await.cookie.unwrap();
    assert_eq!(app.post(&paths[1], &ivo, &[]).await.status, 303);
    assert_eq!(status(&app, "/units/mreza/mc-reka/today", &ivo).await, 200);
    assert_eq!(status(&app, "/units/mreza/mc-most/people", &ivo).await, 200);
}

#[tokio::test]
async fn invitations_of_whoever_leaves_go_over_or_are_taken_back() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    for (choice, code, opens) in [("keep", "mc-reka", 200), ("withdraw", "mc-most", 422)] {
        let (ana, of_ana) = app.person(RoleKind::Mentor, code).await;
        let path = format!("/units/mreza/{code}/invitations");
        let made = app.post(&path, &of_ana, &[("mail", "nekdo@example.org"), ("role", "worker")]).await;
        let secret = made.cookie.unwrap().split_once('=').unwrap().1.to_owned();
        let page = said(&app, &page_of(code, ana.id), &coordinator).await;
        assert!(page.contains("nekdo@example.org") && page.contains("Vabila, ki še čakajo"));
        let own = said(&app, &page_of(code, ana.id), &of_ana).await;
        assert!(own.contains("Tvoja vabila") && !own.contains("value=\"keep\""), "{own}");
        let fields = [("last_on", RIGHT_AWAY), ("to", "nobody"), ("invitations", choice)];
        assert_eq!(leave(&app, &coordinator, code, ana.id, &fields).await.status, 303);
        assert_eq!(status(&app, &format!("/invitations/{secret}"), "").await, opens, "{choice}");
    }
    assert!(acts(&app).await.iter().any(|act| act == "pass_invitation"));
    assert!(acts(&app).await.iter().any(|act| act == "withdraw_invitation"));
}
