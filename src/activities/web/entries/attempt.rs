//! What a form means, sent down the save path.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::{Act, Me};
use crate::activities::activity::Activity;
use crate::activities::check::Problem;
use crate::activities::entry::{Entry, Stored};
use crate::activities::record::{self, Again};
use crate::activities::web::fields::{self, Fields, Frame};
use crate::activities::web::sent;
use crate::app::App;
use crate::clock::sane;
use crate::error::Result;
use crate::units::Unit;
use crate::vocabulary::{self, AgeBand};

/// Whether somebody may see and correct what colleagues spent: those who lead them, and whoever wrote it.
pub fn sees_staff(me: &Me, unit: &Unit, before: Option<&Stored>) -> bool {
    before.is_none_or(|before| before.made_by == Some(me.id)) || me.may(Act::SeeStaffTime, &unit.as_place())
}

/// The entry the form means, or one for each day of a series.
fn commands(fields: &Fields, id: Uuid, frame: &Frame<'_>) -> std::result::Result<Vec<Entry>, Vec<Problem>> {
    let first = fields::entry(fields, id, frame)?;
    if frame.before.is_some() {
        return Ok(vec![first]);
    }
    let days = fields::days(fields, first.local_date).map_err(|problem| vec![problem])?;
    if days.len() == 1 {
        return Ok(vec![first]);
    }
    let day = |(nth, date): (usize, NaiveDate)| {
        let mut fields = fields.clone();
        fields.set("date", date);
        // What happened is told once, and not with every day.
        if nth > 0 {
            fields.set("note", "");
        }
        let entry = fields::entry(&fields, fields::id_of_day(id, nth), frame)?;
        Ok(Entry { series_id: Some(id), ..entry })
    };
    days.into_iter().enumerate().map(day).collect()
}

/// What the form says about an entry that the same person recorded before: asked about, unless it was answered.
fn again(fields: &Fields) -> Again {
    match fields.get("again") {
        "apart" => Again::Apart,
        "wait" => Again::Wait,
        _ => Again::Ask,
    }
}

/// What became of a form, with what was looked up for it on the way.
pub struct Tried {
    pub outcome: record::Outcome,
    pub fields: Fields,
    pub activity: Activity,
    pub date: NaiveDate,
    pub bands: Vec<AgeBand>,
    pub command: Uuid,
    pub base: Option<i64>,
    /// The entry whose heads were taken over.
    pub copied: Option<Entry>,
    pub sees_staff: bool,
}

/// Sends what the form says down the save path.
pub async fn attempt(
    app: &App,
    me: &Me,
    unit: &Unit,
    mut fields: Fields,
    id: Uuid,
    before: Option<&Stored>,
) -> Result<Tried> {
    let sees_staff = sees_staff(me, unit, before);
    if !sees_staff {
        fields::STAFF.iter().for_each(|name| fields.remove(name));
    }
    let activity_id = before.map(|before| before.entry.activity_id).or_else(|| fields.id("activity"));
    let (activity, no_activity) = sent::activity(app, unit, activity_id).await?;
    let today = app.clock.today(unit.zone);
    let date: NaiveDate = fields.get("date").parse().map_or(today, sane);
    let bands = sent::bands_of(app, unit, date, before).await?;
    let base = before.map(|before| fields.get("base").parse().unwrap_or(before.version));
    // Whoever corrected it did not see it deleted: what they sent counts, and a person decides.
    let of_form = |before: &Stored| {
        let deleted = before.entry.deleted && base == Some(before.version);
        Entry { deleted, ..before.entry.clone() }
    };
    let entry_before = before.map(of_form);
    let entry_before = entry_before.as_ref();
    let copied = sent::copied(app, unit, &activity, &fields).await?.filter(|_| before.is_none());
    fields.remove("gone");
    if let Some(copied) = &copied {
        fields::give_way(&mut fields, &copied.counts, &bands);
    }
    let (mut terms, mut projects) = (Vec::new(), Vec::new());
    let opened = entry_before.map_or_else(|| fields::of_activity(&activity), fields::of_entry);
    if fields.differ(&opened, fields::LABELS) || !fields.get("reason").is_empty() {
        terms = vocabulary::terms(&app.db, unit.network.id).await?;
        projects = vocabulary::projects(&app.db, unit.network.id).await?;
    }
    let command =
        fields.id("command").unwrap_or_else(|| if before.is_some() { app.ids.ordered() } else { id });
    let frame = Frame {
        unit,
        activity: &activity,
        bands: &bands,
        terms: &terms,
        projects: &projects,
        before: entry_before,
        opened: &opened,
    };
    let author = sent::author(app, unit, &fields).await?;
    let entries = match no_activity {
        Some(problem) => Err(vec![problem]),
        None => commands(&fields, id, &frame),
    };
    let made = entries.map(|entries| {
        let confirmed = fields.get("confirmed") == "1";
        let author = author.or(Some(me.id));
        let one = |entry: Entry| {
            let id = if before.is_some() { command } else { entry.id };
            record::Command { id, base_version: base, entry, author, confirmed }
        };
        entries.into_iter().map(one).collect::<Vec<_>>()
    });
    let outcome = match made {
        Err(problems) => record::Outcome::Problems(problems),
        Ok(commands) => record::save_again(app, me, unit, &activity, commands, again(&fields)).await?,
    };
    Ok(Tried { outcome, fields, activity, date, bands, command, base, copied, sees_staff })
}
