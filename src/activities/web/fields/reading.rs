//! The entry that a form means. A correction begins with what was stored, and only what somebody changed in the form is
//! read from it: what they did not touch, or were not shown, stays to the letter.

use uuid::Uuid;

use super::{Fields, LABELS, OFFERED, age_name, hours, name};
use crate::activities::activity::Activity;
use crate::activities::check::Problem;
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::heads::{Heads, HeadsError, MOST_HEADS, Typed};
use crate::clock::sane;
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Kind, Part, PlaceKind, Project, Term, Vocabulary};

/// Everything of the form around an entry that the form itself does not say.
pub struct Frame<'a> {
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    pub bands: &'a [AgeBand],
    /// The network's words; needed only where [`LABELS`] were changed, or a reason is given.
    pub terms: &'a [Term],
    pub projects: &'a [Project],
    /// The entry being corrected.
    pub before: Option<&'a Entry>,
    /// What the form was opened with: the entry being corrected, or what a new one takes over from its activity.
    pub opened: &'a Fields,
}

impl Frame<'_> {
    /// Whether somebody changed one of these fields. Of a new entry every field is read.
    fn changed<N: AsRef<str>>(&self, fields: &Fields, names: impl IntoIterator<Item = N>) -> bool {
        self.before.is_none() || fields.differ(self.opened, names)
    }
}

/// Day, hours and length.
pub const TIMES: [&str; 4] = ["date", "start", "end", "duration"];

fn heads(fields: &Fields, part: Part, bands: &[AgeBand], problems: &mut Vec<Problem>) -> Option<Heads> {
    let mut typed = Typed::default();
    let mut garbled = false;
    let mut read = |name: String| {
        fields.number(&name).unwrap_or_else(|()| {
            garbled = true;
            None
        })
    };
    typed.total = read(name(part, "total"));
    for gender in OFFERED {
        if let Some(n) = read(name(part, gender.code())) {
            typed.gender.insert(gender, n);
        }
    }
    for band in bands {
        if let Some(n) = read(age_name(part, &band.code)) {
            typed.age.insert(band.code.clone(), n);
        }
    }
    let field = part.code();
    if garbled {
        problems.push(Problem::stop(field, "entry-problem-number"));
        return None;
    }
    let total = typed.total.unwrap_or(0);
    typed.heads().unwrap_or_else(|error| {
        problems.push(match error {
            HeadsError::Negative => Problem::stop(field, "entry-problem-negative"),
            HeadsError::Impossible => Problem::stop(field, "entry-problem-impossible"),
            HeadsError::GenderOverTotal(sum) => {
                Problem::stop(field, "entry-problem-gender-over").with("sum", sum).with("total", total)
            }
            HeadsError::AgeOverTotal(sum) => {
                Problem::stop(field, "entry-problem-age-over").with("sum", sum).with("total", total)
            }
        });
        None
    })
}

/// Every field of a part's heads.
fn head_names(part: Part, bands: &[AgeBand]) -> impl Iterator<Item = String> {
    let genders = OFFERED.iter().map(move |gender| name(part, gender.code()));
    let ages = bands.iter().map(move |band| age_name(part, &band.code));
    std::iter::once_with(move || name(part, "total")).chain(genders).chain(ages)
}

fn created(fields: &Fields, duration_min: i64, problems: &mut Vec<Problem>) -> i64 {
    match fields.get("created") {
        "quarter" => (duration_min + 2) / 4,
        "half" => (duration_min + 1) / 2,
        "all" => duration_min,
        "share" => match fields.number("created_permille") {
            Ok(share) => (duration_min * share.unwrap_or(0) + 500).div_euclid(1000),
            Err(()) => {
                problems.push(Problem::stop("created", "entry-problem-number"));
                0
            }
        },
        "other" => match fields.number("created_min") {
            Ok(Some(..0)) => {
                problems.push(Problem::stop("created", "entry-problem-created-negative"));
                0
            }
            Ok(Some(minutes)) => minutes,
            // Exact, and nothing typed: none is a choice of its own.
            Ok(None) => {
                problems.push(Problem::stop("created", "entry-problem-created-missing"));
                0
            }
            Err(()) => {
                problems.push(Problem::stop("created", "entry-problem-number"));
                0
            }
        },
        "" | "none" => 0,
        _ => {
            problems.push(Problem::stop("created", "entry-problem-choice"));
            0
        }
    }
}

