//! One-to-one work among other work, where figures are all that one sees.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::scene::{self, date, question};
use super::store;
use crate::activities::{Activity, Heads};
use crate::measures::few::{members_of, takes_apart};
use crate::measures::together::{Held, Stands, stand_together};
use crate::measures::{self, ANY, Ask, Books, Measure, PAIR, Question};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

fn held(month: u32, activity: u128, kind: Kind, visits: i64) -> Held {
    Held { month: date(2026, month, 1), place: 0, activity_id: Uuid::from_u128(activity), kind, visits }
}

fn ids(of: &[u128]) -> BTreeSet<Uuid> {
    of.iter().map(|id| Uuid::from_u128(*id)).collect()
}

#[test]
fn a_talk_stands_with_the_oldest_groups_that_come_to_ten() {
    let (talk, old, new, open, event) = (9, 1, 2, 3, 4);
    let all = [
        held(1, talk, Kind::OneToOne, 4),
        held(1, new, Kind::Group, 30),
        held(1, old, Kind::Group, 6),
        held(1, old, Kind::Group, 6),
        held(1, open, Kind::Open, 40),
        held(1, event, Kind::Event, 0),
    ];
    let january = |held: &[Held]| stand_together(held).remove(&(date(2026, 1, 1), 0));
    assert_eq!(january(&all), Some(Stands::Some(ids(&[talk, old]))));
    // Where the oldest does not suffice, the next one joins; one without visits hides nothing.
    let mut few = all;
    few[3].visits = 0;
    assert_eq!(january(&few), Some(Stands::Some(ids(&[talk, old, new]))));
    few[2].visits = 0;
    assert_eq!(january(&few), Some(Stands::Some(ids(&[talk, new]))));
    // Too few groups: everything that is not open; and where that is too little, everything.
    few[1].visits = 9;
    assert_eq!(january(&few), Some(Stands::All));
    few[5].visits = 1;
    assert_eq!(january(&few), Some(Stands::Rest(ids(&[talk, old, new, event]))));
    // Without talks everything stands by itself, and another month is another matter.
    assert_eq!(stand_together(&all[1..]), BTreeMap::new());
    let february = (date(2026, 2, 1), 0);
    let two = stand_together(&[all[1], held(2, talk, Kind::OneToOne, 1)]);
    assert_eq!(two, BTreeMap::from([(february, Stands::All)]));
}

#[test]
fn parts_that_take_groups_and_talks_apart_are_known() {
    for (codes, apart) in [
        (&["group"][..], true),
        (&["one_to_one"], true),
        (&["open", "one_to_one"], true),
        (&["group", "one_to_one"], false),
        (&["open", "event"], false),
    ] {
        assert_eq!(takes_apart(codes), apart, "{codes:?}");
    }
    let members: Vec<String> = members_of(&["one_to_one", "group", "open"]).into_iter().collect();
    assert_eq!(members, [PAIR, "open"]);
    assert!(measures::may_be_apart(Measure::Visits) && !measures::may_be_apart(Measure::Creators));
}

/// Entries of `n` visits each.
async fn write(app: &TestApp, activity: &Activity, days: &[(u32, u32, i64)]) {
    let entries: Vec<_> = days
        .iter()
        .map(|(month, day, n)| {
            let mut entry = scene::plain(activity, app.ids.ordered(), date(2025, *month, *day));
            let (gender, age) = (BTreeMap::new(), BTreeMap::new());
            entry.counts.participant = Some(Heads { total: *n, gender, age });
            entry
        })
        .collect();
    scene::write(app, &entries).await;
}

async fn year(app: &TestApp, unit: &str) -> (Books, Question) {
    let asked = question(&app.unit(unit).await, date(2025, 1, 1), date(2025, 12, 31));
    (measures::open(&app.db, app.network_id, &[Ask::whole(asked.period)]).await.unwrap(), asked)
}

