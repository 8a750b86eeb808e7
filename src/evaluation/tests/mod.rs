//! Evaluations from making to closing, and answering as young people do.

mod acts;
mod answering;
mod cards;
mod copies;
mod counts;
mod kiosk;
mod languages;
mod printing;
mod reminding;
mod terms;

use crate::access::{self, Me, RoleKind};
use crate::evaluation::making;
use crate::evaluation::typed::New;
use crate::questionnaires::{self, Source};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::Kind;

pub struct Scene {
    pub app: TestApp,
    pub root: Unit,
    pub cookie: String,
    pub me: Me,
}

/// A network with a finished questionnaire, and who coordinates it.
pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let me = access::me(&app, &token).await.unwrap().unwrap();
    let root = app.unit("mreza").await;
    let new = questionnaires::New {
        id: app.ids.ordered(),
        source: Source::Shipped("open".into()),
        names: vec![],
        kind: None,
    };
    let code = questionnaires::make(&app, &me, &root, &new).await.unwrap().unwrap();
    questionnaires::finish(&app, &me, &root, &code, 1).await.unwrap().unwrap();
    Scene { app, root, cookie, me }
}

impl Scene {
    /// What the form would send.
    pub async fn typed(&self) -> New {
        let offered = questionnaires::finished(&self.app.db, self.root.network.id).await.unwrap();
        let both = |text: &str| vec![("sl".to_owned(), text.to_owned()), ("en".to_owned(), String::new())];
        New {
            id: self.app.ids.ordered(),
            names: both("Letna evalvacija 2026"),
            purposes: both("Zanima nas."),
            consents: both("Strinjam se."),
            contact: "mreza@example.org".into(),
            opens_on: "2026-10-05".into(),
            last_on: "2026-10-25".into(),
            asked: vec![(Kind::Open, offered[0].1.to_string())],
            ..New::default()
        }
    }

    /// An evaluation that is prepared.
    pub async fn made(&self) -> String {
        making::make(&self.app, &self.me, &self.root, &self.typed().await).await.unwrap().unwrap()
    }

    /// An open one: its code, and the address of a centre.
    pub async fn opened(&self) -> (String, String) {
        let code = self.made().await;
        crate::evaluation::open(&self.app, &self.me, &self.root, &code).await.unwrap();
        let address = self.address(&code, "mc-reka").await;
        (code, address)
    }

    pub async fn address(&self, code: &str, unit: &str) -> String {
        use crate::evaluation::store;
        let network_id = self.root.network.id;
        let it = store::by_code(&self.app.db, network_id, code).await.unwrap().unwrap();
        let unit = self.app.unit(unit).await.id;
        let places = store::places(&self.app.db, network_id, it.id).await.unwrap();
        places.into_iter().find(|place| place.unit_id == unit).unwrap().address
    }
}
