//! The form of an evaluation: what it is called, when, what it asks, whom, and on which terms. The same to make one and to
//! change one that is prepared.

use std::collections::BTreeSet;

use askama::Template;
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::app::App;
use crate::error::{AppError, Result};
use crate::evaluation::standing::{AGES, Evaluation, LEAST, usual_window};
use crate::evaluation::typed::{New, Offered};
use crate::evaluation::{store, terms};
use crate::form::{Fields, Wrong, told};
use crate::i18n::{Spoken, Text18, Words, tongue};
use crate::questionnaires::{self, KINDS};
use crate::units::{self, Unit, name_label};
use crate::vocabulary::Kind;
use crate::web::{Visit, icon};

pub struct Said {
    field: String,
    lang: String,
    label: String,
    value: String,
}

/// What can be asked about a kind of activity.
pub struct Asks {
    field: String,
    label: String,
    /// (version, name)
    offered: Vec<(String, String)>,
    chosen: String,
}

/// A language that it may be offered in.
pub struct Language {
    code: String,
    name: String,
    chosen: bool,
    /// Whether the page that young people answer on has its own words in it.
    spoken: bool,
}

#[derive(Template)]
#[template(path = "evaluation/web/form.html")]
pub struct Form {
    w: Words,
    action: String,
    /// Of one that is made already.
    changing: bool,
    /// Where nothing is finished that could be asked: where questionnaires are.
    questionnaires: Option<String>,
    id: Uuid,
    names: Vec<Said>,
    purposes: Vec<Said>,
    consents: Vec<Said>,
    contact: String,
    opens_on: String,
    last_on: String,
    asks: Vec<Asks>,
    occasion: bool,
    /// That may be asked about: (code, name, chosen).
    units: Vec<(String, String, bool)>,
    /// (field, label, value)
    numbers: Vec<(&'static str, String, String)>,
    languages: Vec<Language>,
    problems: Vec<(String, String)>,
}

impl Form {
    fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }

    fn some_chosen(&self) -> bool {
        self.units.iter().any(|(_, _, chosen)| *chosen)
    }

    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, says)| says.as_str())
    }
}

/// Fields of the form; where it was not sent yet, what is usual.
pub struct Typed<'a>(pub Option<&'a Fields>);

impl Typed<'_> {
    fn or(&self, field: &str, usual: impl Fn() -> String) -> String {
        match self.0 {
            Some(sent) => sent.get(field).to_owned(),
            None => usual(),
        }
    }

    fn all<'f>(&'f self, field: &'f str) -> Vec<&'f str> {
        self.0.map_or_else(Vec::new, |sent| sent.all(field).collect())
    }
}

/// Fields of numbers, and what is usual.
const NUMBERS: [(&str, i64); 4] =
    [("least", LEAST), ("split_least", LEAST), ("first_age", AGES.0), ("second_age", AGES.1)];

/// What may be asked: the last finished version of each questionnaire, and what an evaluation asks already.
pub async fn offered(app: &App, unit: &Unit, it: Option<&Evaluation>) -> Result<Vec<Offered>> {
    let mut offered = questionnaires::finished(&app.db, unit.network.id).await?;
    let Some(it) = it else { return Ok(offered) };
    let all = questionnaires::of_network(&app.db, unit.network.id).await?;
    for (_, id) in store::questionnaires(&app.db, it.network_id, it.id).await? {
        if offered.iter().any(|(_, known, _)| *known == id) {
            continue;
        }
        let version = questionnaires::version(&app.db, it.network_id, id).await?;
        let of = version.as_ref().and_then(|it| all.iter().find(|one| one.id == it.questionnaire_id));
        if let (Some(of), Some(version)) = (of, &version) {
            offered.push((of.clone(), id, version.number));
        }
    }
    Ok(offered)
}

