//! What single units came to, and projects: the same sums as everywhere, cut otherwise.

use super::scene::{self, date, question};
use crate::i18n::Text18;
use crate::measures::few::FEW;
use crate::measures::{self, ANY, Ask, Axis, Of, own};
use crate::testing::TestApp;
use crate::totals::Sums;
use crate::vocabulary::{self, Kind, Project};

async fn project(app: &TestApp) -> uuid::Uuid {
    let root = app.unit("mreza").await;
    let project = Project {
        id: app.ids.ordered(),
        code: "skupaj".into(),
        name: Text18::two("Skupaj", "Together"),
        from_on: root.opened_on,
        until_on: None,
        programme: None,
        owner_unit_id: root.id,
    };
    let mut tx = app.db.begin().await.unwrap();
    vocabulary::insert_project(&mut tx, app.network_id, &project).await.unwrap();
    tx.commit().await.unwrap();
    project.id
}

#[tokio::test]
async fn units_add_up_to_the_whole_and_words_to_what_is_told_elsewhere() {
    let app = TestApp::new().await;
    scene::evenings(&app, 11, 400).await;
    let root = app.unit("mreza").await;
    let asked = question(&root, date(2025, 12, 1), date(2026, 4, 30));
    let books = measures::open(&app.db, app.network_id, &[Ask::whole(asked.period)]).await.unwrap();
    let all = own(&app.db, &books, &asked, &Of::All, &[]).await.unwrap();
    assert_eq!(all.total(), books.total(&asked), "opening hours with it");
    // Of one branch alone: what is asked of that branch.
    let below = app.unit("brezice").await;
    let of_branch = own(&app.db, &books, &asked, &Of::All, &[below.id]).await.unwrap();
    let alone = question(&below, date(2025, 12, 1), date(2026, 4, 30));
    assert_eq!(of_branch.total(), books.total(&alone));
    // A word: as the split by words tells it to whoever sees figures only.
    let unsplit = books.unsplit(&app.db, &asked).await.unwrap();
    let [tags] = books.told_by_each(&asked, &unsplit, [Axis::Tag]);
    for (code, sums) in tags.iter().filter(|(code, _)| *code != ANY) {
        let of = Of::Members(Axis::Tag, vec![code.clone()]);
        let own = own(&app.db, &books, &asked, &of, &[]).await.unwrap();
        assert_eq!(own.total(), *sums, "{code}");
        assert_eq!(own.unsplit, tags.get(ANY).copied().unwrap_or_default());
    }
    // A kind: as kinds are told.
    let kinds = books.told_kinds(&asked, false);
    let open =
        own(&app.db, &books, &asked, &Of::Members(Axis::Kind, vec!["open".into()]), &[]).await.unwrap();
    assert_eq!(
        open.total().without_opening(),
        kinds.get("open").copied().unwrap_or_default().without_opening()
    );
}

/// What a project and its neighbours are told never leaves fewer than ten visits of one-to-one work between them.
#[tokio::test]
async fn a_project_is_its_entries_but_for_what_stands_with_talks() {
    let app = TestApp::new().await;
    let id = project(&app).await;
    let event = scene::activity(&app, "mc-reka", "dogodek", Kind::Event).await;
    let talk = scene::activity(&app, "mc-reka", "pogovor", Kind::OneToOne).await;
    let group = scene::activity(&app, "mc-reka", "skupina", Kind::Group).await;
    let heads = |total| crate::activities::Heads { total, ..Default::default() };
    let mut entries = Vec::new();
    for (activity, day, n, of) in [
        (&event, date(2026, 1, 10), 20, true),
        (&event, date(2026, 1, 17), 25, false),
        (&group, date(2026, 2, 3), FEW + 2, false),
        (&talk, date(2026, 2, 5), 1, true),
        (&event, date(2026, 2, 10), 30, true),
        (&talk, date(2026, 3, 5), 1, false),
        (&event, date(2026, 3, 10), 15, true),
    ] {
        let mut entry = scene::plain(activity, app.ids.ordered(), day);
        entry.project = of.then_some(id);
        entry.counts.participant = Some(heads(n));
        entries.push(entry);
    }
    scene::write(&app, &entries).await;
    let root = app.unit("mreza").await;
    let asked = question(&root, date(2026, 1, 1), date(2026, 3, 31));
    let books = measures::open(&app.db, app.network_id, &[Ask::whole(asked.period)]).await.unwrap();
    let own = own(&app.db, &books, &asked, &Of::Project(id), &[]).await.unwrap();
    let of = |month: u32| -> Sums {
        own.units.iter().filter(|((_, at), _)| *at == date(2026, month, 1)).map(|(_, sums)| *sums).sum()
    };
    assert_eq!((of(1).held, of(1).visits()), (1, 20), "no talks: exactly what is of the project");
    assert_eq!((of(2).held, of(2).visits()), (1, 30), "the talk stands with the group, the event by itself");
    assert_eq!(of(3).held, 0, "without groups it stands with all that is not open");
    assert_eq!((own.unsplit.held, own.unsplit.visits()), (2, 16));
    let of_activities: Sums = own.activities.values().copied().sum();
    assert_eq!(of_activities, own.total());
    let nowhere = measures::own(&app.db, &books, &asked, &Of::Project(app.ids.ordered()), &[]).await.unwrap();
    assert_eq!(nowhere, measures::Own::default());
}
