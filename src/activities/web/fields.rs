//! The form of an entry as it was typed, and what it means.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::activities::activity::Activity;
use crate::activities::check::Problem;
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::heads::{Heads, HeadsError, Typed};
use crate::activities::times::{self, Times, TimesError};
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Gender, Kind, Part};

/// Name of a field → what was typed, kept to the letter.
#[derive(Clone, Debug, Default)]
pub struct Fields(BTreeMap<String, String>);

impl From<Vec<(String, String)>> for Fields {
    fn from(pairs: Vec<(String, String)>) -> Fields {
        Fields(pairs.into_iter().collect())
    }
}

impl Fields {
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.0.insert(name.to_owned(), value.to_string());
    }

    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.get(name).parse().ok()
    }

    /// A whole number; nothing typed is nothing.
    fn number(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => match text.replace('\u{2212}', "-").parse::<i64>() {
                // Anything beyond is no count of people or minutes, and could not be reckoned with.
                Ok(n) if n.abs() <= 1_000_000_000 => Ok(Some(n)),
                _ => Err(()),
            },
        }
    }

    /// Hours with a decimal comma or point, as minutes.
    fn hours(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => {
                let hours: f64 = text.replace(',', ".").parse().map_err(|_| ())?;
                if !(0.0..=10_000.0).contains(&hours) {
                    return Err(());
                }
                #[allow(clippy::cast_possible_truncation)]
                Ok(Some((hours * 60.0).round() as i64))
            }
        }
    }

    /// Minutes after midnight from 17:00 or 17.00.
    pub fn clock(&self, name: &str) -> Result<Option<i64>, ()> {
        match self.get(name) {
            "" => Ok(None),
            text => times::clock(text).map(Some).ok_or(()),
        }
    }
}

/// The genders a worker is offered; what is left over is not recorded.
pub const OFFERED: [Gender; 4] = [Gender::Girl, Gender::Boy, Gender::NonBinary, Gender::NotStated];

/// The field for a part's class: `participant_girl`, `creator_age_15-18`, `audience_total`.
pub fn name(part: Part, class: &str) -> String {
    format!("{}_{class}", part.code())
}

pub fn age_name(part: Part, band: &str) -> String {
    format!("{}_age_{band}", part.code())
}

/// Everything of the form around an entry that the form itself does not say.
pub struct Frame<'a> {
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    pub bands: &'a [AgeBand],
    /// The entry being corrected, whose other words stay.
    pub before: Option<&'a Entry>,
}

/// The longest series that is made in one step, in days.
const LONGEST_SERIES: usize = 31;

/// The days meant: one, or each from the first to the last of a camp or an exchange.
pub fn days(fields: &Fields, first: NaiveDate) -> Result<Vec<NaiveDate>, Problem> {
    let last = match fields.get("last_day") {
        "" => first,
        text => text.parse().map_err(|_| Problem::stop("last_day", "entry-problem-last-day"))?,
    };
    let days: Vec<NaiveDate> =
        first.iter_days().take_while(|day| *day <= last).take(LONGEST_SERIES + 1).collect();
    if days.is_empty() || days.len() > LONGEST_SERIES {
        return Err(Problem::stop("last_day", "entry-problem-last-day"));
    }
    Ok(days)
}

