use super::super::rule::{Covers, Due, Kind};
use super::super::store;
use super::{bring, closing, day, meeting, on};
use crate::access::{self, RoleKind, Sought};
use crate::testing::{Answer, TestApp};

const MEETING: [(&str, &str); 6] = [
    ("version", "0"),
    ("what", "meeting"),
    ("name_sl", "Letno srečanje"),
    ("unit", "mreza"),
    ("month", "12"),
    ("day", "9"),
];

fn with<'a>(all: &[(&'a str, &'a str)], changed: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    let kept = all.iter().filter(|(name, _)| *name != changed.0).copied();
    kept.chain([changed]).collect()
}

async fn page(app: &TestApp, path: &str, cookie: &str) -> String {
    let Answer { status, body, .. } = app.get(path, cookie).await;
    assert_eq!(status, 200, "{body}");
    body.replace('\u{a0}', " ")
}

#[tokio::test]
async fn whoever_coordinates_sets_a_date_down_once_and_changes_it() {
    let app = TestApp::new().await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let id = app.ids.ordered();
    let address = format!("/units/mreza/mreza/calendar/dates/{id}");
    assert!(page(&app, &address, &coordinator).await.contains("Dodaj rok"));
    let nameless = with(&MEETING, ("name_sl", ""));
    let answer = app.post(&address, &coordinator, &with(&nameless, ("day", "9."))).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("id=\"name_sl-problem\"") && answer.body.contains("value=\"9.\""));
    // Sent twice, it is there once.
    for _ in 0..2 {
        let answer = app.post(&address, &coordinator, &MEETING).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(
            answer.location.unwrap(),
            format!("/units/mreza/mreza/calendar?year=2026&saved=1#d-{id}-2026-12-09")
        );
    }
    assert_eq!(store::rules(&app.db, app.network_id).await.unwrap().len(), 1);
    // Everybody sees it; to change it is for one.
    let body = page(&app, "/units/mreza/mc-reka/calendar", &worker).await;
    assert!(body.contains("9. 12. 2026") && body.contains("Letno srečanje"), "{body}");
    assert!(!body.contains("/calendar/dates/"));
    assert_eq!(app.get(&address, &worker).await.status, 403);
    // A colleague changes it meanwhile.
    let changed = with(&with(&MEETING, ("version", "1")), ("day", "10"));
    assert_eq!(app.post(&address, &coordinator, &changed).await.status, 303);
    let late = app.post(&address, &coordinator, &with(&changed, ("day", "11"))).await;
    assert_eq!(late.status, 409);
    assert!(late.body.contains("medtem") && late.body.contains("value=\"11\""), "{}", late.body);
    assert!(late.body.contains("name=\"version\" value=\"2\""));
    let mine = with(&with(&MEETING, ("version", "2")), ("day", "11"));
    assert_eq!(app.post(&address, &coordinator, &mine).await.status, 303);
    let stands = store::rule(&app.db, app.network_id, id).await.unwrap().unwrap();
    assert_eq!((stands.due.when, stands.version), (on(12, 11), 3));
    // Taken out: from today on there is none.
    for _ in 0..2 {
        assert_eq!(app.post(&format!("{address}/removal"), &coordinator, &[]).await.status, 303);
    }
    assert!(!page(&app, "/units/mreza/mreza/calendar", &coordinator).await.contains("Letno srečanje"));
    assert_eq!(app.get(&address, &coordinator).await.status, 404);
    assert_eq!(app.post(&address, &coordinator, &mine).await.status, 404);
    let root = app.unit("mreza").await;
    let acts =
        access::recorded(&app.db, root.network.id, &root.path, app.today(), &Sought::default(), 9).await;
    assert!(acts.unwrap().iter().filter(|it| it.act == "change_calendar").count() == 4);
}

#[tokio::test]
async fn one_year_is_moved_or_left_out() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let id = bring(&app, &[meeting(root.id, "Srečanje", on(12, 9))]).await[0];
    let address = format!("/units/mreza/mreza/calendar/dates/{id}");
    let apart = |how: &'static str, to: &'static str| {
        let (app, coordinator, address) = (&app, &coordinator, format!("{address}/exceptions"));
        async move { app.post(&address, coordinator, &[("on", "2026-12-09"), ("to", to), ("how", how)]).await }
    };
    assert!(page(&app, &address, &coordinator).await.contains("Naslednjič je 9. 12. 2026"));
    for (to, says) in [("kmalu", "Izberi dan"), ("2028-01-01", "predaleč")] {
        let answer = apart("move", to).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.body.contains(says) && answer.body.contains(&format!("value=\"{to}\"")),
            "{}",
            answer.body
        );
    }
    assert_eq!(apart("move", "2026-12-16").await.status, 303);
    let calendar = "/units/mreza/mc-reka/calendar";
    let body = page(&app, calendar, &worker).await;
    assert!(body.contains("16. 12. 2026") && body.contains("premaknjeno z 9. 12. 2026"), "{body}");
    assert!(page(&app, &format!("{calendar}?year=2027"), &worker).await.contains("9. 12. 2027"));
    assert_eq!(apart("out", "").await.status, 303);
    assert!(!page(&app, calendar, &worker).await.contains("Srečanje"));
    let left = page(&app, "/units/mreza/mreza/calendar", &coordinator).await;
    assert!(left.contains("Letos izpuščeno") && left.contains(&address), "it can be brought back: {left}");
    assert_eq!(apart("back", "").await.status, 303);
    assert!(page(&app, calendar, &worker).await.contains("9. 12. 2026"));
    let exceptions = format!("{address}/exceptions");
    let garbled = app.post(&exceptions, &coordinator, &[("on", "2026-12-10"), ("how", "out")]).await;
    assert_eq!(garbled.status, 422);
}

