//! What was typed to make an evaluation, or to change one that is prepared, and what of it cannot be.

use chrono::{Duration, NaiveDate};
use uuid::Uuid;

use super::asking;
use super::standing::{Evaluation, LONGEST_DAYS};
use super::terms::{Terms, Typed};
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::form::{Names, Wrong, tidy};
use crate::i18n::Text18;
use crate::questionnaires::{self, Content, Questionnaire};
use crate::units::{self, Unit};
use crate::vocabulary::Kind;

/// Characters of what an evaluation is called, of what it is for and what is agreed to, and of whom to ask.
const NAME: usize = 120;
const TEXT: usize = 600;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct New {
    /// Made by the page: the form sent twice makes one.
    pub id: Uuid,
    /// (language, text)
    pub names: Vec<(String, String)>,
    pub purposes: Vec<(String, String)>,
    pub consents: Vec<(String, String)>,
    pub contact: String,
    pub opens_on: String,
    /// The last day on which answers are taken.
    pub last_on: String,
    /// The version asked about a kind, as typed.
    pub asked: Vec<(Kind, String)>,
    pub terms: Typed,
    /// Not of a year, but of an occasion.
    pub occasion: bool,
    /// Codes of the units that are asked about; none: all that record, which an occasion cannot be about.
    pub units: Vec<String>,
}

/// The last finished version of a questionnaire: what it is, the version's id and its number.
pub type Offered = (Questionnaire, Uuid, i64);

/// As it holds.
pub struct Agreed {
    pub name: Text18,
    pub purpose: Text18,
    pub consent: Text18,
    pub contact: String,
    pub opens_on: NaiveDate,
    pub closes_on: NaiveDate,
    pub asked: Vec<(Kind, Uuid)>,
    pub terms: Terms,
    pub yearly: bool,
    /// The units that it is about; none: all that record.
    pub chosen: Vec<Uuid>,
}

impl Agreed {
    /// What an evaluation says of itself becomes this.
    pub fn put_into(&self, it: &mut Evaluation) {
        it.name = self.name.clone();
        it.purpose = self.purpose.clone();
        it.consent = self.consent.clone();
        it.contact = self.contact.clone();
        it.least = self.terms.least;
        it.split_least = self.terms.split_least;
        it.yearly = self.yearly;
        it.languages = self.terms.languages.clone();
        it.ages = self.terms.ages;
        it.opens_on = self.opens_on;
        it.closes_on = self.closes_on;
    }
}

fn texts(typed: &[(String, String)], most: usize, field: &str, wrong: &mut Vec<Wrong>) -> Text18 {
    let mut found = Vec::new();
    let names = Names { typed, most, missing: "evaluation-text-missing", long: "evaluation-text-long" };
    let text = names.read(&mut found);
    let named = |it: Wrong| Wrong { field: it.field.replacen("name", field, 1), ..it };
    wrong.extend(found.into_iter().map(named));
    text
}

fn window(new: &New, today: NaiveDate, wrong: &mut Vec<Wrong>) -> (NaiveDate, NaiveDate) {
    let mut day = |field: &str, typed: &str| {
        typed.parse::<NaiveDate>().unwrap_or_else(|_| {
            wrong.push(Wrong::new(field, "evaluation-day-missing"));
            today
        })
    };
    let (opens, last) = (day("opens_on", &new.opens_on), day("last_on", &new.last_on));
    if wrong.iter().all(|it| it.field != "opens_on" && it.field != "last_on") {
        if last < opens || last < today {
            wrong.push(Wrong::new("last_on", "evaluation-ends-before"));
        } else if (last - opens).num_days() >= LONGEST_DAYS || (opens - today).num_days() > 730 {
            wrong.push(Wrong::new("last_on", "evaluation-too-long").arg("n", LONGEST_DAYS));
        }
    }
    (opens, last + Duration::days(1))
}

