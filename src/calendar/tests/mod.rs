//! The calendar: the rules alone, what is written into a file, pages, and mails.

mod ics;
mod mails;
mod pages;
mod rules;
mod typed;

use chrono::NaiveDate;
use uuid::Uuid;

use super::rule::{Covers, Due, Exception, Kind, Rule, When};
use crate::i18n::Text18;
use crate::testing::{TestApp, now};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// On this day, each year.
pub fn on(month: u32, day: u32) -> When {
    When { month: Some(month), day: Some(day), from: None }
}

/// A date as it stands since long ago.
pub fn rule(due: Due) -> Rule {
    let since = day(2020, 1, 1);
    Rule {
        id: Uuid::from_u128(1),
        due,
        version: 1,
        since_on: since,
        dated_on: since,
        until_on: None,
        by: String::new(),
        at: now(),
    }
}

/// Each centre closes the year before.
pub fn closing(unit_id: Uuid, when: When) -> Due {
    Due {
        kind: Kind::Closing,
        covers: Some(Covers::YearBefore),
        unit_id,
        unit_kind: Some("centre".into()),
        when,
        remind: true,
        ..Due::default()
    }
}

pub fn meeting(unit_id: Uuid, name: &str, when: When) -> Due {
    Due { kind: Kind::Meeting, name: Text18::two(name, name), unit_id, when, ..Due::default() }
}

pub fn left_out(rule: &Rule, on: NaiveDate) -> Exception {
    Exception { due_id: rule.id, rule_on: on, moved_to: None }
}

/// Puts dates into the network's calendar, since long ago; their ids, in order.
pub async fn bring(app: &TestApp, all: &[Due]) -> Vec<Uuid> {
    let mut tx = app.db.begin().await.unwrap();
    let all: Vec<_> = all.iter().map(|due| (due.clone(), day(2020, 1, 1))).collect();
    super::bring(app, &mut tx, app.network_id, &all, None).await.unwrap();
    tx.commit().await.unwrap();
    super::store::rules(&app.db, app.network_id).await.unwrap().into_iter().map(|it| it.id).collect()
}
