//! What stands on a page, as it is drawn: from the plain values of [`Facts`] to words and charts.

use charts::{Bar, Column, Columns, ShareBars, SideBars};

use crate::change::read;
use crate::exchange::giving::Names;
use crate::i18n::{Text18, Words, tongue};
use crate::measures::{ANY, Axis, Measure, Sums, shown};
use crate::public::counting::{State, Year};
use crate::public::labels;
use crate::public::reading::{Below, Facts};
use crate::public::telling::Class;
use crate::web::{asset, icon};

pub struct Tile {
    pub label: String,
    pub value: String,
}

/// A text, and the language it is in.
pub struct Said {
    pub lang: String,
    pub text: String,
}

pub struct RowView {
    pub label: String,
    /// Every member, where the label does not name them.
    pub members: String,
    pub cells: Vec<String>,
}

pub struct SplitView {
    pub id: String,
    pub heading: String,
    pub svg: String,
    pub heads: Vec<String>,
    pub rows: Vec<RowView>,
}

pub struct YearView {
    pub year: i32,
    pub tiles: Vec<Tile>,
    pub splits: Vec<SplitView>,
    /// What is not split, or is told otherwise in a report, and why.
    pub notes: Vec<String>,
}

pub struct AreaView {
    pub name: String,
    pub shown: String,
    pub index: Option<f64>,
}

pub struct Link {
    pub name: String,
    pub href: Option<String>,
}

/// Everything that page and frame are made of.
pub struct View {
    pub w: Words,
    pub unit: String,
    pub network: String,
    pub intro: Option<Said>,
    pub contact: String,
    pub live: Option<(String, Vec<Tile>)>,
    pub years: Vec<YearView>,
    pub voices: Option<(i32, Vec<AreaView>, String)>,
    /// Address of "you said, we did".
    pub said: Option<String>,
    pub below: Vec<Link>,
    pub above: Option<Link>,
    /// The address of the page, without the site; files and frame stand below it.
    pub base: String,
    /// With the site.
    pub whole: String,
    pub oembed: String,
    /// (code, name) of the others.
    pub languages: Vec<(String, String)>,
    pub made: String,
}

impl View {
    pub fn asset(&self, name: &str) -> String {
        asset(name)
    }

    pub fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }

    pub fn lang(&self) -> &'static str {
        self.w.lang()
    }

    /// Whether there is nothing to be read.
    pub fn is_empty(&self) -> bool {
        self.live.is_none() && self.years.is_empty() && self.voices.is_none() && self.said.is_none()
    }
}

pub fn address(network: &str, unit: &str) -> String {
    format!("/open/{network}/{unit}")
}

fn tiles(w: Words, sums: &Sums) -> Vec<Tile> {
    let tile = |measure: Measure| Tile {
        label: labels::measure(w, measure),
        value: shown(w, measure, measure.of(sums)),
    };
    labels::TOLD.map(tile).into()
}

pub fn view(facts: &Facts, names: &Names, site: &str) -> View {
    let (w, unit) = (names.w, &facts.unit);
    let network = &unit.network;
    let base = address(&network.code, &unit.code);
    let whole = format!("{site}{base}");
    let link = |name: &Text18, code: &str, public: bool| Link {
        name: w.text(name),
        href: public.then(|| address(&network.code, code)),
    };
    let intro = (!facts.chosen.intro.is_empty()).then(|| {
        let (lang, text) = read(&facts.chosen.intro, w.lang(), &network.languages);
        Said { lang, text: text.to_owned() }
    });
    let live = facts.live.as_ref().map(|(period, sums)| {
        let year = chrono::Datelike::year(&period.from).to_string();
        let args = [("it", year.into()), ("day", w.day(period.last()).into())];
        (w.with("public-so-far", &args), tiles(w, sums))
    });
    let year = |(at, year): (usize, &Year)| {
        let of_year = facts.corrected.iter().filter(|(of, _)| *of == year.year);
        let corrected = of_year.map(|(_, it)| it.says(w, &facts.unit)).collect();
        year_view(year, names, (at, corrected))
    };
    let area = |(name, index): &(Text18, Option<f64>)| AreaView {
        name: w.text(name),
        shown: index.map_or_else(|| "–".to_owned(), |index| w.decimal(index, 0)),
        index: *index,
    };
    let voices = facts.voices.as_ref().map(|it| {
        let areas: Vec<AreaView> = it.areas.iter().map(area).collect();
        let svg = areas_chart(w, it.year, &areas);
        (it.year, areas, svg)
    });
    let others = ["sl", "en"].into_iter().filter(|lang| *lang != w.lang());
    View {
        w,
        unit: w.text(&unit.name),
        network: w.text(&facts.network),
        intro,
        contact: facts.chosen.contact.clone(),
        live,
        years: facts.years.iter().enumerate().map(year).collect(),
        voices,
        said: facts.said.then(|| format!("/said/{}/{}?lang={}", network.code, unit.code, w.lang())),
        below: facts.below.iter().map(|Below { name, code, public }| link(name, code, *public)).collect(),
        above: facts.above.as_ref().map(|(name, code)| link(name, code, true)),
        oembed: format!("{site}/oembed?url={}&format=json", crate::web::encoded(&whole)),
        base,
        whole,
        languages: others.map(|lang| (lang.to_owned(), tongue(lang))).collect(),
        made: w.date(crate::clock::Day::Now(facts.at).in_zone(network.zone)),
    }
}

