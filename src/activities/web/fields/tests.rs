use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::{Fields, Frame, STAFF, entry, of_activity, of_entry};
use crate::access::Path;
use crate::activities::activity::Activity;
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::heads::{Counts, Heads, Typed};
use crate::activities::times;
use crate::i18n::Text18;
use crate::units::{Network, Unit};
use crate::vocabulary::{AgeBand, Gender, Kind, PlaceKind, Term, Vocabulary, standard_bands};

const ZONE: chrono_tz::Tz = chrono_tz::Europe::Ljubljana;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn unit() -> Unit {
    Unit {
        network: Network {
            id: id(1),
            code: "mreza".into(),
            languages: vec!["sl".into()],
            zone: ZONE,
            country: "SI".into(),
            school_year_start: (9, 1),
            units_seq: 0,
        },
        id: id(2),
        code: "mc-reka".into(),
        kind: "centre".into(),
        may_record: true,
        name: Text18::two("Reka", "Reka"),
        place: None,
        zone: ZONE,
        opened_on: NaiveDate::MIN,
        closed_on: None,
        parent_id: Some(id(1)),
        path: Path::root(id(1)).below(id(2)),
    }
}

pub fn activity() -> Activity {
    Activity {
        id: id(3),
        unit_id: id(2),
        code: "odprta".into(),
        name: Text18::two("Odprta", "Open"),
        kind: Kind::Open,
        place_kind: PlaceKind::OnSite,
        main_tag: Some(id(10)),
        main_field: None,
        project: None,
        place: None,
        from_on: NaiveDate::MIN,
        until_on: None,
        default_start_min: None,
        default_duration_min: None,
        version: 1,
        terms: vec![id(11)],
        weekdays: Vec::new(),
        week_from: NaiveDate::MIN,
        former: Vec::new(),
    }
}

fn terms() -> Vec<Term> {
    let term = |n, vocabulary| Term {
        id: id(n),
        vocabulary,
        code: n.to_string(),
        label: Text18::default(),
        retired_on: None,
        replaced_by: None,
    };
    vec![
        term(10, Vocabulary::Tag),
        term(11, Vocabulary::Tag),
        term(12, Vocabulary::Field),
        term(13, Vocabulary::Reason),
        term(14, Vocabulary::Topic),
    ]
}

/// Reads the fields as a correction of `before`, or as a new entry.
pub fn read(fields: &Fields, before: Option<&Entry>) -> Result<Entry, Vec<&'static str>> {
    let (unit, activity, bands, terms) = (unit(), activity(), standard_bands(), terms());
    let opened = &before.map_or_else(|| of_activity(&activity), of_entry);
    let frame = Frame {
        unit: &unit,
        activity: &activity,
        bands: &bands,
        terms: &terms,
        projects: &[],
        before,
        opened,
    };
    entry(fields, id(5), &frame).map_err(|problems| problems.iter().map(|problem| problem.key).collect())
}

fn heads() -> impl Strategy<Value = Option<Heads>> {
    let bands = ["10-12", "13-14", "15-18", "an-older-set"];
    let age = proptest::collection::btree_map(proptest::sample::select(bands.to_vec()), 0..20i64, 0..3);
    let genders = vec![Gender::Girl, Gender::Boy, Gender::NonBinary, Gender::NotStated];
    let gender = proptest::collection::btree_map(proptest::sample::select(genders), 0..20i64, 0..4);
    proptest::option::of((gender, age, 0..40i64).prop_map(|(gender, age, more)| {
        let age = age
            .into_iter()
            .map(|(band, n)| (band.to_owned(), n))
            .collect::<std::collections::BTreeMap<_, _>>();
        let most = gender.values().sum::<i64>().max(age.values().sum());
        Typed { total: Some(most + more), gender, age }.heads().unwrap().unwrap()
    }))
}