#[tokio::test]
async fn everybody_sees_how_their_own_branch_stands() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let pack = Due {
        kind: Kind::Pack,
        template: Some("youth-office".into()),
        covers: Some(Covers::YearBefore),
        unit_id: root.id,
        unit_kind: Some("centre".into()),
        when: on(10, 20),
        ..Due::default()
    };
    let all =
        [closing(root.id, on(3, 1)), pack, meeting(app.unit("brezice").await.id, "Odbor Brežice", on(11, 5))];
    let ids = bring(&app, &all).await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let whole = page(&app, "/units/mreza/mreza/calendar", &coordinator).await;
    assert!(whole.contains("Zamuja: 3") && whole.contains("Kmalu: 3"), "{whole}");
    assert!(whole.contains("Enota mc-sava") && whole.contains("Odbor Brežice"));
    let municipal = page(&app, "/units/mreza/ljubljana/calendar", &viewer).await;
    assert!(municipal.contains("Zamuja: 2") && !municipal.contains("Odbor Brežice"), "{municipal}");
    assert!(!municipal.contains("/packs/") && !municipal.contains("/handing-in"), "that is for who may");
    assert_eq!(app.get("/units/mreza/brezice/calendar", &viewer).await.status, 403);
    let own = page(&app, "/units/mreza/mc-reka/calendar?year=2026", &worker).await;
    assert!(own.contains("/units/mreza/mc-reka/packs/youth-office?period=2025"), "{own}");
    // Handed in, and not after all.
    let action = format!("/units/mreza/mc-reka/calendar/dates/{}/handing-in", ids[1]);
    assert!(own.contains(&action));
    let hand = |done: &'static str| {
        let (app, worker, action) = (&app, &worker, &action);
        async move {
            let fields =
                [("period", "2025"), ("done", done), ("back", "/units/mreza/mc-reka/calendar?year=2026")];
            app.post(action, worker, &fields).await
        }
    };
    for _ in 0..2 {
        let answer = hand("yes").await;
        assert_eq!(answer.location.as_deref(), Some("/units/mreza/mc-reka/calendar?year=2026"));
    }
    assert!(page(&app, "/units/mreza/mc-reka/calendar", &worker).await.contains("Opravljeno"));
    assert!(page(&app, "/units/mreza/mreza/calendar", &coordinator).await.contains("Opravljeno: 1"));
    hand("no").await;
    assert!(!page(&app, "/units/mreza/mc-reka/calendar", &worker).await.contains("Opravljeno"));
    assert_eq!(app.post(&action, &viewer, &[("period", "2025"), ("done", "yes")]).await.status, 403);
    assert_eq!(app.post(&action, &worker, &[("period", "soon"), ("done", "yes")]).await.status, 422);
    // A meeting cannot be handed in.
    let wrong = format!("/units/mreza/mc-reka/calendar/dates/{}/handing-in", ids[2]);
    assert_eq!(app.post(&wrong, &worker, &[("period", "2025"), ("done", "yes")]).await.status, 422);
    // A year that nothing is known of.
    assert!(page(&app, "/units/mreza/mc-reka/calendar?year=2019", &worker).await.contains("ni rokov"));
    // The file for other calendars.
    let file = app.get("/units/mreza/mc-reka/calendar/file", &worker).await;
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(file.body.contains(&format!("UID:d-{}-2026-10-20-mc-reka@mreza", ids[1])), "{}", file.body);
    assert!(file.body.contains("DTSTART;VALUE=DATE:20261020\r\nDTEND;VALUE=DATE:20261021"));
}

#[tokio::test]
async fn the_first_page_tells_what_is_next() {
    let app = TestApp::new().await;
    let root = app.unit("mreza").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    app.activity("mc-reka", "vecer").await;
    let today = "/units/mreza/mc-reka/today";
    assert!(!page(&app, today, &mentor).await.contains("Naslednji roki"));
    let words = |n: u32| meeting(root.id, &format!("Srečanje {n}"), on(11, n));
    bring(
        &app,
        &[closing(root.id, on(9, 20)), words(2), words(3), words(4), meeting(root.id, "Prej", on(10, 14))],
    )
    .await;
    let body = page(&app, today, &mentor).await;
    for says in ["Naslednji roki", "Zapri leto · 2025", "Zamuja", "Srečanje 2", "Srečanje 3"] {
        assert!(body.contains(says), "{says}: {body}");
    }
    assert!(!body.contains("Srečanje 4") && !body.contains("Prej"), "three, and none that is over");
    let overview = page(&app, "/units/mreza/mreza", &coordinator).await;
    assert!(overview.contains("Naslednji roki") && overview.contains("Zamuja: 3"), "{overview}");
    let other = page(&app, "/units/mreza/ljubljana", &coordinator).await;
    assert!(!other.contains("Naslednji roki"), "only where a day begins");
    assert!(day(2026, 10, 15) == app.today());
}
