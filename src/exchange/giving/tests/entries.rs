//! What stands in the rows: everything an entry says, and what figures count.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Row, all_of, n, rows, sum, written};
use crate::activities::{CountMethod, Entry, Filter, Heads, Status};
use crate::exchange::columns::Column;
use crate::exchange::giving::give::Shape;
use crate::i18n::Text18;
use crate::measures::{self, Ask, Axis, Measure, Question, scene};
use crate::testing::TestApp;
use crate::vocabulary::{self, Gender, Kind, Part, PlaceKind, Project, Vocabulary};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// An entry that says everything an entry can say.
async fn full(app: &TestApp) -> Entry {
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let of = |list: Vocabulary| terms.iter().filter(move |it| it.vocabulary == list).map(|it| it.id);
    let unit = app.unit("mc-reka").await;
    let project = Project {
        id: app.ids.ordered(),
        code: "skupaj".into(),
        name: Text18::two("Skupaj", "Together"),
        from_on: unit.opened_on,
        until_on: None,
        programme: None,
        owner_unit_id: unit.id,
    };
    let mut tx = app.db.begin().await.unwrap();
    vocabulary::insert_project(&mut tx, app.network_id, &project).await.unwrap();
    tx.commit().await.unwrap();
    let activity = scene::activity(app, "mc-reka", "tabor", Kind::Event).await;
    let further = of(Vocabulary::Tag).skip(1).take(2).chain(of(Vocabulary::Field).skip(1).take(1));
    let mut entry = scene::plain(&activity, app.ids.ordered(), day(2026, 10, 24));
    // The night the clock goes back: 22 to 4 are seven hours.
    let times =
        crate::activities::between(chrono_tz::Europe::Ljubljana, entry.local_date, 1320, 240).unwrap();
    entry.place_kind = PlaceKind::Street;
    entry.main_tag = of(Vocabulary::Tag).next();
    entry.main_field = of(Vocabulary::Field).next();
    entry.project = Some(project.id);
    entry.terms = further.chain(of(Vocabulary::Topic).take(1)).collect();
    entry.start_min = times.start_min;
    entry.start_at = times.start_at;
    entry.duration_min = times.duration_min;
    entry.created_min = 90;
    entry.counts.participant = Some(Heads {
        total: 12,
        gender: BTreeMap::from([(Gender::Girl, 7), (Gender::NonBinary, 1), (Gender::Unknown, 4)]),
        age: BTreeMap::from([("15-18".to_owned(), 10), ("30+".to_owned(), 1), ("unknown".to_owned(), 1)]),
    });
    entry.counts.creator = Some(Heads::default());
    entry.first_visits = Some(0);
    entry.staff_count = Some(2);
    entry.staff_min = Some(840);
    entry.prep_min = Some(60);
    entry.volunteer_count = Some(1);
    entry.volunteer_min = Some(420);
    entry.count_method = CountMethod::Register;
    entry.copied_counts = true;
    entry.series_id = Some(Uuid::from_u128(7));
    entry.note = Some("=HYPERLINK(\"x\")\nin \"še\" ena; vrstica".to_owned());
    entry
}

