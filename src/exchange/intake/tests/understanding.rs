//! Headings and tables.

use super::super::find::{Mapping, find};
use super::super::{Holds, Meaning, meaning};
use super::{mapped, sheets};
use crate::exchange::columns::Column;

fn code(heading: &str) -> String {
    meaning(heading).map_or_else(String::new, |it| it.code())
}

#[test]
fn headings_in_either_language_mean_the_same() {
    let all = [
        ("date", "Datum|datum|DATE|Dan|Datum izvedbe|Date:"),
        ("activity", "Dejavnost|Aktivnost|Activity|Naziv dejavnosti|Program"),
        ("start", "Začetek|Od|START|from|Ura začetka"),
        ("end", "Konec|do|End|Zaključek"),
        ("start_end", "Čas|Ura|Od-do|Termin"),
        ("duration", "Trajanje|Duration"),
        ("duration_h", "Ure|Št. ur|Hours|Trajanje (h)|Ure mladinskega dela"),
        ("duration_min", "Trajanje (min)|minute|Duration in minutes"),
        ("created_share", "Ustvarjeno (%)|Delež ustvarjenega"),
        ("created", "Ustvarjeno|Created time"),
        ("created_h", "Ustvarjalni čas (h)|Ustvarjene ure|Created time (hours)"),
        ("created_min", "Ustvarjalni čas (min)|Ustvarjeno min"),
        ("prep_min", "Priprava (min)"),
        ("visits", "Skupaj|Obiski|Obisk|Total|Število mladih|Št.|Visits|Attendance|Young people|Mladi"),
        ("participant", "Udeleženci|Participants|Število udeležencev|Udeleženci skupaj"),
        ("creator", "Ustvarjalci|Creators|Aktivni udeleženci"),
        ("audience", "Publika|Občinstvo|Gledalci|Audience"),
        (
            "participant_girl",
            "Dekleta|Girls|Ženske|Punce|Število deklet|Udeleženci Dekleta|Ž|Od tega deklet|of which girls",
        ),
        ("participant_boy", "Fantje|Boys|Moški|M|Fantov|Participants Boys"),
        ("creator_boy", "Ustvarjalci – fantje|Creators: boys"),
        ("participant_non_binary", "Nebinarni|Non-binary|Nonbinary"),
        ("participant_not_stated", "Neopredeljeni|Not stated|Prefer not to say"),
        ("participant_unknown", "Neznano|Unknown|Spol neznan"),
        ("participant_age_15-18", "15-18|15–18 let|Starost 15-18|15 do 18 let|Age 15-18"),
        ("participant_age_30+", "30+|nad 29 let|30 in več|30 let in več"),
        ("participant_age_0-9", "do 9 let|pod 10 let|0-9"),
        ("participant_age_unknown", "Neznana starost|Age unknown"),
        ("audience_age_19-24", "Publika 19-24|Audience 19–24 years"),
        ("first_visits", "Prvič|Prvi obiski|New|First visits"),
        ("staff_count", "Osebje|Zaposleni|Staff|Število zaposlenih|Število mladinskih delavcev"),
        ("volunteer_count", "Prostovoljci|Volunteers|Prostovoljci (št.)"),
        ("volunteer_h", "Ure prostovoljcev|Volunteer hours|Prostovoljske ure (h)|Prostovoljci (h)"),
        ("note", "Opomba|Opombe|Note|Comments|Opis|Opombe / posebnosti"),
        ("unit", "Enota|Center|Unit"),
        ("status", "Status"),
        ("cancelled", "Odpadlo|Cancelled|Canceled"),
        ("entry", "ID|Šifra|External ID"),
        ("ignore", "Zap. št.|Teden|unit_label|version"),
        ("period", "Obdobje|Period"),
        ("activities_held", "Število dejavnosti|Activities"),
    ];
    for (wanted, headings) in all {
        for heading in headings.split('|') {
            assert_eq!(code(heading), wanted, "{heading}");
        }
    }
    for heading in [
        "",
        "Dekleta 15-18",
        "Malica",
        "Temperatura",
        "2024",
        "Starost",
        "Spol",
        "Ime in priimek mentorja",
        "Prostor",
        "Vsebina",
        "Datum / ura / kraj",
        "Od tega",
    ] {
        assert_eq!(code(heading), "", "{heading}");
    }
}

