use crate::access::RoleKind;
use crate::desk::overview::{shown, tests as overview};
use crate::i18n::{Lang, Words};
use crate::measures::Measure;
use crate::testing::TestApp;

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
async fn few_heads_of_one_to_one_work_are_for_whoever_sees_entries() {
    let app = TestApp::new().await;
    overview::evenings(&app).await;
    overview::talks(&app).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let few = "<td>manj kot 10</td>";
    for part in ["&by=kind&of=one_to_one", "&by=gender&of=girl", "&by=age_band&of=15-18", ""] {
        let path = format!("/units/mreza/mc-reka/figures?measure=visits&period=month&date=2026-09-01{part}");
        let row = |body: &str| {
            let from = body.find("Dejavnost talk").unwrap();
            body[from..from + body[from..].find("</tr>").unwrap()].to_owned()
        };
        let seen = row(&app.get(&path, &viewer).await.body);
        assert!(seen.contains(few) && !seen.contains("<td>8</td>"), "{part}: {seen}");
        assert!(
            row(&app.get(&format!("{path}&rows=months"), &worker).await.body).contains("<td>8</td>"),
            "{part}"
        );
    }
    let path =
        "/units/mreza/mc-reka/figures?measure=visits&period=month&date=2026-09-01&by=kind&of=one_to_one";
    assert!(app.get(path, &viewer).await.body.contains("<strong>manj kot 10</strong>"));
    // From above as well: a row of a unit of which only one-to-one work was asked for.
    let path = path.replace("mc-reka", "ljubljana");
    let above = app.get(&path, &viewer).await.body;
    assert!(above.contains(few) && !above.contains("<td>8</td>"));
}
