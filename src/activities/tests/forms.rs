//! What the recording form makes of what was typed and taken over, and that nothing typed is lost or left out of account.

use chrono::NaiveDate;
use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::Activity;
use crate::activities::store::activities as store;
use crate::testing::Answer;
use crate::vocabulary::{Gender, Kind, Part};

const ID: Uuid = Uuid::from_u128(2);

/// Last Thursday: 13, of whom 7 girls and 6 boys, 8 of 15 to 18 and 5 older.
async fn after_last_time() -> Evening {
    let evening = Evening::new().await;
    let last = [
        ("date", "2026-10-08"),
        ("participant_total", "13"),
        ("participant_girl", "7"),
        ("participant_boy", "6"),
        ("participant_age_15-18", "8"),
        ("participant_age_19-24", "5"),
    ];
    assert_eq!(evening.send(Uuid::from_u128(1), &last).await.status, 303);
    evening
}

/// "Same as last time" as a browser without a script sends it, with other values in some fields.
async fn copied(evening: &Evening, fields: &[(&str, &str)]) -> Answer {
    let last = Uuid::from_u128(1).to_string();
    let mut all = vec![
        ("copied", "1"),
        ("last", &*last),
        ("participant_total", "13"),
        ("participant_girl", "7"),
        ("participant_boy", "6"),
        ("participant_age_15-18", "8"),
        ("participant_age_19-24", "5"),
    ];
    all.retain(|(known, _)| fields.iter().all(|(name, _)| name != known));
    all.extend(fields);
    evening.send(ID, &all).await
}

#[tokio::test]
async fn same_as_last_time_and_one_fewer_is_saved_and_says_what_was_left_out() {
    let evening = after_last_time().await;
    let saved = copied(&evening, &[("participant_total", "12"), ("participant_girl", "6")]).await;
    let next = saved.location.expect("it is saved");
    let heads = evening.stored(ID).await.unwrap().entry.counts.of(Part::Participant).unwrap().clone();
    assert_eq!((heads.total, heads.gender[&Gender::Girl], heads.age["unknown"]), (12, 6, 12));
    let page = evening.app.get(&next, &evening.cookie).await;
    assert!(page.body.contains("Starosti od zadnjič nismo prevzeli"), "{}", page.body);
}

#[tokio::test]
async fn only_the_total_is_changed_after_taking_over_and_saved() {
    let evening = after_last_time().await;
    let next = copied(&evening, &[("participant_total", "10")]).await.location.expect("it is saved");
    let heads = evening.stored(ID).await.unwrap().entry.counts.of(Part::Participant).unwrap().clone();
    assert_eq!((heads.total, heads.gender[&Gender::Unknown], heads.age["unknown"]), (10, 10, 10));
    let page = evening.app.get(&next, &evening.cookie).await;
    assert!(page.body.contains("Spola in starosti od zadnjič nismo prevzeli"), "{}", page.body);
}

#[tokio::test]
async fn what_gave_way_is_told_beside_the_field_where_something_else_is_wrong() {
    let evening = after_last_time().await;
    let refused = copied(&evening, &[("participant_total", "12"), ("end", "16:00")]).await;
    assert_eq!(refused.status, 422);
    let told = refused.body.split("data-gone=\"participant-age\"").nth(1).unwrap();
    assert!(told.starts_with('>'), "it is not hidden");
    assert!(!refused.body.contains("name=\"participant_age_15-18\" type=\"number\" inputmode=\"numeric\" min=\"0\" max=\"20000\" placeholder=\"–\" value=\"8\""));
    // Typed by hand it still has to fit.
    let refused = copied(&evening, &[("participant_total", "12"), ("participant_age_15-18", "9")]).await;
    assert!(refused.body.contains("Po starosti je skupaj 14"), "{}", refused.body);
}

#[tokio::test]
async fn a_length_beside_hours_is_never_left_out_of_account() {
    let evening = Evening::new().await;
    let refused = evening.send(ID, &[("duration", "90")]).await;
    assert_eq!(refused.status, 422);
    let told = refused.body.split("id=\"e-duration\">").nth(1).expect("it is told beside the length");
    assert!(told.starts_with("Od 17.00 do 20.00 je 180 min"), "{told}");
    assert!(refused.body.contains("<details class=\"when\" open"), "and the length is to be seen");
    assert_eq!(evening.send(ID, &[("duration", "180")]).await.status, 303);
    let other = [("date", "2026-10-08"), ("end", ""), ("duration", "90")];
    assert_eq!(evening.send(Uuid::from_u128(3), &other).await.status, 303);
    assert_eq!(evening.stored(Uuid::from_u128(3)).await.unwrap().entry.duration_min, 90);
}

#[tokio::test]
async fn an_hour_that_comes_twice_is_asked_about_and_the_answer_counts() {
    let evening = Evening::new().await;
    // The night of 24 October 2027 has not come yet: the one of the year before.
    let night = [("date", "2025-10-25"), ("start", "22:00"), ("end", "02:30")];
    let asked = evening.send(ID, &night).await;
    assert_eq!(asked.status, 422);
    for answer in ["name=\"duration\" value=\"270\"", "name=\"duration\" value=\"330\""] {
        assert!(asked.body.contains(answer), "{answer}: {}", asked.body);
    }
    // The button, and the empty field of the length behind it.
    let mut long = night.to_vec();
    long.extend([("duration", "330")]);
    assert_eq!(evening.send(ID, &long).await.status, 303);
    assert_eq!(evening.stored(ID).await.unwrap().entry.duration_min, 330);
    let page = evening.app.get(&format!("{UNIT}/entries/{ID}"), &evening.cookie).await;
    assert!(page.body.contains("<td>5\u{a0}h 30\u{a0}min</td>"), "{}", page.body);
}

