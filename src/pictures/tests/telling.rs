//! What stands on a picture: the figures that pages show, results that are released, words that are published.

use std::collections::BTreeMap;

use crate::access::{self, Me, RoleKind};
use crate::activities::{Entry, Heads};
use crate::answers::{self, Given, Value};
use crate::change;
use crate::evaluation::{self, Evaluation};
use crate::i18n::{Lang, Text18, Words};
use crate::measures::{self, Measure, Period, Question};
use crate::pictures::making::{Asked, Made, make};
use crate::pictures::picture::{Body, Picture};
use crate::pictures::shape::{Shape, Template};
use crate::questionnaires::{self, Source};
use crate::results;
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::Kind;

/// Evenings of two months in two years: (unit, year, month, heads).
pub async fn evenings(app: &TestApp, all: &[(&str, i32, u32, i64)]) {
    for (n, (unit, year, month, heads)) in all.iter().enumerate() {
        let offered = measures::scene::activity(app, unit, &format!("vecer-{n}"), Kind::Open).await;
        let date = measures::scene::date(*year, *month, 5);
        let mut entry =
            Entry { duration_min: 150, ..measures::scene::plain(&offered, app.ids.ordered(), date) };
        entry.created_min = 30;
        entry.counts.participant =
            Some(Heads { total: *heads, gender: BTreeMap::new(), age: BTreeMap::new() });
        measures::scene::write(app, &[entry]).await;
    }
}

pub async fn made(app: &TestApp, unit: &Unit, template: Template, period: &str) -> Made {
    let asked = Asked {
        w: Words(Lang::Sl),
        unit,
        template,
        shape: Shape::Square,
        period: Period::from_code(period).unwrap(),
        measure: Measure::Visits,
    };
    make(app, asked).await.unwrap()
}

async fn picture(app: &TestApp, unit: &str, template: Template, period: &str) -> Picture {
    made(app, &app.unit(unit).await, template, period).await.unwrap()
}

#[tokio::test]
async fn a_number_is_the_one_that_measures_give_beside_the_year_before() {
    let app = TestApp::new().await;
    evenings(&app, &[("mc-reka", 2026, 9, 30), ("mc-most", 2026, 9, 12), ("mc-reka", 2025, 9, 40)]).await;
    let it = picture(&app, "ljubljana", Template::Month, "2026-09").await;
    assert_eq!(it.head.title, "Naš mesec: september 2026");
    assert_eq!(
        it.head.source,
        "Enota ljubljana · september 2026 · Vir: Logbook · Mreža · 15. 10. 2026".replace(". ", ".\u{a0}")
    );
    let Body::Number { figure, said, more } = &it.body else { panic!("{it:?}") };
    let unit = app.unit("ljubljana").await;
    let period = Period::from_code("2026-09").unwrap();
    let sums =
        measures::total(&app.db, &Question::new(app.network_id, unit.path.clone(), period)).await.unwrap();
    let w = Words(Lang::Sl);
    assert_eq!((figure.label.as_str(), figure.shown.as_str()), ("Obiski", "42"));
    assert_eq!(figure.shown, measures::shown(w, Measure::Visits, Measure::Visits.of(&sums)));
    assert_eq!(said.replace('\u{a0}', " "), "+5 % glede na september 2025");
    assert_eq!(more[1].shown, measures::shown(w, Measure::YouthWorkMin, Measure::YouthWorkMin.of(&sums)));
    assert!(it.alternative().contains("Obiski: 42; "), "{}", it.alternative());
}

#[tokio::test]
async fn a_period_that_goes_on_says_until_when_and_is_beside_as_many_days() {
    let app = TestApp::new().await;
    evenings(&app, &[("mc-reka", 2026, 9, 30), ("mc-reka", 2025, 9, 20), ("mc-reka", 2025, 12, 500)]).await;
    let it = picture(&app, "mc-reka", Template::Comparison, "2026").await;
    assert_eq!(it.head.title, "2026 in 2025");
    let Body::Comparison { bars, said, .. } = &it.body else { panic!("{it:?}") };
    let plain = |text: &str| text.replace('\u{a0}', " ");
    assert_eq!((plain(&bars[0].name), bars[0].shown.as_str()), ("2026, do 14. 10.".to_owned(), "30"));
    assert_eq!((plain(&bars[1].name), bars[1].shown.as_str()), ("1. 1.–14. 10. 2025".to_owned(), "20"));
    assert_eq!(plain(said), "+50 % glede na 1. 1.–14. 10. 2025");
}

