//! Single rows: what they may not tell or change, and what is told of them at once.

use super::taking::{march, scene};
use super::*;
use crate::access::RoleKind;
use crate::activities;

/// What colleagues spent is seen and changed by those who lead them, and by whoever recorded it; a file is no way round that.
#[tokio::test]
async fn a_worker_is_not_told_what_colleagues_spent_and_does_not_change_it() {
    let (app, unit, mentor) = scene().await;
    let (worker, _) = app.person(RoleKind::Worker, "mc-reka").await;
    let theirs = "Datum;Dejavnost;Ure;Osebje;Ure osebja;Prostovoljci\n1. 3. 2024;Klub;3;2;6;1\n";
    let own = "Datum;Dejavnost;Ure;Osebje;Ure osebja;Prostovoljci\n8. 3. 2024;Klub;3;3;9;1\n";
    let take = async |me: &Me, file: &str, ask: &Ask| {
        taken(&app, Some(me), &unit, app.ids.ordered(), file.as_bytes(), ask).await
    };
    assert_eq!(take(&mentor, theirs, &Ask::default()).await, Ok((1, 0)));
    assert_eq!(take(&worker, own, &Ask::default()).await, Ok((1, 0)), "of one's own evening it is told");
    let guess = |file: &str| file.replace(";3;2;6;1", ";3;4;5;6").replace(";3;3;9;1", ";3;4;5;6");
    for (file, differ, kept) in [(theirs, 0, 1), (own, 1, 0)] {
        let file = guess(file);
        let sheets = sheets(file.as_bytes());
        let source = File { name: "f", bytes: file.as_bytes(), sheets: &sheets };
        let looked = look(app.app(), Some(&worker), &unit, &source, &update()).await.unwrap().unwrap();
        assert_eq!((plan(&looked).revised.len(), plan(&looked).staff_kept), (differ, kept), "{file}");
    }
    assert_eq!(take(&worker, &guess(theirs), &update()).await, Ok((0, 0)));
    assert_eq!(take(&worker, &guess(own), &update()).await, Ok((0, 1)));
    let staff =
        |it: &activities::Stored| (it.entry.staff_count, it.entry.staff_min, it.entry.volunteer_count);
    let all = march(&app, &unit).await;
    assert_eq!(
        all.iter().map(staff).collect::<Vec<_>>(),
        [(Some(2), Some(360), Some(1)), (Some(4), Some(300), Some(6))]
    );
    assert_eq!(take(&mentor, &guess(theirs), &update()).await, Ok((0, 1)), "a mentor may");
}

#[tokio::test]
async fn what_is_wrong_with_rows_of_unknown_activities_is_told_at_once_with_what_they_come_to() {
    let (app, unit, me) = scene().await;
    let file = "Datum;Dejavnost;Ure;Fantje\n1. 3. 2024;Kvačkanje;2;5\n2. 3. 2024;Kvačkanje;;5\n\
        3. 3. 2024;Kvačkanje;2;-1\n1. 3. 2045;Klub;2;1\n4. 3. 2024;Klub;2;7\n";
    planned(&app, &unit, file.as_bytes(), &Ask::default(), |looked| {
        let keys: Vec<_> = told(looked).problems.into_iter().map(|(row, _, key)| (row, key)).collect();
        assert_eq!(
            keys,
            [
                (Some(2), "import-activity-unknown"),
                (Some(3), "import-length-missing"),
                (Some(4), "entry-problem-negative"),
                (Some(5), "entry-problem-future")
            ]
        );
        let plan = plan(looked);
        assert_eq!((plan.total().held, plan.total().visits), (2, 12));
        assert!(plan.made.is_empty() && plan.earlier.is_empty(), "nothing is made that nobody asked for");
    })
    .await;
    assert!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default()).await.is_err()
    );
    assert_eq!(figures(&app, &unit, 2024).await, [0; 4]);
}
