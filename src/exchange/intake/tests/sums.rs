//! Times of which only sums are known.

use super::super::{Undone, undo};
use super::taking::scene;
use super::*;

#[tokio::test]
async fn years_and_months_known_only_as_sums_stay_apart_from_figures() {
    let (app, unit, me) = scene().await;
    let file = "Obdobje;Ure;Fantje;Dekleta;Število dejavnosti\n2021;1.200;2.500;2.900;310\nmaj 2022;96,5;180;200;24\n2022-06;80;;;20\nSkupaj;1376,5;2680;3100;354\n";
    let file = file.replace("1.200", "1200");
    let id = app.ids.ordered();
    let (added, _) = taken(&app, Some(&me), &unit, id, file.as_bytes(), &Ask::default()).await.unwrap();
    assert_eq!(added, 4 + 4 + 2);
    assert_eq!(figures(&app, &unit, 2021).await, [0; 4], "never mixed into entries");
    let on = app.today();
    let visits =
        super::super::past_totals(&app.db, app.network_id, &unit.path, on, Some("visits")).await.unwrap();
    let got: Vec<(NaiveDate, NaiveDate, i64)> =
        visits.iter().map(|it| (it.from_on, it.until_on, it.value)).collect();
    assert_eq!(
        got,
        [(day("2021-01-01"), day("2022-01-01"), 5400), (day("2022-05-01"), day("2022-06-01"), 380)]
    );
    assert_eq!(
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), &Ask::default()).await,
        Ok((0, 0))
    );
    let changed = file.replace("2.900", "3.000");
    let second = app.ids.ordered();
    app.wait(chrono::Duration::seconds(1));
    assert_eq!(taken(&app, Some(&me), &unit, second, changed.as_bytes(), &Ask::default()).await, Ok((0, 0)));
    assert_eq!(taken(&app, Some(&me), &unit, second, changed.as_bytes(), &update()).await, Ok((0, 2)));
    let value = |app: &TestApp, unit: &Unit| {
        let (db, path) = (app.db.clone(), unit.path.clone());
        let network_id = app.network_id;
        async move {
            super::super::past_totals(&db, network_id, &path, on, Some("visits")).await.unwrap()[0].value
        }
    };
    assert_eq!(value(&app, &unit).await, 5500);
    undo(app.app(), Some(&me), &unit, second, false).await.unwrap();
    assert_eq!(value(&app, &unit).await, 5400, "what stood before stands again");
    undo(app.app(), Some(&me), &unit, id, false).await.unwrap();
    let none = super::super::past_totals(&app.db, app.network_id, &unit.path, on, None).await.unwrap();
    assert!(none.is_empty());
    let odd =
        "Leto;Mesec;Ure;Enota\n2021;13;5;\n2027;;5;\n2021;5;;\n2021;6;5;mc-sava\n2021;7;5;\n2021;julij;6;\n";
    let told =
        taken(&app, Some(&me), &unit, app.ids.ordered(), odd.as_bytes(), &Ask::default()).await.unwrap_err();
    let keys: Vec<(Option<usize>, &str)> = told.iter().map(|it| (it.0, it.2)).collect();
    assert_eq!(
        keys,
        [
            (Some(2), "import-period-wrong"),
            (Some(3), "import-period-ahead"),
            (Some(4), "import-sums-missing"),
            (Some(5), "import-sum-unit-unknown"),
            (Some(7), "import-period-twice")
        ]
    );
}

#[tokio::test]
async fn a_row_of_sums_under_sums_is_compared_and_thousands_are_thousands() {
    let (app, unit, _) = scene().await;
    let file = "Mesec;Ure;Obiski\njan 2021;1.250,5;1.200\nfeb 2021;1.100;300\nSkupaj;2.350,5;1.600\n";
    let totals = planned(&app, &unit, file.as_bytes(), &Ask::default(), |looked| match &looked.content {
        Content::Sums(plan) => {
            let of =
                |measure| plan.new.iter().filter(|it| it.measure == measure).map(|it| it.value).sum::<i64>();
            assert_eq!((of(Measure::YouthWorkMin), of(Measure::Visits)), (2_350 * 60 + 30, 1_500));
            plan.totals.clone()
        }
        Content::Entries(_) => panic!("entries"),
    })
    .await;
    assert_eq!(totals.len(), 1);
    assert_eq!(totals[0].differ, [("Obiski".to_owned(), 1_600, 1_500, false)], "the hours agree");
    let said = super::super::compared(Words(Lang::Sl), &totals);
    assert!(said[0].contains("vrstica 4") && said[0].contains("1.600"), "{said:?}");
}

#[tokio::test]
async fn sums_of_a_closed_time_neither_come_nor_go() {
    use crate::periods::{self, Whole};
    let (app, unit, me) = scene().await;
    let (id, file) = (app.ids.ordered(), "Leto;Ure;Obiski\n2021;1200;5400\n2022;1300;5500\n");
    taken(&app, Some(&me), &unit, id, file.as_bytes(), &Ask::default()).await.unwrap();
    let march = Whole::between(day("2021-03-01"), day("2021-04-01")).unwrap();
    periods::close(app.app(), &me, &unit, march, app.ids.ordered()).await.unwrap().unwrap();
    // One month of a year is enough. What is there already is no change.
    let changed = "Leto;Ure;Obiski\n2021;1200;5401\n2022;1300;5501\n";
    let ask = async |file: &str, ask: &Ask| {
        taken(&app, Some(&me), &unit, app.ids.ordered(), file.as_bytes(), ask).await
    };
    assert_eq!(ask(file, &update()).await, Ok((0, 0)));
    assert_eq!(ask(changed, &Ask::default()).await, Ok((0, 0)));
    let closed = [(Some(2), String::new(), "import-sum-closed")];
    assert_eq!(ask(changed, &update()).await.unwrap_err(), closed);
    let month = "Obdobje;Ure\nfebruar 2021;90\nmarec 2021;100\napril 2021;90\n";
    assert_eq!(ask(month, &Ask::default()).await.unwrap_err()[0].0, Some(3));
    assert!(matches!(undo(app.app(), Some(&me), &unit, id, true).await.unwrap(), Undone::Closed(_)));
}
