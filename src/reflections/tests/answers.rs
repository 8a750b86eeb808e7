//! Saving answers, correcting them, and the end of their texts.

use super::{asked, date, held, kept, of, rows, send, stored};
use crate::access::RoleKind;
use crate::activities::{self, Entry};
use crate::reflections::set::Scale;
use crate::testing::TestApp;
use crate::vocabulary::Kind;

#[tokio::test]
async fn answers_are_saved_once_corrected_and_kept_as_they_were() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (colleague, other) = app.person(RoleKind::Mentor, "mc-reka").await;
    let set = kept(&app, "ljubljana", &[], date(2026, 10, 1)).await;
    let (agree, text, yes) = (of(&set, Scale::Agree5), of(&set, Scale::Text), of(&set, Scale::YesNo));
    let entry = held(&app, &app.activity("mc-reka", "vecer").await, date(2026, 10, 14)).await;

    // A question left empty is skipped.
    let first = app.ids.random();
    let typed = [(agree, 0, "4"), (text, 0, "Živahno.\r\nPalačinke."), (yes, 0, "")];
    for _ in 0..2 {
        let answer = send(&app, &worker, &entry, first, &typed).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(
            answer.location.unwrap(),
            format!("/units/mreza/mc-reka/entries/{}#reflections", entry.id)
        );
    }
    let mut wanted =
        vec![(agree, 1, true, None, Some(4)), (text, 1, true, Some("Živahno.\nPalačinke.".to_owned()), None)];
    wanted.sort();
    assert_eq!(rows(&app, &entry).await, wanted);

    // Another one corrects, and completes.
    let typed = [(agree, 1, "5"), (text, 1, "Živahno.\nPalačinke."), (yes, 0, "0")];
    let second = app.ids.random();
    assert_eq!(send(&app, &other, &entry, second, &typed).await.status, 303);
    let found = stored::of_entry(&app.db, app.network_id, entry.id).await.unwrap();
    let changed = found.iter().find(|it| it.question_id == agree).unwrap();
    assert_eq!((changed.version, changed.n, changed.by), (2, Some(5), Some(colleague.id)));
    assert_eq!(found.iter().find(|it| it.question_id == text).unwrap().version, 1, "not touched");
    let earlier = stored::earlier(&app.db, app.network_id, entry.id).await.unwrap();
    assert_eq!(earlier.len(), 1);
    assert_eq!((earlier[0].version, earlier[0].n, earlier[0].command), (1, Some(4), first));
    // The first form, come late: it was saved.
    assert_eq!(send(&app, &worker, &entry, first, &[(agree, 0, "4")]).await.status, 303);
    assert_eq!(stored::of_entry(&app.db, app.network_id, entry.id).await.unwrap(), found);

    // Whoever saw an older answer is told, and nothing of the form is saved; once more, and it holds.
    let third = app.ids.random();
    let late = [(agree, 1, "2"), (yes, 1, "1")];
    let answer = send(&app, &worker, &entry, third, &late).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Medtem je nekdo že odgovoril") && answer.body.contains("Zdaj piše: Da"));
    assert!(answer.body.contains(&format!("name=\"v_{agree}\" value=\"2\"")), "{}", answer.body);
    assert_eq!(stored::of_entry(&app.db, app.network_id, entry.id).await.unwrap(), found);
    let once_more = [(agree, 2, "2"), (yes, 1, "1")];
    assert_eq!(send(&app, &worker, &entry, third, &once_more).await.status, 303);
    let stands = rows(&app, &entry).await;
    assert!(
        stands.contains(&(agree, 3, true, None, Some(2))) && stands.contains(&(yes, 2, true, None, Some(1)))
    );

    // Taken back: a text by emptying it, a step by saying so.
    let path = format!("/units/mreza/mc-reka/entries/{}/reflections", entry.id);
    let command = app.ids.random().to_string();
    let fields = [
        ("command", command.as_str()),
        (&*format!("v_{text}"), "1"),
        (&*format!("a_{text}"), "  "),
        (&*format!("v_{agree}"), "3"),
        (&*format!("a_{agree}"), "2"),
        (&*format!("n_{agree}"), "1"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(app.post(&path, &worker, &fields).await.status, 303);
    let stands = rows(&app, &entry).await;
    assert!(
        stands.contains(&(agree, 4, false, None, None)) && stands.contains(&(text, 2, false, None, None))
    );
    assert_eq!(stored::earlier(&app.db, app.network_id, entry.id).await.unwrap().len(), 5);
    assert_eq!(send(&app, &worker, &entry, app.ids.random(), &[(text, 2, "Vendarle.")]).await.status, 303);
    assert!(rows(&app, &entry).await.contains(&(text, 3, true, Some("Vendarle.".into()), None)));
}

#[tokio::test]
async fn what_cannot_be_an_answer_is_told_and_what_was_typed_is_kept() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2026, 10, 1)).await;
    let (agree, text) = (of(&set, Scale::Agree5), of(&set, Scale::Text));
    let activity = app.activity("mc-reka", "vecer").await;
    let entry = held(&app, &activity, date(2026, 10, 14)).await;
    let long = "<i>beseda</i> ".repeat(200);
    let answer = send(&app, &worker, &entry, app.ids.random(), &[(agree, 0, "7"), (text, 0, &long)]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("največ 2.000 znakov") && answer.body.contains("Izberi enega"));
    assert!(answer.body.contains("&#60;i&#62;beseda") && !answer.body.contains("<i>"), "kept, and harmless");
    assert!(rows(&app, &entry).await.is_empty());
    // Questions that are not asked are not answered.
    let before = held(&app, &activity, date(2026, 9, 30)).await;
    assert_eq!(send(&app, &worker, &before, app.ids.random(), &[(agree, 0, "3")]).await.status, 303);
    assert!(rows(&app, &before).await.is_empty());
    // Nor is an entry of another unit.
    let path = format!("/units/mreza/mc-most/entries/{}/reflections", entry.id);
    let (_, other) = app.person(RoleKind::Worker, "mc-most").await;
    assert_eq!(app.get(&path, &other).await.status, 404);
    let command = app.ids.random().to_string();
    assert_eq!(app.post(&path, &other, &[("command", &command)]).await.status, 404);
    assert_eq!(app.post(&path, &other, &[]).await.status, 422, "no command, no answer");
}