#[tokio::test]
async fn every_column_comes_back_as_it_was() {
    let app = TestApp::new().await;
    let entry = full(&app).await;
    scene::write(&app, std::slice::from_ref(&entry)).await;
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let code = |id: Option<Uuid>| terms.iter().find(|it| Some(it.id) == id).unwrap().code.clone();
    let codes = |list: Vocabulary| {
        let mut codes: Vec<String> = entry.terms.iter().map(|id| Some(*id)).map(code).collect();
        codes.retain(|code| terms.iter().any(|it| it.vocabulary == list && it.code == *code));
        codes.sort();
        codes.join(" ")
    };
    let (given, ended, bytes) = written(&app, all_of(&app, "ljubljana").await).await;
    let codebook = ended.unwrap();
    assert_eq!((given.entries, given.rows, given.notes), (1, 1, 1));
    let all = super::read(&bytes);
    let row: &Row = &all[0];
    let expected = [
        ("entry", entry.id.to_string()),
        ("version", "1".into()),
        ("unit", "mc-reka".into()),
        ("unit_label", "Enota mc-reka".into()),
        ("activity", "tabor".into()),
        ("activity_label", "Dejavnost tabor".into()),
        ("kind", "event".into()),
        ("kind_label", "Dogodek".into()),
        ("place_kind", "street".into()),
        ("project", "skupaj".into()),
        ("project_label", "Skupaj".into()),
        ("main_tag", code(entry.main_tag)),
        ("main_field", code(entry.main_field)),
        ("further_tags", codes(Vocabulary::Tag)),
        ("further_fields", codes(Vocabulary::Field)),
        ("topics", codes(Vocabulary::Topic)),
        ("status", "held".into()),
        ("status_label", "Izvedeno".into()),
        ("cancel_reason", String::new()),
        ("cancel_reason_label", String::new()),
        ("date", "2026-10-24".into()),
        ("start", "22:00".into()),
        ("end", "04:00".into()),
        ("duration_min", "420".into()),
        ("created_min", "90".into()),
        ("participant", "12".into()),
        ("participant_girl", "7".into()),
        ("participant_boy", "0".into()),
        ("participant_non_binary", "1".into()),
        ("participant_not_stated", "0".into()),
        ("participant_unknown", "4".into()),
        ("participant_age_15-18", "10".into()),
        ("participant_age_19-24", "0".into()),
        ("participant_age_30+", "1".into()),
        ("participant_age_unknown", "1".into()),
        // Counted, and nobody; and not counted.
        ("creator", "0".into()),
        ("creator_girl", "0".into()),
        ("creator_age_15-18", "0".into()),
        ("audience", String::new()),
        ("audience_girl", String::new()),
        ("audience_age_unknown", String::new()),
        ("first_visits", "0".into()),
        ("staff_count", "2".into()),
        ("staff_min", "840".into()),
        ("prep_min", "60".into()),
        ("volunteer_count", "1".into()),
        ("volunteer_min", "420".into()),
        ("count_method", "register".into()),
        ("count_method_label", "Seznam".into()),
        ("copied_counts", "1".into()),
        ("series", Uuid::from_u128(7).to_string()),
        // As text, not as a formula.
        ("note", format!("'{}", entry.note.as_deref().unwrap())),
    ];
    for (column, value) in &expected {
        assert_eq!(row.get(*column), Some(value), "{column}");
    }
    assert!(codes(Vocabulary::Tag).contains(' ') && !codes(Vocabulary::Topic).is_empty());
    // No column is headed with what cannot be read again, and each is explained, codes too.
    for heading in row.keys().filter(|it| !it.ends_with("_label")) {
        assert!(Column::from_code(heading).is_some(), "{heading}");
    }
    let explained: BTreeSet<&str> = codebook.rows.iter().map(|row| row[0].as_str()).collect();
    for heading in row.keys() {
        assert!(explained.contains(heading.as_str()), "{heading}");
    }
    let says = |column: &str, code: &str, meaning: &str| {
        codebook.rows.iter().any(|row| row[0] == column && row[1] == code && row[2] == meaning)
    };
    assert!(says("unit", "mc-reka", "Enota mc-reka") && says("status", "cancelled", "Odpadlo"));
    assert!(says("activity", "tabor", "Dejavnost tabor") && says("project", "skupaj", "Skupaj"));
    assert!(!codebook.rows.iter().flatten().any(|cell| cell.contains('⟦')));
}