#[tokio::test]
async fn kinds_stand_together_by_month_and_by_themselves_for_a_year_of_enough() {
    let app = TestApp::new().await;
    let days: Vec<(u32, u32, i64)> = (1..=12).map(|month| (month, 3, 1)).collect();
    for (unit, of) in [("mc-reka", 12), ("mc-most", 3), ("mc-sava", 8)] {
        let talk = scene::activity(&app, unit, "talk", Kind::OneToOne).await;
        let band = scene::activity(&app, unit, "band", Kind::Group).await;
        let open = scene::activity(&app, unit, "open", Kind::Open).await;
        write(&app, &talk, &days[..of]).await;
        write(&app, &band, &days.iter().map(|(month, day, _)| (*month, *day, 20)).collect::<Vec<_>>()).await;
        write(&app, &open, &days).await;
    }
    let visits = |books: &Books, asked: &Question, apart| -> BTreeMap<String, i64> {
        let told = books.told_kinds(asked, apart).into_iter();
        told.map(|(code, sums)| (code, sums.visits())).collect()
    };
    let of = |all: &[(&str, i64)]| -> BTreeMap<String, i64> {
        all.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect()
    };
    let (books, asked) = year(&app, "mc-reka").await;
    assert!(books.apart(&asked, app.today()).here);
    assert_eq!(visits(&books, &asked, true), of(&[("open", 12), ("group", 240), ("one_to_one", 12)]));
    assert_eq!(visits(&books, &asked, false), of(&[("open", 12), (PAIR, 252)]));
    // A year that is not over, and any other period, is not told apart.
    assert!(!books.apart(&asked, date(2025, 12, 31)).here);
    let half = question(&app.unit("mc-reka").await, date(2025, 1, 1), date(2025, 6, 30));
    assert!(!books.apart(&half, app.today()).here);
    // Three are too few, and so is what is left of them one step above; of the network, eleven are left.
    let (books, asked) = year(&app, "mc-most").await;
    assert!(!books.apart(&asked, app.today()).here);
    let (books, asked) = year(&app, "ljubljana").await;
    let apart = books.apart(&asked, app.today());
    assert!(!apart.here && apart.below.contains("mc-reka") && !apart.below.contains("mc-most"));
    let (books, asked) = year(&app, "mreza").await;
    assert!(books.apart(&asked, app.today()).here);
    // Without a group there is nothing to hide among: all kinds of that month stand together.
    let extra = scene::activity(&app, "taborniki", "talk", Kind::OneToOne).await;
    write(&app, &extra, &[(3, 1, 4)]).await;
    let open = scene::activity(&app, "taborniki", "open", Kind::Open).await;
    write(&app, &open, &[(3, 1, 30), (4, 1, 30)]).await;
    let (books, asked) = year(&app, "taborniki").await;
    assert_eq!(visits(&books, &asked, false), of(&[("open", 30), (ANY, 34)]));
    assert_eq!(visits(&books, &asked, true), of(&[("open", 30), (ANY, 34)]));
    let rows: i64 =
        books.told_kinds_by_month(&asked, true).into_values().flatten().map(|(_, it)| it.visits()).sum();
    assert_eq!(rows, 64, "the parts add up");
}

#[tokio::test]
async fn a_unit_that_moved_within_the_year_is_not_told_by_itself() {
    let app = TestApp::new().await;
    let talk = scene::activity(&app, "mc-reka", "talk", Kind::OneToOne).await;
    let band = scene::activity(&app, "mc-reka", "band", Kind::Group).await;
    let days: Vec<(u32, u32, i64)> = (1..=12).map(|month| (month, 3, 20)).collect();
    write(&app, &talk, &days).await;
    write(&app, &band, &days).await;
    let (books, asked) = year(&app, "mc-reka").await;
    assert!(books.apart(&asked, app.today()).here);
    store::move_unit(&app, "mc-reka", "brezice", date(2025, 2, 10)).await;
    let (books, asked) = year(&app, "mc-reka").await;
    assert!(!books.apart(&asked, app.today()).here);
    let (books, asked) = year(&app, "brezice").await;
    let apart = books.apart(&asked, app.today());
    assert!(apart.here && apart.below.is_empty());
}
