//! What pages show, and to whom.

use super::{date, held, kept, of, send};
use crate::access::{self, RoleKind};
use crate::reflections::set::Scale;
use crate::testing::TestApp;

async fn acts(app: &TestApp, act: &str) -> usize {
    let unit = app.unit("mreza").await;
    let sought = access::Sought { act: Some(act.into()), ..access::Sought::default() };
    let found = access::recorded(&app.db, app.network_id, &unit.path, app.today(), &sought, 100).await;
    found.unwrap().len()
}

#[tokio::test]
async fn a_mentor_asks_a_worker_answers_and_both_read() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "zavod-sava").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-sava").await;
    let base = "/units/mreza/zavod-sava/reflections";
    let page = app.get(&format!("{base}/sets"), &mentor).await.body;
    assert!(page.contains("še nima svojih vprašanj"), "{page}");

    // What is wrong is told beside its field, and what was typed stays.
    let form = app.get(&format!("{base}/sets/new"), &mentor).await.body;
    assert!(form.contains("value=\"2026-10-15\""), "from today on");
    let id = app.ids.random().to_string();
    let (q1, q2) = (app.ids.random().to_string(), app.ids.random().to_string());
    let mut fields = vec![
        ("id", id.as_str()),
        ("name_sl", ""),
        ("kind", "open"),
        ("from", "2026-10-01"),
        ("last", ""),
        ("q1_id", &q1),
        ("q1_name_sl", "Je bilo <prijetno>?"),
        ("q1_scale", "agree5"),
        ("q2_id", &q2),
        ("q2_name_sl", "Kaj so začeli mladi?"),
        ("q2_scale", "text"),
    ];
    let answer = app.post(&format!("{base}/sets"), &mentor, &fields).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains("id=\"name_sl-problem\"") && answer.body.contains("Je bilo &#60;prijetno&#62;?")
    );
    assert!(answer.body.contains(&id) && answer.body.contains(&q1), "{}", answer.body);
    fields[1] = ("name_sl", "Po večeru");
    let answer = app.post(&format!("{base}/sets"), &mentor, &fields).await;
    let page = app.get(&answer.location.unwrap(), &mentor).await.body;
    assert!(page.contains("Shranjeno") && page.contains("Kaj so začeli mladi?"), "{page}");

    // It holds below, and the unit below is told where it comes from.
    let (_, below) = app.person(RoleKind::Mentor, "mc-sava").await;
    let page = app.get("/units/mreza/mc-sava/reflections/sets", &below).await.body;
    assert!(page.contains("določa Enota zavod-sava") && !page.contains(&id), "{page}");

    let entry = held(&app, &app.activity("mc-sava", "vecer").await, date(2026, 10, 14)).await;
    let at = format!("/units/mreza/mc-sava/entries/{}", entry.id);
    let saved = app.get(&format!("{at}/saved"), &worker).await.body;
    assert!(saved.contains("Kako je bilo? 2 vprašanji") && saved.contains(&format!("a_{q1}")), "{saved}");
    assert!(saved.contains("name=\"back\" value=\"saved\""));
    let command = app.ids.random().to_string();
    let (v1, a1, v2, a2) = (format!("v_{q1}"), format!("a_{q1}"), format!("v_{q2}"), format!("a_{q2}"));
    let typed = [
        ("command", command.as_str()),
        ("back", "saved"),
        (&v1, "0"),
        (&a1, "4"),
        (&v2, "0"),
        (&a2, "Turnir <b>sami</b>."),
    ];
    let answer = app.post(&format!("{at}/reflections"), &worker, &typed).await;
    assert_eq!(answer.location.as_deref(), Some(&*format!("{at}/saved#reflections")));
    assert_eq!(acts(&app, "read_reflections").await, 0, "nothing was read so far");

    let page = app.get(&at, &worker).await.body;
    assert!(page.contains("Bolj da") && page.contains("Turnir &#60;b&#62;sami"), "{page}");
    assert!(page.contains("worker mc-sava, 15."), "{page}");
    assert_eq!(acts(&app, "read_reflections").await, 1);
    let form = app.get(&format!("{at}/reflections"), &worker).await.body;
    assert!(form.contains("Umakni odgovor") && form.contains("value=\"4\" checked"), "{form}");
    assert_eq!(acts(&app, "read_reflections").await, 2);

    let page = app.get(base, &mentor).await.body;
    for told in [
        "Odgovorjeno po 1 od 1 dejavnosti (100",
        "Turnir &#60;b&#62;sami",
        &*format!("href=\"{at}\""),
        "<svg",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert_eq!(acts(&app, "read_reflections").await, 3);
    let record = app.get("/units/mreza/zavod-sava/record", &mentor).await.body;
    assert!(record.contains("Branje odgovorov z besedilom"), "{record}");
    assert!(record.contains("Sprememba vprašanj"), "{record}");
    // Narrowed to where there was nothing.
    let page = app.get(&format!("{base}?kind=event"), &mentor).await.body;
    assert!(page.contains("še ni bilo dejavnosti") && !page.contains("Turnir"), "{page}");
    let page = app.get(&format!("{base}?from=2026-09-01&to=2026-09-30"), &mentor).await.body;
    assert!(!page.contains("Turnir"), "{page}");
    for odd in [
        "from=x&to=y&kind=z&activity=&question=1&skip=-3",
        "from=9999-12-31&to=0001-01-01",
        "skip=99999999999",
    ] {
        assert_eq!(app.get(&format!("{base}?{odd}"), &mentor).await.status, 200, "{odd}");
    }
}

