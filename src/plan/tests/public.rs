//! What everybody reads of a plan, and what its members say of it.

use chrono::Duration;

use super::adopting::{PLAN, refused, scene, whole};
use crate::access::RoleKind;
use crate::i18n::Text18;
use crate::plan::adoption::making::{Took, amend};
use crate::plan::adoption::publishing::{publish, take_back};
use crate::plan::comments::making::{Said, answer, say, take_back as unsay};
use crate::plan::comments::store as comments;
use crate::plan::document::Adoption;
use crate::plan::making;

#[tokio::test]
async fn everybody_reads_the_edition_that_was_published_and_nothing_else() {
    let it = scene().await;
    let (worker, cookie) = it.app.person(RoleKind::Worker, "mc-reka").await;
    let open = "/open/mreza/mreza/plans/2027";
    let nobody = async |path: &str| it.app.get(path, "").await;
    let none = nobody(open).await;
    assert!(none.status == 404 && none.body.contains("noindex"), "{}", none.body);
    let id = it.app.ids.ordered();
    let took = publish(&it.app, &it.chief, &it.root, 2027, (id, 1)).await.unwrap();
    assert_eq!(refused(&took), "publish-not-adopted");
    it.upto(Adoption::ByAssembly).await;
    let words = (it.app.ids.ordered(), "academy", 1, "Ali bo tudi na spletu?");
    assert!(matches!(say(&it.app, &worker, &it.root, 2027, words).await.unwrap(), Said::Done));
    assert!(matches!(publish(&it.app, &it.chief, &it.root, 2027, (id, 4)).await.unwrap(), Took::Changed));
    for _ in 0..2 {
        assert!(matches!(publish(&it.app, &it.chief, &it.root, 2027, (id, 5)).await.unwrap(), Took::Done));
    }
    let page = nobody(&format!("{open}?lang=sl")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(page.headers.get("cache-control").unwrap(), "public, no-cache");
    for says in [
        "Akademija",
        "vsaj 4 usposabljanja",
        "15.\u{a0}10.\u{a0}2026",
        "5. Sprejme zbor članic",
        "lang=\"sl\"",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    for hidden in
        ["coordinator mreza", "worker", "na spletu", "/units/", "Sklep.", "<form", "Delovna različica"]
    {
        assert!(!page.body.contains(hidden), "{hidden}: {}", page.body);
    }
    // What is changed since is not public before it is an edition that was published.
    let mut other = whole();
    other.parts[2].name = Text18::one("sl", "Šola");
    it.bring(&other).await;
    let amendment = it.taking(it.app.today(), "Zaradi epidemije.").await;
    assert!(matches!(amend(&it.app, &it.chief, &it.root, 2027, &amendment).await.unwrap(), Took::Done));
    it.app.wait(Duration::minutes(2));
    let page = nobody(&format!("{open}?lang=sl")).await.body;
    assert!(page.contains("Akademija") && !page.contains("Šola") && !page.contains("epidemije"), "{page}");
    let next = it.app.ids.ordered();
    assert!(matches!(publish(&it.app, &it.chief, &it.root, 2027, (next, 6)).await.unwrap(), Took::Done));
    let page = nobody(&format!("{open}?lang=en")).await.body;
    assert!(page.contains("Šola") && page.contains("Zaradi epidemije.") && page.contains("2026"), "{page}");
    // Taken back, it is gone at once; an earlier publication sent again brings nothing.
    for _ in 0..2 {
        take_back(&it.app, &it.chief, &it.root, 2027, next).await.unwrap();
        assert_eq!(nobody(open).await.status, 404);
    }
    assert!(matches!(publish(&it.app, &it.chief, &it.root, 2027, (next, 6)).await.unwrap(), Took::Done));
    assert_eq!(nobody(open).await.status, 404);
    for path in ["/open/mreza/mreza/plans/2026", "/open/mreza/mreza/plans/x", "/open/mreza/nikjer/plans/2027"]
    {
        assert_eq!(nobody(path).await.status, 404, "{path}");
    }
    assert!(publish(&it.app, &worker, &it.root, 2027, (it.app.ids.ordered(), 6)).await.is_err());
    assert_eq!(it.app.post(&format!("{PLAN}/publication"), &cookie, &[]).await.status, 403);
}

#[tokio::test]
async fn members_comment_and_whoever_writes_the_plan_answers() {
    let it = scene().await;
    let (viewer, cookie) = it.app.person(RoleKind::Viewer, "ljubljana").await;
    let (worker, _) = it.app.person(RoleKind::Worker, "mc-reka").await;
    let id = it.app.ids.ordered();
    let fields = |words: &'static str, part: &'static str| {
        vec![
            ("id", id.to_string()),
            ("part", part.to_owned()),
            ("version", "1".to_owned()),
            ("words", words.to_owned()),
        ]
    };
    let post = async |fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        it.app.post(&format!("{PLAN}/comments"), &cookie, &fields).await
    };
    let empty = post(fields("  ", "academy")).await;
    assert!(empty.status == 422 && empty.body.contains("Napiši besedilo."), "{}", empty.body);
    for _ in 0..2 {
        let said = post(fields("Kdaj bo prvo?", "academy")).await;
        assert_eq!(said.location, Some(format!("{PLAN}/parts/academy#c-{id}")), "{}", said.body);
    }
    let of = async || {
        let kept = making::find(&it.app, &it.root, 2027).await.unwrap().unwrap();
        comments::all(&it.app.db, (it.app.network_id, kept.held.id)).await.unwrap()
    };
    assert!(of().await.len() == 1 && of().await[0].is_open());
    let part = it.app.get(&format!("{PLAN}/parts/academy"), &cookie).await.body;
    assert!(
        part.contains("Kdaj bo prvo?") && part.contains("Čaka na odgovor") && part.contains("/removal\"")
    );
    assert!(it.app.get(PLAN, &cookie).await.body.contains("1 komentar čaka na odgovor"));
    // Answered, and taken up: the wording is another one since.
    let answers = async |base, words, up| {
        answer(&it.app, &it.chief, &it.root, 2027, (id, base), (words, up)).await.unwrap()
    };
    assert!(matches!(answers(0, "", false).await, Said::Wrong(_)));
    for _ in 0..2 {
        assert!(matches!(answers(0, "Marca; zdaj tudi piše.", true).await, Said::Done));
    }
    match answers(0, "Aprila.", false).await {
        Said::Meanwhile(now) => assert_eq!(now.answer, "Marca; zdaj tudi piše."),
        other => panic!("{other:?}"),
    }
    let mut other = whole();
    other.parts[2].says.note = Text18::one("sl", "prvo marca");
    it.bring(&other).await;
    let part = it.app.get(&format!("{PLAN}/parts/academy"), &cookie).await.body;
    for says in [
        "Upoštevano",
        "Marca; zdaj tudi piše.",
        "Besedilo se je od tedaj spremenilo.",
        "parts/academy?version=1",
    ] {
        assert!(part.contains(says), "{says}: {part}");
    }
    let denied = answer(&it.app, &worker, &it.root, 2027, (id, 1), ("Ne.", false)).await;
    assert!(denied.is_err());
    // A part that is taken out cannot be commented on; what was said of it is still read.
    making::remove(&it.app, &it.chief, &it.root, 2027, "academy").await.unwrap();
    let gone = fields("Škoda.", "academy");
    let gone = gone.into_iter().map(|(name, value)| match name {
        "id" => (name, it.app.ids.ordered().to_string()),
        _ => (name, value),
    });
    let page = post(gone.collect()).await;
    assert!(page.status == 422 && page.body.contains("Škoda.</textarea>"), "{}", page.body);
    assert!(page.body.contains("name=\"part\" value=\"\""), "it may be sent about the plan as a whole");
    let page = it.app.get(&format!("{PLAN}/comments"), &cookie).await.body;
    assert!(page.contains("Kdaj bo prvo?") && page.contains("Tega dela ni več v načrtu."), "{page}");
    // Whoever said it takes it back: the words go.
    assert!(unsay(&it.app, &worker, &it.root, 2027, id).await.is_err());
    for _ in 0..2 {
        unsay(&it.app, &viewer, &it.root, 2027, id).await.unwrap();
    }
    assert!(of().await[0].words.is_empty());
    let page = it.app.get(&format!("{PLAN}/comments"), &cookie).await.body;
    assert!(!page.contains("Kdaj bo prvo?") && page.contains("Umaknjen komentar"), "{page}");
}
