//! The parts of a DOCX that are the same for every report, or nearly so.

use super::escaped;
use crate::reports::document::Chapter;
use crate::units::look::Colour;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

pub const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>
<Default Extension=\"xml\" ContentType=\"application/xml\"/>
<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>
<Default Extension=\"png\" ContentType=\"image/png\"/>
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>
<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>
</Types>";

pub const RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>
</Relationships>";

pub const DOCUMENT_RELS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>
<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>
<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>
</Relationships>";

pub const NUMBERING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

pub const SETTINGS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:defaultTabStop w:val=\"709\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";

pub fn core(title: &str, author: &str, lang: &str) -> String {
    let (title, author) = (escaped(title), escaped(author));
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{lang}</dc:language></cp:coreProperties>"
    )
}

pub fn document(body: &str) -> String {
    let page = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1304\" w:bottom=\"1304\" w:left=\"1304\" w:header=\"709\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr>";
    format!("{HEAD}<w:document {W}><w:body>{body}{page}</w:body></w:document>")
}

pub fn header(text: &str) -> String {
    let text = escaped(text);
    format!(
        "{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:hdr>"
    )
}

pub fn footer(text: &str) -> String {
    let text = escaped(text);
    format!(
        "{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>"
    )
}

/// A list of contents: headings as they are, which the word processor brings up to date with their pages.
pub fn contents(title: &str, chapters: &[Chapter]) -> String {
    let title = escaped(title);
    let mut xml =
        format!("<w:p><w:pPr><w:pStyle w:val=\"ContentsTitle\"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>");
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-4\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let last = chapters.len().saturating_sub(1);
    for (n, chapter) in chapters.iter().enumerate() {
        let (level, text) = (chapter.level.min(4), escaped(&chapter.heading));
        let (begin, end) = (if n == 0 { begin } else { "" }, if n == last { end } else { "" });
        xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>{begin}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>{end}</w:p>"));
    }
    xml
}

/// Name, code, what it is based on, its paragraph and its letters.
const STYLES: [(&str, &str, &str, &str); 22] = [
    (
        "Title",
        "Title",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "<w:b/><w:color w:val=\"#main\"/><w:sz w:val=\"56\"/>",
    ),
    (
        "Subtitle",
        "Subtitle",
        "<w:spacing w:after=\"240\"/>",
        "<w:color w:val=\"#main\"/><w:sz w:val=\"32\"/>",
    ),
    ("Network", "Network", "<w:spacing w:after=\"60\"/>", "<w:b/><w:color w:val=\"#accent\"/>"),
    (
        "heading 1",
        "Heading1",
        "<w:keepNext/><w:spacing w:before=\"480\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:color w:val=\"#main\"/><w:sz w:val=\"34\"/>",
    ),
    (
        "heading 2",
        "Heading2",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:color w:val=\"#main\"/><w:sz w:val=\"27\"/>",
    ),
    (
        "heading 3",
        "Heading3",
        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:color w:val=\"#accent\"/><w:sz w:val=\"23\"/>",
    ),
    (
        "heading 4",
        "Heading4",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:sz w:val=\"21\"/>",
    ),
    ("Body Text", "BodyText", "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/>", ""),
    (
        "List Bullet",
        "ListBullet",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>",
        "",
    ),
    ("caption", "Caption", "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/>", ""),
    ("Note", "Note", "<w:spacing w:after=\"100\"/>", "<w:color w:val=\"495C61\"/><w:sz w:val=\"18\"/>"),
    (
        "Table Head",
        "TableHead",
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>",
        "<w:b/><w:color w:val=\"495C61\"/><w:sz w:val=\"18\"/>",
    ),
    ("Table Text", "TableText", "<w:spacing w:before=\"30\" w:after=\"30\"/>", "<w:sz w:val=\"20\"/>"),
    ("Picture", "Picture", "<w:keepNext/><w:spacing w:before=\"80\" w:after=\"60\"/>", ""),
    ("Gap", "Gap", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"12\"/>"),
    ("header", "Header", "", "<w:color w:val=\"495C61\"/><w:sz w:val=\"17\"/>"),
    (
        "footer",
        "Footer",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"9298\"/></w:tabs>",
        "<w:color w:val=\"495C61\"/><w:sz w:val=\"17\"/>",
    ),
    (
        "Contents Title",
        "ContentsTitle",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/>",
        "<w:b/><w:color w:val=\"#main\"/><w:sz w:val=\"34\"/>",
    ),
    ("toc 1", "TOC1", "<w:spacing w:after=\"60\"/>", ""),
    ("toc 2", "TOC2", "<w:spacing w:after=\"40\"/><w:ind w:left=\"284\"/>", ""),
    ("toc 3", "TOC3", "<w:spacing w:after=\"20\"/><w:ind w:left=\"567\"/>", ""),
    ("toc 4", "TOC4", "<w:spacing w:after=\"20\"/><w:ind w:left=\"851\"/>", ""),
];

/// Which language is told for a whole country's spelling.
fn locale(lang: &str) -> &str {
    match lang {
        "sl" => "sl-SI",
        "en" => "en-GB",
        other => other,
    }
}

/// Styles in a language and in the colours of a unit.
pub fn styles(lang: &str, main: Colour, accent: Colour) -> String {
    let hex = |colour: Colour| colour.hex().trim_start_matches('#').to_uppercase();
    let lang = locale(lang);
    let style = |(name, code, paragraph, letters): &(&str, &str, &str, &str)| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{code}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    };
    let all: String = STYLES.iter().map(style).collect();
    let all = all.replace("#main", &hex(main)).replace("#accent", &hex(accent));
    let edge = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C8D2D4\"";
    format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{all}<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top {edge}/><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders></w:tblPr></w:style></w:styles>"
    )
}
