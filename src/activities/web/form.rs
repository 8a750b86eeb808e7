//! The recording form as a page.

mod parts;

use askama::Template;
use chrono::NaiveDate;
use uuid::Uuid;

pub use self::parts::PartFields;
use self::parts::part_fields;
use super::fields::{Fields, STAFF, share_of, share_to_take};
use super::labels::{Labels, labels};
use super::sent;
use super::show::closed;
use crate::activities::activity::Activity;
use crate::activities::check::{Problem, Weight};
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::{record, store, times};
use crate::app::App;
use crate::error::Result;
use crate::i18n::Words;
use crate::people;
use crate::units::Unit;
use crate::vocabulary::{self, AgeBand, Kind, Part, Vocabulary};
use crate::web::{Page, Visit};

#[derive(Template)]
#[template(path = "activities/web/form.html")]
pub struct FormPage {
    pub page: Page,
    pub action: String,
    pub back: String,
    pub unit: String,
    pub activity: String,
    pub activity_id: Uuid,
    /// What can be chosen instead of an activity that it cannot be.
    pub activities: Option<Vec<(Uuid, String)>>,
    pub id: Uuid,
    pub command: Uuid,
    pub base: Option<i64>,
    pub when: String,
    pub when_open: bool,
    pub cancelled: bool,
    /// Whether the form lets one choose between held and called off.
    pub either: bool,
    pub reasons: Vec<(Uuid, String)>,
    pub labels: Labels,
    /// A talk with one young person: its topics instead of a note, and nothing of gender and age at first sight.
    pub one_to_one: bool,
    pub sees_staff: bool,
    pub fields: Fields,
    pub parts: [PartFields; 3],
    pub has_last: bool,
    pub last_href: String,
    /// The entry that "same as last time" takes over.
    pub last_id: Option<Uuid>,
    pub shares: Vec<(&'static str, String)>,
    /// Last time's created time, as a hint.
    pub last_share: Option<String>,
    /// The button for it, which is taken over with the heads.
    pub share_to_take: Option<&'static str>,
    pub methods: Vec<(&'static str, String)>,
    /// Colleagues it can be entered for.
    pub colleagues: Vec<(Uuid, String)>,
    pub more_open: bool,
    /// What closes the day it is about.
    pub closed: Option<(String, String)>,
    pub problems: Vec<(&'static str, String)>,
    /// The same for whoever does not see the fields yet.
    pub named: Vec<(&'static str, String)>,
    pub asks: Vec<String>,
    /// The lengths to choose from, in a night with an hour that comes twice.
    pub lengths: Vec<(i64, String)>,
    pub duration: i64,
    /// Plural forms for the save bar: `#` stands for the number.
    pub plurals: Vec<(&'static str, String)>,
}

impl FormPage {
    /// The sentence to tell beside a field.
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| *name == field).map(|(_, says)| says.as_str())
    }

    /// What has to be known about counting heads: a talk has one.
    pub fn heads_about(&self) -> &'static str {
        if self.one_to_one { "one-to-one" } else { "participants" }
    }

    /// Whether a talk says something of creators, an audience or created time, which it seldom has.
    pub fn others_open(&self) -> bool {
        let typed = |name: &str| !matches!(self.typed(name), "" | "0");
        let said = [&self.parts[0], &self.parts[2]].iter().any(|part| {
            part.problem.is_some() || part.genders_open || part.ages_open || typed(&part.total.name)
        });
        said || self.problem("created").is_some() || !matches!(self.typed("created"), "" | "none")
    }

    /// Whether something of what stands folded away has to be seen to.
    pub fn more_wrong(&self) -> bool {
        self.problem("count_method").is_some()
            || ["first_visits"].iter().chain(&STAFF).any(|name| self.problem(name).is_some())
    }

    pub fn typed(&self, name: &str) -> &str {
        self.fields.get(name)
    }
}

/// What a form is about.
pub struct About<'a> {
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    pub id: Uuid,
    pub command: Uuid,
    /// The entry's kind: of a correction the one it was written with.
    pub kind: Kind,
    /// Of a correction: what stands, and the version the form was made on.
    pub before: Option<&'a Entry>,
    pub base: Option<i64>,
    pub sees_staff: bool,
    /// The last time the activity was held.
    pub last: Option<&'a Entry>,
    pub bands: &'a [AgeBand],
}

/// What is wrong, with the name of the field where the sentence does not tell which it is.
fn with_name(w: Words, field: &str, says: &str) -> String {
    let name = match field {
        "duration" => "entry-duration-only",
        "first_visits" => "entry-first-visits",
        "count_method" => "entry-count-method",
        "staff_count" => "entry-staff",
        "staff_hours" => "entry-staff-hours",
        "prep_hours" => "entry-prep-hours",
        "volunteer_count" => "entry-volunteers",
        "volunteer_hours" => "entry-volunteer-hours",
        "participant" => "part-participant",
        "creator" => "part-creator",
        "audience" => "part-audience",
        _ => return says.to_owned(),
    };
    format!("{}: {says}", w.tr(name))
}

fn plural(w: Words, key: &str) -> String {
    let form = |n: i64| w.n(key, n).replacen(&n.to_string(), "#", 1);
    format!("{}|{}|{}|{}", form(1), form(2), form(3), form(5))
}

/// The form, empty, filled or with what has to be told about it.
pub async fn page(
    app: &App,
    visit: &Visit,
    about: &About<'_>,
    fields: Fields,
    problems: Vec<Problem>,
) -> Result<FormPage> {
    let w = visit.w;
    let Unit { network, .. } = about.unit;
    let base = about.unit.address();
    let say = |problem: &Problem| w.with(problem.key, &problem.args);
    let told: Vec<(&'static str, String)> =
        problems.iter().filter(|problem| problem.weight == Weight::Stop).map(|p| (p.field, say(p))).collect();
    let named: Vec<(&'static str, String)> =
        told.iter().map(|(field, says)| (*field, with_name(w, field, says))).collect();
    let part_problem =
        |part: Part| told.iter().find(|(field, _)| *field == part.code()).map(|(_, says)| says.clone());
    let terms = vocabulary::terms(&app.db, network.id).await?;
    let projects = vocabulary::projects(&app.db, network.id).await?;
    let date: Option<NaiveDate> = fields.get("date").parse().ok();
    let days: Vec<NaiveDate> = date.into_iter().chain(about.before.map(|before| before.local_date)).collect();
    // Told once: beside the day where it was in the way, else before anything is typed.
    let closed = if told.is_empty() { closed(app, w, about.unit, &days).await? } else { None };
    let when = when(w, date, &fields);
    let activity = w.text(&about.activity.name);
    let cancelled = fields.get("status") == Status::Cancelled.code();
    let activities = match problems.iter().any(|problem| problem.field == "activity") {
        true => Some(sent::choices(app, about.unit, w, date).await?),
        false => None,
    };
    let asks = |key: &str| problems.iter().any(|problem| problem.key == key);
    let more_open = ["first_visits"].iter().chain(&STAFF).any(|name| !fields.get(name).is_empty());
    let (action, back) = match about.base {
        None => (format!("{base}/entries"), format!("{base}/today")),
        Some(_) => (format!("{base}/entries/{}/versions", about.id), format!("{base}/entries/{}", about.id)),
    };
    Ok(FormPage {
        page: Page::new(visit, activity.clone(), "today"),
        action,
        back,
        unit: w.text(&about.unit.name),
        activity,
        activity_id: about.activity.id,
        activities,
        lengths: if asks("entry-ask-length") { lengths(w, about.unit, date, &fields) } else { Vec::new() },
        id: about.id,
        command: about.command,
        base: about.base,
        when_open: told
            .iter()
            .any(|(field, _)| ["date", "start", "end", "duration", "last_day"].contains(field))
            || fields.get("start").is_empty() && fields.get("duration").is_empty(),
        when,
        cancelled,
        either: about.before.is_some(),
        labels: labels(w, &fields, &terms, &projects),
        one_to_one: about.kind == Kind::OneToOne,
        sees_staff: about.sees_staff,
        reasons: terms
            .iter()
            .filter(|term| term.vocabulary == Vocabulary::Reason && term.retired_on.is_none())
            .map(|term| (term.id, w.text(&term.label)))
            .collect(),
        parts: Part::ALL
            .iter()
            .map(|part| part_fields(w, &fields, about, *part, part_problem(*part)))
            .collect::<Vec<_>>()
            .try_into()
            .map_err(|_| crate::error::AppError::Internal("an entry has three parts".into()))?,
        has_last: about.base.is_none() && about.last.is_some_and(|last| last.counts.visits().is_some()),
        last_href: format!(
            "{base}/entries/new?activity={}&date={}&last=1",
            about.activity.id,
            fields.get("date")
        ),
        last_id: about.last.filter(|_| about.base.is_none()).map(|last| last.id),
        shares: ["none", "quarter", "half", "all", "other"]
            .map(|share| (share, w.tr(&format!("created-{share}"))))
            .into(),
        last_share: about.last.filter(|last| last.created_min > 0).map(|last| {
            let says = match share_of(last) {
                "other" => w.length(last.created_min),
                share => w.tr(&format!("created-{share}")),
            };
            w.of("last-time-share", says)
        }),
        share_to_take: about.last.and_then(share_to_take),
        methods: CountMethod::ALL
            .into_iter()
            .filter(|method| {
                // What was written otherwise stays so.
                method.by_hand() || about.before.is_some_and(|before| before.count_method == *method)
            })
            .map(|method| (method.code(), w.tr(&format!("count-{}", method.code()))))
            .collect(),
        colleagues: colleagues(app, visit, about).await?,
        more_open,
        closed,
        problems: told,
        named,
        asks: problems.iter().filter(|problem| problem.weight == Weight::Ask).map(say).collect(),
        duration: length(&fields),
        plurals: [("visits", "visits"), ("participant", "participants"), ("creator", "creators")]
            .map(|(name, key)| (name, plural(w, key)))
            .into(),
        fields,
    })
}

/// The others who record in the unit; of a correction nobody, for whose it is stays as it is.
async fn colleagues(app: &App, visit: &Visit, about: &About<'_>) -> Result<Vec<(Uuid, String)>> {
    if about.base.is_some() {
        return Ok(Vec::new());
    }
    let (me, unit) = (visit.me()?, about.unit);
    let today = app.clock.today(unit.zone);
    let mut people = people::recorders(&app.db, unit.network.id, &unit.path, today).await?;
    people.retain(|(person, _)| *person != me.id);
    Ok(people)
}

/// Every length that the typed hours can mean.
fn lengths(w: Words, unit: &Unit, date: Option<NaiveDate>, fields: &Fields) -> Vec<(i64, String)> {
    let clock = |name| times::clock(fields.get(name));
    let (Some(date), Some(start), Some(end)) = (date, clock("start"), clock("end")) else {
        return Vec::new();
    };
    let found = times::readings(unit.zone, date, start, end).unwrap_or_else(|_| Vec::new());
    let mut lengths: Vec<i64> = found.into_iter().map(|times| times.duration_min).collect();
    lengths.sort_unstable();
    lengths.into_iter().map(|minutes| (minutes, w.length(minutes))).collect()
}

/// Minutes between the typed times, for the sentence about created time.
fn length(fields: &Fields) -> i64 {
    match (times::clock(fields.get("start")), times::clock(fields.get("end"))) {
        (Some(start), Some(end)) => (end - start).rem_euclid(1440),
        _ => fields.get("duration").parse().unwrap_or(0),
    }
}

/// Thursday, 15 October, 17:00–20:00.
fn when(w: Words, date: Option<NaiveDate>, fields: &Fields) -> String {
    let day = date.map_or_else(|| w.tr("entry-when"), |date| w.weekday_date(date));
    match (times::clock(fields.get("start")), times::clock(fields.get("end"))) {
        (Some(start), Some(end)) => format!("{day}, {}–{}", w.clock(start), w.clock(end)),
        (Some(start), None) => format!("{day}, {}, {}", w.clock(start), w.length(length(fields))),
        _ => day,
    }
}

/// The last held entry before a day: where hints come from.
pub async fn last(app: &App, unit: &Unit, activity: &Activity, date: NaiveDate) -> Result<Option<Entry>> {
    let last = store::entries::last_held(&app.db, unit.network.id, activity.id, date).await?;
    Ok(last.map(|stored| stored.entry))
}

/// What came of a save, as the next address; problems go back into the form.
pub fn next(unit: &Unit, outcome: record::Outcome) -> std::result::Result<String, Vec<Problem>> {
    let base = unit.address();
    match outcome {
        record::Outcome::Saved { entry_id, version } => {
            Ok(format!("{base}/entries/{entry_id}/saved?version={version}"))
        }
        record::Outcome::Proposed { entry_id, version } => {
            Ok(format!("{base}/entries/{entry_id}/proposals/{version}"))
        }
        record::Outcome::FirstStands { entry_id } | record::Outcome::Already { entry_id, .. } => {
            Ok(format!("{base}/entries/{entry_id}?told=first-stands"))
        }
        record::Outcome::Problems(problems) => Err(problems),
    }
}
