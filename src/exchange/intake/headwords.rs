//! The words that centres head their columns with, in Slovene and English.

use super::heading::Meaning;
use crate::exchange::columns::Column;
use crate::vocabulary::{Gender, Part};

/// What a heading means with what it is counted in behind it: "Prostovoljci (št.)", "Ustvarjalni čas (h)".
pub fn counted(words: &[String]) -> Option<Meaning> {
    use Column as C;
    let (last, first) = words.split_last()?;
    let meaning = by_words(&first.join(" "))?;
    match last.as_str() {
        "h" | "ur" | "ure" | "hours" | "hrs" => match meaning {
            Meaning::Length | Meaning::Hours => Some(Meaning::Hours),
            Meaning::Created | Meaning::CreatedHours => Some(Meaning::CreatedHours),
            Meaning::Own(C::StaffCount) | Meaning::StaffHours => Some(Meaning::StaffHours),
            Meaning::Own(C::VolunteerCount) | Meaning::VolunteerHours => Some(Meaning::VolunteerHours),
            Meaning::PrepHours => Some(Meaning::PrepHours),
            _ => None,
        },
        "min" | "minute" | "minut" | "minutes" => match meaning {
            Meaning::Length => Some(Meaning::Own(C::DurationMin)),
            Meaning::Created => Some(Meaning::Own(C::CreatedMin)),
            Meaning::PrepHours => Some(Meaning::Own(C::PrepMin)),
            _ => None,
        },
        "st" | "stevilo" | "no" | "number" => match meaning {
            Meaning::Own(C::StaffCount | C::VolunteerCount | C::FirstVisits) => Some(meaning),
            _ => None,
        },
        _ => None,
    }
}