#[tokio::test]
async fn nothing_in_words_stands_beside_a_talk_and_answers_stay_whatever_becomes_of_an_entry() {
    let app = TestApp::new().await;
    let (me, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2026, 10, 1)).await;
    let (agree, text) = (of(&set, Scale::Agree5), of(&set, Scale::Text));
    let mut talk = app.activity_like("mc-reka", "pogovor").await;
    talk.kind = Kind::OneToOne;
    let talk = app.keep(talk).await;
    let talked = held(&app, &talk, date(2026, 10, 14)).await;
    let typed = [(agree, 0, "4"), (text, 0, "Ana je povedala")];
    assert_eq!(send(&app, &worker, &talked, app.ids.random(), &typed).await.status, 303);
    assert_eq!(rows(&app, &talked).await, [(agree, 1, true, None, Some(4))]);

    // Moved to a day on which nothing was asked, what was answered stays beside it.
    let activity = app.activity("mc-reka", "vecer").await;
    let entry = held(&app, &activity, date(2026, 10, 14)).await;
    assert_eq!(send(&app, &worker, &entry, app.ids.random(), &[(agree, 0, "4")]).await.status, 303);
    let moved = Entry { local_date: date(2026, 9, 14), ..entry.clone() };
    let command = activities::record::Command {
        id: app.ids.ordered(),
        base_version: Some(1),
        entry: moved,
        author: Some(me.id),
        confirmed: true,
    };
    let unit = app.unit("mc-reka").await;
    activities::record::save(&app, &me, &unit, &activity, vec![command]).await.unwrap();
    assert_eq!(asked(&app, &entry).await, [agree]);
}

#[tokio::test]
async fn two_who_answer_at_once_answer_one_after_the_other() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2026, 10, 1)).await;
    let agree = of(&set, Scale::Agree5);
    let entry = held(&app, &app.activity("mc-reka", "vecer").await, date(2026, 10, 14)).await;
    let (one, two) = ([(agree, 0, "1")], [(agree, 0, "5")]);
    let (first, second) = (app.ids.random(), app.ids.random());
    let (a, b) =
        tokio::join!(send(&app, &worker, &entry, first, &one), send(&app, &mentor, &entry, second, &two));
    let mut answers = [a.status.as_u16(), b.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
    assert_eq!(rows(&app, &entry).await.len(), 1);
}

#[tokio::test]
async fn texts_go_when_their_years_are_over_and_that_there_was_an_answer_stays() {
    let app = TestApp::new().await;
    let (_, worker) = app.person(RoleKind::Worker, "mc-reka").await;
    let set = kept(&app, "mc-reka", &[], date(2022, 1, 1)).await;
    let (agree, text) = (of(&set, Scale::Agree5), of(&set, Scale::Text));
    let activity = app.activity("mc-reka", "vecer").await;
    let mut entries = Vec::new();
    for day in [date(2022, 3, 3), date(2022, 12, 31), date(2023, 1, 1)] {
        let entry = held(&app, &activity, day).await;
        for (version, words) in [(0, "Prvič."), (1, "Drugič.")] {
            let typed = [(agree, version, "3"), (text, version, words)];
            let typed = if version == 0 { &typed[..] } else { &typed[1..] };
            assert_eq!(send(&app, &worker, &entry, app.ids.random(), typed).await.status, 303);
        }
        entries.push(entry);
    }
    // One whose text was taken back still holds what it said before.
    assert_eq!(send(&app, &worker, &entries[0], app.ids.random(), &[(text, 2, "")]).await.status, 303);
    let before = date(2023, 1, 1);
    let count = async || stored::count_texts_before(&app.db, app.network_id, before).await.unwrap();
    assert_eq!(count().await, 2);
    let mut removed = Vec::new();
    for _ in 0..3 {
        let mut tx = app.db.begin().await.unwrap();
        removed.push(stored::remove_texts_before(&mut tx, app.network_id, before, 1).await.unwrap());
        tx.commit().await.unwrap();
    }
    assert_eq!((removed, count().await), (vec![1, 1, 0], 0));
    for entry in &entries[..2] {
        let texts = stored::earlier(&app.db, app.network_id, entry.id).await.unwrap();
        assert!(!texts.is_empty() && texts.iter().all(|it| it.text.is_none()));
        assert!(rows(&app, entry).await.contains(&(agree, 1, true, None, Some(3))));
    }
    assert!(rows(&app, &entries[1]).await.contains(&(text, 2, true, None, None)));
    assert!(rows(&app, &entries[2]).await.contains(&(text, 2, true, Some("Drugič.".into()), None)));
    // The page says so, and the form leaves it as it is.
    let page = app.get(&format!("/units/mreza/mc-reka/entries/{}", entries[1].id), &worker).await.body;
    assert!(page.contains("Besedilo je odstranjeno"), "{page}");
    assert_eq!(send(&app, &worker, &entries[1], app.ids.random(), &[(text, 2, "")]).await.status, 303);
    assert!(rows(&app, &entries[1]).await.contains(&(text, 2, true, None, None)));
}
