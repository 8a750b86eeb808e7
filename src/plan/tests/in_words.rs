//! Judging in words: also an action without a number can be told as done.

use super::begun;
use crate::access::RoleKind;
use crate::i18n::{Lang, Words};
use crate::plan::told;
use crate::testing::TestApp;

const PLAN: &str = "/units/mreza/mreza/plans/2026";

const TEXT: &str = r#"
format = 1
year = 2026
name = { sl = "Letni načrt 2026" }
[[part]]
kind = "area"
code = "voice"
name = { sl = "Glas mladih" }
qualitative = [{ sl = "Mladi soodločajo" }]
[[part]]
kind = "action"
code = "guide"
in = "voice"
name = { sl = "Vodnik" }
indicator = { sl = "Vodnik je izdan." }
[[part]]
kind = "action"
code = "fair"
in = "voice"
name = { sl = "Sejem" }
[[part]]
kind = "action"
code = "talks"
in = "voice"
name = { sl = "Pogovori" }
indicator = { sl = "Pogovori po centrih." }
targets = [{ code = "talks", rule = "at_least", number = 4, unit = { sl = "pogovori" } }]
"#;

/// (what is judged, whether it was)
async fn words(app: &TestApp) -> Vec<(String, bool)> {
    let root = app.unit("mreza").await;
    let told = told(app, Words(Lang::Sl), &root, 2026, app.today()).await.unwrap().unwrap();
    told.words().map(|it| (it.of.clone(), it.said.is_some())).collect()
}

#[tokio::test]
async fn an_action_is_judged_by_its_indicator_or_its_name() {
    let it = begun(TEXT).await;
    let (app, cookie) = (&it.app, it.cookie.as_str());
    let all = words(app).await;
    let of: Vec<&str> = all.iter().map(|(of, _)| of.as_str()).collect();
    assert_eq!(of, ["Mladi soodločajo", "Vodnik je izdan.", "Sejem"], "of the talks a number tells");
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    for (part, heading) in
        [("guide", "Vodnik je izdan."), ("fair", "Sejem"), ("talks", "Pogovori po centrih.")]
    {
        let at = format!("{PLAN}/parts/{part}/qualitative/own");
        let of = app.get(&format!("{PLAN}/parts/{part}"), cookie).await.body;
        assert!(of.contains(&at), "the part leads there: {of}");
        let page = app.get(&at, cookie).await.body;
        assert!(page.contains(&format!("<h1>{heading}</h1>")), "{page}");
        let fields = [
            ("id", app.ids.ordered().to_string()),
            ("day", app.today().to_string()),
            ("note", format!("Opravljeno: {part}")),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, it.as_str())).collect();
        assert_eq!(app.post(&at, &viewer, &fields).await.status, 403);
        for _ in 0..2 {
            assert_eq!(app.post(&at, cookie, &fields).await.status, 303, "sent again, it is there once");
        }
        for page in [at.clone(), format!("{PLAN}/parts/{part}"), PLAN.to_owned()] {
            let body = app.get(&page, &viewer).await.body;
            assert_eq!(body.matches(&format!("Opravljeno: {part}")).count(), 1, "{page}: {body}");
        }
    }
    let judged: Vec<(String, bool)> = words(app).await;
    assert_eq!(judged.iter().filter(|(_, it)| *it).count(), 3, "{judged:?}");
    assert_eq!(judged.len(), 4, "and of the talks words tell as well");
    for nowhere in
        ["voice/qualitative/own", "guide/qualitative/1", "voice/qualitative/0", "voice/qualitative/x"]
    {
        assert_eq!(app.get(&format!("{PLAN}/parts/{nowhere}"), cookie).await.status, 404, "{nowhere}");
    }
}

#[tokio::test]
async fn a_judgement_of_an_earlier_indicator_says_so() {
    let it = begun(TEXT).await;
    let (app, cookie) = (&it.app, it.cookie.as_str());
    let at = format!("{PLAN}/parts/guide/qualitative/own");
    let (id, day) = (app.ids.ordered().to_string(), app.today().to_string());
    let fields = [("id", id.as_str()), ("day", day.as_str()), ("note", "Izšel je maja.")];
    assert_eq!(app.post(&at, cookie, &fields).await.status, 303);
    it.bring(&TEXT.replace("Vodnik je izdan.", "Vodnik je izdan v treh jezikih.")).await;
    let page = app.get(&at, cookie).await.body;
    assert!(page.contains("Izšel je maja.") && page.contains("»Vodnik je izdan.«"), "{page}");
}
