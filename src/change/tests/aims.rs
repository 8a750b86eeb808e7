//! Aims: made once, changed by whoever has seen them, taken out; set for a year to come.

use super::scene;
use crate::change::aim::Aim;
use crate::change::making::At;
use crate::change::printing::Slides;
use crate::change::store;
use crate::i18n::{Lang, Words};
use crate::results;

fn typed<'a>(version: &'a str, aim: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("version", version), ("aim", aim), ("year", "2027"), ("state", "planned")];
    fields.extend(more);
    fields
}

#[tokio::test]
async fn an_aim_has_a_measure_a_target_and_a_year() {
    let it = scene().await;
    let answer = it.post("/steps/4", &it.worker, &[("version", "0"), ("notes", "x"), ("then", "aim")]).await;
    let at = answer.location.unwrap();
    assert!(
        at.starts_with(&format!("{}/aims/", it.base)),
        "what was typed is saved, and a new aim begins: {at}"
    );
    let new = it.app.get(&at, &it.worker).await.body;
    assert!(
        new.contains("Nov cilj") && new.contains("value=\"safe\"") && new.contains("value=\"2027\""),
        "{new}"
    );
    let rest = at.strip_prefix(&it.base).unwrap().to_owned();
    let fields = typed("0", "Varno domov", &[("area", "safe"), ("points", "80"), ("whom", "Ana")]);
    for _ in 0..2 {
        assert_eq!(it.post(&rest, &it.worker, &fields).await.status, 303);
    }
    let place = At { unit: &it.unit, it: &it.it };
    let aims = store::drafts::<Aim>(&it.app.db, place).await.unwrap();
    assert_eq!((aims.len(), aims[0].version), (1, 1), "sent twice, it stands once");
    for page in [it.get("", &it.coordinator).await.body, it.get("/steps/4", &it.worker).await.body] {
        assert!(page.contains("Varno domov") && page.contains("vsaj 80 točk leta 2027"), "{page}");
    }
    assert_eq!(it.get(&rest, &it.coordinator).await.status, 403);
    // Somebody had an older one before them.
    let others = typed("1", "Varno domov vsak dan", &[("measure", "štejemo luči")]);
    assert_eq!(it.post(&rest, &it.mentor, &others).await.status, 303);
    let mine = typed("1", "Varno domov ponoči", &[("area", "safe"), ("points", "70")]);
    let answer = it.post(&rest, &it.worker, &mine).await;
    assert_eq!(answer.status, 409);
    for says in [
        "Varno domov vsak dan",
        "štejemo luči, leta 2027",
        "Varno domov ponoči",
        "name=\"version\" value=\"2\"",
    ] {
        assert!(answer.body.contains(says), "{says}: {}", answer.body);
    }
    for _ in 0..2 {
        assert_eq!(it.post(&format!("{rest}/removal"), &it.worker, &[]).await.status, 303);
    }
    assert!(store::drafts::<Aim>(&it.app.db, place).await.unwrap().is_empty());
    assert_eq!(it.get(&rest, &it.worker).await.status, 404);
    assert_eq!(it.post(&rest, &it.worker, &mine).await.status, 404, "what was taken out stays out");
}

