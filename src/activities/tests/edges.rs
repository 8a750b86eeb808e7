//! Series, colleagues, evenings that overlap, and what nobody expects.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::store::list::list;
use crate::activities::store::{entries, versions};
use crate::activities::{Activity, Filter};

#[tokio::test]
async fn a_camp_is_a_series_of_days_made_in_one_step_and_once() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    let fields = [("date", "2026-10-01"), ("last_day", "2026-10-04"), ("participant_total", "12")];
    for _ in 0..2 {
        assert_eq!(evening.send(id, &fields).await.status, 303);
    }
    let unit = evening.app.unit("mc-reka").await;
    let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
    let found = entries::recorded_on(&evening.app.db, evening.app.network_id, unit.id, day(1), day(31))
        .await
        .unwrap();
    let days: Vec<_> = found.iter().map(|stored| stored.entry.local_date).collect();
    assert_eq!(days, [day(1), day(2), day(3), day(4)]);
    assert!(found.iter().all(|stored| stored.entry.series_id == Some(id)));
    let wrong = evening.send(Uuid::from_u128(2), &[("date", "2026-10-12"), ("last_day", "2026-10-11")]).await;
    assert!(wrong.body.contains("Zadnji dan je lahko"), "{}", wrong.body);
    // One day that cannot be, and none is saved.
    let ahead = evening.send(Uuid::from_u128(3), &[("date", "2026-10-14"), ("last_day", "2026-10-16")]).await;
    assert!(ahead.body.contains("Ta dan še ni prišel"), "{}", ahead.body);
    assert!(evening.stored(Uuid::from_u128(3)).await.is_none());
}

#[tokio::test]
async fn a_day_the_activity_did_not_run_is_told_with_the_days_it_did() {
    let evening = Evening::new().await;
    let like = evening.app.activity_like("mc-reka", "tecaj").await;
    let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
    let course = Activity { from_on: day(5), until_on: Some(day(9)), ..like };
    let course = evening.app.keep(course).await.id.to_string();
    for (date, told) in [("2026-10-04", "poteka od 5. 10. 2026"), ("2026-10-09", "končala 8. 10. 2026")] {
        let refused = evening.send(Uuid::from_u128(1), &[("activity", &*course), ("date", date)]).await;
        let body = refused.body.replace('\u{a0}', " ");
        assert!(refused.status == 422 && body.contains(told), "{body}");
    }
    for date in ["2026-10-05", "2026-10-08"] {
        let id = Uuid::from_u128(date.len() as u128 + u128::from(date.ends_with('8')));
        assert_eq!(evening.send(id, &[("activity", &*course), ("date", date)]).await.status, 303, "{date}");
    }
}

#[tokio::test]
async fn an_entry_may_be_made_for_a_colleague_who_records_there() {
    let evening = Evening::new().await;
    let (colleague, theirs) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    let (stranger, _) = evening.app.person(RoleKind::Worker, "mc-sava").await;
    evening.send(Uuid::from_u128(1), &[("author", &colleague.id.to_string())]).await;
    assert_eq!(evening.stored(Uuid::from_u128(1)).await.unwrap().made_by, Some(colleague.id));
    let mine = evening.app.get(&format!("{UNIT}/entries?mine=1"), &theirs).await;
    assert_eq!(mine.body.matches("class=\"item\"").count(), 1);
    let other = [("date", "2026-10-08"), ("author", &*stranger.id.to_string())];
    evening.send(Uuid::from_u128(2), &other).await;
    assert_ne!(evening.stored(Uuid::from_u128(2)).await.unwrap().made_by, Some(stranger.id));
    let kept = versions::of_entry(&evening.app.db, evening.app.network_id, Uuid::from_u128(1)).await.unwrap();
    assert_eq!(kept[0].by_name.as_deref(), Some("worker mc-reka"), "who wrote it is kept as well");
}

#[tokio::test]
async fn hours_that_overlap_are_the_same_evening_and_others_are_not() {
    let evening = Evening::new().await;
    evening.send(Uuid::from_u128(1), &[]).await;
    let near = evening.send(Uuid::from_u128(2), &[("start", "16:55"), ("end", "20:05")]).await;
    assert_eq!(near.status, 409, "17:00 and 16:55 are one evening");
    let later = evening.send(Uuid::from_u128(3), &[("start", "20:00"), ("end", "22:00")]).await;
    assert!(later.location.unwrap().contains("/saved"), "what begins when the other ends is another");
}

#[tokio::test]
async fn a_deletion_made_on_an_old_version_waits_for_a_decision() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("participant_total", "10")]).await;
    let fields = [
        ("base", "1"),
        ("date", "2026-10-15"),
        ("start", "17:00"),
        ("end", "20:00"),
        ("participant_total", "11"),
    ];
    evening.app.post(&format!("{UNIT}/entries/{id}/versions"), &evening.cookie, &fields).await;
    let answer =
        evening.app.post(&format!("{UNIT}/entries/{id}/deletion"), &evening.cookie, &[("base", "1")]).await;
    let place = answer.location.unwrap();
    assert!(place.contains("/proposals/"), "{place}");
    assert!(!evening.stored(id).await.unwrap().entry.deleted);
    let page = evening.app.get(&place, &evening.cookie).await;
    assert!(page.body.contains("izbrisan"), "{}", page.body);
    evening.app.post(&place, &evening.cookie, &[("choice", "take")]).await;
    assert!(evening.stored(id).await.unwrap().entry.deleted, "what was taken is the deletion");
}

