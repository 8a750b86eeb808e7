//! What moved, merged or was renamed: read by either tree, every link leads somewhere this person may see, and to the figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::links::{links, of_each_shape, opened, plain, read, says};
use super::tests::evenings;
use crate::access::RoleKind;
use crate::measures::{self, Measure, Period, Question, Tree};
use crate::testing::TestApp;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Addresses of overviews on a page.
fn doors(body: &str) -> BTreeSet<String> {
    let hrefs = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let hrefs = hrefs.map(|href| href.replace("&#38;", "&").replace("&amp;", "&"));
    let main =
        |href: &String| href.starts_with("/units/mreza/") && href.contains('?') && !href.contains("entries");
    hrefs.filter(main).collect()
}

/// Follows every link of a unit's overview in a period, and of what its rows lead to.
async fn follow(app: &TestApp, who: &str, unit: &str, asked: &str) -> String {
    let path = format!("/units/mreza/{unit}?{asked}");
    let page = app.get(&path, who).await;
    assert_eq!(page.status, 200, "{path}");
    assert!(!page.body.contains('⟦'), "{path}");
    let of_page = links(&page.body);
    assert!(of_page.len() > 10, "{path}: {}", of_page.len());
    let mut further = BTreeMap::new();
    // A sum of heads, a union, a ratio, and what few may see; the others are made alike.
    let kinds = ["visits", "opening_min", "created_share", "staff_min"].map(|it| format!("measure={it}&"));
    let of_kind = |(href, _): &&(String, String)| kinds.iter().any(|kind| href.contains(kind));
    for (href, text) in of_each_shape(&of_page.iter().filter(of_kind).cloned().collect()) {
        let (figure, body) = read(app, href, who).await;
        assert!(says(text, &figure), "{path}: {text} opens {href}, which comes to {figure}");
        // Rows of what was opened lead on to their sums; of one measure, for they all lead alike.
        if !href.contains("measure=visits&") {
            continue;
        }
        for row in body.split("<tr><th scope=\"row\"><a href=\"").skip(1) {
            let (href, rest) = row.split_once('"').unwrap();
            let sum = rest.split("<td>").nth(1).and_then(|rest| rest.split("</td>").next()).unwrap();
            further.insert(href.replace("&#38;", "&"), plain(sum));
        }
    }
    for (href, text) in &further {
        if href.contains("/figures?") {
            let figure = opened(app, href, who).await;
            assert_eq!(*text, figure, "{path}: a row opens {href}");
        } else {
            assert_eq!(app.get(href, who).await.status, 200, "{path}: {href}");
        }
    }
    for door in doors(&page.body) {
        let page = app.get(&door, who).await;
        assert!(page.status == 200 || page.status == 303, "{path}: {door} is refused with {}", page.status);
    }
    // Dates are held together by spaces that do not break.
    page.body.replace('\u{a0}', " ")
}

async fn visits(app: &TestApp, unit: &str, year: i32, tree: Tree) -> i64 {
    let unit = app.unit(unit).await;
    let period = Period::own(date(year, 1, 1), date(year, 12, 31));
    let question = Question { tree, ..Question::new(unit.network.id, unit.path.clone(), period) };
    measures::total(&app.db, &question).await.unwrap().visits()
}

async fn coordinator(app: &TestApp) -> String {
    app.person(RoleKind::Coordinator, "mreza").await.1
}

