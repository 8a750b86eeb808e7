//! The month as a grid, through its pages.

use axum::body::Body;
use axum::http::Request;
use uuid::Uuid;

use super::pages::UNIT;
use crate::access::RoleKind;
use crate::activities::store::{entries, versions};
use crate::activities::{Activity, Status, Stored, Weekday};
use crate::testing::{Answer, TestApp};
use crate::vocabulary::{Gender, Kind, Part};

struct Month {
    app: TestApp,
    cookie: String,
    activity: Activity,
}

impl Month {
    /// An open evening each Thursday; today is Thursday, 15 October 2026.
    async fn new() -> Month {
        let app = TestApp::new().await;
        let (_, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
        let activity = app.activity("mc-reka", "vecer").await;
        Month { app, cookie, activity }
    }

    async fn page(&self) -> String {
        let answer = self.app.get(&format!("{UNIT}/month?month=2026-10"), &self.cookie).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    fn fields<'a>(&'a self, id: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut all = vec![("month", "2026-10"), ("id", id), ("command", id), ("base", ""), ("date", "15")];
        all.extend([("start", "17.00"), ("end", "20.00")]);
        for (name, value) in more {
            all.retain(|(known, _)| known != name);
            all.push((name, value));
        }
        all
    }

    /// Sends a row as a page without a script does.
    async fn send(&self, id: u128, more: &[(&str, &str)]) -> Answer {
        let (id, activity) = (Uuid::from_u128(id).to_string(), self.activity.id.to_string());
        let mut fields = self.fields(&id, &[("activity", &activity)]);
        for (name, value) in more {
            fields.retain(|(known, _)| known != name);
            fields.push((name, value));
        }
        self.app.post(&format!("{UNIT}/month"), &self.cookie, &fields).await
    }

    /// Sends a row as the script does.
    async fn ask(&self, id: u128, more: &[(&str, &str)]) -> serde_json::Value {
        let (id, activity) = (Uuid::from_u128(id).to_string(), self.activity.id.to_string());
        let mut fields = self.fields(&id, &[("activity", &activity)]);
        for (name, value) in more {
            fields.retain(|(known, _)| known != name);
            fields.push((name, value));
        }
        let plain = |text: &str| text.replace('%', "%25").replace(' ', "+").replace('&', "%26");
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect();
        let request = Request::post(format!("{UNIT}/month"))
            .header("cookie", &self.cookie)
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.join("&")));
        let answer = self.app.send(request.unwrap()).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    async fn stored(&self, id: u128) -> Option<Stored> {
        entries::find(&self.app.db, self.app.network_id, Uuid::from_u128(id)).await.unwrap()
    }

    async fn versions(&self, id: u128) -> usize {
        let found = versions::of_entry(&self.app.db, self.app.network_id, Uuid::from_u128(id)).await;
        found.unwrap().len()
    }
}

fn states(page: &str, state: &str) -> usize {
    page.matches(&format!("data-state=\"{state}\"")).count()
}

#[tokio::test]
async fn the_month_shows_what_is_recorded_expected_and_room_for_more() {
    let month = Month::new().await;
    let page = month.page().await;
    // The Thursdays up to today: 1, 8 and 15 October. The empty row that a script copies is one more.
    assert_eq!((states(&page, "open"), states(&page, "saved"), states(&page, "blank")), (3, 0, 4));
    assert!(page.contains("Zapisanih je 0 dogodkov od 3."), "{page}");
    month.send(1, &[("participant_total", "12")]).await;
    let page = month.page().await;
    assert_eq!((states(&page, "open"), states(&page, "saved")), (2, 1));
    assert!(page.contains("Zapisan je 1 dogodek od 3.") && page.contains("name=\"base\" value=\"1\""));
    let open = month.app.get(&format!("{UNIT}/month?month=2026-10&only=open"), &month.cookie).await.body;
    assert_eq!((states(&open, "open"), states(&open, "saved")), (2, 0), "only what is not recorded");
    let september = month.app.get(&format!("{UNIT}/month?month=2026-09"), &month.cookie).await.body;
    assert_eq!((states(&september, "open"), states(&september, "saved")), (4, 0));
    for odd in ["2026-13", "x", "262142-12", ""] {
        let answer = month.app.get(&format!("{UNIT}/month?month={odd}"), &month.cookie).await;
        assert!(answer.status == 200 && answer.body.contains("oktober 2026"), "{odd}: this month");
    }
}

