//! What is in a period of a branch: what was recorded, and what is still to be done before it is closed.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Path;
use crate::activities::{self, Activity, Recorded, Waiting};
use crate::app::App;
use crate::error::Result;
use crate::measures::{self, Ask, Length, Period, Question, Sums};
use crate::periods::{self, Calendar, Stretch, Whole};
use crate::units::{self, Unit};

/// A usual time of an activity that nothing was recorded for.
pub struct Missing {
    pub unit_id: Uuid,
    pub activity_id: Uuid,
    pub date: NaiveDate,
    pub start_min: i64,
}

pub struct Inside {
    /// As the measures count it.
    pub sums: Sums,
    pub called_off: i64,
    pub waiting: Vec<Waiting>,
    /// Up to yesterday, and only on days that are still open.
    pub missing: Vec<Missing>,
    /// Every unit that may be named here, by id.
    pub units: HashMap<Uuid, Unit>,
    pub activities: HashMap<Uuid, Activity>,
    /// The others that stood below on a day of it and record, in the order of the tree.
    pub below: Vec<Uuid>,
    /// What is closed around it, of all of these.
    pub calendar: Calendar,
}

/// The period as figures know it.
pub fn figures_of(unit: &Unit, period: Whole) -> Period {
    let length = if period.is_year() { Length::Year } else { Length::Month };
    Period::around(length, period.from(), unit.network.school_year_start)
}

/// Days on which units stood in the branch.
struct Stood(HashMap<Uuid, Vec<Stretch>>);

impl Stood {
    fn has(&self, unit_id: Uuid, day: NaiveDate) -> bool {
        self.0.get(&unit_id).is_some_and(|all| all.iter().any(|it| it.from <= day && day < it.until))
    }
}

pub async fn inside(app: &App, unit: &Unit, period: Whole, today: NaiveDate) -> Result<Inside> {
    let network_id = unit.network.id;
    let days = (period.from(), period.until());
    let figures = figures_of(unit, period);
    let question = Question::new(network_id, unit.path.clone(), figures);
    let sums = measures::open(&app.db, network_id, &[Ask::whole(figures)]).await?.total(&question);

    let mut stood: HashMap<Uuid, Vec<Stretch>> = HashMap::new();
    for stretch in periods::below(&app.db, network_id, unit.id, days).await? {
        stood.entry(stretch.unit_id).or_default().push(stretch);
    }
    let ids: Vec<Uuid> = stood.keys().copied().chain([unit.id]).collect();
    let stood = Stood(stood);
    let root = unit.path.ids().first().map_or_else(|| unit.path.clone(), |id| Path::root(*id));
    // What stood here once may stand elsewhere now.
    let all = units::branch_of(&app.db, network_id, &root, app.clock.day()).await?;
    let offered = activities::activities_of_branch(&app.db, network_id, &root, today).await?;
    let edges: Vec<(Uuid, NaiveDate)> =
        ids.iter().flat_map(|id| [(*id, period.from()), (*id, period.last())]).collect();
    let calendar = periods::calendar(&app.db, network_id, &edges).await?;

    let slots = activities::slots(&app.db, network_id, &ids, days).await?;
    let mut recorded: HashMap<(Uuid, NaiveDate), Vec<Recorded>> = HashMap::new();
    let mut called_off = 0;
    for slot in slots.iter().filter(|slot| stood.has(slot.unit_id, slot.local_date)) {
        called_off += i64::from(slot.status != activities::Status::Held.code());
        let of_day = recorded.entry((slot.activity_id, slot.local_date)).or_default();
        of_day.push((slot.start_min, slot.duration_min));
    }
    let mut waiting = activities::waiting_in(&app.db, network_id, &ids, days).await?;
    waiting.retain(|it| stood.has(it.unit_id, it.local_date));

    let units: HashMap<Uuid, Unit> = all.iter().map(|unit| (unit.id, unit.clone())).collect();
    let mut missing = Vec::new();
    // What was usual then, though it is no longer.
    for activity in offered.iter().filter(|it| !it.weekdays.is_empty() || !it.former.is_empty()) {
        let Some(of) = units.get(&activity.unit_id) else { continue };
        let over = period.from().iter_days().take_while(|day| *day < period.until().min(today));
        let open = over.filter(|day| {
            of.open_on(*day) && stood.has(of.id, *day) && calendar.closed(of.id, *day).is_none()
        });
        for date in open {
            let done = recorded.get(&(activity.id, date)).map_or(&[][..], Vec::as_slice);
            missing.extend(activities::missing(activity, date, done).into_iter().map(|usual| Missing {
                unit_id: of.id,
                activity_id: activity.id,
                date,
                start_min: usual.start_min,
            }));
        }
    }
    missing.sort_by_key(|it| (it.date, it.start_min, it.activity_id));
    let below = all.iter().filter(|it| it.id != unit.id && it.may_record && stood.0.contains_key(&it.id));
    Ok(Inside {
        sums,
        called_off,
        waiting,
        missing,
        below: below.map(|it| it.id).collect(),
        units,
        activities: offered.into_iter().map(|activity| (activity.id, activity)).collect(),
        calendar,
    })
}
