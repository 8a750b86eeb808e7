//! What an entry says, field by field in words. Nothing that an entry holds may be missing here but its note, what a talk was
//! about and what colleagues spent, which are not for everybody's eyes: two versions are laid side by side in these words.

use uuid::Uuid;

use crate::activities::activity::Activity;
use crate::activities::entry::{CountMethod, Entry, Status};
use crate::activities::heads::{Heads, UNKNOWN};
use crate::activities::times;
use crate::clock::zone;
use crate::i18n::{Text18, Words};
use crate::units::Unit;
use crate::vocabulary::{AgeBand, Gender, Part, Project, Term, Vocabulary};

/// A label and what it says.
pub type Row = (String, String);

/// Day and hours.
pub fn when(w: Words, entry: &Entry) -> String {
    let day = format!(
        "{} {}",
        w.weekday_date(entry.local_date),
        w.date(entry.local_date).rsplit('\u{a0}').next().unwrap_or("")
    );
    let zone = zone(&entry.zone);
    if entry.without_hours() {
        return entry.start_min.map_or(day.clone(), |start| format!("{day}, {}", w.clock(start)));
    }
    match (entry.start_min, entry.start_at) {
        (Some(start), Some(at)) => {
            let end = times::end_min(zone, at, entry.duration_min);
            let hours = Words::unbroken(&format!("{}–{}", w.clock(start), w.clock(end)));
            let day = format!("{day}, {hours}");
            if times::second(zone, entry.local_date, start, at) {
                format!("{day} ({})", w.tr("entry-start-second"))
            } else {
                day
            }
        }
        (Some(start), None) => format!("{day}, {}, {}", w.clock(start), w.length(entry.duration_min)),
        (None, _) => format!("{day}, {}", w.length(entry.duration_min)),
    }
}

