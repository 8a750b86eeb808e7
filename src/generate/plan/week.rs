//! One week of one unit: what took place, what was called off, what was written down of it.

use chrono::{Datelike, Days, NaiveDate};

use super::Plan;
use super::calendar::{crowd, going_on, school, shut, weekday_crowd};
use super::chance::{Chance, mix};
use super::counts::counts;
use super::notes;
use super::offer::{Offer, Rhythm};
use super::programme::PlannedActivity;
use super::slips;
use super::tree::{Recorder, Size};
use crate::activities::{CountMethod, Counts};
use crate::vocabulary::{Kind, PlaceKind};

/// Called off, for the reason with this code.
pub type Cancelled = &'static str;

/// An entry without ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedEntry {
    /// Place in `Plan::activities`.
    pub activity: usize,
    pub date: NaiveDate,
    pub start_min: Option<i64>,
    pub duration_min: i64,
    pub cancelled: Option<Cancelled>,
    pub created_min: i64,
    pub counts: Counts,
    pub first_visits: Option<i64>,
    pub staff_count: Option<i64>,
    pub staff_min: Option<i64>,
    pub prep_min: Option<i64>,
    pub volunteer_count: Option<i64>,
    pub volunteer_min: Option<i64>,
    pub count_method: CountMethod,
    pub copied_counts: bool,
    /// The days of a camp carry the same number.
    pub series: Option<u64>,
    pub note: Option<&'static str>,
    /// That the main tag, the main field was left out.
    pub without: (bool, bool),
    /// Recorded by the worker of the unit, else by its mentor.
    pub by_worker: bool,
}

struct Drawing<'a> {
    plan: &'a Plan,
    recorder: &'a Recorder,
    chance: Chance,
    found: Vec<PlannedEntry>,
}

pub fn of(plan: &Plan, recorder: usize, monday: NaiveDate) -> Vec<PlannedEntry> {
    let week = u64::from(monday.num_days_from_ce().unsigned_abs());
    let own = mix(plan.wanted.seed, &[5, recorder as u64, week]);
    let unit = &plan.tree.recorders[recorder];
    let mut drawing = Drawing { plan, recorder: unit, chance: Chance::of(own, &[0]), found: Vec::new() };
    for (at, activity) in plan.offered_by(recorder) {
        drawing.irregular(at, activity, monday);
    }
    // Drawn apart and last, day by day: a shorter stretch of time is the beginning of a longer one.
    drawing.chance = Chance::of(own, &[1]);
    for date in monday.iter_days().take(7) {
        for (at, activity) in plan.offered_by(recorder) {
            drawing.usual(at, activity, date);
        }
    }
    let opened = plan.tree.unit(unit).opened_on;
    let mut found = drawing.found;
    found.retain(|entry| {
        let gap = unit.gaps.iter().any(|(first, last)| (*first..=*last).contains(&entry.date));
        let (first, last) = (plan.wanted.first_day().max(opened), plan.wanted.last_recorded);
        let activity = &plan.activities[entry.activity];
        let offered =
            activity.from_on <= entry.date && activity.until_on.is_none_or(|until| entry.date < until);
        offered && (first..=last).contains(&entry.date) && !gap
    });
    for entry in &mut found {
        // Drawn for each by itself, so that nothing else is drawn otherwise.
        let day = u64::from(entry.date.num_days_from_ce().unsigned_abs());
        let mut chance = Chance::of(own, &[2, entry.activity as u64, day]);
        entry.without = (chance.yes(0.04), chance.yes(0.06));
    }
    slips::add(plan, recorder, &mut found);
    found.sort_by_key(|entry| (entry.date, entry.start_min, entry.activity));
    found
}