#[test]
fn every_code_of_the_wide_table_means_itself() {
    let bands = ["0-9".to_owned(), "15-18".to_owned(), "30+".to_owned()];
    for column in Column::all(&bands).into_iter().filter(|it| *it != Column::Version) {
        assert_eq!(meaning(&column.code()), Some(Meaning::Own(column.clone())), "{column:?}");
        for heading in column.headings().skip(1) {
            assert_eq!(meaning(&heading), Some(Meaning::Aside), "{heading}");
        }
    }
    for meaning in Meaning::all(&bands) {
        assert_eq!(Meaning::from_code(&meaning.code()), Some(meaning));
    }
}

type Columns = Vec<(String, String)>;

/// What a file holds, the row of its heading, and its columns as (heading, code).
fn found(text: &str, mapping: &Mapping) -> Option<(Holds, usize, Columns)> {
    let sheets = sheets(text.as_bytes());
    let found = find(&sheets, None, mapping)?;
    let table = &found.tables[0];
    let columns = table.columns.iter().map(|it| {
        let meaning = if it.twice.is_some() {
            "twice".into()
        } else {
            it.meaning.as_ref().map_or_else(String::new, Meaning::code)
        };
        (it.heading.clone(), meaning)
    });
    Some((found.holds.clone(), table.heading, columns.collect()))
}

fn columns(all: &[(&str, &str)]) -> Columns {
    all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn a_heading_is_found_below_titles_and_over_two_rows() {
    let text =
        "Poročilo;;;;\n;;;;\nDatum;Dejavnost;Udeleženci;;Ure\n;;Fantje;Dekleta;\n1. 3. 2024;Klub;3;4;2\n";
    let (holds, row, got) = found(text, &Mapping::default()).unwrap();
    assert_eq!((holds, row), (Holds::Entries, 4));
    assert_eq!(
        got,
        columns(&[
            ("Datum", "date"),
            ("Dejavnost", "activity"),
            ("Udeleženci Fantje", "participant_boy"),
            ("Udeleženci Dekleta", "participant_girl"),
            ("Ure", "duration_h")
        ])
    );
}

#[test]
fn a_group_reaches_to_the_next_one() {
    let text = "Datum;Ustvarjalci;;Publika;;\n;M;Ž;M;Ž;Skupaj\n1. 3. 2024;1;2;3;4;10\n";
    let (_, _, got) = found(text, &Mapping::default()).unwrap();
    let codes: Vec<&str> = got.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(codes, ["date", "creator_boy", "creator_girl", "audience_boy", "audience_girl", "audience"]);
}

#[test]
fn what_is_unknown_is_named_and_mapped_by_hand_and_remembered() {
    let text = "Datum;Kaj;Ljudje na klopi;Ure\n1. 3. 2024;Klub;5;2\n";
    let (_, _, got) = found(text, &Mapping::default()).unwrap();
    assert_eq!(got[1..3], columns(&[("Kaj", ""), ("Ljudje na klopi", "")]));
    let by_hand = mapped(&[("Kaj", "activity"), ("ljudje NA klopi", "Obiski")]);
    let hand = Mapping { by_hand: by_hand.clone(), ..Mapping::default() };
    let memory = Mapping { remembered: by_hand, ..Mapping::default() };
    for mapping in [hand, memory] {
        let (_, _, got) = found(text, &mapping).unwrap();
        assert_eq!(got[1..3], columns(&[("Kaj", "activity"), ("Ljudje na klopi", "visits")]));
    }
    // Our own codes mean what they mean, whatever was remembered.
    let wrong = Mapping { remembered: mapped(&[("date", "note")]), ..Mapping::default() };
    assert_eq!(found("date;activity\n2024-03-01;Klub\n", &wrong).unwrap().2[0].1, "date");
}

#[test]
fn two_columns_of_one_meaning_are_told_apart() {
    let (_, _, got) = found("Datum;Dan;Ure;Hours\n1. 3. 2024;petek;2;2\n", &Mapping::default()).unwrap();
    let codes: Vec<&str> = got.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(codes, ["date", "ignore", "duration_h", "twice"], "a day's name is no date");
    let (_, _, got) = found("Datum;Ure;Ure\n1. 3. 2024;2;3\n", &Mapping::default()).unwrap();
    assert_eq!(got[2], ("Ure (2)".to_owned(), String::new()));
}

#[test]
fn sums_are_told_from_entries_and_other_tables_from_both() {
    assert_eq!(found("Leto;Ure;Obiski\n2019;1200;5400\n", &Mapping::default()).unwrap().0, Holds::Sums);
    assert!(found("Ime;Priimek\nAna;Novak\n", &Mapping::default()).is_none());
    assert!(found("Datum\n1. 3. 2024\n", &Mapping::default()).is_none());
}
