//! What happens to an entry after it was first written: taken back, corrected by others, decided about.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::store::{entries, versions};
use crate::activities::{Activity, Status};
use crate::testing::Answer;
use crate::vocabulary::{self, Kind, Vocabulary};

const ID: Uuid = Uuid::from_u128(1);

impl Evening {
    /// Sends the form of a correction with what it was opened with, and other values in some fields.
    pub async fn correct(&self, cookie: &str, id: Uuid, fields: &[(&str, &str)]) -> Answer {
        let page = self.app.get(&format!("{UNIT}/entries/{id}/edit"), cookie).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let mut all: Vec<(&str, &str)> =
            typed(&page.body).into_iter().filter(|(name, _)| !name.is_empty()).collect();
        all.retain(|(known, _)| fields.iter().all(|(name, _)| name != known));
        all.extend(fields);
        self.app.post(&format!("{UNIT}/entries/{id}/versions"), cookie, &all).await
    }
}

/// What a form would send as it stands: (name, value).
pub(super) fn typed(html: &str) -> Vec<(&str, &str)> {
    let attribute = |tag: &'_ str, name: &str| -> Option<(usize, usize)> {
        let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        Some((at, at + tag[at..].find('"')?))
    };
    let mut sent = Vec::new();
    for tag in html.split("<input ").skip(1) {
        // With the blank that the split took.
        let tag = &html[tag.as_ptr() as usize - html.as_ptr() as usize - 1..];
        let tag = &tag[..tag.find('>').unwrap()];
        let ticked = !(tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\""))
            || tag.contains(" checked");
        if let (true, Some(name)) = (ticked, attribute(tag, "name")) {
            let value = attribute(tag, "value").map_or("", |(from, to)| &tag[from..to]);
            sent.push((&tag[name.0..name.1], value));
        }
    }
    for select in html.split("<select ").skip(1) {
        let name = select.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let select = &select[..select.find("</select>").unwrap()];
        let chosen = select.split("<option ").find(|option| option.contains(" selected"));
        sent.push((name, chosen.map_or("", |option| option.split('"').nth(1).unwrap())));
    }
    if let Some(note) = html.split("<textarea ").nth(1) {
        let text = note.split_once('>').unwrap().1;
        sent.push(("note", &text[..text.find("</textarea>").unwrap()]));
    }
    sent
}

#[tokio::test]
async fn saving_a_correction_as_it_was_opened_makes_no_version() {
    let evening = Evening::new().await;
    let fields =
        [("participant_total", "12"), ("participant_girl", "5"), ("note", "Turnir."), ("staff_count", "2")];
    evening.send(ID, &fields).await;
    assert_eq!(evening.correct(&evening.cookie, ID, &[]).await.status, 303);
    assert_eq!(evening.stored(ID).await.unwrap().version, 1);
    evening.correct(&evening.cookie, ID, &[("participant_total", "13")]).await;
    let stored = evening.stored(ID).await.unwrap();
    assert_eq!((stored.version, stored.entry.counts.visits()), (2, Some(13)));
}

#[tokio::test]
async fn what_colleagues_spent_is_shown_to_whoever_wrote_it_or_leads_them() {
    let evening = Evening::new().await;
    evening.send(ID, &[("staff_count", "2"), ("prep_hours", "1,5")]).await;
    let (_, colleague) = evening.app.person(RoleKind::Worker, "ljubljana").await;
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    for (who, sees) in [(&evening.cookie, true), (&colleague, false), (&mentor, true)] {
        let page = evening.app.get(&format!("{UNIT}/entries/{ID}/edit"), who).await;
        assert_eq!(page.body.contains("name=\"staff_count\""), sees);
        assert_eq!(page.body.contains("1.5"), sees);
    }
    let blind = [("participant_total", "7"), ("staff_count", "9"), ("prep_hours", "9")];
    evening.correct(&colleague, ID, &blind).await;
    let entry = evening.stored(ID).await.unwrap().entry;
    assert_eq!(
        (entry.counts.visits(), entry.staff_count, entry.staff_min, entry.prep_min),
        (Some(7), Some(2), Some(360), Some(90)),
        "nobody changes what they do not see"
    );
}

