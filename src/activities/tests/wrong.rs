//! What cannot be saved is told beside its own field, by the field's name, and is not taken for something else.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::activities::CountMethod;

const ID: Uuid = Uuid::from_u128(1);

/// The tag of a field.
fn tag<'a>(html: &'a str, id: &str) -> &'a str {
    let (before, after) = html.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id}: {html}"));
    let begin = before.rfind('<').unwrap();
    &html[begin..before.len() + after.find('>').unwrap() + id.len() + 6]
}

#[tokio::test]
async fn every_number_that_is_none_is_told_beside_its_own_field() {
    let evening = Evening::new().await;
    let numbers = [
        ("first_visits", "Prvič pri nas"),
        ("staff_count", "Zaposleni"),
        ("staff_hours", "Ure zaposlenih"),
        ("prep_hours", "Ure priprave"),
        ("volunteer_count", "Prostovoljci"),
        ("volunteer_hours", "Ure prostovoljcev"),
    ];
    for (field, name) in numbers {
        for typed in ["veliko", "-1"] {
            let told = evening.send(ID, &[(field, typed)]).await;
            assert_eq!(told.status, 422, "{field}: {typed}");
            let marked = tag(&told.body, field);
            assert!(marked.contains("aria-invalid=\"true\""), "{field}: {marked}");
            assert!(marked.contains(&format!("aria-describedby=\"e-{field}\"")), "{marked}");
            assert!(
                told.body.contains(&format!("id=\"e-{field}\""))
                    && told.body.contains(&format!("id=\"at-{field}\""))
            );
            let link = told.body.split(&format!("href=\"#at-{field}\">")).nth(1).expect("it is told above");
            assert!(link.starts_with(name), "{field}: {}", &link[..60]);
            assert!(marked.contains(&format!("value=\"{typed}\"")), "what was typed is kept");
            let others = numbers.iter().filter(|(other, _)| *other != field);
            others
                .for_each(|(other, _)| assert!(!tag(&told.body, other).contains("aria-invalid"), "{other}"));
        }
    }
    let all =
        [("staff_hours", "x"), ("volunteer_count", "-1"), ("first_visits", "y"), ("participant_girl", "-2")];
    let told = evening.send(ID, &all).await.body;
    for field in ["staff_hours", "volunteer_count", "first_visits", "participant"] {
        assert!(told.contains(&format!("href=\"#at-{field}\"")), "{field} is told with the others: {told}");
    }
}

#[tokio::test]
async fn of_a_parts_heads_the_wrong_one_is_marked() {
    let evening = Evening::new().await;
    for (field, typed) in [
        ("participant_girl", "dve"),
        ("creator_girl", "-2"),
        ("participant_age_10-12", "abc"),
        ("audience_total", "20001"),
    ] {
        let told = evening.send(ID, &[(field, typed)]).await;
        assert_eq!(told.status, 422, "{field}");
        let part = field.split('_').next().unwrap();
        let marked = tag(&told.body, field);
        assert!(
            marked.contains("aria-invalid=\"true\"") && marked.contains(&format!("\"e-{part}\"")),
            "{marked}"
        );
        assert!(told.body.contains(&format!("id=\"e-{part}\"")), "{}", told.body);
        assert_eq!(told.body.matches("aria-invalid").count(), 1, "{field}");
    }
}

#[tokio::test]
async fn a_choice_that_is_not_offered_is_no_other_choice() {
    let evening = Evening::new().await;
    for (field, sent) in [
        ("count_method", "imported"),
        ("count_method", "checked_in"),
        ("count_method", "psychic"),
        ("created", "bogus"),
        ("place_kind", "mars"),
        ("main_tag", "xyz"),
        ("main_field", "xyz"),
        ("project", "xyz"),
    ] {
        let told = evening.send(ID, &[(field, sent)]).await;
        assert_eq!(told.status, 422, "{field}: {sent}");
        assert!(told.body.contains("Izberi znova"), "{field}: {sent}: {}", told.body);
    }
    let told = evening.send(ID, &[("created", "other")]).await;
    assert!(told.status == 422 && told.body.contains("koliko minut"), "{}", told.body);
    assert!(evening.stored(ID).await.is_none());
    let good = [("count_method", "estimated"), ("created", "none"), ("place_kind", "street")];
    for (n, choice) in (1..).zip(good) {
        let date = format!("2026-10-0{n}");
        let sent = evening.send(Uuid::from_u128(n), &[choice, ("date", &date)]).await;
        assert_eq!(sent.status, 303, "{choice:?}");
    }
}

#[tokio::test]
async fn last_times_created_time_is_shown_and_taken_over_and_what_nobody_recorded_is_not() {
    let evening = Evening::new().await;
    let last = [("date", "2026-10-08"), ("participant_total", "10"), ("created", "half")];
    assert_eq!(evening.send(ID, &last).await.status, 303);
    let new = format!("{UNIT}/entries/new?activity={}&date=2026-10-15", evening.activity.id);
    let form = evening.app.get(&new, &evening.cookie).await.body;
    assert!(form.contains("zadnjič: Pol"), "{form}");
    let chosen = |form: &str, share: &str| {
        let button = form.split(&format!("name=\"created\" value=\"{share}\"")).nth(1).unwrap();
        button.split('>').next().unwrap().to_owned()
    };
    assert!(chosen(&form, "half").contains("data-last-share") && !chosen(&form, "half").contains("checked"));
    let copied = evening.app.get(&format!("{new}&last=1"), &evening.cookie).await.body;
    assert!(chosen(&copied, "half").contains("checked"), "{copied}");
    // Ten came, and nobody said who: none of them is no girl and no boy.
    let girls = tag(&form, "participant_girl");
    assert!(
        !girls.contains("data-last") && tag(&form, "participant_total").contains("data-last=\"10\""),
        "{girls}"
    );
    assert!(tag(&copied, "participant_girl").contains("value=\"\""));
    // Exact minutes are of that evening alone.
    let exact =
        [("date", "2026-10-09"), ("participant_total", "10"), ("created", "other"), ("created_min", "50")];
    assert_eq!(evening.send(Uuid::from_u128(2), &exact).await.status, 303);
    let form = evening.app.get(&format!("{new}&last=1"), &evening.cookie).await.body;
    assert!(form.contains("zadnjič: 50") && !form.contains("data-last-share"), "{form}");
    assert!(!chosen(&form, "other").contains("checked"));
}

#[tokio::test]
async fn an_imported_entry_stays_imported_when_it_is_corrected() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "10")]).await;
    let mut tx = evening.app.db.begin().await.unwrap();
    let (like, to) = ("\"count_method\":\"counted\"", "\"count_method\":\"imported\"");
    let sql = "update entry_version set body = replace(body, $1, $2)";
    assert_eq!(tx.run(sql, crate::args![like, to]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let cookie = evening.cookie.clone();
    assert_eq!(evening.correct(&cookie, ID, &[("participant_total", "11")]).await.status, 303);
    assert_eq!(evening.stored(ID).await.unwrap().entry.count_method, CountMethod::Imported);
}
