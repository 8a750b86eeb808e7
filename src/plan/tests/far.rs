//! How far a plan is: numbers out of entries, and what is told where their source is gone; and the pages of it.

use axum::body::Body;
use axum::http::Request;
use chrono::NaiveDate;

use super::read;
use crate::access::RoleKind;
use crate::activities::Heads;
use crate::i18n::{Lang, Text18, Words};
use crate::measures::scene;
use crate::plan::making;
use crate::plan::reckoning::{Found, Lost, Reckoning, as_of, reckon};
use crate::plan::standing::{Came, State};
use crate::plan::telling;
use crate::testing::{Answer, TestApp};
use crate::vocabulary::{self, Kind, Project};

pub const PLAN: &str = "/units/mreza/mreza/plans/2026";

pub const TEXT: &str = r#"
format = 1
year = 2026
name = { sl = "Letni načrt 2026" }

[[part]]
kind = "project"
code = "eu-you"
name = { sl = "EU YOU" }
qualitative = [{ sl = "Mladi poznajo svoje pravice" }]
targets = [
  { code = "events", rule = "at_least", number = 8, each = 4, units = 2, unit = { sl = "dogodkov" }, evidence = { from = "measure", measure = "activities_held", project = "eu-you" } },
  { code = "spring", rule = "at_least", number = 2, unit = { sl = "dogodkov" }, evidence = { from = "measure", measure = "activities_held", project = "eu-you", in = ["brezice"], when = "2026-01/2026-03" } },
  { code = "hours", rule = "at_least", number = 20, unit = { sl = "ur" }, evidence = { from = "measure", measure = "youth_work_min", kind = "event" } },
  { code = "good", rule = "at_least", number = 70, unit = { sl = "točk" }, evidence = { from = "result", area = "safety" } },
  { code = "trainings", rule = "at_least", number = 4, unit = { sl = "usposabljanj" }, evidence = { from = "hand", what = "trainings", whom = { sl = "mladinski delavci" } } },
  { code = "members", rule = "exactly", number = 30, unit = { sl = "članic" } },
]
"#;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub struct Scene {
    pub app: TestApp,
    pub coordinator: String,
}

/// Four events of a project at one centre by June, two at another, a third one in August; one called off, one of no project.
pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let project = Project {
        id: app.ids.ordered(),
        code: "eu-you".into(),
        name: Text18::two("EU YOU", "EU YOU"),
        from_on: date("2020-01-01"),
        until_on: None,
        programme: None,
        owner_unit_id: root.id,
    };
    let mut tx = app.db.begin().await.unwrap();
    vocabulary::insert_project(&mut tx, app.network_id, &project).await.unwrap();
    tx.commit().await.unwrap();
    let mut entries = Vec::new();
    for (unit, days) in [
        ("mc-reka", &["2026-01-20", "2026-02-17", "2026-04-14", "2026-06-30"][..]),
        ("mc-sava", &["2026-03-03", "2026-05-12", "2026-08-01"][..]),
    ] {
        let activity = scene::activity(&app, unit, "dogodek", Kind::Event).await;
        for day in days {
            let mut entry = scene::plain(&activity, app.ids.ordered(), date(day));
            entry.project = Some(project.id);
            entry.counts.participant = Some(Heads { total: 15, ..Heads::default() });
            entries.push(entry);
        }
        let other = scene::plain(&activity, app.ids.ordered(), date("2026-05-05"));
        entries.push(other);
    }
    let mut off = entries[0].clone();
    off.id = app.ids.ordered();
    off.local_date = date("2026-06-02");
    off.status = crate::activities::Status::Cancelled;
    off.counts = crate::activities::Counts::default();
    entries.push(off);
    scene::write(&app, &entries).await;
    let plan = read(TEXT.as_bytes(), None).unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    making::bring_in(&app, None, &root, &plan, None).await.unwrap().unwrap();
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    Scene { app, coordinator }
}

impl Scene {
    pub async fn on(&self, day: &str) -> Reckoning {
        let root = self.app.unit("mreza").await;
        let kept = making::find(&self.app, &root, 2026).await.unwrap().unwrap();
        reckon(&self.app, &root, &kept, date(day)).await.unwrap()
    }

