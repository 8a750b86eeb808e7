//! Closing, releasing, giving early, on both engines.

use super::scene::scene;
use crate::access::{self, RoleKind};
use crate::error::AppError;
use crate::evaluation::State;
use crate::results::closing::may_see;
use crate::results::store::{self, Of};
use crate::results::table::Part;
use crate::results::{give, release, settled};
use crate::vocabulary::Kind;

#[tokio::test]
async fn what_may_be_shown_is_written_once_when_it_closes() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    let it = s.evaluation(&code).await;
    assert_eq!(settled(&s.app, &it).await.unwrap(), None, "nothing while it is open");
    s.answer(&code, "mc-reka", 20, 16, 4).await;
    s.answer(&code, "mc-most", 4, 3, 1).await;
    s.close(&code).await;
    let it = s.evaluation(&code).await;
    for _ in 0..2 {
        assert_eq!(settled(&s.app, &it).await.unwrap(), Some(1));
    }
    // Nothing that comes to stand there afterwards changes it.
    s.answer(&code, "mc-most", 20, 20, 1).await;
    assert_eq!(settled(&s.app, &it).await.unwrap(), Some(1));
    let of = Of { network_id: it.network_id, evaluation_id: it.id, edition: 1 };
    let (version_id, _) = s.asked(&it, Kind::Open).await;
    let reka = s.app.unit("mc-reka").await.id;
    let breg = s.app.unit("mc-most").await.id;
    let tables = store::tables(&s.app.db, of, version_id, &[reka, breg, s.root.id]).await.unwrap();
    let whole =
        |unit| tables.iter().find(|it| it.unit_id == unit && it.part == Part::Whole && it.class.is_none());
    assert_eq!(whole(reka).unwrap().answers, 36);
    assert_eq!(whole(reka).unwrap().areas["safe"].n(), 36);
    assert!(whole(breg).is_none());
    assert_eq!(whole(s.root.id).unwrap().answers, 36);
    let withheld = store::withheld(&s.app.db, of, version_id, breg).await.unwrap();
    let why: Vec<(&str, Option<i64>)> = withheld.iter().map(|it| (it.why.as_str(), it.wants)).collect();
    assert!(why.contains(&("few_answers", Some(8))), "{why:?}");
}

#[tokio::test]
async fn everybody_sees_it_once_it_is_released_and_a_unit_its_own_before() {
    let s = scene().await;
    let (_, cookie) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let worker = access::me(&s.app, cookie.split_once('=').unwrap().1).await.unwrap().unwrap();
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    assert!(matches!(release(&s.app, &s.me, &s.root, &code).await, Err(AppError::Conflict)), "still open");
    s.answer(&code, "mc-reka", 20, 16, 4).await;
    s.close(&code).await;
    let it = s.evaluation(&code).await;
    let (reka, breg) = (s.app.unit("mc-reka").await, s.app.unit("mc-most").await);
    let sees = async |unit: &crate::units::Unit| {
        let it = s.evaluation(&code).await;
        let given = store::given_to(&s.app.db, it.network_id, unit.id).await.unwrap();
        may_see(&worker, unit, &it, given.contains(&it.id))
    };
    assert!(may_see(&s.me, &breg, &it, false), "who runs it");
    assert!(!sees(&reka).await && !sees(&breg).await);
    for _ in 0..2 {
        give(&s.app, &s.me, &s.root, &code, "mc-reka").await.unwrap();
        give(&s.app, &s.me, &s.root, &code, "mc-most").await.unwrap();
    }
    assert!(sees(&reka).await && !sees(&breg).await, "another unit's is not theirs");
    assert!(release(&s.app, &worker, &s.root, &code).await.is_err());
    let mails = async || {
        let sql = "select count(*) from outbox_mail where body like '%/results/%'";
        let (n,): (i64,) = crate::db::Conn::from(&s.app.db).one(sql, crate::args![]).await.unwrap();
        n
    };
    for _ in 0..2 {
        release(&s.app, &s.me, &s.root, &code).await.unwrap();
    }
    assert_eq!(s.evaluation(&code).await.state(), State::Released);
    assert_eq!(mails().await, 2, "one to everybody in the network");
    let page = s.app.get(&format!("/units/mreza/mreza/evaluations/{code}"), &s.cookie).await.body;
    let of = |says: &str| page.matches(says).count();
    assert_eq!((of("Enota je dobila svoje rezultate"), of("sama, ko je prišel njen dan")), (2, 0), "{page}");
    assert!(sees(&reka).await && sees(&breg).await);
}

#[tokio::test]
async fn a_unit_that_closed_or_moved_meanwhile_keeps_its_answers() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer(&code, "mc-reka", 20, 16, 4).await;
    let sql = "update unit set closed_on = '2026-10-06' where code = 'mc-reka'";
    let mut tx = s.app.db.begin().await.unwrap();
    tx.run(sql, crate::args![]).await.unwrap();
    tx.run("update network set units_seq = units_seq + 1", crate::args![]).await.unwrap();
    tx.commit().await.unwrap();
    s.close(&code).await;
    let it = s.evaluation(&code).await;
    settled(&s.app, &it).await.unwrap();
    let of = Of { network_id: it.network_id, evaluation_id: it.id, edition: 1 };
    let (version_id, _) = s.asked(&it, Kind::Open).await;
    let reka = s.app.unit("mc-reka").await.id;
    let tables = store::tables(&s.app.db, of, version_id, &[reka, s.root.id]).await.unwrap();
    let answers: Vec<i64> = tables
        .iter()
        .filter(|it| it.part == Part::Whole && it.class.is_none())
        .map(|it| it.answers)
        .collect();
    assert_eq!(answers, [36, 36]);
}