#[tokio::test]
async fn what_was_called_off_is_there_what_was_deleted_is_not_and_units_are_called_as_they_were() {
    let app = TestApp::new().await;
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let reason = terms.iter().find(|it| it.vocabulary == Vocabulary::Reason).unwrap();
    let activity = scene::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    let on = |d| scene::plain(&activity, app.ids.ordered(), day(2026, 9, d));
    let called_off = Entry { status: Status::Cancelled, cancel_reason: Some(reason.id), ..on(2) };
    let deleted = Entry { deleted: true, ..on(3) };
    scene::write(&app, &[on(1), called_off, deleted, on(4)]).await;
    let unit = app.unit("mc-reka").await;
    let mut tx = app.db.begin().await.unwrap();
    let until = "update unit_name set until_on = $3 where network_id = $1 and unit_id = $2";
    tx.run(until, crate::args![app.network_id, unit.id, day(2026, 9, 4)]).await.unwrap();
    let sql = "insert into unit_name (network_id, unit_id, name, from_on) values ($1, $2, $3, $4)";
    let name = Text18::two("-Nova Reka", "New River");
    tx.run(sql, crate::args![app.network_id, unit.id, &name, day(2026, 9, 4)]).await.unwrap();
    tx.commit().await.unwrap();
    let rows = rows(&app, all_of(&app, "mreza").await).await;
    let told = |row: &Row| (row["date"].clone(), row["status"].clone(), row["unit_label"].clone());
    let old = "Enota mc-reka".to_owned();
    assert_eq!(
        rows.iter().map(told).collect::<Vec<_>>(),
        [
            ("2026-09-01".to_owned(), "held".to_owned(), old.clone()),
            ("2026-09-02".to_owned(), "cancelled".to_owned(), old),
            ("2026-09-04".to_owned(), "held".to_owned(), "'-Nova Reka".to_owned()),
        ]
    );
    assert_eq!((&rows[1]["cancel_reason"], &rows[1]["start"]), (&reason.code, &String::new()));
}

/// Sums of exported rows are the measures of the same unit and period, and the long rows sum to the wide ones.
#[tokio::test]
async fn rows_come_to_what_the_figures_say() {
    for seed in [3, 5] {
        let app = TestApp::new().await;
        scene::evenings(&app, seed, 100).await;
        let periods = [(day(2025, 12, 1), day(2026, 5, 31)), (day(2026, 1, 15), day(2026, 3, 2))];
        for unit in ["mreza", "ljubljana", "mc-reka", "zavod-sava"] {
            for (from, last) in periods {
                let filter = Filter { from: Some(from), last: Some(last), ..Filter::default() };
                let mut wanted = all_of(&app, unit).await;
                wanted.filter = filter.clone();
                let wide = rows(&app, wanted).await;
                let question = scene::question(&app.unit(unit).await, from, last);
                compare(&app, &question, &wide).await;
                let mut wanted = all_of(&app, unit).await.shaped(Shape::Long);
                wanted.filter = filter;
                long_is_wide(&wide, &rows(&app, wanted).await);
            }
        }
    }
}

async fn compare(app: &TestApp, question: &Question, wide: &[Row]) {
    let books = measures::open(&app.db, question.network_id, &[Ask::whole(question.period)]).await.unwrap();
    let total = books.total(question);
    let held: Vec<&Row> = wide.iter().filter(|row| row["status"] == "held").collect();
    let of = |column: &str| sum(held.iter().copied(), column);
    for (measure, came) in [
        (Measure::ActivitiesHeld, i64::try_from(held.len()).unwrap()),
        (Measure::YouthWorkMin, of("duration_min")),
        (Measure::CreatedMin, of("created_min")),
        (Measure::Visits, of("participant") + of("creator") + of("audience")),
        (Measure::Creators, of("creator")),
        (Measure::FirstVisits, of("first_visits")),
        (Measure::StaffMin, of("staff_min")),
        (Measure::PrepMin, of("prep_min")),
        (Measure::VolunteerMin, of("volunteer_min")),
    ] {
        assert_eq!(measure.of(&total), measures::Amount::Whole(came), "{measure:?}");
    }
    let margin =
        |member: &str| Part::ALL.iter().map(|part| of(&format!("{}_{member}", part.code()))).sum::<i64>();
    for (axis, before) in [(Axis::Gender, ""), (Axis::AgeBand, "age_")] {
        let members = books.by(question, axis);
        assert!(!members.is_empty() || held.is_empty());
        for (code, sums) in members {
            assert_eq!(margin(&format!("{before}{code}")), sums.visits(), "{axis:?} {code}");
        }
    }
    // Both margins of each row sum to its total.
    for row in wide {
        for part in Part::ALL.iter().map(|part| part.code()) {
            let start = format!("{part}_");
            let (mut gender, mut age) = (0, 0);
            for column in row.keys().filter(|column| column.starts_with(&start)) {
                *(if column.contains("_age_") { &mut age } else { &mut gender }) += n(row, column);
            }
            assert_eq!((gender, age), (n(row, part), n(row, part)));
        }
    }
}

