//! One evening that would come to count twice, one that was deleted while somebody corrected it, one that was sent again.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::record;
use crate::activities::store::versions;
use crate::testing::Answer;

const FIRST: Uuid = Uuid::from_u128(1);
const SECOND: Uuid = Uuid::from_u128(2);

impl Evening {
    async fn act(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&format!("{UNIT}/entries/{path}"), &self.cookie, fields).await
    }

    /// How often the evening counts.
    async fn counted(&self) -> usize {
        let mut counted = 0;
        for id in [FIRST, SECOND] {
            counted += usize::from(self.stored(id).await.is_some_and(|stored| !stored.entry.deleted));
        }
        counted
    }
}

#[tokio::test]
async fn what_was_recorded_anew_is_asked_about_before_the_deleted_one_counts_again() {
    let evening = Evening::new().await;
    evening.send(FIRST, &[("participant_total", "10")]).await;
    evening.act(&format!("{FIRST}/deletion"), &[]).await;
    assert_eq!(evening.send(SECOND, &[("participant_total", "11")]).await.status, 303);
    let path = format!("{FIRST}/restoration");
    let asked = evening.act(&path, &[]).await.location.unwrap();
    assert_eq!(asked, format!("{UNIT}/entries/{FIRST}?told=doubled"));
    assert_eq!(evening.counted().await, 1, "nothing happened yet");
    let page = evening.app.get(&asked, &evening.cookie).await.body;
    assert!(page.contains("že drug vnos") && page.contains("naj velja tudi ta"), "{page}");
    assert!(page.contains("name=\"confirmed\" value=\"1\""));
    evening.act(&path, &[("confirmed", "1")]).await;
    assert_eq!(evening.counted().await, 2, "they were two");
}

#[tokio::test]
async fn an_earlier_version_that_would_stand_on_anothers_time_is_asked_about() {
    let evening = Evening::new().await;
    evening.send(FIRST, &[]).await;
    let cookie = evening.cookie.clone();
    assert_eq!(evening.correct(&cookie, FIRST, &[("date", "2026-10-08")]).await.status, 303);
    assert_eq!(evening.send(SECOND, &[]).await.status, 303);
    let path = format!("{FIRST}/versions/1/return");
    let asked = evening.act(&path, &[]).await.location.unwrap();
    assert_eq!(evening.stored(FIRST).await.unwrap().entry.local_date.to_string(), "2026-10-08");
    let page = evening.app.get(&asked, &evening.cookie).await.body;
    assert!(page.contains("že drug vnos") && page.contains("name=\"confirmed\" value=\"1\""), "{page}");
    evening.act(&path, &[("confirmed", "1")]).await;
    assert_eq!(evening.stored(FIRST).await.unwrap().entry.local_date.to_string(), "2026-10-15");
}

#[tokio::test]
async fn a_correction_made_before_somebody_deleted_the_entry_waits_and_can_win() {
    for changed in [Some("11"), None] {
        let evening = Evening::new().await;
        evening.send(FIRST, &[("participant_total", "10")]).await;
        let opened = evening.app.get(&format!("{UNIT}/entries/{FIRST}/edit"), &evening.cookie).await.body;
        evening.act(&format!("{FIRST}/deletion"), &[("base", "1")]).await;
        let mut fields = super::settling::typed(&opened);
        fields.retain(|(name, _)| !name.is_empty() && (changed.is_none() || *name != "participant_total"));
        fields.extend(changed.map(|total| ("participant_total", total)));
        let place = evening.act(&format!("{FIRST}/versions"), &fields).await.location.unwrap();
        assert!(place.contains("/proposals/"), "{place}");
        let page = evening.app.get(&place, &evening.cookie).await.body;
        assert!(page.contains("izbrisan"), "that it is deleted is the difference: {page}");
        evening.app.post(&place, &evening.cookie, &[("choice", "take"), ("base", "2")]).await;
        let stored = evening.stored(FIRST).await.unwrap();
        let visits = changed.map_or(10, |total| total.parse().unwrap());
        assert_eq!((stored.entry.deleted, stored.entry.counts.visits()), (false, Some(visits)));
    }
}

