//! What stands in the database in the end, on either engine.

use std::collections::BTreeSet;

use chrono::Days;

use super::{Wanted, date, digest, entries, wanted};
use crate::access::{self, Act, RoleKind};
use crate::activities::record::{self, Command, Outcome};
use crate::activities::{self, Filter, Stored};
use crate::clock::Day;
use crate::db::Conn;
use crate::generate::plan::Plan;
use crate::generate::{self, Demonstration, Refusal, write};
use crate::measures::{self, Period, Question};
use crate::testing::TestApp;
use crate::vocabulary::Kind;
use crate::{args, people, units};

async fn all_stored(app: &TestApp, code: &str) -> Vec<Stored> {
    let root = units::network_named(&app.db, code, app.today()).await.unwrap().unwrap();
    let mut stored = Vec::new();
    for unit in units::branch(&app.db, &root, app.today()).await.unwrap() {
        let (from, last) = (date(2000, 1, 1), app.today());
        stored.extend(activities::recorded_on(&app.db, root.network.id, unit.id, from, last).await.unwrap());
    }
    stored.sort_by_key(|stored| stored.change_seq);
    stored
}

#[tokio::test]
async fn the_same_seed_writes_the_same_rows_and_a_second_network_stands_beside_the_first() {
    let (one, other) = (TestApp::new().await, TestApp::new().await);
    // Ids and times of the program do not matter.
    other.ids.ordered();
    let want = || wanted(2, 0, 5, date(2026, 2, 28));
    let made = write::write(&one, want(), "abc").await.unwrap();
    write::write(&other, want(), "abc").await.unwrap();
    let rows = all_stored(&one, "abc").await;
    assert_eq!(digest(&rows), digest(&all_stored(&other, "abc").await));

    let plan = Plan::new(want(), "abc");
    assert_eq!(rows.len(), entries(&plan).len());
    assert!(
        rows.iter().all(|row| row.made_by.is_some()
            && Day::Now(row.made_at).in_zone(chrono_tz::UTC) >= row.entry.local_date)
    );
    let visits: i64 = entries(&plan).iter().filter_map(|entry| entry.counts.visits()).sum();
    let root = units::network_named(&one.db, "abc", one.today()).await.unwrap().unwrap();
    let period = Period::own(date(2026, 1, 1), date(2026, 2, 28));
    let question = Question::new(root.network.id, root.path.clone(), period);
    assert_eq!(measures::total(&one.db, &question).await.unwrap().visits(), visits);

    let count = async |table: &str| {
        let sql = match table {
            "unit_cost" => "select count(*) from unit_cost where network_id = $1",
            _ => "select count(*) from population where network_id = $1",
        };
        let (n,): (i64,) = Conn::from(&one.db).one(sql, args![root.network.id]).await.unwrap();
        n
    };
    assert_eq!((count("unit_cost").await, count("population").await), (2, 2), "one has not said it yet");

    assert_eq!(generate::generate(&one, want()).await.unwrap().network, "mreza-2", "mreza was there");
    assert_eq!(generate::generate(&one, want()).await.unwrap().network, "mreza-3");
    let codes: Vec<&str> = made.units.iter().map(|unit| unit.code.as_str()).collect();
    assert_eq!(
        codes,
        ["abc", "ljubljana", "novo-mesto", "mc-podmostje", "mc-zelena-vrata", "zveza-papirnata-ladja"]
    );
    assert_eq!(made.units[3].parent.as_deref(), Some("ljubljana"));
}

#[tokio::test]
async fn accounts_open_and_every_entry_would_pass_the_form() {
    let app = TestApp::new().await;
    let made = write::write(&app, wanted(2, 0, 11, date(2026, 1, 31)), "abc").await.unwrap();
    let roles: BTreeSet<&str> = made.accounts.iter().map(|account| account.role).collect();
    assert_eq!(roles, RoleKind::ALL.iter().map(|role| role.code()).collect());
    assert!(made.accounts.iter().all(|account| account.password.len() >= 10));
    let other = TestApp::new().await;
    let again = write::write(&other, wanted(2, 0, 11, date(2026, 1, 31)), "abc").await.unwrap();
    assert_eq!(made.accounts, again.accounts);

    let root = units::network_named(&app.db, "abc", app.today()).await.unwrap().unwrap();
    let mut saved = 0;
    for account in made.accounts.iter().filter(|account| account.role == "worker") {
        let person = people::by_mail(&app.db, &account.mail).await.unwrap().unwrap();
        assert!(person.password_hash.is_some());
        let token = access::begin_session(&app, person.id).await.unwrap();
        let me = access::me(&app, &token).await.unwrap().unwrap();
        let unit = units::find(&app, "abc", &account.unit).await.unwrap();
        assert!(me.may(Act::Record, &unit.as_place()));
        let (from, last) = (date(2026, 1, 1), date(2026, 1, 31));
        for stored in activities::recorded_on(&app.db, root.network.id, unit.id, from, last).await.unwrap() {
            let activity = activities::activity(&app.db, root.network.id, stored.entry.activity_id).await;
            // Sent once more as the form would: the rules have nothing to say, and it was there already.
            let command = Command {
                author: None,
                id: stored.entry.id,
                base_version: None,
                entry: stored.entry.clone(),
                confirmed: true,
            };
            let outcome =
                record::save(&app, &me, &unit, &activity.unwrap().unwrap(), vec![command]).await.unwrap();
            assert!(matches!(outcome, Outcome::Saved { version: 1, .. }), "{outcome:?} {stored:?}");
            saved += 1;
        }
    }
    assert!(saved > 50, "{saved}");
    let (filter, today) = (Filter::default(), app.today());
    let listed =
        activities::list(&app.db, root.network.id, &root.path, today, &filter, (0, 10)).await.unwrap();
    assert_eq!(listed.len(), 10);
}