impl Drawing<'_> {
    /// What is on every week.
    fn usual(&mut self, at: usize, activity: &PlannedActivity, date: NaiveDate) {
        let today = i64::from(date.weekday().number_from_monday());
        let Some(usual) = activity.weekdays.iter().find(|usual| usual.weekday == today) else { return };
        if shut(date) || (activity.offer.rhythm == Rhythm::SchoolDays && !school(date)) {
            return;
        }
        if self.chance.yes(going_on(date)) {
            let entry = self.entry(at, activity, date, usual.start_min);
            self.found.push(entry);
        }
    }

    /// What comes up now and then.
    fn irregular(&mut self, at: usize, activity: &PlannedActivity, monday: NaiveDate) {
        let (often, days): (f64, &[u64]) = match activity.offer.rhythm {
            Rhythm::Workdays(often) => (often, &[0, 1, 2, 3, 4]),
            Rhythm::Weekends(often) => (often, &[4, 5, 5, 5, 6]),
            Rhythm::Series { month, days } => return self.series(at, activity, monday, month, days),
            Rhythm::Weekly | Rhythm::SchoolDays => return,
        };
        let mut left = often * activity.often;
        let mut taken = Vec::new();
        while left > 0.0 {
            let date = monday + Days::new(self.chance.pick(days));
            let comes = self.chance.yes(left.min(1.0)) && self.chance.yes(going_on(date));
            left -= 1.0;
            if comes && !shut(date) && !taken.contains(&date) {
                taken.push(date);
                let start = activity.start + 30 * self.chance.between(-2, 2);
                let entry = self.entry(at, activity, date, start);
                self.found.push(entry);
            }
        }
    }

    /// Days in a row in the second full week of their month.
    fn series(&mut self, at: usize, activity: &PlannedActivity, monday: NaiveDate, month: u32, days: u64) {
        if monday.month() != month || !(8..=14).contains(&monday.day()) {
            return;
        }
        let number = u64::from(monday.year().unsigned_abs());
        for day in 0..days {
            let mut entry = self.entry(at, activity, monday + Days::new(day), activity.start);
            entry.cancelled = None;
            entry.series = Some(number);
            self.found.push(entry);
        }
    }

    fn entry(&mut self, at: usize, activity: &PlannedActivity, date: NaiveDate, start: i64) -> PlannedEntry {
        let offer = activity.offer;
        let duration = self.duration(activity);
        let start_min = (!self.chance.yes(0.004)).then_some(start);
        let cancelled = self.cancelled(offer, date);
        let mut entry = PlannedEntry {
            activity: at,
            date,
            start_min,
            duration_min: duration,
            cancelled,
            created_min: 0,
            counts: Counts::default(),
            first_visits: None,
            staff_count: None,
            staff_min: None,
            prep_min: None,
            volunteer_count: None,
            volunteer_min: None,
            count_method: self.method(offer, date),
            copied_counts: false,
            series: None,
            note: None,
            without: (false, false),
            by_worker: self.chance.yes(0.7),
        };
        if cancelled.is_none() {
            self.held(&mut entry, activity);
        }
        let fitting = notes::fitting(offer, cancelled.is_some());
        if !fitting.is_empty() && self.chance.yes(if cancelled.is_some() { 0.5 } else { 0.17 }) {
            entry.note = Some(self.chance.pick(fitting));
        }
        entry
    }

    fn held(&mut self, entry: &mut PlannedEntry, activity: &PlannedActivity) {
        let offer = activity.offer;
        let open = offer.kind == Kind::Open;
        let expected = match offer.kind {
            Kind::OneToOne => 1.0,
            _ => activity.heads * crowd(entry.date) * if open { weekday_crowd(entry.date) } else { 1.0 },
        };
        let nobody = open && self.chance.yes(0.012);
        let total = match offer.kind {
            _ if nobody => 0,
            Kind::OneToOne => 1,
            _ => self.chance.around(expected).max(i64::from(!open)),
        };
        entry.created_min = if total == 0 { 0 } else { self.created(entry, offer) };
        let same = self.found.iter().rev().find(|before| {
            before.activity == entry.activity
                && before.cancelled.is_none()
                && before.counts.participant.is_some()
        });
        match same.map(|before| (before.counts.clone(), before.created_min)) {
            // "Same as last time", where the days follow each other.
            Some((before, created_min)) if open && total > 0 && self.chance.yes(0.06) => {
                entry.counts = before;
                entry.created_min = created_min.min(entry.duration_min);
                entry.copied_counts = true;
            }
            // Now and then nobody counted.
            _ if self.chance.yes(0.008) => {}
            _ => entry.counts = counts(total, entry.created_min > 0, offer, &mut self.chance),
        }
        if open && self.chance.yes(0.3) {
            let new = [0.5, 0.3, 0.15, 0.05];
            let new = i64::try_from(self.chance.weighted(&new)).unwrap_or(0);
            entry.first_visits = entry.counts.visits().map(|visits| new.min(visits));
        }
        self.staff(entry, offer);
    }

    fn duration(&mut self, activity: &PlannedActivity) -> i64 {
        if self.chance.yes(0.2) {
            (activity.lasts + 15 * self.chance.between(-2, 2)).max(15)
        } else {
            activity.lasts
        }
    }

    fn cancelled(&mut self, offer: &Offer, date: NaiveDate) -> Option<Cancelled> {
        if !self.chance.yes(0.016) {
            return None;
        }
        let outside = offer.place_kind == PlaceKind::Street || offer.tag == "sport";
        Some(match offer.kind {
            _ if outside && self.chance.yes(0.6) => "weather",
            Kind::Group | Kind::Event if self.chance.yes(0.35) => "no_young_people",
            _ if matches!(date.month(), 1 | 2 | 11 | 12) && self.chance.yes(0.7) => "staff",
            _ => self.chance.pick(&["staff", "staff", "premises", "other"]),
        })
    }

    /// Rises from 16 % in the first year to 26 % in the running one (published: 16 to 27 %).
    fn created(&mut self, entry: &PlannedEntry, offer: &Offer) -> i64 {
        let first = self.plan.wanted.first_day().year();
        let gone = f64::from(entry.date.year() - first) / f64::from(self.plan.wanted.years.max(1));
        let kind = match offer.kind {
            Kind::Open => 0.92,
            Kind::Group => 1.3,
            Kind::Project => 1.8,
            Kind::Event => 1.6,
            Kind::OneToOne => 0.0,
        };
        // A quarter, half or all of the time: 0.575 on average.
        let share = (0.16 + 0.10 * gone) * kind * self.recorder.created;
        if !self.chance.yes(share / 0.575) {
            return 0;
        }
        entry.duration_min * [1, 2, 4][self.chance.weighted(&[0.3, 0.4, 0.3])] / 4
    }

    fn staff(&mut self, entry: &mut PlannedEntry, offer: &Offer) {
        if !self.chance.yes(self.recorder.staff_habit) {
            return;
        }
        let visits = entry.counts.visits().unwrap_or(0);
        let people = 1 + i64::from(visits > 12) + i64::from(visits > 35);
        entry.staff_count = Some(people);
        entry.staff_min = Some(people * entry.duration_min);
        if self.chance.yes(0.4) {
            entry.prep_min =
                Some(15 * self.chance.between(1, 6) * if offer.kind == Kind::Event { 4 } else { 1 });
        }
        let learning = offer.tag == "learning_help" || offer.kind == Kind::Event;
        if offer.kind != Kind::OneToOne && self.chance.yes(if learning { 0.4 } else { 0.1 }) {
            let helpers = self.chance.between(1, 3);
            entry.volunteer_count = Some(helpers);
            entry.volunteer_min = Some(helpers * entry.duration_min.min(120));
        }
    }

    fn method(&mut self, offer: &Offer, date: NaiveDate) -> CountMethod {
        // The first two months came from the spreadsheets used before.
        let first = self.plan.wanted.first_day();
        if self.recorder.size == Size::Small && (date - first).num_days() < 60 {
            return CountMethod::Imported;
        }
        let among = match offer.kind {
            Kind::Group | Kind::Project => [0.40, 0.52, 0.04, 0.04],
            Kind::Event => [0.25, 0.05, 0.0, 0.70],
            Kind::OneToOne => [1.0, 0.0, 0.0, 0.0],
            Kind::Open => [0.82, 0.0, 0.04, 0.14],
        };
        let methods =
            [CountMethod::Counted, CountMethod::Register, CountMethod::CheckedIn, CountMethod::Estimated];
        methods[self.chance.weighted(&among)]
    }
}
