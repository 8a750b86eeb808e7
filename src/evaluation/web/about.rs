//! What an evaluation is agreed on, what its languages lack, and what was done with it, as its page tells.

use chrono::Timelike;
use chrono_tz::Tz;

use crate::app::App;
use crate::clock::Day;
use crate::error::{OrMissing, Result};
use crate::evaluation::acts::Deed;
use crate::evaluation::asking::offered;
use crate::evaluation::standing::Evaluation;
use crate::evaluation::store;
use crate::i18n::{Arg, Spoken, Words, tongue};
use crate::questionnaires::{self, Content, missing};
use crate::units;
use crate::vocabulary::Kind;

/// What is asked about a kind.
pub struct Asked {
    kind: Kind,
    /// With its number.
    name: String,
    content: Content,
}

/// A language that lacks something, and what that means.
pub struct Lack {
    pub name: String,
    pub says: Vec<String>,
}

/// What is asked, about which kind.
pub async fn asked(app: &App, w: Words, it: &Evaluation) -> Result<Vec<Asked>> {
    let all = questionnaires::of_network(&app.db, it.network_id).await?;
    let mut asked = Vec::new();
    for (kind, id) in store::questionnaires(&app.db, it.network_id, it.id).await? {
        let version = questionnaires::version(&app.db, it.network_id, id).await?.or_missing()?;
        let of = all.iter().find(|one| one.id == version.questionnaire_id).or_missing()?;
        let name = format!("{} ({})", w.text(&of.name), version.number);
        asked.push(Asked { kind, name, content: version.content });
    }
    Ok(asked)
}

/// Codes of the languages that it is meant to be offered in.
fn languages(it: &Evaluation, asked: &[Asked]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for lang in asked.iter().flat_map(|it| &it.content.languages) {
        let wanted = it.languages.is_empty() || it.languages.contains(lang);
        if wanted && !all.contains(lang) {
            all.push(lang.clone());
        }
    }
    all
}

/// What it is agreed on: (what, how).
pub async fn terms(app: &App, w: Words, it: &Evaluation, asked: &[Asked]) -> Result<Vec<(String, String)>> {
    let chosen = store::chosen(&app.db, it.network_id, it.id).await?;
    let whom = if chosen.is_empty() {
        w.tr("evaluation-of-all")
    } else {
        let all = units::ever(&app.db, it.network_id).await?;
        let mut names: Vec<String> =
            all.iter().filter(|unit| chosen.contains(&unit.id)).map(|unit| w.text(&unit.name)).collect();
        names.sort_by(|a, b| w.compare(a, b));
        names.join(", ")
    };
    let one = |it: &Asked| format!("{}: {}", w.tr(&format!("kind-{}", it.kind.code())), it.name);
    let (second, third) = it.ages;
    let middle = w.with("ask-age-from", &[("from", second.into()), ("to", (third - 1).into())]);
    let ages = [w.n("ask-age-below", second), middle, w.n("ask-age-over", third)];
    let tongues: Vec<String> = languages(it, asked).iter().map(|lang| tongue(lang)).collect();
    Ok([
        ("evaluation-about-whom", whom),
        ("evaluation-asks", asked.iter().map(one).collect::<Vec<_>>().join("; ")),
        ("evaluation-least", w.int(it.least)),
        ("evaluation-split-least", w.int(it.split_least)),
        ("evaluation-ages", ages.join("; ")),
        ("evaluation-languages", tongues.join(", ")),
        ("evaluation-purpose", w.text(&it.purpose)),
        ("evaluation-consent", w.text(&it.consent)),
        ("evaluation-contact", it.contact.clone()),
    ]
    .map(|(key, says)| (w.tr(key), says))
    .into())
}

/// What is not there in its languages, and how young people get it then.
pub fn lacks(w: Words, it: &Evaluation, asked: &[Asked]) -> Vec<Lack> {
    let own = [
        (&it.name, "evaluation-lacks-name"),
        (&it.purpose, "evaluation-lacks-purpose"),
        (&it.consent, "evaluation-lacks-consent"),
    ];
    let one = |lang: String| {
        let mut says = Vec::new();
        if Spoken::in_language(&lang).is_none() {
            let instead = asked.iter().flat_map(|one| offered(&it.languages, &one.content)).next();
            let instead = instead.map_or_else(|| tongue("en"), |lang| tongue(&lang));
            says.push(w.of("evaluation-unspoken", instead));
        } else {
            let lacking =
                own.iter().filter(|(text, _)| text.get(&lang).is_none_or(|it| it.trim().is_empty()));
            says.extend(lacking.map(|(_, key)| w.tr(key)));
            for one in asked.iter().filter(|one| one.content.languages.contains(&lang)) {
                let n = missing(&one.content, &lang).len();
                if n > 0 {
                    let n = Arg::Int(i64::try_from(n).unwrap_or(i64::MAX));
                    says.push(
                        w.with("evaluation-lacks-questions", &[("n", n), ("it", one.name.as_str().into())]),
                    );
                }
            }
        }
        Lack { name: tongue(&lang), says }
    };
    languages(it, asked).into_iter().map(one).filter(|lack| !lack.says.is_empty()).collect()
}

/// What was done: (what, when and by whom).
pub async fn deeds(app: &App, w: Words, it: &Evaluation, zone: Tz) -> Result<Vec<(String, String)>> {
    let done = store::acts(&app.db, it).await?;
    let told = done.into_iter().map(|done| {
        let at = done.at.with_timezone(&zone);
        let clock = w.clock(i64::from(at.hour() * 60 + at.minute()));
        let by = match (done.by, done.deed) {
            (Some(name), _) => name,
            (None, Deed::Opened | Deed::Closed) => w.tr("deed-itself"),
            (None, _) => String::new(),
        };
        let when = format!("{}, {clock}", w.date(Day::Now(done.at).in_zone(zone)));
        let says = if by.is_empty() { when } else { format!("{when} · {by}") };
        (w.tr(&format!("deed-{}", done.deed.code())), says)
    });
    Ok(told.collect())
}
