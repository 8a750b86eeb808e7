//! Puts a plan into the database: one transaction, so that a network is there whole or not at all. Ids come from the seed
//! and the network's code, times from the plan: the same seed gives the very same rows on either engine.

pub mod adoption;
mod change;
mod costs;
mod dates;
mod photos;
mod public;
mod reflections;
pub mod reports;
mod voices;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::made::Made;
use super::plan::{self, Plan, PlannedActivity, PlannedEntry, Wanted, mix};
use crate::access::Path;
use crate::activities::record::{self, Bulk};
use crate::activities::{self, Activity, Entry, Status};
use crate::app::App;
use crate::clock::{Clock, Ids};
use crate::db::Tx;
use crate::error::{AppError, OrMissing, Result};
use crate::i18n::Text18;
use crate::people::{self, NewPerson, NewRole};
use crate::units::{self, NewNetwork, NewUnit};
use crate::vocabulary::{self, Project, Vocabulary};

/// A clock that is set by hand: what is written down carries the hour at which it would have been.
#[derive(Clone)]
struct Moment(Arc<AtomicI64>);

impl Moment {
    fn clock(&self) -> Clock {
        let micros = Arc::clone(&self.0);
        Clock::from(move || {
            DateTime::from_timestamp_micros(micros.load(Ordering::Relaxed)).unwrap_or_default()
        })
    }

    fn set(&self, at: DateTime<Utc>) {
        self.0.store(at.timestamp_micros(), Ordering::Relaxed);
    }
}

/// What has been written so far, with the ids it got.
struct Writer<'a> {
    /// As the real one, with a clock and ids of its own.
    app: App,
    moment: Moment,
    plan: &'a Plan,
    network_id: Uuid,
    zone: Tz,
    terms: HashMap<(Vocabulary, String), Uuid>,
    /// By place in the plan's units.
    units: Vec<(Uuid, Path)>,
    /// By unit: its worker and its mentor.
    recorders: HashMap<usize, (Uuid, Uuid)>,
    activities: Vec<Activity>,
    reflected: Option<reflections::Reflected>,
    coordinator: Option<Uuid>,
}

/// Makes the network with this code, which must be free.
pub async fn write(app: &App, wanted: Wanted, code: &str) -> Result<Made> {
    let plan = Plan::new(wanted, code);
    let moment = Moment(Arc::default());
    moment.set(at(plan.wanted.first_day(), 0));
    let letters: Vec<u64> = code.bytes().map(u64::from).collect();
    let ids = Ids::seeded(mix(plan.wanted.seed, &letters), moment.clock());
    let own = App::new(app.db.clone(), moment.clock(), ids, app.settings.clone());
    // Slow on purpose, so before anything is held.
    let colleagues = plan::colleagues(&plan.tree, plan.wanted.seed);
    let hashes = try_join_all(colleagues.iter().map(|colleague| hash(colleague.password.clone()))).await?;

    let mut tx = app.db.begin().await?;
    let mut writer = found(own, moment, &plan, &mut tx).await?;
    writer.add_units(&mut tx).await?;
    writer.add_people(&mut tx, colleagues, hashes).await?;
    writer.add_activities(&mut tx).await?;
    writer.reflected = writer.asks();
    for monday in plan.weeks() {
        let mut week = Vec::new();
        for recorder in 0..plan.tree.recorders.len() {
            week.extend(writer.week(recorder, monday)?);
        }
        record::write_all(&mut tx, writer.network_id, &week).await?;
    }
    if let Some(reflected) = &writer.reflected {
        writer.keep_reflections(&mut tx, reflected).await?;
    }
    writer.add_evaluations(&mut tx).await?;
    writer.add_costs(&mut tx).await?;
    writer.add_dates(&mut tx).await?;
    tx.commit().await?;
    writer.settle().await?;
    writer.add_reports().await?;
    writer.add_public().await?;
    Ok(Made::from(&plan))
}

async fn hash(password: Option<String>) -> Result<Option<String>> {
    match password {
        Some(password) => people::hash_password(password).await.map(Some),
        None => Ok(None),
    }
}

