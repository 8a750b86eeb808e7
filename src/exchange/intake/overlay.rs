//! The entry a row means: what stands, or a blank one of its activity, with everything on it that the row says. An empty
//! cell says nothing.

mod heads;

use uuid::Uuid;

use super::heading::Meaning;
use super::line::Line;
use super::plan::{Ground, Source};
use super::problem::Problem;
use crate::activities::{self, Activity, CountMethod, Entry, Status, Times, TimesError};
use crate::exchange::columns::Column;
use crate::i18n::{Arg, Lang, Words, folded};
use crate::units::Unit;
use crate::vocabulary::{Kind, PlaceKind, Vocabulary};

/// Hours are often rounded to a hundredth or a tenth: so many minutes may they be off.
const ROUNDED: i64 = 3;

/// The code that a text stands for: itself, or its label in any language.
pub fn coded<'c>(said: &str, labels: &str, codes: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let like = folded(said.trim());
    let mut codes = codes;
    codes.find(|code| {
        folded(code) == like
            || Lang::ALL.iter().any(|lang| folded(&Words(*lang).tr(&format!("{labels}{code}"))) == like)
    })
}

/// What a row is laid over.
pub struct Under<'a> {
    pub ground: &'a Ground,
    pub source: &'a Source<'a>,
    pub at: usize,
    pub unit: &'a Unit,
    pub activity: &'a Activity,
    /// The entry that stands.
    pub before: Option<&'a Entry>,
    /// Whether what was spent on it may be changed.
    pub staff: bool,
}

