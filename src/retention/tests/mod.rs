mod page;
mod removing;
mod words;

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::rule::{YEARS, at_night, cutoff, removed_on};
use crate::access::Me;
use crate::activities::{self, Entry};
use crate::testing::TestApp;

fn date(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

proptest! {
    #[test]
    fn a_note_goes_just_when_its_full_years_are_over(
        entry in 700_000i32..740_000, later in 0i32..6_000, years in YEARS,
    ) {
        let day = |n| NaiveDate::from_num_days_from_ce_opt(n).unwrap();
        let (entry, today) = (day(entry), day(entry + later));
        let gone = entry < cutoff(today, years);
        prop_assert_eq!(gone, today >= removed_on(entry, years));
        prop_assert_eq!(gone, i64::from(today.year() - entry.year()) > years);
    }
}

#[test]
fn the_years_are_full_ones_after_the_entrys_own() {
    assert_eq!(cutoff(date(2026, 1, 1), 3), date(2023, 1, 1));
    assert_eq!(cutoff(date(2026, 12, 31), 3), date(2023, 1, 1));
    assert_eq!(removed_on(date(2022, 12, 31), 3), date(2026, 1, 1));
    assert_eq!(removed_on(date(2023, 1, 1), 1), date(2025, 1, 1));
}

#[test]
fn the_night_comes_wherever_clocks_jump() {
    use chrono_tz::Europe::Ljubljana;
    assert_eq!(at_night(date(2026, 10, 15), Ljubljana).to_rfc3339(), "2026-10-15T01:15:00+00:00");
    // Both days on which the clock changes.
    assert_eq!(at_night(date(2026, 3, 29), Ljubljana).to_rfc3339(), "2026-03-29T01:15:00+00:00");
    assert_eq!(at_night(date(2026, 10, 25), Ljubljana).to_rfc3339(), "2026-10-25T02:15:00+00:00");
    // Samoa slept through all of this day.
    assert_eq!(
        at_night(date(2011, 12, 30), chrono_tz::Pacific::Apia).to_rfc3339(),
        "2011-12-30T10:15:00+00:00"
    );
}

/// An entry of an activity on a day, with a note.
async fn noted(app: &TestApp, me: &Me, activity: &activities::Activity, day: NaiveDate, note: &str) -> Entry {
    let unit = app.unit_by_id(activity.unit_id).await;
    let entry = Entry {
        id: app.ids.ordered(),
        unit_id: unit.id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: None,
        main_field: None,
        project: None,
        terms: vec![],
        status: activities::Status::Held,
        cancel_reason: None,
        local_date: day,
        start_min: Some(17 * 60),
        duration_min: 120,
        zone: unit.zone.name().into(),
        start_at: None,
        created_min: 30,
        counts: activities::Counts::default(),
        first_visits: Some(2),
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: activities::CountMethod::Counted,
        copied_counts: false,
        series_id: None,
        note: Some(note.into()),
        deleted: false,
    };
    save(app, me, activity, &entry, None).await;
    entry
}

async fn save(app: &TestApp, me: &Me, activity: &activities::Activity, entry: &Entry, base: Option<i64>) {
    let unit = app.unit_by_id(activity.unit_id).await;
    let id = if base.is_some() { app.ids.ordered() } else { entry.id };
    let command = activities::record::Command {
        id,
        base_version: base,
        entry: entry.clone(),
        author: Some(me.id),
        confirmed: true,
    };
    let done = activities::record::save(app, me, &unit, activity, vec![command]).await.unwrap();
    assert!(
        matches!(
            done,
            activities::record::Outcome::Saved { .. } | activities::record::Outcome::Proposed { .. }
        ),
        "{done:?}"
    );
}
