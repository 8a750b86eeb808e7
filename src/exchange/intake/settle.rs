//! Holding rows against what stands: which are new, which stand already, which say something else.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::heading::Meaning;
use super::overlay::Under;
use super::plan::{Difference, Ground, Matched, Plan, Revised, Said, Source};
use super::problem::Problem;
use crate::activities::{CountMethod, Entry, Status, Stored, There, UNKNOWN, record};
use crate::clock::Ids;
use crate::exchange::columns::Column;
use crate::vocabulary::Part;

/// The entry a row is, if it is one that stands (or stood).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    New,
    /// By its identity.
    Known(Uuid),
    /// By its activity, day and time: somebody recorded it otherwise.
    Alike(Uuid),
}

/// Finds out which entry each row is. `known` are entries by identity, `stored` those with an id that a row names, `there`
/// what counts on the days of the file. No entry is two rows.
pub fn claims(
    matched: &Matched,
    source: &Source<'_>,
    known: &HashMap<Vec<u8>, Uuid>,
    stored: &HashSet<Uuid>,
    there: &[There],
) -> Vec<Claim> {
    let mut taken: HashSet<Uuid> = HashSet::new();
    let mut claims = vec![Claim::New; matched.wanted.len()];
    for (claim, wanted) in claims.iter_mut().zip(&matched.wanted) {
        let by_id = wanted.own_id.filter(|id| stored.contains(id));
        if let Some(id) = by_id.or_else(|| known.get(&wanted.identity).copied())
            && taken.insert(id)
        {
            *claim = Claim::Known(id);
        }
    }
    let mut by_day: HashMap<(Uuid, NaiveDate), Vec<&There>> = HashMap::new();
    for it in there {
        by_day.entry((it.activity_id, it.local_date)).or_default().push(it);
    }
    // The same beginning first: of two evenings a day, each finds its own.
    for exact in [true, false] {
        for (claim, wanted) in
            claims.iter_mut().zip(&matched.wanted).filter(|(claim, _)| **claim == Claim::New)
        {
            let line = &source.lines[wanted.line];
            let Some(of_day) = by_day.get(&(matched.activities[wanted.activity].id, line.date)) else {
                continue;
            };
            let length =
                line.length.or_else(|| Some((line.end? - line.start?).rem_euclid(1440))).unwrap_or(0);
            let fits = |it: &&&There| {
                !taken.contains(&it.id)
                    && match (it.start_min, wanted.start) {
                        (is, start) if exact => is == start,
                        (None, _) | (_, None) => true,
                        (Some(is), Some(start)) => is < start + length && start < is + it.duration_min,
                    }
            };
            if let Some(found) = of_day.iter().find(fits) {
                taken.insert(found.id);
                *claim = Claim::Alike(found.id);
            }
        }
    }
    claims
}

/// The plan: every row against its entry.
pub fn settled(
    source: &Source<'_>,
    ground: &Ground,
    matched: Matched,
    claims: &[Claim],
    stored: &HashMap<Uuid, Stored>,
    ids: &Ids,
) -> Plan {
    let mut plan =
        Plan { problems: matched.problems, made: matched.made, earlier: matched.earlier, ..Plan::default() };
    let activities = matched.activities;
    for (wanted, claim) in matched.wanted.into_iter().zip(claims) {
        let (at, unit) = (wanted.line, &ground.units[wanted.unit]);
        let found = match claim {
            Claim::New => None,
            Claim::Known(id) | Claim::Alike(id) => stored.get(id),
        };
        if let Some(found) = found
            && found.entry.unit_id != unit.id
        {
            let what = Meaning::Own(Column::Entry);
            plan.problems.push(source.problem(at, Some(&what), "import-id-elsewhere"));
            continue;
        }
        let activity = &activities[wanted.activity];
        let staff = found.is_none_or(|it| ground.sees_staff(it));
        plan.staff_kept += usize::from(!staff && source.lines[at].says_staff());
        let under = Under { ground, source, at, unit, activity, before: found.map(|it| &it.entry), staff };
        let id = wanted.own_id.filter(|_| found.is_none()).unwrap_or_else(|| ids.ordered());
        let mut entry = match under.entry(id) {
            Ok(entry) => entry,
            Err(wrong) => {
                wrong.into_iter().for_each(|problem| plan.problems.push(problem));
                continue;
            }
        };
        let Some(found) = found else {
            if tell(source, &mut plan, at, &entry, unit, activity, ground.today) {
                plan.count(&entry);
                plan.new.push((at, wanted.identity, entry));
            }
            continue;
        };
        entry.activity_id = activity.id;
        plan.count(&entry);
        if found.entry.deleted {
            plan.gone.push(at);
            if !ground.wish.update {
                continue;
            }
            entry.deleted = false;
        }
        if entry == found.entry {
            plan.same += 1;
            plan.by_hand += usize::from(matches!(claim, Claim::Alike(_)));
            continue;
        }
        if ground.wish.update && !tell(source, &mut plan, at, &entry, unit, activity, ground.today) {
            continue;
        }
        let differ = differences(&found.entry, &entry);
        plan.revised.push(Revised {
            line: at,
            identity: wanted.identity,
            stored: found.clone(),
            entry,
            differ,
        });
    }
    plan.activities = activities;
    plan
}

