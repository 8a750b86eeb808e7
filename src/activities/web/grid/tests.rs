use chrono::NaiveDate;
use proptest::prelude::*;

use super::cells::{Share, clock, count, day, form, of_entry, share};
use super::month::Month;
use crate::activities::entry::{Entry, Status};
use crate::activities::heads::UNKNOWN;
use crate::activities::times;
use crate::activities::web::fields::Fields;
use crate::activities::web::fields::tests::{read, stored};
use crate::clock::zone;
use crate::i18n::{Lang, Words};
use crate::vocabulary::{AgeBand, Gender, Kind};

const SL: Words = Words(Lang::Sl);

fn october() -> Month {
    Month::named("2026-10").unwrap()
}

/// The cells of a row, changed, as a correction of the entry they show.
fn correct(w: Words, entry: &Entry, changes: &[(&str, &str)]) -> Result<Entry, Vec<&'static str>> {
    let mut cells = of_entry(w, entry);
    for (name, value) in changes {
        cells.set(name, value);
    }
    let form = form(&cells, october(), Some(entry), Some(entry.kind))
        .map_err(|problems| problems.iter().map(|problem| problem.key).collect::<Vec<_>>())?;
    read(&form, Some(entry))
}

/// The cells of an empty row, as a new entry.
fn record(cells: &[(&str, &str)]) -> Result<Entry, Vec<&'static str>> {
    let mut fields = Fields::default();
    for (name, value) in cells {
        fields.set(name, value);
    }
    let kind = fields.has("activity").then_some(Kind::Open);
    let form = form(&fields, october(), None, kind)
        .map_err(|problems| problems.iter().map(|problem| problem.key).collect::<Vec<_>>())?;
    read(&form, None)
}

proptest! {
    #[test]
    fn a_row_that_nobody_touched_changes_nothing(entry in stored()) {
        for lang in Lang::ALL {
            prop_assert_eq!(correct(Words(lang), &entry, &[]), Ok(entry.clone()));
        }
    }

    #[test]
    fn a_row_keeps_what_it_does_not_show(entry in stored(), more in 1..40i64) {
        let before = entry.counts.participant.clone().unwrap_or_default();
        // The bands of its day and those it was counted by are known to a correction, and no others.
        prop_assume!(before.age.keys().all(|band| band == UNKNOWN || AgeBand::from_code(band).is_some()));
        let total = (before.total + more).to_string();
        let held = entry.status == Status::Held;
        let mut wanted = entry.clone();
        if held {
            let mut heads = before;
            heads.total += more;
            *heads.gender.entry(Gender::Unknown).or_default() += more;
            *heads.age.entry(UNKNOWN.to_owned()).or_default() += more;
            wanted.counts.participant = Some(heads);
        }
        prop_assert_eq!(correct(SL, &entry, &[("participant_total", &total)]), Ok(wanted));
    }

    #[test]
    fn a_new_end_takes_the_share_along_that_the_row_shows(entry in stored(), share in 0..=100i64) {
        prop_assume!(entry.status == Status::Held);
        let times = times::lasting(zone(&entry.zone), entry.local_date, Some(600), 60).unwrap();
        let entry = Entry { start_min: Some(600), duration_min: 60, start_at: times.start_at, ..entry };
        let share = share.to_string();
        let changes = [("end", "12.00"), ("created_share", share.as_str())];
        let half = correct(SL, &entry, &changes).unwrap();
        prop_assert_eq!(half.duration_min, 120);
        prop_assert_eq!(half.created_min, (half.duration_min * share.parse::<i64>().unwrap() * 10 + 500) / 1000);
    }

    #[test]
    fn whatever_is_typed_is_read_or_told(text in "[0-9.,:%½/ a-z-]{0,9}") {
        let (_, _, _, _) = (clock(&text), count(&text), share(&text), day(&text, october()));
        for cell in ["date", "start", "end", "participant_girl", "created_share", "note"] {
            let _ = record(&[("activity", "x"), ("date", "1"), ("start", "10"), ("end", "11"), (cell, &text)]);
        }
    }
}

#[test]
fn hours_are_read_as_people_and_spreadsheets_write_them() {
    for text in ["17:00", "17.00", "17,00", "17", "1700", "17:00:00", " 17 h", "17.00h"] {
        assert_eq!(clock(text), Some(1020), "{text}");
    }
    assert_eq!(
        (clock("930"), clock("9.30"), clock("24:00"), clock("0")),
        (Some(570), Some(570), Some(0), Some(0))
    );
    for text in ["", "17,5", "17.5", "25", "2460", "17:60", "pet", "17:00:01", "1.2.3.4", "šest", "-1"] {
        assert_eq!(clock(text), None, "{text}");
    }
}

