//! Closing and reopening through the pages, as a browser would.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::RoleKind;
use crate::activities::{Activity, Entry, Heads, Status, Weekday};
use crate::measures::scene::{plain, write};
use crate::testing::{Answer, TestApp};

const REKA: &str = "/units/mreza/mc-reka";
const LJUBLJANA: &str = "/units/mreza/ljubljana";
const SEPTEMBER: &str = "/units/mreza/mc-reka/periods/2026-09";

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Open Thursdays in a centre: two evenings of September and one of October.
struct Centre {
    app: TestApp,
    activity: Activity,
    worker: String,
    mentor: String,
    coordinator: String,
}

const FIRST: Uuid = Uuid::from_u128(1);

impl Centre {
    async fn new() -> Centre {
        let app = TestApp::new().await;
        let activity = app.activity("mc-reka", "vecer").await;
        let evening = |n: u128, day: NaiveDate| {
            let mut entry = plain(&activity, Uuid::from_u128(n), day);
            (entry.start_min, entry.duration_min) = (Some(17 * 60), 180);
            entry.counts.participant = Some(Heads {
                total: 20 + i64::try_from(n).unwrap(),
                gender: BTreeMap::from([(
                    crate::vocabulary::Gender::Unknown,
                    20 + i64::try_from(n).unwrap(),
                )]),
                age: BTreeMap::from([("unknown".to_owned(), 20 + i64::try_from(n).unwrap())]),
            });
            entry
        };
        let off =
            Entry { status: Status::Cancelled, ..plain(&activity, Uuid::from_u128(4), date(2026, 9, 17)) };
        let all =
            [evening(1, date(2026, 9, 3)), evening(2, date(2026, 9, 10)), evening(3, date(2026, 10, 1)), off];
        write(&app, &all).await;
        let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
        let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
        let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
        Centre { app, activity, worker, mentor, coordinator }
    }

    async fn close(&self, base: &str, code: &str, n: u128) -> Answer {
        let id = Uuid::from_u128(n).to_string();
        self.app.post(&format!("{base}/periods/{code}/closures"), &self.mentor, &[("id", &id)]).await
    }

    async fn reopen(&self, base: &str, code: &str, n: u128, reason: &str) -> Answer {
        let path = format!("{base}/periods/{code}/closures/{}/reopening", Uuid::from_u128(n));
        self.app.post(&path, &self.coordinator, &[("reason", reason)]).await
    }

    async fn correct(&self, total: &str) -> Answer {
        let activity = self.activity.id.to_string();
        let fields = [
            ("activity", activity.as_str()),
            ("date", "2026-09-03"),
            ("start", "17:00"),
            ("end", "20:00"),
            ("participant_total", total),
            ("confirmed", "1"),
        ];
        self.app.post(&format!("{REKA}/entries/{FIRST}/versions"), &self.worker, &fields).await
    }
}

/// The answer holds all of these, in this order.
fn tells(answer: &Answer, words: &[&str]) {
    let mut rest = answer.body.as_str();
    for word in words {
        let Some((_, after)) = rest.split_once(word) else { panic!("{word} is missing: {}", answer.body) };
        rest = after;
    }
}

