//! Any plan that may stand in the database, in any script, with marks that files use for themselves.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::bodies;
use crate::form::{lines, tidy};
use crate::i18n::Text18;
use crate::measures::Measure;
use crate::plan::document::{
    Adoption, Aim, By, Counted, Evidence, Foreseen, Head, Joined, Kind, Line, Met, Part, Partner, Plan, Role,
    Rule, Says, Target,
};
use crate::plan::evidence;
use crate::plan::tree::in_order;
use crate::plan::when::{Point, Span};
use crate::vocabulary::Kind as Of;

fn text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just("\"čš\\n\" = {".to_owned()),
        Just("=1+1".to_owned()),
        Just("'=SUM(A1)".to_owned()),
        Just("'".to_owned()),
        Just("[[part]] # no".to_owned()),
        Just("a, b; c\td: e – f".to_owned()),
        Just("مركز الشباب".to_owned()),
        Just("青少年中心 👩\u{200d}👧".to_owned()),
        Just("2021".to_owned()),
        Just("true".to_owned()),
        Just("-12".to_owned()),
        "\\PC{1,20}",
    ];
    odd.prop_map(|text| tidy(&text)).prop_filter("something", |text| !text.is_empty())
}

fn long() -> impl Strategy<Value = String> {
    proptest::collection::vec(text(), 1..4).prop_map(|all| lines(&all.join("\n\n")))
}

fn in_languages(text: impl Strategy<Value = String>, least: usize) -> impl Strategy<Value = Text18> {
    let lang = prop_oneof![Just("sl"), Just("en"), Just("fi"), Just("und")];
    proptest::collection::btree_map(lang, text, least..3).prop_map(|all: BTreeMap<_, _>| {
        let mut text = Text18::default();
        all.into_iter().for_each(|(lang, says)| text.put(lang, &says));
        text
    })
}

fn words() -> impl Strategy<Value = Text18> {
    in_languages(text(), 1)
}

fn maybe() -> impl Strategy<Value = Text18> {
    in_languages(text(), 0)
}

fn many<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..4)
}

fn point() -> impl Strategy<Value = Point> {
    (2019..2024, 1u32..=12, prop::option::of(1u32..=28)).prop_map(|(year, month, day)| match day {
        Some(day) => Point::day(year, month, day).unwrap(),
        None => Point::month(year, month).unwrap(),
    })
}

fn when() -> impl Strategy<Value = Vec<Span>> {
    let span = (point(), point()).prop_map(|(a, b)| Span::new(a, b).or_else(|| Span::new(b, a)).unwrap());
    proptest::collection::vec(span, 0..3)
}

fn code() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9_-]{0,12}"
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let all: Vec<Measure> = evidence::measures().collect();
    let months = (2020..2023, 1u32..=6, 7u32..=12).prop_map(|(year, from, to)| {
        Span::new(Point::month(year, from).unwrap(), Point::month(year, to).unwrap()).unwrap()
    });
    let of = prop::option::of((prop::sample::select(By::ALL), code(), prop::sample::select(Of::ALL)));
    let within = proptest::collection::btree_set(code(), 0..3).prop_map(|all| all.into_iter().collect());
    let of_measure = (prop::sample::select(all), of, within, proptest::collection::vec(months, 0..3));
    prop_oneof![
        of_measure.prop_map(|(measure, of, within, when)| Evidence::Measure {
            measure: measure.code().to_owned(),
            of: of.filter(|(by, ..)| by.splits(measure)).map(|(by, code, kind)| match by {
                By::Kind => (by, kind.code().to_owned()),
                _ => (by, code),
            }),
            within,
            when,
        }),
        code().prop_map(|area| Evidence::Result { area }),
        (
            prop::sample::select(&bodies::Kind::ALL[..]),
            prop::option::of(text().prop_filter("what keeps cells apart", |it| !it.contains(';'))),
            prop::sample::select(Met::ALL),
            prop::sample::select(Joined::ALL),
            when(),
        )
            .prop_map(|(body, name, of, counted, when)| Evidence::Meetings {
                body,
                name: name.unwrap_or_default(),
                of,
                counted,
                when,
            }),
        (prop::sample::select(Counted::ALL), maybe(), prop::sample::select(Joined::ALL))
            .prop_map(|(what, whom, counted)| Evidence::Hand { what, whom, counted }),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let number = prop_oneof![
        (0i64..50, 1i64..20).prop_map(|(each, units)| (each * units, Some(each), Some(units))),
        (0i64..1_000_000).prop_map(|n| (n, None, None))
    ];
    let more = prop::option::of(1i64..9);
    (number, prop::sample::select(Rule::ALL), more, words(), prop::option::of(evidence())).prop_map(
        |((number, each, units), rule, more, unit, evidence)| Target {
            code: String::new(),
            // Nothing is a number only of at most so many.
            rule: if number == 0 { Rule::AtMost } else { rule },
            number,
            up_to: more.map(|more| number + more),
            each,
            units,
            unit,
            // Meetings and points have no number for each unit.
            evidence: evidence.filter(|it| {
                each.is_none() || !matches!(it, Evidence::Meetings { .. } | Evidence::Result { .. })
            }),
        },
    )
}

