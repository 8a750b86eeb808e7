//! A support visit as it is typed.

use chrono::NaiveDate;
use uuid::Uuid;

use super::scene::date;
use crate::watch::visit::{LONGEST, Typed};

const IDS: (Uuid, Uuid, Uuid) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));

fn days() -> (NaiveDate, NaiveDate) {
    (date(2020, 1, 1), date(2026, 10, 15))
}

fn typed() -> Typed {
    Typed {
        visited_on: "2026-10-14".into(),
        note: " Lepo.\r\nŠe bolje. ".into(),
        agreed: "  ".into(),
        follow_up_on: String::new(),
    }
}

#[test]
fn a_visit_is_read_as_it_is_meant() {
    let new = typed().read(IDS, days()).unwrap();
    assert_eq!((new.id, new.unit_id, new.by), IDS);
    assert_eq!((new.visited_on, new.note.as_str()), (date(2026, 10, 14), "Lepo.\nŠe bolje."));
    assert_eq!((new.agreed, new.follow_up_on), (None, None));
    let again = Typed { agreed: "Štejemo".into(), follow_up_on: "2026-11-02".into(), ..typed() };
    let new = again.read(IDS, days()).unwrap();
    assert_eq!((new.agreed.as_deref(), new.follow_up_on), (Some("Štejemo"), Some(date(2026, 11, 2))));
}

#[test]
fn what_is_wrong_is_told_beside_its_field() {
    let wrong = |typed: Typed| -> Vec<(String, &'static str)> {
        typed.read(IDS, days()).unwrap_err().into_iter().map(|it| (it.field, it.key)).collect()
    };
    let day = |on: &str| Typed { visited_on: on.into(), ..typed() };
    let again = |on: &str| Typed { follow_up_on: on.into(), ..typed() };
    let long = "a".repeat(LONGEST + 1);
    for (typed, field, key) in [
        (day(""), "visited_on", "watch-visit-day-missing"),
        (day("yesterday"), "visited_on", "watch-visit-day-missing"),
        (day("2026-10-16"), "visited_on", "watch-visit-day-ahead"),
        (day("2019-12-31"), "visited_on", "watch-visit-day-before"),
        (Typed { note: " \n".into(), ..typed() }, "note", "watch-visit-note-missing"),
        (Typed { note: long.clone(), ..typed() }, "note", "watch-visit-long"),
        (Typed { agreed: long, ..typed() }, "agreed", "watch-visit-long"),
        (again("soon"), "follow_up_on", "watch-visit-day-missing"),
        (again("2026-10-14"), "follow_up_on", "watch-visit-again-when"),
        (again("2028-10-16"), "follow_up_on", "watch-visit-again-when"),
    ] {
        assert_eq!(wrong(typed), [(field.to_owned(), key)], "{field}");
    }
    assert_eq!(wrong(Typed::default()).len(), 2);
}
