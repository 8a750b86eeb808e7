//! Keeping pictures: once, twelve at most, removed for good.

use uuid::Uuid;

use super::{Evening, proof, story};
use crate::access::RoleKind;
use crate::args;
use crate::db::Conn;
use crate::files::keeping::{self, Put};
use crate::files::store::many;
use crate::files::{MOST, Typed, logo, put_logo, read_logo, remove_logo, store};
use crate::periods::{self, Whole};
use crate::testing::photo;

const DAY: (&str, &str) = ("2026-10-15", "2026-10-16");

fn days() -> (chrono::NaiveDate, chrono::NaiveDate) {
    (DAY.0.parse().unwrap(), DAY.1.parse().unwrap())
}

async fn standing(it: &Evening) -> Vec<crate::files::File> {
    store::of_entry(&it.app.db, it.app.network_id, it.entry).await.unwrap()
}

#[tokio::test]
async fn a_picture_that_is_sent_again_is_there_once() {
    let it = Evening::new().await;
    assert!(
        matches!(it.put(1, 10, &proof()).await, Put::Kept(id, wrong) if id == Uuid::from_u128(1) && wrong.is_empty())
    );
    assert!(
        matches!(it.put(1, 10, &proof()).await, Put::Known(id) if id == Uuid::from_u128(1)),
        "the same page"
    );
    assert!(
        matches!(it.put(2, 10, &story()).await, Put::Known(id) if id == Uuid::from_u128(1)),
        "the same picture"
    );
    let Put::Kept(other, _) = it.put(1, 20, &proof()).await else {
        panic!("another picture from an old page")
    };
    assert_ne!(other, Uuid::from_u128(1));
    let files = standing(&it).await;
    assert_eq!(files.len(), 2);
    assert_eq!((files[0].used.caption.as_str(), files[0].added_by), ("List prisotnosti", Some(it.me.id)));
    assert_eq!((files[0].width, files[0].height), (60, 40));
}

#[tokio::test]
async fn twelve_and_no_more() {
    let it = Evening::new().await;
    for n in 0..MOST {
        let n = u8::try_from(n).unwrap();
        assert!(matches!(it.put(u128::from(n) + 1, n * 20, &proof()).await, Put::Kept(..)));
    }
    assert!(matches!(it.put(99, 255, &proof()).await, Put::Full));
    keeping::remove(&it.app, &it.me, &it.unit, (it.entry, Uuid::from_u128(3))).await.unwrap();
    assert!(matches!(it.put(99, 255, &proof()).await, Put::Kept(..)), "there is room again");
}

#[tokio::test]
async fn what_is_removed_is_gone_and_that_it_was_there_stays() {
    let it = Evening::new().await;
    it.put(1, 10, &story()).await;
    let key = store::Key { network_id: it.app.network_id, id: Uuid::from_u128(1), entry_id: it.entry };
    let large = store::bytes(&it.app.db, key, true).await.unwrap().unwrap();
    assert!(store::bytes(&it.app.db, key, false).await.unwrap().is_some());
    assert_eq!(many::large_of(&it.app.db, key.network_id, &[key.id]).await.unwrap()[&key.id], large);
    for _ in 0..2 {
        keeping::remove(&it.app, &it.me, &it.unit, (it.entry, key.id)).await.unwrap();
    }
    assert!(standing(&it).await.is_empty());
    assert_eq!(store::bytes(&it.app.db, key, true).await.unwrap(), None);
    assert!(many::told_of(&it.app.db, key.network_id, &[it.entry]).await.unwrap().is_empty());
    assert!(many::large_of(&it.app.db, key.network_id, &[key.id]).await.unwrap().is_empty());
    let sql = "select small is null and large is null, caption, sha256, removed_by from entry_file where network_id = $1";
    let row: (bool, String, String, Option<Uuid>) =
        Conn::from(&it.app.db).one(sql, args![key.network_id]).await.unwrap();
    assert_eq!(row, (true, String::new(), String::new(), Some(it.me.id)));
    // An old page that sends it once more brings nothing back; a new page does.
    assert!(matches!(it.put(1, 10, &story()).await, Put::Removed));
    assert!(matches!(it.put(2, 10, &story()).await, Put::Kept(..)));
}

