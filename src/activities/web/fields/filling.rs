//! An entry, or its activity, written into the fields of the form.

use super::{Fields, OFFERED, age_name, name};
use crate::activities::activity::Activity;
use crate::activities::entry::{Entry, Status};
use crate::activities::heads::{Heads, UNKNOWN};
use crate::activities::times::{self, Times};
use crate::clock::zone;
use crate::vocabulary::{Part, PlaceKind};
use uuid::Uuid;

fn decimal(minutes: i64) -> String {
    #[allow(clippy::cast_precision_loss)]
    let hours = minutes as f64 / 60.0;
    format!("{}", (hours * 100.0).round() / 100.0)
}

fn labels(
    fields: &mut Fields,
    place_kind: PlaceKind,
    [main_tag, main_field, project]: [Option<Uuid>; 3],
    terms: &[Uuid],
) {
    fields.set("place_kind", place_kind.code());
    for (name, id) in [("main_tag", main_tag), ("main_field", main_field), ("project", project)] {
        fields.set(name, id.map_or_else(String::new, |id| id.to_string()));
    }
    fields.set("further", terms.iter().map(Uuid::to_string).collect::<Vec<_>>().join(" "));
}

/// What an entry takes over from its activity.
pub fn of_activity(activity: &Activity) -> Fields {
    let mut fields = Fields::default();
    let one = [activity.main_tag, activity.main_field, activity.project];
    labels(&mut fields, activity.place_kind, one, &activity.terms);
    fields
}

fn times(fields: &mut Fields, entry: &Entry) {
    let Some(start) = entry.start_min else {
        if !entry.without_hours() {
            fields.set("duration", entry.duration_min);
        }
        return;
    };
    fields.set("start", times::written(start));
    if entry.without_hours() {
        return;
    }
    let stored =
        Times { start_min: entry.start_min, duration_min: entry.duration_min, start_at: entry.start_at };
    let zone = zone(&entry.zone);
    // A beginning and an end do not tell every length: a whole day and night, the night the clock goes back.
    let end = entry
        .start_at
        .map(|at| times::end_min(zone, at, entry.duration_min))
        .filter(|end| times::between(zone, entry.local_date, start, *end) == Ok(stored));
    match end {
        Some(end) => fields.set("end", times::written(end)),
        None => fields.set("duration", entry.duration_min),
    }
}

/// The fields that an entry fills when it is opened for correction.
pub fn of_entry(entry: &Entry) -> Fields {
    let mut fields = Fields::default();
    fields.set("date", entry.local_date);
    times(&mut fields, entry);
    labels(&mut fields, entry.place_kind, [entry.main_tag, entry.main_field, entry.project], &entry.terms);
    fields.set("status", entry.status.code());
    if let Some(reason) = entry.cancel_reason {
        fields.set("reason", reason);
    }
    if entry.status == Status::Held {
        for part in Part::ALL {
            if let Some(heads) = entry.counts.of(*part) {
                counts(&mut fields, *part, heads);
            }
        }
        created(&mut fields, entry);
        fields.set("count_method", entry.count_method.code());
        spent(&mut fields, entry);
    }
    if let Some(note) = &entry.note {
        fields.set("note", note);
    }
    fields
}

/// Which button says how much of an entry's time young people created.
pub fn share_of(entry: &Entry) -> &'static str {
    match entry.created_min {
        0 => "none",
        n if n == entry.duration_min => "all",
        n if n == (entry.duration_min + 1) / 2 => "half",
        n if n == (entry.duration_min + 2) / 4 => "quarter",
        _ => "other",
    }
}

/// Which of them can be had of another evening as well: exact minutes are of this one alone, and none is no work of theirs.
pub fn share_to_take(entry: &Entry) -> Option<&'static str> {
    Some(share_of(entry)).filter(|share| !matches!(*share, "none" | "other"))
}

fn created(fields: &mut Fields, entry: &Entry) {
    let share = share_of(entry);
    fields.set("created", share);
    if share == "other" {
        fields.set("created_min", entry.created_min);
    }
}

fn spent(fields: &mut Fields, entry: &Entry) {
    let numbers = [
        ("first_visits", entry.first_visits),
        ("staff_count", entry.staff_count),
        ("volunteer_count", entry.volunteer_count),
    ];
    for (name, n) in numbers.into_iter().filter_map(|(name, n)| Some((name, n?))) {
        fields.set(name, n);
    }
    // Whoever was there from beginning to end is not told in hours, so that they follow a corrected end.
    let whole = |count: Option<i64>| count.map(|n| n * entry.duration_min);
    let hours = [
        ("staff_hours", entry.staff_min.filter(|_| entry.staff_min != whole(entry.staff_count))),
        ("prep_hours", entry.prep_min),
        (
            "volunteer_hours",
            entry.volunteer_min.filter(|_| entry.volunteer_min != whole(entry.volunteer_count)),
        ),
    ];
    for (name, minutes) in hours.into_iter().filter_map(|(name, minutes)| Some((name, minutes?))) {
        fields.set(name, decimal(minutes));
    }
}

/// Fills in the heads of a part, as a correction and "same as last time" do.
pub fn counts(fields: &mut Fields, part: Part, heads: &Heads) {
    fields.set(&name(part, "total"), heads.total);
    for gender in OFFERED {
        if let Some(n) = heads.gender.get(&gender) {
            fields.set(&name(part, gender.code()), n);
        }
    }
    for (band, n) in heads.age.iter().filter(|(band, _)| *band != UNKNOWN) {
        fields.set(&age_name(part, band), n);
    }
}