fn long_is_wide(wide: &[Row], long: &[Row]) {
    let mut expected: BTreeMap<(String, String), i64> = BTreeMap::new();
    for row in wide {
        for part in ["participant", "creator", "audience"].into_iter().filter(|part| !row[*part].is_empty()) {
            expected.insert((row["entry"].clone(), part.to_owned()), n(row, part));
            let members = row.keys().filter(|column| column.starts_with(&format!("{part}_")));
            for column in members.filter(|column| n(row, column) > 0) {
                expected.insert((row["entry"].clone(), column.clone()), n(row, column));
            }
        }
    }
    let found: BTreeMap<(String, String), i64> = long
        .iter()
        .map(|row| {
            let column = match row["axis"].as_str() {
                "total" => row["part"].clone(),
                "gender" => format!("{}_{}", row["part"], row["member"]),
                _ => format!("{}_age_{}", row["part"], row["member"]),
            };
            assert!(row["axis"] == "total" || !row["member_label"].is_empty());
            ((row["entry"].clone(), column), n(row, "n"))
        })
        .collect();
    assert_eq!(found.len(), long.len(), "no row twice");
    assert_eq!(found, expected);
}

#[tokio::test]
async fn stretches_make_no_difference() {
    let app = TestApp::new().await;
    let activity = scene::activity(&app, "mc-most", "vecer", Kind::Open).await;
    // Many on one day, so that a stretch ends in the middle of it.
    let days = [1, 1, 1, 1, 1, 2, 3, 3];
    let entries = days.map(|d| scene::plain(&activity, app.ids.random(), day(2026, 9, d)));
    scene::write(&app, &entries).await;
    scene::evenings(&app, 2, 40).await;
    let whole = written(&app, all_of(&app, "mreza").await).await;
    assert!(whole.0.entries > 40);
    for stretch in [1, 3, 7] {
        let mut wanted = all_of(&app, "mreza").await;
        wanted.stretch = stretch;
        let (given, ended, bytes) = written(&app, wanted).await;
        ended.unwrap();
        assert_eq!((given, bytes), (whole.0, whole.2.clone()), "{stretch}");
    }
}

#[tokio::test]
async fn bands_of_every_set_have_their_column_and_heads_of_none_stop_the_file() {
    let app = TestApp::new().await;
    let bands = ["0-14", "15-29", "30+"].map(|code| vocabulary::AgeBand::from_code(code).unwrap());
    let mut tx = app.db.begin().await.unwrap();
    vocabulary::insert_age_bands(&mut tx, app.network_id, &app.ids, day(2026, 1, 1), &bands).await.unwrap();
    tx.commit().await.unwrap();
    let activity = scene::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    let counted = |d: NaiveDate, band: &str| {
        let mut entry = scene::plain(&activity, app.ids.ordered(), d);
        let (gender, age) = (BTreeMap::from([(Gender::Boy, 3)]), BTreeMap::from([(band.to_owned(), 3)]));
        entry.counts.participant = Some(Heads { total: 3, gender, age });
        entry
    };
    scene::write(&app, &[counted(day(2025, 9, 1), "15-18"), counted(day(2026, 9, 1), "15-29")]).await;
    let both = rows(&app, all_of(&app, "mc-reka").await).await;
    let of = |column: &str| both.iter().map(|row| n(row, column)).collect::<Vec<_>>();
    assert_eq!((of("participant_age_15-18"), of("participant_age_15-29")), (vec![3, 0], vec![0, 3]));
    let mut earlier = all_of(&app, "mc-reka").await;
    earlier.filter.last = Some(day(2025, 12, 31));
    let earlier = rows(&app, earlier).await;
    assert!(earlier.len() == 1 && !earlier[0].contains_key("participant_age_15-29"));
    scene::write(&app, &[counted(day(2026, 9, 2), "7-77")]).await;
    let (_, ended, _) = written(&app, all_of(&app, "mc-reka").await).await;
    assert!(ended.is_err(), "a file that does not come to its totals is none");
}