/// Languages that any of these questionnaires is written in.
async fn written(app: &App, unit: &Unit, offered: &[Offered]) -> Result<BTreeSet<String>> {
    let mut codes = BTreeSet::new();
    for (_, id, _) in offered {
        let version = questionnaires::version(&app.db, unit.network.id, *id).await?;
        codes.extend(version.map(|it| it.content.languages).unwrap_or_default());
    }
    Ok(codes)
}

/// Languages in which what young people read first can be typed: the network's, then whatever its questionnaires have.
fn typed_in(unit: &Unit, written: &BTreeSet<String>) -> Vec<String> {
    let mut all = unit.network.languages.clone();
    all.extend(written.iter().filter(|lang| !unit.network.languages.contains(lang)).cloned());
    all
}

/// Units that record and are open, by name.
async fn open_units(
    app: &App,
    w: Words,
    unit: &Unit,
    today: NaiveDate,
    typed: &Typed<'_>,
) -> Result<Vec<(String, String, bool)>> {
    let all = units::ever(&app.db, unit.network.id).await?;
    let open = all.iter().filter(|it| it.may_record && it.open_on(today.max(it.opened_on)));
    let chosen = typed.all("unit");
    let mut open: Vec<_> =
        open.map(|it| (it.code.clone(), w.text(&it.name), chosen.contains(&it.code.as_str()))).collect();
    open.sort_by(|a, b| w.compare(&a.1, &b.1));
    Ok(open)
}

fn asks(w: Words, offered: &[Offered], typed: &Typed<'_>) -> Vec<Asks> {
    let one = |kind: Kind| {
        let of_kind = offered.iter().filter(|(it, ..)| it.kind == kind);
        let offered: Vec<(String, String)> =
            of_kind.map(|(it, id, n)| (id.to_string(), format!("{} ({n})", w.text(&it.name)))).collect();
        let field = format!("asks_{}", kind.code());
        let first = || match kind {
            Kind::Open => offered.first().map_or_else(String::new, |(id, _)| id.clone()),
            _ => String::new(),
        };
        let chosen = typed.or(&field, first);
        Asks { chosen, label: w.tr(&format!("kind-{}", kind.code())), offered, field }
    };
    KINDS.map(one).into()
}

