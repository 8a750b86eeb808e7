//! A report for those who edit on: WordprocessingML with styles for headings, real tables whose heads are told, a language,
//! and a list of contents that the word processor fills. Written by hand, for it is a few kinds of parts in a zip.

mod parts;
mod photos;
mod plan;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::Printed;
use crate::reports::document::{Block, Chart, Item, Results, Story, Table, Target};

/// # Errors
/// Where the file cannot be written.
pub fn docx(it: &Printed<'_>) -> Result<Vec<u8>, String> {
    let mut body = Body { it, xml: String::new() };
    body.whole();
    let (main, accent) = (it.look.tones.main, it.look.accent);
    let files = [
        ("[Content_Types].xml", parts::TYPES.to_owned()),
        ("_rels/.rels", parts::RELS.to_owned()),
        ("docProps/core.xml", parts::core(&it.title(), &it.composed.document.unit, it.w.lang())),
        ("word/document.xml", parts::document(&body.xml)),
        ("word/styles.xml", parts::styles(it.w.lang(), main, accent)),
        ("word/numbering.xml", parts::NUMBERING.to_owned()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/header1.xml", parts::header(&format!("{} · {}", it.composed.document.unit, it.title()))),
        ("word/footer1.xml", parts::footer(&it.state())),
        ("word/_rels/document.xml.rels", photos::relations(it.look)),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let failed = |error: zip::result::ZipError| error.to_string();
    let texts = files.iter().map(|(name, xml)| ((*name).to_owned(), xml.as_bytes()));
    for (name, bytes) in texts.chain(photos::media(it.look)) {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(name, options).map_err(failed)?;
        zip.write_all(bytes).map_err(|error| error.to_string())?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

/// Text as XML takes it; what it allows nowhere is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// A piece of text: bold or not, or a mark above the line.
enum Run<'a> {
    Plain(&'a str),
    Bold(&'a str),
    Soft(&'a str),
    Mark(&'a str),
}

fn run(run: &Run<'_>) -> String {
    let (style, text) = match run {
        Run::Plain(text) => ("", *text),
        Run::Bold(text) => ("<w:rPr><w:b/></w:rPr>", *text),
        Run::Soft(text) => ("<w:rPr><w:color w:val=\"495C61\"/></w:rPr>", *text),
        Run::Mark(text) => {
            ("<w:rPr><w:color w:val=\"495C61\"/><w:vertAlign w:val=\"superscript\"/></w:rPr>", *text)
        }
    };
    let lines: Vec<String> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r>{style}{}</w:r>", lines.join("<w:br/>"))
}

struct Body<'a> {
    it: &'a Printed<'a>,
    xml: String,
}

/// A cell: its runs, and whether it stands on the right.
type Cell<'a> = (Vec<Run<'a>>, bool);

impl Body<'_> {
    fn paragraph(&mut self, style: &str, runs: &[Run<'_>]) {
        let runs: String = runs.iter().map(run).collect();
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>"));
    }

    fn whole(&mut self) {
        let it = self.it;
        let document = it.composed.document.clone().without_empty();
        self.xml.push_str(&photos::logo(it.look, &document.unit));
        self.paragraph("Network", &[Run::Plain(&document.network)]);
        self.paragraph("Title", &[Run::Plain(&document.unit)]);
        self.paragraph("Subtitle", &[Run::Plain(&it.title())]);
        self.paragraph("Note", &[Run::Bold(&it.standing()), Run::Plain(". "), Run::Plain(&it.state())]);
        if let Some(address) = &it.address {
            self.paragraph("Note", &[Run::Plain(address)]);
        }
        if !document.short {
            self.xml.push_str(&parts::contents(&it.w.tr("report-contents"), &document.chapters));
        }
        for note in &document.notes {
            self.paragraph("Note", &[Run::Bold(note)]);
        }
        for chapter in &document.chapters {
            self.paragraph(&format!("Heading{}", chapter.level.min(4)), &[Run::Plain(&chapter.heading)]);
            chapter.blocks.iter().for_each(|block| self.block(block));
        }
        self.sources();
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { text } => self.paragraph("BodyText", &[Run::Plain(text)]),
            Block::List { items } => {
                items.iter().for_each(|it| self.paragraph("ListBullet", &[Run::Plain(it)]))
            }
            Block::Figures { items } => self.figures(items),
            Block::Chart(chart) => self.chart(chart),
            Block::Table(table) => self.table_of(table),
            Block::Results(results) => self.results(results),
            Block::Targets { items } => items.iter().for_each(|it| self.target(it)),
            Block::Stories { items } => items.iter().for_each(|it| self.story(it)),
            Block::Note { text } => self.paragraph("Note", &[Run::Plain(text)]),
            Block::Plan(table) => self.plan(table),
            Block::Facts(facts) => self.facts(facts),
            Block::Came(rows) => self.came(rows),
        }
    }

    /// A table with a head. `about`: what it shows, for whoever does not see it.
    fn table(&mut self, about: &str, head: &[Cell<'_>], rows: &[Vec<Cell<'_>>]) {
        let cell = |(runs, right): &Cell<'_>, head: bool| {
            let align = if *right { "<w:jc w:val=\"right\"/>" } else { "" };
            let style = if head { "TableHead" } else { "TableText" };
            let runs: String = runs.iter().map(run).collect();
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{align}</w:pPr>{runs}</w:p></w:tc>"
            )
        };
        let row = |cells: &[Cell<'_>], head: bool| {
            let how = if head {
                "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            } else {
                "<w:trPr><w:cantSplit/></w:trPr>"
            };
            let cells: String = cells.iter().map(|it| cell(it, head)).collect();
            format!("<w:tr>{how}{cells}</w:tr>")
        };
        let grid: String = head.iter().map(|_| "<w:gridCol w:w=\"2000\"/>").collect();
        let about = escaped(about);
        let look = "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>{look}<w:tblCaption w:val=\"{about}\"/><w:tblDescription w:val=\"{about}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ));
        self.xml.push_str(&row(head, true));
        rows.iter().for_each(|cells| self.xml.push_str(&row(cells, false)));
        // Two tables in a row would become one.
        self.xml.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
    }

    fn figures(&mut self, items: &[Item]) {
        let w = self.it.w;
        let (head, now) = (w.tr("report-figure"), self.it.composed.document.period.clone());
        let before = items.iter().find_map(|it| it.before.as_ref());
        let mut heads: Vec<Cell<'_>> = vec![(vec![Run::Plain(&head)], false), (vec![Run::Plain(&now)], true)];
        let change = w.tr("overview-difference");
        if let Some(before) = before {
            heads.push((vec![Run::Plain(&before.says)], true));
            heads.push((vec![Run::Plain(&change)], true));
        }
        let rows: Vec<Vec<Cell<'_>>> = items
            .iter()
            .map(|it| {
                let mut cells: Vec<Cell<'_>> = vec![
                    (vec![Run::Plain(&it.label)], false),
                    (vec![Run::Bold(&it.shown), Run::Mark(&it.mark)], true),
                ];
                if let Some(before) = &it.before {
                    cells.push((vec![Run::Plain(&before.shown), Run::Mark(&before.mark)], true));
                    cells.push((vec![Run::Plain(before.change.as_deref().unwrap_or("–"))], true));
                }
                cells
            })
            .collect();
        self.table(&w.tr("report-figures"), &heads, &rows);
    }

    fn chart(&mut self, chart: &Chart) {
        self.paragraph("Caption", &[Run::Bold(&chart.title), Run::Mark(&chart.mark)]);
        if !chart.finding.is_empty() {
            self.paragraph("Note", &[Run::Plain(&chart.finding)]);
        }
        let shares = chart.bars.iter().any(|bar| !bar.share.is_empty());
        let mut head: Vec<Cell<'_>> =
            vec![(vec![Run::Plain(&chart.heads.0)], false), (vec![Run::Plain(&chart.heads.1)], true)];
        head.extend(shares.then(|| (vec![Run::Plain("%")], true)));
        let rows: Vec<Vec<Cell<'_>>> = chart
            .bars
            .iter()
            .map(|bar| {
                let mut cells: Vec<Cell<'_>> =
                    vec![(vec![Run::Plain(&bar.label)], false), (vec![Run::Plain(&bar.shown)], true)];
                cells.extend(shares.then(|| (vec![Run::Soft(&bar.share)], true)));
                cells
            })
            .collect();
        self.table(&chart.title, &head, &rows);
        if let Some(note) = &chart.note {
            self.paragraph("Note", &[Run::Plain(note)]);
        }
    }

    fn table_of(&mut self, table: &Table) {
        self.paragraph("Caption", &[Run::Bold(&table.caption)]);
        let mut head: Vec<Cell<'_>> = vec![(vec![Run::Plain(&table.head)], false)];
        head.extend(table.columns.iter().map(|(name, mark)| (vec![Run::Plain(name), Run::Mark(mark)], true)));
        let line = |(name, cells): &'_ (String, Vec<String>), bold: bool| -> Vec<(String, bool, bool)> {
            std::iter::once((name.clone(), false, bold))
                .chain(cells.iter().map(|it| (it.clone(), true, bold)))
                .collect()
        };
        let all: Vec<Vec<(String, bool, bool)>> = table
            .rows
            .iter()
            .map(|row| line(row, false))
            .chain(table.total.iter().map(|row| line(row, true)))
            .collect();
        let cell = |(text, right, bold)| -> Cell<'_> {
            let text: &String = text;
            (vec![if bold { Run::Bold(text) } else { Run::Plain(text) }], right)
        };
        let rows: Vec<Vec<Cell<'_>>> =
            all.iter().map(|row| row.iter().map(|it| cell((&it.0, it.1, it.2))).collect()).collect();
        self.table(&table.caption, &head, &rows);
        if let Some(note) = &table.note {
            self.paragraph("Note", &[Run::Plain(note)]);
        }
    }

    fn results(&mut self, it: &Results) {
        let w = self.it.w;
        self.paragraph("Caption", &[Run::Bold(&it.evaluation), Run::Mark(&it.mark)]);
        let heads = [w.tr("aim-area"), w.tr("slides-index"), w.tr("report-range"), w.tr("slides-change")];
        let head: Vec<Cell<'_>> = heads.iter().map(|text| (vec![Run::Plain(text)], false)).collect();
        let rows: Vec<Vec<Cell<'_>>> = it
            .areas
            .iter()
            .map(|area| {
                vec![
                    (vec![Run::Plain(&area.name)], false),
                    (vec![Run::Bold(&area.shown)], true),
                    (vec![Run::Soft(&area.says)], false),
                    (vec![Run::Plain(&area.change)], false),
                ]
            })
            .collect();
        self.table(&it.evaluation, &head, &rows);
        self.paragraph("Note", &[Run::Plain(&it.note)]);
    }

    fn target(&mut self, it: &Target) {
        self.paragraph("BodyText", &[Run::Bold(&it.aim)]);
        let whom = if it.whom.is_empty() {
            String::new()
        } else {
            format!(" · {} {}", self.it.w.tr("report-whom"), it.whom)
        };
        self.paragraph("Note", &[Run::Plain(&it.measure), Run::Plain(&whom)]);
        self.paragraph("BodyText", &[Run::Plain(&it.came)]);
    }

    fn story(&mut self, it: &Story) {
        self.paragraph("BodyText", &[Run::Bold(&it.title), Run::Soft("  "), Run::Soft(&it.when)]);
        if let Some(shot) = &it.photo {
            match photos::photo(self.it.look, shot) {
                Some(xml) => {
                    self.xml.push_str(&xml);
                    self.paragraph("Note", &[Run::Plain(&shot.caption)]);
                }
                None => self.paragraph("Note", &[Run::Plain(&self.it.w.tr("report-photo-gone"))]),
            }
        }
        for part in it.words.split("\n\n").filter(|part| !part.is_empty()) {
            self.paragraph("BodyText", &[Run::Plain(part)]);
        }
    }

    fn sources(&mut self) {
        let (it, w) = (self.it, self.it.w);
        self.paragraph("Heading1", &[Run::Plain(&w.tr("report-sources"))]);
        self.paragraph(
            "Note",
            &[
                Run::Plain(&w.of("report-sources-what", &it.definitions)),
                Run::Plain(" "),
                Run::Plain(&it.state()),
            ],
        );
        if let Some(address) = &it.address {
            self.paragraph("Note", &[Run::Plain(&w.of("report-sources-where", address))]);
        }
        let heads = [w.tr("report-source-of"), w.tr("report-source-figures")];
        let head: Vec<Cell<'_>> = heads.iter().map(|text| (vec![Run::Plain(text)], false)).collect();
        let all: Vec<(String, String)> = it
            .sources()
            .into_iter()
            .map(|it| {
                let marked: Vec<String> =
                    it.figures.into_iter().map(|(mark, says)| format!("{mark} {says}")).collect();
                (it.heading, marked.join(if it.by_line { "\n" } else { "; " }))
            })
            .collect();
        let rows: Vec<Vec<Cell<'_>>> = all
            .iter()
            .map(|(name, says)| vec![(vec![Run::Plain(name)], false), (vec![Run::Plain(says)], false)])
            .collect();
        self.table(&w.tr("report-sources"), &head, &rows);
    }
}