/// Tells what stops an entry; true where nothing does.
fn tell(
    source: &Source<'_>,
    plan: &mut Plan,
    at: usize,
    entry: &Entry,
    unit: &crate::units::Unit,
    activity: &crate::activities::Activity,
    today: NaiveDate,
) -> bool {
    let problems = record::examine(entry, unit, activity, today);
    for problem in &problems {
        let what = match problem.field {
            "activity" => Column::Activity,
            "end" => Column::DurationMin,
            "created" => Column::CreatedMin,
            "note" => Column::Note,
            "first_visits" => Column::FirstVisits,
            "staff_count" => Column::StaffCount,
            "staff_hours" => Column::StaffMin,
            "prep_hours" => Column::PrepMin,
            "volunteer_count" => Column::VolunteerCount,
            "volunteer_hours" => Column::VolunteerMin,
            _ => Column::Date,
        };
        let at = source.problem(at, Some(&Meaning::Own(what)), problem.key);
        plan.problems.push(Problem { args: problem.args.clone(), ..at });
    }
    problems.is_empty()
}

/// What two bodies of an entry say otherwise.
pub fn differences(is: &Entry, file: &Entry) -> Vec<Difference> {
    let number = |n: Option<i64>| n.map_or(Said::Nothing, Said::Number);
    let length = |n: Option<i64>| n.map_or(Said::Nothing, Said::Length);
    let text = |it: &str| Said::Text(it.to_owned());
    let all = |entry: &Entry| -> Vec<(Column, Said)> {
        let mut all = vec![
            (Column::Date, Said::Day(entry.local_date)),
            (Column::Start, entry.start_min.map_or(Said::Nothing, Said::Clock)),
            (Column::DurationMin, Said::Length(entry.duration_min)),
            (Column::CreatedMin, Said::Length(entry.created_min)),
        ];
        for part in Part::ALL {
            let heads = entry.counts.of(*part);
            all.push((Column::Total(*part), number(heads.map(|it| it.total))));
            for gender in crate::vocabulary::Gender::ALL {
                let n = heads.and_then(|it| it.gender.get(gender).copied());
                all.push((Column::Gender(*part, *gender), number(n)));
            }
        }
        all.extend([
            (Column::FirstVisits, number(entry.first_visits)),
            (Column::StaffCount, number(entry.staff_count)),
            (Column::StaffMin, length(entry.staff_min)),
            (Column::PrepMin, length(entry.prep_min)),
            (Column::VolunteerCount, number(entry.volunteer_count)),
            (Column::VolunteerMin, length(entry.volunteer_min)),
            (Column::Note, entry.note.as_deref().map_or(Said::Nothing, text)),
        ]);
        all
    };
    let mut found: Vec<Difference> = all(is)
        .into_iter()
        .zip(all(file))
        .filter(|((_, is), (_, file))| is != file)
        .map(|((what, is), (_, file))| Difference { what: Meaning::Own(what), is, file })
        .collect();
    // What is told by name only: both would have to be looked up.
    let ages = |entry: &Entry| {
        let of = |part: &Part| {
            let mut ages = entry.counts.of(*part).map(|it| it.age.clone()).unwrap_or_default();
            ages.remove(UNKNOWN);
            ages
        };
        Part::ALL.iter().map(of).collect::<Vec<_>>()
    };
    let coded = [
        (is.status != file.status || is.cancel_reason != file.cancel_reason, Column::Status),
        (is.activity_id != file.activity_id, Column::Activity),
        (is.kind != file.kind, Column::Kind),
        (is.place_kind != file.place_kind, Column::PlaceKind),
        (is.main_tag != file.main_tag, Column::MainTag),
        (is.main_field != file.main_field, Column::MainField),
        (is.project != file.project, Column::Project),
        (is.terms != file.terms, Column::FurtherTags),
        (is.count_method != file.count_method, Column::CountMethod),
        (is.series_id != file.series_id, Column::Series),
        (is.copied_counts != file.copied_counts, Column::CopiedCounts),
        (ages(is) != ages(file), Column::Age(Part::Participant, UNKNOWN.into())),
    ];
    let status = |it: Status| Said::Text(it.code().to_owned());
    let method = |it: CountMethod| Said::Text(it.code().to_owned());
    for (differs, what) in coded {
        if !differs {
            continue;
        }
        let (a, b) = match what {
            Column::Status => (status(is.status), status(file.status)),
            Column::CountMethod => (method(is.count_method), method(file.count_method)),
            Column::Kind => (text(is.kind.code()), text(file.kind.code())),
            Column::PlaceKind => (text(is.place_kind.code()), text(file.place_kind.code())),
            _ => (Said::Nothing, Said::Nothing),
        };
        found.push(Difference { what: Meaning::Own(what), is: a, file: b });
    }
    if is.deleted != file.deleted {
        found.push(Difference { what: Meaning::Own(Column::Entry), is: Said::Nothing, file: Said::Nothing });
    }
    found
}
