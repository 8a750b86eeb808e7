//! Which entries may be told, and what becomes of those that may not be any more.

use chrono::Days;

use super::{Scene, evening, scene};
use crate::activities::{Entry, Status};
use crate::measures::scene as figures;
use crate::reports::making::{self, Kept};
use crate::reports::report::{Chosen, Report, chosen};
use crate::reports::store;
use crate::vocabulary::Kind;

impl Scene {
    async fn section(&self, report: &Report) -> String {
        let all = store::sections(&self.app.db, self.unit.network.id, report.id).await.unwrap();
        all.into_iter().find(|it| it.section == "stories").map_or_else(String::new, |it| it.body)
    }
}

fn fields<'a>(version: &'a str, told: &'a [(String, &'a str)]) -> Vec<(&'a str, &'a str)> {
    const ENTRIES: [&str; 3] = ["entry_0", "entry_1", "entry_2"];
    const WORDS: [&str; 3] = ["words_0", "words_1", "words_2"];
    let mut all = vec![("version", version)];
    for (at, (entry, words)) in told.iter().enumerate() {
        all.extend([(ENTRIES[at], entry.as_str()), (WORDS[at], *words)]);
    }
    all
}

#[tokio::test]
async fn an_entry_that_does_not_belong_is_refused_beside_where_it_was_chosen() {
    let scene = scene().await;
    let (app, good) = (&scene.app, &scene.entries[3]);
    let elsewhere = figures::activity(app, "mc-sava", "drugod", Kind::Open).await;
    let alone = figures::activity(app, "mc-reka", "pogovor", Kind::OneToOne).await;
    let new = |activity, date| figures::plain(activity, app.ids.ordered(), date);
    let others = new(&elsewhere, good.local_date);
    let early = evening(app, &scene.activity, scene.entries[0].local_date - Days::new(10), 9);
    let talk = new(&alone, good.local_date);
    let off = Entry { status: Status::Cancelled, ..new(&scene.activity, good.local_date) };
    let gone = evening(app, &scene.activity, good.local_date, 9);
    figures::write(app, &[others.clone(), early.clone(), talk.clone(), off.clone(), gone.clone()]).await;
    figures::set_deleted(app, &scene.worker.0, gone.id, true).await;
    let report = scene.begin("centre-year", "2025").await;
    let path = format!("{}/sections/stories", scene.base(&report));
    for (entry, says) in [
        (others.id, "Te dejavnosti ni med dejavnostmi te enote"),
        (app.ids.random(), "Te dejavnosti ni med dejavnostmi te enote"),
        (early.id, "ni bila v obdobju tega poročila"),
        (talk.id, "O individualnem delu"),
        (off.id, "odpovedana ali izbrisana"),
        (gone.id, "odpovedana ali izbrisana"),
    ] {
        let told = [(good.id.to_string(), "Dobro."), (entry.to_string(), "Ne sodi sem.")];
        let answer = app.post(&path, &scene.worker.1, &fields("0", &told)).await;
        assert_eq!(answer.status, 422, "{says}: {}", answer.body);
        let page = &answer.body;
        assert!(page.contains("id=\"entry_1-problem\"") && page.contains(says), "{says}: {page}");
        assert!(page.contains("Dobro.") && page.contains("Ne sodi sem."), "{page}");
        assert!(page.contains(&format!("value=\"{entry}\" selected")), "the choice stays: {page}");
        assert!(!page.contains("Dejavnost drugod"), "nothing is told of what others recorded");
        let body = serde_json::to_string(&[Chosen { entry, words: "x".into(), bare: false }]).unwrap();
        let kept =
            making::save(app, &scene.worker.0, &scene.unit, report.id, "stories", 0, &body).await.unwrap();
        assert!(matches!(&kept, Kept::Refused(all) if all.len() == 1 && all[0].0 == entry), "{kept:?}");
    }
    assert_eq!(scene.section(&report).await, "", "nothing was saved");
}

