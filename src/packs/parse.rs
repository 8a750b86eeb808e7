//! A form out of its file. What is wrong is said in plain words, with the file, the part and the key.

use toml::{Table as Toml, Value};

use super::beside::YOUTH;
use super::form::{Asked, Check, Column, Counted, Figure, Filter, Form, Group, List, Rule, Span, Table};
use crate::i18n::Text18;
use crate::measures::{Axis, Ratio};
use crate::vocabulary::{Kind, Part};

/// The format that this program reads.
const FORMAT: i64 = 1;

type Result<T> = std::result::Result<T, String>;

/// A part of a file, with its name for what is said about it.
struct Piece<'a> {
    place: String,
    table: &'a Toml,
}

fn listed<'c>(codes: impl Iterator<Item = &'c str>) -> String {
    codes.collect::<Vec<_>>().join(", ")
}

impl<'a> Piece<'a> {
    fn wrong<T>(&self, key: &str, says: impl std::fmt::Display) -> Result<T> {
        Err(format!("{}: {key}: {says}", self.place))
    }

    /// What nobody reads is most likely a word spelled wrong.
    fn only(&self, known: &[&str]) -> Result<()> {
        match self.table.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => {
                self.wrong(key, format!("there is no such key here; there are {}", known.join(", ")))
            }
            None => Ok(()),
        }
    }

    fn text(&self, key: &str) -> Result<Option<&'a str>> {
        match self.table.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => self.wrong(key, "expected a text in quotes"),
        }
    }

    fn must<T>(&self, key: &str, found: Option<T>) -> Result<T> {
        found.map_or_else(|| self.wrong(key, "is missing"), Ok)
    }

    /// A name for addresses and files.
    fn code(&self, key: &str) -> Result<String> {
        let text = self.must(key, self.text(key)?)?;
        crate::units::code(text).or_else(|says| self.wrong(key, says))
    }

    fn int(&self, key: &str) -> Result<Option<i64>> {
        match self.table.get(key) {
            None => Ok(None),
            Some(Value::Integer(n)) if *n >= 0 => Ok(Some(*n)),
            Some(_) => self.wrong(key, "expected a whole number from 0 on"),
        }
    }

    fn words(&self, key: &str) -> Result<Vec<&'a str>> {
        let wrong = || self.wrong(key, "expected a list of texts in quotes");
        match self.table.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(all)) => match all.iter().map(Value::as_str).collect() {
                Some(words) => Ok(words),
                None => wrong(),
            },
            Some(_) => wrong(),
        }
    }

    /// One of some known words, or several.
    fn known<T>(&self, key: &str, word: &str, all: &[T], code: impl Fn(&T) -> &'static str) -> Result<T>
    where
        T: Copy,
    {
        let found = all.iter().find(|it| code(it) == word).copied();
        found.map_or_else(
            || {
                self.wrong(
                    key,
                    format!("\"{word}\" is not known; expected one of {}", listed(all.iter().map(&code))),
                )
            },
            Ok,
        )
    }

    /// What people read, by language: `{ sl = "…", en = "…" }`.
    fn said(&self, key: &str) -> Result<Text18> {
        let mut text = Text18::default();
        match self.table.get(key) {
            None => {}
            Some(Value::Table(of)) => {
                for (lang, says) in of {
                    let Some(says) = says.as_str() else {
                        return self.wrong(key, format!("{lang}: expected a text in quotes"));
                    };
                    text.set(lang, crate::form::tidy(says));
                }
            }
            Some(_) => {
                return self.wrong(key, "expected a text for each language: { sl = \"…\", en = \"…\" }");
            }
        }
        Ok(text)
    }

    fn name(&self, key: &str) -> Result<Text18> {
        let name = self.said(key)?;
        if name.is_empty() { self.wrong(key, "is missing") } else { Ok(name) }
    }

    /// The pieces below a key: `[[figure]]`.
    fn pieces(&self, key: &str, file: &str) -> Result<Vec<Piece<'a>>> {
        let wrong = || self.wrong(key, format!("expected parts that begin with [[{key}]]"));
        let all = match self.table.get(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(all)) => all,
            Some(_) => return wrong(),
        };
        let mut pieces = Vec::new();
        for (at, value) in all.iter().enumerate() {
            let Some(table) = value.as_table() else { return wrong() };
            let code = table.get("code").or_else(|| table.get("rule")).and_then(Value::as_str);
            let which = code.map_or_else(|| (at + 1).to_string(), |code| format!("\"{code}\""));
            pieces.push(Piece { place: format!("{file}: {key} {which}"), table });
        }
        Ok(pieces)
    }
}

