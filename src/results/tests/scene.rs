//! A network with an evaluation, and answers of people who do not exist.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::access::{self, Me, RoleKind};
use crate::answers::{self, Age, Asked, Given, Value};
use crate::evaluation::{self, Evaluation};
use crate::i18n::Text18;
use crate::questionnaires::{self, Area, Content, Item, Scale, Source};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::{Gender, Kind};

pub fn item(code: &str, area: Option<&str>, scale: Scale) -> Item {
    Item {
        code: code.into(),
        area: area.map(str::to_owned),
        text: Text18::two("Vprašanje", "Question"),
        easy: Text18::default(),
        scale,
        reversed: false,
        sensitive: None,
        off: false,
        only_if: None,
    }
}

/// Two areas, and one item of each other kind.
pub fn content() -> Content {
    let area = |code: &str| Area { code: code.into(), name: Text18::two("Področje", "Area") };
    let mut bored = item("bored", Some("safe"), Scale::Agree5);
    bored.reversed = true;
    let mut born = item("born", None, Scale::YesNo);
    born.sensitive = Some(Text18::two("Zato", "Because"));
    Content {
        languages: vec!["sl".into()],
        areas: vec![area("safe"), area("part")],
        items: vec![
            item("calm", Some("safe"), Scale::Agree5),
            bored,
            item("asked", Some("part"), Scale::Agree4),
            item("often", None, Scale::Number { least: 0, most: 99 }),
            born,
            item("gender", None, Scale::Gender),
            item("age", None, Scale::Age),
        ],
    }
}

/// Somebody's answer to [`content`]: steps of "calm", "bored" and "asked"; none is "don't know".
pub fn given(steps: [Option<u8>; 3], gender: Option<Gender>, age: Option<Age>) -> Given {
    let value = |step: Option<u8>| step.map_or(Value::DontKnow, Value::Step);
    let values: BTreeMap<String, Value> =
        ["calm", "bored", "asked"].iter().map(|code| (*code).to_owned()).zip(steps.map(value)).collect();
    Given { language: "sl".into(), gender, age, values, texts: BTreeMap::new() }
}

pub struct Scene {
    pub app: TestApp,
    pub root: Unit,
    pub cookie: String,
    pub me: Me,
}

/// A network whose coordinator has finished our own questionnaire about open work.
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
    /// An evaluation that is open, in a window of its own.
    pub async fn opened(&self, name: &str, opens_on: &str, last_on: &str) -> String {
        self.opened_as(name, opens_on, last_on, |_| {}).await
    }

    /// [`Scene::opened`], made otherwise than usual.
    pub async fn opened_as(
        &self,
        name: &str,
        opens_on: &str,
        last_on: &str,
        change: impl FnOnce(&mut evaluation::New),
    ) -> String {
        let offered = questionnaires::finished(&self.app.db, self.root.network.id).await.unwrap();
        let both = |text: &str| vec![("sl".to_owned(), text.to_owned()), ("en".to_owned(), String::new())];
        let mut new = evaluation::New {
            id: self.app.ids.ordered(),
            names: both(name),
            purposes: both("Zanima nas."),
            consents: both("Strinjam se."),
            contact: "mreza@example.org".into(),
            opens_on: opens_on.into(),
            last_on: last_on.into(),
            asked: vec![(Kind::Open, offered[0].1.to_string())],
            ..evaluation::New::default()
        };
        change(&mut new);
        let code = evaluation::make(&self.app, &self.me, &self.root, &new).await.unwrap().unwrap();
        evaluation::open(&self.app, &self.me, &self.root, &code).await.unwrap();
        code
    }

    pub async fn evaluation(&self, code: &str) -> Evaluation {
        evaluation::by_code(&self.app.db, self.root.network.id, code).await.unwrap().unwrap()
    }

    pub async fn close(&self, code: &str) {
        evaluation::close(&self.app, &self.me, &self.root, code).await.unwrap();
    }

    /// So many girls and boys of a unit who answer everything with this step.
    pub async fn answer(&self, code: &str, unit: &str, girls: usize, boys: usize, step: u8) {
        self.answer_with(code, unit, girls, boys, step, None).await;
    }

    /// [`Scene::answer`], where each of them writes something as well.
    pub async fn answer_with(
        &self,
        code: &str,
        unit: &str,
        girls: usize,
        boys: usize,
        step: u8,
        text: Option<&str>,
    ) {
        self.answer_about(code, Kind::Open, unit, [girls, boys], step, text).await;
    }

    /// So many girls answer, each to each statement as is said.
    pub async fn answer_each(
        &self,
        code: &str,
        unit: &str,
        girls: usize,
        value: impl Fn(usize, &Item) -> Value,
    ) {
        let it = self.evaluation(code).await;
        let (version_id, content) = self.asked(&it, Kind::Open).await;
        let scored: Vec<&Item> = content.asked().filter(|item| item.scale.steps().is_some()).collect();
        let one = |n| Given {
            language: "sl".into(),
            gender: Some(Gender::Girl),
            age: Some(Age::Second),
            values: scored.iter().map(|item| (item.code.clone(), value(n, item))).collect(),
            texts: BTreeMap::new(),
        };
        let all: Vec<Given> = (0..girls).map(one).collect();
        let unit_id = self.app.unit(unit).await.id;
        let asked = Asked { network_id: it.network_id, evaluation_id: it.id, unit_id };
        let mut tx = self.app.db.begin().await.unwrap();
        answers::invent(&self.app, &mut tx, &asked, (version_id, &content), &all).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// [`Scene::answer_with`], about a kind of activity.
    pub async fn answer_about(
        &self,
        code: &str,
        kind: Kind,
        unit: &str,
        [girls, boys]: [usize; 2],
        step: u8,
        text: Option<&str>,
    ) {
        let it = self.evaluation(code).await;
        let unit_id = self.app.unit(unit).await.id;
        let (version_id, content) = self.asked(&it, kind).await;
        let scored: Vec<&Item> = content.asked().filter(|item| item.scale.steps().is_some()).collect();
        let one = |gender| Given {
            language: "sl".into(),
            gender: Some(gender),
            age: Some(Age::Second),
            values: scored.iter().map(|item| (item.code.clone(), Value::Step(step))).collect(),
            texts: text.map(|text| ("best".to_owned(), text.to_owned())).into_iter().collect(),
        };
        let all = [vec![one(Gender::Girl); girls], vec![one(Gender::Boy); boys]].concat();
        let asked = Asked { network_id: it.network_id, evaluation_id: it.id, unit_id };
        let mut tx = self.app.db.begin().await.unwrap();
        answers::invent(&self.app, &mut tx, &asked, (version_id, &content), &all).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What is asked about a kind: the version, and what it says.
    pub async fn asked(&self, it: &Evaluation, kind: Kind) -> (Uuid, Content) {
        let places = evaluation::places(&self.app.db, it.network_id, it.id).await.unwrap();
        let id = places.iter().find(|place| place.kind == kind).unwrap().version_id;
        let version = questionnaires::version(&self.app.db, it.network_id, id).await.unwrap().unwrap();
        (id, version.content)
    }
}
