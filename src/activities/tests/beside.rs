//! What forms, lists and the page after a save say, and where.

use uuid::Uuid;

use super::pages::{Evening, UNIT};
use crate::access::RoleKind;
use crate::activities::Activity;
use crate::vocabulary::Kind;

const ID: Uuid = Uuid::from_u128(1);

#[tokio::test]
async fn a_length_of_more_than_a_day_is_told_beside_the_length() {
    let evening = Evening::new().await;
    let refused = evening.send(ID, &[("start", ""), ("end", ""), ("duration", "1500")]).await.body;
    assert!(refused.contains("id=\"e-duration\">En vnos je lahko dolg največ 24 ur"), "{refused}");
    let field = |name: &str| {
        let at = refused.find(&format!("<input id=\"{name}\"")).unwrap();
        refused[at..].split('>').next().unwrap().contains("aria-invalid")
    };
    assert!(field("duration") && !field("end"));
}

#[tokio::test]
async fn hours_are_told_as_the_language_writes_them_and_the_same_hour_twice_by_itself() {
    let evening = Evening::new().await;
    let refused = evening.send(ID, &[("start", "08:00"), ("end", "08:00")]).await.body;
    assert!(refused.contains("id=\"e-end\">Začetek in konec sta ob isti uri (8.00)"), "{refused}");
    assert!(!refused.contains("je pred začetkom"));
    let refused = evening.send(ID, &[("start", "18:00"), ("end", "08:30")]).await.body;
    assert!(refused.contains("id=\"e-end\">Konec (8.30) je pred začetkom (18.00)"), "{refused}");
}

#[tokio::test]
async fn the_way_back_and_the_way_on_stand_right_below_what_was_saved() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12"), ("created", "half")]).await;
    let saved = evening.app.get(&format!("{UNIT}/entries/{ID}/saved?version=1"), &evening.cookie).await.body;
    let at = |words: &str| saved.find(words).unwrap_or_else(|| panic!("{words}: {saved}"));
    let [done, on, back, what] =
        ["Shranjeno</h1>", "button big full", "/undoing\"", "Kaj se je spremenilo"].map(at);
    assert!(done < on && on < back && back < what, "{done} {on} {back} {what}");
}

#[tokio::test]
async fn of_a_month_gone_by_the_share_is_told_in_that_month() {
    let evening = Evening::new().await;
    evening.send(ID, &[("date", "2026-03-12"), ("participant_total", "12"), ("created", "half")]).await;
    let saved = evening.app.get(&format!("{UNIT}/entries/{ID}/saved?version=1"), &evening.cookie).await.body;
    assert!(saved.replace('\u{a0}', " ").contains("ur v marcu 2026 so ustvarili mladi"), "{saved}");
}

#[tokio::test]
async fn heads_taken_over_and_changed_are_told_as_that() {
    let evening = Evening::new().await;
    evening.send(ID, &[("date", "2026-10-08"), ("participant_total", "12")]).await;
    let last = ID.to_string();
    for (id, date, heads, corrected) in [(2, "2026-10-14", "12", false), (3, "2026-10-15", "13", true)] {
        let id = Uuid::from_u128(id);
        let fields = [("date", date), ("participant_total", heads), ("copied", "1"), ("last", &*last)];
        evening.send(id, &fields).await;
        let path = format!("{UNIT}/entries/{id}/saved?version=1");
        let saved = evening.app.get(&path, &evening.cookie).await.body;
        assert!(saved.contains("prevzeta od zadnjič"), "{saved}");
        assert_eq!(saved.contains("prevzeta od zadnjič in popravljena"), corrected, "{saved}");
    }
}

#[tokio::test]
async fn a_list_says_once_that_something_was_called_off() {
    let evening = Evening::new().await;
    evening.send(ID, &[("status", "cancelled")]).await;
    let list = evening.app.get(&format!("{UNIT}/entries?mine=1"), &evening.cookie).await.body;
    let line = list.split("class=\"item\"").nth(1).unwrap().split("</li>").next().unwrap();
    assert_eq!(line.to_lowercase().matches("odpadlo").count(), 1, "{line}");
    assert!(line.contains("17.00"), "when it was to be stands there: {line}");
}

#[tokio::test]
async fn the_list_comes_before_its_sums_on_a_phone_and_ones_own_first() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12")]).await;
    let today = evening.app.get(&format!("{UNIT}/today"), &evening.cookie).await.body;
    assert!(today.contains(&format!("href=\"{UNIT}/entries?mine=1\"")), "{today}");
    let (_, mentor) = evening.app.person(RoleKind::Mentor, "mc-reka").await;
    let today = evening.app.get(&format!("{UNIT}/today"), &mentor).await.body;
    assert!(today.contains(&format!("href=\"{UNIT}/entries\"")), "{today}");
    let list = evening.app.get(&format!("{UNIT}/entries"), &evening.cookie).await.body;
    let sums = list.split("<details class=\"card fold\"><summary>").nth(1).expect("folded on a phone");
    assert!(sums.split("</details>").next().unwrap().contains("class=\"tiles"), "{list}");
    let whose = list.split("seg whose").nth(1).unwrap();
    assert!(whose.find("Moji").unwrap() < whose.find("Vsi").unwrap());
}

#[tokio::test]
async fn ages_are_written_with_a_dash() {
    let evening = Evening::new().await;
    evening.send(ID, &[("participant_total", "12"), ("participant_age_10-12", "7")]).await;
    let page = evening.app.get(&format!("{UNIT}/entries/{ID}"), &evening.cookie).await.body;
    let page = page.replace('\u{a0}', " ").replace('\u{2060}', "");
    assert!(page.contains("10–12 let 7") && !page.contains("10-12"), "{page}");
}

#[tokio::test]
async fn what_counts_as_a_creator_stands_where_creators_are_counted() {
    let evening = Evening::new().await;
    let talk = Activity { kind: Kind::OneToOne, ..evening.app.activity_like("mc-reka", "pogovor").await };
    let talk = evening.app.keep(talk).await;
    let form = async |activity: Uuid| {
        evening.app.get(&format!("{UNIT}/entries/new?activity={activity}"), &evening.cookie).await.body
    };
    let open = form(evening.activity.id).await;
    let creators = open.split("id=\"at-creator\"").nth(1).unwrap();
    let before = creators.split("name=\"creator_total\"").next().unwrap();
    assert!(before.contains("class=\"what corner\""), "{before}");
    assert!(!open.contains("id=\"at-others\""));
    // Of a talk they are asked for only where somebody wants to say it.
    let talking = form(talk.id).await;
    let folded = talking.split("<details class=\"pad\" id=\"at-others\">").nth(1).expect("folded");
    assert!(folded.contains("name=\"creator_total\"") && folded.contains("name=\"created\""));
    let id = talk.id.to_string();
    let refused = evening.send(ID, &[("activity", &*id), ("creator_total", "x")]).await.body;
    assert!(refused.contains("id=\"at-others\" open"), "what is wrong is to be seen");
}
