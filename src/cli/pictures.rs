//! `logbook picture`.

use std::path::PathBuf;

use clap::Args;

use crate::app::App;
use crate::cli::output::say;
use crate::cli::{Refused, output};
use crate::i18n::{Lang, Words};
use crate::measures::{Measure, Period};
use crate::pictures::{self, Asked, Format, Shape, Template};
use crate::units;

/// Draw figures of a unit as a picture
#[derive(Args)]
pub struct Picture {
    /// Code of the unit; everything below it is included
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// What it tells: month, number, comparison, year, map, voices, said
    #[arg(long, value_parser = template)]
    template: Template,
    #[arg(long, value_parser = shape, default_value = "square")]
    shape: Shape,
    /// A year (2025), half of one (2025-H1), or a month (2025-06)
    #[arg(long, value_parser = period)]
    period: Period,
    /// The figure of a number, a comparison or a map
    #[arg(long, value_parser = measure, default_value = "visits")]
    measure: Measure,
    /// Language of the picture; without it the network's first
    #[arg(long, value_parser = ["sl", "en"])]
    language: Option<String>,
    /// png or svg; without it by the ending of --out
    #[arg(long, value_parser = ["png", "svg"])]
    format: Option<String>,
    /// The file; one that is there is replaced
    #[arg(long)]
    out: PathBuf,
}

fn one_of<T: Copy>(text: &str, all: &[T], code: impl Fn(T) -> &'static str) -> Result<T, String> {
    let codes = || all.iter().map(|it| code(*it)).collect::<Vec<_>>().join(", ");
    all.iter().copied().find(|it| code(*it) == text).ok_or_else(|| format!("expected one of {}", codes()))
}

fn template(text: &str) -> Result<Template, String> {
    one_of(text, &Template::ALL, Template::code)
}

fn shape(text: &str) -> Result<Shape, String> {
    one_of(text, &Shape::ALL, Shape::code)
}

fn measure(text: &str) -> Result<Measure, String> {
    one_of(text, &pictures::offered().collect::<Vec<_>>(), Measure::code)
}

fn period(text: &str) -> Result<Period, String> {
    Period::from_code(text)
        .ok_or_else(|| "expected a year, half of one or a month: 2025, 2025-H1, 2025-06".to_owned())
}

impl Picture {
    pub fn check(&self) -> Result<(), String> {
        self.format().map(drop)
    }

    fn format(&self) -> Result<Format, String> {
        let said = output::format(self.format.as_deref(), Some(&self.out));
        said.and_then(|said| Format::from_code(&said)).ok_or_else(|| {
            "--out: expected a file that ends in .png or .svg, or --format to say which it is".to_owned()
        })
    }
}

pub async fn picture(app: &App, asked: Picture) -> Result<(), Refused> {
    let format = asked.format()?;
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let w = Words(output::lang(asked.language.as_deref(), &unit));
    let Picture { template, shape, period, measure, .. } = asked;
    let wanted = Asked { w, unit: &unit, template, shape, period, measure };
    let made = pictures::make(app, wanted).await.map_err(|error| error.to_string())?;
    let picture = made.map_err(|why| Words(Lang::En).tr(why))?;
    let bytes = match format {
        Format::Svg => pictures::svg(&picture, shape).into_bytes(),
        Format::Png => pictures::png(&picture, shape).map_err(|error| error.to_string())?,
    };
    std::fs::write(&asked.out, bytes).map_err(|error| format!("{}: {error}", asked.out.display()))?;
    say!("{}", picture.alternative());
    Ok(())
}
