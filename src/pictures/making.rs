//! From figures to a picture. Totals of units alone, which everybody who sees figures is told, and results that are released.

use chrono::NaiveDate;

use super::picture::{Bar, Body, Figure, Head, Picture, Told, Voice};
use super::shape::{Shape, Template};
use super::span;
use super::tiles;
use crate::app::App;
use crate::change;
use crate::error::{OrMissing, Result};
use crate::i18n::{Arg, Words};
use crate::measures::{self, Ask, Length, Measure, Period, Question, Sums, difference, shown};
use crate::results;
use crate::units::look::{self, Tones};
use crate::units::{self, Unit};

/// What somebody wants a picture of.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub w: Words,
    pub unit: &'a Unit,
    pub template: Template,
    pub shape: Shape,
    /// A month, half a year or a year.
    pub period: Period,
    pub measure: Measure,
}

/// A picture, or the key of the sentence that says why there is none.
pub type Made = std::result::Result<Picture, &'static str>;

const MONTH: [Measure; 3] = [Measure::ActivitiesHeld, Measure::YouthWorkMin, Measure::CreatedShare];
const YEAR: [Measure; 6] = [
    Measure::Visits,
    Measure::ActivitiesHeld,
    Measure::YouthWorkMin,
    Measure::CreatedShare,
    Measure::Creators,
    Measure::FirstVisits,
];

/// Measures that there are pictures of: what colleagues spent is not for handing on.
pub fn offered() -> impl Iterator<Item = Measure> {
    Measure::ALL.into_iter().filter(|it| !it.about_staff())
}

/// What is being made, with all that its words need.
pub(super) struct Bench<'a> {
    pub asked: Asked<'a>,
    pub today: NaiveDate,
    /// The part of the period that is over.
    pub now: Period,
}