#[test]
fn heads_and_shares_are_read_too() {
    assert_eq!(
        (count("12"), count("12,0"), count("12.00"), count("1 200")),
        (Some(12), Some(12), Some(12), Some(1200))
    );
    for text in ["", "12,5", "1.200", "dva", "-3", "9999999999"] {
        assert_eq!(count(text), None, "{text}");
    }
    for (text, permille) in
        [("", 0), ("50", 500), ("50 %", 500), ("½", 500), ("1/4", 250), ("12,5", 125), ("100", 1000)]
    {
        assert_eq!(share(text), Some(Share::Permille(permille)), "{text}");
    }
    assert_eq!((share("45 min"), share("45'")), (Some(Share::Minutes(45)), Some(Share::Minutes(45))));
    // Half an hour, half of the time or half a percent? Better asked than guessed.
    for text in ["0,5", "101", "%", "pol ure", "-5", "12,55"] {
        assert_eq!(share(text), None, "{text}");
    }
}

#[test]
fn a_day_is_read_with_or_without_its_month() {
    let ninth = NaiveDate::from_ymd_opt(2026, 10, 9);
    for text in ["9", "9.", "9. 10.", "9.10.2026", "09. 10. 26", "2026-10-09", "pet. 9. 10.", "9/10/2026"] {
        assert_eq!(day(text, october()), ninth, "{text}");
    }
    for text in ["", "32", "petek", "9. oktober 2026", "1.1.20260", "0", "10000-01-01", "1.2.3.4"] {
        assert_eq!(day(text, october()), None, "{text}");
    }
}

#[test]
fn months_follow_each_other() {
    let december = Month::named("2026-12").unwrap();
    assert_eq!((december.next().name(), december.before().name()), ("2027-01".into(), "2026-11".into()));
    assert_eq!((december.days().count(), december.last().to_string()), (31, "2026-12-31".into()));
    assert_eq!(Month::named("2024-02").unwrap().days().count(), 29);
    for text in ["", "2026", "2026-13", "262142-12", "0001-01", "2026-10-01"] {
        assert_eq!(Month::named(text), None, "{text}");
    }
}

#[test]
fn a_new_row_means_an_entry() {
    let evening =
        [("activity", "x"), ("date", "15"), ("start", "17"), ("end", "2000"), ("participant_girl", "9")];
    let entry = record(
        &[&evening[..], &[("participant_boy", "11"), ("created_share", "½"), ("note", "Turnir")]].concat(),
    );
    let entry = entry.unwrap();
    assert_eq!((entry.local_date.to_string(), entry.duration_min), ("2026-10-15".into(), 180));
    assert_eq!(
        (entry.counts.visits(), entry.created_min, entry.note.as_deref()),
        (Some(20), 90, Some("Turnir"))
    );
    let more = record(&[&evening[..], &[("participant_total", "24")]].concat()).unwrap();
    assert_eq!(
        more.counts.participant.unwrap().gender[&Gender::Unknown],
        15,
        "not everybody's gender was recorded"
    );
    let off = record(&[&evening[..], &[("off", "1"), ("participant_boy", "bolan")]].concat()).unwrap();
    assert_eq!(
        (off.status, off.counts.visits()),
        (Status::Cancelled, None),
        "nobody comes to what is called off"
    );
}

#[test]
fn what_a_cell_cannot_mean_is_told() {
    assert_eq!(record(&[]), Err(vec!["entry-problem-date", "grid-problem-activity"]));
    let told = |cell, text| {
        record(&[("activity", "x"), ("date", "1"), ("start", "10"), ("end", "11"), (cell, text)])
    };
    for (cell, text, key) in [
        ("end", "pozno", "entry-problem-clock"),
        ("end", "17,5", "entry-problem-clock"),
        ("participant_girl", "dve", "entry-problem-number"),
        ("participant_girl", "-2", "entry-problem-negative"),
        ("created_share", "0,5", "grid-problem-share"),
    ] {
        assert_eq!(told(cell, text), Err(vec![key]), "{cell}: {text}");
    }
}

#[test]
fn a_talk_keeps_no_note() {
    let mut cells = Fields::default();
    for (name, value) in [("activity", "x"), ("date", "1"), ("note", "o čem")] {
        cells.set(name, value);
    }
    let told = form(&cells, october(), None, Some(Kind::OneToOne)).unwrap_err();
    assert_eq!(told[0].key, "entry-problem-note-one-to-one");
    assert!(form(&cells, october(), None, Some(Kind::Open)).is_ok());
}