prop_compose! {
    /// When it was, told in any of the ways there are; also in the nights that the clock changes, and whole days.
    fn time()(
        day in proptest::sample::select(vec!["2026-10-15", "2026-10-25", "2026-03-29", "2024-12-31"]),
        start in proptest::option::of(0..1440i64),
        duration in prop_oneof![0..=1440i64, Just(1440)],
        clock in any::<bool>(),
    ) -> (NaiveDate, times::Times) {
        let date: NaiveDate = day.parse().unwrap();
        let found = match (clock, start) {
            (true, Some(start)) => times::between(ZONE, date, start, (start + duration) % 1440),
            _ => times::lasting(ZONE, date, start, duration),
        };
        (date, found.unwrap_or(times::Times { start_min: None, duration_min: duration, start_at: None }))
    }
}

prop_compose! {
    /// Any entry that may stand in the database, however it got there.
    pub fn stored()(
        (local_date, times) in time(),
        parts in (heads(), heads(), heads()),
        created in 0..=100i64,
        numbers in proptest::collection::vec(proptest::option::of(0..3000i64), 6),
        spent_whole in any::<bool>(),
        method in proptest::sample::select(CountMethod::ALL.to_vec()),
        kind in proptest::sample::select(Kind::ALL.to_vec()),
        place_kind in proptest::sample::select(PlaceKind::ALL.to_vec()),
        cancelled in proptest::bool::weighted(0.2),
        copied_counts in any::<bool>(),
        series in proptest::option::of(1..9u128),
        note in proptest::option::of("[a-z]{1,9}( [a-z]{1,9})?"),
    ) -> Entry {
        let held = Entry {
            id: id(5), unit_id: id(2), activity_id: id(3), kind, place_kind,
            main_tag: Some(id(11)), main_field: Some(id(12)), project: Some(id(77)), terms: vec![id(10), id(14)],
            status: Status::Held, cancel_reason: None,
            local_date, start_min: times.start_min, duration_min: times.duration_min,
            zone: ZONE.name().into(), start_at: times.start_at,
            created_min: times.duration_min * created / 100,
            counts: Counts { creator: parts.0, participant: parts.1, audience: parts.2 },
            first_visits: numbers[0], staff_count: numbers[1],
            staff_min: if spent_whole { numbers[1].map(|n| n * times.duration_min) } else { numbers[2] },
            prep_min: numbers[3], volunteer_count: numbers[4], volunteer_min: numbers[5],
            count_method: method, copied_counts, series_id: series.map(id),
            note: note.filter(|_| kind != Kind::OneToOne), deleted: false,
        };
        if !cancelled {
            return held;
        }
        Entry {
            status: Status::Cancelled, cancel_reason: Some(id(13)), created_min: 0, counts: Counts::default(),
            first_visits: None, staff_count: None, staff_min: None, prep_min: None, volunteer_count: None,
            volunteer_min: None, count_method: CountMethod::default(), copied_counts: false, ..held
        }
    }
}

proptest! {
    #[test]
    fn a_correction_that_nobody_touched_changes_nothing(entry in stored()) {
        prop_assert_eq!(read(&of_entry(&entry), Some(&entry)), Ok(entry));
    }

    #[test]
    fn what_somebody_is_not_shown_stays_as_it_was(entry in stored(), note in "[a-z]{5}") {
        let mut fields = of_entry(&entry);
        STAFF.iter().for_each(|name| fields.remove(name));
        fields.set("note", &note);
        let note = Some(note).filter(|_| entry.kind != Kind::OneToOne);
        prop_assert_eq!(read(&fields, Some(&entry)), Ok(Entry { note, ..entry }));
    }

    #[test]
    fn calling_off_and_taking_it_back_leaves_no_heads_behind(entry in stored()) {
        let mut off = of_entry(&entry);
        off.set("status", "cancelled");
        let off = read(&off, Some(&entry)).unwrap();
        prop_assert_eq!((off.status, off.counts.visits(), off.created_min, off.staff_min),
            (Status::Cancelled, None, 0, if entry.status == Status::Cancelled { entry.staff_min } else { None }));
        prop_assert_eq!((off.local_date, off.duration_min), (entry.local_date, entry.duration_min));
        let mut on = of_entry(&off);
        on.set("status", "held");
        on.set("participant_total", 3);
        if off.without_hours() {
            // How long it was is asked then.
            prop_assert!(read(&on, Some(&off)).is_err());
            on.set("duration", 45);
        }
        let on = read(&on, Some(&off)).unwrap();
        prop_assert_eq!((on.status, on.cancel_reason, on.counts.visits()), (Status::Held, None, Some(3)));
    }
}

