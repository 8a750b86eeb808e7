//! Nothing changes in a period that is closed, whichever way it is tried.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::{Me, RoleKind};
use crate::activities::store::{entries, versions};
use crate::periods::{self, Whole};
use crate::testing::Answer;

const ID: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);
const SEPTEMBER: Whole = Whole::Month(2026, 9);
/// A Thursday of it.
const DAY: (&str, &str) = ("date", "2026-09-10");

/// An evening in September, which may be closed by `mentor` and reopened by `coordinator`.
struct Autumn {
    evening: Evening,
    mentor: Me,
    coordinator: Me,
}

impl Autumn {
    async fn new() -> Autumn {
        let evening = Evening::new().await;
        let (mentor, _) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
        let (coordinator, _) = evening.app.person(RoleKind::Coordinator, "mreza").await;
        assert_eq!(evening.send(ID, &[DAY, ("participant_total", "10")]).await.status, 303);
        Autumn { evening, mentor, coordinator }
    }

    /// Of the unit above: that closes what is below.
    async fn close(&self, n: u128) {
        let unit = self.evening.app.unit("ljubljana").await;
        periods::close(&self.evening.app, &self.mentor, &unit, SEPTEMBER, Uuid::from_u128(n))
            .await
            .unwrap()
            .unwrap();
    }

    async fn reopen(&self, n: u128) {
        let unit = self.evening.app.unit("ljubljana").await;
        let id = Uuid::from_u128(n);
        periods::reopen(&self.evening.app, &self.coordinator, &unit, id, "Pozabljeno")
            .await
            .unwrap()
            .unwrap();
    }

    async fn changes(&self) -> Vec<periods::Change> {
        let app = &self.evening.app;
        periods::changes(&app.db, app.network_id, app.unit("ljubljana").await.id, SEPTEMBER).await.unwrap()
    }

    async fn correct(&self, id: Uuid, fields: &[(&str, &str)]) -> Answer {
        self.evening.correct(&self.evening.cookie, id, fields).await
    }

