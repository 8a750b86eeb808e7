//! The report of a plan: its numbers are those of the plan's page, and those are the entries.

use super::figures;
use crate::access::RoleKind;
use crate::activities::Entry;
use crate::i18n::{Lang, Text18, Words};
use crate::plan;
use crate::reports::making::{self, Ending, New};
use crate::reports::report::Report;
use crate::reports::{Format, reading, store, written};
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::{self, Kind, Project};

const TEXT: &str = r#"
format = 1
year = 2026
name = { sl = "Letni načrt 2026" }
[[part]]
kind = "area"
code = "cross-sector"
name = { sl = "Medsektorsko povezovanje" }
qualitative = [{ sl = "Partnerji so zadovoljni" }]
[[part]]
kind = "project"
code = "eu-you"
in = "cross-sector"
name = { sl = "EU YOU" }
targets = [
  { code = "events", rule = "at_least", number = 8, each = 4, units = 2, unit = { sl = "dogodkov" }, evidence = { from = "measure", measure = "activities_held", project = "eu-you" } },
  { code = "trainings", rule = "at_least", number = 4, unit = { sl = "usposabljanj" } },
  { code = "stays", rule = "exactly", number = 2, unit = { sl = "tabora" } },
]
"#;

async fn scene() -> (TestApp, Unit, crate::access::Me, String, Vec<Entry>) {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let project = Project {
        id: app.ids.ordered(),
        code: "eu-you".into(),
        name: Text18::two("EU YOU", "EU YOU"),
        from_on: root.opened_on,
        until_on: None,
        programme: None,
        owner_unit_id: root.id,
    };
    let mut tx = app.db.begin().await.unwrap();
    vocabulary::insert_project(&mut tx, app.network_id, &project).await.unwrap();
    tx.commit().await.unwrap();
    let activity = figures::activity(&app, "mc-reka", "dogodek", Kind::Event).await;
    let entry = |day: &str| {
        let mut entry = super::evening(&app, &activity, day.parse().unwrap(), 13);
        entry.project = Some(project.id);
        entry
    };
    let entries: Vec<Entry> = ["2026-02-03", "2026-03-10", "2026-05-19", "2026-07-07"].map(entry).into();
    figures::write(&app, &entries).await;
    let asked = plan::Asked { year: None, lang: "sl", known: None };
    let read = plan::read(Words(Lang::Sl), TEXT.as_bytes(), &asked).unwrap();
    plan::bring_in(&app, Some(me.id), &root, &read, None).await.unwrap().unwrap();
    let typed = |day: &str, number: &str, note: &str| plan::Typed {
        day: day.into(),
        number: number.into(),
        note: note.into(),
        ..plan::Typed::default()
    };
    let at = |target| plan::At { year: 2026, part: "eu-you", target };
    for (day, n, note) in [("2026-04-02", "1", "Trening v Celju"), ("2026-08-20", "1", "Trening v Izoli")] {
        let id = app.ids.ordered();
        plan::count(&app, &me, &root, at("trainings"), (id, &typed(day, n, note)), Ok(None)).await.unwrap();
    }
    let why = typed("2026-05-01", "", "Ni prostora.");
    plan::give_up(&app, &me, &root, at("stays"), (app.ids.ordered(), &why)).await.unwrap();
    let said = typed("2026-06-20", "", "Partnerji so pohvalili sodelovanje.");
    plan::judge(
        &app,
        &me,
        &root,
        (2026, "cross-sector", plan::InWords::Quality(0)),
        (app.ids.ordered(), &said),
    )
    .await
    .unwrap();
    (app, root, me, cookie, entries)
}

async fn begin(
    app: &TestApp,
    me: &crate::access::Me,
    root: &Unit,
    template: &str,
    period: &str,
) -> making::Refused {
    let new = New {
        id: app.ids.ordered(),
        template: template.into(),
        period: period.into(),
        language: "sl".into(),
        supersedes: None,
    };
    making::begin(app, me, root, &new).await.unwrap()
}