#[tokio::test]
async fn a_coordinator_sees_that_there_are_answers_and_not_what_they_say() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, viewer) = app.person(RoleKind::Viewer, "mc-reka").await;
    let set = kept(&app, "ljubljana", &[], date(2026, 10, 1)).await;
    let own = kept(&app, "mc-reka", &[], date(2026, 10, 1)).await;
    let entry = held(&app, &app.activity("mc-reka", "vecer").await, date(2026, 10, 14)).await;
    let at = format!("/units/mreza/mc-reka/entries/{}", entry.id);
    let page = app.get(&at, &chief).await.body;
    assert!(page.contains("Brez odgovora je 6 vprašanj") && !page.contains("<textarea"), "{page}");
    let typed = [(of(&set, Scale::Agree5), 0, "5"), (of(&set, Scale::Text), 0, "Skrivnostno besedilo")];
    assert_eq!(send(&app, &worker, &entry, app.ids.random(), &typed).await.status, 303);

    let page = app.get(&at, &chief).await.body;
    assert!(page.contains("Odgovorjeno. Kaj je zapisano") && !page.contains("Skrivnostno"), "{page}");
    assert!(!page.contains(&format!("{at}/reflections")), "answering is for workers");
    for unit in ["mreza", "ljubljana", "mc-reka"] {
        let page = app.get(&format!("/units/mreza/{unit}/reflections"), &chief).await;
        assert!(page.status == 200 && !page.body.contains("Skrivnostno"), "{unit}");
        // A network's page leads on to those who ask below.
        let below = page.body.contains("<a href=\"/units/mreza/mc-reka/reflections\"");
        assert_eq!(below, unit != "mc-reka", "{unit}");
        if unit == "ljubljana" {
            assert!(page.body.contains("1 od 1") && page.body.contains("vidijo mladinski delavci"));
        }
        if unit == "mc-reka" {
            assert!(page.body.contains(&of(&own, Scale::Agree5).to_string()), "its own stand there too");
        }
    }
    assert_eq!(acts(&app, "read_reflections").await, 0);
    assert_eq!(app.get("/units/mreza/mc-reka/reflections", &viewer).await.status, 403);
}