#[tokio::test]
async fn held_becomes_called_off_and_held_again() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12")]).await;
    evening.correct(&evening.cookie, ID, &[("status", "cancelled")]).await;
    let entry = evening.stored(ID).await.unwrap().entry;
    assert_eq!((entry.status, entry.counts.visits()), (Status::Cancelled, None));
    evening.correct(&evening.cookie, ID, &[("status", "held"), ("participant_total", "4")]).await;
    let entry = evening.stored(ID).await.unwrap().entry;
    assert_eq!((entry.status, entry.counts.visits(), entry.duration_min), (Status::Held, Some(4), 180));
}

#[tokio::test]
async fn what_is_called_off_needs_no_hours_until_it_is_held_after_all() {
    let evening = Evening::new().await;
    let form = [("status", "cancelled"), ("start", ""), ("end", "")];
    let saved = evening.send(ID, &form).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let page = evening.app.get(&format!("{UNIT}/entries/{ID}"), &evening.cookie).await.body;
    assert!(!page.contains("0 minut") && !page.contains("Trajanje"), "{page}");
    let list = evening.app.get(&format!("{UNIT}/entries"), &evening.cookie).await.body;
    assert!(list.contains("odpadlo") && !list.contains("0 minut"), "{list}");
    // Opened and saved as it is, it is the same; with a beginning only, it has that.
    assert_eq!(evening.correct(&evening.cookie, ID, &[]).await.status, 303);
    assert_eq!(evening.stored(ID).await.unwrap().version, 1);
    assert_eq!(evening.correct(&evening.cookie, ID, &[("start", "18:00")]).await.status, 303);
    let entry = evening.stored(ID).await.unwrap().entry;
    assert_eq!((entry.start_min, entry.duration_min), (Some(18 * 60), 0));
    let held = evening.correct(&evening.cookie, ID, &[("status", "held")]).await;
    assert!(held.status == 422 && held.body.contains("Vpiši konec ali trajanje."), "{}", held.body);
    let held = evening.correct(&evening.cookie, ID, &[("status", "held"), ("end", "20:00")]).await;
    assert_eq!(held.status, 303, "{}", held.body);
    let entry = evening.stored(ID).await.unwrap().entry;
    assert_eq!((entry.status, entry.duration_min), (Status::Held, 120));
}

#[tokio::test]
async fn of_a_talk_only_topics_are_kept() {
    let evening = Evening::new().await;
    let talk = Activity { kind: Kind::OneToOne, ..evening.app.activity_like("mc-reka", "pogovor").await };
    let talk = evening.app.keep(talk).await.id.to_string();
    let terms = vocabulary::terms(&evening.app.db, evening.app.network_id).await.unwrap();
    let topic =
        |code| terms.iter().find(|it| it.vocabulary == Vocabulary::Topic && it.code == code).unwrap().id;
    let page = evening
        .app
        .get(&format!("{UNIT}/entries/new?activity={talk}&date=2026-10-15"), &evening.cookie)
        .await;
    assert!(page.body.contains("O čem sta govorila?") && !page.body.contains("<textarea"), "{}", page.body);
    let off = format!("{UNIT}/entries/new?activity={talk}&date=2026-10-15&status=cancelled");
    let off = evening.app.get(&off, &evening.cookie).await.body;
    assert!(!off.contains("O čem sta govorila?"), "nobody talked");
    let (family, work) = (topic("family").to_string(), topic("work").to_string());
    let fields =
        [("activity", &*talk), ("further", ""), ("further", &family), ("further", &work), ("note", "x")];
    let id = ID.to_string();
    let mut all = vec![("id", &*id), ("date", "2026-10-15"), ("start", "17:00"), ("end", "18:00")];
    all.extend(fields);
    let saved = evening.app.post(&format!("{UNIT}/entries"), &evening.cookie, &all).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let entry = evening.stored(ID).await.unwrap().entry;
    let mut topics = vec![topic("family"), topic("work")];
    topics.sort_unstable();
    assert_eq!((entry.terms, entry.note), (topics, None));

    // They stand where a note would, and are for the same eyes: here, in an earlier version, in what was changed.
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let form = [("further", ""), ("further", &*work)];
    assert_eq!(evening.correct(&evening.cookie, ID, &form).await.status, 303);
    for page in [format!("{UNIT}/entries/{ID}"), format!("{UNIT}/entries/{ID}/versions/1")] {
        let seen = evening.app.get(&page, &evening.cookie).await.body;
        let hidden = evening.app.get(&page, &coordinator).await.body;
        assert!(seen.contains("Delo in zaposlitev"), "{seen}");
        assert!(hidden.contains("O čem") && !hidden.contains("Delo in zaposlitev"), "{hidden}");
        assert!(!hidden.contains("Družina"), "{hidden}");
    }
}

