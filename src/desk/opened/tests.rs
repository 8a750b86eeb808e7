use crate::access::RoleKind;
use crate::activities::Entry;
use crate::desk::attack::tables;
use crate::desk::overview::tests as overview;
use crate::i18n::{Lang, Words};
use crate::measures::shown;
use crate::measures::{Measure, scene};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

#[tokio::test]
async fn the_last_row_of_an_opened_figure_is_the_figure() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let sums = overview::year(&app, "ljubljana").await;
    for measure in Measure::ALL {
        let page =
            app.get(&format!("/units/mreza/ljubljana/figures?measure={}", measure.code()), &mentor).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains('⟦') && !page.body.contains("style="));
        let figure = shown(Words(Lang::Sl), measure, measure.of(&sums));
        assert!(page.body.contains(&format!("<strong>{figure}</strong>")), "{measure:?}");
        if measure.of(&sums).number() != 0.0 {
            let total = format!("<tfoot><tr><th scope=\"row\">Skupaj</th><td>{figure}</td>");
            assert!(page.body.contains(&total), "{measure:?} adds up to {figure}");
        }
    }
    let girls =
        app.get("/units/mreza/ljubljana/figures?measure=visits&by=gender&of=girl,unknown", &mentor).await;
    let figure = shown(Words(Lang::Sl), Measure::Visits, Measure::Visits.of(&sums));
    assert!(
        girls.body.contains(&format!("<tfoot><tr><th scope=\"row\">Skupaj</th><td>{figure}</td>")),
        "both classes are all visits"
    );
}

#[tokio::test]
async fn viewers_stop_here_and_others_go_on_to_entries() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "ljubljana").await;
    let path = "/units/mreza/ljubljana/figures?measure=visits&period=month&date=2026-09-01";
    assert!(app.get(path, &viewer).await.body.contains("/units/mreza/mc-reka/figures?measure=visits"));
    let path = path.replace("ljubljana", "mc-reka");
    let page = app.get(&path, &viewer).await;
    assert!(page.body.contains("Dejavnost band") && !page.body.contains("/entries?"));
    let entries = "/units/mreza/mc-reka/entries?from=2026-09-01&to=2026-09-30&status=held";
    assert_eq!(app.get(&path, &worker).await.location.as_deref(), Some(entries));
    // By activity and month as well, and from there to the entries of one.
    let by_month = app.get(entries, &worker).await.body;
    let by_month = by_month.split('"').find(|it| it.contains("rows=months")).unwrap().replace("&#38;", "&");
    let page = app.get(&by_month, &worker).await;
    assert!(page.body.contains(&format!("{}&#38;activity=", entries.replace('&', "&#38;"))), "{}", page.body);
    // Hours of staff are for those who lead.
    for (who, status) in [(&viewer, 403), (&worker, 403)] {
        assert_eq!(app.get("/units/mreza/ljubljana/figures?measure=staff_min", who).await.status, status);
    }
    // What cannot be split so, or is no measure, is shown whole.
    for odd in
        ["measure=nonsense", "measure=created_min&by=gender&of=girl", "by=gender&of=", "by=unit&of=%3Cb%3E"]
    {
        let page = app.get(&format!("/units/mreza/ljubljana/figures?{odd}"), &viewer).await;
        assert!(page.status == 200 && !page.body.contains("<b>"), "{odd}");
    }
}

#[tokio::test]
async fn one_to_one_work_stands_with_other_work_for_whoever_sees_figures_only() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    overview::talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let why = Words(Lang::Sl).tr("opened-few-why");
    let path = "/units/mreza/mc-reka/figures?measure=visits&period=month&date=2026-09-01";
    let seen = app.get(path, &viewer).await.body;
    assert!(seen.contains("Dejavnost band + Dejavnost talk") && seen.contains(&why), "{seen}");
    for part in ["&by=gender&of=girl", "&by=age_band&of=15-18", ""] {
        let worker = app.get(&format!("{path}{part}&rows=months"), &worker).await.body;
        let row = worker.split("Dejavnost talk").nth(1).unwrap().split("</tr>").next().unwrap();
        assert!(row.contains(">8</a>") && !worker.contains(&why), "{part}: {row}");
    }
    // Asked for by itself, it comes with groups, here and from above.
    for unit in ["mc-reka", "ljubljana"] {
        let path =
            format!("/units/mreza/{unit}/figures?measure=visits&period=month&date=2026-09-01&by=kind&of=");
        let talks = app.get(&format!("{path}one_to_one"), &viewer).await.body;
        let both = app.get(&format!("{path}group,one_to_one"), &viewer).await.body;
        let figure =
            |body: &str| body.split("<strong>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert_eq!(figure(&talks), figure(&both));
        let names = |body: &str| body.contains("Obiski: Skupine in individualne") && body.contains(&why);
        assert!(names(&talks) && names(&both) && !talks.contains("Dejavnost talk"), "{talks}");
    }
}