#[tokio::test]
async fn days_that_have_not_come_and_networks_too_large_are_refused() {
    let app = TestApp::new().await;
    let tomorrow = app.today() + Days::new(1);
    let refused = generate::generate(&app, wanted(2, 0, 1, tomorrow)).await;
    assert!(matches!(refused, Err(Refusal::Future)));
    let refused = generate::generate(&app, wanted(501, 0, 1, app.today())).await;
    assert!(matches!(refused, Err(Refusal::Size)));
    let open = generate::wanted(&app, 2, 0, 1, None);
    assert_eq!((open.until, open.last_recorded), (app.today(), app.today() - Days::new(1)));
    let past = generate::wanted(&app, 2, 0, 1, Some(date(2025, 5, 5)));
    assert_eq!(past.last_recorded, past.until);
}

#[tokio::test]
async fn the_demonstration_leaves_other_networks_alone() {
    let app = TestApp::new().await;
    assert!(!generate::demonstration_missing(&app).await.unwrap());
    assert!(matches!(
        generate::demonstration(&app).await.unwrap(),
        Demonstration::Occupied(network) if network == "mreza"
    ));
    // Found again, whatever stands beside it by now.
    write::write(&app, wanted(27, 0, 2022, date(2026, 1, 2)), generate::DEMONSTRATION).await.unwrap();
    let Demonstration::Ready(accounts) = generate::demonstration(&app).await.unwrap() else {
        panic!("the demonstration is there")
    };
    assert_eq!(accounts[0].mail, "coordinator@demo.example");
}

/// Entry, question, step and text of every answer.
async fn answers(
    app: &TestApp,
    network: uuid::Uuid,
) -> Vec<(uuid::Uuid, uuid::Uuid, Option<i64>, Option<String>)> {
    Conn::from(&app.db)
        .all(
            "select entry_id, question_id, value_n, value_text from reflection_answer where network_id = $1
             order by entry_id, question_id",
            args![network],
        )
        .await
        .unwrap()
}

#[tokio::test]
async fn an_organisation_asks_its_centres_and_is_answered_the_same_way_each_time() {
    let (one, other) = (TestApp::new().await, TestApp::new().await);
    let want = || wanted(10, 0, 5, date(2026, 1, 14));
    // The first town has four centres, and so an organisation, from eighteen on.
    assert!(crate::generate::plan::reflections::asking(&Plan::new(want(), "abc").tree).is_none());
    let want = || wanted(21, 0, 5, date(2026, 1, 14));
    write::write(&one, want(), "abc").await.unwrap();
    write::write(&other, want(), "abc").await.unwrap();
    let root = units::network_named(&one.db, "abc", one.today()).await.unwrap().unwrap();
    let found = answers(&one, root.network.id).await;
    assert_eq!(digest(&found), digest(&answers(&other, root.network.id).await));
    assert!(found.len() > 30, "{}", found.len());
    assert!(found.iter().any(|it| it.3.is_some()) && found.iter().any(|it| it.2 == Some(5)));
    // Each is one that a page would show: of the branch, of its kind and day.
    for (entry_id, question_id, ..) in &found {
        let entry = activities::entry(&one.db, root.network.id, *entry_id).await.unwrap().unwrap().entry;
        let unit = units::by_id(&one.db, root.network.id, entry.unit_id, one.today()).await.unwrap().unwrap();
        let line = units::named_path(&one.db, &unit, one.today()).await.unwrap();
        assert!(line.iter().any(|it| it.kind == "organisation"), "{question_id}: {}", unit.code);
        assert!(matches!(entry.kind, Kind::Open | Kind::Group));
    }
}

#[tokio::test]
async fn the_demonstration_has_a_finished_report_that_was_corrected_and_one_being_written() {
    let app = TestApp::new().await;
    let want = Wanted { answers: 60, asks_now: true, ..wanted(2, 1, 7, date(2026, 10, 14)) };
    let made = write::write(&app, want, "abc").await.unwrap();
    let mentor = made.accounts.iter().find(|account| account.role == "mentor").unwrap();
    let person = people::by_mail(&app.db, &mentor.mail).await.unwrap().unwrap();
    let cookie = format!("logbook_session={}", access::begin_session(&app, person.id).await.unwrap());
    let list = app.get(&format!("/units/abc/{}/reports", mentor.unit), &cookie).await;
    assert!(
        list.body.contains("Letno poročilo 2025")
            && list.body.contains("Polletno poročilo, prvo polletje 2026"),
        "{}",
        list.body
    );
    let base = format!("/units/abc/{}/reports/", mentor.unit);
    let addresses = list.body.split(&base).skip(1).filter_map(|rest| rest.split('"').next());
    let mut finished = 0;
    for id in addresses {
        let page = app.get(&format!("{base}{id}"), &cookie).await;
        assert_eq!(page.status, 200);
        if page.body.contains("/differences") {
            assert!(
                page.body.contains("se je spremenil 1 vnos") && page.body.contains("Hvala občini"),
                "{}",
                page.body
            );
            finished += 1;
        }
    }
    assert_eq!(finished, 1);
}
