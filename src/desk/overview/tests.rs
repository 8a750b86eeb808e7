mod words;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::links;
use crate::access::RoleKind;
use crate::activities::{Activity, Entry, Heads};
use crate::i18n::{Lang, Text18, Words};
use crate::measures::{self, Length, Measure, Period, Question};
use crate::testing::TestApp;
use crate::units;
use crate::vocabulary::{Gender, Kind};

use crate::measures::shown;

/// Evenings of this year and the last one in two centres.
pub async fn evenings(app: &TestApp) {
    for (unit, every, heads) in [("mc-reka", 3, 12), ("mc-most", 4, 7), ("mc-sava", 5, 9)] {
        let open = measures::scene::activity(app, unit, "open", Kind::Open).await;
        let group = measures::scene::activity(app, unit, "band", Kind::Group).await;
        let mut entries = Vec::new();
        for day in (0..650u64).step_by(every) {
            let date = NaiveDate::from_ymd_opt(2025, 1, 2).unwrap() + Days::new(day);
            let offered: &Activity = if day % 2 == 0 { &open } else { &group };
            let n = heads + i64::try_from(day % 5).unwrap();
            let mut entry =
                Entry { duration_min: 180, ..measures::scene::plain(offered, app.ids.ordered(), date) };
            entry.created_min = 60;
            entry.staff_min = Some(360);
            entry.first_visits = Some(1);
            entry.counts.participant = Some(Heads {
                total: n,
                gender: BTreeMap::from([(Gender::Girl, n - 3), (Gender::Unknown, 3)]),
                age: BTreeMap::from([("15-18".to_owned(), n)]),
            });
            entries.push(entry);
        }
        measures::scene::write(app, &entries).await;
    }
}

pub async fn year(app: &TestApp, unit: &str) -> measures::Sums {
    let unit = app.unit(unit).await;
    let period = Period::around(Length::Year, app.today(), (9, 1)).so_far(app.today());
    let question = Question::new(unit.network.id, unit.path.clone(), period);
    measures::total(&app.db, &question).await.unwrap()
}

#[tokio::test]
async fn the_page_shows_what_the_measures_say() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let page = app.get("/units/mreza/ljubljana", &viewer).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let sums = year(&app, "ljubljana").await;
    let w = Words(Lang::Sl);
    for measure in [Measure::Visits, Measure::ActivitiesHeld, Measure::YouthWorkMin, Measure::CreatedShare] {
        let figure = shown(w, measure, measure.of(&sums));
        let tile =
            format!("measure={}&#38;period=year&#38;date=2026-01-01\">{figure}</a></dd>", measure.code());
        assert!(page.body.contains(&tile), "{tile} is on the page");
    }
    assert!(!page.body.contains('⟦'), "every sentence is there");
    assert!(!page.body.contains("style="), "no style inside a page");
    // A viewer sees figures, no entries and no hours of staff.
    assert!(!page.body.contains("/entries?"));
    assert!(!page.body.contains(&w.tr("measure-staff_min")));
    assert!(page.body.contains("/units/mreza/mc-reka?period=year"), "the units below are doors");
}

#[tokio::test]
async fn who_may_more_sees_more_and_other_branches_stay_closed() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let page = app.get("/units/mreza/mc-reka", &worker).await;
    assert!(page.body.contains("/units/mreza/mc-reka/entries?from=2026-01-01&#38;to=2026-10-14"));
    assert!(!page.body.contains("measure=staff_min"));
    // The units above are named, but not open to a worker.
    assert!(page.body.contains("Enota ljubljana") && !page.body.contains("href=\"/units/mreza/ljubljana"));
    assert!(app.get("/units/mreza/mc-reka", &mentor).await.body.contains("measure=staff_min"));
    for closed in ["/units/mreza/mc-most", "/units/mreza/ljubljana", "/units/mreza/mc-most/figures"] {
        let page = app.get(closed, &worker).await;
        assert_eq!(page.status, 403, "{closed}");
        assert!(page.body.contains("opazovalci"), "the page says which role it takes");
    }
    assert_eq!(app.get("/units/mreza/no-such-unit", &worker).await.status, 404);
    assert!(app.get("/units/mreza/mc-reka", "").await.location.unwrap().starts_with("/sign-in"));
}

#[tokio::test]
async fn an_address_says_the_period_and_nonsense_is_left_out() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "mreza").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let page = app.get("/units/mreza/mreza?from=2026-03-10&to=2026-03-01", &mentor).await;
    assert!(page.body.contains("value=\"2026-03-10\"") && page.body.contains("period=day"));
    let get = async |query: &str| app.get(&format!("/units/mreza/mreza?{query}"), &viewer).await;
    assert!(get("period=month&date=2026-09-15").await.body.contains("September 2026:"));
    for odd in [
        "period=century&date=yesterday",
        "period=month&date=99999-01-01",
        "from=-5000-01-01&to=+9000-01-01",
        "period=week&date=2020-12-31",
        "period=day&date=2024-02-29",
        "from=2026-01-01",
        "period=year&date=2190-01-01",
    ] {
        let page = get(odd).await;
        assert_eq!(page.status, 200, "{odd}");
        assert!(!page.body.contains('⟦'), "{odd}");
    }
    let empty = get("period=year&date=2030-01-01").await;
    assert!(empty.body.contains("V tem obdobju še ni zapisov"));
}