#[tokio::test]
async fn a_day_with_two_usual_times_waits_for_both() {
    let month = Month::new().await;
    let mut twice = month.app.activity_like("mc-reka", "dvakrat").await;
    twice.weekdays = vec![
        Weekday { weekday: 5, start_min: 540, duration_min: 60 },
        Weekday { weekday: 5, start_min: 1020, duration_min: 60 },
    ];
    let twice = month.app.keep(twice).await.id.to_string();
    // Thursdays three, Fridays two with two times each.
    assert_eq!(states(&month.page().await, "open"), 3 + 4);
    month.send(1, &[("activity", &twice), ("date", "9"), ("start", "9"), ("end", "10")]).await;
    assert_eq!(states(&month.page().await, "open"), 3 + 3);
}

#[tokio::test]
async fn a_row_saves_itself_and_comes_back_without_a_script() {
    let month = Month::new().await;
    let answer =
        month.send(1, &[("participant_girl", "9"), ("participant_boy", "11"), ("created_share", "50")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let id = Uuid::from_u128(1);
    let place = answer.location.unwrap();
    assert_eq!(place, format!("{UNIT}/month?month=2026-10&saved={id}#row-{id}"));
    let page = month.app.get(place.split('#').next().unwrap(), &month.cookie).await.body;
    assert!(page.contains("Shranjeno: Dejavnost vecer, 15."), "{page}");
    assert!(page.contains(&format!("id=\"row-{id}\"")));
    let entry = month.stored(1).await.unwrap().entry;
    assert_eq!((entry.counts.visits(), entry.created_min, entry.start_min), (Some(20), 90, Some(1020)));
    // Sent twice, it is there once; sent again with other words, the first stands and is told.
    assert_eq!(
        month
            .send(1, &[("participant_girl", "9"), ("participant_boy", "11"), ("created_share", "50")])
            .await
            .location,
        Some(place)
    );
    let other = month.send(1, &[("participant_girl", "8")]).await.location.unwrap();
    assert_eq!(other, format!("{UNIT}/entries/{id}?told=first-stands"));
    assert_eq!(month.versions(1).await, 1);
}

/// What is typed, the cell it is told beside, and what is told.
type Case = (&'static [(&'static str, &'static str)], &'static str, &'static str);

#[tokio::test]
async fn what_cannot_be_is_told_beside_its_cell_and_stays_typed() {
    let month = Month::new().await;
    let cases: [Case; 6] = [
        (&[("start", "18.00"), ("end", "16.00")], "end", "Sta uri zamenjani?"),
        (&[("participant_girl", "devet")], "participant_girl", "To ni število"),
        (
            &[("participant_total", "3"), ("participant_girl", "4")],
            "participant_total",
            "Po spolu je skupaj 4",
        ),
        (&[("created_share", "veliko")], "created_share", "Vpiši odstotek"),
        (&[("date", "16")], "date", "Ta dan še ni prišel."),
        (&[("activity", "")], "activity", "Izberi dejavnost."),
    ];
    for (n, (cells, at, says)) in cases.into_iter().enumerate() {
        let id = n as u128 + 1;
        let mut all = vec![("note", "ostane tu")];
        all.extend(cells);
        let answer = month.send(id, &all).await;
        assert_eq!(answer.status, 422, "{says}");
        let page = answer.body;
        assert!(page.contains(says) && page.contains("ostane tu"), "{says}: {page}");
        let input = page.split("name=\"").find(|part| part.starts_with(at) && part.contains("aria-invalid"));
        let marked = input.and_then(|part| part.split("aria-describedby=\"").nth(1)?.split('"').next());
        let marked = marked.unwrap_or_else(|| panic!("{at} is not marked: {page}"));
        let beside = page.split(&format!("id=\"{marked}\"")).nth(1).unwrap();
        assert!(beside.split("</p>").next().unwrap().contains(says), "{says}");
        assert!(month.stored(id).await.is_none());

        let told = month.ask(id, &all).await;
        assert_eq!(
            (told["state"].as_str(), told["problems"][0]["cell"].as_str()),
            (Some("problem"), Some(at))
        );
        assert!(told["problems"][0]["says"].as_str().unwrap().contains(says), "{told}");
    }
}

#[tokio::test]
async fn what_came_back_stands_where_it_was_typed() {
    let month = Month::new().await;
    let key = format!("{}/2026-10-08/1020", month.activity.id);
    let page = month.send(5, &[("date", "2026-10-08"), ("key", &key), ("participant_boy", "pet")]).await.body;
    assert_eq!((states(&page, "open"), states(&page, "problem")), (2, 1), "one of the three expected");
    assert!(page.contains(&format!("id=\"row-{}\"", Uuid::from_u128(5))) && page.contains("value=\"pet\""));
    // Of a recorded one, too.
    month.send(6, &[]).await;
    let page = month
        .send(6, &[("base", "1"), ("command", &Uuid::from_u128(60).to_string()), ("end", "nekoč")])
        .await;
    assert_eq!(
        (page.status.as_u16(), states(&page.body, "problem"), states(&page.body, "saved")),
        (422, 1, 0)
    );
    assert!(page.body.contains("value=\"nekoč\"") && page.body.contains("Odpri cel obrazec"));
}

#[tokio::test]
async fn a_question_is_answered_in_the_row() {
    let month = Month::new().await;
    let many = [("participant_total", "300")];
    let told = month.ask(1, &many).await;
    assert_eq!((told["state"].as_str(), told["problems"][0]["ask"].as_bool()), (Some("ask"), Some(true)));
    let page = month.send(1, &many).await.body;
    assert!(page.contains("name=\"confirmed\"") && states(&page, "ask") == 1, "{page}");
    let saved = month.ask(1, &[many[0], ("confirmed", "1")]).await;
    assert_eq!((saved["state"].as_str(), saved["base"].as_i64()), (Some("saved"), Some(1)));
    assert_eq!(month.stored(1).await.unwrap().entry.counts.visits(), Some(300));
}

#[tokio::test]
async fn the_answer_tells_what_the_month_comes_to_and_what_is_still_open() {
    let month = Month::new().await;
    let first = month.ask(1, &[("participant_total", "12"), ("date", "8")]).await;
    assert_eq!(first["lead"], "Zapisan je 1 dogodek od 3.");
    assert_eq!(first["sums"][0], serde_json::json!(["Obiski", "12"]));
    let open: Vec<&str> = first["open"].as_array().unwrap().iter().filter_map(|key| key.as_str()).collect();
    assert_eq!(open, ["2026-10-01", "2026-10-15"].map(|day| format!("{}/{day}/1020", month.activity.id)));
    let page = month.page().await;
    assert!(open.iter().all(|key| page.contains(&format!("data-key=\"{key}\""))), "{page}");
}

#[tokio::test]
async fn a_correction_changes_the_cells_and_nothing_else() {
    let month = Month::new().await;
    let id = Uuid::from_u128(1).to_string();
    let activity = month.activity.id.to_string();
    let whole = [
        ("id", id.as_str()),
        ("activity", &activity),
        ("date", "2026-10-15"),
        ("start", "17:00"),
        ("end", "20:00"),
        ("participant_total", "24"),
        ("participant_girl", "10"),
        ("participant_not_stated", "2"),
        ("participant_age_15-18", "20"),
        ("staff_count", "2"),
        ("note", "Skrbi jih za klet."),
        ("first_visits", "3"),
        ("created", "quarter"),
    ];
    month.app.post(&format!("{UNIT}/entries"), &month.cookie, &whole).await;
    let page = month.page().await;
    assert!(!page.contains("Skrbi jih"), "a note is read where reading it is put on record");
    let before = month.stored(1).await.unwrap().entry;
    let command = Uuid::from_u128(11).to_string();
    let row = [("base", "1"), ("command", command.as_str()), ("date", ""), ("activity", "")];
    let shown = [("participant_girl", "10"), ("participant_total", "24"), ("created_share", "25")];
    // Saved as it is shown, nothing changes.
    let same = month.ask(1, &[&row[..], &shown[..]].concat()).await;
    assert_eq!((same["state"].as_str(), month.versions(1).await), (Some("saved"), 1));
    let changed = [("participant_girl", "12"), ("participant_total", "26"), ("created_share", "25")];
    let saved = month.ask(1, &[&row[..], &changed[..]].concat()).await;
    assert_eq!((saved["state"].as_str(), saved["base"].as_i64()), (Some("saved"), Some(2)), "{saved}");
    let after = month.stored(1).await.unwrap().entry;
    let heads = after.counts.of(Part::Participant).unwrap().clone();
    assert_eq!((heads.total, heads.gender[&Gender::Girl], heads.gender[&Gender::NotStated]), (26, 12, 2));
    assert_eq!((heads.age["15-18"], heads.age["unknown"]), (20, 6));
    let mut wanted = before;
    wanted.counts.participant = Some(heads);
    assert_eq!(after, wanted);
    // A retry is harmless; another correction of the old version waits for a person.
    assert_eq!(month.ask(1, &[&row[..], &changed[..]].concat()).await["base"].as_i64(), Some(2));
    let late = Uuid::from_u128(12).to_string();
    let late = [("base", "1"), ("command", late.as_str()), ("participant_total", "30")];
    let waiting = month.ask(1, &late).await;
    assert_eq!(waiting["state"], "waiting");
    assert_eq!(waiting["href"], format!("{UNIT}/entries/{id}/proposals/3"));
}

#[tokio::test]
async fn called_off_is_a_choice_in_the_row() {
    let month = Month::new().await;
    month.ask(1, &[("off", "1"), ("participant_total", "9")]).await;
    let entry = month.stored(1).await.unwrap().entry;
    assert_eq!((entry.status, entry.counts.visits()), (Status::Cancelled, None));
    let page = month.page().await;
    assert!(page.contains("value=\"1\" checked"), "{page}");
    let command = Uuid::from_u128(2).to_string();
    let back = [("base", "1"), ("command", command.as_str()), ("participant_total", "9")];
    assert_eq!(month.ask(1, &back).await["state"], "saved");
    let entry = month.stored(1).await.unwrap().entry;
    assert_eq!((entry.status, entry.counts.visits()), (Status::Held, Some(9)));
    // Ahead, too.
    assert_eq!(month.ask(3, &[("off", "1"), ("date", "29")]).await["state"], "saved");
}

#[tokio::test]
async fn of_a_talk_the_row_asks_for_no_note() {
    let month = Month::new().await;
    let mut talk = month.app.activity_like("mc-reka", "pogovor").await;
    talk.kind = Kind::OneToOne;
    let talk = month.app.keep(talk).await.id.to_string();
    assert!(month.page().await.contains("brez zapiska"));
    let told = month.ask(1, &[("activity", &talk), ("note", "o čem")]).await;
    assert_eq!(told["problems"][0]["cell"], "note");
    assert_eq!(month.ask(1, &[("activity", &talk)]).await["state"], "saved");
}

#[tokio::test]
async fn a_place_without_entries_leads_to_those_that_have_them() {
    let month = Month::new().await;
    let (_, mentor) = month.app.person(RoleKind::Mentor, "ljubljana").await;
    let page = month.app.get("/units/mreza/ljubljana/month?month=2026-10", &mentor).await;
    assert!(page.body.contains(&format!("{UNIT}/month?month=2026-10")), "{}", page.body);
    let other = month.app.get("/units/mreza/mc-sava/month", &month.cookie).await;
    assert_eq!(other.status, 403);
    let (_, most) = month.app.person(RoleKind::Mentor, "mc-most").await;
    let empty = month.app.get("/units/mreza/mc-most/month", &most).await.body;
    assert!(empty.contains("Ta enota še nima dejavnosti.") && empty.contains("Dodaj dejavnost"));
    // With activities, but not then.
    let early = month.app.get(&format!("{UNIT}/month?month=2019-03"), &month.cookie).await.body;
    assert!(early.contains("V tem mesecu ni potekala nobena dejavnost"), "{early}");
    let mut rare = month.app.activity_like("mc-most", "redko").await;
    rare.weekdays.clear();
    month.app.keep(rare).await;
    let rows = month.app.get("/units/mreza/mc-most/month", &most).await.body;
    assert!(rows.contains("Vpiši dogodke v prazne vrstice") && states(&rows, "blank") == 4, "{rows}");
    let foreign = month.activity.id.to_string();
    let row = [("activity", foreign.as_str()), ("date", "15"), ("start", "17"), ("end", "20")];
    let sent = month.app.post("/units/mreza/mc-most/month", &most, &row);
    assert_eq!(sent.await.status, 422, "an activity of another unit");
}
