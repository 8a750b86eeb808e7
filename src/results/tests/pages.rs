//! Pages and files: what they say, to whom, and that they say the same.

use std::collections::BTreeMap;

use chrono::Duration;

use super::scene::{Scene, scene};
use crate::access::RoleKind;
use crate::answers::Value;
use crate::questionnaires::Item;
use crate::results::{give, release};

/// Two evaluations: what young people say of having a say was bad and is good.
async fn two_years(s: &mut Scene) -> (String, String) {
    let first = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    s.answer(&first, "mc-reka", 22, 18, 1).await;
    s.answer(&first, "mc-most", 20, 20, 3).await;
    s.close(&first).await;
    s.app.wait(Duration::days(365));
    s.cookie = s.app.person(RoleKind::Coordinator, "mreza").await.1;
    let second = s.opened("Evalvacija 2027", "2027-10-11", "2027-10-31").await;
    s.answer(&second, "mc-reka", 20, 20, 4).await;
    s.answer(&second, "mc-most", 5, 3, 3).await;
    s.close(&second).await;
    (first, second)
}

#[tokio::test]
async fn a_page_says_what_changed_and_what_is_withheld() {
    let mut s = scene().await;
    let (first, second) = two_years(&mut s).await;
    release(&s.app, &s.me, &s.root, &first).await.unwrap();
    release(&s.app, &s.me, &s.root, &second).await.unwrap();
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-sava").await;
    let page = s.app.get(&format!("/units/mreza/mc-reka/results/{second}"), &worker).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for says in [
        "Kaj pravijo mladi, 2027",
        "40 popolnih odgovorov.",
        "Zraslo, več kot po naključju: Varnost, s",
        "zraslo, več kot naključje",
        "leta 2026: 40",
        "Stran naredi",
        "Dekleta",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    let few = s.app.get(&format!("/units/mreza/mc-most/results/{second}"), &worker).await;
    for says in ["Ta enota nima svojega rezultata", "vsaj 15 odgovorov", "manjka vsaj še 7 odgovorov"] {
        assert!(few.body.contains(says), "{says}: {}", few.body);
    }
    let latest = s.app.get("/units/mreza/mc-reka/results", &worker).await;
    assert_eq!(latest.location, Some(format!("/units/mreza/mc-reka/results/{second}")));
    let network = s.app.get(&format!("/units/mreza/mreza/results/{first}"), &worker).await;
    assert!(network.body.contains("80 popolnih odgovorov."), "{}", network.body);
    assert!(network.body.contains("Ob drugih enotah"));
}

#[tokio::test]
async fn an_area_that_is_withheld_says_why_and_what_would_open_it() {
    let s = scene().await;
    let code = s.opened("Evalvacija 2026", "2026-10-05", "2026-10-25").await;
    let fellowship = |item: &Item| item.area.as_deref() == Some("fell");
    s.answer_each(&code, "mc-reka", 20, |n, item| match n {
        0..14 if fellowship(item) => Value::DontKnow,
        _ => Value::Step(3),
    })
    .await;
    s.close(&code).await;
    release(&s.app, &s.me, &s.root, &code).await.unwrap();
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let page = s.app.get(&format!("/units/mreza/mc-reka/results/{code}"), &worker).await.body;
    assert!(page.contains("ko je na polovico njegovih trditev ali več odgovorilo vsaj 15 ljudi"), "{page}");
    assert!(page.contains("Ne vem ali ne želim povedati 70"), "not knowing is a category of its own: {page}");
    let file = s.app.get(&format!("/units/mreza/mc-reka/results/{code}/file?format=csv"), &worker).await.body;
    let row = file.lines().find(|line| line.contains(",whole,,area,fell,") && line.contains(",withheld,"));
    assert!(row.is_some_and(|row| row.ends_with(",withheld,few_valid,15")), "{file}");
}

#[tokio::test]
async fn before_the_release_only_who_was_given_theirs_sees_them() {
    let mut s = scene().await;
    let (_, second) = two_years(&mut s).await;
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let (_, other) = s.app.person(RoleKind::Worker, "mc-most").await;
    let at = |unit: &str| format!("/units/mreza/{unit}/results/{second}");
    let closed = s.app.get(&at("mc-reka"), &worker).await;
    assert!(closed.status == 200 && closed.body.contains("še niso odprti"), "{}", closed.body);
    assert_eq!(s.app.get(&at("mc-reka"), &other).await.status, 403);
    give(&s.app, &s.me, &s.root, &second, "mc-reka").await.unwrap();
    let given = s.app.get(&at("mc-reka"), &worker).await;
    assert!(given.body.contains("40 popolnih odgovorov.") && given.body.contains("še niso objavljeni"));
    assert!(!given.body.contains("leta 2026"), "the year before is not open to them");
    assert_eq!(s.app.get(&at("mc-reka"), &other).await.status, 403);
    assert_eq!(s.app.get(&at("mreza"), &worker).await.status, 403);
    assert_eq!(s.app.get("/units/mreza/mc-reka/results/1999", &worker).await.status, 404);
    let coordinator = s.app.get(&at("mreza"), &s.cookie).await;
    assert!(coordinator.body.contains("še niso objavljeni"));
}

#[tokio::test]
async fn a_file_holds_the_figures_of_the_page() {
    let mut s = scene().await;
    let (_, second) = two_years(&mut s).await;
    let file = format!("/units/mreza/mc-reka/results/{second}/file?format=");
    let csv = s.app.get(&format!("{file}csv"), &s.cookie).await;
    let mut rows = csv::Reader::from_reader(csv.body.trim_start_matches('\u{feff}').as_bytes());
    let heads = rows.headers().unwrap().clone();
    let all: Vec<BTreeMap<String, String>> = rows
        .records()
        .map(|row| heads.iter().zip(row.unwrap().iter()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect())
        .collect();
    let find = |about: &str, code: &str, measure: &str, class: &str| {
        let of = |row: &&BTreeMap<String, String>| {
            row["about"] == about && row["code"] == code && row["measure"] == measure && row["class"] == class
        };
        all.iter().filter(of).map(|row| row["value"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(find("group", "", "answers", ""), ["40"]);
    // All said the same: two of three statements about safety are good to agree with.
    assert_eq!(find("area", "safe", "valid", ""), ["40"]);
    assert_eq!(find("area", "safe", "index", "").len(), 1);
    let leaning = ["good", "middle", "bad", "no_answer"].map(|it| find("area", "safe", it, "").concat());
    assert_eq!(leaning, ["80", "0", "40", "0"], "as its three statements add up to");
    assert_eq!(find("area", "safe", "share", ""), ["0.666667"]);
    assert_eq!(find("item", "safe_1", "index", ""), ["100"]);
    assert_eq!(find("item", "safe_3", "index", ""), ["0"], "turned");
    assert_eq!(find("item", "safe_1", "chose", ""), ["0", "0", "0", "0", "40"]);
    assert_eq!(find("group", "", "answers", "girls_plus"), ["20"]);
    assert_eq!(find("group", "", "withheld", "").len(), 1, "by age: all are of one class");
    let json: serde_json::Value =
        serde_json::from_str(&s.app.get(&format!("{file}json"), &s.cookie).await.body).unwrap();
    assert_eq!(json.as_array().unwrap().len(), all.len());
    assert_eq!(json[0]["value"], 40.0);
    let xlsx = s.app.get(&format!("{file}xlsx"), &s.cookie).await;
    assert_eq!(xlsx.status, 200);
    assert_eq!(s.app.get(&format!("{file}pdf"), &s.cookie).await.status, 404);
}

#[tokio::test]
async fn targets_hold_for_the_units_below_that_say_nothing_else() {
    let mut s = scene().await;
    let (_, second) = two_years(&mut s).await;
    let (_, mentor) = s.app.person(RoleKind::Mentor, "mc-reka").await;
    let set = async |unit: &str, cookie: &str, points: &str| {
        let fields = [("year", "2027"), ("area_safe", points)];
        s.app.post(&format!("/units/mreza/{unit}/targets"), cookie, &fields).await
    };
    let done = set("mreza", &s.cookie, "50").await;
    assert_eq!(done.location.as_deref(), Some("/units/mreza/mreza/targets?year=2027&saved=1"));
    let page = async || s.app.get(&format!("/units/mreza/mc-reka/results/{second}"), &s.cookie).await.body;
    let before = page().await;
    assert!(before.contains("doseženo (50)"), "{before}");
    set("mc-reka", &mentor, "99").await;
    let after = page().await;
    assert!(after.contains("ni doseženo (99)") || after.contains("ni mogoče reči (99)"), "{after}");
    assert!(!after.contains("doseženo (50)"));
    set("mc-reka", &mentor, "").await;
    assert!(page().await.contains("doseženo (50)"));
    let wrong = set("mc-reka", &mentor, "101").await;
    assert!(
        wrong.status == 422 && wrong.body.contains("value=\"101\""),
        "what was typed stays: {}",
        wrong.body
    );
    let form = s.app.get("/units/mreza/mc-reka/targets?year=2027", &mentor).await.body;
    assert!(
        form.contains("Cilji za 2027") && form.contains(": 50") && !form.contains("value=\"101\""),
        "{form}"
    );
    assert_eq!(set("mreza", &mentor, "10").await.status, 403);
}