/// What a whole heading means, folded.
pub fn by_words(key: &str) -> Option<Meaning> {
    use Column as C;
    Some(match key {
        "datum" | "date" | "dan" | "day" | "dne" | "datum izvedbe" | "dan izvedbe" | "datum dejavnosti"
        | "datum aktivnosti" | "date of activity" | "when" => Meaning::Own(C::Date),
        "dejavnost" | "aktivnost" | "activity" | "naziv" | "ime" | "name" | "ime dejavnosti"
        | "naziv dejavnosti" | "ime aktivnosti" | "naziv aktivnosti" | "activity name"
        | "name of activity" | "sifra dejavnosti" | "koda dejavnosti" | "activity code" | "program"
        | "programme" | "dogodek" | "event" | "session" => Meaning::Own(C::Activity),
        "zacetek" | "od" | "start" | "from" | "ura zacetka" | "zacetna ura" | "cas zacetka" | "pricetek"
        | "od ure" | "begin" | "beginning" | "start time" | "ura od" | "started" => Meaning::Own(C::Start),
        "konec" | "do" | "end" | "to" | "ura konca" | "koncna ura" | "zakljucek" | "do ure" | "end time"
        | "until" | "ura do" | "finish" | "ended" => Meaning::Own(C::End),
        "cas" | "ura" | "time" | "times" | "od do" | "termin" | "kdaj" | "ura od do" | "cas izvedbe"
        | "from to" => Meaning::Span,
        "trajanje" | "duration" | "length" | "trajanje dejavnosti" | "cas trajanja" | "dolzina" => {
            Meaning::Length
        }
        "ure"
        | "ur"
        | "hours"
        | "st ur"
        | "stevilo ur"
        | "trajanje h"
        | "trajanje ure"
        | "trajanje ur"
        | "trajanje v urah"
        | "ure trajanja"
        | "duration h"
        | "duration hours"
        | "duration in hours"
        | "hrs"
        | "h"
        | "no of hours"
        | "ure mladinskega dela"
        | "youth work hours"
        | "number of hours" => Meaning::Hours,
        "min"
        | "minute"
        | "minutes"
        | "trajanje min"
        | "trajanje minute"
        | "trajanje v minutah"
        | "st minut"
        | "duration min"
        | "duration minutes"
        | "duration in minutes" => Meaning::Own(C::DurationMin),
        "ustvarjeno"
        | "created"
        | "ustvarjalni cas"
        | "ustvarjen cas"
        | "created time"
        | "time created"
        | "created by young people"
        | "cas ustvarjanja" => Meaning::Created,
        "ustvarjene ure" | "ustvarjeno h" | "ustvarjeno ure" | "ustvarjeno ur" | "created hours"
        | "created h" | "hours created" | "ure ustvarjanja" => Meaning::CreatedHours,
        "ustvarjeno min" | "ustvarjene minute" | "created minutes" | "created min" | "created in minutes" => {
            Meaning::Own(C::CreatedMin)
        }
        "delez ustvarjenega" | "ustvarjeno delez" | "delez ustvarjenega casa" | "share created" => {
            Meaning::CreatedShare
        }
        "prvi obiski" | "prvi obisk" | "prvic" | "prvic pri nas" | "stevilo novih" | "st novih" | "novi"
        | "novi obiskovalci" | "novi mladi" | "first visits" | "first visit" | "first time" | "new"
        | "newcomers" => Meaning::Own(C::FirstVisits),
        "osebje"
        | "staff"
        | "delavci"
        | "stevilo delavcev"
        | "st delavcev"
        | "mladinski delavci"
        | "zaposleni"
        | "youth workers"
        | "workers"
        | "st zaposlenih"
        | "stevilo zaposlenih"
        | "stevilo mladinskih delavcev"
        | "st mladinskih delavcev"
        | "number of staff"
        | "staff count" => Meaning::Own(C::StaffCount),
        "ure osebja" | "ure delavcev" | "ure zaposlenih" | "staff hours" => Meaning::StaffHours,
        "priprava" | "ure priprave" | "priprava h" | "preparation" | "preparation hours" | "prep"
        | "prep hours" => Meaning::PrepHours,
        "prostovoljci" | "st prostovoljcev" | "stevilo prostovoljcev" | "volunteers" | "no of volunteers" => {
            Meaning::Own(C::VolunteerCount)
        }
        "ure prostovoljcev" | "prostovoljske ure" | "volunteer hours" => Meaning::VolunteerHours,
        "opomba" | "opombe" | "note" | "notes" | "komentar" | "comment" | "comments" | "opis"
        | "description" | "zapisek" | "zapis" | "remarks" | "opazanja" | "posebnosti" => {
            Meaning::Own(C::Note)
        }
        "enota" | "center" | "centre" | "unit" | "mladinski center" | "mc" | "youth centre"
        | "youth center" | "organizacija" | "organisation" | "organization" => Meaning::Own(C::Unit),
        "status" | "stanje" | "izvedba" => Meaning::Own(C::Status),
        "odpadlo" | "odpovedano" | "canceled" | "called off" => Meaning::CalledOff,
        "razlog" | "razlog odpovedi" | "reason" => Meaning::Own(C::CancelReason),
        "id" | "sifra" | "external id" | "zunanja sifra" | "evidencna stevilka" => Meaning::Own(C::Entry),
        "vrsta" | "tip" | "type" | "vrsta dejavnosti" | "tip dejavnosti" | "oblika" | "kind of activity" => {
            Meaning::Own(C::Kind)
        }
        "kje" | "nacin izvedbe" | "place" | "kind of place" => Meaning::Own(C::PlaceKind),
        "projekt" => Meaning::Own(C::Project),
        "glavna oznaka" | "oznaka" | "tag" | "main tag" => Meaning::Own(C::MainTag),
        "glavno podrocje" | "podrocje" | "field" | "main field" => Meaning::Own(C::MainField),
        "kako je presteto" | "nacin stetja" | "count method" => Meaning::Own(C::CountMethod),
        "obdobje" => Meaning::Period,
        "leto" => Meaning::Year,
        "mesec" => Meaning::Month,
        "stevilo dejavnosti"
        | "st dejavnosti"
        | "dejavnosti"
        | "aktivnosti"
        | "st aktivnosti"
        | "stevilo aktivnosti"
        | "activities"
        | "sessions"
        | "izvedbe"
        | "st izvedb"
        | "stevilo izvedb"
        | "no of activities"
        | "number of activities"
        | "activities held" => Meaning::Held,
        "zap st" | "zaporedna stevilka" | "z st" | "no" | "dan v tednu" | "teden" | "week" | "weekday"
        | "day of week" => Meaning::Aside,
        _ => return None,
    })
}

/// Words beside the ones that count.
const BESIDE: [&str; 31] = [
    "st",
    "stevilo",
    "skupaj",
    "skupno",
    "vsi",
    "vseh",
    "total",
    "all",
    "number",
    "count",
    "of",
    "the",
    "mladi",
    "mladih",
    "mladostniki",
    "young",
    "people",
    "persons",
    "oseb",
    "osebe",
    "let",
    "leta",
    "years",
    "year",
    "old",
    "starih",
    "med",
    // "Of these": od tega deklet.
    "od",
    "tega",
    "which",
    "youth",
];
/// Words that make a heading one of ages.
const OF_AGE: [&str; 5] = ["starost", "starosti", "age", "ages", "aged"];