fn says() -> impl Strategy<Value = Says> {
    let aim = (text(), maybe()).prop_map(|(code, name)| Aim { code, name });
    let partner = (prop_oneof![Just(""), Just("HR"), Just("SE")], text())
        .prop_map(|(country, name)| Partner { country: country.to_owned(), name });
    let step = (when(), maybe(), words()).prop_map(|(when, note, what)| Line { when, note, what });
    (
        (many(aim), in_languages(long(), 0), many(words()), many(words())),
        (prop::option::of(text()), prop::option::of(prop::sample::select(Role::ALL)), many(partner)),
        (many(words()), prop::option::of(0i64..1_000_000), when(), maybe()),
        (in_languages(long(), 0), maybe(), many(step), many(target())),
    )
        .prop_map(|(one, two, three, four)| {
            let mut says = Says {
                aims: one.0,
                purpose: one.1,
                goals: one.2,
                qualitative: one.3,
                programme: two.0.unwrap_or_default(),
                role: two.1,
                partners: two.2,
                project: String::new(),
                outputs: three.0,
                budget: three.1,
                refers: Vec::new(),
                when: three.2,
                note: three.3,
                indicator: four.0,
                responsible: four.1,
                steps: four.2,
                targets: four.3,
            };
            for (n, target) in says.targets.iter_mut().enumerate() {
                target.code = format!("target-{n}");
            }
            says
        })
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let part = (prop::sample::select(Kind::ALL), words(), says(), any::<prop::sample::Index>());
    let head =
        (words(), in_languages(long(), 0), proptest::sample::subsequence(Adoption::ALL, 0..=6), when());
    (proptest::collection::vec(part, 0..8), head).prop_map(|(drawn, (name, intro, steps, when))| {
        let mut parts: Vec<Part> = Vec::new();
        for (n, (kind, name, mut says, above)) in drawn.into_iter().enumerate() {
            // In something that may hold it; the first of all is an area.
            let holds = |it: &&Part| it.kind != Kind::Action && (kind != Kind::Area || it.kind == Kind::Area);
            let all: Vec<&Part> = parts.iter().filter(holds).collect();
            let (kind, within) = match all.len() {
                0 => (Kind::Area, String::new()),
                n => (kind, all[above.index(n)].code.clone()),
            };
            if !kind.is_funded() {
                says = Says { programme: String::new(), role: None, partners: Vec::new(), ..says };
                (says.outputs, says.budget) = (Vec::new(), None);
            } else if n % 2 == 0 {
                says.project = format!("project-{n}");
            }
            says.refers = parts.iter().take(n % 3).map(|it| it.code.clone()).collect();
            parts.push(Part { kind, code: format!("part-{n}"), within, name, says });
        }
        let adoption = steps.into_iter().map(|step| Foreseen { step, when: when.clone() }).collect();
        Plan { year: 2021, head: Head { name, intro, adoption }, parts: in_order(parts) }
    })
}