#[tokio::test]
async fn before_closing_it_is_told_what_would_be() {
    let centre = Centre::new().await;
    let app = &centre.app;
    // A colleague's version of an evening waits.
    let (_, colleague) = app.person(RoleKind::Worker, "ljubljana").await;
    let activity = centre.activity.id.to_string();
    let second = [("id", "00000000-0000-0000-0000-000000000009"), ("activity", activity.as_str())];
    let when = [("date", "2026-09-10"), ("start", "17:00"), ("end", "20:00")];
    let place =
        app.post(&format!("{REKA}/entries"), &colleague, &[&second[..], &when].concat()).await.location;
    let place = place.unwrap();
    assert!(place.contains("/proposals/"));

    let page = app.get(SEPTEMBER, &centre.mentor).await;
    assert_eq!(page.status, 200, "{}", page.body);
    tells(
        &page,
        &[
            "Izvedene dejavnosti",
            ">2</a>",
            "Odpadlo",
            ">1</a>",
            "Ure mladinskega dela",
            ">6,0</a>",
            "Obiski",
            ">43</a>",
            "Zapri obdobje",
            "Velja za enoto Enota mc-reka",
            "1 večer še čaka",
            "1 pričakovani vnos še manjka",
            "Zapri: september 2026",
            &place,
            "24.\u{a0}9.",
            "četrtek, 17.00",
        ],
    );
    assert!(
        page.body.contains(&format!("/entries/new?activity={activity}&#38;date=2026-09-24&#38;start=1020"))
    );
    // Above, the units below are named, and what is missing opens in them.
    let page = app.get(&format!("{LJUBLJANA}/periods/2026-09"), &centre.coordinator).await;
    tells(
        &page,
        &[
            ">43</a>",
            "Enota mc-reka, Enota mc-most",
            "Enota ljubljana in 2 enoti pod njo",
            "Dejavnost vecer · Enota mc-reka",
        ],
    );
    // What has no closing yet has no history, and whoever may not close is told who may.
    let page = app.get(SEPTEMBER, &centre.worker).await;
    assert!(!page.body.contains("/closures") && !page.body.contains("h-history"), "{}", page.body);
    tells(&page, &["lahko zaprejo mentorji"]);
}

#[tokio::test]
async fn what_was_usual_then_is_missing_though_it_is_no_longer_usual() {
    let centre = Centre::new().await;
    let mut before = Activity {
        weekdays: vec![Weekday { weekday: 1, start_min: 16 * 60, duration_min: 120 }],
        week_from: date(2026, 9, 1),
        ..centre.app.activity_like("mc-reka", "prej").await
    };
    before.change_week(Vec::new(), date(2026, 9, 15));
    centre.app.keep(before).await;
    let page = centre.app.get(SEPTEMBER, &centre.mentor).await;
    // Two Mondays, and the Thursday without an entry.
    tells(&page, &["3 pričakovani vnosi še manjkajo", "Dejavnost prej", "ponedeljek, 16.00"]);
}

#[tokio::test]
async fn a_month_is_closed_corrected_after_reopening_and_all_of_it_is_told() {
    let centre = Centre::new().await;
    let app = &centre.app;
    for _ in 0..2 {
        assert_eq!(centre.close(REKA, "2026-09", 7).await.location.as_deref(), Some(SEPTEMBER));
    }
    let twice = centre.close(REKA, "2026-09", 8).await;
    assert_eq!(twice.status, 422);
    tells(&twice, &["role=\"alert\"", "je zaprto že od 15.\u{a0}10.\u{a0}2026 (mentor ljubljana)"]);
    assert_eq!(centre.correct("30").await.status, 422);
    // A mentor is told who can reopen; the coordinator is asked why.
    let page = app.get(SEPTEMBER, &centre.mentor).await;
    tells(
        &page,
        &[
            "Obdobje september 2026 je zaprto od",
            "lahko z razlogom spet odprejo",
            "Zaprto",
            "mentor ljubljana",
        ],
    );
    assert!(!page.body.contains("/reopening"));
    assert!(app.get(SEPTEMBER, &centre.coordinator).await.body.contains("/reopening"));
    let none = centre.reopen(REKA, "2026-09", 7, " ").await;
    assert_eq!(none.status, 422);
    tells(&none, &["aria-invalid=\"true\"", "Vpiši razlog"]);
    let long = "a".repeat(1_001);
    let kept = centre.reopen(REKA, "2026-09", 7, &long).await;
    assert!(kept.status == 422 && kept.body.contains(&long), "what was typed is kept");

    for _ in 0..2 {
        let answer = centre.reopen(REKA, "2026-09", 7, "Pozabljen <tabor>").await;
        assert_eq!(answer.location.as_deref(), Some(SEPTEMBER));
    }
    let page = app.get(SEPTEMBER, &centre.worker).await;
    tells(
        &page,
        &[
            "je spet odprto od",
            "Pozabljen &#60;tabor&#62;",
            "Spet odprto",
            "Po tem ni bilo nič spremenjeno",
            "Zaprto",
        ],
    );
    assert_eq!(centre.correct("30").await.status, 303);
    centre.close(REKA, "2026-09", 9).await;
    let page = app.get(SEPTEMBER, &centre.worker).await;
    tells(
        &page,
        &[
            "je zaprto od",
            "Kaj se je zgodilo",
            "Zaprto",
            "Spet odprto",
            "coordinator mreza",
            "Pozabljen",
            "narejena 1 sprememba",
            &format!("{REKA}/entries/{FIRST}"),
            "Dejavnost vecer",
            "spremenjeno",
            "worker mc-reka",
            "Zaprto",
        ],
    );
    assert_eq!(centre.correct("31").await.status, 422);
    // And so does the entry itself, of the version that came after.
    let entry = app.get(&format!("{REKA}/entries/{FIRST}"), &centre.worker).await;
    tells(
        &entry,
        &["Velja", "Potem ko je bilo obdobje september 2026 spet odprto. Razlog: Pozabljen", "Prej"],
    );
    let late = centre.reopen(REKA, "2026-09", 7, "Še enkrat").await;
    assert_eq!(late.status, 422);
    tells(&late, &["To obdobje je bilo spet odprto že"]);
    // What is deleted is called that, beside what was changed before.
    centre.reopen(REKA, "2026-09", 9, "Ni ga bilo").await;
    let gone = app.post(&format!("{REKA}/entries/{FIRST}/deletion"), &centre.worker, &[("base", "2")]).await;
    assert_eq!(gone.status, 303);
    let page = app.get(SEPTEMBER, &centre.worker).await;
    tells(&page, &["Dejavnost vecer", "izbrisano", "Dejavnost vecer", "spremenjeno"]);
}

