//! The report of a plan's year: the whole plan with its results, held against what it is made of; and what is told when a count is
//! taken back later.

use chrono::Duration;

use super::figures;
use crate::access::{self, Me, RoleKind};
use crate::activities::Entry;
use crate::i18n::{Lang, Text18, Words};
use crate::plan::{self, InWords};
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
intro = { sl = "Kar smo si zastavili." }
[[part]]
kind = "area"
code = "cooperation"
name = { sl = "Medsektorsko povezovanje" }
purpose = { sl = "Da centri delajo skupaj." }
aims = [{ code = "3.2", name = { sl = "Povezana mreža" } }]
goals = [{ sl = "Deset partnerstev" }, { sl = "Skupni koledar" }]
qualitative = [{ sl = "Partnerji so zadovoljni" }, { sl = "Mladi poznajo pravice" }]
[[part]]
kind = "project"
code = "eu-you"
in = "cooperation"
name = { sl = "EU YOU" }
programme = "Erasmus+"
role = "lead"
partners = [{ country = "HR", name = "Udruga" }]
budget = 12000
when = "2026-01/2026-12"
targets = [
  { code = "events", rule = "at_least", number = 8, each = 4, units = 2, unit = { sl = "dogodkov" }, evidence = { from = "measure", measure = "activities_held", project = "eu-you" } },
  { code = "trainings", rule = "at_least", number = 4, unit = { sl = "usposabljanj" } },
  { code = "stays", rule = "exactly", number = 2, unit = { sl = "tabora" } },
]
[[part]]
kind = "action"
code = "academy"
in = "eu-you"
name = { sl = "Akademija" }
when = "2026-02/2026-06"
indicator = { sl = "Usposabljanja po potrebah." }
responsible = { sl = "strokovna služba" }
steps = [{ when = "2026-03", what = { sl = "uvodno srečanje" } }]
[[part]]
kind = "action"
code = "fair"
in = "cooperation"
name = { sl = "Sejem ob koncu leta" }
when = "2026-11"
[[part]]
kind = "group"
code = "council"
in = "cooperation"
name = { sl = "Delo sveta" }
"#;

struct Scene {
    app: TestApp,
    root: Unit,
    me: Me,
    cookie: String,
}

/// A plan of 2026 whose year is over: four events at one centre, none at the other that took part a year before, two trainings.
async fn scene() -> Scene {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (me, _) = app.person(RoleKind::Coordinator, "mreza").await;
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
    for (unit, days) in [
        ("mc-reka", &["2026-02-03", "2026-03-10", "2026-05-19", "2026-07-07"][..]),
        ("mc-sava", &["2025-10-07"][..]),
    ] {
        let activity = figures::activity(&app, unit, "dogodek", Kind::Event).await;
        let entry = |day: &&str| {
            let mut entry = super::evening(&app, &activity, day.parse().unwrap(), 13);
            entry.project = Some(project.id);
            entry
        };
        let entries: Vec<Entry> = days.iter().map(entry).collect();
        figures::write(&app, &entries).await;
    }
    let asked = plan::Asked { year: None, lang: "sl", known: None };
    let read = plan::read(Words(Lang::Sl), TEXT.as_bytes(), &asked).unwrap();
    plan::bring_in(&app, Some(me.id), &root, &read, None).await.unwrap().unwrap();
    for (day, note) in [("2026-04-02", "Trening v Celju"), ("2026-08-20", "Trening v Izoli")] {
        let at = plan::At { year: 2026, part: "eu-you", target: "trainings" };
        let id = app.ids.ordered();
        let typed = typed(day, "1", note);
        plan::count(&app, &me, &root, at, (id, &typed), Ok(None)).await.unwrap();
    }
    let at = plan::At { year: 2026, part: "eu-you", target: "stays" };
    let why = typed("2026-05-01", "", "Ni prostora.");
    plan::give_up(&app, &me, &root, at, (app.ids.ordered(), &why)).await.unwrap();
    for (part, of, words) in [
        ("cooperation", InWords::Quality(0), "Partnerji so pohvalili sodelovanje."),
        ("academy", InWords::Own, "Opravljeno, v štirih krajih."),
    ] {
        let said = typed("2026-06-20", "", words);
        let id = app.ids.ordered();
        plan::judge(&app, &me, &root, (2026, part, of), (id, &said)).await.unwrap();
    }
    let over = "2027-01-15".parse::<chrono::NaiveDate>().unwrap() - app.today();
    app.wait(over);
    let cookie = format!("logbook_session={}", access::begin_session(&app, me.id).await.unwrap());
    Scene { app, root, me, cookie }
}

fn typed(day: &str, number: &str, note: &str) -> plan::Typed {
    plan::Typed { day: day.into(), number: number.into(), note: note.into(), ..plan::Typed::default() }
}

impl Scene {
    async fn begin(&self, template: &str, period: &str) -> Report {
        let new = New {
            id: self.app.ids.ordered(),
            template: template.into(),
            period: period.into(),
            language: "sl".into(),
            supersedes: None,
        };
        making::begin(&self.app, &self.me, &self.root, &new).await.unwrap().unwrap()
    }

