//! A funder's form as data: figures, tables, lists that prove a figure, what is asked in words, and what must be there.

use crate::i18n::Text18;
use crate::measures::{self, Axis, Measure, Ratio};
use crate::vocabulary::{Kind, Part};

/// A form, as one version of it stands in a file (`docs/packs.md`).
#[derive(Clone, Debug)]
pub struct Form {
    pub code: String,
    pub version: i64,
    pub name: Text18,
    pub what: Text18,
    /// What it is made for, the usual one first.
    pub spans: Vec<Span>,
    pub figures: Vec<Figure>,
    pub tables: Vec<Table>,
    pub lists: Vec<List>,
    pub texts: Vec<Asked>,
    pub checks: Vec<Check>,
}

impl Form {
    pub fn figure(&self, code: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.code == code)
    }
}

/// How long the time is that a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Year,
    HalfYear,
    Month,
}

impl Span {
    pub const ALL: [Span; 3] = [Span::Year, Span::HalfYear, Span::Month];

    pub fn code(self) -> &'static str {
        match self {
            Span::Year => "year",
            Span::HalfYear => "half_year",
            Span::Month => "month",
        }
    }
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Measure(Measure),
    /// Volunteers, each time one of them helped.
    Volunteers,
    /// Beside what no record tells.
    Ratio(Ratio),
}

impl Counted {
    pub fn code(self) -> &'static str {
        match self {
            Counted::Measure(measure) => measure.code(),
            Counted::Volunteers => "volunteers",
            Counted::Ratio(ratio) => ratio.code(),
        }
    }

    pub fn from_code(code: &str) -> Option<Counted> {
        let measure = Measure::ALL.into_iter().find(|measure| measure.code() == code);
        // Two rooms that are open at once open the house once: no sum over entries.
        let measure = measure.filter(|measure| *measure != Measure::OpeningMin).map(Counted::Measure);
        let ratio = || Ratio::ALL.into_iter().find(|ratio| ratio.code() == code).map(Counted::Ratio);
        measure.or_else(ratio).or_else(|| (code == "volunteers").then_some(Counted::Volunteers))
    }

    pub fn unit(self) -> &'static str {
        match self {
            Counted::Measure(measure) => measure.unit(),
            Counted::Volunteers => "heads",
            Counted::Ratio(ratio) => ratio.unit(),
        }
    }

    /// For those who lead colleagues and volunteers alone.
    pub fn about_staff(self) -> bool {
        match self {
            Counted::Measure(measure) => measure.about_staff(),
            Counted::Volunteers => true,
            Counted::Ratio(_) => false,
        }
    }

    /// Heads, which can be told apart by age and gender.
    pub fn of_heads(self) -> bool {
        match self {
            Counted::Measure(measure) => Axis::AgeBand.splits(measure),
            Counted::Volunteers => false,
            Counted::Ratio(ratio) => ratio == Ratio::Reach,
        }
    }

    /// Whether parts add up to the whole.
    pub fn additive(self) -> bool {
        match self {
            Counted::Measure(measure) => measure.additive(),
            Counted::Volunteers => true,
            Counted::Ratio(_) => false,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Figure {
    pub code: String,
    pub name: Text18,
    pub what: Text18,
    pub counted: Counted,
    pub filter: Filter,
}

impl Figure {
    /// Whether it may tell one-to-one work as a kind by itself: parts of its visits are too few.
    pub fn may_be_apart(&self) -> bool {
        let measure = match self.counted {
            Counted::Measure(measure) => measures::may_be_apart(measure),
            Counted::Volunteers | Counted::Ratio(_) => false,
        };
        measure && self.filter == Filter::default()
    }
}

/// Which entries count, and who in them. What is empty narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub kinds: Vec<Kind>,
    pub parts: Vec<Part>,
    /// First and last age inside.
    pub ages: Option<(i64, i64)>,
    /// Codes of main fields, of main tags.
    pub fields: Vec<String>,
    pub tags: Vec<String>,
}

impl Filter {
    pub fn takes_part(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }

    /// Talks with one young person are never listed.
    pub fn may_be_listed(&self) -> bool {
        !self.kinds.is_empty()
    }
}

/// Figures of the form, split by an axis.
#[derive(Clone, Debug)]
pub struct Table {
    pub code: String,
    pub name: Text18,
    pub rows: Axis,
    pub figures: Vec<String>,
    /// Rows as the form has them, made of the network's own words; without them each word is a row.
    pub groups: Vec<Group>,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub code: String,
    pub name: Text18,
    pub terms: Vec<String>,
}

/// Entries that prove a figure: exactly those that count in it.
#[derive(Clone, Debug)]
pub struct List {
    pub code: String,
    pub name: Text18,
    pub proves: String,
    pub columns: Vec<Column>,
}

/// What a list may tell of an entry: never a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Date,
    Unit,
    Activity,
    Kind,
    Field,
    Hours,
    /// What it adds to the figure.
    Figure,
    /// That, by age band.
    Ages,
    /// Those of whom nobody wrote down how old they are; they are not in the figure.
    AgeUnknown,
    Method,
    /// How many pictures prove it.
    Proof,
}

impl Column {
    pub const ALL: [Column; 11] = [
        Column::Date,
        Column::Unit,
        Column::Activity,
        Column::Kind,
        Column::Field,
        Column::Hours,
        Column::Figure,
        Column::Ages,
        Column::AgeUnknown,
        Column::Method,
        Column::Proof,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Column::Date => "date",
            Column::Unit => "unit",
            Column::Activity => "activity",
            Column::Kind => "kind",
            Column::Field => "field",
            Column::Hours => "hours",
            Column::Figure => "figure",
            Column::Ages => "ages",
            Column::AgeUnknown => "age_unknown",
            Column::Method => "method",
            Column::Proof => "proof",
        }
    }
}

/// What the funder asks in words.
#[derive(Clone, Debug)]
pub struct Asked {
    pub code: String,
    pub asks: Text18,
}

/// What must be there; `most` of it may be missing.
#[derive(Clone, Debug)]
pub struct Check {
    pub rule: Rule,
    /// The figure whose entries it is about; all entries where there is none.
    pub of: Option<String>,
    pub most: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Entries without a main field.
    WithoutField,
    /// Entries with heads whose age nobody wrote down.
    WithoutAges,
    /// Entries whose heads were estimated.
    Estimated,
    /// Those of them beside which nothing proves it.
    EstimateWithoutProof,
    /// Months that are over in which a unit recorded nothing.
    MonthWithoutEntries,
    /// Units of which nobody said what the year cost.
    NoCost,
    /// Places of which nobody said how many young people live there.
    NoPopulation,
}

impl Rule {
    pub const ALL: [Rule; 7] = [
        Rule::WithoutField,
        Rule::WithoutAges,
        Rule::Estimated,
        Rule::EstimateWithoutProof,
        Rule::MonthWithoutEntries,
        Rule::NoCost,
        Rule::NoPopulation,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Rule::WithoutField => "without_field",
            Rule::WithoutAges => "without_ages",
            Rule::Estimated => "estimated",
            Rule::EstimateWithoutProof => "estimate_without_proof",
            Rule::MonthWithoutEntries => "month_without_entries",
            Rule::NoCost => "no_cost",
            Rule::NoPopulation => "no_population",
        }
    }
}