async fn again(app: &TestApp, root: &Unit, report: &Report) -> Report {
    store::find(&app.db, root.network.id, report.id).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_half_year_is_told_as_it_stood_and_reconciles() {
    let (app, root, me, cookie, entries) = scene().await;
    let report = begin(&app, &me, &root, "plan-half-year", "2026-H1").await.unwrap();
    let base = format!("/units/mreza/mreza/reports/{}", report.id);
    let page = app.get(&base, &cookie).await.body;
    for says in [
        "Medsektorsko povezovanje",
        "3 od 8",
        "0 od 2 enot ima svoje",
        "Opuščeno",
        "Ni prostora.",
        "Partnerji so pohvalili sodelovanje.",
        "Trening v Celju",
        "1 od 4",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("Trening v Izoli"), "that was later");
    // The number in the report is the one on the plan's page, and that is the entries.
    let (composed, seq) = reading::read(&app, &root, &report).await.unwrap();
    let events = composed.figures.iter().find(|it| it.code == "eu-you/events").unwrap();
    assert_eq!((events.measure.as_str(), events.value.above), ("activities_held", 3));
    let hand = composed.figures.iter().find(|it| it.code == "eu-you/trainings").unwrap();
    assert_eq!((hand.measure.as_str(), hand.value.above), ("hand_count", 1));
    let figure = app.get(&format!("{base}/figures/{}", events.mark), &cookie).await.body;
    let target = "/units/mreza/mreza/plans/2026/parts/eu-you/targets/events?on=2026-06-30";
    assert!(figure.contains(target), "{figure}");
    let opened = app.get(target, &cookie).await.body;
    assert!(opened.contains("3 od 8"), "{opened}");
    let list = "/units/mreza/mreza/entries?from=2026-01-01&to=2026-06-30&status=held&project=eu-you";
    assert!(opened.contains(&list.replace('&', "&#38;")), "{opened}");
    let counted = entries.iter().filter(|it| it.local_date < "2026-07-01".parse().unwrap()).count();
    assert_eq!(counted, 3);
    assert!(app.get(list, &cookie).await.body.contains("3\u{a0}vnosi"));
    let counted = app.get(&format!("{base}/figures/{}", hand.mark), &cookie).await;
    assert!(counted.status == 200 && counted.body.contains("targets/trainings?on="), "{}", counted.body);
    for format in Format::ALL {
        let bytes =
            written(&app, &root, Some(&report), (&composed, seq), Words(Lang::Sl), format).await.unwrap();
        assert!(!bytes.is_empty(), "{format:?}");
        if format == Format::Xlsx {
            let sheets = crate::table::read(&bytes, &crate::exchange::intake::LIMITS).unwrap();
            let rows: Vec<Vec<String>> =
                sheets[0].rows.iter().map(|it| it.cells.iter().map(|it| it.said()).collect()).collect();
            let has = |code: &str, n: &str| {
                rows.iter().any(|it| it.contains(&code.to_owned()) && it.contains(&n.to_owned()))
            };
            assert!(has("eu-you/events", "3") && has("eu-you/trainings", "1"), "{rows:?}");
        }
    }
}

#[tokio::test]
async fn a_finished_one_stays_and_says_what_was_corrected() {
    let (app, root, me, cookie, mut entries) = scene().await;
    let report = begin(&app, &me, &root, "plan-half-year", "2026-H1").await.unwrap();
    assert_eq!(making::finish(&app, &me, &root, report.id).await.unwrap(), Ending::Done);
    app.wait(chrono::Duration::hours(1));
    let report = again(&app, &root, &report).await;
    let base = format!("/units/mreza/mreza/reports/{}", report.id);
    assert!(!app.get(&base, &cookie).await.body.contains("/differences"), "nothing differs");
    let mut late = entries.remove(0);
    late.id = app.ids.ordered();
    late.local_date = "2026-06-16".parse().unwrap();
    figures::write(&app, &[late]).await;
    let page = app.get(&base, &cookie).await.body;
    assert!(page.contains("3 od 8") && page.contains("/differences"), "{page}");
    let differences = app.get(&format!("{base}/differences"), &cookie).await.body;
    assert!(differences.contains("4"), "{differences}");
}

#[tokio::test]
async fn without_a_plan_there_is_nothing_to_tell() {
    let (app, root, me, cookie, _) = scene().await;
    let wrong = begin(&app, &me, &root, "plan-year", "2025").await.unwrap_err();
    assert_eq!(wrong[0].key, "report-plan-missing");
    let page = app.get("/units/mreza/mreza/reports", &cookie).await.body;
    assert!(page.contains("plan-half-year") && page.contains("2026-H1"), "{page}");
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let page = app.get("/units/mreza/mc-reka/reports", &mentor).await.body;
    assert!(!page.contains("plan-half-year"), "{page}");
}
