//! Invented names. The nine municipalities are those of the network's invitation; every centre, organisation and person
//! in them is made up.

use super::chance::Chance;

/// (name, code) of the nine municipalities, in the order of the invitation.
pub const MUNICIPALITIES: [(&str, &str); 9] = [
    ("Ljubljana", "ljubljana"),
    ("Novo mesto", "novo-mesto"),
    ("Brežice", "brezice"),
    ("Maribor", "maribor"),
    ("Celje", "celje"),
    ("Škofja Loka", "skofja-loka"),
    ("Krško", "krsko"),
    ("Zagorje ob Savi", "zagorje-ob-savi"),
    ("Brda", "brda"),
];

/// Where the tenth to the 27th centre stand, by place in the list above. The first nine take one municipality each.
pub const FURTHER: [usize; 18] = [0, 3, 1, 4, 0, 2, 5, 0, 6, 3, 7, 0, 1, 4, 0, 3, 0, 0];

const CENTRES: [&str; 27] = [
    "Podmostje",
    "Zelena vrata",
    "Papirni zmaj",
    "Tretji tir",
    "Pri orehu",
    "Svetilnik",
    "Rumena hiša",
    "Odprta klet",
    "Sončni breg",
    "Stara kovačnica",
    "Vetrnica",
    "Lesena ladja",
    "Modri kamen",
    "Peti krog",
    "Ob jezu",
    "Kresnica",
    "Pod platano",
    "Zadnja postaja",
    "Srebrni most",
    "Vrtiljak",
    "Pri ribniku",
    "Široka miza",
    "Bela vrana",
    "Nova streha",
    "Na ovinku",
    "Pisana nit",
    "Tiha voda",
];

const HOW: [&str; 20] = [
    "Zeleni", "Rdeči", "Modri", "Rumeni", "Beli", "Stari", "Novi", "Veseli", "Glasni", "Tihi", "Visoki",
    "Široki", "Drugi", "Tretji", "Jutranji", "Zimski", "Zlati", "Leseni", "Kamniti", "Pisani",
];
const WHAT: [&str; 26] = [
    "mlin", "most", "gaj", "vrt", "kot", "prag", "krog", "breg", "zvon", "vlak", "dvor", "stolp", "veter",
    "potok", "oreh", "kostanj", "balon", "čoln", "kompot", "pomol", "oder", "plot", "dežnik", "sod", "galeb",
    "jež",
];
const WHERE: [&str; 12] = [
    "Gornji", "Dolnji", "Veliki", "Mali", "Novi", "Stari", "Zadnji", "Srednji", "Suhi", "Mokri", "Spodnji",
    "Zgornji",
];
const PLACE: [&str; 15] = [
    "Lipnik",
    "Javornik",
    "Brestnik",
    "Hrastovec",
    "Brezovec",
    "Gabrnik",
    "Studenec",
    "Kamnik pri Jezu",
    "Vrbovec",
    "Jelovnik",
    "Orehovec",
    "Rakitnik",
    "Trnovnik",
    "Borovec",
    "Sračnik",
];

/// The name of the n-th centre; no two of the first 500 are alike.
pub fn centre(n: usize) -> String {
    match n.checked_sub(CENTRES.len()) {
        None => CENTRES[n].to_owned(),
        Some(more) => format!("{} {}", HOW[more % HOW.len()], WHAT[more / HOW.len() % WHAT.len()]),
    }
}

/// The name of the n-th invented municipality beyond the nine.
pub fn municipality(n: usize) -> String {
    let name = format!("{} {}", WHERE[n % WHERE.len()], PLACE[n / WHERE.len() % PLACE.len()]);
    match n / (WHERE.len() * PLACE.len()) {
        0 => name,
        more => format!("{name} {}", more + 1),
    }
}

/// A code for addresses: lower-case letters and dashes.
pub fn code(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'č' | 'ć' => 'c',
            'š' => 's',
            'ž' => 'z',
            'đ' => 'd',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        })
        .collect()
}

const WORDS: [&str; 32] = [
    "javor",
    "kamen",
    "veter",
    "reka",
    "most",
    "zvezda",
    "jesen",
    "oblak",
    "sova",
    "lisica",
    "breza",
    "morje",
    "travnik",
    "kruh",
    "boben",
    "kitara",
    "vlak",
    "svetilka",
    "barka",
    "trobenta",
    "malina",
    "oreh",
    "snežinka",
    "kresnica",
    "gora",
    "potok",
    "klobuk",
    "kolo",
    "pomlad",
    "galeb",
    "mravlja",
    "ura",
];

/// Three words and a number: easy to type on a phone, and long.
pub fn password(chance: &mut Chance) -> String {
    let mut word = || super::names::code(chance.pick(&WORDS));
    let (one, two, three) = (word(), word(), word());
    format!("{one}-{two}-{three}-{}", chance.between(100, 999))
}
