//! Differently shaped files of three centres: their sums are found in the figures.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;
use crate::activities::{self, CountMethod, Status};
use crate::vocabulary::Gender;

const REKA: &[u8] = include_bytes!("../../../../tests/corpus/reka-windows-1250.csv");
const MOST: &[u8] = include_bytes!("../../../../tests/corpus/most-tab.tsv");

/// English, with spreadsheet dates, hours only, totals only, further sheets and a formula at the end.
pub fn sava() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    sheet.set_name("Spring").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Youth centre Sava: sessions", &Format::new()).unwrap();
    for (column, heading) in
        (0u16..).zip(["Comments", "Participants", "Hours", "Date", "Activity name", "Weather"])
    {
        sheet.write_string(2, column, heading).unwrap();
    }
    let rows = [(1, "Open evening", 2.5, 14.0), (8, "Open evening", 3.0, 17.0), (15, "Film club", 1.75, 9.0)];
    for (row, (d, name, hours, heads)) in (3u32..).zip(rows) {
        sheet.write_datetime_with_format(row, 3, ExcelDateTime::from_ymd(2023, 5, d).unwrap(), &day).unwrap();
        sheet.write_string(row, 4, name).unwrap();
        sheet.write_number(row, 2, hours).unwrap();
        sheet.write_number(row, 1, heads).unwrap();
        sheet.write_string(row, 5, "sunny").unwrap();
    }
    sheet.write_formula(6, 1, Formula::new("=SUM(B4:B6)").set_result("40")).unwrap();
    sheet.write_formula(6, 2, Formula::new("=SUM(C4:C6)").set_result("7.25")).unwrap();
    let autumn = book.add_worksheet();
    autumn.set_name("Autumn").unwrap();
    for (column, heading) in (0u16..).zip(["Date", "Activity", "Duration", "Total"]) {
        autumn.write_string(0, column, heading).unwrap();
    }
    autumn.write_datetime_with_format(1, 0, ExcelDateTime::from_ymd(2023, 9, 12).unwrap(), &day).unwrap();
    autumn.write_string(1, 1, "Film club").unwrap();
    autumn.write_string(1, 2, "2:15").unwrap();
    autumn.write_number(1, 3, 11).unwrap();
    book.add_worksheet().set_name("Info").unwrap().write_string(0, 0, "Ask Petra").unwrap();
    book.save_to_buffer().unwrap()
}

#[tokio::test]
async fn a_slovene_list_in_old_letters_with_titles_two_headings_and_sums() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-reka", &["Odprti večer", "Učna pomoč"]).await;
    planned(&app, &unit, REKA, &Ask::default(), |looked| {
        assert_eq!(told(looked).says, Vec::<String>::new());
        let Content::Entries(it) = &looked.content else { panic!("entries") };
        let (lines, plan) = &**it;
        assert_eq!((plan.new.len(), lines.totals.len(), lines.aside.len()), (5, 1, 1));
        assert!(lines.totals[0].differ.is_empty(), "{:?}", lines.totals);
        let tally = plan.total();
        assert_eq!((tally.held, tally.minutes, tally.visits), (5, 990, 80));
    })
    .await;
    assert_eq!(taken(&app, None, &unit, app.ids.ordered(), REKA, &Ask::default()).await, Ok((5, 0)));
    assert_eq!(figures(&app, &unit, 2024).await, [5, 990, 80, 255]);
    let entries =
        activities::recorded_on(&app.db, app.network_id, unit.id, day("2024-03-01"), day("2024-03-31"));
    let entries = entries.await.unwrap();
    let late = entries.iter().find(|it| it.entry.local_date == day("2024-03-15")).unwrap();
    assert_eq!(
        (late.entry.start_min, late.entry.duration_min, late.entry.created_min),
        (Some(1080), 420, 210)
    );
    assert_eq!(late.entry.note.as_deref(), Some("Koncert; pozno"));
    let heads = late.entry.counts.participant.as_ref().unwrap();
    assert_eq!((heads.total, heads.gender[&Gender::Boy], heads.gender[&Gender::Girl]), (25, 14, 11));
    assert_eq!(late.entry.count_method, CountMethod::Imported);
    // A row lost on the way is noticed by the sum at the end.
    let short: Vec<u8> = REKA
        .split_inclusive(|it| *it == b'\n')
        .enumerate()
        .filter(|(at, _)| *at != 5)
        .flat_map(|(_, it)| it.to_vec())
        .collect();
    planned(&app, &unit, &short, &Ask::default(), |looked| {
        let Content::Entries(it) = &looked.content else { panic!("entries") };
        let differ: Vec<(i64, i64)> = it.0.totals[0].differ.iter().map(|it| (it.1, it.2)).collect();
        assert_eq!(differ, [(39, 27), (41, 32)]);
    })
    .await;
}

#[tokio::test]
async fn an_english_workbook_with_hours_and_totals_only() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-sava", &["Open evening", "Film club"]).await;
    let file = sava();
    planned(&app, &unit, &file, &Ask::default(), |looked| {
        assert_eq!(told(looked).says, Vec::<String>::new());
        assert_eq!(looked.found.left_out, ["Info"]);
        let unknown: Vec<&str> = looked.found.tables[0]
            .columns
            .iter()
            .filter(|it| it.meaning.is_none())
            .map(|it| it.heading.as_str())
            .collect();
        assert_eq!(unknown, ["Weather"]);
        let Content::Entries(it) = &looked.content else { panic!("entries") };
        assert_eq!(it.0.totals.len(), 1, "known by its numbers alone");
    })
    .await;
    assert_eq!(taken(&app, None, &unit, app.ids.ordered(), &file, &Ask::default()).await, Ok((4, 0)));
    assert_eq!(figures(&app, &unit, 2023).await, [4, 150 + 180 + 105 + 135, 51, 0]);
    let only = Ask { sheet: Some("Autumn".into()), ..Ask::default() };
    planned(&app, &unit, &file, &only, |looked| {
        assert_eq!((plan(looked).same, plan(looked).new.len()), (1, 0))
    })
    .await;
}

#[tokio::test]
async fn a_list_with_tabs_girls_and_boys_and_ends_past_midnight() {
    let app = TestApp::new().await;
    let unit = unit(&app, "mc-most", &["Klub"]).await;
    assert_eq!(taken(&app, None, &unit, app.ids.ordered(), MOST, &Ask::default()).await, Ok((4, 0)));
    assert_eq!(figures(&app, &unit, 2024).await, [3, 330 + 210 + 180, 11 + 22 + 3, 0]);
    let entries =
        activities::recorded_on(&app.db, app.network_id, unit.id, day("2024-04-01"), day("2024-04-30"));
    let entries = entries.await.unwrap();
    assert_eq!(entries.iter().filter(|it| it.entry.status == Status::Cancelled).count(), 1);
    let heads = entries[0].entry.counts.participant.as_ref().unwrap();
    assert_eq!(heads.gender[&Gender::NonBinary], 1);
}
