//! Figures, tables and lists of random entries tell the same.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use uuid::Uuid;

use crate::activities::{CountMethod, UNKNOWN};
use crate::measures::{Amount, Measure, Sums, Telling};
use crate::packs::form::{Counted, Filter, Form, Rule};
use crate::packs::line::{Line, together};
use crate::packs::made::{fill, rows};
use crate::packs::{missing, shipped};
use crate::totals::Fact;
use crate::vocabulary::{Gender, Kind, Part, PlaceKind};

const BANDS: [&str; 6] = ["10-12", "13-14", "15-18", "19-24", "25-29", "30+"];
const FIELDS: [&str; 4] = ["health", "mobility", "participation", "own-word"];

prop_compose! {
    fn line()(
        day in 0u64..365,
        kind in 0..Kind::ALL.len(),
        heads in proptest::array::uniform3(proptest::collection::vec(0i64..9, 7)),
        minutes in 0i64..300,
        method in 0usize..5,
        field in proptest::option::of(0usize..4),
        (ours, below, volunteers) in (proptest::bool::weighted(0.8), 0..3, 0i64..4),
        split in proptest::bool::weighted(0.7),
    ) -> Line {
        let total = |part: usize| heads[part].iter().sum::<i64>();
        let band = |at: usize| BANDS.get(at).copied().unwrap_or(UNKNOWN).to_owned();
        let (mut age, mut gender) = (Vec::new(), Vec::new());
        for part in Part::ALL {
            let of = &heads[*part as usize];
            age.extend(of.iter().enumerate().map(|(at, n)| (*part, band(at), *n)));
            gender.extend(of.iter().enumerate().map(|(at, n)| (*part, Gender::ALL[at % Gender::ALL.len()], *n)));
        }
        Line {
            id: Uuid::from_u128(u128::from(day)),
            unit_id: Uuid::nil(),
            below: format!("unit-{below}"),
            ours,
            activity_id: Uuid::nil(),
            fact: Fact {
                date: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day),
                kind: Kind::ALL[kind],
                place_kind: PlaceKind::OnSite,
                start_min: None,
                duration_min: minutes,
                created_min: minutes / 3,
                creators: total(0),
                participants: total(1),
                audience: total(2),
                first_visits: 1,
                staff_min: 2 * minutes,
                prep_min: 10,
                volunteer_min: volunteers * minutes,
                main_tag: None,
                main_field: None,
                further: Vec::new(),
                has_tag: false,
                has_field: field.is_some(),
                gender,
                age,
            },
            told: Telling { split, ..Telling::open(Kind::ALL[kind]) },
            method: CountMethod::ALL[method],
            volunteers,
            field: field.map(|at| FIELDS[at].to_owned()),
            proofs: 0,
            tag: None,
        }
    }
}

fn whole(form: &Form, code: &str, lines: &[Line]) -> Amount {
    let figure = form.figure(code).unwrap();
    figure.counted.of(&together(lines, &figure.filter, None, false).remove("").unwrap_or_default(), None)
}

fn n(amount: Amount) -> i64 {
    let Amount::Whole(n) = amount else { panic!("{amount:?} is not whole") };
    n
}

proptest! {
    #[test]
    fn a_list_adds_up_to_its_figure(lines in proptest::collection::vec(line(), 0..30)) {
        let form = shipped::find("youth-office").unwrap();
        let list = fill(form, &form.lists[0], &lines);
        let listed: i64 = list.rows.iter().map(|row| n(row.figure)).sum();
        let away = list.elsewhere.map_or(0, |(_, amount, _)| n(amount));
        prop_assert_eq!(Amount::Whole(listed + away), whole(form, "active", &lines));
        prop_assert_eq!(list.total, whole(form, "active", &lines));
        for row in &list.rows {
            prop_assert_eq!(row.ages.values().sum::<i64>(), n(row.figure), "an entry's ages");
            prop_assert!(row.line.ours && row.line.fact.kind != Kind::OneToOne);
        }
        // By hand: creators from 15 to 29, never a visitor or an audience, never a talk.
        let by_hand: i64 = lines
            .iter()
            .filter(|line| line.fact.kind != Kind::OneToOne)
            .flat_map(|line| &line.fact.age)
            .filter(|(part, band, _)| *part == Part::Creator && ["15-18", "19-24", "25-29"].contains(&band.as_str()))
            .map(|(_, _, n)| n)
            .sum();
        prop_assert_eq!(list.total, Amount::Whole(by_hand));
    }

    #[test]
    fn tables_add_up_to_their_figures(lines in proptest::collection::vec(line(), 0..30), apart: bool) {
        for form in shipped::all() {
            for table in &form.tables {
                let rows = rows(form, table, &lines, true, apart);
                for (at, code) in table.figures.iter().enumerate() {
                    if form.figure(code).unwrap().counted.additive() {
                        let sum: i64 = rows.iter().map(|row| n(row.cells[at].unwrap())).sum();
                        prop_assert_eq!(Amount::Whole(sum), whole(form, code, &lines), "{} {} {}", &form.code, &table.code, code);
                    }
                }
            }
        }
    }

    #[test]
    fn without_a_filter_a_figure_is_its_measure(lines in proptest::collection::vec(line(), 0..30)) {
        let sums: Sums = lines.iter().map(|line| line.fact.sums()).sum();
        for measure in Measure::ALL.into_iter().filter(|it| *it != Measure::OpeningMin) {
            let came = together(&lines, &Filter::default(), None, false).remove("").unwrap_or_default();
            prop_assert_eq!(Counted::Measure(measure).of(&came, None), measure.of(&sums));
        }
    }
}

#[test]
fn the_age_that_nobody_knows_is_told_apart() {
    let filter = &shipped::find("youth-office").unwrap().figure("active").unwrap().filter;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut it = line().new_tree(&mut runner).unwrap().current();
    (it.ours, it.fact.kind) = (true, Kind::Group);
    it.fact.age = [("15-18", 4), ("30+", 2), ("10-19", 3), (UNKNOWN, 5), ("0-9", 1)]
        .map(|(band, n)| (Part::Creator, band.to_owned(), n))
        .into();
    it.fact.age.push((Part::Audience, UNKNOWN.to_owned(), 50));
    assert_eq!(filter.whole(&it).sums.visits(), 4);
    assert_eq!(filter.age_unknown(&it), 8, "of 10 to 19 nobody can say");
    assert_eq!(filter.ageless(&it), 5);
    let found = missing::entries(Rule::WithoutAges, filter, std::slice::from_ref(&it));
    assert_eq!(found, [missing::Found::Entry(0, 5)]);
    it.ours = false;
    assert_eq!(missing::entries(Rule::WithoutAges, filter, &[it]), [], "what is not ours is not told singly");
}
