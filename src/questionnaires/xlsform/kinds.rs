//! What a cell `type` says: a question of ours, a group, or something that the field's tools know and that is not asked here.

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Choose {
        many: bool,
        list: String,
        other: bool,
    },
    Number,
    Words,
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,
    /// Known and not taken: the key of the sentence that says why.
    Left(&'static str),
    Unknown,
}

/// About the device or whoever holds it: answers are anonymous, so it has no place to be stored in.
const DEVICE: [&str; 20] = [
    "start",
    "end",
    "today",
    "deviceid",
    "device id",
    "imei",
    "subscriberid",
    "subscriber id",
    "simserial",
    "sim id",
    "phonenumber",
    "phone number",
    "username",
    "email",
    "audit",
    "start time",
    "end time",
    "start-geopoint",
    "background-geopoint",
    "background-audio",
];
/// What may show who answers, or where.
const TELLING: [&str; 12] = [
    "geopoint", "geotrace", "geoshape", "location", "gps", "osm", "image", "photo", "audio", "video", "file",
    "barcode",
];
/// Nobody sees it.
const HIDDEN: [&str; 4] = ["calculate", "hidden", "xml-external", "csv-external"];
/// Asked in another way than is possible here.
const OTHER: [&str; 9] =
    ["date", "time", "datetime", "date time", "decimal", "percentage", "acknowledge", "trigger", "range"];
const OTHER_LISTS: [&str; 4] =
    ["rank", "select_one_from_file", "select_multiple_from_file", "select_one_external"];

const ONE: [&str; 4] = ["select_one_from", "select_one", "select1_from", "select1"];
const MANY: [&str; 4] =
    ["select_multiple_from", "select_multiple", "select_all_that_apply_from", "select_all_that_apply"];

/// What stands behind one of these beginnings, in the letters of the file. Spaces are as good as underscores.
fn after<'t>(text: &'t str, begins: &[&str]) -> Option<&'t str> {
    begins.iter().find_map(|begin| {
        let (head, rest) = text.split_at_checked(begin.len())?;
        let ends = rest.is_empty() || rest.starts_with(' ');
        (head.replace(' ', "_").eq_ignore_ascii_case(begin) && ends).then(|| rest.trim())
    })
}

pub fn kind(text: &str) -> Kind {
    let lower = text.to_lowercase();
    let plain = lower.as_str();
    if let Some((edge, what)) = plain.split_once([' ', '_']) {
        let what = what.trim();
        match (edge, what) {
            ("begin", "group") => return Kind::BeginGroup,
            ("end", "group") => return Kind::EndGroup,
            ("begin", "repeat" | "lgroup" | "looped group" | "loop") => return Kind::BeginRepeat,
            ("end", "repeat" | "lgroup" | "looped group" | "loop") => return Kind::EndRepeat,
            _ => {}
        }
    }
    if after(text, &OTHER_LISTS).is_some() {
        return Kind::Left("xlsform-type-other");
    }
    for (many, begins) in [(false, &ONE), (true, &MANY)] {
        if let Some(list) = after(text, begins) {
            let end = [" or_other", " or other", " or specify other"].iter().find_map(|end| {
                let head = list.len().checked_sub(end.len())?;
                let (list, tail) = list.split_at_checked(head)?;
                tail.eq_ignore_ascii_case(end).then_some(list)
            });
            let other = end.is_some();
            return Kind::Choose { many, list: end.unwrap_or(list).trim().to_owned(), other };
        }
    }
    match plain {
        "text" | "string" => Kind::Words,
        "integer" | "int" => Kind::Number,
        "note" => Kind::Left("xlsform-type-note"),
        _ if DEVICE.contains(&plain) => Kind::Left("xlsform-type-device"),
        _ if TELLING.contains(&plain) => Kind::Left("xlsform-type-telling"),
        _ if HIDDEN.contains(&plain) => Kind::Left("xlsform-type-hidden"),
        _ if OTHER.contains(&plain) => Kind::Left("xlsform-type-other"),
        _ => Kind::Unknown,
    }
}