#[tokio::test]
async fn what_was_chosen_and_may_not_be_told_any_more_is_left_out_and_said_so() {
    let scene = scene().await;
    let app = &scene.app;
    let report = scene.begin("centre-year", "2025").await;
    let (base, path) = (scene.base(&report), format!("{}/sections/stories", scene.base(&report)));
    let told: Vec<_> = [(0, "Prva."), (1, "Ples na strehi.")]
        .map(|(at, words)| (scene.entries[at].id.to_string(), words))
        .into();
    assert_eq!(app.post(&path, &scene.worker.1, &fields("0", &told)).await.status, 303);
    assert!(!app.get(&base, &scene.worker.1).await.body.contains("izbrana dejavnost je bila izbrisana"));
    figures::set_deleted(app, &scene.worker.0, scene.entries[1].id, true).await;
    for page in [app.get(&base, &scene.worker.1).await.body, app.get(&path, &scene.worker.1).await.body] {
        assert!(page.contains("1 izbrana dejavnost je bila izbrisana"), "{page}");
    }
    assert!(!app.get(&base, &scene.worker.1).await.body.contains("Ples na strehi."), "it is not told");
    let page = app.get(&path, &scene.worker.1).await.body;
    assert!(page.contains("Ples na strehi.") && page.contains("Izbrana dejavnost ne more biti"), "{page}");
    // Whoever goes on writing is not held up by it, and loses nothing.
    let more: Vec<_> = [(0, "Prva, daljša."), (1, "Ples na strehi.")]
        .map(|(at, words)| (scene.entries[at].id.to_string(), words))
        .into();
    assert_eq!(app.post(&path, &scene.worker.1, &fields("1", &more)).await.status, 303);
    assert_eq!(chosen(&scene.section(&report).await).len(), 2);
    // An entry that moves out of the period, or is called off.
    scene.correct(scene.entries[0].id, |it| it.status = Status::Cancelled).await;
    let page = app.get(&base, &scene.worker.1).await.body;
    assert!(
        page.contains("2 izbrani dejavnosti sta bili izbrisani") && !page.contains("Prva, daljša."),
        "{page}"
    );
}

#[tokio::test]
async fn stories_of_two_stand_beside_one_another() {
    let scene = scene().await;
    let app = &scene.app;
    let report = scene.begin("centre-year", "2025").await;
    let path = format!("{}/sections/stories", scene.base(&report));
    let id = |at: usize| scene.entries[at].id.to_string();
    // Both had none before them.
    assert_eq!(app.post(&path, &scene.worker.1, &fields("0", &[(id(0), "Moja.")])).await.status, 303);
    assert_eq!(app.post(&path, &scene.mentor.1, &fields("0", &[(id(5), "Njena.")])).await.status, 303);
    let stands = chosen(&scene.section(&report).await);
    let words: Vec<&str> = stands.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(words, ["Moja.", "Njena."]);
    // The same entry in other words: what the colleague chose is there by its name.
    let theirs = [(id(0), "Moja, popravljena."), (id(5), "Njena.")];
    assert_eq!(app.post(&path, &scene.worker.1, &fields("2", &theirs)).await.status, 303);
    let mine = [(id(0), "Moja, a drugače."), (id(5), "Njena.")];
    let clash = app.post(&path, &scene.mentor.1, &fields("2", &mine)).await;
    assert_eq!(clash.status, 409);
    let (note, form) =
        clash.body.split_once("<form method=\"post\" action=\"/units/mreza/mc-reka/reports").unwrap();
    assert!(note.replace('\u{a0}', " ").contains("3. 1. 2025 · Dejavnost vecer"), "{note}");
    assert!(note.contains("Moja, popravljena.") && form.contains("Moja, a drugače."), "{}", clash.body);
    assert_eq!(chosen(&scene.section(&report).await)[0].words, "Moja, popravljena.");
}