#[tokio::test]
async fn a_name_is_text_and_never_markup() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let nasty = "<script>alert(\"1\")</script>'&";
    let unit = app.unit("mc-reka").await;
    measures::scene::rename(&app, &unit, &Text18::one("sl", nasty)).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    for path in [
        "mc-reka",
        "ljubljana",
        "mc-reka/figures?rows=months",
        "mc-reka/entries",
        "ljubljana/figures",
        "ljubljana/figures?measure=opening_min",
    ] {
        let page = app.get(&format!("/units/mreza/{path}"), &mentor).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("<script>alert"), "{path}");
        assert!(page.body.contains("&#60;script&#62;") || page.body.contains("&lt;script&gt;"), "{path}");
    }
}

/// Three talks, of three, four and one.
pub async fn talks(app: &TestApp) {
    let talk = measures::scene::activity(app, "mc-reka", "talk", Kind::OneToOne).await;
    let entries = [(3, 3), (10, 4), (17, 1)].map(|(day, n)| {
        let date = NaiveDate::from_ymd_opt(2026, 9, day).unwrap();
        let mut entry = measures::scene::plain(&talk, app.ids.ordered(), date);
        let (gender, age) = (BTreeMap::from([(Gender::Girl, n)]), BTreeMap::from([("15-18".to_owned(), n)]));
        entry.counts.participant = Some(Heads { total: n, gender, age });
        entry
    });
    measures::scene::write(app, &entries).await;
}

#[tokio::test]
async fn without_entries_nothing_is_finer_than_a_month() {
    let app = TestApp::new().await;
    evenings(&app).await;
    talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let get = async |path: &str, who: &str| {
        let page = app.get(&format!("/units/mreza/mc-reka{path}"), who).await;
        assert!(page.status == 200 && !page.body.contains('⟦'), "{path}");
        page.body
    };
    let month = get("?period=month&date=2026-09-01", &viewer).await;
    assert!(!month.contains("po celih mesecih") && month.contains("Obiski po mesecih"));
    // Without the foot, which leads back to the very address.
    let main = |body: &str| body[body.find("<h2").unwrap()..body.find("</main>").unwrap()].to_owned();
    for finer in
        ["?period=day&date=2026-09-15", "?period=week&date=2026-09-15", "?from=2026-09-03&to=2026-09-04"]
    {
        let page = get(finer, &viewer).await;
        assert!(page.contains("po celih mesecih") && page.contains("obdobje september 2026"), "{finer}");
        assert_eq!(main(&page), main(&month), "{finer}");
        assert!(!get(finer, &worker).await.contains("po celih mesecih"));
        let opened =
            get(&finer.replace('?', "/figures?measure=visits&by=weekday&of=1,2,3,4,5,6,7&"), &viewer).await;
        assert!(opened.contains("po celih mesecih") && opened.contains("Vse dejavnosti skupaj"), "{finer}");
        assert!(!opened.contains("Dejavnost "), "{finer}: a weekday of an activity may be one evening");
    }
    for page in [&month, &get("?period=year", &viewer).await, &get("/figures?period=month", &viewer).await] {
        for finer in ["period=day", "period=week"] {
            assert!(!page.contains(finer), "{finer}");
        }
    }
    let worker = get("?period=month&date=2026-09-01", &worker).await;
    assert!(worker.contains("period=day"));
    assert!(month.contains("Skupine in individualne") && !worker.contains("Skupine in individualne"));
}

#[test]
fn lists_are_as_long_as_one_another_and_leave_nothing_out() {
    for n in [0, 1, 2, 50, 51, 100, 101, 168, 2_501, 9_999] {
        let all: Vec<usize> = (0..n).collect();
        let lists = super::below::cut(&all);
        assert_eq!(lists.concat(), all);
        let (short, long) = lists.iter().fold((n, 0), |(a, b), it| (a.min(it.len()), b.max(it.len())));
        assert!(long <= 50 && long - short <= 1 && (n == 0 || short > 0), "{n}: {short} to {long}");
    }
}

