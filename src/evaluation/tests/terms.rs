//! What an evaluation agrees on beside its window, and evaluations of an occasion.

use super::scene;
use crate::access::RoleKind;
use crate::evaluation::terms::{Terms, Typed};
use crate::evaluation::{making, store};
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
    making::open(&s.app, &s.me, &s.root, &code).await.unwrap();
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
    making::look_after(&s.app, s.root.network.id, it.id, today).await.unwrap();
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