    /// Posts to an address of the entry, as whoever recorded it, and follows where that leads.
    async fn act(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (app, cookie) = (&self.evening.app, &self.evening.cookie);
        let answer = app.post(&format!("{UNIT}/entries/{path}"), cookie, fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        app.get(&answer.location.unwrap(), cookie).await
    }

    async fn kept(&self, id: Uuid) -> usize {
        versions::of_entry(&self.evening.app.db, self.evening.app.network_id, id).await.unwrap().len()
    }
}

/// Refused in words beside the day, with what was typed.
fn refused(answer: &Answer, typed: &str) {
    assert_eq!(answer.status, 422, "{}", answer.body);
    let told =
        answer.body.split("id=\"e-date\">").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or("");
    for word in ["september 2026", "Enota ljubljana", "15.\u{a0}10.\u{a0}2026", "Koordinatorji"] {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert!(answer.body.contains(typed), "{typed} is still there");
}

fn untouched(answer: &Answer) {
    assert!(answer.body.contains("Nič se ni spremenilo"), "{}", answer.body);
}

#[tokio::test]
async fn nothing_new_and_no_correction() {
    let autumn = Autumn::new().await;
    autumn.close(7).await;
    refused(
        &autumn.evening.send(OTHER, &[("date", "2026-09-03"), ("participant_total", "17")]).await,
        "value=\"17\"",
    );
    assert!(autumn.evening.stored(OTHER).await.is_none());
    refused(&autumn.correct(ID, &[("participant_total", "18")]).await, "value=\"18\"");
    assert_eq!(autumn.kept(ID).await, 1);
    // The month says so before anybody types.
    let (app, cookie) = (&autumn.evening.app, &autumn.evening.cookie);
    for (month, closed) in [("2026-09", true), ("2026-10", false)] {
        let page = app.get(&format!("{UNIT}/month?month={month}"), cookie).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.body.contains("Vnosi v njem se ne spreminjajo več"), closed, "{month}");
    }
    // As it stands, it may be saved: nothing changes.
    assert_eq!(autumn.correct(ID, &[]).await.status, 303);
    // The day before and the day after are open.
    for (n, day) in [(3, "2026-08-31"), (4, "2026-10-01")] {
        assert_eq!(autumn.evening.send(Uuid::from_u128(n), &[("date", day)]).await.status, 303, "{day}");
    }
}

#[tokio::test]
async fn nothing_moves_into_it_or_out_of_it() {
    let autumn = Autumn::new().await;
    assert_eq!(autumn.evening.send(OTHER, &[("date", "2026-10-08")]).await.status, 303);
    autumn.close(7).await;
    refused(&autumn.correct(ID, &[("date", "2026-10-01")]).await, "2026-10-01");
    refused(&autumn.correct(OTHER, &[("date", "2026-09-17")]).await, "2026-09-17");
    assert_eq!((autumn.kept(ID).await, autumn.kept(OTHER).await), (1, 1));
}

#[tokio::test]
async fn a_series_that_reaches_into_it_is_not_written_at_all() {
    let autumn = Autumn::new().await;
    autumn.close(7).await;
    refused(
        &autumn.evening.send(OTHER, &[("date", "2026-09-29"), ("last_day", "2026-10-02")]).await,
        "2026-10-02",
    );
    let app = &autumn.evening.app;
    assert!(entries::of_series(&app.db, app.network_id, OTHER).await.unwrap().is_empty());
}

#[tokio::test]
async fn nothing_is_deleted_restored_undone_or_brought_back() {
    let autumn = Autumn::new().await;
    autumn.correct(ID, &[("participant_total", "11")]).await;
    assert_eq!(autumn.evening.send(OTHER, &[("date", "2026-09-17")]).await.status, 303);
    autumn.act(&format!("{OTHER}/deletion"), &[]).await;
    autumn.close(7).await;
    untouched(&autumn.act(&format!("{ID}/deletion"), &[]).await);
    untouched(&autumn.act(&format!("{ID}/undoing"), &[("version", "2")]).await);
    untouched(&autumn.act(&format!("{ID}/versions/1/return"), &[("base", "2")]).await);
    untouched(&autumn.act(&format!("{OTHER}/restoration"), &[]).await);
    let (first, second) =
        (autumn.evening.stored(ID).await.unwrap(), autumn.evening.stored(OTHER).await.unwrap());
    assert_eq!((first.version, first.entry.deleted, first.entry.counts.visits()), (2, false, Some(11)));
    assert_eq!((second.version, second.entry.deleted), (2, true));
}

#[tokio::test]
async fn a_version_from_another_month_is_not_brought_back_into_it() {
    let autumn = Autumn::new().await;
    autumn.correct(ID, &[("date", "2026-10-08")]).await;
    autumn.close(7).await;
    untouched(&autumn.act(&format!("{ID}/versions/1/return"), &[("base", "2")]).await);
    assert_eq!(autumn.evening.stored(ID).await.unwrap().version, 2);
}

#[tokio::test]
async fn a_series_is_taken_back_whole_or_not_at_all() {
    let autumn = Autumn::new().await;
    assert_eq!(
        autumn.evening.send(OTHER, &[("date", "2026-09-30"), ("last_day", "2026-10-01")]).await.status,
        303
    );
    autumn.close(7).await;
    let app = &autumn.evening.app;
    let days = entries::of_series(&app.db, app.network_id, OTHER).await.unwrap();
    // From its second day, which is open: its first one is not.
    untouched(&autumn.act(&format!("{}/undoing", days[1].entry.id), &[("version", "1")]).await);
    assert_eq!(entries::of_series(&app.db, app.network_id, OTHER).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_colleagues_evening_is_refused_and_no_proposal_is_taken() {
    let autumn = Autumn::new().await;
    let app = &autumn.evening.app;
    let (_, colleague) = app.person(RoleKind::Worker, "ljubljana").await;
    let fields = [DAY, ("participant_total", "14")];
    let place = autumn.evening.send_as(&colleague, OTHER, &fields).await.location.unwrap();
    autumn.close(7).await;

    // Sent again, it is still what it was; a new one finds a closed door.
    assert_eq!(autumn.evening.send_as(&colleague, OTHER, &fields).await.location.as_ref(), Some(&place));
    refused(&autumn.evening.send_as(&colleague, Uuid::from_u128(3), &fields).await, "value=\"14\"");
    let older = [("base", "7"), ("participant_total", "15")];
    refused(&autumn.correct(ID, &older).await, "value=\"15\"");
    assert_eq!(autumn.kept(ID).await, 2);

    let proposal = place.strip_prefix(&format!("{UNIT}/entries/")).unwrap();
    for choice in ["take", "both"] {
        untouched(&autumn.act(proposal, &[("choice", choice), ("base", "1")]).await);
    }
    let states = |all: Vec<versions::Version>| all.into_iter().map(|kept| kept.state).collect::<Vec<_>>();
    let all = versions::of_entry(&app.db, app.network_id, ID).await.unwrap();
    assert_eq!(states(all), ["current", "proposed"], "it still waits");
    // Keeping what stands changes nothing, and clears the table.
    autumn.act(proposal, &[("choice", "keep"), ("base", "1")]).await;
    let all = versions::of_entry(&app.db, app.network_id, ID).await.unwrap();
    assert_eq!(states(all), ["current", "set_aside"]);
}

#[tokio::test]
async fn what_was_sent_before_the_closing_is_still_answered() {
    let autumn = Autumn::new().await;
    let fields = [("participant_total", "12"), ("command", "00000000-0000-0000-0000-000000000009")];
    let page = autumn.correct(ID, &fields).await;
    autumn.close(7).await;
    let new = autumn.evening.send(ID, &[DAY, ("participant_total", "10")]).await;
    assert_eq!(new.location.unwrap(), format!("{UNIT}/entries/{ID}/saved?version=1"));
    assert_eq!(autumn.correct(ID, &[("base", "1"), fields[0], fields[1]]).await.location, page.location);
}

#[tokio::test]
async fn bulk_writing_stops_at_it() {
    let autumn = Autumn::new().await;
    autumn.close(7).await;
    let app = &autumn.evening.app;
    let stored = autumn.evening.stored(ID).await.unwrap();
    let new = crate::activities::Entry { id: OTHER, ..stored.entry };
    let mut tx = app.db.begin().await.unwrap();
    let bulk = crate::activities::record::Bulk { by: None, at: app.clock.now(), entries: vec![new] };
    let written = crate::activities::record::write_all(&mut tx, app.network_id, &[bulk]).await;
    assert!(written.is_err());
    tx.commit().await.unwrap();
    assert!(autumn.evening.stored(OTHER).await.is_none());
}

#[tokio::test]
async fn after_a_reopening_it_may_change_and_every_change_is_told() {
    let autumn = Autumn::new().await;
    assert_eq!(autumn.evening.send(OTHER, &[("date", "2026-09-17")]).await.status, 303);
    autumn.close(7).await;
    autumn.reopen(7).await;
    assert_eq!(autumn.correct(ID, &[("participant_total", "12")]).await.status, 303);
    // Out of it, and something new in it; what is elsewhere is not told.
    assert_eq!(autumn.correct(OTHER, &[("date", "2026-10-08")]).await.status, 303);
    let (new, elsewhere) = (Uuid::from_u128(3), Uuid::from_u128(4));
    assert_eq!(autumn.evening.send(new, &[("date", "2026-09-24")]).await.status, 303);
    assert_eq!(autumn.evening.send(elsewhere, &[("date", "2026-10-01")]).await.status, 303);
    let told = |changes: Vec<periods::Change>| {
        let mut told: Vec<_> = changes.iter().map(|it| (it.entry_id, it.version)).collect();
        told.sort_unstable();
        told
    };
    let expected = [(ID, 2), (OTHER, 2), (new, 1)];
    assert_eq!(told(autumn.changes().await), expected);
    assert!(autumn.changes().await.iter().all(|it| it.by_name.as_deref() == Some("worker mc-reka")));

    // Closed again, they stay told; reopened once more, what comes then is told of that.
    autumn.close(8).await;
    assert_eq!(autumn.correct(ID, &[("participant_total", "13")]).await.status, 422);
    assert_eq!(told(autumn.changes().await), expected);
    autumn.reopen(8).await;
    assert_eq!(autumn.correct(ID, &[("participant_total", "13")]).await.status, 303);
    let changes = autumn.changes().await;
    let of_second: Vec<_> = changes.iter().filter(|it| it.lock_id == Uuid::from_u128(8)).collect();
    assert_eq!((changes.len(), of_second.len(), of_second[0].version), (4, 1, 3));
}

/// Whoever closes and whoever saves meet at the network's row: an entry is in before the closing, or it is refused.
#[tokio::test]
async fn of_closing_and_saving_at_once_one_comes_first() {
    let autumn = Autumn::new().await;
    let ids: Vec<Uuid> = (100..124).map(Uuid::from_u128).collect();
    // None on the evening that stands: sent again, that one is asked about and not written.
    let days = (1..=25).map(|day| format!("2026-09-{day:02}"));
    let days: Vec<String> = days.filter(|day| day != DAY.1).collect();
    let save = async |n: usize| autumn.evening.send(ids[n], &[("date", &days[n])]).await.status.as_u16();
    let close = async {
        autumn.close(7).await;
        0
    };
    let (first, _, last) = tokio::join!(
        futures_util::future::join_all((0..12).map(save)),
        close,
        futures_util::future::join_all((12..24).map(save)),
    );
    let unit = autumn.evening.app.unit("ljubljana").await;
    let app = &autumn.evening.app;
    let lock = periods::of_unit(&app.db, app.network_id, unit.id, SEPTEMBER).await.unwrap().remove(0);
    for (id, status) in ids.iter().zip(first.into_iter().chain(last)) {
        match autumn.evening.stored(*id).await {
            Some(stored) => assert!(status == 303 && stored.change_seq <= lock.closed_seq, "{id} came after"),
            None => assert_eq!(status, 422, "{id}"),
        }
    }
    refused(&autumn.evening.send(OTHER, &[("date", "2026-09-30")]).await, "2026-09-30");
}

#[tokio::test]
async fn a_closing_waits_for_whoever_is_saving() {
    let autumn = Autumn::new().await;
    let app = &autumn.evening.app;
    let first = autumn.evening.stored(ID).await.unwrap().entry;
    let mut tx = app.db.begin().await.unwrap();
    let new = crate::activities::Entry { id: OTHER, ..first };
    let bulk = crate::activities::record::Bulk { by: None, at: app.clock.now(), entries: vec![new] };
    crate::activities::record::write_all(&mut tx, app.network_id, &[bulk]).await.unwrap();
    let mut closing = std::pin::pin!(autumn.close(7));
    let soon = std::time::Duration::from_millis(300);
    assert!(tokio::time::timeout(soon, &mut closing).await.is_err(), "it waits");
    // Both at once: whoever commits while another stands in line may be told together with it.
    let (saving, ()) = tokio::join!(tx.commit(), &mut closing);
    saving.unwrap();
    let unit = app.unit("ljubljana").await;
    let lock = periods::of_unit(&app.db, app.network_id, unit.id, SEPTEMBER).await.unwrap().remove(0);
    let saved = autumn.evening.stored(OTHER).await.unwrap();
    assert!(saved.change_seq <= lock.closed_seq, "what was being saved is in it");
}
