//! What the median of like units is taken of.

use chrono::NaiveDate;

use super::scene::{self, date, question};
use super::store;
use crate::measures::{self, Ask};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

async fn alike(app: &TestApp, from: NaiveDate, last: NaiveDate) -> Vec<(String, i64)> {
    let kind = app.unit("mc-reka").await.kind;
    let asked = question(&app.unit("mreza").await, from, last);
    let books = measures::open(&app.db, app.network_id, &[Ask::whole(asked.period)]).await.unwrap();
    books.alike(&asked, &kind).into_iter().map(|(code, sums)| (code, sums.held)).collect()
}

fn of(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect()
}

#[tokio::test]
async fn units_not_yet_or_no_longer_there_are_no_zeros() {
    let app = TestApp::new().await;
    let evening = scene::activity(&app, "mc-reka", "evening", Kind::Open).await;
    let entry = scene::plain(&evening, app.ids.ordered(), date(2026, 5, 5));
    scene::write(&app, &[entry]).await;
    let may = (date(2026, 5, 1), date(2026, 5, 31));
    // One that was there and recorded nothing counts.
    let all = of(&[("mc-most", 0), ("mc-reka", 1), ("mc-sava", 0)]);
    assert_eq!(alike(&app, may.0, may.1).await, all);
    store::set_open(&app, "mc-most", date(2020, 1, 1), Some(date(2026, 5, 1))).await;
    store::set_open(&app, "mc-sava", date(2026, 6, 1), None).await;
    assert_eq!(alike(&app, may.0, may.1).await, of(&[("mc-reka", 1)]));
    // A day in the period is enough.
    store::set_open(&app, "mc-most", date(2020, 1, 1), Some(date(2026, 5, 2))).await;
    store::set_open(&app, "mc-sava", date(2026, 5, 31), None).await;
    assert_eq!(alike(&app, may.0, may.1).await, all);
    // A place it moved away from before the period adds no second one; before any place there is nothing.
    store::move_unit(&app, "mc-reka", "brezice", date(2026, 2, 10)).await;
    assert_eq!(alike(&app, may.0, may.1).await, all);
    assert_eq!(alike(&app, date(1950, 1, 1), date(1950, 12, 31)).await, of(&[]));
}