impl Bench<'_> {
    pub fn name(&self, measure: Measure) -> String {
        self.asked.w.tr(&format!("measure-{}", measure.code()))
    }

    fn figure(&self, measure: Measure, sums: &Sums) -> Figure {
        Figure { label: self.name(measure), shown: shown(self.asked.w, measure, measure.of(sums)) }
    }

    pub fn question(&self, period: Period) -> Question {
        Question::new(self.asked.unit.network.id, self.asked.unit.path.clone(), period)
    }

    /// What a period is called: of one that goes on, until when.
    fn period(&self) -> String {
        let w = self.asked.w;
        let name = span::name(w, &self.asked.period);
        if self.now.until >= self.asked.period.until {
            return name;
        }
        let day = Arg::from(w.day(self.now.last()));
        w.with("pictures-so-far", &[("it", name.into()), ("day", day)])
    }

    /// The period something is beside: by its name where it is all of it.
    fn other(&self, then: &Period) -> String {
        let w = self.asked.w;
        let whole = Period::around(then.length, then.from, self.asked.unit.network.school_year_start);
        if (whole.from, whole.until) == (then.from, then.until) {
            span::name(w, then)
        } else {
            w.span(then.from, then.last())
        }
    }

    /// How a figure differs from that of another period; nothing where there is nothing to be beside.
    fn against(&self, then: &Period, (is, was): (&Sums, &Sums)) -> String {
        let (w, measure) = (self.asked.w, self.asked.measure);
        let told = difference(w, measure, measure.of(is), measure.of(was)).filter(|_| was.held > 0);
        let Some(change) = told else { return String::new() };
        let name = self.other(then);
        let named = if then.length == Length::Year && name.len() == 4 {
            w.of("pictures-then-year", name)
        } else {
            name
        };
        w.with("pictures-against", &[("change", change.into()), ("then", named.into())])
    }

    async fn sums(&self, app: &App, periods: &[Period]) -> Result<Vec<Sums>> {
        let asks: Vec<Ask> = periods.iter().map(|period| Ask::whole(*period)).collect();
        let books = measures::open(&app.db, self.asked.unit.network.id, &asks).await?;
        Ok(periods.iter().map(|period| books.total(&self.question(*period))).collect())
    }

    async fn body(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        match self.asked.template {
            Template::Month | Template::Number => self.number(app).await,
            Template::Comparison => self.comparison(app).await,
            Template::Year => self.figures(app).await,
            Template::Map => self.map(app).await,
            Template::Voices => self.voices(app).await,
            Template::Said => self.said(app).await,
        }
    }

    async fn number(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        let (w, is_month) = (self.asked.w, self.asked.template == Template::Month);
        if is_month && self.asked.period.length != Length::Month {
            return Ok(Err("pictures-months-only"));
        }
        let ago = self.now.year_ago();
        let [now, then] = self.sums(app, &[self.now, ago]).await?[..] else {
            return Ok(Err("pictures-no-data"));
        };
        if now.is_nothing() {
            return Ok(Err("pictures-no-data"));
        }
        let key = if is_month { "pictures-title-month" } else { "pictures-title-number" };
        let more = if is_month { MONTH.map(|it| self.figure(it, &now)).to_vec() } else { Vec::new() };
        let body = Body::Number {
            figure: self.figure(self.asked.measure, &now),
            said: self.against(&ago, (&now, &then)),
            more,
        };
        Ok(Ok((capitalised(&w.of(key, self.period())), body)))
    }

    async fn comparison(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        let (w, measure) = (self.asked.w, self.asked.measure);
        let before = span::before(&self.asked.period, &self.now);
        let [now, then] = self.sums(app, &[self.now, before]).await?[..] else {
            return Ok(Err("pictures-no-data"));
        };
        if now.is_nothing() {
            return Ok(Err("pictures-no-data"));
        }
        let most = [&now, &then].iter().map(|sums| measure.of(sums).number()).fold(0.0, f64::max);
        let bar = |name: String, sums: &Sums| {
            let amount = measure.of(sums);
            let known = !sums.is_nothing() && amount != measures::Amount::None;
            let share = if most > 0.0 { amount.number() / most } else { 0.0 };
            let shown = if known { shown(w, measure, amount) } else { "–".to_owned() };
            Bar { name, shown, share: known.then_some(share) }
        };
        let (name, other) = (self.period(), self.other(&before));
        let title = w.with(
            "pictures-title-comparison",
            &[
                ("now", span::name(w, &self.asked.period).into()),
                (
                    "then",
                    span::name(w, &self.asked.period.before(self.asked.unit.network.school_year_start))
                        .into(),
                ),
            ],
        );
        let body = Body::Comparison {
            label: self.name(measure),
            bars: [bar(capitalised(&name), &now), bar(capitalised(&other), &then)],
            said: self.against(&before, (&now, &then)),
        };
        Ok(Ok((capitalised(&title), body)))
    }

    async fn figures(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        let now = self.sums(app, &[self.now]).await?.pop().or_missing()?;
        if now.is_nothing() {
            return Ok(Err("pictures-no-data"));
        }
        let title = capitalised(&self.asked.w.of("pictures-title-year", self.period()));
        Ok(Ok((title, Body::Figures(YEAR.map(|it| self.figure(it, &now)).to_vec()))))
    }

    async fn map(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        let w = self.asked.w;
        let Some(body) = tiles::map(app, self).await? else { return Ok(Err("pictures-none-below")) };
        let args = [("measure", self.name(self.asked.measure).into()), ("it", self.period().into())];
        Ok(body.map(|body| (w.with("pictures-title-map", &args), body)))
    }

    async fn voices(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        use chrono::Datelike;
        let (w, unit) = (self.asked.w, self.asked.unit);
        let year = self.asked.period.from.year();
        let found = results::released(app, unit, |it| it.yearly && it.year() == year).await?;
        let lines = found.map_or_else(Vec::new, |it| it.areas);
        if lines.iter().all(|line| line.index.is_none()) {
            return Ok(Err("pictures-no-results"));
        }
        let note = if lines.iter().any(|line| line.index.is_none()) {
            "pictures-voices-few"
        } else {
            "pictures-voices-what"
        };
        let line = |it: &results::Line| Voice {
            area: w.text(&it.name),
            index: it.index.as_ref().map(scores::Estimate::value),
            shown: it.index.as_ref().map_or_else(|| "–".to_owned(), |index| w.decimal(index.value(), 0)),
        };
        let lines = lines.iter().map(line).collect();
        Ok(Ok((w.of("pictures-title-voices", year), Body::Voices { lines, note: w.tr(note) })))
    }

    async fn said(&self, app: &App) -> Result<std::result::Result<(String, Body), &'static str>> {
        let (w, unit) = (self.asked.w, self.asked.unit);
        let Some(public) = change::public(app, unit).await? else { return Ok(Err("pictures-nothing-said")) };
        let text = |text| change::read(text, w.lang(), &unit.network.languages).1.to_owned();
        let most = super::draw::most_said(self.asked.shape);
        let entries = public.body.entries.iter().take(most).map(|it| {
            let done = !it.did.is_empty();
            Told {
                heading: text(&it.heading),
                said: text(&it.said),
                label: w.tr(if done { "said-did" } else { "pictures-could-not" }),
                did: text(if done { &it.did } else { &it.could_not }),
            }
        });
        let body = Body::Said { entries: entries.collect(), you: w.tr("said-you") };
        Ok(Ok((w.tr("said"), body)))
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub async fn make(app: &App, asked: Asked<'_>) -> Result<Made> {
    let (w, unit) = (asked.w, asked.unit);
    let today = app.clock.today(unit.zone);
    let asked = match asked.template {
        Template::Month => Asked { measure: Measure::Visits, ..asked },
        _ => asked,
    };
    let bench = Bench { asked, today, now: measures::so_far(&app.db, unit, asked.period, today).await? };
    let (title, body) = match bench.body(app).await? {
        Ok(told) => told,
        Err(why) => return Ok(Err(why)),
    };
    let network = units::root(&app.db, unit.network.id, app.clock.day()).await?.or_missing()?;
    let name = named(w, unit);
    let colour = look::colour(&app.db, unit.network.id, unit.id).await?;
    // Published words and results are of the year that stands in the title.
    let period = match asked.template {
        Template::Voices | Template::Said => None,
        _ => Some(bench.period()),
    };
    // The network itself is named already.
    let key = if network.id == unit.id { "pictures-source-own" } else { "pictures-source" };
    let from = w.with(key, &[("network", named(w, &network).into()), ("day", bench.today.into())]);
    let source =
        [Some(name.clone()), period, Some(from)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let head = Head { lang: w.lang(), unit: name, title, source };
    Ok(Ok(Picture { head, body, tones: Tones::of(colour) }))
}

fn named(w: Words, unit: &Unit) -> String {
    w.text(&unit.name)
}
