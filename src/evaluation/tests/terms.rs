//! What an evaluation agrees on beside its window, and evaluations of an occasion.

use super::scene;
use crate::access::RoleKind;
use crate::evaluation::terms::{Terms, Typed};
use crate::evaluation::{acts, daily, making, store};
use crate::form::Wrong;

fn typed(least: &str, split_least: &str, first_age: &str, second_age: &str) -> Typed {
    let own = str::to_owned;
    Typed {
        least: own(least),
        split_least: own(split_least),
        first_age: own(first_age),
        second_age: own(second_age),
        languages: vec!["sl".into(), "xx".into()],
    }
}

#[test]
fn what_is_left_empty_is_as_usual_and_fewer_answers_are_never_enough() {
    let known = ["en".to_owned(), "sl".to_owned()];
    let read = |typed: &Typed| {
        let mut wrong = Vec::new();
        let terms = typed.read(&known, &mut wrong);
        (terms, wrong.iter().map(|it: &Wrong| it.field.clone()).collect::<Vec<_>>())
    };
    let usual = Terms { least: 15, split_least: 15, ages: (15, 20), languages: vec!["sl".into()] };
    assert_eq!(read(&typed("", "", "", "")), (usual.clone(), vec![]));
    let (more, wrong) = read(&typed(" 20 ", "25", "12", "16"));
    assert_eq!((more.least, more.split_least, more.ages, wrong.len()), (20, 25, (12, 16), 0));
    assert_eq!(read(&typed("20", "", "", "")).0.split_least, 20, "a class has no fewer than the whole");
    assert_eq!(read(&typed("", "", "25", "")).0.ages, (25, 26));
    for (given, field) in [
        (typed("14", "", "", ""), "least"),
        (typed("x", "", "", ""), "least"),
        (typed("201", "", "", ""), "least"),
        (typed("20", "15", "", ""), "split_least"),
        (typed("", "", "7", ""), "first_age"),
        (typed("", "", "20", "20"), "second_age"),
    ] {
        assert_eq!(read(&given).1, [field], "{given:?}");
    }
}

#[tokio::test]
async fn an_occasion_is_about_chosen_units_and_stands_beside_the_year() {
    let s = scene().await;
    s.opened().await;
    let mut occasion = s.typed().await;
    occasion.names = vec![("sl".into(), "Po taboru".into())];
    occasion.occasion = true;
    let wrong = making::make(&s.app, &s.me, &s.root, &occasion).await.unwrap().unwrap_err();
    assert_eq!((wrong[0].field.as_str(), wrong[0].key), ("units", "evaluation-units-missing"));
    occasion.units = vec!["mc-reka".into(), "ljubljana".into()];
    occasion.terms = typed("20", "", "12", "");
    let code = making::make(&s.app, &s.me, &s.root, &occasion).await.unwrap().unwrap();
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    assert_eq!((it.yearly, it.least, it.ages, &*it.languages), (false, 20, (12, 20), &["sl".to_owned()][..]));
    let places = store::places(&s.app.db, s.root.network.id, it.id).await.unwrap();
    let reka = s.app.unit("mc-reka").await.id;
    assert_eq!(
        places.iter().map(|it| it.unit_id).collect::<Vec<_>>(),
        [reka],
        "a municipality records nothing"
    );
    let today = s.app.today();
    daily::look_after(&s.app, s.root.network.id, it.id, today).await.unwrap();
    assert_eq!(
        store::places(&s.app.db, s.root.network.id, it.id).await.unwrap().len(),
        1,
        "no unit joins it"
    );
    let page = s.app.get(&format!("/a/{}?lang=en", places[0].address), "").await;
    assert!(page.body.contains("lang=\"sl\"") && !page.body.contains("I feel safe here."), "in one language");
    assert!(page.body.contains("Manj kot 12 let"), "{}", page.body);
    let (_, worker) = s.app.person(RoleKind::Worker, "mc-reka").await;
    let own = s.app.get("/units/mreza/mc-reka/voice", &worker).await.body;
    assert!(own.contains("Po taboru") && own.contains("Letna evalvacija 2026"));
    assert_eq!(own.matches("<svg xmlns").count().max(own.matches("class=\"square\"").count()), 2, "{own}");
    let (_, other) = s.app.person(RoleKind::Worker, "mc-most").await;
    assert!(!s.app.get("/units/mreza/mc-most/voice", &other).await.body.contains("Po taboru"));
}