#[tokio::test]
async fn what_is_not_known_is_a_dash_and_nothing_at_all_is_no_picture() {
    let app = TestApp::new().await;
    evenings(&app, &[("mc-reka", 2026, 9, 0)]).await;
    let it = picture(&app, "mc-reka", Template::Comparison, "2026-09").await;
    let Body::Comparison { bars, said, .. } = &it.body else { panic!("{it:?}") };
    assert_eq!((bars[0].shown.as_str(), bars[0].share), ("0", Some(0.0)));
    assert_eq!((bars[1].shown.as_str(), bars[1].share), ("–", None));
    assert_eq!(said, "");
    let unit = app.unit("mc-reka").await;
    for template in [Template::Month, Template::Number, Template::Comparison, Template::Year] {
        assert_eq!(made(&app, &unit, template, "2024-02").await.unwrap_err(), "pictures-no-data");
    }
    for (template, period, why) in [
        (Template::Month, "2026", "pictures-months-only"),
        (Template::Map, "2026", "pictures-none-below"),
        (Template::Voices, "2026", "pictures-no-results"),
        (Template::Said, "2026", "pictures-nothing-said"),
        (Template::Year, "2031", "pictures-no-data"),
    ] {
        assert_eq!(made(&app, &unit, template, period).await.unwrap_err(), why);
    }
    let above = app.unit("mreza").await;
    assert_eq!(made(&app, &above, Template::Map, "2024").await.unwrap_err(), "pictures-no-data");
}

#[tokio::test]
async fn tiles_stand_by_name_and_come_to_the_whole() {
    let app = TestApp::new().await;
    evenings(&app, &[("mc-reka", 2025, 3, 900), ("mc-most", 2025, 3, 90), ("mc-sava", 2025, 4, 10)]).await;
    let it = picture(&app, "mreza", Template::Map, "2025").await;
    assert_eq!(it.head.title, "Obiski, 2025");
    let Body::Map { tiles, key, none } = &it.body else { panic!("{it:?}") };
    let seen: Vec<(&str, &str, Option<usize>)> =
        tiles.iter().map(|it| (it.name.as_str(), it.shown.as_str(), it.step)).collect();
    assert_eq!(
        seen,
        [
            ("Enota brezice", "10", Some(0)),
            ("Enota ljubljana", "990", Some(3)),
            ("Enota taborniki", "–", None)
        ]
    );
    assert_eq!(key.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(), ["0–249", "750–1.000"]);
    assert_eq!(none.as_deref(), Some("ni zapisov"));
}

struct Asking<'a> {
    app: &'a TestApp,
    root: Unit,
    me: Me,
    it: Evaluation,
}

async fn me(app: &TestApp, kind: RoleKind, unit: &str) -> Me {
    let (_, cookie) = app.person(kind, unit).await;
    access::me(app, cookie.split_once('=').unwrap().1).await.unwrap().unwrap()
}

/// An open evaluation of this year.
async fn asking(app: &TestApp) -> Asking<'_> {
    let me = me(app, RoleKind::Coordinator, "mreza").await;
    let root = app.unit("mreza").await;
    let source = Source::Shipped("open".into());
    let new = questionnaires::New { id: app.ids.ordered(), source, names: vec![], kind: None };
    let code = questionnaires::make(app, &me, &root, &new).await.unwrap().unwrap();
    questionnaires::finish(app, &me, &root, &code, 1).await.unwrap().unwrap();
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
    let code = evaluation::make(app, &me, &root, &new).await.unwrap().unwrap();
    evaluation::open(app, &me, &root, &code).await.unwrap();
    let it = evaluation::by_code(&app.db, root.network.id, &code).await.unwrap().unwrap();
    Asking { app, root, me, it }
}