#[tokio::test]
async fn a_whole_series_is_taken_back_but_for_days_somebody_touched() {
    let evening = Evening::new().await;
    let fields =
        [("date", "2026-10-01"), ("last_day", "2026-10-04"), ("note", "Tabor."), ("participant_total", "8")];
    evening.send(ID, &fields).await;
    let days = entries::of_series(&evening.app.db, evening.app.network_id, ID).await.unwrap();
    let notes: Vec<_> = days.iter().map(|day| day.entry.note.as_deref()).collect();
    assert_eq!(notes, [Some("Tabor."), None, None, None], "what happened is told once");
    evening.correct(&evening.cookie, days[2].entry.id, &[("participant_total", "9")]).await;
    for _ in 0..2 {
        let fields = [("version", "1"), ("command", "00000000-0000-0000-0000-000000000009")];
        let answer =
            evening.app.post(&format!("{UNIT}/entries/{ID}/undoing"), &evening.cookie, &fields).await;
        assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/{ID}"));
    }
    let left = entries::of_series(&evening.app.db, evening.app.network_id, ID).await.unwrap();
    assert_eq!(left.iter().map(|day| day.entry.id).collect::<Vec<_>>(), [days[2].entry.id]);
}

#[tokio::test]
async fn a_save_that_somebody_corrected_since_is_not_taken_back() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "8")]).await;
    evening.correct(&evening.cookie, ID, &[("participant_total", "9")]).await;
    let undo = [("version", "1")];
    let answer = evening.app.post(&format!("{UNIT}/entries/{ID}/undoing"), &evening.cookie, &undo).await;
    let page = evening.app.get(&answer.location.unwrap(), &evening.cookie).await;
    assert!(page.body.contains("Medtem je bil vnos popravljen"), "{}", page.body);
    assert_eq!(evening.stored(ID).await.unwrap().entry.counts.visits(), Some(9));
}

#[tokio::test]
async fn a_correction_onto_another_entrys_time_asks_first() {
    let evening = Evening::new().await;
    evening.send(ID, &[]).await;
    let other = Uuid::from_u128(2);
    evening.send(other, &[("date", "2026-10-14")]).await;
    let moved = [("date", "2026-10-15"), ("start", "18:00"), ("end", "21:00")];
    let asked = evening.correct(&evening.cookie, other, &moved).await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("Sta to res dva?"), "{}", asked.body);
    let mut sure = moved.to_vec();
    sure.push(("confirmed", "1"));
    assert_eq!(evening.correct(&evening.cookie, other, &sure).await.status, 303);
    let again = evening.correct(&evening.cookie, other, &[("participant_total", "3")]).await;
    assert_eq!(again.status, 303, "it was said once that they are two");
}

