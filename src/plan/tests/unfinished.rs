//! What is carried over into the next plan, and what a past plan opens with.

use super::{Begun, begun};
use crate::plan::making;
use crate::plan::standing::{State, is_unfinished, of_action};

const PLAN: &str = "/units/mreza/mreza/plans/2025";

const TEXT: &str = r#"
format = 1
year = 2025
name = { sl = "Letni načrt 2025" }

[[part]]
kind = "area"
code = "all"
name = { sl = "Vse" }

[[part]]
kind = "action"
code = "held"
in = "all"
name = { sl = "Kar se je zgodilo" }
targets = [{ code = "times", rule = "at_most", number = 5, unit = { sl = "zapletov" } }]

[[part]]
kind = "action"
code = "missed"
in = "all"
name = { sl = "Kar se ni" }
targets = [{ code = "times", rule = "at_least", number = 5, unit = { sl = "srečanj" } }]

[[part]]
kind = "action"
code = "words"
in = "all"
name = { sl = "Kar nima števila" }
"#;

#[test]
fn an_action_stands_as_what_asks_most_of_it() {
    use State::{AtRisk, Dropped, NotReached, OnTheWay, Reached, Unknown};
    for (states, stands, unfinished) in [
        (&[][..], None, true),
        (&[Reached], Some(Reached), false),
        (&[Reached, OnTheWay], Some(OnTheWay), true),
        (&[OnTheWay, AtRisk, NotReached], Some(AtRisk), true),
        (&[Reached, Dropped], Some(Reached), false),
        (&[Dropped], Some(Dropped), false),
        (&[Dropped, Unknown], Some(Unknown), true),
    ] {
        assert_eq!((of_action(states), is_unfinished(of_action(states))), (stands, unfinished), "{states:?}");
    }
}

#[tokio::test]
async fn what_is_unfinished_is_ticked_and_what_is_reached_is_not() {
    let Begun { app, cookie: coordinator, .. } = begun(TEXT).await;
    let next = format!("{PLAN}/next");
    let ticked = async |query: &str| {
        let page = app.get(&format!("{next}{query}"), &coordinator).await.body;
        let is = |code: &str| page.contains(&format!("value=\"{code}\" checked"));
        (is("held"), is("missed"), is("words"))
    };
    assert_eq!(ticked("").await, (false, true, true));
    assert_eq!(ticked("?take=all").await, (true, true, true));
    assert_eq!(ticked("?take=none").await, (false, false, false));
    assert_eq!(ticked("?take=luck&state=luck").await, (false, true, true));
    let page = app.get(&next, &coordinator).await.body;
    for says in ["Doseženo", "Ni doseženo", "Brez števila", "0 od 5 srečanj", "31. 12. 2025"] {
        let said = page.replace('\u{a0}', " ");
        assert!(said.contains(says), "{says}: {page}");
    }
    // One state alone is shown, and what else is ticked goes along.
    let page = app.get(&format!("{next}?state=not_reached"), &coordinator).await.body;
    assert!(page.contains("<input type=\"hidden\" name=\"keep\" value=\"words\">"), "{page}");
    assert!(page.contains("Kar se ni") && !page.contains("Kar se je zgodilo"), "{page}");
}

#[tokio::test]
async fn numbers_of_a_heading_are_chosen_and_the_heading_goes_along() {
    let own = "name = { sl = \"Vse\" }\ntargets = [{ code = \"times\", rule = \"at_most\", number = 5, unit = { sl = \"zapletov\" } }]";
    let it = begun(&TEXT.replace("name = { sl = \"Vse\" }", own)).await;
    let page = it.app.get(&format!("{PLAN}/next?take=none"), &it.cookie).await.body;
    assert!(page.contains("value=\"all\"><span>Lastne številke"), "{page}");
    let page = it.app.get(&format!("{PLAN}/next"), &it.cookie).await.body;
    assert!(page.contains("value=\"all\"><span>"), "reached, they are not ticked: {page}");
    let next = async |year: &str, keep: &[&str]| {
        let mut fields = vec![("year", year)];
        fields.extend(keep.iter().map(|code| ("keep", *code)));
        assert_eq!(it.app.post(&format!("{PLAN}/next"), &it.cookie, &fields).await.status, 303);
        let kept = making::find(&it.app, &it.root, year.parse().unwrap()).await.unwrap().unwrap();
        let all = kept.parts.iter().map(|it| (it.what.code.clone(), it.what.says.targets.len()));
        all.collect::<Vec<_>>()
    };
    assert_eq!(next("2026", &["missed"]).await, [("all".to_owned(), 0), ("missed".to_owned(), 1)]);
    assert_eq!(next("2027", &["all"]).await, [("all".to_owned(), 1)]);
    // Into one that was begun, and in which nothing is written yet, it goes as well; into another one it does not.
    let plans = "/units/mreza/mreza/plans";
    assert_eq!(it.app.post(plans, &it.cookie, &[("year", "2028")]).await.status, 303);
    assert_eq!(next("2028", &["all"]).await, [("all".to_owned(), 1)]);
    let fields = [("year", "2028"), ("keep", "missed")];
    assert_eq!(it.app.post(&format!("{PLAN}/next"), &it.cookie, &fields).await.status, 422);
}

#[tokio::test]
async fn a_past_plan_opens_as_of_its_last_day() {
    let Begun { app, cookie: coordinator, .. } = begun(TEXT).await;
    let page = app.get(PLAN, &coordinator).await.body;
    let said = page.replace('\u{a0}', " ");
    assert!(said.contains("Kako daleč je bilo 31. 12. 2025"), "{page}");
    let (_, days) = page.split_once("plan-days").unwrap();
    assert!(days.contains(&format!("href=\"{PLAN}?on=2025-06-30\"")), "{page}");
    assert!(days.contains(&format!("href=\"{PLAN}\" aria-current=\"true\"")), "the end of its year: {page}");
    let today = format!("?on={}", app.today());
    assert!(!page.contains(&today), "nothing of it is counted today: {page}");
    // Counted is what happened in its year, on the page it opens with.
    let at = format!("{PLAN}/parts/missed/targets/times");
    assert!(app.get(&at, &coordinator).await.body.contains("count-number"));
    assert!(!app.get(&format!("{at}?on=2025-06-30"), &coordinator).await.body.contains("count-number"));
}