#[tokio::test]
async fn the_form_keeps_what_was_chosen() {
    let s = scene().await;
    let fields = [
        ("id", "0197f0a0-0000-7000-8000-000000000000"),
        ("occasion", "1"),
        ("unit", "mc-most"),
        ("least", "3"),
    ];
    let page = s.app.post("/units/mreza/mreza/evaluations", &s.cookie, &fields).await;
    assert_eq!(page.status, 422);
    for says in
        ["value=\"mc-most\" checked", "name=\"occasion\" value=\"1\" checked", "od 15 do 200", "value=\"3\""]
    {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
}

fn names(wrong: &[Wrong]) -> Vec<(&str, &str)> {
    wrong.iter().map(|it| (it.field.as_str(), it.key)).collect()
}

#[tokio::test]
async fn two_of_one_year_or_of_the_same_days_are_refused_in_words() {
    let s = scene().await;
    s.made().await;
    let refused = async |opens: &str, last: &str, occasion: bool| {
        let mut typed = s.typed().await;
        (typed.opens_on, typed.last_on, typed.occasion) = (opens.into(), last.into(), occasion);
        typed.units = vec!["mc-reka".into()];
        making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().err()
    };
    let taken = [("opens_on", "evaluation-year-taken")];
    assert_eq!(names(&refused("2026-10-20", "2026-11-20", false).await.unwrap()), taken);
    assert_eq!(names(&refused("2026-11-20", "2026-12-20", false).await.unwrap()), taken, "of one year");
    assert!(refused("2026-10-20", "2026-11-20", true).await.is_none(), "an occasion is beside it");
    assert!(refused("2027-10-11", "2027-10-31", false).await.is_none());
    assert_eq!(names(&refused("2027-11-01", "2027-11-02", false).await.unwrap()), taken);
    let page = s.app.get("/units/mreza/mreza/evaluations", &s.cookie).await.body;
    assert_eq!(page.matches("class=\"item\"").count(), 3, "{page}");
    assert!(page.contains("value=\"2028-10-09\""), "the form is about the next year that has none: {page}");
}

#[tokio::test]
async fn a_prepared_one_can_be_changed_and_its_printed_addresses_hold() {
    let s = scene().await;
    let code = s.made().await;
    let base = format!("/units/mreza/mreza/evaluations/{code}");
    let address = s.address(&code, "mc-reka").await;
    let page = s.app.get(&format!("{base}/terms"), &s.cookie).await;
    assert_eq!(page.status, 200);
    for says in [
        "value=\"2026-10-05\"",
        "value=\"Letna evalvacija 2026\"",
        "Strinjam se.</textarea>",
        "value=\"sl\" checked",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    let version = s.typed().await.asked[0].1.clone();
    let mut fields = vec![
        ("name_sl", "Letos drugače"),
        ("purpose_sl", "Zanima nas."),
        ("consent_sl", "Strinjam se."),
        ("contact", "mreza@example.org"),
        ("opens_on", "2026-10-12"),
        ("last_on", "2026-10-30"),
        ("asks_open", version.as_str()),
        ("least", "20"),
        ("language", "sl"),
    ];
    let post = async |fields: &[(&str, &str)]| s.app.post(&format!("{base}/terms"), &s.cookie, fields).await;
    let wrong = post(&fields[1..]).await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"2026-10-12\""), "{}", wrong.body);
    for _ in 0..2 {
        assert_eq!(post(&fields).await.status, 303);
    }
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    assert_eq!(
        (it.name.get("sl"), it.least, it.last_on().to_string()),
        (Some("Letos drugače"), 20, "2026-10-30".into())
    );
    assert_eq!(s.address(&code, "mc-reka").await, address);
    let acts = store::acts(&s.app.db, &it).await.unwrap();
    assert_eq!(
        acts.iter().map(|it| it.deed.code()).collect::<Vec<_>>(),
        ["prepared", "changed"],
        "the same again changes nothing"
    );
    let page = s.app.get(&base, &s.cookie).await.body;
    for says in [
        "Vse enote, ki beležijo",
        "<dd>20</dd>",
        "Manj kot 15 let; 15 do 19 let; 20 let ali več",
        "<dd>Slovenščina</dd>",
        "Spremenjena",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    // Fewer units: the others have no address any more, whether of a year or of an occasion.
    let addresses = async || {
        let places = store::places(&s.app.db, it.network_id, it.id).await.unwrap();
        places.into_iter().map(|it| it.address).collect::<Vec<_>>()
    };
    assert!(addresses().await.len() > 1);
    fields.push(("unit", "mc-reka"));
    assert_eq!(post(&fields).await.status, 303);
    assert_eq!(addresses().await, [address.as_str()]);
    let page = s.app.get(&format!("{base}/terms"), &s.cookie).await.body;
    assert!(
        page.contains("value=\"mc-reka\" checked") && !page.contains("name=\"occasion\" value=\"1\" checked")
    );
    assert!(!s.app.get(&base, &s.cookie).await.body.contains("Vse enote, ki beležijo"));
    fields.push(("occasion", "1"));
    assert_eq!(post(&fields).await.status, 303);
    assert_eq!(addresses().await, [address.as_str()]);
    acts::open(&s.app, &s.me, &s.root, &code).await.unwrap();
    assert_eq!(post(&fields).await.status, 409, "young people answer it");
    assert_eq!(s.app.get(&format!("{base}/terms"), &s.cookie).await.status, 409);
}

#[tokio::test]
async fn a_prepared_one_can_be_withdrawn_and_another_be_made_in_its_place() {
    let s = scene().await;
    let typed = s.typed().await;
    let code = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap();
    let address = s.address(&code, "mc-reka").await;
    let base = format!("/units/mreza/mreza/evaluations/{code}");
    assert_eq!(s.app.post(&format!("{base}/removal"), &s.cookie, &[]).await.status, 303);
    assert_eq!(
        (s.app.get(&base, &s.cookie).await.status, s.app.get(&format!("/a/{address}"), "").await.status),
        (404.try_into().unwrap(), 404.try_into().unwrap())
    );
    let again = making::make(&s.app, &s.me, &s.root, &typed).await;
    assert!(matches!(again, Err(crate::error::AppError::Conflict)), "the same form does not bring it back");
    let other = making::make(&s.app, &s.me, &s.root, &s.typed().await).await.unwrap().unwrap();
    assert_ne!(other, code, "what is on record stays apart");
    acts::open(&s.app, &s.me, &s.root, &other).await.unwrap();
    let late = making::withdraw(&s.app, &s.me, &s.root, &other).await;
    assert!(matches!(late, Err(crate::error::AppError::Conflict)));
    let sql = "select act, object from audit where object = $1";
    let record: Vec<(String, String)> =
        crate::db::Conn::from(&s.app.db).all(sql, crate::args![format!("withdraw {code}")]).await.unwrap();
    assert_eq!(record.len(), 1);
}