/// The id of a further day of a series: the same whenever the same form is sent.
pub fn id_of_day(id: Uuid, nth: usize) -> Uuid {
    if nth == 0 {
        return id;
    }
    let digest = Sha256::digest(format!("{id}\n{nth}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

fn times(fields: &Fields, unit: &Unit, date: NaiveDate, problems: &mut Vec<Problem>) -> Times {
    let nothing = Times { start_min: None, duration_min: 0, start_at: None };
    let (start, end) = match (fields.clock("start"), fields.clock("end")) {
        (Ok(start), Ok(end)) => (start, end),
        (Err(()), _) => {
            problems.push(Problem::stop("start", "entry-problem-clock"));
            return nothing;
        }
        (_, Err(())) => {
            problems.push(Problem::stop("end", "entry-problem-clock"));
            return nothing;
        }
    };
    let duration = match fields.number("duration") {
        Ok(duration) => duration,
        Err(()) => {
            problems.push(Problem::stop("duration", "entry-problem-number"));
            return nothing;
        }
    };
    let found = match (start, end, duration) {
        (Some(start), Some(end), _) => times::between(unit.zone, date, start, end),
        (start, None, Some(duration)) => times::lasting(unit.zone, date, start, duration),
        (None, Some(_), None) => {
            problems.push(Problem::stop("start", "entry-problem-start-missing"));
            return nothing;
        }
        _ => {
            problems.push(Problem::stop("end", "entry-problem-end-missing"));
            return nothing;
        }
    };
    found.unwrap_or_else(|error| {
        problems.push(match error {
            TimesError::EndBeforeStart => Problem::stop("end", "entry-problem-end-before")
                .with("start", fields.get("start"))
                .with("end", fields.get("end")),
            TimesError::Skipped => Problem::stop("start", "entry-problem-skipped"),
            TimesError::TooLong => Problem::stop("end", "entry-problem-too-long"),
        });
        nothing
    })
}

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

fn created(fields: &Fields, duration_min: i64, problems: &mut Vec<Problem>) -> i64 {
    match fields.get("created") {
        "quarter" => (duration_min + 2) / 4,
        "half" => (duration_min + 1) / 2,
        "all" => duration_min,
        "other" => match fields.number("created_min") {
            Ok(minutes) => minutes.unwrap_or(0),
            Err(()) => {
                problems.push(Problem::stop("created", "entry-problem-number"));
                0
            }
        },
        _ => 0,
    }
}

/// The entry the form means, or why it means none.
pub fn entry(fields: &Fields, id: Uuid, frame: &Frame<'_>) -> Result<Entry, Vec<Problem>> {
    let mut problems = Vec::new();
    let Frame { unit, activity, bands, before } = frame;
    let date: Option<NaiveDate> = fields.get("date").parse().ok();
    let Some(local_date) = date else { return Err(vec![Problem::stop("date", "entry-problem-date")]) };
    let cancelled = fields.get("status") == Status::Cancelled.code();
    let times = times(fields, unit, local_date, &mut problems);
    let mut entry = Entry {
        id,
        unit_id: unit.id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: activity.main_tag,
        main_field: activity.main_field,
        project: activity.project,
        terms: activity.terms.clone(),
        status: if cancelled { Status::Cancelled } else { Status::Held },
        cancel_reason: fields.id("reason").filter(|_| cancelled),
        local_date,
        start_min: times.start_min,
        duration_min: times.duration_min,
        zone: unit.zone.name().to_owned(),
        start_at: times.start_at,
        created_min: 0,
        counts: Default::default(),
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: CountMethod::default(),
        copied_counts: fields.get("copied") == "1",
        series_id: None,
        note: None,
        deleted: false,
    };
    if let Some(before) = before {
        // What was copied from the activity when the entry was first written stays as it was.
        entry.kind = before.kind;
        entry.place_kind = before.place_kind;
        entry.main_tag = before.main_tag;
        entry.main_field = before.main_field;
        entry.project = before.project;
        entry.terms.clone_from(&before.terms);
        entry.series_id = before.series_id;
        entry.copied_counts |= before.copied_counts;
    }
    if entry.kind != Kind::OneToOne {
        entry.note = Some(fields.get("note").to_owned()).filter(|note| !note.is_empty());
    }
    if !cancelled {
        for part in Part::ALL {
            let heads = heads(fields, *part, bands, &mut problems);
            entry.counts.set(*part, heads);
        }
        entry.created_min = created(fields, times.duration_min, &mut problems);
        entry.count_method = CountMethod::from_code(fields.get("count_method")).unwrap_or_default();
        let mut number = |name: &'static str, minutes: bool| {
            let read = if minutes { fields.hours(name) } else { fields.number(name) };
            read.unwrap_or_else(|()| {
                problems.push(Problem::stop("staff", "entry-problem-number"));
                None
            })
        };
        entry.first_visits = number("first_visits", false);
        entry.staff_count = number("staff_count", false);
        entry.staff_min = number("staff_hours", true);
        entry.prep_min = number("prep_hours", true);
        entry.volunteer_count = number("volunteer_count", false);
        entry.volunteer_min = number("volunteer_hours", true);
        // Colleagues who were there from beginning to end need not be reckoned in hours.
        if entry.staff_min.is_none() {
            entry.staff_min = entry.staff_count.map(|n| n * times.duration_min);
        }
        if entry.volunteer_min.is_none() {
            entry.volunteer_min = entry.volunteer_count.map(|n| n * times.duration_min);
        }
    }
    if problems.is_empty() { Ok(entry) } else { Err(problems) }
}

fn decimal(minutes: i64) -> String {
    #[allow(clippy::cast_precision_loss)]
    let hours = minutes as f64 / 60.0;
    format!("{}", (hours * 100.0).round() / 100.0)
}

/// The fields that an entry fills when it is opened for correction.
pub fn of_entry(entry: &Entry, zone: chrono_tz::Tz) -> Fields {
    let mut fields = Fields::default();
    fields.set("date", entry.local_date);
    let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if let (Some(start), Some(at)) = (entry.start_min, entry.start_at) {
        fields.set("start", clock(start));
        fields.set("end", clock(times::end_min(zone, at, entry.duration_min)));
    } else {
        fields.set("duration", entry.duration_min);
    }
    fields.set("status", entry.status.code());
    if let Some(reason) = entry.cancel_reason {
        fields.set("reason", reason);
    }
    for part in Part::ALL {
        if let Some(heads) = entry.counts.of(*part) {
            counts(&mut fields, *part, heads);
        }
    }
    let created = match entry.created_min {
        0 => "none",
        n if n == entry.duration_min => "all",
        n if n == (entry.duration_min + 1) / 2 => "half",
        n if n == (entry.duration_min + 2) / 4 => "quarter",
        _ => "other",
    };
    fields.set("created", created);
    if created == "other" {
        fields.set("created_min", entry.created_min);
    }
    fields.set("count_method", entry.count_method.code());
    let numbers = [
        ("first_visits", entry.first_visits),
        ("staff_count", entry.staff_count),
        ("volunteer_count", entry.volunteer_count),
    ];
    for (name, n) in numbers.into_iter().filter_map(|(name, n)| Some((name, n?))) {
        fields.set(name, n);
    }
    let hours = [
        ("staff_hours", entry.staff_min),
        ("prep_hours", entry.prep_min),
        ("volunteer_hours", entry.volunteer_min),
    ];
    for (name, minutes) in hours.into_iter().filter_map(|(name, minutes)| Some((name, minutes?))) {
        fields.set(name, decimal(minutes));
    }
    if let Some(note) = &entry.note {
        fields.set("note", note);
    }
    fields
}

/// Fills in the heads of a part, as a correction and "same as last time" do.
pub fn counts(fields: &mut Fields, part: Part, heads: &Heads) {
    fields.set(&name(part, "total"), heads.total);
    for gender in OFFERED {
        if let Some(n) = heads.gender.get(&gender) {
            fields.set(&name(part, gender.code()), n);
        }
    }
    for (band, n) in &heads.age {
        fields.set(&age_name(part, band), n);
    }
}
