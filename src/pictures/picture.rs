//! A picture before it is drawn: words and numbers, and nothing of where they stand.

use crate::units::look::Tones;

/// What every picture says, whatever it tells.
#[derive(Clone, Debug)]
pub struct Head {
    /// Language of all words.
    pub lang: &'static str,
    pub unit: String,
    pub title: String,
    /// Unit, period, where it is from and the day, in small print.
    pub source: String,
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub label: String,
    /// As pages write it; a dash where there is none.
    pub shown: String,
}

/// One of two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    pub name: String,
    pub shown: String,
    /// Of the larger one, 0 to 1; none where there is no figure.
    pub share: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub name: String,
    pub shown: String,
    /// 0 to 3, the larger the darker; none where nothing was recorded.
    pub step: Option<usize>,
}

/// What young people say of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    pub area: String,
    /// 0 to 100; none where it is not told.
    pub index: Option<f64>,
    pub shown: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub heading: String,
    pub said: String,
    /// Whether it was done, or could not be.
    pub label: String,
    pub did: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Number {
        figure: Figure,
        /// Beside what it is; empty where there is nothing to say.
        said: String,
        /// Smaller figures below it.
        more: Vec<Figure>,
    },
    Comparison {
        label: String,
        bars: [Bar; 2],
        said: String,
    },
    Figures(Vec<Figure>),
    Map {
        tiles: Vec<Tile>,
        /// Which values each step stands for, where any tile has it.
        key: Vec<(usize, String)>,
        /// What a tile without colour means, where there is one.
        none: Option<String>,
    },
    Voices {
        lines: Vec<Voice>,
        note: String,
    },
    Said {
        entries: Vec<Told>,
        you: String,
    },
}

#[derive(Clone, Debug)]
pub struct Picture {
    pub head: Head,
    pub body: Body,
    pub tones: Tones,
}

fn line(label: &str, shown: &str) -> String {
    format!("{label}: {shown}")
}

impl Picture {
    /// Everything that is to be seen, in words, for whoever does not see it.
    pub fn alternative(&self) -> String {
        let figure = |it: &Figure| line(&it.label, &it.shown);
        let parts: Vec<String> = match &self.body {
            Body::Number { figure: it, said, more } => {
                let said = (!said.is_empty()).then(|| said.clone());
                [figure(it)].into_iter().chain(said).chain(more.iter().map(figure)).collect()
            }
            Body::Comparison { label, bars, said } => {
                let said = (!said.is_empty()).then(|| said.clone());
                let bars = bars.iter().map(|it| line(&it.name, &it.shown));
                [label.clone()].into_iter().chain(bars).chain(said).collect()
            }
            Body::Figures(all) => all.iter().map(figure).collect(),
            Body::Map { tiles, .. } => tiles.iter().map(|it| line(&it.name, &it.shown)).collect(),
            Body::Voices { lines, note } => {
                let lines = lines.iter().map(|it| line(&it.area, &it.shown));
                lines.chain((!note.is_empty()).then(|| note.clone())).collect()
            }
            Body::Said { entries, you } => {
                let told = |it: &Told| format!("{} {}", line(you, &it.said), line(&it.label, &it.did));
                entries.iter().map(told).collect()
            }
        };
        let body = parts.join("; ");
        format!("{}, {}. {body}. {}", self.head.unit, self.head.title, self.head.source).replace("..", ".")
    }
}
