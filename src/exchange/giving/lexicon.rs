//! What ids in entries stand for: codes that stay, and labels in the reader's language.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use uuid::Uuid;

use super::answers::Asked;
use super::store;
use crate::activities::{self, CountMethod, Status};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::i18n::Words;
use crate::units::{self, Called, Unit};
use crate::vocabulary::{self, AgeBand, Kind, PlaceKind, Project, Term, Vocabulary};

/// A code and what it is called.
#[derive(Clone, Debug)]
pub struct Named {
    pub code: String,
    pub label: String,
}

/// A word of one of the network's lists.
pub struct Word {
    pub list: Vocabulary,
    pub named: Named,
}

pub struct Lexicon {
    pub w: Words,
    pub zone: Tz,
    /// The unit asked about and everything below it, parents before children.
    pub units: Vec<Unit>,
    codes: HashMap<Uuid, String>,
    called: Called,
    pub activities: HashMap<Uuid, Named>,
    pub terms: HashMap<Uuid, Word>,
    pub projects: HashMap<Uuid, Named>,
    /// Every age band in use until the last day asked for, youngest first.
    pub bands: Vec<AgeBand>,
    /// Questions after entries, where their answers are wanted.
    pub asked: Asked,
    kinds: Vec<String>,
    place_kinds: Vec<String>,
    statuses: [String; 2],
    methods: [String; 5],
}

impl Lexicon {
    /// Reads what rows may name. What entries are read from has to stand already: nothing named in it is missing here then.
    pub async fn read(
        app: &App,
        tx: &mut Tx,
        w: Words,
        unit: &Unit,
        today: NaiveDate,
        last: Option<NaiveDate>,
    ) -> Result<Lexicon, DbError> {
        let network_id = unit.network.id;
        // The first look at it settles the moment that everything else is read as of.
        store::moment(tx, network_id).await?;
        let branch = units::branch(&mut *tx, unit, today).await?;
        let called = units::called_in(&mut *tx, network_id).await?;
        let terms = vocabulary::terms(&mut *tx, network_id).await?;
        let projects = vocabulary::projects(&mut *tx, network_id).await?;
        let sets = vocabulary::band_sets(&mut *tx, network_id).await?;
        let offered = activities::activities_of_branch(&app.db, network_id, &unit.path, today).await?;
        let named = |code: String, label| Named { code, label };
        let tell = |key: &str, code: &str| w.tr(&format!("{key}-{code}"));
        let statuses =
            [Status::Held, Status::Cancelled].map(|it| w.tr(&format!("given-status-{}", it.code())));
        let word = |term: Term| {
            (term.id, Word { list: term.vocabulary, named: named(term.code, w.text(&term.label)) })
        };
        let project = |it: Project| (it.id, named(it.code, w.text(&it.name)));
        Ok(Lexicon {
            w,
            zone: unit.zone,
            codes: branch.iter().map(|unit| (unit.id, unit.code.clone())).collect(),
            units: branch,
            called,
            activities: offered.into_iter().map(|it| (it.id, named(it.code, w.text(&it.name)))).collect(),
            terms: terms.into_iter().map(word).collect(),
            projects: projects.into_iter().map(project).collect(),
            bands: bands(sets, last),
            asked: Asked::default(),
            kinds: Kind::ALL.iter().map(|it| tell("kind", it.code())).collect(),
            place_kinds: PlaceKind::ALL.iter().map(|it| tell("place-kind", it.code())).collect(),
            statuses,
            methods: CountMethod::ALL.map(|it| tell("count", it.code())),
        })
    }

    pub fn band_codes(&self) -> Vec<String> {
        self.bands.iter().map(|band| band.code.clone()).collect()
    }

    /// Code and name of a unit on a day; before its first name, that one.
    pub fn unit(&self, id: Uuid, on: NaiveDate) -> Option<(&str, &str)> {
        let code = self.codes.get(&id)?;
        Some((code, self.called.on(code, on).map_or("", |name| name.read(self.w.lang()))))
    }

    pub fn kind(&self, kind: Kind) -> &str {
        &self.kinds[kind as usize]
    }

    pub fn place_kind(&self, kind: PlaceKind) -> &str {
        &self.place_kinds[kind as usize]
    }

    pub fn status(&self, status: Status) -> &str {
        &self.statuses[status as usize]
    }

    pub fn method(&self, method: CountMethod) -> &str {
        &self.methods[method as usize]
    }
}

/// Every band of the sets that held until a day, each once. Older sets too: a day that was mended since may lie before the
/// set its heads were counted by.
fn bands(sets: Vec<(NaiveDate, Vec<AgeBand>)>, last: Option<NaiveDate>) -> Vec<AgeBand> {
    let held = sets.into_iter().filter(|(from, _)| last.is_none_or(|last| *from <= last));
    let mut bands: Vec<AgeBand> = held.flat_map(|(_, bands)| bands).collect();
    bands.sort_by_key(|band| (band.min_age, band.max_age.unwrap_or(i64::MAX)));
    bands.dedup();
    bands
}