impl Under<'_> {
    fn told(&self, what: Column, key: &'static str) -> Problem {
        self.source.problem(self.at, Some(&Meaning::Own(what)), key)
    }

    fn line(&self) -> &Line {
        &self.source.lines[self.at]
    }

    /// Whether the file has such a column at all.
    fn has(&self, column: Column) -> bool {
        self.source.has(self.at, &Meaning::Own(column))
    }

    /// The entry meant, with this id where it is new; or everything that is wrong.
    pub fn entry(&self, id: Uuid) -> Result<Entry, Vec<Problem>> {
        let mut wrong = Vec::new();
        let mut entry = match self.before {
            Some(before) => before.clone(),
            None => self.blank(id),
        };
        self.labels(&mut entry, &mut wrong);
        self.status(&mut entry, &mut wrong);
        self.times(&mut entry, &mut wrong);
        if entry.status == Status::Held {
            self.heads(&mut entry, &mut wrong);
            self.created(&mut entry);
        }
        self.others(&mut entry, &mut wrong);
        if wrong.is_empty() { Ok(entry) } else { Err(wrong) }
    }

    fn blank(&self, id: Uuid) -> Entry {
        let mut entry = Entry::blank(id, self.unit, self.activity, self.line().date);
        entry.count_method = CountMethod::Imported;
        // A file that has such a column says what it says: an empty cell is "none" there.
        if self.has(Column::MainTag) {
            entry.main_tag = None;
        }
        if self.has(Column::MainField) {
            entry.main_field = None;
        }
        if self.has(Column::Project) {
            entry.project = None;
        }
        if [Column::FurtherTags, Column::FurtherFields, Column::Topics].into_iter().any(|it| self.has(it)) {
            entry.terms = Vec::new();
        }
        entry
    }

    fn term(&self, vocabulary: Vocabulary, said: &str) -> Option<Uuid> {
        let like = folded(said);
        let fits = |term: &&crate::vocabulary::Term| {
            folded(&term.code) == like || term.label.iter().any(|(_, label)| folded(label) == like)
        };
        self.ground.terms.iter().filter(|term| term.vocabulary == vocabulary).find(fits).map(|term| term.id)
    }

    fn labels(&self, entry: &mut Entry, wrong: &mut Vec<Problem>) {
        let line = self.line();
        let mut unknown = |what: Column, said: &str| {
            wrong.push(self.told(what, "import-word-unknown").arg("it", said.to_owned()));
        };
        if let Some(said) = &line.kind {
            match coded(said, "kind-", Kind::ALL.iter().map(|it| it.code())).and_then(Kind::from_code) {
                Some(kind) => entry.kind = kind,
                None => unknown(Column::Kind, said),
            }
        }
        if let Some(said) = &line.place_kind {
            let code = coded(said, "place-kind-", PlaceKind::ALL.iter().map(|it| it.code()));
            match code.and_then(PlaceKind::from_code) {
                Some(kind) => entry.place_kind = kind,
                None => unknown(Column::PlaceKind, said),
            }
        }
        if let Some(said) = &line.main_tag {
            match self.term(Vocabulary::Tag, said) {
                Some(id) => entry.main_tag = Some(id),
                None => unknown(Column::MainTag, said),
            }
        }
        if let Some(said) = &line.main_field {
            match self.term(Vocabulary::Field, said) {
                Some(id) => entry.main_field = Some(id),
                None => unknown(Column::MainField, said),
            }
        }
        if let Some(said) = &line.project {
            let like = folded(said);
            let fits = |it: &&crate::vocabulary::Project| {
                folded(&it.code) == like || it.name.iter().any(|(_, name)| folded(name) == like)
            };
            match self.ground.projects.iter().find(fits) {
                Some(project) => entry.project = Some(project.id),
                None => unknown(Column::Project, said),
            }
        }
        let mut further = Vec::new();
        for (column, said) in &line.further {
            let vocabulary = match column {
                Column::FurtherTags => Vocabulary::Tag,
                Column::FurtherFields => Vocabulary::Field,
                _ => Vocabulary::Topic,
            };
            match self.term(vocabulary, said) {
                Some(id) => further.push((vocabulary, id)),
                None => unknown(column.clone(), said),
            }
        }
        if !further.is_empty() {
            // Lists the row says nothing of stay as they are.
            let list =
                |id: &Uuid| self.ground.terms.iter().find(|term| term.id == *id).map(|term| term.vocabulary);
            let said = |id: &Uuid| further.iter().any(|(it, _)| Some(*it) == list(id));
            let mut terms: Vec<Uuid> = entry.terms.iter().copied().filter(|id| !said(id)).collect();
            terms.extend(further.iter().map(|(_, id)| *id));
            terms.sort_unstable();
            terms.dedup();
            let mut before = entry.terms.clone();
            before.sort_unstable();
            if before != terms {
                entry.terms = terms;
            }
        }
        if let Some(said) = &line.reason {
            match self.term(Vocabulary::Reason, said) {
                Some(id) => entry.cancel_reason = Some(id),
                None => unknown(Column::CancelReason, said),
            }
        }
    }

    fn status(&self, entry: &mut Entry, wrong: &mut Vec<Problem>) {
        let line = self.line();
        match line.cancelled {
            Some(true) => entry.status = Status::Cancelled,
            Some(false) => entry.status = Status::Held,
            None => {}
        }
        if entry.status == Status::Held {
            entry.cancel_reason = None;
            return;
        }
        let counted =
            line.heads.iter().flat_map(|it| it.total.iter().chain(it.gender.values()).chain(it.age.values()));
        if counted.chain(&line.visits).any(|n| *n > 0) {
            wrong.push(self.told(Column::Status, "import-cancelled-heads"));
        }
        entry.counts = activities::Counts::default();
        entry.created_min = 0;
        entry.first_visits = None;
        entry.copied_counts = false;
    }

    fn times(&self, entry: &mut Entry, wrong: &mut Vec<Problem>) {
        let line = self.line();
        if self.before.is_some() && (line.start, line.end, line.length) == (None, None, None) {
            entry.local_date = line.date;
            return;
        }
        let zone = self.unit.zone;
        // Hours alone do not say that the beginning is no longer known.
        let stands = self.before.and_then(|before| before.start_min);
        let start = line.start.or(stands.filter(|_| line.end.is_none()));
        let found = match (start, line.end, line.length) {
            (start, _, Some(length)) => activities::lasting(zone, line.date, start, length),
            (Some(start), Some(end), None) => activities::between(zone, line.date, start, end),
            (None, Some(_), None) => {
                return wrong.push(self.told(Column::End, "entry-problem-start-missing"));
            }
            (start, None, None) if entry.status == Status::Cancelled => {
                activities::lasting(zone, line.date, start, 0)
            }
            (_, None, None) => return wrong.push(self.told(Column::Date, "import-length-missing")),
        };
        match found {
            Ok(times) => {
                let Some(duration_min) = self.settled_length(&times, wrong) else { return };
                let when = (line.date, times.start_min, duration_min);
                // What says the same as before leaves it to the letter.
                if self.before.is_none_or(|it| (it.local_date, it.start_min, it.duration_min) != when) {
                    entry.local_date = line.date;
                    entry.zone = zone.name().to_owned();
                    entry.start_min = times.start_min;
                    entry.duration_min = duration_min;
                    entry.start_at = times.start_at;
                }
            }
            Err(TimesError::Skipped) => wrong.push(self.told(Column::Start, "entry-problem-skipped")),
            Err(TimesError::TooLong) => wrong.push(self.told(Column::DurationMin, "entry-problem-too-long")),
            Err(TimesError::Same) => wrong.push(
                self.told(Column::End, "entry-problem-same-time")
                    .arg("it", line.start.map_or_else(String::new, activities::clock_written)),
            ),
            Err(TimesError::EndBeforeStart) => wrong.push(
                self.told(Column::End, "entry-problem-end-before")
                    .arg("start", line.start.map_or_else(String::new, activities::clock_written))
                    .arg("end", line.end.map_or_else(String::new, activities::clock_written)),
            ),
        }
    }

    /// The length, where an end and a length are told that have to agree. Rounded hours give way to the times of day.
    fn settled_length(&self, times: &Times, wrong: &mut Vec<Problem>) -> Option<i64> {
        let line = self.line();
        let told = line.end.filter(|_| line.length.is_some());
        let (Some(end), Some(start_at)) = (told, times.start_at) else { return Some(times.duration_min) };
        let zone = self.unit.zone;
        let off = (activities::end_min(zone, start_at, times.duration_min) - end).rem_euclid(1440);
        let most = if self.has(Column::DurationMin) { 0 } else { ROUNDED };
        if off.min(1440 - off) > most {
            wrong.push(
                self.told(Column::End, "import-times-disagree")
                    .arg("end", activities::clock_written(end))
                    .arg("length", times.duration_min),
            );
            return None;
        }
        let exact = line
            .start
            .filter(|_| off != 0)
            .and_then(|start| activities::between(zone, line.date, start, end).ok());
        Some(exact.map_or(times.duration_min, |exact| exact.duration_min))
    }

    fn others(&self, entry: &mut Entry, wrong: &mut Vec<Problem>) {
        let line = self.line();
        let held = entry.status == Status::Held;
        entry.first_visits = line.first_visits.filter(|_| held).or(entry.first_visits);
        if self.staff {
            entry.staff_count = line.staff_count.or(entry.staff_count);
            entry.staff_min = line.staff_min.or(entry.staff_min);
            entry.prep_min = line.prep_min.or(entry.prep_min);
            entry.volunteer_count = line.volunteer_count.or(entry.volunteer_count);
            entry.volunteer_min = line.volunteer_min.or(entry.volunteer_min);
        }
        entry.series_id = line.series.or(entry.series_id);
        entry.copied_counts = line.copied_counts.filter(|_| held).unwrap_or(entry.copied_counts);
        entry.note = line.note.clone().or(entry.note.take());
        if let Some(said) = &line.count_method {
            let code = coded(said, "count-", CountMethod::ALL.iter().map(|it| it.code()));
            match code.and_then(CountMethod::from_code) {
                Some(method) => entry.count_method = method,
                None => {
                    let it = Arg::Text(said.clone());
                    wrong.push(self.told(Column::CountMethod, "import-word-unknown").arg("it", it));
                }
            }
        }
    }
}