/// The form that a file holds; `file` names it in what is said.
pub fn parse(file: &str, text: &str) -> Result<Form> {
    let table: Toml = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        format!("{file}: line {at}: {}", error.message())
    })?;
    let it = Piece { place: file.to_owned(), table: &table };
    match it.int("format")? {
        Some(FORMAT) => {}
        Some(n) => return it.wrong("format", format!("{n} is not known here; this program reads {FORMAT}")),
        None => return it.wrong("format", format!("is missing; expected {FORMAT}")),
    }
    it.only(&[
        "format", "code", "version", "name", "what", "spans", "figure", "table", "list", "text", "check",
    ])?;
    let spans = it.words("spans")?;
    let spans: Vec<Span> = spans
        .into_iter()
        .map(|span| it.known("spans", span, &Span::ALL, |it| it.code()))
        .collect::<Result<_>>()?;
    let mut form = Form {
        code: it.code("code")?,
        version: it.must("version", it.int("version")?)?,
        name: it.name("name")?,
        what: it.said("what")?,
        spans: if spans.is_empty() { vec![Span::Year] } else { spans },
        figures: it.pieces("figure", file)?.iter().map(figure).collect::<Result<_>>()?,
        tables: Vec::new(),
        lists: Vec::new(),
        texts: it.pieces("text", file)?.iter().map(asked).collect::<Result<_>>()?,
        checks: Vec::new(),
    };
    if form.figures.is_empty() {
        return it.wrong("figure", "a form has one figure at least");
    }
    once(&it, form.figures.iter().map(|it| &it.code))?;
    form.tables = it.pieces("table", file)?.iter().map(|it| split(it, &form, file)).collect::<Result<_>>()?;
    form.lists = it.pieces("list", file)?.iter().map(|it| list(it, &form)).collect::<Result<_>>()?;
    form.checks = it.pieces("check", file)?.iter().map(|it| check(it, &form)).collect::<Result<_>>()?;
    once(&it, form.tables.iter().map(|it| &it.code))?;
    once(&it, form.lists.iter().map(|it| &it.code))?;
    Ok(form)
}

/// Of one kind, each name stands once.
fn once<'c>(it: &Piece<'_>, codes: impl Iterator<Item = &'c String>) -> Result<()> {
    let mut seen: Vec<&String> = Vec::new();
    for code in codes {
        if seen.contains(&code) {
            return it.wrong("code", format!("\"{code}\" stands twice"));
        }
        seen.push(code);
    }
    Ok(())
}

fn figure(it: &Piece<'_>) -> Result<Figure> {
    it.only(&["code", "name", "what", "measure", "kinds", "parts", "ages", "main_fields", "main_tags"])?;
    let measure = it.must("measure", it.text("measure")?)?;
    let Some(counted) = Counted::from_code(measure) else {
        return it.wrong(
            "measure",
            format!("\"{measure}\" cannot be counted from entries; docs/packs.md lists what can"),
        );
    };
    let codes = |key: &str| Ok::<_, String>(it.words(key)?.into_iter().map(str::to_owned).collect());
    let kinds = it.words("kinds")?.into_iter().map(|word| it.known("kinds", word, Kind::ALL, |it| it.code()));
    let parts = it.words("parts")?.into_iter().map(|word| it.known("parts", word, Part::ALL, |it| it.code()));
    let filter = Filter {
        kinds: kinds.collect::<Result<_>>()?,
        parts: parts.collect::<Result<_>>()?,
        ages: ages(it)?,
        fields: codes("main_fields")?,
        tags: codes("main_tags")?,
    };
    if filter.kinds.contains(&Kind::OneToOne) {
        let says = "one-to-one work stands together with other kinds in every figure: leave it out, or name no kinds";
        return it.wrong("kinds", says);
    }
    if filter.ages.is_some() && !counted.of_heads() {
        return it.wrong("ages", format!("\"{measure}\" has no ages; only heads have"));
    }
    if !filter.parts.is_empty() && !counted.of_heads() {
        return it.wrong("parts", format!("\"{measure}\" has no parts; only heads have"));
    }
    if counted == Counted::Ratio(Ratio::Reach) && filter.ages != Some(YOUTH) {
        return it.wrong("ages", "expected [15, 29]: inhabitants are known of these ages");
    }
    Ok(Figure { code: it.code("code")?, name: it.name("name")?, what: it.said("what")?, counted, filter })
}

