//! What somebody typed into a section: what it comes to, what is wrong with it, and the fields as they were.

use uuid::Uuid;

use crate::form::Wrong;
use crate::reports::report::{Chosen, MOST_STORIES, chosen, kept};
use crate::reports::template::What;
use crate::reports::text;

/// Empty rows for further stories.
const MORE: usize = 2;

/// The fields of one story.
#[derive(Clone)]
pub struct Row {
    pub at: usize,
    pub entry: String,
    pub words: String,
    /// Without its photo.
    pub bare: bool,
    /// What its entry is called, where that is none of those to choose from.
    pub apart: Option<String>,
}

pub struct Typed {
    pub body: String,
    pub rows: Vec<Row>,
    pub wrong: Vec<Wrong>,
}

impl From<String> for Typed {
    /// A body that was kept once, as if it had been typed.
    fn from(body: String) -> Typed {
        Typed { rows: rows(&body), body, wrong: Vec::new() }
    }
}

/// Fields of stories as they are kept, and empty ones for more.
pub fn rows(body: &str) -> Vec<Row> {
    let told = chosen(body);
    let of = |(at, it): (usize, &Chosen)| {
        let (entry, words) = (it.entry.to_string(), it.words.clone());
        Row { at, entry, words, bare: it.bare, apart: None }
    };
    let blank = |at| Row { at, entry: String::new(), words: String::new(), bare: false, apart: None };
    let more = (told.len() + MORE).min(MOST_STORIES);
    told.iter().enumerate().map(of).chain((told.len()..more).map(blank)).collect()
}

fn get<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
}

/// What a form says.
pub fn typed(what: &What, fields: &[(String, String)]) -> Typed {
    if *what == What::Stories {
        return stories(fields);
    }
    let body = text::tidy(get(fields, "body"));
    let mut wrong = Vec::new();
    if body.chars().count() > text::LONGEST {
        wrong.push(long("body", text::LONGEST));
    }
    Typed { body, rows: Vec::new(), wrong }
}

fn long(field: &str, most: usize) -> Wrong {
    Wrong::new(field, "report-text-long").arg("n", i64::try_from(most).unwrap_or(i64::MAX))
}

fn stories(fields: &[(String, String)]) -> Typed {
    let row = |at: usize| Row {
        at,
        entry: get(fields, &format!("entry_{at}")).to_owned(),
        words: get(fields, &format!("words_{at}")).to_owned(),
        bare: !get(fields, &format!("bare_{at}")).is_empty(),
        apart: None,
    };
    let mut rows: Vec<Row> = (0..MOST_STORIES).map(row).collect();
    let (mut told, mut wrong): (Vec<Chosen>, Vec<Wrong>) = (Vec::new(), Vec::new());
    for row in &rows {
        let (words, field) = (text::tidy(&row.words), format!("entry_{}", row.at));
        match row.entry.parse() {
            Ok(entry) if told.iter().all(|it| it.entry != entry) => {
                if words.chars().count() > text::LONGEST / 5 {
                    wrong.push(long(&format!("words_{}", row.at), text::LONGEST / 5));
                }
                told.push(Chosen { entry, words, bare: row.bare });
            }
            Ok(_) => wrong.push(Wrong::new(&field, "report-story-twice")),
            Err(_) if !words.is_empty() => wrong.push(Wrong::new(&field, "report-story-missing")),
            Err(_) => {}
        }
    }
    // What was typed beside no entry stays where it was typed.
    let used = rows.iter().rposition(|row| !row.entry.is_empty() || !row.words.is_empty());
    rows.truncate(used.map_or(0, |at| at + 1) + MORE);
    Typed { body: kept(&told), rows, wrong }
}

/// What is wrong with entries that may not be told, beside where each was chosen.
pub fn refused(rows: &[Row], refused: &[(Uuid, &'static str)]) -> Vec<Wrong> {
    let one = |&(entry, key): &(Uuid, &'static str)| {
        let chosen = |row: &&Row| row.entry.parse().is_ok_and(|id: Uuid| id == entry);
        let at = rows.iter().find(chosen).map_or(0, |row| row.at);
        Wrong::new(&format!("entry_{at}"), key)
    };
    refused.iter().map(one).collect()
}
