use super::super::rule::{Covers, Due, Kind, Send, When};
use super::super::typed::{Offer, Paper, due, fields};
use super::on;
use crate::form::Fields;
use crate::measures::Length;
use crate::testing::TestApp;
use crate::units;

async fn offer(app: &TestApp) -> Offer {
    let root = app.unit("mreza").await;
    Offer {
        papers: vec![
            Paper {
                kind: Kind::Report,
                code: "centre-year".into(),
                kinds: vec!["centre".into()],
                lengths: vec![Length::Year],
            },
            Paper {
                kind: Kind::Pack,
                code: "youth-office".into(),
                kinds: vec![],
                lengths: vec![Length::Year, Length::Month],
            },
        ],
        units: units::branch(&app.db, &root, app.today()).await.unwrap(),
        kinds: units::kinds(&app.db, app.network_id).await.unwrap(),
        languages: vec!["sl".into(), "en".into()],
    }
}

fn typed(all: &[(&str, &str)]) -> Fields {
    Fields(all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

const REPORT: [(&str, &str); 8] = [
    ("what", "report:centre-year"),
    ("covers", "year_before"),
    ("unit", "mreza"),
    ("unit_kind", "centre"),
    ("month", "2"),
    ("day", "15."),
    ("send", "finished"),
    ("to_viewers", "yes"),
];

#[tokio::test]
async fn what_was_typed_is_read_and_shown_again_as_it_is() {
    let app = TestApp::new().await;
    let (offer, root) = (offer(&app).await, app.unit("mreza").await);
    let read = due(&typed(&REPORT), &offer).unwrap();
    let meant = Due {
        kind: Kind::Report,
        template: Some("centre-year".into()),
        covers: Some(Covers::YearBefore),
        unit_id: root.id,
        unit_kind: Some("centre".into()),
        when: on(2, 15),
        send: Send::Finished,
        to_viewers: true,
        ..Due::default()
    };
    assert_eq!(read, meant);
    let support = Due {
        kind: Kind::Other,
        name: crate::i18n::Text18::two("Obiski", "Visits"),
        unit_id: root.id,
        when: When { month: Some(4), day: None, from: Some((3, None)) },
        ..Due::default()
    };
    for it in [meant, support] {
        assert_eq!(due(&fields(&it, "mreza", &offer.languages), &offer).unwrap(), it);
    }
    // What belongs to other things is left aside.
    let words = typed(&[
        ("what", "meeting"),
        ("name_sl", " Letno  srečanje "),
        ("unit", "mreza"),
        ("covers", "year"),
        ("send", "figures"),
        ("remind", "yes"),
    ]);
    let read = due(&words, &offer).unwrap();
    assert_eq!((read.covers, read.send, read.remind), (None, Send::Nothing, false));
    assert_eq!(read.name.get("sl"), Some("Letno srečanje"));
}

/// Fields, and what is typed in them instead.
type Changed = &'static [(&'static str, &'static str)];

#[tokio::test]
async fn what_does_not_go_together_is_told_beside_its_field() {
    let app = TestApp::new().await;
    let offer = offer(&app).await;
    let long = "x".repeat(121);
    let cases: [(Changed, &str, &str); 15] = [
        (&[("what", "")], "what", "due-what-missing"),
        (&[("what", "report:none")], "what", "due-what-missing"),
        (&[("what", "closing:x")], "what", "due-what-missing"),
        (&[("covers", "")], "covers", "due-covers-missing"),
        (&[("covers", "first_half")], "covers", "due-covers-other"),
        (&[("what", "closing"), ("covers", "first_half")], "covers", "due-covers-closing"),
        (&[("what", "pack:youth-office"), ("month", "")], "covers", "due-covers-monthly"),
        (&[("unit", "nowhere")], "unit", "due-unit-missing"),
        (&[("unit_kind", "castle")], "unit_kind", "due-kind-missing"),
        (&[("unit_kind", "municipality")], "unit_kind", "due-kind-unfit"),
        (&[("day", "30")], "day", "due-day-wrong"),
        (&[("month", "13")], "month", "due-month-wrong"),
        (&[("from_day", "3")], "from_day", "due-from-month-missing"),
        (&[("to_viewers", "")], "name_sl", "due-name-long"),
        (&[("send", "always")], "send", "due-send-missing"),
    ];
    for (changed, field, key) in cases {
        let mut all: Vec<(&str, &str)> = REPORT.to_vec();
        for (name, value) in changed {
            match all.iter_mut().find(|(it, _)| it == name) {
                Some(it) => it.1 = value,
                None => all.push((name, value)),
            }
        }
        if key == "due-name-long" {
            all.push(("name_sl", &long));
        }
        let wrong = due(&typed(&all), &offer).unwrap_err();
        assert!(wrong.iter().any(|it| it.field == field && it.key == key), "{changed:?}: {wrong:?}");
    }
    let to_nobody: Vec<_> = REPORT.into_iter().filter(|(name, _)| *name != "to_viewers").collect();
    let wrong = due(&typed(&to_nobody), &offer).unwrap_err();
    assert_eq!(wrong[0].key, "due-to-missing");
    let nameless = typed(&[("what", "meeting"), ("unit", "mreza"), ("from_month", "3")]);
    let wrong: Vec<_> = due(&nameless, &offer).unwrap_err().into_iter().map(|it| it.key).collect();
    assert_eq!(wrong, ["due-from-of-what", "due-name-missing"]);
}
