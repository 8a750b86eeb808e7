use chrono::{Days, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::Reader;
use crate::access::{Grant, Me, RoleKind};
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::heads::{Heads, Typed};
use crate::activities::web::fields::tests::{activity, stored, unit};
use crate::activities::web::rows::Said;
use crate::i18n::{Lang, Text18, Words};
use crate::vocabulary::{Gender, Kind, PlaceKind, Project, Term, Vocabulary};

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Two words of each list, and of two lists the same word.
fn terms() -> Vec<Term> {
    let lists = [
        (10, Vocabulary::Tag, "sport"),
        (11, Vocabulary::Tag, "druženje"),
        (12, Vocabulary::Field, "sport"),
        (15, Vocabulary::Field, "zdravje"),
        (13, Vocabulary::Reason, "vreme"),
        (16, Vocabulary::Reason, "bolezen"),
        (14, Vocabulary::Topic, "družina"),
        (17, Vocabulary::Topic, "delo"),
    ];
    let term = |(n, vocabulary, label): (u128, Vocabulary, &str)| Term {
        id: id(n),
        vocabulary,
        code: n.to_string(),
        label: Text18::one("sl", label),
        retired_on: None,
        replaced_by: None,
    };
    lists.map(term).into()
}

fn projects() -> Vec<Project> {
    let project = |n: u128| Project {
        id: id(n),
        code: n.to_string(),
        name: Text18::one("sl", format!("Projekt {n}")),
        from_on: chrono::NaiveDate::MIN,
        until_on: None,
        programme: None,
        owner_unit_id: id(1),
    };
    vec![project(77), project(78)]
}

fn reader(kind: RoleKind) -> Me {
    let unit = unit();
    let grant = Grant {
        kind,
        network_id: unit.network.id,
        network: "n".into(),
        unit_id: unit.id,
        unit: "u".into(),
        unit_name: Text18::default(),
        path: unit.path,
    };
    Me {
        id: id(9),
        mail: String::new(),
        name: String::new(),
        lang: Lang::Sl,
        grants: vec![grant],
        session: vec![],
    }
}

/// The next of a list, after the last one the first again.
fn after<T: Copy + PartialEq>(all: &[T], one: T) -> T {
    let at = all.iter().position(|it| *it == one).map_or(0, |at| at + 1);
    all[at % all.len()]
}

fn other(id_now: Option<Uuid>, ids: [u128; 2]) -> Option<Uuid> {
    Some(if id_now == Some(id(ids[0])) { id(ids[1]) } else { id(ids[0]) })
}

fn more(n: Option<i64>) -> Option<i64> {
    Some(n.map_or(0, |n| n + 1))
}

fn heads(total: i64, girls: i64, teens: i64) -> Option<Heads> {
    let gender = [(Gender::Girl, girls)].into();
    let age = [("15-18".to_owned(), teens)].into();
    Typed { total: Some(total), gender, age }.heads().unwrap()
}

type Change = (&'static str, fn(&mut Entry));

/// A change of each field of an entry; the first four tell whose it is and where it belongs, and are the same for both.
fn changes(entry: &Entry) -> Vec<Change> {
    // A new field has to be told as well: this stops compiling until it has its change below.
    let Entry {
        id: _,
        unit_id: _,
        activity_id: _,
        kind: _,
        place_kind: _,
        main_tag: _,
        main_field: _,
        project: _,
        terms: _,
        status: _,
        cancel_reason: _,
        local_date: _,
        start_min: _,
        duration_min: _,
        zone: _,
        start_at: _,
        created_min: _,
        counts: _,
        first_visits: _,
        staff_count: _,
        staff_min: _,
        prep_min: _,
        volunteer_count: _,
        volunteer_min: _,
        count_method: _,
        copied_counts: _,
        series_id: _,
        note: _,
        deleted: _,
    } = entry;
    vec![
        ("kind", |it| it.kind = after(Kind::ALL, it.kind)),
        ("place_kind", |it| it.place_kind = after(PlaceKind::ALL, it.place_kind)),
        ("main_tag", |it| it.main_tag = other(it.main_tag, [10, 11])),
        ("no main_tag", |it| it.main_tag = None),
        ("main_field", |it| it.main_field = other(it.main_field, [12, 15])),
        ("tag for field", |it| (it.main_tag, it.main_field) = (Some(id(10)), None)),
        ("field for tag", |it| (it.main_tag, it.main_field) = (None, Some(id(12)))),
        ("project", |it| it.project = other(it.project, [77, 78])),
        ("no project", |it| it.project = None),
        ("terms", |it| it.terms = vec![id(15), id(17)]),
        ("further for main", |it| it.terms.extend(it.main_tag.take())),
        ("status", |it| it.status = after(&[Status::Held, Status::Cancelled], it.status)),
        ("cancel_reason", |it| it.cancel_reason = other(it.cancel_reason, [13, 16])),
        ("local_date", |it| it.local_date = it.local_date + Days::new(1)),
        ("a year", |it| it.local_date = it.local_date + Days::new(364)),
        ("start_min", |it| it.start_min = Some(it.start_min.map_or(0, |start| (start + 1) % 1440))),
        ("no start_min", |it| it.start_min = None),
        ("duration_min", |it| it.duration_min += 1),
        ("zone", |it| it.zone = "Europe/London".into()),
        ("start_at", |it| it.start_at = it.start_at.map(|at| at + TimeDelta::hours(1))),
        ("created_min", |it| it.created_min += 1),
        ("creators", |it| it.counts.creator = heads(100, 1, 1)),
        ("participants", |it| it.counts.participant = heads(100, 1, 1)),
        ("gender", |it| it.counts.participant = heads(100, 2, 1)),
        ("age", |it| it.counts.participant = heads(100, 1, 2)),
        ("nobody", |it| it.counts.audience = heads(0, 0, 0)),
        ("not counted", |it| it.counts.participant = None),
        ("first_visits", |it| it.first_visits = more(it.first_visits)),
        ("staff_count", |it| it.staff_count = more(it.staff_count)),
        ("staff_min", |it| it.staff_min = more(it.staff_min)),
        ("prep_min", |it| it.prep_min = more(it.prep_min)),
        ("volunteer_count", |it| it.volunteer_count = more(it.volunteer_count)),
        ("volunteer_min", |it| it.volunteer_min = more(it.volunteer_min)),
        ("count_method", |it| it.count_method = after(&CountMethod::ALL, it.count_method)),
        ("copied_counts", |it| it.copied_counts = !it.copied_counts),
        ("series_id", |it| it.series_id = other(it.series_id, [1, 2])),
        ("note", |it| it.note = Some(format!("{}!", it.note.clone().unwrap_or_default()))),
        ("deleted", |it| it.deleted = !it.deleted),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_differs_is_on_a_line_that_says_so(entry in stored(), role in 0..3usize) {
        let (unit, activity, terms, projects) = (unit(), activity(), terms(), projects());
        let me = reader([RoleKind::Worker, RoleKind::Mentor, RoleKind::Coordinator][role]);
        let said = Said {
            w: Words(Lang::Sl), unit: &unit, activity: &activity, terms: &terms, projects: &projects,
        };
        let reader = Reader { me: &me, said };
        for (name, change) in changes(&entry) {
            let mut changed = entry.clone();
            change(&mut changed);
            for (first, second) in [(&entry, &changed), (&changed, &entry)] {
                let lines = reader.compared(first, second);
                let differs = lines.iter().any(|line| line.differs);
                prop_assert_eq!(differs, first != second, "{}: {:?}", name, first);
                prop_assert!(lines.iter().all(|line| !line.label.contains('⟦')));
            }
        }
        let notes = role != 2;
        let told = reader.compared(&entry, &Entry { note: Some("skrivnost".into()), ..entry.clone() });
        prop_assert_eq!(told.iter().any(|line| line.second.contains("skrivnost")), notes);
    }
}