    /// Sends the form of a count as browsers do.
    pub async fn count(&self, target: &str, fields: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let file = if *name == "file" { "; filename=\"list.pdf\"" } else { "" };
            body.extend(
                format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes(),
            );
            body.extend(*value);
            body.extend(b"\r\n");
        }
        body.extend(b"--x--\r\n");
        let request = Request::post(format!("{PLAN}/parts/eu-you/targets/{target}/counts"))
            .header("cookie", &self.coordinator)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x");
        self.app.send(request.body(Body::from(body)).unwrap()).await
    }
}

#[tokio::test]
async fn where_a_number_comes_from_is_one_sentence_and_opens_unit_by_unit() {
    let scene = scene().await;
    let text = TEXT.replacen("in = [\"brezice\"]", "in = [\"mc-reka\", \"mc-sava\"]", 1);
    let text = text.replacen("measure = \"youth_work_min\"", "measure = \"created_min\"", 1);
    let root = scene.app.unit("mreza").await;
    making::bring_in(&scene.app, None, &root, &read(text.as_bytes(), None).unwrap(), None)
        .await
        .unwrap()
        .unwrap();
    let june = scene.on("2026-06-30").await;
    for (lang, target, says, from, last) in [
        (Lang::Sl, "events", "izvedene dejavnosti projekta EU YOU", "2026-01-01", "2026-06-30"),
        (Lang::En, "events", "activities held in the project EU YOU", "2026-01-01", "2026-06-30"),
        (
            Lang::Sl,
            "spring",
            "izvedene dejavnosti projekta EU YOU v enotah Enota mc-reka in Enota mc-sava",
            "2026-01-01",
            "2026-03-31",
        ),
        (
            Lang::En,
            "spring",
            "activities held in the project EU YOU in the units Unit mc-reka and Unit mc-sava",
            "2026-01-01",
            "2026-03-31",
        ),
        (Lang::Sl, "hours", "ure, ki so jih ustvarili mladi, vrste »dogodek«", "2026-01-01", "2026-06-30"),
    ] {
        let w = Words(lang);
        let span = w.span(date(from), date(last));
        let source = telling::source(w, june.target("eu-you", target).unwrap());
        assert_eq!(source, format!("{says} ({span})"));
    }
    // No list has the entries of several units and of no other: each row of the table has its own.
    let at = format!("{PLAN}/parts/eu-you/targets/spring");
    let page = scene.app.get(&at, &scene.coordinator).await.body;
    assert!(page.contains("href=\"#h-by-unit\"") && page.contains("id=\"h-by-unit\""), "{page}");
    for unit in ["mc-reka", "mc-sava"] {
        assert!(page.contains(&format!("/units/mreza/{unit}/entries?")), "{unit}: {page}");
    }
    assert!(!page.contains("/units/mreza/mreza/entries?"), "{page}");
    let (_, viewer) = scene.app.person(RoleKind::Viewer, "mreza").await;
    let page = scene.app.get(&at, &viewer).await.body;
    assert!(!page.contains("#h-by-unit"), "whoever sees figures only is led to no entries: {page}");
}