/// The parts of a table on an overview: what they are called, and their visits.
fn parts(body: &str, id: &str) -> Vec<(String, String)> {
    let card = body.split(&format!("id=\"h-{id}\"")).nth(1).unwrap().split("</section>").next().unwrap();
    let rows = tables(card).remove(0).into_iter().skip(1);
    rows.map(|row| (row[0].clone(), row[1].clone())).filter(|(_, n)| n != "–" && n != "0").collect()
}

fn number(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

#[tokio::test]
async fn no_other_split_tells_one_to_one_work_from_the_groups_it_stands_with() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    overview::talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let w = Words(Lang::Sl);
    let query = "period=month&date=2026-09-01";
    let path = format!("/units/mreza/mc-reka/figures?measure=visits&{query}");
    // Band and talk, as one row of the page by activity.
    let rows = tables(&app.get(&path, &viewer).await.body).remove(0);
    let both = rows.iter().find(|row| row[0].contains(" + ")).unwrap()[1].clone();
    let page = app.get(&format!("/units/mreza/mc-reka?{query}"), &viewer).await.body;
    for id in ["gender", "age", "weekdays", "places", "tags", "fields"] {
        let parts = parts(&page, id);
        let together = parts.iter().find(|(name, _)| *name == w.tr("overview-unsplit"));
        assert_eq!(together.map(|(_, n)| n.as_str()), Some(both.as_str()), "{id}: {parts:?}");
        let (sum, of): (Vec<_>, Vec<_>) = parts.iter().partition(|(name, _)| *name == w.tr("overview-sum"));
        assert_eq!(of.iter().map(|(_, n)| number(n)).sum::<i64>(), number(&sum[0].1), "{id} adds up");
        assert!(page.contains(&w.tr("overview-unsplit-why")));
    }
    // Opened, and as a file, it is the same part.
    let girls = parts(&page, "gender").into_iter().find(|(name, _)| *name == w.tr("gender-girl")).unwrap().1;
    let opened = app.get(&format!("{path}&by=gender&of=girl"), &viewer).await.body;
    assert!(opened.contains(&format!("<strong>{girls}</strong>")) && !opened.contains("talk"), "{opened}");
    let file = "/units/mreza/mc-reka/figures/file?from=2026-09-01&to=2026-09-30";
    let whole = app.get(file, &viewer).await.body;
    for line in
        [format!("visits,Obiski,gender,Spol,girl,Dekleta,,{girls},"), format!(",any,Ni razdeljeno,,{both},")]
    {
        assert!(whole.contains(&line), "{line} in {whole}");
    }
    let part = app.get(&format!("{file}&measure=visits&by=gender&of=girl"), &viewer).await.body;
    assert!(part.contains(&format!(",girl,Dekleta,,{girls},")) && !part.contains("talk"), "{part}");
    // Whoever sees entries sees all of it split, and a unit without such work is split for everybody.
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let theirs = app.get(&format!("/units/mreza/mc-reka?{query}"), &worker).await.body;
    let other = app.get(&format!("/units/mreza/mc-most?{query}"), &viewer).await.body;
    assert!([theirs, other].iter().all(|page| !page.contains(&w.tr("overview-unsplit"))));
}

#[tokio::test]
async fn a_month_that_goes_on_is_not_split_where_there_may_be_talks() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    overview::talks(&app).await;
    let w = Words(Lang::Sl);
    let sum = w.tr("overview-sum");
    // Of October 2026 half is over, and of it there are no talks; a year on it is what half of October is beside.
    for beside in [false, true] {
        if beside {
            app.wait(chrono::Duration::days(365));
        }
        let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
        let late = scene::activity(&app, "mc-reka", &format!("late-{beside}"), Kind::Open).await;
        scene::write(&app, &[scene::plain(&late, app.ids.ordered(), app.today())]).await;
        let page = app.get("/units/mreza/mc-reka?period=month", &viewer).await.body;
        assert!(page.contains(&w.tr("overview-unsplit-all")) && !page.contains("h-kinds"), "{page}");
        // In a year that has months which are over, it is all that is not split.
        let year = app.get("/units/mreza/mc-reka?period=year", &viewer).await.body;
        assert_eq!(year.contains(&w.tr("overview-kind-any")), !beside, "{year}");
        let more = if beside { "&beside=ago" } else { "" };
        let path = format!("/units/mreza/mc-reka/figures?measure=visits&period=month{more}");
        let opened = tables(&app.get(&path, &viewer).await.body).remove(0);
        let names: Vec<&str> = opened[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, [w.tr("opened-together").as_str(), sum.as_str()], "{path}");
        // A unit that offers no such work is split as ever.
        let other = app.get(&path.replace("mc-reka", "mc-most"), &viewer).await.body;
        assert!(other.contains("Dejavnost open"), "{other}");
    }
}