#[tokio::test]
async fn only_what_everybody_agreed_to_is_told() {
    let it = Evening::new().await;
    let network_id = it.app.network_id;
    it.put(1, 10, &story()).await;
    it.put(2, 20, &Typed { people: false, ..story() }).await;
    it.put(3, 30, &proof()).await;
    let Put::Kept(_, wrong) = it.put(4, 40, &Typed { agreed: false, ..story() }).await else {
        panic!("it is kept")
    };
    assert_eq!(wrong[0].field, "agreed");
    let told = async || {
        let told = many::told_of(&it.app.db, network_id, &[it.entry]).await.unwrap();
        told.into_iter().map(|it| it.id.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(told().await, [1, 2]);
    assert_eq!(
        many::proofs(&it.app.db, network_id, days()).await.unwrap()[&it.entry],
        2,
        "what cannot be told proves"
    );
    let consent = standing(&it).await[0].consent;
    assert_eq!(consent, Some((Some(it.me.id), it.app.clock.now())));

    // Somebody takes their word back: it is told no longer, whatever else the form says.
    let at = |id| (it.entry, Uuid::from_u128(id));
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    let back = Typed { agreed: false, ..story() };
    let wrong = keeping::change(&it.app, &mentor, &it.unit, at(1), &back).await.unwrap();
    assert_eq!(wrong[0].field, "agreed");
    assert_eq!(told().await, [2]);
    assert_eq!(standing(&it).await[0].consent, None);
    // Said again, it is whoever says so now; said once more by another, it stays.
    it.app.wait(chrono::Duration::hours(1));
    for me in [&mentor, &it.me] {
        assert!(keeping::change(&it.app, me, &it.unit, at(1), &story()).await.unwrap().is_empty());
    }
    assert_eq!(standing(&it).await[0].consent, Some((Some(mentor.id), it.app.clock.now())));
    assert_eq!(told().await, [1, 2]);
}

#[tokio::test]
async fn a_closed_month_takes_its_proof() {
    let it = Evening::new().await;
    it.app.wait(chrono::Duration::days(40));
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    let (me, _) = it.app.person(RoleKind::Coordinator, "mreza").await;
    let closed = periods::close(&it.app, &mentor, &it.unit, Whole::Month(2026, 10), Uuid::from_u128(5));
    closed.await.unwrap().unwrap();
    let read = keeping::read(photo(1)).await.unwrap().unwrap();
    let at = (it.entry, Uuid::from_u128(1));
    let put = keeping::put(&it.app, &it.me, &it.unit, at, &proof(), &read).await.unwrap();
    assert!(matches!(put, Put::Kept(..)));
    // And whoever may not record brings none.
    assert!(keeping::put(&it.app, &me, &it.unit, at, &proof(), &read).await.is_err());
    assert!(keeping::remove(&it.app, &me, &it.unit, at).await.is_err());
}

#[tokio::test]
async fn what_is_older_than_the_rule_goes_in_parts() {
    let it = Evening::new().await;
    for (id, shade) in [(1, 10), (2, 20), (3, 30)] {
        it.put(id, shade, &proof()).await;
    }
    let (network_id, now) = (it.app.network_id, it.app.clock.now());
    assert_eq!(many::count_before(&it.app.db, network_id, days().0).await.unwrap(), 0, "its day is kept");
    assert_eq!(many::count_before(&it.app.db, network_id, days().1).await.unwrap(), 3);
    for removed in [2, 1, 0] {
        let mut tx = it.app.db.begin().await.unwrap();
        assert_eq!(many::remove_before(&mut tx, network_id, days().1, 2, now).await.unwrap(), removed);
        tx.commit().await.unwrap();
    }
    assert!(standing(&it).await.is_empty());
    assert!(many::proofs(&it.app.db, network_id, days()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_logo_is_set_changed_and_taken_away() {
    let it = Evening::new().await;
    let (mentor, _) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    assert_eq!(logo(&it.app, &it.unit).await.unwrap(), None);
    for shade in [1, 1, 9] {
        let read = read_logo(photo(shade)).await.unwrap().unwrap();
        put_logo(&it.app, &mentor, &it.unit, &read).await.unwrap();
        assert_eq!(logo(&it.app, &it.unit).await.unwrap(), Some(read));
    }
    assert!(remove_logo(&it.app, &it.me, &it.unit).await.is_err(), "a worker builds nothing");
    for _ in 0..2 {
        remove_logo(&it.app, &mentor, &it.unit).await.unwrap();
        assert_eq!(logo(&it.app, &it.unit).await.unwrap(), None);
    }
}
