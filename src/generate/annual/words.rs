//! What was judged in words of the plan of 2021: one thing by the middle of the year, the rest at its end.

use crate::plan::InWords::{self, Own, Quality};

/// Part, indicator, month and day, what was judged, by what.
pub type Judged = (&'static str, InWords, (u32, u32), &'static str, &'static str);

pub const JUDGED: [Judged; 16] = [
    (
        "eu-you",
        Quality(0),
        (6, 28),
        "Priročnik je napisan in uporaben: centri po njem brez dodatne pomoči pripravijo dogodek.",
        "Zapis treninga, odzivi devetih centrov po prvih dogodkih",
    ),
    (
        "eu-you",
        Quality(1),
        (12, 20),
        "Usposobljeni delavci so dogodke vodili sami; do mladih, ki v centre ne hodijo, je prišla polovica centrov.",
        "Poročila desetih centrov",
    ),
    (
        "training",
        Quality(2),
        (12, 14),
        "Katalog je izšel februarja in bil septembra dopolnjen.",
        "Katalog na spletni strani",
    ),
    (
        "training",
        Quality(1),
        (12, 14),
        "Vsako usposabljanje je imelo praktičen del; udeleženci ga ocenjujejo višje od teorije.",
        "Vprašalniki po štirih usposabljanjih",
    ),
    (
        "logbook",
        Quality(1),
        (12, 17),
        "Pregled iz številk je na voljo vsak dan, opisni del centri še dopolnjujejo.",
        "Letno poročilo iz beleženja",
    ),
    ("digital-group", Quality(0), (12, 10), "Merila so napisana in potrjena v skupini.", "Zapisnik skupine"),
    (
        "international-support",
        Quality(1),
        (12, 15),
        "Srečanja pred prijavnimi roki so bila redna, projektna pisarna pa dela le delno.",
        "Zapisi treh srečanj",
    ),
    (
        "mental-health",
        Quality(0),
        (12, 15),
        "Protokoli so oblikovani in objavljeni v štirih jezikih.",
        "Objava protokolov",
    ),
    (
        "mental-health",
        Quality(2),
        (12, 15),
        "Odziv je dober; udeleženci si želijo več supervizije.",
        "Vprašalniki treninga za trenerje",
    ),
    (
        "be-a-hero",
        Quality(0),
        (12, 8),
        "Metodologija je preizkušena na štirih dogodkih.",
        "Poročila štirih centrov",
    ),
    (
        "advocacy",
        Quality(0),
        (12, 13),
        "Skrbniški sistem teče, zadovoljstvo članic pa še ni merjeno vsako leto enako.",
        "Zapisi skrbniških sestankov",
    ),
    (
        "advocacy",
        Quality(6),
        (12, 13),
        "Osnutek strategije je napisan in čaka na obravnavo na zboru.",
        "Zapisnika sveta in strokovnega sveta",
    ),
    (
        "dialogue",
        Quality(1),
        (12, 6),
        "Posvet je bil na spletu, z več mladimi, kot je bilo načrtovano.",
        "Poročilo s konference",
    ),
    (
        "dialogue",
        Quality(3),
        (12, 6),
        "Na štiri od šestih pobud so odločevalci odgovorili pisno.",
        "Odgovori na pobude",
    ),
    (
        "informing-members",
        Quality(2),
        (12, 20),
        "Centri se na podporo obračajo redno; zamuja ob večjih dogodkih.",
        "Evidenca prošenj",
    ),
    ("strategy", Own, (12, 13), "Delavnice so bile tri, osnutek je pripravljen.", "Zapisi delavnic"),
];
