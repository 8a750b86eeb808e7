//! What dates are held against, read from the rooms it stands in.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::rule::{Date, Exception, Kind, Rule, Send};
use super::standing::There;
use super::store;
use crate::db::Conn;
use crate::error::Result;
use crate::units::Unit;
use crate::{periods, reports};

/// The dates of a network, and what they are held against.
pub struct Read {
    pub rules: Vec<Rule>,
    pub exceptions: Vec<Exception>,
    pub there: There,
}

/// Reads what dates from one day to another need, both included, beside every unit there ever was. Where there are no dates,
/// little is read.
pub async fn read<'c>(
    conn: impl Into<Conn<'c>>,
    network_id: Uuid,
    units: Arc<Vec<Unit>>,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Read> {
    let mut conn: Conn<'_> = conn.into();
    let rules = store::rules(conn.again(), network_id).await?;
    let there = There { units, ..There::default() };
    let mut read = Read { rules, exceptions: Vec::new(), there };
    if read.rules.is_empty() {
        return Ok(read);
    }
    read.exceptions = store::exceptions(conn.again(), network_id).await?;
    let asked: Vec<(Rule, Date)> = read.dates(first, last).map(|(rule, date)| (rule.clone(), date)).collect();
    if asked.is_empty() {
        return Ok(read);
    }
    let of = |kind: Kind| asked.iter().filter(move |(rule, _)| rule.due.kind == kind);
    let mut days = Vec::new();
    for (rule, date) in of(Kind::Closing) {
        let Some(period) = rule.period(date) else { continue };
        for unit in read.there.owing(rule, date) {
            days.extend([(unit.id, period.from), (unit.id, period.last())]);
        }
    }
    read.there.closed = periods::calendar(conn.again(), network_id, &days).await?;
    let told = || of(Kind::Report).filter_map(|(rule, date)| rule.period(date));
    if let (Some(from), Some(until)) = (told().map(|it| it.from).min(), told().map(|it| it.until).max()) {
        for it in reports::finished(conn.again(), network_id, (from, until)).await? {
            let of_units = read.there.reports.entry((it.template, it.period)).or_default();
            of_units.insert(it.unit_id, it.id);
        }
    }
    if asked.iter().any(|(rule, _)| rule.due.send == Send::Figures) {
        read.there.mailed = store::mailed(conn.again(), network_id, DateTime::UNIX_EPOCH).await?;
    }
    if of(Kind::Pack).next().is_some() {
        for (due_id, unit_id, period) in store::handed_in(conn, network_id).await? {
            read.there.handed_in.entry((due_id, period)).or_default().insert(unit_id);
        }
    }
    Ok(read)
}

impl Read {
    /// Every date from one day to another, both included, but for those left out.
    pub fn dates(&self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = (&Rule, Date)> {
        let of = move |rule| Rule::dates(rule, &self.exceptions, first, last);
        self.rules
            .iter()
            .flat_map(move |rule| of(rule).into_iter().map(move |date| (rule, date)))
            .filter(|(_, date)| !date.left_out)
    }
}