fn list(w: Words, items: impl Iterator<Item = (String, i64)>) -> String {
    items
        .filter(|(_, n)| *n > 0)
        .map(|(label, n)| {
            // Only the last word stays with its number: two versions side by side on a phone are narrow.
            let label = label.replace('–', "\u{2060}–\u{2060}");
            format!("{label}\u{a0}{}", w.int(n))
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// 10–12, as bands are written everywhere.
fn ages(code: &str) -> String {
    AgeBand::from_code(code).map_or_else(|| code.to_owned(), |band| band.label())
}

fn heads(w: Words, heads: &Heads) -> String {
    let label = |it: &Gender| match it {
        Gender::Unknown => w.tr("entry-gender-unknown"),
        known => w.tr(&format!("gender-{}", known.code())),
    };
    let gender = Gender::ALL.iter().map(|it| (label(it), heads.gender.get(it).copied().unwrap_or(0)));
    let age = heads.age.iter().map(|(band, n)| {
        (if band == UNKNOWN { w.tr("age-unknown") } else { w.of("age-years", ages(band)) }, *n)
    });
    // Of what was recorded of nobody the total alone says as much.
    let recorded = |unknown: Option<&i64>| unknown != Some(&heads.total);
    let gender = gender.filter(|_| recorded(heads.gender.get(&Gender::Unknown)));
    let age = age.filter(|_| recorded(heads.age.get(UNKNOWN)));
    [w.int(heads.total), list(w, gender), list(w, age)]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What is needed to put an entry into words.
pub struct Said<'a> {
    pub w: Words,
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    pub terms: &'a [Term],
    pub projects: &'a [Project],
}

impl Said<'_> {
    /// Everything an entry says but its note, topics and staff.
    pub fn rows(&self, entry: &Entry) -> Vec<Row> {
        let w = self.w;
        let length = (!entry.without_hours()).then(|| w.length(entry.duration_min));
        let mut rows: Vec<Row> = length.into_iter().map(|length| (w.tr("entry-length"), length)).collect();
        if entry.status == Status::Cancelled || entry.cancel_reason.is_some() {
            let reason = entry.cancel_reason.map(|id| self.term(id));
            rows.push((w.tr("entry-cancelled"), reason.unwrap_or_else(|| w.tr("entry-no-reason"))));
        }
        match entry.counts.visits() {
            Some(visits) => rows.push((w.tr("entry-visits"), w.int(visits))),
            None if entry.status == Status::Held => {
                rows.push((w.tr("entry-visits"), w.tr("entry-not-counted")));
            }
            None => {}
        }
        let parts = Part::ALL.iter().filter_map(|part| Some((part, entry.counts.of(*part)?)));
        rows.extend(parts.map(|(part, it)| (w.tr(&format!("part-{}", part.code())), heads(w, it))));
        if entry.created_min != 0 {
            rows.push((w.tr("entry-created"), w.length(entry.created_min)));
        }
        rows.extend(entry.first_visits.map(|first| (w.tr("entry-first-visits"), w.int(first))));
        rows.push((w.tr("entry-kind"), w.tr(&format!("kind-{}", entry.kind.code()))));
        rows.extend(self.about(entry));
        rows.extend(self.activity.place.iter().map(|place| (w.tr("entry-place"), place.clone())));
        rows.extend(entry.series_id.map(|_| (w.tr("entry-series"), w.tr("entry-series-one"))));
        if entry.zone != self.unit.zone.name() {
            rows.push((w.tr("entry-zone"), entry.zone.clone()));
        }
        let counted = w.tr(&format!("count-{}", entry.count_method.code()));
        let plain = entry.count_method == CountMethod::default() && !entry.copied_counts;
        if entry.status == Status::Held || !plain {
            let counted = if entry.copied_counts { w.of("entry-copied", counted) } else { counted };
            rows.push((w.tr("entry-count-method"), counted));
        }
        rows
    }

    /// Where it took place and what it was about.
    fn about(&self, entry: &Entry) -> Vec<Row> {
        let w = self.w;
        let lost = entry.terms.iter().filter(|id| self.list(**id).is_none()).count();
        let project = |id: Uuid| self.name(self.projects.iter().find(|it| it.id == id).map(|it| &it.name));
        let one = |id: Option<Uuid>| id.map_or_else(String::new, |id| self.term(id));
        [
            (w.tr("entry-place-kind"), w.tr(&format!("place-kind-{}", entry.place_kind.code()))),
            (w.tr("entry-main-tag"), one(entry.main_tag)),
            (w.tr("entry-further-tags"), self.further(entry, Vocabulary::Tag)),
            (w.tr("entry-main-field"), one(entry.main_field)),
            (w.tr("entry-further-fields"), self.further(entry, Vocabulary::Field)),
            (w.tr("entry-tags"), vec![w.tr("entry-unknown-term"); lost].join(", ")),
            (w.tr("entry-project"), entry.project.map_or_else(String::new, project)),
        ]
        .into_iter()
        .filter(|(_, says)| !says.is_empty())
        .collect()
    }

    /// What was talked about with one young person, for those who read notes: it stands where a note would.
    pub fn topics(&self, entry: &Entry) -> Option<Row> {
        let said = self.further(entry, Vocabulary::Topic);
        (!said.is_empty()).then(|| (self.w.tr("entry-topics"), said))
    }

    fn further(&self, entry: &Entry, list: Vocabulary) -> String {
        let of = |id: &&Uuid| self.list(**id) == Some(list);
        entry.terms.iter().filter(of).map(|id| self.term(*id)).collect::<Vec<_>>().join(", ")
    }

    fn list(&self, id: Uuid) -> Option<Vocabulary> {
        self.terms.iter().find(|term| term.id == id).map(|term| term.vocabulary)
    }

    fn term(&self, id: Uuid) -> String {
        self.name(self.terms.iter().find(|term| term.id == id).map(|term| &term.label))
    }

    fn name(&self, found: Option<&Text18>) -> String {
        found.map_or_else(|| self.w.tr("entry-unknown-term"), |name| self.w.text(name))
    }
}

/// What colleagues and volunteers spent, for those who lead them.
pub fn staff_rows(w: Words, entry: &Entry) -> Vec<Row> {
    [
        ("entry-staff", entry.staff_count, entry.staff_min),
        ("entry-prep", None, entry.prep_min),
        ("entry-volunteers", entry.volunteer_count, entry.volunteer_min),
    ]
    .into_iter()
    .filter(|(_, count, minutes)| count.is_some() || minutes.is_some())
    .map(|(key, count, minutes)| {
        let said = [count.map(|n| w.int(n)), minutes.map(|minutes| w.length(minutes))];
        (w.tr(key), said.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    })
    .collect()
}