fn ages(it: &Piece<'_>) -> Result<Option<(i64, i64)>> {
    let Some(value) = it.table.get("ages") else { return Ok(None) };
    let two: Option<Vec<i64>> = value.as_array().and_then(|all| all.iter().map(Value::as_integer).collect());
    match two.as_deref() {
        Some([from, to]) if 0 <= *from && from <= to => Ok(Some((*from, *to))),
        _ => it.wrong("ages", "expected the first and the last age, such as [15, 29]"),
    }
}

/// A figure of the form that a key names.
fn named<'f>(it: &Piece<'_>, key: &str, code: &str, form: &'f Form) -> Result<&'f Figure> {
    let all = || listed(form.figures.iter().map(|figure| figure.code.as_str()));
    form.figure(code)
        .map_or_else(|| it.wrong(key, format!("there is no figure \"{code}\"; there are {}", all())), Ok)
}

fn split(it: &Piece<'_>, form: &Form, file: &str) -> Result<Table> {
    it.only(&["code", "name", "rows", "figures", "group"])?;
    let rows = it.must("rows", it.text("rows")?)?;
    let axes: Vec<Axis> = Axis::ALL.into_iter().filter(|axis| axis.partitions()).collect();
    let rows = it.known("rows", rows, &axes, |it| it.code())?;
    let figures: Vec<String> = it.words("figures")?.into_iter().map(str::to_owned).collect();
    if figures.is_empty() {
        return it.wrong("figures", "is missing");
    }
    for code in &figures {
        let figure = named(it, "figures", code, form)?;
        if matches!(figure.counted, Counted::Ratio(_)) {
            return it.wrong("figures", format!("\"{code}\" is told as a whole only"));
        }
        let heads_alone = matches!(rows, Axis::AgeBand | Axis::Gender | Axis::Part);
        if heads_alone && !figure.counted.of_heads() {
            return it
                .wrong("figures", format!("\"{code}\" is not split by {}; only heads are", rows.code()));
        }
        if rows == Axis::Gender && figure.filter.ages.is_some() {
            return it
                .wrong("figures", format!("\"{code}\" is of some ages; gender and age are never crossed"));
        }
    }
    let mut groups = Vec::new();
    for group in it.pieces("group", file)? {
        group.only(&["code", "name", "terms"])?;
        let terms = group.words("terms")?.into_iter().map(str::to_owned).collect();
        let code = group.must("code", group.text("code")?)?.to_owned();
        groups.push(Group { code, name: group.name("name")?, terms });
    }
    Ok(Table { code: it.code("code")?, name: it.name("name")?, rows, figures, groups })
}

fn list(it: &Piece<'_>, form: &Form) -> Result<List> {
    it.only(&["code", "name", "proves", "columns"])?;
    let proves = it.must("proves", it.text("proves")?)?;
    let figure = named(it, "proves", proves, form)?;
    if !figure.filter.may_be_listed() {
        return it.wrong(
            "proves",
            format!("\"{proves}\" may count one-to-one work, which is never listed; name its kinds"),
        );
    }
    if !figure.counted.additive() || figure.counted.about_staff() {
        return it.wrong(
            "proves",
            format!("\"{proves}\" cannot be listed; only heads, activities and their hours can"),
        );
    }
    let columns = it.words("columns")?;
    let columns: Vec<Column> = columns
        .into_iter()
        .map(|word| it.known("columns", word, &Column::ALL, |it| it.code()))
        .collect::<Result<_>>()?;
    if columns.is_empty() {
        return it.wrong("columns", "is missing");
    }
    Ok(List { code: it.code("code")?, name: it.name("name")?, proves: proves.to_owned(), columns })
}

fn asked(it: &Piece<'_>) -> Result<Asked> {
    it.only(&["code", "asks"])?;
    Ok(Asked { code: it.code("code")?, asks: it.name("asks")? })
}

fn check(it: &Piece<'_>, form: &Form) -> Result<Check> {
    it.only(&["rule", "of", "most"])?;
    let rule = it.must("rule", it.text("rule")?)?;
    let rule = it.known("rule", rule, &Rule::ALL, |it| it.code())?;
    let of = it.text("of")?;
    if let Some(code) = of {
        named(it, "of", code, form)?;
    }
    Ok(Check { rule, of: of.map(str::to_owned), most: it.int("most")?.unwrap_or(0) })
}
