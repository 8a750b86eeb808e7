use chrono::Duration;

use crate::access::{self, RoleKind};
use crate::args;
use crate::i18n::{Lang, Words};
use crate::testing::TestApp;

const PATH: &str = "/units/mreza/ljubljana/record";

#[tokio::test]
async fn what_was_done_in_a_branch_is_told_newest_first_to_those_who_answer_for_it() {
    let app = TestApp::new().await;
    let (mentor, cookie) = app.person(RoleKind::Mentor, "ljubljana").await;
    let (reka, sava) = (app.unit("mc-reka").await, app.unit("mc-sava").await);
    let entry = app.ids.ordered().to_string();
    let put = async |act: &str, object: &str, unit: &crate::units::Unit| {
        app.wait(Duration::days(1));
        access::put_on_record(app.app(), &mentor, act, object, &unit.network.id, &unit.id).await.unwrap();
    };
    put("evaluate", "open 2026", &reka).await;
    put("evaluate", "something_of_a_later_program 2026", &reka).await;
    put("read_note", &format!("entry {entry}"), &reka).await;
    put("end_role", "worker x", &reka).await;
    put("search_notes", "", &sava).await;
    put("reopen_period", "2025", &reka).await;
    app.wait(Duration::days(1));
    let later = "insert into audit (id, at, person_id, act, object, network_id, unit_id)
        values ($1, $2, $3, 'an_act_of_a_later_program', 'x', $4, $5)";
    let mut tx = app.db.begin().await.unwrap();
    tx.run(later, args![app.ids.ordered(), app.clock.now(), mentor.id, reka.network.id, reka.id])
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let all = app.get(PATH, &cookie).await;
    assert_eq!(all.status, 200);
    let at =
        |text: &str| all.body.find(&format!(">{text}<")).unwrap_or_else(|| panic!("{text}: {}", all.body));
    assert!(at("an act of a later program") < at("Končana vloga"), "newest first");
    assert!(all.body.contains(&format!("/units/mreza/mc-reka/entries/{entry}")), "a note leads to its entry");
    assert!(all.body.contains("/units/mreza/mc-reka/periods/2025"), "a closing leads to its period");
    assert!(all.body.contains("<strong>Odprta evalvacija (2026)</strong>"), "which act it was: {}", all.body);
    assert!(all.body.contains("<strong>Evalvacija</strong>"), "where that is known");
    assert!(all.body.contains("Enota mc-reka") && all.body.contains("mentor ljubljana"));
    assert!(!all.body.contains(">Iskanje po zapiskih<"), "another branch's is its own");

    let one = app.get(&format!("{PATH}?act=read_note"), &cookie).await.body;
    assert!(one.contains("<time") && one.matches("<time").count() == 1, "{one}");
    let second = app.today() - Duration::days(3);
    let day = app.get(&format!("{PATH}?from={second}&to={second}"), &cookie).await.body;
    assert!(day.matches("<time").count() == 1 && day.contains(">Končana vloga</strong>"), "{day}");
    assert_eq!(app.get(&format!("{PATH}?from=x&to=+262142-12-31"), &cookie).await.status, 200);
}

#[tokio::test]
async fn a_long_record_is_turned_over_page_by_page() {
    let app = TestApp::new().await;
    let (me, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    let unit = app.unit("mc-most").await;
    for _ in 0..130 {
        app.wait(Duration::minutes(1));
        access::put_on_record(app.app(), &me, "read_note", "x", &unit.network.id, &unit.id).await.unwrap();
    }
    let first = app.get("/units/mreza/mreza/record?act=read_note", &cookie).await.body;
    assert_eq!(first.matches("<time").count(), 100);
    let (_, older) = first.split_once("href=\"/units/mreza/mreza/record?").unwrap();
    let older = older.split('"').next().unwrap().replace("&#38;", "&");
    let second = app.get(&format!("/units/mreza/mreza/record?{older}"), &cookie).await.body;
    assert_eq!(second.matches("<time").count(), 30);
    assert!(!second.contains("href=\"/units/mreza/mreza/record?"), "there is nothing older");
}

#[test]
fn everything_on_record_has_a_name_in_every_language() {
    for lang in [Lang::Sl, Lang::En] {
        for act in access::ACTS {
            assert!(Words(lang).has(&format!("record-{act}")), "{act}");
        }
    }
}