#[tokio::test]
async fn a_proposal_waits_on_today_and_stays_its_makers_own() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "10")]).await;
    let (me, mentor) = evening.app.person(RoleKind::Mentor, "ljubljana").await;
    let place =
        evening.send_as(&mentor, Uuid::from_u128(2), &[("participant_total", "14")]).await.location.unwrap();
    let today = evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await;
    assert!(today.body.contains("Čaka na odločitev") && today.body.contains(&place), "{}", today.body);

    // Looked at, and corrected by somebody else before the decision.
    evening.correct(&evening.cookie, ID, &[("participant_total", "11")]).await;
    let choose = |choice, base| {
        [("choice", choice), ("base", base), ("command", "00000000-0000-0000-0000-000000000009")]
    };
    let answer = evening.app.post(&place, &evening.cookie, &choose("take", "1")).await;
    let page = evening.app.get(&answer.location.unwrap(), &evening.cookie).await;
    assert!(page.body.contains("Poglej ga še enkrat"), "{}", page.body);
    assert_eq!(evening.stored(ID).await.unwrap().entry.counts.visits(), Some(11));

    let answer = evening.app.post(&place, &evening.cookie, &choose("both", "3")).await;
    assert_eq!(answer.location.unwrap(), format!("{UNIT}/entries/00000000-0000-0000-0000-000000000009"));
    let second = evening.stored(Uuid::from_u128(9)).await.unwrap();
    assert_eq!((second.made_by, second.entry.counts.visits()), (Some(me.id), Some(14)));
    let kept = versions::of_entry(&evening.app.db, evening.app.network_id, second.entry.id).await.unwrap();
    assert_eq!(kept[0].by_name.as_deref(), Some("worker mc-reka"), "who decided is kept as well");
    let today = evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await;
    assert!(!today.body.contains("Čaka na odločitev"), "{}", today.body);
}

#[tokio::test]
async fn an_earlier_version_can_be_read_compared_and_brought_back() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "10"), ("note", "prvotno"), ("staff_count", "2")]).await;
    evening.correct(&evening.cookie, ID, &[("participant_total", "12"), ("note", "popravljeno")]).await;
    let (entry, path) = (format!("{UNIT}/entries/{ID}"), format!("{UNIT}/entries/{ID}/versions/1"));
    let page = evening.app.get(&entry, &evening.cookie).await;
    assert!(page.body.contains(&format!("href=\"{path}\"")), "{}", page.body);
    assert!(!page.body.contains("/versions/2\""), "what stands is on the page itself");

    let page = evening.app.get(&path, &evening.cookie).await;
    for word in ["prvotno", "popravljeno", "Naj spet velja"] {
        assert!(page.body.contains(word), "{word}: {}", page.body);
    }
    // A coordinator sees what changed, but for the notes, and changes nothing.
    let (_, coordinator) = evening.app.person(RoleKind::Coordinator, "mreza").await;
    let page = evening.app.get(&path, &coordinator).await;
    assert!(page.status == 200 && !page.body.contains("prvotno") && !page.body.contains("Naj spet velja"));

    let back = [("base", "2"), ("command", "00000000-0000-0000-0000-000000000009")];
    for _ in 0..2 {
        let answer = evening.app.post(&format!("{path}/return"), &evening.cookie, &back).await;
        assert_eq!(answer.location, Some(format!("{entry}?told=returned")));
    }
    let page = evening.app.get(&format!("{entry}?told=returned"), &evening.cookie).await;
    assert!(page.body.contains("Spet velja, kot je bilo."), "{}", page.body);
    let stored = evening.stored(ID).await.unwrap();
    assert_eq!(
        (stored.version, stored.entry.counts.visits(), stored.entry.note.as_deref()),
        (3, Some(10), Some("prvotno"))
    );

    // Brought back on what somebody has changed since: both stand side by side.
    evening.correct(&evening.cookie, ID, &[("participant_total", "20")]).await;
    let late = [("base", "3"), ("command", "00000000-0000-0000-0000-00000000000a")];
    let answer =
        evening.app.post(&format!("{UNIT}/entries/{ID}/versions/2/return"), &evening.cookie, &late).await;
    assert!(answer.location.unwrap().contains("/proposals/"));
    assert_eq!(evening.stored(ID).await.unwrap().entry.counts.visits(), Some(20));
    for wrong in ["versions/4/return", "versions/5/return"] {
        let answer = evening.app.post(&format!("{UNIT}/entries/{ID}/{wrong}"), &evening.cookie, &[]).await;
        assert_eq!(answer.status, 422, "{wrong}");
    }
    assert_eq!(
        evening.app.get(&format!("{UNIT}/entries/{ID}/versions/9"), &evening.cookie).await.status,
        404
    );
}
