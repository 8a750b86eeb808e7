//! Funnel plots: who differs from the whole by more than chance, when the few differ by chance more than the many.

use crate::scale::{Scale, across, free, known};
use crate::svg::{Area, PHONE, circle, esc, frame, held, line, num, pc, target, text, width_of, wrap};
use std::fmt::Write;

/// Where a dot stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spot {
    /// Where chance may have put it: grey.
    #[default]
    Inside,
    /// Elsewhere: amber, outlined.
    Outside,
    /// The reader's own: drawn last, bigger, with its label beside it.
    Own,
}

/// One unit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dot {
    /// How many answers, visits or the like it rests on.
    pub n: f64,
    /// Its figure.
    pub value: f64,
    /// How it looks.
    pub look: Spot,
    /// Its name, and the figure where that is said ("Podmostje 71"); written for [`Spot::Own`] only.
    pub label: String,
    /// The whole sentence. Empty: the label.
    pub title: String,
    /// Where the dot leads, escaped but otherwise as given.
    pub href: Option<String>,
}

/// Units by number of answers (across) and figure (up), with the room that chance leaves around the whole. What is
/// infinite or not a number is not drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Funnel {
    /// Prefix for ids, unique on the page; letters, digits, `-` and `_`.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What it says: the finding in words.
    pub desc: String,
    /// Height in px, usually 320; drawn between 160 and 1200.
    pub height: u32,
    /// Where the scale of figures begins; further down if a dot lies there. Bands end where the scale does.
    pub from: f64,
    /// Where it ends; further up if a dot lies there.
    pub to: f64,
    /// Numbers of answers written below. The scale holds them, the bands and the dots.
    pub ticks_n: Vec<(f64, String)>,
    /// Figures written at the left; those outside the scale are left out.
    pub ticks: Vec<(f64, String)>,
    /// The figure of the whole: a broken line.
    pub centre: f64,
    /// What is written at that line ("mreža 74"), where there is room; may be empty.
    pub centre_label: String,
    /// The narrower band: (n, low, high), with rising n, straight in between.
    pub near: Vec<(f64, f64, f64)>,
    /// The wider band, likewise.
    pub far: Vec<(f64, f64, f64)>,
    /// The units, in any order; own ones are drawn last.
    pub dots: Vec<Dot>,
}

const TOP: f64 = 12.0;
const FOOT: f64 = 30.0;
/// Where the scale of n ends, in per cent: a dot there needs its radius.
const RIGHT: f64 = 97.0;
const LINE: f64 = 17.0;
/// Where a dot may be tapped. Dots lie close, so it is no more than the least that is asked for.
const TAP: f64 = 12.0;

/// (n, low, high), by rising n.
type Band = Vec<(f64, f64, f64)>;

/// Where things lie: x in per cent, y in px.
struct Plane {
    n: Scale,
    value: Scale,
    left: f64,
    base: f64,
}

impl Plane {
    fn x(&self, n: f64) -> f64 {
        self.left + self.n.part(n) * (RIGHT - self.left)
    }

    fn y(&self, v: f64) -> f64 {
        self.base - self.value.part(v) * (self.base - TOP)
    }
}

