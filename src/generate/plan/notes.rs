//! What workers write down: short, about what happened and why. Never a name, and nothing about one-to-one talks.

use super::offer::Offer;
use crate::vocabulary::{Kind, PlaceKind};

const OPEN: [&str; 14] = [
    "Mirno popoldne, največ časa ob družabnih igrah.",
    "Veliko novih obrazov, ker je šola končala prej.",
    "Pogovor o tem, kaj bi mladi spremenili v prostoru; predlogi so na tabli.",
    "Skupaj smo spekli palačinke. Pobuda je prišla od mladih.",
    "Manj obiska zaradi testov v šoli.",
    "Turnir v namiznem tenisu so vodili mladi sami.",
    "Dogovor o pravilih za zvočnik: po sedmi uri tišje.",
    "Prišla je skupina iz sosednje šole; ogledali so si prostore.",
    "Načrtovali smo potopis in izbrali datum.",
    "Zunaj je deževalo, zato je bilo notri živahno.",
    "Pogovarjali smo se o volitvah; veliko vprašanj.",
    "Prebarvali smo steno v hodniku, barve so izbrali mladi.",
    "Glasnejši spor pri biljardu, rešen s pogovorom.",
    "Ob koncu so mladi sami pospravili in zaprli kuhinjo.",
];
const STREET: [&str; 6] = [
    "V parku smo srečali dve novi skupini; povabili smo jih v center.",
    "Pogovor na klopi o iskanju prvega dela.",
    "Zaradi mraza je bilo zunaj malo mladih, največ pri avtobusni postaji.",
    "Mladi so povedali, da na igrišču zvečer ni luči; zapisali smo za občino.",
    "Odnesli smo žogo in karte; ostali so dlje kot po navadi.",
    "Z nekaterimi se poznamo že od pomladi, zaupanje raste.",
];
const ONLINE: [&str; 4] = [
    "Kviz na daljavo so pripravili mladi sami.",
    "Pogovor o tem, koliko časa smo na zaslonih.",
    "Povezava je dvakrat padla, vseeno smo končali igro.",
    "Pridružila sta se dva iz sosednjega kraja.",
];
const LEARNING: [&str; 6] = [
    "Večinoma matematika pred kontrolno nalogo.",
    "Dva prostovoljca sta pomagala pri angleščini.",
    "Manj prošenj, ker so bile ocene zaključene.",
    "Vadili smo govorni nastop; starejši so pomagali mlajšim.",
    "Iščemo pomoč za fiziko, povpraševanje raste.",
    "Po učenju so ostali še na družabnih igrah.",
];
const SPORT: [&str; 5] = [
    "Igrišče je bilo polno, igrali smo v treh ekipah.",
    "Zaradi vročine smo začeli pozneje.",
    "Mladi so pripravili pravila za turnir.",
    "Dekleta so predlagala svoj termin; poskusimo naslednji mesec.",
    "Žoge so dotrajane, treba je naročiti nove.",
];
const GROUP: [&str; 8] = [
    "Delali smo po načrtu, naslednjič predstavitev.",
    "Skupina je sama izbrala temo za naslednji mesec.",
    "Zamenjali smo vloge: vodili sta dve udeleženki.",
    "Manj udeležbe zaradi bolezni.",
    "Dogovorili smo se za nastop na prireditvi v občini.",
    "Snemali smo prvi posnetek; veliko smeha, nekaj ponovitev.",
    "Vprašanje za naslednjič: kako povabiti nove?",
    "Skupina želi daljši termin.",
];
const EVENT: [&str; 6] = [
    "Organizacijo so prevzeli mladi, od plakata do odra.",
    "Prostor je bil poln, vrata smo morali zapreti.",
    "Tehnika je delala brez težav; zvok sta vodila mlada.",
    "Obisk manjši od pričakovanega, isti večer je bila tekma.",
    "Sodelovala je glasbena šola.",
    "Po dogodku pogovor: kaj je uspelo in kaj bomo spremenili.",
];
const PROJECT: [&str; 6] = [
    "Pobarvali smo klopi pred blokom; sosedje so prinesli čaj.",
    "Merili smo prostor in narisali načrt.",
    "Sestanek z občino: predlog mladih je sprejet.",
    "Zasadili smo zelišča, zalivanje prevzame skupina.",
    "Razdelili smo naloge za naslednji mesec.",
    "Zaradi dežja smo delali notri in pripravili razstavo.",
];
const CANCELLED: [&str; 5] = [
    "Obvestilo smo objavili na vratih in na spletu.",
    "Nadomestni termin bo naslednji teden.",
    "Mlade smo povabili na naslednji termin.",
    "Popravilo ogrevanja, prostor je bil premrzel.",
    "Prijavljena sta bila le dva, dogovorili smo se za drug dan.",
];

/// Sentences that fit; none where no note may stand.
pub fn fitting(offer: &Offer, cancelled: bool) -> &'static [&'static str] {
    match (offer.kind, offer.tag) {
        (Kind::OneToOne, _) => &[],
        _ if cancelled => &CANCELLED,
        _ if offer.place_kind == PlaceKind::Street => &STREET,
        _ if offer.place_kind == PlaceKind::Online => &ONLINE,
        (Kind::Open, "learning_help") => &LEARNING,
        (_, "sport") => &SPORT,
        (Kind::Open, _) => &OPEN,
        (Kind::Group, _) => &GROUP,
        (Kind::Event, _) => &EVENT,
        (Kind::Project, _) => &PROJECT,
    }
}