#[tokio::test]
async fn the_list_tells_how_each_month_stands() {
    let centre = Centre::new().await;
    let app = &centre.app;
    let list = async || app.get(&format!("{REKA}/periods"), &centre.worker).await;
    let page = list().await;
    tells(
        &page,
        &["Vse leto 2026", "še teče", "oktober 2026", "še teče", "september 2026", "odprto", "januar 2026"],
    );
    assert!(!page.body.contains("november 2026"));
    centre.close(REKA, "2026-09", 7).await;
    centre.close(LJUBLJANA, "2026-08", 8).await;
    centre.close(REKA, "2026-07", 9).await;
    centre.reopen(REKA, "2026-07", 9, "Popis").await;
    tells(
        &list().await,
        &[
            "zaprta sta 2 meseca",
            "deloma zaprto",
            "september 2026",
            "mentor ljubljana",
            ">zaprto<",
            "avgust 2026",
            "v enoti Enota ljubljana",
            ">zaprto<",
            "julij 2026",
            "Razlog: Popis",
            "spet odprto",
            "junij 2026",
            "odprto",
        ]
        .map(|word| word.trim_matches('<')),
    );
    centre.close(REKA, "2025", 10).await;
    let page = app.get(&format!("{REKA}/periods?year=2025"), &centre.worker).await;
    tells(&page, &["Vse leto 2025", "mentor ljubljana", "december 2025", "z letom 2025"]);
    for (asked, shown) in
        [("?year=1850", "Vse leto 2020"), ("?year=2999", "Vse leto 2026"), ("?year=letos", "Vse leto 2026")]
    {
        tells(&app.get(&format!("{REKA}/periods{asked}"), &centre.worker).await, &[shown]);
    }
    for nowhere in ["2019", "2019-12", "2026-13", "letos", "2026-9"] {
        let page = app.get(&format!("{REKA}/periods/{nowhere}"), &centre.worker).await;
        assert_eq!(page.status, 404, "{nowhere}");
    }
    let running = centre.close(REKA, "2026-10", 11).await;
    assert_eq!(running.status, 422);
    tells(&running, &["To obdobje še teče. Zapreti ga bo mogoče od 1.\u{a0}11.\u{a0}2026"]);
}