#[tokio::test]
async fn numbers_come_from_the_entries_of_a_project() {
    let scene = scene().await;
    let june = scene.on("2026-06-30").await;
    let events = june.target("eu-you", "events").unwrap();
    assert_eq!(events.came, Some(Came::whole(6)), "held, of the project, by that day");
    let units: Vec<(&str, i64)> = events.units.iter().map(|(code, it)| (code.as_str(), it.above)).collect();
    assert_eq!(units, [("mc-reka", 4), ("mc-sava", 2)]);
    assert_eq!((events.standing.state, events.standing.units), (State::OnTheWay, Some((1, 2))));
    // A centre that takes part is told also where it has nothing yet.
    let winter = scene.on("2026-02-28").await;
    let events_by_then = &winter.target("eu-you", "events").unwrap();
    let units: Vec<(&str, i64)> =
        events_by_then.units.iter().map(|(code, it)| (code.as_str(), it.above)).collect();
    assert_eq!(units, [("mc-reka", 2), ("mc-sava", 0)]);
    let at = format!("{PLAN}/parts/eu-you/targets/events?on=2026-02-28");
    let page = scene.app.get(&at, &scene.coordinator).await.body;
    assert_eq!(page.matches("še ni doseženo").count(), 2, "{page}");
    let Found::Measure(found) = &events.found else { panic!("measured") };
    assert_eq!(found.sums().visits(), 90);
    assert_eq!(found.own.activities.values().map(|it| it.held).sum::<i64>(), 6, "activities add up to it");
    // One unit and its months; hours of all events, of whatever project.
    assert_eq!(june.target("eu-you", "spring").unwrap().came, Some(Came::whole(1)));
    assert_eq!(june.target("eu-you", "spring").unwrap().standing.state, State::OnTheWay);
    assert_eq!(june.target("eu-you", "hours").unwrap().came, Some(Came { above: 8 * 60, below: 60 }));
    // A day later there is more, and the past stays as it was.
    assert_eq!(scene.on("2026-08-31").await.target("eu-you", "events").unwrap().came, Some(Came::whole(7)));
    assert_eq!(scene.on("2026-03-31").await.target("eu-you", "events").unwrap().came, Some(Came::whole(3)));
    assert_eq!(as_of(Some(date("2026-06-29")), date("2026-10-15")), date("2026-05-31"));
    assert_eq!(as_of(Some(date("2026-06-30")), date("2026-10-15")), date("2026-06-30"));
    assert_eq!(as_of(Some(date("2027-06-30")), date("2026-10-15")), date("2026-10-15"));
}

#[tokio::test]
async fn what_is_gone_is_told_and_what_was_counted_by_hand_stays() {
    let scene = scene().await;
    let good = scene.on("2026-10-15").await;
    assert!(matches!(good.target("eu-you", "good").unwrap().found, Found::Lost(Lost::Area(_))));
    let points = good.target("eu-you", "good").unwrap();
    assert_eq!((points.came, points.standing.state), (None, State::NotBegun), "it is still to be held");
    let source = telling::source(Words(Lang::Sl), points);
    assert!(!source.contains("ročno"), "nobody counts that by hand: {source}");
    // The same plan from a time when the network had other words.
    let root = scene.app.unit("mreza").await;
    let text = TEXT
        .replace("project = \"eu-you\", in", "project = \"gone\", in")
        .replace("kind = \"event\"", "tag = \"gone\"");
    let plan = read(text.as_bytes(), None).unwrap();
    making::bring_in(&scene.app, None, &root, &plan, None).await.unwrap().unwrap();
    let fields: Vec<(&str, &[u8])> = vec![
        ("id", b"01890000-0000-7000-8000-000000000001"),
        ("day", b"2026-03-10"),
        ("number", b"2"),
        ("note", b"Dva dogodka"),
    ];
    assert_eq!(scene.count("spring", &fields).await.status, 303);
    let on = scene.on("2026-06-30").await;
    let spring = on.target("eu-you", "spring").unwrap();
    assert!(matches!(&spring.found, Found::Lost(Lost::Project(code)) if code == "gone"));
    assert_eq!((spring.came, spring.standing.state), (Some(Came::whole(2)), State::Reached));
    let hours = on.target("eu-you", "hours").unwrap();
    assert_eq!(
        (hours.came, hours.standing.state),
        (None, State::Unknown),
        "nothing is known, which is no zero"
    );
    let page = scene.app.get(&format!("{PLAN}/parts/eu-you"), &scene.coordinator).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Oznake gone v mreži ni več"), "{}", page.body);
}

