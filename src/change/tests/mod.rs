//! From results to change: the rules alone, and the pages as those see them who work there, coordinate, or come by.

mod aims;
mod keeping;
mod saying;
mod steps;
mod workspace;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;

use crate::access::{self, Me, RoleKind};
use crate::answers::{self, Asked, Given, Value};
use crate::evaluation::{self, Evaluation};
use crate::questionnaires::{self, Source};
use crate::results;
use crate::testing::{Answer, TestApp};
use crate::units::Unit;
use crate::vocabulary::Kind;

pub struct Scene {
    pub app: TestApp,
    pub unit: Unit,
    pub it: Evaluation,
    pub coordinator: String,
    pub mentor: String,
    pub worker: String,
    pub worker_me: Me,
    pub viewer: String,
    /// Of the unit's workspace.
    pub base: String,
}

async fn me(app: &TestApp, cookie: &str) -> Me {
    let token = cookie.split_once('=').unwrap().1;
    access::me(app, token).await.unwrap().unwrap()
}

/// An open evaluation, and people with each role at a centre.
pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let who = me(&app, &coordinator).await;
    let root = app.unit("mreza").await;
    let new = questionnaires::New {
        id: app.ids.ordered(),
        source: Source::Shipped("open".into()),
        names: vec![],
        kind: None,
    };
    let code = questionnaires::make(&app, &who, &root, &new).await.unwrap().unwrap();
    questionnaires::finish(&app, &who, &root, &code, 1).await.unwrap().unwrap();
    let version = questionnaires::finished(&app.db, root.network.id).await.unwrap()[0].1;
    let text = |text: &str| vec![("sl".to_owned(), text.to_owned())];
    let new = evaluation::New {
        id: app.ids.ordered(),
        names: text("Letna evalvacija 2026"),
        purposes: text("Zanima nas."),
        consents: text("Strinjam se."),
        contact: "mreza@example.org".into(),
        opens_on: "2026-10-05".into(),
        last_on: "2026-10-25".into(),
        asked: vec![(Kind::Open, version.to_string())],
        ..evaluation::New::default()
    };
    let code = evaluation::make(&app, &who, &root, &new).await.unwrap().unwrap();
    evaluation::open(&app, &who, &root, &code).await.unwrap();
    let it = evaluation::by_code(&app.db, root.network.id, &code).await.unwrap().unwrap();
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (worker_me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, viewer) = app.person(RoleKind::Viewer, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let base = format!("{}/change/{code}", unit.address());
    Scene { app, unit, it, coordinator, mentor, worker, worker_me, viewer, base }
}

/// With spaces that break, to be compared with.
fn read(answer: Answer) -> Answer {
    Answer { body: answer.body.replace('\u{a0}', " "), ..answer }
}

impl Scene {
    pub async fn get(&self, rest: &str, cookie: &str) -> Answer {
        read(self.app.get(&format!("{}{rest}", self.base), cookie).await)
    }

    pub async fn post(&self, rest: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        read(self.app.post(&format!("{}{rest}", self.base), cookie, fields).await)
    }

    /// The mark of what a page about what young people are told would publish; empty where it would publish nothing.
    pub async fn seen(&self, cookie: &str) -> String {
        let page = self.get("/steps/6", cookie).await.body;
        page.split("name=\"seen\" value=\"").nth(1).map_or("", |it| it.split('"').next().unwrap()).to_owned()
    }

    /// Publishes what stands.
    pub async fn publish(&self, cookie: &str, id: &str) -> Answer {
        let seen = self.seen(cookie).await;
        self.post("/publication", cookie, &[("id", id), ("seen", &seen)]).await
    }

    /// What a page is told that saves by itself: the status, and the answer.
    pub async fn ask(&self, rest: &str, cookie: &str, fields: &[(&str, &str)]) -> (u16, serde_json::Value) {
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let request = Request::post(format!("{}{rest}", self.base))
            .header("cookie", cookie)
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.join("&")));
        let answer = read(self.app.send(request.unwrap()).await);
        (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap())
    }

    /// Another evaluation of the same weeks, about this unit after an occasion; it is worked with from here on.
    pub async fn occasion(&mut self) {
        let (app, who) = (&self.app, me(&self.app, &self.coordinator).await);
        let (root, network_id) = (app.unit("mreza").await, self.unit.network.id);
        let places = evaluation::places(&app.db, network_id, self.it.id).await.unwrap();
        let text = |text: &str| vec![("sl".to_owned(), text.to_owned())];
        let new = evaluation::New {
            id: app.ids.ordered(),
            names: text("Po taboru"),
            purposes: text("Zanima nas."),
            consents: text("Strinjam se."),
            contact: "mreza@example.org".into(),
            opens_on: "2026-10-05".into(),
            last_on: "2026-10-25".into(),
            asked: vec![(Kind::Open, places[0].version_id.to_string())],
            occasion: true,
            units: vec!["mc-reka".into()],
            ..evaluation::New::default()
        };
        let code = evaluation::make(app, &who, &root, &new).await.unwrap().unwrap();
        evaluation::open(app, &who, &root, &code).await.unwrap();
        self.it = evaluation::by_code(&app.db, network_id, &code).await.unwrap().unwrap();
        self.base = format!("{}/change/{code}", self.unit.address());
    }

    /// So many young people of a unit who answer everything with the same step.
    pub async fn answer(&self, unit: &str, many: usize, step: u8) {
        let (app, network_id) = (&self.app, self.unit.network.id);
        let places = evaluation::places(&app.db, network_id, self.it.id).await.unwrap();
        let version_id = places[0].version_id;
        let content =
            questionnaires::version(&app.db, network_id, version_id).await.unwrap().unwrap().content;
        let scored = content.asked().filter(|item| item.scale.steps().is_some());
        let values: BTreeMap<_, _> = scored.map(|item| (item.code.clone(), Value::Step(step))).collect();
        let one = Given { language: "sl".into(), gender: None, age: None, values, texts: BTreeMap::new() };
        let asked = Asked { network_id, evaluation_id: self.it.id, unit_id: app.unit(unit).await.id };
        let mut tx = app.db.begin().await.unwrap();
        let all = vec![one; many];
        answers::invent(app, &mut tx, &asked, (version_id, &content), &all).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Closes the evaluation and opens its results to everybody.
    pub async fn release(&self) {
        let (root, who) = (self.app.unit("mreza").await, me(&self.app, &self.coordinator).await);
        evaluation::close(&self.app, &who, &root, &self.it.code).await.unwrap();
        results::release(&self.app, &who, &root, &self.it.code).await.unwrap();
    }

    /// Everything put on record, oldest first.
    pub async fn recorded(&self) -> Vec<(String, String)> {
        crate::db::Conn::from(&self.app.db)
            .all("select act, object from audit order by id", vec![])
            .await
            .unwrap()
    }
}