async fn done(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) {
    let answer = app.post(&format!("/units/mreza/{path}"), who, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
}

#[tokio::test]
async fn two_centres_merge_and_the_year_before_is_right_both_ways() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let chief = coordinator(&app).await;
    let today = Tree::Today(app.today());
    let before = visits(&app, "mc-reka", 2025, Tree::Then).await;
    let sava = visits(&app, "mc-sava", 2025, Tree::Then).await;
    let most = visits(&app, "mc-most", 2025, Tree::Then).await;
    assert!(before > 0 && sava > 0 && most > 0);
    // Into a centre of the other municipality.
    let into = [("closed_from", "2026-09-01"), ("successor", "mc-sava")];
    done(&app, &chief, "mc-reka/closure", &into).await;
    for (unit, then, now) in [
        ("mreza", before + sava + most, before + sava + most),
        ("ljubljana", before + most, most),
        ("brezice", sava, before + sava),
        ("mc-sava", sava, before + sava),
        ("mc-reka", before, before),
    ] {
        assert_eq!(visits(&app, unit, 2025, Tree::Then).await, then, "{unit}");
        assert_eq!(visits(&app, unit, 2025, today).await, now, "{unit}");
        assert_eq!(visits(&app, unit, 2025, Tree::Today(date(2026, 8, 31))).await, then, "{unit}: not yet");
    }
    let (_, brezice) = app.person(RoleKind::Viewer, "brezice").await;
    let (_, ljubljana) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-sava").await;
    for (who, unit, asked) in [
        (&chief, "mc-sava", "period=year&date=2025-01-01&tree=today"),
        (&worker, "mc-sava", "period=month&date=2026-09-01&tree=today"),
        (&brezice, "brezice", "period=year&tree=today"),
        (&ljubljana, "ljubljana", "period=year&date=2025-01-01"),
    ] {
        let page = follow(&app, who, unit, asked).await;
        assert!(page.contains("Drevo enot"), "{unit} {asked}: both trees can be chosen");
    }
    // The successor's page names it as what it was, and leads to it; whoever has the successor may read it there only.
    let page = app.get("/units/mreza/mc-sava?period=year&date=2025-01-01&tree=today", &worker).await.body;
    let page = page.replace('\u{a0}', " ");
    assert!(
        page.contains("Enota mc-reka</a><br><span class=\"small soft\">združitev 1. 9. 2026</span>"),
        "{page}"
    );
    let page = app.get("/units/mreza/ljubljana?period=year&date=2025-01-01", &ljubljana).await.body;
    let page = page.replace('\u{a0}', " ");
    assert!(page.contains(">od 1. 9. 2026 del enote Enota mc-sava</span>"), "{page}");
    let reka = "/units/mreza/mc-reka";
    assert_eq!(app.get(reka, &worker).await.status, 403);
    assert_eq!(app.get(&format!("{reka}?within=mc-sava"), &worker).await.status, 403, "it never stood there");
    assert_eq!(app.get(&format!("{reka}?within=mc-sava&tree=today"), &worker).await.status, 200);
    assert_eq!(app.get(&format!("{reka}/entries?within=mc-sava&tree=today"), &worker).await.status, 403);
    // Where nothing differs, nothing is to be chosen.
    let page = app.get("/units/mreza/mc-most?period=year&date=2025-01-01", &chief).await.body;
    assert!(!page.contains("Drevo enot"));
}

#[tokio::test]
async fn what_moved_is_read_by_its_branch_today_and_by_the_former_one_of_its_days() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let chief = coordinator(&app).await;
    // Early in a month and in its middle; a whole branch and a centre.
    done(&app, &chief, "mc-reka/placements", &[("parent", "brezice"), ("moved_from", "2026-02-10")]).await;
    done(&app, &chief, "zavod-sava/placements", &[("parent", "ljubljana"), ("moved_from", "2026-03-01")])
        .await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (_, brezice) = app.person(RoleKind::Viewer, "brezice").await;
    let (_, both) = app.person(RoleKind::Mentor, "brezice").await;
    for (who, unit, asked) in [
        (&viewer, "ljubljana", "period=month&date=2026-02-01"),
        // Days and weeks of a branch that one had, for whoever sees days there.
        (&mentor, "ljubljana", "period=week&date=2026-02-04"),
        (&brezice, "brezice", "period=month&date=2026-03-01"),
        (&brezice, "brezice", "period=year&tree=today"),
        (&chief, "ljubljana", "period=month&date=2026-02-01"),
        (&both, "mc-reka", "period=month&date=2026-02-01"),
    ] {
        follow(&app, who, unit, asked).await;
    }
    let page = follow(&app, &viewer, "ljubljana", "period=year").await;
    assert!(
        page.contains("Enota mc-reka</a><br><span class=\"small soft\">tu do 9. 2. 2026</span>"),
        "{page}"
    );
    assert!(
        page.contains("Enota zavod-sava</a><br><span class=\"small soft\">tu od 1. 3. 2026</span>"),
        "{page}"
    );
    let reka = "/units/mreza/mc-reka";
    let get = async |query: &str, who: &str| app.get(&format!("{reka}{query}"), who).await;
    assert_eq!(get("", &viewer).await.status, 403);
    assert_eq!(get("?within=mc-most", &viewer).await.status, 403);
    assert_eq!(get("?within=brezice", &viewer).await.status, 403, "another's branch");
    assert_eq!(get("?within=ljubljana,brezice", &viewer).await.status, 403, "never in both at once");
    assert_eq!(get("?within=ljubljana&tree=today", &viewer).await.status, 403, "today it stands elsewhere");
    assert_eq!(get("?within=nowhere", &viewer).await.status, 404);
    let seen = get("?within=ljubljana&period=year", &viewer).await;
    assert_eq!(seen.status, 200);
    let sums = async |from, last, within: &[&str]| {
        let unit = app.unit("mc-reka").await;
        let mut of = Question::new(unit.network.id, unit.path.clone(), Period::own(from, last));
        for code in within {
            of.within.push(app.unit(code).await.id);
        }
        measures::total(&app.db, &of).await.unwrap()
    };
    let there = sums(date(2026, 1, 1), date(2026, 12, 31), &["ljubljana"]).await;
    assert_eq!(there, sums(date(2026, 1, 1), date(2026, 2, 9), &[]).await);
    let tile = format!("{}</a></dd>", Measure::Visits.of(&there).number());
    assert!(seen.body.contains(&tile), "{tile} {}", seen.body);
    // A mentor of the former branch sees figures of those days, and neither entries nor notes, nor activities of a day.
    let seen = get("/figures?within=ljubljana&measure=visits&period=month&date=2026-01-01", &mentor).await;
    assert!(seen.status == 200 && seen.body.contains("Dejavnost ") && !seen.body.contains("/entries?"));
    let day = get("/figures?within=ljubljana&measure=visits&period=day&date=2026-01-06", &mentor).await;
    assert!(
        day.status == 200 && day.body.contains("Vse dejavnosti skupaj") && !day.body.contains("Dejavnost ")
    );
    assert_eq!(get("/entries", &mentor).await.status, 403);
    // Hours of staff are for those who led that branch.
    assert_eq!(get("/figures?within=ljubljana&measure=staff_min", &mentor).await.status, 200);
    assert_eq!(get("/figures?within=ljubljana&measure=staff_min", &viewer).await.status, 403);
    // Whoever has it today is led to the entries of those days alone.
    let list = get("/figures?within=ljubljana&measure=visits&period=year", &both).await.location.unwrap();
    assert!(list.contains("from=2026-01-01&to=2026-02-09"), "{list}");
}