#[tokio::test]
async fn many_texts_come_page_by_page() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2026, 1, 1)).await;
    let text = of(&set, Scale::Text);
    let activity = app.activity("mc-reka", "vecer").await;
    for n in 0..56u64 {
        let entry = held(&app, &activity, date(2026, 8, 1) + chrono::Days::new(n)).await;
        let said = format!("Besedilo številka {n}.");
        assert_eq!(send(&app, &worker, &entry, app.ids.random(), &[(text, 0, &said)]).await.status, 303);
    }
    let of_page = async |query: &str| {
        let body = app.get(&format!("/units/mreza/mc-reka/reflections{query}"), &worker).await.body;
        (body.matches("Besedilo številka").count(), body)
    };
    let (few, body) = of_page("").await;
    assert_eq!(few, 5);
    let more = format!("?question={text}");
    assert!(body.contains(&format!("/reflections{more}\"")), "{body}");
    let (many, body) = of_page(&more).await;
    assert_eq!(many, 50);
    assert!(body.contains("Besedilo številka 55.") && body.contains("skip=50"));
    let (rest, body) = of_page(&format!("{more}&skip=50")).await;
    assert!(rest == 6 && body.contains("Besedilo številka 0."), "{rest}");
}

#[tokio::test]
async fn a_set_is_changed_on_its_page() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2026, 10, 1)).await;
    let base = format!("/units/mreza/mc-reka/reflections/sets/{}", set.id);
    let (agree, text) = (of(&set, Scale::Agree5), of(&set, Scale::Text));
    let new = app.ids.random().to_string();
    let post =
        async |path: &str, fields: &[(&str, &str)]| app.post(&format!("{base}{path}"), &mentor, fields).await;
    let blank = post("/questions", &[("id", &new), ("name_sl", " "), ("scale", "text")]).await;
    assert!(blank.status == 422 && blank.body.contains("id=\"new-name_sl-problem\""), "{}", blank.body);
    assert!(blank.body.contains(&new));
    let added = [("id", new.as_str()), ("name_sl", "Je kaj manjkalo?"), ("scale", "yes_no")];
    assert_eq!(post("/questions", &added).await.status, 303);
    let wrong =
        post(&format!("/questions/{agree}"), &[("id", &new), ("name_sl", ""), ("scale", "text")]).await;
    assert_eq!(wrong.status, 303, "an id that is there says that it was done");
    let other = app.ids.random().to_string();
    let wrong = post(&format!("/questions/{agree}"), &[("id", &other), ("name_sl", ""), ("scale", "")]).await;
    assert!(
        wrong.status == 422 && wrong.body.contains(&format!("id=\"{agree}-name_sl-problem\"")),
        "{}",
        wrong.body
    );
    assert_eq!(post(&format!("/questions/{text}/place"), &[("at", "0")]).await.status, 303);
    assert_eq!(post(&format!("/questions/{text}/place"), &[("at", "x")]).await.status, 422);
    assert_eq!(post(&format!("/questions/{agree}/retirement"), &[]).await.status, 303);
    assert_eq!(post(&format!("/questions/{}/retirement", app.ids.random()), &[]).await.status, 404);
    let head = [("name_sl", "Nov naslov"), ("from", "2026-10-01"), ("last", "2026-10-14")];
    assert_eq!(post("", &head).await.status, 303);
    let early = [("name_sl", "Nov naslov"), ("from", "2026-10-01"), ("last", "2026-09-14")];
    let wrong = post("", &early).await;
    assert!(wrong.status == 422 && wrong.body.contains("id=\"last-problem\""), "{}", wrong.body);
    let page = app.get(&base, &mentor).await.body;
    for told in ["Nov naslov", "končano", "Je kaj manjkalo?", "Opuščena vprašanja"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let (first, second) = (page.find("Vprašanje text").unwrap(), page.find("Je kaj manjkalo?").unwrap());
    assert!(first < second);
    assert_eq!(app.get(&base.replace("mc-reka", "mc-most"), &mentor).await.status, 403);
    let (_, chief) = app.person(RoleKind::Coordinator, "mreza").await;
    assert_eq!(app.get(&base.replace("mc-reka", "mc-most"), &chief).await.status, 404);
}