impl Funnel {
    /// The chart as one `<svg>` element; a group with links if any dot leads somewhere, else one image.
    pub fn svg(&self) -> String {
        let height = f64::from(self.height.clamp(160, 1200));
        let dots: Vec<&Dot> =
            self.dots.iter().filter(|d| known(d.n).is_some() && known(d.value).is_some()).collect();
        let [far, near] = [&self.far, &self.near].map(|it| band(it));
        let bands = far.iter().chain(&near).map(|p| p.0);
        let ticks_n = self.ticks_n.iter().map(|t| t.0);
        let n = Scale::over([f64::NAN; 2], bands.chain(ticks_n).chain(dots.iter().map(|d| d.n)));
        let ends = dots.iter().map(|d| d.value).chain([self.centre]);
        let value = Scale::over([self.from, self.to], ends);
        let ticks = value.ticks(&self.ticks);
        let widest = ticks.iter().map(|(_, label)| width_of(label)).fold(0.0, f64::max);
        let left = ((widest + 10.0) / PHONE * 100.0).clamp(4.0, 30.0);
        let plane = Plane { n, value, left, base: height - FOOT };

        let mut body = String::new();
        line(&mut body, "g", (left, plane.base), (100.0, plane.base));
        plane.bands(&mut body, &far, &near, height);
        if known(self.centre).is_some() {
            let y = plane.y(self.centre);
            line(&mut body, "ref thin", (left, y), (RIGHT, y));
        }
        self.figures(&mut body, &plane, &ticks);
        across(&mut body, &n.ticks(&self.ticks_n), (left, RIGHT - left), height - 8.0, None);
        let links = dots.iter().any(|d| target(&d.href).is_some());
        let (own, others): (Vec<&Dot>, Vec<&Dot>) = dots.into_iter().partition(|d| d.look == Spot::Own);
        for dot in others.iter().chain(&own) {
            plane.dot(&mut body, dot);
        }
        self.names(&mut body, &plane, &own, &others);
        frame((&self.id, &self.title, &self.desc), height, links, &body)
    }

    fn figures(&self, out: &mut String, plane: &Plane, ticks: &[(f64, &str)]) {
        let baseline = |part: f64| plane.base - part * (plane.base - TOP) + 4.5;
        let spans: Vec<(f64, f64)> =
            ticks.iter().map(|(part, _)| (baseline(*part) - 11.0, baseline(*part))).collect();
        for i in free(&spans, 4.0) {
            text(out, "s", 0.0, baseline(ticks[i].0), ticks[i].1);
        }
    }