/// What is asked about which kind, each with what it says.
async fn asked(
    tx: &mut Tx,
    network_id: Uuid,
    new: &New,
    offered: &[Offered],
    wrong: &mut Vec<Wrong>,
) -> Result<Vec<(Kind, Uuid, Content)>> {
    let mut asked = Vec::new();
    for (kind, typed) in new.asked.iter().filter(|(_, typed)| !typed.is_empty()) {
        let field = format!("asks_{}", kind.code());
        match offered.iter().find(|(_, id, _)| id.to_string() == *typed) {
            None => wrong.push(Wrong::new(&field, "evaluation-questionnaire-gone")),
            // Of one version for two kinds it could not be told which an answer is about.
            Some((of, ..)) if of.kind != *kind => {
                wrong.push(Wrong::new(&field, "evaluation-questionnaire-other-kind"));
            }
            Some((_, id, _)) => {
                let version = questionnaires::version(&mut *tx, network_id, *id).await?.or_missing()?;
                asked.push((*kind, *id, version.content));
            }
        }
    }
    if asked.is_empty() && !wrong.iter().any(|it| it.field.starts_with("asks_")) {
        let first = new.asked.first().map_or("open", |(kind, _)| kind.code());
        wrong.push(Wrong::new(&format!("asks_{first}"), "evaluation-asks-nothing"));
    }
    Ok(asked)
}

/// The units that are asked about, where it is not all of them.
async fn chosen(
    tx: &mut Tx,
    unit: &Unit,
    new: &New,
    today: NaiveDate,
    wrong: &mut Vec<Wrong>,
) -> Result<Vec<Uuid>> {
    if !new.occasion && new.units.is_empty() {
        return Ok(Vec::new());
    }
    let all = units::ever_in(&mut *tx, unit.network.id).await?;
    let open = all.iter().filter(|it| it.may_record && it.open_on(today.max(it.opened_on)));
    let chosen: Vec<Uuid> = open.filter(|it| new.units.contains(&it.code)).map(|it| it.id).collect();
    if chosen.is_empty() {
        wrong.push(Wrong::new("units", "evaluation-units-missing"));
    }
    Ok(chosen)
}

impl New {
    /// What is meant, for a network with these evaluations, of which the one with the id of this form is left out.
    pub(super) async fn read(
        &self,
        tx: &mut Tx,
        unit: &Unit,
        (offered, all): (&[Offered], &[Evaluation]),
        today: NaiveDate,
    ) -> Result<std::result::Result<Agreed, Vec<Wrong>>> {
        let mut wrong = Vec::new();
        let name = texts(&self.names, NAME, "name", &mut wrong);
        let purpose = texts(&self.purposes, TEXT, "purpose", &mut wrong);
        let consent = texts(&self.consents, TEXT, "consent", &mut wrong);
        let contact = tidy(&self.contact);
        if contact.is_empty() || contact.chars().count() > NAME {
            wrong.push(Wrong::new("contact", "evaluation-contact-missing"));
        }
        let (opens_on, closes_on) = window(self, today, &mut wrong);
        let asked = asked(tx, unit.network.id, self, offered, &mut wrong).await?;
        let mut languages: Vec<String> =
            asked.iter().flat_map(|(.., content)| content.languages.clone()).collect();
        languages.sort_unstable();
        languages.dedup();
        let terms = self.terms.read(&languages, &mut wrong);
        for (kind, _, content) in &asked {
            if asking::offered(&terms.languages, content).is_empty() {
                wrong.push(Wrong::new(&format!("asks_{}", kind.code()), "evaluation-no-language"));
            }
        }
        let chosen = chosen(tx, unit, self, today, &mut wrong).await?;
        let yearly = !self.occasion;
        let clashes = |it: &&Evaluation| it.yearly && it.id != self.id && it.clashes(opens_on, closes_on);
        if let Some(other) = all.iter().filter(|_| yearly && wrong.is_empty()).find(clashes) {
            let name = crate::i18n::Arg::Name(other.name.clone());
            wrong.push(Wrong::new("opens_on", "evaluation-year-taken").arg("name", name));
        }
        if !wrong.is_empty() {
            return Ok(Err(wrong));
        }
        let asked = asked.into_iter().map(|(kind, id, _)| (kind, id)).collect();
        Ok(Ok(Agreed { name, purpose, consent, contact, opens_on, closes_on, asked, terms, yearly, chosen }))
    }
}
