use proptest::prelude::*;

use super::super::ics::{Event, file};
use super::day;
use crate::testing::now;

fn event(name: &str, what: &str) -> Event {
    Event {
        uid: "d-1@mreza".into(),
        first: day(2026, 12, 31),
        last: day(2026, 12, 31),
        name: name.into(),
        what: what.into(),
        address: "http://localhost/units/mreza/mc-reka/packs/x?period=2025&a=1,2".into(),
    }
}

/// The lines as they were before they were folded.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_date_is_a_whole_day_that_stands_as_it_was_meant() {
    let text = file("Logbook: MC Reka", &[event("Poročilo; letno, 2025", "prva\ndruga \\ tretja")], now());
    let lines = unfolded(&text);
    for line in [
        "BEGIN:VCALENDAR",
        "X-WR-CALNAME:Logbook: MC Reka",
        "UID:d-1@mreza",
        "DTSTAMP:20261015T180000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Poročilo\\; letno\\, 2025",
        "DESCRIPTION:prva\\ndruga \\\\ tretja",
        "URL:http://localhost/units/mreza/mc-reka/packs/x?period=2025&a=1,2",
        "END:VCALENDAR",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line} in {text}");
    }
    assert!(!file("x", &[event("x", "")], now()).contains("DESCRIPTION"));
}

proptest! {
    #[test]
    fn no_line_is_too_long_and_none_says_something_else(name in "\\PC{0,200}", what in "(\\PC|\n){0,200}") {
        let text = file(&name, &[event(&name, &what)], now());
        prop_assert!(text.ends_with("\r\n"));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let lines = unfolded(&text);
        let found = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
        let read = found.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        let plain: String = name.chars().filter(|c| !c.is_control()).collect();
        prop_assume!(!plain.contains('\\'));
        prop_assert_eq!(read, plain);
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    }
}
