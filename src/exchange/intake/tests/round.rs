//! What is taken along can be brought in again, and is the same.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::*;
use crate::activities::{Entry, Filter, Status, record};
use crate::exchange::giving::{Format, Sees, Wanted, give, ready};
use crate::measures::scene;
use crate::vocabulary::{self, Kind};
use crate::{testing, units};

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

async fn given(app: &TestApp, unit: Unit, format: Format) -> Vec<u8> {
    let sees = Sees { only_own_staff: None, notes: true };
    let mut wanted = Wanted::new(unit, app.today(), Filter::default(), sees, Words(Lang::En));
    wanted.format = format;
    let out = Kept::default();
    give(app.app(), ready(app.app(), wanted).await.unwrap(), out.clone()).await.1.unwrap();
    out.0.lock().unwrap().clone()
}

/// Evenings that keep to the rules, of several units.
async fn evenings(app: &TestApp, n: usize) {
    let terms = vocabulary::terms(&app.db, app.network_id).await.unwrap();
    let mut rng = StdRng::seed_from_u64(23);
    let mut offered = Vec::new();
    for unit in ["mc-reka", "mc-sava"] {
        for kind in [Kind::Open, Kind::Group, Kind::Event] {
            offered.push(scene::activity(app, unit, &format!("{unit}-{}", kind.code()), kind).await);
        }
    }
    let entries: Vec<Entry> = (0..n)
        .map(|at| {
            let activity = &offered[rng.random_range(0..offered.len())];
            let mut entry = Entry { deleted: false, ..scene::entry(&mut rng, app, activity, &terms) };
            let zone = chrono_tz::Europe::Ljubljana;
            let times =
                crate::activities::lasting(zone, entry.local_date, entry.start_min, entry.duration_min);
            match times {
                Ok(times) => entry.start_at = times.start_at,
                // The hour that is skipped in spring.
                Err(_) => entry.start_min = None,
            }
            if entry.status == Status::Cancelled {
                (entry.counts, entry.first_visits, entry.created_min) = (Default::default(), None, 0);
            }
            entry.first_visits = entry.first_visits.map(|n| n.min(entry.counts.visits().unwrap_or(0)));
            entry.note = (at % 3 == 0).then(|| format!("=opomba {at}\n»druga« vrstica; \"in\" tretja"));
            entry
        })
        .collect();
    scene::write(app, &entries).await;
}

/// Rows by the id of their entry, without labels, which follow the reader.
fn rows(bytes: &[u8]) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let all = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
    all.map(|mut row| {
        row.retain(|heading, _| !heading.ends_with("_label"));
        (row["entry"].clone(), row)
    })
    .collect()
}

#[tokio::test]
async fn what_is_given_out_is_the_same_when_it_comes_back() {
    let app = TestApp::new().await;
    evenings(&app, 80).await;
    let root = app.unit("mreza").await;
    for format in [Format::Csv, Format::Xlsx] {
        let file = given(&app, root.clone(), format).await;
        // Into the same network: every row stands already.
        planned(&app, &root, &file, &Ask::default(), |looked| {
            assert_eq!(told(looked).problems, []);
            let unknown: Vec<&str> = looked.found.tables[0]
                .columns
                .iter()
                .filter(|it| it.meaning.is_none())
                .map(|it| it.heading.as_str())
                .collect();
            assert!(unknown.is_empty(), "{unknown:?}");
            let plan = plan(looked);
            let words: Vec<String> = plan
                .revised
                .iter()
                .flat_map(|it| it.differ.iter().map(|it| super::super::difference(Words(Lang::En), it)))
                .collect();
            assert_eq!((plan.same, plan.new.len(), words), (80, 0, Vec::new()));
        })
        .await;
    }
    // Into another network, where none of it is known: the same entries.
    let file = given(&app, root, Format::Csv).await;
    testing::network(&app, "druga", "Druga").await;
    let other = units::find(&app, "druga", "druga").await.unwrap();
    assert_eq!(taken(&app, None, &other, app.ids.ordered(), &file, &create()).await, Ok((80, 0)));
    assert_eq!(rows(&given(&app, other, Format::Csv).await), rows(&file));
}

#[tokio::test]
async fn whoever_records_while_a_file_comes_in_is_neither_lost_nor_doubled() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Klub"]).await;
    let (me, _) = app.person(crate::access::RoleKind::Worker, "mc-reka").await;
    let klub =
        crate::activities::activities_of_unit(&app.db, app.network_id, unit.id).await.unwrap().remove(0);
    let file =
        "Datum;Dejavnost;Od;Do;Obiski\n1. 3. 2024;Klub;17.00;20.00;12\n8. 3. 2024;Klub;17.00;20.00;14\n";
    let mut entry = Entry::blank(app.ids.ordered(), &unit, &klub, day("2024-03-01"));
    (entry.start_min, entry.duration_min) = (Some(17 * 60), 180);
    let command =
        record::Command { id: entry.id, base_version: None, entry, author: Some(me.id), confirmed: true };
    let ask = Ask::default();
    let importing = taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &ask);
    let saving = record::save(app.app(), &me, &unit, &klub, vec![command]);
    let (came, saved) = futures_util::future::join(importing, saving).await;
    let entries = crate::activities::recorded_on(
        &app.db,
        app.network_id,
        unit.id,
        day("2024-03-01"),
        day("2024-03-31"),
    );
    assert_eq!(entries.await.unwrap().len(), 2, "one evening is one entry");
    match saved.unwrap() {
        // Whoever was second is told: by the import as standing otherwise, by the form as a proposal.
        record::Outcome::Saved { .. } => assert_eq!(came, Ok((1, 0))),
        record::Outcome::Proposed { .. } => assert_eq!(came, Ok((2, 0))),
        other => panic!("{other:?}"),
    }
}