#[tokio::test]
async fn every_page_that_shows_a_note_puts_it_on_record() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("note", "skrivnost")]).await;
    let read = || async {
        let read: (i64,) = crate::db::Conn::from(&evening.app.db)
            .one("select count(*) from audit where act = 'read_note'", vec![])
            .await
            .unwrap();
        read.0
    };
    let proposal =
        evening.send(Uuid::from_u128(2), &[("note", "druga"), ("again", "wait")]).await.location.unwrap();
    let before = read().await;
    for (n, path) in
        [format!("{UNIT}/entries/{id}"), format!("{UNIT}/entries/{id}/edit"), proposal].iter().enumerate()
    {
        let page = evening.app.get(path, &evening.cookie).await;
        assert!(page.body.contains("skrivnost"), "{path}");
        assert_eq!(read().await, before + i64::try_from(n).unwrap() + 1, "{path}");
    }
}

#[tokio::test]
async fn a_note_that_only_the_proposal_has_is_put_on_record_as_well() {
    let evening = Evening::new().await;
    evening.send(Uuid::from_u128(1), &[]).await;
    let proposal =
        evening.send(Uuid::from_u128(2), &[("note", "skrivnost"), ("again", "wait")]).await.location.unwrap();
    let page = evening.app.get(&proposal, &evening.cookie).await;
    assert!(page.body.contains("skrivnost"), "{}", page.body);
    let sql = "select object from audit where act = 'read_note'";
    let read: Vec<(String,)> = crate::db::Conn::from(&evening.app.db).all(sql, vec![]).await.unwrap();
    assert_eq!(read, [(format!("entry {}", Uuid::from_u128(1)),)]);
}

#[tokio::test]
async fn an_entry_made_for_a_colleague_names_both() {
    let evening = Evening::new().await;
    let (colleague, _) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    evening.send(Uuid::from_u128(1), &[("author", &colleague.id.to_string())]).await;
    let page = evening.app.get(&format!("{UNIT}/entries/{}", Uuid::from_u128(1)), &evening.cookie).await;
    assert!(page.body.contains("worker mc-reka za mentor ljubljana"), "{}", page.body);
    assert!(
        page.body.contains("<th scope=\"row\">Čigav je vnos</th><td>mentor ljubljana</td>"),
        "{}",
        page.body
    );
    evening.send(Uuid::from_u128(2), &[("date", "2026-10-08")]).await;
    let page = evening.app.get(&format!("{UNIT}/entries/{}", Uuid::from_u128(2)), &evening.cookie).await;
    assert!(!page.body.contains("Čigav je vnos"), "one's own needs no word");
}

#[tokio::test]
async fn a_version_that_was_set_aside_can_be_read_and_brought_back() {
    let evening = Evening::new().await;
    let first = Uuid::from_u128(1);
    evening.send(first, &[("participant_total", "10")]).await;
    let other = [("participant_total", "14"), ("note", "druga"), ("again", "wait")];
    let place = evening.send(Uuid::from_u128(2), &other).await.location.unwrap();
    let (entry, path) = (format!("{UNIT}/entries/{first}"), format!("{UNIT}/entries/{first}/versions/2"));
    let page = evening.app.get(&entry, &evening.cookie).await;
    assert!(page.body.contains(&format!("<th scope=\"row\"><a href=\"{place}\">")), "{}", page.body);
    let early = evening.app.post(&format!("{path}/return"), &evening.cookie, &[]).await;
    assert!(early.status == 422 && early.body.contains("se je treba še odločiti"), "{}", early.body);

    evening.app.post(&place, &evening.cookie, &[("choice", "keep")]).await;
    let page = evening.app.get(&entry, &evening.cookie).await;
    assert!(page.body.contains(&format!("<a href=\"{path}\">Odloženo</a>")), "{}", page.body);
    let page = evening.app.get(&path, &evening.cookie).await;
    for word in ["Odložena različica", "druga", "Naj spet velja"] {
        assert!(page.body.contains(word), "{word}: {}", page.body);
    }
    let back = evening.app.post(&format!("{path}/return"), &evening.cookie, &[("base", "1")]).await;
    assert_eq!(back.location, Some(format!("{entry}?told=returned")));
    let stored = evening.stored(first).await.unwrap();
    assert_eq!((stored.entry.id, stored.entry.counts.visits()), (first, Some(14)));
    assert_eq!(stored.entry.note.as_deref(), Some("druga"));
    assert!(evening.stored(Uuid::from_u128(2)).await.is_none());
}

#[tokio::test]
async fn numbers_beyond_all_reckoning_are_told_and_not_reckoned_with() {
    let evening = Evening::new().await;
    let (huge, tiny) = ("9223372036854775807", "-9223372036854775808");
    for number in [huge, tiny, "-1000000001"] {
        for field in ["participant_total", "staff_count", "duration", "first_visits", "volunteer_count"] {
            let answer =
                evening.send(Uuid::from_u128(1), &[(field, number), ("start", ""), ("end", "")]).await;
            assert_eq!(answer.status, 422, "{field}: {number}");
        }
        let answer = evening.send(Uuid::from_u128(1), &[("created", "other"), ("created_min", number)]).await;
        assert_eq!(answer.status, 422, "created: {number}");
    }
    let clock = format!("{huge}:00");
    assert_eq!(evening.send(Uuid::from_u128(1), &[("start", &clock)]).await.status, 422);
}

#[tokio::test]
async fn many_activities_do_not_break_the_search() {
    let evening = Evening::new().await;
    let filter = Filter { activities: Some((0..3000).map(Uuid::from_u128).collect()), ..Filter::default() };
    let unit = evening.app.unit("mreza").await;
    let (app, today) = (&evening.app, evening.app.today());
    let found = list(&app.db, app.network_id, &unit.path, today, &filter, (0, 10)).await.unwrap();
    assert!(found.is_empty());
}
