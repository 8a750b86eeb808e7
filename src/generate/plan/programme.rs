//! What each unit offers: its open rooms, its groups, and what comes up now and then.

use chrono::{Datelike, NaiveDate};

use super::Wanted;
use super::calendar::day;
use super::chance::Chance;
use super::offer::{Offer, Rhythm};
use super::offers::{CAMP, EVENTS, GROUPS, LEARNING, NATIONAL, OPEN, PROJECTS, ROOMS, TALKS};
use super::tree::{Recorder, Size, Tree};
use crate::activities::Weekday;

#[derive(Clone, Debug)]
pub struct PlannedActivity {
    /// Place in `Tree::units`.
    pub unit: usize,
    pub code: String,
    pub offer: &'static Offer,
    pub weekdays: Vec<Weekday>,
    pub start: i64,
    pub lasts: i64,
    /// Heads on a usual day here.
    pub heads: f64,
    /// How often against the offer's own rhythm.
    pub often: f64,
    pub from_on: NaiveDate,
    /// First day it is no longer offered.
    pub until_on: Option<NaiveDate>,
    /// Names the network's common project.
    pub in_project: bool,
}

/// By size: days of the open room, of learning help, of each further room; number of groups; how often the rest.
struct Scale {
    open: &'static [i64],
    learning: &'static [i64],
    rooms: &'static [&'static [i64]],
    groups: usize,
    often: f64,
    crowd: f64,
}

fn scale(size: Size) -> Scale {
    match size {
        Size::Small => Scale {
            open: &[2, 3, 4, 5, 6],
            learning: &[1, 3],
            rooms: &[&[1, 5]],
            groups: 2,
            often: 0.55,
            crowd: 0.82,
        },
        Size::Medium => Scale {
            open: &[2, 3, 4, 5, 6],
            learning: &[1, 2, 3, 4],
            rooms: &[&[1, 3, 5]],
            groups: 4,
            often: 1.0,
            crowd: 1.0,
        },
        Size::Large => Scale {
            open: &[2, 3, 4, 5, 6, 7],
            learning: &[1, 2, 3, 4],
            rooms: &[&[1, 2, 3, 4, 5], &[1, 4, 6]],
            groups: 8,
            often: 1.8,
            crowd: 1.17,
        },
        Size::National => Scale { open: &[], learning: &[], rooms: &[], groups: 0, often: 1.0, crowd: 1.0 },
    }
}

struct Maker<'a> {
    recorder: &'a Recorder,
    from_on: NaiveDate,
    often: f64,
    crowd: f64,
    all: Vec<PlannedActivity>,
}

impl Maker<'_> {
    /// Adds an activity on these weekdays, all at the same hour, shifted a little from the offer's own.
    fn add(&mut self, offer: &'static Offer, days: &[i64], chance: &mut Chance) -> &mut PlannedActivity {
        let start = offer.start + 30 * chance.between(-1, 1);
        let lasts = offer.lasts + 15 * chance.between(-1, 1) * i64::from(offer.lasts > 60);
        let weekdays =
            days.iter().map(|weekday| Weekday { weekday: *weekday, start_min: start, duration_min: lasts });
        self.all.push(PlannedActivity {
            unit: self.recorder.unit,
            code: offer.code.to_owned(),
            offer,
            weekdays: weekdays.collect(),
            start,
            lasts,
            heads: if offer.heads > 1.0 { offer.heads * self.crowd } else { offer.heads },
            often: self.often,
            from_on: self.from_on,
            until_on: None,
            in_project: false,
        });
        let last = self.all.len() - 1;
        &mut self.all[last]
    }
}

/// The activities of one unit that records.
pub fn of(wanted: &Wanted, tree: &Tree, at: usize) -> Vec<PlannedActivity> {
    let recorder = &tree.recorders[at];
    let mut chance = Chance::of(wanted.seed, &[4, at as u64]);
    let scale = scale(recorder.size);
    let from_on = tree.unit(recorder).opened_on.max(wanted.first_day());
    let crowd = scale.crowd * (0.88 + 0.24 * chance.share());
    let mut made = Maker { recorder, from_on, often: scale.often, crowd, all: Vec::new() };
    if recorder.size == Size::National {
        for offer in &NATIONAL {
            let days: &[i64] = if offer.rhythm == Rhythm::SchoolDays { &[3] } else { &[] };
            made.add(offer, days, &mut chance);
        }
        return made.all;
    }
    made.add(&OPEN, scale.open, &mut chance);
    made.add(&LEARNING, scale.learning, &mut chance);
    let first_room = chance.between(0, 5);
    for (room, days) in (first_room..).zip(scale.rooms) {
        made.add(&ROOMS[usize::try_from(room).unwrap_or(0) % ROOMS.len()], days, &mut chance);
    }
    add_groups(wanted, &mut made, scale.groups, &mut chance);
    for offer in [&EVENTS, &TALKS] {
        made.add(offer, &[], &mut chance);
    }
    if recorder.in_project || chance.yes(0.6) {
        let project = made.add(&PROJECTS, &[], &mut chance);
        project.in_project = recorder.in_project;
        // What some leave out, the others do more often.
        project.often *= 1.25;
    }
    if chance.yes(0.55) {
        made.add(&CAMP, &[], &mut chance);
    }
    made.all
}

/// Groups on different days. The last one changes after the second summer, for its members grew up.
fn add_groups(wanted: &Wanted, made: &mut Maker<'_>, groups: usize, chance: &mut Chance) {
    let first = usize::try_from(chance.between(0, 14)).unwrap_or(0);
    // 4 and 15 have no common factor: no group twice before all were there.
    let group = |n: usize| &GROUPS[(first + n * 4) % GROUPS.len()];
    let weekday = |n: usize| [[2, 4, 3, 5, 1][n % 5]];
    for n in 0..groups {
        made.add(group(n), &weekday(n), chance);
    }
    let summer = day(wanted.first_day().year() + 1, 7, 1);
    let autumn = day(summer.year(), 9, 1);
    if made.from_on < summer && autumn < wanted.until {
        if let Some(ending) = made.all.last_mut() {
            ending.until_on = Some(summer);
        }
        made.add(group(groups), &weekday(groups - 1), chance).from_on = autumn;
    }
}
