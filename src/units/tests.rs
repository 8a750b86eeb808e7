use chrono::NaiveDate;

use crate::testing::TestApp;

#[tokio::test]
async fn a_branch_is_the_unit_and_everything_below_it() {
    let app = TestApp::new().await;
    let today = app.today();
    let town = app.unit("ljubljana").await;
    let codes: Vec<String> =
        super::branch(&app.db, &town, today).await.unwrap().into_iter().map(|unit| unit.code).collect();
    assert_eq!(codes, ["ljubljana", "mc-reka", "mc-most"]);
    let path: Vec<String> = super::named_path(&app.db, &app.unit("mc-reka").await, today)
        .await
        .unwrap()
        .into_iter()
        .map(|u| u.code)
        .collect();
    assert_eq!(path, ["mreza", "ljubljana", "mc-reka"]);
    let below: Vec<String> =
        super::children(&app.db, &town, today).await.unwrap().into_iter().map(|unit| unit.code).collect();
    assert_eq!(below, ["mc-most", "mc-reka"]);
}

#[tokio::test]
async fn a_unit_is_not_there_before_it_opened() {
    let app = TestApp::new().await;
    let before = NaiveDate::from_ymd_opt(2019, 12, 31).unwrap();
    let town = app.unit("ljubljana").await;
    assert!(super::by_id(&app.db, town.network.id, town.id, before).await.unwrap().is_none());
    assert_eq!(super::networks(&app.db, app.today()).await.unwrap().len(), 1);
}

#[test]
fn a_code_of_a_long_name_ends_with_a_whole_word() {
    let name = "Mladinski center in medgeneracijsko središče Goričko pri Murski Soboti";
    let code = super::code::proposed(name, "unit", |_| false);
    assert_eq!(code, "mladinski-center-in-medgeneracijsko-sredisce-goricko");
    assert_eq!(super::code::proposed(&"a".repeat(80), "unit", |_| false), "a".repeat(54));
}