/// The form as it is typed, with what is wrong; of one that is prepared, or of a new one.
pub async fn form(
    app: &App,
    visit: &Visit,
    unit: &Unit,
    it: Option<&Evaluation>,
    (typed, wrong): (&Typed<'_>, &[Wrong]),
) -> Result<Form> {
    let (w, today) = (visit.w, app.clock.today(unit.network.zone));
    let all = store::of_network(&app.db, unit.network.id).await?;
    let (mut opens, mut closes) = usual_window(today);
    // The next year that has none yet.
    while all.iter().any(|it| it.yearly && it.clashes(opens, closes)) {
        (opens, closes) = usual_window(closes);
    }
    let offered = offered(app, unit, it).await?;
    let written = written(app, unit, &offered).await?;
    let said = |name: &str, usual: &dyn Fn(Spoken) -> String| -> Vec<Said> {
        let one = |lang: String| {
            let field = format!("{name}_{lang}");
            let value = typed.or(&field, || Spoken::in_language(&lang).map_or_else(String::new, usual));
            Said { label: name_label(w, &lang), value, field, lang }
        };
        typed_in(unit, &written).into_iter().map(one).collect()
    };
    let chosen = typed.all("language");
    let language = |code: &String| Language {
        code: code.clone(),
        name: tongue(code),
        chosen: typed.0.is_none() || chosen.contains(&code.as_str()),
        spoken: Spoken::in_language(code).is_some(),
    };
    let number = |(field, usual): (&'static str, i64)| {
        let label = w.tr(&format!("evaluation-{}", field.replace('_', "-")));
        (field, label, typed.or(field, || usual.to_string()))
    };
    let base = unit.address();
    Ok(Form {
        w,
        action: match it {
            Some(it) => format!("{base}/evaluations/{}/terms", it.code),
            None => format!("{base}/evaluations"),
        },
        changing: it.is_some(),
        questionnaires: offered.is_empty().then(|| format!("{base}/questionnaires")),
        id: typed.or("id", String::new).parse().unwrap_or_else(|_| app.ids.ordered()),
        names: said("name", &|w| w.of("evaluation-usual-name", opens.year())),
        purposes: said("purpose", &|w| w.tr("evaluation-usual-purpose")),
        consents: said("consent", &|w| w.tr("evaluation-usual-consent")),
        contact: typed.or("contact", || visit.me().map_or_else(|_| String::new(), |me| me.mail.clone())),
        opens_on: typed.or("opens_on", || opens.to_string()),
        last_on: typed.or("last_on", || closes.pred_opt().unwrap_or(closes).to_string()),
        asks: asks(w, &offered, typed),
        occasion: typed.all("occasion").contains(&"1"),
        units: open_units(app, w, unit, today, typed).await?,
        numbers: NUMBERS.map(number).into(),
        languages: written.iter().map(language).collect(),
        problems: told(w, wrong),
    })
}

/// What the fields of the form mean.
pub async fn new(app: &App, unit: &Unit, it: Option<&Evaluation>, fields: &Fields) -> Result<New> {
    let typed = Typed(Some(fields));
    let field = |name: &str| typed.or(name, String::new);
    let written = written(app, unit, &offered(app, unit, it).await?).await?;
    let texts = |name: &str| {
        let one = |lang: String| (lang.clone(), field(&format!("{name}_{lang}")));
        typed_in(unit, &written).into_iter().map(one).collect()
    };
    Ok(New {
        id: match it {
            Some(it) => it.id,
            None => field("id").parse().map_err(|_| AppError::Invalid("error-garbled"))?,
        },
        names: texts("name"),
        purposes: texts("purpose"),
        consents: texts("consent"),
        contact: field("contact"),
        opens_on: field("opens_on"),
        last_on: field("last_on"),
        asked: KINDS.map(|kind| (kind, field(&format!("asks_{}", kind.code())))).into(),
        terms: terms::Typed {
            least: field("least"),
            split_least: field("split_least"),
            first_age: field("first_age"),
            second_age: field("second_age"),
            languages: typed.all("language").into_iter().map(str::to_owned).collect(),
        },
        occasion: typed.all("occasion").contains(&"1"),
        units: typed.all("unit").into_iter().map(str::to_owned).collect(),
    })
}

/// What the form would have sent of an evaluation as it stands.
pub async fn stands(app: &App, unit: &Unit, it: &Evaluation) -> Result<Fields> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut fields = vec![
        pair("contact", &it.contact),
        pair("opens_on", &it.opens_on.to_string()),
        pair("last_on", &it.last_on().to_string()),
        pair("occasion", if it.yearly { "" } else { "1" }),
    ];
    let mut texts = |name: &str, text: &Text18| {
        fields.extend(text.iter().map(|(lang, said)| pair(&format!("{name}_{lang}"), said)));
    };
    texts("name", &it.name);
    texts("purpose", &it.purpose);
    texts("consent", &it.consent);
    let numbers = [it.least, it.split_least, it.ages.0, it.ages.1];
    fields.extend(NUMBERS.iter().zip(numbers).map(|((field, _), n)| pair(field, &n.to_string())));
    for (kind, id) in store::questionnaires(&app.db, it.network_id, it.id).await? {
        fields.push(pair(&format!("asks_{}", kind.code()), &id.to_string()));
    }
    let languages = match &*it.languages {
        [] => written(app, unit, &offered(app, unit, Some(it)).await?).await?.into_iter().collect(),
        chosen => chosen.to_owned(),
    };
    fields.extend(languages.iter().map(|lang| pair("language", lang)));
    let chosen = store::chosen(&app.db, it.network_id, it.id).await?;
    let all = units::ever(&app.db, it.network_id).await?;
    fields.extend(all.iter().filter(|unit| chosen.contains(&unit.id)).map(|unit| pair("unit", &unit.code)));
    Ok(Fields(fields))
}