impl Asking<'_> {
    async fn answer(&self, unit: &str, many: usize) {
        let (app, network_id) = (self.app, self.root.network.id);
        let version_id = evaluation::places(&app.db, network_id, self.it.id).await.unwrap()[0].version_id;
        let content =
            questionnaires::version(&app.db, network_id, version_id).await.unwrap().unwrap().content;
        let scored = content.asked().filter(|item| item.scale.steps().is_some());
        let values: BTreeMap<_, _> = scored.map(|item| (item.code.clone(), Value::Step(3))).collect();
        let one = Given { language: "sl".into(), gender: None, age: None, values, texts: BTreeMap::new() };
        let unit_id = app.unit(unit).await.id;
        let asked = answers::Asked { network_id, evaluation_id: self.it.id, unit_id };
        let mut tx = app.db.begin().await.unwrap();
        answers::invent(app, &mut tx, &asked, (version_id, &content), &vec![one; many]).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn voices_are_told_once_they_are_released_and_not_before() {
    let app = TestApp::new().await;
    let s = asking(&app).await;
    s.answer("mc-reka", 40).await;
    s.answer("mc-most", 3).await;
    evaluation::close(&app, &s.me, &s.root, &s.it.code).await.unwrap();
    let unit = app.unit("mc-reka").await;
    // Whoever runs it sees them already; a picture is for others.
    assert_eq!(made(&app, &unit, Template::Voices, "2026").await.unwrap_err(), "pictures-no-results");
    results::release(&app, &s.me, &s.root, &s.it.code).await.unwrap();
    let it = made(&app, &unit, Template::Voices, "2026-H2").await.unwrap();
    assert_eq!(it.head.title, "Kaj pravijo mladi, 2026");
    let Body::Voices { lines, .. } = &it.body else { panic!("{it:?}") };
    let shown = results::released(&app, &unit, |_| true).await.unwrap().unwrap();
    assert_eq!(lines.len(), shown.areas.len());
    for (line, area) in lines.iter().zip(&shown.areas) {
        assert_eq!(line.index, area.index.as_ref().map(scores::Estimate::value), "{}", line.area);
    }
    assert!(lines.iter().any(|line| line.index.is_some()));
    // Three answers are told nowhere, and other years neither.
    let few = app.unit("mc-most").await;
    assert_eq!(made(&app, &few, Template::Voices, "2026").await.unwrap_err(), "pictures-no-results");
    assert_eq!(made(&app, &unit, Template::Voices, "2025").await.unwrap_err(), "pictures-no-results");
}

#[tokio::test]
async fn only_what_is_published_is_said() {
    let app = TestApp::new().await;
    let s = asking(&app).await;
    let worker = me(&app, RoleKind::Worker, "mc-reka").await;
    let unit = app.unit("mc-reka").await;
    let said = change::Said {
        said: Text18::one("sl", "Temno je."),
        did: Text18::one("sl", "Tri nove luči."),
        ..change::Said::default()
    };
    let not = change::Said {
        said: Text18::one("sl", "Odprto naj bo ob sobotah."),
        could_not: Text18::one("sl", "Ni dovolj ljudi."),
        ..change::Said::default()
    };
    assert_eq!(made(&app, &unit, Template::Said, "2026").await.unwrap_err(), "pictures-nothing-said");
    let (at, by) = (change::At { unit: &unit, it: &s.it }, (worker.id, s.me.id));
    let mut tx = app.db.begin().await.unwrap();
    change::bring_said(&app, &mut tx, at, by, (&[said, not], &[])).await.unwrap();
    tx.commit().await.unwrap();
    let it = made(&app, &unit, Template::Said, "2026").await.unwrap();
    assert_eq!(it.head.title, "Povedali ste, naredili smo");
    let Body::Said { entries, .. } = &it.body else { panic!("{it:?}") };
    let seen: Vec<[&str; 3]> = entries.iter().map(|it| [&*it.said, &*it.label, &*it.did]).collect();
    assert_eq!(
        seen,
        [
            ["Temno je.", "Naredili smo", "Tri nove luči."],
            ["Odprto naj bo ob sobotah.", "Nismo mogli", "Ni dovolj ljudi."],
        ]
    );
}
