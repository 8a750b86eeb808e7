//! Mentors of units about which nobody has answered yet are reminded: once in the second week, and once when three days are
//! left. Nobody is written to about a unit more often than that.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use uuid::Uuid;

use super::standing::{Count, Evaluation};
use super::store;
use crate::app::App;
use crate::clock::Day;
use crate::db::Tx;
use crate::error::Result;
use crate::i18n::{Arg, Lang, Words};
use crate::people::{self, Mentor};
use crate::units::{self, Unit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    SecondWeek,
    End,
}

impl Occasion {
    pub fn code(self) -> &'static str {
        match self {
            Occasion::SecondWeek => "second_week",
            Occasion::End => "end",
        }
    }

    /// What a day is one for, while answers are taken. A day on which nobody looked is made good on the next ones.
    pub fn on(it: &Evaluation, zone: Tz, today: NaiveDate) -> Option<Occasion> {
        // Who opens late gives everybody the same time; who opens early does not hurry them.
        let opened = Day::Now(it.opened_at?).in_zone(zone).max(it.opens_on);
        if !it.takes_on(today) {
            None
        } else if today >= it.last_on() - Duration::days(3) {
            Some(Occasion::End)
        } else {
            let week = opened + Duration::days(7)..opened + Duration::days(14);
            week.contains(&today).then_some(Occasion::SecondWeek)
        }
    }
}

/// Those who look after a unit: by a role on itself, else on the nearest unit above that has somebody.
fn of_unit<'m>(unit: &Unit, mentors: &'m [Mentor]) -> Vec<&'m Mentor> {
    let above = unit.path.ids().into_iter().rev();
    let mut nearest = above.map(|id| mentors.iter().filter(|it| it.unit_id == id).collect::<Vec<_>>());
    nearest.find(|found| !found.is_empty()).unwrap_or_default()
}

/// Writes what is due on a day to mentors of units about which nothing came.
pub async fn remind(
    app: &App,
    tx: &mut Tx,
    it: &Evaluation,
    today: NaiveDate,
    counts: &[Count],
) -> Result<()> {
    let all = units::ever_in(&mut *tx, it.network_id).await?;
    let Some(zone) = all.first().map(|unit| unit.network.zone) else { return Ok(()) };
    let Some(occasion) = Occasion::on(it, zone, today) else { return Ok(()) };
    let told = store::reminded(&mut *tx, it, occasion.code()).await?;
    let is_silent = |unit: &Unit| {
        let mut own = counts.iter().filter(|it| it.unit_id == unit.id).peekable();
        own.peek().is_some() && own.all(|it| !it.begun)
    };
    let due = all.iter().filter(|unit| unit.open_on(today) && !told.contains(&unit.id) && is_silent(unit));
    let mentors = people::mentors(&mut *tx, it.network_id, today).await?;
    let mut letters: BTreeMap<Uuid, (&Mentor, Vec<&Unit>)> = BTreeMap::new();
    let mut written = Vec::new();
    for unit in due {
        let to = of_unit(unit, &mentors);
        if !to.is_empty() {
            written.push(unit.id);
        }
        for mentor in to {
            letters.entry(mentor.person_id).or_insert_with(|| (mentor, Vec::new())).1.push(unit);
        }
    }
    for (mentor, units) in letters.into_values() {
        let (subject, body) = letter(app, it, mentor, units);
        people::put_mail(app, tx, &mentor.mail, &subject, &body).await?;
    }
    Ok(store::put_reminded(tx, it, occasion.code(), today, &written).await?)
}

fn letter(app: &App, it: &Evaluation, mentor: &Mentor, mut units: Vec<&Unit>) -> (String, String) {
    let w = Words(Lang::from_code(&mentor.language).unwrap_or(Lang::En));
    units.sort_by(|a, b| w.compare(&w.text(&a.name), &w.text(&b.name)));
    let line =
        |unit: &&Unit| format!("{}\n{}{}/voice", w.text(&unit.name), app.settings.base_url(), unit.address());
    let lines: Vec<String> = units.iter().map(line).collect();
    let args = [
        ("name", Arg::Name(it.name.clone())),
        ("until", Arg::Day(it.last_on())),
        ("n", Arg::Int(i64::try_from(units.len()).unwrap_or(i64::MAX))),
        ("units", Arg::Text(lines.join("\n\n"))),
    ];
    (w.with("reminder-subject", &args), w.with("reminder-body", &args))
}
