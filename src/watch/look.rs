//! A look over the records of some units: what each week holds of what was expected, and what gives reason to ask. Nothing
//! of it is kept but what became of it; each look reads a year of entries, two more of months, and applies the rules.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use uuid::Uuid;

use super::rules::{self, Eyes, FIRST, Finding, Month, Seen, Sight, Subject, Week};
use super::store::{self, Standing};
use crate::access::{Act, Me};
use crate::activities::{self, Activity};
use crate::app::App;
use crate::clock::Day;
use crate::error::Result;
use crate::periods;
use crate::totals;
use crate::units::{self, Unit};
use crate::vocabulary::Kind;

/// Weeks before the running one.
const WEEKS: u64 = 52;
/// Months before the year looked at that its months are compared with.
const MONTHS_BEFORE: u32 = 24;
/// Pairs of evenings whose whole counts are compared, the latest ones: bodies are long.
const MOST_PAIRS: usize = 200;

/// What a look found.
pub struct Look {
    pub today: NaiveDate,
    /// Those that record, in the order of the tree.
    pub units: Vec<Unit>,
    pub activities: HashMap<Uuid, Activity>,
    /// By place in `units`.
    pub coverage: Vec<Vec<Week>>,
    /// The latest known first.
    findings: Vec<Finding>,
    standing: HashMap<(Uuid, String, String), Standing>,
    /// Units in which nothing was recorded for as long as findings wait for those who record.
    quiet: HashSet<Uuid>,
}

/// What of a look somebody is shown.
pub struct Sorted<'a> {
    pub open: Vec<&'a Finding>,
    /// How many are still with those who record.
    pub theirs_first: usize,
    pub dismissed: Vec<(&'a Finding, &'a Standing)>,
}

/// The Monday a look begins on.
pub fn first_day(today: NaiveDate) -> NaiveDate {
    today - Days::new(u64::from(today.weekday().num_days_from_monday()) + 7 * WEEKS)
}

/// Over everything that records at or below a unit today.
pub async fn over_branch(app: &App, unit: &Unit) -> Result<Look> {
    let today = app.clock.today(unit.network.zone);
    let from = first_day(today);
    let mut branch = units::branch(&app.db, unit, today).await?;
    branch.retain(|it| it.may_record && it.closed_on.is_none_or(|closed| closed > from));
    let offered = activities::activities_of_branch(&app.db, unit.network.id, &unit.path, today).await?;
    look(app, unit.network.id, branch, offered, today).await
}

/// Over one unit alone.
pub async fn over_unit(app: &App, unit: &Unit) -> Result<Look> {
    let offered = activities::activities_of_unit(&app.db, unit.network.id, unit.id).await?;
    look(app, unit.network.id, vec![unit.clone()], offered, app.clock.today(unit.zone)).await
}