/// An evening from 17:00 to 20:00 with two colleagues, half of it created.
fn evening() -> Entry {
    let mut fields = super::of_activity(&activity());
    for (name, value) in [
        ("date", "2026-10-15"),
        ("start", "17:00"),
        ("end", "20:00"),
        ("participant_total", "12"),
        ("created", "half"),
        ("staff_count", "2"),
        ("count_method", "counted"),
    ] {
        fields.set(name, value);
    }
    read(&fields, None).unwrap()
}

#[test]
fn whoever_was_there_all_the_time_follows_a_corrected_end() {
    let evening = evening();
    assert_eq!((evening.staff_min, evening.created_min), (Some(360), 90));
    let mut fields = of_entry(&evening);
    fields.set("end", "21:00");
    let longer = read(&fields, Some(&evening)).unwrap();
    assert_eq!((longer.duration_min, longer.staff_min, longer.created_min), (240, Some(480), 120));

    STAFF.iter().for_each(|name| fields.remove(name));
    assert_eq!(read(&fields, Some(&evening)).unwrap().staff_min, Some(480), "also where it is not shown");
    let told = Entry { staff_min: Some(300), ..evening };
    let mut fields = of_entry(&told);
    fields.set("end", "21:00");
    assert_eq!(read(&fields, Some(&told)).unwrap().staff_min, Some(300), "hours that were told stay");
}

#[test]
fn an_occasion_has_its_own_tags_where_it_was_different() {
    let evening = evening();
    assert_eq!((evening.main_tag, &evening.terms[..]), (Some(id(10)), &[id(11)][..]));
    let pairs = |further: &[u128], tag: u128| {
        let mut fields = of_entry(&evening);
        fields.set("main_tag", id(tag));
        fields.set("place_kind", "street");
        fields.set("further", further.iter().map(|n| id(*n).to_string()).collect::<Vec<_>>().join(" "));
        read(&fields, Some(&evening))
    };
    let street = pairs(&[12, 11, 10], 11).unwrap();
    assert_eq!((street.main_tag, street.place_kind), (Some(id(11)), PlaceKind::Street));
    assert_eq!(street.terms, [id(10), id(12)], "the main tag is not a further one as well");
    assert!(pairs(&[], 10).unwrap().terms.is_empty());
    for wrong in [pairs(&[13], 10), pairs(&[99], 10), pairs(&[], 12)] {
        assert_eq!(wrong, Err(vec!["entry-problem-labels"]));
    }
}

#[test]
fn a_code_tells_its_band() {
    for band in standard_bands() {
        let found = AgeBand::from_code(&band.code).unwrap();
        assert_eq!((found.min_age, found.max_age), (band.min_age, band.max_age));
    }
    assert!(AgeBand::from_code("unknown").is_none() && AgeBand::from_code("a-b").is_none());
}

#[test]
fn the_night_the_clock_goes_back_is_an_hour_longer() {
    let mut fields = Fields::default();
    for (name, value) in [("date", "2026-10-24"), ("start", "22:00"), ("end", "06:00")] {
        fields.set(name, value);
    }
    let night = read(&fields, None).unwrap();
    assert_eq!(night.duration_min, 9 * 60);
    let end = night.start_at.unwrap() + TimeDelta::minutes(night.duration_min);
    assert_eq!(end.with_timezone(&ZONE).to_rfc3339(), "2026-10-25T06:00:00+01:00");
}