/// Minutes after midnight, UTC; only for when something was written down.
fn at(date: NaiveDate, minutes: i64) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(minutes)
}

/// The network, its root and its words.
async fn found<'a>(app: App, moment: Moment, plan: &'a Plan, tx: &mut Tx) -> Result<Writer<'a>> {
    let root = &plan.tree.units[0];
    let new = NewNetwork {
        code: &root.code,
        name: &root.name,
        opened_on: root.opened_on,
        languages: vec!["sl".into(), "en".into()],
        zone: chrono_tz::Europe::Ljubljana,
        country: "SI",
    };
    let (network_id, root_id) = units::found(&app, tx, new).await?;
    vocabulary::insert_terms(tx, network_id, &app.ids, &vocabulary::standard_terms()).await?;
    let bands = vocabulary::standard_bands();
    vocabulary::insert_age_bands(tx, network_id, &app.ids, root.opened_on, &bands).await?;
    let unit = units::network_named(&mut *tx, &root.code, plan.wanted.until).await?.or_missing()?;
    let terms = vocabulary::terms(&mut *tx, network_id).await?;
    Ok(Writer {
        app,
        moment,
        plan,
        network_id,
        zone: unit.zone,
        terms: terms.into_iter().map(|term| ((term.vocabulary, term.code), term.id)).collect(),
        units: vec![(root_id, Path::root(root_id))],
        recorders: HashMap::new(),
        activities: Vec::new(),
        reflected: None,
        coordinator: None,
    })
}