/// A heading of heads: a part, a gender, an age, or all of them. Gender and age are never crossed.
pub fn heads(heading: &str, words: &[String]) -> Option<Meaning> {
    let mut of_gender = false;
    let (mut part, mut gender, mut any, mut unknown, mut of_age, mut all) =
        (None, None, false, false, false, false);
    let (age, rest) = age(heading, words);
    let joined = rest.join(" ");
    if ["non binary", "nebinarn", "nonbinary"].iter().any(|it| joined.contains(it)) {
        gender = Some(Gender::NonBinary);
    } else if ["not stated", "neopredeljen", "ne zelijo povedati", "ni navedel", "prefer not to say"]
        .iter()
        .any(|it| joined.contains(it))
    {
        gender = Some(Gender::NotStated);
    }
    let settled = gender.is_some();
    for word in &rest {
        let word = word.as_str();
        let starts = |all: &[&str]| all.iter().any(|begin| word.starts_with(begin));
        if starts(&["ustvarjalc", "ustvarjalk", "soustvarjalc", "creator"])
            || matches!(word, "aktivni" | "aktivnih" | "aktivne")
        {
            part = part.or(Some(Part::Creator));
        } else if starts(&["publik", "gledal", "obcinstv", "audience", "poslusal", "spectator"]) {
            part = part.or(Some(Part::Audience));
        } else if starts(&["udelez", "participant"]) {
            part = part.or(Some(Part::Participant));
        } else if starts(&["obisk", "visit", "attend", "prisotn"]) {
            all = true;
        } else if settled
            && starts(&[
                "non", "binary", "nebin", "not", "stated", "neopr", "ne", "zel", "poved", "ni", "nav",
                "prefer", "to", "say",
            ])
        {
        } else if starts(&["dekl", "zensk", "girl", "female", "women", "punc"]) || matches!(word, "z" | "f") {
            any |= gender.replace(Gender::Girl).is_some();
        } else if starts(&["fant", "mosk", "boy"]) || matches!(word, "male" | "males" | "men" | "m") {
            any |= gender.replace(Gender::Boy).is_some();
        } else if starts(&["neznan", "unknown", "brez"]) || word == "podatka" {
            unknown = true;
        } else if matches!(word, "spol" | "spola" | "gender" | "sex") {
            of_gender = true;
        } else if OF_AGE.contains(&word) {
            of_age = true;
        } else if !BESIDE.contains(&word) {
            return None;
        }
    }
    // "Boys and girls" together are everybody.
    let gender = if any { None } else { gender };
    let of = part.unwrap_or(Part::Participant);
    match (gender, age) {
        (Some(_), Some(_)) => None,
        (Some(gender), None) if !of_age && !unknown => Some(Meaning::Own(Column::Gender(of, gender))),
        (None, Some(code)) if !any => Some(Meaning::Own(Column::Age(of, code))),
        (None, None) if unknown && of_age => Some(Meaning::Own(Column::Age(of, "unknown".into()))),
        (None, None) if unknown => Some(Meaning::Own(Column::Gender(of, Gender::Unknown))),
        (None, None) if of_age || of_gender || words.is_empty() => None,
        (None, None) => match part {
            Some(part) => Some(Meaning::Own(Column::Total(part))),
            None if any
                || all
                || words.iter().any(|word| {
                    BESIDE[..11].contains(&word.as_str())
                        || matches!(word.as_str(), "mladi" | "mladostniki" | "young" | "youth")
                }) =>
            {
                Some(Meaning::Visits)
            }
            None => None,
        },
        _ => None,
    }
}

/// The ages a heading speaks of, as the code of a band, and the words that do not speak of them.
fn age(heading: &str, words: &[String]) -> (Option<String>, Vec<String>) {
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Vec<i64> =
        words.iter().filter(is_number).filter_map(|word| word.parse().ok()).filter(|n| *n < 120).collect();
    if numbers.is_empty() || numbers.len() != words.iter().filter(is_number).count() {
        return (None, words.to_vec());
    }
    let says = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let code = match numbers[..] {
        [from, to] if from <= to => Some(format!("{from}-{to}")),
        [n] if says(&["nad", "over", "above"]) => Some(format!("{}+", n + i64::from(n % 5 == 4))),
        [n] if heading.contains('+') || says(&["vec", "naprej", "older", "starejsi"]) => {
            Some(format!("{n}+"))
        }
        [n] if says(&["pod", "under", "below"]) => Some(format!("0-{}", n - i64::from(n % 5 == 0))),
        [n] if says(&["do", "to"]) => Some(format!("0-{n}")),
        _ => None,
    };
    let beside = [
        "nad", "over", "above", "vec", "naprej", "older", "starejsi", "pod", "under", "below", "do", "to",
        "od", "in", "and",
    ];
    let rest =
        words.iter().filter(|word| !is_number(word) && !beside.contains(&word.as_str())).cloned().collect();
    // A number that is no age, such as a year or "sheet 2", means nothing here.
    match code {
        Some(code) => (Some(code), rest),
        None => (None, words.to_vec()),
    }
}
