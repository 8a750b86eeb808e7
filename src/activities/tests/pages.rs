//! Recording through the pages, as a browser would.

use uuid::Uuid;

use crate::access::RoleKind;
use crate::activities::store::{entries, versions};
use crate::activities::{Activity, Status};
use crate::testing::{Answer, TestApp};
use crate::vocabulary::{Gender, Part};

pub(super) const UNIT: &str = "/units/mreza/mc-reka";

pub(super) struct Evening {
    pub app: TestApp,
    pub cookie: String,
    pub activity: Activity,
}

impl Evening {
    pub async fn new() -> Evening {
        let app = TestApp::new().await;
        let (_, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
        let activity = app.activity("mc-reka", "vecer").await;
        Evening { app, cookie, activity }
    }

    /// Sends the form of this evening with further fields.
    pub async fn send(&self, id: Uuid, fields: &[(&str, &str)]) -> Answer {
        self.send_as(&self.cookie, id, fields).await
    }

    pub async fn send_as(&self, cookie: &str, id: Uuid, fields: &[(&str, &str)]) -> Answer {
        let (id, activity) = (id.to_string(), self.activity.id.to_string());
        let mut all = vec![("id", id.as_str()), ("activity", activity.as_str()), ("date", "2026-10-15")];
        all.extend([("start", "17:00"), ("end", "20:00")]);
        for (name, value) in fields {
            all.retain(|(known, _)| known != name);
            all.push((name, value));
        }
        self.app.post(&format!("{UNIT}/entries"), cookie, &all).await
    }

    pub async fn stored(&self, id: Uuid) -> Option<crate::activities::Stored> {
        entries::find(&self.app.db, self.app.network_id, id).await.unwrap()
    }
}

#[tokio::test]
async fn an_untouched_save_stores_the_hours_and_no_heads() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    let answer = evening.send(id, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/{id}/saved?version=1"));
    let stored = evening.stored(id).await.unwrap();
    assert_eq!(stored.entry.duration_min, 180);
    assert_eq!(stored.entry.counts.visits(), None);
    assert!(!stored.entry.copied_counts);
}

#[tokio::test]
async fn heads_are_kept_by_part_with_two_margins() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    let fields = [
        ("participant_total", "24"),
        ("participant_girl", "13"),
        ("participant_boy", "9"),
        ("participant_age_15-18", "20"),
        ("creator_total", "1"),
        ("created", "half"),
        ("copied", "1"),
        ("note", "Turnir v namiznem tenisu so vodili sami."),
    ];
    assert_eq!(evening.send(id, &fields).await.status, 303);
    let entry = evening.stored(id).await.unwrap().entry;
    let participants = entry.counts.of(Part::Participant).unwrap();
    assert_eq!(participants.total, 24);
    assert_eq!(participants.gender[&Gender::Unknown], 2);
    assert_eq!(participants.age["unknown"], 4);
    assert_eq!((entry.created_min, entry.copied_counts), (90, true));
    let saved = evening.app.get(&format!("{UNIT}/entries/{id}/saved?version=1"), &evening.cookie).await;
    assert_eq!(saved.status, 200);
    assert!(saved.body.contains("25\u{a0}obiskov"), "{}", saved.body);
    assert!(saved.body.contains("50\u{a0}%"), "{}", saved.body);
}

#[tokio::test]
async fn sending_twice_saves_once_and_other_words_under_the_same_id_are_told() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    let first = evening.send(id, &[("participant_total", "5")]).await;
    let again = evening.send(id, &[("participant_total", "5")]).await;
    assert_eq!(first.location, again.location);
    let other = evening.send(id, &[("participant_total", "6")]).await;
    assert_eq!(other.status, 409);
    assert!(other.body.contains("To je že zapisano"), "{}", other.body);
    assert_eq!(evening.stored(id).await.unwrap().entry.counts.visits(), Some(5));
    assert_eq!(versions::of_entry(&evening.app.db, evening.app.network_id, id).await.unwrap().len(), 1);
}

/// A colleague records the same evening: theirs is kept beside the first.
async fn two_on_one_evening() -> (Evening, Uuid, String) {
    let evening = Evening::new().await;
    let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
    evening.send(first, &[("participant_total", "10")]).await;
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    let answer = evening.send_as(&mentor, second, &[("participant_total", "14"), ("note", "druga")]).await;
    let place = answer.location.unwrap();
    assert_eq!(place, format!("{UNIT}/entries/{first}/proposals/2"));
    let again = evening.send_as(&mentor, second, &[("participant_total", "14"), ("note", "druga")]).await;
    assert_eq!(again.location.unwrap(), place, "a retry makes no second proposal");
    assert!(evening.stored(second).await.is_none());
    let page = evening.app.get(&place, &evening.cookie).await;
    assert!(page.body.contains("druga"), "{}", page.body);
    (evening, first, place)
}

