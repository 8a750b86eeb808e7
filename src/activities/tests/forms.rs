//! What the forms make of what was typed.

use chrono::NaiveDate;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::Activity;
use crate::activities::store::activities as store;

#[tokio::test]
async fn other_usual_days_are_no_change_of_the_past() {
    let evening = Evening::new().await;
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "mc-reka").await;
    let change = async |version: &str, day: &str, from: &str| {
        let begin = format!("from_{day}_1");
        let end = format!("to_{day}_1");
        let fields = [
            ("version", version),
            ("name_sl", "Večer"),
            ("name_en", "Evening"),
            ("kind", "open"),
            ("place_kind", "on_site"),
            ("from", "2020-01-01"),
            (&*begin, "18:00"),
            (&*end, "20:00"),
            ("week_from", from),
        ];
        let path = format!("{UNIT}/activities/{}", evening.activity.id);
        let answer = evening.app.post(&path, &mentor, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        store::find(&evening.app.db, evening.app.network_id, evening.activity.id).await.unwrap().unwrap()
    };
    let expected = |activity: &Activity, d: u32| {
        let day = NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
        activity.expected_on(day).iter().map(|usual| usual.start_min).collect::<Vec<_>>()
    };
    // Thursdays until now, Tuesdays from today on: 15 October.
    let activity = change("1", "2", "").await;
    assert_eq!(expected(&activity, 8), [1020], "last Thursday it was on");
    assert_eq!(expected(&activity, 13), [0i64; 0], "last Tuesday it was not");
    assert_eq!((expected(&activity, 15), expected(&activity, 20)), (vec![], vec![1080]));
    let today = evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await.body;
    assert!(
        today.contains("date=2026-10-08&#38;start=1020") || today.contains("date=2026-10-08&amp;start=1020"),
        "{today}"
    );
    assert!(!today.contains("date=2026-10-13"), "{today}");
    // It was so a week longer than first thought; then Fridays.
    let activity = change("2", "2", "2026-10-20").await;
    assert_eq!((expected(&activity, 15), expected(&activity, 20)), (vec![1020], vec![1080]));
    let activity = change("3", "5", "2026-10-26").await;
    assert_eq!((expected(&activity, 23), expected(&activity, 30)), (vec![], vec![1080]));
    assert_eq!((expected(&activity, 20), expected(&activity, 27)), (vec![1080], vec![]));
    assert_eq!(expected(&activity, 8), [1020]);
    // An earlier beginning: what held at first holds from the new beginning on.
    let mut moved = activity.clone();
    moved.begin_on(NaiveDate::from_ymd_opt(2019, 1, 1).unwrap());
    assert_eq!(moved.expected_on(NaiveDate::from_ymd_opt(2019, 1, 3).unwrap()).len(), 1);
}