#[tokio::test]
async fn an_aim_that_cannot_be_measured_is_asked_about() {
    let it = scene().await;
    let rest = format!("/aims/{}", it.app.ids.ordered());
    for (fields, field) in [
        (typed("0", "", &[("measure", "luči")]), "aim"),
        (typed("0", "Cilj", &[]), "measure"),
        (typed("0", "Cilj", &[("area", "safe")]), "points"),
        (typed("0", "Cilj", &[("area", "safe"), ("points", "101")]), "points"),
        (typed("0", "Cilj", &[("points", "50")]), "points"),
        (typed("0", "Cilj", &[("area", "nothing"), ("points", "50")]), "area"),
        (vec![("version", "0"), ("aim", "Cilj"), ("measure", "luči"), ("year", "2025")], "year"),
    ] {
        let answer = it.post(&rest, &it.worker, &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        assert!(answer.body.contains(&format!("id=\"{field}-problem\"")), "{field}: {}", answer.body);
    }
    let at = At { unit: &it.unit, it: &it.it };
    assert!(store::drafts::<Aim>(&it.app.db, at).await.unwrap().is_empty());
    assert_eq!(it.post("/aims/nothing", &it.worker, &typed("0", "Cilj", &[])).await.status, 404);
}

#[tokio::test]
async fn an_aim_of_one_unit_is_not_reached_through_another() {
    let it = scene().await;
    let id = it.app.ids.ordered();
    let fields = typed("0", "Naš cilj", &[("measure", "luči")]);
    it.post(&format!("/aims/{id}"), &it.worker, &fields).await;
    let (_, stranger) = it.app.person(crate::access::RoleKind::Mentor, "mc-sava").await;
    let theirs = format!("/units/mreza/mc-sava/change/{}/aims/{id}", it.it.code);
    assert_eq!(it.app.get(&theirs, &stranger).await.status, 404);
    assert_eq!(it.app.post(&theirs, &stranger, &typed("1", "Vaš", &[("measure", "x")])).await.status, 404);
    it.app.post(&format!("{theirs}/removal"), &stranger, &[]).await;
    let at = At { unit: &it.unit, it: &it.it };
    assert_eq!(store::drafts::<Aim>(&it.app.db, at).await.unwrap()[0].what.aim, "Naš cilj");
    assert!(
        store::aims_for(&it.app.db, at).await.unwrap().is_empty(),
        "it was not set before this evaluation"
    );
}

#[tokio::test]
async fn an_aim_in_a_state_that_nobody_knows_is_an_error_and_not_the_first_state() {
    let it = scene().await;
    let id = it.app.ids.ordered();
    let fields = typed("0", "Varno domov", &[("measure", "luči")]);
    it.post(&format!("/aims/{id}"), &it.worker, &fields).await;
    let mut tx = it.app.db.begin().await.unwrap();
    tx.run("update change_aim set state = 'put_off'", vec![]).await.unwrap();
    tx.commit().await.unwrap();
    let read = store::draft::<Aim>(&it.app.db, it.unit.network.id, id).await;
    assert!(read.is_err_and(|error| error.to_string().contains("put_off")));
    let fields =
        [("version", "0"), ("aim", "Cilj"), ("measure", "luči"), ("year", "2027"), ("state", "put_off")];
    let answer = it.post(&format!("/aims/{}", it.app.ids.ordered()), &it.worker, &fields).await;
    assert!(answer.status == 422 && answer.body.contains("id=\"state-problem\""), "{}", answer.body);
}

#[tokio::test]
async fn results_of_its_year_stand_beside_an_aim_as_far_as_they_may_be_seen() {
    let it = scene().await;
    let (_, most) = it.app.person(crate::access::RoleKind::Worker, "mc-most").await;
    let elsewhere = format!("/units/mreza/mc-most/change/{}", it.it.code);
    let with = |points: &'static str, year: &'static str| {
        [("version", "0"), ("aim", "Varno"), ("area", "safe"), ("points", points), ("year", year)]
    };
    for (points, year) in [("0", "2026"), ("100", "2026"), ("50", "2027")] {
        let rest = format!("/aims/{}", it.app.ids.ordered());
        assert_eq!(it.post(&rest, &it.worker, &with(points, year)).await.status, 303);
    }
    let few = format!("{elsewhere}/aims/{}", it.app.ids.ordered());
    assert_eq!(it.app.post(&few, &most, &with("0", "2026")).await.status, 303);
    it.answer("mc-reka", 20, 3).await;
    it.answer("mc-most", 4, 3).await;
    let before = it.get("/steps/4", &it.worker).await.body;
    assert!(!before.contains("Leta 2026: "), "nothing of answers before they are released: {before}");
    it.release().await;
    let page = it.get("/steps/4", &it.worker).await.body;
    let of = |says: &str| page.matches(says).count();
    assert_eq!((of("Leta 2026: "), of("Leta 2027: ")), (2, 0), "{page}");
    assert_eq!((of("Doseženo"), of("Ni doseženo")), (1, 1), "{page}");
    assert!(it.get("", &it.coordinator).await.body.contains("Ni doseženo"));
    let page = it.app.get(&format!("{elsewhere}/steps/4"), &most).await.body;
    assert!(page.contains("odgovorov premalo") && page.contains("Ni mogoče reči"), "{page}");
}

#[tokio::test]
async fn what_came_of_an_occasion_never_stands_beside_an_aim_of_its_year() {
    let mut it = scene().await;
    let aim = [("version", "0"), ("aim", "Varno"), ("area", "safe"), ("points", "50"), ("year", "2026")];
    let yearly = it.base.clone();
    it.post(&format!("/aims/{}", it.app.ids.ordered()), &it.worker, &aim).await;
    // Everybody is content after the camp, and it is released while the year's evaluation still runs.
    let of_year = it.it.clone();
    it.occasion().await;
    it.post(&format!("/aims/{}", it.app.ids.ordered()), &it.worker, &aim).await;
    it.answer("mc-reka", 20, 3).await;
    it.release().await;
    for base in [&yearly, &it.base] {
        let page = it.app.get(&format!("{base}/steps/4"), &it.worker).await.body;
        assert!(page.contains("Varno") && !page.contains("Leta 2026:"), "{base}: {page}");
    }
    // The year's own result does, and is another one.
    it.it = of_year;
    it.answer("mc-reka", 20, 0).await;
    it.release().await;
    for base in [&yearly, &it.base] {
        let page = it.app.get(&format!("{base}/steps/4"), &it.worker).await.body.replace('\u{a0}', " ");
        assert!(page.contains("Leta 2026: 33 ") && page.contains("Ni doseženo"), "{base}: {page}");
    }
}

#[tokio::test]
async fn slides_hold_what_may_be_seen_the_aims_and_what_was_decided() {
    let it = scene().await;
    let fields =
        [("version", "0"), ("aim", "Varno domov"), ("area", "safe"), ("points", "80"), ("year", "2027")];
    it.post(&format!("/aims/{}", it.app.ids.ordered()), &it.worker, &fields).await;
    it.post("/steps/5", &it.worker, &[("version", "0"), ("decided", "Tri luči\n#panic()")]).await;
    it.answer("mc-reka", 20, 3).await;
    for released in [false, true] {
        if released {
            it.release().await;
        }
        let answer = it.get("/slides", &it.coordinator).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.headers["content-type"], "application/pdf");
        assert!(answer.body.starts_with("%PDF"));
        let me = &it.worker_me;
        let shown = results::shown(&it.app, me, &it.unit, |other| other.id == it.it.id).await.unwrap();
        let slides = Slides {
            w: Words(Lang::Sl),
            unit: &it.unit,
            evaluation: &it.it.name,
            year: 2026,
            shown: shown.as_ref(),
            aims: vec![],
            decided: &[],
        };
        let data = slides.data();
        let areas = data["areas"].as_array().unwrap();
        assert_eq!(areas.is_empty(), !released, "{data}");
        if released {
            assert!(areas[0][0]["value"].is_number() && areas[0][0]["name"] == "Varnost", "{data}");
        }
    }
    assert_eq!(it.get("/slides", &it.viewer).await.status, 403);
}
