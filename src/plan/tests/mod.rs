//! Plans: the rules alone, files, and the pages as those see them who write, read, or have no business there.

mod adopting;
mod adoption;
mod beside;
mod codes;
mod deciding;
mod far;
mod files;
mod forms;
mod holding;
mod in_words;
mod kept;
mod making;
mod matching;
mod met;
mod pages;
mod preview;
mod public;
mod random;
mod rules;
mod standing;
mod unfinished;

use crate::access::{Me, RoleKind};
use crate::i18n::{Lang, Words};
use crate::plan::document::Plan;
use crate::plan::files::{Asked, Wrong, read as read_file};
use crate::plan::making::bring_in;
use crate::testing::TestApp;
use crate::units::Unit;

/// A plan with a bit of everything.
pub const SMALL: &str = r#"
format = 1
year = 2027
name = { sl = "Letni delovni načrt 2027", en = "Annual work plan 2027" }
intro = { sl = "Kar smo si zastavili." }

[[adoption]]
step = "draft_to_council"
when = "2026-10"

[[part]]
kind = "area"
code = "development"
name = { sl = "Razvoj", en = "Development" }
aims = [{ code = "2.1", name = { sl = "Usposabljanje" } }]
goals = [{ sl = "Redna usposabljanja", en = "Regular training" }, { sl = "Več udeležencev" }]

[[part]]
kind = "project"
code = "eu-you"
in = "development"
name = { sl = "EU YOU" }
programme = "Erasmus+"
role = "lead"
partners = [{ country = "HR", name = "Mreža: Zagreb" }, { name = "Movit" }]
budget = 12000
targets = [
  { code = "events", rule = "exactly", number = 40, each = 4, units = 10, unit = { sl = "dogodkov", en = "events" } },
]

[[part]]
kind = "action"
code = "academy"
in = "eu-you"
name = { sl = "Akademija", en = "Academy" }
when = "2027-02/2027-12"
indicator = { sl = "Usposabljanja po potrebah.\nS strokovnjaki." }
steps = [
  { when = "2027-03, 2027-10", what = { sl = "usposabljanje" } },
  { note = { sl = "datum še ni znan" }, what = { sl = "srečanje" } },
]
targets = [
  { code = "trainings", rule = "at_least", number = 4, unit = { sl = "usposabljanja", en = "trainings" } },
  { code = "posts", rule = "at_most", number = 2, up_to = 3, unit = { sl = "objave" } },
]

[[part]]
kind = "action"
code = "meeting"
in = "development"
name = { sl = "Srečanje" }
when = "2027-11-15"
"#;

pub fn read(text: &[u8], year: Option<i32>) -> Result<Plan, Wrong> {
    read_file(Words(Lang::En), text, &Asked { year, lang: "sl", known: None })
}

pub fn small() -> Plan {
    read(SMALL.as_bytes(), None).unwrap_or_else(|wrong| panic!("{wrong:#?}"))
}

/// A network with a plan, and its coordinator.
pub struct Begun {
    pub app: TestApp,
    pub root: Unit,
    pub me: Me,
    pub cookie: String,
}

pub async fn begun(text: &str) -> Begun {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let it = Begun { app, root, me, cookie };
    it.bring(text).await;
    it
}

impl Begun {
    /// Brings the plan in once more, as it is now.
    pub async fn bring(&self, text: &str) {
        let plan = read(text.as_bytes(), None).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
        bring_in(&self.app, None, &self.root, &plan, None).await.unwrap().unwrap();
    }
}