#[tokio::test]
async fn a_report_of_a_time_uses_the_names_of_that_time() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let chief = coordinator(&app).await;
    let new = [("name_sl", "Hiša mladih"), ("named_from", "2026-03-01")];
    done(&app, &chief, "mc-reka/names", &new).await;
    let get = async |path: &str| app.get(&format!("/units/mreza/{path}"), &chief).await.body;
    let page = get("ljubljana?period=year&date=2025-01-01").await;
    assert!(
        page.contains("Enota mc-reka</a><br><span class=\"small soft\">zdaj Hiša mladih</span>"),
        "{page}"
    );
    let page = get("ljubljana/figures?measure=visits&period=year&date=2025-01-01").await;
    assert!(page.contains("Enota mc-reka (zdaj Hiša mladih)"), "{page}");
    let page = get("mc-reka?period=year&date=2025-01-01").await;
    assert!(page.contains("<h1>Enota mc-reka</h1><p class=\"soft\">zdaj Hiša mladih</p>"), "{page}");
    let page = get("ljubljana?period=year&date=2025-01-01&tree=today").await;
    assert!(
        page.contains("Hiša mladih</a><br><span class=\"small soft\">takrat Enota mc-reka</span>"),
        "{page}"
    );
    let page = get("ljubljana?period=month&date=2026-04-01").await;
    assert!(page.contains("Hiša mladih") && !page.contains("Enota mc-reka"));
    // A name alone is no reason to choose a tree.
    assert!(!page.contains("Drevo enot"));
}

#[tokio::test]
async fn the_tree_is_carried_along() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let chief = coordinator(&app).await;
    done(&app, &chief, "mc-reka/placements", &[("parent", "brezice"), ("moved_from", "2026-02-10")]).await;
    let path = "/units/mreza/brezice";
    for page in [
        "?period=year&date=2025-01-01&tree=today",
        "/figures?measure=visits&tree=today",
        "/figures?measure=visits&beside=ago&tree=today",
    ] {
        let body = app.get(&format!("{path}{page}"), &chief).await.body;
        let main = &body[body.find("<main").unwrap()..body.find("</main>").unwrap()];
        let hrefs = main.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let plain: Vec<&str> =
            hrefs.filter(|it| it.starts_with("/units/") && !it.contains("tree=today")).collect();
        // Only the other choice, and lists of entries.
        // Entries, and what has a tree of its own.
        let elsewhere = ["/entries", "/reports", "/pictures", "/packs", "/calendar", "/public", "/plans"];
        let of_figures = plain.iter().filter(|it| elsewhere.iter().all(|room| !it.contains(room)));
        assert!(of_figures.count() <= 1, "{page}: {plain:?}");
        assert!(main.contains("<input type=\"hidden\" name=\"tree\" value=\"today\">"), "{page}");
    }
    // What cannot be read is left out.
    let odd = app.get(&format!("{path}?tree=yesterday"), &chief).await;
    let (main, _) = odd.body.split_once("</main>").unwrap();
    assert!(odd.status == 200 && !main.contains("yesterday"), "{main}");
}