    async fn finish(&self, report: &Report) -> Report {
        let done = making::finish(&self.app, &self.me, &self.root, report.id).await.unwrap();
        assert_eq!(done, Ending::Done);
        self.app.wait(Duration::hours(1));
        store::find(&self.app.db, self.root.network.id, report.id).await.unwrap().unwrap()
    }

    async fn page(&self, report: &Report, rest: &str) -> String {
        let at = format!("/units/mreza/mreza/reports/{}{rest}", report.id);
        let page = self.app.get(&at, &self.cookie).await;
        assert_eq!(page.status, 200, "{at}: {}", page.body);
        page.body
    }

    /// Takes back the training of a day, as its page does.
    async fn take_back(&self, day: &str) {
        let at = "/units/mreza/mreza/plans/2026/parts/eu-you/targets/trainings";
        let page = self.app.get(at, &self.cookie).await.body;
        let day = day.replace(' ', "\u{a0}");
        let form = page.split("action=\"").find(|it| {
            let form = it.split("</button>").next().unwrap_or("");
            form.contains("/removal") && form.contains(&day)
        });
        let removal = form.and_then(|it| it.split('"').next()).unwrap_or_else(|| panic!("{page}"));
        assert_eq!(self.app.post(removal, &self.cookie, &[]).await.status, 303);
        self.app.wait(Duration::hours(1));
    }
}

