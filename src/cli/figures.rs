//! `logbook figures`.

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::app::App;
use crate::cli::Refused;
use crate::cli::output;
use crate::cli::output::say;
use crate::measures::{self, Amount, Axis, Period, Question, Tree};
use crate::units;

#[derive(Args)]
pub struct Figures {
    /// Code of the unit; everything below it is included
    #[arg(long)]
    unit: String,
    /// Code of the network, where the server holds several
    #[arg(long)]
    network: Option<String>,
    /// First day, YYYY-MM-DD
    #[arg(long, value_parser = crate::cli::day)]
    from: NaiveDate,
    /// Last day, included
    #[arg(long, value_parser = crate::cli::day)]
    to: NaiveDate,
    /// Split by: kind, place_kind, part, gender, age_band, weekday, month, unit, main_tag, main_field, tag, field
    #[arg(long, value_parser = axis)]
    by: Option<Axis>,
    /// Where units stood: then, on the day of each entry; or today, for all of the past
    #[arg(long, value_parser = ["then", "today"], default_value = "then")]
    tree: String,
    /// How rows are written: measure, axis, code, value and unit of each (docs/commands.md)
    #[arg(long, value_parser = ["json", "csv"], default_value = "json")]
    format: String,
}

impl Figures {
    pub fn check(&self) -> Result<(), String> {
        crate::cli::in_order(Some(self.from), Some(self.to))
    }
}

fn axis(text: &str) -> Result<Axis, String> {
    Axis::from_code(text).ok_or_else(|| {
        let all: Vec<&str> = Axis::ALL.iter().map(|axis| axis.code()).collect();
        format!("expected one of {}", all.join(", "))
    })
}

pub async fn figures(app: &App, asked: Figures) -> Result<(), Refused> {
    let unit = units::named(app, asked.network.as_deref(), &asked.unit).await?;
    let tree = Tree::from_code(&asked.tree, app.clock.today(unit.network.zone)).unwrap_or_default();
    let period = Period::own(asked.from, asked.to);
    let question = Question { tree, ..Question::new(unit.network.id, unit.path.clone(), period) };
    let rows = measures::figures(&app.db, &question, asked.by).await.map_err(|error| error.to_string())?;
    if asked.format == "csv" {
        let mut out = csv::Writer::from_writer(output::out());
        let mut write = |row: [&str; 5]| out.write_record(row).map_err(|error| error.to_string());
        write(["measure", "axis", "code", "value", "unit"])?;
        for row in &rows {
            let value = match row.amount {
                Amount::Whole(n) => n.to_string(),
                Amount::Ratio(ratio) => format!("{ratio:.6}"),
                Amount::None => String::new(),
            };
            let axis = row.axis.map_or("", Axis::code);
            write([row.measure.code(), axis, row.code.as_deref().unwrap_or(""), &value, row.measure.unit()])?;
        }
        return out.flush().map_err(|error| error.to_string());
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let value = match row.amount {
                Amount::Whole(n) => json!(n),
                Amount::Ratio(ratio) => json!((ratio * 1e6).round() / 1e6),
                Amount::None => json!(null),
            };
            json!({
                "measure": row.measure.code(), "axis": row.axis.map(Axis::code), "code": row.code,
                "value": value, "unit": row.measure.unit(),
            })
        })
        .collect();
    say!("{}", serde_json::to_string_pretty(&rows).map_err(|error| error.to_string())?);
    Ok(())
}
