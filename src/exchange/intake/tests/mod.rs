mod files;
mod fuzz;
mod reading;
mod round;
mod rows;
mod sums;
mod taking;
mod understanding;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Ask, Content, File, LIMITS, Looked, Meaning, Plan, Taken, Wish, key, look, meaning, take};
use crate::access::Me;
use crate::i18n::{Lang, Words};
use crate::measures::{self, Ask as AskBooks, Measure, Period, Question};
use crate::table::{self, Sheet};
use crate::testing::TestApp;
use crate::units::Unit;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    table::read(bytes, &LIMITS).unwrap()
}

pub fn mapped(all: &[(&str, &str)]) -> BTreeMap<String, Meaning> {
    all.iter().map(|(heading, said)| (key(heading), meaning(said).unwrap())).collect()
}

/// A unit with activities of these names, offered since it opened.
pub async fn unit(app: &TestApp, code: &str, activities: &[&str]) -> Unit {
    for name in activities {
        let mut like = app.activity_like(code, &crate::units::code::folded(name)).await;
        like.name = crate::i18n::Text18::one("sl", *name);
        app.keep(like).await;
    }
    app.unit(code).await
}

pub struct Told {
    pub problems: Vec<(Option<usize>, String, &'static str)>,
    pub says: Vec<String>,
}

/// Everything that is told about a file: (row, column, key), and the sentences.
pub fn told(looked: &Looked<'_>) -> Told {
    let all = looked.told();
    for problem in &all {
        for lang in Lang::ALL {
            let says = format!("{} {}", problem.place(Words(lang)), problem.says(Words(lang)));
            assert!(!says.contains(['⟦', '{']), "{says}");
        }
    }
    let place = |it: &&super::Problem| (it.row, it.column.clone().unwrap_or_default(), it.key);
    Told {
        problems: all.iter().map(place).collect(),
        says: all.iter().map(|it| it.says(Words(Lang::En))).collect(),
    }
}

/// What a file would come to, with these wishes and headings.
pub async fn planned<T>(
    app: &TestApp,
    unit: &Unit,
    bytes: &[u8],
    ask: &Ask,
    see: impl FnOnce(&Looked<'_>) -> T,
) -> T {
    let sheets = sheets(bytes);
    let file = File { name: "f.csv", bytes, sheets: &sheets };
    let looked = look(app.app(), None, unit, &file, ask).await.unwrap().expect("a table");
    see(&looked)
}

pub fn plan<'a>(looked: &'a Looked<'_>) -> &'a Plan {
    match &looked.content {
        Content::Entries(it) => &it.1,
        Content::Sums(_) => panic!("sums"),
    }
}

/// Takes a file in and says (added, changed), or what was told.
pub async fn taken(
    app: &TestApp,
    me: Option<&Me>,
    unit: &Unit,
    id: Uuid,
    bytes: &[u8],
    ask: &Ask,
) -> Result<(i64, i64), Vec<(Option<usize>, String, &'static str)>> {
    let sheets = sheets(bytes);
    let file = File { name: "records.csv", bytes, sheets: &sheets };
    match take(app.app(), me, unit, id, &file, ask).await.unwrap() {
        Taken::Done(batch, _) => Ok((batch.added, batch.changed)),
        Taken::Nothing(_) => Ok((0, 0)),
        Taken::Refused(looked) => Err(told(&looked).problems),
        Taken::NoTable => panic!("no table"),
    }
}

pub fn update() -> Ask {
    Ask { wish: Wish { update: true, create_activities: false }, ..Ask::default() }
}

pub fn create() -> Ask {
    Ask { wish: Wish { update: false, create_activities: true }, ..Ask::default() }
}

/// A unit's figures of a year: activities held, minutes, visits, created minutes.
pub async fn figures(app: &TestApp, unit: &Unit, year: i32) -> [i64; 4] {
    let (from, last) =
        (NaiveDate::from_ymd_opt(year, 1, 1).unwrap(), NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
    let period = Period::own(from, last);
    let books = measures::open(&app.db, app.network_id, &[AskBooks::whole(period)]).await.unwrap();
    let sums = books.total(&Question::new(app.network_id, unit.path.clone(), period));
    [Measure::ActivitiesHeld, Measure::YouthWorkMin, Measure::Visits, Measure::CreatedMin]
        .map(|measure| measure.of(&sums).number() as i64)
}
