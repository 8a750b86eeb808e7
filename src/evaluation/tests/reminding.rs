//! Who is written to about a unit that nobody has answered about: twice at most, and by whoever is nearest.

use chrono::{Duration, NaiveDate};

use super::answering::{send, whole};
use super::{Scene, scene};
use crate::access::RoleKind;
use crate::args;
use crate::db::Conn;
use crate::evaluation::reminding::Occasion;
use crate::evaluation::{acts, daily, making, store};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// (to, subject, body) of all mails.
async fn mails(s: &Scene) -> Vec<(String, String, String)> {
    let sql = "select recipient, subject, body from outbox_mail order by recipient, body";
    Conn::from(&s.app.db).all(sql, args![]).await.unwrap()
}

async fn look(s: &Scene, code: &str, on: NaiveDate) {
    let network_id = s.root.network.id;
    let it = store::by_code(&s.app.db, network_id, code).await.unwrap().unwrap();
    daily::look_after(&s.app, network_id, it.id, on).await.unwrap();
}

#[tokio::test]
async fn the_second_week_and_the_last_days_are_occasions() {
    let s = scene().await;
    let (code, _) = s.opened().await;
    let mut it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    it.opened_at = Some("2026-10-04T22:03:00Z".parse().unwrap());
    let at = |it: &_, on: &str| Occasion::on(it, chrono_tz::Europe::Ljubljana, day(on));
    for (on, occasion) in [
        ("2026-10-05", None),
        ("2026-10-11", None),
        ("2026-10-12", Some(Occasion::SecondWeek)),
        ("2026-10-18", Some(Occasion::SecondWeek)),
        ("2026-10-19", None),
        ("2026-10-21", None),
        ("2026-10-22", Some(Occasion::End)),
        ("2026-10-25", Some(Occasion::End)),
        ("2026-10-26", None),
    ] {
        assert_eq!(at(&it, on), occasion, "{on}");
    }
    // A short one has its end alone, and one that was opened late its own second week.
    it.closes_on = day("2026-10-14");
    assert_eq!(at(&it, "2026-10-12"), Some(Occasion::End));
    (it.opened_at, it.closes_on) = (Some("2026-10-08T09:00:00Z".parse().unwrap()), day("2026-10-26"));
    assert_eq!((at(&it, "2026-10-14"), at(&it, "2026-10-15")), (None, Some(Occasion::SecondWeek)));
    it.opened_at = Some("2026-10-08T22:30:00Z".parse().unwrap());
    assert_eq!(at(&it, "2026-10-15"), None, "it was past midnight there");
    it.opened_at = None;
    assert_eq!(at(&it, "2026-10-15"), None);
}

#[tokio::test]
async fn mentors_of_silent_units_get_one_letter_each_and_never_a_third() {
    let s = scene().await;
    let mut typed = s.typed().await;
    (typed.opens_on, typed.last_on) = ("2026-10-15".into(), "2026-11-15".into());
    let code = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap();
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    let address = s.address(&code, "mc-reka").await;
    s.app.person(RoleKind::Mentor, "mc-reka").await;
    s.app.person(RoleKind::Mentor, "ljubljana").await;
    s.app.person(RoleKind::Worker, "mc-sava").await;
    let begun = s.app.today();
    for days in 0..7 {
        look(&s, &code, begun + Duration::days(days)).await;
    }
    assert_eq!(mails(&s).await, []);
    for days in [7, 7, 8, 13] {
        look(&s, &code, begun + Duration::days(days)).await;
    }
    let first = mails(&s).await;
    let of =
        |unit: &str| first.iter().filter(|(.., body)| body.contains(&format!("/mreza/{unit}/voice"))).count();
    assert_eq!(first.len(), 2, "{first:#?}");
    // Its own mentor, and where there is none, the one above.
    assert_eq!((of("mc-reka"), of("mc-most"), of("mc-sava")), (1, 1, 0), "{first:#?}");
    assert!(first.iter().all(|(_, subject, _)| subject == "Evalvacija: mladi še niso odgovorili"));
    assert!(first.iter().any(|(.., body)| body.contains("Za to enoto ni prišel")), "{first:#?}");

    for _ in 0..10 {
        send(&s, &address, &whole(&s.app, "4")).await;
    }
    for on in ["2026-11-12", "2026-11-12", "2026-11-13", "2026-11-15", "2026-11-16"] {
        look(&s, &code, day(on)).await;
    }
    let all = mails(&s).await;
    assert_eq!(all.len(), 3, "the unit that has answers now is left alone: {all:#?}");
    assert!(all.iter().filter(|mail| !first.contains(mail)).all(|(.., body)| !body.contains("mc-reka")));
}