    /// Own names beside their dots, then the whole's at its line: none over another or over an own dot, and where it
    /// covers the fewest others.
    fn names(&self, out: &mut String, plane: &Plane, own: &[&Dot], others: &[&Dot]) {
        let others: Vec<Area> = others.iter().map(|d| plane.around(d)).collect();
        let mut taken: Vec<Area> = own.iter().map(|d| plane.around(d)).collect();
        let mut put = |class: &str, lines: &[String], places: &[((&'static str, f64), f64)]| {
            let more = LINE * (lines.len() - 1) as f64;
            let width = lines.iter().map(|it| width_of(it)).fold(0.0, f64::max);
            let best = places
                .iter()
                .map(|(at, y)| (at, *y, Area::of_text(*at, width, *y, more, PHONE)))
                .filter(|(.., a)| a.top >= 0.0 && a.bottom <= plane.base + 2.0 && a.left >= 0.0)
                .filter(|(.., a)| !taken.iter().any(|t| t.hits(a, 2.0)))
                .min_by_key(|(.., a)| others.iter().filter(|o| o.hits(a, 0.0)).count());
            let Some(((anchor, x), y, area)) = best else { return };
            taken.push(area);
            let classes: Vec<&str> = [class, anchor].into_iter().filter(|c| !c.is_empty()).collect();
            for (k, words) in lines.iter().enumerate() {
                text(out, &classes.join(" "), *x, y + LINE * k as f64, words);
            }
        };
        for d in own.iter().filter(|d| !d.label.trim().is_empty()) {
            let lines = wrap(&d.label, PHONE * 0.6, PHONE * 0.6);
            let width = lines.iter().map(|it| width_of(it)).fold(0.0, f64::max);
            let (at, y) = (held(plane.x(d.n), width, 0.0), plane.y(d.value));
            put("halo", &lines, &[(at, y + 24.0), (at, y - 14.0 - LINE * (lines.len() - 1) as f64)]);
        }
        let label = self.centre_label.trim();
        if !label.is_empty() && known(self.centre).is_some() {
            let y = plane.y(self.centre);
            let (left, right) = (("", plane.left), ("e", RIGHT));
            let places = [(right, y - 7.0), (right, y + 17.0), (left, y - 7.0), (left, y + 17.0)];
            put("s halo", &[label.into()], &places);
        }
    }
}

impl Plane {
    /// The bands, each with its limits drawn: the fill alone would be too pale to tell where it ends.
    fn bands(&self, out: &mut String, far: &Band, near: &Band, height: f64) {
        let mut inner = String::new();
        let bands = [("f1", "rim thin", far), ("f2", "rim", near)];
        for (fill, rim, points) in bands.iter().filter(|(_, _, points)| points.len() > 1) {
            let low = self.cut(points.iter().map(|p| (p.0, p.1)));
            let high = self.cut(points.iter().map(|p| (p.0, p.2)));
            let place = |p: &(f64, f64)| format!("{},{}", num(self.x(p.0)), num(self.y(p.1)));
            let outline: Vec<String> = high.iter().chain(low.iter().rev()).map(place).collect();
            let _ = write!(inner, r#"<polygon class="{fill}" points="{}"/>"#, outline.join(" "));
            for edge in [high, low] {
                let mut d = String::new();
                let mut at = None;
                for pair in edge.windows(2).filter(|pair| self.value.holds((pair[0].1 + pair[1].1) / 2.0)) {
                    if at != Some(pair[0]) {
                        let _ = write!(d, "M{}", place(&pair[0]));
                    }
                    let _ = write!(d, "L{}", place(&pair[1]));
                    at = Some(pair[1]);
                }
                if !d.is_empty() {
                    let _ = write!(
                        inner,
                        r#"<path class="{rim}" fill-opacity="0" vector-effect="non-scaling-stroke" d="{d}"/>"#
                    );
                }
            }
        }
        if !inner.is_empty() {
            // The one place where a drawing is stretched, and it holds no text.
            let height = num(height);
            let _ = write!(
                out,
                r#"<svg width="100%" height="{height}" viewBox="0 0 100 {height}" preserveAspectRatio="none" aria-hidden="true">{inner}</svg>"#
            );
        }
    }

    /// An edge with a point of its own wherever it leaves the scale, so that it is right up to there.
    fn cut(&self, edge: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
        let mut all: Vec<(f64, f64)> = vec![];
        for p in edge {
            if let Some(last) = all.last().copied() {
                let along = |v: f64| (v - last.1) / (p.1 - last.1);
                let mut crossed =
                    self.value.ends().map(along).map(|t| if t > 0.0 && t < 1.0 { t } else { 0.0 });
                crossed.sort_by(f64::total_cmp);
                let between = |t: f64| (last.0 + (p.0 - last.0) * t, last.1 + (p.1 - last.1) * t);
                all.extend(crossed.into_iter().filter(|t| *t > 0.0).map(between));
            }
            all.push(p);
        }
        all
    }

    /// The room a dot takes on a phone.
    fn around(&self, d: &Dot) -> Area {
        let (x, y) = (self.x(d.n) / 100.0 * PHONE, self.y(d.value));
        Area { left: x - 8.0, right: x + 8.0, top: y - 8.0, bottom: y + 8.0 }
    }

    fn dot(&self, out: &mut String, d: &Dot) {
        let (x, y) = (self.x(d.n), self.y(d.value));
        let mut mark = String::new();
        match d.look {
            Spot::Inside => circle(&mut mark, "c4 rim", x, y, 5.0),
            Spot::Outside => circle(&mut mark, "goal", x, y, 5.5),
            Spot::Own => circle(&mut mark, "c1 ringed", x, y, 8.0),
        }
        let title = esc(if d.title.trim().is_empty() { &d.label } else { &d.title });
        let _ = match target(&d.href) {
            Some(href) => write!(
                out,
                r#"<a href="{}"><title>{title}</title><circle fill-opacity="0" cx="{}" cy="{}" r="{TAP}"/>{mark}</a>"#,
                esc(href),
                pc(x),
                num(y)
            ),
            None => write!(out, "<g><title>{title}</title>{mark}</g>"),
        };
    }
}

/// A band's points that can be drawn, by rising n.
fn band(points: &[(f64, f64, f64)]) -> Band {
    let drawable = |p: &&(f64, f64, f64)| [p.0, p.1, p.2].into_iter().all(|v| known(v).is_some());
    let mut band: Vec<_> =
        points.iter().filter(drawable).map(|p| (p.0, p.1.min(p.2), p.1.max(p.2))).collect();
    band.sort_by(|a, b| a.0.total_cmp(&b.0));
    band
}