#[tokio::test]
async fn the_year_is_the_whole_plan_with_its_results() {
    let scene = scene().await;
    let report = scene.begin("plan-year", "2026").await;
    let page = scene.page(&report, "").await;
    for says in [
        "Kar smo si zastavili.",
        "Da centri delajo skupaj.",
        "3.2 Povezana mreža",
        "Deset partnerstev",
        "Skupni koledar",
        "Partnerji so pohvalili sodelovanje.",
        "Mladi poznajo pravice",
        "še ni presojeno",
        "Erasmus+",
        "Udruga (HR)",
        "12.000\u{a0}€",
        "4 od 8",
        "1 od 2 enot ima svoje",
        "Enota mc-sava 0",
        "2 od 4",
        "Ni prostora.",
        "Akademija",
        "februar–junij",
        "Usposabljanja po potrebah.",
        "uvodno srečanje",
        "Opravljeno, v štirih krajih.",
        "Sejem ob koncu leta",
        "Delo sveta",
        "Presojeno z besedami: 2 od 4",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    // What a part is is told as a fact among others; where it says nothing at all, below its name.
    assert!(
        !page.contains("<dt>Vrsta</dt><dd>Sklop</dd>") && page.contains("<p class=\"small soft\">Sklop</p>"),
        "{page}"
    );
    let (composed, seq) = reading::read(&scene.app, &scene.root, &report).await.unwrap();
    let order = ["Medsektorsko povezovanje", "EU YOU", "Delo sveta"];
    let headings: Vec<&str> = composed.document.chapters.iter().map(|it| it.heading.as_str()).collect();
    assert!(headings.windows(3).any(|it| it == order), "{headings:?}");
    // Every mark says in a sentence where it comes from.
    let sources = &composed.document.sources;
    assert!(composed.figures.iter().all(|it| sources.contains_key(&it.mark)));
    let of = |code: &str| {
        let figure = composed.figures.iter().find(|it| it.code == code).unwrap();
        sources[&figure.mark].clone()
    };
    let events = of("eu-you/events");
    assert!(events.contains("projekta EU YOU") && events.contains("2026"), "{events}");
    let hand = of("eu-you/trainings");
    assert!(hand.contains("2-krat") && hand.contains("20.\u{a0}8.\u{a0}2026"), "{hand}");
    for format in Format::ALL {
        let bytes =
            written(&scene.app, &scene.root, Some(&report), (&composed, seq), Words(Lang::Sl), format);
        let bytes = bytes.await.unwrap();
        match format {
            Format::Html => {
                let text = String::from_utf8(bytes).unwrap();
                assert!(text.contains(&events) && text.contains("Opravljeno, v štirih krajih."), "{text}");
            }
            Format::Xlsx => {
                let sheets = crate::table::read(&bytes, &crate::exchange::intake::LIMITS).unwrap();
                let plan = sheets.iter().find(|it| it.name.as_deref() == Some("Načrt")).unwrap();
                let rows: Vec<String> = (plan.rows.iter())
                    .map(|it| it.cells.iter().map(|it| it.said()).collect::<Vec<_>>().join("|"))
                    .collect();
                let has = |all: &[&str]| rows.iter().any(|row| all.iter().all(|it| row.contains(it)));
                assert!(has(&["Medsektorsko povezovanje › EU YOU", "Akademija", "Opravljeno"]), "{rows:#?}");
                assert!(has(&["usposabljanj", "2 od 4"]), "{rows:#?}");
            }
            Format::Pdf | Format::Docx => assert!(bytes.len() > 5_000),
        }
    }
}

#[tokio::test]
async fn the_half_year_is_what_had_begun_and_what_is_to_come() {
    let scene = scene().await;
    let report = scene.begin("plan-half-year", "2026-H1").await;
    let (composed, _) = reading::read(&scene.app, &scene.root, &report).await.unwrap();
    let page = scene.page(&report, "").await;
    for says in
        ["Akademija", "Opravljeno, v štirih krajih.", "3 od 8", "Na poti · minilo je 49 % časa", "1 od 4"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    for not in ["Da centri delajo skupaj.", "Deset partnerstev", "Mladi poznajo pravice", "Trening v Izoli"] {
        assert!(!page.contains(not), "{not}: {page}");
    }
    let ahead = composed.document.chapters.iter().find(|it| it.code == "plan-ahead").unwrap();
    let said = serde_json::to_string(&ahead.blocks).unwrap();
    assert!(said.contains("Sejem ob koncu leta") && !said.contains("Akademija"), "{said}");
}

#[tokio::test]
async fn the_year_reconciles_with_what_it_is_made_of_and_with_the_half_year() {
    let scene = scene().await;
    let half = scene.begin("plan-half-year", "2026-H1").await;
    let half = scene.finish(&half).await;
    let year = scene.begin("plan-year", "2026").await;
    let page = scene.page(&year, "/reconciliation").await;
    // Each counted anew, the two counts that are listed, the units, and both against the half-year.
    assert!(page.contains("Ujema se 6 primerjav.") && page.contains("Razlik ni."), "{page}");
    assert!(page.contains("z 1 dokončanim poročilom"), "{page}");
    // Of two counts one is taken back: there is still as much as by the middle of the year.
    scene.take_back("20. 8. 2026").await;
    assert!(scene.page(&year, "/reconciliation").await.contains("Razlik ni."));
    scene.take_back("2. 4. 2026").await;
    let page = scene.page(&year, "/reconciliation").await;
    assert!(page.contains("Ne more biti manj kot prej") && !page.contains("Razlik ni."), "{page}");
    assert!(page.contains("Od takrat je bil dodan ali preklican 1 ročni vnos."), "{page}");
    let year = scene.finish(&year).await;
    // What is finished stays, and is held against what stands now.
    let at = plan::At { year: 2026, part: "eu-you", target: "trainings" };
    let (id, later) = (scene.app.ids.ordered(), typed("2026-09-09", "3", "Treningi v Kopru"));
    plan::count(&scene.app, &scene.me, &scene.root, at, (id, &later), Ok(None)).await.unwrap();
    let page = scene.page(&year, "/reconciliation").await;
    assert!(page.contains("Prešteto znova, danes"), "{page}");
    let page = scene.page(&half, "/reconciliation").await;
    assert!(page.contains("Prešteto znova, danes"), "the half-year lost its count: {page}");
}

#[tokio::test]
async fn a_count_taken_back_later_is_told() {
    let scene = scene().await;
    let half = scene.begin("plan-half-year", "2026-H1").await;
    let half = scene.finish(&half).await;
    let link = format!("/reports/{}/differences", half.id);
    assert!(!scene.page(&half, "").await.contains(&link), "nothing differs");
    scene.take_back("2. 4. 2026").await;
    let page = scene.page(&half, "").await;
    assert!(page.contains("1 od 4") && page.contains(&link), "{page}");
    assert!(page.contains("je bil dodan ali preklican 1 ročni vnos"), "{page}");
    let page = scene.page(&half, "/differences").await;
    for says in ["vsaj 4 usposabljanj", "Trening v Celju", "Preklicano:", &scene.me.name] {
        assert!(page.contains(says), "{says}: {page}");
    }
}

#[tokio::test]
async fn who_may_read_and_finish_it() {
    let scene = scene().await;
    let report = scene.begin("plan-year", "2026").await;
    let base = format!("/units/mreza/mreza/reports/{}", report.id);
    let (_, mentor) = scene.app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, viewer) = scene.app.person(RoleKind::Viewer, "mreza").await;
    for cookie in [&mentor, &viewer] {
        assert_ne!(scene.app.get(&base, cookie).await.status, 200, "a draft is for whoever writes it");
        assert_eq!(scene.app.post(&format!("{base}/completion"), cookie, &[]).await.status, 403);
        assert_eq!(scene.app.get(&format!("{base}/reconciliation"), cookie).await.status, 403);
    }
    assert_eq!(scene.app.post(&format!("{base}/completion"), &scene.cookie, &[]).await.status, 303);
    let read = scene.app.get(&base, &viewer).await;
    assert!(read.status == 200 && read.body.contains("4 od 8"), "{}", read.body);
    assert_ne!(scene.app.get(&base, &mentor).await.status, 200);
    for format in Format::ALL {
        let file = scene.app.get(&format!("{base}/file/{}", format.code()), &viewer).await;
        assert_eq!(file.status, 200, "{format:?}");
    }
}
