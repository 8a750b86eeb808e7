//! Several questionnaires in one evaluation, and occasions beside years.

use chrono::Duration;

use super::scene::scene;
use crate::access::RoleKind;
use crate::jobs;
use crate::questionnaires::{self, Source};
use crate::results::store;
use crate::results::{JOB, release};
use crate::vocabulary::Kind;

#[tokio::test]
async fn words_are_shown_of_those_questionnaires_that_enough_have_answered() {
    let s = scene().await;
    let new = questionnaires::New {
        id: s.app.ids.ordered(),
        source: Source::Shipped("group".into()),
        names: vec![],
        kind: None,
    };
    let group = questionnaires::make(&s.app, &s.me, &s.root, &new).await.unwrap().unwrap();
    questionnaires::finish(&s.app, &s.me, &s.root, &group, 1).await.unwrap().unwrap();
    let offered = questionnaires::finished(&s.app.db, s.root.network.id).await.unwrap();
    let version = |is_group: bool| {
        let of = offered.iter().find(|(it, ..)| (it.code == group) == is_group);
        of.unwrap().1.to_string()
    };
    let code = s
        .opened_as("Evalvacija 2026", "2026-10-05", "2026-10-25", |new| {
            new.asked = vec![(Kind::Open, version(false)), (Kind::Group, version(true))];
        })
        .await;
    s.answer_about(&code, Kind::Open, "mc-reka", [20, 16], 4, Some("Odprta vrata.")).await;
    s.answer_about(&code, Kind::Group, "mc-reka", [4, 0], 4, Some("Samo mi smo.")).await;
    s.close(&code).await;
    release(&s.app, &s.me, &s.root, &code).await.unwrap();
    let at = |what: &str| format!("/units/mreza/mc-reka/results/{code}/{what}");
    let review = s.app.get(&at("review"), &s.cookie).await.body;
    assert!(review.contains("Odprta") && !review.contains("Samo"), "too few of the group: {review}");
    assert_eq!(s.app.post(&at("review/completion"), &s.cookie, &[]).await.status, 303);
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let read = s.app.get(&at("words"), &worker).await.body;
    assert!(read.contains("Odprta vrata.") && !read.contains("Samo mi smo."), "{read}");
}

#[tokio::test]
async fn an_answer_can_be_left_out_whole() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer_with(&code, "mc-reka", 20, 0, 4, Some("Nekaj grdega.")).await;
    s.close(&code).await;
    let at = |what: &str| format!("/units/mreza/mc-reka/results/{code}/{what}");
    let review = s.app.get(&at("review"), &s.cookie).await.body;
    let ids: Vec<&str> = review.split("id=\"a-").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    for (id, name) in [(ids[0], "word"), (ids[1], "word"), (ids[1], "stand")] {
        let fields = [("answer", id), (name, "whole")];
        assert_eq!(s.app.post(&at("review/masks"), &s.cookie, &fields).await.status, 303);
    }
    s.app.post(&at("review/completion"), &s.cookie, &[]).await;
    let sql = "select count(*) from open_answer";
    let (n,): (i64,) = crate::db::Conn::from(&s.app.db).one(sql, crate::args![]).await.unwrap();
    assert_eq!(n, 19, "gone for good, and only the one");
}

#[tokio::test]
async fn an_occasion_neither_hides_the_year_nor_concerns_everybody() {
    let s = scene().await;
    let year = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer(&year, "mc-reka", 20, 20, 4).await;
    s.answer(&year, "mc-sava", 20, 20, 4).await;
    s.close(&year).await;
    release(&s.app, &s.me, &s.root, &year).await.unwrap();
    let occasion = s
        .opened_as("Po taboru", "2026-10-06", "2026-10-26", |new| {
            new.occasion = true;
            new.units = vec!["mc-reka".into()];
        })
        .await;
    s.answer(&occasion, "mc-reka", 20, 20, 4).await;
    s.close(&occasion).await;
    s.app.person(RoleKind::Worker, "mc-sava").await;
    let (_, reka) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let mails = async || {
        let sql = "select count(*) from outbox_mail where body like '%po-taboru%'";
        let (n,): (i64,) = crate::db::Conn::from(&s.app.db).one(sql, crate::args![]).await.unwrap();
        n
    };
    release(&s.app, &s.me, &s.root, &occasion).await.unwrap();
    assert_eq!(mails().await, 2, "to the unit's worker, and to who coordinates above it");
    for unit in ["mreza", "mc-sava", "mc-reka"] {
        let first = s.app.get(&format!("/units/mreza/{unit}/results"), &reka).await;
        assert_eq!(first.location, Some(format!("/units/mreza/{unit}/results/{year}")), "{unit}");
    }
    let own = s.app.get(&format!("/units/mreza/mc-reka/results/{occasion}"), &reka).await.body;
    assert!(own.contains("<h1>Kaj pravijo mladi: Po taboru</h1>"), "{own}");
    let elsewhere = s.app.get(&format!("/units/mreza/mc-sava/results/{occasion}"), &reka).await;
    assert!(elsewhere.status == 200 && elsewhere.body.contains(&format!("results/{year}")), "the way back");
    let own = s.app.get(&format!("/units/mreza/mc-reka/results/{year}"), &reka).await.body;
    let other = s.app.get(&format!("/units/mreza/mc-sava/results/{year}"), &reka).await.body;
    assert!(own.contains(&format!("results/{occasion}")) && !other.contains(&format!("results/{occasion}")));
}

#[tokio::test]
async fn it_is_worked_out_when_it_closes_by_the_tree_of_that_day() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-12-25").await;
    s.answer(&code, "mc-reka", 20, 16, 4).await;
    s.close(&code).await;
    let it = s.evaluation(&code).await;
    s.app.wait(Duration::days(3));
    let (cookie, today) = (s.app.person(RoleKind::Coordinator, "mreza").await.1, s.app.today().to_string());
    let fields = [("parent", "brezice"), ("moved_from", today.as_str())];
    let moved = s.app.post("/units/mreza/mc-reka/placements", &cookie, &fields).await;
    assert_eq!(moved.status, 303, "{}", moved.body);
    assert_eq!(jobs::work(&s.app, &[JOB], s.app.ids.random()).await.unwrap(), 1);
    assert_eq!(jobs::work(&s.app, &[JOB], s.app.ids.random()).await.unwrap(), 0, "once");
    let edition = store::edition(&s.app.db, it.network_id, it.id).await.unwrap();
    assert_eq!(edition, Some(1), "before anybody looked");
    let standing = store::standing(&s.app.db, it.network_id, it.id).await.unwrap();
    let (reka, ljubljana) = (s.app.unit("mc-reka").await.id, s.app.unit("ljubljana").await.id);
    let of = standing.iter().find(|it| it.id == reka).unwrap();
    assert_eq!(of.parent, Some(ljubljana), "where it stood when it closed");
}
