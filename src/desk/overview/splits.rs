//! Who came and to what: visits split by gender, age, kind, main tag, main field and weekday. Each adds up to the page's
//! total, with what was not recorded as the last part.

use std::collections::{BTreeMap, BTreeSet};

use charts::{Bar, ShareBars, SideBars};

use super::scene::{Beside, Scene};
use super::table::{Cell, Table, TableRow};
use crate::measures::{ANY, Axis, Measure, NONE, PAIR, REST, Sums, WITH, WITHOUT, difference};
use crate::vocabulary::{AgeBand, Gender, Kind, PlaceKind, Term, Vocabulary};

pub struct Split {
    pub id: &'static str,
    pub heading: String,
    /// A sentence under the heading, and where its figure leads.
    pub note: String,
    pub note_href: Option<String>,
    pub svg: String,
    pub table: Table,
    /// The overlapping reading, for tags and fields.
    pub overlapping: Option<Table>,
}

/// One part: its code, what it is called, and whether it stands for something unknown.
struct Part {
    code: String,
    label: String,
    muted: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Look {
    Share,
    Side,
}

/// What the members of an axis are called.
pub fn member_name(scene: &Scene, terms: &[Term], bands: &[AgeBand], axis: Axis, code: &str) -> String {
    let w = scene.w;
    if code == ANY && axis != Axis::Kind {
        return w.tr("overview-unsplit");
    }
    let list = match axis {
        Axis::MainTag | Axis::Tag => Some(Vocabulary::Tag),
        Axis::MainField | Axis::Field => Some(Vocabulary::Field),
        _ => None,
    };
    if let Some(list) = list {
        return match terms.iter().find(|term| term.vocabulary == list && term.code == code) {
            Some(term) => w.text(&term.label),
            None if code == WITH => w.tr("overview-with-any"),
            None if code == WITHOUT => w.tr("overview-without"),
            None => w.tr("overview-none"),
        };
    }
    let known = |key: String| if w.has(&key) { w.tr(&key) } else { code.to_owned() };
    match axis {
        Axis::Kind if code == PAIR => w.tr("overview-kind-pair"),
        Axis::Kind if code == REST => w.tr("overview-kind-rest"),
        Axis::Kind => known(format!("overview-kind-{code}")),
        Axis::PlaceKind => known(format!("place-kind-{code}")),
        Axis::Gender => known(format!("gender-{code}")),
        Axis::Weekday => known(format!("weekday-{code}")),
        Axis::AgeBand if code == "unknown" => w.tr("gender-unknown"),
        Axis::AgeBand => bands.iter().find(|band| band.code == code).map_or(code.to_owned(), AgeBand::label),
        _ => code.to_owned(),
    }
}

/// Everything that pages need to name the members of axes.
pub struct Lists {
    pub terms: Vec<Term>,
    pub bands: Vec<AgeBand>,
}

/// The members of an axis in the period, and in the same dates a year ago.
#[derive(Default)]
pub struct Both {
    pub now: Members,
    pub ago: Members,
}

impl Both {
    fn has(&self, code: &str) -> bool {
        self.now.contains_key(code) || self.ago.contains_key(code)
    }
}

pub type Members = BTreeMap<String, Sums>;

#[allow(clippy::cast_precision_loss)]
fn draw(scene: &Scene, axis: Axis, look: Look, title: &str, members: &Members, parts: &[Part]) -> String {
    let w = scene.w;
    let n = |part: &Part| members.get(&part.code).map_or(0, Sums::visits);
    // Shares are of all, also of what is not split, here as in reports and on public pages.
    let whole: i64 = members.values().map(Sums::visits).sum();
    let parts = || parts.iter().filter(|part| part.code != ANY || axis == Axis::Kind);
    let share = |n: i64| if whole == 0 { String::new() } else { w.percent(n as f64 / whole as f64, 1) };
    let bars: Vec<Bar> = parts()
        .map(|part| Bar {
            label: part.label.clone(),
            value: n(part) as f64,
            shown: w.int(n(part)),
            share: share(n(part)),
            muted: part.muted,
            href: (n(part) != 0).then(|| scene.open_member(Measure::Visits, axis.code(), &part.code)),
            title: format!("{}: {}, {}", part.label, w.n("visits", n(part)), share(n(part))),
        })
        .collect();
    let most = parts().filter(|part| !part.muted).max_by_key(|part| n(part));
    let desc = most.map_or_else(String::new, |part| {
        w.of("overview-most", format!("{}, {}", part.label, share(n(part))))
    });
    let (id, title) = (axis.code().to_owned(), title.to_owned());
    match look {
        Look::Share => ShareBars { id, title, desc, whole: whole as f64, bars }.svg(),
        Look::Side => SideBars { id, title, desc, bars }.svg(),
    }
}

/// Visits stand first, beside those of a year ago; then the other columns.
fn table(
    scene: &Scene,
    axis: Axis,
    caption: &str,
    columns: &[Measure],
    both: &Both,
    parts: &[Part],
) -> Table {
    let w = scene.w;
    let cells = |now: &Sums, ago: &Sums, code: Option<&str>| {
        let open = |measure: Measure| {
            code.map_or_else(|| scene.open(measure), |code| scene.open_member(measure, axis.code(), code))
        };
        let before = match code {
            Some(code) => scene.open_member_beside(Measure::Visits, axis.code(), code, Beside::Ago),
            None => scene.open_beside(Measure::Visits, Beside::Ago),
        };
        let (is, was) = (Measure::Visits.of(now), Measure::Visits.of(ago));
        let change = difference(w, Measure::Visits, is, was).unwrap_or_else(|| "–".to_owned());
        [
            Cell::figure(w, Measure::Visits, now, open(Measure::Visits)),
            Cell::figure(w, Measure::Visits, ago, before),
            Cell::plain(change),
        ]
        .into_iter()
        .chain(columns.iter().map(|measure| Cell::figure(w, *measure, now, open(*measure))))
        .collect()
    };
    let heads = [
        w.tr(&format!("overview-axis-{}", axis.code())),
        w.tr("measure-visits"),
        w.tr("overview-year-ago"),
        w.tr("overview-difference"),
    ];
    let of = |members: &Members, part: &Part| members.get(&part.code).copied().unwrap_or_default();
    let sum = |members: &Members| members.values().copied().sum::<Sums>();
    Table {
        caption: caption.to_owned(),
        heads: heads
            .into_iter()
            .chain(columns.iter().map(|measure| w.tr(&format!("measure-{}", measure.code()))))
            .collect(),
        rows: parts
            .iter()
            .map(|part| TableRow {
                head: Cell::plain(&part.label),
                cells: cells(&of(&both.now, part), &of(&both.ago, part), Some(&part.code)),
            })
            .collect(),
        total: Some(TableRow {
            head: Cell::plain(w.tr("overview-sum")),
            cells: cells(&sum(&both.now), &sum(&both.ago), None),
        }),
    }
}

/// What of one-to-one work is not split, as the last part; and a note with a word of it.
fn unsplit(scene: &Scene, both: &Both, parts: &mut Vec<Part>) {
    if both.has(ANY) {
        parts.push(Part { code: ANY.to_owned(), label: scene.w.tr("overview-unsplit"), muted: true });
    }
}

fn without(scene: &Scene, note: String, members: &Members) -> String {
    match members.get(ANY).map_or(0, Sums::visits) {
        0 => note,
        n => format!("{note} {}", scene.w.n("overview-without-unsplit", n)),
    }
}

const HEADS: [Measure; 3] = [Measure::Creators, Measure::Participants, Measure::Audience];
const WORK: [Measure; 2] = [Measure::ActivitiesHeld, Measure::YouthWorkMin];

pub fn gender(scene: &Scene, lists: &Lists, both: &Both) -> Split {
    let mut parts: Vec<Part> = Gender::ALL
        .iter()
        .map(|gender| Part {
            code: gender.code().into(),
            label: member_name(scene, &lists.terms, &lists.bands, Axis::Gender, gender.code()),
            muted: matches!(gender, Gender::NotStated | Gender::Unknown),
        })
        .collect();
    let heading = scene.w.tr("overview-gender");
    unsplit(scene, both, &mut parts);
    Split {
        id: "gender",
        note: without(scene, scene.w.of("overview-gender-known", known(scene, &both.now)), &both.now),
        note_href: None,
        svg: draw(scene, Axis::Gender, Look::Share, &heading, &both.now, &parts),
        table: table(scene, Axis::Gender, &heading, &HEADS, both, &parts),
        heading,
        overlapping: None,
    }
}

/// The share of visits of which a margin says something, of those that are split.
#[allow(clippy::cast_precision_loss)]
fn known(scene: &Scene, members: &Members) -> String {
    let all: i64 = members.iter().filter(|(code, _)| *code != ANY).map(|(_, sums)| sums.visits()).sum();
    let unknown = members.get("unknown").map_or(0, Sums::visits);
    scene.w.percent(if all == 0 { 0.0 } else { (all - unknown) as f64 / all as f64 }, 0)
}

pub fn age(scene: &Scene, lists: &Lists, both: &Both) -> Split {
    let w = scene.w;
    let part = |code: &str, muted| Part {
        code: code.to_owned(),
        label: member_name(scene, &lists.terms, &lists.bands, Axis::AgeBand, code),
        muted,
    };
    let mut parts: Vec<Part> = lists.bands.iter().map(|band| part(&band.code, false)).collect();
    // Bands of another time's set.
    let met: BTreeSet<&String> = both.now.keys().chain(both.ago.keys()).collect();
    let named = |code: &&String| !matches!(code.as_str(), "unknown" | ANY);
    let old = met.into_iter().filter(named).filter(|code| !parts.iter().any(|it| it.code == **code));
    let old: Vec<Part> = old.map(|code| part(code, false)).collect();
    parts.extend(old);
    parts.push(part("unknown", true));
    let young = |band: &&AgeBand| band.min_age >= 15 && band.max_age.is_some_and(|max| max <= 29);
    let codes: Vec<&str> = lists.bands.iter().filter(young).map(|band| band.code.as_str()).collect();
    let youth: i64 = codes.iter().filter_map(|code| both.now.get(*code)).map(Sums::visits).sum();
    let aged = both.now.iter().any(|(code, sums)| named(&code) && sums.visits() > 0);
    let heading = w.tr("overview-age");
    unsplit(scene, both, &mut parts);
    Split {
        id: "age",
        // Where no age was written down at all, none of 15 to 29 would be untrue.
        note: if aged { w.n("overview-youth", youth) } else { String::new() },
        note_href: (youth > 0).then(|| scene.open_member(Measure::Visits, "age_band", &codes.join(","))),
        svg: draw(scene, Axis::AgeBand, Look::Side, &heading, &both.now, &parts),
        table: table(scene, Axis::AgeBand, &heading, &HEADS, both, &parts),
        heading,
        overlapping: None,
    }
}

/// `apart`: whether one-to-one work may stand by itself.
pub fn kinds(scene: &Scene, lists: &Lists, both: &Both, apart: bool) -> Split {
    let w = scene.w;
    let part = |code: &str| Part {
        code: code.to_owned(),
        label: member_name(scene, &lists.terms, &lists.bands, Axis::Kind, code),
        muted: code == ANY || code == REST,
    };
    let shown = |kind: &&Kind| apart || !matches!(kind, Kind::Group | Kind::OneToOne);
    let mut parts: Vec<Part> = Kind::ALL.iter().filter(shown).map(|kind| part(kind.code())).collect();
    if !apart {
        parts.insert(1, part(PAIR));
    }
    for pool in [REST, ANY] {
        if both.has(pool) {
            parts.push(part(pool));
        }
    }
    let heading = w.tr("overview-kind");
    Split {
        id: "kinds",
        note: w.tr("overview-kind-note"),
        note_href: None,
        svg: draw(scene, Axis::Kind, Look::Share, &heading, &both.now, &parts),
        table: table(scene, Axis::Kind, &heading, &WORK, both, &parts),
        heading,
        overlapping: None,
    }
}

pub fn place_kinds(scene: &Scene, lists: &Lists, both: &Both) -> Split {
    let mut parts: Vec<Part> = PlaceKind::ALL
        .iter()
        .map(|kind| Part {
            code: kind.code().into(),
            label: member_name(scene, &lists.terms, &lists.bands, Axis::PlaceKind, kind.code()),
            muted: false,
        })
        .collect();
    let heading = scene.w.tr("overview-place-kind");
    unsplit(scene, both, &mut parts);
    Split {
        id: "places",
        note: without(scene, scene.w.tr("overview-place-kind-note"), &both.now),
        note_href: None,
        svg: draw(scene, Axis::PlaceKind, Look::Share, &heading, &both.now, &parts),
        table: table(scene, Axis::PlaceKind, &heading, &WORK, both, &parts),
        heading,
        overlapping: None,
    }
}

/// Main tags or fields, which add up; and all of them, which overlap.
pub fn terms(scene: &Scene, lists: &Lists, main: Axis, both: &Both, overlap: &Both) -> Split {
    let w = scene.w;
    let (id, every) = if main == Axis::MainTag { ("tags", Axis::Tag) } else { ("fields", Axis::Field) };
    let list = if main == Axis::MainTag { Vocabulary::Tag } else { Vocabulary::Field };
    let part = |axis: Axis, code: &str, muted| Part {
        code: code.to_owned(),
        label: member_name(scene, &lists.terms, &lists.bands, axis, code),
        muted,
    };
    let of = |both: &Both, axis: Axis| -> Vec<Part> {
        let met = lists.terms.iter().filter(|term| term.vocabulary == list && both.has(&term.code));
        let mut met: Vec<&Term> = met.collect();
        met.sort_by_key(|term| std::cmp::Reverse(both.now.get(&term.code).map_or(0, Sums::visits)));
        met.into_iter().map(|term| part(axis, &term.code, false)).collect()
    };
    let mut parts = of(both, main);
    if both.has(NONE) {
        parts.push(part(main, NONE, true));
    }
    unsplit(scene, both, &mut parts);
    let heading = w.tr(&format!("overview-axis-{}", main.code()));
    let mut overlapping = table(scene, every, &w.tr("overview-overlap"), &WORK, overlap, &of(overlap, every));
    let edge = |members: &Members| -> Members {
        [WITH, WITHOUT, ANY]
            .into_iter()
            .filter_map(|code| Some((code.to_owned(), *members.get(code)?)))
            .collect()
    };
    let edge = Both { now: edge(&overlap.now), ago: edge(&overlap.ago) };
    let mut edges = vec![part(every, WITH, false), part(every, WITHOUT, true)];
    unsplit(scene, &edge, &mut edges);
    // With at least one and without: these add up to the whole, the terms above do not.
    let sum = table(scene, every, "", &WORK, &edge, &edges);
    overlapping.rows.extend(sum.rows);
    overlapping.total = sum.total;
    Split {
        id,
        note: without(scene, w.tr("overview-main-note"), &both.now),
        note_href: None,
        svg: draw(scene, main, Look::Share, &heading, &both.now, &parts),
        table: table(scene, main, &heading, &WORK, both, &parts),
        heading,
        overlapping: Some(overlapping),
    }
}

pub fn weekdays(scene: &Scene, lists: &Lists, both: &Both) -> Split {
    let part = |day: i64| Part {
        code: day.to_string(),
        label: member_name(scene, &lists.terms, &lists.bands, Axis::Weekday, &day.to_string()),
        muted: false,
    };
    let mut parts: Vec<Part> = (1..=7).map(part).collect();
    let heading = scene.w.tr("overview-weekday");
    unsplit(scene, both, &mut parts);
    Split {
        id: "weekdays",
        note: without(scene, scene.w.tr("overview-weekday-note"), &both.now),
        note_href: None,
        svg: draw(scene, Axis::Weekday, Look::Side, &heading, &both.now, &parts),
        table: table(scene, Axis::Weekday, &heading, &WORK, both, &parts),
        heading,
        overlapping: None,
    }
}