#[tokio::test]
async fn the_plan_tells_how_far_it_is_and_opens_to_the_entries() {
    let scene = scene().await;
    let page = scene.app.get(&format!("{PLAN}?on=2026-06-30"), &scene.coordinator).await.body;
    for says in ["6 od 8", "1 od 2 enot ima svoje", "minilo je 49 % časa", "Na poti", "Se še ni začelo"] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let at = format!("{PLAN}/parts/eu-you/targets/events?on=2026-06-30");
    let page = scene.app.get(&at, &scene.coordinator).await.body;
    let link =
        "/units/mreza/mreza/entries?from=2026-01-01&#38;to=2026-06-30&#38;status=held&#38;project=eu-you";
    assert!(page.contains(link), "{page}");
    let list = scene.app.get(&link.replace("&#38;", "&"), &scene.coordinator).await.body;
    assert!(list.contains("6\u{a0}vnosov"), "{list}");
    assert!(list.contains("Projekt: EU YOU"), "what narrows it is told: {list}");
    // A worker of one centre is led to their own entries, who sees figures to none.
    let (_, worker) = scene.app.person(RoleKind::Worker, "mc-sava").await;
    let page = scene.app.get(&at, &worker).await.body;
    assert!(page.contains("/units/mreza/mc-sava/entries?") && !page.contains("/mc-reka/entries?"), "{page}");
    // The whole is told to everybody in the network; the months of each unit to whoever sees its figures.
    let (_, rows) = page.split_once("id=\"h-by-unit\"").unwrap();
    assert!(page.contains("6 od 8") && rows.contains("v tvojih enotah"), "{page}");
    assert!(rows.contains("mc-sava") && !rows.contains("mc-reka"), "{rows}");
    let (_, other) = scene.app.person(RoleKind::Worker, "mc-most").await;
    let page = scene.app.get(&at, &other).await.body;
    assert!(page.contains("6 od 8") && !page.contains("h-by-unit"), "{page}");
    let (_, viewer) = scene.app.person(RoleKind::Viewer, "mreza").await;
    let page = scene.app.get(&at, &viewer).await.body;
    assert!(page.contains("6 od 8") && !page.contains("/entries?"), "{page}");
    assert!(page.contains("Dejavnost dogodek"), "activities by month: {page}");
    let hours = scene.app.get(&format!("{PLAN}/parts/eu-you/targets/hours"), &viewer).await.body;
    assert!(hours.contains("/figures?measure=youth_work_min"), "{hours}");
    for query in ["?on=never", "?on=9999-01-01", "?on=0001-01-01", "?state=nothing"] {
        assert_eq!(scene.app.get(&format!("{PLAN}{query}"), &viewer).await.status, 200, "{query}");
    }
}

#[test]
fn months_of_evidence_go_along_into_another_year() {
    let plan = read(TEXT.as_bytes(), None).unwrap();
    let next = crate::plan::copying::into_year(&plan, 2027, |_| true);
    let spring = next.part("eu-you").unwrap().says.targets[1].evidence.as_ref().unwrap();
    assert!(crate::plan::evidence::written(spring).ends_with("when: 2027-01/2027-03"), "{spring:?}");
}

/// One-to-one work stands with groups: by a project it is not told apart, and what stands together is in no figure.
#[tokio::test]
async fn talks_are_not_told_by_project() {
    let scene = scene().await;
    let app = &scene.app;
    let projects = vocabulary::projects(&app.db, app.network_id).await.unwrap();
    let talk = scene::activity(app, "mc-reka", "pogovor", Kind::OneToOne).await;
    let mut entry = scene::plain(&talk, app.ids.ordered(), date("2026-04-20"));
    entry.project = Some(projects[0].id);
    entry.counts.participant = Some(Heads { total: 1, ..Heads::default() });
    scene::write(app, &[entry]).await;
    let june = scene.on("2026-06-30").await;
    let events = june.target("eu-you", "events").unwrap();
    let Found::Measure(found) = &events.found else { panic!("measured") };
    // Without groups in that month it stands with all that is not open: the event of April is not told apart either.
    assert_eq!(events.came, Some(Came::whole(5)));
    assert_eq!(found.own.unsplit.held, 2);
    let at = format!("{PLAN}/parts/eu-you/targets/events?on=2026-06-30");
    assert!(app.get(&at, &scene.coordinator).await.body.contains("skupaj z individualnim delom"));
}
