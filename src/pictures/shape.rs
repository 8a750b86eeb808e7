//! What there is to choose of a picture: what it tells, in which shape, as which kind of file.

/// What a picture tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The picture of a month: its visits, beside the same month a year ago, and three figures more.
    Month,
    /// One number.
    Number,
    /// A period beside the one before.
    Comparison,
    /// Six figures of a period.
    Year,
    /// A tile for each unit below, coloured by a measure.
    Map,
    /// What young people say of each area.
    Voices,
    /// What they said, and what was done: as it was published.
    Said,
}

impl Template {
    pub const ALL: [Template; 7] = [
        Template::Month,
        Template::Number,
        Template::Comparison,
        Template::Year,
        Template::Map,
        Template::Voices,
        Template::Said,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Template::Month => "month",
            Template::Number => "number",
            Template::Comparison => "comparison",
            Template::Year => "year",
            Template::Map => "map",
            Template::Voices => "voices",
            Template::Said => "said",
        }
    }

    pub fn from_code(code: &str) -> Option<Template> {
        Template::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it is of one measure that can be chosen.
    pub fn takes_measure(self) -> bool {
        matches!(self, Template::Number | Template::Comparison | Template::Map)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Square,
    Story,
    A4,
}

impl Shape {
    pub const ALL: [Shape; 3] = [Shape::Square, Shape::Story, Shape::A4];
    /// Units of a drawing from its left to its right, whatever its shape.
    pub const WIDTH: f64 = 1080.0;

    pub fn code(self) -> &'static str {
        match self {
            Shape::Square => "square",
            Shape::Story => "story",
            Shape::A4 => "a4",
        }
    }

    pub fn from_code(code: &str) -> Option<Shape> {
        Shape::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Width and height in points of a PNG; of paper, at 300 to the inch.
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Shape::Square => (1080, 1080),
            Shape::Story => (1080, 1920),
            Shape::A4 => (2480, 3508),
        }
    }

    /// Units of a drawing from top to bottom.
    pub fn height(self) -> f64 {
        let (width, height) = self.pixels();
        Shape::WIDTH * f64::from(height) / f64::from(width)
    }

    /// Width and height as SVG says them: paper is measured in millimetres.
    pub fn lengths(self) -> (String, String) {
        match self {
            Shape::A4 => ("210mm".to_owned(), "297mm".to_owned()),
            _ => (self.pixels().0.to_string(), self.pixels().1.to_string()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Svg,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Png, Format::Svg];

    pub fn code(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Svg => "svg",
        }
    }

    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|it| it.code() == code)
    }
}
