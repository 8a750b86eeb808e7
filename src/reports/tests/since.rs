use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::evening;
use crate::activities::{Entry, Status};
use crate::measures::scene as figures;
use crate::reports::since::{Fact, How, changed};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

async fn entry() -> Entry {
    let app = TestApp::new().await;
    let activity = figures::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    evening(&app, &activity, NaiveDate::from_ymd_opt(2025, 5, 5).unwrap(), 13)
}

#[tokio::test]
async fn what_happened_to_an_entry_is_told_by_what_it_said_then_and_says_now() {
    let then = entry().await;
    let inside = |it: &Entry| it.local_date < NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let told = |then: Option<&Entry>, now: &Entry| changed(then, now, inside);
    let with = |change: fn(&mut Entry)| {
        let mut now = then.clone();
        change(&mut now);
        now
    };
    let deleted = with(|it| it.deleted = true);
    let off = with(|it| it.status = Status::Cancelled);
    let next_year = with(|it| it.local_date = it.local_date + Days::new(300));
    let comes =
        vec![Fact::Visits(0, 13), Fact::Duration(0, 180), Fact::Created(0, 45), Fact::FirstVisits(0, 1)];
    let goes =
        vec![Fact::Visits(13, 0), Fact::Duration(180, 0), Fact::Created(45, 0), Fact::FirstVisits(1, 0)];
    assert_eq!(told(None, &then), Some((How::Added, comes.clone())));
    assert_eq!(told(Some(&deleted), &then), Some((How::Added, comes)), "it was brought back");
    assert_eq!(told(Some(&then), &deleted), Some((How::Removed, goes.clone())));
    assert_eq!(told(Some(&then), &off), Some((How::Removed, goes)));
    assert_eq!(told(Some(&off), &deleted), None);
    assert_eq!(told(None, &next_year), None);
    let date = Fact::Date(then.local_date, next_year.local_date);
    assert_eq!(told(Some(&then), &next_year), Some((How::Moved, vec![date])));
    assert!(matches!(told(Some(&next_year), &then), Some((How::Moved, _))));
    assert_eq!(told(Some(&then), &with(|it| it.note = Some("zapisek".into()))), None);
    assert_eq!(told(Some(&then), &with(|it| it.staff_min = Some(60))), None, "reports tell nothing of staff");
    let longer = told(Some(&then), &with(|it| it.duration_min += 60));
    assert_eq!(longer, Some((How::Corrected, vec![Fact::Duration(180, 240)])));
    let heads = told(
        Some(&then),
        &with(|it| {
            let heads = it.counts.participant.as_mut().unwrap();
            heads.gender = heads
                .gender
                .values()
                .copied()
                .zip(crate::vocabulary::Gender::ALL)
                .map(|(n, it)| (*it, n))
                .collect();
        }),
    );
    assert_eq!(heads, Some((How::Corrected, vec![Fact::Heads])));
    let words = told(Some(&then), &with(|it| it.main_tag = Some(Uuid::nil())));
    assert_eq!(words, Some((How::Corrected, vec![Fact::Words])));
}
