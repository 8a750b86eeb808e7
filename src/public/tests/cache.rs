//! What is kept in memory, and for how long.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{TimeDelta, Utc};

use crate::public::cache::{Shelf, is_fresh};
use crate::testing::now;

#[tokio::test]
async fn what_many_ask_for_at_once_is_made_once() {
    let shelf: Arc<Shelf<usize>> = Arc::new(Shelf::new(4));
    let made = Arc::new(AtomicUsize::new(0));
    let ask = || {
        let (shelf, made) = (shelf.clone(), made.clone());
        async move {
            let make = async {
                tokio::task::yield_now().await;
                Ok::<_, ()>(made.fetch_add(1, Ordering::SeqCst))
            };
            shelf.get("a", |_| true, make).await.map(|it| *it)
        }
    };
    let all = futures_util::future::join_all((0..20).map(|_| ask())).await;
    assert!(all.iter().all(|it| *it == Ok(0)));
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_shelf_holds_so_many_and_nothing_that_failed() {
    let shelf: Shelf<u32> = Shelf::new(2);
    let put =
        async |name: &str, n: u32| shelf.get(name, |_| true, async { Ok::<_, ()>(n) }).await.map(|it| *it);
    assert_eq!(shelf.get("a", |_| true, async { Err::<u32, _>(()) }).await.map(|it| *it), Err(()));
    assert_eq!(put("a", 1).await, Ok(1));
    assert_eq!((put("a", 2).await, put("b", 3).await, put("a", 4).await), (Ok(1), Ok(3), Ok(1)));
    assert_eq!((put("c", 5).await, shelf.len()), (Ok(5), 2));
    // What was asked for least lately has gone.
    assert_eq!((put("a", 6).await, put("b", 7).await), (Ok(1), Ok(7)));
    assert_eq!(shelf.get("b", |it| *it != 7, async { Ok::<_, ()>(8) }).await.map(|it| *it), Ok(8));
}

#[test]
fn what_was_made_is_good_for_a_minute_and_never_before_its_time() {
    let at: chrono::DateTime<Utc> = now();
    for (seconds, fresh) in [(0, true), (59, true), (60, false), (-1, false)] {
        assert_eq!(is_fresh(at, at + TimeDelta::seconds(seconds)), fresh, "{seconds}");
    }
}