async fn look(
    app: &App,
    network_id: Uuid,
    units: Vec<Unit>,
    offered: Vec<Activity>,
    today: NaiveDate,
) -> Result<Look> {
    let from = first_day(today);
    let ids: Vec<Uuid> = units.iter().map(|unit| unit.id).collect();
    let entries = store::entries(&app.db, network_id, &ids, (from, today)).await?;
    let mut by_unit: HashMap<Uuid, Vec<&Seen>> = HashMap::new();
    for it in &entries {
        by_unit.entry(it.unit_id).or_default().push(it);
    }
    let months = months(app, network_id, &ids, (from, today)).await?;
    let (mut coverage, mut findings, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    let mut quiet = HashSet::new();
    for unit in &units {
        let own = by_unit.get(&unit.id).map_or(&[][..], Vec::as_slice);
        let of_unit: Vec<&Activity> = offered.iter().filter(|it| it.unit_id == unit.id).collect();
        coverage.push(rules::weeks((from, today), |day| unit.open_on(day), &of_unit, own));
        findings.extend(rules::findings(own, from));
        pairs.extend(rules::at_once(own));
        if let Some(months) = months.get(&unit.id) {
            // A month in which it opened or closed is no whole one.
            let open =
                months.iter().filter(|(month, _)| unit.opened_on <= **month).map(|(at, it)| (*at, *it));
            let until = unit.closed_on.map_or(today, |closed| closed.min(today));
            findings.extend(rules::jumps(unit.id, &open.collect(), (from, until)));
        }
        let since = today - Days::new(FIRST);
        if !own.iter().any(|it| it.date > since) {
            quiet.insert(unit.id);
        }
    }
    findings.extend(alike(app, network_id, pairs).await?);
    settled_out(app, network_id, &units, (from, today), &mut findings).await?;
    add_authors(app, network_id, &units, &mut findings).await?;
    findings.sort_by(|a, b| (b.known_on, a.unit_id, &a.key).cmp(&(a.known_on, b.unit_id, &b.key)));
    let standing = store::standing(&app.db, network_id, &ids).await?;
    Ok(Look {
        today,
        units,
        activities: offered.into_iter().map(|it| (it.id, it)).collect(),
        coverage,
        findings,
        standing: standing
            .into_iter()
            .map(|it| ((it.unit_id, it.kind.clone(), it.key.clone()), it))
            .collect(),
        quiet,
    })
}

async fn months(
    app: &App,
    network_id: Uuid,
    ids: &[Uuid],
    (from, today): (NaiveDate, NaiveDate),
) -> Result<HashMap<Uuid, BTreeMap<NaiveDate, Month>>> {
    let first = from.with_day(1).unwrap_or(from);
    let first = first.checked_sub_months(Months::new(MONTHS_BEFORE)).unwrap_or(first);
    let mut months: HashMap<Uuid, BTreeMap<NaiveDate, Month>> = HashMap::new();
    for kept in totals::months_of(&app.db, network_id, ids, (first, today)).await? {
        let sheet = kept.sheet()?;
        // How many came to talk alone is told nowhere here, not even as a part of a sum.
        let others = sheet.kinds.iter().filter(|((kind, _), _)| *kind != Kind::OneToOne);
        let sums: totals::Sums = others.map(|(_, sums)| *sums).sum();
        if sums.held > 0 {
            let month = Month { visits: sums.visits(), minutes: sums.duration_min };
            months.entry(kept.unit_id).or_default().insert(kept.from, month);
        }
    }
    Ok(months)
}

async fn alike(app: &App, network_id: Uuid, mut pairs: Vec<(&Seen, &Seen)>) -> Result<Vec<Finding>> {
    pairs.sort_by_key(|(_, it)| (it.date, it.id));
    let pairs = &pairs[pairs.len().saturating_sub(MOST_PAIRS)..];
    let mut ids: Vec<Uuid> = pairs.iter().flat_map(|(a, b)| [a.id, b.id]).collect();
    ids.sort_unstable();
    ids.dedup();
    let stored = activities::entries_of_ids(&app.db, network_id, &ids).await?;
    let counts: HashMap<Uuid, _> = stored.iter().map(|it| (it.entry.id, &it.entry.counts)).collect();
    let of_pair = |(a, b): &(&Seen, &Seen)| rules::alike((a, b), (counts.get(&a.id)?, counts.get(&b.id)?));
    Ok(pairs.iter().filter_map(of_pair).collect())
}

/// Nobody is asked about what a closed period holds: nothing in it changes any more.
async fn settled_out(
    app: &App,
    network_id: Uuid,
    units: &[Unit],
    (from, today): (NaiveDate, NaiveDate),
    findings: &mut Vec<Finding>,
) -> Result<()> {
    let edges: Vec<(Uuid, NaiveDate)> =
        units.iter().flat_map(|unit| [(unit.id, from), (unit.id, today)]).collect();
    let calendar = periods::calendar(&app.db, network_id, &edges).await?;
    findings.retain(|it| {
        let until = it.days.1.succ_opt().unwrap_or(it.days.1);
        calendar.closed_throughout(it.unit_id, it.days.0, until).is_none()
    });
    Ok(())
}

async fn add_authors(app: &App, network_id: Uuid, units: &[Unit], findings: &mut [Finding]) -> Result<()> {
    let mut ids: Vec<Uuid> = findings.iter().flat_map(|it| it.entries.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let written: HashMap<Uuid, (Option<Uuid>, DateTime<Utc>)> = store::written(&app.db, network_id, &ids)
        .await?
        .into_iter()
        .map(|(id, by, at)| (id, (by, at)))
        .collect();
    for it in findings {
        let of_entries = || it.entries.iter().filter_map(|id| written.get(id));
        let mut authors: Vec<Uuid> = of_entries().filter_map(|(by, _)| *by).collect();
        authors.sort_unstable();
        authors.dedup();
        let last = of_entries().map(|(_, at)| *at).max();
        let zone = units.iter().find(|unit| unit.id == it.unit_id).map(|unit| unit.zone);
        if let Some((at, zone)) = last.zip(zone) {
            it.known_on = it.known_on.max(Day::Now(at).in_zone(zone));
        }
        it.authors = authors;
    }
    Ok(())
}

impl Look {
    pub fn unit(&self, id: Uuid) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    fn standing_of(&self, it: &Finding) -> Option<&Standing> {
        self.standing.get(&(it.unit_id, it.subject().code().to_owned(), it.key.clone()))
    }

    /// Whether somebody may see a finding, now or later.
    fn sight(&self, me: &Me, it: &Finding) -> Sight {
        let Some(unit) = self.unit(it.unit_id) else { return Sight::NotTheirs };
        let told_on = self.standing_of(it).and_then(|it| it.told_on);
        rules::sight(it, told_on, eyes(me, unit), self.today, self.quiet.contains(&it.unit_id))
    }

    pub fn sorted(&self, me: &Me) -> Sorted<'_> {
        let mut sorted = Sorted { open: Vec::new(), theirs_first: 0, dismissed: Vec::new() };
        for it in &self.findings {
            let answered = self.standing_of(it).filter(|it| it.dismissed_at.is_some());
            match (self.sight(me, it), answered) {
                (Sight::NotTheirs, _) => {}
                (_, Some(standing)) => sorted.dismissed.push((it, standing)),
                (Sight::Shown, None) => sorted.open.push(it),
                (Sight::TheirsFirst, None) => sorted.theirs_first += 1,
            }
        }
        sorted
    }

    /// The finding of a unit with this key, if this person may answer it.
    pub fn answerable(&self, me: &Me, unit_id: Uuid, subject: Subject, key: &str) -> Option<&Finding> {
        let is = |it: &&&Finding| it.unit_id == unit_id && it.subject() == subject && it.key == key;
        self.sorted(me).open.iter().find(is).copied()
    }

    /// Puts down what of this somebody who records was shown for the first time.
    pub async fn told(&self, app: &App, me: &Me, shown: &[&Finding]) -> Result<()> {
        let mut fresh: BTreeMap<Uuid, Vec<(&str, &str)>> = BTreeMap::new();
        for it in shown.iter().filter(|it| self.standing_of(it).is_none_or(|it| it.told_on.is_none())) {
            let theirs = self.unit(it.unit_id).is_some_and(|unit| {
                let eyes = eyes(me, unit);
                eyes.records && (!eyes.watches || it.authors.contains(&me.id))
            });
            if theirs {
                fresh.entry(it.unit_id).or_default().push((it.subject().code(), &it.key));
            }
        }
        let Some(network_id) = self.units.first().map(|unit| unit.network.id) else { return Ok(()) };
        if fresh.is_empty() {
            return Ok(());
        }
        let mut tx = app.db.begin().await?;
        for (unit_id, found) in fresh {
            store::tell(&mut tx, network_id, unit_id, &found, self.today).await?;
        }
        Ok(tx.commit().await?)
    }
}

fn eyes(me: &Me, unit: &Unit) -> Eyes {
    let place = unit.as_place();
    Eyes {
        person: me.id,
        records: me.may(Act::Record, &place),
        watches: me.may(Act::Watch, &place),
        sees_staff: me.may(Act::SeeStaffTime, &place),
    }
}