#[tokio::test]
async fn of_two_versions_the_first_may_be_kept() {
    let (evening, first, place) = two_on_one_evening().await;
    evening.app.post(&place, &evening.cookie, &[("choice", "keep")]).await;
    assert_eq!(evening.stored(first).await.unwrap().entry.counts.visits(), Some(10));
    let kept = versions::of_entry(&evening.app.db, evening.app.network_id, first).await.unwrap();
    assert_eq!(kept.last().unwrap().state, "set_aside", "nothing is lost");
}

#[tokio::test]
async fn of_two_versions_the_second_may_be_taken() {
    let (evening, first, place) = two_on_one_evening().await;
    evening.app.post(&place, &evening.cookie, &[("choice", "take")]).await;
    let entry = evening.stored(first).await.unwrap().entry;
    assert_eq!((entry.counts.visits(), entry.id), (Some(14), first));
    // Deciding again changes nothing.
    evening.app.post(&place, &evening.cookie, &[("choice", "both")]).await;
    let found = entries::recorded_on(
        &evening.app.db,
        evening.app.network_id,
        entry.unit_id,
        entry.local_date,
        entry.local_date,
    );
    assert_eq!(found.await.unwrap().len(), 1);
}

#[tokio::test]
async fn two_versions_may_be_two_evenings() {
    let (evening, first, place) = two_on_one_evening().await;
    evening
        .app
        .post(&place, &evening.cookie, &[("choice", "both"), ("command", &Uuid::from_u128(9).to_string())])
        .await;
    assert_eq!(evening.stored(first).await.unwrap().entry.counts.visits(), Some(10));
    assert_eq!(evening.stored(Uuid::from_u128(9)).await.unwrap().entry.counts.visits(), Some(14));
}

#[tokio::test]
async fn a_correction_made_on_an_old_version_waits_beside_the_new_one() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("participant_total", "10")]).await;
    let correct = |command: u128, base: &'static str, n: &'static str| {
        let command = Uuid::from_u128(command).to_string();
        let (app, cookie) = (&evening.app, &evening.cookie);
        async move {
            let fields = [
                ("command", command.as_str()),
                ("base", base),
                ("date", "2026-10-15"),
                ("start", "17:00"),
                ("end", "20:00"),
                ("participant_total", n),
            ];
            app.post(&format!("{UNIT}/entries/{id}/versions"), cookie, &fields).await.location.unwrap()
        }
    };
    assert_eq!(correct(11, "1", "11").await, format!("{UNIT}/entries/{id}/saved?version=2"));
    assert_eq!(correct(11, "1", "11").await, format!("{UNIT}/entries/{id}/saved?version=2"), "a retry");
    assert_eq!(correct(12, "1", "12").await, format!("{UNIT}/entries/{id}/proposals/3"));
    assert_eq!(evening.stored(id).await.unwrap().entry.counts.visits(), Some(11));
    evening.app.post(&format!("{UNIT}/entries/{id}/undoing"), &evening.cookie, &[("version", "2")]).await;
    assert_eq!(evening.stored(id).await.unwrap().entry.counts.visits(), Some(10), "undone");
}

#[tokio::test]
async fn deleting_is_undone_by_one_click() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("participant_total", "10")]).await;
    evening.app.post(&format!("{UNIT}/entries/{id}/deletion"), &evening.cookie, &[]).await;
    assert!(evening.stored(id).await.unwrap().entry.deleted);
    evening.app.post(&format!("{UNIT}/entries/{id}/restoration"), &evening.cookie, &[]).await;
    assert!(!evening.stored(id).await.unwrap().entry.deleted);
    evening.app.post(&format!("{UNIT}/entries/{id}/undoing"), &evening.cookie, &[("version", "1")]).await;
    assert!(!evening.stored(id).await.unwrap().entry.deleted, "an old save is not what is undone");
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_the_field_and_nothing_typed_is_lost() {
    let evening = Evening::new().await;
    let long = "a".repeat(1_000_000);
    let cases: [(&[(&str, &str)], &str); 11] = [
        (&[("start", "18:00"), ("end", "16:00")], "Sta uri zamenjani?"),
        (&[("date", "2026-10-16")], "Ta dan še ni prišel."),
        (&[("date", "2019-10-15")], "Ta dan enota ni bila odprta."),
        (&[("date", "jutri")], "Vpiši dan."),
        (&[("start", ""), ("end", ""), ("duration", "2000")], "največ 24 ur"),
        (&[("participant_total", "-3")], "manjše od 0"),
        (&[("participant_total", "99999")], "največ 20.000"),
        (&[("participant_total", "3"), ("participant_girl", "4")], "Po spolu je skupaj 4"),
        (&[("participant_total", "tri")], "To ni število"),
        (&[("created", "other"), ("created_min", "300")], "Mladi niso mogli ustvarja"),
        (&[("note", &long)], "predolg"),
    ];
    for (n, (fields, says)) in cases.into_iter().enumerate() {
        let id = Uuid::from_u128(n as u128 + 1);
        let mut all = vec![("first_visits", "77")];
        all.extend(fields);
        let answer = evening.send(id, &all).await;
        assert_eq!(answer.status, 422, "{says}");
        assert!(answer.body.contains(says), "{says}: {}", &answer.body[..answer.body.len().min(6000)]);
        assert!(answer.body.contains("value=\"77\""), "{says}: what was typed is kept");
        for (_, typed) in fields.iter().filter(|(name, _)| *name == "note") {
            assert!(answer.body.contains(*typed), "the whole note is kept");
        }
        assert!(evening.stored(id).await.is_none(), "{says}: nothing was stored");
    }
}