#[tokio::test]
async fn an_end_that_was_skipped_is_told_beside_the_end() {
    let evening = Evening::new().await;
    let night = [("date", "2026-03-28"), ("start", "22:00"), ("end", "02:30")];
    let refused = evening.send(ID, &night).await;
    assert!(refused.body.contains("id=\"e-end\">Te ure tisto noč ni bilo"), "{}", refused.body);
    let night = [("date", "2026-03-29"), ("start", "02:30"), ("end", "05:00")];
    let refused = evening.send(ID, &night).await;
    assert!(refused.body.contains("id=\"e-start\">Te ure tisto noč ni bilo"), "{}", refused.body);
}

#[tokio::test]
async fn another_units_activity_is_chosen_anew_and_everything_typed_is_there() {
    let evening = Evening::new().await;
    let other = evening.app.activity("mc-most", "drugi").await.id.to_string();
    let here = evening.app.activity("mc-reka", "tukaj").await.id.to_string();
    let nowhere = Uuid::from_u128(99).to_string();
    for (activity, says) in [
        (&*other, "Ta dejavnost je iz druge enote."),
        (&*nowhere, "Te dejavnosti ni."),
        ("x", "Te dejavnosti ni."),
    ] {
        let typed = [("activity", activity), ("note", "Dolg zapisek"), ("participant_total", "17")];
        let refused = evening.send(ID, &typed).await;
        assert_eq!(refused.status, 422);
        for kept in
            [says, "Dolg zapisek", "value=\"17\"", "value=\"17:00\"", "<select id=\"activity\"", &here]
        {
            assert!(refused.body.contains(kept), "{activity}: {kept} in {}", refused.body);
        }
        assert!(!refused.body.contains("Dejavnost drugi"), "of another unit nothing is told");
    }
    assert!(evening.stored(ID).await.is_none());
    let again = evening.send(ID, &[("activity", &here), ("note", "Dolg zapisek")]).await;
    assert_eq!(again.status, 303);
    assert_eq!(evening.stored(ID).await.unwrap().entry.note.as_deref(), Some("Dolg zapisek"));
}

#[tokio::test]
async fn a_reason_is_one_of_the_networks_and_minutes_are_not_below_nothing() {
    let evening = Evening::new().await;
    let nothing = Uuid::from_u128(77).to_string();
    for reason in [&*nothing, "vreme"] {
        let refused = evening.send(ID, &[("status", "cancelled"), ("reason", reason)]).await;
        assert_eq!(refused.status, 422, "{reason}");
        assert!(refused.body.contains("Tega razloga v mreži ni"), "{}", refused.body);
    }
    let refused = evening.send(ID, &[("created", "other"), ("created_min", "-5")]).await;
    assert!(refused.body.contains("Minut ne more biti manj kot 0"), "{}", refused.body);
    assert!(!refused.body.contains("dlje, kot je trajala"));
}

#[tokio::test]
async fn a_wrong_value_is_to_be_seen_whatever_part_it_stands_in() {
    let evening = Evening::new().await;
    let refused = evening.send(ID, &[("creator_total", "2"), ("creator_girl", "5")]).await;
    assert!(refused.body.contains("<details class=\"asks\" open>"), "{}", refused.body);
    let refused = evening.send(ID, &[("creator_total", "2"), ("creator_age_15-18", "5")]).await;
    let creators = refused.body.split("<details class=\"asks\" open>").nth(1).expect("the part is open");
    let ages = creators.split("data-gone=\"creator-age\"").nth(1).unwrap();
    assert!(ages.split_once("<details").unwrap().1.starts_with(" open"), "and the ages in it");
    let refused = evening.send(ID, &[("audience_total", "2"), ("audience_not_stated", "5")]).await;
    assert!(refused.body.contains("<details id=\"at-audience\" open>"), "{}", refused.body);
}

#[tokio::test]
async fn every_field_says_what_counts() {
    let evening = Evening::new().await;
    let talk = Activity { kind: Kind::OneToOne, ..evening.app.activity_like("mc-reka", "pogovor").await };
    let talk = evening.app.keep(talk).await;
    // Somebody else, an hour of whose work could be meant, and a project, so that every field is there.
    let form = |activity: Uuid, more: &'static str| {
        let path = format!("{UNIT}/entries/new?activity={activity}{more}");
        let (app, cookie) = (&evening.app, &evening.cookie);
        async move { app.get(&path, cookie).await.body }
    };
    let open = form(evening.activity.id, "").await;
    for about in [
        "duration",
        "participants",
        "gender",
        "age",
        "creators",
        "audience",
        "created",
        "note",
        "place-kind",
        "tag",
        "field",
        "first-visits",
        "count-method",
        "staff",
        "preparation",
        "volunteers",
    ] {
        let says = crate::i18n::Words(crate::i18n::Lang::Sl).tr(&format!("define-{about}-what"));
        let says = askama::filters::escape(&says, askama::filters::Html).unwrap().to_string();
        assert!(open.contains(&says), "{about}");
    }
    assert!(form(talk.id, "").await.contains("Pogovor z eno mlado osebo ali podpora zanjo."));
    assert!(form(talk.id, "&status=cancelled").await.contains("Bilo je načrtovano in se ni zgodilo."));
}

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