impl Writer<'_> {
    async fn add_units(&mut self, tx: &mut Tx) -> Result<()> {
        for unit in self.plan.tree.units.iter().skip(1) {
            let new = NewUnit {
                id: self.app.ids.ordered(),
                code: unit.code.clone(),
                kind: unit.kind.to_owned(),
                name: unit.name.clone(),
                place: unit.place.clone(),
                opened_on: unit.opened_on,
            };
            let parent = unit.parent.map(|parent| (self.units[parent].0, &self.units[parent].1));
            let path = units::add(tx, self.network_id, parent, self.app.ids.ordered(), &new).await?;
            self.units.push((new.id, path));
        }
        Ok(())
    }

    async fn add_people(
        &mut self,
        tx: &mut Tx,
        colleagues: Vec<plan::Colleague>,
        hashes: Vec<Option<String>>,
    ) -> Result<()> {
        for (colleague, password_hash) in colleagues.into_iter().zip(hashes) {
            let id = self.app.ids.ordered();
            let new = NewPerson {
                id,
                mail: colleague.mail,
                name: colleague.name,
                language: "sl".to_owned(),
                password_hash,
            };
            people::insert_person(tx, &new, self.app.clock.now()).await?;
            let role = NewRole {
                id: self.app.ids.ordered(),
                person_id: id,
                unit_id: self.units[colleague.unit].0,
                kind: colleague.role,
                from_on: self.plan.tree.units[colleague.unit].opened_on,
                granted_by: self.coordinator,
            };
            people::insert_role(tx, self.network_id, &role).await?;
            self.coordinator = self.coordinator.or(Some(id));
            // Mentors stand before workers; whoever comes first signs for both until the other one comes.
            let (worker, _) = self.recorders.entry(colleague.unit).or_insert((id, id));
            *worker = id;
        }
        Ok(())
    }

    fn term(&self, vocabulary: Vocabulary, code: &str) -> Option<Uuid> {
        self.terms.get(&(vocabulary, code.to_owned())).copied()
    }

    async fn add_activities(&mut self, tx: &mut Tx) -> Result<()> {
        let project = Project {
            id: self.app.ids.ordered(),
            code: "zelene-soseske".to_owned(),
            name: Text18::two(
                "Zelene soseske (izmišljen projekt)",
                "Green neighbourhoods (invented project)",
            ),
            from_on: self.plan.wanted.first_day(),
            until_on: None,
            programme: Some("Erasmus+".to_owned()),
            owner_unit_id: self.units[0].0,
        };
        vocabulary::insert_project(tx, self.network_id, &project).await?;
        for planned in &self.plan.activities {
            let new = self.activity(planned, project.id);
            activities::insert_activity(tx, self.network_id, &new).await?;
            self.activities.push(new);
        }
        Ok(())
    }

    fn activity(&self, planned: &PlannedActivity, project: Uuid) -> Activity {
        let offer = planned.offer;
        let further = offer.further.iter().filter_map(|(vocabulary, code)| self.term(*vocabulary, code));
        let mut terms: Vec<Uuid> = further.collect();
        terms.sort();
        Activity {
            id: self.app.ids.ordered(),
            unit_id: self.units[planned.unit].0,
            code: planned.code.clone(),
            name: Text18::two(offer.sl, offer.en),
            kind: offer.kind,
            place_kind: offer.place_kind,
            main_tag: self.term(Vocabulary::Tag, offer.tag),
            main_field: self.term(Vocabulary::Field, offer.field),
            project: planned.in_project.then_some(project),
            place: None,
            from_on: planned.from_on,
            until_on: planned.until_on,
            default_start_min: Some(planned.start),
            default_duration_min: Some(planned.lasts),
            version: 1,
            terms,
            weekdays: planned.weekdays.clone(),
            week_from: planned.from_on,
            former: Vec::new(),
        }
    }

    /// A week of one unit, as its worker and its mentor wrote it down.
    fn week(&mut self, recorder: usize, monday: NaiveDate) -> Result<Vec<Bulk>> {
        let mut all = Vec::new();
        let week = self.plan.week(recorder, monday);
        let unit = self.plan.tree.recorders[recorder].unit;
        let (worker, mentor) = self.recorders.get(&unit).copied().or_missing()?;
        let mut series = HashMap::new();
        for (by_worker, by) in [(true, worker), (false, mentor)] {
            let mine: Vec<&PlannedEntry> = week.iter().filter(|entry| entry.by_worker == by_worker).collect();
            let entries: Vec<Entry> =
                mine.iter().map(|entry| self.entry(entry, &mut series)).collect::<Result<_>>()?;
            self.reflect(&mine, &entries, by);
            if !entries.is_empty() {
                all.push(Bulk { by: Some(by), at: self.app.clock.now(), entries });
            }
        }
        Ok(all)
    }

    fn entry(&self, planned: &PlannedEntry, series: &mut HashMap<u64, Uuid>) -> Result<Entry> {
        let activity = &self.activities[planned.activity];
        let times = activities::lasting(self.zone, planned.date, planned.start_min, planned.duration_min)
            .map_err(|error| AppError::Internal(format!("{}: {error:?}", planned.date)))?;
        // Written down as soon as it was over; at eight where nobody knows when it began.
        let begun = times.start_at.unwrap_or_else(|| at(planned.date, 20 * 60 - times.duration_min));
        self.moment.set(begun + TimeDelta::minutes(times.duration_min));
        let ids = &self.app.ids;
        Ok(Entry {
            id: ids.ordered(),
            unit_id: activity.unit_id,
            activity_id: activity.id,
            kind: activity.kind,
            place_kind: activity.place_kind,
            main_tag: activity.main_tag.filter(|_| !planned.without.0),
            main_field: activity.main_field.filter(|_| !planned.without.1),
            project: activity.project,
            terms: activity.terms.clone(),
            status: if planned.cancelled.is_some() { Status::Cancelled } else { Status::Held },
            cancel_reason: planned.cancelled.and_then(|code| self.term(Vocabulary::Reason, code)),
            local_date: planned.date,
            start_min: times.start_min,
            duration_min: times.duration_min,
            zone: self.zone.name().to_owned(),
            start_at: times.start_at,
            created_min: planned.created_min,
            counts: planned.counts.clone(),
            first_visits: planned.first_visits,
            staff_count: planned.staff_count,
            staff_min: planned.staff_min,
            prep_min: planned.prep_min,
            volunteer_count: planned.volunteer_count,
            volunteer_min: planned.volunteer_min,
            count_method: planned.count_method,
            copied_counts: planned.copied_counts,
            series_id: planned.series.map(|number| *series.entry(number).or_insert_with(|| ids.ordered())),
            note: planned.note.map(str::to_owned),
            deleted: false,
        })
    }
}
