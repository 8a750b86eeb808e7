//! A plan with all steps, and people who take them.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{SMALL, read};
use crate::access::{Me, RoleKind};
use crate::bodies::{self, Body, Kind, Membership, NewMember, Seat};
use crate::i18n::Text18;
use crate::plan::adoption::making::{self as adopting, Taking, Took, take};
use crate::plan::difference::mark;
use crate::plan::document::{Adoption, Plan};
use crate::plan::making;
use crate::testing::TestApp;
use crate::units::Unit;

pub const PLAN: &str = "/units/mreza/mreza/plans/2027";

/// The small plan with all steps.
pub fn whole() -> Plan {
    let steps = Adoption::ALL.iter().skip(1);
    let steps: Vec<String> =
        steps.map(|it| format!("[[adoption]]\nstep = \"{}\"\nwhen = \"2026-11\"\n", it.code())).collect();
    let text = SMALL.replacen("[[part]]", &format!("{}\n[[part]]", steps.join("\n")), 1);
    read(text.as_bytes(), None).unwrap_or_else(|wrong| panic!("{wrong:#?}"))
}

pub struct Scene {
    pub app: TestApp,
    pub root: Unit,
    pub chief: Me,
    pub chief_cookie: String,
}

pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    making::bring_in(&app, None, &root, &whole(), None).await.unwrap().unwrap();
    let (chief, chief_cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    Scene { app, root, chief, chief_cookie }
}

impl Scene {
    pub async fn body(&self, kind: Kind, members: &[&Me]) -> Uuid {
        let (app, id) = (&self.app, self.app.ids.ordered());
        let body = Body { kind, name: Text18::one("sl", kind.code()), within: None };
        bodies::save(app, &self.chief, &self.root, (id, 0), &body).await.unwrap();
        for member in members {
            let what = Membership { seat: Seat::Member, from_on: app.today(), until_on: None };
            let new = NewMember { id: app.ids.ordered(), person_id: member.id, what };
            bodies::add_member(app, &self.chief, &self.root, id, &new).await.unwrap();
        }
        id
    }

    pub async fn taking(&self, on: NaiveDate, words: &str) -> Taking {
        let kept = making::find(&self.app, &self.root, 2027).await.unwrap().unwrap();
        Taking {
            id: self.app.ids.ordered(),
            held_on: on,
            words: words.into(),
            body: None,
            meeting: None,
            seen: mark(Some(&kept)),
        }
    }

    pub async fn take(&self, me: &Me, step: Adoption) -> Took {
        let it = self.taking(self.app.today(), "Sklep.").await;
        take(&self.app, me, &self.root, 2027, (step, &it)).await.unwrap()
    }

    /// Every step up to this one, by the coordinator.
    pub async fn upto(&self, last: Adoption) {
        for step in Adoption::ALL {
            assert!(matches!(self.take(&self.chief, *step).await, Took::Done), "{step:?}");
            if *step == last {
                return;
            }
        }
    }

    pub async fn standing(&self) -> crate::plan::adoption::edition::Standing {
        let kept = making::find(&self.app, &self.root, 2027).await.unwrap().unwrap();
        adopting::standing(&self.app.db, self.app.network_id, &kept).await.unwrap()
    }

    pub async fn bring(&self, plan: &Plan) {
        making::bring_in(&self.app, None, &self.root, plan, None).await.unwrap().unwrap();
    }
}

pub fn refused(took: &Took) -> &'static str {
    match took {
        Took::Wrong(wrong) => wrong.key,
        other => panic!("{other:?}"),
    }
}