#[tokio::test]
async fn the_hour_the_clock_skips_is_told() {
    let evening = Evening::new().await;
    let answer = evening
        .send(Uuid::from_u128(1), &[("date", "2026-03-29"), ("start", "02:30"), ("end", "05:00")])
        .await;
    assert!(answer.body.contains("Te ure tisto noč ni bilo"), "{}", answer.body);
}

#[tokio::test]
async fn more_than_ever_is_asked_about_once() {
    let evening = Evening::new().await;
    evening.send(Uuid::from_u128(1), &[("date", "2026-10-08"), ("participant_total", "22")]).await;
    let asked = evening.send(Uuid::from_u128(2), &[("participant_total", "60")]).await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("več kot kdaj koli doslej (največ 22)"), "{}", asked.body);
    let yes = evening.send(Uuid::from_u128(2), &[("participant_total", "60"), ("confirmed", "1")]).await;
    assert_eq!(yes.status, 303);
}

#[tokio::test]
async fn last_time_is_a_hint_until_it_is_taken_over() {
    let evening = Evening::new().await;
    evening.send(Uuid::from_u128(1), &[("date", "2026-10-08"), ("participant_girl", "11")]).await;
    let form = format!("{UNIT}/entries/new?activity={}&date=2026-10-15", evening.activity.id);
    let empty = evening.app.get(&form, &evening.cookie).await;
    assert!(empty.body.contains("data-last=\"11\""), "{}", empty.body);
    assert!(!empty.body.contains("value=\"11\""));
    let filled = evening.app.get(&format!("{form}&last=1"), &evening.cookie).await;
    assert!(filled.body.contains("value=\"11\""));
}

#[tokio::test]
async fn a_cancelled_evening_is_no_activity_held() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("status", "cancelled"), ("date", "2026-10-22")]).await;
    let stored = evening.stored(id).await.unwrap();
    assert_eq!(stored.entry.status, Status::Cancelled);
}

#[tokio::test]
async fn notes_are_for_workers_and_reading_one_is_put_on_record() {
    let evening = Evening::new().await;
    let id = Uuid::from_u128(1);
    evening.send(id, &[("note", "<b>skrivnost</b>")]).await;
    let path = format!("{UNIT}/entries/{id}");
    let worker = evening.app.get(&path, &evening.cookie).await;
    assert!(
        worker.body.contains("&#60;b&#62;skrivnost") || worker.body.contains("&lt;b&gt;skrivnost"),
        "{}",
        worker.body
    );
    let count = || async {
        let read: (i64,) = crate::db::Conn::from(&evening.app.db)
            .one("select count(*) from audit where act = 'read_note'", vec![])
            .await
            .unwrap();
        read.0
    };
    assert_eq!(count().await, 1);
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let seen = evening.app.get(&path, &coordinator).await;
    assert_eq!(seen.status, 200);
    assert!(seen.body.contains("Ta vnos ima zapisek."), "a coordinator sees that there is one");
    assert!(!seen.body.contains("skrivnost"));
    assert_eq!(count().await, 1);
    let (_, viewer) = evening.app.person(RoleKind::Viewer, "ljubljana").await;
    assert_eq!(evening.app.get(&path, &viewer).await.status, 403);
}

#[tokio::test]
async fn an_activity_of_another_unit_is_refused() {
    let evening = Evening::new().await;
    let other = evening.app.activity("mc-most", "drugi").await;
    let answer = evening.send(Uuid::from_u128(1), &[("activity", &other.id.to_string())]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("druge enote"), "{}", answer.body);
}

#[tokio::test]
async fn the_list_is_searched_and_narrowed() {
    let evening = Evening::new().await;
    for (n, date) in ["2026-10-01", "2026-10-08", "2026-10-15"].into_iter().enumerate() {
        evening.send(Uuid::from_u128(n as u128 + 1), &[("date", date), ("participant_total", "3")]).await;
    }
    let count = |query: &'static str| {
        let (app, cookie) = (&evening.app, &evening.cookie);
        async move {
            app.get(&format!("{UNIT}/entries?{query}"), cookie).await.body.matches("class=\"item\"").count()
        }
    };
    assert_eq!(count("").await, 3);
    assert_eq!(count("from=2026-10-08").await, 2);
    assert_eq!(count("to=2026-10-07").await, 1);
    assert_eq!(count("q=VECER").await, 3);
    assert_eq!(count("q=nogomet").await, 0);
    assert_eq!(count("kind=group").await, 0);
    assert_eq!(count("mine=1").await, 3);
    let today = evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await;
    assert!(today.body.contains("zapisano"), "{}", today.body);
}