/// `corrected`: which finished reports have other figures, and why.
fn year_view(year: &Year, names: &Names, (at, corrected): (usize, Vec<String>)) -> YearView {
    let w = names.w;
    let mut notes = corrected;
    if year.state == State::Moved {
        notes.push(w.tr("public-moved"));
    }
    let few: Vec<String> = year
        .splits
        .iter()
        .filter(|(_, classes)| classes.is_none())
        .map(|(axis, _)| labels::axis(w, *axis))
        .collect();
    if !few.is_empty() {
        notes.push(w.of("public-too-few", few.join(", ")));
    }
    let split = |(axis, classes): &(Axis, Option<Vec<Class>>)| {
        Some(split_view(
            year.year,
            *axis,
            &labels::in_order(names, *axis, classes.as_deref()?),
            names,
            at == 0,
        ))
    };
    YearView {
        year: year.year,
        tiles: tiles(w, &year.sums),
        splits: year.splits.iter().filter_map(split).collect(),
        notes,
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(w: Words, n: i64, whole: i64) -> String {
    if whole == 0 { String::new() } else { w.percent(n as f64 / whole as f64, 1) }
}

/// `draws`: with a chart.
fn split_view(year: i32, axis: Axis, classes: &[Class], names: &Names, draws: bool) -> SplitView {
    let w = names.w;
    let whole = labels::whole(classes).visits();
    let mut heads = vec![labels::measure(w, Measure::Visits), w.tr("public-share")];
    let more: Vec<Measure> = labels::measures(axis).filter(|it| *it != Measure::Visits).collect();
    heads.extend(more.iter().map(|it| labels::measure(w, *it)));
    let row = |it: &Class| {
        let n = it.sums.visits();
        let mut cells = vec![w.int(n), share(w, n, whole)];
        cells.extend(more.iter().map(|measure| shown(w, *measure, measure.of(&it.sums))));
        let (label, members) = (labels::class(names, axis, it), labels::members(names, axis, it));
        RowView { members: if members == label { String::new() } else { members }, label, cells }
    };
    let id = format!("y{year}-{}", axis.code().replace('_', "-"));
    let heading = labels::axis(w, axis);
    SplitView {
        svg: if draws { chart(&id, &heading, axis, classes, names) } else { String::new() },
        id,
        heading,
        heads,
        rows: classes.iter().map(row).collect(),
    }
}

#[allow(clippy::cast_precision_loss)]
fn chart(id: &str, heading: &str, axis: Axis, classes: &[Class], names: &Names) -> String {
    let w = names.w;
    let whole = labels::whole(classes).visits();
    let most = classes.iter().max_by_key(|it| it.sums.visits());
    let desc = most.map_or_else(String::new, |it| {
        let said = format!("{}, {}", labels::class(names, axis, it), share(w, it.sums.visits(), whole));
        w.of("public-most", said)
    });
    let (id, title) = (format!("c-{id}"), format!("{heading}: {}", labels::measure(w, Measure::Visits)));
    let sentence =
        |it: &Class| format!("{}: {}", labels::members(names, axis, it), w.n("visits", it.sums.visits()));
    if axis == Axis::Month && classes.iter().all(|it| it.codes.len() == 1) {
        let short = |code: &str| {
            let month = code.rsplit('-').next().and_then(|month| month.parse::<u32>().ok());
            month.map_or_else(String::new, |month| w.tr(&format!("month-short-{month}")))
        };
        let column = |it: &Class| Column {
            label: it.codes.first().map_or_else(String::new, |code| short(code)),
            value: it.sums.visits() as f64,
            shown: w.int(it.sums.visits()),
            before: None,
            sum: None,
            title: sentence(it),
            href: None,
            unfinished: false,
        };
        return Columns { id, title, desc, height: 240, columns: classes.iter().map(column).collect() }.svg();
    }
    let bar = |it: &Class| Bar {
        label: labels::class(names, axis, it),
        value: it.sums.visits() as f64,
        shown: w.int(it.sums.visits()),
        share: share(w, it.sums.visits(), whole),
        muted: it.codes.iter().any(|code| code == "unknown" || code == ANY || code == "none"),
        href: None,
        title: sentence(it),
    };
    let bars: Vec<Bar> = classes.iter().map(bar).collect();
    match axis {
        Axis::AgeBand | Axis::Weekday => SideBars { id, title, desc, bars }.svg(),
        _ => ShareBars { id, title, desc, whole: whole as f64, bars }.svg(),
    }
}

fn areas_chart(w: Words, year: i32, areas: &[AreaView]) -> String {
    let known = areas.iter().filter(|it| it.index.is_some());
    let bar = |it: &AreaView| Bar {
        label: it.name.clone(),
        value: it.index.unwrap_or_default(),
        shown: it.shown.clone(),
        share: String::new(),
        muted: false,
        href: None,
        title: format!("{}: {}", it.name, it.shown),
    };
    let (id, title) = (format!("c-voices-{year}"), w.of("public-voices", year));
    ShareBars { id, title, desc: w.tr("public-voices-what"), whole: 100.0, bars: known.map(bar).collect() }
        .svg()
}
