//! Projects: what activities of any unit may be part of, so that forty events in ten centres count as one undertaking. A
//! unit has brought it in and keeps its name and dates; it is never deleted.

use uuid::Uuid;

use super::store;
use super::words::Project;
use crate::access::{Act, Me, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, OrMissing, Result};
use crate::form::{Names, Wrong, tidy};
use crate::i18n::Text18;
use crate::units::file::date;
use crate::units::{LONGEST_NAME, Unit, code};

/// One at a time, or two would have one code.
const CHANGING: i64 = 0x7072_6f6a;

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub names: Vec<(String, String)>,
    pub from: String,
    /// Last day, included.
    pub last: String,
    pub programme: String,
}

impl Typed {
    /// The form that shows a project.
    pub fn of(project: &Project, languages: &[String]) -> Typed {
        let name = |lang: &String| (lang.clone(), project.name.get(lang).unwrap_or_default().to_owned());
        Typed {
            names: languages.iter().map(name).collect(),
            from: project.from_on.to_string(),
            last: project.last_on().map_or_else(String::new, |day| day.to_string()),
            programme: project.programme.clone().unwrap_or_default(),
        }
    }

    /// What `before` becomes, or everything that is wrong.
    pub fn project(&self, before: &Project) -> std::result::Result<Project, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let missing = "project-name-missing";
        let names = Names { typed: &self.names, most: LONGEST_NAME, missing, long: "unit-name-long" };
        let mut name: Text18 = names.read(&mut wrong);
        let asked = |lang: &str| self.names.iter().any(|(it, _)| it == lang);
        for (lang, text) in before.name.iter().filter(|(lang, _)| !asked(lang)) {
            name.set(lang, text);
        }
        let (from, last) = (date(&self.from), date(&self.last));
        if from.is_none() {
            wrong.push(Wrong::new("from", "project-from-missing"));
        }
        match (tidy(&self.last).is_empty(), from, last) {
            (false, _, None) => wrong.push(Wrong::new("last", "offer-last-wrong")),
            (false, Some(from), Some(last)) if last < from => {
                wrong.push(Wrong::new("last", "offer-last-early").arg("day", from));
            }
            _ => {}
        }
        let programme = tidy(&self.programme);
        if programme.chars().count() > LONGEST_NAME {
            let most = i64::try_from(LONGEST_NAME).unwrap_or(i64::MAX);
            wrong.push(Wrong::new("programme", "unit-place-long").arg("n", most));
        }
        match from {
            Some(from_on) if wrong.is_empty() => Ok(Project {
                name,
                from_on,
                until_on: last.and_then(|last| last.succ_opt()),
                programme: Some(programme).filter(|it| !it.is_empty()),
                ..before.clone()
            }),
            _ => Err(wrong),
        }
    }
}

/// Brings in a project of this unit. Its id is made by the page: the form sent twice makes one.
pub async fn create(
    app: &App,
    me: &Me,
    unit: &Unit,
    id: Uuid,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::Build, &unit.as_place())?;
    let network_id = unit.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let all = store::projects(&mut tx, network_id).await?;
    if let Some(there) = all.iter().find(|project| project.id == id) {
        return if there.owner_unit_id == unit.id { Ok(Ok(())) } else { Err(AppError::Conflict) };
    }
    let name = typed.names.iter().map(|(_, text)| text.as_str()).find(|text| !text.trim().is_empty());
    let code =
        code::proposed(name.unwrap_or_default(), "project", |code| all.iter().any(|it| it.code == code));
    let blank = Project {
        id,
        code,
        name: Text18::default(),
        from_on: unit.opened_on,
        until_on: None,
        programme: None,
        owner_unit_id: unit.id,
    };
    let project = match typed.project(&blank) {
        Ok(project) => project,
        Err(wrong) => return Ok(Err(wrong)),
    };
    store::insert_project(&mut tx, network_id, &project).await?;
    let what = format!("add project {id}");
    put_on_record_in(app, &mut tx, me.id, "change_words", &what, &network_id, &unit.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Changes what a project of this unit says. Activities that name it go on naming it.
pub async fn change(
    app: &App,
    me: &Me,
    owner: &Unit,
    id: Uuid,
    typed: &Typed,
) -> Result<std::result::Result<(), Vec<Wrong>>> {
    me.allow(Act::Build, &owner.as_place())?;
    let network_id = owner.network.id;
    let mut tx = app.db.begin().await?;
    tx.alone(CHANGING).await?;
    let all = store::projects(&mut tx, network_id).await?;
    let before =
        all.iter().find(|project| project.id == id && project.owner_unit_id == owner.id).or_missing()?;
    let project = match typed.project(before) {
        Ok(project) => project,
        Err(wrong) => return Ok(Err(wrong)),
    };
    store::update_project(&mut tx, network_id, &project).await?;
    let what = format!("change project {id}");
    put_on_record_in(app, &mut tx, me.id, "change_words", &what, &network_id, &owner.id).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
