use crate::access::RoleKind;
use crate::testing::TestApp;

/// Where the ways of the desk lead, in their order.
fn ways(page: &str) -> Vec<String> {
    let desk = page.split("<nav class=\"desk\"").nth(1).unwrap().split("</nav>").next().unwrap();
    let base = |href: &str| href.rsplit_once("/units/mreza/").map_or(href, |(_, rest)| rest).to_owned();
    desk.split("href=\"").skip(1).map(|rest| base(rest.split('"').next().unwrap())).collect()
}

#[tokio::test]
async fn what_one_does_often_stands_first_and_nobody_is_sent_where_they_may_not_go() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let (_, coordinator) = app.person(RoleKind::Coordinator, "mreza").await;
    let centre = ways(&app.get("/units/mreza/mc-reka/structure", &mentor).await.body);
    assert_eq!(centre[..3], ["mc-reka/activities", "mc-reka/people", "mc-reka"]);
    assert!(!centre.contains(&"#h-below".to_owned()), "there is nothing below: {centre:?}");
    let network = ways(&app.get("/units/mreza/mreza/structure", &coordinator).await.body);
    assert_eq!(network[0], "mreza/people", "a network has no activities of its own");
    for way in ["#h-below", "mreza/words", "mreza/kinds", "mreza/retention"] {
        assert!(network.contains(&way.to_owned()), "{way}: {network:?}");
    }
    for (ways, cookie) in [(centre, &mentor), (network, &coordinator)] {
        for way in ways.iter().filter(|way| !way.starts_with('#')) {
            let answer = app.get(&format!("/units/mreza/{way}"), cookie).await;
            assert_eq!(answer.status, 200, "{way}");
        }
    }
}
