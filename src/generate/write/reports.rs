//! A report of the last full year that a centre finished, an entry that was corrected after that, and the report of a
//! half-year that is still being written. Their ids come from a source of their own, as those of evaluations do.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Writer, at};
use crate::access::{Me, RoleKind};
use crate::activities::{self, Status, record};
use crate::app::App;
use crate::error::{OrMissing, Result};
use crate::generate::plan::reports::{HALF, STORIES, YEAR};
use crate::i18n::Lang;
use crate::reports::{self, New, Report};
use crate::units::{self, Unit};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

impl Writer<'_> {
    /// Once everything else is there and evaluations are settled. Of a network without a full year, nothing.
    pub async fn add_reports(&self) -> Result<()> {
        let wanted = &self.plan.wanted;
        let year = wanted.until.year() - 1;
        let finished = day(year + 1, 2, 2);
        if !wanted.asks_now || wanted.years == 0 || wanted.until < day(year + 1, 3, 20) {
            return Ok(());
        }
        let app = self.apart(9);
        let recorder = self.plan.tree.recorders.first().or_missing()?.unit;
        let (worker, mentor) = self.recorders.get(&recorder).copied().or_missing()?;
        let unit = units::by_id(&app.db, self.network_id, self.units[recorder].0, wanted.until)
            .await?
            .or_missing()?;
        let (worker, mentor) =
            (somebody(&unit, worker, RoleKind::Worker), somebody(&unit, mentor, RoleKind::Mentor));

        self.moment.set(at(day(year + 1, 1, 19), 10 * 60));
        let report = begin(&app, &worker, &unit, "centre-year", &year.to_string()).await?;
        for (section, text) in YEAR {
            let (who, text) = (if section == "foreword" { &mentor } else { &worker }, text.to_owned());
            reports::save(&app, who, &unit, report.id, section, 0, &text).await?;
        }
        let told = self.best(&app, &unit, year).await?;
        self.add_photos(&app, (&worker, &mentor), &unit, &told).await?;
        let stories = stories(&told)?;
        reports::save(&app, &worker, &unit, report.id, "stories", 0, &stories).await?;
        self.moment.set(at(finished, 9 * 60));
        reports::finish(&app, &mentor, &unit, report.id).await?;
        self.moment.set(at(day(year + 1, 3, 12), 16 * 60));
        self.correct(&app, &worker, &unit, year).await?;

        let (half, begun) = match wanted.until >= day(year + 1, 7, 3) {
            true => (format!("{}-H1", year + 1), day(year + 1, 7, 2)),
            false => (format!("{year}-H2"), day(year + 1, 3, 14)),
        };
        self.moment.set(at(begun, 11 * 60));
        let draft = begin(&app, &worker, &unit, "centre-half-year", &half).await?;
        for (section, text) in HALF {
            reports::save(&app, &worker, &unit, draft.id, section, 0, text).await?;
        }
        Ok(())
    }

    /// The evenings with the most visits, one of each activity.
    async fn best(&self, app: &App, unit: &Unit, year: i32) -> Result<Vec<activities::Stored>> {
        let (first, last) = (day(year, 1, 1), day(year, 12, 31));
        let mut held = activities::recorded_on(&app.db, self.network_id, unit.id, first, last).await?;
        held.retain(|it| {
            it.entry.status == Status::Held && it.entry.kind != crate::vocabulary::Kind::OneToOne
        });
        held.sort_by_key(|it| std::cmp::Reverse(it.entry.counts.visits()));
        // One evening of each activity.
        let mut seen = Vec::new();
        held.retain(|it| {
            !seen.contains(&it.entry.activity_id) && {
                seen.push(it.entry.activity_id);
                true
            }
        });
        Ok(held)
    }

    /// A list of names turned up in a drawer: on one evening of November three more were there.
    async fn correct(&self, app: &App, me: &Me, unit: &Unit, year: i32) -> Result<()> {
        let all =
            activities::recorded_on(&app.db, self.network_id, unit.id, day(year, 11, 1), day(year, 11, 30))
                .await?;
        let counted = |it: &&activities::Stored| {
            it.entry.status == Status::Held
                && it.entry.counts.participant.as_ref().is_some_and(|heads| heads.total > 5)
        };
        let Some(stored) = all.iter().find(counted) else { return Ok(()) };
        let mut entry = stored.entry.clone();
        if let Some(heads) = &mut entry.counts.participant {
            heads.total += 3;
            *heads.gender.entry(crate::vocabulary::Gender::Unknown).or_default() += 3;
            *heads.age.entry(activities::UNKNOWN.to_owned()).or_default() += 3;
        }
        let activity =
            activities::activity(&app.db, self.network_id, entry.activity_id).await?.or_missing()?;
        let command = record::Command {
            id: app.ids.ordered(),
            base_version: Some(stored.version),
            entry,
            author: None,
            confirmed: true,
        };
        record::save(app, me, unit, &activity, vec![command]).await?;
        Ok(())
    }
}

fn stories(told: &[activities::Stored]) -> Result<String> {
    let story = |(it, words): (&activities::Stored, &&str)| reports::Chosen {
        entry: it.entry.id,
        words: (*words).to_owned(),
        bare: false,
    };
    let all: Vec<reports::Chosen> = told.iter().zip(&STORIES).map(story).collect();
    serde_json::to_string(&all).map_err(|error| crate::error::AppError::Internal(error.to_string()))
}

async fn begin(app: &App, me: &Me, unit: &Unit, template: &str, period: &str) -> Result<Report> {
    let (template, period) = (template.to_owned(), period.to_owned());
    let new = New { id: app.ids.ordered(), template, period, language: "sl".into(), supersedes: None };
    reports::begin(app, me, unit, &new).await?.ok().or_missing()
}

/// Whoever writes, as if they had signed in.
pub fn somebody(unit: &Unit, id: Uuid, kind: RoleKind) -> Me {
    let (mail, name) = (String::new(), String::new());
    Me { id, mail, name, lang: Lang::Sl, grants: vec![unit.grant(kind)], session: Vec::new() }
}