#[tokio::test]
async fn a_proposal_that_is_sent_again_is_found_wherever_its_evening_went() {
    for then in ["moved", "deleted", "decided"] {
        let evening = Evening::new().await;
        let (_, colleague) = evening.app.person(RoleKind::Mentor, "mc-reka").await;
        evening.send(FIRST, &[("participant_total", "10")]).await;
        let again = async || {
            let fields = [("participant_total", "12"), ("again", "wait")];
            evening.send_as(&colleague, SECOND, &fields).await
        };
        let place = again().await.location.unwrap();
        assert!(place.contains(&format!("{FIRST}/proposals/2")), "{place}");
        let cookie = evening.cookie.clone();
        match then {
            "moved" => {
                evening.correct(&cookie, FIRST, &[("start", "10:00"), ("end", "11:00")]).await;
            }
            "deleted" => {
                evening.act(&format!("{FIRST}/deletion"), &[]).await;
            }
            _ => {
                let decision =
                    [("choice", "both"), ("base", "1"), ("command", "00000000-0000-0000-0000-000000000007")];
                evening.app.post(&place, &cookie, &decision).await;
                evening.correct(&cookie, FIRST, &[("participant_total", "9")]).await;
            }
        }
        again().await;
        assert!(evening.stored(SECOND).await.is_none(), "{then}: it did not become an entry");
        let db = &evening.app.db;
        let kept = versions::of_entry(db, evening.app.network_id, FIRST).await.unwrap();
        let sent = kept.iter().filter(|kept| kept.body.id == SECOND).count();
        assert_eq!(sent, 1, "{then}: and not a second proposal");
        let other = versions::of_entry(db, evening.app.network_id, Uuid::from_u128(7)).await.unwrap();
        assert_eq!(other.len(), usize::from(then == "decided"));
    }
}

#[tokio::test]
async fn nothing_is_recorded_of_a_unit_from_the_day_it_closes() {
    let evening = Evening::new().await;
    let unit = evening.app.unit("mc-reka").await;
    let mut tx = evening.app.db.begin().await.unwrap();
    let sql = "update unit set closed_on = $3 where network_id = $1 and id = $2";
    let closed: chrono::NaiveDate = "2026-10-08".parse().unwrap();
    tx.run(sql, crate::args![evening.app.network_id, unit.id, closed]).await.unwrap();
    tx.run("update network set units_seq = units_seq + 1", crate::args![]).await.unwrap();
    tx.commit().await.unwrap();
    let refused = evening.send(FIRST, &[("date", "2026-10-08"), ("note", "kaj je bilo")]).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("kaj je bilo") && refused.body.contains("name=\"date\""),
        "{}",
        refused.body
    );
    assert_eq!(evening.counted().await, 0);
    assert_eq!(
        evening.send(FIRST, &[("date", "2026-10-07")]).await.status,
        303,
        "the day before it was open"
    );
}

#[tokio::test]
async fn a_save_goes_by_the_unit_as_it_is_when_it_is_written() {
    let evening = Evening::new().await;
    let app = &evening.app;
    // Looked at before somebody closed it.
    let (seen, (me, _)) = (app.unit("mc-reka").await, app.person(RoleKind::Mentor, "mc-reka").await);
    let (_, above) = app.person(RoleKind::Coordinator, "mreza").await;
    let closed = app.post(&format!("{UNIT}/closure"), &above, &[("closed_from", "2026-10-10")]).await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let save = async |id: Uuid, day: &str| {
        let plain = crate::measures::scene::plain(&evening.activity, id, day.parse().unwrap());
        let command =
            record::Command { id, base_version: None, entry: plain, author: Some(me.id), confirmed: true };
        record::save(app.app(), &me, &seen, &evening.activity, vec![command]).await.unwrap()
    };
    let late = save(FIRST, "2026-10-12").await;
    let record::Outcome::Problems(problems) = late else { panic!("{late:?}") };
    assert_eq!(problems[0].key, "entry-problem-unit-closed");
    assert!(matches!(save(SECOND, "2026-10-08").await, record::Outcome::Saved { version: 1, .. }));
}
