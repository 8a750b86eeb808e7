//! What the demonstration's first centre makes of what young people said.

use chrono::{Datelike, Days};

use super::{date, wanted};
use crate::access;
use crate::change;
use crate::db::Conn;
use crate::generate::plan::change::{Course, aims, aims_before, said};
use crate::generate::{DEMONSTRATION, Wanted, write};
use crate::testing::TestApp;
use crate::{people, units};

#[test]
fn steps_lie_between_the_release_and_the_day_they_are_looked_at() {
    let released = date(2025, 11, 17);
    let ids = crate::clock::Ids::seeded(1, crate::clock::Clock::system());
    for days in [11, 46, 120, 200, 400] {
        let until = released + Days::new(days);
        let all = Course::new(released, until).steps(&ids);
        assert_eq!(all.len(), 7);
        let done: Vec<_> = all.iter().filter_map(|(_, step)| step.done_on).collect();
        assert_eq!(done.len(), 6, "the last one is under way");
        assert!(done.is_sorted() && done.iter().all(|day| (released..until).contains(day)), "{done:?}");
        for (n, step) in &all {
            assert!(!step.notes.is_empty() && !step.whom.is_empty(), "{n}");
            assert!(step.tasks.iter().all(|task| task.done == (*n < 7)), "{n}");
        }
        assert!(all[6].1.planned_on.is_some_and(|day| day > until));
        assert_eq!(all[4].1.meeting.decided.len(), 4);
    }
}

/// Every text would pass its form, in both languages.
#[test]
fn what_is_written_would_pass_the_form() {
    for it in said() {
        assert!(it.is_ready(), "{it:?}");
        for text in [&it.said, &it.did, &it.could_not] {
            let languages: Vec<&str> = text.iter().map(|(lang, _)| lang).collect();
            assert!(text.is_empty() || languages == ["en", "sl"], "{text:?}");
            assert!(text.iter().all(|(_, text)| (1..600).contains(&text.chars().count())), "{text:?}");
        }
    }
    for it in aims(2025).into_iter().chain(aims_before(2024)) {
        assert!(it.area.is_empty() == it.points.is_none() && (it.points.is_some() || !it.measure.is_empty()));
        assert!(it.aim.chars().count() <= 300 && !it.whom.is_empty());
    }
}

#[tokio::test]
async fn the_demonstration_shows_a_centre_at_work_and_what_it_told_young_people() {
    let app = TestApp::new().await;
    let today = app.today();
    let want = Wanted { answers: 90, asks_now: true, ..wanted(3, 2, 2022, today) };
    let made = write::write(&app, want, DEMONSTRATION).await.unwrap();
    let centre = made.units.iter().find(|unit| unit.kind == "centre").unwrap();
    let unit = units::find(&app, DEMONSTRATION, &centre.code).await.unwrap();
    let public = change::public(&app, &unit).await.unwrap().unwrap();
    assert_eq!((public.body.year, public.body.entries.len()), (today.year() - 1, said().len()));
    for (lang, says) in
        [("sl", "Pri podhodu zdaj svetijo tri luči."), ("en", "Three lamps now light the underpass.")]
    {
        let page = app.get(&format!("/said/{DEMONSTRATION}/{}?lang={lang}", unit.code), "").await;
        assert!(page.status == 200 && page.body.contains(says), "{}", page.body);
    }
    let account = made.accounts.iter().find(|account| account.role == "coordinator").unwrap();
    let person = people::by_mail(&app.db, &account.mail).await.unwrap().unwrap();
    let token = access::begin_session(&app, person.id).await.unwrap();
    let cookie = format!("logbook_session={token}");
    let base = format!("{}/change/{}", unit.address(), today.year() - 1);
    let page = app.get(&base, &cookie).await.body.replace('\u{a0}', " ");
    assert!(page.contains("Narejenih je 6 korakov od sedmih."), "{page}");
    // An aim of the year before, with what came of it beside it.
    let beside = format!("Leta {}: ", today.year() - 1);
    assert!(page.contains("Mladi imajo besedo pri programu") && page.contains(&beside), "{page}");
    let told = app.get(&format!("{base}/steps/6"), &cookie).await.body;
    assert!(told.contains("Javno od") && !told.contains("Osnutki so od takrat"), "{told}");
    let meeting = app.get(&format!("{base}/steps/5"), &cookie).await.body;
    assert!(meeting.contains("Občina pri podhodu postavi tri luči."), "{meeting}");
    // Whoever wants a network to measure with gets answers, and nothing of this.
    let other = TestApp::new().await;
    write::write(&other, Wanted { answers: 90, ..wanted(3, 2, 2022, today) }, "abc").await.unwrap();
    let (n,): (i64,) = Conn::from(&other.db).one("select count(*) from change_step", vec![]).await.unwrap();
    assert_eq!(n, 0);
}