#[tokio::test]
async fn opening_hours_are_seen_in_the_list_that_they_open() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    for code in ["one", "two"] {
        let open = scene::activity(&app, "mc-reka", code, Kind::Open).await;
        // From five to eight and from six to nine.
        let start = if code == "one" { 1020 } else { 1080 };
        let plain = scene::plain(&open, app.ids.ordered(), day);
        scene::write(&app, &[Entry { start_min: Some(start), duration_min: 180, ..plain }]).await;
    }
    let path = "/units/mreza/mc-reka/figures?measure=opening_min&period=month&date=2026-03-01";
    let page = app.get(path, &mentor).await.body;
    assert!(page.contains("<strong>4,0</strong>"), "{page}");
    let list = page.split("href=\"").find(|it| it.contains("/entries?")).unwrap();
    let list = list.split('"').next().unwrap().replace("&#38;", "&");
    let page = app.get(&list, &mentor).await.body;
    let label = Words(Lang::Sl).tr("measure-opening_min");
    assert!(
        page.contains(&format!("<dt>{label}</dt><dd class=\"num\"><span>4,0</span></dd>")),
        "{list}: {page}"
    );
}

#[tokio::test]
async fn every_cell_opens_what_comes_to_it() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    overview::talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    for (who, path) in [
        (&viewer, "ljubljana/figures?measure=visits&period=year"),
        (&viewer, "mc-reka/figures?measure=youth_work_min&period=year&by=place_kind&of=on_site"),
        (&mentor, "mc-reka/figures?measure=visits&from=2026-02-10&to=2026-04-20&rows=months"),
        (&mentor, "ljubljana/figures?measure=opening_min&period=school_year&date=2025-09-01"),
        (&mentor, "ljubljana/figures?measure=created_share&period=year&date=2025-01-01"),
    ] {
        let body = app.get(&format!("/units/mreza/{path}"), who).await.body;
        let table = body.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
        let mut seen = 0;
        for cell in table.split("<td>").skip(1) {
            let Some(link) = cell.split("</td>").next().unwrap().strip_prefix("<a href=\"") else { continue };
            let (href, rest) = link.split_once("\">").unwrap();
            let (href, figure) = (href.replace("&#38;", "&"), rest.split('<').next().unwrap());
            let page = app.get(&href, who).await;
            let page = match page.location {
                Some(list) => app.get(&list, who).await,
                None => page,
            };
            assert_eq!(page.status, 200, "{href}");
            assert!(page.body.contains(&format!(">{figure}</")), "{path}: {figure} opens {href}");
            seen += 1;
        }
        assert!(seen > 3, "{path}: {seen} links");
    }
}

#[tokio::test]
async fn a_list_opened_from_a_figure_says_what_the_figure_is_made_of() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    for (measure, line) in [
        ("creators_share", "Ustvarjalci: "),
        ("created_share", "Ure, ki so jih ustvarili mladi: "),
        ("created_min", "Ure, ki so jih ustvarili mladi: "),
    ] {
        let path = format!("/units/mreza/mc-reka/figures?measure={measure}&period=year&rows=months");
        let opened = app.get(&path, &mentor).await.body;
        let list =
            opened.split("href=\"").find(|it| it.contains("/entries?") && it.contains("activity=")).unwrap();
        let list = list.split('"').next().unwrap().replace("&#38;", "&");
        let body = app.get(&list, &mentor).await.body;
        let entries = body.split("<ul class=\"list\"").nth(1).unwrap();
        assert_eq!(
            entries.matches("<a class=\"item\"").count(),
            entries.matches(line).count(),
            "{measure}: each line says it: {entries}"
        );
        let label = line.trim_end_matches(": ");
        assert_eq!(body.matches(&format!("<dt>{label}</dt>")).count(), 1, "{measure}: and what they come to");
        // Further pages and narrower lists say it too, and it is no narrowing by itself.
        assert!(body.contains(&format!("name=\"shows\" value=\"{measure}\"")));
    }
    let plain = app.get("/units/mreza/mc-reka/entries?shows=nonsense", &mentor).await;
    assert!(plain.status == 200 && !plain.body.contains("Ustvarjalci: "));
}