/// The entry the form means, or why it means none.
pub fn entry(fields: &Fields, id: Uuid, frame: &Frame<'_>) -> Result<Entry, Vec<Problem>> {
    let mut problems = Vec::new();
    let Some(local_date) = fields.get("date").parse().ok().filter(|date| sane(*date) == *date) else {
        return Err(vec![Problem::stop("date", "entry-problem-date")]);
    };
    let mut entry =
        frame.before.cloned().unwrap_or_else(|| Entry::blank(id, frame.unit, frame.activity, local_date));

    let cancelled = if fields.has("status") {
        fields.get("status") == Status::Cancelled.code()
    } else {
        entry.status == Status::Cancelled
    };
    // What turns out to have been held needs hours, where it was called off without any.
    let held_after_all = !cancelled && frame.before.is_some_and(Entry::without_hours);
    if frame.changed(fields, TIMES) || held_after_all {
        entry.local_date = local_date;
        entry.zone = frame.unit.zone.name().to_owned();
        if let Some(times) = hours::read(fields, frame.unit, local_date, cancelled, &mut problems) {
            entry.start_min = times.start_min;
            entry.duration_min = times.duration_min;
            entry.start_at = times.start_at;
        }
    }
    labels(fields, frame, &mut entry, &mut problems);
    if entry.kind != Kind::OneToOne && frame.changed(fields, ["note"]) {
        entry.note = Some(fields.get("note").to_owned()).filter(|note| !note.is_empty());
    }
    if cancelled {
        if frame.changed(fields, ["status", "reason"]) {
            entry = called_off(entry, reason(fields, frame, &mut problems));
        }
    } else {
        entry.status = Status::Held;
        entry.cancel_reason = None;
        held(fields, frame, &mut entry, &mut problems);
    }
    if problems.is_empty() { Ok(entry) } else { Err(problems) }
}

fn reason(fields: &Fields, frame: &Frame<'_>, problems: &mut Vec<Problem>) -> Option<Uuid> {
    let known = |id: &Uuid| {
        frame.before.is_some_and(|before| before.cancel_reason == Some(*id))
            || frame.terms.iter().any(|term| term.id == *id && term.vocabulary == Vocabulary::Reason)
    };
    let reason = fields.id("reason").filter(known);
    if reason.is_none() && !fields.get("reason").is_empty() {
        problems.push(Problem::stop("reason", "entry-problem-reason"));
    }
    reason
}

/// Nobody came to what did not take place.
fn called_off(entry: Entry, reason: Option<Uuid>) -> Entry {
    Entry {
        status: Status::Cancelled,
        cancel_reason: reason,
        created_min: 0,
        counts: Default::default(),
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: CountMethod::default(),
        copied_counts: false,
        ..entry
    }
}

