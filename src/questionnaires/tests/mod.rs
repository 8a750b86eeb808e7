//! What questionnaires must hold to, how they change, their store, and their pages.

mod changes;
mod making;
mod pages;
mod rules;

use uuid::Uuid;

use crate::access::{self, Me, RoleKind};
use crate::questionnaires::making::{New, Source};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// The network, and who coordinates it: the cookie, and who they are.
pub async fn coordinator(app: &TestApp) -> (Unit, String, Me) {
    let (_, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let me = access::me(app, &token).await.unwrap().unwrap();
    (app.unit("mreza").await, cookie, me)
}

pub fn new(id: Uuid, source: Source, name: &str) -> New {
    New { id, source, names: vec![("sl".into(), name.into())], kind: Some(Kind::Open) }
}