#[tokio::test]
async fn a_year_reopened_over_a_closed_month_says_what_stays_closed() {
    let centre = Centre::new().await;
    centre.close(REKA, "2025-03", 7).await;
    centre.close("/units/mreza/mc-most", "2025-04", 8).await;
    centre.close(LJUBLJANA, "2025", 9).await;
    let year = format!("{LJUBLJANA}/periods/2025");
    let page = centre.app.get(&year, &centre.coordinator).await;
    tells(
        &page,
        &["Zaprto ostane, kar je zaprto posebej: marec 2025 (Enota mc-reka), april 2025 (Enota mc-most)."],
    );
    // Below, it is closed through the one above, which is linked for whoever sees it.
    let page = centre.app.get(&format!("{REKA}/periods/2025"), &centre.mentor).await;
    tells(&page, &["zaprto v enoti Enota ljubljana", &format!("{LJUBLJANA}/periods/2025")]);
    let page = centre.app.get(&format!("{REKA}/periods/2025"), &centre.worker).await;
    assert!(page.status == 200 && !page.body.contains(&format!("{LJUBLJANA}/periods/2025")));
    centre.reopen(LJUBLJANA, "2025", 9, "Popis").await;
    let page = centre.app.get(&format!("{REKA}/periods/2025"), &centre.mentor).await;
    tells(&page, &["Del tega obdobja je že zaprt"]);
}

#[tokio::test]
async fn other_pages_say_it_calmly_and_offer_nothing_that_would_fail() {
    let centre = Centre::new().await;
    let app = &centre.app;
    let (_, viewer) = app.person(RoleKind::Viewer, "mc-reka").await;
    let today = format!("{REKA}/today");
    let before = app.get(&today, &centre.worker).await;
    assert!(!before.body.contains("je zaprto"), "{}", before.body);
    app.wait(chrono::Duration::days(-10));
    // The fifth of October: the 24th of September is still asked for, until it is closed.
    tells(&app.get(&today, &centre.worker).await, &["date=2026-09-24"]);
    let entry = format!("{REKA}/entries/{FIRST}");
    for word in ["/edit", "/deletion"] {
        tells(&app.get(&entry, &centre.worker).await, &[word]);
    }
    centre.close(REKA, "2026-09", 7).await;

    let page = app.get(&today, &centre.worker).await;
    assert!(!page.body.contains("date=2026-09-24"), "{}", page.body);
    tells(&page, &["Obdobje september 2026 je zaprto", SEPTEMBER]);
    let page = app.get(&entry, &centre.worker).await;
    tells(&page, &["Obdobje september 2026 je zaprto", "ne spreminjajo več", SEPTEMBER]);
    assert!(!page.body.contains("/edit") && !page.body.contains("/deletion"));
    let page = app.get(&format!("{entry}/saved?version=1"), &centre.worker).await;
    assert!(page.status == 200 && !page.body.contains("/edit") && !page.body.contains("/undoing"));
    let new = format!("{REKA}/entries/new?activity={}&date=2026-09-24", centre.activity.id);
    for form in [&new, &format!("{entry}/edit")] {
        tells(&app.get(form, &centre.worker).await, &["Obdobje september 2026 je zaprto", "class=\"when\""]);
    }
    // The overview of that very period says it; to whoever sees no entries without a way on.
    let overview = format!("{REKA}?period=month&date=2026-09-01");
    tells(&app.get(&overview, &centre.worker).await, &["Obdobje september 2026 je zaprto", SEPTEMBER]);
    let page = app.get(&overview, &viewer).await;
    assert!(page.body.contains("je zaprto") && !page.body.contains(SEPTEMBER), "{}", page.body);
    let page = app.get(&format!("{REKA}?period=year&date=2026-09-01"), &centre.worker).await;
    assert!(!page.body.contains("je zaprto"));
    tells(&app.get(&format!("{REKA}/structure"), &centre.mentor).await, &["/mc-reka/periods\""]);
}
