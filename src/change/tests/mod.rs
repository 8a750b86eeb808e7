//! From results to change: the rules alone, and the pages as those see them who work there, coordinate, or come by.

mod aims;
mod saying;
mod steps;
mod workspace;

use crate::access::{self, Me, RoleKind};
use crate::evaluation::{self, Evaluation};
use crate::questionnaires::{self, Source};
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

    /// Everything put on record, oldest first.
    pub async fn recorded(&self) -> Vec<(String, String)> {
        crate::db::Conn::from(&self.app.db)
            .all("select act, object from audit order by id", vec![])
            .await
            .unwrap()
    }
}