/// What only an occasion that took place has to say.
fn held(fields: &Fields, frame: &Frame<'_>, entry: &mut Entry, problems: &mut Vec<Problem>) {
    let changed = |names: &[&str]| frame.changed(fields, names);
    for part in Part::ALL {
        if frame.changed(fields, head_names(*part, frame.bands)) {
            entry.counts.set(*part, heads(fields, *part, frame.bands, problems));
        }
    }
    entry.copied_counts |= fields.get("copied") == "1";
    if changed(&["count_method"]) {
        let method = match fields.get("count_method") {
            "" => Some(CountMethod::default()),
            code => CountMethod::from_code(code).filter(|method| method.by_hand()),
        };
        match method {
            Some(method) => entry.count_method = method,
            None => problems.push(Problem::stop("count_method", "entry-problem-choice")),
        }
    }
    if fields.has("created") && (changed(&["created", "created_min"]) || changed(&TIMES)) {
        entry.created_min = created(fields, entry.duration_min, problems);
    }
    let mut number = |name: &'static str, minutes: bool| {
        let read = if minutes { fields.hours(name) } else { fields.number(name) };
        // Fewer than none would be refused later, when all else is in order: told with the rest, it is mended at once.
        read.and_then(|n| if n.is_some_and(|n| n < 0) { Err(()) } else { Ok(n) }).unwrap_or_else(|()| {
            problems.push(Problem::stop(name, "entry-problem-number"));
            None
        })
    };
    if changed(&["first_visits"]) {
        entry.first_visits = number("first_visits", false);
    }
    if changed(&["prep_hours"]) {
        entry.prep_min = number("prep_hours", true);
    }
    for (count, hours) in [("staff_count", "staff_hours"), ("volunteer_count", "volunteer_hours")] {
        let of_staff = count == "staff_count";
        let (n, minutes) = if of_staff {
            (&mut entry.staff_count, &mut entry.staff_min)
        } else {
            (&mut entry.volunteer_count, &mut entry.volunteer_min)
        };
        if changed(&[count, hours]) {
            (*n, *minutes) = (number(count, false), number(hours, true));
            // Colleagues who were there from beginning to end need not be reckoned in hours.
            let counted = n.filter(|n| (0..=MOST_HEADS).contains(n));
            *minutes = minutes.or_else(|| counted.map(|n| n * entry.duration_min));
        } else if let Some(before) = frame.before
            && let (Some(n), Some(spent)) = (*n, *minutes)
            && spent == n * before.duration_min
        {
            *minutes = Some(n * entry.duration_min);
        }
    }
}

/// Tags, fields, project and place of this one occasion, where they were changed.
fn labels(fields: &Fields, frame: &Frame<'_>, entry: &mut Entry, problems: &mut Vec<Problem>) {
    if !fields.differ(frame.opened, LABELS) {
        return;
    }
    let term = |id: Uuid| frame.terms.iter().find(|term| term.id == id);
    let known =
        |id: Option<Uuid>, of: Vocabulary| id.is_none_or(|id| term(id).is_some_and(|it| it.vocabulary == of));
    let one = |name: &str, before: Option<Uuid>| if fields.has(name) { fields.id(name) } else { before };
    let (tag, field) = (one("main_tag", entry.main_tag), one("main_field", entry.main_field));
    let project = one("project", entry.project);
    let place = match fields.get("place_kind") {
        "" => Some(entry.place_kind),
        code => PlaceKind::from_code(code),
    };
    // What is no id is no choice either.
    let read = ["main_tag", "main_field", "project"]
        .iter()
        .all(|name| fields.get(name).is_empty() || fields.id(name).is_some());
    let mut further = if fields.has("further") { fields.ids("further") } else { entry.terms.clone() };
    further.sort_unstable();
    further.dedup();
    further.retain(|id| Some(*id) != tag && Some(*id) != field);
    let further_known =
        further.iter().all(|id| term(*id).is_some_and(|term| term.vocabulary != Vocabulary::Reason));
    let project_known = project.is_none_or(|id| frame.projects.iter().any(|project| project.id == id));
    let all_known =
        known(tag, Vocabulary::Tag) && known(field, Vocabulary::Field) && further_known && project_known;
    if let Some(place) = place.filter(|_| read && all_known) {
        (entry.main_tag, entry.main_field, entry.project, entry.terms) = (tag, field, project, further);
        entry.place_kind = place;
    } else {
        problems.push(Problem::stop("labels", "entry-problem-labels"));
    }
}