/// A phone has no scroll of hundreds; all of them are in the sums, and each stands in one list.
#[tokio::test]
async fn many_units_stand_in_several_lists() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    let at = "/units/mreza/ljubljana?period=year";
    let few = app.get(at, &mentor).await.body;
    assert!(!few.contains("&#38;list="), "{few}");
    let row = |n: u8| format!("enota-{n:03},centre,Z enota {n:03}\n");
    let table: String = std::iter::once("code,kind,name\n".to_owned()).chain((0..120).map(row)).collect();
    let rows = units::file::read(table.as_bytes()).unwrap();
    units::bring_in(&app, &app.unit("ljubljana").await, &rows).await.unwrap().unwrap();
    let list = async |n: &str| app.get(&format!("{at}&list={n}"), &mentor).await.body;
    let (first, last) = (list("1").await, list("3").await);
    for (page, has, not) in [(&first, "Z enota 000", "Z enota 119<"), (&last, "Z enota 119", "Z enota 000<")]
    {
        assert!(page.contains(has) && !page.contains(&format!(">{not}")), "{page}");
        assert_eq!(page.matches("#h-below\"").count(), 3, "{page}");
    }
    let sums =
        |page: &str| page.split_once("<tfoot>").unwrap().1.split_once("</tfoot>").unwrap().0.to_owned();
    assert_eq!(sums(&first), sums(&last), "all units are in the sums");
    let names = |page: &str| {
        let (_, below) = page.split_once("id=\"h-below\"").unwrap();
        below.split("<tfoot>").next().unwrap().matches("<th scope=\"row\">").count()
    };
    let all = names(&first) + names(&list("2").await) + names(&last);
    assert_eq!(all, names(&few) + 120);
    for odd in ["0", "99", "x", "-1", ""] {
        assert_eq!(app.get(&format!("{at}&list={odd}"), &mentor).await.status, 200, "{odd}");
    }
}

#[tokio::test]
async fn nothing_yet_hides_nothing_else() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let w = Words(Lang::Sl);
    // Evenings reach to October 2026; the next autumn has none, and stands beside one that had.
    let query = "from=2026-11-01&to=2026-12-31";
    app.wait(chrono::Duration::days(80));
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let page = app.get(&format!("/units/mreza/ljubljana?{query}"), &viewer).await.body;
    assert!(page.contains(&w.tr("overview-empty")) && page.contains(&w.tr("overview-empty-what")));
    assert!(page.contains("beside=ago"), "what it is beside");
    assert!(page.contains("/units/mreza/mc-reka?from=2026-11-01"), "the units below");
    assert!(!page.contains("100\u{a0}%"), "less by all of it says nothing");
    let theirs = app.get(&format!("/units/mreza/mc-reka?{query}"), &worker).await.body;
    assert!(
        theirs.contains(&w.tr("overview-empty-record")) && !page.contains(&w.tr("overview-empty-record"))
    );
}

#[tokio::test]
async fn today_counts_once_something_of_it_is_recorded() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let w = Words(Lang::Sl);
    let until = async |unit: &str| {
        let page = app.get(&format!("/units/mreza/{unit}?period=month"), &mentor).await.body;
        let lead = page.split("class=\"lead\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        [14, 15]
            .into_iter()
            .find(|day| lead.contains(&w.day(NaiveDate::from_ymd_opt(2026, 10, *day).unwrap())))
    };
    for unit in ["mc-reka", "mc-most", "ljubljana"] {
        assert_eq!(until(unit).await, Some(14), "{unit}");
    }
    let late = measures::scene::activity(&app, "mc-reka", "late", Kind::Open).await;
    let entry = measures::scene::plain(&late, app.ids.ordered(), app.today());
    measures::scene::write(&app, &[entry]).await;
    for (unit, day) in [("mc-reka", 15), ("mc-most", 14), ("ljubljana", 15)] {
        assert_eq!(until(unit).await, Some(day), "{unit}");
    }
    // A unit that has recorded nothing today is compared above as those beside it are, and so it opens.
    let most = measures::scene::activity(&app, "mc-most", "late", Kind::Open).await;
    let heads = Heads {
        total: 100,
        gender: BTreeMap::from([(Gender::Unknown, 100)]),
        age: BTreeMap::from([("unknown".to_owned(), 100)]),
    };
    let mut entry = measures::scene::plain(&most, app.ids.ordered(), app.today() - Days::new(365));
    entry.counts.participant = Some(heads);
    measures::scene::write(&app, &[entry]).await;
    let page = app.get("/units/mreza/ljubljana?period=month", &mentor).await.body;
    let beside: Vec<_> =
        links::links(&page).into_iter().filter(|(href, _)| href.contains("beside=")).collect();
    assert!(beside.iter().any(|(href, _)| href.contains("/mc-most/")), "{page}");
    for (href, text) in &beside {
        let figure = links::opened(&app, href, &mentor).await;
        assert!(links::says(text, &figure), "{text} opens {href}, which comes to {figure}");
    }
    // An address that has grown old says nothing of days.
    let old = "/units/mreza/mc-most/figures?measure=visits&period=month&date=2026-10-01&beside=ago&through=2026-10-02";
    let (plain, _) = old.rsplit_once('&').unwrap();
    assert_eq!(links::opened(&app, old, &mentor).await, links::opened(&app, plain, &mentor).await);
}

#[tokio::test]
async fn tables_stand_beside_a_year_ago() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let page = app.get("/units/mreza/ljubljana?period=month&date=2026-03-01", &viewer).await.body;
    for split in ["gender", "age", "weekdays", "kinds", "places", "tags", "fields"] {
        let card =
            page.split(&format!("id=\"h-{split}\"")).nth(1).unwrap().split("</section>").next().unwrap();
        let heads = "<th scope=\"col\">Pred letom</th><th scope=\"col\">Razlika</th>";
        assert!(card.contains(heads), "{split}");
        assert!(card.contains("beside=ago"), "{split} leads to a year ago");
    }
}
